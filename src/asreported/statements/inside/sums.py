"""Find sums, shares and changes of one article that its own figures do not make.

"12 of the 40 homes (45 percent)" are 30 percent; "nine dead: four women and three men" are seven;
"from 40 to 50, a rise of 15 percent" is one of 25.

Reads:   `Document.text` and the document's `Quantity` values.
Assigns: `Internal` of kind "arithmetic".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from asreported.model.document import Document
from asreported.model.statement import Internal, Quantity

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+)?")
_OR_SHARE = re.compile(r"[^.;\n\d]{0,40}?\s*(?:\(|,\s+or\s+|,\s+|\s[–—-]\s+or\s+)\s*(?:or\s+)?")
# "22 of 23 hostages had been freed, a success rate of 98 per cent".
_RATE = re.compile(
    r"[^.;\n\d]{0,60},\s+(?:or\s+)?an?\s+(?:\w+\s+){0,2}(?:rate|share|proportion|turnout)\s+of\s+"
)
_OPENS = re.compile(r"[^.;\n\d]{0,24}?\s*(?::|\s[–—]|—|\s-|\()\s*$")
_JOINS = re.compile(
    r"[^.;:()\n\d]{0,24}(?:,|,?\s+and|,?\s+plus|\s+&)\s+(?:a further\s+|another\s+)?$"
)
_ENDS = re.compile(r"[^.,;:()\n\d–—]{0,24}(?:[.;)]|\s?[–—]|$)")
_CHANGE = re.compile(
    r"\b(?:ris\w*|rose|increas\w*|gain\w*|grow\w*|grew|jump\w*|surg\w*|up|fall\w*|fell|drop\w*|declin\w*"
    r"|decreas\w*|down|cut|reduc\w*|slump\w*|plung\w*)\b",
    re.IGNORECASE,
)
_RISE = re.compile(
    r"[^.;\n\d]{0,30},\s+(?:or\s+)?(?:up|down|an?\s+(?:\w+\s+)?(?:rise|increase|fall|drop|gain|decline|loss)"
    r"\s+of)\s+(?:by\s+)?$",
    re.IGNORECASE,
)
_CLOSE = 70
# A share is right to half its last digit; where words blur it, to so many points.
_BLURRED = 3.0


def find_sums(document: Document, quantities: Sequence[Quantity]) -> Iterator[Internal]:
    """Yield each share, total and change that rounding cannot explain.

    ``spans`` are the figures in text order; ``gap`` is how far the two are apart over what rounding
    allows (shares, changes), or the greater over the lesser (totals), so above 1.
    """
    ordered = sorted(quantities, key=lambda quantity: quantity.span)
    for index in range(len(ordered) - 2):
        yield from _share(document, ordered[index : index + 3])
        yield from _total(document, ordered[index : index + 8])
    for index in range(len(ordered) - 1):
        yield from _change(document, ordered[max(0, index - 1) : index + 3], ordered[index])


def _between(document: Document, left: Quantity, right: Quantity) -> str:
    return document.text[left.span.end : right.span.start]


def _share(document: Document, three: Sequence[Quantity]) -> Iterator[Internal]:
    part, whole, share = three
    if part.kind != "count" or whole.kind != "count" or share.unit != "%":
        return
    if not _OF.fullmatch(_between(document, part, whole)) or not 0 < part.value <= whole.value:
        return
    between = _between(document, whole, share)
    told = _OR_SHARE.fullmatch(between) or _RATE.fullmatch(between)
    if not told or not _exact(part, whole):
        return
    right = 100 * part.value / whole.value
    gap = abs(right - share.value) / _slack(share)
    if gap > 1:
        words = [document.quote(one.span) for one in three]
        reason = f'"{words[0]}" of "{words[1]}" are {right:.3g} percent, not "{words[2]}"'
        yield Internal("arithmetic", tuple(one.span for one in three), gap, reason)


def _slack(share: Quantity) -> float:
    bounded = share.low is not None or share.high is not None
    return max(share.step / 2, _BLURRED if share.approximate or bounded else 0.0) + 1e-6


def _exact(*quantities: Quantity) -> bool:
    return all(q.is_exact and q.value >= 1 for q in quantities)


def _total(document: Document, run: Sequence[Quantity]) -> Iterator[Internal]:
    """Check a total against the list that a colon, dash or bracket opens right behind it."""
    total = run[0]
    if total.kind != "count" or not _OPENS.fullmatch(_between(document, total, run[1])):
        return
    listed = [run[1]]
    for left, right in pairwise(run[1:]):
        if not _JOINS.fullmatch(_between(document, left, right)):
            break
        listed.append(right)
    tail = document.text[listed[-1].span.end : listed[-1].span.end + 32].split("\n")[0]
    closed = _ENDS.match(tail) and all(q.kind == "count" for q in listed)
    if len(listed) < 2 or not closed or not _exact(total, *listed):
        return
    made = sum(q.value for q in listed)
    if made != total.value:
        parts = " and ".join(f'"{document.quote(q.span)}"' for q in listed)
        reason = f'{parts} make {made:g}, not "{document.quote(total.span)}"'
        gap = max(made, total.value) / min(made, total.value)
        yield Internal("arithmetic", (total.span, *(q.span for q in listed)), gap, reason)


def _change(document: Document, near: Sequence[Quantity], start: Quantity) -> Iterator[Internal]:
    """Check "from A to B", A being ``start``, against the one percentage beside it."""
    for first, second in pairwise(near):
        if first is not start:
            continue
        told = re.search(
            r"\bfrom\s+$", document.text[max(0, first.span.start - 6) : first.span.start]
        )
        joined = re.fullmatch(r"\s+to\s+", _between(document, first, second))
        if not told or not joined or first.unit not in ("", second.unit) or first.unit == "%":
            continue
        yield from _difference(document, first, second, near)
        shares = [q for q in near if q.unit == "%" and _beside(document, q, first, second)]
        if len(shares) != 1 or first.value <= 0:
            continue
        yield from _wrong_change(document, first, second, shares[0])


def _difference(
    document: Document, first: Quantity, second: Quantity, near: Sequence[Quantity]
) -> Iterator[Internal]:
    """Check "from 31 to 47, a rise of 14" where the difference is told in the same unit."""
    behind = next((q for q in near if q.span.start >= second.span.end), None)
    if behind is None or behind.kind != second.kind or behind.unit not in ("", second.unit):
        return
    made = abs(second.value - first.value)
    told = _RISE.fullmatch(_between(document, second, behind))
    if told and _exact(first, second, behind) and behind.value != second.value and made > 0:
        slack = (first.step + second.step + behind.step) / 2 if second.step > 1 else 0.0
        gap = max(made, behind.value) / min(made, behind.value)
        if abs(made - behind.value) > max(slack, 1e-6):
            words = [document.quote(q.span) for q in (first, second, behind)]
            reason = f'from "{words[0]}" to "{words[1]}" are {made:,g}, not "{words[2]}"'
            yield Internal(
                "arithmetic", tuple(q.span for q in (first, second, behind)), gap, reason
            )


def _beside(document: Document, share: Quantity, first: Quantity, second: Quantity) -> bool:
    start, end = min(share.span.start, first.span.start), max(share.span.end, second.span.end)
    words = document.text[max(0, start - 30) : end + 20]
    gap = document.text[start:end]
    return len(gap) <= _CLOSE + 40 and not re.search(r"[.;]\s", gap) and bool(_CHANGE.search(words))


def _wrong_change(
    document: Document, first: Quantity, second: Quantity, share: Quantity
) -> Iterator[Internal]:
    right = 100 * abs(second.value - first.value) / first.value
    ratio = second.value / first.value
    rounding = 50 * ratio * (first.step / first.value + second.step / max(second.value, 1e-9))
    slack = _slack(share) + min(rounding, 0.1 * right + 1)
    gap = abs(right - abs(share.value)) / slack
    if gap > 1:
        spans = tuple(sorted((first.span, second.span, share.span)))
        words = [document.quote(one.span) for one in (first, second, share)]
        reason = f'from "{words[0]}" to "{words[1]}" are {right:.3g} percent, not "{words[2]}"'
        yield Internal("arithmetic", spans, gap, reason)
