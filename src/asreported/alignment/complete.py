"""Tell whether an account is whole: long enough, and not cut off in the middle."""

import re

from asreported.lexicon.plurals import counted
from asreported.model.statement import Reading

_SHORT_WORDS = 60
"""Fewer words of article text are a teaser or a caption: what they lack they lack for room."""

_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$|[\"'”’»)\]]\s*$")
_MORE = re.compile(
    r"(?:\.\.\.|…|\[\+\s?\d+ chars?\])\W*$"
    r"|\b(?:read|click|continue|subscribe|sign in)\b[^.\n]{0,40}"
    r"\b(?:more|reading|full|here|to read)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)


def find_shortfall(reading: Reading) -> str:
    """Return why the account is not whole ("41 words of article text"), "" where it seems whole."""
    regions = reading.document.article_regions()
    text = reading.document.text
    words = sum(len(text[region.start : region.end].split()) for region in regions)
    if words < _SHORT_WORDS:
        return f"{counted(words, 'word')} of article text"
    last = [region for region in regions if region.kind == "body"] or list(regions)
    tail = text[last[-1].start : last[-1].end][-120:].strip()
    if _MORE.search(tail):
        return f"its text breaks off at “{tail[-40:].strip()}”"
    # A last line of few words may be a label that was left in; only running text is held to a stop.
    if len(tail.split()) >= 12 and not _CLOSED.search(tail):
        return f"its text ends without a stop at “{tail[-40:].strip()}”"
    return ""
