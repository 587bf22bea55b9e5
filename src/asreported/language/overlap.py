"""Align two sequences of words and keep the stretch that they share.

The longest common subsequence gives the blocks of equal words; the stretch of blocks with the best
balance of words shared against words skipped is what both have of one wording.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_FIRST_SIGN, _LAST_SIGN = 0x10000, 0x10FFFF
"""Characters that may stand for words: a million of them, none a surrogate."""

_SKIPPED = 0.4
"""What a word costs that only one side has: five skipped words undo two shared ones of matter."""

Block = tuple[int, int, int]
"""Where equal words begin in the first and in the second sequence, and how many they are."""


class Overlap(NamedTuple):
    """Words ``a_first:a_last`` of one sequence and ``b_first:b_last`` of another, half-open.

    ``score`` is the worth of the words shared less the cost of those skipped; ``matter`` counts the
    shared words of worth 1 and more, ``shared`` all of them.
    """

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    score: float
    matter: int
    shared: int

    def turned(self) -> "Overlap":
        """Return the same with the sides exchanged."""
        return Overlap(
            self.b_first,
            self.b_last,
            self.a_first,
            self.a_last,
            self.score,
            self.matter,
            self.shared,
        )

    @property
    def density(self) -> float:
        """Return the share (0..1) of the longer stretch's words that both have."""
        return self.shared / max(self.a_last - self.a_first, self.b_last - self.b_first)


def shorten(sequences: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return the sequences with a character for each word, the same for equal words.

    Strings of such characters align as the words would, in half the time. Should there be more
    words than characters, the words come back as they are.
    """
    listed = list(sequences)
    signs: dict[str, str] = {}
    for sequence in listed:
        for word in sequence:
            if word not in signs:
                if len(signs) > _LAST_SIGN - _FIRST_SIGN:
                    return listed
                signs[word] = chr(_FIRST_SIGN + len(signs))
    return ["".join([signs[word] for word in sequence]) for sequence in listed]


def align(
    a: Sequence[str], b: Sequence[str], worth: Sequence[float], least: float = 0.0
) -> Overlap | None:
    """Return the best stretch that two sequences share, None where they share no word.

    Args:
        a: Words in a form that makes equals equal.
        b: Likewise.
        worth: What each word of ``a`` is worth: 1 for a word of matter, less for others.
        least: A score below which a stretch is not wanted either.
    """
    matches = LCSseq.editops(a, b).as_matching_blocks()
    blocks = [(match.a, match.b, match.size) for match in matches if match.size]
    best, best_first, best_last = -1.0, 0, 0
    running, first = 0.0, 0
    a_end = b_end = 0
    for place, (a_start, b_start, length) in enumerate(blocks):
        if place:
            running -= _SKIPPED * max(a_start - a_end, b_start - b_end)
            if running <= 0:
                running, first = 0.0, place
        a_end, b_end = a_start + length, b_start + length
        running += worth[a_start] if length == 1 else sum(worth[a_start:a_end])
        if running > best:
            best, best_first, best_last = running, first, place
    if best < max(least, 0.0):
        return None
    return _between(worth, blocks[best_first : best_last + 1], best)


def whole(worth: Sequence[float]) -> Overlap:
    """Return the overlap of a sequence with its equal."""
    return _between(worth, [(0, 0, len(worth))], sum(worth))


def _between(worth: Sequence[float], blocks: Sequence[Block], score: float) -> Overlap:
    a_last, b_last, size = blocks[-1]
    shared = [value for start, _, length in blocks for value in worth[start : start + length]]
    return Overlap(
        blocks[0][0],
        a_last + size,
        blocks[0][1],
        b_last + size,
        score,
        len([value for value in shared if value >= 1]),
        len(shared),
    )
