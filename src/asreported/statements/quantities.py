"""Find the quantities of one account: value, bounds, unit, and what is counted."""

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Quantity


def find_quantities(document: Document, parse: Parse) -> tuple[Quantity, ...]:
    """Return the quantities of headline, captions and article text, in text order."""
    return ()
