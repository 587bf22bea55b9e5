"""Date what an account alone leaves open, from the other accounts of the event.

"On Monday" in an undated account is the Monday nearest to the day on which the dated accounts of
the same story were written. What no account can date is dropped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from asreported.language.calendar import day_of, resolve
from asreported.model.statement import DateMention, Reading

_HALF_WEEK = 3


def date_readings(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings in order, every date of them resolved."""
    day = _story_day(readings)
    return tuple(_dated(reading, day) for reading in readings)


def _story_day(readings: Sequence[Reading]) -> date | None:
    """Return the day most accounts were written on, the later of equals."""
    anchors = Counter(day for reading in readings if (day := _own_anchor(reading)) is not None)
    return max(anchors, key=lambda one: (anchors[one], one)) if anchors else None


def _own_anchor(reading: Reading) -> date | None:
    for mention in reading.dates:
        if mention.anchor:
            return date.fromisoformat(mention.anchor.partition(" ")[0])
    return None


def _dated(reading: Reading, day: date | None) -> Reading:
    if all(mention.iso for mention in reading.dates):
        return reading
    if day is not None and _own_anchor(reading) is None:
        day = _near(reading.dates, day)
    return replace(reading, dates=tuple(_resolved(reading.dates, day)))


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
