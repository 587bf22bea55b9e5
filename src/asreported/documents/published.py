"""Find when a text was published and when it was changed, and keep all dates that disagree."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from asreported.documents.labels import Draft
from asreported.documents.moments import clean_iso, find_moments
from asreported.documents.wires import date_in_dateline

_UPDATED = re.compile(r"updat|modif|aktualis|geändert|mis à jour|actualiz|aggiorn", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[/_-]|\.|$)", re.I
)
_LONG_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)")
_AROUND = 30
"""Lines from the headline within which a short line with a date may be the article's."""
_BESIDE = 9
"""Lines from the headline within which a date is held for the one that readers are shown."""
_MOST_BESIDE = 2
"""Days by the headline; more are a list of other articles or events."""
_FEW_WORDS = 12
_DATED_KINDS = ("dateline", "byline", "metadata")
_LOOSE_KINDS = ("navigation", "promo", "caption", "subhead", "headline")
_OPENS = re.compile(r"\s*(?:[–—|:.„“\"-]|Uhr\b)")
_LABELLED = re.compile(
    r"(?:erschienen|veröffentlicht|publiziert|published|posted|erstellt|publié|publicado)\b[^.]{0,12}$",
    re.IGNORECASE,
)
_A_DAY = timedelta(hours=38)
"""How far a day that is shown begins from the same moment in another zone, at most."""


class Told(NamedTuple):
    """A time and where it was read; ``start:end`` of the text, or -1 where it is not from it.

    ``beside`` says that it stands by the headline.
    """

    iso: str
    origin: str
    start: int = -1
    end: int = -1
    updated: bool = False
    ambiguous: bool = False
    beside: bool = False


class Times(NamedTuple):
    """The time of publication, of the last change, and all others that were found."""

    published: Told | None
    updated: Told | None
    others: tuple[Told, ...]
    conflict: str


def dates_in_text(draft: Draft) -> list[Told]:
    """Return the dates of the lines that say when the text was published, nearest the headline
    first."""
    found: list[Told] = []
    headline = next((at for at in range(len(draft.lines)) if draft.kind(at) == "headline"), 0)
    order = sorted(range(len(draft.lines)), key=lambda at: (abs(at - headline), at))
    for at in order:
        if draft.kind(at) in _DATED_KINDS and len(draft.lines[at].words) <= 40:
            found.extend(_dates_of(draft, at, abs(at - headline) <= _BESIDE))
    near = [at for at in order if abs(at - headline) <= (_BESIDE if found else _AROUND)]
    if not any(date.beside and not date.updated for date in found):
        found.extend(_dates_in_loose_lines(draft, near, headline))
        found.extend(_dates_opening(draft, headline))
    within = date_in_dateline(draft)
    if within:
        line = next(line for line in draft.lines if line.start <= within[0] < line.end)
        words = line.text[within[0] - line.start : within[1] - line.start]
        for moment in find_moments(words):
            start = within[0] + moment.start
            found.append(Told(moment.iso, "text", start, within[0] + moment.end))
    return found


def _dates_of(draft: Draft, at: int, beside: bool) -> Iterator[Told]:
    line = draft.lines[at]
    at_end = 0
    for moment in find_moments(line.text):
        label = line.text[at_end : moment.start]
        at_end = moment.end
        start, end = line.start + moment.start, line.start + moment.end
        updated = _UPDATED.search(label) is not None
        shown = beside or _LABELLED.search(label) is not None
        yield Told(moment.iso, "text", start, end, updated, moment.ambiguous, shown)


def _dates_in_loose_lines(draft: Draft, order: list[int], headline: int) -> Iterator[Told]:
    """Yield the dates of short lines around the headline that are not of the article.

    Where lines around it have several days they are a list of other things.
    """
    found: list[Told] = []
    for at in order:
        line = draft.lines[at]
        if draft.kind(at) in _LOOSE_KINDS and at != headline and len(line.words) <= _FEW_WORDS:
            found.extend(_dates_of(draft, at, abs(at - headline) <= _BESIDE))
    several = len({date.iso[:10] for date in found if date.beside}) > 1
    yield from (date._replace(beside=False) if several else date for date in found)


def _dates_opening(draft: Draft, headline: int) -> Iterator[Told]:
    """Yield the date with which one of the first paragraphs opens, set off from what it says."""
    paragraphs = [at for at in range(headline, len(draft.lines)) if draft.kind(at) == "body"][:3]
    for at in paragraphs:
        line = draft.lines[at]
        moment = next(find_moments(line.text[:80]), None)
        if moment is None or not _OPENS.match(line.text, moment.end):
            continue
        if moment.start <= 3 or _LABELLED.search(line.text[: moment.start]):
            start, end = line.start + moment.start, line.start + moment.end
            yield Told(moment.iso, "text", start, end, False, moment.ambiguous, True)
            return


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


def settle(told: Iterable[Told], day_first: bool = False) -> Times:
    """Choose among ``told``, the most trusted first; a date two sources name goes before others.

    ``day_first`` says that the page's language writes the day before the month.
    """
    listed = _read_orders(list(told), day_first)
    firsts = [date for date in listed if not date.updated]
    clear = [date for date in firsts if not date.ambiguous] or firsts
    updated = next((date for date in listed if date.updated), None)
    published = _shown(clear, updated) or (_most_named(clear) if clear else None)
    if published is None and updated is not None:
        published = updated
    others = tuple(date for date in listed if date not in (published, updated))
    return Times(published, updated, others, _conflict(published, firsts))


def _read_orders(listed: list[Told], day_first: bool) -> list[Told]:
    """Return ``listed`` with the order of day and month told from the language or other dates."""
    known = {date.iso[:10] for date in listed if not date.ambiguous}
    read = []
    for date in listed:
        if date.ambiguous:
            year, month, day = date.iso[:10].split("-")
            other = f"{year}-{day}-{month}"
            near = [iso for iso in (date.iso[:10], other) if any(_is_near(iso, k) for k in known)]
            if near == [other]:
                date = date._replace(iso=other + date.iso[10:])
            date = date._replace(ambiguous=not (day_first or len(near) == 1))
        read.append(date)
    return read


def _shown(dates: list[Told], updated: Told | None) -> Told | None:
    """Return the date beside the headline where data says another; None where it says the same.

    Data often gives the day in another zone, or when the record was made. A day that the data
    has for the last change is left out.
    """
    first = dates[0] if dates else None
    if first is None or first.start >= 0 or first.origin == "record":
        return None
    printed = [date for date in dates if date.start >= 0]
    beside = [date for date in printed if date.beside]
    if not beside or len({date.iso[:10] for date in beside}) > _MOST_BESIDE:
        return None
    shown = beside[0]
    sure = first.origin in ("json-ld", "url") and not _is_near(first.iso, shown.iso[:10])
    if any(date.iso[:10] == first.iso[:10] and (date.beside or sure) for date in printed):
        return None
    changed = updated is not None and updated.iso[:10] == shown.iso[:10]
    return None if changed and not _is_near(first.iso, shown.iso[:10]) else shown


def _is_near(iso: str, day: str) -> bool:
    """Return whether the day that ``iso`` begins with is ``day`` or next to it."""
    a, b = (datetime.fromisoformat(value[:10]) for value in (iso, day))
    return abs(a - b) <= _A_DAY


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
    """Return what dates disagree, "" where all agree on the day or a zone explains it."""
    if published is None:
        return ""
    days = sorted({(date.iso[:10], date.origin) for date in (published, *firsts)})
    zoned = {date.iso[:10] for date in firsts if "T" in date.iso and date.start < 0}
    apart = [
        day
        for day, _ in days
        if day != published.iso[:10] and not (day in zoned and _is_near(published.iso, day))
    ]
    return "; ".join(f"{day} ({origin})" for day, origin in days) if apart else ""
