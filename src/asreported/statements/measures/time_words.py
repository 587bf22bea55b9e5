"""Find the words that tell a time, and what they mean before the day of writing is known.

Forms are those of `asreported.language.calendar`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from asreported.lexicon.months import months
from asreported.lexicon.weekdays import SHORT_WEEKDAYS
from asreported.statements.measures.time_patterns import COUNT, NUMBERS, PART, S, time_pattern

_UNITS = {"day": ("days", 1), "week": ("days", 7), "fortnight": ("days", 14),
          "month": ("months", 1), "year": ("years", 1), "decade": ("years", 10)}  # fmt: skip
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression in place: code points ``start:end``, and what it means (``form``)."""

    start: int
    end: int
    form: str


def find_time_words(text: str, start: int, end: int) -> list[TimeWords]:
    """Return the expressions of ``text[start:end]`` in order, adjoining ones joined."""
    found: list[TimeWords] = []
    for match in time_pattern().finditer(text, start, end):
        form = _form(match)
        if form:
            found.append(TimeWords(_start(match), match.end(), form))
    return list(_joined(text, found))


def _form(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    return _READERS[kind](match.group(kind))


def _start(match: re.Match[str]) -> int:
    """Return where the expression starts, without the preposition that showed it was one."""
    if match.lastgroup not in ("year", "bare_month"):
        return match.start()
    bare = re.search(r"\S+$", match.group())
    return match.start() + (bare.start() if bare else 0)


def _month_of(words: str) -> int:
    for word in re.findall(r"[A-Za-z]+", words):
        number = months("en").get(word.casefold())
        if number:
            return number
    return 0


def _numbers(words: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", words)]


def _full(words: str) -> str:
    numbers = sorted(_numbers(words))
    return _checked(numbers[-1], _month_of(words), numbers[0])


def _checked(year: int, month: int, day: int) -> str:
    limit = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return f"day:{year:04}-{month:02}-{day:02}" if 1 <= day <= limit[month - 1] else ""


def _month_day(words: str) -> str:
    day = _numbers(words)[0]
    return f"monthday:{_month_of(words):02}-{day:02}" if 1 <= day <= 31 else ""


def _span_years(words: str) -> str:
    first, second = words.split("/")
    second = first[:2] + second if len(second) == 2 else second
    if int(second) != int(first) + 1:
        return ""
    return f"interval:{first}/{second}"


def _between(words: str) -> str:
    left, right = re.split(r"\band\b", words, maxsplit=1)
    ends = []
    for side in (left, right):
        month = _month_of(side)
        ends.append(f"{_numbers(side)[-1]}-{month:02}" if month else str(_numbers(side)[-1]))
    return f"interval:{ends[0]}/{ends[1]}"


def _ago(words: str) -> str:
    match = re.search(
        rf"(?P<n>{COUNT}){S}(?P<unit>day|week|fortnight|month|year|decade)s?{S}ago", words
    )
    if match is None:
        return ""
    number = NUMBERS.get(match["n"]) or int(match["n"] if match["n"].isdigit() else 0)
    unit, factor = _UNITS[match["unit"]]
    if re.match(rf"less{S}than", words) and unit == "days":
        return f"within:{number * factor}"
    return f"{unit}:{-number * factor}"


def _relative(words: str) -> str:
    lowered = words.casefold()
    shift = -1 if re.match(r"late last|last|the previous", lowered) else 0
    shift = -1 if re.match(r"(?:this )?past", lowered) else shift
    shift = 1 if re.search(r"next|coming", lowered) else shift
    unit = "weeks" if "week" in lowered else "months" if "month" in lowered else "years"
    return f"{unit}:{shift}"


def _tied(words: str) -> str:
    lowered = words.casefold()
    ahead = lowered.startswith(("next", "this coming"))
    weekday = weekday_of(words.split()[-1])
    if weekday is not None:
        behind = "before" if lowered.startswith("last") else "past"
        return f"weekday:{weekday}:{'after' if ahead else behind}"
    month = _month_of(words)
    if not month:
        return f"years:{1 if ahead else -1 if lowered.startswith('last') else 0}"
    return (
        f"monthname:{month}:{'next' if ahead else 'year' if lowered.startswith('this') else 'past'}"
    )


def weekday_of(word: str) -> int | None:
    """Return the number of the day of the week that ``word`` names, 0 Monday; None for others."""
    start = word[:3].casefold()
    return SHORT_WEEKDAYS.index(start) if start in SHORT_WEEKDAYS else None


def _weekday(words: str) -> str:
    return f"weekday:{weekday_of(words)}:"


def _bare_month(words: str) -> str:
    behind = words.casefold().startswith(("back", "earlier", "since"))
    return f"monthname:{_month_of(words)}:{'past' if behind else ''}"


def _named_day(words: str) -> str:
    forms = {"today": "days:0", "yesterday": "days:-1", "tomorrow": "days:1",
             "tonight": "days:0|TNI", "overnight": "days:0|TNI"}  # fmt: skip
    return forms[words.casefold()]


def _night(words: str) -> str:
    if words.casefold().startswith("last"):
        return "days:-1|TNI"
    return f"days:0|{_PARTS[words.split()[-1].casefold()]}"


def _clock(words: str) -> str:
    match = re.match(r"(\d+)(?:[.:](\d\d))?[ \u00a0]?([ap])?", words.casefold())
    if match is None:
        return ""
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3] == "p" and hour < 12:
        hour += 12
    if match[3] == "a" and hour == 12:
        hour = 0
    return f"time|T{hour:02}:{minute:02}"


def _clock24(words: str) -> str:
    digits = re.sub(r"\D", "", words)
    return f"time|T{int(digits[:-2]):02}:{digits[-2:]}"


def _part(words: str) -> str:
    return f"time|{_PARTS[next(part for part in _PARTS if part in words)]}"


def _holiday(words: str) -> str:
    lowered = words.casefold()
    dates = {"new year": "01-01", "christmas": "12-25", "boxing": "12-26", "halloween": "10-31",
             "valentine": "02-14", "independence": "07-04", "fourth": "07-04",
             "veterans": "11-11"}  # fmt: skip
    day = next(value for key, value in dates.items() if lowered.startswith(key))
    if lowered.endswith("eve"):
        day = {"01-01": "12-31", "12-25": "12-24"}.get(day, day)
    return f"monthday:{day}"


_READERS: dict[str, Callable[[str], str]] = {
    "iso": lambda words: f"day:{words}",
    "mdy": _full,
    "dmy": _full,
    "between": _between,
    "my": lambda words: f"month:{_numbers(words)[-1]}-{_month_of(words):02}",
    "md": _month_day,
    "dm": _month_day,
    "span_years": _span_years,
    "decade": lambda words: f"decade:{words[:3]}",
    "year": lambda words: f"year:{_numbers(words)[-1]}",
    "bare_year": lambda words: f"year:{words}",
    "ago": _ago,
    "relative": _relative,
    "tied": _tied,
    "weekday": _weekday,
    "bare_month": _bare_month,
    "named_day": _named_day,
    "night": _night,
    "clock": _clock,
    "clock24": _clock24,
    "clock_at": _clock,
    "noon": lambda words: f"time|T{'00' if words == 'midnight' else '12'}:00",
    "part": _part,
    "holiday": _holiday,
}

_AND_DAY = re.compile(r"(?:[ ](?:[A-Z]{2,4}|local time))?,?[ \u00a0](?:on[ \u00a0]|at[ \u00a0])?")
_DAY_PART = re.compile(rf"[ \u00a0](?P<part>{PART})\b")


def _joined(text: str, found: list[TimeWords]) -> Iterator[TimeWords]:
    """Yield "6.10am on Wednesday", "Wednesday morning", "Monday, May 5" as one each."""
    held: TimeWords | None = None
    for one in found:
        part = _DAY_PART.match(text, one.end)
        if part and one.form.startswith(("weekday", "days", "day")) and "|" not in one.form:
            one = replace(one, end=part.end(), form=f"{one.form}|{_PARTS[part['part']]}")
        if held is not None:
            both = _both(text, held, one)
            if both is not None:
                held = both
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _both(text: str, left: TimeWords, right: TimeWords) -> TimeWords | None:
    if not _AND_DAY.fullmatch(text, left.end, right.start):
        return None
    days = ("weekday", "day:", "monthday", "days:")
    if left.form.startswith("time") and right.form.startswith(days):
        form = f"{right.form.partition('|')[0]}|{left.form.partition('|')[2]}"
        return TimeWords(left.start, right.end, form)
    if right.form.startswith("time") and left.form.startswith(days):
        form = f"{left.form.partition('|')[0]}|{right.form.partition('|')[2]}"
        return TimeWords(left.start, right.end, form)
    if left.form.startswith("weekday") and right.form.startswith(("day:", "monthday")):
        return TimeWords(left.start, right.end, right.form)
    return None
