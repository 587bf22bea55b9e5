"""An editor's nine probes: pairs of tiny accounts, invented, twenty a probe.

Each probe says what an editor expects of the pair: a conflict of a fitting kind and no agreement,
nothing at all, or agreement.
"""

from functools import cache
from pathlib import Path

import pytest

from asreported.alignment.compare import compare_story
from asreported.documents.build import read_document
from asreported.language.load import load_encoder, load_parser
from asreported.model.comparison import Comparison
from asreported.model.document import Document
from asreported.model.source import Page
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.statements.read import read_statements

_FOLDER = Path(__file__).parent / "probes"
_FITTING = {
    "negation": {"polarity"},
    "scope": {"scope", "polarity"},
    "phase": {"polarity", "update", "scope"},
    "number": {"number", "update"},
    "unit": {"number", "update"},
    "roles": {"agent"},
}
_SAME = {"same"}
_APART = {"negation", "roles", "occasion"}
"""Probes whose two accounts may never be joined in a point."""

# What is reached. A floor may rise, never fall.
_FLOORS = {
    "negation": 1.0,
    "scope": 0.95,
    "phase": 0.9,
    "number": 1.0,
    "unit": 1.0,
    "roles": 0.95,
    "occasion": 1.0,
    "sums": 0.95,
    "same": 0.95,
}
_AIM, _FALSE_MERGES = 0.9, 0.03
"""Share of all pairs that are right at least; of those that may not be joined, joined at most."""


def read_pairs(probe: str) -> list[tuple[str, str, str]]:
    """Return (account, account, expectation) for each line of a probe."""
    pairs = []
    for line in (_FOLDER / f"{probe}.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        expected = cells[2] if len(cells) > 2 else "conflict" if probe in _FITTING else "none"
        pairs.append((cells[0], cells[1], expected))
    return pairs


@cache
def compare_pairs(probe: str) -> tuple[Comparison, ...]:
    """Return the comparison of each pair of a probe."""
    settings = Settings()
    documents: list[Document] = []
    for number, (a, b, _) in enumerate(read_pairs(probe)):
        for name, text in (("a", a), ("b", b)):
            page = Page(f"{probe}-{number}-{name}.txt", f"{text}\n", "text", {"date": "2019-05-14"})
            documents.append(read_document(page, settings))
    parses = list(load_parser().parse(documents))
    readings = [
        read_statements(document, parse) for document, parse in zip(documents, parses, strict=True)
    ]
    found = []
    for first in range(0, len(readings), 2):
        pair = readings[first : first + 2]
        ids = tuple(sorted(reading.document.id for reading in pair))
        story = Story(f"s{first}", ids, (), tuple((each,) for each in ids))
        found.append(compare_story(story, pair, load_encoder()))
    return tuple(found)


def is_joined(comparison: Comparison) -> bool:
    """Return whether a point holds statements of both accounts and calls them agreed."""
    return any(
        len(point.accounts) > 1 and point.agreement != "conflict" for point in comparison.points
    )


def is_right(probe: str, comparison: Comparison, expected: str) -> bool:
    """Return whether the comparison has what an editor expects of the pair."""
    kinds = {conflict.kind for conflict in comparison.conflicts}
    if probe in _SAME:
        return is_joined(comparison) and not kinds
    if expected == "none":
        return not kinds and not (probe in _APART and is_joined(comparison))
    return bool(kinds & _FITTING[probe]) and not (probe in _APART and is_joined(comparison))


@pytest.mark.parametrize("probe", sorted(_FLOORS))
def test_probe(probe: str) -> None:
    """Each probe is answered as an editor would, as often as it was before at least."""
    pairs = read_pairs(probe)
    right = [
        is_right(probe, comparison, expected)
        for comparison, (_, _, expected) in zip(compare_pairs(probe), pairs, strict=True)
    ]
    wrong = [pair for pair, good in zip(pairs, right, strict=True) if not good]
    assert sum(right) / len(right) >= _FLOORS[probe], wrong


def test_all_probes() -> None:
    """Over all probes nine pairs in ten are right, and hardly any is joined that may not be."""
    right, apart, joined = [], 0, 0
    for probe in _FLOORS:
        pairs = zip(compare_pairs(probe), read_pairs(probe), strict=True)
        for comparison, (_, _, expected) in pairs:
            right.append(is_right(probe, comparison, expected))
            apart += probe in _APART
            joined += probe in _APART and is_joined(comparison)
    assert sum(right) / len(right) >= _AIM
    assert joined / apart <= _FALSE_MERGES
