"""Number the words of a page, so that figures of all lines can be counted at once."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.lines import Line

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

    def lines_with(self, wanted: frozenset[str]) -> NDArray[np.bool_]:
        """Return for each line whether it has one of ``wanted``."""
        return np.bincount(self.line[self.among(wanted)], minlength=len(self.size)) > 0


def number_words(lines: Sequence[Line]) -> Vocabulary:
    """Return the words of ``lines``, numbered in the order in which they first come."""
    size = np.array([len(line.words) for line in lines], dtype=np.intp)
    flat = list(chain.from_iterable(line.words for line in lines))
    numbers = {word: at for at, word in enumerate(dict.fromkeys(flat))}
    word = np.fromiter(map(numbers.__getitem__, flat), dtype=np.intp, count=len(flat))
    line = np.repeat(np.arange(len(lines)), size)
    return Vocabulary(tuple(numbers), word, line, np.cumsum(size) - size, size)
