"""Join judged pairs into groups in which every member answers to the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

# Two groups are joined where this share of the pairs across them is likely enough (complete link
# would be 1) and nothing sets any two apart. Of many accounts not all pairs were proposed.
_SHARE = 0.9
_SHARE_OF_MANY = 0.6
_MANY = 10

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bars:
    """How likely (0..1) a pair must say the same for what it is to do.

    ``pair`` makes a group of two units, ``account`` brings a group an account that it lacks, and
    ``more`` brings another unit of an account that it has: a wrong pair is one wrong link, a wrong
    member of a group is wrong with all of them, and whoever has said a thing need not say it again.
    A pair at least ``hold`` likely speaks for joining two groups.
    """

    pair: float
    account: float
    more: float
    hold: float

    @property
    def least(self) -> float:
        """Return how likely a pair must be to do anything but speak for others."""
        return min(self.pair, self.account, self.more)


def cluster(
    likely: Mapping[Edge, float],
    documents: Sequence[str],
    apart: Callable[[int, int], bool],
    bars: Bars,
) -> list[tuple[int, ...]]:
    """Return groups of two units and more, members in order, groups by first member.

    Groups grow over the likeliest pairs first.

    Args:
        likely: How likely each pair (a < b) says the same.
        documents: The account of each unit.
        apart: Whether something sets two units apart for certain; asked only of likely joins.
        bars: How likely a pair must be to join what it joins.
    """
    groups = _Groups(documents, (edge for edge, chance in likely.items() if chance >= bars.hold))
    share = _SHARE if len(set(documents)) <= _MANY else _SHARE_OF_MANY
    ordered = sorted((-chance, edge) for edge, chance in likely.items() if chance >= bars.least)
    for chance, (a, b) in ordered:
        mine, theirs = groups.home(a), groups.home(b)
        if mine == theirs or -chance < groups.bar(mine, theirs, bars):
            continue
        if not groups.answer(mine, theirs, share):
            continue
        if groups.are_apart(mine, theirs, apart):
            continue
        groups.join(mine, theirs)
    return groups.listed()


class _Groups:
    """Groups under the number of one of their units, with what speaks for joining each two.

    The counts are carried along when groups join, the smaller one's to the larger: asking them
    costs the same for groups of two and of two hundred.
    """

    def __init__(self, documents: Sequence[str], edges: Iterable[Edge]) -> None:
        self._documents = documents
        self._home: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self._accounts: dict[int, dict[str, int]] = {}
        self._links: dict[int, dict[int, int]] = defaultdict(dict)
        self._foes: dict[int, set[int]] = defaultdict(set)
        for a, b in edges:
            self._links[a][b] = self._links[b][a] = 1

    def home(self, unit: int) -> int:
        """Return the group of a unit, which begins with the unit alone."""
        if unit not in self._home:
            self._home[unit] = unit
            self._members[unit] = [unit]
            self._accounts[unit] = {self._documents[unit]: 1}
        return self._home[unit]

    def bar(self, mine: int, theirs: int, bars: Bars) -> float:
        """Return how likely a pair must be that joins the two."""
        if len(self._members[mine]) == len(self._members[theirs]) == 1:
            return bars.pair
        shared = self._accounts[mine].keys() & self._accounts[theirs].keys()
        return bars.more if shared else bars.account

    def answer(self, mine: int, theirs: int, share: float) -> bool:
        """Return whether enough of the pairs across both, of two accounts each, are likely."""
        few, many = sorted((self._accounts[mine], self._accounts[theirs]), key=len)
        within = sum(number * many.get(document, 0) for document, number in few.items())
        across = len(self._members[mine]) * len(self._members[theirs]) - within
        # Only units of two accounts are ever judged as a pair, so all that are linked count.
        return across > 0 and self._links[mine].get(theirs, 0) >= share * across

    def are_apart(self, mine: int, theirs: int, apart: Callable[[int, int], bool]) -> bool:
        """Return whether any two units across are apart, which stays so as the groups grow."""
        if theirs not in self._foes[mine]:
            pairs = ((x, y) for x in self._members[mine] for y in self._members[theirs])
            if not any(apart(min(x, y), max(x, y)) for x, y in pairs):
                return False
            self._foes[mine].add(theirs)
            self._foes[theirs].add(mine)
        return True

    def join(self, mine: int, theirs: int) -> None:
        """Make one group of two."""
        kept, gone = mine, theirs
        if len(self._links[kept]) < len(self._links[gone]):
            kept, gone = gone, kept
        for unit in self._members[gone]:
            self._home[unit] = kept
        self._members[kept] += self._members.pop(gone)
        for document, number in self._accounts.pop(gone).items():
            accounts = self._accounts[kept]
            accounts[document] = accounts.get(document, 0) + number
        for other, number in self._links.pop(gone).items():
            links = self._links[other]
            del links[gone]
            if other != kept:
                links[kept] = self._links[kept][other] = links.get(kept, 0) + number
        for other in self._foes.pop(gone, ()):
            self._foes[other].discard(gone)
            self._foes[other].add(kept)
            self._foes[kept].add(other)

    def listed(self) -> list[tuple[int, ...]]:
        """Return the groups of two units and more, members in order, groups by first member."""
        found = (tuple(sorted(group)) for group in self._members.values() if len(group) > 1)
        return sorted(found)
