"""Know words that exclude each other: "confirm" and "deny", "open" and "close"."""

from functools import cache

from asreported.lexicon.load import table


@cache
def opposites(kind: str = "") -> frozenset[tuple[str, str]]:
    """Return the pairs of dictionary forms that exclude each other, each in both orders.

    Those of kind "outcome" cannot both come about; those of kind "change" may follow each other.
    """
    rows = table("antonyms")
    pairs = [(row["word"], row["opposite"]) for row in rows if kind in {"", row["kind"]}]
    return frozenset(pairs + [(b, a) for a, b in pairs])
