"""Describe blocks of markup by figures, for the line model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from asreported.documents.features import Matrix
from asreported.documents.marks import mark_names
from asreported.documents.visible import Block

TAGS = ("p", "li", "td", "h1", "h2", "h3", "h4", "div", "figcaption", "blockquote", "br", "button",
        "section", "th", "pre", "dd", "article")  # fmt: skip
_TAG = {tag: index for index, tag in enumerate(TAGS)}


def block_features(blocks: Sequence[Block]) -> Matrix:
    """Return the figures of each block: marks, tag, links, bold, depth, size of its container."""
    n, width = len(blocks), len(mark_names())
    bits = np.array([(block.near, block.far) for block in blocks], dtype=np.int64).reshape(n, 2)
    powers = 1 << np.arange(width, dtype=np.int64)
    near = (bits[:, :1] & powers) > 0
    far = (bits[:, 1:] & powers) > 0
    tags = np.zeros((n, len(TAGS)), dtype=np.float32)
    for at, block in enumerate(blocks):
        if block.tag in _TAG:
            tags[at, _TAG[block.tag]] = 1
    return np.hstack([near, far, tags, _measures(blocks)]).astype(np.float32)


def groups_of(blocks: Sequence[Block]) -> NDArray[np.int64]:
    """Return the number of each block's container, counted from 0 in order."""
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(b.group, len(numbers)) for b in blocks], dtype=np.int64)


def kinds_of(blocks: Sequence[Block]) -> NDArray[np.int64]:
    """Return a number for each block's tag, depth and near marks: alike blocks have the same."""
    numbers: dict[tuple[str, int, int], int] = {}
    keys = [(block.tag, block.depth, block.near) for block in blocks]
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _measures(blocks: Sequence[Block]) -> Matrix:
    sizes = np.array([max(1, len(block.text)) for block in blocks], dtype=np.float32)
    linked = np.minimum(1, np.array([block.linked for block in blocks]) / sizes)
    strong = np.minimum(1, np.array([block.strong for block in blocks]) / sizes)
    depth = np.array([block.depth for block in blocks], dtype=np.float32)
    prose = np.array([_is_prose(block) for block in blocks]) * sizes * (linked < 0.5)
    columns = [linked, strong, np.array([block.hidden for block in blocks]), depth / 10]
    for numbers in (groups_of(blocks), kinds_of(blocks)):
        sums = np.bincount(numbers, weights=prose) if len(numbers) else np.zeros(1)
        columns.append(sums[numbers] / max(1.0, float(sums.sum())))
    main = int(prose.argmax()) if len(prose) else 0
    typical = float(np.average(depth, weights=prose)) if prose.sum() else 0.0
    columns.extend([np.abs(depth - typical) / 5, (depth - typical) / 5])
    columns.append(np.exp(-np.abs(np.arange(len(blocks)) - main) / 20))
    return np.stack([np.asarray(c, dtype=np.float32) for c in columns], axis=1)


def _is_prose(block: Block) -> bool:
    return len(block.text) > 60 and block.text.rstrip("\"'”’»)")[-1:] in ".!?:"
