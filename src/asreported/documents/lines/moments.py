"""Read full dates and times as pages print them.

Understood are dates with a day, a month and a year, with or without a time of day and a zone. A
date of figures alone with its year last ("12/11/2017") is read only where one of the first two
figures can be no month, or where points part them (day first); else it is ambiguous.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from asreported.lexicon.months import months

_ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "msk": "+03:00", "eet": "+02:00", "eest": "+03:00", "et": "", "uhr": "",
    "wib": "+07:00",
}  # fmt: skip
_TIME = (
    r"(?:,?\s*(?:at|um|à|a las|-|–|—|\||/|T|·|•)?\s*"
    r"(?<!\d)(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,6})?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"\s?\(?(?P<zone>Z\b|(?:GMT|UTC)?[+-][0-9]{2}:?[0-9]{2}|[A-Za-z]{2,4}\b)?)?"
)
_SHORT = r"['’]?\d\d(?=\s*(?:[)|]|$|,?\s\d\d?:\d))"
"""A year without its century, after the name of a month: at the end, or before a time of day."""
_CLOCKED = r"\d\d(?=,?\s\d\d?:\d)"
"""The same among figures alone: before a time of day only."""
_YEAR = re.compile(
    r"[.0129](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=\.)\s?\d{1,2}\.\s?\d\d"
    r"|(?<=[\s'’/][0129])\d\s*(?:[)|\x00]|$|,?\s\d\d?:\d))"
)
"""What every full date has: a search for a month is far slower."""
_LONGEST = 60
"""Code points of a date before its year, and of a time after it, at most."""
_STAMP = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
_RUN_TOGETHER = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|\d{4}|$)")
_COUNTED = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, as machines count."""


class Moment(NamedTuple):
    """A date at ``start:end`` of the text it was found in.

    ``iso`` has the time and the zone where they were given; ``ambiguous`` says that day and month
    could be exchanged.
    """

    start: int
    end: int
    iso: str
    ambiguous: bool = False


def find_moments(text: str) -> Iterator[Moment]:
    """Yield the full dates in ``text``, in order."""
    at = 0
    while year := _YEAR.search(text, at):
        start, end = max(at, year.start() - _LONGEST), year.end() + _LONGEST
        found = _pattern().search(text, start, end)
        if found is None:
            at = year.end()
            continue
        at = found.end()
        moment = _read(found)
        if moment:
            yield moment


def read_stamp(value: str) -> tuple[str, bool] | None:
    """Return ``value``, a time from a page's data, as ISO 8601, or None where it is none.

    The other part says whether day and month could be exchanged.
    """
    text = value.strip()[:80]
    if not text.isascii():
        # Digits of other scripts.
        text = re.sub(r"\d", lambda digit: str(int(digit[0])), text)
    if _COUNTED.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat(), False
    text = _RUN_TOGETHER.sub(r"\1-\2-\3", text)
    stamp = _STAMP.match(text)
    if stamp:
        day, minute, second, zone = stamp.groups()
        if not _is_day(*(int(part) for part in day.split("-"))):
            return None
        clock = f"T{minute}{second or ':00'}{_zone(zone)}" if minute else ""
        return _timed(day, clock), False
    moment = next(find_moments(text), None)
    return (moment.iso, moment.ambiguous) if moment else None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(months(), key=lambda name: (name[0], -len(name), name))
    # To try a letter, and then the names that begin with it, is quicker than to try each name.
    month = "|".join(
        f"{letter}(?:{'|'.join([re.escape(name[1:]) for name in found])})"
        for letter, found in groupby(names, key=itemgetter(0))
    )
    month = f"(?:{month})"
    forms = (
        r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)",
        rf"(?P<m1>{month})(?:\.\s?|\s)(?P<d1>\d{{1,2}})(?:(?:st|nd|rd|th)?,?\s|(?<=\d\d))"
        # A machine's "Jan 04 09:34:00 2021".
        r"(?:\d\d:\d\d(?::\d\d)?\s(?:[A-Z]{3,4}\s)?)?(?P<y1>(?:19|20)\d\d)",
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s?(?:de\s|of\s)?(?P<m2>{month})\.?,?\s(?:de\s|del\s)?"
        rf"(?P<y2>(?:19|20)\d\d|{_SHORT})",
        rf"(?P<d3>\d{{1,2}})[-](?P<m3>{month})[-](?P<y3>(?:19|20)\d\d)",
        r"(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>(?:19|20)\d\d|\d\d(?!\.?\d))",
        rf"(?P<d5>\d{{1,2}})(?P<sep>[/-]|\s\|\s)(?P<m5>\d{{1,2}})(?P=sep)(?P<y5>(?:19|20)\d\d|{_CLOCKED})",
        r"(?P<y6>(?:19|20)\d\d)(?P<sep6>[/.-])(?P<m6>\d{1,2})(?P=sep6)(?P<d6>\d{1,2})",
    )
    # Elements without a space between them run a date and what follows together.
    glued = (
        rf"(?<=[a-zäöüß])(?=\d{{1,2}}\.?\s?(?:{month}|\d{{1,2}}\.\d{{4}})|\d{{4}}-\d\d-\d\dT)"
        rf"|(?<=:\d\d)(?={month})"
    )
    return re.compile(
        rf"(?:(?<![\w/.-])|{glued})(?:{'|'.join(forms)})(?:(?!\d)|(?=\d{{1,2}}(?:[.:/]|\s[a-zä]))){_TIME}",
        re.IGNORECASE,
    )


def _read(found: re.Match[str]) -> Moment | None:
    parts = found.groupdict()
    ambiguous = False
    if parts["iso"]:
        year, month, day = (int(part) for part in parts["iso"].split("-"))
    else:
        form = next(n for n in "123456" if parts[f"y{n}"])
        year = int(parts[f"y{form}"].lstrip("'’"))
        year += 2000 if year < 70 else 1900 if year < 100 else 0
        name = parts[f"m{form}"].casefold()
        month = months()[name] if name in months() else int(name)
        day = int(parts[f"d{form}"])
        if form == "5":
            ambiguous = month <= 12 and day <= 12 and month != day
            if month > 12:
                day, month = month, day
    if not _is_day(year, month, day):
        return None
    date = f"{year:04}-{month:02}-{day:02}"
    clock, end = _clock(found)
    return Moment(found.start(), end, _timed(date, clock), ambiguous)


def _clock(found: re.Match[str]) -> tuple[str, int]:
    """Return the time of day as ISO writes it, and where the whole expression ends."""
    if found["hour"] is None:
        return "", found.end()
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").casefold()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59:
        return "", found.start("hour") - 1
    end = found.end()
    zone = found["zone"]
    if zone and zone[0] in "+-" and not found["iso"]:
        end, zone = found.start("zone"), None  # "10:00-11:30" is a span of time
    known = zone is not None and (zone[-1].isdigit() or zone.casefold() in _ZONES)
    if zone is not None and not known:
        end = found.start("zone")
    second = found["second"] or "00"
    return f"T{hour:02}:{minute:02}:{second}{_zone(zone) if known else ''}", end


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[-1].isdigit():
        zone = zone.lstrip("GMTUCgmtuc")
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return _ZONES.get(zone.casefold(), "")


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        # The first day of 1970 is how machines write that they know none.
        return datetime(1970, 1, 1) < datetime(year, month, day) < datetime(2100, 1, 1)
    except ValueError:
        return False


def _timed(day: str, clock: str) -> str:
    """Return ``day`` with the time of day, alone where no clock shows such a time or zone."""
    try:
        datetime.fromisoformat(day + clock)
    except ValueError:
        return day
    return day + clock
