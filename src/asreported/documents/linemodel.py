"""Weigh which lines of a whole page are its article, with a small fitted network.

What a line's words weigh comes first; then two networks of one hidden layer each: one looks at a
line and its surroundings, the second at the first one's guesses around it too. There is a pair for
text and a pair for markup; all weights are fitted by ``scripts/train_regions.py`` and shipped
beside this module.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from asreported.documents.context import group_means, guesses_around, with_context
from asreported.documents.features import COLUMN, Figures, Matrix, read_figures
from asreported.documents.lines import Line
from asreported.documents.structure import Structure, read_structure
from asreported.documents.visible import Block
from asreported.documents.vocabulary import Vocabulary, number_words
from asreported.documents.wording import weigh_wording
from asreported.errors import ModelError

WEIGHTS = "line_models.npz"
_CLIP = 6.0
"""Standard deviations beyond which a figure says no more."""
_ONE_THREAD = 260_000
"""Products in one multiplication up to which it is done by one thread: more of them wait for each
other longer than they work on matrices as small as these."""
_NOTHING = np.float32(1e-12)
DOUBT = 0.2
"""Odds of a comment from which the manner of the article's lines is looked at too."""

Network = Mapping[str, Matrix]
"""``mean`` and ``spread`` of its figures; ``in``, ``bias``, ``out``, ``level``: its weights."""


class Odds(NamedTuple):
    """How likely (0..1) each line is the article's own, and a reader's comment."""

    article: Matrix
    comment: Matrix


def weigh_lines(lines: Sequence[Line], said: Vocabulary) -> Odds:
    """Return what the lines of a page are, from their text alone; ``said`` are their words."""
    rows = with_context(read_figures(lines, said), weigh_wording(said, _wording()))
    return _weigh("flat", rows, guesses_around)


def weigh_blocks(blocks: Sequence[Block], lines: Sequence[Line], title: str) -> Odds:
    """Return what the blocks of a page with markup are; ``lines`` are the same as lines."""
    said = number_words(lines)
    figures = read_figures(lines, said, title)
    structure = read_structure(blocks)
    rows = block_rows(structure, figures, weigh_wording(said, _wording()))
    sizes = rows[:, COLUMN["chars"]]
    return _weigh("html", rows, lambda guess: guesses_among(structure, sizes, guess))


def block_rows(structure: Structure, figures: Figures, wording: Matrix) -> Matrix:
    """Return the figures of the first pass over markup."""
    return with_context(figures, wording, structure.rows)


def guesses_among(structure: Structure, sizes: Matrix, guess: Matrix) -> Matrix:
    """Return `guesses_around`, and the guesses by container and by kind of block.

    ``sizes`` say what each block counts.
    """
    numbers = (structure.groups, structure.kinds)
    means = [group_means(guess[:, 0], each, sizes) for each in numbers]
    return np.hstack([guesses_around(guess), *means])


def _weigh(kind: str, rows: Matrix, guesses: Callable[[Matrix], Matrix]) -> Odds:
    """Return the odds of both passes: the second looks at ``rows`` too, which are scaled once."""
    first, second = _network(f"{kind}1"), _network(f"{kind}2")
    scaled = _scale(rows, first["mean"], first["spread"])
    guess = guesses(_answer(first, scaled))
    size = rows.shape[1]
    more = _scale(guess, second["mean"][size:], second["spread"][size:])
    return Odds(*_answer(second, np.hstack([scaled, more])).T)


def run_network(network: Network, rows: Matrix) -> Matrix:
    """Return the odds that ``network`` gives each row, a column a question."""
    return _answer(network, _scale(rows, network["mean"], network["spread"]))


def _scale(rows: Matrix, mean: Matrix, spread: Matrix) -> Matrix:
    scaled: Matrix = rows - mean
    scaled /= spread
    # Twice as quick as `np.clip`.
    np.minimum(np.maximum(scaled, -_CLIP, out=scaled), _CLIP, out=scaled)
    return scaled


def _answer(network: Network, scaled: Matrix) -> Matrix:
    inner = network["in"]
    step = max(1, _ONE_THREAD // inner.size)
    parts = [scaled[at : at + step] @ inner for at in range(0, len(scaled), step)]
    raised = np.vstack(parts) if parts else np.zeros((0, inner.shape[1]), dtype=np.float32)
    hidden = np.maximum(0, raised + network["bias"])
    said = hidden @ network["out"] + network["level"]
    return np.asarray(1 / (1 + np.exp(-said)), dtype=np.float32)


@cache
def _weights() -> dict[str, Matrix]:
    path = files("asreported.documents").joinpath(WEIGHTS)
    if not path.is_file():
        raise ModelError(f"{WEIGHTS} is missing from the installed package")
    with path.open("rb") as stored, np.load(stored) as arrays:
        loaded = {name: arrays[name].astype(np.float32) for name in arrays.files}
    # Weights that decayed to denormal numbers make a product fifty times slower.
    return {name: np.where(np.abs(array) < _NOTHING, 0, array) for name, array in loaded.items()}


@cache
def _network(name: str) -> Network:
    prefix = f"{name}_"
    weights = _weights().items()
    return {key.removeprefix(prefix): array for key, array in weights if key.startswith(prefix)}


def _wording() -> Matrix:
    return _weights()["wording"]
