"""Say which accounts lack a point, fairly.

An account lacks a point only where it is whole, long enough to have had room, and nothing in it
comes near: no unit by wording or sense, and not the point's own words spread over its sentences.
Everything else is silence without a meaning.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.complete import find_shortfall
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.profile import Profile
from asreported.alignment.pairs.units import Unit
from asreported.model.comparison import Absence
from asreported.model.document import ARTICLE_KINDS
from asreported.model.story import Story

# From either on, something does come near: of the annotated accounts that do hold a point, few
# have nothing above them.
_NEAR_LIKENESS = 0.3
_NEAR_SENSE = 0.45
# An account that has this share of the words that the point's statements have in common may well
# say it in a way that was not understood.
_NEAR_WORDS = 0.6
# With fewer units an account is a stub: what it lacks, it lacks for want of room.
_LEAST_UNITS = 8
# Of many accounts most lack most points. It is worth saying only where this share has the point.
_LEAST_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Accounts:
    """What is asked of the accounts of a story, gathered once.

    ``story`` tells copies from independent texts. ``able`` are the documents that can be held to
    lack something, sorted; ``words`` the content words of each; ``nearest`` gives, for a unit and
    another document, the likeliest partner there; ``days`` the day of publication of each document
    that tells it, as "2017-12-12".
    """

    story: Story
    able: tuple[str, ...]
    count: int
    words: Mapping[str, frozenset[str]]
    nearest: Mapping[tuple[int, str], Pair]
    days: Mapping[str, str]


def gather_accounts(story: Story, judged: Judgement) -> Accounts:
    """Return the accounts of the units, as far as absence needs them."""
    units = judged.units
    readings = {unit.document: unit.reading for unit in units}
    sizes = Counter(unit.document for unit in units if unit.clause.region in ARTICLE_KINDS)
    words: dict[str, set[str]] = {document: set() for document in readings}
    for unit, profile in zip(units, judged.profiles, strict=True):
        words[unit.document].update(profile.weights)
    nearest: dict[tuple[int, str], Pair] = {}
    for pair in judged.pairs:
        for unit_index, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key = (unit_index, units[other].document)
            if key not in nearest or pair.likeness > nearest[key].likeness:
                nearest[key] = pair
    able = (
        document
        for document, reading in readings.items()
        if sizes[document] >= _LEAST_UNITS and not find_shortfall(reading)
    )
    frozen = {document: frozenset(found) for document, found in words.items()}
    dated = {document: reading.document.published for document, reading in readings.items()}
    days = {document: day.iso[:10] for document, day in dated.items() if day}
    return Accounts(story, tuple(sorted(able)), len(readings), frozen, nearest, days)


def find_absent(
    members: Sequence[int], judged: Judgement, accounts: Accounts
) -> tuple[Absence, ...]:
    """Return the accounts that lack the point made by ``members`` (indices of units)."""
    holding = {judged.units[member].document for member in members}
    if len(holding) < 2 or len(holding) < _LEAST_SHARE * accounts.count:
        return ()
    texts = accounts.story.texts(holding)
    common = _common(members, judged.profiles)
    known = [accounts.days.get(document, "") for document in holding]
    absent = []
    for document in accounts.able:
        if document in holding:
            continue
        # On its day nobody had told it yet: it may not have happened.
        if accounts.days.get(document, "9") < min(known):
            continue
        # What one text alone has, another need not have; a copy of that text has cut it.
        if texts == 1 and accounts.story.texts((*holding, document)) > 1:
            continue
        near = [accounts.nearest[m, document] for m in members if (m, document) in accounts.nearest]
        if any(p.likeness >= _NEAR_LIKENESS or p.sense >= _NEAR_SENSE for p in near):
            continue
        if len(common & accounts.words[document]) > _NEAR_WORDS * len(common):
            continue
        absent.append(_absence(document, near, members, judged.units))
    return tuple(absent)


def _absence(
    document: str, near: Sequence[Pair], members: Sequence[int], units: Sequence[Unit]
) -> Absence:
    if not near:
        return Absence(document, None, "no sentence of it comes near")
    best = max(near, key=lambda pair: (pair.likeness, -pair.a, -pair.b))
    other = best.b if best.a in members else best.a
    reason = f"its nearest words share {best.likeness:.0%} of wording and sense"
    return Absence(document, units[other].clause.span, reason)


def _common(members: Sequence[int], profiles: Sequence[Profile]) -> frozenset[str]:
    """Return the content words that at least half of the members have."""
    counts = Counter(word for member in members for word in profiles[member].weights)
    return frozenset(word for word, n in counts.items() if 2 * n >= len(members))
