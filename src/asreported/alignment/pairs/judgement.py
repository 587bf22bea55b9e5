"""What is known of a story's units and pairs before points and conflicts are looked for.

Worked out once a story: points, what phrases share and conflicts all ask for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from asreported.alignment.pairs.bearing import Bearing, bearing, tells_of_speech
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.clusters import Edge
from asreported.alignment.pairs.differences import find_difference
from asreported.alignment.pairs.features import Column, describe_pairs
from asreported.alignment.pairs.gate import Gate, load_gate
from asreported.alignment.pairs.holding import Holding
from asreported.alignment.pairs.profile import Profile, profile_units
from asreported.alignment.pairs.units import Unit
from asreported.model.span import Span

# How likely the two must say the same, by the less that either bears (see `bearing`). With weights
# fitted on the other events, of pairs of scraps from .6 on nine of ten were right, as many as of
# statements; below, half. The kept events put it a little higher.
_BORNE = {Bearing.NOTHING: 1.1, Bearing.SCRAP: 0.65, Bearing.STATEMENT: 0.0}
# "She wasn't responsive" is a point where another account has just these words.
_SAME_WORDS = 0.7
# From this cosine of the encoder on, two clauses may say one thing in wholly different words.
_SAME_SENSE = 0.6
# Of pairs that share names and no other word, all that are likelier than this were right.
_MOST_LIKELY = 0.9


@dataclass(frozen=True)
class Judgement:
    """A story's units, a profile for each, the proposed pairs, and how likely a pair is the same.

    ``likely`` holds 0..1 for a pair (a < b) of units; pairs that are no question are not in it.
    ``leads`` says of each pair how much likelier it is than the next best of either unit in the
    other's account, below 0 where another is likelier. ``bears`` is the `bearing` of each unit.
    """

    units: tuple[Unit, ...]
    profiles: tuple[Profile, ...]
    pairs: tuple[Pair, ...]
    likely: dict[Edge, float]
    leads: tuple[float, ...]
    bears: tuple[Bearing, ...]

    def apart(self, a: int, b: int) -> bool:
        """Return whether something sets units ``a < b`` apart for certain."""
        known = self._apart.get((a, b))
        if known is None:
            known = bool(find_difference(self.profiles[a], self.profiles[b]))
            self._apart[a, b] = known
        return known

    def probable(self, chance: float, lead: float) -> Iterator[Pair]:
        """Yield the pairs that say the same with at least this chance, of at least this lead."""
        for pair, ahead in zip(self.pairs, self.leads, strict=True):
            if ahead >= lead and self.likely.get((pair.a, pair.b), 0.0) >= chance:
                yield pair

    def around(self, span: Span) -> tuple[int, ...]:
        """Return the units whose clauses hold the span, the smallest first."""
        return self._holding.around(span)

    @cached_property
    def _holding(self) -> Holding:
        return Holding(self.units)

    @cached_property
    def _apart(self) -> dict[Edge, bool]:
        return {}


def judge(units: Sequence[Unit], pairs: Sequence[Pair], gate: Gate | None = None) -> Judgement:
    """Return the judgement of all pairs proposed among the units, by the shipped gate or ``gate``.

    The units are in the order of (document, start).
    """
    profiles = profile_units(units)
    bears = tuple(bearing(unit, p) for unit, p in zip(units, profiles, strict=True))
    if not pairs:
        return Judgement(tuple(units), profiles, (), {}, (), bears)
    features = describe_pairs(pairs, units, profiles)
    chances = (gate or load_gate()).probabilities(features)
    likely = _likely(pairs, chances, bears, units, profiles)
    leads = tuple(features["lead_less"].tolist())
    return Judgement(tuple(units), profiles, tuple(pairs), likely, leads, bears)


def _likely(
    pairs: Sequence[Pair],
    chances: Column,
    bears: Sequence[Bearing],
    units: Sequence[Unit],
    profiles: Sequence[Profile],
) -> dict[Edge, float]:
    return {
        (pair.a, pair.b): float(chance)
        for pair, chance in zip(pairs, chances, strict=True)
        if chance >= _BORNE[min(bears[pair.a], bears[pair.b])]
        and (
            not _only_names(pair, profiles[pair.a], profiles[pair.b])
            or (chance >= _MOST_LIKELY and _name_alike(pair, units, profiles))
        )
    }


def _only_names(pair: Pair, a: Profile, b: Profile) -> bool:
    """Return whether both share no word but names, days and places: that is the event, no point."""
    shared = a.bare.keys() & b.bare.keys() or a.deeds & b.deeds or (a.numbers and b.numbers)
    return not shared and pair.wording < _SAME_WORDS and pair.sense < _SAME_SENSE


def _name_alike(pair: Pair, units: Sequence[Unit], profiles: Sequence[Profile]) -> bool:
    """Return whether both share a name and neither only brings in what somebody says."""
    shared = profiles[pair.a].names & profiles[pair.b].names
    return bool(shared) and not any(tells_of_speech(units[at]) for at in (pair.a, pair.b))
