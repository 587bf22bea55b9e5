"""Weigh which lines of a whole page are its article, with a small fitted network.

What a line's words weigh comes first. Then a first layer looks at each line by itself, a second at
what the first made of it and of the lines around. There are networks for text, of whose odds the
mean is taken, and one for markup; all weights are fitted by ``scripts/train_regions.py`` and
shipped beside this module.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from asreported.documents.lines.lines import Line
from asreported.documents.markup.visible import Block
from asreported.documents.weights.context import Groups, gather, with_place
from asreported.documents.weights.features import Figures, Matrix, read_figures
from asreported.documents.weights.structure import Structure, read_structure
from asreported.documents.weights.vocabulary import Vocabulary, number_words
from asreported.documents.weights.wording import weigh_wording
from asreported.errors import ModelError

WEIGHTS = "line_models.npz"
_ONE_THREAD = 260_000
"""Products in one multiplication up to which it is done by one thread: more of them wait for each
other longer than they work on matrices as small as these."""
_NOTHING = np.float32(1e-12)
FLAT = ("flat0", "flat1", "flat2")
"""The networks for text. They begin from other weights and err in part on other lines; each takes a
fifth of a millisecond a page."""
DOUBT = 0.2
"""Odds of a comment from which the manner of the article's lines is looked at too."""

Network = Mapping[str, Matrix]
"""Of each of three layers the weights and what is added: ``own``, ``own_bias``, ``around`` (a
matrix for each part of `gather`), ``around_bias``, ``out``, ``out_bias``; ``low`` and ``high``
bound each figure."""


class Odds(NamedTuple):
    """How likely (0..1) each line is the article's own, and a reader's comment."""

    article: Matrix
    comment: Matrix


def weigh_lines(lines: Sequence[Line], said: Vocabulary) -> Odds:
    """Return what the lines of a page are, from their text alone; ``said`` are their words."""
    rows = with_place(read_figures(lines, said), weigh_wording(said, _wording()))
    odds = sum(run_network(_network(name), rows) for name in FLAT) / np.float32(len(FLAT))
    return Odds(*np.asarray(odds).T)


def weigh_blocks(blocks: Sequence[Block], lines: Sequence[Line], title: str) -> Odds:
    """Return what the blocks of a page with markup are; ``lines`` are the same as lines."""
    said = number_words(lines)
    structure = read_structure(blocks)
    rows = block_rows(structure, read_figures(lines, said, title), weigh_wording(said, _wording()))
    return Odds(*run_network(_network("html"), rows, groups_of(structure)).T)


def block_rows(structure: Structure, figures: Figures, wording: Matrix) -> Matrix:
    """Return the figures of a page with markup."""
    return with_place(figures, wording, structure.rows)


def groups_of(structure: Structure) -> tuple[Groups, ...]:
    """Return which blocks share a container, and which are of a kind."""
    return Groups(structure.groups), Groups(structure.kinds)


def run_network(network: Network, rows: Matrix, groups: Sequence[Groups] = ()) -> Matrix:
    """Return the odds that ``network`` gives each line, a column a question."""
    bounded = np.minimum(np.maximum(rows, network["low"]), network["high"])
    own = _raised(_product(bounded, network["own"]), network["own_bias"])
    inner = _raised(gather(_product(own, network["around"]), groups), network["around_bias"])
    said = inner @ network["out"] + network["out_bias"]
    return np.asarray(1 / (1 + np.exp(-said)), dtype=np.float32)


def _raised(sums: Matrix, bias: Matrix) -> Matrix:
    sums += bias
    return np.maximum(0, sums, out=sums)


def _product(rows: Matrix, weights: Matrix) -> Matrix:
    """Return ``rows @ weights``; ``weights`` may be a stack of matrices."""
    width, height = weights.shape[-1], weights.shape[-2]
    step = max(1, _ONE_THREAD // (height * width))
    if len(rows) <= step:
        return np.asarray(rows @ weights)
    parts = [rows[at : at + step] @ weights for at in range(0, len(rows), step)]
    return np.concatenate(parts, axis=-2)


@cache
def _weights() -> dict[str, Matrix]:
    path = files("asreported.documents.weights").joinpath(WEIGHTS)
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
