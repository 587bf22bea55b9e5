"""Join units that say the same into points, and count their independent origins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from asreported.alignment.absence import Accounts, find_absent, gather_accounts
from asreported.alignment.agreement import judge_agreement
from asreported.alignment.bearing import stands_alone
from asreported.alignment.candidates import Pair
from asreported.alignment.clusters import Edge, cluster
from asreported.alignment.judgement import Judgement
from asreported.alignment.likeness import explain_likeness
from asreported.alignment.origin import End, account_ends
from asreported.alignment.profile import Profile
from asreported.alignment.singles import choose_singles, weigh_single
from asreported.alignment.units import Unit
from asreported.model.comparison import Likeness, Point
from asreported.model.ids import content_id
from asreported.model.story import Story

# Chosen on the annotated events, each with weights fitted on the others: a pair this likely the
# same starts or joins a group, one this likely speaks for it.
_START = 0.55
_HOLD = 0.3
# See `stands_alone`: from here on a label needs nothing around it.
_READS_ALONE = 4


def find_points(story: Story, judged: Judgement) -> tuple[Point, ...]:
    """Return the points, most widely shared first, then those whose label reads best alone."""
    units, profiles, pairs, likely = judged.units, judged.profiles, judged.pairs, judged.likely
    documents = [unit.document for unit in units]
    groups = cluster(likely, documents, judged.apart, _START, _HOLD)
    taken = {index for group in groups for index in group}
    singles = choose_singles(units, profiles, pairs, likely, taken)
    ends = account_ends(story, units)
    accounts = gather_accounts(units, profiles, pairs)
    pair_of = {(p.a, p.b): p for p in pairs if p.a in taken and p.b in taken}
    points = [
        (
            replace(
                _point(ends, group, units, profiles, likely, accounts),
                links=_links(group, units, profiles, likely, pair_of),
            ),
            _label(group, units, likely),
        )
        for group in [*groups, *((index,) for index in singles)]
    ]
    points.sort(
        key=lambda p: (
            -len(p[0].accounts),
            stands_alone(units[p[1]]) < _READS_ALONE,
            -p[0].score,
            p[0].label,
        )
    )
    return tuple(point for point, _ in points)


def _point(
    ends: Mapping[str, End],
    group: Sequence[int],
    units: Sequence[Unit],
    profiles: Sequence[Profile],
    likely: Mapping[Edge, float],
    accounts: Accounts,
) -> Point:
    members = [units[index] for index in group]
    label = _label(group, units, likely)
    links = [likely[a, b] for a in group for b in group if a < b and (a, b) in likely]
    agreement = judge_agreement(ends, members)
    identity = content_id("p", *(unit.statement.id for unit in members))
    return Point(
        identity,
        units[label].clause.span,
        agreement.verdict,
        tuple(unit.statement.id for unit in members),
        tuple(sorted({unit.document for unit in members})),
        agreement.count,
        agreement.origins,
        agreement.reason,
        sum(links) / len(links) if links else weigh_single(members[0], profiles[group[0]]),
        find_absent(group, units, profiles, accounts),
    )


def _links(
    group: Sequence[int],
    units: Sequence[Unit],
    profiles: Sequence[Profile],
    likely: Mapping[Edge, float],
    pair_of: Mapping[Edge, Pair],
) -> tuple[Likeness, ...]:
    """Return, for each member, why its likeliest partner says the same; none is given twice."""
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


def _label(group: Sequence[int], units: Sequence[Unit], likely: Mapping[Edge, float]) -> int:
    """Return the unit whose words stand best alone, and of these the one most like the others."""

    def central(index: int) -> float:
        return sum(likely.get((min(index, o), max(index, o)), 0.0) for o in group if o != index)

    return max(group, key=lambda i: (stands_alone(units[i]), round(central(i), 6), -i))
