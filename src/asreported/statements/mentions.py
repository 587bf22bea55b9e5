"""Find the names in one account."""

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Mention


def find_mentions(document: Document, parse: Parse) -> tuple[Mention, ...]:
    """Return the names in headline, captions and article text, in text order, none overlapping."""
    return ()
