"""Find where a text turns from the article into its readers' comments, without any marker.

Every line gets a weight (`register`). The turn is the line from which the sum of the weights, less
what the article itself weighs, is highest; there is one only if it is clear.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from asreported.documents.lines.lines import Line
from asreported.documents.lines.register import comment_weight
from asreported.language.turns import find_labels

_PRIOR = 0.55
"""What a line must weigh more than the article's own lines to speak for the turn."""
_CLEAR = 2.5
"""The sum from which a turn is believed."""
_CONTRAST = 0.9
"""How much more the lines after the turn must weigh on average than those before."""
_LEAST_ARTICLE_WORDS = 60


class Turn(NamedTuple):
    """The index of the first comment, and why."""

    at: int
    reason: str


class _Sums(NamedTuple):
    """Running sums over the lines: of weights, of weights by words, and of words."""

    weights: list[float]
    sized: list[float]
    sizes: list[int]


def find_turn(lines: Sequence[Line]) -> Turn | None:
    """Return where comments begin among ``lines`` (article lines in text order), or None."""
    if len(lines) < 3 or find_labels([line.plain for line in lines]):
        return None
    weighed = [comment_weight(line) for line in lines]
    weights = [weight for weight, _ in weighed]
    sizes = [len(line.words) for line in lines]
    sums = _Sums(
        [0.0, *accumulate(weights)],
        [0.0, *accumulate(w * s for w, s in zip(weights, sizes, strict=True))],
        [0, *accumulate(sizes)],
    )
    best: tuple[float, int] | None = None
    for at in range(1, len(lines)):
        if sums.sizes[at] < _LEAST_ARTICLE_WORDS:
            continue
        score = _evidence(sums, at, lines[at].gap)
        if best is None or score > best[0]:
            best = (score, at)
    if best is None or best[0] < _CLEAR:
        return None
    at = best[1]
    told = next((why for _, why in weighed[at:] if why), "its register")
    return Turn(at, f"readers' comments by their manner ({told})")


def _evidence(sums: _Sums, at: int, gap: int) -> float:
    before = sums.sized[at] / max(1, sums.sizes[at])
    after = (sums.sized[-1] - sums.sized[at]) / max(1, sums.sizes[-1] - sums.sizes[at])
    if after - before < _CONTRAST or after < 0.4:
        return -1.0
    floor = max(before, 0.0) + _PRIOR
    # A wider gap than usual is where a page's next block begins.
    rest = sums.weights[-1] - sums.weights[at] - floor * (len(sums.weights) - 1 - at)
    return rest + (1.0 if gap >= 2 else 0.0)
