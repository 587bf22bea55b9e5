"""Fit the gate of accords (phrases that two accounts share) on annotated events.

    PYTHONPATH=src:. python scripts/train_accords.py [--write] [FOLDER ...]

Reads the events that ``scripts/train_gate.py`` reads. An accord is "same" where both sides touch
spans of one gold point, "other" where both are annotated and share none; one with a side that no
point annotates counts a tenth. Prints, for each threshold, how many links are right and wrong with
weights fitted on the other events; ``--write`` fits all and writes
src/asreported/alignment/phrases/accords.json. Deterministic: L-BFGS on a convex loss.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from asreported.alignment.accounts.bearers import find_bearers
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.accounts.told import Told, tell
from asreported.alignment.entities import resolve_entities
from asreported.alignment.pairs.judgement import judge
from asreported.alignment.phrases.accordgate import FEATURES
from asreported.alignment.phrases.links import weigh_accords
from scripts.train_gate import JUDGED, Trained, load_events, touches

OUT = Path(__file__).parent.parent / "src/asreported/alignment/phrases/accords.json"
RIDGE, HALF_JUDGED = 3.0, 0.1

Rows = tuple[NDArray[np.float64], NDArray[np.int64]]


def label(event: Trained) -> Rows:
    """Return (features, labels): 1 same, 0 other, -2 one side annotated, -1 none."""
    entities = resolve_entities(event.readings)
    told = [tell(g, find_bearers(g, entities)) for g in read_grammars(event.readings)]
    where: dict[str, list[tuple[tuple[int, int], str]]] = defaultdict(list)
    for point in event.gold["points"]:
        for name, account in point["accounts"].items():
            if account["stance"] in JUDGED:
                for span in account["spans"]:
                    where[name].append(((span["start"], span["end"]), point["id"]))

    def points(side: Told, tokens: Sequence[int]) -> set[str]:
        span = side.grammar.span(tokens[0], tokens[-1])
        listed = where[side.grammar.reading.document.name]
        return {key for place, key in listed if touches((span.start, span.end), place)}

    rows, labels = [], []
    judged = judge(event.units, event.pairs)
    for weighed in weigh_accords(told, judged):
        if weighed.apart(judged):
            continue
        one = points(weighed.accord.one, weighed.accord.tokens_a)
        two = points(weighed.accord.two, weighed.accord.tokens_b)
        labels.append(int(bool(one & two)) if one and two else -2 if one or two else -1)
        rows.append(weighed.features)
    return np.array(rows), np.array(labels)


def fit(rows: NDArray[np.float64], labels: NDArray[np.int64]) -> tuple[NDArray[np.float64], float]:
    """Return weights and intercept of a ridge logistic regression."""
    judged = labels != -1
    rows, labels = rows[judged], labels[judged]
    same = (labels == 1).astype(float)
    weight = np.where(labels == -2, HALF_JUDGED, 1.0)
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chance = 1 / (1 + np.exp(-scaled @ beta))
        logs = same * np.log(chance + 1e-12) + (1 - same) * np.log(1 - chance + 1e-12)
        slope = scaled.T @ (weight * (chance - same))
        slope[:-1] += RIDGE * beta[:-1]
        return -(weight * logs).sum() + RIDGE / 2 * (beta[:-1] ** 2).sum(), slope

    start = np.zeros(scaled.shape[1])
    beta = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return beta[:-1] / spread, float(beta[-1] - (beta[:-1] * mean / spread).sum())


def print_left_out(labelled: Sequence[Rows]) -> None:
    """Print what each threshold gets right and wrong in events that were not fitted on."""
    fitted = []
    for out in range(len(labelled)):
        others = [rows for number, rows in enumerate(labelled) if number != out]
        fitted.append(fit(*map(np.concatenate, zip(*others, strict=True))))
    for threshold in (0.5, 0.6, 0.68, 0.75):
        right = wrong = 0
        for (rows, labels), (weights, bias) in zip(labelled, fitted, strict=True):
            said = rows @ weights + bias >= np.log(threshold / (1 - threshold))
            right += int((labels[said] == 1).sum())
            wrong += int((labels[said] == 0).sum())
        print(f"{threshold}: {right} right, {wrong} wrong")


def main() -> None:
    """Print the figures of events left out, and write the weights where asked."""
    trained = load_events([Path(each) for each in sys.argv[1:] if not each.startswith("--")])
    labelled = [rows for rows in map(label, trained) if len(rows[0])]
    print_left_out(labelled)
    if "--write" in sys.argv:
        weights, bias = fit(*map(np.concatenate, zip(*labelled, strict=True)))
        raw = {
            "features": list(FEATURES),
            "weights": [round(float(weight), 4) for weight in weights],
            "intercept": round(bias, 4),
        }
        OUT.write_text(json.dumps(raw, indent=1))


if __name__ == "__main__":
    main()
