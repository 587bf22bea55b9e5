"""Weigh the wording of texts: character n-grams, the rarer in the story the heavier.

For near-verbatim news this is the strongest single sign that two clauses say the same (average
precision .50 on real candidates, against .43 for the sentence encoder).
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Grams of 3 to 5 characters inside a word and its two borders: stems, endings and short words.
_SIZES = (3, 4, 5)
_SPACE = ord(" ")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# An odd 64-bit multiplier: windows are hashed as polynomials in it, and a story has some 10^5
# different ones, so that two sharing a hash of 64 bits is out of the question.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
# Cells (32 MB) up to which a dense product is quicker than loading scipy.
_DENSE_CELLS = 1 << 22

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


class Wording:
    """Texts as rows of length 1, with a column for each gram; a text without letters is empty."""

    def __init__(self, starts: Numbers, columns: Numbers, weights: Weights) -> None:
        """Take the rows one behind the other; ``starts`` bounds them, one more than texts."""
        self._starts = starts
        self._columns = columns
        self._weights = weights
        self._size = int(columns.max()) + 1 if len(columns) else 0

    def __len__(self) -> int:
        return len(self._starts) - 1

    def against_all(self, first: int, last: int) -> Weights:
        """Return the cosines of the texts ``first:last`` with all texts, a row each."""
        rows, columns = self._sides
        product = rows[first:last] @ columns
        cosines: Weights = product if isinstance(product, np.ndarray) else product.toarray()
        return cosines

    def between(self, firsts: Numbers, seconds: Numbers) -> Weights:
        """Return the cosine of each text of ``firsts`` with the one beside it in ``seconds``."""
        found = np.zeros(len(firsts))
        order = np.argsort(firsts, kind="stable")
        cuts = np.flatnonzero(np.diff(firsts[order])) + 1
        spread = np.zeros(self._size)
        for places in np.split(order, cuts) if len(order) else ():
            own = slice(self._starts[firsts[places[0]]], self._starts[firsts[places[0]] + 1])
            spread[self._columns[own]] = self._weights[own]
            others = seconds[places]
            sizes = self._starts[others + 1] - self._starts[others]
            behind = self._starts[others] - (np.cumsum(sizes) - sizes)
            entries = np.repeat(behind, sizes) + np.arange(int(sizes.sum()))
            products = spread[self._columns[entries]] * self._weights[entries]
            rows = np.repeat(np.arange(len(others)), sizes)
            found[places] = np.bincount(rows, products, len(others))
            spread[self._columns[own]] = 0.0
        return found

    @cached_property
    def _sides(self) -> tuple[Any, Any]:
        shape = len(self), self._size
        if shape[0] * shape[1] > _DENSE_CELLS:
            from scipy.sparse import csr_matrix

            rows = csr_matrix((self._weights, self._columns, self._starts), shape=shape)
            return rows, rows.T.tocsr()
        dense = np.zeros(shape)
        dense[np.repeat(np.arange(len(self)), np.diff(self._starts)), self._columns] = self._weights
        return dense, dense.T


def weigh_wording(texts: Sequence[str]) -> Wording:
    """Return the rows of the texts; the product of two rows is their cosine.

    Columns are character n-grams with sublinear frequency and the inverse document frequency
    fitted on ``texts``.
    """
    grams, owners = _grams(texts)
    _, columns = np.unique(grams, return_inverse=True)
    size = int(columns.max()) + 1 if len(columns) else 0
    cells, counts = np.unique(owners * size + columns, return_counts=True)
    owners, columns = np.divmod(cells, size) if size else (cells, cells)
    found_in = np.bincount(columns, minlength=size)
    rarity = np.log((1 + len(texts)) / (1 + found_in)) + 1
    weights = (1 + np.log(counts)) * rarity[columns]
    lengths = np.sqrt(np.bincount(owners, weights * weights, len(texts)))
    weights /= lengths[owners]
    starts = np.append(0, np.cumsum(np.bincount(owners, minlength=len(texts))))
    return Wording(starts, columns, weights)


def _grams(texts: Sequence[str]) -> tuple[NDArray[np.uint64], Numbers]:
    """Return the hash of every n-gram of every text, and the number of the text beside it."""
    folded = [_fold(text) for text in texts]
    joined = np.frombuffer("".join(folded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in folded])
    space = joined == _SPACE
    found: list[NDArray[np.uint64]] = []
    owners: list[Numbers] = []
    for size in _SIZES:
        count = len(joined) - size + 1
        if count <= 0:
            continue
        hashed = np.full(count, size, dtype=np.uint64)
        inside = owner[:count] == owner[size - 1 :]
        for at in range(size):
            hashed = hashed * _FACTOR + joined[at : at + count].astype(np.uint64)
            if 0 < at < size - 1:
                inside &= ~space[at : at + count]
        found.append(hashed[inside])
        owners.append(owner[:count][inside])
    if not found:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    return np.concatenate(found), np.concatenate(owners)


def _fold(text: str) -> str:
    """Return the words in lower case, letters and digits only, each between single spaces."""
    plain = _BETWEEN_WORDS.sub(" ", text.casefold().replace("’", "'")).strip()
    return f" {plain} "
