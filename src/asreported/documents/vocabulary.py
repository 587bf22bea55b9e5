"""Number the words of a page, so that figures of all lines can be counted at once."""

from collections.abc import Sequence
from functools import cache
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.hints import SIGNS, WORDLESS, word_hints
from asreported.documents.lines import Line, tell
from asreported.documents.phrases import fold_each

Numbers = NDArray[np.intp]


class Vocabulary(NamedTuple):
    """The distinct ``words`` of some lines, and where they stand.

    ``word`` and ``line`` have an entry for every word as it comes: which word it is, and the index
    of its line. ``start`` and ``size`` have one for every line: where its words begin among
    these, and how many it has. ``points`` are the lines' code points, a line feed after each line,
    and ``extent`` says how many a line has.
    """

    words: tuple[str, ...]
    word: Numbers
    line: Numbers
    start: Numbers
    size: Numbers
    points: NDArray[np.uint32]
    extent: Numbers

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

    Each line is told its words, its key and its hints: to look for them by itself costs it more.
    """
    texts = [line.plain for line in lines]
    words = fold_each(texts)
    tell(lines, "words", words)
    tell(lines, "key", map(" ".join, words))
    size = np.fromiter(map(len, words), dtype=np.intp, count=len(words))
    flat = list(chain.from_iterable(words))
    distinct = tuple(dict.fromkeys(flat))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    word = np.fromiter(map(numbers.__getitem__, flat), dtype=np.intp, count=len(flat))
    line_of = np.repeat(np.arange(len(lines)), size)
    page = "\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass")
    extent = np.fromiter(map(len, texts), dtype=np.intp, count=len(texts))
    said = Vocabulary(distinct, word, line_of, np.cumsum(size) - size, size,
                      np.frombuffer(page, dtype=np.uint32), extent)  # fmt: skip
    tell(lines, "hints", _hints(said).tolist())
    return said


def _hints(said: Vocabulary) -> Numbers:
    """Return the hints of each line, those that `read_hints` tells of one."""
    if not len(said.size):
        return np.zeros(0, dtype=np.intp)
    many = len(said.words)
    known = np.fromiter(map(word_hints().get, said.words, repeat(0)), np.intp, many)
    told = _sign_hints()[np.minimum(said.points, len(_sign_hints()) - 1)]
    starts = np.cumsum(said.extent + 1) - said.extent - 1
    signs = np.bitwise_or.reduceat(told, starts)
    return said.any_of(known[said.word]) | signs | np.where(said.size == 0, WORDLESS, 0)


@cache
def _sign_hints() -> Numbers:
    """Return the hints that a code point gives, up to the last that gives any."""
    hints = np.zeros(max(map(ord, SIGNS)) + 2, dtype=np.intp)
    for sign, hint in SIGNS.items():
        hints[ord(sign)] = hint
    return hints
