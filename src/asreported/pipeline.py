"""The six stages in order.

    sources     inputs                       -> Page
    documents   Page                         -> Document    text as read, labelled regions
    stories     Documents                    -> Story       accounts of one event
    statements  Document, Parse              -> Reading     who says what, figures, dates, names
    alignment   Story, Readings              -> Comparison  what accounts agree on, dispute
    report      Comparisons                  -> ReportData  the findings, every line with its spans

A bad input becomes a `Failure` at the stage that could not use it, and the rest goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from asreported.alignment.compare import compare_story
from asreported.documents.build import read_document
from asreported.errors import InputError
from asreported.language.protocol import Encoder, Parser
from asreported.model.comparison import Comparison
from asreported.model.document import Document
from asreported.model.report import StoryReport
from asreported.model.source import Failure
from asreported.model.statement import Reading
from asreported.model.story import Story
from asreported.report.findings import assemble_story
from asreported.settings import Settings
from asreported.sources.files import read_pages
from asreported.statements.read import read_statements
from asreported.stories.group import group_stories

Progress = Callable[[str, int, int], None]
"""Called with the name of the work, how much is done and how much there is."""


@dataclass(slots=True)
class Pipeline:
    """The stages, bound to one parser, one encoder and one settings value.

    ``failures`` grows while documents are read.
    """

    parser: Parser
    encoder: Encoder
    settings: Settings
    progress: Progress = lambda work, done, total: None
    failures: list[Failure] = field(default_factory=list)

    def documents(self, inputs: Iterable[str | Path]) -> Iterator[Document]:
        """Yield a document for each input that holds one; the others go to ``failures``."""
        for page in read_pages(inputs, self.settings):
            if isinstance(page, Failure):
                self.failures.append(page)
                continue
            try:
                yield read_document(page, self.settings)
            except InputError as error:
                self.failures.append(Failure(page.name, "documents", str(error)))

    def stories(self, documents: Iterable[Document]) -> list[Story]:
        """Return the stories of the documents; equal documents count once."""
        distinct = {document.id: document for document in documents}
        return group_stories([distinct[key] for key in sorted(distinct)], self.settings)

    def readings(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield a reading a document, in order."""
        listed = list(documents)
        for done, (document, parse) in enumerate(
            zip(listed, self.parser.parse(listed), strict=True), start=1
        ):
            yield read_statements(document, parse, self.settings)
            self.progress("reading", done, len(listed))

    def comparison(self, story: Story, readings: Iterable[Reading]) -> Comparison:
        """Return the comparison of one story's accounts."""
        return compare_story(story, list(readings), self.encoder, self.settings)

    def report(self, comparison: Comparison) -> StoryReport:
        """Return the story with its findings in order."""
        return assemble_story(comparison)
