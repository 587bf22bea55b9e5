"""Find words that nobody writes so: slips of typing for a common word.

Known are the words of a dictionary, what English makes of them with its endings and beginnings, and
what the news has now and then. A slip is a letter too many or missing, one
vowel or key for the next, or two letters in the wrong order, behind the first letter.

Reads:   regions.
Assigns: `Internal` of kind "attribution", its gap that of a slip.
"""

import re
import string
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from asreported.language.folding import respell, stem
from asreported.language.rarity import HIGHEST, rarity
from asreported.language.vocabulary import is_word, whole_words
from asreported.lexicon.load import column, words
from asreported.model.statement import Internal, Reading
from asreported.statements.inside.breaks import SLIP

# Words in lower case of five letters and more, no part of an address or of a longer word. Of five
# only those listed are slips: too many words are a letter apart.
_WORD = re.compile(r"(?<![\w’'@#./\])-])[a-z]{5,}(?![\w’'@/-])")
_GUESSED = 6
_SHORTEST = 3
_PART = 4  # Letters of each of two words in one: "birdsong".
# "Travelled" and "traveled", "focussed" and "focused": either side of the Atlantic has its own.
_EITHER = (
    "led",
    "ling",
    "ler",
    "lor",
    "lment",
    "lful",
    "sed",
    "sing",
    "ted",
    "ting",
    "ped",
    "ping",
)
_VOWELS = "aeiou"
_KEYS = tuple(enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm")))
# A word that fewer news have is seldom what was meant ("florin" for "florian").
_COMMON = 6.5


def find_misspelt(reading: Reading) -> Iterator[Internal]:
    """Yield each slip of typing; what an article writes twice it knows better."""
    document = reading.document
    texts = [(r.start, document.text[r.start : r.end]) for r in document.article_regions()]
    for word in sorted({w for _, text in texts for w in _WORD.findall(text)} - whole_words()):
        slip = _meant_for(word)
        places = list(_places(rf"(?<![\w’'@#./\])-]){word}(?![\w’'@/-])", texts)) if slip else []
        if len(places) == 1:
            span = document.span(*places[0])
            yield Internal(
                "attribution", (span,), SLIP, f'"{word}" is no word, the nearest is {slip}'
            )
    for wrong in _several():
        if wrong in document.text:
            meant = column("misspellings", "meant", key="wrong")[wrong]
            for place in _places(rf"\b{wrong}\b", texts):
                reason = f'"{wrong}", where {meant} is meant'
                yield Internal("attribution", (document.span(*place),), SLIP, reason)


def _places(pattern: str, texts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    for start, text in texts:
        for match in re.finditer(pattern, text):
            yield start + match.start(), start + match.end()


@cache
def _several() -> tuple[str, ...]:
    """Return what is written in two words and more and sounds like others: "there own"."""
    return tuple(sorted(w for w in column("misspellings", "meant", key="wrong") if " " in w))


def _meant_for(word: str) -> str | None:
    """Return the common word that an unknown one is a slip of typing for, if it is one."""
    listed = column("misspellings", "meant", key="wrong").get(word)
    if listed is not None:
        return listed
    if len(word) < _GUESSED:
        return None
    single = next((one for one in _doubled(word) if one in whole_words()), None)
    if single is not None and rarity(stem(single)) < _COMMON:
        return None if word.endswith(_EITHER) else single
    if _is_known(word):
        return None
    fits = {one for one in _slips(word) if one in whole_words() and rarity(stem(one)) < _COMMON}
    # A plural or a name of more letters is no slip of the word without them, and "utilised" is how
    # one side of the Atlantic writes it.
    fits = {one for one in fits if not one.startswith(word) and not word.startswith(one)}
    if any(respell(stem(one)) == respell(stem(word)) for one in fits):
        return None
    return min(fits, key=lambda one: (rarity(stem(one)), one), default=None)


@lru_cache(maxsize=4096)
def _is_known(word: str, depth: int = 0) -> bool:
    # One stem in fourteen that no news has shares the slot of one that some have.
    if is_word(word) or (not depth and rarity(stem(word)) < HIGHEST):
        return True
    if depth > 1:
        return False
    if word.endswith(("ably", "ibly")) and f"{word[:-1]}e" in whole_words():
        return True
    for ending in words("affixes", "affix", side="end"):
        base = word.removesuffix(ending)
        if base == word or len(base) < _SHORTEST:
            continue
        if any(_is_known(before, depth + 1) for before in _bases(base)):
            return True
    for beginning in words("affixes", "affix", side="begin"):
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) >= _SHORTEST and _is_known(rest, depth + 1):
            return True
    joins = range(_PART, len(word) - _PART + 1)
    return any(word[:at] in whole_words() and word[at:] in whole_words() for at in joins)


def _bases(base: str) -> Iterator[str]:
    """Yield what a word may have been before its ending: "stop" of "stopp", "hope", "city"."""
    yield base
    yield f"{base}e"
    if base[-1] == base[-2]:
        yield base[:-1]
    if base.endswith("i"):
        yield f"{base[:-1]}y"


def _doubled(word: str) -> Iterator[str]:
    """Yield the words with one more letter where one stands that may be doubled."""
    for at in range(2, len(word) - 1):
        if word[at] not in "aeiouy" and word[at] != word[at - 1] and word[at] != word[at + 1]:
            yield word[: at + 1] + word[at:]


def _slips(word: str) -> Iterator[str]:
    """Yield the words that one slip behind the first letter could have made ``word`` from."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            # By its second letter "despatched" is a word of its own.
            if at > 1 and tail and _taken_for(tail[0], letter):
                yield head + letter + tail[1:]


@cache
def _taken_for(one: str, other: str) -> bool:
    """Return whether two letters are vowels, or beside each other on a keyboard."""
    if one in _VOWELS and other in _VOWELS:
        return True
    at = [(row, keys.index(x)) for x in (one, other) for row, keys in _KEYS if x in keys]
    return len(at) == 2 and all(abs(a - b) <= 1 for a, b in zip(*at, strict=True))
