"""Judge how likely an accord says one thing in both accounts: a logistic regression.

The weights lie beside this module in ``accords.json``; ``scripts/train_accords.py`` fits them on
annotated events and prints how well they do on each event left out.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from asreported.alignment.accord import FEATURES


@dataclass(frozen=True, slots=True)
class AccordGate:
    """Weights in the order of `FEATURES`, and the intercept."""

    weights: tuple[float, ...]
    intercept: float

    def probability(self, features: Sequence[float]) -> float:
        """Return how likely the two say the same, 0..1."""
        total = 0.0
        for weight, value in zip(self.weights, features, strict=True):
            total += weight * value
        total += self.intercept
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_accord_gate() -> AccordGate:
    """Return the gate that was shipped.

    Raises:
        ValueError: The file was fitted on other features.
    """
    raw = json.loads(files("asreported.alignment").joinpath("accords.json").read_text("utf-8"))
    if tuple(raw["features"]) != FEATURES:
        raise ValueError("accords.json was fitted on other features; run scripts/train_accords.py")
    return AccordGate(tuple(raw["weights"]), raw["intercept"])
