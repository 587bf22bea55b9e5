"""Read an article from its text, and what does not add up in it."""

from collections.abc import Sequence

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.settings import Settings
from asreported.statements.read import read_statements


def internals_of(text: str) -> list[tuple[str, list[str]]]:
    """Return the reason, and the words of the spans, of each thing that does not add up."""
    document = read_document(Page("one.txt", text, "text", {}), Settings())
    reading = read_statements(document, next(iter(load_parser().parse([document]))))
    return [(i.reason, [document.quote(span) for span in i.spans]) for i in reading.internals]


def assert_odd(text: str, said: str, words: Sequence[str]) -> None:
    """Fail unless a reason says ``said``, with each of ``words`` in a span of it."""
    found = [(reason, spans) for reason, spans in internals_of(text) if said in reason]
    assert any(all(any(w in s for s in spans) for w in words) for _, spans in found), found
