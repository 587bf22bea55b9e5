"""The figures stay at their floors or better; floors are kept for our example and for ../shared."""

import json

import pytest

from eval import stories
from eval.events import events, example
from eval.gate import FLOORS, below, raised
from eval.run import GROUPS, evaluate, means


def floors() -> dict[str, dict[str, float]]:
    kept: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    return kept


def test_example_is_at_its_floors() -> None:
    now = {"example": evaluate(example())["figures"]}
    assert not below(floors(), now)


@pytest.mark.parametrize("group", GROUPS)
def test_annotated_events_are_at_their_floors(group: str) -> None:
    found = [event for event in events() if event.group == group]
    if not found:
        pytest.skip(f"../shared is absent, and with it the {group} events")
    now = {group: means([evaluate(event)["figures"] for event in found])}
    assert not below(floors(), now)


def test_annotations_carry_no_words_of_the_articles() -> None:
    for name in stories.names():
        assert '"surface"' not in (stories.GOLD / f"{name}.json").read_text("utf-8")


def test_floors_only_rise() -> None:
    kept = {"example": {"quotes": 0.5, "points.false_absence": 0.2}}
    worse = {"example": {"quotes": 0.4, "points.false_absence": 0.3}}
    better = {"example": {"quotes": 0.7, "points.false_absence": 0.1}}
    assert raised(kept, worse) == kept
    assert raised(kept, better) == {"example": {"quotes": 0.69, "points.false_absence": 0.11}}
    assert len(below(kept, worse)) == 2
    assert not below(kept, better)


def test_a_figure_that_is_missing_is_below_its_floor() -> None:
    kept = {"shared": {"points.false_absence": 0.1, "quotes.f1": 0.9}}
    (line,) = below(kept, {"shared": {"quotes.f1": 0.95}})
    assert line == "shared: points.false_absence is missing, the floor is 0.100"
