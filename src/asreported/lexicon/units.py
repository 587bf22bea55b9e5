"""Know what units measure, and how large they are."""

from functools import cache

from asreported.lexicon.load import table


@cache
def unit_sizes() -> dict[str, tuple[str, float]]:
    """Return dimension and size in SI of each unit symbol."""
    return {row["unit"]: (row["dimension"], float(row["si"])) for row in table("units")}
