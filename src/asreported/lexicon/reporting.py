"""The verbs and nouns with which somebody's words are brought in, by what he does with them."""

from functools import cache

from asreported.lexicon.load import words


@cache
def reporting(*kinds: str) -> frozenset[str]:
    """Return the verbs and nouns of these kinds: "asked" has "request" of either sort.

    >>> "claim" in reporting("claimed"), "claim" in reporting("ordered")
    (True, False)
    """
    tables = (("reporting_verbs", "verb"), ("reporting_nouns", "noun"))
    return frozenset().union(*(words(name, key, kind=k) for name, key in tables for k in kinds))
