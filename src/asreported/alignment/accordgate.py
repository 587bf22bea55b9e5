"""Judge how likely an accord says one thing in both accounts: a logistic regression.

The weights lie beside this module in ``accords.json``; ``scripts/train_accords.py`` fits them on
annotated events and prints how well they do on each event left out.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from asreported.alignment.accord import Accord
from asreported.alignment.meanings import ACT, DAY, ENTITY, NUMBER
from asreported.alignment.told import Told

_ROLES = frozenset({"agent", "patient"})

FEATURES = (
    "more_edges",
    "rarity_mean",
    "rarity_max",
    "entity",
    "entities",
    "day",
    "number",
    "act",
    "acts",
    "verbs",
    "nominal",
    "same_role",
    "swapped",
    "around",
    "beside",
    "ambiguous",
    "loose",
    "negation",
    "same_lemma",
)


class Weigher:
    """Says what speaks for an accord; bound to the accounts of one story."""

    def __init__(self, told: Sequence[Told], accords: Sequence[Accord]) -> None:
        held = Counter(
            meaning for each in told for inside in each.by_sentence.values() for meaning in inside
        )
        count = sum(len(each.by_sentence) for each in told)
        self._rarity = {m: math.log((1 + count) / (1 + n)) for m, n in held.items()}
        self._often = Counter(key for accord in accords for key in accord.keys)

    def features(self, accord: Accord, beside: float) -> tuple[float, ...]:
        """Return the value of each of `FEATURES`.

        ``beside`` is how likely the clauses around say the same, 0 where nobody judged.
        """
        one, two = accord.one, accord.two
        meanings = {one.meanings[at] for at in accord.tokens_a}
        rarity = [self._rarity[m] for m in sorted(meanings)]
        kinds = Counter(m[0] for m in meanings)
        roles = accord.roles
        verbal = any(map(one.is_verb, accord.tokens_a)), any(map(two.is_verb, accord.tokens_b))
        denied = [
            not told.negated.isdisjoint(tokens)
            for told, tokens in ((one, accord.tokens_a), (two, accord.tokens_b))
        ]
        return (
            math.log(len(accord.keys)),
            sum(rarity) / len(rarity),
            max(rarity),
            float(kinds[ENTITY] == 1),
            float(kinds[ENTITY] > 1),
            float(kinds[DAY] > 0),
            float(kinds[NUMBER] > 0),
            float(kinds[ACT] == 1),
            float(kinds[ACT] > 1),
            float(all(verbal)),
            float(not any(verbal)),
            sum(a == b for a, b in roles) / len(roles),
            float(any(a != b and a in _ROLES and b in _ROLES for a, b in roles)),
            self._around(accord, meanings),
            beside,
            math.log(min(self._often[key] for key in accord.keys)),
            math.log(accord.width / len(meanings)),
            float(denied[0] != denied[1]),
            _same_lemmas(accord),
        )

    def _around(self, accord: Accord, inside: set[str]) -> float:
        """Return the weighed share of the meanings of both sentences that both have.

        ``inside`` are the meanings of the accord itself.
        """
        one, two = (
            told.by_sentence[told.grammar.sentence[tokens[0]]]
            for told, tokens in ((accord.one, accord.tokens_a), (accord.two, accord.tokens_b))
        )
        rarity = self._rarity
        shared = sum([rarity[m] for m in one if m in two and m not in inside])
        least = min(sum([rarity[m] for m in side if m not in inside]) for side in (one, two))
        return shared / least if least > 0 else 0.0


def _same_lemmas(accord: Accord) -> float:
    one = {accord.one.grammar.lemma(at) for at in accord.tokens_a}
    two = {accord.two.grammar.lemma(at) for at in accord.tokens_b}
    return len(one & two) / min(len(one), len(two))


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
