"""Rival causes of one mishap: invented accounts of a sentence or two."""

import pytest

from tests.alignment.disputes import assert_disputed, compare_texts

_RIVALS = {
    "overloaded or grounded": (
        "The ferry sank off Hollen. Police blame overloading.",
        "The ferry sank off Hollen after it struck a sandbank.",
        ("blame overloading", "struck a sandbank"),
    ),
    "gas or bomb": (
        "The blast in the market of Zell was caused by a gas leak, firemen said.",
        "The army blamed a bomb. The blast in the market of Zell broke windows.",
        ("caused by a gas leak", "blamed a bomb"),
    ),
    "the cause was": (
        "The sole cause of the accident was reckless overloading, the minister said.",
        "The engine failed in midstream and the boat turned over.",
        ("The sole cause of the accident was reckless overloading", "The engine failed"),
    ),
    "due to": (
        "The bus left the road due to heavy rain, drivers said.",
        "Brake failure caused the accident, the bus firm said.",
        ("due to heavy rain", "Brake failure caused the accident"),
    ),
}

_AGREED = {
    "both told": (
        "Police blame overloading. The ferry struck a sandbank.",
        "The ferry struck a sandbank off Hollen.",
    ),
    "no cause": (
        "Rain fell on the ferry. A bomb lay in the museum.",
        "Police blame overloading for it.",
    ),
    "denied": (
        "The blast was not caused by a bomb.",
        "The blast was caused by a gas leak.",
    ),
}


@pytest.mark.parametrize("name", _RIVALS)
def test_rival_causes(name: str) -> None:
    one, other, excerpts = _RIVALS[name]
    assert_disputed("cause", one, other, excerpts)


@pytest.mark.parametrize("name", _AGREED)
def test_no_rivals(name: str) -> None:
    found = compare_texts(*_AGREED[name]).conflicts
    assert [c for c in found if c.reason.startswith("accounts name other causes")] == []


def test_a_cause_stated_as_such_stands_beside_one_left_open() -> None:
    found = compare_texts(
        "The sole cause of the accident was reckless overloading, the minister said. It came at "
        "the end of a long week on the river, in which the harbour of Hollen had closed twice, and "
        "in which the ferries had carried more passengers than in any other week of the year. The "
        "harbour master said it was too soon to say why the ferry turned over.",
        "It is far too soon to say why the ferry turned over, the harbour master said.",
    )
    assert [c.question for c in found.conflicts if c.kind == "cause"] == ["Is the cause known?"]


def test_who_does_not_say_why_leaves_no_cause_open() -> None:
    found = compare_texts(
        "He said that the boat was late but did not say why.",
        "The accident was caused by a gas leak, firemen said.",
    )
    assert [c for c in found.conflicts if c.question == "Is the cause known?"] == []
