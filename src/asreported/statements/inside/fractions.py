"""Find fractions told in words that the article's own counts do not make.

"620 of the 1,900, or two thirds" are one third; "three of seven parties want it, a majority" are
none.

Reads:   `Quantity` values.
Assigns: `Internal` of kind "arithmetic".
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from asreported.model.statement import Internal, Quantity, Reading

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+)?")
_OF_WHOM = re.compile(r"[^.;\n\d]{0,70},\s+of\s+(?:whom|which|these|those)\s+(?:some\s+|only\s+)?")
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_TIMES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
# What ends a fraction that only says again what the counts say; "a third abstained" says more.
_ENDS = r"(?=\s*(?:[,.;:)–—]|$|\bof\s+(?:them|the|all|those|its)\b|\baccording\b))"
_SAID_SO = re.compile(
    r"(?P<between>[^.;\n\d]{0,60}?)(?:,\s+(?:or\s+|that\s+is,?\s+)?|\s+\(|\s[–—-]\s+(?:or\s+)?)"
    r"(?:(?P<above>more than|over|well over)\s+|(?:about|around|almost|nearly|roughly|some"
    r"|just over|just under|exactly|fully|only|barely)\s+)?"
    r"(?P<told>a\s+(?:clear\s+|bare\s+|narrow\s+)?majority|half"
    rf"|(?:{'|'.join(_TIMES)})[\s-](?:{'|'.join(part + 's?' for part in _PARTS)})){_ENDS}",
    re.IGNORECASE,
)
# Shares this far from the fraction are no rounding of it.
_FAR = 0.1


def find_fractions(reading: Reading) -> Iterator[Internal]:
    """Yield each count of a whole with a fraction behind it that it is not.

    ``gap`` is the greater of the two shares over the lesser; ``spans`` are the two counts and the
    fraction in text order.
    """
    document = reading.document
    for one, other in pairwise(reading.quantities):
        between = document.text[one.span.end : other.span.start]
        part, whole = (one, other) if _OF.fullmatch(between) else (other, one)
        if part is other and not _OF_WHOM.fullmatch(between):
            continue
        if not _are_counts(part, whole):
            continue
        told = _SAID_SO.match(document.text, other.span.end, other.span.end + 110)
        if told is None:
            continue
        share = part.value / whole.value
        said, wrong = _judge(share, told["told"], told["above"] is not None)
        if not wrong:
            continue
        span = document.span(*told.span("told"))
        words = [document.quote(q.span) for q in (part, whole)]
        reason = f'"{words[0]}" of "{words[1]}" are not "{document.quote(span)}"'
        gap = max(share, said) / max(min(share, said), 1e-6)
        yield Internal("arithmetic", (*sorted((part.span, whole.span)), span), gap, reason)


def _are_counts(part: Quantity, whole: Quantity) -> bool:
    counted = part.kind == whole.kind == "count" and part.is_exact
    return counted and 0 < part.value <= whole.value and whole.value > 1


def _judge(share: float, told: str, above: bool) -> tuple[float, bool]:
    """Return the share that ``told`` says, and whether ``share`` is none that it may mean."""
    said = _shares().get(" ".join(told.casefold().replace("-", " ").split()))
    if said is None:
        return 0.5, share <= 0.5  # a majority
    return said, share < said - _FAR if above else abs(share - said) > _FAR


@cache
def _shares() -> dict[str, float]:
    """Return the fractions by their words: "two thirds"."""
    named = {
        f"{times} {part}{plural}": number / parts
        for times, number in _TIMES.items()
        for part, parts in _PARTS.items()
        for plural in ("", "s")
    }
    return {**named, "half": 0.5}
