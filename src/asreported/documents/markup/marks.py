"""Read what the attributes of an element say: the marks of its classes, and whether it is shown."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from asreported.lexicon.load import table

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)"
    r"|opacity\s*:\s*0\s*(?:;|$)|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}"
    r"|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white)\b[^\"]*background(?:-color)?\s*:\s*(?:#fff(?:fff)?|white)\b"
    r"|background(?:-color)?\s*:\s*(?:#fff(?:fff)?|white)\b[^\"]*(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white)\b",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"[a-zäöü]+\d*|[A-ZÄÖÜ][a-zäöü]*|[A-ZÄÖÜ]+")
_PROFILES = frozenset(
    ["author", "authors", "autor", "autoren", "autorin", "autores", "redakteur", "redakteure",
     "redaktion", "reporter", "reporters", "journalist", "journalists", "byline", "contributor",
     "contributors", "staff", "people", "person", "profile", "profiles", "profil", "user", "users",
     "member", "members"]
)  # fmt: skip
"""Steps of an address below which persons have pages of their own."""

_READ = frozenset(("style", "hidden", "aria-hidden", "itemprop", "rel"))
"""Attributes that say something, but for those that most elements have."""
LINKED, CALLED, NAMED = 1, 2, 3
"""How surely an element holds who wrote: it links to a profile, its class or its data says so."""


def read_attributes(attributes: Mapping[str, str]) -> tuple[int, bool, int]:
    """Return the marks that the attributes carry, whether they hide, and if they name a writer."""
    marks, hidden, signs = 0, False, 0
    for key, value in attributes.items():
        if key == "class" or key == "id" or key == "role":
            marks |= _marks_of(value[:200])
        elif key == "href":
            if signs == 0 and _is_profile(value[:300]):
                signs = LINKED
        elif key not in _READ:
            continue
        elif key == "style":
            hidden = hidden or _hides(value[:500])
        elif key == "hidden" or (key == "aria-hidden" and value == "true"):
            hidden = True
        elif key == "itemprop":
            marks |= _marks_of(value[:200])
            if value in ("author", "creator"):
                signs = NAMED
        elif key == "rel" and "author" in value:
            signs = NAMED
    if marks and signs < CALLED and marks & mark_bit("byline"):
        signs = CALLED
    return marks, hidden, signs


def _is_profile(address: str) -> bool:
    steps = address.casefold().split("/")
    if _PROFILES.isdisjoint(steps):
        return False
    below = pairwise(steps)
    return any(step in _PROFILES and name[:1] not in ("", "?", "#") for step, name in below)


@lru_cache(4096)
def _hides(style: str) -> bool:
    """Return whether ``style`` hides: a page has many elements of few styles."""
    return _HIDING.search(style) is not None


@cache
def mark_bit(mark: str) -> int:
    """Return the bit of ``mark``, one of the marks of the table of class words."""
    return 1 << mark_names().index(mark)


@cache
def mark_names() -> tuple[str, ...]:
    """Return all marks in the order of their bits."""
    return tuple(dict.fromkeys(row["mark"] for row in table("class_marks")))


@cache
def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for row in table("class_marks"):
        found[row["word"]] = found.get(row["word"], 0) | mark_bit(row["mark"])
    return found


@cache
def _marks_of(names: str) -> int:
    known, bits = _words(), 0
    for name in names.split():
        parts = [part.casefold() for part in _TOKENS.findall(name)]
        for at, part in enumerate(parts):
            bits |= known.get(part, 0)
            if at + 1 < len(parts):
                bits |= known.get(part + parts[at + 1], 0)
    return bits
