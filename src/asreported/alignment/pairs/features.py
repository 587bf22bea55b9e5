"""Describe proposed pairs by numbers that the gate can weigh: a row a pair, a column a feature.

All pairs of a story are described at once, as a story of five accounts proposes some thousands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from asreported.alignment.accounts.quantity import same_quantity
from asreported.alignment.pairs.bearing import bearing
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.profile import Profile
from asreported.alignment.pairs.units import Unit
from asreported.language.rarity import HIGHEST, rarity

Column = NDArray[np.floating[Any]]
Rows = NDArray[np.int64]

# A word that English news has everywhere still counts for this share of one that it never has.
_COMMON = 0.3
# Ranks beyond are all alike.
_FAR = 8


def describe_pairs(
    pairs: Sequence[Pair], units: Sequence[Unit], profiles: Sequence[Profile]
) -> dict[str, Column]:
    """Return the columns, by name, each with a number for every pair."""
    ends = np.array([(pair.a, pair.b) for pair in pairs], dtype=np.int64).reshape(-1, 2)
    a, b = ends[:, 0], ends[:, 1]
    return {
        **_likeness(pairs),
        **_ranks(pairs, a, b, units),
        **_words(a, b, profiles),
        **_measures(a, b, profiles),
        **_slots(a, b, profiles),
        **_voices(a, b, profiles),
        **_places(a, b, units, profiles),
    }


def _likeness(pairs: Sequence[Pair]) -> dict[str, Column]:
    rows = np.array(
        [(p.wording, p.sense, p.around, p.context, p.core, p.inner) for p in pairs]
    ).reshape(-1, 6)
    wording, sense, around, context, core, inner = rows.T
    return {
        "wording": wording,
        "sense": sense,
        "around": around,
        "context": context,
        "core": core,
        "inner": inner,
        "around_less": np.minimum(around, (wording + sense) / 2),
        "high": np.maximum((wording + sense) / 2 - 0.6, 0),
    }


def _ranks(pairs: Sequence[Pair], a: Rows, b: Rows, units: Sequence[Unit]) -> dict[str, Column]:
    """How many partners in the other's account are likelier, and by how much the best is."""
    names = {name: at for at, name in enumerate(sorted({unit.document for unit in units}))}
    account = np.array([names[unit.document] for unit in units])
    likeness = np.array([pair.likeness for pair in pairs])
    sides = []
    for mine, theirs in ((a, account[b]), (b, account[a])):
        group = mine * len(names) + theirs
        sides.append(group)
    both = np.concatenate(sides)
    twice = np.concatenate([likeness, likeness])
    order = np.lexsort((-twice, both))
    ordered, values = both[order], twice[order]
    first = np.r_[True, ordered[1:] != ordered[:-1]] if len(ordered) else np.zeros(0, bool)
    start = np.maximum.accumulate(np.where(first, np.arange(len(ordered)), 0))
    rank = np.arange(len(ordered)) - start
    best = values[start] if len(values) else values
    following = np.minimum(np.arange(len(ordered)) + 1, max(len(ordered) - 1, 0))
    alone = ordered[following] != ordered if len(ordered) else first
    second = np.where(alone, 0.0, values[following]) if len(values) else values
    margin = np.where(rank == 0, values - second, values - best)
    ranks, margins = np.empty_like(twice), np.empty_like(twice)
    ranks[order], margins[order] = np.minimum(rank, _FAR), margin
    half = len(likeness)
    return {
        "rank_less": np.minimum(ranks[:half], ranks[half:]),
        "rank_more": np.maximum(ranks[:half], ranks[half:]),
        "lead_less": np.minimum(margins[:half], margins[half:]),
        "lead_more": np.maximum(margins[:half], margins[half:]),
    }


def _words(a: Rows, b: Rows, profiles: Sequence[Profile]) -> dict[str, Column]:
    """What share of each side's content words the other has, the rare ones weighing more."""
    weighed = _Shared([_weighed(profile.weights) for profile in profiles])
    bare = _Shared([_weighed(profile.bare) for profile in profiles])
    names = _Shared([dict.fromkeys(sorted(profile.names), 1.0) for profile in profiles])
    shared, rarest = weighed.sums(a, b), weighed.largest(a, b)
    plain, named = bare.sums(a, b), names.sums(a, b)
    less, more = np.minimum, np.maximum
    mass, bare_mass = weighed.mass, bare.mass
    return {
        "words_less": shared / more(more(mass[a], mass[b]), 0.1),
        "words_more": shared / more(less(mass[a], mass[b]), 0.1),
        "words": np.log1p(shared),
        "rarest": rarest,
        "bare_less": plain / more(more(bare_mass[a], bare_mass[b]), 0.1),
        "bare_more": plain / more(less(bare_mass[a], bare_mass[b]), 0.1),
        "bare": np.log1p(plain),
        "names": less(named, 4),
        "names_apart": less(names.mass[a] + names.mass[b] - 2 * named, 6),
        "mass_less": np.log1p(less(mass[a], mass[b])),
        "mass_more": np.log1p(more(mass[a], mass[b])),
    }


def _weighed(weights: Mapping[str, float]) -> dict[str, float]:
    return {
        lemma: weight * (_COMMON + (1 - _COMMON) * rarity(lemma) / HIGHEST)
        for lemma, weight in weights.items()
    }


class _Shared:
    """Bags of weighed things, one a unit, asked for what two of them share."""

    def __init__(self, bags: Sequence[Mapping[str, float]]) -> None:
        number: dict[str, int] = {}
        things = [[number.setdefault(thing, len(number)) for thing in sorted(bag)] for bag in bags]
        weights = [[bag[thing] for thing in sorted(bag)] for bag in bags]
        self._starts = np.append(0, np.cumsum([len(held) for held in things])).astype(np.int64)
        self._things = np.array([thing for held in things for thing in held], np.int64)
        self._weights = np.array([weight for held in weights for weight in held], float)
        self._count = max(1, len(number))
        owners = np.repeat(np.arange(len(bags)), np.diff(self._starts))
        self.mass: Column = np.bincount(owners, self._weights, len(bags)).astype(float)
        cells = owners * self._count + self._things
        order = np.argsort(cells)
        self._cells, self._by_cell = cells[order], self._weights[order]

    def sums(self, a: Rows, b: Rows) -> Column:
        """Return the weight, for each pair of rows, of what both hold."""
        pairs, weights = self._both(a, b)
        return np.bincount(pairs, weights, len(a)).astype(float)

    def largest(self, a: Rows, b: Rows) -> Column:
        """Return the weight of the heaviest thing that both hold, 0 where they share none."""
        pairs, weights = self._both(a, b)
        found = np.zeros(len(a))
        np.maximum.at(found, pairs, weights)
        return found

    def _both(self, a: Rows, b: Rows) -> tuple[Rows, Column]:
        """Return, for each thing that both of a pair hold, the pair's place and the weight."""
        if not len(self._cells):
            return np.zeros(0, np.int64), np.zeros(0)
        sizes = self._starts[b + 1] - self._starts[b]
        pairs = np.repeat(np.arange(len(b)), sizes)
        within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        things = self._things[self._starts[b][pairs] + within]
        wanted = a[pairs] * self._count + things
        places = np.minimum(np.searchsorted(self._cells, wanted), len(self._cells) - 1)
        held = self._cells[places] == wanted
        return pairs[held], self._by_cell[places[held]]


def _measures(a: Rows, b: Rows, profiles: Sequence[Profile]) -> dict[str, Column]:
    """Figures and days: the same, other ones, or on one side only."""
    counted = np.array([bool(profile.numbers) for profile in profiles], bool)
    dated = np.array([bool(profile.days) for profile in profiles], bool)
    numbers = np.zeros(len(a))
    for at in np.flatnonzero(counted[a] & counted[b]):
        mine, theirs = profiles[a[at]].numbers, profiles[b[at]].numbers
        numbers[at] = any(same_quantity(x, y) for x in mine for y in theirs)
    days = _Shared([dict.fromkeys(sorted(profile.days), 1.0) for profile in profiles]).sums(a, b)
    return {
        "same_number": numbers,
        "other_number": counted[a] * counted[b] - numbers,
        "number_one_side": (counted[a] != counted[b]) * 1.0,
        "same_day": (days > 0) * 1.0,
        "other_day": dated[a] * dated[b] - (days > 0) * 1.0,
        "day_one_side": (dated[a] != dated[b]) * 1.0,
    }


def _slots(a: Rows, b: Rows, profiles: Sequence[Profile]) -> dict[str, Column]:
    """Who does what: the same heads, acts of one kind, and what one side alone takes back."""
    found: dict[str, Column] = {}
    for name in ("agent", "act", "patient"):
        codes = _codes(getattr(profile, name) for profile in profiles)
        found[f"same_{name}"] = ((codes[a] == codes[b]) & (codes[a] >= 0)) * 1.0
    for name in ("deeds", "scope"):
        bags = _Shared([dict.fromkeys(sorted(getattr(p, name)), 1.0) for p in profiles])
        shared, held = bags.sums(a, b) > 0, bags.mass > 0
        found[f"same_{name}"] = shared * 1.0
        found[f"other_{name}"] = (held[a] & held[b] & ~shared) * 1.0
    phases = _codes(profile.phase for profile in profiles)
    found["other_phase"] = ((phases[a] >= 0) & (phases[b] >= 0) & (phases[a] != phases[b])) * 1.0
    modalities = _codes(profile.modality for profile in profiles)
    found["other_modality"] = (modalities[a] != modalities[b]) * 1.0
    denied = np.array([profile.negated for profile in profiles], bool)
    found["denied_one_side"] = (denied[a] != denied[b]) * 1.0
    found["denied_both"] = (denied[a] & denied[b]) * 1.0
    doubts = _codes(profile.doubt for profile in profiles)
    found["doubt_one_side"] = (doubts[a] != doubts[b]) * 1.0
    return found


def _voices(a: Rows, b: Rows, profiles: Sequence[Profile]) -> dict[str, Column]:
    speakers = _codes(profile.speaker for profile in profiles)
    quoted = np.array([profile.quoted for profile in profiles], bool)
    voiced = speakers >= 0
    same = voiced[a] & (speakers[a] == speakers[b])
    return {
        "same_speaker": same * 1.0,
        "other_speaker": (voiced[a] & voiced[b] & ~same) * 1.0,
        "voice_one_side": (voiced[a] != voiced[b]) * 1.0,
        "quoted": quoted[a] * 1.0 + quoted[b],
        "quoted_both": (quoted[a] & quoted[b]) * 1.0,
    }


def _places(
    a: Rows, b: Rows, units: Sequence[Unit], profiles: Sequence[Profile]
) -> dict[str, Column]:
    """Where the clauses stand in their texts, how long and how whole they are."""
    at = np.array(
        [u.clause.span.start / max(1, len(u.reading.document.text)) for u in units], float
    )
    length = np.log1p(np.array([profile.length for profile in profiles], float))
    fragment = np.array([profile.fragment for profile in profiles], float)
    headline = np.array([profile.region == "headline" for profile in profiles], float)
    bears = np.array([bearing(u, p) for u, p in zip(units, profiles, strict=True)], float)
    return {
        "length_less": np.minimum(length[a], length[b]),
        "length_apart": np.abs(length[a] - length[b]),
        "fragments": fragment[a] + fragment[b],
        "headlines": headline[a] + headline[b],
        "apart_in_text": np.abs(at[a] - at[b]),
        "late": np.maximum(at[a], at[b]),
        "bears": np.minimum(bears[a], bears[b]),
    }


def _codes(values: Iterable[str]) -> NDArray[np.int64]:
    """Return a number for each value, equal ones alike, -1 for ""."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(v, len(known)) if v else -1 for v in values], np.int64)
