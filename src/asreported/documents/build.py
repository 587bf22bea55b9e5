"""Turn a page into a document: its text, the label of every region, and what it says of itself."""

from asreported.documents.characters import warn_of_characters
from asreported.documents.decode import decode
from asreported.documents.facts import authors_of, outlet_of, place_of, times_of, wire_of
from asreported.documents.lines import split_lines
from asreported.documents.regions import label_lines, make_regions
from asreported.documents.stubs import refuse_stub
from asreported.documents.tongue import find_language
from asreported.errors import DocumentError
from asreported.model.document import ARTICLE_KINDS, Document, Region
from asreported.model.ids import content_id
from asreported.model.source import Page
from asreported.model.span import Span
from asreported.settings import Settings


def read_document(page: Page, settings: Settings) -> Document:
    """Return the document of ``page``.

    Raises:
        DocumentError: It holds no article text; ``code`` is ``no_text``, ``stub`` or ``binary``.
    """
    decoded = decode(page.name, page.content)
    text, warnings = _cut(decoded.text, settings.max_text)
    lines = split_lines(text)
    if not any(line.words for line in lines):
        raise DocumentError(page.name, "no_text", "no text in it")
    draft = label_lines(lines, page.fields.get("title"))
    regions = make_regions(draft)
    refuse_stub(page.name, draft)
    identity = content_id("d", page.name, text)
    published, updated, others, dated = times_of(identity, draft, page.fields)
    return Document(
        identity,
        page.name,
        text,
        find_language(article_text(text, regions)),
        regions,
        headline=_headline(identity, regions),
        outlet=outlet_of(identity, draft, page.fields),
        authors=authors_of(identity, draft, page.fields),
        published=published,
        updated=updated,
        other_dates=others,
        place=place_of(identity, draft),
        wire=wire_of(identity, draft, page.fields),
        url=page.fields.get("url"),
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *warnings, *warn_of_characters(text), *dated),
    )


def article_text(text: str, regions: tuple[Region, ...]) -> str:
    """Return the article's own text, a region a line."""
    return "\n".join(text[r.start : r.end] for r in regions if r.kind in ARTICLE_KINDS)


def _cut(text: str, most: int) -> tuple[str, tuple[tuple[str, str], ...]]:
    if len(text) <= most:
        return text, ()
    return text[:most], (("cut", f"{len(text) - most} characters beyond {most} were left out"),)


def _headline(identity: str, regions: tuple[Region, ...]) -> Span | None:
    found = next((region for region in regions if region.kind == "headline"), None)
    return Span(identity, found.start, found.end) if found else None
