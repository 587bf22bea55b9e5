"""Gather what a text says of itself: title, outlet, authors, times, place, wire, language."""

import re
from collections.abc import Iterator, Mapping, Sequence

from asreported.documents.bylines import find_signatures
from asreported.documents.labels import Draft
from asreported.documents.outlets import find_outlet
from asreported.documents.people import read_names
from asreported.documents.printed import dates_in_text
from asreported.documents.published import Told, dates_of_record, settle
from asreported.documents.wires import agency_of, find_place, find_wire
from asreported.model.document import Author, Outlet, Timestamp, Wire
from asreported.model.span import Span

_CUE = re.compile(r"\b(?:by|von|par|por)\b\s")
_DATELINE = 60
"""Code points between the place and the agency of one dateline, at most."""


def outlet_of(document: str, draft: Draft, fields: Mapping[str, str]) -> Outlet | None:
    """Return who published the text, or None."""
    found = find_outlet(draft, fields)
    if found is None:
        place, filed = find_place(draft), find_wire(draft)
        # An agency's own report names nobody else: its dateline does.
        if not (place and filed and 0 < filed.start - place.end < _DATELINE):
            return None
        return Outlet(filed.name, Span(document, filed.start, filed.end))
    return Outlet(found.name, Span(document, found.start, found.end) if found.start >= 0 else None)


def authors_of(
    document: str, draft: Draft, fields: Mapping[str, str], writers: Sequence[str] | None = None
) -> tuple[Author, ...]:
    """Return the persons of the byline, and those of the record where the text has none.

    ``writers`` are those found by a page's markup, if it has any: they go before the byline.
    """
    signed = _signed(document, draft)
    given = fields.get("authors", "").split("\n")
    names = read_names(given, single=False) if writers is None else writers
    listed = tuple(Author(name, _span_of(document, draft, name)) for name in names)
    if writers is None:
        return signed or listed
    # The bylines of teasers are bylines too: only one by itself is the article's.
    several = sum(draft.kind(at) == "byline" for at in range(len(draft.lines))) > 1
    return listed or (() if several else signed)


def _signed(document: str, draft: Draft) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    kinds = {draft.kind(at) for at in range(len(draft.lines))}
    # "Reporting by" at the end names the authors where no byline does.
    signed = "byline" if "byline" in kinds else "metadata"
    for at, line in enumerate(draft.lines):
        if draft.kind(at) != signed:
            continue
        for name in find_signatures(line.text) or (
            find_signatures(line.text, cued=False) if signed == "byline" else []
        ):
            span = Span(document, line.start + name.start, line.start + name.end)
            found.setdefault(name.name.casefold(), Author(name.name, span))
    return tuple(found.values()) or tuple(_dated_signatures(document, draft))


def _dated_signatures(document: str, draft: Draft) -> Iterator[Author]:
    """Yield the persons in lines such as "Posted on May 3, 2026 by Jane Doe"."""
    for at, line in enumerate(draft.lines):
        cue = _CUE.search(line.text[:200]) if draft.kind(at) == "dateline" else None
        if cue is None:
            continue
        for name in find_signatures(line.text[cue.start() :]):
            start = line.start + cue.start() + name.start
            yield Author(name.name, Span(document, start, start + name.end - name.start))
        return


def _span_of(document: str, draft: Draft, name: str) -> Span | None:
    """Return where a line around the article names ``name``, or None."""
    for at, line in enumerate(draft.lines):
        if draft.kind(at) in ("byline", "dateline", "metadata", "author_bio"):
            found = line.text.find(name)
            if found >= 0:
                return Span(document, line.start + found, line.start + found + len(name))
    return None


def wire_of(document: str, draft: Draft, fields: Mapping[str, str]) -> Wire | None:
    """Return the agency that the text is credited to, or None."""
    found = find_wire(draft)
    if found:
        return Wire(found.name, Span(document, found.start, found.end))
    if fields.get("wire"):
        return Wire(agency_of(fields["wire"]) or fields["wire"].strip(), None)
    names = (name.strip() for name in fields.get("authors", "").split("\n"))
    agency = next(filter(None, map(agency_of, names)), None)
    return Wire(agency, None) if agency else None


def place_of(document: str, draft: Draft) -> Span | None:
    """Return where the dateline names a place, or None."""
    found = find_place(draft)
    return Span(document, found.start, found.end) if found else None


Stamps = tuple[
    Timestamp | None, Timestamp | None, tuple[Timestamp, ...], tuple[tuple[str, str], ...]
]


def times_of(
    document: str, draft: Draft, fields: Mapping[str, str], told: tuple[Told, ...] = ()
) -> Stamps:
    """Return publication, last change, all other dates, and a warning where they disagree.

    ``told`` are dates from a page's data, the most trusted first.
    """
    language = fields.get("language", "")[:2].casefold()
    day_first = language not in ("", "en")
    times = settle((*told, *dates_of_record(fields), *dates_in_text(draft)), day_first)

    def stamp(date: Told | None) -> Timestamp | None:
        if date is None:
            return None
        span = Span(document, date.start, date.end) if date.start >= 0 else None
        return Timestamp(date.iso, span, date.origin)

    warnings = [("conflicting_dates", times.conflict)] if times.conflict else []
    if times.published and times.published.ambiguous:
        warnings.append(("ambiguous_date", "day and month could be exchanged"))
    others = tuple(filter(None, map(stamp, times.others)))
    return stamp(times.published), stamp(times.updated), others, tuple(warnings)
