"""Join units that say the same into points, and count their independent origins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from asreported.alignment.absence import find_absent, gather_accounts
from asreported.alignment.accounts.quantity import comparable, same_quantity
from asreported.alignment.agreement import judge_agreement
from asreported.alignment.origin import End, account_ends
from asreported.alignment.pairs.bearing import Bearing, completeness, tells_of_speech
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.clusters import Bars, Edge, cluster
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.likeness import explain_likeness
from asreported.alignment.pairs.units import Unit
from asreported.alignment.singles import choose_singles, weigh_single
from asreported.lexicon.denials import denies
from asreported.model.comparison import Likeness, Point
from asreported.model.ids import content_id
from asreported.model.span import Span
from asreported.model.story import Story

# Chosen on the annotated events, each with weights fitted on the others. Two by themselves are
# joined where they say the same likelier than not: with those counted wrong of which one side alone
# is annotated, half do from .5 on, less than half below. (From .4 on, one agreement more in twenty
# would be found; but in twenty stories read by eye three of four of these were wrong.) Of pairs .55
# to .7 likely three of four say the same where they bring a point more of an account that it has,
# nine of ten where they bring one that it lacks.
_BARS = Bars(pair=0.5, account=0.55, more=0.65, hold=0.3)
# Of a point less sure than this, or made of scraps alone, it is not said who lacks it: what the
# accounts that have it mean is not sure enough to miss it elsewhere.
_SURE = 0.55
# See `completeness`: from here on a label needs nothing around it.
_READS_ALONE = 4


def find_points(story: Story, judged: Judgement) -> tuple[Point, ...]:
    """Return the points, those whose label reads best alone first."""
    documents = [unit.document for unit in judged.units]
    groups = cluster(judged.likely, documents, judged.apart, _BARS)
    taken = {index for group in groups for index in group}
    singles = choose_singles(judged, taken)
    ends = account_ends(story, judged.units)
    accounts = gather_accounts(story, judged)
    pair_of = {(p.a, p.b): p for p in judged.pairs if p.a in taken and p.b in taken}
    points = []
    for group in [*groups, *((index,) for index in singles)]:
        label = _label(group, judged)
        point = make_point(
            [judged.units[index] for index in group],
            judged.units[label].clause.span,
            _score(group, judged),
            ends,
        )
        told = point.score >= _SURE and any(
            judged.bears[index] == Bearing.STATEMENT for index in group
        )
        absent = find_absent(group, judged, accounts) if told else ()
        fact = "speech" if all(tells_of_speech(judged.units[index]) for index in group) else ""
        point = replace(point, absent=absent, links=_links(group, judged, pair_of), fact=fact)
        points.append((point, completeness(judged.units[label]) < _READS_ALONE))
    points.sort(key=lambda p: (p[1], -p[0].score, p[0].label))
    return tuple(point for point, _ in points)


def make_point(
    members: Sequence[Unit], label: Span, score: float, ends: Mapping[str, End]
) -> Point:
    """Return the point that ``members`` make, with the origins they come from.

    ``ends`` are those of the accounts (`asreported.alignment.origin.account_ends`).
    """
    agreement = judge_agreement(ends, members)
    identities = tuple(unit.statement.id for unit in members)
    return Point(
        id=content_id("p", *identities),
        label=label,
        agreement=agreement.verdict,
        statements=identities,
        accounts=tuple(sorted({unit.document for unit in members})),
        independent_origins=agreement.count,
        origins=agreement.origins,
        reason=agreement.reason,
        score=score,
    )


def _score(group: Sequence[int], judged: Judgement) -> float:
    """Return how likely the members say the same, of one alone how much it weighs; 0..1."""
    likely = judged.likely
    links = [likely[a, b] for a in group for b in group if a < b and (a, b) in likely]
    if links:
        return sum(links) / len(links)
    return weigh_single(judged.units[group[0]], judged.profiles[group[0]])


def _links(
    group: Sequence[int], judged: Judgement, pair_of: Mapping[Edge, Pair]
) -> tuple[Likeness, ...]:
    """Return, for each member, why its likeliest partner says the same; none is given twice."""
    units, profiles, likely = judged.units, judged.profiles, judged.likely
    best: set[Edge] = set()
    for index in group:
        edges = [(min(index, o), max(index, o)) for o in group if o != index]
        edges = [edge for edge in edges if edge in likely and edge in pair_of]
        if edges:
            best.add(max(edges, key=lambda edge: (likely[edge], -edge[0], -edge[1])))
    return tuple(
        Likeness(
            units[a].statement.id,
            units[b].statement.id,
            likely[a, b],
            explain_likeness(profiles[a], profiles[b], pair_of[a, b]),
        )
        for a, b in sorted(best)
    )


def _label(group: Sequence[int], judged: Judgement) -> int:
    """Return the unit whose words stand alone and say least that no other account says.

    What is shown for a point is put in the mouth of all its accounts. Of equals it is the one that
    reads best and is most like the others.
    """
    likely = judged.likely

    def central(index: int) -> float:
        return sum(likely.get((min(index, o), max(index, o)), 0.0) for o in group if o != index)

    def reads(index: int) -> int:
        unit = judged.units[index]
        return -1 if tells_of_speech(unit) else completeness(unit)

    lone = _alone_in_number(group, judged)

    def rank(index: int) -> tuple[float | bool, ...]:
        figures, words = _beyond(index, group, judged)
        read, likest = reads(index), round(central(index), 6)
        alone = min(read, _READS_ALONE)
        article = judged.units[index].clause.region != "headline"
        shown = not _is_denied_elsewhere(judged.units[index])
        return index not in lone, shown, alone, -figures, article, -words, read, likest, -index

    return max(group, key=rank)


def _is_denied_elsewhere(unit: Unit) -> bool:
    """Return whether the words say the opposite of what is told: denied / "that he had sold it"."""
    return unit.clause.slots.negated and not any(map(denies, unit.tokens))


def _beyond(index: int, group: Sequence[int], judged: Judgement) -> tuple[int, float]:
    """Return how many figures and what share of words, 0..1, no other account of the group has."""
    units, profiles = judged.units, judged.profiles
    mine = profiles[index]
    others = [profiles[o] for o in group if units[o].document != units[index].document]
    known = {lemma for other in others for lemma in other.weights}
    own = sum(weight for lemma, weight in mine.weights.items() if lemma not in known)
    figures = [figure for other in others for figure in other.numbers]
    alone = sum(not any(same_quantity(n, figure) for figure in figures) for n in mine.numbers)
    told = (units[o] for o in group if units[o].document != units[index].document)
    hours = _hours(units[index]).difference(*map(_hours, told))
    return alone + len(hours), round(own / (mine.mass or 1.0), 6)


def _hours(unit: Unit) -> frozenset[str]:
    """Return the times of day that the clause names: "around 3 p.m."."""
    return frozenset(date.iso.partition("T")[2] for date in unit.dates if "T" in date.iso)


def _alone_in_number(group: Sequence[int], judged: Judgement) -> frozenset[int]:
    """Return the units with a figure that no other has, where two others agree on another."""
    figures = [(index, figure) for index in group for figure in judged.profiles[index].numbers]
    agreed = [
        any(other != index and same_quantity(figure, each) for other, each in figures)
        for index, figure in figures
    ]
    settled = [held for held, is_agreed in zip(figures, agreed, strict=True) if is_agreed]
    return frozenset(
        index
        for (index, figure), is_agreed in zip(figures, agreed, strict=True)
        if not is_agreed
        and any(other != index and comparable(figure, rival) for other, rival in settled)
    )
