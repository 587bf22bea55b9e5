"""Find where comparable units give different answers, and say to which question."""

from collections.abc import Sequence

from asreported.alignment.candidates import Pair
from asreported.alignment.units import Unit
from asreported.model.comparison import Conflict, Point
from asreported.model.story import Story


def find_conflicts(
    story: Story, units: Sequence[Unit], pairs: Sequence[Pair], points: Sequence[Point]
) -> tuple[Conflict, ...]:
    """Return the conflicts, gravest first."""
    return ()
