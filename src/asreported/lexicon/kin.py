"""Know the nouns of kinship."""

from functools import cache

from asreported.lexicon.load import words


@cache
def kin(*kinds: str) -> frozenset[str]:
    """Return the nouns of some kinds: "parent", "child", "sibling", "spouse", "widowed".

    >>> sorted(kin("spouse"))
    ['husband', 'wife']
    """
    return frozenset().union(*(words("kin", kind=kind) for kind in kinds))
