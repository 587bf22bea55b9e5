"""Tell which accounts may have it from one news outlet: one names another, or all name a third.

"Mueller has the phone, ABC News reports" is in three accounts one report.

Reads:   the texts, headlines and outlets of the accounts; the tables of outlets and agencies.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from asreported.lexicon.load import words
from asreported.report.accounts import Account

_ARTICLE = "The "
_SHORTEST = 3
"""Letters of a name in capitals: "AP" may be anything, "CNN" is not."""


def cite_one(documents: Iterable[str], accounts: Mapping[str, Account]) -> bool:
    """Return whether one of the documents (ids) names another's outlet, or all a third outlet."""
    told = [accounts[key].document for key in sorted(set(documents))]
    named = [_named(document.text) for document in told]
    outlets = [_plain(document.outlet.name) if document.outlet else "" for document in told]
    cited = any(
        outlet in names
        for at, names in enumerate(named)
        for outlet in (*outlets[:at], *outlets[at + 1 :])
    )
    others = [names - {own} for names, own in zip(named, outlets, strict=True)]
    return cited or bool(frozenset.intersection(*others))


@lru_cache(maxsize=512)
def _named(text: str) -> frozenset[str]:
    return frozenset(_plain(found) for found in _pattern().findall(text))


def _plain(name: str) -> str:
    return name.removeprefix(_ARTICLE)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds the outlets that no other words are: not "Time", nor "The Sun"."""
    listed = words("outlets", "name") | words("agencies", "name") | words("agencies", "agency")
    plain = {_plain(name) for name in listed}
    sure = {n for n in plain if " " in n or (n.isupper() and len(n) >= _SHORTEST)}
    longest = sorted(map(re.escape, sure), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b")
