"""Readings of invented accounts, marked up in the text.

``[Ada Byron|quote|The dam will hold.]`` is a quotation by Ada Byron, ``[|quote|...]`` one by nobody
named, ``[Ada Byron|attributed|...]`` a reported statement, ``[|own|...]`` one of the account. The
mark-up is not part of the text.
"""

import re

from asreported.model.document import Document, Outlet
from asreported.model.statement import Reading, Speaker, Statement
from tests.statements.reader import parsed

_MARKED = re.compile(r"\[([^|\]]*)\|(quote|attributed|own)\|([^\]]*)\]")


def told(name: str, marked: str) -> Reading:
    """Return the reading of account ``name``, whose outlet has the same name."""
    text = ""
    found = []
    at = 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        found.append((len(text), len(text) + len(match[3]), match[1], match[2]))
        text += match[3]
        at = match.end()
    text += marked[at:]
    document, parse = parsed(text, name=name)
    document = _of_outlet(document, name)
    statements = tuple(
        Statement(
            f"{name}-{start}",
            kind,
            document.span(start, end),
            (document.span(start, end),),
            Speaker(speaker, None) if speaker else None,
        )
        for start, end, speaker, kind in found
    )
    return Reading(document, parse, statements, (), (), (), (), ())


def _of_outlet(document: Document, name: str) -> Document:
    from dataclasses import replace

    return replace(document, outlet=Outlet(name, None))
