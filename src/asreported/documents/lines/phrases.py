"""Look up what pages print around articles."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from asreported.documents.lines.characters import beyond_ascii
from asreported.lexicon.load import table

_LABEL = re.compile(r"\s*(?:[:：|•–—©]|\(c\)|\d{4})")
_WORD = re.compile(r"[^\W_]++(?:'[^\W_]++)?+|©")
_WORDLY = bytes(
    byte if chr(byte).isalnum() or chr(byte) in "'\n" or byte > 127 else ord(" ")
    for byte in range(256)
)
"""What stands for each byte of UTF-8 where words are parted: blanks for signs, save apostrophes."""
_LOOSE = re.compile(r"'(?:(?<!\w')|(?!\w))")
_SECOND = re.compile(r"('\w++)'")
_MANY_SIGNS = 100
"""Signs beyond ASCII that a page has at most, save such as are made of them."""
_MOST_WORDS = 400
"""No row of the table allows more words to a line."""
_SHORT = 16
"""Words of a line that names a thing and tells no story of it: "Privacy Policy | Contact"."""
_SHORTEST = 7
"""The same of a line that ends as sentences do."""
_TO_READER = frozenset({"you", "your", "yours", "our", "click", "please", "subscribe", "©"})
"""Words by which a page speaks to its reader."""


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
    if not texts:
        return []
    folded = _fold(page)
    # The code points beyond ASCII that are of no word.
    signs = [sign for sign in set(beyond_ascii(folded)) if not sign.isalnum()]
    if len(signs) > _MANY_SIGNS:
        return list(map(tuple, map(_WORD.findall, folded.split("\n"))))
    # Twice as quick as to look for each word.
    return list(map(tuple, map(str.split, _part(folded, signs).split("\n"))))


def _part(folded: str, signs: Sequence[str]) -> str:
    """Return ``folded`` with blanks for ``signs`` and for all else that is of no word."""
    for sign in signs:
        folded = folded.replace(sign, " © " if sign == "©" else " ")
    encoded = folded.encode("utf-8", "surrogatepass").translate(_WORDLY)
    parted = encoded.decode("utf-8", "surrogatepass")
    # An apostrophe is of a word only within it, and only the first.
    return _SECOND.sub(r"\1 ", _LOOSE.sub(" ", parted)) if "'" in parted else parted


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
        inside = _inside(text, words)
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
        place = "in" if row["place"] == "amid" else row["place"]
        index[place].setdefault(fold_words(row["phrase"]), phrase)
    return index


def telling_words() -> frozenset[str]:
    """Return the words of which a line has one if a phrase tells what it is: of each, the rarest.

    That is the longest, of those that are no function words where there are any.
    """
    common = {word for row in table("language_words") for word in row["words"].split()}
    return frozenset(
        max(words, key=lambda word: (word not in common, len(word), word))
        for phrases in _index().values()
        for words in phrases
    )


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


def _inside(text: str, words: tuple[str, ...]) -> Phrase | None:
    index, starts = _index()["in"], _lengths("in")
    if starts.keys().isdisjoint(words):
        return None
    for at in [at for at, word in enumerate(words) if word in starts]:
        for length in starts[words[at]]:
            found = index.get(words[at : at + length])
            if found is None or len(words) > found.most or (length == 1 and len(words) > at + 40):
                continue
            if found.place == "in" or _is_page_speaking(text, words):
                return found
    return None


def _is_page_speaking(text: str, words: Sequence[str]) -> bool:
    """Return whether a line is too short to tell a story, or speaks to its reader."""
    most = _SHORTEST if text.rstrip('"”’ ').endswith(".") else _SHORT
    return len(words) <= most or not _TO_READER.isdisjoint(words)


@cache
def _lengths(place: str) -> dict[str, tuple[int, ...]]:
    """Return how long the phrases are, the longest first, that begin with a word."""
    lengths: dict[str, set[int]] = {}
    for words in _index()[place]:
        lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}
