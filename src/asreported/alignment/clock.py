"""Read the time that a clock shows: "4:20 p.m." is 16:20."""

import re


def minutes(hour: re.Match[str]) -> int:
    """Return the minutes after midnight of a match with groups ``hour``, ``minute`` and ``half``.

    Without ``half`` the hour is one of the morning.

    >>> minutes(re.match(r"(?P<hour>4):(?P<minute>20) (?P<half>p)", "4:20 p.m."))
    980
    """
    told = hour.groupdict()
    afternoon = (told.get("half") or "a").lower() == "p"
    return 60 * (int(told["hour"]) % 12 + 12 * afternoon) + int(told["minute"] or 0)
