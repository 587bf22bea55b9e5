"""Cut every sentence of the article into the clauses that carry a fact, with their slots."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.statement import Clause, Slots, Statement


def cut_clauses(document: Document, parse: Parse, said: Sequence[Statement]) -> tuple[Clause, ...]:
    """Return the clauses in text order, each with the statement in ``said`` that voices it."""
    clauses = []
    for sentence in parse.sentences:
        tokens = parse.tokens[sentence.first : sentence.last]
        span = document.span(tokens[0].start, tokens[-1].end)
        clauses.append(Clause(span, span, Slots(), None, sentence.kind))
    return tuple(clauses)


def own_statements(document: Document, clauses: Sequence[Clause]) -> tuple[Statement, ...]:
    """Return a statement of kind ``own`` for each clause in the outlet's own voice."""
    return tuple(
        Statement(
            content_id("t", document.id, "own", clause.span.start, clause.span.end),
            "own",
            clause.span,
            (clause.span,),
            region=clause.region,
        )
        for clause in clauses
        if clause.voice is None
    )
