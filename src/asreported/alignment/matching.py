"""Match the words of two clauses: which of one means the same as which of the other.

Reads:   `Grammar`, the bearers of names and the clauses of `Judgement`.
Gives:   the numbers of tokens, each with the one that stands in the likest place.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asreported.alignment.acts import concept
from asreported.alignment.bearers import Bearers
from asreported.alignment.grammar import Grammar
from asreported.alignment.judgement import Judgement

_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
# Verbs that stand in any clause: two clauses that share one of these share nothing.
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "report"})

# "The car was hit" and "hit the car": one role.
_PASSIVE = {"nsubjpass": "dobj", "obj": "dobj", "by": "nsubj"}


class Word(NamedTuple):
    """A word that carries content: its token, what it means, and what it hangs on in which role.

    Of a noun after a preposition these are the word before it and the preposition.
    """

    at: int
    key: str
    upper: int
    above: str
    role: str


class Matched(NamedTuple):
    """Two clauses and the ``pairs`` of their tokens that mean the same, in order of the first.

    ``alone`` are the words of each whose meaning the other has nowhere.
    """

    one: Grammar
    other: Grammar
    pairs: Mapping[int, int]
    alone: tuple[tuple[Word, ...], tuple[Word, ...]]


class Matching:
    """The clauses of a story, matched two by two."""

    def __init__(
        self, grammars: Sequence[Grammar], judged: Judgement, bearers: Mapping[str, Bearers]
    ) -> None:
        self._grammars = {grammar.document: grammar for grammar in grammars}
        self._judged, self._bearers = judged, bearers
        self._known: dict[int, tuple[Word, ...]] = {}

    def match(self, a: int, b: int) -> Matched:
        """Return the words that clauses ``a`` and ``b`` have in common, each used once.

        Of several that mean the same those are matched that hang on the same and in the same role.
        """
        units = self._judged.units
        one, other = (self._grammars[units[number].document] for number in (a, b))
        mine, theirs = self._words(a), self._words(b)
        ranked = sorted(
            (-2 * (x.above == y.above) - (x.role == y.role), abs(i - j), x.at, y.at)
            for i, x in enumerate(mine)
            for j, y in enumerate(theirs)
            if x.key == y.key
        )
        taken: dict[int, int] = {}
        for _, _, here, there in ranked:
            if here not in taken and there not in taken.values():
                taken[here] = there
        keys = {word.key for word in mine}, {word.key for word in theirs}
        alone = (
            tuple(word for word in mine if word.key not in keys[1]),
            tuple(word for word in theirs if word.key not in keys[0]),
        )
        return Matched(one, other, dict(sorted(taken.items())), alone)

    def _words(self, number: int) -> tuple[Word, ...]:
        if number not in self._known:
            unit = self._judged.units[number]
            grammar, bearers = self._grammars[unit.document], self._bearers[unit.document]
            core = {token.start for token in unit.core}
            self._known[number] = tuple(
                _word(grammar, at, bearers)
                for at in grammar.within(unit.clause.span)
                if grammar.starts[at] in core
                and grammar.tokens[at].pos in _CARRYING
                and grammar.lemma(at) not in _EMPTY
            )
        return self._known[number]


def _word(grammar: Grammar, at: int, bearers: Bearers) -> Word:
    token = grammar.tokens[at]
    above = token.head
    role = token.dep
    if token.dep in {"pobj", "pcomp"}:
        role, above = grammar.lemma(above), grammar.tokens[above].head
    own, upper = meaning(grammar, at, bearers), meaning(grammar, above, bearers)
    return Word(at, own, above, upper, _PASSIVE.get(role, role))


def meaning(grammar: Grammar, at: int, bearers: Bearers) -> str:
    """Return the entity of a name, else what the word means."""
    bearer = bearers.at.get(at)
    if bearer is not None:
        return f"entity {bearer.entity.id}"
    return concept(grammar.lemma(at), grammar.tokens[at].pos)
