"""Find who signed a text: "By Jane Doe and John Roe, Staff Writer" and its kin."""

import re
from typing import NamedTuple

from asreported.lexicon.load import words
from asreported.lexicon.months import months

BY = ("by", "von", "par", "por", "di", "door", "av")
"""The word before who wrote, in the languages of the pages."""
_CUE = re.compile(
    r"\s*(?:(?:written|reporting|writing|reported|posted|published|story|analysis|article|text|report|authored)\s+by"
    rf"|{'|'.join(BY)}|author|authors|autor|autorin|text)\b\s*[:|]?\s*",
    re.IGNORECASE,
)
SIGNING = frozenset(
    ("written", "reporting", "writing", "reported", "posted", "published", "story", "analysis",
     "article", "text", "report", "authored", "author", "authors", "autor", "autorin", "additional",
     "editing", *BY)
)  # fmt: skip
"""Words with which lines begin that say who wrote, or who helped."""
_PART = r"(?:[^\W\d_a-zà-ÿ](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?)"
PARTICLES = (
    *("van", "von", "de", "del", "della", "di", "da", "dos", "la", "le", "al", "el", "bin", "ibn"),
    *("ben", "ter", "ten", "zu"),
)
"""Words in lower case inside names: "Ada van Roe"."""
_PARTICLE = rf"(?:{'|'.join((*PARTICLES, 'der', 'den', 'y'))})"
_NAME = re.compile(rf"{_PART}(?:[ \xa0](?:{_PARTICLE}[ \xa0]){{0,2}}{_PART}){{1,3}}")
_BREAK = re.compile(
    r"\s*(?:,\s*and|,|;|\band\b|\bund\b|\bet\b|\by\b|&|\||/|–|—|•|·|\bin\b|\bfor\b)\s*"
)
_AFTER = re.compile(r"[\])*_]*(?:\([^()\s]*\))?")
_WORD = re.compile(r"[^\s\xa0]+")
_DAY = re.compile(r"\.?[\s\xa0]*\d")
_NUMERALS = frozenset(("III",))
_SMALL = frozenset(("on", "at", "in", "vom", "am", "um", "für", "for"))


class Signature(NamedTuple):
    """A name at ``start:end`` of the line."""

    start: int
    end: int
    name: str


def find_signatures(text: str, cued: bool = True) -> list[Signature]:
    """Return the persons that the byline ``text`` names, in order; none where it is no byline.

    ``cued`` asks for a "by" in front; without, a line of nothing but names and offices will do.
    """
    cue = _CUE.match(text)
    if cued and (cue is None or len(text) > 160):
        return []
    at = cue.end() if cue else 0
    found: list[Signature] = []
    while at < len(text):
        at += len(text[at:]) - len(text[at:].lstrip(" \xa0[*_("))
        name = _NAME.match(text, at)
        if name is None or _is_office(name[0]):
            break
        end = _name_end(text, name)
        if end is None or (found and _is_place_of_work(text, name.start(), end)):
            break
        found.append(Signature(name.start(), end, " ".join(text[name.start() : end].split())))
        at = _AFTER.match(text, end).end()  # type: ignore[union-attr]
        joint = _BREAK.match(text, at)
        if joint is None:
            return found if _may_follow(text[at:]) else []
        at = joint.end()
    rest = text[at:].strip()
    return found if not rest or len(rest.split()) <= 12 else []


def _name_end(text: str, name: re.Match[str]) -> int | None:
    """Return where the name ends, without the date or the small word that runs on from it.

    None where no more than one word is left.
    """
    parts = list(_WORD.finditer(text, name.start(), name.end()))
    house = next((n for n in range(2, len(parts)) if _is_house(parts[n][0], parts[0][0])), None)
    parts = parts[:house]
    while parts and _runs_on(parts[-1][0], text[parts[-1].end() :]):
        parts.pop()
    return parts[-1].end() if len(parts) > 1 else None


def _is_house(word: str, first: str) -> bool:
    """Return whether a third word, in capitals below a name that is in none, is whom one is of."""
    return len(word) > 2 and word.isupper() and not first.isupper() and word not in _NUMERALS


def _runs_on(word: str, rest: str) -> bool:
    folded = word.casefold().rstrip(".")
    dated = folded in months() and _DAY.match(rest) is not None
    return dated or folded in _SMALL


def _is_place_of_work(text: str, start: int, end: int) -> bool:
    """Return whether ``start:end``, below a name, says for whom its bearer writes."""
    following = _WORD.match(text, end + 1)
    if following and following[0].casefold() in words("offices"):
        return True
    first = text[start:end].split()[0]
    return len(first) > 2 and first.isalpha() and first.isupper() and not text[:end].isupper()


def is_person(name: str) -> bool:
    """Return whether ``name`` has the form of a person's name and is no office or house."""
    return _NAME.fullmatch(name.strip()) is not None and not _is_office(name)


def _is_office(name: str) -> bool:
    parts = name.casefold().replace("-", " ").split()
    if parts[0] in ("a", "an", "the"):
        return True
    return any(part in words("offices") for part in parts) or name in words("agencies", "name")


def _may_follow(rest: str) -> bool:
    """Return whether what follows the last name can end a byline: an office, a date, nothing."""
    plain = rest.strip(" .|*_-–—()[]")
    return not plain or len(plain.split()) <= 8
