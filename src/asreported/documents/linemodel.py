"""Weigh which lines of a whole page are its article, with a small fitted network.

Two networks of one hidden layer each: the first looks at a line and its surroundings, the second
at the first one's guesses around it too. There is a pair for text and a pair for markup; their
weights are fitted by ``scripts/train_regions.py`` and shipped beside this module.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from asreported.documents.features import Matrix, line_features, with_context, with_guesses
from asreported.documents.structure import block_features, groups_of, kinds_of
from asreported.documents.visible import Block
from asreported.errors import ModelError

WEIGHTS = "line_models.npz"
_CLIP = 6.0
"""Standard deviations beyond which a figure says no more."""

_ONE_THREAD = 260_000
"""Products in one multiplication up to which it is done by one thread: more of them wait for each
other longer than they work on matrices as small as these."""
_NOTHING = np.float32(1e-12)


def weigh_lines(texts: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Return for each line how likely (0..1) it is the article's own, and a reader's comment."""
    rows = with_context(texts, line_features(texts))
    guessed = with_guesses(rows, _apply("flat1", rows))
    return _apply("flat2", guessed), _apply("comments", guessed)


def weigh_blocks(blocks: Sequence[Block], title: str) -> Matrix:
    """Return for each block of a page how likely (0..1) it is the article's own."""
    rows = block_rows(blocks, title)
    guess = _apply("html1", rows)
    return _apply("html2", guessed_rows(blocks, rows, guess))


def block_rows(blocks: Sequence[Block], title: str) -> Matrix:
    """Return the figures of the first pass."""
    texts = [block.text for block in blocks]
    return with_context(texts, line_features(texts, title), block_features(blocks))


def guessed_rows(blocks: Sequence[Block], rows: Matrix, guess: Matrix) -> Matrix:
    """Return the figures of the second pass: also by container, and by kind of block."""
    by_container = with_guesses(rows, guess, groups_of(blocks))
    by_kind = with_guesses(rows[:, :2], guess, kinds_of(blocks))[:, -2:]
    return np.hstack([by_container, by_kind]).astype(np.float32)


@cache
def _weights() -> dict[str, Matrix]:
    path = files("asreported.documents").joinpath(WEIGHTS)
    if not path.is_file():
        raise ModelError(f"{WEIGHTS} is missing from the installed package")
    with path.open("rb") as stored, np.load(stored) as arrays:
        loaded = {name: arrays[name].astype(np.float32) for name in arrays.files}
    # Weights that decayed to denormal numbers make a product fifty times slower.
    return {name: np.where(np.abs(array) < _NOTHING, 0, array) for name, array in loaded.items()}


def _apply(name: str, rows: Matrix) -> Matrix:
    weights = _weights()
    inner = weights[f"{name}_in"]
    scaled = np.clip((rows - weights[f"{name}_mean"]) / weights[f"{name}_spread"], -_CLIP, _CLIP)
    step = max(1, _ONE_THREAD // inner.size)
    parts = [scaled[at : at + step] @ inner for at in range(0, len(rows), step)]
    raised = np.vstack(parts) if parts else np.zeros((0, inner.shape[1]), dtype=np.float32)
    hidden = np.maximum(0, raised + weights[f"{name}_bias"])
    said = hidden @ weights[f"{name}_out"] + weights[f"{name}_level"]
    return np.asarray(1 / (1 + np.exp(-said[:, 0])), dtype=np.float32)
