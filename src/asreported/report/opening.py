"""Find the opening of an article: the first words of its own text, which tell what happened."""

from asreported.model.document import Document
from asreported.model.span import Span

_OPENING = 500
"""Characters, headline included: some two paragraphs."""


def find_opening(document: Document) -> Span | None:
    """Return where the opening stands, None for a document without text of its own."""
    regions = document.article_regions()
    if not regions:
        return None
    return Span(document.id, regions[0].start, regions[0].start + _OPENING)
