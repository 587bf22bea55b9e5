"""Weigh how much of their prose each two accounts of a story share."""

from collections.abc import Sequence
from dataclasses import dataclass

from asreported.model.document import Document
from asreported.stories.copies import Shared, find_shared
from asreported.stories.words import Passage, find_names, read_passages

COPY_SHARE = 0.55
"""Share of the shorter text's own prose from which one text is the other's copy."""

_LEAST_WORDS = 25
"""Words of common prose below which texts are too short to be called copies."""

_LEAST_MATTER = 3
"""Words of matter in a passage below which it is a turn of phrase."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two accounts, what they share, and the share of the shorter one's prose that is in both."""

    a: Document
    b: Document
    shared: tuple[Shared, ...]
    containment: float

    @property
    def is_copy(self) -> bool:
        """Return whether one of them carries the other's prose."""
        return self.containment >= COPY_SHARE


def find_ties(documents: Sequence[Document]) -> list[Tie]:
    """Return a tie for each two documents that share a passage, in the order of the documents."""
    if len(documents) < 2:
        return []
    names = find_names(documents)
    texts = [read_passages(document, names) for document in documents]
    sizes = [_prose(passages) for passages in texts]
    ties = []
    for (a, b), shared in find_shared(texts).items():
        words = _prose_shared(shared, 0 if sizes[a] <= sizes[b] else 1)
        size = min(sizes[a], sizes[b])
        containment = words / size if size and words >= _LEAST_WORDS else 0.0
        ties.append(Tie(documents[a], documents[b], tuple(shared), containment))
    return ties


def _prose(passages: Sequence[Passage]) -> int:
    """Return how many words a text has outside quotation marks and captions."""
    return sum(not word.quoted for p in passages if p.kind != "caption" for word in p.words)


def _prose_shared(shared: Sequence[Shared], side: int) -> int:
    return sum(
        not word.quoted
        for passage in shared
        if passage.kinds[side] != "caption" and passage.matter >= _LEAST_MATTER
        for word in (passage.a, passage.b)[side]
    )
