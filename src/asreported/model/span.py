"""A stretch of one document's text: the evidence behind every value of the model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open, in code points of the text of document ``document`` (an id).

    Raises:
        ValueError: The span is empty or starts before the text.
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"span {self.start}:{self.end} of {self.document} is empty or negative"
            )

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: "Span") -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return (
            self.document == other.document and self.start <= other.start and other.end <= self.end
        )

    def joined(self, other: "Span") -> "Span":
        """Return the shortest span of the document that covers both."""
        return Span(self.document, min(self.start, other.start), max(self.end, other.end))

    def shared(self, other: "Span") -> int:
        """Return how many code points both spans hold."""
        if self.document != other.document:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))
