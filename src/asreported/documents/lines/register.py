"""Tell by its manner whether a line is a reader's comment or a report.

Looked at is only what stands outside quotation marks: who is spoken to and who speaks, slang and
insults, broken punctuation, and on the other side attribution, weekdays and offices.
"""

import re
from functools import cache

from asreported.documents.lines.lines import Line
from asreported.lexicon.load import table

_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»\n]{1,600}[\"“”«»]")
_FACE = re.compile(r"[\U0001f600-\U0001f64f]")
_SHOUT = re.compile(
    r"\b(?:AND|NOT|ALL|NEVER|ONLY|VERY|STOP|NO|YES|WHY|YOU|ON|IN|ARE|IS|WILL|TWICE|EVERY"
    r"|NOTHING|REALLY|MUST|WE|THEY|BUT|SO|HAVE|CAN|DO)\b"
)
_CAPITALS = re.compile(r"[A-Z]{2}")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_JAMMED = re.compile(r"[a-z][.!?][A-Z][a-z]|[a-z],[a-z]")
_JAMS = re.compile(r"[.!?,][A-Za-z]")
_WORD = re.compile(r"[^\W_]++(?:'[^\W_]++)?+")
_SIGNS = (
    (re.compile(r"^@\w"), ("@",), 6.0, "speaks to somebody by @name"),
    (re.compile(r"[!?]{2,}|!\?"), ("!!", "??", "!?", "?!"), 2.5, "doubled marks"),
    (re.compile(r"[:;]-?[)(DP](?=\s|$)|<3"), (":", ";", "<3"), 3.0, "an emoticon"),
    (_FACE, _BEYOND, 3.0, "an emoticon"),
    (re.compile(r"\.{3,}|…"), ("...", "…"), 1.2, "trailing dots"),
    (_JAMMED, _JAMS, 2.0, "no space after a mark"),
    (re.compile(r"^[a-z]"), (), 1.5, "starts in lower case"),
    (re.compile(r"!(?:\s|$)"), ("!",), 1.2, "an exclamation"),
    (re.compile(r"\w[?](?:\s|$)"), ("?",), 0.8, "a question"),
    (re.compile(r"\b(?:[A-Za-z]+n't|[A-Za-z]+'(?:re|ve|ll|d))\b"), ("'",), 0.7, "a contraction"),
    (
        re.compile(r"^(?:[\"“][^\"”]{10,300}[\"”]\s+(?:[A-Z]|-))"),
        ('"', "“"),
        0.8,
        "answers a quotation",
    ),
    (re.compile(r"\b[A-Z][a-z]+/[A-Z]?[a-z]+\b"), ("/",), 0.8, "a stroke between words"),
    (_SHOUT, _CAPITALS, 1.2, "shouting"),
    (
        re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,3}(?:[.,]\d{3})+\b"),
        tuple("0123456789"),
        -0.6,
        "a year or a figure",
    ),
    (re.compile(r"^[A-Z][\w .'-]{1,30}\((?:Reuters|AP|AFP)\)"), ("(",), -6.0, "a dateline"),
)
"""A sign, of what a text with it has one (quicker to look for), its weight, its name."""
_MOST_OF_ONE_SIGN = 3
_LOOKED_AT = 4000
"""Code points of a line that are weighed: its manner shows early."""


def comment_weight(line: Line) -> tuple[float, str]:
    """Return how much ``line`` sounds like a comment (above 0) or a report, and what says so.

    The figure is a sum of signs over the square root of the number of words, so that long and
    short lines can be compared; beyond 6 either way it is cut.
    """
    text = _QUOTED.sub(" ", line.plain[:_LOOKED_AT].replace("’", "'"))
    words = _WORD.findall(text.casefold())
    weights = _weights()
    total, told = 0.0, ""
    heaviest = 0.0
    for word in filter(weights.__contains__, words):
        weight, kind = weights[word]
        total += weight
        if weight > heaviest:
            heaviest, told = weight, f'{kind}: "{word}"'
    for sign, needed, weight, name in _SIGNS:
        if not _may_show(text, needed):
            continue
        count = min(_MOST_OF_ONE_SIGN, len(sign.findall(text)))
        total += weight * count
        if count and weight > heaviest:
            heaviest, told = weight, name
    scaled = total / max(3.0, len(words)) ** 0.5
    return max(-6.0, min(6.0, scaled)), told


def _may_show(text: str, needed: tuple[str, ...] | re.Pattern[str]) -> bool:
    if isinstance(needed, tuple):
        return not needed or any(map(text.__contains__, needed))
    return needed.search(text) is not None


@cache
def _weights() -> dict[str, tuple[float, str]]:
    return {row["word"]: (float(row["weight"]), row["kind"]) for row in table("registers")}
