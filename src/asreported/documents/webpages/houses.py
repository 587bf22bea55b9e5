"""Find the house that a byline names where it names no person: "By the Lindmouth Harbour Trust".

A newsroom is an author only by its name: "By staff" says nothing. An agency is a credit, which
`wires` reads.
"""

import re
from collections.abc import Iterator, Sequence

from asreported.documents.lines.wires import agency_of
from asreported.documents.markup.marks import NAMED
from asreported.documents.markup.signed import MOST, signature_of
from asreported.documents.markup.visible import Block, Visible
from asreported.documents.webpages.writers import AFTER, Extent, lines_beside
from asreported.lexicon.load import words

_NAME = re.compile(r"[\w&.'’+-]+(?: [\w&.'’+-]+){0,5}")
_JOINED = re.compile(r"\w[.-]\w")
"""An address or a mark of a house keeps its small letters."""
_SMALL = frozenset(("of", "the", "and", "for", "und", "der", "die", "des", "de", "del", "la", "&"))
_LONGEST = 60


def find_house(seen: Visible, extent: Extent, said: Sequence[str]) -> str:
    """Return the house named by the byline of a page with markup, "" where none is.

    ``said`` are the authors that the page's data gives.
    """
    return next(filter(is_house, _candidates(seen, extent, {name.casefold() for name in said})), "")


def is_house(name: str) -> bool:
    """Return whether ``name`` is one of more than offices, and of no agency."""
    parts = name.split()
    agency = any(map(agency_of, (name, *parts)))
    if agency or len(name) > _LONGEST or _NAME.fullmatch(name) is None:
        return False
    if not all(p[0].isupper() or p[0].isdigit() or p in _SMALL or _JOINED.search(p) for p in parts):
        return False
    return any(p.casefold() not in words("offices") and p not in _SMALL for p in parts)


def _candidates(seen: Visible, extent: Extent, said: set[str]) -> Iterator[str]:
    beside = frozenset(at for at in lines_beside(seen, extent) if _may_name(seen.blocks[at]))
    below = range(extent.last + 1, extent.last + 1 + AFTER)
    for mark in seen.signed:
        cued, marked = signature_of(mark.text), mark.sure == NAMED
        name = cued or mark.text
        given = name.casefold() in said
        signs = given and marked and mark.at in below
        if signs or (mark.at in beside and (cued or given or marked)):
            yield name
    for at in sorted(beside):
        yield signature_of(seen.blocks[at].text) or ""


def _may_name(block: Block) -> bool:
    return len(block.text) <= MOST and not block.hidden
