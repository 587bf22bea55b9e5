"""Tell whether "he" or "she" may be a person: by name, by role, by the pronouns of the account."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from asreported.lexicon.load import column, words
from asreported.lexicon.names import fold, given_names
from asreported.lexicon.pronouns import pronoun_sexes
from asreported.statements.clauses.tree import Tree

# How many times as often a person is "he" as "she", or the other way, to be taken for it.
_CLEARLY = 3


class Sexed(Protocol):
    """Who has a sex: "m", "f" or "" where it is not known."""

    sex: str


def sex_of(word: str) -> str:
    """Return the sex that a pronoun tells, "" for other words."""
    return pronoun_sexes().get(word.lower(), "")


def given_sex(name: str) -> str:
    """Return the sex that the given name in a full ``name`` tells, "" where it tells none."""
    first, *rest = fold(name).split() or [""]
    return given_names().get(first, "") if rest and first not in unisex_names() else ""


def is_called_else(name: str, sex: str) -> bool:
    """Return whether a ``name`` of one word is a given name of the other sex than ``sex``."""
    alone = fold(name)
    return alone not in unisex_names() and given_names().get(alone, sex) != sex


def noun_sexes() -> Mapping[str, str]:
    """Return the sex that a describing noun tells ("father": "m")."""
    sexes = column("speaker_nouns", "gender", key="noun")
    return {noun: sex for noun, sex in sexes.items() if sex != "-"}


@cache
def unisex_names() -> frozenset[str]:
    """Return the folded given names that men and women have."""
    return frozenset(fold(name) for name in words("unisex_names", "name"))


def learn_sexes(tree: Tree, heads: Sequence[tuple[int, Sexed]], outside: Sequence[bool]) -> None:
    """Set the sex of those whose name and role tell none, by pronouns that can mean nobody else.

    These are the pronouns in whose sentence one person alone was named before.

    Args:
        tree: The account's grammar.
        heads: Tokens that name a person, with the person, in text order.
        outside: Whether each token stands outside of quotations: only those are looked at.
    """
    counted: dict[int, list[int]] = {}
    order = [head for head, _ in heads]
    for index, token in enumerate(tree.tokens):
        sex = sex_of(token.text) if outside[index] else ""
        if not sex:
            continue
        opens, _ = tree.sentence(index)
        near = heads[bisect_left(order, opens) : bisect_left(order, index)]
        named = {id(person): person for _, person in near}
        if len(named) == 1 and not near[0][1].sex:
            counted.setdefault(id(near[0][1]), [0, 0])[sex == "f"] += 1
    for _, person in heads:
        men, women = counted.get(id(person), (0, 0))
        if max(men, women) > _CLEARLY * min(men, women):
            person.sex = "m" if men > women else "f"
