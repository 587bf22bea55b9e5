"""Cut text into words for the reading of names: hyphens and possessives resolved, parser beside."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from asreported.lexicon.load import words
from asreported.lexicon.names import demonyms, fold, given_names, places
from asreported.model.parse import Parse, Token

# Letters with inner apostrophes, dots of initials, ampersands; zero-width characters stay inside.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_](?:[^\W_]|[\u200b-\u200d\u2060\ufeff\u00ad]|['’&](?=[^\W\d_]))*"
)
# What follows the stop of an initial that ends no sentence.
_GOES_ON = re.compile(r"\.(?:[,;)]|['’]s|\s[a-z(])")
_POSSESSIVE = re.compile(r"['’][sS]$")
# Written with a stop that ends no sentence, and longer than the longest of them.
_SHORTENED = words("name_words", kind="abbreviation")
_RANK = 8
_PARTICLES = words("name_words", kind="particle")


class Word(NamedTuple):
    """One word of a sentence.

    ``label`` and ``begins`` are the parser's name type and whether a name begins here, ``tag`` its
    Penn tag; all empty where the text was not parsed. ``opens`` is True where the word's capital
    letter means nothing: at the start of a sentence or quotation.
    """

    start: int
    end: int
    text: str
    label: str = ""
    begins: bool = False
    tag: str = ""
    opens: bool = False

    @property
    def capital(self) -> bool:
        """Return whether the word, or its part after "al-", has an initial capital."""
        text = self.text
        if "-" not in text:
            return text[0].isupper()
        return any(part[:1].isupper() for part in text.split("-"))

    @property
    def acronym(self) -> bool:
        """Return whether the word is two letters or more, all capitals."""
        return is_acronym(self.text)


def words_of(text: str, start: int, end: int, tokens: Sequence[Token] = ()) -> list[Word]:
    """Return the words of ``text[start:end]``; ``tokens`` are the parser's for that stretch."""
    at = _Labels(tokens)
    found: list[Word] = []
    before = -1
    for first, last in _pieces(text, start, end):
        token, begins = at(first, last)
        word = text[first:last]
        label, tag = (token.entity, token.tag) if token else ("", "")
        capital = not (word.islower() and word.isalpha())
        opens = capital and (before < 0 or _opens(text, before, first))
        found.append(Word(first, last, word, label, begins, tag, opens))
        before = last
    return found


def sentence_words(text: str, parse: Parse) -> Iterator[tuple[str, list[Word]]]:
    """Yield the kind of region and the words of each parsed sentence."""
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last]
        if tokens:
            yield sentence.kind, words_of(text, tokens[0].start, tokens[-1].end, tokens)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of words: hyphenated names whole, "US-led" and "anti-Labour" apart."""
    held: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        span = match.span()
        if held:
            before = held[-1][1]
            if span[0] - before == 1 and text[before] in "-‑‐":
                held.append(span)
                continue
            if len(held) == 1 and text[before - 1] not in "sS":
                yield held[0]
            else:
                yield from _join(text, held)
        held = [span]
    yield from _join(text, held)


def _join(text: str, held: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(held) == 1:
        first, last = held[0]
        if text[last - 1] not in "sS" or text[last - 2 : last - 1] not in ("'", "’"):
            yield first, last
            return
    joined: list[tuple[int, int]] = []
    for first, last in held:
        possessive = _POSSESSIVE.search(text[first:last])
        if possessive:
            last = first + possessive.start()
        if joined and _one_name(text, joined[-1], (first, last)):
            joined[-1] = (joined[-1][0], last)
        elif last > first:
            joined.append((first, last))
    yield from joined


def _one_name(text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
    before, after = text[left[0] : left[1]], text[right[0] : right[1]]
    if fold(before).split()[-1:] and fold(before).split()[-1] in _PARTICLES:
        return after[:1].isupper()
    if fold(before) in demonyms() or fold(after) in places() or fold(before) in places():
        # "Paris-Berlin-Rome" are three; "Guinea-Bissau" is one, and no other country is.
        return fold(f"{before} {after}") in places()
    return before[:1].isupper() and after[:1].isupper() and not is_acronym(before)


def is_short_surname(text: str, given: Word, word: Word) -> bool:
    """Return whether an initial stands for a surname that is not printed: "Ada R., a diver"."""
    initial = len(word.text) == 1 and word.text.isupper() and _GOES_ON.match(text, word.end)
    one = word.label == given.label == "PERSON" and not word.begins
    return bool(initial) and one and word.start - given.end == 1


def touch(text: str, left: Word, right: Word) -> bool:
    """Return whether no more than white space, or the stop of an initial, parts two words."""
    gap = text[left.end : right.start]
    if not gap.strip():
        return "\n" not in gap and len(gap) <= 3
    initial = len(left.text) == 1 or fold(left.text) in _SHORTENED
    body = left.label == right.label == "ORG" and fold(right.text) not in given_names()
    return (body if gap.strip() == "&" else initial and gap.strip() == ".") and "\n" not in gap


def is_acronym(word: str) -> bool:
    """Return whether ``word`` is two letters or more, all capitals, with or without stops."""
    bare = word.replace(".", "")
    return len(bare) > 1 and bare.isupper() and bare.isascii()


def _opens(text: str, end: int, start: int) -> bool:
    if start - end == 1 and text[end] == " ":
        return False
    gap = text[end:start]
    if gap == ". " and text[max(end - _RANK, 0) : end].split(" ")[-1].lower() in _SHORTENED:
        return False  # "Capt. Will Roe"
    if gap[:1] in (")", ".") and text[max(0, end - 1) : end].isdigit():
        return True
    return any(mark in gap for mark in '.!?:;"“”‘•*\n|') and "'" not in gap


class _Labels:
    """Finds the parser's token under a word; words come in text order."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._next, self._count = 0, len(tokens)

    def __call__(self, start: int, end: int) -> tuple[Token | None, bool]:
        tokens, index, count = self._tokens, self._next, self._count
        while index < count and tokens[index].end <= start:
            index += 1
        self._next = index
        best: Token | None = None
        begins = False
        while index < count and tokens[index].start < end:
            token = tokens[index]
            if (best is None or (token.entity and not best.entity)) and token.text[:1].isalnum():
                best = token
                begins = token.entity_begins
            if token.end >= end:
                break
            index += 1
        return best, begins
