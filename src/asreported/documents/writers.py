"""Find who wrote a page with markup: by its marks, the lines beside its headline, its data.

A name that the page shows beside its headline goes before one that its data gives; a site's own
name is no author.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from asreported.documents.bylines import is_person
from asreported.documents.marks import CALLED, LINKED, NAMED, mark_bit
from asreported.documents.moments import find_moments
from asreported.documents.people import read_names
from asreported.documents.visible import Block, Signed, Visible
from asreported.lexicon.load import words

_CUE = re.compile(
    r"(?:^|(?<=[\s|•·»/,]))(?P<cue>(?:written|posted|published|words|story|report|text|fotos?|photos?"
    r"|geschrieben|ver[oö]ffentlicht|erstellt|verfasst|eingestellt|gespeichert|publiziert|beitrag)"
    r"(?:\s(?:und|&|and)\s\w+)?\s(?:by|von)|by|von|vom|par|por|di|door|av|escribe|auth?or(?:in|en)?"
    r"|auteure?|autor(?:es|a)?|text(?:\s(?:und|&|and)\s\w+)?(?=:)|redaktion(?=:)|words(?=:)"
    r"|thread starter|themenstarter|redakteur(?:in)?(?=:))"
    r"(?=[\s:\xa0]|(?-i:[A-ZÄÖÜ][a-zäöü.]))\s*:?\s*",
    re.IGNORECASE,
)
_SURE_CUES = re.compile(r"^(?:von|by|par|por|vom|di|av|door)$", re.IGNORECASE)
_STOP = re.compile(
    r"\d|[|•·»()›]|\s[-–—/]\s|:(?:\s|$)"
    r"|(?:^|[\s,])(?:am|um|on|at|in|im|unter|under|mit|with|para|für|for|vom|veröffentlicht|published"
    r"|posted|updated|aktualisiert|datum|stand|lesezeit|fotos?|photos?|bild(?:er)?|illustration"
    r"|kommentare?|comments?|hinterlasse|sagt|said|says|shares?|min|en)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?=.{0,24}[^\W\d_])[\w.-]{2,25}")
_OTHERS = re.compile(
    r"\b(?:bild|fotos?|photos?|image|getty|übersetzt|translated|edited|bearbeitet|traducido)\b|©",
    re.IGNORECASE,
)
_LABELS = re.compile(r"\b(?:stand|updated?|published|uhr|min|comments?|kommentare?)\b.*$", re.I)
_ABOVE, _BELOW = 6, 14
"""Blocks above and below the headline among which its byline stands."""
_AFTER = 10
"""Blocks after the article among which its signature may stand."""
_MOST = 160
"""Code points of a byline, at most."""


class Extent(NamedTuple):
    """The index of the headline, and those of the article's first and last paragraph."""

    headline: int
    first: int
    last: int


class _Found(NamedTuple):
    names: list[str]
    rank: int
    """How sure: 4 by the page's data in the markup, 3 by a cue, 2 by a class, 1 by its look."""
    at: int


def find_writers(
    seen: Visible, extent: Extent, said: Sequence[Sequence[str]], sites: set[str]
) -> list[str]:
    """Return the names of who wrote the page, in order; none where it does not say.

    ``said`` are the names that its data gives, the most trusted first; ``sites`` the folded names
    that the site has.
    """
    told = _told(said, sites)
    shown = _beside_headline(seen, extent, sites)
    if shown is not None and (not told or shown.rank >= 3 or _extends(shown.names, told)):
        return shown.names
    if told:
        return told
    ending = _below_article(seen, extent, sites)
    return ending.names if ending else []


def _told(said: Sequence[Sequence[str]], sites: set[str]) -> list[str]:
    for names in said:
        found = read_names(html.unescape(name) for name in names)
        found = [
            name
            for name in found
            if not _is_site(name, sites) and (is_person(name) or name.count(" ") < 3)
        ]
        if found:
            return found
    return []


def _is_site(name: str, sites: set[str]) -> bool:
    joined = "".join(re.findall(r"\w+", name.casefold()))
    named = any(joined == "".join(site.split()) for site in sites)
    return named and not (is_person(name) and _has_given_name(name))


def _extends(shown: Sequence[str], told: Sequence[str]) -> bool:
    """Return whether each name of ``told`` is, shortened or run together, one of ``shown``."""
    return all(any(_is_same(name, other) for other in shown) for name in told)


def _is_same(name: str, other: str) -> bool:
    mine, theirs = set(name.casefold().split()), set(other.casefold().split())
    joined = "".join(sorted(re.findall(r"\w", name.casefold())))
    return mine <= theirs or joined == "".join(sorted(re.findall(r"\w", other.casefold())))


def _beside_headline(seen: Visible, extent: Extent, sites: set[str]) -> _Found | None:
    blocks = seen.blocks
    low = max(0, extent.headline - _ABOVE)
    most = min(extent.first + 3, extent.headline + _BELOW)
    high = min(len(blocks), max(extent.headline + 3, most))
    zone = [at for at in range(low, high) if at != extent.headline and _may_sign(blocks[at])]
    return _best(seen, zone, extent.headline, extent, sites)


def _below_article(seen: Visible, extent: Extent, sites: set[str]) -> _Found | None:
    blocks = seen.blocks
    low = max(extent.last - 1, extent.headline + 1)
    zone = range(low, min(len(blocks), extent.last + 1 + _AFTER))
    return _best(seen, [at for at in zone if _may_sign(blocks[at])], low, extent, sites)


def _may_sign(block: Block) -> bool:
    bad = mark_bit("comment") | mark_bit("nav")
    return len(block.text) <= _MOST and not block.near & bad and not block.hidden


def _best(
    seen: Visible, zone: Sequence[int], near: int, extent: Extent, sites: set[str]
) -> _Found | None:
    """Return the surest names in ``zone``, of equal ones those nearest to the block ``near``."""
    inside = frozenset(range(min(zone), max(zone) + 1)) if zone else frozenset()
    found = [*_signatures([mark for mark in seen.signed if mark.at in inside], seen.blocks)]
    for at in zone:
        found.extend(_in_line(seen.blocks[at], at))
    found = [one for one in found if one.rank > 1 or not _is_told_of(one.names, seen, extent)]
    others = [one for one in found if not all(_is_site(name, sites) for name in one.names)]
    # A blog may have its author's name: it counts where no other name stands.
    found = others or [one for one in found if one.rank >= 3]
    if not found:
        return None
    return min(found, key=lambda one: (-one.rank, abs(one.at - near), one.at))


def _is_told_of(names: Sequence[str], seen: Visible, extent: Extent) -> bool:
    """Return whether the headline or a paragraph names one of ``names``: none names its author."""
    told = [seen.blocks[extent.headline].text] if extent.headline < len(seen.blocks) else []
    told += [
        block.text
        for block in seen.blocks[extent.first : extent.last + 1]
        if len(block.text) > _MOST
    ]
    return any(name.split()[-1] in text for name in names for text in told)


def _signatures(signed: Sequence[Signed], blocks: Sequence[Block]) -> Iterator[_Found]:
    """Yield the names that the markup gives, those of neighbouring elements together."""
    for sure in (NAMED, CALLED, LINKED):
        names: dict[str, str] = {}
        rank, start, last = 0, -9, -9
        for mark in signed:
            if mark.sure != sure or len(mark.text) > _MOST or _OTHERS.search(mark.text):
                continue
            if names and mark.at - last > 1:
                break
            here = _names_of(mark, blocks[mark.at])
            if here:
                start, last = (mark.at if not names else start), mark.at
                for name in here:
                    # An element around one that was read says no more, but it may run on.
                    if not any(name.casefold().startswith(known) for known in names):
                        names[name.casefold()] = name
                rank = max(rank, 4 if sure == NAMED else 3 if _is_byline(blocks[last].text) else 2)
        if names:
            yield _Found(_longest(names.values()), rank, start)


def _names_of(mark: Signed, block: Block) -> list[str]:
    names = _cued(mark.text) or read_names([_bare(mark.text)]) or _handle(mark.text)
    names = [name for name in names if not _CUE.fullmatch(f"{name} ")]
    if mark.sure == NAMED:
        return names
    if mark.sure == LINKED:
        return [name for name in names if is_person(name) and _has_given_name(name)]
    return [name for name in names if _looks_named(name, block)]


def _longest(names: Iterable[str]) -> list[str]:
    """Return ``names`` without those that are a part of another."""
    listed = list(names)
    return [
        name
        for name in listed
        if not any(name != other and name in other.split() for other in listed)
    ]


def _is_byline(text: str) -> bool:
    return _CUE.search(text) is not None or next(find_moments(text), None) is not None


def _looks_named(name: str, block: Block) -> bool:
    """Return whether ``name`` may be one: it has a person's form, or stands by a date or a "by"."""
    if is_person(name):
        return True
    if " " in name or name.casefold() in words("offices"):
        return False
    return _is_byline(block.text) or len(block.text) < 30


def _handle(text: str) -> list[str]:
    """Return the name that a member of a site has given himself, where ``text`` is one."""
    known = text.casefold() in words("offices") or _CUE.fullmatch(f"{text} ") is not None
    return [text] if _HANDLE.fullmatch(text) and not known else []


def _in_line(block: Block, at: int) -> Iterator[_Found]:
    if _OTHERS.search(block.text) and not _CUE.match(block.text):
        return
    names = _cued(block.text)
    if names:
        yield _Found(names, 3, at)
        return
    marked = bool(block.near & (mark_bit("byline") | mark_bit("meta") | mark_bit("date")))
    names = _beside_date(block.text, marked) or _alone(block)
    if names:
        yield _Found(names, 1, at)


def _cued(text: str) -> list[str]:
    """Return the names after a "by" or "von" in a line that is a byline."""
    cue = _CUE.search(text)
    if cue is None:
        return []
    dated = next(find_moments(text), None) is not None
    if cue.start() > 0 and _SURE_CUES.match(cue["cue"]) and not dated and cue.start() > 24:
        return []
    rest = text[cue.end() :]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    whole = cue.start() == 0 or dated
    names = read_names([rest]) or (_handle(rest.strip()) if dated else [])
    return [name for name in names if is_person(name) or (whole and " " not in name)]


def _bare(text: str) -> str:
    """Return ``text`` up to a date or a label."""
    found = next(find_moments(text), None)
    return _LABELS.sub("", text[: found.start] if found and found.start else text)


def _beside_date(text: str, marked: bool) -> list[str]:
    """Return the names in a line that has, but for a name, a date and little else."""
    dates = list(find_moments(text))
    if not dates:
        return []
    rest = text
    for date in reversed(dates):
        rest = f"{rest[: date.start]}|{rest[date.end :]}"
    found = []
    for piece in re.split(r"[|•·,\d:()]+|\s[-–—/]\s", rest):
        name = " ".join(piece.split()).strip(" -–—")
        if is_person(name) and (marked or _has_given_name(name)):
            found.extend(read_names([name]))
    return found[:3]


def _alone(block: Block) -> list[str]:
    """Return the names in a line of nothing but names of persons."""
    if len(block.text) > 80:
        return []
    names = read_names([block.text], single=False)
    size = sum(len(name) for name in names)
    if not names or not all(is_person(name) and _has_given_name(name) for name in names):
        return []
    return names if size >= 0.75 * len(block.text) else []


def _has_given_name(name: str) -> bool:
    return name.split()[0].casefold() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    both = words("given_names", "name") | words("byline_names", "name")
    return frozenset(name.casefold() for name in both)
