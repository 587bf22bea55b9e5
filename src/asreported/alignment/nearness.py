"""Know which clauses of two accounts tell much the same, by the places of their words."""

from asreported.alignment.grammar import Grammar
from asreported.alignment.judgement import Judgement

_LIKE = 0.4
"""Likeness (see `Pair`) from which two clauses tell much the same."""


class Nearness:
    """Whether two words of two accounts stand in clauses that tell much the same."""

    def __init__(self, judged: Judgement) -> None:
        self._judged = judged
        self._likeness = {
            (pair.a, pair.b): pair.likeness for pair in judged.pairs if pair.likeness >= _LIKE
        }

    def are(self, one: Grammar, at: int, other: Grammar, there: int, least: float = _LIKE) -> bool:
        """Return whether token ``at`` of ``one`` and ``there`` of ``other`` are in like clauses.

        ``least`` is how like they are at least, 0.4 or more.
        """
        mine, theirs = (self._judged.around(g.span(i, i)) for g, i in ((one, at), (other, there)))
        return any(
            self._likeness.get((min(a, b), max(a, b)), 0.0) >= least for a in mine for b in theirs
        )
