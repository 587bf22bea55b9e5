"""Find who wrote a page with markup: by its marks, the lines beside its headline, its data.

A name that the page shows beside its headline goes before one that its data gives; a site's own
name is no author.
"""

import html
import re
from collections.abc import Sequence
from typing import NamedTuple

from asreported.documents.lines.bylines import is_person
from asreported.documents.lines.people import has_given_name, read_names
from asreported.documents.markup.marks import LINKED, NAMED, mark_bit
from asreported.documents.markup.signed import (
    MOST,
    WHOLE,
    Found,
    is_byline_of_newsroom,
    read_byline,
    read_line,
    read_marks,
)
from asreported.documents.markup.visible import Block, Visible

_ABOVE, _BELOW = 6, 14
"""Blocks above and below the headline among which its byline stands."""
AFTER = 10
"""Blocks after the article among which its signature may stand."""
_FAR_AFTER = 25
"""The same where the line says that it is one."""
_MARKED_BELOW, _MARKED_FAR = 8, 20
"""Blocks below the headline among which names that the markup gives are the article's: always, and
where its first paragraph is further down."""
_NEARER = 3
"""Blocks that a byline above the headline counts as further off: it may be another article's."""
_MOST_NAMES = 8
"""Names of one byline, unless the page's data says so: a note of works names more."""
_PLAIN = frozenset({"p", "div", "em", "i"})
_CONTACT = re.compile(
    r"kontakt|contact|ansprechpartner|presse|\btel\b|telefon|phone|@", re.IGNORECASE
)
_LEAST_SITE = 5
"""Letters from which the name of a site is told in a longer or shorter name."""


class Extent(NamedTuple):
    """The index of the headline, and those of the article's first and last paragraph."""

    headline: int
    first: int
    last: int


class _Zone(NamedTuple):
    """The blocks whose lines, and those whose marks, are looked at, and the one nearest to them."""

    lines: Sequence[int]
    marks: range
    near: int

    def distance(self, at: int) -> int:
        return abs(at - self.near) + (_NEARER if at < self.near else 0)


def find_writers(
    seen: Visible, extent: Extent, said: Sequence[Sequence[str]], sites: set[str]
) -> list[str]:
    """Return the names of who wrote the page, in order; none where it does not say.

    ``said`` are the names that its data gives, the most trusted first; ``sites`` the folded names
    that the site has.
    """
    told = _told(said, sites)
    shown = _beside_headline(seen, extent, sites)
    if shown is not None and told and (shown.rank >= 3 or _completes(shown, told)):
        return shown.names
    ending = _below_article(seen, extent, sites)
    signed = ending is not None and ending.rank >= 4
    if told:
        if _is_seen(told, seen.blocks[: extent.last + 1 + _FAR_AFTER]):
            return told
        # A site may give one name for all its pages.
        return ending.names if ending and signed else _labelled(seen, extent) or told
    if shown is not None:
        return ending.names if ending and signed and shown.rank < 3 else shown.names
    if any(map(is_byline_of_newsroom, _texts_beside(seen, extent))):
        return []
    return ending.names if ending else _labelled(seen, extent) or _signed_within(seen, extent)


def _told(said: Sequence[Sequence[str]], sites: set[str]) -> list[str]:
    for names in said:
        found = read_names(html.unescape(name) for name in names)
        found = [
            name
            for name in found
            if not _is_site(name, sites) and (is_person(name) or name.count(" ") < 3)
        ]
        if len(found) > 1:
            found = _likely(found)
        if found:
            return found
    return []


def _likely(names: list[str]) -> list[str]:
    """Return those of several names that may be of persons: "Church", "Life" and "Town" are not."""
    if any(map(is_person, names)):
        return [name for name in names if is_person(name) or has_given_name(name)]
    if any(" " in name for name in names):
        return [name for name in names if " " in name or has_given_name(name)]
    return names if any(map(has_given_name, names)) else []


def _is_site(name: str, sites: set[str]) -> bool:
    joined = "".join(re.findall(r"\w+", name.casefold()))
    whole = " " not in name
    named = any(_is_one(joined, "".join(site.split()), whole) for site in sites)
    return named and not (is_person(name) and has_given_name(name))


def _is_one(name: str, site: str, whole: bool) -> bool:
    """Return whether ``name`` is that of ``site``, but for an article or what the site adds."""
    if name == site or whole:
        return name == site
    if min(len(name), len(site)) < _LEAST_SITE:
        return False
    return site.startswith(name) or site.endswith(name) or (
        name.endswith(site) and len(name) - len(site) <= 3
    )  # fmt: skip


def _is_seen(names: Sequence[str], blocks: Sequence[Block]) -> bool:
    return any(name.split()[-1] in block.text for name in names for block in blocks)


def _completes(shown: Found, told: Sequence[str]) -> bool:
    """Return whether the data has the shown names, shortened.

    A line that may be anything, which is longer than a full name, is none.
    """
    full = shown.rank == 1 and all(" " in name for name in told) and len(shown.names) == len(told)
    return not full and _extends(shown.names, told)


def _extends(shown: Sequence[str], told: Sequence[str]) -> bool:
    """Return whether each name of ``told`` is, shortened or run together, one of ``shown``."""
    return all(any(_is_same(name, other) for other in shown) for name in told)


def _is_same(name: str, other: str) -> bool:
    mine, theirs = set(name.casefold().split()), set(other.casefold().split())
    joined = "".join(sorted(re.findall(r"\w", name.casefold())))
    return mine <= theirs or joined == "".join(sorted(re.findall(r"\w", other.casefold())))


def _beside_headline(seen: Visible, extent: Extent, sites: set[str]) -> Found | None:
    lines = lines_beside(seen, extent)
    far = min(extent.first + 3, extent.headline + _MARKED_FAR)
    marks = range(min(lines, default=0), max(extent.headline + _MARKED_BELOW, far))
    zone = _Zone(lines, marks, extent.headline)
    return _best(_named_in(seen, zone, extent, sites), zone)


def lines_beside(seen: Visible, extent: Extent) -> list[int]:
    """Return the indices of the blocks around the headline among which its byline stands."""
    low = max(0, extent.headline - _ABOVE)
    most = min(extent.first + 3, extent.headline + _BELOW)
    high = min(len(seen.blocks), max(extent.headline + 3, most))
    return [at for at in range(low, high) if at != extent.headline]


def _texts_beside(seen: Visible, extent: Extent) -> list[str]:
    return [seen.blocks[at].text for at in lines_beside(seen, extent) if at > extent.headline]


def _below_article(seen: Visible, extent: Extent, sites: set[str]) -> Found | None:
    low = max(extent.last - 1, extent.headline + 1)
    span = range(low, min(len(seen.blocks), extent.last + 1 + AFTER))
    signing = [at for at in span if _may_sign(seen.blocks[at])]
    zone = _Zone(signing, range(low, max(signing, default=low) + 1), low)
    # A line of nothing but "by" and a name may be the byline of another article here.
    found = [
        one._replace(rank=3) if one.rank == WHOLE else one
        for one in _named_in(seen, zone, extent, sites)
    ]
    best = _best(found, zone)
    if best and best.rank == 1 and _is_contact(seen.blocks, best.at):
        return None
    return None if best and best.rank == 3 and _is_of_several(best, found) else best


def _is_of_several(best: Found, found: Sequence[Found]) -> bool:
    """Return whether bylines below name different people: they are of other articles."""
    names = set(best.names)
    return any(one.rank == 3 and names.isdisjoint(one.names) for one in found)


def _labelled(seen: Visible, extent: Extent) -> list[str]:
    """Return the names of a line within or far below the article that says whose they are."""
    zone = range(extent.first, min(len(seen.blocks), extent.last + 1 + _FAR_AFTER))
    lines = (at for at in zone if _may_sign(seen.blocks[at]))
    marks = [mark for mark in seen.signed if mark.sure == NAMED and mark.at in zone]
    found = [*read_marks(marks, seen.blocks)]
    said = (read_byline(seen.blocks[at], at) for at in lines)
    found += [one for one in said if one is not None and 4 <= one.rank < WHOLE]
    found = [one for one in found if all(map(is_person, one.names)) or len(one.names) == 1]
    # Several are those of other articles.
    return found[0].names if len({tuple(one.names) for one in found}) == 1 else []


def _signed_within(seen: Visible, extent: Extent) -> list[str]:
    """Return the names of a line of nothing else below the first paragraphs.

    The article goes on with a box or another article that was held for a part of it.
    """
    zone = range(extent.first + 3, min(len(seen.blocks), extent.last + 1))
    lines = [at for at in zone if _may_sign(seen.blocks[at]) and _is_set_off(seen.blocks, at)]
    found = [one for at in lines for one in read_line(seen.blocks[at], at) if one.rank == 1]
    found = [one for one in found if not _is_told_of(one.names, seen, extent)]
    return found[0].names if len(found) == 1 else []


def _is_set_off(blocks: Sequence[Block], at: int) -> bool:
    """Return whether a line links nowhere and stands between a paragraph and none."""
    block, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    ends = below is None or len(below.text) <= MOST
    return block.tag in _PLAIN and not block.linked and ends and len(blocks[at - 1].text) > MOST


def _is_contact(blocks: Sequence[Block], at: int) -> bool:
    """Return whether the lines above say that this is whom to ask, and not who wrote."""
    return any(_CONTACT.search(block.text[:MOST]) for block in blocks[max(0, at - 3) : at + 1])


def _may_sign(block: Block) -> bool:
    bad = mark_bit("comment") | mark_bit("nav")
    return len(block.text) <= MOST and not block.near & bad and not block.hidden


def _named_in(seen: Visible, zone: _Zone, extent: Extent, sites: set[str]) -> list[Found]:
    """Return all names in ``zone`` that may be of who wrote."""
    near = frozenset(zone.lines)
    marks = [m for m in seen.signed if m.at in zone.marks and (m.at in near or m.sure > LINKED)]
    found = [
        one
        for one in read_marks(marks, seen.blocks)
        if one.at in near or one.rank == 3 or all(map(has_given_name, one.names))
    ]
    for at in zone.lines:
        if _may_sign(seen.blocks[at]):
            found.extend(read_line(seen.blocks[at], at))
    found = [one for one in found if len(one.names) <= _MOST_NAMES or one.rank == 5]
    found = [one for one in found if one.rank > 1 or not _is_told_of(one.names, seen, extent)]
    others = [kept for one in found if (kept := _without_sites(one, sites)).names]
    # A blog may have its author's name: it counts where no other name stands.
    return others or [one for one in found if one.rank >= 3 and not one.names[0][:2].isupper()]


def _best(found: Sequence[Found], zone: _Zone) -> Found | None:
    """Return the surest of ``found``; of equal ones full names, then those nearest to ``zone``."""
    if not found:
        return None
    best = min(found, key=lambda one: (-one.rank, _is_handle(one), zone.distance(one.at), one.at))
    # An element may hold one of several names, or all of them with an hour that runs on.
    fuller = [one for one in found if one.at == best.at and set(one.names) > set(best.names)]
    fuller = [one for one in fuller if all(" " in n and has_given_name(n) for n in one.names)]
    return max(fuller, key=lambda one: len(one.names), default=best)


def _is_handle(found: Found) -> bool:
    return not any(map(is_person, found.names))


def _without_sites(found: Found, sites: set[str]) -> Found:
    return found._replace(names=[name for name in found.names if not _is_site(name, sites)])


def _is_told_of(names: Sequence[str], seen: Visible, extent: Extent) -> bool:
    """Return whether the headline or a paragraph names one of ``names``: none names its author."""
    told = [seen.blocks[extent.headline].text] if extent.headline < len(seen.blocks) else []
    told += [
        block.text
        for block in seen.blocks[extent.first : extent.last + 1]
        if len(block.text) > MOST
    ]
    return any(name.split()[-1] in text for name in names for text in told)
