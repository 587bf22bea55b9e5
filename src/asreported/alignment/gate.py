"""Judge how likely two units of different accounts say the same: a logistic regression.

The weights lie beside this module in ``gate.json``; ``scripts/train_gate.py`` fits them on
annotated events and writes down how well they do on an event left out. The gate only weighs
likeness. What sets two like clauses apart in kind (another number, a denial) is not its to decide:
see `asreported.alignment.differences`.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from asreported.alignment.candidates import Pair
from asreported.alignment.profile import Profile
from asreported.alignment.quantity import same_quantity

FEATURES = (
    "wording",
    "sense",
    "likeness",
    "around",
    "content",
    "only_names",
    "margin",
    "same_number",
    "number_one_side",
    "other_number",
    "same_deed",
    "same_agent",
    "same_patient",
    "voice_one_side",
    "other_speaker",
    "fragments",
    "other_scope",
    "other_phase",
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Weights in the order of `FEATURES`, and the intercept."""

    weights: tuple[float, ...]
    intercept: float

    def probability(self, features: Sequence[float]) -> float:
        """Return how likely the two say the same, 0..1."""
        total = self.intercept + sum(
            weight * value for weight, value in zip(self.weights, features, strict=True)
        )
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_gate() -> Gate:
    """Return the gate that was shipped.

    Raises:
        ValueError: The file was fitted on other features.
    """
    raw = json.loads(files("asreported.alignment").joinpath("gate.json").read_text("utf-8"))
    if tuple(raw["features"]) != FEATURES:
        raise ValueError("gate.json was fitted on other features; run scripts/train_gate.py")
    return Gate(tuple(raw["weights"]), raw["intercept"])


def margins(pairs: Sequence[Pair], documents: Sequence[str]) -> list[float]:
    """Return how much likelier each pair is than the next best of either unit in that account.

    Below 0 where another is likelier. ``documents`` names the account of each unit.
    """
    best: dict[tuple[int, str], tuple[float, float]] = {}
    for pair in pairs:
        for key in ((pair.a, documents[pair.b]), (pair.b, documents[pair.a])):
            first, second = best.get(key, (0.0, 0.0))
            likeness = pair.likeness
            best[key] = (max(first, likeness), max(min(first, likeness), second))
    return [
        pair.likeness
        - max(
            best[key][pair.likeness >= best[key][0]]
            for key in ((pair.a, documents[pair.b]), (pair.b, documents[pair.a]))
        )
        for pair in pairs
    ]


def features(pair: Pair, a: Profile, b: Profile, margin: float) -> tuple[float, ...]:
    """Return the value of each of `FEATURES`."""
    bare = sum(weight for lemma, weight in a.bare.items() if lemma in b.bare)
    same = any(same_quantity(x, y) for x in a.numbers for y in b.numbers)
    return (
        pair.wording,
        pair.sense,
        pair.likeness,
        min(pair.around, pair.likeness),
        bare / (min(a.bare_mass, b.bare_mass) or 1.0),
        float(bare == 0),
        margin,
        float(same),
        float(bool(a.numbers) != bool(b.numbers)),
        float(bool(a.numbers) and bool(b.numbers) and not same),
        float(bool(a.deeds & b.deeds)),
        float(bool(a.agent) and a.agent == b.agent),
        float(bool(a.patient) and a.patient == b.patient),
        float(bool(a.speaker) != bool(b.speaker)),
        float(bool(a.speaker) and bool(b.speaker) and a.speaker != b.speaker),
        float(a.fragment and b.fragment),
        float(bool(a.scope) and bool(b.scope) and not a.scope & b.scope),
        float(bool(a.phase) and bool(b.phase) and a.phase != b.phase),
    )
