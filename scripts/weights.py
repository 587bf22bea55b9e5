"""What the scripts share that fit on PolNeAR: its train part, and the table of weights."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asreported.language.load import load_parser
from asreported.model.document import Document, Region
from asreported.statements.clauses.tree import Tree

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Record = dict[str, Any]
Spans = list[tuple[int, int]]


def read_train(path: str) -> Iterator[tuple[Record, Document, Tree]]:
    """Yield each record of the train part, as a document, with its grammar.

    ``path`` holds a record a line, gzipped or not, with ``split``, ``text`` and ``attributions``.
    """
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        records = [r for r in map(json.loads, lines) if r["split"] == "train"]
    documents = [_as_document(record) for record in records]
    for record, document, parse in zip(
        records, documents, load_parser().parse(documents), strict=True
    ):
        yield record, document, Tree(parse)


def _as_document(record: Record) -> Document:
    """Return the record's text with a region a line, the first a headline."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", record["text"])
    regions = tuple(
        Region(line.start(), line.end(), "body" if index else "headline", "a line")
        for index, line in enumerate(lines)
    )
    return Document(record["id"], record["id"], record["text"], "en", regions)


def as_matrix(rows: Iterable[list[str]], least: int) -> tuple[list[str], "csr_matrix"]:
    """Return the features that ``least`` rows have, in order, and a sparse row of 0 and 1 a row."""
    from scipy.sparse import csr_matrix

    rows = list(rows)
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(feature for feature, number in counts.items() if number >= least)
    index = {name: place for place, name in enumerate(names)}
    at = [(r, index[f]) for r, row in enumerate(rows) for f in row if f in index]
    ones = ([1.0] * len(at), tuple(zip(*at, strict=True)))
    return names, csr_matrix(ones, (len(rows), len(names)))


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Write the table, weights near 0 left out."""
    lines = ["feature\tweight\tsource"]
    for name, weight in sorted(weights.items()):
        if abs(weight) >= 0.02:
            lines.append(f"{name}\t{weight:.3f}\tfitted on PolNeAR train")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
