"""Read the time that a clock shows: "4:20 p.m." is 16:20, and so is "at 16:20"."""

import re
from collections.abc import Iterator

CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s?(?P<half>[ap])(?:m\b|\.\s?m\b\.?)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:at|around|about|after|before|by) (?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\b"
    r"(?!\s?%|[.:]?\d|\s?[ap]\.?\s?m\b)",
    re.IGNORECASE,
)


def clocks(text: str) -> Iterator[re.Match[str]]:
    """Yield the clock times in a text, those of 24 hours last; ``minutes`` reads them.

    >>> [minutes(found) for found in clocks("From 4 p.m., or at 16:20 (15:20 GMT)")]
    [960, 980]
    """
    yield from CLOCK.finditer(text)
    yield from _BARE.finditer(text)


def minutes(hour: re.Match[str]) -> int:
    """Return the minutes after midnight of a match with groups ``hour``, ``minute`` and ``half``.

    Without ``half`` the clock is one of 24 hours.

    >>> minutes(re.match(r"(?P<hour>4):(?P<minute>20) (?P<half>p)", "4:20 p.m."))
    980
    """
    told = hour.groupdict()
    whole, half = int(told["hour"]), told.get("half")
    if half:
        whole = whole % 12 + 12 * (half.lower() == "p")
    return 60 * whole + int(told["minute"] or 0)
