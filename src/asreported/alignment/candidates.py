"""Propose the pairs of units that may say the same or dispute the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from asreported.alignment.units import Unit
from asreported.language.protocol import Encoder


@dataclass(frozen=True, slots=True)
class Pair:
    """Units ``a < b`` (indices) of two accounts; both cosines are 0..1.

    ``wording`` compares character n-grams weighed by how rare they are in the story, ``sense`` the
    encoder's vectors.
    """

    a: int
    b: int
    wording: float
    sense: float

    @property
    def likeness(self) -> float:
        """Return the mean of both cosines."""
        return (self.wording + self.sense) / 2


def propose_pairs(units: Sequence[Unit], encoder: Encoder) -> list[Pair]:
    """Return, for each unit, its likeliest partners in every other account, in order of (a, b)."""
    return []
