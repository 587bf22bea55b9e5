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

import numpy as np

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
        total = 0.0
        for weight, value in zip(self.weights, features, strict=True):
            total += weight * value
        total += self.intercept
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


def features(pair: Pair, a: Profile, b: Profile, margin: float) -> tuple[float, ...]:
    """Return the value of each of `FEATURES`."""
    theirs = b.bare
    bare = sum([weight for lemma, weight in a.bare.items() if lemma in theirs])
    numbers = bool(a.numbers) and bool(b.numbers)
    same = numbers and any(same_quantity(x, y) for x in a.numbers for y in b.numbers)
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
        float(numbers and not same),
        float(bool(a.deeds & b.deeds)),
        float(bool(a.agent) and a.agent == b.agent),
        float(bool(a.patient) and a.patient == b.patient),
        float(bool(a.speaker) != bool(b.speaker)),
        float(bool(a.speaker) and bool(b.speaker) and a.speaker != b.speaker),
        float(a.fragment and b.fragment),
        float(bool(a.scope) and bool(b.scope) and not a.scope & b.scope),
        float(bool(a.phase) and bool(b.phase) and a.phase != b.phase),
    )
