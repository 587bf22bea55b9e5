"""What is known of a story's units and pairs before points and conflicts are looked for.

Worked out once a story: points, what phrases share and conflicts all ask for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from asreported.alignment.bearing import bearing
from asreported.alignment.candidates import Pair
from asreported.alignment.clusters import Edge
from asreported.alignment.differences import find_difference
from asreported.alignment.features import describe_pairs
from asreported.alignment.gate import load_gate
from asreported.alignment.profile import Profile, profile_units
from asreported.alignment.units import Unit

# "She wasn't responsive" is a point where another account has just these words.
_SAME_WORDS = 0.7
# From this cosine of the encoder on, two clauses may say one thing in wholly different words.
_SAME_SENSE = 0.6


@dataclass(frozen=True, slots=True)
class Judgement:
    """A story's units, a profile for each, the proposed pairs, and how likely a pair is the same.

    ``likely`` holds 0..1 for a pair (a < b) of units; pairs that are no question are not in it.
    """

    units: tuple[Unit, ...]
    profiles: tuple[Profile, ...]
    pairs: tuple[Pair, ...]
    likely: dict[Edge, float]
    _apart: dict[Edge, bool] = field(default_factory=dict, compare=False, repr=False)

    def apart(self, a: int, b: int) -> bool:
        """Return whether something sets units ``a < b`` apart for certain."""
        known = self._apart.get((a, b))
        if known is None:
            known = bool(find_difference(self.profiles[a], self.profiles[b]))
            self._apart[a, b] = known
        return known


def judge(units: Sequence[Unit], pairs: Sequence[Pair]) -> Judgement:
    """Return the judgement of all pairs proposed among the units."""
    profiles = profile_units(units)
    return Judgement(tuple(units), profiles, tuple(pairs), _likely(pairs, units, profiles))


def _likely(
    pairs: Sequence[Pair], units: Sequence[Unit], profiles: Sequence[Profile]
) -> dict[Edge, float]:
    if not pairs:
        return {}
    chances = load_gate().probabilities(describe_pairs(pairs, units, profiles))
    bears = [bearing(unit, p) for unit, p in zip(units, profiles, strict=True)]
    return {
        (pair.a, pair.b): float(chance)
        for pair, chance in zip(pairs, chances, strict=True)
        if bears[pair.a]
        and bears[pair.b]
        and not _only_names(pair, profiles[pair.a], profiles[pair.b])
    }


def _only_names(pair: Pair, a: Profile, b: Profile) -> bool:
    """Return whether both share no word but names, days and places: that is the event, no point."""
    shared = a.bare.keys() & b.bare.keys() or a.deeds & b.deeds or (a.numbers and b.numbers)
    return not shared and pair.wording < _SAME_WORDS and pair.sense < _SAME_SENSE
