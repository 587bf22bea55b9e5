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
from asreported.alignment.kin import Kin, covered
from asreported.alignment.profile import Profile
from asreported.alignment.quantity import same_quantity

FEATURES = (
    "wording",
    "sense",
    "likeness",
    "lower",
    "overlap",
    "contained",
    "kin_less",
    "kin_more",
    "bare_less",
    "bare_more",
    "rarest",
    "mutual",
    "margin",
    "same_number",
    "number_one_side",
    "other_number",
    "negated_one_side",
    "same_day",
    "other_day",
    "length_ratio",
    "shortness",
    "same_act",
    "other_act",
    "same_deed",
    "other_deed",
    "same_agent",
    "other_agent",
    "same_patient",
    "other_patient",
    "same_speaker",
    "other_speaker",
    "voice_one_side",
    "both_quoted",
    "headline",
    "fragment",
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


@dataclass(frozen=True, slots=True)
class Standing:
    """How a pair stands among the other pairs of its units.

    ``mutual`` is 0 to 2: for how many of the two the other is the likeliest in its account;
    ``margin`` how much likelier it is than the next best of either.
    """

    mutual: int
    margin: float


def standings(pairs: Sequence[Pair], documents: Sequence[str]) -> list[Standing]:
    """Return the standing of each pair; ``documents`` names the account of each unit."""
    best: dict[tuple[int, str], list[float]] = {}
    for pair in pairs:
        for unit, other in ((pair.a, pair.b), (pair.b, pair.a)):
            best.setdefault((unit, documents[other]), []).append(pair.likeness)
    for values in best.values():
        values.sort(reverse=True)
    found = []
    for pair in pairs:
        mutual, margins = 0, []
        for unit, other in ((pair.a, pair.b), (pair.b, pair.a)):
            ranked = best[unit, documents[other]]
            mutual += pair.likeness >= ranked[0]
            rival = next((x for x in ranked if x != pair.likeness), 0.0)
            margins.append(pair.likeness - rival)
        found.append(Standing(mutual, min(margins)))
    return found


def features(pair: Pair, a: Profile, b: Profile, standing: Standing, kin: Kin) -> tuple[float, ...]:
    """Return the value of each of `FEATURES`."""
    shared = [weight for lemma, weight in a.weights.items() if lemma in b.weights]
    mass = sum(shared)
    met = (
        covered(a.weights, b.weights, kin) / (a.mass or 1.0),
        covered(b.weights, a.weights, kin) / (b.mass or 1.0),
    )
    bare = (
        covered(a.bare, b.bare, kin) / (a.bare_mass or 1.0),
        covered(b.bare, a.bare, kin) / (b.bare_mass or 1.0),
    )
    return (
        pair.wording,
        pair.sense,
        pair.likeness,
        min(pair.wording, pair.sense),
        mass / ((a.mass + b.mass - mass) or 1.0),
        mass / (min(a.mass, b.mass) or 1.0),
        min(met),
        max(met),
        min(bare),
        max(bare),
        max(shared, default=0.0) / 10,
        float(standing.mutual),
        standing.margin,
        *_numbers(a, b),
        float(a.negated != b.negated),
        float(bool(a.days & b.days)),
        float(bool(a.days) and bool(b.days) and not a.days & b.days),
        min(a.length, b.length) / max(a.length, b.length, 1),
        1 / max(min(a.length, b.length), 1),
        *_slots(a, b, kin),
        float(bool(a.speaker) and a.speaker == b.speaker),
        float(bool(a.speaker) and bool(b.speaker) and a.speaker != b.speaker),
        float(bool(a.speaker) != bool(b.speaker)),
        float(a.quoted and b.quoted),
        float(a.region == "headline" or b.region == "headline"),
        float(a.fragment != b.fragment),
        float(a.fragment and b.fragment),
        float(bool(a.scope) and bool(b.scope) and not a.scope & b.scope),
        float(bool(a.phase) and bool(b.phase) and a.phase != b.phase),
    )


def _numbers(a: Profile, b: Profile) -> tuple[float, float, float]:
    same = any(same_quantity(x, y) for x in a.numbers for y in b.numbers)
    one_side = bool(a.numbers) != bool(b.numbers)
    other = bool(a.numbers) and bool(b.numbers) and not same
    return float(same), float(one_side), float(other)


def _slots(a: Profile, b: Profile, kin: Kin) -> list[float]:
    """Return, for act, agent and patient, whether both have the same, and whether they differ."""
    both_do = bool(a.deeds) and bool(b.deeds)
    deeds = [float(bool(a.deeds & b.deeds)), float(both_do and not a.deeds & b.deeds)]
    act, agent, patient = (
        _slot(mine, theirs, kin)
        for mine, theirs in ((a.act, b.act), (a.agent, b.agent), (a.patient, b.patient))
    )
    return [*act, *deeds, *agent, *patient]


def _slot(mine: str, theirs: str, kin: Kin) -> tuple[float, float]:
    both = bool(mine) and bool(theirs)
    near = 1.0 if mine == theirs else kin.get(mine, {}).get(theirs, 0.0)
    return (near if both else 0.0, float(both and near == 0))
