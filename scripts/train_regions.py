"""Fit the line models of `asreported.documents.linemodel` and write their weights.

    python scripts/train_regions.py PAGES.jsonl.xz src/asreported/documents/line_models.npz

A record of PAGES has ``url``, ``html`` and, for some strings of the page, whether they are of the
article (``with``), around it (``without``) or readers' comments (``comments``). A line is held for
the article where trafilatura takes it, unless one of the strings says otherwise; where pages lack
their markup, what the networks that see it make of a line counts too. Pages on which trafilatura
and the strings disagree count a quarter. Deterministic; needs trafilatura and scikit-learn, which
is used for the weights of wording alone.
"""

import hashlib
import json
import lzma
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import trafilatura
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from asreported.documents.context import guesses_around, with_context
from asreported.documents.embedded import DataReader
from asreported.documents.features import COLUMN, Figures, read_figures
from asreported.documents.linemodel import block_rows, guesses_among, run_network
from asreported.documents.lines import Line
from asreported.documents.marks import mark_bit
from asreported.documents.structure import Structure, read_structure
from asreported.documents.visible import Block
from asreported.documents.vocabulary import Vocabulary, number_words
from asreported.documents.walk import read_visible
from asreported.documents.wording import SIZE, read_marks, weigh_wording
from asreported.errors import DocumentError

HIDDEN = {"flat": 64, "html": 32}
"""Units. For text 32 measured .004 lower in five folds of sites; for markup 64 is no better."""
TAUGHT = 0.7
"""How much of a text line's label is what the networks for markup say; of 0, .5, .7 and 1 best."""
EPOCHS = {"flat": (9, 7), "html": (14, 10)}
PARTS = 3
"""Parts of the sites by which the wording of each is weighed by weights of the others."""
MOST_LINES = 900
"""Longer pages are lists of links, and would outweigh the others."""


@dataclass
class Sample:
    """A page's blocks: which are labelled the article's (0, 1), comments, ``known`` by a string.

    ``agreed`` says that trafilatura and all strings agree.
    """

    site: str
    blocks: list[Block]
    title: str
    labels: np.ndarray
    comments: np.ndarray
    known: np.ndarray
    agreed: bool

    @cached_property
    def lines(self) -> list[Line]:
        return [Line(block.start, block.end, block.text, 0) for block in self.blocks]

    def targets(self, taught: np.ndarray | None = None) -> np.ndarray:
        """Return what is asked of each block: is it the article's, is it a comment.

        ``taught`` are the odds that other networks give, for what no string says.
        """
        labels = self.labels
        if taught is not None:
            mixed = TAUGHT * taught + (1 - TAUGHT) * labels
            labels = np.where(self.known, labels, mixed)
        return np.stack([labels, self.comments], axis=1)

    def weights(self, taught: bool = False) -> np.ndarray:
        """Return what each block counts: long ones more, those of long pages less."""
        size = np.array([len(block.text) for block in self.blocks])
        known, other = (10.0, 1.0) if taught else (4.0, 1.0 if self.agreed else 0.25)
        length = np.sqrt(min(3.0, 200 / len(self.blocks)))
        return np.where(self.known, known, other) * np.sqrt(size / 60 + 0.3) * length

    @cached_property
    def said(self) -> Vocabulary:
        return number_words(self.lines)

    @cached_property
    def marks(self) -> tuple[np.ndarray, np.ndarray]:
        return read_marks(self.said)

    @cached_property
    def structure(self) -> Structure:
        return read_structure(self.blocks)

    def figures(self, kind: str) -> Figures:
        return read_figures(self.lines, self.said, self.title if kind == "html" else "")


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def site_of(url: str) -> str:
    archived = re.search(r"web\.archive\.org/web/\d+/https?://([^/]+)", url)
    host = archived[1] if archived else (urlsplit(url).hostname or url)
    return ".".join(host.split(".")[-2:])


def part_of(site: str, parts: int) -> int:
    """Return which of ``parts`` a site is in; other parts than those of `fold_of`."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) // 7 % parts


def read_sample(page: dict[str, Any]) -> Sample | None:
    data = DataReader()
    try:
        blocks = read_visible(page["url"], page["html"], data)[0].blocks
    except DocumentError:
        return None
    if not blocks or len(blocks) > MOST_LINES:
        return None
    found = trafilatura.bare_extraction(page["html"], include_comments=False, with_metadata=False)
    labels, known, comments, quality = label(blocks, found.text if found else "", page)
    title = data.finish().page_title
    agreed = quality == 1
    return Sample(site_of(page["url"]), blocks, title, labels, comments, known, agreed)


def label(
    blocks: list[Block], main: str, page: dict[str, Any]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    texts = [fold(block.text) for block in blocks]
    lines = {fold(line) for line in main.split("\n")}
    lines |= {re.sub(r"^[-–|*#> ]+|[| ]+$", "", line) for line in lines}
    folded = fold(main)
    labels = np.array([_is_main(text, lines, folded) for text in texts], dtype=np.float32)
    known = np.zeros(len(texts), dtype=bool)
    comments = in_comments(blocks, labels)
    whole = " ".join(texts)
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    for key, value in (("without", 0), ("comments", 0), ("with", 1)):
        for string in page.get(key) or []:
            at = whole.find(fold(string))
            if at < 0 or not fold(string):
                continue
            end = at + len(fold(string))
            hit = [
                i for i, text in enumerate(texts) if starts[i] < end and starts[i] + len(text) > at
            ]
            labels[hit], known[hit] = value, True
            comments[hit] = float(key == "comments")
    right = [fold(s) in folded for s in page["with"]] + [
        fold(s) not in folded for s in page["without"]
    ]
    return labels, known, comments, sum(right) / max(1, len(right))


def in_comments(blocks: list[Block], labels: np.ndarray) -> np.ndarray:
    """Return which blocks the markup has among comments, where that is not the whole page."""
    marked = np.array([bool(block.far & mark_bit("comment")) for block in blocks])
    size = np.array([len(block.text) for block in blocks]) * labels
    if size[marked].sum() > 0.5 * max(1.0, size.sum()):
        marked[:] = False
    return (marked & (labels == 0)).astype(np.float32)


def _is_main(text: str, lines: set[str], main: str) -> bool:
    if text in lines:
        return True
    if len(text) >= 60 and text[:40] in main and text[-40:] in main:
        return True
    return len(text) >= 25 and text in main


def fit(
    rows: np.ndarray, targets: np.ndarray, weights: np.ndarray, epochs: int, hidden: int
) -> dict[str, Any]:
    """Fit one hidden layer with Adam; the same rows give the same weights."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    rows = np.clip((rows - mean) / spread, -6, 6).astype(np.float32)
    weights = (weights / weights.mean()).astype(np.float32)
    chance = np.random.RandomState(0)
    width, asked = rows.shape[1], targets.shape[1]
    values = [
        chance.randn(width, hidden).astype(np.float32) / width**0.5,
        np.zeros(hidden, np.float32),
        chance.randn(hidden, asked).astype(np.float32) / hidden**0.5,
        np.zeros(asked, np.float32),
    ]
    first = [np.zeros_like(value) for value in values]
    second = [np.zeros_like(value) for value in values]
    step = 0
    for epoch in range(epochs):
        rate = 3e-3 * (1 - epoch / epochs) + 1e-5
        order = chance.permutation(len(rows))
        for at in range(0, len(order), 256):
            batch = order[at : at + 256]
            step += 1
            slopes = _slopes(values, rows[batch], targets[batch], weights[batch])
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                move = first[i] / (1 - 0.9**step)
                values[i] -= rate * move / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
    names = ("in", "bias", "out", "level")
    return {"mean": mean, "spread": spread, **dict(zip(names, values, strict=True))}


def _slopes(
    values: list[np.ndarray], rows: np.ndarray, targets: np.ndarray, weights: np.ndarray
) -> list[np.ndarray]:
    hidden = np.maximum(0, rows @ values[0] + values[1])
    said = 1 / (1 + np.exp(-(hidden @ values[2] + values[3])))
    error = ((said - targets) * weights[:, None] / len(targets)).astype(np.float32)
    back = (error @ values[2].T) * (hidden > 0)
    decay = 1e-3
    return [
        rows.T @ back + decay * values[0],
        back.sum(0),
        hidden.T @ error + decay * values[2],
        error.sum(0),
    ]


def fit_wording(samples: list[Sample]) -> np.ndarray:
    """Return what each mark of a wording weighs for the article and for comments."""
    starts = np.cumsum([0, *(len(sample.blocks) for sample in samples)])
    line = np.concatenate([s.marks[1] + at for s, at in zip(samples, starts, strict=False)])
    mark = np.concatenate([sample.marks[0] for sample in samples])
    size = np.sqrt(np.maximum(1, np.bincount(line, minlength=starts[-1])))
    marked = csr_matrix((1 / size[line], (line, mark)), shape=(starts[-1], SIZE))
    weights = np.concatenate([sample.weights() for sample in samples])
    wanted = np.concatenate([sample.targets() for sample in samples]) > 0.5
    # More steps change no figure.
    fitted = [
        LogisticRegression(C=1.0, max_iter=60).fit(marked, column, sample_weight=weights)
        for column in wanted.T
    ]
    return np.round(np.stack([each.coef_[0] for each in fitted], axis=1) * 16) / 16


def unseen_wording(samples: list[Sample]) -> list[np.ndarray]:
    """Return what each page's wording weighs by weights fitted on other sites."""
    weighed = [np.zeros(0)] * len(samples)
    for part in range(PARTS):
        seen = [s for s in samples if part_of(s.site, PARTS) != part]
        weights = fit_wording(seen).astype(np.float32)
        for at, sample in enumerate(samples):
            if part_of(sample.site, PARTS) == part:
                weighed[at] = weigh_wording(sample.said, weights)
    return weighed


def fit_pair(
    samples: list[Sample], kind: str, wording: list[np.ndarray], taught: list[np.ndarray] | None
) -> tuple[dict[str, dict[str, Any]], list[np.ndarray]]:
    """Fit both passes; the second learns from guesses made by the half that did not see a page.

    Also returned are these guesses: what the first pass says of pages it did not see.
    """
    figures = [sample.figures(kind) for sample in samples]
    if kind == "html":
        rows = [
            block_rows(sample.structure, of, weighed)
            for sample, of, weighed in zip(samples, figures, wording, strict=True)
        ]
    else:
        rows = [with_context(of, weighed) for of, weighed in zip(figures, wording, strict=True)]
    targets = [s.targets(taught[at] if taught else None) for at, s in enumerate(samples)]
    weights = [sample.weights(taught is not None) for sample in samples]

    def fitted(chosen: list[int], data: list[np.ndarray], epochs: int) -> dict[str, Any]:
        return fit(
            np.vstack([data[i] for i in chosen]),
            np.vstack([targets[i] for i in chosen]).astype(np.float32),
            np.concatenate([weights[i] for i in chosen]),
            epochs,
            HIDDEN[kind],
        )

    everything = list(range(len(samples)))
    one = fitted(everything, rows, EPOCHS[kind][0])
    said: list[np.ndarray] = [np.zeros(0)] * len(samples)
    for half in (0, 1):
        model = fitted([i for i in everything if part_of(samples[i].site, 2) == half], rows, 9)
        for i in everything:
            if part_of(samples[i].site, 2) != half:
                said[i] = run_network(model, rows[i])
    if kind == "html":
        sizes = [of[:, COLUMN["chars"]] for of in rows]
        guessed = [guesses_among(s.structure, sizes[i], said[i]) for i, s in enumerate(samples)]
    else:
        guessed = [guesses_around(odds) for odds in said]
    both = [np.hstack([rows[i], guessed[i]]) for i in everything]
    two = fitted(everything, both, EPOCHS[kind][1])
    # What both look at is scaled once.
    assert all((one[name] == two[name][: rows[0].shape[1]]).all() for name in ("mean", "spread"))
    return {f"{kind}1": one, f"{kind}2": two}, said


def fit_all(samples: list[Sample]) -> dict[str, np.ndarray]:
    """Return all weights by the names under which they are shipped."""
    arrays = {"wording": fit_wording(samples).astype(np.float16)}
    wording = unseen_wording(samples)
    html, said = fit_pair(samples, "html", wording, None)
    flat, _ = fit_pair(samples, "flat", wording, [odds[:, 0] for odds in said])
    for model, values in (html | flat).items():
        for name, value in values.items():
            array = np.asarray(value, dtype=np.float32)
            arrays[f"{model}_{name}"] = np.where(np.abs(array) < 1e-12, 0, array)
    return arrays


def main(pages: str, out: str, fold_out: int | None = None) -> None:
    """Fit on all pages, or on those outside one of five folds of sites, to measure on it."""
    opener = lzma.open if pages.endswith(".xz") else Path.open
    with opener(Path(pages), "rt") as lines:
        samples = [sample for line in lines if (sample := read_sample(json.loads(line)))]
    if fold_out is not None:
        samples = [s for s in samples if fold_of(s.site) != fold_out]
    stored = {
        # Three digits of the many inner weights are enough, and half the bytes.
        name: array.astype(np.float16) if name.endswith("_in") else array
        for name, array in fit_all(samples).items()
    }
    np.savez_compressed(out, **stored)
    print(f"{len(samples)} pages, {sum(len(s.labels) for s in samples)} lines -> {out}")


def fold_of(site: str) -> int:
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % 5


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else None)
