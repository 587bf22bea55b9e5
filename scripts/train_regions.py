"""Fit the line models of `asreported.documents.weights.linemodel` and write their weights.

    python scripts/train_regions.py PAGES.jsonl.xz src/asreported/documents/weights/line_models.npz

A record of PAGES has ``url``, ``html`` and, for some strings of the page, whether they are of the
article (``with``), around it (``without``) or readers' comments (``comments``). A line is held for
the article where trafilatura takes it, unless one of the strings says otherwise. Pages on which
trafilatura and the strings disagree count a quarter; for their text without markup, what networks
that see it make of a line counts too. Deterministic; needs trafilatura and scikit-learn, which is
used for the weights of wording alone.
"""

import hashlib
import json
import lzma
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import trafilatura
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from asreported.documents.lines.lines import Line
from asreported.documents.markup.marks import mark_bit, mark_names
from asreported.documents.markup.visible import Block
from asreported.documents.markup.walk import read_visible
from asreported.documents.webpages.embedded import DataReader
from asreported.documents.weights.context import (
    FAR,
    NEAR,
    ONE_BY_ONE,
    Groups,
    far_means,
    gather,
    with_place,
)
from asreported.documents.weights.features import Figures, read_figures
from asreported.documents.weights.linemodel import FLAT, block_rows, groups_of, run_network
from asreported.documents.weights.structure import TAGS, Structure, read_structure
from asreported.documents.weights.vocabulary import Vocabulary, number_words
from asreported.documents.weights.wording import SIZE, read_marks, weigh_wording
from asreported.errors import DocumentError

HIDDEN = (48, 32)
"""Units of the first layer and of the second."""
TAUGHT = 0.7
"""How much of a text line's label is what networks for markup say, where trafilatura and the
strings disagree; where they agree, networks say nothing better."""
EPOCHS = 20
BATCH = 4
"""Pages after which the weights are moved."""
USUAL_LINES = 200
DECAY, RATE = 3e-4, 3e-3
DROPPED = (0.3, 0.2)
"""Share of the units of the first layer and of the second a step does without (decision 12)."""
BESIDE = 0.15
"""What a question counts that is asked of a text's lines only while a network is fitted: what the
markup says of them (decision 12)."""
RARE, USUAL = 0.02, 0.6
"""Shares of all lines between which a mark of the markup must be true to be asked for."""
LINKED = 0.6
"""Share of a line's characters in links from which it is a link."""
MOST_SPREAD = 6
"""Standard deviations beyond which a figure says no more."""
PARTS = 3
"""Parts of the sites: what is weighed of each is weighed by weights fitted on the others."""
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
        """Return the blocks as lines of a text."""
        return [Line(block.start, block.end, block.text, 0) for block in self.blocks]

    def targets(self, taught: np.ndarray | None = None) -> np.ndarray:
        """Return what is asked of each block: is it the article's, is it a comment.

        ``taught`` are the odds that other networks give, for what no string says of a page that
        has been misread.
        """
        labels = self.labels
        if taught is not None and not self.agreed:
            mixed = TAUGHT * taught + (1 - TAUGHT) * labels
            labels = np.where(self.known, labels, mixed)
        return np.stack([labels, self.comments], axis=1)

    def weights(self, taught: bool = False) -> np.ndarray:
        """Return what each block counts: long ones more, those of long pages less."""
        size = np.array([len(block.text) for block in self.blocks])
        known, other = (10.0, 1.0) if taught else (4.0, 1.0 if self.agreed else 0.25)
        length = np.sqrt(min(3.0, 200 / len(self.blocks)))
        counted: np.ndarray = np.where(self.known, known, other) * np.sqrt(size / 60 + 0.3) * length
        return counted

    @cached_property
    def said(self) -> Vocabulary:
        """Return the words of the lines, numbered."""
        return number_words(self.lines)

    @cached_property
    def marks(self) -> tuple[np.ndarray, np.ndarray]:
        """Return what the lines say, as numbers, and the line that each is of."""
        return read_marks(self.said)

    @cached_property
    def structure(self) -> Structure:
        """Return what the markup says of the blocks."""
        return read_structure(self.blocks)

    def figures(self, kind: str) -> Figures:
        """Return the figures of the lines, as of a page ("html") or of a text ("flat")."""
        return read_figures(self.lines, self.said, self.title if kind == "html" else "")


def fold(text: str) -> str:
    """Return ``text`` with white space folded to single blanks."""
    return re.sub(r"\s+", " ", text or "").strip()


def site_of(url: str) -> str:
    """Return the last two parts of the host, of a page in an archive those of the page's own."""
    archived = re.search(r"web\.archive\.org/web/\d+/https?://([^/]+)", url)
    host = archived[1] if archived else (urlsplit(url).hostname or url)
    return ".".join(host.split(".")[-2:])


def part_of(site: str, parts: int) -> int:
    """Return which of ``parts`` a site is in; other parts than those of `fold_of`."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) // 7 % parts


def read_sample(page: dict[str, Any]) -> Sample | None:
    """Return a record's page labelled, None where it has no text or too much."""
    data = DataReader()
    try:
        blocks = read_visible(page["url"], page["html"], data)[0].blocks
    except DocumentError:
        return None
    if not blocks or len(blocks) > MOST_LINES:
        return None
    found = trafilatura.bare_extraction(page["html"], include_comments=False, with_metadata=False)
    main = "" if found is None or isinstance(found, dict) else found.text or ""
    labels, known, comments, quality = label(blocks, main, page)
    title = data.finish().page_title
    agreed = quality == 1
    return Sample(site_of(page["url"]), blocks, title, labels, comments, known, agreed)


def label(
    blocks: list[Block], main: str, page: dict[str, Any]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Return labels, what a string says, comments, and the share of strings that hold.

    ``main`` is the text of the article by trafilatura.
    """
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
    beside: np.ndarray = marked & (labels == 0)
    return beside.astype(np.float32)


def _is_main(text: str, lines: set[str], main: str) -> bool:
    if text in lines:
        return True
    if len(text) >= 60 and text[:40] in main and text[-40:] in main:
        return True
    return len(text) >= 25 and text in main


@dataclass
class Input:
    """What a network sees of a page, and what is asked of it: ``targets``, and their weights.

    ``weights`` are those of the lines, or of each line's targets.
    """

    rows: np.ndarray
    groups: tuple[Groups, ...]
    targets: np.ndarray
    weights: np.ndarray


Values = dict[str, np.ndarray]


def fit(pages: Sequence[Input], seed: int = 0) -> Values:
    """Fit a network with Adam; the same pages and seed give the same weights."""
    every = np.vstack([page.rows for page in pages])
    mean, spread = every.mean(0), every.std(0) + 1e-3
    usual = np.concatenate(
        [page.weights.reshape(len(page.rows), -1)[:, 0] for page in pages]
    ).mean()
    scaled = [
        Input(
            np.clip((page.rows - mean) / spread, -MOST_SPREAD, MOST_SPREAD).astype(np.float32),
            page.groups,
            page.targets.astype(np.float32),
            (page.weights / usual / USUAL_LINES / BATCH)
            .astype(np.float32)
            .reshape(len(page.rows), -1),
        )
        for page in pages
    ]
    values = _descend(scaled, seed)
    # What a page shows need not be scaled if the weights are.
    values["own"] = values["own"] / spread[:, None]
    values["own_bias"] = values["own_bias"] - mean @ values["own"]
    values["low"], values["high"] = mean - MOST_SPREAD * spread, mean + MOST_SPREAD * spread
    return values


def _descend(pages: Sequence[Input], seed: int) -> Values:
    chance = np.random.RandomState(seed)
    values = _first_values(chance, pages[0])
    first = {name: np.zeros_like(value) for name, value in values.items()}
    second = {name: np.zeros_like(value) for name, value in values.items()}
    step = 0
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS) + 1e-5
        order = chance.permutation(len(pages))
        for at in range(0, len(order), BATCH):
            step += 1
            slopes = [_slopes(values, pages[i], chance) for i in order[at : at + BATCH]]
            for name, value in values.items():
                slope = sum(each[name] for each in slopes)
                slope = slope + DECAY * value if value.ndim > 1 else slope
                first[name] = 0.9 * first[name] + 0.1 * slope
                second[name] = 0.999 * second[name] + 0.001 * slope**2
                move = first[name] / (1 - 0.9**step)
                value -= rate * move / (np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8)
    return values


def _first_values(chance: np.random.RandomState, page: Input) -> Values:
    own, inner = HIDDEN
    parts = ONE_BY_ONE + 4 + len(page.groups)
    shapes = {"own": (page.rows.shape[1], own), "around": (parts, own, inner),
              "out": (inner, page.targets.shape[1])}  # fmt: skip
    values = {}
    for name, shape in shapes.items():
        seen = np.prod(shape[:-1])
        values[name] = (chance.randn(*shape) / seen**0.5).astype(np.float32)
        values[f"{name}_bias"] = np.zeros(shape[-1], np.float32)
    return values


def _slopes(values: Values, page: Input, chance: np.random.RandomState) -> Values:
    """Return how the loss on ``page`` rises with each of ``values``, some units left out."""
    own = np.maximum(0, page.rows @ values["own"] + values["own_bias"])
    first = _left_in(own, DROPPED[0], chance)
    own *= first
    inner = np.maximum(0, gather(own @ values["around"], page.groups) + values["around_bias"])
    second = _left_in(inner, DROPPED[1], chance)
    inner *= second
    said = 1 / (1 + np.exp(-(inner @ values["out"] + values["out_bias"])))
    error = (said - page.targets) * page.weights
    back = error @ values["out"].T * (inner > 0) * second
    parts = _back(back, page.groups)
    below = (parts @ values["around"].transpose(0, 2, 1)).sum(0) * (own > 0) * first
    return {
        "own": page.rows.T @ below, "own_bias": below.sum(0),
        "around": own.T @ parts, "around_bias": back.sum(0),
        "out": inner.T @ error, "out_bias": error.sum(0),
    }  # fmt: skip


def _left_in(units: np.ndarray, dropped: float, chance: np.random.RandomState) -> np.ndarray:
    """Return zeros for a share of ``units``, drawn by chance; the rest are raised in turn."""
    kept: np.ndarray = (chance.rand(*units.shape) >= dropped).astype(np.float32) / (1 - dropped)
    return kept


def _back(slopes: np.ndarray, groups: Sequence[Groups]) -> np.ndarray:
    """Return the slopes of the parts that `gather` was given, by those of what it returned."""
    n, width = slopes.shape
    padded = np.zeros((n + 2 * NEAR, width), dtype=np.float32)
    padded[NEAR : NEAR + n] = slopes
    nothing = np.zeros((FAR, width), dtype=np.float32)
    until = np.cumsum(slopes, axis=0)
    return np.stack(
        [
            *(padded[2 * NEAR - at :][:n] for at in range(ONE_BY_ONE)),
            far_means(np.vstack([slopes, nothing]))[1:],
            far_means(np.vstack([nothing, slopes]))[:n],
            (until[-1] - until) / n,
            (until - slopes) / n,
            *(group.means(slopes) for group in groups),
        ]
    )


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
    weighed: list[np.ndarray] = [np.zeros(0)] * len(samples)
    for seen, unseen in _by_parts(samples):
        weights = fit_wording([samples[at] for at in seen]).astype(np.float32)
        for at in unseen:
            weighed[at] = weigh_wording(samples[at].said, weights)
    return weighed


def fit_all(samples: list[Sample]) -> Values:
    """Return all weights by the names under which they are shipped."""
    wording = unseen_wording(samples)
    html = [
        Input(
            block_rows(sample.structure, sample.figures("html"), weighed),
            groups_of(sample.structure),
            sample.targets(),
            sample.weights(),
        )
        for sample, weighed in zip(samples, wording, strict=True)
    ]
    taught = unseen_odds(samples, html)
    flat = [
        Input(
            with_place(sample.figures("flat"), weighed),
            (),
            np.hstack([sample.targets(odds), more]),
            sample.weights(True)[:, None] * np.append([1, 1], np.full(more.shape[1], BESIDE)),
        )
        for sample, weighed, odds, more in zip(
            samples, wording, taught, beside(samples), strict=True
        )
    ]
    arrays = {"wording": fit_wording(samples).astype(np.float16)}
    fitted = {name: fit(flat, seed) for seed, name in enumerate(FLAT)} | {"html": fit(html)}
    for kind, network in fitted.items():
        for name, value in _asked(network).items():
            arrays[f"{kind}_{name}"] = np.where(np.abs(value) < 1e-12, 0, value).astype(np.float32)
    return arrays


def _asked(network: Values) -> Values:
    """Return ``network`` without what only helped to fit it."""
    cut = {name: network[name][..., :2] for name in ("out", "out_bias")}
    return {**network, **cut}


def beside(samples: list[Sample]) -> list[np.ndarray]:
    """Return what the markup says of the lines: marks and tags, links, the container's article."""
    names = len(mark_names())
    marks = [s.structure.rows[:, names : 2 * names + len(TAGS)] for s in samples]
    share = np.vstack(marks).mean(0)
    asked = np.flatnonzero((share > RARE) & (share < USUAL))
    return [
        np.hstack(
            [
                each[:, asked],
                np.array([[b.linked > LINKED * len(b.text)] for b in sample.blocks]),
                Groups(sample.structure.groups).means(sample.labels[:, None]),
            ]
        )
        for sample, each in zip(samples, marks, strict=True)
    ]


def unseen_odds(samples: list[Sample], pages: list[Input]) -> list[np.ndarray]:
    """Return how likely the lines of each page are the article's, by networks of other sites."""
    odds = [np.zeros(0)] * len(samples)
    for seen, unseen in _by_parts(samples):
        network = fit([pages[at] for at in seen])
        for at in unseen:
            article, _ = run_network(network, pages[at].rows, pages[at].groups).T
            odds[at] = article
    return odds


def _by_parts(samples: list[Sample]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield, for each part of the sites, the samples of all others and those of it."""
    parts = [part_of(sample.site, PARTS) for sample in samples]
    for part in range(PARTS):
        yield (
            [at for at, own in enumerate(parts) if own != part],
            [at for at, own in enumerate(parts) if own == part],
        )


def main(pages: str, out: str, fold_out: int | None = None) -> None:
    """Fit on all pages, or on those outside one of five folds of sites, to measure on it."""
    opener = lzma.open if pages.endswith(".xz") else Path.open
    with opener(Path(pages), "rt") as lines:
        samples = [sample for line in lines if (sample := read_sample(json.loads(line)))]
    if fold_out is not None:
        samples = [s for s in samples if fold_of(s.site) != fold_out]
    stored: dict[str, Any] = {
        # Three digits of the many inner weights are enough, and half the bytes.
        name: array.astype(np.float16) if name.endswith("_around") else array
        for name, array in fit_all(samples).items()
    }
    np.savez_compressed(out, **stored)
    print(f"{len(samples)} pages, {sum(len(s.labels) for s in samples)} lines -> {out}")


def fold_of(site: str) -> int:
    """Return which of five folds a site is in."""
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % 5


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else None)
