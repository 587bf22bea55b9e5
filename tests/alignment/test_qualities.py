"""What one account says a thing is not and another calls it: invented accounts."""

import pytest

from tests.alignment.disputes import assert_disputed, compare_texts

_DISPUTED = {
    "beside the noun": (
        "The overloaded ferry sank off Hollen.",
        "The boat touched a bank. It was not overloaded, the owner said.",
        ("overloaded ferry", "It was not overloaded"),
    ),
    "as a noun": (
        "The minister blamed the overloading of the ferry.",
        "The ferry was not overloaded, the owner said.",
        ("overloading of the ferry", "was not overloaded"),
    ),
    "an adjective": (
        "The poisonous powder lay in a sack in Zell.",
        "The powder was not poisonous, the firm said.",
        ("poisonous powder", "was not poisonous"),
    ),
}

_AGREED = {
    "of another thing": (
        "The poisonous powder lay in a sack in Zell.",
        "The water was not poisonous, the firm said.",
    ),
    "what is plain": (
        "It was a good match for the team in Zell.",
        "The match was not good, the trainer said.",
    ),
    "only asked": (
        "The poisonous powder lay in a sack in Zell.",
        "They asked whether the powder was not poisonous.",
    ),
    "what one does not have": (
        "The mayor does not have a confrontational relationship with the yard.",
        "The relationship of the mayor and the yard is not confrontational, the owner said.",
    ),
    "told by who denies": (
        "The powder was not poisonous. The poisonous powder was a rumour.",
        "A sack of powder lay in Zell.",
    ),
}


@pytest.mark.parametrize("name", _DISPUTED)
def test_denied_quality(name: str) -> None:
    one, other, excerpts = _DISPUTED[name]
    assert_disputed("polarity", one, other, excerpts)


@pytest.mark.parametrize("name", _AGREED)
def test_no_denied_quality(name: str) -> None:
    found = compare_texts(*_AGREED[name]).conflicts
    assert [c for c in found if c.reason == "a quality that is denied"] == []
