"""A difference between accounts as a detector finds it, before ids are given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two answers or more to one question.

    ``sides`` hold the spans of one answer each, the clearest first. ``score`` is 0..1: how sure
    it is that the accounts speak of the same and differ. It is set by whoever wrote the detector,
    from `SLIGHT` (.5: listed, no line of a front page) to .9 (a toll), and no frequency that was
    measured: it orders disputes of one severity.

    Disputes with one ``about``, "" apart, are one question found twice. ``values`` are what the
    sides count, or the minutes of the day that they name, one each; none where they do neither.
    """

    kind: str
    severity: str
    question: str
    sides: tuple[tuple[Span, ...], ...]
    reason: str
    score: float
    about: str = ""
    values: tuple[float, ...] = ()


def disputed(
    kind: str,
    severity: str,
    question: str,
    sides: Iterable[Iterable[Span]],
    reason: str,
    score: float,
) -> Iterator[Dispute]:
    """Yield the dispute, nothing where fewer than two sides, or only one account, are left.

    Nor is it one where every account gives every answer: then they do not differ.
    A span that stands on two sides is no evidence for either and is left out.
    """
    kept = [side for side in _alone(sides) if side]
    accounts = [{span.document for span in side} for side in kept]
    if len(kept) < 2 or len(set().union(*accounts)) < 2:
        return
    if any(side != accounts[0] for side in accounts):
        yield Dispute(kind, severity, question, tuple(kept), reason, score)


def valued(dispute: Dispute, values: Iterable[float], sides: Iterable[Iterable[Span]]) -> Dispute:
    """Return what `disputed` made of ``sides``, with the ``values`` of those that it has."""
    alone = zip(values, _alone(sides), strict=True)
    return replace(dispute, values=tuple(value for value, side in alone if side))


def _alone(sides: Iterable[Iterable[Span]]) -> list[tuple[Span, ...]]:
    """Return the sides without the spans that stand on two of them."""
    listed = [sorted(set(side)) for side in sides]
    often = [span for side in listed for span in side]
    return [tuple(span for span in side if often.count(span) == 1) for side in listed]


def joined(one: Dispute, other: Dispute) -> Dispute:
    """Return ``one`` with the answers of ``other``; answers of one value are one.

    Both have ``values``. What the other adds stands behind, the lowest first; words that ``one``
    has already, or words around them, stay where they are.
    """
    values, sides = list(one.values), list(one.sides)
    taken = [span for side in sides for span in side]
    for value, side in sorted(zip(other.values, other.sides, strict=True)):
        new = tuple(span for span in side if not any(span.shared(known) for known in taken))
        if new and value in values:
            sides[values.index(value)] += new
        elif new:
            values.append(value)
            sides.append(new)
    kind = "update" if "update" in {one.kind, other.kind} else one.kind
    return replace(one, kind=kind, sides=tuple(sides), values=tuple(values))
