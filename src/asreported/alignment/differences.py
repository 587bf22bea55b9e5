"""Find what keeps two like clauses from saying the same: another number, a denial, swapped roles.

No measure of likeness sees these ("has been defeated" is nearer to "has not been defeated" than to
most paraphrases), so they are looked up, and one is enough. A pair kept apart here may well be a
conflict; that is asked elsewhere.
"""

from asreported.alignment.profile import Profile
from asreported.alignment.quantity import comparable, same_amount


def find_difference(a: Profile, b: Profile) -> str:
    """Return in words what sets the two apart, or "" where nothing does."""
    for find in (_polarity, _number, _roles, _days):
        reason = find(a, b)
        if reason:
            return reason
    return ""


def _polarity(a: Profile, b: Profile) -> str:
    return "one side denies" if a.negated != b.negated else ""


def _number(a: Profile, b: Profile) -> str:
    """Every amount of one kind that both give differs."""
    differing = ""
    for x in a.numbers:
        rivals = [y for y in b.numbers if comparable(x, y)]
        if any(same_amount(x, y) for y in rivals):
            return ""
        if rivals:
            differing = f"{x.value:g} and {rivals[0].value:g} {x.unit or rivals[0].unit}".strip()
    return differing


def _roles(a: Profile, b: Profile) -> str:
    swapped = a.agent and a.patient and a.agent == b.patient and a.patient == b.agent
    return "who does it to whom is swapped" if swapped and a.agent != a.patient else ""


def _days(a: Profile, b: Profile) -> str:
    """Both name days, whole days, and none is shared."""
    mine = {day for day in a.days if len(day) == 10 and day[4] == "-" and "W" not in day}
    theirs = {day for day in b.days if len(day) == 10 and day[4] == "-" and "W" not in day}
    if mine and theirs and not mine & theirs:
        return f"{min(mine)} and {min(theirs)}"
    return ""
