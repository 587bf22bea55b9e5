"""Add to a conflict's answers the accounts that give one of them in words of their own.

"The depot was crammed with 600 tonnes" says what "it held 600 tonnes of fertiliser" says. Where the
two make one point, and both have the figure, who has the first answers as who has the second.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from asreported.model.comparison import Conflict, Point, Side
from asreported.model.span import Span
from asreported.model.statement import Quantity, Reading, Statement

_KINDS = frozenset({"number", "update"})
_SURE = 0.55
"""Score of a point from which on its members say the same likelier than not."""


def complete_sides(
    conflicts: Iterable[Conflict],
    points: Sequence[Point],
    statements: Mapping[str, Statement],
    readings: Sequence[Reading],
) -> tuple[Conflict, ...]:
    """Return the conflicts, each side of a count with the accounts that share it in a point.

    An account that has an answer already gets no other. ``statements`` are by id.
    """
    figures = {reading.document.id: reading.quantities for reading in readings}
    spans = {key: statement.span for key, statement in statements.items()}
    several = [
        [spans[key] for key in point.statements]
        for point in points
        if len(point.accounts) > 1 and point.score >= _SURE
    ]
    return tuple(
        _completed(conflict, several, figures) if conflict.kind in _KINDS else conflict
        for conflict in conflicts
    )


def _completed(
    conflict: Conflict,
    points: Sequence[Sequence[Span]],
    figures: Mapping[str, Sequence[Quantity]],
) -> Conflict:
    answering = {span.document for side in conflict.sides for span in side.spans}
    added: list[dict[str, Span]] = [
        {
            found.document: found
            for span in side.spans
            for found in _alike(span, points, figures)
            if found.document not in answering
        }
        for side in conflict.sides
    ]
    # Who has two of the answers takes no side.
    once = [
        [span for key, span in sorted(each.items()) if sum(key in other for other in added) == 1]
        for each in added
    ]
    sides = tuple(
        Side(side.answer, (*side.spans, *more))
        for side, more in zip(conflict.sides, once, strict=True)
    )
    return replace(conflict, sides=sides)


def _alike(
    answer: Span, points: Sequence[Sequence[Span]], figures: Mapping[str, Sequence[Quantity]]
) -> Iterator[Span]:
    """Yield the same figure in the statements that make one point with the answer's own."""
    mine = [f for f in figures[answer.document] if f.span.shared(answer)]
    for members in points:
        if not any(member.shared(answer) for member in members):
            continue
        for member in members:
            for figure in figures[member.document]:
                if member.covers(figure.span) and any(_equal(figure, each) for each in mine):
                    yield figure.span


def _equal(one: Quantity, other: Quantity) -> bool:
    """Return whether both give one number of one thing, and bound it alike: "at least 20"."""
    bounds = (one.low is None, one.high is None) == (other.low is None, other.high is None)
    return bounds and one.value == other.value and one.unit == other.unit
