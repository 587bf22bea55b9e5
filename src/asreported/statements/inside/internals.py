"""Find what does not add up inside one account."""

from collections.abc import Sequence

from asreported.model.statement import Internal, Reading
from asreported.statements.inside.ages import find_ages
from asreported.statements.inside.breaks import find_breaks
from asreported.statements.inside.clocks import find_clocks
from asreported.statements.inside.conversions import find_conversions
from asreported.statements.inside.figures import find_figures
from asreported.statements.inside.forenames import find_forenames
from asreported.statements.inside.fractions import find_fractions
from asreported.statements.inside.listings import find_listings
from asreported.statements.inside.marks import find_marks
from asreported.statements.inside.misspelt import find_misspelt
from asreported.statements.inside.nameless import find_nameless
from asreported.statements.inside.overclaims import find_overclaims
from asreported.statements.inside.parts import find_parts
from asreported.statements.inside.products import find_products
from asreported.statements.inside.rates import find_rates
from asreported.statements.inside.repeats import find_repeats
from asreported.statements.inside.spellings import find_spellings
from asreported.statements.inside.sums import find_sums

# More lines of one account are a list of its slips, and hide what it contradicts.
_MOST = 8


def find_internals(reading: Reading) -> tuple[Internal, ...]:
    """Return what the account itself contradicts, in text order.

    ``reading`` holds all that is known of the account; its own ``internals`` are not looked at.
    """
    found = [
        *find_conversions(reading.document, reading.quantities),
        *find_sums(reading.document, reading.quantities),
        *find_rates(reading),
        *find_listings(reading),
        *find_parts(reading),
        *find_fractions(reading),
        *find_products(reading),
        *find_figures(reading),
        *find_ages(reading),
        *find_clocks(reading),
        *find_spellings(reading),
        *find_forenames(reading),
        *find_nameless(reading),
        *find_overclaims(reading),
        *find_breaks(reading),
        *find_marks(reading),
        *find_misspelt(reading),
        *find_repeats(reading),
    ]
    # Of two lines with the same places the headline's says more, and comes first here.
    found.sort(key=lambda internal: (internal.spans, internal.kind != "headline", internal.kind))
    kept = [one for at, one in enumerate(found) if not _is_told(one, found[:at], found[at + 1 :])]
    best = sorted(kept, key=lambda internal: -min(internal.gap, 1.0))[:_MOST]
    return tuple(internal for internal in kept if internal in best)


def _is_told(one: Internal, before: Sequence[Internal], after: Sequence[Internal]) -> bool:
    """Return whether another line has all its places, and is longer or comes first."""
    places = set(one.spans)
    if len(places) < 2:
        return False
    longer = any(places < set(other.spans) for other in (*before, *after))
    return longer or any(places == set(other.spans) for other in before)
