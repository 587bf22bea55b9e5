"""Fit the gate of accords (phrases that two accounts share) on annotated events.

    python scripts/train_accords.py GOLD FILES_FOLDER [GOLD FILES_FOLDER ...] [--write]

An accord is "same" where both sides touch spans of one gold point, "other" where both are annotated
and share none; one with a side that no point annotates counts a tenth. Prints, for each threshold,
how many links are right and wrong with weights fitted on the other events; ``--write`` fits all and
writes src/asreported/alignment/accords.json. Deterministic: L-BFGS on a convex loss.
"""

import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from asreported.alignment import accord as accords
from asreported.alignment import compare as comparing
from asreported.alignment import shared
from asreported.library import compare

OUT = Path(__file__).parent.parent / "src/asreported/alignment/accords.json"
SCORER = Path(__file__).parents[2] / "shared/score/score.py"
JUDGED = ("asserts", "qualifies", "denies", "implies", "tension")
RIDGE, HALF_JUDGED = 3.0, 0.1


def load_event(gold_path, folder, scorer):
    """Return (features, labels): 1 same, 0 other, -2 one side annotated, -1 none."""
    gold = json.loads(Path(gold_path).read_text())
    kept = []

    class Recorder(accords.Weigher):
        def features(self, accord, beside):
            row = super().features(accord, beside)
            kept.append((accord, row))
            return row

    plain, shared.Weigher = shared.Weigher, Recorder
    try:
        compare(sorted(Path(folder).glob("[0-9]*.txt")))
    finally:
        shared.Weigher = plain
    where = {}
    for point in gold["points"]:
        for name, account in point["accounts"].items():
            if account["stance"] in JUDGED:
                for span in account["spans"]:
                    place = (span["start"], span["end"])
                    where.setdefault(name, []).append((place, point["id"]))

    def points(told, tokens):
        grammar = told.grammar
        span = (grammar.tokens[tokens[0]].start, grammar.tokens[tokens[-1]].end)
        listed = where.get(grammar.reading.document.name, [])
        return {key for place, key in listed if scorer.touches(span, place)}

    labels = []
    for accord, _ in kept:
        one = points(accord.one, accord.tokens_a)
        two = points(accord.two, accord.tokens_b)
        labels.append(int(bool(one & two)) if one and two else -2 if one or two else -1)
    return np.array([row for _, row in kept]), np.array(labels)


def fit(rows, labels):
    """Return weights and intercept of a ridge logistic regression."""
    judged = labels != -1
    rows, labels = rows[judged], labels[judged]
    same = (labels == 1).astype(float)
    weight = np.where(labels == -2, HALF_JUDGED, 1.0)
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]

    def loss(beta):
        chance = 1 / (1 + np.exp(-scaled @ beta))
        logs = same * np.log(chance + 1e-12) + (1 - same) * np.log(1 - chance + 1e-12)
        slope = scaled.T @ (weight * (chance - same))
        slope[:-1] += RIDGE * beta[:-1]
        return -(weight * logs).sum() + RIDGE / 2 * (beta[:-1] ** 2).sum(), slope

    start = np.zeros(scaled.shape[1])
    beta = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return beta[:-1] / spread, float(beta[-1] - (beta[:-1] * mean / spread).sum())


def main(arguments):
    """Print the figures of events left out, and write the weights where asked."""
    paths = [a for a in arguments if not a.startswith("--")]
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    assert comparing.find_shared is shared.find_shared
    pairs = zip(paths[::2], paths[1::2], strict=True)
    events = [load_event(gold, folder, scorer) for gold, folder in pairs]
    events = [(rows, labels) for rows, labels in events if len(rows)]
    for threshold in (0.5, 0.6, 0.68, 0.75):
        right = wrong = 0
        for out, (rows, labels) in enumerate(events):
            others = [e for n, e in enumerate(events) if n != out] or events
            weights, bias = fit(
                np.vstack([e[0] for e in others]), np.hstack([e[1] for e in others])
            )
            said = rows @ weights + bias >= np.log(threshold / (1 - threshold))
            right += int((labels[said] == 1).sum())
            wrong += int((labels[said] == 0).sum())
        print(f"{threshold}: {right} right, {wrong} wrong")
    if "--write" in arguments:
        weights, bias = fit(np.vstack([e[0] for e in events]), np.hstack([e[1] for e in events]))
        fitted = {
            "features": list(accords.FEATURES),
            "weights": [round(float(w), 4) for w in weights],
            "intercept": round(bias, 4),
        }
        OUT.write_text(json.dumps(fitted, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
