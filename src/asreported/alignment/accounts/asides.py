"""Know a figure that does not answer for the story: of another time, a part, a name's digits."""

import re
from bisect import bisect_left
from datetime import date

from asreported.alignment.accounts.deeds import is_apart
from asreported.alignment.accounts.grammar import Grammar
from asreported.model.span import Span

_HOUR = re.compile(r"(?:at least )?(?:[01]?\d|2[0-3])\.[0-5]\d")
_AT_HOUR = re.compile(r"\b(?:at|the|until|till|by|after|before|since|to)\s$", re.IGNORECASE)
_HOUR_LEAD = 8  # Characters before a number that hold such a word.
_COUNTED_DIGITS = 2  # Digits of a count that may stand before a name: "57 Canadians".
_EACH = re.compile(r"\s+(?:\w+\s+)?(?:each|apiece|per)\b", re.IGNORECASE)
# "One of the two": of a count told of before.
_KNOWN = re.compile(
    r"\b(?:one|two|three|four|five|six|\d+|some|most|many|none|all) of the\s$", re.IGNORECASE
)
_ADDED = re.compile(r"\b(?:additional|further|extra)\b", re.IGNORECASE)
# "Over the next ten years": how long one looks, and not how long a thing lasts.
_WINDOW = re.compile(r"\b(?:last|past|next|coming|previous)\s$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:more|additional|excess)\b", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?$")
_ELSEWHEN = 45  # Days: what lies farther from publication is another occasion.
_ELSEMONTH = 21  # Days from the middle of a month to its end, and a few of the next.
# Words that tell of a count that no longer holds.
_SUPERSEDED = re.compile(
    r"\b(?:(?:had )?(?:earlier|initially|originally|previously|first) (?:said|reported|put)"
    r"|(?:said|reported) (?:earlier|initially|previously)|revised|down from|up from)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\s+of\s+(?:them|those|these|the|whom|which|its|their|his|her)\b", re.IGNORECASE
)
_SOME = frozenset({"several", "some", "few", "dozens", "scores", "hundreds", "thousands"})
_ALL = re.compile(r"\b(?:all|both)\s+$", re.IGNORECASE)
_OF_NUMBER = re.compile(r"\s+of\s+an?\s+\d", re.IGNORECASE)


def is_aside(grammar: Grammar, number: Span, whole: bool = False) -> bool:
    """Return whether the words around speak of another time, or of a part of those counted.

    With ``whole`` a part is none: "three of the injured" are all whom the sentence is about.
    """
    document = grammar.reading.document
    after = document.text[number.end : number.end + 12]
    # "Twelve of the guests" are some of those told of before, "twelve guests of the inn" are not.
    last = grammar.tokens[grammar.within(number)[-1]]
    bare = last.pos == "NUM" or last.text.lower() in _SOME
    if _ALL.search(document.text[max(0, number.start - 12) : number.start]):
        whole = True  # "All twelve of the guests".
    bare = bare and not whole
    if not whole and _PART.search(document.quote(number)):
        return True
    if _EACH.match(after) or _OF_NUMBER.match(after) or (bare and _PART.match(after)):
        return True
    if _MORE_AFTER.match(after) and any(c.isdigit() for c in document.quote(number)):
        return True
    before = document.text[max(0, number.start - 12) : number.start]
    if _KNOWN.search(document.text[max(0, number.start - 20) : number.start]):
        return True
    at = min(bisect_left(grammar.starts, number.start), len(grammar.tokens) - 1)
    # "Will last five days" tells how long, "the last five days" since when.
    lasts = at > 0 and grammar.tokens[at - 1].pos == "VERB"
    if _ADDED.search(document.quote(number)) or (_WINDOW.search(before) and not lasts):
        return True
    if grammar.tokens[at].head == at - 1 and grammar.tokens[at].dep == "nummod":
        return True  # "Carriage four", "chapter 3".
    if _names_a_thing(grammar, at, number):
        return True
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    start, end = grammar.tokens[sentence.first].start, grammar.tokens[sentence.last - 1].end
    if _SUPERSEDED.search(document.text[start:end]):
        return True
    return is_apart(grammar, at) or _is_elsewhen(grammar, at)


def is_hour(grammar: Grammar, number: Span) -> bool:
    """Return whether the number is an hour or the train of that hour: "the 7.52", "at 14.00"."""
    if not _HOUR.fullmatch(grammar.words(number)):
        return False
    start = number.start
    before = grammar.reading.document.text[max(0, start - _HOUR_LEAD) : start]
    return bool(_AT_HOUR.search(before))


def _names_a_thing(grammar: Grammar, at: int, number: Span) -> bool:
    """Return whether the figure is part of a name, as in "737 Max": digits, then a lone name."""
    if at + 1 >= len(grammar.tokens) or grammar.kind(at) == "headline":
        return False
    following = grammar.tokens[at + 1]
    if not following.text[:1].isupper() or following.start > number.end + 1:
        return False
    head = grammar.tokens[grammar.tokens[at].head]
    if following.entity in {"GPE", "NORP", "LOC", "ORG"}:
        return False
    # "737 Max jets": a model. Larger counts are written with a separator.
    model = grammar.tokens[at].text.isdigit() and len(grammar.tokens[at].text) > _COUNTED_DIGITS
    return head.tag == "NNP" or (model and following.pos == "PROPN")


def _is_elsewhen(grammar: Grammar, at: int) -> bool:
    """Return whether the sentence names a day or month far from the day of publication."""
    document = grammar.reading.document
    if document.published is None:
        return False
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    start, end = grammar.tokens[sentence.first].start, grammar.tokens[sentence.last - 1].end
    told = _day(document.published.iso)
    named = [d.iso for d in grammar.reading.dates if start <= d.span.start < end]
    return told is not None and any(_is_far(iso, told) for iso in named)


def _is_far(iso: str, told: date) -> bool:
    """Return whether an ISO date is far from the day ``told``; a month is where it is another."""
    day = _day(iso)
    if day is None:
        return False
    far = _ELSEWHEN if len(iso) > len("2020-01") else _ELSEMONTH
    return abs((day - told).days) > far


def _day(iso: str) -> date | None:
    """Return the day of an ISO date or month, None for a year, a week or an interval."""
    match = _ISO.match(iso)
    return date(int(match[1]), int(match[2]), int(match[3] or 15)) if match else None
