"""The stages in order: what breaks one input leaves the others, and nothing is lost silently."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import asreported.pipeline
from asreported.language.load import load_encoder, load_parser
from asreported.library import compare, group, read
from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.source import Failure
from asreported.pipeline import Pipeline
from asreported.settings import Settings


def test_a_lone_article_is_a_story_of_one(example_files: list[Path]) -> None:
    report = compare(example_files[:1])
    (story,) = report.stories
    assert len(story.comparison.readings) == 1
    assert not story.comparison.conflicts


def test_no_inputs_give_an_empty_report() -> None:
    report = compare([])
    assert report.stories == ()
    assert report.failures == ()


def test_equal_inputs_count_once(example_files: list[Path]) -> None:
    assert (
        compare([*example_files[:2], example_files[0]]).to_dict()
        == compare(example_files[:2]).to_dict()
    )


def test_a_document_that_breaks_a_stage_is_a_failure(
    example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asreported.pipeline.read_statements

    def breaks(document: Document, parse: Parse) -> object:
        if document.name == "northline.txt":
            raise RuntimeError("a bug")
        return whole(document, parse)

    monkeypatch.setattr(asreported.pipeline, "read_statements", breaks)
    report = compare(example_files)
    assert [(f.name, f.stage) for f in report.failures] == [("northline.txt", "statements")]
    assert "a bug" in report.failures[0].error
    documents = [d["name"] for d in report.to_dict()["documents"]]
    assert len(documents) == len(example_files) - 1
    assert "northline.txt" not in documents


def test_a_text_that_breaks_the_parser_is_a_failure(example_files: list[Path]) -> None:
    class Breaks:
        def __init__(self) -> None:
            self.whole = load_parser()
            self.name, self.languages = self.whole.name, self.whole.languages

        def begin(self, documents: Iterable[Document]) -> None:
            pass

        def parse(self, documents: Iterable[Document]) -> Iterator[Parse]:
            listed = list(documents)
            # Like a parser that takes many at once: it does not say which of them it is.
            if any(document.name == "northline.txt" for document in listed):
                raise RuntimeError("a bug")
            yield from self.whole.parse(listed)

    report = compare(example_files, parser=Breaks())
    assert [(f.name, f.stage) for f in report.failures] == [("northline.txt", "statements")]
    assert "a bug" in report.failures[0].error
    assert len(report.to_dict()["documents"]) == len(example_files) - 1


@pytest.mark.parametrize(
    ("entry", "stage"), [("compare_story", "alignment"), ("assemble_story", "report")]
)
def test_a_story_that_breaks_the_comparison_is_a_failure_of_each_account(
    entry: str, stage: str, example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> object:
        raise RuntimeError("a bug")

    monkeypatch.setattr(asreported.pipeline, entry, breaks)
    report = compare(example_files)
    assert report.stories == ()
    assert [f.name for f in report.failures] == sorted(path.name for path in example_files)
    assert {f.stage for f in report.failures} == {stage}


def test_which_of_two_equal_records_is_kept_does_not_depend_on_their_order(
    tmp_path: Path, example_files: list[Path]
) -> None:
    text = example_files[0].read_text("utf-8")
    record = {"url": "https://verrin.example/fire", "title": "Fire", "text": text}
    told = []
    for dates in (("2026-04-14", "2025-04-14"), ("2025-04-14", "2026-04-14")):
        path = tmp_path / "records.jsonl"
        path.write_text("\n".join(json.dumps({**record, "date": d}) for d in dates), "utf-8")
        told.append(compare([path]).to_dict())
    assert told[0] == told[1]
    assert len(told[0]["documents"]) == 1


GERMAN = (
    "Brand im Hafen von Verrin\n\n"
    "Bei einem Brand in einem Lager sind am Dienstag vierzehn Menschen "
    "verletzt worden. Der Bürgermeister sagte, niemand dürfe nach Hause zurückkehren. Die Ursache "
    "ist noch nicht bekannt, teilte die Feuerwehr mit, und die Straßen sind gesperrt.\n"
)


def test_t17_another_language_is_recorded_and_skipped_visibly(
    tmp_path: Path, example_files: list[Path]
) -> None:
    path = tmp_path / "german.txt"
    path.write_text(GERMAN, "utf-8")
    (account,) = read([path])
    assert not isinstance(account, Failure)
    assert account.reading.document.language == "de"
    assert account.reading.statements == ()
    assert "de" in account.reading.skipped[0]
    report = compare([path, *example_files], Settings(one_story=True)).to_dict()
    (story,) = report["stories"]
    german = next(d["id"] for d in report["documents"] if d["name"] == "german.txt")
    assert any(german in gap["documents"] for gap in story["not_measured"])
    assert not any(
        absence["document"] == german for point in story["points"] for absence in point["absent"]
    )


def test_reading_and_grouping_do_not_load_the_encoder(
    example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the encoder was asked")

    monkeypatch.setattr("asreported.language.minilm._session", refuse)
    assert len(list(read(example_files[:2]))) == 2
    documents, stories, failures = group(example_files)
    assert len(documents) == len(example_files)
    assert len(stories) == 1
    assert not failures


def test_grouping_does_not_parse(
    example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object, documents: Iterable[Document]) -> Iterator[Parse]:
        raise AssertionError("the parser was asked")

    monkeypatch.setattr("asreported.language.spacy_parser.SpacyParser.parse", refuse)
    assert len(group(example_files)[1]) == 1


def test_progress_is_told(example_files: list[Path]) -> None:
    told: list[tuple[str, int, int]] = []
    pipeline = Pipeline(load_parser(), load_encoder(), Settings(), lambda *step: told.append(step))
    list(pipeline.readings(pipeline.documents(example_files[:2])))
    assert told == [("reading", 1, 2), ("reading", 2, 2)]
