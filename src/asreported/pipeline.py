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
from functools import partial

from asreported.alignment.compare import compare_story
from asreported.documents.build import read_document
from asreported.errors import InputError
from asreported.language.protocol import Encoder, Parser
from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.report import StoryReport
from asreported.model.source import Failure
from asreported.model.statement import Reading
from asreported.model.story import Story
from asreported.report.findings import assemble_story
from asreported.settings import Settings
from asreported.sources.files import Inputs, read_pages
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
    progress: Progress = lambda *_: None
    failures: list[Failure] = field(default_factory=list)

    def documents(self, inputs: Inputs) -> Iterator[Document]:
        """Yield a document for each input that holds one; the others go to ``failures``."""
        for page in read_pages(inputs, self.settings):
            if isinstance(page, Failure):
                self.failures.append(page)
                continue
            try:
                yield read_document(page, self.settings)
            except Exception as error:
                self._record(page.path or page.name, "documents", error)

    def begin(self, documents: Iterable[Document]) -> None:
        """Begin to parse what `readings` will be asked for."""
        self.parser.begin(self._readable(documents))

    def stories(self, documents: Iterable[Document]) -> list[Story]:
        """Return the stories of the documents, largest first; equal documents count once."""
        stories = group_stories(distinct(documents), self.settings)
        return sorted(stories, key=lambda story: -len(story.documents))

    def readings(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield a reading a document, in order; one that breaks the stage goes to ``failures``.

        A document in a language that the parser does not know is yielded with no statements, and
        says so in `Reading.skipped`.
        """
        listed = list(documents)
        parses = self._parses(self._readable(listed))
        for done, document in enumerate(listed, start=1):
            if document.language not in self.parser.languages:
                yield _unread(document)
            else:
                try:
                    yield read_statements(document, next(parses)())
                except Exception as error:
                    self._record(document.name, "statements", error)
            self.progress("reading", done, len(listed))

    def compared_readings(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield what `readings` yields, while the encoder begins on what there is to compare."""
        for reading in self.readings(documents):
            spans = sorted({clause.sentence for clause in reading.clauses})
            self.encoder.begin([[t.text for t in reading.tokens_in(span)] for span in spans])
            yield reading
        self.encoder.begin((), last=True)

    def report(self, story: Story, readings: Iterable[Reading]) -> StoryReport | None:
        """Return the story with its findings in order, or None: its accounts are in ``failures``.

        ``readings`` are those of its accounts that could be read, and may be none.
        """
        read = list(readings)
        kept = story.restricted(reading.document.id for reading in read)
        if kept is None:
            return None
        stage = "alignment"
        try:
            compared = compare_story(kept, read, self.encoder)
            stage = "report"
            return assemble_story(compared)
        except Exception as error:
            for reading in read:
                self._record(reading.document.name, stage, error)
            return None

    def _readable(self, documents: Iterable[Document]) -> list[Document]:
        return [d for d in documents if d.language in self.parser.languages]

    def _parses(self, documents: list[Document]) -> Iterator[Callable[[], Parse]]:
        """Yield for each document what gives its parse, or raises the parser's error with it.

        A parser that takes many documents at once names none of them when it fails: from there on
        each is parsed by itself.
        """
        parses = self.parser.parse(documents)
        for place in range(len(documents)):
            try:
                parse = next(parses)
            except Exception:
                yield from (partial(self._parse_alone, left) for left in documents[place:])
                return
            yield partial(_given, parse)

    def _parse_alone(self, document: Document) -> Parse:
        (parse,) = self.parser.parse([document])
        return parse

    def _record(self, name: str, stage: str, error: Exception) -> None:
        """Keep an input's error as a failure: one bad page must not stop the others."""
        told = f"{type(error).__name__}: {error} [unexpected]"
        if isinstance(error, InputError):
            told = f"{error.detail} [{error.code}]"
        told = f"{name}: {told}"
        self.failures.append(Failure(name, stage, told))


def distinct(documents: Iterable[Document]) -> list[Document]:
    """Return each document once, by id.

    Records of one name and text have one id, and may differ in their fields: which of them is kept
    does not depend on their order.
    """
    kept: dict[str, Document] = {}
    for document in documents:
        other = kept.setdefault(document.id, document)
        # All of a document is told to compare it: that is only done where two have one id.
        if other is not document and repr(document) < repr(other):
            kept[document.id] = document
    return [kept[key] for key in sorted(kept)]


def _given(parse: Parse) -> Parse:
    return parse


def _unread(document: Document) -> Reading:
    tongue = "not known" if document.language == "und" else document.language
    reason = f"statements: the language is {tongue}, and no parser for it is installed"
    return Reading(document, Parse(document.id, (), (), ""), *((),) * 6, (reason,))
