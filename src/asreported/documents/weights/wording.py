"""Weigh lines by their wording alone: their words, their first and last, their pairs.

What is weighed are numbers made of words, so that the shipped weights hold no word.
"""

import numpy as np
from numpy.typing import NDArray

from asreported.documents.weights.vocabulary import Numbers, Vocabulary

SIZE = 1 << 15
"""Weights. Half or twice as many measured alike."""
_HEAD, _TAIL = 12, 8
"""Words of a line that are looked at, from its start and from its end."""
_PAIRED = 15
"""Words up to which a line's pairs of neighbours are looked at."""
_MOST_COUNT = 12
_FIRST, _LAST, _OPENING, _PAIR, _LENGTH, _EDGES = 1, 2, 3, 4, 5, 6
_BUCKETS = 16
_TURN = np.uint32(2654435761)
"""Spreads the bits of a number over a word (Knuth's)."""


def read_marks(said: Vocabulary) -> tuple[Numbers, Numbers]:
    """Return the numbers of what lines say (below `SIZE`), and the line that each is of."""
    line, starts, counts = said.line, said.start, said.size
    ends = starts + counts
    word = said.hashed
    place = np.arange(len(word)) - starts[line]
    seen = (place < _HEAD) | (place >= counts[line] - _TAIL)
    bucket = _BUCKETS + (counts > 6).astype(np.uint32) + (counts > _PAIRED)
    some = np.flatnonzero(counts)
    two = np.flatnonzero(counts > 1)
    pair = np.flatnonzero((counts[line] <= _PAIRED) & (place + 1 < counts[line]))
    whole = np.arange(len(counts))
    parts = [
        (_mix(word[seen], bucket[line[seen]]), line[seen]),
        (_mix(word[starts[some]], _FIRST), some),
        (_mix(word[ends[some] - 1], _LAST), some),
        (_mix(_mix(word[starts[two]], _OPENING) + word[starts[two] + 1], _OPENING), two),
        (_mix(_mix(word[pair], _PAIR) + word[pair + 1], _PAIR), line[pair]),
        (_mix(np.minimum(counts, _MOST_COUNT).astype(np.uint32), _LENGTH), whole),
        (_mix(_edges(said), _EDGES), whole),
    ]
    marks = np.concatenate([mark for mark, _ in parts])
    return (marks >> np.uint32(17)).astype(np.intp), np.concatenate([of for _, of in parts])


def _mix(value: NDArray[np.uint32], salt: int | NDArray[np.uint32]) -> NDArray[np.uint32]:
    mixed = (value ^ (value >> np.uint32(15))) + np.asarray(salt, dtype=np.uint32) * np.uint32(977)
    return np.asarray(mixed * _TURN, dtype=np.uint32)


def _edges(said: Vocabulary) -> NDArray[np.uint32]:
    """Return a number a line, made of its first and its last code point."""
    ends = np.cumsum(said.extent + 1) - 1
    first, last = said.points[ends - said.extent], said.points[ends - 1]
    return np.where(said.extent > 0, first * np.uint32(131) + last, 0).astype(np.uint32)


def weigh_wording(said: Vocabulary, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a row a line: the sum of the ``weights`` (a row each) of what it says.

    The sums are over the root of their number, so that long lines and short ones can be compared.
    """
    marks, line = read_marks(said)
    n = len(said.size)
    size = np.sqrt(np.maximum(1, np.bincount(line, minlength=n)))
    sums = [np.bincount(line, weights=column[marks], minlength=n) / size for column in weights.T]
    return np.stack(sums, axis=1).astype(np.float32)
