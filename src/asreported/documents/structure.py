"""Describe blocks of markup by figures, for the line model."""

from collections.abc import Hashable, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.features import Matrix
from asreported.documents.marks import mark_names
from asreported.documents.visible import Block
from asreported.documents.vocabulary import Numbers

TAGS = ("p", "li", "td", "h1", "h2", "h3", "h4", "div", "figcaption", "blockquote", "br", "button",
        "section", "th", "pre", "dd", "article")  # fmt: skip
_TAG = {tag: index for index, tag in enumerate(TAGS)}


class Structure(NamedTuple):
    """The figures of each block, and the numbers of its container and of its kind."""

    rows: Matrix
    groups: Numbers
    kinds: Numbers


def read_structure(blocks: Sequence[Block]) -> Structure:
    """Return the figures of each block: marks, tag, links, bold, depth, size of its container.

    Containers are numbered from 0 in order; blocks of a kind share tag, depth and near marks.
    """
    groups = _numbered([block.group for block in blocks])
    kinds = _numbered([(block.tag, block.depth, block.near) for block in blocks])
    tags = np.zeros((len(blocks), len(TAGS)), dtype=np.float32)
    known = [(at, _TAG[block.tag]) for at, block in enumerate(blocks) if block.tag in _TAG]
    if known:
        tags[tuple(np.array(known).T)] = 1
    near, far = (_marked([bits(block) for block in blocks]) for bits in (_near, _far))
    measures = _measures(blocks, groups, kinds)
    return Structure(np.hstack([near, far, tags, measures], dtype=np.float32), groups, kinds)


_near, _far = attrgetter("near"), attrgetter("far")


def _marked(marks: Sequence[int]) -> NDArray[np.bool_]:
    """Return a column a mark: which of the sets ``marks`` have it."""
    powers = 1 << np.arange(len(mark_names()), dtype=np.int64)
    return np.asarray((np.array(marks, dtype=np.int64)[:, None] & powers) > 0)


def _numbered(keys: Sequence[Hashable]) -> Numbers:
    """Return a number for each of ``keys``, counted from 0 in order: alike keys have the same."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.intp)


def _measures(blocks: Sequence[Block], groups: Numbers, kinds: Numbers) -> Matrix:
    sizes = np.array([max(1, len(block.text)) for block in blocks], dtype=np.float32)
    linked = np.minimum(1, np.array([block.linked for block in blocks]) / sizes)
    strong = np.minimum(1, np.array([block.strong for block in blocks]) / sizes)
    depth = np.array([block.depth for block in blocks], dtype=np.float32)
    prose = np.array([_is_prose(block) for block in blocks]) * sizes * (linked < 0.5)
    columns = [linked, strong, np.array([block.hidden for block in blocks]), depth / 10]
    for numbers in (groups, kinds):
        sums = np.bincount(numbers, weights=prose) if len(numbers) else np.zeros(1)
        columns.append(sums[numbers] / max(1.0, float(sums.sum())))
    main = int(prose.argmax()) if len(prose) else 0
    typical = float(np.average(depth, weights=prose)) if prose.sum() else 0.0
    columns.extend([np.abs(depth - typical) / 5, (depth - typical) / 5])
    columns.append(np.exp(-np.abs(np.arange(len(blocks)) - main) / 20))
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def _is_prose(block: Block) -> bool:
    return len(block.text) > 60 and block.text.rstrip("\"'”’»)")[-1:] in ".!?:"
