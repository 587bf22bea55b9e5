"""The labels of a page's lines while they are being found."""

from collections.abc import Iterator, Sequence
from itertools import chain

from asreported.documents.lines.lines import Line

Label = tuple[str, str]
"""What a line is, and why."""


class Draft:
    """Lines with the labels given so far. The first label that a line gets stays."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self._labels: list[Label | None] = [None] * len(self.lines)
        self._kinds = [""] * len(self.lines)
        self._places: dict[str, list[int]] = {}

    def give(self, at: int, kind: str, reason: str) -> None:
        """Label line ``at`` unless it has a label."""
        if not self._kinds[at]:
            self.change(at, kind, reason)

    def change(self, at: int, kind: str, reason: str) -> None:
        """Label line ``at`` anew."""
        self._labels[at] = (kind, reason)
        self._kinds[at] = kind
        self._places.clear()

    def label(self, at: int) -> Label | None:
        """Return the label of line ``at``, or None."""
        return self._labels[at]

    def kind(self, at: int) -> str:
        """Return the kind of line ``at``, "" where it has none or there is no such line."""
        return self._kinds[at] if 0 <= at < len(self._kinds) else ""

    def of(self, *kinds: str) -> list[int]:
        """Return the indices of the lines of these kinds, in order."""
        if not self._places:
            for at, kind in enumerate(self._kinds):
                self._places.setdefault(kind, []).append(at)
        found = chain.from_iterable(self._places.get(kind, ()) for kind in kinds)
        return sorted(found) if len(kinds) > 1 else list(found)

    def open(self) -> Iterator[int]:
        """Yield the indices of the lines without a label, in order."""
        return (at for at, label in enumerate(self._labels) if label is None)
