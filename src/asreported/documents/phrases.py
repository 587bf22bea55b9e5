"""Look up what pages print around articles."""

import re
from functools import cache
from typing import NamedTuple

from asreported.documents.lines import Line
from asreported.lexicon.load import table

_LABEL = re.compile(r"\s*(?:[:：|•–—©]|\(c\)|\d{4})")


class Phrase(NamedTuple):
    """A phrase of the boilerplate table, and what a line that has it is."""

    text: str
    kind: str
    most: int
    opens: bool
    place: str


def find_phrase(line: Line) -> Phrase | None:
    """Return the phrase that tells what ``line`` is, or None."""
    index = _index()
    words = _split(line.plain)
    if not words:
        return None
    whole = index["whole"].get(words)
    if whole and len(words) <= whole.most:
        return whole
    return _at_start(line, words) or _inside(words)


@cache
def _index() -> dict[str, dict[tuple[str, ...], Phrase]]:
    index: dict[str, dict[tuple[str, ...], Phrase]] = {"whole": {}, "start": {}, "in": {}}
    for row in table("boilerplate"):
        phrase = Phrase(
            row["phrase"], row["kind"], int(row["most"]), row["opens"] == "yes", row["place"]
        )
        index[row["place"]].setdefault(_split(row["phrase"]), phrase)
    return index


@cache
def _longest(place: str) -> int:
    return max(map(len, _index()[place]))


def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+|©", text.casefold()))


def _at_start(line: Line, words: tuple[str, ...]) -> Phrase | None:
    for length in range(min(_longest("start"), len(words)), 0, -1):
        found = _index()["start"].get(words[:length])
        if found is None or len(words) > found.most:
            continue
        # One word alone starts many sentences; as a label it is followed by a colon or a bar.
        if length > 1 or found.text == "©" or _is_label(line, found.text):
            return found
    return None


def _is_label(line: Line, word: str) -> bool:
    folded = line.plain.casefold()
    at = folded.find(word)
    return at >= 0 and _LABEL.match(folded, at + len(word)) is not None


def _inside(words: tuple[str, ...]) -> Phrase | None:
    index, longest = _index()["in"], _longest("in")
    for at in range(len(words)):
        for length in range(2, min(longest, len(words) - at) + 1):
            found = index.get(words[at : at + length])
            if found and len(words) <= found.most:
                return found
    for at, word in enumerate(words):
        found = index.get((word,))
        if found and len(words) <= min(found.most, at + 40):
            return found
    return None
