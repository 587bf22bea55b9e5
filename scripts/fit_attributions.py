#!/usr/bin/env python3
"""Fit the weights that decide what is an attribution, and write them as a table.

Usage: fit_attributions.py ATTRIBUTIONS.jsonl[.gz] [OUT.tsv]

ATTRIBUTIONS holds records with ``split``, ``text`` and ``attributions`` (PolNeAR in the form that
``asreported`` is measured on); only the train part is used. Needs scikit-learn, which the program
itself does not.
"""

import sys
from pathlib import Path

from asreported.model.document import Document
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.attributions import features
from asreported.statements.speech.cues import Candidate, propose
from asreported.statements.speech.quotes import find_paragraphs, find_quotations
from scripts.weights import Record, Spans, as_matrix, read_train, write_weights

OUT = Path(__file__).parent.parent / "src/asreported/lexicon/attribution_weights.tsv"
# A feature seen less often than this in the train part gets no weight.
MIN_COUNT = 6
REGULARISATION = 0.35


def main(arguments: list[str]) -> None:
    """Read, fit, write."""
    rows, labels = [], []
    for record, document, tree in read_train(arguments[0]):
        for candidate, right in judged(record, document, tree):
            rows.append(sorted(set(features(tree, candidate))))
            labels.append(right)
    write_weights(fit(rows, labels), Path(arguments[1]) if len(arguments) > 1 else OUT)


def judged(record: Record, document: Document, tree: Tree) -> list[tuple[Candidate, bool]]:
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


def letters(text: str, spans: Spans) -> set[int]:
    """Return the places of letters and digits in ``spans``."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def fit(rows: list[list[str]], labels: list[bool]) -> dict[str, float]:
    """Return the weight of each feature that is frequent enough."""
    from sklearn.linear_model import LogisticRegression

    names, matrix = as_matrix(rows, MIN_COUNT)
    model = LogisticRegression(C=REGULARISATION, fit_intercept=False, max_iter=2000)
    model.fit(matrix, labels)
    return dict(zip(names, model.coef_[0], strict=True))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
