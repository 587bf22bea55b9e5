"""Look up the words of a page, so that figures of all lines can be counted at once."""

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from asreported.documents.lines.hints import SIGNS, TELLING, WORDLESS, word_hints
from asreported.documents.lines.lines import Line, tell
from asreported.documents.lines.phrases import fold_each
from asreported.lexicon.load import table

Numbers = NDArray[np.int64]

_FUNCTION, _YOU, _I, _SLANG, _REPORT, OTHER = range(6)
"""What a word is by the tables: one of the grammar's, of a register, or of neither."""
REGISTER, LONG = 7, 8
"""The bits of a word's number that say what it is, and whether it has more than three letters."""
_HINTS = (WORDLESS << 1) - TELLING
"""The bits that say which rules may concern a line with the word: all of the hints."""
_HASH = 32
"""The bit from which a word's number holds what stands for its letters."""
_MOST_KNOWN = 100_000


class Vocabulary(NamedTuple):
    """The words of some lines, as numbers.

    ``told``, ``hashed`` and ``line`` have an entry for every word as it comes: what it is
    (`REGISTER`, `LONG`), what stands for its letters, and the index of its line. ``start`` and
    ``size`` have one for every line: where its words begin among these, and how many it has.
    ``points`` are the lines' code points, a line feed after each, and ``extent`` says how many a
    line has.
    """

    told: Numbers
    hashed: NDArray[np.uint32]
    line: Numbers
    start: Numbers
    size: Numbers
    points: NDArray[np.uint32]
    extent: Numbers


class _Known(dict[str, int]):
    """The numbers of the words met so far."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_KNOWN:
            self.clear()
        told = _registers().get(word, OTHER) | word_hints().get(word, 0)
        told |= LONG if len(word) > 3 else 0
        self[word] = told = told | hash_word(word) << _HASH
        return told


_KNOWN = _Known()


def hash_word(word: str) -> int:
    """Return what stands for the letters of ``word``, below 2 to the 31st; figures are alike."""
    return crc32(b"0" if word.isdigit() else word.encode("utf-8", "surrogatepass")) >> 1


@cache
def _registers() -> dict[str, int]:
    columns = {"you": _YOU, "i": _I, "slang": _SLANG, "insult": _SLANG, "report": _REPORT}
    known = {word: _FUNCTION for row in table("language_words") for word in row["words"].split()}
    for row in table("registers"):
        if row["kind"] in columns:
            known[row["word"]] = columns[row["kind"]]
    return known


def number_words(lines: Sequence[Line]) -> Vocabulary:
    """Return the words of ``lines``.

    Each line is told its words and its hints: to look for them by itself costs it more.
    """
    texts = [line.plain for line in lines]
    words = fold_each(texts)
    tell(lines, "words", words)
    size = np.fromiter(map(len, words), np.int64, len(words))
    flat = list(chain.from_iterable(words))
    told = np.fromiter(map(_KNOWN.__getitem__, flat), np.int64, len(flat))
    line_of = np.repeat(np.arange(len(lines)), size)
    page = "\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass")
    extent = np.fromiter(map(len, texts), np.int64, len(texts))
    hashed = (told >> _HASH).astype(np.uint32)
    said = Vocabulary(told, hashed, line_of, np.cumsum(size) - size, size,
                      np.frombuffer(page, dtype=np.uint32), extent)  # fmt: skip
    tell(lines, "hints", _hints(said).tolist())
    return said


def _hints(said: Vocabulary) -> Numbers:
    """Return the hints of each line, those that `read_hints` tells of one."""
    if not len(said.size):
        return np.zeros(0, dtype=np.int64)
    hints = np.where(said.size == 0, WORDLESS, 0)
    some = np.flatnonzero(said.size)
    if len(some):
        hints[some] = np.bitwise_or.reduceat(said.told & _HINTS, said.start[some])
    starts = np.cumsum(said.extent + 1) - said.extent - 1
    signs = _sign_hints().take(said.points, mode="clip")
    return np.asarray(hints | np.bitwise_or.reduceat(signs, starts))


@cache
def _sign_hints() -> Numbers:
    """Return the hints that a code point gives, up to the last that gives any."""
    hints = np.zeros(max(map(ord, SIGNS)) + 2, dtype=np.int64)
    for sign, hint in SIGNS.items():
        hints[ord(sign)] = hint
    return hints
