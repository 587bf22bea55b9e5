"""Know which clauses of two accounts tell much the same, by the places of their words."""

from collections import defaultdict
from collections.abc import Sequence

from asreported.alignment.candidates import Pair
from asreported.alignment.grammar import Grammar
from asreported.alignment.units import Unit

_LIKE = 0.4
"""Likeness (see `Pair`) from which two clauses tell much the same."""


class Nearness:
    """Whether two words of two accounts stand in clauses that tell much the same."""

    def __init__(self, units: Sequence[Unit], pairs: Sequence[Pair], least: float = _LIKE) -> None:
        """Index the units by place and the like pairs by number."""
        self._pairs = {(pair.a, pair.b) for pair in pairs if pair.likeness >= least}
        self._units: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, unit in enumerate(units):
            span = unit.clause.span
            self._units[unit.document].append((span.start, span.end, number))

    def are(self, one: Grammar, at: int, other: Grammar, there: int) -> bool:
        """Return whether token ``at`` of ``one`` and ``there`` of ``other`` are in like clauses."""
        mine, theirs = self._holding(one, at), self._holding(other, there)
        return any((min(a, b), max(a, b)) in self._pairs for a in mine for b in theirs)

    def _holding(self, grammar: Grammar, at: int) -> list[int]:
        start = grammar.tokens[at].start
        return [n for first, last, n in self._units[grammar.document] if first <= start < last]
