"""Fit what an editor wants of what one account alone has, and say how it does on stories left out.

    PYTHONPATH=src:. python scripts/train_news.py [--write]

Reads ``eval/judged/news.tsv``: 1,501 clauses of 194 stories of ../shared/data that one reader (a
language model) judged as a desk editor would. Prints, with weights fitted on other stories, how
good the likeliest clauses of the accounts are; ``--write`` fits all and writes
src/asreported/report/news.json. Deterministic: L-BFGS on a convex loss.
Takes three minutes on two processors.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from asreported.library import compare
from asreported.report.covered import Covered
from asreported.report.drafts.only import COVERED, find_own
from asreported.report.news import News
from asreported.report.prominence import Prominence
from asreported.report.wording import Wording
from asreported.settings import Settings
from eval.events import BUILD
from eval.judged import JUDGED, STORIES
from eval.stories import write_numbered

OUT = Path(__file__).parent.parent / "src/asreported/report/news.json"
RIDGE = 10.0
PARTS = 8
"""Parts of the stories: each is judged by the weights of the others."""

Rows = NDArray[np.float64]
Key = tuple[str, str, int, int]


def read_judged() -> dict[Key, str]:
    """Return the judgements by story, account, and where the clause begins and ends."""
    lines = (JUDGED / "news.tsv").read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return {(c[0], c[1], int(c[2]), int(c[3])): c[4] for c in cells}


def describe(judged: dict[Key, str]) -> tuple[list[Key], list[dict[str, float]]]:
    """Return what tells the judged clauses apart, those left out that another sentence covers."""
    settings = Settings(one_story=True)
    keys, described = [], []
    for story in sorted({key[0] for key in judged}):
        stories = compare(write_numbered(story, STORIES, BUILD / story), settings).stories
        of = max(stories, key=lambda s: len(s.comparison.readings)).comparison
        wording, news, covered = Wording(of), News(of), Covered(of)
        for own in find_own(of, wording, Prominence(of, wording)):
            label = own.point.label
            key = (story, own.reading.document.name, label.start, label.end)
            if key in judged and covered.share(own.span) < COVERED:
                keys.append(key)
                described.append(
                    dict(news.describe(own.reading, own.clause, own.span, own.statement.speaker))
                )
    return keys, described


def fit(rows: Rows, wanted: Rows) -> Rows:
    """Return the weights, the intercept last. The ridge is on features scaled to one spread."""
    mean, deviation = rows.mean(0), np.maximum(rows.std(0), 1e-6)
    scaled = np.c_[(rows - mean) / deviation, np.ones(len(rows))]

    def loss(weights: Rows) -> tuple[float, Rows]:
        total = scaled @ weights
        chance = 1 / (1 + np.exp(-total))
        held = np.r_[weights[:-1], 0.0]
        value = (np.logaddexp(0, total) - wanted * total).sum() + RIDGE * (held**2).sum()
        return float(value), scaled.T @ (chance - wanted) + 2 * RIDGE * held

    found: Rows = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    weights = found[:-1] / deviation
    fitted: Rows = np.r_[weights, found[-1] - weights @ mean]
    return fitted


def judge_left_out(keys: list[Key], rows: Rows, wanted: Rows) -> Rows:
    """Return how likely each is wanted, by weights fitted on the other stories."""
    part = np.array([crc32(key[0].encode()) // 2 % PARTS for key in keys])
    chances = np.zeros(len(keys))
    for number in range(PARTS):
        held = part == number
        weights = fit(rows[~held], wanted[~held])
        chances[held] = 1 / (1 + np.exp(-(rows[held] @ weights[:-1] + weights[-1])))
    return chances


def show(keys: list[Key], chances: Rows, judged: dict[Key, str]) -> None:
    """Print how good the likeliest clause of each account is, by how likely it is."""
    best: dict[tuple[str, str], int] = {}
    for at in np.argsort(-chances, kind="stable"):
        best.setdefault(keys[at][:2], int(at))
    print(f"{len(keys)} clauses of {len(best)} accounts")
    for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        told = Counter(judged[keys[at]] for at in best.values() if chances[at] >= least)
        whole = max(1, told.total())
        shares = "  ".join(f"{mark} {told[mark] / whole:.2f}" for mark in "GMSH")
        print(f"from {least:.2f} on: {told.total():4} lines  {shares}")


def main() -> None:
    """Fit, print, and write where that was asked for."""
    judged = read_judged()
    keys, described = describe(judged)
    names = sorted(described[0])
    rows = np.array([[one[name] for name in names] for one in described])
    wanted = np.array([float(judged[key] == "G") for key in keys])
    show(keys, judge_left_out(keys, rows, wanted), judged)
    weights = fit(rows, wanted)
    for name, weight, spread in zip(names, weights[:-1], rows.std(0), strict=True):
        print(f"{name:12} {weight:+.3f}  {weight * spread:+.2f} a spread")
    if "--write" in sys.argv:
        rounded = {name: round(float(w), 4) for name, w in zip(names, weights[:-1], strict=True)}
        table = {"weights": rounded, "intercept": round(float(weights[-1]), 4)}
        OUT.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
