#!/usr/bin/env python3
"""Fit the weights that decide what is an attribution, and write them as a table.

Usage: fit_attributions.py ATTRIBUTIONS.jsonl[.gz] [OUT.tsv]

ATTRIBUTIONS holds records with ``split``, ``text`` and ``attributions`` (PolNeAR in the form that
``asreported`` is measured on); only the train part is used. Needs scikit-learn, which the program
itself does not.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from asreported.language.load import load_parser
from asreported.model.document import Document, Region
from asreported.statements.attributions import features
from asreported.statements.cues import Candidate, propose
from asreported.statements.quotes import find_paragraphs, find_quotations
from asreported.statements.tree import Tree

OUT = Path(__file__).parent.parent / "src/asreported/lexicon/attribution_weights.tsv"
# A feature seen less often than this in the train part gets no weight.
MIN_COUNT = 6
REGULARISATION = 0.35


def main(arguments: list[str]) -> None:
    """Read, fit, write."""
    path = arguments[0]
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [r for r in map(json.loads, lines) if r["split"] == "train"]
    documents = [as_document(record) for record in records]
    rows, labels = [], []
    for record, document, parse in zip(
        records, documents, load_parser().parse(documents), strict=True
    ):
        tree = Tree(parse)
        for candidate, right in judged(record, document, tree):
            rows.append(sorted(set(features(tree, candidate))))
            labels.append(right)
    write(fit(rows, labels), Path(arguments[1]) if len(arguments) > 1 else OUT)


def as_document(record: dict) -> Document:
    """Return the record's text with a region a line, the first a headline."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", record["text"])
    regions = tuple(
        Region(line.start(), line.end(), "body" if index else "headline", "a line")
        for index, line in enumerate(lines)
    )
    return Document(record["id"], record["id"], record["text"], "en", regions)


def judged(record: dict, document: Document, tree: Tree) -> list[tuple[Candidate, bool]]:
    """Return the candidates outside of quotations, each with whether people marked it.

    Right is content at IoU >= .5 and, where people marked a source, a source that overlaps it.
    What lies in quotation marks is left out: it is a quotation whoever introduces it.
    """
    text = document.text
    quoted = [False] * (len(text) + 1)
    for quotation in find_quotations(text, find_paragraphs(document)):
        quoted[quotation.start : quotation.end] = [True] * (quotation.end - quotation.start)
    gold = [
        (letters(text, a["content"]), letters(text, a.get("source", [])))
        for a in record["attributions"]
    ]
    found = []
    for candidate in propose(tree):
        said = letters(text, [tree.span(*part) for part in candidate.content])
        inside = sum(quoted[place] for place in said)
        if quoted[tree.tokens[candidate.cue].start] or inside > 0.8 * len(said):
            continue
        source = set()
        if candidate.source is not None:
            source = letters(text, [tree.span(*tree.noun_phrase(candidate.source))])
        right = any(
            len(said & content) >= 0.5 * len(said | content) and bool(whose & source or not whose)
            for content, whose in gold
        )
        found.append((candidate, right))
    return found


def letters(text: str, spans: list) -> set[int]:
    """Return the places of letters and digits in ``spans``."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def fit(rows: list[list[str]], labels: list[bool]) -> dict[str, float]:
    """Return the weight of each feature that is frequent enough."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(feature for row in rows for feature in row)
    names = sorted(f for f, n in counts.items() if n >= MIN_COUNT)
    index = {name: i for i, name in enumerate(names)}
    at = [(r, index[f]) for r, row in enumerate(rows) for f in row if f in index]
    matrix = csr_matrix(([1.0] * len(at), tuple(zip(*at, strict=True))), (len(rows), len(names)))
    model = LogisticRegression(C=REGULARISATION, fit_intercept=False, max_iter=2000)
    model.fit(matrix, labels)
    return dict(zip(names, model.coef_[0], strict=True))


def write(weights: dict[str, float], path: Path) -> None:
    """Write the table, weights near 0 left out."""
    lines = ["feature\tweight\tsource"]
    for name, weight in sorted(weights.items()):
        if abs(weight) >= 0.02:
            lines.append(f"{name}\t{weight:.3f}\tfitted on PolNeAR train")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
