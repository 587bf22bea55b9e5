"""Words folded for comparison: without case, accents, possessive and, as stems, without endings."""

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*(?:['’´ʼ][^\W_]+)?")
"""A word or number as written: "Quist’s", "70,000", "well" and "known" of "well-known"."""

_ENDINGS = ("ingly", "ings", "ing", "edly", "ed", "ly", "es", "s", "e")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case, without accents or possessive, apostrophes made straight.

    >>> fold("Émile’s")
    'emile'
    """
    plain = word.casefold().replace("’", "'").replace("´", "'").replace("ʼ", "'")
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return plain.removesuffix("'s")


def folded_words(text: str) -> list[str]:
    """Return the words of a text, folded, in order.

    >>> folded_words("Émile’s 70,000 well-known boats")
    ['emile', '70,000', 'well', 'known', 'boats']
    """
    return [fold(word) for word in WORD.findall(text)]


def spaced(text: str) -> str:
    """Return the words of a text, folded, a space before, between and behind them.

    >>> spaced("No, he won’t.")
    " no he won't "
    """
    return f" {' '.join(folded_words(text))} "


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """Return a folded word without its ending, four letters at least.

    >>> stem("returning"), stem("returned"), stem("cities"), stem("was")
    ('return', 'return', 'city', 'was')
    """
    if folded.endswith("ies") and len(folded) > 4:
        return folded[:-3] + "y"
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            return folded[: -len(ending)]
    return folded


# Of stems: "labour", "organis", "analys", "defenc", "centr", "programm", "travell", "grey". That
# other stems are written anew alike does no harm: no two of them become one.
_BRITISH = (
    (re.compile(r"(?<=\w{3})our"), "or"),
    (re.compile(r"(?<=\w{3})([iy])s(?=ation|er|$)"), r"\1z"),
    (re.compile(r"enc$"), "ens"),
    (re.compile(r"(?<=\w{2})tr$"), "ter"),
    (re.compile(r"amm$"), "am"),
    (re.compile(r"(?<=\w{4})ll$"), "l"),
    (re.compile(r"^grey$"), "gray"),
)


@lru_cache(maxsize=65536)
def respell(stemmed: str) -> str:
    """Return a stem in one spelling, whichever side of the Atlantic it was written on.

    >>> respell(stem("organised")) == respell(stem("organized"))
    True
    >>> respell(stem("centres")), respell(stem("defence")), respell("four")
    ('center', 'defens', 'four')
    """
    for pattern, other in _BRITISH:
        stemmed = pattern.sub(other, stemmed)
    return stemmed
