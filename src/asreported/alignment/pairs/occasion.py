"""Tell two occurrences of one kind apart: another year or day, another person.

"Police arrested Lund in Hollen on Thursday" and "Police arrested Weiss in Calder two years ago" are
as like as two tellings of one arrest, and are two.
"""

from collections.abc import Collection

from asreported.alignment.pairs.profile import Profile

# Names this much alike (percent) are one: "Katzman" and "Katzmann".
_SPELT_ALIKE = 80


def find_other_occasion(a: Profile, b: Profile) -> str:
    """Return in words what shows that the clauses tell of two occasions, "" where nothing does."""
    if a.whom and b.whom and a.whom != b.whom and a.act == b.act:
        return f"{a.whom} and {b.whom}"
    # Two who did it together may each be the one that is named first.
    together = a.who in b.weights or b.who in a.weights
    if a.who and b.who and a.act == b.act != "" and not together and not _one_name(a.who, b.who):
        return f"{a.who} and {b.who}"
    # Two days set two clauses apart where they are days of one act: "met on Tuesday" and "met in
    # April", and not "filmed last month" and "charged on Monday for what was filmed".
    one_act = (a.act == b.act and a.act != "") or bool(a.deeds & b.deeds)
    mine, theirs = a.days or a.days_above, b.days or b.days_above
    if one_act and mine and theirs and not _meet(mine, theirs):
        return f"{min(mine)} and {min(theirs)}"
    return ""


def _one_name(one: str, other: str) -> bool:
    """Return whether both may be one name: misspelt, or run together with the given name."""
    from rapidfuzz import fuzz

    return one in other or other in one or fuzz.ratio(one, other) >= _SPELT_ALIKE


def _meet(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Return whether any two dates may be one: equal as far as both are precise."""
    for one in mine:
        for other in theirs:
            precise = _precise(one) and _precise(other)
            shared = min(len(one), len(other)) if precise else 4
            if one[:shared] == other[:shared]:
                return True
    return False


def _precise(iso: str) -> bool:
    """Return whether the date is a year, a month or a day, and no week or season."""
    return iso.replace("-", "").isdigit()
