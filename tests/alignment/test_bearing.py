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
    ],
)
def test_what_a_page_says_of_itself(sentence: str, shared: int) -> None:
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
