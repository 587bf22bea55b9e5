"""Find what does not add up inside one account."""

from asreported.model.statement import Internal, Reading
from asreported.statements.breaks import find_breaks
from asreported.statements.clocks import find_clocks
from asreported.statements.conversions import find_conversions
from asreported.statements.figures import find_figures
from asreported.statements.overclaims import find_overclaims
from asreported.statements.repeats import find_repeats
from asreported.statements.spellings import find_spellings
from asreported.statements.sums import find_sums


def find_internals(reading: Reading) -> tuple[Internal, ...]:
    """Return what the account itself contradicts, in text order.

    ``reading`` holds all that is known of the account; its own ``internals`` are not looked at.
    """
    found = [
        *find_conversions(reading.document, reading.quantities),
        *find_sums(reading.document, reading.quantities),
        *find_figures(reading),
        *find_clocks(reading),
        *find_spellings(reading),
        *find_overclaims(reading),
        *find_breaks(reading),
        *find_repeats(reading),
    ]
    return tuple(sorted(found, key=lambda internal: (internal.spans, internal.kind)))
