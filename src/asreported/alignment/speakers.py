"""Say whether two statements are put in one mouth."""

from asreported.alignment.names import core, fits_person, same_organisation
from asreported.lexicon.load import words
from asreported.model.statement import Speaker


def same_speaker(a: Speaker | None, b: Speaker | None) -> bool | None:
    """Return whether two speakers are one, None where either is not known by name."""
    if not is_named(a) or not is_named(b):
        return None
    assert a is not None and b is not None
    if a.entity and a.entity == b.entity:
        return True
    one, two = core(a.name), core(b.name)
    short, full = sorted((one, two), key=lambda name: (len(name), name))
    if short == full or fits_person(short, full) or same_organisation(a.name, b.name):
        return True
    # "The Bank of Ostland" speaks through "Ada Byron, its governor": not shown to be another.
    if a.kind != b.kind:
        return None
    return False


def is_named(speaker: Speaker | None) -> bool:
    """Return whether a speaker is known by a name, and not only as "he" or "a spokesman"."""
    if speaker is None or speaker.kind == "unnamed":
        return False
    first = speaker.name.split()[:1]
    if not first or first[0].casefold() in words("function_words"):
        return False
    return any(word[:1].isupper() for word in speaker.name.split())
