"""Read the words that bound or blur a number: "at least", "nearly", "or more"."""

import re
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import table

# Words that have a topic: "concerned about two trials" counts two.
_TAKES_ABOUT = re.compile(
    r"\b(?:concern\w*|worr\w+|ask\w*|talk\w*|question\w*|think\w*|thought|complain\w*|jok\w+|learn\w*"
    r"|inform\w*|hear\w*|stor(?:y|ies)|doubts?|excited|upset|angry|happy|warn\w*|lied?) $"
)
_LONGEST = max(len(row["phrase"]) for row in table("bounds"))


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands around a number, and where number and words together start and end.

    ``effects`` are among ``low above high below nearly about exact``.
    """

    start: int
    end: int
    effects: frozenset[str]


def find_bound(text: str, start: int, end: int, floor: int, limit: int) -> Bound:
    """Return the bound words right before ``start`` and right after ``end``.

    Words before ``floor`` and behind ``limit`` are not looked at.
    """
    effects = set()
    found = _before(text, start, floor)
    while found is not None:
        start, effect = found
        effects.add(effect)
        found = _before(text, start, floor)
    behind = _after(text, end, limit)
    if behind is not None:
        end, effect = behind
        effects.add(effect)
    return Bound(start, end, frozenset(effects))


def interval(
    value: float, high: float | None, effects: frozenset[str]
) -> tuple[float | None, float | None]:
    """Return the lowest and highest value that the words allow; None where they are open."""
    if high is not None:
        return value, None if effects & {"low", "above"} else high
    if effects & {"low", "above"}:
        return value, None
    if effects & {"high", "below", "nearly"}:
        return None, value
    return None, None


def _before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    window = text[max(floor, start - _LONGEST - 3) : start]
    bare = window.rstrip(" \u00a0\n").casefold()
    for length in range(min(_LONGEST, len(bare)), 0, -1):
        effect = _phrases("before").get(" ".join(bare[-length:].split()))
        if effect is None or bare[-length] == " ":
            continue
        before = bare[: len(bare) - length]
        if effect == "about" and _TAKES_ABOUT.search(before):
            continue
        if before and before[-1].isalnum() and bare[-length].isalnum():
            continue
        return start - (len(window) - len(before)), effect
    return None


def _after(text: str, end: int, limit: int) -> tuple[int, str] | None:
    window = text[end : min(limit, end + _LONGEST + 2)].casefold()
    shift = len(window) - len(window.lstrip(" \u00a0"))
    window = window[shift:]
    for length in range(min(_LONGEST, len(window)), 0, -1):
        effect = _phrases("after").get(window[:length])
        ends = length == len(window) or not window[length].isalnum()
        if effect is not None and ends and window[length - 1] != " ":
            return end + shift + length, effect
    return None


@cache
def _phrases(side: str) -> dict[str, str]:
    return {row["phrase"]: row["effect"] for row in table("bounds") if row["side"] == side}
