"""Resolve what news English calls a time to ISO 8601, given the day it is said on.

A *form* is what an expression means before the day is known:

    day:2016-11-09      that day              month:2015-09, year:2015, decade:195
    monthday:12-06      the 6 December nearest to the day; with :past or :next behind, on that side
    monthname:12:past   the last December     weekday:0:past   the last Monday, the day included
    days:-14            a fortnight ago       weeks:-1 months:-1 years:-1   the last week, ...
    within:14           the fortnight that ends on the day

behind which ``|T06:10`` gives a time of day, ``|TMO`` a part of it (MO AF EV NI).
"""

from calendar import monthrange
from datetime import date, timedelta

_AHEAD_DAYS = 70


def resolve(form: str, anchor: date | None) -> str:
    """Return the ISO 8601 form, as precise as the words are; "" where the day is needed and None.

    >>> resolve("weekday:0:past", date(2016, 11, 9)), resolve("months:-1", date(2018, 1, 1))
    ('2016-11-07', '2017-12')
    >>> resolve("days:0|T06:10", date(2016, 11, 9))
    '2016-11-09T06:10'
    """
    told, _, part = form.partition("|")
    kind, _, rest = told.partition(":")
    if kind in ("day", "month", "year", "interval"):
        iso = rest
    elif kind == "decade":
        iso = f"{rest}X"
    elif anchor is None:
        return ""
    else:
        try:
            iso = _relative(kind, rest, anchor)
        except (OverflowError, ValueError):
            return ""
    return f"{iso}{part}" if part and len(iso) == 10 else iso


def day_of(iso: str) -> date | None:
    """Return the day that an ISO form names, None where it names more or less than one day."""
    try:
        return date.fromisoformat(iso[:10]) if len(iso) == 10 or iso[10:11] == "T" else None
    except ValueError:
        return None


def first_weekday(weekday: int, start: date) -> date:
    """Return the first day of that name (0 Monday) on or after ``start``."""
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def _relative(kind: str, rest: str, anchor: date) -> str:
    value, _, direction = rest.partition(":")
    if kind == "weekday":
        return _weekday(int(value), direction, anchor).isoformat()
    if kind == "monthday":
        month, day = value.split("-")
        return _month_day(int(month), int(day), direction, anchor).isoformat()
    if kind == "monthname":
        return _month(int(value), direction, anchor)
    number = int(value)
    if kind == "within":
        return f"{(anchor - timedelta(days=number)).isoformat()}/{anchor.isoformat()}"
    if kind == "days":
        return (anchor + timedelta(days=number)).isoformat()
    if kind == "weeks":
        year, week, _ = (anchor + timedelta(weeks=number)).isocalendar()
        return f"{year:04}-W{week:02}"
    if kind == "months":
        months = anchor.year * 12 + anchor.month - 1 + number
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{anchor.year + number:04}"


def _weekday(weekday: int, direction: str, anchor: date) -> date:
    if direction == "next":
        return first_weekday(weekday, anchor)
    if direction == "after":
        return first_weekday(weekday, anchor + timedelta(days=1))
    if direction == "before":
        anchor -= timedelta(days=1)
    return anchor - timedelta(days=(anchor.weekday() - weekday) % 7)


def _month_day(month: int, day: int, direction: str, anchor: date) -> date:
    """Return the day of that date nearest to the anchor, or the nearest before or after it."""
    years = range(anchor.year - 1, anchor.year + 2)
    days = [date(year, month, min(day, monthrange(year, month)[1])) for year in years]
    if direction:
        days = [d for d in days if (d >= anchor if direction == "next" else d <= anchor)]
    nearest = min(days, key=lambda one: abs((one - anchor).days))
    # What lies more than ten weeks ahead is seldom given without its year.
    far = not direction and (nearest - anchor).days > _AHEAD_DAYS
    return max(d for d in days if d < anchor) if far else nearest


def _month(month: int, direction: str, anchor: date) -> str:
    year = anchor.year
    if direction == "next":
        year += month < anchor.month
    elif direction == "year":
        pass
    else:
        year -= month > anchor.month
    return f"{year:04}-{month:02}"
