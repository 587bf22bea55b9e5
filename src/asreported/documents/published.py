"""Find when a text was published and when it was changed, and keep all dates that disagree."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from asreported.documents.labels import Draft
from asreported.documents.moments import clean_iso, find_moments
from asreported.documents.wires import date_in_dateline

_UPDATED = re.compile(r"updat|modif|aktualis|geändert|mis à jour|actualiz|aggiorn", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[/_-]|\.|$)", re.I
)
_LONG_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)")
_BESIDE = 30
"""Lines from the headline within which a short line with a date may be the article's."""
_FEW_WORDS = 12
_DATED_KINDS = ("dateline", "byline", "metadata")


class Told(NamedTuple):
    """A time and where it was read; ``start:end`` of the text, or -1 where it is not from it."""

    iso: str
    origin: str
    start: int = -1
    end: int = -1
    updated: bool = False
    ambiguous: bool = False


class Times(NamedTuple):
    """The time of publication, of the last change, and all others that were found."""

    published: Told | None
    updated: Told | None
    others: tuple[Told, ...]
    conflict: str


def dates_in_text(draft: Draft) -> list[Told]:
    """Return the dates of the lines that say when the text was published, nearest the headline
    first."""
    found = []
    headline = next((at for at in range(len(draft.lines)) if draft.kind(at) == "headline"), 0)
    order = sorted(range(len(draft.lines)), key=lambda at: (abs(at - headline), at))
    for at in order:
        line = draft.lines[at]
        if draft.kind(at) not in _DATED_KINDS or len(line.words) > 40:
            continue
        at_end = 0
        for moment in find_moments(line.text):
            label = line.text[at_end : moment.start]
            at_end = moment.end
            found.append(
                Told(
                    moment.iso,
                    "text",
                    line.start + moment.start,
                    line.start + moment.end,
                    _UPDATED.search(label) is not None,
                    moment.ambiguous,
                )
            )
    if not found:
        found.extend(_dates_beside(draft, [at for at in order if abs(at - headline) <= _BESIDE]))
    within = date_in_dateline(draft)
    if within:
        line = next(line for line in draft.lines if line.start <= within[0] < line.end)
        words = line.text[within[0] - line.start : within[1] - line.start]
        for moment in find_moments(words):
            start = within[0] + moment.start
            found.append(Told(moment.iso, "text", start, within[0] + moment.end))
    return found


def _dates_beside(draft: Draft, order: list[int]) -> Iterator[Told]:
    """Yield the dates of short lines around the headline that are not of the article."""
    for at in order:
        line = draft.lines[at]
        if draft.kind(at) in ("navigation", "promo") and len(line.words) <= _FEW_WORDS:
            for moment in find_moments(line.text):
                start, end = line.start + moment.start, line.start + moment.end
                yield Told(moment.iso, "text", start, end, False, moment.ambiguous)


def dates_of_record(fields: Mapping[str, str]) -> list[Told]:
    """Return the record's own date and the one in its address."""
    found = []
    for key in ("date", "updated"):
        iso = clean_iso(fields[key]) if fields.get(key) else None
        if iso:
            found.append(Told(iso, "record", updated=key == "updated"))
    found.extend(date_in_address(fields.get("url", "")))
    return found


def date_in_address(url: str) -> list[Told]:
    """Return the day that ``url`` names in its path, if any."""
    found = _IN_ADDRESS.search(url) or _LONG_IN_ADDRESS.search(url)
    if found is None:
        return []
    year, month, day = found.groups()
    text = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
    iso = clean_iso(text)
    return [Told(iso, "url")] if iso else []


def settle(told: Iterable[Told]) -> Times:
    """Choose among ``told``, the most trusted first; a date two sources name goes before others."""
    listed = list(told)
    firsts = [date for date in listed if not date.updated]
    clear = [date for date in firsts if not date.ambiguous] or firsts
    published = _most_named(clear) if clear else None
    updated = next((date for date in listed if date.updated), None)
    if published is None and updated is not None:
        published = updated
    others = tuple(date for date in listed if date not in (published, updated))
    return Times(published, updated, others, _conflict(published, firsts))


def _most_named(dates: list[Told]) -> Told:
    """Return the first date; another one if it alone is named by two sources and the first by one.

    An earlier day beats a later one of the record: what a crawler calls a date is often its own.
    """
    first = dates[0]
    if first.origin != "record":
        return first
    for date in dates[1:]:
        allies = {other.origin for other in dates if other.iso[:10] == date.iso[:10]}
        if date.iso[:10] != first.iso[:10] and len(allies) > 1 and first.origin not in allies:
            return date
    return first


def _conflict(published: Told | None, firsts: list[Told]) -> str:
    """Return what dates disagree, "" where all agree on the day."""
    if published is None:
        return ""
    days = sorted({(date.iso[:10], date.origin) for date in (published, *firsts)})
    if len({day for day, _ in days}) < 2:
        return ""
    return "; ".join(f"{day} ({origin})" for day, origin in days)
