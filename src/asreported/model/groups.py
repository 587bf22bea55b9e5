"""Put members together that pairs hold together.

Here and not in a stage: stories, utterances and accords are such groups, and no stage imports
another.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Hashable, Protocol):
    """What can be a member: it can be looked up and compared."""

    def __lt__(self, other: Any, /) -> bool: ...


Member = TypeVar("Member", bound=Ordered)


class Groups(Generic[Member]):
    """Groups that grow by `join`; the root of a group is its least member.

    Every value is a member, of a group of its own until it is joined.
    """

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def root(self, member: Member) -> Member:
        """Return the least member of the group that holds ``member``."""
        parent = self._parent
        while (above := parent.get(member, member)) != member:
            parent[member] = parent.get(above, above)
            member = above
        return member

    def join(self, a: Member, b: Member) -> None:
        """Make the groups of the two one."""
        first, second = sorted((self.root(a), self.root(b)))
        self._parent[second] = first


def connected(
    members: Sequence[Member], pairs: Iterable[tuple[Member, Member]]
) -> list[list[Member]]:
    """Return the members in groups that pairs hold together; they are in order, and stay so."""
    held: Groups[Member] = Groups()
    for a, b in pairs:
        held.join(a, b)
    groups: dict[Member, list[Member]] = {}
    for member in members:
        groups.setdefault(held.root(member), []).append(member)
    return list(groups.values())
