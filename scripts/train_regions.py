"""Fit the line models of `asreported.documents.linemodel` and write their weights.

    python scripts/train_regions.py PAGES.jsonl.xz src/asreported/documents/line_models.npz

A record of PAGES has ``url``, ``html`` and, for some strings of the page, whether they are of the
article (``with``), around it (``without``) or readers' comments (``comments``). A line is held for
the article where trafilatura takes it, unless one of the strings says otherwise. Pages on which
trafilatura and the strings disagree count a quarter. Deterministic; numpy alone fits.
"""

import hashlib
import json
import lzma
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import trafilatura
from lxml import etree

from asreported.documents.features import line_features, with_context, with_guesses
from asreported.documents.linemodel import block_rows, guessed_rows
from asreported.documents.marks import mark_bit
from asreported.documents.visible import Block, read_blocks

HIDDEN = 32
EPOCHS = {"flat": (9, 7), "html": (14, 10)}
MOST_LINES = 900
"""Longer pages are lists of links, and would outweigh the others."""


@dataclass
class Sample:
    """A page's blocks with the label (0, 1) and weight of each."""

    site: str
    blocks: list[Block]
    title: str
    labels: np.ndarray
    weights: np.ndarray
    comments: np.ndarray

    @property
    def texts(self) -> list[str]:
        return [block.text for block in self.blocks]


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def site_of(url: str) -> str:
    archived = re.search(r"web\.archive\.org/web/\d+/https?://([^/]+)", url)
    host = archived[1] if archived else (urlsplit(url).hostname or url)
    return ".".join(host.split(".")[-2:])


def half_of(site: str) -> int:
    return int(hashlib.md5(site.encode()).hexdigest(), 16) // 7 % 2


def read_sample(page: dict[str, Any]) -> Sample | None:
    parser = etree.HTMLParser(
        huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(page["html"].encode("utf-8", "replace"), parser)
    blocks = read_blocks(page["url"], root) if root is not None else []
    if not blocks or len(blocks) > MOST_LINES:
        return None
    found = trafilatura.bare_extraction(page["html"], include_comments=False, with_metadata=False)
    labels, known, comments, quality = label(blocks, found.text if found else "", page)
    size = np.array([len(block.text) for block in blocks])
    weights = np.where(known, 4.0, 1.0 if quality == 1 else 0.25) * np.sqrt(size / 60 + 0.3)
    weights *= np.sqrt(min(3.0, 200 / len(blocks)))
    title = root.findtext(".//title") or ""
    return Sample(site_of(page["url"]), blocks, fold(title), labels, weights, comments)


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


def fit(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray, epochs: int) -> dict[str, Any]:
    """Fit one hidden layer with Adam; the same rows give the same weights."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    rows = np.clip((rows - mean) / spread, -6, 6).astype(np.float32)
    weights = (weights / weights.mean()).astype(np.float32)
    chance = np.random.RandomState(0)
    width = rows.shape[1]
    values = [
        chance.randn(width, HIDDEN).astype(np.float32) / width**0.5,
        np.zeros(HIDDEN, np.float32),
        chance.randn(HIDDEN, 1).astype(np.float32) / HIDDEN**0.5,
        np.zeros(1, np.float32),
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
            slopes = _slopes(values, rows[batch], labels[batch], weights[batch])
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                move = first[i] / (1 - 0.9**step)
                values[i] -= rate * move / (np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8)
    names = ("in", "bias", "out", "level")
    return {"mean": mean, "spread": spread, **dict(zip(names, values, strict=True))}


def _slopes(
    values: list[np.ndarray], rows: np.ndarray, labels: np.ndarray, weights: np.ndarray
) -> list[np.ndarray]:
    hidden = np.maximum(0, rows @ values[0] + values[1])
    said = 1 / (1 + np.exp(-(hidden @ values[2] + values[3])[:, 0]))
    error = ((said - labels) * weights / len(labels))[:, None].astype(np.float32)
    back = (error @ values[2].T) * (hidden > 0)
    decay = 1e-3
    return [
        rows.T @ back + decay * values[0],
        back.sum(0),
        hidden.T @ error + decay * values[2],
        error.sum(0),
    ]


def apply(model: dict[str, Any], rows: np.ndarray) -> np.ndarray:
    scaled = np.clip((rows - model["mean"]) / model["spread"], -6, 6)
    hidden = np.maximum(0, scaled @ model["in"] + model["bias"])
    return 1 / (1 + np.exp(-(hidden @ model["out"] + model["level"])[:, 0]))


def fit_pair(samples: list[Sample], kind: str) -> dict[str, dict[str, Any]]:
    """Fit both passes; the second learns from guesses made by the half that did not see a page.

    For text, a third network tells readers' comments from the figures of the second pass.
    """
    if kind == "html":
        rows = [block_rows(sample.blocks, sample.title) for sample in samples]
    else:
        rows = [with_context(sample.texts, line_features(sample.texts)) for sample in samples]

    def fitted(
        chosen: list[int], data: list[np.ndarray], epochs: int, what: str = "labels"
    ) -> dict[str, Any]:
        return fit(
            np.vstack([data[i] for i in chosen]),
            np.concatenate([getattr(samples[i], what) for i in chosen]).astype(np.float32),
            np.concatenate([samples[i].weights for i in chosen]),
            epochs,
        )

    everything = list(range(len(samples)))
    one = fitted(everything, rows, EPOCHS[kind][0])
    guessed: list[np.ndarray] = [np.zeros(0)] * len(samples)
    for half in (0, 1):
        model = fitted([i for i in everything if half_of(samples[i].site) == half], rows, 9)
        for i in everything:
            if half_of(samples[i].site) != half:
                guess = apply(model, rows[i]).astype(np.float32)
                guessed[i] = (
                    guessed_rows(samples[i].blocks, rows[i], guess)
                    if kind == "html"
                    else with_guesses(rows[i], guess)
                )
    models = {f"{kind}1": one, f"{kind}2": fitted(everything, guessed, EPOCHS[kind][1])}
    if kind == "flat":
        models["comments"] = fitted(everything, guessed, EPOCHS[kind][1], "comments")
    return models


def main(pages: str, out: str, fold_out: int | None = None) -> None:
    """Fit on all pages, or on those outside one of five folds of sites, to measure on it."""
    opener = lzma.open if pages.endswith(".xz") else Path.open
    with opener(Path(pages), "rt") as lines:
        samples = [sample for line in lines if (sample := read_sample(json.loads(line)))]
    if fold_out is not None:
        samples = [s for s in samples if fold_of(s.site) != fold_out]
    arrays: dict[str, np.ndarray] = {}
    for kind in ("flat", "html"):
        for model, values in fit_pair(samples, kind).items():
            for name, value in values.items():
                array = np.asarray(value, dtype=np.float32)
                arrays[f"{model}_{name}"] = np.where(np.abs(array) < 1e-12, 0, array)
    np.savez_compressed(out, **arrays)
    print(f"{len(samples)} pages, {sum(len(s.labels) for s in samples)} lines -> {out}")


def fold_of(site: str) -> int:
    return int(hashlib.md5(site.encode()).hexdigest(), 16) % 5


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) == 4 else None)
