"""Tell what an account says itself from what it has others say."""

from bisect import bisect_right
from dataclasses import dataclass

from asreported.alignment.accounts.grammar import Grammar
from asreported.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Mouths:
    """The quotations and reported statements of one account, by where their words stand."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    statements: tuple[Statement, ...]

    def speaking_at(self, offset: int) -> Statement | None:
        """Return the shortest statement whose words cover the offset, None in the own voice."""
        last = bisect_right(self.starts, offset)
        # Contents overlap by nesting only, and seldom deeper than a quote in reported speech.
        near = range(max(0, last - 6), last)
        held = [i for i in near if self.ends[i] > offset]
        if not held:
            return None
        return self.statements[min(held, key=lambda i: self.ends[i] - self.starts[i])]

    def is_quoted(self, offset: int) -> bool:
        """Return whether the offset stands inside quotation marks."""
        spoken = self.speaking_at(offset)
        return spoken is not None and spoken.kind == "quote"


def read_mouths(grammar: Grammar) -> Mouths:
    """Return who speaks where in the account."""
    parts = sorted(
        (part.start, part.end, statement.id, statement)
        for statement in grammar.reading.statements
        if statement.kind != "own"
        for part in statement.content
    )
    return Mouths(
        tuple(start for start, _, _, _ in parts),
        tuple(end for _, end, _, _ in parts),
        tuple(statement for _, _, _, statement in parts),
    )
