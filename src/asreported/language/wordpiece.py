"""Cut text into the word pieces that the encoder was trained on (BERT, lower case)."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_LONGEST_WORD = 100


class WordPiece:
    """Greedy longest pieces of a fixed vocabulary.

    Args:
        vocab: The pieces in the order of their numbers; a piece inside a word begins with ``##``.
        longest: How many pieces a text may have, the two end marks included; the rest is cut.
    """

    def __init__(self, vocab: list[str], longest: int) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocab)}
        self._longest = longest
        self._unknown = self._numbers["[UNK]"]
        self._ends = (self._numbers["[CLS]"], self._numbers["[SEP]"])
        self._pieces = lru_cache(maxsize=65_536)(self._cut_all)

    def word_ids(self, words: Sequence[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the numbers of the pieces of ``words``, and whose each is, the marks left out."""
        numbers: list[int] = []
        owners: list[int] = []
        for owner, text in enumerate(words):
            pieces = self._pieces(text)
            numbers.extend(pieces)
            owners.extend([owner] * len(pieces))
        room = self._longest - 2
        first, last = self._ends
        return (first, *numbers[:room], last), tuple(owners[:room])

    def _cut_all(self, text: str) -> tuple[int, ...]:
        return tuple(number for word in _words(text) for number in self._cut(word))

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return (self._unknown,)
        numbers: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._numbers.get(mark + word[start:end])
                if number is not None:
                    break
            else:
                return (self._unknown,)
            numbers.append(number)
            start = end
        return tuple(numbers)


def _words(text: str) -> list[str]:
    """Return the words and marks of ``text``: lower case, accents off, each mark by itself."""
    if text.isascii() and text.isprintable():
        plain = text.lower()
    else:
        kept = (_replacement(c) for c in text)
        folded = unicodedata.normalize("NFD", "".join(kept).lower())
        plain = "".join(c for c in folded if unicodedata.category(c) != "Mn")
    return "".join(f" {c} " if _stands_alone(c) else c for c in plain).split()


def _replacement(char: str) -> str:
    if char.isspace():
        return " "
    return "" if char == "\ufffd" or unicodedata.category(char)[0] == "C" else char


@lru_cache(maxsize=4096)
def _stands_alone(char: str) -> bool:
    if char.isalnum():
        return 0x4E00 <= ord(char) <= 0x9FFF or 0x3400 <= ord(char) <= 0x4DBF
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(char).startswith("P")
