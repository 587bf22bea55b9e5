"""Find what keeps two like clauses from saying the same: another number, a denial, swapped roles.

No measure of likeness sees these ("has been defeated" is nearer to "has not been defeated" than to
most paraphrases), so they are looked up, and one is enough. A pair kept apart here may well be a
conflict; that is asked elsewhere.
"""

from functools import cache

from asreported.alignment.accounts.opposites import opposites
from asreported.alignment.accounts.quantity import differing
from asreported.alignment.pairs.occasion import find_other_occasion
from asreported.alignment.pairs.profile import Profile
from asreported.lexicon.acts import Act, acts
from asreported.lexicon.load import column, table

# Who was hurt, taken to hospital or not found was not killed, as far as the clause goes.
_DEAD, _ALIVE = "kill", frozenset({"hurt", "hospital", "missing"})
_LIVING = frozenset({"alive", "survive", "survivor", "unhurt", "unharmed"})
# Fields of acts in which one deed is no other: who is expelled is not only summoned.
_EXCLUSIVE = ("charge", "envoy", "resign", "strike")
# From this share of common words on, a word of denial anywhere in one of them sets two apart.
_MOSTLY = 0.6


def find_difference(a: Profile, b: Profile) -> str:
    """Return in words what sets the two apart, or "" where nothing does."""
    for find in (
        _polarity,
        _opposites,
        _exclusive,
        _fate,
        _number,
        _counted,
        _endless,
        _numbered,
        _roles,
        _scope,
        _phase,
        find_other_occasion,
    ):
        reason = find(a, b)
        if reason:
            return reason
    return ""


def find_contrary(a: Profile, b: Profile) -> str:
    """Return in words what makes one the contrary of the other, or "" where nothing does.

    Of one event accounts may well give other figures, days and extents.
    """
    return next(filter(None, (find(a, b) for find in (_polarity, _opposites, _roles))), "")


def _polarity(a: Profile, b: Profile) -> str:
    """One denies what the other says, or says the same words with a denial or a doubt."""
    for mine, theirs in ((a, b), (b, a)):
        said = theirs.weights.keys() | theirs.deeds
        for word in sorted(mine.denied):
            if word in said and word not in theirs.denied and not theirs.negated:
                return f"one side denies: {word}"
    shared = shared_words(a, b)
    if not shared and not (a.negated or b.negated) and (a.doubt == "deny") != (b.doubt == "deny"):
        # "Reports that ... were false": its own words are a verdict on the clause inside.
        return "one side denies"
    if shared < _MOSTLY:
        return ""
    if a.negated != b.negated:
        return "one side denies"
    return "one side doubts" if a.doubt != b.doubt else ""


def shared_words(a: Profile, b: Profile) -> float:
    """Return what share of the words of the one that has fewer the other has too, 0..1."""
    fewer, more = (a, b) if a.mass <= b.mass else (b, a)
    shared = sum(weight for lemma, weight in fewer.weights.items() if lemma in more.weights)
    return shared / (fewer.mass or 1.0)


def _opposites(a: Profile, b: Profile) -> str:
    """The acts are opposites, by their own words or by the acts that the words name."""
    for mine in sorted({a.act, *a.deeds}):
        for theirs in sorted({b.act, *b.deeds}):
            if (mine, theirs) in opposites() and mine not in b.weights and theirs not in a.weights:
                return f"{mine} and {theirs}"
    return ""


def _exclusive(a: Profile, b: Profile) -> str:
    """Each tells one act of a field in which one deed is no other: convicted, and sentenced."""
    for field, acts_of in _exclusive_acts().items():
        mine, theirs = a.deeds & acts_of, b.deeds & acts_of
        if mine and theirs and not mine & theirs:
            return f"{field}: {min(mine)} and {min(theirs)}"
    if a.act in b.weights or b.act in a.weights:
        return ""
    # "Charged" goes with any charge as a noun; as what is done, it is not yet a conviction.
    mine, theirs = (
        frozenset(act.name for act in _stages().get(p.act, ()) if p.act != p.patient)
        for p in (a, b)
    )
    return f"{min(mine)} and {min(theirs)}" if mine and theirs and not mine & theirs else ""


@cache
def _stages() -> dict[str, tuple[Act, ...]]:
    """Return the acts of a prosecution that a verb names."""
    return {
        word: tuple(act for act in named if act.field == "charge")
        for word, named in acts().items()
        if any(act.field == "charge" for act in named)
    }


@cache
def _exclusive_acts() -> dict[str, frozenset[str]]:
    """Return the specific acts of each exclusive field; a generic one goes with any of them."""
    told = [act for acts_of in acts().values() for act in acts_of if act.specific]
    return {
        field: frozenset(act.name for act in told if act.field == field) for field in _EXCLUSIVE
    }


def _fate(a: Profile, b: Profile) -> str:
    """One tells of the dead only, the other of the injured or missing only."""
    for mine, theirs in ((a, b), (b, a)):
        alive = theirs.deeds & _ALIVE | theirs.weights.keys() & _LIVING
        if _DEAD not in mine.deeds or _DEAD in theirs.deeds or not alive:
            continue
        if not mine.deeds & _ALIVE and mine.weights.keys().isdisjoint(_LIVING):
            return f"{_DEAD} and {min(alive)}"
    return ""


def _number(a: Profile, b: Profile) -> str:
    """Every amount of one kind that both give differs.

    What is done at one minute is one occurrence, whatever its measures are said to be.
    """
    once = bool(a.act) and a.act == b.act and not a.minutes.isdisjoint(b.minutes)
    mine, theirs = (
        [q for q in profile.numbers if not (once and q.kind == "measure")] for profile in (a, b)
    )
    return differing(mine, theirs)


def _counted(a: Profile, b: Profile) -> str:
    """Other numbers do or suffer the act: "five, who are missing" and "two are missing"."""
    if not a.act or a.act != b.act or not (a.numbers_above or b.numbers_above):
        return ""
    return differing(a.numbers_above or a.numbers, b.numbers_above or b.numbers)


def _endless(a: Profile, b: Profile) -> str:
    """One act is for good in one, for so many years in the other."""
    if a.endless == b.endless or not (a.act == b.act or a.deeds & b.deeds):
        return ""
    timed = [q for q in (b if a.endless else a).numbers if q.kind == "duration"]
    return f"for good and {timed[0].value:g} {timed[0].unit}" if timed else ""


def _numbered(a: Profile, b: Profile) -> str:
    """One noun has another number in each: "Category 2" and "Category 3"."""
    for noun in sorted(a.numbered.keys() & b.numbered.keys()):
        mine, theirs = a.numbered[noun], b.numbered[noun]
        if mine.isdisjoint(theirs):
            return f"{noun} {min(mine)} and {noun} {min(theirs)}"
    return ""


def _roles(a: Profile, b: Profile) -> str:
    """Whom one names as the doer the same act befalls in the other, or both are swapped."""
    if a.agent and a.patient and a.agent == b.patient and a.patient == b.agent != b.patient:
        return "who does it to whom is swapped"
    if not a.act or a.act != b.act:
        return ""
    for mine, theirs in ((a, b), (b, a)):
        # By a common noun, "a student killed students", there may be two of them.
        named = mine.agent in mine.names and mine.agent == theirs.patient
        if named and mine.agent != theirs.agent and mine.patient not in ("", theirs.patient):
            return f"{mine.agent} does it and it is done to {mine.agent}"
    return ""


def _scope(a: Profile, b: Profile) -> str:
    """One says all of it, the other a part, and neither says both."""
    for mine, theirs in ((a.scope, b.scope), (b.scope, a.scope)):
        whole, part = mine & _extents("whole"), theirs & _extents("part")
        if whole and part and not mine & _extents("part") and not theirs & _extents("whole"):
            return f"{min(whole)} and {min(part)}"
    return ""


def _phase(a: Profile, b: Profile) -> str:
    """One act is still to come for one, and done for the other.

    An act that is itself an order is done once it is given; "to order" has no time of its own.
    """
    phases = {a.phase, b.phase}
    if not a.act or a.act != b.act or a.fragment or b.fragment or a.act in _orders():
        return ""
    return "to come and done" if "done" in phases and phases & {"planned", "ordered"} else ""


@cache
def _orders() -> frozenset[str]:
    return frozenset(word for word, phase in column("phases", "slot").items() if phase)


@cache
def _extents(kind: str) -> frozenset[str]:
    kinds = {"part", "most", "some"} if kind == "part" else {kind}
    return frozenset(row["word"] for row in table("extents") if row["kind"] in kinds)
