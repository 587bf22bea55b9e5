"""Turn a page into a document: its text, the label of every region, and what it says of itself."""

from asreported.documents.decode import decode
from asreported.documents.lines import split_lines
from asreported.documents.regions import label_lines, make_regions
from asreported.errors import DocumentError
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.ids import content_id
from asreported.model.source import Page
from asreported.settings import Settings


def read_document(page: Page, settings: Settings) -> Document:
    """Return the document of ``page``.

    Raises:
        DocumentError: The page holds no article text.
    """
    text, encoding, warnings = decode(page.name, page.content)
    lines = split_lines(text)
    if not lines:
        raise DocumentError(page.name, "no_text", "no text in it")
    document_id = content_id("d", page.name, text)
    draft = label_lines(lines, page.fields.get("title"))
    regions = make_regions(draft)
    if not any(region.kind in ARTICLE_KINDS for region in regions):
        raise DocumentError(page.name, "no_text", "no text of an article in it")
    document = Document(document_id, page.name, text, "en", regions)
    headline = next((region for region in regions if region.kind == "headline"), None)
    return Document(
        document_id,
        page.name,
        text,
        "en",
        regions,
        headline=document.span(headline.start, headline.end) if headline else None,
        encoding=encoding,
        warnings=warnings,
    )
