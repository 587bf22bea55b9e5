"""Judge how likely two units of different accounts say the same: a logistic regression.

The weights lie beside this module in ``gate.json``; ``scripts/train_gate.py`` fits them on
annotated events and writes down how well they do on an event left out. The gate only weighs
likeness. What sets two like clauses apart in kind (another number, a denial) is not its to decide:
see `asreported.alignment.differences`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from asreported.alignment.candidates import Pair
from asreported.alignment.features import Column


@dataclass(frozen=True, slots=True)
class Gate:
    """A weight for each feature of `asreported.alignment.features`, and the intercept."""

    weights: Mapping[str, float]
    intercept: float

    def probabilities(self, features: Mapping[str, Column]) -> Column:
        """Return how likely the two of each pair say the same, 0..1, to six digits."""
        total: Column = np.full(len(next(iter(features.values()))), self.intercept)
        for name, weight in self.weights.items():
            total = total + weight * features[name]
        chances: Column = np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6)
        return chances


@cache
def load_gate() -> Gate:
    """Return the gate that was shipped."""
    raw = json.loads(files("asreported.alignment").joinpath("gate.json").read_text("utf-8"))
    return Gate(raw["weights"], raw["intercept"])


def margins(pairs: Sequence[Pair], documents: Sequence[str]) -> list[float]:
    """Return how much likelier each pair is than the next best of either unit in that account.

    Below 0 where another is likelier. ``documents`` names the account of each unit.
    """
    if not pairs:
        return []
    number = {name: at for at, name in enumerate(sorted(set(documents)))}
    account = np.array([number[name] for name in documents])
    a, b = np.array([(pair.a, pair.b) for pair in pairs]).T
    likeness = np.array([pair.likeness for pair in pairs])
    # What competes is of one key: one unit with the units of one other account.
    keys = np.concatenate([a * len(number) + account[b], b * len(number) + account[a]])
    both = np.concatenate([likeness, likeness])
    order = np.lexsort((-both, keys))
    _, firsts, place = np.unique(keys[order], return_index=True, return_inverse=True)
    ends = np.append(firsts[1:], len(order))
    best = both[order][firsts]
    second = np.where(ends - firsts > 1, both[order][np.minimum(firsts + 1, ends - 1)], 0.0)
    rival = np.empty_like(both)
    rival[order] = np.where(both[order] >= best[place], second[place], best[place])
    found: list[float] = (likeness - rival.reshape(2, -1).max(axis=0)).tolist()
    return found
