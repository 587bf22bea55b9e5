"""A difference between accounts as a detector finds it, before ids are given."""

from collections.abc import Iterable
from dataclasses import dataclass

from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two answers or more to one question.

    ``sides`` hold the spans of one answer each, the clearest first. ``score`` is 0..1: how sure
    it is that the accounts speak of the same and differ. Of disputes with one ``about``, "" apart,
    the surest is kept: they are one question found twice, of counts where it has all accounts of
    the other.
    """

    kind: str
    severity: str
    question: str
    sides: tuple[tuple[Span, ...], ...]
    reason: str
    score: float
    about: str = ""


def make_dispute(
    kind: str,
    severity: str,
    question: str,
    sides: Iterable[Iterable[Span]],
    reason: str,
    score: float,
) -> Dispute | None:
    """Return the dispute; None where fewer than two sides, or only one account, are left.

    Nor is it one where every account gives every answer: then they do not differ.
    A span that stands on two sides is no evidence for either and is left out.
    """
    listed = [sorted(set(side)) for side in sides]
    often = [span for side in listed for span in side]
    kept = [tuple(span for span in side if often.count(span) == 1) for side in listed]
    kept = [side for side in kept if side]
    accounts = [{span.document for span in side} for side in kept]
    if len(kept) < 2 or len(set().union(*accounts)) < 2:
        return None
    if all(side == accounts[0] for side in accounts):
        return None
    return Dispute(kind, severity, question, tuple(kept), reason, score)
