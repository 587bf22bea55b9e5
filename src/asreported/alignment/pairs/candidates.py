"""Propose the pairs of units that may say the same or dispute the same."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.alignment.pairs.senses import sense_units
from asreported.alignment.pairs.units import Unit
from asreported.alignment.pairs.wording import Numbers, weigh_wording
from asreported.language.protocol import Encoder

# The top 4 in every other account keep 90 % of the pairs that say the same and 68 % of those in
# conflict; a fifth adds more noise than pairs.
_IN_EACH_ACCOUNT = 4
# Of many accounts only the likeliest partners overall are kept, so that the number of pairs grows
# with the number of units and not with its square. Ten accounts and fewer are never cut.
_IN_ALL = 40
# Below this mean cosine no pair of the annotated events says the same or disputes anything.
_LEAST = 0.12
# See `_raised`.
_FLOOR = 0.22
# Likest units of a row that are looked at first; all are where these do not fill the forty.
_LOOKED_AT = 256
# Rows compared at a time: bounds memory to some 20 MB a thousand units.
_BLOCK = 256
# Pairs whose vectors are copied at a time (20 MB): a hundred accounts have 130,000.
_PAIRS_AT_ONCE = 4096


class Pair(NamedTuple):
    """Units ``a < b`` (indices) of two accounts; all cosines are 0..1.

    ``wording`` compares character n-grams weighed by how rare they are in the story, ``sense`` the
    encoder's vectors. ``around`` and ``context`` compare wording and sense of the whole sentences:
    of two like clauses those are likelier the same whose sentences are like. ``core`` and ``inner``
    compare them for the clauses less the smaller clauses that they hold.
    """

    a: int
    b: int
    wording: float
    sense: float
    around: float = 0.0
    context: float = 0.0
    core: float = 0.0
    inner: float = 0.0

    @property
    def likeness(self) -> float:
        """Return the mean of wording and sense."""
        return (self.wording + self.sense) / 2


def propose_pairs(units: Sequence[Unit], encoder: Encoder) -> list[Pair]:
    """Return, for each unit, its likeliest partners in every other account, in order of (a, b).

    Partners are the four of highest likeness in each other account, and of all accounts the forty
    highest. A pair is proposed where either unit picks the other.
    """
    if len({unit.document for unit in units}) < 2:
        return []
    wording = weigh_wording([unit.text for unit in units])
    senses = sense_units(units, encoder)
    names = sorted({unit.document for unit in units})
    number = {name: at for at, name in enumerate(names)}
    account = np.array([number[unit.document] for unit in units])
    keys, words, meant = [], [], []
    for first in range(0, len(units), _BLOCK):
        last = min(first + _BLOCK, len(units))
        alike = wording.against_all(first, last)
        near = _raised(senses.clause[first:last] @ senses.clause.T)
        likeness = (alike + near) / 2
        partners = [
            _partners(likeness[at - first], account, int(account[at])) for at in range(first, last)
        ]
        own = np.repeat(np.arange(first, last), [len(picked) for picked in partners])
        others = np.array([other for picked in partners for other in picked], np.int64)
        keys.append(np.minimum(own, others) * len(units) + np.maximum(own, others))
        words.append(alike[own - first, others])
        meant.append(near[own - first, others])
    distinct, places = np.unique(np.concatenate(keys), return_index=True)
    a, b = np.divmod(distinct, len(units))
    cosines = (
        np.concatenate(words)[places],
        np.concatenate(meant)[places],
        _around(units, a, b),
        _raised(_cosines(senses.sentence, a, b)),
        weigh_wording([unit.core_text for unit in units]).between(a, b),
        _raised(_cosines(senses.core, a, b)),
    )
    return list(map(Pair, a.tolist(), b.tolist(), *(_rounded(cosine) for cosine in cosines)))


def _cosines(vectors: NDArray[np.float32], a: Numbers, b: Numbers) -> NDArray[np.float32]:
    """Return the product of row ``a`` and row ``b``, of each pair."""
    found = np.empty(len(a), np.float32)
    for first in range(0, len(a), _PAIRS_AT_ONCE):
        some = slice(first, first + _PAIRS_AT_ONCE)
        found[some] = (vectors[a[some]] * vectors[b[some]]).sum(axis=1)
    return found


def _raised(cosine: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return 0..1 for the cosine of centred vectors, so that clauses of one topic lie near .3."""
    raised: NDArray[np.float32] = np.clip(_FLOOR + (1 - _FLOOR) * cosine, 0, 1)
    return raised


def _around(units: Sequence[Unit], a: Numbers, b: Numbers) -> NDArray[np.float64]:
    """Return, for each pair of units, the cosine of the wording of their sentences."""
    sentences = sorted({unit.clause.sentence for unit in units})
    row_of = {span: row for row, span in enumerate(sentences)}
    texts = {unit.document: unit.reading.document.text for unit in units}
    weighed = weigh_wording([texts[span.document][span.start : span.end] for span in sentences])
    rows = np.array([row_of[unit.clause.sentence] for unit in units])
    return weighed.between(rows[a], rows[b])


def _partners(likeness: NDArray[np.float64], account: Numbers, own: int) -> list[int]:
    """Return the units of other accounts that are likest, at most four of each."""
    able = np.flatnonzero((likeness >= _LEAST) & (account != own))
    if len(able) > _LOOKED_AT:
        # Rather than sort them all: the likest of many nearly always hold all that is picked.
        bar = np.partition(likeness[able], -_LOOKED_AT)[-_LOOKED_AT]
        near = able[likeness[able] >= bar]
        partners = _pick(near, likeness, account)
        if len(partners) == _IN_ALL:
            return partners
    return _pick(able, likeness, account)


def _pick(able: NDArray[np.int64], likeness: NDArray[np.float64], account: Numbers) -> list[int]:
    ordered = able[np.lexsort((able, -likeness[able]))]
    taken: dict[int, int] = {}
    partners = []
    for other, theirs in zip(ordered.tolist(), account[ordered].tolist(), strict=True):
        before = taken.get(theirs, 0)
        if before < _IN_EACH_ACCOUNT:
            taken[theirs] = before + 1
            partners.append(other)
            if len(partners) == _IN_ALL:
                break
    return partners


def _rounded(cosines: NDArray[np.floating[Any]]) -> list[float]:
    """Return the cosines to six digits: what is beyond depends on the order of a sum."""
    rounded: list[float] = np.round(np.minimum(cosines.astype(np.float64), 1.0), 6).tolist()
    return rounded
