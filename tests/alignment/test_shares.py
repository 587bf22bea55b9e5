"""All of a group or a part, and what was done to an envoy: invented accounts of a sentence."""

import pytest

from tests.alignment.disputes import assert_disputed, compare_texts

_DISPUTED = {
    "five of them or all": (
        "The firm later paid compensation to five of the families.",
        "It was a blunder for which the firm was forced to pay out to all the families.",
        "scope",
        ("five of the families", "all the families"),
    ),
    "most or all": (
        "The court freed most of the sailors on Monday.",
        "The court freed all of the sailors on Monday.",
        "scope",
        ("most of the sailors", "all of the sailors"),
    ),
    "summoned or expelled": (
        "The foreign ministry of Torvia summoned Osmar's ambassador in Hollen.",
        "Torvia has expelled Osmar's ambassador over the strike.",
        "agent",
        ("summoned", "expelled"),
    ),
}

_AGREED = {
    "other acts": (
        "The firm wrote to five of the families.",
        "The firm was forced to pay out to all the families.",
    ),
    "not done": (
        "The firm will pay compensation to all the families.",
        "The firm paid compensation to five of the families.",
    ),
    "first the one, then the other": (
        "Torvia summoned Osmar's ambassador. On Monday Torvia expelled the ambassador.",
        "Torvia has expelled Osmar's ambassador.",
    ),
    "another state": (
        "Osmar recalled its ambassador from Hollen.",
        "Torvia has expelled Osmar's ambassador.",
    ),
}


@pytest.mark.parametrize("name", _DISPUTED)
def test_shares(name: str) -> None:
    one, other, kind, excerpts = _DISPUTED[name]
    assert_disputed(kind, one, other, excerpts)


@pytest.mark.parametrize("name", _AGREED)
def test_no_shares(name: str) -> None:
    found = compare_texts(*_AGREED[name]).conflicts
    assert [c for c in found if c.reason.startswith(("of all", "told as"))] == []
