"""Turn a page into a document: its text, the label of every region, and what it says of itself."""

import re

from asreported.errors import DocumentError
from asreported.model.document import Document, Region
from asreported.model.ids import content_id
from asreported.model.source import Page
from asreported.settings import Settings


def read_document(page: Page, settings: Settings) -> Document:
    """Return the document of ``page``.

    Raises:
        DocumentError: The page holds no article text.
    """
    text = page.content if isinstance(page.content, str) else page.content.decode("utf-8")
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))
    if not lines:
        raise DocumentError(page.name, "no_text", "no text in it")
    document_id = content_id("d", page.name, text)
    regions = tuple(
        Region(line.start(), line.end(), "body" if index else "headline", "a line of text")
        for index, line in enumerate(lines)
    )
    document = Document(document_id, page.name, text, "en", regions)
    return Document(
        document_id,
        page.name,
        text,
        "en",
        regions,
        headline=document.span(lines[0].start(), lines[0].end()),
    )
