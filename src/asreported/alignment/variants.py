"""Collate one utterance's wordings across accounts."""

from collections.abc import Sequence

from asreported.model.comparison import QuoteVariants
from asreported.model.statement import Reading


def find_variants(readings: Sequence[Reading]) -> tuple[QuoteVariants, ...]:
    """Return groups of quotations of one utterance, from two accounts at least."""
    return ()
