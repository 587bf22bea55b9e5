"""Know the words for small numbers."""

from functools import cache

from asreported.lexicon.load import table


@cache
def small_numbers() -> dict[str, int]:
    """Return the words for numbers below twenty with what they mean.

    >>> small_numbers()["twelve"]
    12
    """
    rows = (row for row in table("number_words") if row["role"] in ("one", "teen"))
    return {row["word"]: int(float(row["value"])) for row in rows}
