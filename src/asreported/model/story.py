"""Accounts of one event, and what they share word for word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that two accounts share near-verbatim.

    ``kind`` is ``copied`` (prose of one in the other), ``wire`` (an agency's prose), or
    ``shared_statement`` and ``shared_quote`` (the words of a third party, indirect and direct).
    ``direction`` is ``a->b b->a common unknown``.
    """

    a: Span
    b: Span
    kind: str
    direction: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Accounts of one event. ``documents`` and the groups hold document ids, sorted.

    ``origin_groups`` has every document in exactly one group; one group is one independent account.
    """

    id: str
    documents: tuple[str, ...]
    reuse: tuple[Reuse, ...]
    origin_groups: tuple[tuple[str, ...], ...]
    reason: str = ""

    def texts(self, documents: Iterable[str]) -> int:
        """Return how many independent accounts the documents are: copies of one text are one."""
        wanted = set(documents)
        return sum(not wanted.isdisjoint(group) for group in self.origin_groups)

    def restricted(self, documents: Iterable[str]) -> "Story | None":
        """Return the story of those accounts alone, None where it has none of them."""
        kept = set(documents)
        if kept.issuperset(self.documents):
            return self
        groups = [tuple(key for key in group if key in kept) for group in self.origin_groups]
        reuse = (r for r in self.reuse if {r.a.document, r.b.document} <= kept)
        left = tuple(key for key in self.documents if key in kept)
        if not left:
            return None
        return replace(
            self, documents=left, reuse=tuple(reuse), origin_groups=tuple(g for g in groups if g)
        )
