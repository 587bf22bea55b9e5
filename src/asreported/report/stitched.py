"""Show a quotation inside an excerpt as newspapers do: “she called it ‘a farce’ on Monday”.

A finding holds what stands before, between and behind such marks as excerpts of their own, each the
text of a span: “she called it” “a farce” “on Monday”. A reader is shown the one stretch that they
are, its inner marks single.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from asreported.model.span import Span
from asreported.report.printable import in_single_marks

_RUN = re.compile(r"“[^“”]*”(?: “[^“”]*”)+")
_PIECE = re.compile(r"“([^“”]*)”")
_BETWEEN = re.compile(r"[\s“”„«»,;:'\"*_]{1,6}")
"""What parts two pieces of one stretch."""


def join_pieces(
    text: str, spans: Sequence[Span], read: Callable[[Span], str]
) -> tuple[str, list[Span]]:
    """Return a finding's text with pieces of one stretch as one excerpt, and its spans.

    ``spans`` are in the order in which the text shows their words; ``read`` gives the words.
    """
    places = list(spans)
    joined = text
    for run in _RUN.finditer(text):
        found = _find_run(_PIECE.findall(run[0]), places, read)
        if found:
            whole = Span(found[0].document, found[0].start, found[-1].end)
            joined = joined.replace(run[0], f"“{in_single_marks(read(whole))}”", 1)
            at = places.index(found[0])
            places[at : at + len(found)] = [whole]
    return joined, places


def _find_run(
    pieces: Sequence[str], places: Sequence[Span], read: Callable[[Span], str]
) -> list[Span]:
    """Return the places of the pieces if they are one stretch of an account, else none."""
    for at in range(len(places) - len(pieces) + 1):
        run = list(places[at : at + len(pieces)])
        if [read(span) for span in run] == list(pieces) and _adjoin(run, read):
            return run
    return []


def _adjoin(run: Sequence[Span], read: Callable[[Span], str]) -> bool:
    return all(
        one.document == other.document
        and one.end < other.start
        and _BETWEEN.fullmatch(read(Span(one.document, one.end, other.start))) is not None
        for one, other in pairwise(run)
    )
