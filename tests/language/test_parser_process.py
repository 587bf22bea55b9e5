"""The parser in a process of its own finds what the parser finds, whatever becomes of it."""

import sys
from collections.abc import Iterator

import pytest

from asreported.language.parser_process import ParserProcess
from asreported.language.spacy_parser import SpacyParser
from asreported.model.document import Document, Region

_ONCE = """
import pickle, sys
from asreported.language import parser_process as p
from asreported.language.spacy_parser import SpacyParser
documents = pickle.load(sys.stdin.buffer)
parse = next(SpacyParser().parse(documents))
pickle.dump(p._columns(parse), sys.stdout.buffer)
"""


@pytest.fixture
def documents() -> list[Document]:
    texts = (
        "The ferry left Port Ansel at noon. Mayor Ida Brandt waved.",
        "“It did not sink,” she said.",
        "Nobody was hurt, the harbour office reported on Monday.",
    )
    return [
        Document(f"d{place}", "a.txt", text, "en", (Region(0, len(text), "body", ""),))
        for place, text in enumerate(texts)
    ]


@pytest.fixture
def process() -> Iterator[ParserProcess]:
    with ParserProcess() as process:
        yield process


def test_it_finds_what_the_parser_finds(process: ParserProcess, documents: list[Document]) -> None:
    expected = list(SpacyParser().parse(documents))
    assert list(process.parse(documents)) == expected
    assert list(process.parse(documents[1:])) == expected[1:]
    assert not process._lost, "the caller parsed, not the process"
    assert (process.name, process.languages) == (SpacyParser.name, SpacyParser.languages)


def test_nothing_to_parse(process: ParserProcess) -> None:
    assert list(process.parse([])) == []


def test_what_was_begun_may_be_asked_for_in_any_order_and_twice(
    process: ParserProcess, documents: list[Document]
) -> None:
    expected = list(SpacyParser().parse(documents))
    process.begin(documents)
    asked = process.parse(reversed(documents))
    assert next(asked) == expected[2]
    assert list(process.parse([documents[0], documents[0]])) == [expected[0]] * 2
    assert list(asked) == [expected[1], expected[0]]
    assert not process._lost


def test_after_its_end_the_caller_parses(documents: list[Document]) -> None:
    with ParserProcess() as process:
        process.begin(documents)
    assert list(process.parse(documents)) == list(SpacyParser().parse(documents))


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("raise SystemExit(3)", id="ends at once"),
        pytest.param(_ONCE, id="ends after one parse"),
        pytest.param("print('no parse' * 99)", id="says something else"),
    ],
)
def test_what_it_does_not_parse_the_caller_parses(script: str, documents: list[Document]) -> None:
    expected = list(SpacyParser().parse(documents))
    with ParserProcess(("-c", script)) as process:
        assert list(process.parse(documents)) == expected
        assert process._lost


def test_without_a_python_to_start_the_caller_parses(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with ParserProcess() as process:
        assert len(list(process.parse(documents))) == len(documents)


def test_a_library_that_prints_does_not_disturb(documents: list[Document]) -> None:
    script = "import asreported.language.parser_process as p, builtins\n" + (
        "import asreported.language.spacy_parser as s\n"
        "s.SpacyParser.prepare = lambda self: print('loading', flush=True)\n"
        "p._main()"
    )
    with ParserProcess(("-c", script)) as process:
        assert list(process.parse(documents)) == list(SpacyParser().parse(documents))
        assert not process._lost
