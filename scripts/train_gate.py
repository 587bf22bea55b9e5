"""Fit the gate of points on annotated events, and say how it does on an event left out.

    PYTHONPATH=src:. python scripts/train_gate.py [--write] [FOLDER ...]

Reads the annotated events that `eval.events` finds, less those that are kept for measuring, and any
FOLDER that holds a ``gold.json`` beside its articles. A pair of units is "same" where both touch
spans of one gold point that both accounts assert, "other" where both are annotated and share none.
Pairs of which neither side is annotated are left out. Prints, for every event, the scorer's figures
of points made with weights fitted on the other events; ``--write`` fits all and writes
src/asreported/alignment/pairs/gate.json. Deterministic: L-BFGS on a convex loss.
"""

import importlib.util
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from asreported.alignment.borrowing import borrow_speakers
from asreported.alignment.dates import date_readings
from asreported.alignment.pairs.candidates import Pair, propose_pairs
from asreported.alignment.pairs.features import Column, describe_pairs
from asreported.alignment.pairs.gate import Gate
from asreported.alignment.pairs.judgement import judge
from asreported.alignment.pairs.profile import profile_units
from asreported.alignment.pairs.units import Unit, cut_units
from asreported.alignment.points import find_points
from asreported.language.load import load_encoder
from asreported.library import _pipeline
from asreported.model.statement import Reading
from asreported.model.story import Story
from asreported.settings import Settings
from eval.events import SHARED, events
from eval.stories import KEPT

Json = dict[str, Any]

ASSERTED = ("asserts", "qualifies")
JUDGED = ("asserts", "qualifies", "denies", "implies", "tension")
OUT = Path(__file__).parent.parent / "src/asreported/alignment/pairs/gate.json"
# Every event counts as so many pairs, and this ridge holds the weights of features that go together
# (in units of a standard deviation) near each other.
AN_EVENT = 3000.0
RIDGE = 100.0
# A pair of which one side is annotated and the other is not: the annotator, who looked for all
# accounts of a point, did not take it for the same. Weighs less, as he may have overlooked it.
HALF_JUDGED = 0.15


@dataclass
class Trained:
    """One annotated event, aligned as far as pairs; ``labels`` are 1 same, 0 other, -1 neither."""

    name: str
    group: str
    gold: Json
    story: Story
    readings: list[Reading]
    units: tuple[Unit, ...]
    pairs: list[Pair]
    features: dict[str, Column]
    labels: NDArray[np.int64]
    certain: NDArray[np.float64]

    @property
    def rows(self) -> NDArray[np.float64]:
        """Return a row a pair, with the features in the order of their names."""
        return np.stack([self.features[name] for name in sorted(self.features)], axis=1)


def load_events(folders: Sequence[Path]) -> list[Trained]:
    """Return the events of ../shared, the fresh ones, and those of ``folders``, none kept back."""
    found = [
        (e.name, e.group, list(e.files), e.gold)
        for e in events()
        if e.group in ("shared", "fresh") and e.name not in KEPT
    ]
    known = {name for name, *_ in found}
    for folder in folders:
        if folder.name not in known and folder.name not in KEPT:
            gold = json.loads((folder / "gold.json").read_text("utf-8"))
            found.append((folder.name, "fresh", sorted(folder.glob("[0-9]*.txt")), gold))
    return [align(*one) for one in found]


def align(name: str, group: str, files: list[Path], gold: Json) -> Trained:
    """Return the event's pairs of units with their features and labels."""
    pipeline = _pipeline(Settings(one_story=True), None)
    documents = list(pipeline.documents(files))
    story = max(pipeline.stories(documents), key=lambda s: len(s.documents))
    readings = sorted(pipeline.readings(documents), key=lambda r: r.document.id)
    readings = list(borrow_speakers(date_readings(readings)))
    units = cut_units(readings)
    pairs = propose_pairs(units, load_encoder())
    features = describe_pairs(pairs, units, profile_units(units))
    labels, certain = label_pairs(gold, units, pairs)
    return Trained(name, group, gold, story, readings, units, pairs, features, labels, certain)


def touches(said: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Return whether a unit is a marked span as the scorer has it.

    It shares half of the shorter, a quarter of what was said.
    """
    shared = max(0, min(said[1], gold[1]) - max(said[0], gold[0]))
    shorter = min(said[1] - said[0], gold[1] - gold[0])
    return shared >= 0.5 * shorter and shared >= 0.25 * (said[1] - said[0])


def label_pairs(
    gold: Json, units: Sequence[Unit], pairs: Sequence[Pair]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return for each pair whether it is one point (-1: not known), and how certain that is."""
    asserted, judged = [], []
    for unit in units:
        span, name = unit.clause.span, unit.reading.document.name
        found: dict[str, set[str]] = {stance: set() for stance in JUDGED}
        for point in gold["points"]:
            account = point["accounts"].get(name)
            if account and account["stance"] in JUDGED:
                for s in account["spans"]:
                    if touches((span.start, span.end), (s["start"], s["end"])):
                        found[account["stance"]].add(point["id"])
        asserted.append(set().union(*(found[stance] for stance in ASSERTED)))
        judged.append(set().union(*found.values()))
    labels, certain = [], []
    for p in pairs:
        sides = bool(judged[p.a]) + bool(judged[p.b])
        labels.append(int(bool(asserted[p.a] & asserted[p.b])) if sides else -1)
        certain.append((0.0, HALF_JUDGED, 1.0)[sides])
    return np.array(labels), np.array(certain)


def fit(trained: Sequence[Trained]) -> Gate:
    """Return the weights; each event weighs the same.

    Features are scaled for the ridge, and weights scaled back.
    """
    names = sorted(trained[0].features)
    rows = np.concatenate([event.rows for event in trained])
    labels = np.concatenate([np.maximum(event.labels, 0) for event in trained]).astype(float)
    share = np.concatenate([e.certain / e.certain.sum() * AN_EVENT for e in trained])
    mean, deviation = rows.mean(0), np.maximum(rows.std(0), 1e-6)
    scaled = np.c_[(rows - mean) / deviation, np.ones(len(rows))]
    penalty = np.full(scaled.shape[1], RIDGE)
    penalty[-1] = 0

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total = scaled @ beta
        chance = 1 / (1 + np.exp(-total))
        lost = share @ (np.logaddexp(0, total) - labels * total) + penalty @ beta**2 / 2
        return float(lost), scaled.T @ (share * (chance - labels)) + penalty * beta

    found = minimize(
        loss,
        np.zeros(scaled.shape[1]),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 5000, "ftol": 1e-13, "gtol": 1e-6},
    ).x
    weights = found[:-1] / deviation
    intercept = float(found[-1] - weights @ mean)
    rounded = {name: round(float(w), 5) for name, w in zip(names, weights, strict=True)}
    return Gate(rounded, round(intercept, 5))


def average_precision(labels: NDArray[np.int64], scores: Column) -> float:
    """Return the mean of the precisions at each right pair, the most likely first."""
    hits = labels[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def score_points(event: Trained, gate: Gate, score: Any) -> tuple[Json, list[str]]:
    """Return the scorer's figures for points made with ``gate``, and its misses."""
    found = find_points(event.story, judge(event.units, event.pairs, gate))
    texts = {r.document.id: r.document for r in event.readings}
    raw = {
        "documents": [{"id": d.id, "name": d.name, "text": d.text} for d in texts.values()],
        "stories": [
            {
                "statements": [
                    {
                        "id": u.statement.id,
                        "span": {
                            "document": u.document,
                            "start": u.statement.span.start,
                            "end": u.statement.span.end,
                            "text": u.text,
                        },
                    }
                    for u in event.units
                ],
                "points": [
                    {
                        "statements": list(p.statements),
                        "independent_origins": p.independent_origins,
                        "absent": [{"document": a.document} for a in p.absent],
                    }
                    for p in found
                ],
            }
        ],
    }
    misses: list[str] = []
    return score.points(event.gold, score.Report(raw), misses), misses


def print_left_out(trained: Sequence[Trained], score: Any) -> None:
    """Print the scorer's figures of each event by weights fitted on the others, and their means."""
    totals: dict[str, dict[str, list[float]]] = {"shared": {}, "fresh": {}}
    for event in trained:
        gate = fit([other for other in trained if other is not event])
        judged = event.certain == 1
        chances = gate.probabilities(event.features)[judged]
        figures, misses = score_points(event, gate, score)
        figures["average_precision"] = average_precision(event.labels[judged], chances)
        line = (f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items())
        print(f"{event.name:15}", "  ".join(line))
        if "--misses" in sys.argv:
            print("\n".join("      " + m for m in misses))
        for k, v in figures.items():
            if v is not None:
                totals[event.group].setdefault(k, []).append(v)
    for group, values in totals.items():
        means = "  ".join(f"{k} {np.mean(v):.3f}" for k, v in values.items())
        print(f"mean, left out, {group}: {means}")


def main() -> None:
    """Print the figures of events left out and the weights of all, and write these if asked."""
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    spec = importlib.util.spec_from_file_location("score", SHARED / "score/score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    trained = load_events(folders)
    if "--only-fit" not in sys.argv:
        print_left_out(trained, score)
    gate = fit(trained)
    for name, weight in gate.weights.items():
        print(f"   {name:18} {weight:+.3f}")
    if "--write" in sys.argv:
        raw = {
            "fitted_on": sorted(event.name for event in trained),
            "intercept": gate.intercept,
            "weights": dict(gate.weights),
        }
        OUT.write_text(json.dumps(raw, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
