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
from asreported.stories.order import NO_TIME, publication_times
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
_LEAST_TOLD = 7
"""Shared words below which what both report is a date, an age or a number."""
_DENSE_TOLD, _LONG_TOLD = 0.85, 10
"""Share of the longer side's words, or shared words, from which both report one statement: below,
in 60 stories read, they were two sentences with an office and a name in common."""
_VERBATIM = 0.95
"""Share of the longer side's words from which prose is copied with its own attribution in it."""
_VERBATIM_WORDS = 12
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
    if any(words[len(words) // 2].quoted for words in (passage.a, passage.b)):
        return passage.matter >= 3 and passage.shared >= _LEAST_TOLD
    longer = max(len(passage.a), len(passage.b))
    dense = passage.shared >= min(_LONG_TOLD, _DENSE_TOLD * longer)
    return passage.matter >= 5 and passage.shared >= _LEAST_TOLD and dense


def _is_prose(passage: Shared) -> bool:
    longer = max(len(passage.a), len(passage.b))
    if "caption" in passage.kinds:
        return passage.matter >= 4
    if passage.matter >= 9:
        return True
    return passage.shared >= max(_LEAST_WORDS, _DENSE * longer) and passage.matter >= 5


def _is_told(tie: Tie, passage: Shared) -> bool:
    """Return whether both accounts put the passage in another's mouth.

    Where a long stretch is the same to the word, who is said to have said it is a part of the
    copy: only what stands around it counts.
    """
    longer = max(len(passage.a), len(passage.b))
    verbatim = passage.shared >= max(_VERBATIM_WORDS, _VERBATIM * longer)
    return all(
        _is_told_by(document, words, verbatim)
        for document, words in ((tie.a, passage.a), (tie.b, passage.b))
    )


def _is_told_by(document: Document, words: Sequence[Word], verbatim: bool) -> bool:
    if words[len(words) // 2].quoted:
        return True
    start, end = words[0].start, words[-1].end
    first, last = _around(document, start, end)
    if not verbatim:
        return _CUE.search(document.text, first, last) is not None
    return bool(_CUE.search(document.text, first, start) or _CUE.search(document.text, end, last))


def _around(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the lines that hold ``start:end``, 200 code points off at most."""
    first = document.text.rfind("\n", max(0, start - 200), start) + 1
    last = document.text.find("\n", end, end + 200)
    return max(first, start - 200), last if last >= 0 else min(len(document.text), end + 200)


def _direction(tie: Tie, kind: str) -> tuple[str, str]:
    if kind in ("shared_quote", "shared_statement"):
        return "common", "both have it from the one who said it"
    agencies = [d.wire.agency if d.wire else "" for d in (tie.a, tie.b)]
    owners = [_publisher(tie.a), _publisher(tie.b)]
    if agencies[1] and agencies[1] == owners[0] != owners[1]:
        return "a->b", f"the second credits {agencies[1]}"
    if agencies[0] and agencies[0] == owners[1] != owners[0]:
        return "b->a", f"the first credits {agencies[0]}"
    if agencies[0] and agencies[0] == agencies[1]:
        return "common", f"both credit {agencies[0]}"
    if any(agencies):
        return "common", f"one credits {agencies[0] or agencies[1]}"
    return _by_time(tie)


def _publisher(document: Document) -> str:
    """Return the outlet's name; "" where only the credit for the text says it."""
    if document.outlet is None:
        return ""
    credited = document.wire.span if document.wire else None
    guessed = document.outlet.span is not None and document.outlet.span == credited
    return "" if guessed else document.outlet.name


def _by_time(tie: Tie) -> tuple[str, str]:
    (a, told_of_a), (b, told_of_b) = publication_times((tie.a, tie.b))
    if a == b or NO_TIME in (a, b):
        return "unknown", "no credit or time shows who was first"
    if a < b:
        return "a->b", f"published {told_of_a} and {told_of_b}"
    return "b->a", f"published {told_of_b} and {told_of_a}"
