"""Compare numbers of people who were on one ship, made one crowd, were freed or evacuated."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.headcounts import ABOARD, CROWD
from asreported.alignment.disputes.countings import of_two_nations
from asreported.alignment.disputes.tolls import gathered, size

# How many times more may be told of one ship, one rescue, one crowd.
CROWDS = {ABOARD: 2.5, "free": 2.5, "evacuate": 4.0, CROWD: 10.0}
_NEARLY = 1.25  # Two numbers of people nearer than that may be one, however many are told.
_SEVERAL = 2  # One of a kind is seldom all of them.


def by_crowd(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the figures of one ship, rescue or crowd each; all are told by one act.

    Of an account that tells of several, only those that are nearly another account's. Who is let go
    is no part of those rescued: eight and 14 go with nine and 15.
    """
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        told[figure.document].append(figure)
    several = {d for d, own in told.items() if any(not touch(a, b) for a in own for b in own)}
    kept = [f for f in figures if f.document not in several or _nearest(f, figures)]
    if not any(f.act == "free" and f.document in several for f in kept):
        return [kept]
    return gathered(kept, partial(are_within, _NEARLY))


def _nearest(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Return whether another account has nearly that number."""
    others = (other for other in figures if other.document != figure.document)
    return any(are_within(_NEARLY, figure, other) for other in others)


def is_headcount(a: Figure, b: Figure) -> bool:
    """Return whether two numbers of people may be of one ship, one rescue or one crowd."""
    apart = in_two_places(a, b) or of_two_nations(a, b)
    return are_within(CROWDS[a.act], a, b) and not apart


def are_within(factor: float, a: Figure, b: Figure) -> bool:
    """Return whether neither is one of a kind, nor more than ``factor`` times the other."""
    sizes = sorted((size(a), size(b)))
    return sizes[0] >= _SEVERAL and sizes[1] <= factor * sizes[0]


def in_two_places(a: Figure, b: Figure) -> bool:
    """Return whether both name places and share none."""
    return bool(a.places and b.places) and not a.places & b.places


def touch(a: Figure, b: Figure) -> bool:
    """Return whether one amount may be meant by both."""
    if a.low == b.low == 0:
        return a.high == b.high
    return a.low <= b.high and b.low <= a.high
