#!/usr/bin/env python3
"""Fit the weights that decide whose words a quotation is, and write them as a table.

Usage: fit_sources.py ATTRIBUTIONS.jsonl[.gz] [OUT.tsv]

ATTRIBUTIONS holds records with ``split``, ``text`` and ``attributions`` (PolNeAR in the form that
``asreported`` is measured on); only the train part is used. Run it after ``fit_attributions.py``,
since the rules it judges ask that model. Needs SciPy, which the program itself does not.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from asreported.model.document import Document
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.ranking import Ranker, ranked
from asreported.statements.speech.said import find_scene
from asreported.statements.speech.scene import Scene, Voice
from asreported.statements.speech.voices import find_voices
from scripts.weights import Record, Spans, as_matrix, read_train, write_weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OUT = Path(__file__).parent.parent / "src/asreported/lexicon/source_weights.tsv"
# A feature seen less often than this in the train part gets no weight.
MIN_COUNT = 8
# Weight of the squared weights in what is minimised; joint F1 on dev is flat from 3 to 10.
PENALTY = 6.0
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A quotation: the features of each option, nobody first, and which of them is right."""

    options: list[list[str]]
    right: int


def main(arguments: list[str]) -> None:
    """Read, fit, write."""
    choices = [
        choice
        for record, document, tree in read_train(arguments[0])
        for choice in judged(record["attributions"], document, tree)
    ]
    write_weights(fit(choices), Path(arguments[1]) if len(arguments) > 1 else OUT)


def judged(attributions: list[Record], document: Document, tree: Tree) -> Iterable[Choice]:
    """Yield the quotations, each with the option that people marked, else with nobody."""
    scene, candidates = find_scene(document, tree)
    ranker = Ranker(scene)
    gold = [(places(a["content"]), places(a.get("source", []))) for a in attributions]
    previous: Voice | None = None
    for voice in ranked(scene, find_voices(scene, candidates)):
        marked = source_of(document.text, voice, gold)
        options = ranker.options(voice, previous)
        fits = [o.source for o in options if marked & words_of(scene, o.source)]
        if fits:
            right = voice.source if voice.source in fits else highest(scene, fits)
            options = [o for o in options if o.source == right or o.source not in fits]
            chosen = 1 + next(i for i, o in enumerate(options) if o.source == right)
        else:
            chosen = 0
        rows = [sorted(set(ranker.nobody(voice)))]
        rows += [sorted(set(ranker.features(voice, option, previous))) for option in options]
        yield Choice(rows, chosen)
        previous = voice


def source_of(text: str, voice: Voice, gold: list[tuple[set[int], set[int]]]) -> set[int]:
    """Return the places of the source of the attribution that covers a quotation of ``voice``."""
    runs = [span for span in voice.content if len(_WORD.findall(text[slice(*span)])) >= 3]
    for start, end in runs or voice.content[:1]:
        run = set(range(start, end))
        for content, source in gold:
            if len(content & run) >= 0.8 * len(run):
                return source
    return set()


def places(spans: Spans) -> set[int]:
    """Return the code points of ``spans``."""
    return {place for start, end in spans for place in range(start, end)}


def words_of(scene: Scene, source: int) -> set[int]:
    """Return the code points of the noun phrase of ``source``."""
    return places([scene.tree.span(*scene.tree.noun_phrase(source))])


def highest(scene: Scene, sources: list[int]) -> int:
    """Return the source that stands highest in its sentence, the first of several."""

    def depth(token: int) -> int:
        steps = 0
        while scene.tree.tokens[token].head != token and steps < 50:
            token = scene.tree.tokens[token].head
            steps += 1
        return steps

    return min(sources, key=lambda source: (depth(source), source))


def fit(choices: list[Choice]) -> dict[str, float]:
    """Return the weight of each feature that is frequent enough: a conditional logit."""
    import numpy as np
    from scipy.optimize import minimize

    rows = [row for choice in choices for row in choice.options]
    names, matrix = as_matrix(rows, MIN_COUNT)
    group = np.array([g for g, choice in enumerate(choices) for _ in choice.options])
    right = np.array([float(i == c.right) for c in choices for i in range(len(c.options))])

    def loss(weights: "NDArray[np.float64]") -> "tuple[float, NDArray[np.float64]]":
        scores = matrix @ weights
        top = np.full(len(choices), -np.inf)
        np.maximum.at(top, group, scores)
        exponents = np.exp(scores - top[group])
        sums = np.bincount(group, exponents, len(choices))
        chances = exponents / sums[group]
        likely = (right * (scores - top[group] - np.log(sums[group]))).sum()
        return (
            PENALTY * (weights @ weights) / 2 - likely,
            PENALTY * weights - matrix.T @ (right - chances),
        )

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400}
    )
    return dict(zip(names, found.x, strict=True))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
