"""Know the kinds of things that nouns name."""

from functools import cache

from asreported.lexicon.load import table


@cache
def nouns_of(*kinds: str) -> frozenset[str]:
    """Return the nouns of some kinds, one word each.

    >>> sorted(nouns_of("suspect"))[:2]
    ['assailant', 'attacker']
    """
    rows = (row for row in table("kinds") if row["kind"] in kinds)
    return frozenset(noun for row in rows for noun in row["words"].split())
