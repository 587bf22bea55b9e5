"""Show how accounts word the same person, act or event. Outlets get no scores."""

from collections.abc import Sequence

from asreported.alignment.frames.doers import find_left_out_doers
from asreported.alignment.frames.headlines import find_headline_choices
from asreported.alignment.frames.loaded import find_loaded
from asreported.alignment.frames.stances import find_stances
from asreported.alignment.frames.tellings import find_tellings
from asreported.alignment.frames.voicing import read_neighbours
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.units import Unit
from asreported.model.comparison import Framing
from asreported.model.statement import Reading


def find_framing(
    readings: Sequence[Reading], units: Sequence[Unit], pairs: Sequence[Pair]
) -> tuple[Framing, ...]:
    """Return wordings that another account has otherwise, in text order by document id.

    An account alone has nothing to be compared with and gets none.
    """
    if len(readings) < 2:
        return ()
    neighbours = read_neighbours(units, pairs)
    found = [
        *find_loaded(readings, neighbours),
        *find_stances(readings),
        *find_left_out_doers(readings, neighbours),
        *find_tellings(readings, neighbours),
        *find_headline_choices(readings),
    ]
    return tuple(sorted(found, key=lambda framing: (framing.span, framing.kind, framing.reason)))
