"""What is known of one person of an account, and which names are one person's."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from asreported.lexicon.load import column
from asreported.lexicon.names import fold, given_names, titles
from asreported.lexicon.weekdays import WEEKDAYS

_SIRS = frozenset({"mr", "sir", "lord"})
_LADIES = frozenset({"mrs", "ms", "miss", "dame", "lady"})

# What no name opens with, and what none has in it.
_OPENS = frozenset({"former", "what", "why", "how", "when", "where", "who"})
_IS = frozenset({"is", "are", "was", "were", "has"})


@dataclass(slots=True)
class Person:
    """One bearer of names in one account.

    ``introduced`` is the place of the first name in full, ``bare`` are those of the surname alone.
    ``sex`` is "m", "f" or "". ``tokens`` are the heads of the mentions, in text order; ``roles``
    lemmas of nouns that describe the person, ``modifiers`` the words beside those ("russian").
    """

    name: str
    introduced: int = 0
    sex: str = ""
    tokens: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)


def without_titles(name: str) -> str:
    """Return ``name`` without titles in front: "Judge Jane Roe" is Jane Roe, "Judge Roe" Roe.

    Nor is what a title in the middle belongs to part of it: "Arden County Sheriff Jane Roe".
    """
    words = _told_alone(name.split())
    if fold(words[0]) not in given_names():
        for index in range(len(words) - 3, 0, -1):
            if words[index].lower() in titles("office") | titles("police"):
                return " ".join(words[index + 1 :])
    while len(words) > 1 and words[0].rstrip(".").lower() in titles():
        words = words[1:]
    if len(words) > 2 and words[-1].lower() in WEEKDAYS:
        words = words[:-1]  # "Ada Roe Saturday called it ..."
    return " ".join(words)


def _told_alone(words: list[str]) -> list[str]:
    """Return a name without what headlines leave beside it: "What Roe", "ADA ROE IS HERE"."""
    while len(words) > 1 and words[0].lower() in _OPENS:
        words = words[1:]
    verb = next((i for i, word in enumerate(words) if i and word.lower() in _IS), len(words))
    return words[:verb]


def surname_of(name: str) -> str:
    """Return the last word of a full ``name`` with the particles before it: "de Wit"."""
    words = name.split()
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def title_sex(word: str) -> str:
    """Return the sex that a title of courtesy tells, "" for none."""
    lower = word.rstrip(".").lower()
    return "m" if lower in _SIRS else "f" if lower in _LADIES else ""


def title_role(word: str) -> str:
    """Return what one with the title ``word`` is called without the name, the word itself else."""
    lower = word.rstrip(".").lower()
    return column("title_roles", "role").get(lower, lower)


def opens_title(word: str) -> bool:
    """Return whether a capitalised word opens a title of several: "Vice" of "Vice President"."""
    return word[:1].isupper() and word.lower() in titles("modifier")


def find_same(words: Sequence[str], known: Sequence[Person]) -> Person | None:
    """Return the person whose name holds all of ``words``, or differs by middle names only."""
    for person in known:
        theirs = fold(person.name).split()
        if words[0] == theirs[0] or set(words) <= set(theirs):
            return person
        initial = words[0][:1] == theirs[0][:1] and min(len(words[0]), len(theirs[0])) == 1
        if initial:
            return person
    return None


def find_introduced(several: Sequence[Person], place: int) -> Person | None:
    """Return who a bare surname means: the one named in full first, as news writes it."""
    before = [person for person in several if person.introduced < place]
    return min(before or several, key=lambda person: person.introduced, default=None)
