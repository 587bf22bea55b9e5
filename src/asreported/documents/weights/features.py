"""Describe lines by figures, for the line model.

One row a line, one column a figure of the line by itself, named in `NAMES`. Neighbours and place
are added by `context`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.lines.hints import TELLING
from asreported.documents.lines.lines import Line
from asreported.documents.weights.vocabulary import (
    LONG,
    OTHER,
    REGISTER,
    Numbers,
    Vocabulary,
    hash_word,
)

Matrix = NDArray[np.float32]

_WORDS = ("words", "chars", "word_length", "function_words", "you", "i", "slang", "report")
_FIRST = ("starts_upper", "starts_lower", "starts_digit", "starts_quote", "starts_mark")
_LAST = ("ends_sentence", "ends_colon", "ends_dots", "ends_word")
_PHRASES = ("opens", "promo", "navigation", "metadata", "caption", "comments", "disclaimer",
            "author_bio")  # fmt: skip
NAMES = (*_WORDS, *_FIRST, *_LAST, "repeated", "titled", *_PHRASES)
COLUMN = {name: index for index, name in enumerate(NAMES)}
_LEAST_CONTENT = 25
"""Code points that a line whose words of content count has more than."""
_MOST_PHRASED = 60
_CLOSING = " \t\xa0»\"“„”'’)]*"
"""What may follow the end of a sentence."""


class Figures(NamedTuple):
    """The lines' own figures, and their words of content: each once a line, as two columns.

    ``line`` is the index of a line, ``word`` a number below `CONTENT` that stands for a word.
    """

    rows: Matrix
    line: Numbers
    word: Numbers


CONTENT = 1 << 12
"""Numbers of words of content: of one page few are the same."""


def read_figures(lines: Sequence[Line], said: Vocabulary, title: str = "") -> Figures:
    """Return the figures of each line by itself.

    ``said`` are the words of ``lines``; ``title`` is the page's title, if known.
    """
    texts = [line.plain for line in lines]
    seen = Counter(texts)
    repeated = np.fromiter(map(seen.__getitem__, texts), np.int64, len(texts)) > 1
    columns = [*_count_words(said), *_read_ends(texts), repeated, _share_of(title, said)]
    line, word = _content_words(said)
    phrases = _read_phrases(lines)
    return Figures(np.hstack([np.stack(columns, axis=1), phrases], dtype=np.float32), line, word)


def _count_words(said: Vocabulary) -> list[NDArray[np.float64]]:
    """Return the columns `_WORDS`."""
    n, sizes = len(said.size), said.extent
    told = np.bincount(said.line * 8 + (said.told & REGISTER), minlength=n * 8).reshape(-1, 8)
    per = 1.0 / np.maximum(1, said.size)
    shares = told[:, :OTHER].T * per
    return [np.log1p(said.size), np.log1p(sizes), sizes * per / 10, *shares]


def _content_words(said: Vocabulary) -> tuple[Numbers, Numbers]:
    """Return which line has which word of content, each once, in order."""
    content = said.told & (LONG | REGISTER) == LONG | OTHER
    content &= (said.extent > _LEAST_CONTENT)[said.line]
    numbers = said.line[content] * CONTENT + said.hashed[content] % CONTENT
    numbers.sort()
    # As `np.unique`, in half the time for a few.
    distinct = numbers[np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]]
    line, word = np.divmod(distinct, CONTENT)
    return line, word


_UPPER, _LOWER, _DIGIT, _QUOTE, _MARK, _END, _COLON, _DOTS, _OTHER = range(9)
_KINDS = {
    **dict.fromkeys(".!?", _END), ":": _COLON, "…": _DOTS, **dict.fromkeys('"“„»«‘', _QUOTE),
    **dict.fromkeys("|›•*-–·►>+", _MARK), **dict.fromkeys("0123456789", _DIGIT), "": _OTHER,
}  # fmt: skip
_WORDLY = -1
"""A letter of a script without capitals, at the end of a line a capital or a small one too."""


@cache
def _kind_of(char: str) -> int:
    if char in _KINDS:
        return _KINDS[char]
    letter = _UPPER if char.isupper() else _LOWER if char.islower() else _WORDLY
    return letter if char.isalpha() else _OTHER


def _read_ends(texts: Sequence[str]) -> list[NDArray[np.bool_]]:
    """Return the columns `_FIRST` and `_LAST`."""
    first = np.array([_kind_of(text[:1]) for text in texts], dtype=np.int64)
    tails = [text.rstrip(_CLOSING)[-3:] for text in texts]
    last = np.array([_kind_of("…" if tail == "..." else tail[-1:]) for tail in tails], np.int64)
    ends = [last == _END, last == _COLON, last == _DOTS, last <= _LOWER]
    return [*(first == kind for kind in range(_MARK + 1)), *ends]


def _read_phrases(lines: Sequence[Line]) -> Matrix:
    """Return whether a line opens a section, and the kind that its phrase tells."""
    rows = np.zeros((len(lines), len(_PHRASES)), dtype=np.float32)
    for at, line in enumerate(lines):
        if line.hints & TELLING and len(line.words) <= _MOST_PHRASED and (phrase := line.phrase):
            rows[at, 0] = phrase.opens
            if phrase.kind in _PHRASES:
                rows[at, _PHRASES.index(phrase.kind)] = 1
    return rows


def _share_of(title: str, said: Vocabulary) -> Matrix:
    """Return, a line, the share of the words of ``title`` that it has."""
    wanted = {hash_word(word) for word in re.findall(r"\w{3,}", title.casefold())}
    share = np.zeros(len(said.size), dtype=np.float32)
    for word in wanted:
        share[said.line[said.hashed == word]] += 1 / len(wanted)
    return share
