"""Find which block of a page is its headline."""

import re
from collections.abc import Sequence

from asreported.documents.visible import Block, mark_bit

_SUFFIX = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")
_TOP = frozenset({"h1", "h2", "h3", "h4"})
_LOOKED_AT = 2_500
_ANY = 200
"""Blocks at the start that may be a headline without the look of one."""
_ENOUGH = 0.7
"""The standing of a main heading by itself is enough."""


def find_title(
    blocks: Sequence[Block], titles: Sequence[str], page_title: str, sites: Sequence[str] = ()
) -> int | None:
    """Return the index of the headline's block, or None where no block comes near one.

    ``titles`` are what the page's data calls it, ``page_title`` the title of its window, ``sites``
    what it calls its site: the site's name is no headline.
    """
    named = {_fold(site) for site in sites}
    wanted = [_fold(title) for title in titles if title]
    window = _fold(page_title)
    pieces = [_fold(piece) for piece in _SUFFIX.split(page_title) if piece.strip()]
    best: tuple[float, int] | None = None
    for at, block in enumerate(blocks[:_LOOKED_AT]):
        if len(block.text) > 300 or block.hidden:
            continue
        if at >= _ANY and block.tag not in _TOP and not block.near & mark_bit("title"):
            continue
        folded = _fold(block.text)
        score = _likeness(folded, wanted, pieces, window) + _standing(block)
        if folded in named:
            score -= 1.0
        if best is None or score > best[0] + 1e-9:
            best = (score, at)
    return best[1] if best and best[0] >= _ENOUGH else None


def _likeness(text: str, wanted: list[str], pieces: list[str], window: str) -> float:
    if len(text) < 3:
        return -1.0
    if text in wanted:
        return 1.6
    if text in pieces:
        return 1.3 if len(text) > 0.35 * len(window) else 0.9
    if window and text in window and len(text) > 0.4 * len(window):
        return 1.2
    words = set(text.split())
    best = 0.0
    for other in (*wanted, window):
        theirs = set(other.split())
        if theirs and words:
            shared = len(words & theirs) / max(len(words), min(len(theirs), len(words) + 4))
            best = max(best, shared)
    return best if best > 0.5 else 0.0


def _standing(block: Block) -> float:
    """Return what the markup says for a headline: its tag, its class, and that it links nowhere."""
    score = {"h1": 0.75, "h2": 0.35, "h3": 0.2, "h4": 0.1}.get(block.tag, 0.0)
    if block.near & mark_bit("title"):
        score += 0.15
    if block.near & (mark_bit("related") | mark_bit("nav") | mark_bit("comment")):
        score -= 0.3
    if block.far & (mark_bit("foot") | mark_bit("side")):
        score -= 0.3
    if block.linked >= len(block.text) * 0.9 and block.tag != "h1":
        score -= 0.2
    return score


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
