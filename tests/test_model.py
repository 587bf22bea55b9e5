"""What the values that flow say of themselves."""

from datetime import date

import pytest

from asreported.model.document import Timestamp
from asreported.model.groups import Groups, connected
from asreported.settings import Settings


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2031-05-06", date(2031, 5, 6)),
        ("2031-05-06T10:00:00", date(2031, 5, 6)),
        ("2031-05-06T00:30:00+02:00", date(2031, 5, 6)),
        ("2031-05", None),
        ("2031", None),
        ("soon", None),
    ],
)
def test_a_day_is_read_off_a_time_as_it_is_written(iso: str, day: date | None) -> None:
    assert Timestamp(iso, None).day == day


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], [["a"], ["b"], ["c"], ["d"], ["e"]]),
        ([("e", "a")], [["a", "e"], ["b"], ["c"], ["d"]]),
        ([("d", "e"), ("b", "c"), ("e", "b")], [["a"], ["b", "c", "d", "e"]]),
        ([("b", "a"), ("a", "b"), ("a", "a")], [["a", "b"], ["c"], ["d"], ["e"]]),
    ],
)
def test_pairs_hold_groups_together(pairs: list[tuple[str, str]], groups: list[list[str]]) -> None:
    assert connected("abcde", pairs) == groups
    assert connected("abcde", pairs[::-1]) == groups


def test_the_root_of_a_group_is_its_least_member() -> None:
    held: Groups[int] = Groups()
    for a, b in [(9, 8), (7, 6), (8, 7), (5, 9)]:
        held.join(a, b)
    assert [held.root(n) for n in range(4, 10)] == [4, 5, 5, 5, 5, 5]


@pytest.mark.parametrize(
    ("name", "value"),
    [("max_file_bytes", 0), ("max_text", -1), ("story_days", -1), ("story_similarity", 1.1)],
)
def test_settings_that_no_run_can_follow_are_none(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        Settings(**{name: value})  # type: ignore[arg-type]
