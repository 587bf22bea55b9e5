"""Sentences cut into clauses, as annotated text, and what each clause says, slot by slot.

The table is in ``clauses.txt``; the event and all names are invented. ``[`` and ``]`` stand where a
clause begins and ends. A readout is: agent, predicate, patient ("-" for none), then obliques as
``preposition:head``, the other slots as ``name=heads``, and flags: NOT, passive, the phase, the
modality, and "said" where the clause stands in somebody's mouth.
"""

import re
import time
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from asreported.language.load import load_parser
from asreported.model.document import Document, Region
from asreported.model.statement import Clause, Filler, Reading
from asreported.statements.clauses.clauses import cut_clauses, own_statements
from asreported.statements.clauses.tree import Tree
from asreported.statements.read import read_statements
from tests.statements.reader import read

TABLE = Path(__file__).with_name("clauses.txt")


def _cases() -> list[ParameterSet]:
    """Return (kind of region, annotated line, readouts) for each sentence of the table."""
    cases: list[tuple[str, str, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            cases[-1][2].append(line.strip())
        elif line and not line.startswith("#"):
            kind, _, annotated = line.rpartition("| ")
            cases.append((kind or "body", annotated, []))
    return [pytest.param(*c, id="-".join(re.findall(r"\w{4,}", c[1])[:5])) for c in cases]


@pytest.mark.parametrize(("kind", "annotated", "readouts"), _cases())
def test_clauses(kind: str, annotated: str, readouts: list[str]) -> None:
    reading = _read_line(annotated.replace("[", "").replace("]", ""), kind)
    assert _annotate(reading) == annotated
    assert [_readout(clause) for clause in reading.clauses] == readouts


def test_a_clause_names_its_sentence_and_voice() -> None:
    text = "The mayor of Port Verrin said the dam had burst. Nobody was hurt."
    reading = _read_line(text, "body")
    said, own = reading.clauses
    quote = reading.document.quote
    assert quote(said.sentence) == "The mayor of Port Verrin said the dam had burst."
    (statement,) = [s for s in reading.statements if s.id == said.voice]
    assert quote(statement.content[0]) == "the dam had burst"
    assert own.voice is None
    assert [quote(s.span) for s in own_statements(reading.document, reading.clauses)] == [
        "Nobody was hurt"
    ]


def test_clauses_are_in_text_order_and_distinct() -> None:
    reading = read(
        "Dam bursts above Port Verrin\n\n"
        "The dam burst on Sunday, flooding three villages and killing four people.\n"
        "“We lost the house, the barn and the boat,” said Olan Pell, who lives by the quay."
    )
    spans = [clause.span for clause in reading.clauses]
    assert spans == sorted(set(spans))
    assert len(spans) >= 6


def test_no_sentences_no_clauses() -> None:
    text = "Nothing here is article text."
    document = Document("d1", "a.txt", text, "en", (Region(0, len(text), "comments", ""),))
    assert cut_clauses(document, Tree(next(iter(load_parser().parse([document])))), ()) == ()


@pytest.mark.parametrize(
    "unit", ["he fell and ", "he said that ", "the king of ", "a, ", '"a" ', "who who ", "to go "]
)
def test_time_is_bounded_on_endless_sentences(unit: str) -> None:
    text = unit * (12_000 // len(unit))
    document = Document("d1", "a.txt", text, "en", (Region(0, len(text), "body", ""),))
    parse = next(iter(load_parser().parse([document])))
    began = time.process_time()
    cut_clauses(document, Tree(parse), ())
    assert time.process_time() - began < 2


def _read_line(text: str, kind: str) -> Reading:
    document = Document("d1", "a.txt", text, "en", (Region(0, len(text), kind, "test"),))
    return read_statements(document, next(iter(load_parser().parse([document]))))


def _annotate(reading: Reading) -> str:
    text = reading.document.text
    opening = [(c.span.start, 1, -c.span.end, "[") for c in reading.clauses]
    closing = [(c.span.end, 0, -c.span.start, "]") for c in reading.clauses]
    pieces, last = [], 0
    for at, _, _, mark in sorted(opening + closing):
        pieces += [text[last:at], mark]
        last = at
    return "".join(pieces) + text[last:]


def _readout(clause: Clause) -> str:
    slots = clause.slots
    parts = [_head(slots.agent), _head(slots.predicate), _head(slots.patient)]
    parts += [f"{preposition}:{filler.head}" for preposition, filler in slots.obliques]
    for name in ("scope", "time", "place", "cause"):
        heads = [filler.head for filler in getattr(slots, name)]
        parts += [f"{name}={','.join(heads)}"] if heads else []
    flags = {"NOT": slots.negated, "passive": slots.passive}
    parts += [flag for flag, is_set in flags.items() if is_set]
    parts += [word for word in (slots.phase, slots.modality) if word]
    parts += ["said"] if clause.voice else []
    return " ".join(parts)


def _head(filler: Filler | None) -> str:
    return filler.head if filler is not None else "-"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Byrne mocked the laughable idea that the army had lost the war.", True),
        ("The absurd notion that the mayor stole the election is everywhere.", True),
        ("There is no evidence that the army had lost the war.", True),
        ("There is evidence that the army had lost the war.", False),
        ("The notion that the mayor stole the election is everywhere.", False),
    ],
)
def test_what_is_laughable_is_not_told(text: str, negated: bool) -> None:
    """The clause that is called so is told as one that is denied."""
    told = [
        c for c in read(text).clauses if text[c.span.start :].startswith(("the army", "the mayor"))
    ]
    assert [clause.slots.negated for clause in told] == [negated]
