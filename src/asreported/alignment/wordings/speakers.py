"""Say whether two statements are put in one mouth."""

from functools import lru_cache

from asreported.alignment.accounts.names import core, fits_person, same_organisation
from asreported.lexicon.load import words
from asreported.model.statement import Speaker


def same_speaker(a: Speaker | None, b: Speaker | None) -> bool | None:
    """Return whether two speakers are one, None where either is not known by name."""
    if not is_named(a) or not is_named(b):
        return None
    assert a is not None and b is not None
    if a.entity and a.entity == b.entity:
        return True
    if _same_name(a.name, b.name):
        return True
    # "The Bank of Ostland" speaks through "Ada Byron, its governor": not shown to be another.
    return None if a.kind != b.kind else False


@lru_cache(maxsize=65536)
def _same_name(one: str, two: str) -> bool:
    short, full = sorted((core(one), core(two)), key=lambda name: (len(name), name))
    return short == full or fits_person(short, full) or same_organisation(one, two)


def is_named(speaker: Speaker | None) -> bool:
    """Return whether a speaker is known by a name, and not only as "he" or "a spokesman"."""
    if speaker is None or speaker.kind == "unnamed":
        return False
    first = speaker.name.split()[:1]
    if not first or first[0].casefold() in words("function_words"):
        return False
    return any(word[:1].isupper() for word in speaker.name.split())
