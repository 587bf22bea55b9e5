"""Find the words of a page that stand before a caption, on the caption's own line."""

import re
from functools import cache

from asreported.lexicon.load import table

_MOST_CREDIT = 60
"""Characters of an owner's name between the two halves of a mount: the longest read has 41."""


def end_of_mount(line: str) -> int:
    """Return where the caption begins in ``line``; 0 where no mount stands before it.

    >>> line = "Image copyright Quillfoto Image caption The bridge at Lowmoor on Monday"
    >>> line[end_of_mount(line):]
    'The bridge at Lowmoor on Monday'
    >>> end_of_mount("CLOSE to the bridge")
    0
    """
    found = _mounts().match(line)
    return found.end() if found else 0


@cache
def _mounts() -> re.Pattern[str]:
    # What a mount ends before is a caption: it begins anew, with a capital, a digit or a mark.
    return re.compile(rf"(?:{'|'.join(map(_form, _rows()))})\s+(?=[A-Z0-9\"“‘'])")


def _form(row: tuple[str, str]) -> str:
    opens, closes = map(re.escape, row)
    return opens if closes == r"\-" else rf"{opens}\s.{{0,{_MOST_CREDIT}}}?\b{closes}"


def _rows() -> list[tuple[str, str]]:
    # "Image copyright ... Image caption" before "Image caption" alone, whatever the table's order.
    rows = [(row["opens"], row["closes"]) for row in table("mounts")]
    return sorted(rows, key=lambda row: (-len(row[0]), row))
