"""Find what others are said to say: quotations and reported statements, with speaker and chain."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Mention, Statement


def find_said(
    document: Document, parse: Parse, mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """Return statements of kind ``quote`` and ``attributed``, in text order."""
    return ()
