"""Show how accounts word the same person, act or event."""

from collections.abc import Sequence

from asreported.model.comparison import Framing
from asreported.model.statement import Entity, Reading


def find_framing(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Framing, ...]:
    """Return wordings that another account has otherwise, in text order by document id."""
    return ()
