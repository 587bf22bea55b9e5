"""Join judged pairs into groups in which every member answers to the others."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

# Two groups are joined where this share of the pairs across them is likely enough (complete link
# would be 1) and nothing sets any two apart. Of many accounts not all pairs were proposed.
_SHARE = 0.9
_SHARE_OF_MANY = 0.6
_MANY = 10

Edge = tuple[int, int]


def cluster(
    likely: Mapping[Edge, float],
    documents: Sequence[str],
    apart: Callable[[int, int], bool],
    start: float,
    hold: float,
) -> list[tuple[int, ...]]:
    """Return groups of two units and more, members in order, groups by first member.

    Args:
        likely: How likely each pair (a < b) says the same.
        documents: The account of each unit.
        apart: Whether something sets two units apart for certain; asked only of likely joins.
        start: A group grows over pairs at least this likely, the likeliest first.
        hold: A pair at least this likely speaks for joining two groups.
    """
    share = _SHARE if len(set(documents)) <= _MANY else _SHARE_OF_MANY
    beside: dict[int, set[int]] = {}
    for (a, b), chance in likely.items():
        if chance >= hold:
            beside.setdefault(a, set()).add(b)
            beside.setdefault(b, set()).add(a)
    groups: dict[int, set[int]] = {}
    ordered = sorted((-chance, edge) for edge, chance in likely.items() if chance >= start)
    for _, (a, b) in ordered:
        mine, theirs = groups.setdefault(a, {a}), groups.setdefault(b, {b})
        if mine is theirs or not _answers(mine, theirs, beside, documents, share):
            continue
        if any(apart(min(x, y), max(x, y)) for x in sorted(mine) for y in sorted(theirs)):
            continue
        joined = mine | theirs
        for unit in joined:
            groups[unit] = joined
    distinct = {tuple(sorted(group)) for group in groups.values() if len(group) > 1}
    return sorted(distinct)


def _answers(
    mine: set[int],
    theirs: set[int],
    beside: Mapping[int, set[int]],
    documents: Sequence[str],
    share: float,
) -> bool:
    """Return whether enough of the pairs across both groups, of two accounts each, are likely."""
    in_mine = Counter(documents[unit] for unit in mine)
    within = sum(in_mine[documents[unit]] for unit in theirs)
    across = len(mine) * len(theirs) - within
    # Only units of two accounts are ever judged as a pair, so all that are beside count.
    held = sum(len(beside[unit] & theirs) for unit in mine)
    return across > 0 and held >= share * across
