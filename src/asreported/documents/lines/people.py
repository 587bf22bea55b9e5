"""Make names of persons of what fields for authors hold."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from asreported.documents.lines.bylines import BY, PARTICLES
from asreported.lexicon.load import words
from asreported.lexicon.names import head_types

_CUE = re.compile(
    r"^\s*(?:(?:written|posted|published|veröffentlicht|geschrieben|verfasst|erstellt|eingestellt"
    r"|publicado|escrito)\s+(?:by|von|por)"
    rf"|{'|'.join(BY)}"
    r"|autor(?:in|en|innen)?|authors?|text|foto|interview|ein beitrag von"
    r"|ein artikel von|über|about)\b\s*:?\s*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:;|\||\n|,\s*(?:and|und)\b|,|•|·)\s*")
_BREAK = re.compile(r"\s*(?:\b(?:and|und|et|y|och|og)\b|&|/)\s*")
_DROP = re.compile(
    r"<[^<>]*>?|\([^()]*\)|\[[^\[\]]*\]|\S+@\S+|https?://\S+|@\w+|\s[–—-]\s.*$"
    r"|\s+(?:am|on|at|vom)\s+\d.*$|\d{1,2}[./]\d.*$"
)
_LOWERED = re.compile(
    r"\b(?:for|from|in|contributed|is|are|was|the|für|of|zur|zum|des|dem|deine[nmr]?|unsere[nmr]?)\b"
)
_ADDRESS = re.compile(r"\s*[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|[a-z]{2})\s*,")
"""A value that begins with a site's address goes on with its town."""
_PARTICLES = frozenset((*PARTICLES, "du"))
_ARTICLES = frozenset(("der", "den", "die", "das"))
_NUMERALS = frozenset(("II", "III", "IV", "JR", "SR"))
_MOST_WORDS = 5


def read_names(values: Iterable[str], single: bool = True) -> list[str]:
    """Return the persons named in ``values``, once each, in order.

    Offices, agencies and newsrooms are left out; a name of one word passes if ``single``.
    """
    found: dict[str, str] = {}
    for value in values:
        if _ADDRESS.match(value):
            continue
        bare = _CUE.sub("", _DROP.sub(" ", value[:300].replace("\xad", "")))
        # "Department for Roads, Harbours and Trade" are no two by the name of Harbours and Trade.
        alone = single and not ("," in bare and _LOWERED.search(bare))
        for piece in _pieces(bare):
            name = _CUE.sub("", " ".join(piece.split()).strip(" ,:-–—*_")).lstrip(".")
            # "Jr." and initials keep their point.
            name = name if len(name.split(" ")[-1]) <= 3 else name.rstrip(".")
            name = _without_office(_once(name))
            if _is_name(name, alone):
                # One who signs by a name run together is one already named.
                found.setdefault("".join(re.findall(r"\w", name.casefold())), name)
    return list(found.values())


def has_given_name(name: str) -> bool:
    """Return whether ``name`` begins with a given name of the tables."""
    return is_given_name(name.split()[0])


def is_given_name(word: str) -> bool:
    """Return whether ``word`` is a given name of the tables."""
    return word.casefold() in _given_names()


def is_mark(word: str) -> bool:
    """Return whether ``word`` is the mark of a house or a desk: "AFP", "red."."""
    return len(word.strip(".")) <= (6 if word.isupper() else 3 if word.islower() else 0)


def _pieces(text: str) -> Iterator[str]:
    for item in _ITEM.split(text):
        # An institute "for forest and landscape" is one name.
        yield from () if _LOWERED.search(item) else _BREAK.split(item)


def _once(name: str) -> str:
    """Return ``name`` where an element and its label give it twice: "Jane DoeJane Doe"."""
    for joint in ("", " "):
        half = (len(name) - len(joint)) // 2
        if half > 3 and name == name[:half] + joint + name[:half]:
            return name[:half]
    return name


def _without_office(name: str) -> str:
    """Return ``name`` without the offices before it: "Editor Jane Doe"."""
    parts = name.split()
    first = 0
    while first < len(parts) and parts[first].casefold() in words("offices"):
        first += 1
    rest = " ".join(parts[first:])
    return rest if first and len(parts) - first >= 2 and has_given_name(rest) else name


def _is_name(name: str, single: bool) -> bool:
    parts = name.split()
    if not 1 <= len(parts) <= _MOST_WORDS or not 2 < len(name) < 60 or any(map(str.isdigit, name)):
        return False
    if len(parts) == 1 and (not single or len(name) > 20 or "." in name):
        return False
    folded = {part.strip(".,").casefold() for part in re.split(r"[\s-]+", name)}
    if folded & words("offices") or name in words("agencies", "name"):
        return False
    return not _is_house(parts)


def _is_house(parts: list[str]) -> bool:
    """Return whether capitals or their lack tell a firm, a desk's mark or a phrase from a name."""
    first, last = parts[0], parts[-1]
    if len(parts) == 1:
        return is_mark(first)
    if first.islower() and first not in _PARTICLES:
        return True
    if len(parts) > 2 and last.islower() and not first.islower():
        return True
    headed = head_types().get(last.casefold()) == "organisation"
    if (headed or _ARTICLES & set(parts[1:])) and not has_given_name(" ".join(parts)):
        return True
    capitals = [part for part in parts if len(part) > 1 and part.isalpha() and part.isupper()]
    if len(capitals) == len(parts):
        return False
    # A family name may be in capitals and two initials run together; "ACME Group" is a firm.
    return any(
        part not in _NUMERALS
        and not (part is first and len(part) == 2)
        and not (part is last and len(part) >= 4)
        for part in capitals
    )


@cache
def _given_names() -> frozenset[str]:
    both = words("given_names", "name") | words("byline_names", "name")
    return frozenset(name.casefold() for name in both)
