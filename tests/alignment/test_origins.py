"""From how many origins two invented accounts have a point: by who is said to say it in each."""

import pytest

from asreported.alignment.origin import End
from asreported.documents.build import read_document
from asreported.model.comparison import Origin
from asreported.model.source import Page
from asreported.settings import Settings
from tests.alignment.disputes import compare_texts

_SAID = (
    "The old bridge of Zell fell into the river at dawn on Monday, {} said.",
    "On Monday at dawn the old bridge of Zell fell into the river, {} said.",
)


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        pytest.param("Mayor Ada Byron", "the mayor", 1, id="an-office-may-be-whoever-is-named"),
        pytest.param("Mayor Ada Byron", "the police", None, id="police-are-not-the-mayor"),
        pytest.param("Mayor Ada Byron", "a witness", None, id="a-witness-is-somebody"),
        pytest.param("the mayor", "a witness", None, id="an-office-is-no-witness"),
        pytest.param(
            "a spokesman for Zell", "Ada Byron", 1, id="who-speaks-for-somebody-may-be-named"
        ),
        pytest.param("the police", "the authorities", None, id="two-that-are-described"),
        pytest.param("the police", "the police", 1, id="one-that-is-described"),
        pytest.param("Mayor Ada Byron", "Karl Brandt", 2, id="two-by-name"),
        pytest.param("Ray Kosinsky", "Raymond Kosinski", 1, id="one-respelt-and-shortened"),
        pytest.param("Kosinsky", "Raymond Kosinski", 1, id="a-long-surname-respelt"),
        pytest.param("Rayna Kosinsky", "Tom Kosinski", 2, id="two-of-nearly-one-surname"),
        pytest.param("the Zell Courier-Journal", "the Zell Courier Journal", 1, id="one-paper"),
    ],
)
def test_described_speakers(one: str, two: str, count: int | None) -> None:
    comparison = compare_texts(_SAID[0].format(one), _SAID[1].format(two))
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {point.independent_origins for point in shared} == {count}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Forty people are missing in the town of Zell.", "In Zell, forty people are missing."),
        (
            "About 300 people were evacuated from the houses around the mill in Zell.",
            "About 300 people were evacuated from houses around the old mill in Zell.",
        ),
    ],
    ids=["missing", "evacuated"],
)
def test_outlets_do_not_count_people_for_themselves(one: str, two: str) -> None:
    comparison = compare_texts(one, two)
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {point.independent_origins for point in shared} == {None}


def test_who_had_it_from_another_is_no_second_origin() -> None:
    comparison = compare_texts(
        "The old bridge of Zell fell into the river at dawn on Monday, Mayor Ada Byron said.",
        "On Monday at dawn the old bridge of Zell fell into the river, Karl Brandt wrote in his "
        "journal, according to Ada Byron.",
    )
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert {point.independent_origins for point in shared} == {1}


def test_who_speaks_for_somebody_is_named_with_whom() -> None:
    said = [each.format("a spokesman for Mayor Ada Byron") for each in _SAID]
    comparison = compare_texts(*said)
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert {str(each) for p in shared for each in p.origins} == {"a spokesman for Ada Byron"}


@pytest.mark.parametrize(
    ("told", "count"),
    [
        pytest.param("the old bridge of Zell fell into the river", 2, id="what-anybody-sees"),
        pytest.param(
            "the jobless rate of Zell stayed at 3.8 percent", None, id="a-share-is-statistics"
        ),
        pytest.param(
            "the mills of Zell hired 2,400 workers in spring", None, id="many-are-statistics"
        ),
    ],
)
def test_what_outlets_tell_themselves(told: str, count: int | None) -> None:
    comparison = compare_texts(f"This Monday {told}, to much relief.", f"Once more {told}.")
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {point.independent_origins for point in shared} == {count}


_NOISE = "A loud noise woke the people of the valley before the sun had come up on Monday.\n\n"
_CRIES = "Dogs barked in all the yards of the upper town, and nobody could find any sleep.\n\n"
_FELL = "The old bridge of Zell fell into the river at dawn"


@pytest.mark.parametrize(
    ("one", "two", "origin"),
    [
        pytest.param(
            "Mayor Ada Byron called the fall of the old bridge of Zell “a crime against us all.”",
            "The fall of the old bridge of Zell is “a crime against us all,” Mayor Ada Byron said.",
            "Ada Byron",
            id="a-verb-that-brings-in-a-quotation",
        ),
        pytest.param(
            f"{_FELL} on Monday, the Harbour Office said.",
            f"{_FELL} on Monday, Harbour Office spokesman Ivo Brandt said.",
            "Ivo Brandt",
            id="a-body-and-its-spokesman",
        ),
        pytest.param(
            f"{_FELL} on Monday, the Harbour Office said.",
            f"{_FELL} on Monday, Ivo Brandt, Press Secretary of the Harbour Office, said.",
            "Ivo Brandt",
            id="a-body-and-its-spokesman-in-capitals",
        ),
        pytest.param(
            f"“{_FELL},” Ada Byron said.\n\nMen ran to the bank.\n\n{_FELL}.",
            f"{_FELL}, Ada Byron said.",
            "Ada Byron",
            id="a-quotation-pulled-out",
        ),
        pytest.param(
            f"{_FELL}, and nobody was hurt. — Ada Byron (@adab) May 3, 2019",
            f"“{_FELL}, and nobody was hurt,” Ada Byron wrote.",
            "Ada Byron",
            id="a-post-and-a-quotation-of-it",
        ),
    ],
)
def test_one_mouth_is_one_origin(one: str, two: str, origin: str) -> None:
    comparison = compare_texts(_NOISE + one, _CRIES + two)
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {tuple(map(str, point.origins)) for point in shared} == {(origin,)}


@pytest.mark.parametrize(
    ("one", "two", "count", "origins"),
    [
        pytest.param(
            f"Old bridge of Zell falls into the river\n\n{_NOISE}{_FELL}, Mayor Ada Byron said.",
            f"{_CRIES}{_FELL}, Ada Byron said.",
            1,
            ["Ada Byron"],
            id="a-headline-drops-the-source",
        ),
        pytest.param(
            f"{_NOISE}Karl Brandt was charged with fraud on Monday.",
            f"{_CRIES}On Monday Karl Brandt was charged with fraud.",
            None,
            ["{one}", "{two}"],
            id="of-charges-somebody-tells",
        ),
        pytest.param(
            f"{_NOISE}Mayor Ada Byron said she misses Karl Brandt, who headed the yards of Zell.",
            f"{_CRIES}Karl Brandt headed the yards of Zell.",
            2,
            ["{one}", "{two}"],
            id="an-outlet-explains-what-it-reports",
        ),
        pytest.param(
            f"{_NOISE}“I miss Karl Brandt, who headed the yards of Zell,” Ada Byron said.",
            f"{_CRIES}Karl Brandt headed the yards of Zell, Ada Byron said.",
            1,
            ["Ada Byron"],
            id="a-speaker-explains-within-marks",
        ),
        pytest.param(
            f"{_NOISE}On Monday Zell wept as the town council voted to shut bridges over the Ull.",
            f"{_CRIES}All Zell wept as the town council voted to shut bridges over the Ull.",
            1,
            ["{one} = {two}"],
            id="a-sentence-copied-but-for-its-beginning",
        ),
        pytest.param(
            f"{_NOISE}The closing of the harbour of Zell was ordered by Mayor Ada Byron.",
            f"{_CRIES}By ordering the closing of the harbour of Zell, Mayor Ada Byron has lost her "
            "voters, Karl Brandt said.",
            None,
            ["Karl Brandt", "{one}"],
            id="somebody-tells-of-the-order-of-another",
        ),
        pytest.param(
            _NOISE + _SAID[0].format("the police"),
            _CRIES + _SAID[1].format("a witness"),
            None,
            ["a witness", "the police"],
            id="all-who-are-described-are-listed",
        ),
    ],
)
def test_who_is_named_as_origin(one: str, two: str, count: int | None, origins: list[str]) -> None:
    comparison = compare_texts(one, two)
    names = {"one": f"{one[:24]}.txt", "two": f"{two[:24]}.txt"}
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {point.independent_origins for point in shared} == {count}
    wanted = sorted(" = ".join(sorted(o.format(**names).split(" = "))) for o in origins)
    assert {tuple(sorted(map(str, point.origins))) for point in shared} == {tuple(wanted)}


@pytest.mark.parametrize(
    ("said", "outlet", "citing", "same"),
    [
        pytest.param("Zell Herald", "Zell Herald - Online", "", True, id="a-channel-is-no-name"),
        pytest.param(
            "Herald", "Zell Herald", "The Zell Herald", True, id="named-in-full-elsewhere"
        ),
        pytest.param("Herald", "Zell Herald", "The Herald", False, id="nowhere-named-in-full"),
        pytest.param("Zell", "Zell Herald", "Zell Herald", False, id="a-town-is-not-its-paper"),
        pytest.param("Coast Herald", "Zell Herald", "", False, id="another-paper"),
    ],
)
def test_outlets_that_are_named_as_sources(said: str, outlet: str, citing: str, same: bool) -> None:
    document = read_document(Page(outlet, "The bridge fell.\n", "text", {}), Settings())
    end = End("named", frozenset(said.casefold().split()), Origin((said,)))
    assert end.is_outlet(document, citing) is same


def test_what_is_asked_is_the_speakers() -> None:
    asked = "“How can a mayor whom the whole town has embraced turn around and slap {}?”"
    one = (
        f"Ivo Brandt wants her out.\n\n{asked.format('everyone in this town in the face')} he said."
    )
    two = f"The man was angry. {asked.format('everyone in the town in the face')} Ivo Brandt said."
    comparison = compare_texts(f"{_NOISE}Ivo Brandt spoke. {one}", _CRIES + two)
    texts = {reading.document.id: reading.document for reading in comparison.readings}
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    slapped = [p for p in shared if "slap" in texts[p.label.document].quote(p.label)]
    assert slapped
    assert {tuple(map(str, point.origins)) for point in slapped} == {("Ivo Brandt",)}


def test_what_opens_a_sentence_is_no_name() -> None:
    comparison = compare_texts(
        "Video shows that the old bridge of Zell fell into the river at dawn on Monday.",
        "On Monday at dawn the old bridge of Zell fell into the river, Ada Byron said.",
    )
    (point,) = [point for point in comparison.points if len(point.accounts) == 2]
    assert Origin(("Video",)) not in point.origins


def test_whose_owners_is_no_name() -> None:
    comparison = compare_texts(
        "The court took up a mill whose owners claim the old bridge of Zell fell on Monday.",
        "The old bridge of Zell fell on Monday, Ada Byron said.",
    )
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert not any(Origin(("whose owners",)) in point.origins for point in shared)


@pytest.mark.parametrize(
    ("one", "two", "words", "origins"),
    [
        pytest.param(
            "Harbour chief Ada Byron called on the board of Zell to close the old bridge at once.",
            "Ada Byron said the board of Zell must close the old bridge at once.",
            "close",
            {"Ada Byron"},
            id="what-somebody-asks-for",
        ),
        pytest.param(
            "Ada Byron on Monday endorsed the ferry man Karl Brandt for mayor of Zell, ending days "
            "of delay to get behind Karl Brandt for mayor of Zell.",
            "Ada Byron has publicly endorsed the ferry man Karl Brandt for mayor of Zell Monday.",
            "endorsed",
            {"Ada Byron"},
            id="in-the-same-sentence",
        ),
        pytest.param(
            "In a video released on Monday, Ada Byron announced that she is forming a harbour "
            "committee of Zell. Ada Byron accompanied the video with this email message to "
            "supporters.",
            "Ada Byron took a step on Monday, announcing in a video message and email to "
            "supporters that she is forming a harbour committee of Zell.",
            "video",
            {"Ada Byron"},
            id="how-it-was-announced",
        ),
        pytest.param(
            "Ada Byron ordered the old bridge of Zell closed on Monday.",
            "On Monday Ada Byron ordered the old bridge of Zell closed.",
            "bridge",
            {"Ada Byron"},
            id="a-day-is-no-name",
        ),
        pytest.param(
            "As the Coast Globe reported last week, the old bridge of Zell fell into the river.",
            "The old bridge of Zell fell into the river, the Coast Globe reported last week.",
            "fell",
            {"Coast Globe"},
            id="as-a-paper-reported",
        ),
    ],
)
def test_one_act_of_speech_is_one_origin(one: str, two: str, words: str, origins: set[str]) -> None:
    comparison = compare_texts(one, two)
    texts = {reading.document.id: reading.document for reading in comparison.readings}
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    told = [p for p in shared if words in texts[p.label.document].quote(p.label)]
    assert told
    assert {str(each) for point in told for each in point.origins} == origins


def test_what_people_do_they_do_not_say() -> None:
    comparison = compare_texts(
        "Travellers may take oars along, so long as passengers declare their oars at the old quay.",
        "Zell has a rule by which passengers declare their oars at the old quay.",
    )
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert not any(Origin(("passengers",)) in point.origins for point in shared)
