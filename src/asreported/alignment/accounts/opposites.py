"""Know words that exclude each other: "confirm" and "deny", "open" and "close"."""

from functools import cache

from asreported.lexicon.load import table


@cache
def opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of dictionary forms that exclude each other, each in both orders."""
    pairs = [(row["word"], row["opposite"]) for row in table("antonyms")]
    return frozenset(pairs + [(b, a) for a, b in pairs])
