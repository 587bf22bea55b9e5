"""Find what does not add up inside one account."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Internal, Quantity, Statement


def find_internals(
    document: Document,
    parse: Parse,
    statements: Sequence[Statement],
    quantities: Sequence[Quantity],
) -> tuple[Internal, ...]:
    """Return conversions, sums, counts, times and headlines that the account itself contradicts."""
    return ()
