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
