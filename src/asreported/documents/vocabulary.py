"""Number the words of a page, so that figures of all lines can be counted at once."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.lines import Line
from asreported.documents.phrases import fold_each

Numbers = NDArray[np.intp]


class Vocabulary(NamedTuple):
    """The distinct ``words`` of some lines, and where they stand.

    ``word`` and ``line`` have an entry for every word as it comes: which word it is, and the index
    of its line. ``start`` and ``size`` have one for every line: where its words begin among
    these, and how many it has.
    """

    words: tuple[str, ...]
    word: Numbers
    line: Numbers
    start: Numbers
    size: Numbers

    def among(self, wanted: frozenset[str]) -> NDArray[np.bool_]:
        """Return for each word as it comes whether it is one of ``wanted``."""
        return np.fromiter(map(wanted.__contains__, self.words), bool, len(self.words))[self.word]

    def any_of(self, flags: Numbers) -> Numbers:
        """Return, a line, the bits that ``flags`` (an entry for every word as it comes) have."""
        told = np.zeros(len(self.size), dtype=np.intp)
        some = np.flatnonzero(self.size)
        if len(some):
            told[some] = np.bitwise_or.reduceat(flags, self.start[some])
        return told


def number_words(lines: Sequence[Line]) -> Vocabulary:
    """Return the words of ``lines``, numbered in the order in which they first come.

    Each line is told its words, which costs it less than to look for them by itself.
    """
    words = fold_each([line.plain for line in lines])
    for line, found in zip(lines, words, strict=True):
        line.know("words", found)
    size = np.fromiter(map(len, words), dtype=np.intp, count=len(words))
    flat = list(chain.from_iterable(words))
    distinct = tuple(dict.fromkeys(flat))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    word = np.fromiter(map(numbers.__getitem__, flat), dtype=np.intp, count=len(flat))
    line_of = np.repeat(np.arange(len(lines)), size)
    return Vocabulary(distinct, word, line_of, np.cumsum(size) - size, size)
