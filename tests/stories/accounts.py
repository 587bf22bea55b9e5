"""Invented accounts for the tests of this folder."""

from asreported.model.document import Document, Region, Timestamp, Wire
from asreported.model.ids import content_id
from asreported.model.span import Span


def account(name: str, body: str, headline: str = "", day: str = "", agency: str = "") -> Document:
    """Return a document of a headline and body lines, labelled as such."""
    text = ""
    regions = []
    for kind, block in (("headline", headline), ("body", body)):
        for line in block.splitlines():
            if line.strip():
                regions.append(Region(len(text), len(text) + len(line), kind, "invented"))
                text += line + "\n"
    identity = content_id("d", name, text)
    return Document(
        identity,
        name,
        text,
        "en",
        tuple(regions),
        headline=Span(identity, 0, len(headline)) if headline else None,
        published=Timestamp(day, None) if day else None,
        wire=Wire(agency, None) if agency else None,
    )
