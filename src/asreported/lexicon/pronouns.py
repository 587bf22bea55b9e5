"""Know the pronouns that stand for persons and things, by case, person and sex."""

from collections.abc import Mapping
from functools import cache

from asreported.lexicon.load import column, words


@cache
def pronouns(*cases: str, **where: str) -> frozenset[str]:
    """Return the pronouns of the cases, of a ``person`` or ``sex`` where these are given.

    >>> sorted(pronouns("possessive", person="third"))
    ['her', 'his', 'its', 'their']
    """
    return frozenset().union(*(words("pronouns", case=case, **where) for case in cases))


@cache
def pronoun_sexes() -> Mapping[str, str]:
    """Return the sex, "m" or "f", of each pronoun that tells it.

    >>> pronoun_sexes()["herself"], pronoun_sexes().get("they")
    ('f', None)
    """
    return {word: sex for word, sex in column("pronouns", "sex").items() if sex != "-"}
