"""Weigh which lines of a whole page are its article, with a small fitted network.

What a line's words weigh comes first; then two networks of one hidden layer each: one looks at a
line and its surroundings, the second at the first one's guesses around it too. There is a pair for
text and a pair for markup; all weights are fitted by ``scripts/train_regions.py`` and shipped
beside this module.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from asreported.documents.context import group_means, with_context, with_guesses
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
    rows = with_context(read_figures(lines, said), weigh_wording(lines, said, _wording()))
    guess = run_network(_network("flat1"), rows)
    return Odds(*run_network(_network("flat2"), with_guesses(rows, guess)).T)


def weigh_blocks(blocks: Sequence[Block], lines: Sequence[Line], title: str) -> Odds:
    """Return what the blocks of a page with markup are; ``lines`` are the same as lines."""
    said = number_words(lines)
    figures = read_figures(lines, said, title)
    structure = read_structure(blocks)
    rows = block_rows(structure, figures, weigh_wording(lines, said, _wording()))
    guess = run_network(_network("html1"), rows)
    return Odds(*run_network(_network("html2"), guessed_rows(structure, rows, guess)).T)


def block_rows(structure: Structure, figures: Figures, wording: Matrix) -> Matrix:
    """Return the figures of the first pass over markup."""
    return with_context(figures, wording, structure.rows)


def guessed_rows(structure: Structure, rows: Matrix, guess: Matrix) -> Matrix:
    """Return the figures of the second pass: also by container, and by kind of block."""
    sizes = rows[:, COLUMN["chars"]]
    numbers = (structure.groups, structure.kinds)
    means = [group_means(guess[:, 0], each, sizes) for each in numbers]
    return np.hstack([with_guesses(rows, guess), *means])


def run_network(network: Network, rows: Matrix) -> Matrix:
    """Return the odds that ``network`` gives each row, a column a question."""
    inner = network["in"]
    scaled = rows - network["mean"]
    scaled /= network["spread"]
    # Twice as quick as `np.clip`.
    np.minimum(np.maximum(scaled, -_CLIP, out=scaled), _CLIP, out=scaled)
    step = max(1, _ONE_THREAD // inner.size)
    parts = [scaled[at : at + step] @ inner for at in range(0, len(rows), step)]
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
