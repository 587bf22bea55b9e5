"""Propose the pairs of units that may say the same or dispute the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from asreported.alignment.units import Unit
from asreported.alignment.wording import weigh_wording
from asreported.language.protocol import Encoder

# The top 4 in every other account keep 90 % of the pairs that say the same and 68 % of those in
# conflict; a fifth adds more noise than pairs.
_IN_EACH_ACCOUNT = 4
# Of many accounts only the likeliest partners overall are kept, so that the number of pairs grows
# with the number of units and not with its square. Ten accounts and fewer are never cut.
_IN_ALL = 40
# Below this mean cosine no pair of the annotated events says the same or disputes anything.
_LEAST = 0.12
# Rows compared at a time: bounds memory to some 20 MB a thousand units.
_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Pair:
    """Units ``a < b`` (indices) of two accounts; both cosines are 0..1.

    ``wording`` compares character n-grams weighed by how rare they are in the story, ``sense`` the
    encoder's vectors. ``around`` compares the wording of the whole sentences: of two like clauses
    those are likelier the same whose sentences are like.
    """

    a: int
    b: int
    wording: float
    sense: float
    around: float = 0.0

    @property
    def likeness(self) -> float:
        """Return the mean of both cosines."""
        return (self.wording + self.sense) / 2


def propose_pairs(units: Sequence[Unit], encoder: Encoder) -> list[Pair]:
    """Return, for each unit, its likeliest partners in every other account, in order of (a, b).

    Partners are the four of highest likeness in each other account, and of all accounts the forty
    highest. A pair is proposed where either unit picks the other.
    """
    if len({unit.document for unit in units}) < 2:
        return []
    texts = [unit.text for unit in units]
    wording = weigh_wording(texts)
    columns = wording.T.tocsr()
    sense = encoder.encode(texts)
    names = sorted({unit.document for unit in units})
    number = {name: at for at, name in enumerate(names)}
    account = np.array([number[unit.document] for unit in units])
    picked: dict[tuple[int, int], tuple[float, float]] = {}
    for first in range(0, len(units), _BLOCK):
        rows = slice(first, first + _BLOCK)
        words = (wording[rows] @ columns).toarray()
        senses = np.clip(sense[rows] @ sense.T, 0, 1)
        likeness = (words + senses) / 2
        for at in range(len(likeness)):
            unit = first + at
            for other in _partners(likeness[at], account, int(account[unit])):
                key = (min(unit, other), max(unit, other))
                picked[key] = (float(words[at, other]), float(senses[at, other]))
    ordered = sorted(picked)
    around = _around(units, ordered)
    return [
        Pair(a, b, *(_rounded(cosine) for cosine in (*picked[a, b], beside)))
        for (a, b), beside in zip(ordered, around, strict=True)
    ]


def _around(units: Sequence[Unit], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Return, for each pair of units, the cosine of the wording of their sentences."""
    sentences = sorted({unit.clause.sentence for unit in units})
    row_of = {span: row for row, span in enumerate(sentences)}
    texts = {unit.document: unit.reading.document.text for unit in units}
    weighed = weigh_wording([texts[span.document][span.start : span.end] for span in sentences])
    rows = np.array([row_of[unit.clause.sentence] for unit in units])
    ends = np.array(pairs).reshape(-1, 2)
    found: list[float] = []
    for first in range(0, len(ends), _BLOCK * 16):
        block = ends[first : first + _BLOCK * 16]
        both = weighed[rows[block[:, 0]]].multiply(weighed[rows[block[:, 1]]])
        found += [float(cosine) for cosine in np.asarray(both.sum(axis=1)).ravel()]
    return found


def _partners(likeness: NDArray[np.float32], account: NDArray[np.int64], own: int) -> list[int]:
    """Return the units of other accounts that are likest, at most four of each."""
    able = np.flatnonzero((likeness >= _LEAST) & (account != own))
    taken: dict[int, int] = {}
    partners = []
    for other in able[np.lexsort((able, -likeness[able]))]:
        theirs = int(account[other])
        if taken.get(theirs, 0) < _IN_EACH_ACCOUNT:
            taken[theirs] = taken.get(theirs, 0) + 1
            partners.append(int(other))
            if len(partners) == _IN_ALL:
                break
    return partners


def _rounded(cosine: float) -> float:
    """Return the cosine to six digits: what is beyond depends on the order of a sum."""
    return round(min(cosine, 1.0), 6)
