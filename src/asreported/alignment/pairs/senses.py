"""Give each unit a vector of what it means, read inside its sentence.

A clause by itself has lost what it is about ("which was founded by a breakaway group"). So the
encoder reads every sentence once, and a unit is the mean of its words as they stand there, the
rarer in the story the heavier. On annotated stories this tells clauses that say the same far better
than the encoder's vector of the bare clause (average precision .43 against .30), and reads less.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from asreported.alignment.pairs.units import Unit
from asreported.language.protocol import Encoder
from asreported.model.parse import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
# What is left of the weight of a word that only holds others together.
_HOLLOW = 0.3
# So many units count as if they were far from all that the story tells.
_FEW = 20

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Senses:
    """A row a unit, of length 1: its clause, its core, its whole sentence.

    The mean of the story is taken away: what all its sentences have in common tells none apart. Of
    few units the mean is not yet what they have in common, and less of it is.
    """

    clause: Vectors
    core: Vectors
    sentence: Vectors


def sense_units(units: Sequence[Unit], encoder: Encoder) -> Senses:
    """Return the vectors of the units."""
    readings = {unit.document: unit.reading for unit in units}
    spans = sorted({unit.clause.sentence for unit in units})
    words = {span: readings[span.document].tokens_in(span) for span in spans}
    arrays = encoder.encode_words([[token.text for token in words[span]] for span in spans])
    weight = _weights(units)
    read = {
        span: _Read({token.start: row for row, token in enumerate(words[span])}, array)
        for span, array in zip(spans, arrays, strict=True)
    }
    whole = {span: read[span].pool(words[span], weight) for span in spans}
    clauses = [read[unit.clause.sentence].pool(unit.tokens, weight) for unit in units]
    cores = [
        clause
        if len(unit.core) == len(unit.tokens)
        else read[unit.clause.sentence].pool(unit.core, weight)
        for unit, clause in zip(units, clauses, strict=True)
    ]
    return Senses(
        _centred(clauses),
        _centred(cores),
        _centred([whole[unit.clause.sentence] for unit in units]),
    )


def _weights(units: Sequence[Unit]) -> dict[str, float]:
    """Return how rare each lemma is among the units."""
    found = Counter(lemma for unit in units for lemma in {token.lemma for token in unit.tokens})
    return {lemma: math.log((1 + len(units)) / (1 + n)) + 1 for lemma, n in found.items()}


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence as the encoder has it: ``rows`` tells where the word that begins there is."""

    rows: Mapping[int, int]
    array: Vectors

    def pool(self, tokens: Sequence[Token], weight: Mapping[str, float]) -> Vectors:
        """Return the mean of the tokens, the rarer the heavier."""
        kept = [token for token in tokens if token.start in self.rows]
        if not kept:
            return np.zeros(self.array.shape[1], np.float32)
        weights = np.array(
            [weight.get(t.lemma, 1.0) * (1 if t.pos in _CONTENT else _HOLLOW) for t in kept],
            np.float32,
        )
        total = weights @ self.array[[self.rows[token.start] for token in kept]]
        mean: Vectors = (total / weights.sum()).astype(np.float32)
        return mean


def _centred(rows: Sequence[Vectors]) -> Vectors:
    each = _unit_length(np.array(rows, np.float32))
    return _unit_length(each - each.sum(axis=0) / (len(each) + _FEW))


def _unit_length(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    result: Vectors = rows / np.maximum(lengths, 1e-9)
    return result
