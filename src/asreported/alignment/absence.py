"""Say which accounts lack a point, fairly.

An account lacks a point only where it covers the topic, is complete, and nothing in it comes near.
Everything else is silence without a meaning.
"""

from collections.abc import Mapping, Sequence

from asreported.alignment.candidates import Pair
from asreported.alignment.profile import Profile
from asreported.alignment.units import Unit
from asreported.model.comparison import Absence
from asreported.model.span import Span

# Below both, nothing comes near: of the annotated accounts that do hold a point, few stay below.
_FAR_LIKENESS = 0.33
_FAR_SENSE = 0.5
# An account of fewer units is a stub: what it lacks, it lacks for want of room.
_LEAST_UNITS = 8


def find_absent(
    members: Sequence[int],
    units: Sequence[Unit],
    profiles: Sequence[Profile],
    near: Mapping[int, Sequence[Pair]],
) -> tuple[Absence, ...]:
    """Return the accounts that lack the point made by ``members`` (indices of units).

    ``near`` lists, for each unit, the pairs it was proposed in.
    """
    holding = {units[m].document for m in members}
    sizes: dict[str, int] = {}
    for unit in units:
        sizes[unit.document] = sizes.get(unit.document, 0) + 1
    nearest: dict[str, tuple[float, float, int]] = {}
    for member in members:
        for pair in near.get(member, ()):
            other = pair.b if pair.a == member else pair.a
            document = units[other].document
            found = (pair.likeness, pair.sense, other)
            nearest[document] = max(nearest.get(document, (0.0, 0.0, -1)), found)
    words = _core(members, profiles)
    absent = []
    for document in sorted(sizes):
        if document in holding or sizes[document] < _LEAST_UNITS:
            continue
        likeness, sense, other = nearest.get(document, (0.0, 0.0, -1))
        if likeness >= _FAR_LIKENESS or sense >= _FAR_SENSE:
            continue
        theirs = {
            word
            for unit, profile in zip(units, profiles, strict=True)
            if unit.document == document
            for word in profile.weights
        }
        if words and len(words & theirs) > 0.7 * len(words):
            continue
        span: Span | None = units[other].clause.span if other >= 0 else None
        reason = "nothing in it comes near" if span is None else f"nearest likeness {likeness:.2f}"
        absent.append(Absence(document, span, reason))
    return tuple(absent)


def _core(members: Sequence[int], profiles: Sequence[Profile]) -> frozenset[str]:
    """Return the content words that at least half of the members share."""
    counts: dict[str, int] = {}
    for member in members:
        for word in profiles[member].weights:
            counts[word] = counts.get(word, 0) + 1
    return frozenset(word for word, n in counts.items() if 2 * n >= len(members))
