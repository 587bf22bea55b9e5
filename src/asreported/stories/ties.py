"""Weigh how much of their prose each two accounts of a story share."""

from collections.abc import Sequence
from dataclasses import dataclass

from asreported.model.document import Document
from asreported.stories.copies import Shared, find_shared
from asreported.stories.words import Passage, find_names, is_spoken, read_passages

COPY_SHARE = 0.42
"""Share of the shorter text's own prose from which one text is the other's copy. Of 2,653 articles
about 1,122 events, copies share half and more, accounts with common material less than 0.4."""

_WHOLE_SHARE = 0.8
"""Share of all its text from which a text is a copy though it speaks of "I": a column, a speech."""

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
        side, size = (0, sizes[a]) if sizes[a] <= sizes[b] else (1, sizes[b])
        words = _prose_shared(shared, side)
        told = [p for p in shared if not (is_spoken(p.a) and is_spoken(p.b))]
        if words < _WHOLE_SHARE * size:
            words = _prose_shared(told, side)
        containment = words / size if words >= _LEAST_WORDS else 0.0
        ties.append(Tie(documents[a], documents[b], tuple(shared), containment))
    return ties


def _prose(passages: Sequence[Passage]) -> int:
    """Return how many words a text has outside quotation marks and captions."""
    return sum(not word.quoted for p in passages if p.kind != "caption" for word in p.words)


def _prose_shared(shared: Sequence[Shared], side: int) -> int:
    return sum(
        [
            not word.quoted
            for passage in shared
            if passage.kinds[side] != "caption" and passage.matter >= _LEAST_MATTER
            for word in (passage.a, passage.b)[side]
        ]
    )
