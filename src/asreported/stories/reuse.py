"""Say what kind of sharing a passage is, and who had it from whom.

Copied prose makes two accounts one; an official statement or a quotation that both carry does not.
Where two accounts share a good part of their own prose, all they share is copy. Else the marks and
words around a passage decide: between quotation marks it is a third party's, after "said" or
"according to" likewise.
"""

import re
from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.span import Span
from asreported.model.story import Reuse
from asreported.stories.copies import Shared
from asreported.stories.ties import Tie
from asreported.stories.words import Word, is_spoken

_CUE = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adding|announced|confirmed|stated|declared|warned"
    r"|explained|according to|reported|reports|reportedly|claimed|statement|spokes(?:wo)?man"
    r"|indicated|suggest(?:s|ed)?|concluded|insisted|denied|called|described|ordered|informed)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 9
"""Shared words of prose below which it is a stock phrase of the event, not a copy."""
_DENSE = 0.78
"""Share of the longer side's words from which a short stretch of prose counts as copied."""


def find_reuse(tie: Tie) -> list[Reuse]:
    """Return the passages that two accounts share, in the order of the first account."""
    found = []
    for passage in tie.shared:
        kind = _kind(tie, passage)
        if kind is None:
            continue
        direction, why = _direction(tie, kind)
        reason = (
            f"{passage.shared} of {max(len(passage.a), len(passage.b))} words in one order; {why}"
        )
        found.append(
            Reuse(_span(tie.a, passage.a), _span(tie.b, passage.b), kind, direction, reason)
        )
    return found


def _span(document: Document, words: Sequence[Word]) -> Span:
    return document.span(words[0].start, words[-1].end)


def _kind(tie: Tie, passage: Shared) -> str | None:
    copied = "wire" if tie.a.wire or tie.b.wire else "copied"
    if tie.is_copy:
        return copied if passage.matter >= 3 else None
    if is_spoken(passage.a) and is_spoken(passage.b):
        return "shared_quote" if _is_quotation(passage) else None
    statement, prose = _is_statement(passage), _is_prose(passage)
    # The search for cues is dear, and most of what two accounts share is neither.
    if not statement and not prose:
        return None
    if _is_told(tie, passage):
        return "shared_statement" if statement else None
    return copied if prose else None


def _is_quotation(passage: Shared) -> bool:
    """Return whether a stretch between marks is one utterance and not a common turn of phrase."""
    return passage.matter >= 2 if passage.complete else passage.matter >= 4


def _is_statement(passage: Shared) -> bool:
    # One side gives as speech what the other tells: fewer words suffice to know it again.
    half_quoted = any(words[len(words) // 2].quoted for words in (passage.a, passage.b))
    if half_quoted:
        return passage.matter >= 3 and passage.shared >= 7
    return passage.matter >= 5


def _is_prose(passage: Shared) -> bool:
    longer = max(len(passage.a), len(passage.b))
    if "caption" in passage.kinds:
        return passage.matter >= 4
    if passage.matter >= 9:
        return True
    return passage.shared >= max(_LEAST_WORDS, _DENSE * longer) and passage.matter >= 5


def _is_told(tie: Tie, passage: Shared) -> bool:
    """Return whether both accounts put the passage in another's mouth."""
    sides = ((tie.a, passage.a), (tie.b, passage.b))
    return all(
        _CUE.search(document.text, *_around(document, words[0].start, words[-1].end))
        or words[len(words) // 2].quoted
        for document, words in sides
    )


def _around(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the lines that hold ``start:end``, 200 code points off at most."""
    first = document.text.rfind("\n", max(0, start - 200), start) + 1
    last = document.text.find("\n", end, end + 200)
    return max(first, start - 200), last if last >= 0 else min(len(document.text), end + 200)


def _direction(tie: Tie, kind: str) -> tuple[str, str]:
    if kind in ("shared_quote", "shared_statement"):
        return "common", "both have it from the one who said it"
    agencies = [d.wire.agency if d.wire else "" for d in (tie.a, tie.b)]
    labels = [d.outlet.name if d.outlet else "" for d in (tie.a, tie.b)]
    if agencies[1] and agencies[1] == labels[0]:
        return "a->b", f"the second credits {agencies[1]}"
    if agencies[0] and agencies[0] == labels[1]:
        return "b->a", f"the first credits {agencies[0]}"
    if agencies[0] and agencies[0] == agencies[1]:
        return "common", f"both credit {agencies[0]}"
    if any(agencies):
        return "common", f"one credits {agencies[0] or agencies[1]}"
    return _by_time(tie)


def _by_time(tie: Tie) -> tuple[str, str]:
    times = [d.published.iso if d.published else "" for d in (tie.a, tie.b)]
    precision = min(len(time) for time in times)
    first, second = (time[:precision] for time in times)
    if precision < 10 or first == second:
        return "unknown", "no credit or time shows who was first"
    direction = "a->b" if first < second else "b->a"
    return direction, f"published {min(first, second)} and {max(first, second)}"
