"""All that a skin may call: compare, read, group."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asreported import __version__
from asreported.alignment.entities import resolve_entities
from asreported.language.load import load_encoder, load_parser
from asreported.language.protocol import Parser
from asreported.model.document import Document
from asreported.model.report import ReportData
from asreported.model.source import Failure
from asreported.model.statement import Entity, Reading
from asreported.model.story import Story
from asreported.pipeline import Pipeline, Progress, distinct
from asreported.report.presented import Report
from asreported.settings import Settings
from asreported.sources import files
from asreported.sources.files import Inputs

_BATCH = 16
"""Articles that `read` parses at once: the first is told of soon, and few are held."""


@dataclass(frozen=True, slots=True)
class ReadAccount:
    """One account by itself: its reading, and the entities that its names stand for."""

    reading: Reading
    entities: tuple[Entity, ...]


def compare(
    inputs: Inputs,
    settings: Settings | None = None,
    progress: Progress | None = None,
    parser: Parser | None = None,
) -> Report:
    """Return the report on ``inputs``: files and folders, of articles or of records; or one alone.

    Inputs that cannot be used are listed in the report's ``failures``; the rest is compared. Equal
    inputs give equal reports, in any order. ``parser`` is asked instead of the one that comes with
    the program.
    """
    pipeline = _pipeline(settings, progress, parser)
    documents = {document.id: document for document in distinct(pipeline.documents(inputs))}
    if len(documents) > 1:
        pipeline.encoder.prepare()
    # Stories are looked for meanwhile; most often there is one, told in this order.
    pipeline.begin(documents.values())
    stories = []
    for story in pipeline.stories(documents.values()):
        several = len(story.documents) > 1
        read = pipeline.compared_readings if several else pipeline.readings
        told = pipeline.report(story, read(documents[key] for key in story.documents))
        if told is not None:
            stories.append(told)
    data = ReportData(
        tuple(stories),
        tuple(sorted(pipeline.failures, key=_place)),
        __version__,
        pipeline.settings.fingerprint(),
    )
    return Report(data)


def read(
    inputs: Inputs,
    settings: Settings | None = None,
    progress: Progress | None = None,
    parser: Parser | None = None,
) -> Iterator[ReadAccount | Failure]:
    """Yield one account at a time, in the order of ``inputs``; failures come last.

    ``parser`` is asked instead of the one that comes with the program.
    """
    pipeline = _pipeline(settings, progress, parser)
    batch: list[Document] = []
    for document in pipeline.documents(inputs):
        batch.append(document)
        if len(batch) == _BATCH:
            yield from _read_batch(pipeline, batch)
            batch = []
    yield from _read_batch(pipeline, batch)
    yield from pipeline.failures


def group(
    inputs: Inputs, settings: Settings | None = None
) -> tuple[list[Document], list[Story], list[Failure]]:
    """Return the documents, the stories they tell, and the inputs that could not be used."""
    pipeline = _pipeline(settings, None)
    documents = list(pipeline.documents(inputs))
    return documents, pipeline.stories(documents), pipeline.failures


def left_aside(inputs: Inputs) -> list[Path]:
    """Return the files in folders of ``inputs`` that hold no article, by their endings."""
    return files.left_aside(inputs)


def documents(
    inputs: Inputs, settings: Settings | None = None
) -> tuple[list[Document], list[Failure]]:
    """Return the documents of ``inputs`` without reading further, and what could not be used."""
    pipeline = _pipeline(settings, None)
    return list(pipeline.documents(inputs)), pipeline.failures


def _place(failure: Failure) -> tuple[str, bool, tuple[int, ...], str, str]:
    """Return the place of a failure among others: of a file, its records come first, in order."""
    return failure.file, not failure.record, failure.record, failure.stage, failure.error


def _read_batch(pipeline: Pipeline, batch: list[Document]) -> Iterator[ReadAccount]:
    for reading in pipeline.readings(batch):
        yield ReadAccount(reading, resolve_entities([reading]))


def _pipeline(
    settings: Settings | None, progress: Progress | None, parser: Parser | None = None
) -> Pipeline:
    pipeline = Pipeline(parser or load_parser(), load_encoder(), settings or Settings())
    if progress is not None:
        pipeline.progress = progress
    return pipeline
