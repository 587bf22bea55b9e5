"""Find sums that one article converts at two rates: "500 florins (£200) ... 900 florins (£500)".

Reads:   `Quantity` values.
Assigns: `Internal` of kind "conversion".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from asreported.model.document import Document
from asreported.model.statement import Internal, Quantity, Reading

_OPENS = re.compile(r"\s*[(\[]\s*(?:or|that is|worth|equal to)?\s*")
# Rates of one article are apart by rounding; those of two days by a few percent.
_APART = 1.15
_ROUNDED = 0.05  # "500 florins" are seldom 450.


def find_rates(reading: Reading) -> Iterator[Internal]:
    """Yield each restated sum whose rate is not that of the first one in the same two units."""
    document = reading.document
    held: dict[tuple[str, str], tuple[Quantity, Quantity]] = {}
    for stated, restated in pairwise(reading.quantities):
        if not _restates(document, stated, restated):
            continue
        first, second = held.setdefault((stated.unit, restated.unit), (stated, restated))
        one, other = second.value / first.value, restated.value / stated.value
        room = 1.0
        for quantity in (first, second, stated, restated):
            room += min(quantity.step / (2 * quantity.value), _ROUNDED)
        gap = max(one, other) / min(one, other)
        if gap > _APART * room:
            quoted = [document.quote(q.span) for q in (first, second, stated, restated)]
            reason = (
                f'"{quoted[0]}" are "{quoted[1]}", so "{quoted[2]}" are '
                f'{one * stated.value:,.0f}, not "{quoted[3]}"'
            )
            spans = tuple(q.span for q in (first, second, stated, restated))
            yield Internal("conversion", spans, gap, reason)


def _restates(document: Document, stated: Quantity, restated: Quantity) -> bool:
    """Return whether a sum of money stands in a bracket behind another sum."""
    if restated.kind != "money" or stated.kind not in ("money", "count"):
        return False
    if stated.unit == restated.unit or not stated.unit or min(stated.value, restated.value) <= 0:
        return False
    text = document.text
    opened = _OPENS.fullmatch(text, stated.span.end, restated.span.start)
    return opened is not None and text[restated.span.end : restated.span.end + 1] in (")", "]", ",")
