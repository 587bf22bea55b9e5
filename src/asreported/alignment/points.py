"""Join units that say the same into points, and count their independent origins."""

from collections.abc import Sequence

from asreported.alignment.candidates import Pair
from asreported.alignment.units import Unit
from asreported.model.comparison import Point
from asreported.model.story import Story


def find_points(story: Story, units: Sequence[Unit], pairs: Sequence[Pair]) -> tuple[Point, ...]:
    """Return the points, most widely shared first."""
    return ()
