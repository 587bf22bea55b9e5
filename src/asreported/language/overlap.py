"""Align two sequences of words and keep the stretch that they share.

The longest common subsequence gives the blocks of equal words; the stretch of blocks with the best
balance of words shared against words skipped is what both have of one wording.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

_SKIPPED = 0.4
"""What a word costs that only one side has: five skipped words undo two shared ones of matter."""

Block = tuple[int, int, int]
"""Where equal words begin in the first and in the second sequence, and how many they are."""


@dataclass(frozen=True, slots=True)
class Overlap:
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


def align(a: Sequence[str], b: Sequence[str], worth: Sequence[float]) -> Overlap | None:
    """Return the best stretch that two sequences share, None where they share no word.

    Args:
        a: Words in a form that makes equals equal.
        b: Likewise.
        worth: What each word of ``a`` is worth: 1 for a word of matter, less for others.
    """
    blocks = [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes(a, b)
        if code.tag == "equal"
    ]
    best: Overlap | None = None
    running, first = 0.0, 0
    for place, (a_start, b_start, length) in enumerate(blocks):
        if place:
            a_before, b_before, size = blocks[place - 1]
            skipped = max(a_start - a_before - size, b_start - b_before - size)
            running -= _SKIPPED * skipped
            if running <= 0:
                running, first = 0.0, place
        running += sum(worth[a_start : a_start + length])
        if best is None or running > best.score:
            best = _between(worth, blocks[first : place + 1], running)
    return best


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
        sum(value >= 1 for value in shared),
        len(shared),
    )
