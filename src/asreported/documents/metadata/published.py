"""Find when a text was published and when it was changed, and keep all dates that disagree."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from asreported.documents.lines.moments import read_stamp

_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})[/-]([0-3]?\d)(?=[/_-]|\.|$)", re.I
)
_DAY_FIRST_IN_ADDRESS = re.compile(r"[/_-]([0-3]\d)-([01]\d)-((?:19|20)\d\d)(?=[/_.-]|$)")
_LONG_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)")
_MOST_BESIDE = 2
"""Days by the headline; more are a list of other articles or events."""
SCRIPT = "script"
"""The origin of a date of the page's scripts: read where nothing else has one."""
_ZONED = re.compile(r"[+-]\d\d:\d\d$")
_LOCAL = re.compile(r"[+-](?!00:00)\d\d:\d\d$")
"""The zone of a time that is given as those have it who wrote it."""
_A_DAY = timedelta(days=1)
"""How far apart two zones have one moment, at most, where days alone are compared."""


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


def dates_of_record(fields: Mapping[str, str]) -> list[Told]:
    """Return the record's own date and the one in its address."""
    found = []
    for key in ("date", "updated"):
        stamp = read_stamp(fields[key]) if fields.get(key) else None
        if stamp:
            iso, ambiguous = stamp
            found.append(Told(iso, "record", updated=key == "updated", ambiguous=ambiguous))
    found.extend(date_in_address(fields.get("url", "")))
    return found


def date_in_address(url: str) -> list[Told]:
    """Return the day that ``url`` names in its path, if any."""
    found = _IN_ADDRESS.search(url) or _LONG_IN_ADDRESS.search(url)
    if found:
        year, month, day = found.groups()
    else:
        found = _DAY_FIRST_IN_ADDRESS.search(url)
        # What could be a month is left: some write it before the day.
        if found is None or int(found[1]) <= 12:
            return []
        day, month, year = found.groups()
    text = f"{year}-{int(month):02}-{int(day):02}" if month.isdigit() else f"{day} {month} {year}"
    stamp = read_stamp(text)
    return [Told(stamp[0], "url")] if stamp else []


def settle(told: Iterable[Told], day_first: bool | None) -> Times:
    """Choose among ``told``, the most trusted first; a date two sources name goes before others.

    ``day_first`` says whether the page writes the day before the month; None: it may be either.
    """
    listed = _mark_changes(_read_orders(list(told), day_first))
    firsts = [date for date in listed if not date.updated]
    clear = [date for date in firsts if not date.ambiguous and date.origin != SCRIPT] or firsts
    updates = [date for date in listed if date.updated]
    updated = updates[0] if updates else None
    published = _shown(clear, updates) or (_most_named(clear) if clear else None)
    if published is None and updated is not None:
        published = updated
    others = tuple(date for date in listed if date not in (published, updated))
    return Times(published, updated, others, _conflict(published, firsts))


def _read_orders(listed: list[Told], day_first: bool | None) -> list[Told]:
    """Return ``listed`` with the order of day and month told from other dates or the page's way."""
    known = {date.iso[:10] for date in listed if not date.ambiguous}
    read = []
    for date in listed:
        if date.ambiguous:
            year, month, day = date.iso[:10].split("-")
            other = f"{year}-{day}-{month}"
            near = [iso for iso in (date.iso[:10], other) if any(_is_near(iso, k) for k in known)]
            known_order = len(near) == 1 or day_first is not None
            if near == [other] or (len(near) != 1 and day_first is False):
                date = date._replace(iso=other + date.iso[10:])
            date = date._replace(ambiguous=not known_order)
        read.append(date)
    return read


def _mark_changes(listed: list[Told]) -> list[Told]:
    """Return ``listed`` with each moment of the text marked that its data has for the change."""
    changes = {_instant(date.iso) for date in listed if date.updated} - {None}
    return [
        date._replace(updated=True) if date.start >= 0 and _instant(date.iso) in changes else date
        for date in listed
    ]


def _instant(iso: str) -> datetime | None:
    return datetime.fromisoformat(iso) if _ZONED.search(iso) else None


def _shown(dates: list[Told], updates: list[Told]) -> Told | None:
    """Return the date beside the headline where data says another; None where it says the same.

    Data often gives the day in another zone, or when the record was made. A day that the data
    has for the last change is left out, unless it is all that readers are shown, and they are not
    told that it is one: a text put out anew. One after all that the data says, or before what its
    best source says, is of something else.
    """
    first = dates[0] if dates else None
    if first is None or first.start >= 0 or first.origin == "record":
        return None
    printed = [date for date in dates if date.start >= 0]
    addressed = {date.iso[:10] for date in dates if date.origin == "url"}
    beside = [date for date in printed if date.beside or date.iso[:10] in addressed]
    if not beside or len({date.iso[:10] for date in beside}) > _MOST_BESIDE:
        return None
    shown = beside[0]
    if shown.iso[:10] == first.iso[:10]:
        return None
    sure = first.origin in ("json-ld", "url") and not _is_near(first.iso, shown.iso[:10])
    if any(date.iso[:10] == first.iso[:10] and (date.beside or sure) for date in printed):
        return None
    timed = "T" in shown.iso
    changed = [
        date.iso[:10]
        for date in updates
        if date.start < 0 and not (timed and _is_other_moment(date.iso, shown.iso))
    ]
    near = _is_near(first.iso, shown.iso[:10])
    if near and not (shown.iso[:10] in changed and _is_other_moment(first.iso, shown.iso)):
        return shown
    if shown.iso[:10] in changed:
        alone = {date.iso[:10] for date in printed} == {shown.iso[:10]}
        return shown if alone and not near else None
    later = bool(changed) and all(shown.iso[:10] > day for day in (first.iso[:10], *changed))
    earlier = first.origin == "json-ld" and shown.iso < first.iso
    return None if near or later or earlier else shown


def _is_other_moment(iso: str, shown: str) -> bool:
    """Return whether ``shown`` is not the moment ``iso`` in another zone.

    Zones are quarters of an hour apart; a day alone is that of the zone that ``iso`` gives.
    """
    if "T" in shown:
        return int(iso[14:16] or 0) % 15 != int(shown[14:16]) % 15
    return _LOCAL.search(iso) is not None


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
