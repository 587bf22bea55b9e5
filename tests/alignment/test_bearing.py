"""What the page says of itself is no point, however many pages say it."""

import pytest

from tests.alignment.disputes import compare_texts


@pytest.mark.parametrize(
    ("sentence", "shared"),
    [
        pytest.param("Following are highlights of the mayor's speech in Zell.", 0, id="following"),
        pytest.param(
            "This is how the mayor's speech in Zell began on Sunday.", 1, id="this-is-how"
        ),
        pytest.param("If the pumps fail, the mine of Zell will be flooded.", 1, id="then"),
        pytest.param("Whether the mine of Zell will open is unclear.", 0, id="whether"),
    ],
)
def test_what_is_said_of_nothing_is_no_point(sentence: str, shared: int) -> None:
    comparison = compare_texts(
        f"Dogs barked in all the yards of the upper town, and nobody slept.\n\n{sentence}",
        f"A loud noise woke the people of the valley before the sun was up.\n\n{sentence}",
    )
    told = [point for point in comparison.points if len(point.accounts) == 2 and not point.fact]
    assert len(told) == shared


def test_a_scrap_said_alike_is_a_point_that_nobody_is_said_to_lack() -> None:
    beginning = "The ferry Marta left the harbour of Zell with ninety people on board. Her engine"
    other = (
        "Farmers of the upper valley sold their cows after the dry summer. Prices for milk fell. "
        "A dairy in the village of Orle closed its doors in May. The mayor promised cheap loans. "
        "Nobody wanted to buy the pastures. Hay cost twice what it had cost before. Young people "
        "moved to the coast. The school of the village lost its last teacher. Winter came early."
    )
    comparison = compare_texts(
        f"{beginning} stopped. The lamps flickered. It capsized.",
        f"{beginning} failed. Sailors ran about on the deck. It capsized.",
        other,
    )
    spans = {statement.id: statement.span for statement in comparison.statements}
    texts = {reading.document.id: reading.document for reading in comparison.readings}
    scraps = [
        point
        for point in comparison.points
        if {texts[spans[i].document].quote(spans[i]) for i in point.statements} == {"It capsized"}
    ]
    assert [(len(point.accounts), point.absent) for point in scraps] == [(2, ())]
    whole = [point for point in comparison.points if len(point.accounts) == 2 and point.absent]
    assert whole


FERRY = (
    "The ferry Marta left the harbour of Zell with ninety people on board. Her engine failed off "
    "the cape. Sailors threw ropes to the pilot boat. "
)
CUT = "The harbour master closed both quays. Divers searched the hull until dawn. "
TRADE = (
    "A dairy in the village of Orle closed its doors in May. Farmers sold their cows after the dry "
    "summer. Prices for milk fell. The mayor promised cheap loans. Nobody wanted the pastures. Hay "
    "cost twice what it had cost before. Young people moved to the coast. The school lost a "
    "teacher. Winter came early, and the road over the pass was shut for eleven weeks."
)
MORE = (
    "Relatives waited in the church. The mayor spoke of luck. Fishermen lent their boats. A nurse "
    "handed out blankets. The company sent buses for the passengers. Two cooks boiled soup for all "
    "of them on the quay, and the baker of the upper town brought bread and warm milk for the "
    "children."
)


@pytest.mark.parametrize(
    ("copies", "lacking"),
    [
        pytest.param((), {"cut", "trade"}, id="three-independent-texts"),
        pytest.param((0, 1, 2), {"cut"}, id="a-copy-cut-it-and-another-text-need-not-have-it"),
    ],
)
def test_what_one_text_alone_has_another_need_not_have(
    copies: tuple[int, ...], lacking: set[str]
) -> None:
    comparison = compare_texts(
        f"{FERRY}{CUT}{MORE}", f"{FERRY}{MORE} {CUT}", f"{FERRY}{MORE}", TRADE, copies=copies
    )
    spans = {statement.id: statement.span for statement in comparison.statements}
    texts = {reading.document.id: reading.document for reading in comparison.readings}
    absent = {
        "trade" if texts[absence.document].text.startswith("A dairy") else "cut"
        for point in comparison.points
        if any("both quays" in texts[spans[i].document].quote(spans[i]) for i in point.statements)
        for absence in point.absent
    }
    assert absent == lacking


def test_that_somebody_spoke_is_listed_apart() -> None:
    comparison = compare_texts(
        "Mayor Ada Holt told reporters outside the town hall on Monday evening:\n\n“The old bridge "
        "of Zell will be closed to lorries from Friday on.”\n\nFarmers fear long detours.",
        "Mayor Ada Holt told reporters outside the town hall on Monday night:\n\n“Nobody has to "
        "pay for the repairs but the county.”\n\nThe council meets again in June.",
    )
    told = [point.fact for point in comparison.points if len(point.accounts) == 2]
    assert "speech" in told
    assert "" not in told
