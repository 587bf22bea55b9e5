"""Real reports keep the contract: schema, spans, ids, order, bytes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from asreported.library import compare
from asreported.model import comparison, document, statement, story
from asreported.model.wire import dumps
from tests.contracts.schema import DOCUMENT, REPORT, STATEMENT, STORY, fields_of

Json = dict[str, Any]

INTERNAL = {"form", "change"}
"""Fields that one stage leaves for the next, and that say nothing to a reader of the report."""


@pytest.fixture(scope="module")
def report(example_files: list[Path]) -> Json:
    return compare(example_files).to_dict()


def spans(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        if {"document", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


def test_report_matches_the_schema(report: Json) -> None:
    jsonschema.Draft202012Validator.check_schema(REPORT)
    jsonschema.Draft202012Validator(REPORT).validate(report)


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        (DOCUMENT, document.Document),
        (STATEMENT, statement.Statement),
        (STORY["properties"]["points"]["items"], comparison.Point),
        (STORY["properties"]["conflicts"]["items"], comparison.Conflict),
        (STORY["properties"]["quote_variants"]["items"], comparison.QuoteVariants),
        (STORY["properties"]["framing"]["items"], comparison.Framing),
        (STORY["properties"]["reuse"]["items"], story.Reuse),
        (STORY["properties"]["entities"]["items"], statement.Entity),
        (STORY["properties"]["dates"]["items"], statement.DateMention),
    ],
)
def test_schema_names_the_fields_of_the_model(schema: Json, kind: type) -> None:
    assert set(schema["properties"]) == fields_of(kind) - INTERNAL


def test_every_span_is_verbatim(report: Json) -> None:
    texts = {entry["id"]: entry["text"] for entry in report["documents"]}
    found = list(spans(report))
    assert found
    for span in found:
        assert texts[span["document"]][span["start"] : span["end"]] == span["text"]


def test_every_id_leads_somewhere(report: Json) -> None:
    (told,) = report["stories"]
    documents = {entry["id"] for entry in report["documents"]}
    statements = {entry["id"] for entry in told["statements"]}
    assert len(statements) == len(told["statements"])
    for point in told["points"]:
        assert set(point["statements"]) <= statements
        assert set(point["accounts"]) <= documents
    assert sorted(key for group in told["origin_groups"] for key in group) == sorted(documents)


def test_what_stands_in_quotation_marks_is_verbatim(report: Json) -> None:
    """A finding shows nothing between quotation marks that is not the text of one of its spans."""
    findings = [finding for told in report["stories"] for finding in told["findings"]]
    assert findings
    for finding in findings:
        verbatim = [span["text"] for span in finding["spans"]]
        for part in finding["text"].split("“")[1:]:
            assert part.split("”")[0] in verbatim, finding["text"]


def test_regions_cover_the_text_once(report: Json) -> None:
    for entry in report["documents"]:
        held = [False] * len(entry["text"])
        for region in entry["regions"]:
            assert not any(held[region["start"] : region["end"]])
            held[region["start"] : region["end"]] = [True] * (region["end"] - region["start"])
        lost = [c for c, kept in zip(entry["text"], held, strict=True) if not kept and c.strip()]
        assert not lost, entry["name"]


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_same_bytes_from_any_order_and_hash_seed(
    example_files: list[Path], report: Json, seed: str
) -> None:
    shift = int(seed) % len(example_files)
    files = example_files[shift:] + example_files[:shift]
    command = [sys.executable, "-m", "asreported", "compare", *map(str, files), "--format", "json"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert run.stdout.decode() == dumps(report) + "\n"
