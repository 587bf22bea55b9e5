"""Find figures of people, money and magnitude that stand in the headline and nowhere below it.

"1,000 feared dead" stands above a text that fears for 500; "earthquake of magnitude 7.1" above one
that tells of no magnitude.

Reads:   headline and quantities.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity
from asreported.statements.inside.fronts import Front
from asreported.statements.inside.gaps import is_toll
from asreported.statements.speech.beings import speaker_kinds

_KINDS = frozenset({"count", "money", "percent"})
_ANYBODY = frozenset({"person", "people"})
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of)? (?P<a>\d\.\d)\b|\b(?P<b>\d\.\d)[ -]magnitude\b", re.I)
# Fewer are told in words, and counted one by one.
_LEAST = 10
# The body may round the headline's figure, or the headline the body's, by this share of it.
_ROUNDED = 0.1
# A body shorter than this, in code points, has no room for the headline's figures.
_SHORTEST = 300
_TOLL = re.compile(r"\btoll\b[^.;,\n]*$")
_BEFORE = 40
_NEAR = 20.0  # What is so many times as much is no other figure of the same.


def find_unborne(front: Front) -> Iterator[Internal]:
    """Yield the first figure of the headline that the body has in no form; ``gap`` is 1.2."""
    if len(front.text) < _SHORTEST:
        return
    below = [q for q in front.reading.quantities if front.is_body(q.span)]
    for span, value, above in _figures(front):
        if _is_borne(front, value, below):
            continue
        spans = (span, *_rivals(front, value, above, below))
        reason = f'"{front.quote(span)}" stands in the headline, not in the body'
        yield Internal("headline", spans, 1.2, reason)
        return


def _figures(front: Front) -> Iterator[tuple[Span, float, Quantity | None]]:
    """Yield the headline's figures with their values, and the quantities they are."""
    document, start = front.reading.document, front.headline.start
    for match in _MAGNITUDE.finditer(front.title):
        span = document.span(start + match.start(), start + match.end())
        yield span, float(match["a"] or match["b"]), None
    for quantity in front.reading.quantities:
        if not front.headline.covers(quantity.span) or quantity.kind not in _KINDS:
            continue
        people = quantity.unit in _ANYBODY or speaker_kinds().get(quantity.unit) == "person"
        people = people or is_toll(front, quantity)
        digits = _DIGITS.search(front.quote(quantity.span)) is not None
        exact = quantity.is_exact and quantity.value >= _LEAST and digits
        if exact and (people or quantity.kind != "count"):
            yield quantity.span, quantity.value, quantity


def _is_borne(front: Front, value: float, below: Sequence[Quantity]) -> bool:
    """Return whether the body has the value: in digits, in words, nearly, or as two figures."""
    written = {float(m.group().replace(",", "")) for m in _DIGITS.finditer(front.text)}
    told = written.union(*({q.value, q.low, q.high} for q in below)) - {None}
    known = sorted(number for number in told if number is not None)
    if any(abs(number - value) <= _ROUNDED * value for number in known):
        return True
    small = [number for number in known if 1 <= number < value]
    return any(one + other == value for one, other in combinations(small, 2))


def _rivals(
    front: Front, value: float, above: Quantity | None, below: Sequence[Quantity]
) -> Iterator[Span]:
    """Yield the figure of the body that is nearest to a toll of the headline, of the same fate."""
    if above is None or not is_toll(front, above):
        return
    same = [q for q in below if _tolls(front, q) and value / _NEAR <= q.value <= value * _NEAR]
    if same:
        yield min(same, key=lambda q: abs(q.value - value)).span


def _tolls(front: Front, quantity: Quantity) -> bool:
    """Return whether a figure counts the dead, or is what "the toll" comes to."""
    start = quantity.span.start
    before = front.reading.document.text[max(0, start - _BEFORE) : start]
    return is_toll(front, quantity) or _TOLL.search(before) is not None
