"""Choose what only one account has and a reader should know: its weightiest own statements."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection

from asreported.alignment.accounts.quantity import comparable
from asreported.alignment.elsewhere import Elsewhere
from asreported.alignment.pairs.bearing import Bearing, completeness, tells_of_speech
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.profile import Profile
from asreported.alignment.pairs.units import Unit
from asreported.model.document import ARTICLE_KINDS
from asreported.model.statement import MEASURED

# At most so many an account, and one for so many words of it: a list that nobody reads helps
# nobody.
_AN_ACCOUNT = 10
_WORDS_EACH = 50
# Of a clause that reads well alone; see `completeness`.
_LEAST_ALONE = 5
_LEAST_CONTENT = 4
# The weight of a middling statement, which scores one half.
_HALF_WEIGHT = 10.0
# Quotation marks and an ellipsis may stand before a clause that opens its sentence.
_MARKS = 4
_TITLE_CASE = 0.6
# From any of these on another account may well have it, in words that were not understood.
_NEAR = 0.25
_NEAR_LIKENESS = 0.45
# Of ninety such clauses of fourteen stories twelve had a sense as near as this elsewhere: half of
# these the other account did tell, of the rest one in twenty.
_NEAR_SENSE = 0.565
# With a figure that no other account gives, nearer ones may be told beside it. Of twenty clauses of
# sixteen annotated stories that these bars let in, the annotators give four to another account too.
_SAME = 0.5
_SAME_SENSE = 0.6
_MANY = 10.0


def choose_singles(judged: Judgement, taken: Collection[int]) -> list[int]:
    """Return units that stand alone and near which no other account comes, in text order.

    ``taken`` are the units that already make a point; what overlaps one of them is left out.
    """
    units = judged.units
    held: dict[str, list[Unit]] = defaultdict(list)
    for index in taken:
        held[units[index].document].append(units[index])
    words: Counter[str] = Counter()
    for unit in units:
        words[unit.document] += len(unit.core)
    elsewhere = Elsewhere(judged)
    chosen: list[int] = []
    counts: Counter[str] = Counter()
    for index in _ranked(judged, taken):
        unit, account = units[index], units[index].document
        most = min(_AN_ACCOUNT, 1 + words[account] // _WORDS_EACH)
        if counts[account] >= most or any(_overlap(unit, other) for other in held[account]):
            continue
        if elsewhere.tells(judged.profiles[index], account):
            continue
        held[account].append(unit)
        counts[account] += 1
        chosen.append(index)
    return sorted(chosen)


def _ranked(judged: Judgement, taken: Collection[int]) -> list[int]:
    """Return the units that could be chosen, the weightiest first."""
    figured = _figured(judged)
    near = {
        unit
        for pair in judged.pairs
        for unit in (pair.a, pair.b)
        if _is_near(pair, judged, figured=unit in figured)
    }
    weighed = (
        (-weigh_single(unit, profile), index)
        for index, (unit, profile) in enumerate(zip(judged.units, judged.profiles, strict=True))
        if index not in near
        and index not in taken
        and judged.bears[index] == Bearing.STATEMENT
        and _able(unit, profile)
    )
    return [index for _, index in sorted(weighed)]


def _is_near(pair: Pair, judged: Judgement, *, figured: bool) -> bool:
    """Return whether the one may well tell what the other does.

    Not so soon where it is ``figured`` and the other gives no number of such things: then the
    figure, at least, the other has not.
    """
    likely = judged.likely.get((pair.a, pair.b), 0.0)
    if figured and not _give_figures(judged.profiles[pair.a], judged.profiles[pair.b]):
        return likely >= _SAME or pair.likeness >= _SAME or pair.sense >= _SAME_SENSE
    return likely >= _NEAR or pair.likeness >= _NEAR_LIKENESS or pair.sense >= _NEAR_SENSE


def _give_figures(a: Profile, b: Profile) -> bool:
    """Return whether both give a number of things of one kind: "two dozen", "some 30"."""
    return any(comparable(one, other) for one in a.numbers for other in b.numbers)


def _figured(judged: Judgement) -> frozenset[int]:
    """Return the units with a measure or a number of ten and more that no other account gives."""
    given: dict[tuple[float, str], set[str]] = {}
    for unit in judged.units:
        for figure in unit.quantities:
            given.setdefault((figure.value, figure.unit), set()).add(unit.document)
    return frozenset(
        at
        for at, profile in enumerate(judged.profiles)
        for figure in profile.numbers
        if (figure.kind in MEASURED or (figure.kind == "count" and figure.value >= _MANY))
        and len(given.get((figure.value, figure.unit), ())) == 1
    )


def _able(unit: Unit, profile: Profile) -> bool:
    return (
        unit.clause.region in ARTICLE_KINDS
        and unit.clause.slots.modality != "conditional"
        and not tells_of_speech(unit)
        and completeness(unit) >= _LEAST_ALONE
        and len(profile.weights) + len(profile.numbers) >= _LEAST_CONTENT
        and _is_main(unit)
        and not _is_heading(unit)
    )


def _is_main(unit: Unit) -> bool:
    """Return whether the clause opens its sentence or what somebody is said to say."""
    starts = [unit.clause.sentence.start]
    if unit.voice is not None:
        starts += [part.start for part in unit.voice.content]
    return any(0 <= unit.clause.span.start - start <= _MARKS for start in starts)


def _is_heading(unit: Unit) -> bool:
    """Return whether the page speaks: headlines strewn into its text, who worked on it."""
    alphabetic = [token for token in unit.tokens if token.text[0].isalpha()]
    capital = sum(token.text[0].isupper() for token in alphabetic)
    if {"contribute", "report"} <= {token.lemma for token in unit.tokens}:
        return True  # "A. Writer contributed to this report": the page speaks of itself.
    shouts = any(len(t.text) > 3 and t.text.isupper() and t.pos != "PROPN" for t in alphabetic)
    return shouts or capital > _TITLE_CASE * len(alphabetic)


def weigh_single(unit: Unit, profile: Profile) -> float:
    """Return, 0..1, what a reader loses without it: rare words, figures, a speaker, an act."""
    voiced = unit.voice is not None and unit.voice.speaker is not None
    weight = (
        profile.mass / math.sqrt(max(profile.length, 8))
        + 2.0 * bool(profile.numbers)
        + 1.5 * voiced
        + 1.0 * profile.quoted
        + 1.0 * bool(profile.deeds)
    )
    return weight / (weight + _HALF_WEIGHT)


def _overlap(a: Unit, b: Unit) -> bool:
    return a.clause.span.shared(b.clause.span) > 0
