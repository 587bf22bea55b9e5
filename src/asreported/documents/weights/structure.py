"""Describe blocks of markup by figures, for the line model."""

from collections.abc import Hashable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from asreported.documents.markup.marks import mark_names
from asreported.documents.markup.visible import Block
from asreported.documents.weights.features import Matrix
from asreported.documents.weights.vocabulary import Numbers

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
    groups = _numbered(map(_GROUP, blocks))
    kinds = _numbered(map(_KIND, blocks))
    tags = np.array([_TAG.get(block.tag, len(TAGS)) for block in blocks], dtype=np.int64)
    told = np.array(list(map(_TOLD, blocks)), dtype=np.int64).reshape(-1, len(_FIELDS))
    powers = 1 << np.arange(len(mark_names()), dtype=np.int64)
    near, far = (told[:, at, None] & powers > 0 for at in (0, 1))
    tagged = tags[:, None] == np.arange(len(TAGS))
    prose = np.array([_is_prose(block) for block in blocks], dtype=bool)
    measures = _measures(told[:, 2:].T, prose, groups, kinds)
    return Structure(np.hstack([near, far, tagged, measures], dtype=np.float32), groups, kinds)


_FIELDS = ("near", "far", "start", "end", "linked", "strong", "hidden", "depth")
_TOLD = attrgetter(*_FIELDS)
_GROUP, _KIND = attrgetter("group"), attrgetter("tag", "depth", "near")


def _numbered(keys: Iterable[Hashable]) -> Numbers:
    """Return a number for each of ``keys``, counted from 0 in order: alike keys have the same."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _measures(
    told: Numbers, is_prose: NDArray[np.bool_], groups: Numbers, kinds: Numbers
) -> Matrix:
    start, end, inside, bold, hidden, depth = told
    sizes = np.maximum(1, end - start)
    linked, strong = np.minimum(1, inside / sizes), np.minimum(1, bold / sizes)
    prose = is_prose * sizes * (linked < 0.5)
    columns = [linked, strong, hidden, depth / 10]
    for numbers in (groups, kinds):
        sums = np.bincount(numbers, weights=prose)
        columns.append(sums[numbers] / max(1.0, float(sums.sum())))
    main = int(prose.argmax()) if len(prose) else 0
    typical = float(np.average(depth, weights=prose)) if prose.sum() else 0.0
    columns.extend([np.abs(depth - typical) / 5, (depth - typical) / 5])
    columns.append(np.exp(-np.abs(np.arange(len(depth)) - main) / 20))
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def _is_prose(block: Block) -> bool:
    return len(block.text) > 60 and block.text.rstrip("\"'”’»)")[-1:] in ".!?:"
