"""Say whether two names, as they stand in accounts of one event, can have one bearer."""

from functools import cache

from asreported.lexicon.load import words
from asreported.lexicon.names import fold, places, titles
from asreported.lexicon.spelling import same_word
from asreported.model.statement import Speaker

_PARTICLES = words("name_words", kind="particle") | words("name_words", kind="surname_particle")
_CORPORATE = words("name_words", kind="corporate")
_ALIKE = 75
"""Likeness of letters (0-100) from which two words may be spellings of one name."""
_SHORTENED = 3
"""Letters that a shortened given name has, and that it lacks, at least."""
FULL_NAME = 2
"""Words of a full name: a bare "Smith" may be met in full elsewhere."""
_SITES = ("air base", "airbase", "naval base", "base", "airport", "airfield", "port")


@cache
def core(name: str) -> tuple[str, ...]:
    """Return the folded words that tell one bearer from another: no titles, articles, "Inc"."""
    listed = fold(name).split()
    kept = [word for word in listed if word not in _PARTICLES]
    while len(kept) > 1 and kept[0] in titles() - titles("modifier"):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in _CORPORATE:
        kept.pop()
    return tuple(kept or listed)


def spelt_alike(left: str, right: str) -> bool:
    """Return whether two words, in one case, are so alike that they may be spellings of one.

    >>> spelt_alike("gorki", "gorky"), spelt_alike("gorki", "perm")
    (True, False)
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(left, right) >= _ALIKE


def are_two_persons(one: Speaker, other: Speaker) -> bool:
    """Return whether two speakers cannot be one: two proper names without a word in common.

    "The leader" may be any of them, "police" and "officers" are one: neither is a dispute.
    """
    if one.entity and one.entity == other.entity:
        return False
    names = [speaker.name.replace(".", "").split() for speaker in (one, other)]
    if any(len(name) < FULL_NAME or not all(w[:1].isupper() for w in name) for name in names):
        return False
    first, second = ({word.casefold() for word in name} for name in names)
    if first & second or one.kind != "person" or other.kind != "person":
        return False
    return not spelt_alike(names[0][-1].casefold(), names[1][-1].casefold())


def same_place(left: str, right: str) -> bool:
    """Return whether two place names are one place: other names, "X" and "X air base"."""
    left, right = fold(left), fold(right)
    row, other = places().get(left), places().get(right)
    if row is not None or other is not None:
        return row is other
    left_bare, left_site = _site(left)
    right_bare, right_site = _site(right)
    if left_site and right_site and left_site.split()[-1][-4:] != right_site.split()[-1][-4:]:
        return False
    return _same_words(tuple(left_bare.split()), tuple(right_bare.split()))


def same_organisation(left: str, right: str) -> bool:
    """Return whether two names of organisations are one: acronyms, order of words, "Inc"."""
    one, two = core(left), core(right)
    if "".join(one) == "".join(two) or _same_words(one, two):
        return True
    if is_acronym_of(left, right) or is_acronym_of(right, left):
        return True
    few, many = sorted((set(one) - _LINKS, set(two) - _LINKS), key=lambda s: (len(s), sorted(s)))
    return len(few) >= 3 and few <= many


_LINKS = frozenset({"of", "for", "and", "on", "in", "the", "a", "an", "to"})


def is_acronym_of(short: str, long: str) -> bool:
    """Return whether ``short`` is made of the initials of ``long``, linking words in or out."""
    letters = fold(short).replace(" ", "")
    listed = fold(long).split()
    if not 2 <= len(letters) <= 8 or len(listed) < 2 or not short.replace(".", "").isupper():
        return False
    initials = {
        "".join(word[0] for word in listed),
        "".join(word[0] for word in listed if word not in _LINKS),
    }
    return letters in initials


def fits_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether ``short`` can name the person of ``full``: same surname, no other given name.

    A given name alone fits too, an initial fits its name.
    """
    if not short or not full or len(short) > len(full):
        return False
    if len(short) == 1:
        return same_word(short[0], full[-1])
    if not same_word(short[-1], full[-1]):
        return False
    rest = list(full[:-1])
    for word in short[:-1]:
        match = next((i for i, other in enumerate(rest) if _given(word, other)), None)
        if match is None:
            return False
        rest = rest[match + 1 :]
    return True


def _given(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return short == long[0]
    # "Ray" is Raymond and "Chris" Christopher; "Erica" is not Eric.
    cut = len(short) >= _SHORTENED and long.startswith(short)
    return same_word(left, right) or (cut and len(long) - len(short) >= _SHORTENED)


def _site(name: str) -> tuple[str, str]:
    for site in _SITES:
        if name.endswith(f" {site}"):
            return name[: -len(site) - 1], site
    return name, ""


def _same_words(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    left = tuple(word for word in left if word not in _PARTICLES)
    right = tuple(word for word in right if word not in _PARTICLES)
    return len(left) == len(right) > 0 and all(map(same_word, left, right))
