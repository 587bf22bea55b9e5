"""Know which words of a story stand for each other: "contingent" and "troops", "kill" and "die".

Each word is put to the sentence encoder by itself. What comes near is kin; the nearer, the more of
a shared word it is worth.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from asreported.language.protocol import Encoder

# Cosine of two single words from which they are taken for kin, and what 1.0 is reached from there.
_LEAST = 0.5
_BLOCK = 512

Kin = Mapping[str, Mapping[str, float]]


def find_kin(words: Sequence[str], encoder: Encoder) -> Kin:
    """Return, for each word that has any, its kin among ``words`` and how near they are (0..1)."""
    ordered = sorted(set(words))
    if not ordered:
        return {}
    vectors = encoder.encode(ordered)
    kin: dict[str, dict[str, float]] = {}
    for first in range(0, len(ordered), _BLOCK):
        near = vectors[first : first + _BLOCK] @ vectors.T
        for row, column in zip(*np.nonzero(near >= _LEAST), strict=True):
            word, other = ordered[first + int(row)], ordered[int(column)]
            if word != other:
                kin.setdefault(word, {})[other] = round(min(1.0, float(near[row, column])), 4)
    return kin


def covered(mine: Mapping[str, float], theirs: Mapping[str, float], kin: Kin) -> float:
    """Return how much of the weight of ``mine`` is met in ``theirs``, by itself or by its kin."""
    met = 0.0
    for word, weight in mine.items():
        if word in theirs:
            met += weight
        elif word in kin:
            near = kin[word]
            met += weight * max((near[other] for other in theirs if other in near), default=0.0)
    return met
