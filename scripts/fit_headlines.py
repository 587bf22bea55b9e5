"""Fit the weights of `asreported.documents.regions.headlines` and write their table.

    python -m scripts.fit_headlines PAGES.jsonl.xz src/asreported/lexicon/headline_weights.tsv

A record of PAGES has ``url``, ``html`` and ``title``. Its visible text is read as text without
markup; the lines that are its title are the right ones. The weights make these likely against all
other candidates of their page. Deterministic; needs scipy.

    python -m scripts.fit_headlines PAGES.jsonl.xz

prints how many headlines are right in five folds of sites.
"""

import json
import lzma
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from asreported.documents.lines.lines import split_lines
from asreported.documents.markup.visible import visible_text
from asreported.documents.markup.walk import read_visible
from asreported.documents.regions.headlines import weigh_candidates
from asreported.documents.weights.linemodel import weigh_lines
from asreported.documents.weights.vocabulary import number_words
from asreported.errors import DocumentError
from scripts.train_regions import fold, fold_of, site_of

_HELD = 1.0
"""Weight of the squares that keep the weights small; of .3, 1 and 3 no figure differs by .003."""


@dataclass
class Candidates:
    """A page's lines that may be its headline, and which of them are."""

    site: str
    figures: list[dict[str, float]]
    right: np.ndarray


def read_candidates(path: str) -> Iterator[Candidates]:
    """Yield the candidates of each page that has a title and a text."""
    with lzma.open(path, "rt") as lines:
        for page in map(json.loads, lines):
            wanted = fold(page.get("title") or "").casefold()
            try:
                text = visible_text(read_visible(page["url"], page["html"])[0].blocks)
            except DocumentError:
                continue
            if not wanted or not text:
                continue
            split = split_lines(text)
            found = list(
                weigh_candidates(split, weigh_lines(split, number_words(split)).article.tolist())
            )
            right = np.array([fold(split[at].plain).casefold() == wanted for at, _ in found])
            yield Candidates(site_of(page["url"]), [dict(each) for _, each in found], right)


def matrix(page: Candidates, names: Sequence[str]) -> np.ndarray:
    """Return a row a candidate with its figures in the order of ``names``."""
    return np.array([[each.get(name, 0.0) for name in names] for each in page.figures])


def fit(pages: Sequence[Candidates], names: Sequence[str]) -> np.ndarray:
    """Return the weight of each name."""
    rows = [(matrix(page, names), page.right) for page in pages if page.right.any()]
    spread = np.vstack([row for row, _ in rows]).std(0) + 1e-6

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = _HELD * weights @ weights / 2, _HELD * weights
        for row, right in rows:
            scaled = row / spread
            odds = scaled @ weights
            shares = np.exp(odds - odds.max())
            wanted = shares * right
            total -= np.log(wanted.sum() / shares.sum())
            slope = slope - scaled.T @ (wanted / wanted.sum() - shares / shares.sum())
        return total, slope

    start = np.zeros(len(names))
    found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B").x / spread
    return found


def count_right(pages: Sequence[Candidates], names: Sequence[str]) -> int:
    """Return of how many pages the best is right, weighed by weights of other sites."""
    right = 0
    for held in range(5):
        weights = fit([page for page in pages if fold_of(page.site) != held], names)
        for page in pages:
            if fold_of(page.site) == held and page.figures:
                right += bool(page.right[int(np.argmax(matrix(page, names) @ weights))])
    return right


def main(path: str, out: str | None = None) -> None:
    """Fit and write the table, or without ``out`` print how many headlines are right."""
    pages = list(read_candidates(path))
    names = sorted({name for page in pages for each in page.figures for name in each})
    if out is None:
        print(f"{count_right(pages, names)} of {len(pages)} right")
        return
    lines = ["# What a line's figures weigh for it to be a page's headline.",
             "feature\tweight\tsource"]  # fmt: skip
    fitted = zip(names, fit(pages, names), strict=True)
    lines += [f"{name}\t{weight:.3f}\tfitted on ../shared/data/pages" for name, weight in fitted]
    Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
