"""Gather what a text says of itself: its outlet, its authors, its times, its agency."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from asreported.documents.lines.bylines import BY, find_signatures
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.lines.people import read_names
from asreported.documents.lines.wires import Filed, agency_of
from asreported.documents.markup.signed import names_alone, names_beside_date
from asreported.documents.metadata.outlets import find_outlet
from asreported.documents.metadata.printed import dates_in_text
from asreported.documents.metadata.published import Told, dates_of_record, settle
from asreported.model.address import host_of
from asreported.model.document import Author, Outlet, Timestamp, Warnings, Wire
from asreported.model.span import Span

_CUE = re.compile(rf"\b(?:{'|'.join(BY)})\b\s")
_DAY_FIRST = frozenset(("gb", "uk", "ie", "au", "nz", "za", "in", "sg", "ng", "ke", "gh", "pk"))
"""Countries, as addresses and marks of a language end, that write English and the day first."""
_MONTH_FIRST = frozenset(("us", "gov", "mil", "edu"))
_TOGETHER = 3
"""Lines that the names of one byline are apart, at most."""
_HEAD_PARAGRAPHS = 4
"""Paragraphs that may stand above a byline, or below a signature."""
_BESIDE = 15
"""Lines from the headline within which a date with a name is the article's."""
_DATELINE = 60
"""Code points between the place and the agency of one dateline, at most."""


def outlet_of(
    document: str, draft: Draft, fields: Mapping[str, str], place: Filed | None, filed: Filed | None
) -> Outlet | None:
    """Return who published the text, or None.

    ``place`` and ``filed`` are the place and the agency that it is credited to.
    """
    found = find_outlet(draft, fields)
    if found is None:
        # An agency's own report names nobody else: its dateline does.
        if not (place and filed and 0 < filed.start - place.end < _DATELINE):
            return None
        return Outlet(filed.name, Span(document, filed.start, filed.end))
    return Outlet(found.name, Span(document, found.start, found.end) if found.start >= 0 else None)


def authors_of(
    document: str, draft: Draft, fields: Mapping[str, str], writers: Sequence[str] | None
) -> tuple[Author, ...]:
    """Return the persons of the byline, and those of the record where the text has none.

    ``writers`` are those found by a page's markup, if it has any: they go before the byline. Where
    no person is named, the house that the byline names is the author.
    """
    signed = _signed(document, draft)
    given = fields.get("authors", "").split("\n")
    names = read_names(given, single=False) if writers is None else writers
    listed = tuple(Author(name, _span_of(document, draft, name)) for name in names)
    if writers is None:
        return signed or listed
    # The markup showed none of several by the headline: they are teasers'.
    several = len(draft.of("byline")) > 1
    house = fields.get("house", "")
    houses = (Author(house, _span_of(document, draft, house)),) if house else ()
    return listed or (() if several else signed) or houses


def _signed(document: str, draft: Draft) -> tuple[Author, ...]:
    found: dict[str, Author] = {}
    bylines = _first_bylines(draft)
    # "Reporting by" at the end names the authors where no byline does.
    credits = draft.of("metadata")
    for at in bylines or credits:
        line = draft.lines[at]
        plain = find_signatures(line.text, cued=False) if bylines else []
        for name in find_signatures(line.text) or plain:
            span = Span(document, line.start + name.start, line.start + name.end)
            found.setdefault(name.name.casefold(), Author(name.name, span))
    return tuple(found.values()) or tuple(_dated_signatures(document, draft))


def _first_bylines(draft: Draft) -> list[int]:
    """Return the bylines that stand together nearest to the headline: others are teasers'."""
    listed = draft.of("byline")
    if not listed:
        return []
    headline = _headline_of(draft)
    nearest = min(listed, key=lambda at: (abs(at - headline), at))
    body = draft.of("body")
    above = sum(headline < at < nearest for at in body)
    if above > _HEAD_PARAGRAPHS and sum(at > nearest for at in body) > _HEAD_PARAGRAPHS:
        # A box in the midst of an article has an author of its own.
        return []
    return [at for at in listed if abs(at - nearest) <= _TOGETHER]


def _dated_signatures(document: str, draft: Draft) -> Iterator[Author]:
    """Yield the persons in the first line such as "Posted on May 3, 2026 by Jane Doe".

    Without one, those beside the date nearest to the headline: in its line, or next to it.
    """
    dated = draft.of("dateline")
    for at in dated:
        line = draft.lines[at]
        cue = _CUE.search(line.text[:200])
        names = find_signatures(line.text[cue.start() :]) if cue else []
        if names:
            yield from (_author(document, line, name.name) for name in names)
            return
    headline = _headline_of(draft)
    for at in sorted(dated, key=lambda at: (abs(at - headline), at)):
        near = [n for n in (at, at - 1, at + 1) if 0 <= n < len(draft.lines) and n != headline]
        for beside in near if abs(at - headline) <= _BESIDE else ():
            line = draft.lines[beside]
            found = names_beside_date(line.text) if beside == at else names_alone(line.plain)
            if found:
                yield from (_author(document, line, name) for name in found)
                return


def _author(document: str, line: Line, name: str) -> Author:
    start = line.text.find(name)
    span = Span(document, line.start + start, line.start + start + len(name))
    return Author(name, span if start >= 0 else None)


def _headline_of(draft: Draft) -> int:
    return next(iter(draft.of("headline")), 0)


def _span_of(document: str, draft: Draft, name: str) -> Span | None:
    """Return where a line around the article names ``name``, or None."""
    for at in draft.of("byline", "dateline", "metadata", "author_bio"):
        line = draft.lines[at]
        found = line.text.find(name)
        if found >= 0:
            return Span(document, line.start + found, line.start + found + len(name))
    return None


def wire_of(document: str, filed: Filed | None, fields: Mapping[str, str]) -> Wire | None:
    """Return the agency that the text is credited to, or None; ``filed`` is the one it names."""
    if filed and not _is_own(filed.name, fields):
        return Wire(filed.name, Span(document, filed.start, filed.end))
    if fields.get("wire"):
        return Wire(agency_of(fields["wire"]) or fields["wire"].strip(), None)
    names = (name.strip() for name in fields.get("authors", "").split("\n"))
    agency = next(filter(None, map(agency_of, names)), None)
    return Wire(agency, None) if agency else None


def _is_own(name: str, fields: Mapping[str, str]) -> bool:
    """Return whether a name that no table knows is that of the page's own site."""
    said = f"{host_of(fields.get('url', ''))} {fields.get('outlet', '')}".casefold()
    return agency_of(name) is None and name.casefold() in said


def _writes_day_first(fields: Mapping[str, str], language: str) -> bool | None:
    """Return whether who writes ``language`` at the page's address puts the day before the month.

    None where it may be either: English of no country.
    """
    said, _, region = fields.get("language", "").casefold().replace("_", "-").partition("-")
    if (said or language) != "en":
        return True
    ending = host_of(fields.get("url", "")).rpartition(".")[2].casefold()
    if region in _DAY_FIRST or ending in _DAY_FIRST:
        return True
    return False if region in _MONTH_FIRST or ending in _MONTH_FIRST else None


class Stamps(NamedTuple):
    """When a text was published and last changed, all other dates, and what is wrong with them."""

    published: Timestamp | None
    updated: Timestamp | None
    others: tuple[Timestamp, ...]
    warnings: Warnings


def times_of(
    document: str,
    draft: Draft,
    fields: Mapping[str, str],
    language: str,
    told: tuple[Told, ...],
) -> Stamps:
    """Return the times of the text, with a warning where its dates disagree.

    ``language`` is that of the article; ``told`` are dates from a page's data, the most trusted
    first.
    """
    dates = (*told, *dates_of_record(fields), *dates_in_text(draft))
    times = settle(dates, _writes_day_first(fields, language))

    def stamp(date: Told | None) -> Timestamp | None:
        if date is None:
            return None
        span = Span(document, date.start, date.end) if date.start >= 0 else None
        return Timestamp(date.iso, span, date.origin)

    warnings = [("conflicting_dates", times.conflict)] if times.conflict else []
    if times.published and times.published.ambiguous:
        warnings.append(("ambiguous_date", "day and month could be exchanged"))
    others = tuple(filter(None, map(stamp, times.others)))
    return Stamps(stamp(times.published), stamp(times.updated), others, tuple(warnings))
