"""Compare two quantities: the same thing counted, the same amount."""

from asreported.model.statement import Quantity

# What people are counted as: "12 people", "12 passengers" and "12" killed are one count.
_LOOSE = frozenset({"", "person", "people"})


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Return whether both may give one amount of one thing: bounds and rounding are respected."""
    return comparable(a, b) and same_amount(a, b)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Return whether both count or measure the same kind of thing."""
    if a.kind != b.kind:
        return False
    return a.unit == b.unit or (a.kind == "count" and bool({a.unit, b.unit} & _LOOSE))


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Return whether the amounts agree as far as bounds, rounding and "about" allow."""
    low_a, high_a = _bounds(a)
    low_b, high_b = _bounds(b)
    return low_a <= high_b and low_b <= high_a


def _bounds(q: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that the words may stand for."""
    slack = q.step / 2 if q.approximate and q.step > 1 else 0.0
    # "At least 7" and "7" agree, "at least 7" and "12" are two counts: an open bound is held to
    # a tenth beyond what is said.
    low = q.low if q.low is not None else q.value * (0.9 if q.high is not None else 1)
    high = q.high if q.high is not None else q.value * (1.1 if q.low is not None else 1)
    return min(low, high) - slack, max(low, high) + slack
