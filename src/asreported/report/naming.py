"""Tell by what last word somebody is known, and whether words name anybody at all."""

from asreported.language.folding import WORD, fold
from asreported.lexicon.load import words
from asreported.lexicon.pronouns import pronouns
from asreported.model.comparison import Origin

_WHOSE = pronouns("possessive")
_POINTING = frozenset({"this", "that", "these", "those", "such"})
_LEADS_ON = words("function_words")
_THE_ONE = words("roles", kind="ruler") | words("word_classes", kind="the_one")
"""Nouns of which every story has one, so that "the" asks for nothing."""


def last_word(name: str) -> str:
    """Return the last word of a name: "Reyes" for "Minister Ada Reyes"."""
    found = WORD.findall(fold(name))
    return found[-1] if found else ""


def somebody(origin: Origin) -> str:
    """Return "an official" for the "official" of a headline, others as they are called."""
    name = str(origin)
    one = name.islower() and name in words("speaker_nouns", "noun", kind="person")
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}" if one else name


def names_nobody(name: str) -> bool:
    """Return whether the words name nobody to a reader of them alone: "many", "his office"."""
    parts = name.casefold().split()
    return set(parts[:1]) <= _WHOSE | _POINTING or all(part in _LEADS_ON for part in parts)


def is_described(origin: Origin) -> bool:
    """Return whether somebody is told of and not named: "a senior official", "sources"."""
    return str(origin).islower() or str(origin).split()[0].lower() in {"a", "an", "the"}


def is_vague(name: str) -> bool:
    """Return whether it names nobody, or one who was named before: "the company"."""
    again = name.islower() and name.startswith("the ") and last_word(name) not in _THE_ONE
    return names_nobody(name) or again
