"""Make names of persons of what fields for authors hold."""

import re
from collections.abc import Iterable

from asreported.lexicon.load import words

_CUE = re.compile(
    r"^\s*(?:(?:written|posted|published|veröffentlicht|geschrieben|verfasst|erstellt)\s+(?:by|von)"
    r"|by|von|par|por|di|door|autor(?:in)?|author|text|foto|interview|ein beitrag von"
    r"|ein artikel von)\b\s*:?\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*(?:;|\||\n|\band\b|\bund\b|\bet\b|&|/|,\s*(?:and|und)\b|,|•|·)\s*")
_DROP = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|\S+@\S+|https?://\S+|@\w+|\s[–—-]\s.*$"
    r"|\s+(?:am|on|at|vom)\s+\d.*$|\d{1,2}[./]\d.*$"
)
_LOWERED = re.compile(r"\b(?:for|from|in|contributed|is|are|was|the)\b")
_MOST_WORDS = 5


def read_names(values: Iterable[str], single: bool = True) -> list[str]:
    """Return the persons named in ``values``, once each, in order.

    Offices, agencies and newsrooms are left out; a name of one word passes if ``single``.
    """
    found: dict[str, str] = {}
    for value in values:
        bare = _CUE.sub("", _DROP.sub(" ", value[:300]))
        for piece in _BREAK.split(bare):
            name = _CUE.sub("", " ".join(piece.split()).strip(" ,:-–—*_")).lstrip(".")
            # "Jr." and initials keep their point.
            name = name if len(name.split(" ")[-1]) <= 3 else name.rstrip(".")
            if _is_name(name, single):
                found.setdefault(name.casefold(), name)
    return list(found.values())


def _is_name(name: str, single: bool) -> bool:
    parts = name.split()
    if not 1 <= len(parts) <= _MOST_WORDS or not 2 < len(name) < 60 or any(map(str.isdigit, name)):
        return False
    if len(parts) == 1 and (not single or len(name) > 20 or "." in name):
        return False
    folded = {part.strip(".,").casefold() for part in re.split(r"[\s-]+", name)}
    if folded & words("offices") or name in words("agencies", "name"):
        return False
    return not _LOWERED.search(name)
