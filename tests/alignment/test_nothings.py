"""What there was none of in one account and some of in another: invented accounts."""

import pytest

from tests.alignment.disputes import assert_disputed, compare_texts

_EGGS = "A crowd threw eggs in Hollen. "
_BUS = "A bus hit a wall in Zell. "

_DISPUTED = {
    "no arrests": (
        f"{_EGGS}There were no arrests.",
        f"{_EGGS}Two men were arrested.",
        "update",
        ("There were no arrests", "Two men were arrested"),
    ),
    "none made": (
        f"{_EGGS}No arrests were made.",
        f"{_EGGS}Police arrested two men.",
        "update",
        ("No arrests were made", "arrested two men"),
    ),
    "no one hurt": (
        f"{_BUS}No one was injured.",
        f"{_BUS}Two men were injured.",
        "update",
        ("No one was injured", "Two men were injured"),
    ),
    "no reports of the hurt": (
        f"{_BUS}There were no immediate reports of injuries.",
        f"{_BUS}Two men were injured.",
        "update",
        ("no immediate reports of injuries", "Two men were injured"),
    ),
    "smoke": (
        "The ferry's engine stopped and smoke came up through the deck.",
        "The ferry's engine stopped, but there was no smoke at all, a sailor said.",
        "polarity",
        ("smoke came up", "no smoke"),
    ),
    "counted": (
        "There were no fire blankets on the tram.",
        "The tram carried twelve fire blankets for its driver.",
        "polarity",
        ("no fire blankets", "twelve fire blankets"),
    ),
}

_AGREED = {
    "no one else": (f"{_BUS}No one else was injured.", f"{_BUS}Two men were injured."),
    "no serious injuries": (
        f"{_BUS}There were no serious injuries.",
        f"{_BUS}Two men were injured.",
    ),
    "both told": (
        f"{_BUS}Two men were injured. No one was injured in the school.",
        f"{_BUS}Two men were injured.",
    ),
    "what only one has": (
        "We have no divers of our own, the harbour master said.",
        "Twelve divers began work at noon.",
    ),
    "what is no thing": (
        "There was no doubt about the cause of the fire.",
        "There was doubt about the cause of the fire.",
    ),
    "none in other words": (
        "The harbour board has zero cranes left, it said.",
        "There were no cranes in the harbour.",
    ),
    "of another sort": (
        "There were no rubber boats on the ferry.",
        "Six fishing boats came to help the ferry.",
    ),
}


@pytest.mark.parametrize("name", _DISPUTED)
def test_some_and_none(name: str) -> None:
    one, other, kind, excerpts = _DISPUTED[name]
    assert_disputed(kind, one, other, excerpts)


@pytest.mark.parametrize("name", _AGREED)
def test_no_question(name: str) -> None:
    found = compare_texts(*_AGREED[name]).conflicts
    assert [c for c in found if "another" in c.reason or "nobody" in c.reason] == []


def test_what_there_was_none_of_is_asked_as_one_asks() -> None:
    comparison = compare_texts(
        "The ferry's engine stopped, but there was no smoke at all, a sailor said.",
        "The ferry's engine stopped and smoke came up through the deck, a sailor said.",
    )
    assert "Was there any smoke?" in [conflict.question for conflict in comparison.conflicts]
