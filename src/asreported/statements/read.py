"""Read one account: who says what in it, and what it counts, dates and names."""

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.statement import Clause, Reading, Slots, Statement
from asreported.settings import Settings


def read_statements(document: Document, parse: Parse, settings: Settings) -> Reading:
    """Return the reading of ``document``, whose grammar is ``parse``."""
    clauses = []
    statements = []
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last]
        span = document.span(tokens[0].start, tokens[-1].end)
        clauses.append(Clause(span, span, Slots(), None, sentence.kind))
        identity = content_id("t", document.id, "own", span.start, span.end)
        statements.append(Statement(identity, "own", span, (span,), region=sentence.kind))
    return Reading(document, parse, tuple(statements), tuple(clauses), (), (), (), ())
