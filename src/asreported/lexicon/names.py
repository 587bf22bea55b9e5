"""Names as the language writes them: folding, places and their other names, demonyms, titles."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from asreported.lexicon.load import Row, column, table, words

# Letters of other scripts that are drawn like Latin ones. They are mapped only in words that hold
# Latin letters too, or nothing but look-alikes and digits of no word: see `fold`.
_LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХаеорсухіѕј", "ABESIJKMHOPCTYXaeopcyxisj")
_DROPPED = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])
_APOSTROPHES = "'’‘ʼ`´"


@cache
def fold(name: str) -> str:
    """Return ``name`` in the form in which spellings are compared.

    Lower case, no accents, no zero-width characters, look-alike letters of another script inside a
    Latin word replaced, hyphens as spaces, full stops and apostrophes left out.

    >>> fold("U.N."), fold("Jean-Luc  Ménard"), fold("al-Hadid")
    ('un', 'jean luc menard', 'al hadid')
    """
    plain = name.translate(_DROPPED)
    if not plain.isascii():
        if any("a" <= char <= "z" or "A" <= char <= "Z" for char in plain):
            plain = plain.translate(_LOOKALIKES)
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.casefold().replace(".", "").replace("&", " and ")
    for mark in _APOSTROPHES:
        plain = plain.replace(mark, "")
    for dash in "-‐‑–—/":
        plain = plain.replace(dash, " ")
    return " ".join(plain.split())


@cache
def places() -> dict[str, Row]:
    """Return the rows of the gazetteer under each folded name; the first row of a name wins."""
    found: dict[str, Row] = {}
    for row in table("places"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(fold(name), row)
    return found


@cache
def demonyms() -> dict[str, str]:
    """Return the place (or "") that each folded demonym belongs to, plurals included."""
    found = {fold(row["word"]): row["place"] for row in table("demonyms")}
    plurals = {f"{word}s": place for word, place in found.items() if not word.endswith(("s", "sh"))}
    return plurals | found


@cache
def titles(kind: str = "") -> frozenset[str]:
    """Return the words that stand before a person's name, of one kind or of all."""
    return words("titles", kind=kind) if kind else words("titles")


# How far back "bin" is looked for before a name.
_LONGEST_LINK = 6


@cache
def _fathers() -> frozenset[str]:
    """Return the words that lead to a father's name: "Ada bint Olan"."""
    return words("name_words", kind="father")


def ends_in_father(name: str) -> bool:
    """Return whether the last word of a name is the father's, which nobody bears alone."""
    parts = fold(name).split()
    return len(parts) > 1 and parts[-2] in _fathers()


def is_father(text: str, start: int) -> bool:
    """Return whether "bin" or the like stands before ``start``: the name there is a father's."""
    before = text[max(0, start - _LONGEST_LINK) : start].split()
    return bool(before) and before[-1].lower() in _fathers()


@cache
def _suffixes() -> frozenset[str]:
    return words("name_words", kind="suffix")


def without_suffix(name: Sequence[str]) -> Sequence[str]:
    """Return the folded words of a name without "jr", "iv" and the like at its end.

    >>> without_suffix(["ada", "roe", "jr"]), without_suffix(["jr"])
    (['ada', 'roe'], ['jr'])
    """
    last = len(name)
    while last > 1 and name[last - 1] in _suffixes():
        last -= 1
    return name[:last]


@cache
def head_types() -> Mapping[str, str]:
    """Return the type of name that each closing word makes ("ministry": "organisation")."""
    return column("name_heads", "type")


@cache
def given_names() -> dict[str, str]:
    """Return the sex ("f" or "m") of each folded given name."""
    return {fold(row["name"]): row["sex"] for row in table("given_names")}


@cache
def traits() -> frozenset[str]:
    """Return the words that only describe who is named behind: "Brave Ada Roe", "Girlfriend Ada".

    Titles and given names are none.
    """
    told = words("name_words", kind="epithet") | words("speaker_nouns", "noun", kind="person")
    return told - titles() - given_names().keys()
