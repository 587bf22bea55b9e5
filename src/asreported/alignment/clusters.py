"""Join judged pairs into groups in which every member answers to the others."""

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
        apart: Whether something sets two units apart for certain.
        start: A group grows over pairs at least this likely, the likeliest first.
        hold: A pair at least this likely speaks for joining two groups.
    """
    groups: dict[int, list[int]] = {}
    share = _SHARE if len(set(documents)) <= _MANY else _SHARE_OF_MANY
    ordered = sorted((-chance, edge) for edge, chance in likely.items() if chance >= start)
    for _, (a, b) in ordered:
        mine = groups.setdefault(a, [a])
        theirs = groups.setdefault(b, [b])
        if mine is theirs or not _may_join(mine, theirs, likely, documents, apart, hold, share):
            continue
        joined = sorted((*mine, *theirs))
        for unit in joined:
            groups[unit] = joined
    distinct = {id(group): group for group in groups.values() if len(group) > 1}
    return sorted(tuple(group) for group in distinct.values())


def _may_join(
    mine: Sequence[int],
    theirs: Sequence[int],
    likely: Mapping[Edge, float],
    documents: Sequence[str],
    apart: Callable[[int, int], bool],
    hold: float,
    share: float,
) -> bool:
    across = held = 0
    for a in mine:
        for b in theirs:
            if apart(min(a, b), max(a, b)):
                return False
            if documents[a] != documents[b]:
                across += 1
                held += likely.get((min(a, b), max(a, b)), 0.0) >= hold
    return across > 0 and held >= share * across
