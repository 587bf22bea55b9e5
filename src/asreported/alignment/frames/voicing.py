"""Tell an outlet's own words from those it puts in others' mouths, and find their neighbours."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.units import Unit
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading

_POST = re.compile(r"(?m)^.*\(@\w{1,30}\).*$")
"""A line that is a post on a network: its writer's name in brackets, with an at sign."""

ALIKE = 0.5
"""Likeness of two clauses (see `Pair`) from which they tell of one thing."""

LOOSELY = 0.38
"""Likeness from which one speaker's words are of one thing: the speaker is evidence too."""


def own_tokens(reading: Reading) -> Iterator[int]:
    """Yield the indices of the tokens that stand in no quotation and no reported statement."""
    said = [
        (span.start, span.end)
        for statement in reading.statements
        if statement.kind != "own"
        for span in statement.content
    ]
    posts = (match.span() for match in _POST.finditer(reading.document.text))
    taken = sorted([*said, *posts])
    at, reach = 0, -1
    for index, token in enumerate(reading.parse.tokens):
        while at < len(taken) and taken[at][0] <= token.start:
            reach = max(reach, taken[at][1])
            at += 1
        if token.start >= reach:
            yield index


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The clauses of all accounts, and for each those of other accounts that tell the like."""

    units: tuple[Unit, ...]
    starts: tuple[tuple[str, int], ...]
    near: dict[int, tuple[tuple[float, int], ...]]

    def around(self, document: str, token: Token, least: float = ALIKE) -> list[Unit]:
        """Return the clauses of other accounts that tell what the clause of ``token`` tells.

        The likest come first; ``least`` is their least likeness, `LOOSELY` and more.
        """
        found = []
        at = bisect_left(self.starts, (document, token.start + 1)) - 1
        # Clauses may lie in one another: a few before it can still hold the token.
        for number in range(at, max(-1, at - 4), -1):
            span = self.units[number].clause.span
            if span.document == document and span.start <= token.start < span.end:
                near = self.near.get(number, ())
                found += [self.units[other] for less, other in near if -less >= least]
        return found


def read_neighbours(units: Sequence[Unit], pairs: Sequence[Pair]) -> Neighbours:
    """Return the neighbours of clauses; ``units`` are in order of (document, start)."""
    near: dict[int, list[tuple[float, int]]] = {}
    for pair in pairs:
        if pair.likeness >= LOOSELY:
            near.setdefault(pair.a, []).append((-pair.likeness, pair.b))
            near.setdefault(pair.b, []).append((-pair.likeness, pair.a))
    return Neighbours(
        tuple(units),
        tuple((unit.document, unit.clause.span.start) for unit in units),
        {number: tuple(sorted(found)) for number, found in near.items()},
    )


def token_span(reading: Reading, first: int, last: int) -> Span:
    """Return the span of the tokens ``first:last``, half-open."""
    tokens = reading.parse.tokens
    return Span(reading.document.id, tokens[first].start, tokens[last - 1].end)
