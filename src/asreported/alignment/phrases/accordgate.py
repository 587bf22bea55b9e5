"""Judge how likely an accord says one thing in both accounts: a logistic regression.

The weights lie beside this module in ``accords.json``; ``scripts/train_accords.py`` fits them on
annotated events and prints how well they do on each event left out.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from asreported.alignment.accounts.meanings import ACT, DAY, ENTITY, NUMBER
from asreported.alignment.accounts.told import Told
from asreported.alignment.phrases.accord import Accord

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


@dataclass(frozen=True, slots=True)
class _Side:
    """One account's words of an accord, which other accounts may meet again and again.

    ``about`` are the features that tell of the meanings; ``rest`` the other meanings of the
    sentence, ``weight`` how rare these are together.
    """

    about: tuple[float, ...]
    meanings: int
    verb: bool
    denied: bool
    lemmas: frozenset[str]
    sentence: Mapping[str, None]
    rest: tuple[str, ...]
    weight: float


class Weigher:
    """Says what speaks for an accord; bound to the accounts of one story."""

    def __init__(self, told: Sequence[Told], accords: Sequence[Accord]) -> None:
        held = Counter(
            meaning for each in told for inside in each.by_sentence.values() for meaning in inside
        )
        count = sum(len(each.by_sentence) for each in told)
        self._rarity = {m: math.log((1 + count) / (1 + n)) for m, n in held.items()}
        self._often = Counter(key for accord in accords for key in accord.keys)
        self._sides: dict[tuple[Told, tuple[int, ...]], _Side] = {}

    def features(self, accord: Accord, beside: float) -> tuple[float, ...]:
        """Return the value of each of `FEATURES`.

        ``beside`` is how likely the clauses around say the same, 0 where nobody judged.
        """
        one = self._side(accord.one, accord.tokens_a)
        two = self._side(accord.two, accord.tokens_b)
        roles = accord.roles
        least = min(one.weight, two.weight)
        shared = sum([self._rarity[m] for m in one.rest if m in two.sentence])
        return (
            math.log(len(accord.keys)),
            *one.about,
            float(one.verb and two.verb),
            float(not one.verb and not two.verb),
            sum([a == b for a, b in roles]) / len(roles),
            float(any(a != b and a in _ROLES and b in _ROLES for a, b in roles)),
            shared / least if least > 0 else 0.0,
            beside,
            math.log(min([self._often[key] for key in accord.keys])),
            math.log(accord.width / one.meanings),
            float(one.denied != two.denied),
            len(one.lemmas & two.lemmas) / min(len(one.lemmas), len(two.lemmas)),
        )

    def _side(self, told: Told, tokens: tuple[int, ...]) -> _Side:
        side = self._sides.get((told, tokens))
        if side is None:
            side = self._sides[told, tokens] = self._read(told, tokens)
        return side

    def _read(self, told: Told, tokens: Sequence[int]) -> _Side:
        meanings = sorted({told.meanings[at] for at in tokens})
        rarity = [self._rarity[m] for m in meanings]
        kinds = Counter(m[0] for m in meanings)
        sentence = told.by_sentence[told.grammar.sentence[tokens[0]]]
        rest = tuple(m for m in sentence if m not in meanings)
        return _Side(
            about=(
                sum(rarity) / len(rarity),
                max(rarity),
                float(kinds[ENTITY] == 1),
                float(kinds[ENTITY] > 1),
                float(kinds[DAY] > 0),
                float(kinds[NUMBER] > 0),
                float(kinds[ACT] == 1),
                float(kinds[ACT] > 1),
            ),
            meanings=len(meanings),
            verb=any(map(told.is_verb, tokens)),
            denied=not told.negated.isdisjoint(tokens),
            lemmas=frozenset(told.grammar.lemma(at) for at in tokens),
            sentence=sentence,
            rest=rest,
            weight=sum([self._rarity[m] for m in rest]),
        )


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
    path = files("asreported.alignment.phrases").joinpath("accords.json")
    raw = json.loads(path.read_text("utf-8"))
    if tuple(raw["features"]) != FEATURES:
        raise ValueError("accords.json was fitted on other features; run scripts/train_accords.py")
    return AccordGate(tuple(raw["weights"]), raw["intercept"])
