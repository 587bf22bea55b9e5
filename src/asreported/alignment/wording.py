"""Weigh the wording of texts: character n-grams, the rarer in the story the heavier.

For near-verbatim news this is the strongest single sign that two clauses say the same (average
precision .50 on real candidates, against .43 for the sentence encoder).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Grams of 3 to 5 characters inside a word and its two borders: stems, endings and short words.
_SIZES = (3, 4, 5)
_SPACE = ord(" ")
# An odd 64-bit multiplier: windows are hashed as polynomials in it, and a story has some 10^5
# different ones, so that two sharing a hash of 64 bits is out of the question.
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def weigh_wording(texts: Sequence[str]) -> Any:
    """Return a sparse matrix (CSR) of a row a text; the dot product of two rows is their cosine.

    Columns are character n-grams with sublinear frequency and the inverse document frequency
    fitted on ``texts``. A text without letters or digits has an empty row.
    """
    from scipy.sparse import csr_matrix

    grams, rows = _grams(texts)
    if not len(grams):
        return csr_matrix((len(texts), 1), dtype=np.float32)
    _, columns = np.unique(grams, return_inverse=True)
    size = int(columns.max()) + 1
    counts = csr_matrix(
        (np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(texts), size)
    )
    counts.sum_duplicates()
    found_in = np.bincount(counts.indices, minlength=size)
    rarity = np.log((1 + len(texts)) / (1 + found_in)) + 1
    counts.data = ((1 + np.log(counts.data)) * rarity[counts.indices]).astype(np.float32)
    lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    counts.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(counts.indptr)).astype(np.float32)
    return counts


def _grams(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return the hash of every n-gram of every text, and the number of the text beside it."""
    folded = [_fold(text) for text in texts]
    joined = np.frombuffer("".join(folded).encode("utf-32-le"), dtype=np.uint32)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in folded])
    space = joined == _SPACE
    found: list[NDArray[np.uint64]] = []
    owners: list[NDArray[np.int64]] = []
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
    plain = "".join(mark if mark.isalnum() else " " for mark in text.casefold().replace("’", "'"))
    return f" {' '.join(plain.split())} "
