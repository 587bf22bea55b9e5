"""Find the clauses that hold a place of a text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from asreported.alignment.pairs.units import Unit
from asreported.model.span import Span


class Holding:
    """The units of all accounts, found by the places that their clauses hold."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Index the units, which are in the order of (document, start)."""
        self._spans = [unit.clause.span for unit in units]
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, span in enumerate(self._spans):
            self._numbers[span.document].append(number)
        ordered = {key: [self._spans[n] for n in held] for key, held in self._numbers.items()}
        self._starts = {key: [span.start for span in spans] for key, spans in ordered.items()}
        # How far the clauses up to each reach: where that is before a place, none of them holds it.
        self._reach = {
            key: list(accumulate((span.end for span in spans), max))
            for key, spans in ordered.items()
        }
        self._known: dict[Span, tuple[int, ...]] = {}

    def around(self, span: Span) -> tuple[int, ...]:
        """Return the numbers of the units whose clauses hold the span, the smallest first."""
        found = self._known.get(span)
        if found is None:
            found = self._known[span] = tuple(self._find(span))
        return found

    def _find(self, span: Span) -> list[int]:
        numbers = self._numbers.get(span.document)
        if numbers is None:
            return []
        reach = self._reach[span.document]
        found = []
        at = bisect_right(self._starts[span.document], span.start) - 1
        while at >= 0 and reach[at] >= span.end:
            if self._spans[numbers[at]].end >= span.end:
                found.append(numbers[at])
            at -= 1
        return sorted(found, key=lambda n: (len(self._spans[n]), n))
