"""Judge how likely two units of different accounts say the same: a logistic regression.

The weights lie beside this module in ``gate.json``; ``scripts/train_gate.py`` fits them on
annotated events and writes down how well they do on an event left out. The gate only weighs
likeness. What sets two like clauses apart in kind (another number, a denial) is not its to decide:
see `asreported.alignment.pairs.differences`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from asreported.alignment.pairs.features import Column


@dataclass(frozen=True, slots=True)
class Gate:
    """A weight for each feature of `asreported.alignment.pairs.features`, and the intercept."""

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
    raw = json.loads(files("asreported.alignment.pairs").joinpath("gate.json").read_text("utf-8"))
    return Gate(raw["weights"], raw["intercept"])
