"""Likeness is not enough: clauses and phrases that tell two things share no point."""

import pytest

from asreported.alignment.accounts.bearers import find_bearers
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.accounts.told import tell
from asreported.alignment.phrases.accord import find_accords
from tests.alignment.disputes import compare_texts

_APART = {
    "summoned or expelled": (
        "Torvia has summoned the Osmar ambassador over the raid on the harbour of Zell.",
        "Torvia has expelled the Osmar ambassador over the raid on the harbour of Zell.",
        ("summoned the Osmar ambassador", "expelled the Osmar ambassador"),
    ),
    "convicted and sentenced": (
        "The court in Zell convicted the mayor Milo Anders of bribery on Monday.",
        "The court in Zell sentenced the mayor Milo Anders for bribery on Monday.",
        ("convicted the mayor", "sentenced the mayor"),
    ),
    "two tolls and what lies between": (
        "Officials said that 15 people had died in the raid on Monday near Zell.",
        "Between eleven and fifteen people lost their lives in the raid near Zell.",
        "The army said that it had destroyed a convoy near Zell and killed 11 fighters.",
        ("15 people", "11 fighters"),
    ),
}


@pytest.mark.parametrize("name", _APART)
def test_kept_apart(name: str) -> None:
    *texts, (one, other) = _APART[name]
    comparison = compare_texts(*texts)
    documents = {r.document.id: r.document for r in comparison.readings}
    said = {s.id: documents[s.span.document].quote(s.span) for s in comparison.statements}
    for point in comparison.points:
        held = [said[statement] for statement in point.statements]
        both = any(one in words for words in held) and any(other in words for words in held)
        assert not both, held


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("The boat was carrying many miners.", "The boat carried many miners.", True),
        ("The boat was carrying many miners.", "The boat can carry many miners.", False),
        ("The boat was carrying miners.", "The boat is licensed to carry miners.", False),
    ],
)
def test_what_a_ship_may_hold_is_not_what_it_held(first: str, second: str, told: bool) -> None:
    comparison = compare_texts(first, second)
    grammars = read_grammars(comparison.readings)
    both = [tell(each, find_bearers(each, comparison.entities)) for each in grammars]
    assert bool(list(find_accords(both))) is told
