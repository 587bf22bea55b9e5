"""Know which clauses of two accounts tell much the same, by the places of their words."""

from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.pairs.judgement import Judgement

_LIKELY = 0.5
"""How likely two clauses say the same (see `Judgement`) from which they tell much the same."""


class Nearness:
    """Whether two words of two accounts stand in clauses that tell much the same."""

    def __init__(self, judged: Judgement) -> None:
        self._judged = judged

    def are(
        self, one: Grammar, at: int, other: Grammar, there: int, least: float = _LIKELY
    ) -> bool:
        """Return whether token ``at`` of ``one`` and ``there`` of ``other`` are in like clauses.

        ``least`` is how likely these say the same at least, 0..1.
        """
        mine, theirs = (self._judged.around(g.span(i, i)) for g, i in ((one, at), (other, there)))
        likely = self._judged.likely
        return any(likely.get((min(a, b), max(a, b)), 0.0) >= least for a in mine for b in theirs)
