"""Turn an invented text into a document and its parse."""

import re
from functools import cache

from asreported.language.load import load_parser
from asreported.model.document import Document, Region, Timestamp
from asreported.model.ids import content_id
from asreported.model.parse import Parse
from asreported.model.statement import Reading
from asreported.statements.read import read_statements


@cache
def parsed(text: str, published: str = "", name: str = "a.txt") -> tuple[Document, Parse]:
    """Return a document whose first line is the headline, if a blank line follows it."""
    identity = content_id("d", name, text)
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    headed = "\n\n" in text
    regions = tuple(
        Region(line.start(), line.end(), "headline" if headed and not index else "body", "test")
        for index, line in enumerate(lines)
    )
    when = Timestamp(published, None) if published else None
    headline = Document(identity, name, text, "en", regions).span(*lines[0].span())
    document = Document(
        identity, name, text, "en", regions, headline if headed else None, published=when
    )
    return document, next(iter(load_parser().parse([document])))


def read(text: str, published: str = "", name: str = "a.txt") -> Reading:
    """Return the reading of an invented text."""
    document, parse = parsed(text, published, name)
    return read_statements(document, parse)


def speakers(text: str) -> list[str]:
    """Return the speakers of the quotations of ``text`` as a report names them."""
    quotes = [s for s in read(text).statements if s.kind == "quote"]
    return [s.speaker.name if s.speaker else "None" for s in quotes]
