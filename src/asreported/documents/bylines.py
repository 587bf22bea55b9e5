"""Find who signed a text: "By Jane Doe and John Roe, Staff Writer" and its kin."""

import re
from typing import NamedTuple

from asreported.lexicon.load import words

_CUE = re.compile(
    r"\s*(?:(?:written|reporting|writing|reported|posted|published|story|analysis|article|text|report|authored)\s+by"
    r"|by|author|authors|von|autor|autorin|text|par|por|di|door|av)\b\s*[:|]?\s*",
    re.IGNORECASE,
)
_PART = r"(?:[^\W\d_a-zà-ÿ](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ben|ter|ten|zu|y)"
_NAME = re.compile(rf"{_PART}(?:[ \xa0](?:{_PARTICLE}[ \xa0]){{0,2}}{_PART}){{1,3}}")
_BREAK = re.compile(
    r"\s*(?:,\s*and|,|;|\band\b|\bund\b|\bet\b|\by\b|&|\||/|–|—|•|·|\bin\b|\bfor\b)\s*"
)


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
        found.append(Signature(name.start(), name.end(), " ".join(name[0].split())))
        after = re.compile(r"[\])*_]*(?:\([^()\s]*\))?").match(text, name.end())
        at = after.end() if after else name.end()
        joint = _BREAK.match(text, at)
        if joint is None:
            return found if _may_follow(text[at:]) else []
        at = joint.end()
    rest = text[at:].strip()
    return found if not rest or len(rest.split()) <= 12 else []


def is_person(name: str) -> bool:
    """Return whether ``name`` has the form of a person's name and is no office or house."""
    return _NAME.fullmatch(name.strip()) is not None and not _is_office(name)


def _is_office(name: str) -> bool:
    parts = name.casefold().replace("-", " ").split()
    return any(part in words("offices") for part in parts) or name in words("agencies", "name")


def _may_follow(rest: str) -> bool:
    """Return whether what follows the last name can end a byline: an office, a date, nothing."""
    plain = rest.strip(" .|*_-–—()[]")
    return not plain or len(plain.split()) <= 8
