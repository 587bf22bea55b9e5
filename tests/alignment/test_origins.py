"""From how many origins two invented accounts have a point: by who is said to say it in each."""

import pytest

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
        pytest.param("the police", "the authorities", None, id="two-that-are-described"),
        pytest.param("the police", "the police", 1, id="one-that-is-described"),
        pytest.param("Mayor Ada Byron", "Karl Brandt", 2, id="two-by-name"),
    ],
)
def test_described_speakers(one: str, two: str, count: int | None) -> None:
    comparison = compare_texts(_SAID[0].format(one), _SAID[1].format(two))
    shared = [point for point in comparison.points if len(point.accounts) == 2]
    assert shared
    assert {point.independent_origins for point in shared} == {count}


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
