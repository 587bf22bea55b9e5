"""Read one account: who says what in it, and what it counts, dates and names."""

from dataclasses import replace

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Reading
from asreported.statements.clauses.clauses import cut_clauses, own_statements
from asreported.statements.clauses.tree import Tree
from asreported.statements.inside.internals import find_internals
from asreported.statements.measures.dates import find_dates
from asreported.statements.measures.quantities import find_quantities
from asreported.statements.mentions import find_mentions
from asreported.statements.speech.said import find_said


def read_statements(document: Document, parse: Parse) -> Reading:
    """Return the reading of ``document``, whose grammar is ``parse``."""
    whole = document.unbroken()
    mentions = find_mentions(whole, parse)
    quantities = find_quantities(whole, parse)
    dates = find_dates(whole, parse)
    tree = Tree(parse)
    said = find_said(whole, tree, mentions)
    clauses = cut_clauses(whole, tree, said)
    own = own_statements(whole, clauses)
    statements = tuple(sorted((*said, *own), key=lambda s: (s.span, s.kind, s.id)))
    reading = Reading(
        document=whole,
        parse=parse,
        statements=statements,
        clauses=clauses,
        quantities=quantities,
        dates=dates,
        mentions=mentions,
        internals=(),
    )
    return replace(reading, document=document, internals=find_internals(reading))
