"""Fit the gate of points on annotated events, and say how it does on an event left out.

    python scripts/train_gate.py SHARED_FOLDER [--write]

Reads the three golds in SHARED_FOLDER/gold and their articles. A pair of units is "same" where
both touch spans of one gold point that both accounts assert, "other" where both are annotated and
share none; pairs with a side that no point annotates are left out. Prints, for every event, link
precision and recall of points with weights fitted on the other events; ``--write`` fits all three
and writes src/asreported/alignment/gate.json. Deterministic: L-BFGS on a convex loss.
"""

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from asreported.alignment import gate as gates
from asreported.alignment import points
from asreported.alignment.candidates import propose_pairs
from asreported.alignment.profile import profile_units
from asreported.alignment.units import cut_units
from asreported.language.load import load_encoder
from asreported.library import _pipeline
from asreported.settings import Settings

EVENTS = {
    "withdrawal": "seeds",
    "croydon-tram": "events/croydon-tram",
    "teen-indicted": "events/teen-indicted",
}
ASSERTED = ("asserts", "qualifies")
JUDGED = ("asserts", "qualifies", "denies", "implies", "tension")
# What a feature may say. Three events are few: without these bounds likenesses that go together
# get weights of opposite signs, which is noise.
MORE, LESS = (0, None), (None, 0)
SIGNS = {
    **dict.fromkeys(("wording", "sense", "likeness", "around", "content", "margin"), MORE),
    **dict.fromkeys(("same_number", "same_deed", "same_agent", "same_patient"), MORE),
    **dict.fromkeys(("only_names", "number_one_side", "other_number", "fragments"), LESS),
    **dict.fromkeys(("voice_one_side", "other_speaker", "other_scope", "other_phase"), LESS),
}
OUT = Path(__file__).parent.parent / "src/asreported/alignment/gate.json"
RIDGE = 10.0
# A pair of which one side is annotated and the other is not: the annotator, who looked for all
# accounts of a point, did not take it for the same. Weighs less, as he may have overlooked it.
HALF_JUDGED = 0.15


@dataclass
class Event:
    """One annotated event, aligned as far as pairs."""

    name: str
    gold: dict
    story: object
    readings: list
    units: tuple
    pairs: list
    rows: np.ndarray
    labels: np.ndarray  # 1 same, 0 other, -1 not judged


def load_event(shared: Path, name: str) -> Event:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text())
    pipeline = _pipeline(Settings(one_story=True), None)
    files = sorted((shared / EVENTS[name]).glob("*.txt"))
    documents = list(pipeline.documents(files))
    story = max(pipeline.stories(documents), key=lambda s: len(s.documents))
    readings = sorted(pipeline.readings(documents), key=lambda r: r.document.id)
    units = cut_units(readings)
    pairs = propose_pairs(units, load_encoder())
    profiles = profile_units(units)
    ranks = gates.margins(pairs, [u.document for u in units])
    rows = [
        gates.features(p, profiles[p.a], profiles[p.b], r)
        for p, r in zip(pairs, ranks, strict=True)
    ]
    labels = label_pairs(gold, units, pairs)
    return Event(name, gold, story, readings, units, pairs, np.array(rows), np.array(labels))


def touches(said, gold):
    """As the scorer has it: half of the shorter, a quarter of what was said."""
    shared = max(0, min(said[1], gold[1]) - max(said[0], gold[0]))
    shorter = min(said[1] - said[0], gold[1] - gold[0])
    return shared >= 0.5 * shorter and shared >= 0.25 * (said[1] - said[0])


def label_pairs(gold, units, pairs):
    asserted, judged = [], []
    for unit in units:
        span, name = unit.clause.span, unit.reading.document.name
        found = {s: set() for s in JUDGED}
        for point in gold["points"]:
            account = point["accounts"].get(name)
            if account and account["stance"] in JUDGED:
                for s in account["spans"]:
                    if touches((span.start, span.end), (s["start"], s["end"])):
                        found[account["stance"]].add(point["id"])
        asserted.append(set().union(*(found[s] for s in ASSERTED)))
        judged.append(set().union(*found.values()))
    labels = []
    for p in pairs:
        if not judged[p.a] and not judged[p.b]:
            labels.append(-1)
        elif not judged[p.a] or not judged[p.b]:
            labels.append(-2)
        else:
            labels.append(int(bool(asserted[p.a] & asserted[p.b])))
    return labels


def fit(events) -> gates.Gate:
    """Each event weighs the same; features are scaled for the ridge and scaled back."""
    used = [(e.rows[e.labels != -1], e.labels[e.labels != -1]) for e in events]
    rows = np.concatenate([r for r, _ in used])
    labels = np.concatenate([np.maximum(found, 0) for _, found in used]).astype(float)
    counts = [np.where(found == -2, HALF_JUDGED, 1.0) for _, found in used]
    share = np.concatenate([weight / weight.sum() for weight in counts])
    share *= len(labels) / len(events)
    deviation = rows.std(0)
    deviation[deviation < 1e-9] = 1e9
    scaled = np.c_[rows / deviation, np.ones(len(rows))]
    penalty = np.full(scaled.shape[1], RIDGE)
    penalty[-1] = 0

    def loss(beta):
        total = scaled @ beta
        chance = 1 / (1 + np.exp(-total))
        lost = share @ (np.logaddexp(0, total) - labels * total) + penalty @ beta**2 / 2
        return lost, scaled.T @ (share * (chance - labels)) + penalty * beta

    bounds = [SIGNS.get(name, (None, None)) for name in gates.FEATURES] + [(None, None)]
    found = minimize(
        loss,
        np.zeros(scaled.shape[1]),
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"maxiter": 5000, "ftol": 1e-13, "gtol": 1e-8},
    )
    weights = found.x[:-1] / deviation
    return gates.Gate(tuple(round(float(w), 5) for w in weights), round(float(found.x[-1]), 5))


def average_precision(labels, scores):
    order = np.argsort(-scores, kind="stable")
    hits = labels[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def score_points(event: Event, gate: gates.Gate, score) -> tuple[dict, list]:
    """Return the scorer's figures for points made with ``gate``."""
    points.load_gate = lambda: gate
    found = points.find_points(event.story, event.units, event.pairs)
    texts = {r.document.id: r.document for r in event.readings}

    def span(s):
        return {
            "document": s.document,
            "start": s.start,
            "end": s.end,
            "text": texts[s.document].quote(s),
        }

    raw = {
        "documents": [{"id": d.id, "name": d.name, "text": d.text} for d in texts.values()],
        "stories": [
            {
                "statements": [
                    {"id": u.statement.id, "span": span(u.statement.span)} for u in event.units
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
    misses: list = []
    return score.points(event.gold, score.Report(raw), misses), misses


def main() -> None:
    shared = Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("score", shared / "score/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    events = [load_event(shared, name) for name in EVENTS]
    totals: dict = {}
    for event in events:
        gate = fit([e for e in events if e is not event])
        judged = event.labels >= 0
        chances = np.array([gate.probability(row) for row in event.rows[judged]])
        ap = average_precision(event.labels[judged], chances)
        base = average_precision(event.labels[judged], event.rows[judged][:, 2])
        figures, misses = score_points(event, gate, score)
        print(
            f"{event.name:15} pairs {judged.sum()} same {int((event.labels == 1).sum())} "
            f"AP {ap:.3f} (likeness {base:.3f})"
        )
        print(
            "   "
            + "  ".join(
                f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()
            )
        )
        if "--misses" in sys.argv:
            print("\n".join("      " + m for m in misses))
        for k, v in figures.items():
            totals.setdefault(k, []).append(v)
    print(
        "mean, left out: "
        + "  ".join(
            f"{k} {np.mean([x for x in v if x is not None]):.3f}"
            for k, v in totals.items()
            if any(x is not None for x in v)
        )
    )
    gate = fit(events)
    for name, weight in zip(gates.FEATURES, gate.weights, strict=True):
        print(f"   {name:18} {weight:+.3f}")
    if "--write" in sys.argv:
        OUT.write_text(
            json.dumps(
                {
                    "features": gates.FEATURES,
                    "weights": gate.weights,
                    "intercept": gate.intercept,
                    "fitted_on": sorted(EVENTS),
                },
                indent=1,
            )
            + "\n"
        )


if __name__ == "__main__":
    main()
