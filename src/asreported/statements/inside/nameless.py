"""Find bodies that an article speaks of as if it had named them: "the Authority's launch".

Reads:   regions.
Assigns: `Internal` of kind "attribution": which body is meant is not told.
"""

import re
from collections.abc import Iterator

from asreported.model.document import ARTICLE_KINDS
from asreported.model.statement import Internal, Reading
from asreported.statements.inside.breaks import SLIP

_BODY = (
    "Authority|Commission|Committee|Council|Ministry|Agency|Board|Bureau|Institute|Foundation"
    "|Association|Society|Alliance|Federation|Tribunal|Corporation|Inquiry|Panel|Act|Treaty"
)
_SPOKEN_OF = re.compile(rf"\b[Tt]he (?P<body>{_BODY})(?=[’'.,;:]|\s[a-z])")
_SHOWN = 3  # Places that are shown.


def find_nameless(reading: Reading) -> Iterator[Internal]:
    """Yield each such body where no longer name of one stands anywhere on the page."""
    document = reading.document
    found: dict[str, list[tuple[int, int]]] = {}
    for region in document.regions:
        if region.kind in ARTICLE_KINDS:
            for match in _SPOKEN_OF.finditer(document.text, region.start, region.end):
                found.setdefault(match["body"], []).append(match.span())
    for body, places in found.items():
        if not _is_named(document.text, body):
            spans = tuple(document.span(*place) for place in places[:_SHOWN])
            reason = f'nothing says which "{document.quote(spans[0])}" is'
            yield Internal("attribution", spans, SLIP, reason)


def _is_named(text: str, body: str) -> bool:
    """Return whether the word is part of a name: "Council of Osmar", "Council 14"."""
    before = rf"(?!(?:The|the) )\b(?:[A-Z][\w’'.&-]*|of|for|on|and),? {body}\b"
    behind = rf"\b{body}\b,? (?:[A-Z\d(]|(?:of|for|on|to|in|against|and) )"
    if re.search(f"{before}|{behind}", text):
        return True
    # "The energy agency ... the Agency": in small letters it was told of before.
    return bool(re.search(rf"\b{body.lower()}\b|\b{body.upper()}\b", text))
