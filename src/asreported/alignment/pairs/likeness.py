"""Say in words what two clauses have in common that were judged to say the same.

"same speaker (Moreau); both: ferry, harbour; 'sank' ~ 'went down'".
"""

from asreported.alignment.accounts.quantity import same_quantity
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.profile import Profile
from asreported.language.rarity import rarity

# From this likeness of letters on, the words are the reason and need no other.
_VERBATIM = 0.85
_WORDS = 4
_ALIKE = 0.6


def explain_likeness(a: Profile, b: Profile, pair: Pair) -> str:
    """Return the reasons, the strongest first, parted by semicolons."""
    if pair.wording >= _VERBATIM:
        return "; ".join(["nearly the same words", *_said_by(a, b)])
    reasons = [*_said_by(a, b), *_measures(a, b)]
    if a.act and a.act == b.act:
        reasons.append(f"same act: {a.act}")
    elif a.deeds & b.deeds:
        reasons.append(f"same kind of act: {min(a.deeds & b.deeds)}")
    shared = sorted(
        (word for word in a.weights if word in b.weights and word != a.act),
        key=lambda word: (-a.weights[word] * rarity(word), word),
    )
    if shared:
        reasons.append(f"both: {', '.join(shared[:_WORDS])}")
    reasons += _otherwise(a, b)
    if not shared and pair.sense >= _ALIKE:
        reasons.append("near in meaning")
    return "; ".join(reasons) or f"{pair.likeness:.0%} alike in wording and sense"


def _said_by(a: Profile, b: Profile) -> list[str]:
    if a.speaker and a.speaker == b.speaker:
        return [f"same speaker: {a.speaker}"]
    return ["both quoted"] if a.quoted and b.quoted else []


def _measures(a: Profile, b: Profile) -> list[str]:
    found = [x for x in a.numbers if any(same_quantity(x, y) for y in b.numbers)]
    reasons = [f"same figure: {found[0].value:g} {found[0].unit}".strip()] if found else []
    days = sorted(a.days & b.days)
    return [*reasons, f"same day: {days[0]}"] if days else reasons


def _otherwise(a: Profile, b: Profile) -> list[str]:
    """Return the heads of one slot that the two name otherwise: "'troops' ~ 'contingent'"."""
    reasons = []
    for mine, theirs in ((a.agent, b.agent), (a.act, b.act), (a.patient, b.patient)):
        # A pronoun is no head among the words that carry content.
        told = mine in a.weights and theirs in b.weights
        if told and mine not in b.weights and theirs not in a.weights:
            reasons.append(f"{mine!r} ~ {theirs!r}")
    return reasons
