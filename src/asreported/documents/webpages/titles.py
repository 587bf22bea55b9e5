"""Find which block of a page, or which part of one, is its headline."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import exp
from typing import NamedTuple
from unicodedata import normalize

from asreported.documents.lines.moments import find_moments
from asreported.documents.markup.marks import mark_bit
from asreported.documents.markup.visible import Block

_SUFFIX = re.compile(r"\s+[|–—·•»«:│-]+\s+|\s*[|»«│]\s*")
_OF_TAG = {"h1": 0.75, "h2": 0.35, "h3": 0.2, "h4": 0.1}
_TOP = frozenset(_OF_TAG)
_LOOKED_AT = 2_500
_ANY = 200
"""Blocks at the start that may be a headline without the look of one."""
_ENOUGH = 0.7
"""The standing of a main heading by itself is enough."""
_ENOUGH_ABOVE = 0.45
_RIGHT_ABOVE = 6
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How addresses spell letters that they lack."""
_MOST_LIKE = 1.6
"""What a block that says the title is like it."""
_MOST_CLOSE = 0.4
_SAME = 1e-9
_LIKELY = 0.5
_PROSE = 60
"""Code points from which a likely block is held for a paragraph."""
_MOST_OF_SITE = 6
"""Words of a site's name."""
_WORD = re.compile(r"\w+")


class Title(NamedTuple):
    """The headline: ``start:end`` of the text of the block at the index ``at``."""

    at: int
    start: int
    end: int


class Names(NamedTuple):
    """What a page's data calls the page, folded: whole titles, pieces of the window's, sites."""

    wanted: list[str]
    pieces: list[str]
    window: str
    sites: set[str]
    words: list[set[str]]
    """Those of the titles and of the window, a set each."""


def name_page(titles: Sequence[str], page_title: str, sites: Sequence[str], host: str) -> Names:
    """Return the page's names: ``titles`` of its data, ``page_title`` of its window.

    ``sites`` are the names of its site and ``host`` its address: they are no headline.
    """
    pieces = [fold_title(piece) for piece in _SUFFIX.split(page_title) if piece.strip()]
    named = {fold_title(site) for site in sites}
    named |= {piece for piece in pieces if is_of_host(piece, host)}
    wanted = [fold_title(title) for title in titles if title]
    for title in titles:
        parts = [fold_title(part) for part in _SUFFIX.split(title)]
        if len(parts) > 1 and parts[-1] in named:
            wanted.append(" ".join(parts[:-1]))
    window = fold_title(page_title)
    sets = [set(title.split()) for title in (*wanted, window) if title]
    return Names(wanted, pieces, window, named - {""}, sets)


def title_pieces(title: str) -> list[str]:
    """Return what strokes and bars part ``title`` into."""
    return [piece for piece in _SUFFIX.split(title) if piece.strip()] or [title]


def site_in(page_title: str, host: str) -> str:
    """Return the piece of the window's title that is the name of the site at ``host``, or ""."""
    pieces = [piece.strip(" \xa0|:–—-()") for piece in _SUFFIX.split(page_title)]
    short = (piece for piece in reversed(pieces) if piece.count(" ") < _MOST_OF_SITE)
    return next((piece for piece in short if is_of_host(fold_title(piece), host)), "")


def find_title(blocks: Sequence[Block], names: Names, odds: Sequence[float]) -> Title | None:
    """Return the headline, or None where no block comes near one.

    ``odds`` say of each block how likely it is the article's own: a headline is right above.
    """
    first = _first_paragraph(blocks, odds)
    standing = {
        at: _standing(block)
        for at, block in enumerate(blocks[:_LOOKED_AT])
        if len(block.text) <= 300 and not block.hidden and _may_stand(at, block)
    }
    best: tuple[float, int] | None = None
    # What stands best is weighed first: the names of most others need not be compared.
    for at in sorted(standing, key=lambda at: (-standing[at], at)):
        if best and standing[at] + _MOST_CLOSE + _MOST_LIKE < best[0] - _SAME:
            break
        closeness = _closeness(at, first)
        if best and standing[at] + max(0.0, closeness) + _MOST_LIKE < best[0] - _SAME:
            continue
        score = _likeness(blocks[at], names) + standing[at]
        if score > 0:
            score += closeness
        better = best is None or score > best[0] + _SAME
        if better or (best and score > best[0] - _SAME and at < best[1]):
            best = (score, at)
    if best is None or not _passes(blocks[best[1]], best[0], best[1], first):
        return None
    return Title(best[1], *_part(blocks[best[1]], names))


def _may_stand(at: int, block: Block) -> bool:
    return at < _ANY or block.tag in _TOP or bool(block.near & mark_bit("title"))


def _passes(block: Block, score: float, at: int, first: int | None) -> bool:
    """Return whether the best is good enough: a heading right above the article needs less."""
    titled = block.tag in _TOP or bool(block.near & mark_bit("title"))
    near = first is not None and 0 < first - at <= _RIGHT_ABOVE
    return score >= (_ENOUGH_ABOVE if titled and near else _ENOUGH)


def _first_paragraph(blocks: Sequence[Block], odds: Sequence[float]) -> int | None:
    """Return the index of the first of the article's paragraphs, None where there is none."""
    for at, (block, odd) in enumerate(zip(blocks, odds, strict=True)):
        if odd >= _LIKELY and len(block.text) >= _PROSE and block.tag not in _TOP:
            return at
    return None


def _closeness(at: int, first: int | None) -> float:
    if first is None:
        return 0.0
    return _MOST_CLOSE * exp((at - first) / 8) if at < first else -0.25


def is_of_host(piece: str, host: str) -> bool:
    """Return whether a piece of a title, folded and run together, names the site at ``host``."""
    bare = re.sub(r"\W+", "", re.sub(r"^www\.", "", host.casefold()))
    return any(len(j) >= 4 and (j in bare or bare.startswith(j[:12])) for j in _joined(piece))


def _joined(piece: str) -> tuple[str, ...]:
    """Return ``piece`` run together, as it is and in the letters that addresses have."""
    joined = re.sub(r"\W+|^the", "", piece)
    if joined.isascii():
        return (joined,)
    plain = normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return joined, joined.translate(_SPELT), plain


def _likeness(block: Block, names: Names) -> float:
    text = fold_title(block.text)
    if len(text) < 3:
        return -1.0
    if text in names.sites and len(names.pieces) > 1:
        return -0.6
    if text in names.wanted:
        return _MOST_LIKE
    if text in names.pieces:
        whole = len(text) > 0.35 * len(names.window)
        return 1.3 if whole else 1.1 if text == names.pieces[0] else 0.9
    if names.window and text in names.window and len(text) > 0.4 * len(names.window):
        return 1.2
    words = set(text.split())
    best = 0.0
    for theirs in names.words:
        if not words.isdisjoint(theirs):
            shared = len(words & theirs) / max(len(words), min(len(theirs), len(words) + 4))
            best = max(best, shared)
    return best if best > 0.5 else 0.0


def _standing(block: Block) -> float:
    """Return what the markup says for a headline: its tag, its class, and that it links nowhere."""
    title, other, around = _bits()
    score = _OF_TAG.get(block.tag, 0.0)
    if block.near & title:
        score += 0.15
    if block.near & other:
        score -= 0.3 if block.tag in _TOP else 0.7
    if block.far & around:
        score -= 0.3
    if block.linked >= len(block.text) * 0.9:
        score -= 0.2 if block.tag != "h1" else 0.1
    return score


@cache
def _bits() -> tuple[int, int, int]:
    """Return the marks of titles, those of other things, and those of what is around a text."""
    other = mark_bit("related") | mark_bit("nav") | mark_bit("comment")
    return mark_bit("title"), other, mark_bit("foot") | mark_bit("side")


def _part(block: Block, names: Names) -> tuple[int, int]:
    """Return which part of a heading is the title, without its kicker, its date or its subtitle."""
    whole = (0, len(block.text))
    if not block.cuts:
        return whole
    edges = (0, *block.cuts, len(block.text))
    parts = [_trimmed(block.text, low, high) for low, high in pairwise(edges)]
    known = [
        p for p in parts if fold_title(block.text[p[0] : p[1]]) in (*names.wanted, *names.pieces)
    ]
    known = [p for p in known if len(_words(block.text, p)) >= 2]
    if known and fold_title(block.text) not in names.wanted:
        order = [*names.wanted, *names.pieces]
        return min(known, key=lambda part: order.index(fold_title(block.text[part[0] : part[1]])))
    apart = any(not _words(block.text, part) for part in parts[1:-1])
    if apart and len(_words(block.text, parts[-1])) >= 3:
        return parts[-1]
    if len(parts) == 2 and _is_date(block.text[parts[0][0] : parts[0][1]]):
        return parts[-1]
    return whole


def _is_date(text: str) -> bool:
    """Return whether ``text`` is a date and nothing else."""
    found = next(find_moments(text), None)
    return found is not None and not _WORD.search(text[: found.start] + text[found.end :])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def _words(text: str, part: tuple[int, int]) -> list[str]:
    return _WORD.findall(text[part[0] : part[1]])


def fold_title(text: str) -> str:
    """Return the words of ``text``, folded in case."""
    return " ".join(_WORD.findall(text.casefold()))
