"""Wordings that a reader takes for one, and those he does not."""

import pytest

from asreported.report.barewords import bare_words, begins_alike, common_start, read_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He’s no captain.", "He is no captain"),
        ("We do not sail, at least in winter.", "We do not sail—at least in winter"),
        ("It played no roll[sic] in this", "It played no roll in this"),
        ("[t]he ‘ferry’ is late", "The 'ferry' is late"),
        ("e]very ferry is late", "every ferry is late"),
        ("why Mayor [Ida] Brandt left", "And why Mayor Brandt left"),
        ("we will outvote him", "we will out vote him"),
        ("we cannot sail", "we can’t sail"),
        ("an organised ferry", "organized ferry"),
    ],
)
def test_read_alike(one: str, other: str) -> None:
    assert read_alike(bare_words(one), bare_words(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("drive us out", "drive me out"),
        ("we will sail", "we will not sail"),
        ("the captain’s ferry", "the captain is ferry"),
        ("we sailed", "we sailed twice"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert not read_alike(bare_words(one), bare_words(other))


def test_where_two_wordings_part() -> None:
    one, other = bare_words("And he’s no captain at all"), bare_words("He is no captain [here] now")
    assert common_start(one, other) == 4
    assert begins_alike(one[:4], other)
    assert not begins_alike(one, other)
