"""Find measures that one article gives in two units that do not agree.

"70,000 square kilometers (about 43,500 square miles)" gives one area twice, yet 70,000 square
kilometers are 27,027 square miles. Which figure is right is not asked: the two contradict each
other, and that is all this reports.

Reads:   `Document.text` and the document's `Quantity` values.
Assigns: `Internal` of kind "conversion".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from asreported.lexicon.units import unit_sizes
from asreported.model.document import Document
from asreported.model.statement import Internal, Quantity

# What may stand between a measure and its conversion: a bracket, a slash or "or", a few words of
# what is measured before a bracket ("200 feet deep (61 metres)").
_RESTATES = re.compile(
    r"(?:[ \u00a0-][^\W_]{1,15}){0,4}\s*[(\[]\s*(?:or|that is|equivalent to|i\.e\.,?)?\s*"
    r"|,?\s+or\s+|\s*/\s*|\s+[–—]\s+or\s+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r".*[(\[]", re.DOTALL)
# What may follow a conversion inside its bracket: nothing, or words of the same measure.
_CLOSES = re.compile(r"(?:[ -](?:deep|wide|high|tall|long|away|thick|across|each))?\s*[)\],;/]")
# Rounding moves a figure by this share of itself at most, and by the other where words blur it.
_EXACT, _BLURRED = 0.1, 0.25
# "Just under 300" leaves room for what it is just under.
_BOUNDED = 0.03
# Names of units that stand for several: the writer may mean any.
_SIZES = {
    "ton": (907.18474, 1000.0, 1016.0469),
    "t": (1000.0, 907.18474, 1016.0469),
    "gal": (0.003785411784, 0.00454609),
    "hp": (745.699872, 735.49875),
    "mi": (1609.344, 1852.0),
}
_DIMENSIONS = frozenset(
    ["area", "length", "mass", "volume", "speed", "temperature", "power", "energy", "torque"]
)


def find_conversions(document: Document, measures: Sequence[Quantity]) -> Iterator[Internal]:
    """Yield each restated measure that rounding alone cannot explain.

    Args:
        document: The article.
        measures: Its quantities, in any order, none overlapping another.

    Yields:
        One a pair, in text order. Its ``spans`` are (stated, restated); its ``gap`` is how far the
        two are apart over how far rounding can set them, so above 1.
    """
    in_order = sorted(
        (m for m in measures if _dimension(m.unit) in _DIMENSIONS), key=lambda m: m.span
    )
    for place, (stated, restated) in enumerate(pairwise(in_order)):
        if not _restated(document, stated, restated):
            continue
        if place and _composed(document, in_order[place - 1], stated):
            # "6 feet 2 inches (1.88 m)": the two parts are one measure.
            continue
        gap, expected = _gap(stated, restated)
        if gap > 1:
            right = f"{expected:,.0f}" if abs(expected) >= 1000 else f"{expected:.3g}"
            reason = (
                f'"{document.quote(stated.span)}" are {right} {restated.unit}, '
                f'not "{document.quote(restated.span)}"'
            )
            yield Internal("conversion", (stated.span, restated.span), gap, reason)


def _restated(document: Document, stated: Quantity, restated: Quantity) -> bool:
    if stated.unit == restated.unit or _dimension(stated.unit) != _dimension(restated.unit):
        return False
    text = document.text
    gap = text[stated.span.end : restated.span.start]
    if len(gap) > 60 or not _RESTATES.fullmatch(gap):
        return False
    if _BRACKETED.fullmatch(gap):
        return bool(_CLOSES.match(text, restated.span.end))
    return True


def _composed(document: Document, before: Quantity, stated: Quantity) -> bool:
    """Return whether a larger unit stands right before, of which this is the rest."""
    if _dimension(before.unit) != _dimension(stated.unit) or before.unit == stated.unit:
        return False
    gap = document.text[before.span.end : stated.span.start]
    return gap.strip(" ,\u00a0-") in ("", "and")


def _gap(stated: Quantity, restated: Quantity) -> tuple[float, float]:
    """Return how far apart the two are over what rounding allows, and the right figure."""
    readings: list[tuple[float, float]] = []
    for first in _sizes(stated.unit):
        for second in _sizes(restated.unit):
            readings.extend(_compared(stated, restated, first, second))
    return min(readings, default=(0.0, 0.0))


def _compared(
    stated: Quantity, restated: Quantity, first: float, second: float
) -> Iterator[tuple[float, float]]:
    """Yield the gap and the right figure for each end of a range, or for the one value."""
    pairs = [(stated.value, restated.value)]
    if stated.low is not None and stated.high is not None:
        if restated.low is None or restated.high is None:
            return
        pairs = [(stated.low, restated.low), (stated.high, restated.high)]
    for shift in _shifts(stated.unit, restated.unit):
        gaps = []
        for value, said in pairs:
            expected = (value * first + shift) / second
            slack = _blur(value, stated) * first / second + _blur(said, restated)
            gaps.append((abs(expected - said) / max(slack, 1e-9), expected))
        yield max(gaps)


def _blur(value: float, measure: Quantity) -> float:
    """Return how far rounding may have moved a figure: half its last digit, within reason.

    "100 miles" are not 50 to 150.
    """
    share = _BLURRED if measure.approximate or abs(value) < 10 else _EXACT
    rounding = min(measure.step / 2, share * abs(value))
    bounded = measure.low is not None or measure.high is not None
    return max(rounding, _BOUNDED * abs(value)) if bounded and not measure.approximate else rounding


def _shifts(left: str, right: str) -> tuple[float, ...]:
    """Return what must be added in kelvin: temperatures restate readings, or differences."""
    if (left, right) == ("C", "F"):
        return (32 / 1.8, 0.0)
    if (left, right) == ("F", "C"):
        return (-32 / 1.8, 0.0)
    return (0.0,)


@cache
def _sizes(unit: str) -> tuple[float, ...]:
    return _SIZES.get(unit) or (unit_sizes()[unit][1],)


def _dimension(unit: str) -> str:
    return unit_sizes().get(unit, ("", 0.0))[0]
