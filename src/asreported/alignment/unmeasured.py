"""Say what could not be measured."""

from collections.abc import Sequence

from asreported.model.comparison import NotMeasured
from asreported.model.statement import Reading


def find_unmeasured(readings: Sequence[Reading]) -> tuple[NotMeasured, ...]:
    """Return what could not be measured, why, and in which accounts."""
    return ()
