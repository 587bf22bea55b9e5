"""Find which names, in one account or several, have one bearer."""

from collections.abc import Sequence

from asreported.model.statement import Entity, Reading


def resolve_entities(readings: Sequence[Reading]) -> tuple[Entity, ...]:
    """Return the entities that the readings' mentions name, most mentioned first."""
    return ()
