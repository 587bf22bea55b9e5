"""Find the place a report is filed from, and the agency that it is credited to."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from asreported.documents.lines.bylines import is_person
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.lines.people import is_mark
from asreported.lexicon.load import table

_PLACE = re.compile(
    r"[*_]{0,2}(?P<place>[^\W\d_a-z][^\W\d_]*+(?:[ .'’/-]{1,2}[^\W\d_]++){0,4}\.?"
    r"(?:, [^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}){0,2}?"
    r"(?:/[^\W\d_a-z][^\W\d_]*+(?:[ .'’-]{1,2}[^\W\d_]++){0,3})?)"
    r"(?P<date>,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r",?[ \xa0]?(?:[(\[/](?P<agency>[^()\[\]\n]{2,40}?)[)\]/])?[*_]{0,2}"
    r"[ \xa0]?(?:(?P<dash>[-–—:]{1,2}|\.(?=-))|(?<=\))\.)[-–—]?[ \xa0]"
)
_FILED = re.compile(
    r"(?:(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8})(?:,? \d{4})?,? )?"
    r"\((?P<agency>[^()\n]{2,40})\)\.?[ \xa0]?[-–—]{1,2}[ \xa0]"
)
"""A dateline that names no place: "Oct 24 (Reuters) - ..."."""
_CREDIT = re.compile(
    r"(?:copyright|©|\(c\)|source|quelle|credit|via|from|with)\b[\s:©]*(?:\(c\)\s?)?(?:\d{4})?[\s,]*"
    r"(?:by )?(?P<name>[^\n.,;|()–—-]{2,40})",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[\s(–—-]*(?P<name>[^\n()–—]{2,40}?)[\s).–—]*$")
_AT_END = re.compile(r"[-–—(]\s?(?P<name>[^\n()–—.]{2,30}(?:(?<=\d)\.[\d.]{1,8})?)[).]?\s*$")
_CLOSING = re.compile(
    r"\((?P<name>(?:Additional reporting|Reporting|Writing) by) [^()]{3,400};[^();]{0,60}"
    r"\b[Ee]diting by [^()]{3,200}\)\s*$"
)
"""How Reuters alone ends its reports: seven of seven that others published are its own."""
_WRITERS = re.compile(
    r"[^\w\n]{0,3}(?P<name>Associated Press|AP)(?: [A-Za-z][\w-]*){0,3} (?:writers?|reporters?)"
    r" [A-Z][^\n]{3,600}\bcontributed\b"
)
"""Reports to which an agency's own writers contributed are the agency's."""
_DATED = re.compile(r",?\s\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)$")
_UNKNOWN = re.compile(r"[A-Z][\w.&-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2}")
_BRACKETED = re.compile(r"\((?P<name>[A-Z][\w.&-]{1,20}(?: [A-Z][\w.&-]{1,20}){0,2})\)")
_FIRST_LINES = 2
"""Paragraphs with which a report may begin: a note or a caption may stand above its dateline."""
_LAST_LINES = 6
_LAST_PARAGRAPHS = 2
_HEAD_LINES = 4
"""Lines that may stand between a headline and the first paragraph where they name who wrote."""
_CREDIT_SIZE = 300
_CREDITED_KINDS = frozenset({"disclaimer", "metadata", "byline", "dateline", "body", "author_bio"})


class Filed(NamedTuple):
    """Where ``start:end`` of the text names the place or the agency, and the name."""

    start: int
    end: int
    name: str


def find_place(draft: Draft) -> Filed | None:
    """Return the place in the dateline of the first paragraphs, or None."""
    found = _dateline(draft)
    if found is None:
        return None
    line, match = found
    start = line.start + match.start("place")
    return Filed(start, line.start + match.end("place"), match["place"])


def find_wire(draft: Draft) -> Filed | None:
    """Return the agency that the text is credited to, or None.

    Looked at are the dateline, the byline, and credits at the end. That an agency helped, or owns
    a picture, is no credit for the text.
    """
    return (
        _in_dateline(draft)
        or next(_in_bylines(draft), None)
        or _below_name(draft)
        or next(_in_credits(draft), None)
        or next(_in_brackets(draft), None)
    )


def _in_dateline(draft: Draft) -> Filed | None:
    filed = _dateline(draft)
    if filed and filed[1]["agency"]:
        # Brackets in a dateline hold the agency, also one that no table knows.
        return _agency_in(*filed, known=False)
    for line in _first_paragraphs(draft):
        found = _FILED.match(line.text[:160])
        if found:
            return _agency_in(line, found, known=True)
    return None


def _agency_in(line: Line, found: re.Match[str], known: bool) -> Filed | None:
    for piece in re.finditer(r"[^/,&+]+", found["agency"]):
        name = piece[0].strip()
        unknown = None if known or not _UNKNOWN.fullmatch(name) else name
        agency = _agencies().get(name) or unknown
        if agency:
            start = line.start + found.start("agency") + piece.start()
            return Filed(start, start + len(piece[0].rstrip()), agency)
    return None


def _below_name(draft: Draft) -> Filed | None:
    """Return the agency on a line of its own between a name and the first paragraph."""
    headline = next(iter(draft.of("headline")), -1)
    first = next((at for at in draft.of("body") if at > headline), -1)
    line = draft.lines[first - 1]
    if not 2 <= first - headline - 1 <= _HEAD_LINES or line.plain not in _agencies():
        return None
    if not is_person(draft.lines[first - 2].plain):
        return None
    return Filed(line.start, line.end, _agencies()[line.plain])


def _in_brackets(draft: Draft) -> Iterator[Filed]:
    """Yield a name that stands in brackets by itself among the last lines."""
    for at in range(max(1, len(draft.lines) - _LAST_LINES), len(draft.lines)):
        line = draft.lines[at]
        found = _BRACKETED.fullmatch(line.plain)
        if found and draft.kind(at - 1) in ("body", "quote_block") and line.text == line.plain:
            yield Filed(line.start + 1, line.end - 1, found["name"])


def date_in_dateline(draft: Draft) -> tuple[int, int] | None:
    """Return where the dateline of the first paragraphs has its date, or None."""
    found = _dateline(draft)
    if found is None or not found[1]["date"]:
        return None
    line, match = found
    return line.start + match.start("date"), line.start + match.end("date")


def agency_of(name: str) -> str | None:
    """Return the full name of the news agency that ``name`` stands for, or None."""
    return _agencies().get(name.strip())


def _dateline(draft: Draft) -> tuple[Line, re.Match[str]] | None:
    for line in _first_paragraphs(draft):
        match = _PLACE.match(line.text[:160])
        if match and _is_dateline(match):
            return line, match
    return None


def _first_paragraphs(draft: Draft) -> list[Line]:
    own = map(draft.lines.__getitem__, draft.of("body", "subhead", "quote_block"))
    return list(islice((line for line in own if len(line.words) >= 8), _FIRST_LINES))


def _is_dateline(match: re.Match[str]) -> bool:
    """Return whether capitals, an agency or a date make the start of a sentence a dateline."""
    if match["agency"] and any(part.strip() in _agencies() for part in _parts(match["agency"])):
        return True
    if match["dash"] is None:
        return False
    if match["date"] and match["agency"]:
        return True
    city = match["place"].split(",")[0]
    capitals = city.isupper() and len(city) > 2
    dash = match["dash"] not in (":",)
    return dash and (capitals or bool(match["date"]))


def _parts(agency: str) -> list[str]:
    return re.split(r"[/,&+]", agency)


def _in_bylines(draft: Draft) -> Iterator[Filed]:
    for at in draft.of("byline"):
        yield from _named(draft.lines[at])


def _named(line: Line) -> Iterator[Filed]:
    """Yield the agencies that a line names, those of the longest names first."""
    for name in _longest_first():
        if name not in line.text:
            continue
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text)
        if found:
            yield Filed(line.start + found.start(), line.start + found.end(), _agencies()[name])


def _in_credits(draft: Draft) -> Iterator[Filed]:
    credited = draft.of(*_CREDITED_KINDS)[-_LAST_LINES:]
    body = draft.of("body")[-_LAST_PARAGRAPHS:]
    for at in sorted({*credited, *body}, reverse=True):
        line = draft.lines[at]
        size = len(line.text)
        whole = len(line.words) <= 40 and size <= _CREDIT_SIZE
        yield from _in_its_manner(line)
        for pattern in (_CREDIT, _ALONE, _AT_END) if whole else (_AT_END,):
            base = max(0, size - _CREDIT_SIZE) if pattern is _AT_END else 0
            part = line.text[base:]
            found = pattern.search(part) if pattern is _AT_END else pattern.match(part)
            name = _known(found["name"]) if found else None
            if found and name:
                start = line.start + base + found.start("name") + found["name"].index(name)
                yield Filed(start, start + len(name), _agencies()[name])


def _in_its_manner(line: Line) -> Iterator[Filed]:
    """Yield the agency that ends its reports as ``line`` does."""
    closing = _CLOSING.search(line.text) if "diting by" in line.text else None
    helped = _WRITERS.match(line.text)
    if closing:
        yield Filed(line.start + closing.start(1), line.start + closing.end(1), "Reuters")
    if helped:
        agency = _agencies()[helped[1]]
        yield Filed(line.start + helped.start(1), line.start + helped.end(1), agency)


def _known(text: str) -> str | None:
    """Return the agency's name that ``text`` is, and nothing but rights, a date or marks beside."""
    stripped = _DATED.sub("", text.strip().removesuffix(" All rights reserved").strip())
    pieces = [piece.strip() for piece in _parts(stripped)]
    named = [name for name in (stripped, *pieces) if name in _agencies()]
    marks = all(piece in _agencies() or is_mark(piece) for piece in pieces)
    return named[0] if named and (marks or named[0] == stripped) else None


@cache
def _longest_first() -> list[str]:
    return sorted(_agencies(), key=lambda name: (-len(name), name))


@cache
def _agencies() -> dict[str, str]:
    return {row["name"]: row["agency"] for row in table("agencies") if row["kind"] == "news"}
