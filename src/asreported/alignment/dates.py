"""Date what an account alone leaves open, from the other accounts of the event.

"On Monday" in an undated account is the Monday nearest to the day on which the dated accounts of
the same story were written. So is it in one that shows nothing but dates of long ago, as of old
pictures. What no account can date is dropped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from asreported.language.calendar import day_of, resolve
from asreported.model.statement import DateMention, Reading

_HALF_WEEK = 3
_APART_DAYS = 5
"""Accounts of one event are seldom written so many days apart (see `Settings.story_days`)."""
_INFERRED = "the text's own dates"


def date_readings(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings in order, every date of them resolved."""
    day = _story_day(readings)
    return tuple(_dated(reading, day) for reading in readings)


def _story_day(readings: Sequence[Reading]) -> date | None:
    """Return the day most accounts were written on, the later of equals.

    What accounts are said to be of counts before what their own dates let suppose.
    """
    anchors = [anchor for reading in readings if (anchor := _own_anchor(reading)) is not None]
    days = Counter(day for day, sure in anchors if sure) or Counter(day for day, _ in anchors)
    return max(days, key=lambda one: (days[one], one)) if days else None


def _own_anchor(reading: Reading) -> tuple[date, bool] | None:
    """Return the day an account was written on, and whether it says so."""
    for mention in reading.dates:
        if mention.anchor:
            day, _, source = mention.anchor.partition(" ")
            return date.fromisoformat(day), source != _INFERRED
    return None


def _dated(reading: Reading, day: date | None) -> Reading:
    mentions, own = reading.dates, _own_anchor(reading)
    if own and not own[1] and day is not None and abs(own[0] - day).days >= _APART_DAYS:
        mentions, own = tuple(map(_undated, mentions)), None
    if all(mention.iso for mention in mentions):
        return reading
    if day is not None and own is None:
        day = _near(mentions, day)
    return replace(reading, dates=tuple(_resolved(mentions, day)))


def _undated(mention: DateMention) -> DateMention:
    """Return the mention without what it was taken for; a date in full stays as it is."""
    return (
        replace(mention, iso=resolve(mention.form, None), anchor="") if mention.anchor else mention
    )


def _near(mentions: Sequence[DateMention], day: date) -> date:
    """Return the day of writing: on or after the account's first weekday nearest to ``day``."""
    for mention in mentions:
        if mention.form.startswith("weekday") and not mention.iso:
            weekday = int(mention.form.split(":")[1].partition("|")[0])
            ahead = (weekday - day.weekday()) % 7
            if 0 < ahead <= _HALF_WEEK and "next" not in mention.form:
                return date.fromordinal(day.toordinal() + ahead)
            break
    return day


def _resolved(mentions: Sequence[DateMention], day: date | None) -> Iterator[DateMention]:
    today = day
    for mention in mentions:
        if mention.iso:
            yield mention
            continue
        form = mention.form
        timed = form.startswith("days:0|T")
        iso = resolve(form, today if timed else day)
        if iso and day is not None:
            yield replace(mention, iso=iso, anchor=f"{day.isoformat()} the story's")
            if form.startswith(("weekday", "days")) and not timed:
                today = day_of(iso) or today
