"""Look up what pages print around articles."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from asreported.lexicon.load import table

_LABEL = re.compile(r"\s*(?:[:：|•–—©]|\(c\)|\d{4})")
_WORD = re.compile(r"[^\W_]++(?:'[^\W_]++)?+|©")
_MOST_WORDS = 400
"""No row of the table allows more words to a line."""


class Phrase(NamedTuple):
    """A phrase of the boilerplate table, and what a line that has it is."""

    text: str
    kind: str
    most: int
    opens: bool
    place: str


def fold_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, folded in case, with straight apostrophes.

    The sign of rights is a word; a hyphen that is only shown at the end of a line parts none.
    """
    return tuple(_WORD.findall(_fold(text)))


def fold_each(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of each of ``texts``, folded as `fold_words` does."""
    page = "\n".join(texts)
    if page.count("\n") >= len(texts) > 0:
        page = "\n".join(text.replace("\n", " ") for text in texts)
    return list(map(tuple, map(_WORD.findall, _fold(page).split("\n")))) if texts else []


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").replace("\xad", "")


def find_words(text: str, words: tuple[str, ...]) -> Phrase | None:
    """Return the phrase that tells what a line of ``text``, its ``words`` folded, is, or None."""
    if not words or len(words) > _MOST_WORDS:
        return None
    whole = _index()["whole"].get(words)
    if whole and len(words) <= whole.most:
        return whole
    first = _at_start(text, words)
    if first is None or first.kind == "metadata":
        inside = _inside(words)
        # "Copyright ..., all rights reserved, may not be ..." is more than a note of the owner.
        return inside if first is None or (inside and inside.kind == "disclaimer") else first
    return first


@cache
def _index() -> dict[str, dict[tuple[str, ...], Phrase]]:
    index: dict[str, dict[tuple[str, ...], Phrase]] = {"whole": {}, "start": {}, "in": {}}
    for row in table("boilerplate"):
        phrase = Phrase(
            row["phrase"], row["kind"], int(row["most"]), row["opens"] == "yes", row["place"]
        )
        index[row["place"]].setdefault(fold_words(row["phrase"]), phrase)
    return index


def first_words() -> frozenset[str]:
    """Return the words of which a line has one if a phrase tells what it is."""
    return frozenset(words[0] for phrases in _index().values() for words in phrases if words)


def _at_start(text: str, words: tuple[str, ...]) -> Phrase | None:
    for length in _lengths("start").get(words[0], ()):
        found = _index()["start"].get(words[:length])
        if found is None or len(words) > found.most:
            continue
        # One word alone starts many sentences; as a label it is followed by a colon or a bar.
        if length > 1 or found.text == "©" or _is_label(text, found.text):
            return found
    return None


def _is_label(text: str, word: str) -> bool:
    folded = text.casefold()
    at = folded.find(word)
    return at >= 0 and _LABEL.match(folded, at + len(word)) is not None


def _inside(words: tuple[str, ...]) -> Phrase | None:
    index, starts = _index()["in"], _lengths("in")
    if starts.keys().isdisjoint(words):
        return None
    for at, word in enumerate(words):
        for length in starts.get(word, ()):
            found = index.get(words[at : at + length])
            if found and len(words) <= found.most and (length > 1 or len(words) <= at + 40):
                return found
    return None


@cache
def _lengths(place: str) -> dict[str, tuple[int, ...]]:
    """Return how long the phrases are, the longest first, that begin with a word."""
    lengths: dict[str, set[int]] = {}
    for words in _index()[place]:
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
