"""Find hours and parts of the day that differ in clauses which otherwise tell much the same."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from asreported.alignment.accounts.clock import CLOCK, minutes
from asreported.alignment.accounts.numerals import digits
from asreported.alignment.disputes.dispute import Dispute, disputed, valued
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.units import Unit
from asreported.lexicon.weekdays import WEEKDAY
from asreported.model.span import Span

_PART = re.compile(
    r"\b(?P<part>morning|midday|noon|afternoon|evening|dusk|night|midnight|dawn)\b", re.IGNORECASE
)
_DAY = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:on|at|in|around|about|shortly|after|before|by|late|early|just|the|last|that)\s+"
    r"|\b\w+day\s+){0,4}$",
    re.IGNORECASE,
)
_ROUGH = re.compile(r"\b(?:around|about|shortly|just)\b", re.IGNORECASE)
# "Worked through the night": how long, and not when.
_ALONG = re.compile(r"\b(?:through|throughout|all|into|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
# "As of 2 p.m." says when a thing was measured.
_AS_OF = re.compile(r"\bas of (?:about |around )?$", re.IGNORECASE)
# First and last minute of the day that each part may mean; beyond 1,440 is the day after.
_PARTS = {
    "dawn": (240, 480),
    "morning": (0, 720),
    "midday": (660, 840),
    "noon": (660, 780),
    "afternoon": (720, 1110),
    "dusk": (960, 1320),
    "evening": (1020, 1380),
    "night": (1140, 1740),
    "midnight": (1380, 1500),
}
# When a text was put out is told by its page.
_PUT_OUT = re.compile(r"\b(?:updated|published|posted|first published)\b[^.]{0,20}$", re.IGNORECASE)
_OPENER = re.compile(
    r"\W*(?:\w+\W+){0,8}"
)  # The words behind a lapse that say from what it counts.
_NAMED = re.compile(r"\w{4,}")
_LAPSE = re.compile(
    r"\b(?:(?P<bound>just|only|within|less than|more than|about|nearly|almost)\s+)?"
    r"(?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a few|few|several)"
    r"\s+)?"
    r"(?P<unit>minute|hour|day|week|month|year|decade)s?\s+(?P<way>after|before|later|earlier)\b",
    re.IGNORECASE,
)
_WAYS = {"later": "after", "earlier": "before"}
_HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766} | {
    "decade": 87660
}
_ROUNDED = 1.2  # How many times a lapse may be another that is told in a rounder unit.
_SLACK = 5  # Minutes: hours nearer than that are one hour as people tell it.
_ROUGHLY = 15  # The same of "around 3:30" and "just after ten".
_LIKELY = 0.5  # How likely two clauses say the same (see `Judgement`) for their hours to be rivals.
_FARTHEST = -0.1  # How far another clause of the account may be liker.
_CALL = "call"  # The act of calling for help.
_NEVER = frozenset({"say", "tell", "tweet", "announce", "interview", "speak", "write", "statement"})


_Time = tuple[str, int]
"""An hour or part of the day as it is written, and its first minute of the day."""


@dataclass(frozen=True, slots=True)
class _Hour:
    span: Span
    first: int
    last: int
    name: str
    day: str
    rough: bool
    """Whether words say that it is no exact hour: "around", "just after"."""


@dataclass(frozen=True, slots=True)
class _Lapse:
    """A stretch of time before or after something: "two days after"; ``count`` "" where unsaid.

    ``most`` says that it is an upper bound: "less than two weeks after".
    """

    span: Span
    unit: str
    count: str
    way: str
    most: bool
    since: frozenset[str]
    """The words behind "after" or "before", from what it counts; none behind "later"."""


def find_hour_disputes(judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each two clauses that say the same and whose hours cannot be one."""
    units = judged.units
    hours = {n: found for n, unit in enumerate(units) if (found := _read(unit))}
    lapses = {n: lapse for n, unit in enumerate(units) if (lapse := _lapse(unit))}
    named: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for n, found in hours.items():
        named[units[n].document] |= {(hour.name, hour.day) for hour in found}
    told: dict[tuple[_Time, _Time], tuple[set[Span], set[Span]]]
    told = defaultdict(lambda: (set(), set()))
    timed = hours.keys() | lapses.keys()
    for pair in judged.probable(_LIKELY, _FARTHEST):
        if pair.a not in timed or pair.b not in timed:
            continue
        if _CALL in judged.profiles[pair.a].deeds & judged.profiles[pair.b].deeds:
            continue  # Each service has an hour of its own (`asreported.alignment.disputes.times`).
        for a in hours.get(pair.a, ()):
            for b in hours.get(pair.b, ()):
                if _apart(a, b, named) and (
                    _is_clock(a, b) or _is_one_act(units[pair.a], units[pair.b])
                ):
                    first, second = sorted((a, b), key=lambda hour: hour.name)
                    rivals = (first.name, first.first), (second.name, second.first)
                    told[rivals][0].add(first.span)
                    told[rivals][1].add(second.span)
        if pair.a in lapses and pair.b in lapses:
            yield from _other_lapse(lapses[pair.a], lapses[pair.b])
    for (one, other), sides in sorted(told.items()):
        yield from _dispute(one, other, sides)


def _is_clock(a: _Hour, b: _Hour) -> bool:
    """Return whether both are hours; a part of a day is told of whatever went on in it."""
    return a.name not in _PARTS and b.name not in _PARTS


def _is_one_act(a: Unit, b: Unit) -> bool:
    """Return whether two clauses have one verb."""
    one, other = a.clause.slots.predicate, b.clause.slots.predicate
    return one is not None and other is not None and one.head == other.head


def _lapse(unit: Unit) -> _Lapse | None:
    """Return the first stretch of time that the clause counts from something, None for none."""
    start = unit.clause.span.start
    match = _LAPSE.search(unit.reading.document.text[start : unit.clause.span.end])
    if match is None:
        return None
    span = Span(unit.document, start + match.start(), start + match.end())
    way = _WAYS.get(match["way"].lower(), match["way"].lower())
    most = (match["bound"] or "").lower() in {"within", "less than"}
    since = _since(unit, span) if match["way"].lower() not in _WAYS else frozenset()
    return _Lapse(span, match["unit"].lower(), _count(match["count"]), way, most, since)


def _since(unit: Unit, span: Span) -> frozenset[str]:
    after = _OPENER.match(unit.reading.document.text, span.end)
    return frozenset(word.casefold() for word in _NAMED.findall(after.group() if after else ""))


def _other_lapse(a: _Lapse, b: _Lapse) -> Iterator[Dispute]:
    """Yield a dispute where one thing comes hours after an event here, and a day after there."""
    if a.way != b.way or _is_one_lapse(a, b):
        return
    if bool(a.since) != bool(b.since) or (a.since and not a.since & b.since):
        return  # A day after the vote is a year after the letter.
    yield from disputed(
        "time",
        "tension",
        f"How long {a.way} it?",
        [[a.span], [b.span]],
        "clauses that tell much the same count another time between two events",
        0.55,
    )


def _is_one_lapse(a: _Lapse, b: _Lapse) -> bool:
    """Return whether two lapses may be one: 35 days are a month."""
    if not a.count or not b.count:
        return a.unit == b.unit
    short, long = sorted((a, b), key=_length)
    return long.most or _length(long) <= _ROUNDED * _length(short)


def _length(lapse: _Lapse) -> float:
    """Return the hours of a lapse that is counted."""
    return _HOURS[lapse.unit] * int(lapse.count)


def _count(word: str | None) -> str:
    """Return how many units a lapse has, in digits; "" where the words leave it open."""
    told = (word or "").lower()
    return "1" if told in {"a", "an"} else digits(told)


def _dispute(one: _Time, other: _Time, sides: tuple[set[Span], set[Span]]) -> Iterator[Dispute]:
    asked = f"When was it: {one[0]} or {other[0]}?"
    reason = f"{one[0]} and {other[0]} in clauses that tell much the same"
    for dispute in disputed("time", "difference", asked, sides, reason, 0.6):
        yield valued(dispute, (one[1], other[1]), sides)


def _apart(a: _Hour, b: _Hour, named: Mapping[str, set[tuple[str, str]]]) -> bool:
    """Return whether no minute fits both, on one day, and neither account names the other's."""
    if a.day and b.day and a.day != b.day:
        return False
    slack = _ROUGHLY if a.rough or b.rough else _SLACK
    if a.last + slack >= b.first and b.last + slack >= a.first:
        return False
    return not any(
        (other.name, other.day) in named[mine.span.document] for mine, other in ((a, b), (b, a))
    )


def _read(unit: Unit) -> list[_Hour]:
    """Return the hours and parts of the day in the unit's own words; none of when one spoke."""
    if any(token.lemma.lower() in _NEVER for token in unit.core if token.pos in {"VERB", "NOUN"}):
        return []
    span = unit.clause.span
    text = unit.reading.document.text[span.start : span.end]
    day = _DAY.search(text)
    found = []
    for match in CLOCK.finditer(text):
        before = text[: match.start()]
        if _AS_OF.search(before) or _PUT_OUT.search(before):
            continue
        told = minutes(match)
        found.append((match, told, told, _written(match)))
    if not found:
        for match in _PART.finditer(text):
            if _ALONG.search(text[: match.start()]):
                continue
            first, last = _PARTS[match["part"].lower()]
            found.append((match, first, last, match["part"].lower()))
    return [
        _hour(unit, match, (first, last), name, day.group().lower() if day else "")
        for match, first, last, name in found[:1]
    ]


def _hour(unit: Unit, match: re.Match[str], told: tuple[int, int], name: str, day: str) -> _Hour:
    span = _span(unit, match)
    words = unit.reading.document.quote(span)
    return _Hour(span, *told, name, day, bool(_ROUGH.search(words)))


def _written(hour: re.Match[str]) -> str:
    """Return the hour with both points of "p.m.", or none of them."""
    words = hour.group().rstrip(".")
    return f"{words}." if words.lower().endswith(".m") else words


def _span(unit: Unit, match: re.Match[str]) -> Span:
    """Return the hour with the words of time before it."""
    start = unit.clause.span.start
    before = match.string[max(0, match.start() - 40) : match.start()]
    lead = _LEAD.search(before)
    back = len(lead.group()) if lead else 0
    return Span(unit.document, start + match.start() - back, start + match.end())
