"""Turn a page into a document: its text, the label of every region, and what it says of itself."""

from asreported.documents.decode import decode
from asreported.documents.lines.characters import warn_of_characters
from asreported.documents.lines.lines import split_lines
from asreported.documents.lines.wires import find_place, find_wire
from asreported.documents.metadata.facts import authors_of, outlet_of, times_of, wire_of
from asreported.documents.pagetext import PageText
from asreported.documents.regions.regions import label_lines, make_regions, warn_of_length
from asreported.documents.regions.stubs import refuse_stub
from asreported.documents.tongue import find_language
from asreported.errors import DocumentError
from asreported.model.document import ARTICLE_KINDS, Document, Region, Warnings
from asreported.model.ids import content_id
from asreported.model.source import Page
from asreported.model.span import Span
from asreported.settings import Settings

_MARKUP_SHARE = 8
"""How many times its text a page with markup may take: tags and scripts are most of it."""


def read_document(page: Page, settings: Settings) -> Document:
    """Return the document of ``page``.

    Raises:
        DocumentError: It holds no article text; ``code`` is ``no_text``, ``stub``, ``binary``,
            ``too_deep`` or ``too_large``.
    """
    decoded = decode(page.name, page.content, markup=page.media == "html")
    text, cut = _cut(
        decoded.text, settings.max_text * (_MARKUP_SHARE if page.media == "html" else 1)
    )
    read = _read_page(page, text, settings)
    refuse_stub(page.name, read.draft)
    regions = make_regions(read.draft)
    identity = content_id("d", page.name, read.text)
    language = find_language(article_text(read.text, regions))
    times = times_of(identity, read.draft, read.fields, language, read.told)
    place, filed = find_place(read.draft), find_wire(read.draft)
    return Document(
        identity,
        page.name,
        read.text,
        language,
        regions,
        headline=_headline(identity, regions),
        outlet=outlet_of(identity, read.draft, read.fields, place, filed),
        authors=authors_of(identity, read.draft, read.fields, read.writers),
        published=times.published,
        updated=times.updated,
        other_dates=times.others,
        place=Span(identity, place.start, place.end) if place else None,
        wire=wire_of(identity, filed, read.fields),
        url=read.fields.get("url"),
        encoding=decoded.encoding,
        warnings=(
            *decoded.warnings, *cut, *read.warnings, *warn_of_length(read.draft),
            *warn_of_characters(read.text), *times.warnings,
        ),
    )  # fmt: skip


def article_text(text: str, regions: tuple[Region, ...]) -> str:
    """Return the article's own text, a region a line."""
    return "\n".join(text[r.start : r.end] for r in regions if r.kind in ARTICLE_KINDS)


def _read_page(page: Page, text: str, settings: Settings) -> PageText:
    if page.media == "html":
        # Text needs none of what reads markup, and a small comparison counts its milliseconds.
        from asreported.documents.webpages.html import read_html

        return read_html(page.name, text, page.fields, settings.max_text)
    lines = split_lines(text)
    if not any(line.words for line in lines):
        raise DocumentError(page.name, "no_text", "no text in it")
    return PageText(text, label_lines(lines, page.fields.get("title")), page.fields)


def _cut(text: str, most: int) -> tuple[str, Warnings]:
    if len(text) <= most:
        return text, ()
    return text[:most], (("cut", f"{len(text) - most} characters beyond {most} were left out"),)


def _headline(identity: str, regions: tuple[Region, ...]) -> Span | None:
    found = next((region for region in regions if region.kind == "headline"), None)
    return Span(identity, found.start, found.end) if found else None
