"""Know the digits that a word for one number stands for."""

from functools import cache

from asreported.lexicon.load import table

_CARDINAL = frozenset({"one", "teen", "ten"})


def digits(word: str) -> str:
    """Return the digits of a number as written or written out, "" for another word.

    >>> digits("Ninth"), digits("9th"), digits("12"), digits("grey")
    ('9', '9', '12', '')
    """
    lower = word.lower()
    return written_out(ordinals=True).get(lower, "".join(c for c in lower if c.isdigit()))


@cache
def number_pattern() -> str:
    """Return the source of a pattern for a number up to 999, in digits or in one word."""
    return rf"(?:\d{{1,3}}|{'|'.join(sorted(written_out(), key=len, reverse=True))})"


@cache
def written_out(ordinals: bool = False) -> dict[str, str]:
    """Return the digits of each word for one number, with ``ordinals`` those of "ninth" too."""
    roles = _CARDINAL | {"ordinal"} if ordinals else _CARDINAL
    return {row["word"]: row["value"] for row in table("number_words") if row["role"] in roles}
