"""Compare two quantities: the same thing counted, the same amount."""

from collections.abc import Sequence

from asreported.lexicon.units import unit_sizes
from asreported.model.statement import Quantity

# What a figure may lose where it is put in another unit: "12 weeks" are "nearly three months".
_ROUNDED = 0.05
# What people are counted as: "12 people", "12 passengers" and "12" killed are one count.
_LOOSE = frozenset({"", "person", "people"})


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Return whether both may give one amount of one thing: bounds and rounding are respected."""
    return comparable(a, b) and same_amount(a, b)


def differing(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> str:
    """Return in words what differs where every amount of one kind that both give does, else ""."""
    found = ""
    for x in mine:
        rivals = [y for y in theirs if comparable(x, y)]
        if any(same_amount(x, y) and not _hemmed(x, y) for y in rivals):
            return ""
        if rivals:
            found = f"{x.value:g} and {rivals[0].value:g} {x.unit or rivals[0].unit}".strip()
    return found


def _hemmed(a: Quantity, b: Quantity) -> bool:
    """Return whether one amount is bounded from below, the other by another figure from above.

    "At least 13" and "up to 15" may both be so, and nobody says the same; "more than nine" and
    "nearly ten" come near each other.
    """
    if a.approximate or b.approximate:
        return False
    opposed = (a.low is None) != (b.low is None) and (a.high is None) != (b.high is None)
    return opposed and (a.low is None) == (b.high is None) and a.value != b.value


def comparable(a: Quantity, b: Quantity) -> bool:
    """Return whether both count or measure the same kind of thing, in whatever units."""
    if a.kind != b.kind:
        return False
    if a.unit == b.unit or a.kind == "money":
        return True
    if a.kind == "count":
        return bool({a.unit, b.unit} & _LOOSE)
    mine, theirs = unit_sizes().get(a.unit), unit_sizes().get(b.unit)
    return mine is not None and theirs is not None and mine[0] == theirs[0]


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Return whether the amounts of comparable quantities agree as far as their words allow.

    Bounds, rounding and "about" are respected; amounts of two currencies never agree.
    """
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    mine, theirs = unit_sizes().get(a.unit), unit_sizes().get(b.unit)
    if a.unit != b.unit and a.kind != "count":
        if mine is None or theirs is None or a.kind == "money":
            return False
        low_a, high_a = low_a * mine[1] * (1 - _ROUNDED), high_a * mine[1] * (1 + _ROUNDED)
        low_b, high_b = low_b * theirs[1], high_b * theirs[1]
    if _is_open_above(a, b) or _is_open_above(b, a):
        return low_a < high_b and low_b < high_a
    return low_a <= high_b and low_b <= high_a


def _is_open_above(a: Quantity, b: Quantity) -> bool:
    """Return whether one is a least and the other a most: "more than 50", "as many as 50"."""
    return a.low is not None and a.high is None and b.high is not None and b.low is None


def _bounds(q: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that the words may stand for."""
    slack = q.step / 2 if q.approximate and q.step > 1 else 0.0
    # "At least 7" and "7" agree, "at least 7" and "12" are two counts: an open bound is held to
    # a tenth beyond what is said.
    low = q.low if q.low is not None else q.value * (0.9 if q.high is not None else 1)
    high = q.high if q.high is not None else q.value * (1.1 if q.low is not None else 1)
    return min(low, high) - slack, max(low, high) + slack
