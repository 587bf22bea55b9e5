"""Find what does not add up inside one account."""

from asreported.model.statement import Internal, Reading
from asreported.statements.conversions import find_conversions


def find_internals(reading: Reading) -> tuple[Internal, ...]:
    """Return what the account itself contradicts, in text order.

    ``reading`` holds all that is known of the account; its own ``internals`` are not looked at.
    """
    found = [*find_conversions(reading.document, reading.quantities)]
    return tuple(sorted(found, key=lambda internal: (internal.spans, internal.kind)))
