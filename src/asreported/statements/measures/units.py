"""Find the unit that stands beside a number, from the tables of units and currencies."""

import re
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import table
from asreported.statements.measures.numerals import SPACES

# The longest written form ("kilometres per hour") has three words and fits well inside.
_LONGEST = 40
_GAP = rf"[ \t\n{SPACES}]"
_GOES_ON = re.compile(r"[^\W_]|['’][^\W\ds_]")
# Short forms that are words or letters of other use; they count only right behind the digits.
_GLUED = frozenset(["m", "g", "l", "f", "c", "w", "k", "t", "in", "st", "p", "b", "ha", "mi", "kt",
                    "ps", "mp", "nm"])  # fmt: skip
# Names too ("Stone"): a unit only in lower case.
_COMMON = frozenset(["stone", "second", "pound", "won", "rand", "minute", "mark", "c", "f"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in place: ``start:end`` are its words."""

    start: int
    end: int
    unit: str
    dimension: str


def unit_after(text: str, end: int, limit: int) -> Unit | None:
    """Return the unit that follows the number ending at ``end``, the longest that fits."""
    gap = re.compile(rf"{_GAP}{{0,2}}-?").match(text, end, limit)
    start = gap.end() if gap else end
    if text[end:start] not in ("", "-") and text[end:start].endswith("-"):
        return None
    window = re.sub(rf"{_GAP}+", " ", text[start : min(limit, start + _LONGEST)])
    if len(window) != min(limit, start + _LONGEST) - start:
        return None
    for length in range(len(window), 0, -1):
        written = window[:length]
        if not _ends(text, start + length) or written[-1] == " ":
            continue
        found = _written().get(written)
        if found is None and length > 1 and written.casefold() not in _COMMON:  # "5G" is no weight
            found = _written().get(written.casefold())
        if found is None or not _allowed(written, glued=start == end):
            continue
        return Unit(start, start + length, *found)
    return None


def currency_before(text: str, start: int) -> Unit | None:
    """Return the currency sign or code that stands right before the number."""
    back = start
    while back > 0 and text[back - 1] in f" -−{SPACES}" and start - back < 2:
        back -= 1
    for length in range(min(5, back), 0, -1):
        written = text[back - length : back]
        unit = _signs().get(written)
        if unit is None or not _free(text, back - length, written):
            continue
        if written.isalpha() and len(written) < 3 and back != start and written != "Rs":
            continue
        return Unit(back - length, start, unit, "money")
    return None


def _free(text: str, start: int, written: str) -> bool:
    """Return whether what stands before a sign cannot be part of it ("XUSD")."""
    return not (written[0].isalpha() and start > 0 and text[start - 1].isalnum())


def _ends(text: str, end: int) -> bool:
    """Return whether a unit may end at ``end``: no letter or digit goes on, as in "L’Orme"."""
    return not _GOES_ON.match(text, end)


def _allowed(written: str, glued: bool) -> bool:
    if written.casefold() in _GLUED and written not in ("GB", "MB"):
        return glued or written in ("m", "g", "W", "L", "F", "C", "ha", "mi")
    return True


@cache
def _written() -> dict[str, tuple[str, str]]:
    found = {}
    for row in table("currencies"):
        if row["side"] == "after":
            found[row["written"]] = found[row["written"].casefold()] = (row["unit"], "money")
    for row in table("units"):
        found[row["written"]] = (row["unit"], row["dimension"])
    return found


@cache
def _signs() -> dict[str, str]:
    return {r["written"]: r["unit"] for r in table("currencies") if r["side"] == "before"}
