"""Describe the surroundings of lines by figures, for the line model."""

from collections.abc import Sequence

import numpy as np

from asreported.documents.features import COLUMN, Figures, Matrix
from asreported.documents.vocabulary import Numbers

_PROSE_WORDS = 8
_APART = 4
"""Lines without prose that part one run of prose from the next."""
_FUNCTION_WORDS = 0.12
"""Share of function words that a sentence has at least."""

_SHIFTS = (-3, -2, -1, 1, 2, 3)
_NEIGHBOUR = tuple(
    COLUMN[name]
    for name in ("words", "ends_sentence", "ends_dots", "ends_word", "function_words", "capitals",
                 "separators", "date", "by", "repeated", "titled", "opens", "promo", "navigation",
                 "metadata", "comments", "you", "i", "report", "commas")
)  # fmt: skip


_SINCE = tuple(COLUMN[name] for name in ("comments", "promo", "disclaimer", "author_bio"))
_TITLED = 0.6
"""Share of the title's words from which a line is held for the title."""


def with_context(figures: Figures, wording: Matrix, extra: Matrix | None = None) -> Matrix:
    """Return the lines' figures (and ``extra``, others of the same lines) with their surroundings.

    ``wording`` is what their words weigh, a column a question.
    """
    rows = figures.rows
    n = len(rows)
    if n == 0:
        return np.zeros((0, 0), dtype=np.float32)
    count = np.expm1(rows[:, 0])
    ended = (rows[:, COLUMN["ends_sentence"]] > 0) & (rows[:, COLUMN["ends_dots"]] == 0)
    prose = count * (ended & (rows[:, COLUMN["function_words"]] > _FUNCTION_WORDS))
    both = np.stack([prose, count * (prose == 0)], axis=1)
    parts = [rows] if extra is None else [rows, extra]
    parts.extend(shifted(rows[:, _NEIGHBOUR], _SHIFTS))
    parts.extend(map(np.log1p, windows(both, (2, 5, 12))))
    parts.extend((_place(prose), _runs(figures, prose)))
    parts.extend((wording, *shifted(wording, (-2, -1, 1, 2))))
    parts.extend(windows(wording, (3, 8), mean=True))
    parts.append(_since(rows))
    return np.hstack(parts, dtype=np.float32)


def shifted(values: Matrix, shifts: Sequence[int]) -> list[Matrix]:
    """Return each line's neighbours: those ``shifts`` lines below (above: negative), else zeros."""
    n, reach = len(values), max(map(abs, shifts))
    padded = np.zeros((n + 2 * reach, values.shape[1]), dtype=np.float32)
    padded[reach : reach + n] = values
    return [padded[reach + by : reach + by + n] for by in shifts]


def windows(values: Matrix, reaches: Sequence[int], mean: bool = False) -> list[Matrix]:
    """Return the sums (or means), a column each, over the lines up to a reach above and below."""
    n = len(values)
    sums = np.zeros((n + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=sums[1:])
    place, by = np.arange(n), np.array(reaches)[:, None]
    low, high = np.maximum(0, place - by), np.minimum(n, place + by + 1)
    total = sums[high] - sums[low]
    if mean:
        total /= (high - low)[:, :, None]
    return list(total.astype(np.float32))


def _place(prose: Matrix) -> Matrix:
    n = len(prose)
    total = max(1.0, float(prose.sum()))
    before = np.cumsum(prose) - prose
    after = np.maximum(0.0, total - before - prose)
    place = np.arange(n, dtype=np.float32)
    columns = [place / max(1, n - 1), before / total, after / total, np.log1p(before),
               np.log1p(after), np.full(n, np.log1p(total)), np.full(n, np.log1p(n)),
               np.log1p(place)]  # fmt: skip
    return np.stack(columns, axis=1)


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
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


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


def _since(rows: Matrix) -> Matrix:
    """Return, a line, whether headings of some kinds came before, and how near (1 here, to 0)."""
    hits = rows[:, (*_SINCE, COLUMN["titled"])] >= (0.5, 0.5, 0.5, 0.5, _TITLED)
    # Words for comments and for other articles stand in many lines; headings they are if they open.
    hits[:, :2] &= rows[:, COLUMN["opens"], None] > 0.5
    place = np.arange(len(rows))[:, None]
    latest = np.maximum.accumulate(np.where(hits, place, -1), axis=0)
    gap = np.where(latest >= 0, place - latest, 1e9)
    told = np.stack([latest >= 0, 1 / (1 + gap), np.exp(-gap / 15)], axis=2)
    return told.reshape(len(rows), -1).astype(np.float32)


def guesses_around(guess: Matrix) -> Matrix:
    """Return figures of what a first pass made of a line and of those around, for the second.

    ``guess`` has a column a question; the first, whether a line is the article's, is looked at in
    more ways.
    """
    first, others = guess[:, :1], guess[:, 1:]
    parts = [first, *shifted(first, (-4, -3, -2, -1, 1, 2, 3, 4))]
    around = windows(guess, (5, 15), mean=True)
    parts.extend(each[:, :1] for each in around)
    before = np.cumsum(first, axis=0) - first
    parts.append(np.log1p(before))
    parts.append(np.log1p(np.maximum(0, first.sum() - before - first)))
    if others.shape[1]:
        parts.extend((others, *shifted(others, (-2, -1, 1, 2))))
        parts.extend(each[:, 1:] for each in around)
        parts.append(np.maximum.accumulate(others, axis=0))
    return np.hstack(parts, dtype=np.float32)


def group_means(guess: Matrix, groups: Numbers, weight: Matrix) -> Matrix:
    """Return the mean guess, by ``weight``, of each line's group, and how much the group weighs.

    ``groups`` numbers the groups from 0.
    """
    size = int(groups.max(initial=0)) + 1
    weights = np.bincount(groups, weights=weight, minlength=size)
    sums = np.bincount(groups, weights=guess * weight, minlength=size)
    mean = sums / np.maximum(1e-6, weights)
    return np.stack([mean[groups], np.log1p(weights)[groups]], axis=1).astype(np.float32)
