"""Describe the surroundings of lines by figures, for the line model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from asreported.documents.weights.features import COLUMN, Figures, Matrix
from asreported.documents.weights.vocabulary import Numbers

_PROSE_WORDS = 8
_APART = 4
"""Lines without prose that part one run of prose from the next."""
_FUNCTION_WORDS = 0.12
"""Share of function words that a sentence has at least."""
NEAR, FAR = 3, 8
"""Lines above and below that are looked at one by one, and of which the mean is looked at."""
ONE_BY_ONE = 2 * NEAR + 1
_STEPS = (1, 2, 4)
"""How the sum of `FAR` lines is made of sums of half as many."""


def with_place(figures: Figures, *others: Matrix) -> Matrix:
    """Return the lines' figures and ``others``, with their place on the page and in its prose."""
    rows = figures.rows
    ended = (rows[:, COLUMN["ends_sentence"]] > 0) & (
        rows[:, COLUMN["function_words"]] > _FUNCTION_WORDS
    )
    prose = np.expm1(rows[:, COLUMN["words"]]) * ended
    parts = (rows, *others, _place(prose), _runs(figures, prose), _below_comments(rows))
    return np.hstack(parts, dtype=np.float32)


def _place(prose: Matrix) -> Matrix:
    n = len(prose)
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    after = np.maximum(0.0, total - before - prose)
    place = np.arange(n, dtype=np.float32)
    columns = [place / max(1, n - 1), before / total, after / total, np.log1p(before),
               np.log1p(after), np.full(n, np.log1p(total)), np.full(n, np.log1p(n)),
               np.log1p(place)]  # fmt: skip
    return np.array(columns, dtype=np.float32).T


def _runs(figures: Figures, prose: Matrix) -> Matrix:
    """Return figures of the run of prose that a line is in or near, and of the largest run."""
    n = len(prose)
    holds = np.flatnonzero(prose >= _PROSE_WORDS)
    if len(holds) == 0:
        return np.zeros((n, 9), dtype=np.float32)
    breaks = np.flatnonzero(np.diff(holds) > _APART) + 1
    opens, closes = np.append(0, breaks), np.append(breaks, len(holds))
    sizes = np.add.reduceat(prose[holds], opens)
    largest = int(sizes.argmax())
    first, last = int(holds[opens[largest]]), int(holds[closes[largest] - 1])
    place = np.arange(n)
    nearest = np.maximum(0, np.searchsorted(holds[opens], place, side="right") - 1)
    starts, ends = holds[opens][nearest], holds[closes - 1][nearest]
    inside = (place >= starts) & (place <= ends)
    off = np.maximum(0, np.maximum(first - place, place - last))
    share = _shared_words(figures, n, holds[opens[largest] : closes[largest]])
    columns = [
        inside, np.log1p(sizes[nearest]) * inside, sizes[nearest] / sizes.max() * inside,
        (place >= first) & (place <= last), np.exp(-off / 3), np.exp(-off / 15),
        np.log1p(ends - starts) * inside, np.sign(np.minimum(0, place - first))
        + np.sign(np.maximum(0, place - last)), share,
    ]  # fmt: skip
    return np.array(columns, dtype=np.float32).T


def _shared_words(figures: Figures, n: int, main: Numbers) -> Matrix:
    """Return, a line, the share of its content words that other lines of the main run have."""
    inside = np.zeros(n, dtype=bool)
    inside[main] = True
    line, word = figures.line, figures.word
    held = np.bincount(word[inside[line]], minlength=int(word.max(initial=0)) + 1)
    shared = held[word] >= np.where(inside[line], 2, 1)
    size = np.bincount(line, minlength=n)
    return np.asarray(
        np.bincount(line, weights=shared, minlength=n) / np.maximum(1, size), dtype=np.float32
    )


def _below_comments(rows: Matrix) -> Matrix:
    """Return, a line, whether a heading of comments stands above, and how near (1 here, to 0)."""
    heads = (rows[:, COLUMN["comments"]] > 0) & (rows[:, COLUMN["opens"]] > 0)
    place = np.arange(len(rows))
    latest = np.maximum.accumulate(np.where(heads, place, -1))
    some = latest >= 0
    return np.stack([some, some / (1 + place - latest)], axis=1)


class Groups:
    """Lines that belong together, by the number of the group that each is in."""

    def __init__(self, numbers: Numbers) -> None:
        self._order = np.argsort(numbers, kind="stable")
        ordered = numbers[self._order]
        opens = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
        self._bounds = np.flatnonzero(opens)
        self._sizes = np.diff(np.append(self._bounds, len(ordered)))[:, None].astype(np.float32)
        self._of = np.empty(len(ordered), dtype=np.int64)
        self._of[self._order] = np.cumsum(opens) - 1

    def means(self, values: Matrix) -> Matrix:
        """Return for each line the mean of ``values`` over its group."""
        if not len(values):
            return values
        sums = np.add.reduceat(values[self._order], self._bounds, axis=0)
        return np.asarray((sums / self._sizes)[self._of])


def gather(parts: Matrix, groups: Sequence[Groups] = ()) -> Matrix:
    """Return for each line the sum of what it is given by itself and by the lines around it.

    ``parts`` has a matrix, a row a giving line, for each of: the line `NEAR` above, those nearer,
    itself, and those down to `NEAR` below; the mean of the `FAR` lines above and that of the `FAR`
    below, where there is nothing counted as zeros; the sums of all above and of all below, over the
    number of all lines; and the mean of the line's group, of each of ``groups``.
    """
    _, n, width = parts.shape
    near, (above, below, all_above, all_below) = parts[:ONE_BY_ONE], parts[ONE_BY_ONE:][:4]
    padded = np.zeros((n + 2 * NEAR, width), dtype=np.float32)
    for at, part in enumerate(near):
        padded[2 * NEAR - at :][:n] += part
    sums = padded[NEAR:][:n]
    nothing = np.zeros((FAR, width), dtype=np.float32)
    sums += far_means(np.vstack([nothing, above]))[:n]
    sums += far_means(np.vstack([below, nothing]))[1:]
    # What all above gave, and all below: that is what all gave but the line and those above.
    balance = np.cumsum(all_above - all_below, axis=0) - all_above + all_below.sum(0)
    sums += balance / max(1, n)
    for group, part in zip(groups, parts[ONE_BY_ONE + 4 :], strict=True):
        sums += group.means(part)
    return sums


def far_means(values: Matrix) -> Matrix:
    """Return the means of each `FAR` rows in a row."""
    means = np.asarray(values / FAR, dtype=np.float32)
    for step in _STEPS:
        means = means[:-step] + means[step:]
    return means


def is_far(holds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which lines ``holds`` is true of neither them nor any of the `FAR` above and below."""
    n = len(holds)
    count = np.append(0, np.cumsum(holds))
    place = np.arange(n)
    return np.asarray(count[np.minimum(n, place + FAR + 1)] == count[np.maximum(0, place - FAR)])
