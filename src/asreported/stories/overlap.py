"""Align two sentences word by word and keep the stretch that they share.

The longest common subsequence gives the blocks of equal words; the stretch of blocks with the best
balance of words shared against words skipped is what was reused. A word of matter counts full, a
name little (every account has it), a function word less than half.
"""

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from asreported.stories.words import Word

_WORTH = {"content": 1.0, "name": 0.35, "function": 0.35}
_SKIPPED = 0.4
"""What a word costs that only one side has: five skipped words undo two shared ones of matter."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words ``a_first:a_last`` of one sentence and ``b_first:b_last`` of another, half-open."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    score: float
    matter: int
    """Words of matter that both have."""
    shared: int
    """Words that both have."""

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


def align(a: tuple[Word, ...], b: tuple[Word, ...]) -> Overlap | None:
    """Return the best stretch that two sentences share, None where they share no word."""
    blocks = [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes([word.stem for word in a], [word.stem for word in b])
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
        running += sum(_WORTH[word.shape] for word in a[a_start : a_start + length])
        if best is None or running > best.score:
            best = _between(a, blocks[first : place + 1], running)
    return best


def whole(words: tuple[Word, ...]) -> Overlap:
    """Return the overlap of a sentence with its equal."""
    blocks = [(0, 0, len(words))]
    return _between(words, blocks, sum(_WORTH[word.shape] for word in words))


def _between(a: tuple[Word, ...], blocks: list[tuple[int, int, int]], score: float) -> Overlap:
    a_last, b_last, size = blocks[-1]
    shared = [word for start, _, length in blocks for word in a[start : start + length]]
    matter = sum(word.shape == "content" for word in shared)
    return Overlap(
        blocks[0][0], a_last + size, blocks[0][1], b_last + size, score, matter, len(shared)
    )
