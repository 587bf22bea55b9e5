"""Tell the name of a page's site from its motto, its owner and the page's own title.

What a page's data gives for the site is often the window's title, an address or a note of rights.
"""

import re
from collections.abc import Iterable, Sequence

from asreported.documents.webpages.titles import fold_title, is_of_host, site_in, title_pieces

_ADDRESS = re.compile(r"(?:https?:)?//|www\.|[^\w\s]*[{<]", re.IGNORECASE)
"""Addresses, and what a template left unfilled."""
_RIGHTS = re.compile(
    r"(?:\W*(?:©|\(c\)|\bcopyright\b)\W*){0,3}(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{4})?(?:[\s,]+|$))?"
    r"(?:by\s)?",
    re.IGNORECASE,
)
_BEFORE = " \xa0.:|–—-•·»«☆★*~/"
_AFTER = _BEFORE.replace(".", "")
_FIRM = re.compile(
    r"(?:\b(?:GmbH|AG|KG|SE|Inc|LLC|Ltd|Limited|Corp|Corporation|Oy|AB)|\bS\.?[LA]|\bB\.?V|z o\.o)"
    r"\.?$"
)
_PLACES = frozenset(("start", "home", "startseite", "homepage", "website", "index", "blog", "news"))
"""What a page is within its site, and no site's name."""
_MOST_WORDS = 8
"""A longer name is a motto or a headline."""
_FEW_WORDS = 6
"""A name in parts that has no more words is kept whole."""


def name_site(
    sites: Sequence[str], owners: Sequence[str], titles: Iterable[str], window: str, host: str
) -> str:
    """Return the name of the site at ``host``, "" where nothing tells it.

    ``sites`` are the names that the page's data gives it, ``owners`` those of who publishes it,
    ``titles`` what the data calls the page, and ``window`` is the title of its window.
    """
    headings = {fold_title(title_pieces(title)[0]) for title in (*titles, window) if title.strip()}
    said = (*sites, site_in(window, host), *owners)
    named = [name for name in (_clean(name, headings, host) for name in said) if name]
    # A firm is named where nothing else is: it may have many sites.
    return next((name for name in named if not _FIRM.search(name)), named[0] if named else "")


def _clean(said: str, headings: set[str], host: str) -> str:
    """Return the name in what is ``said`` to be one, "" where it holds none."""
    name = _bare(_RIGHTS.sub("", said, count=1))
    if len(name) < 2 or _ADDRESS.match(name) or fold_title(name) in _PLACES:
        return ""
    pieces = [_bare(piece) for piece in title_pieces(name)]
    joined = fold_title(name).replace(" ", "")
    whole = joined in re.sub(r"\W", "", host)
    if whole or (len(pieces) == 1 and is_of_host(fold_title(name), host)):
        return name
    label = fold_title(host.removeprefix("www.").partition(".")[0])
    labelled = (piece for piece in pieces if label in fold_title(piece).split())
    told = _bare(site_in(name, host)) or next(labelled, "")
    if told:
        return told if _words(told) <= _MOST_WORDS else ""
    kept = [p for p in pieces if fold_title(p) not in headings or _words(p) <= _FEW_WORDS // 2]
    if len(kept) == len(pieces) and _words(name) <= _FEW_WORDS:
        return name
    return next((piece for piece in kept if 0 < _words(piece) <= _MOST_WORDS), "")


def _bare(name: str) -> str:
    return name.lstrip(_BEFORE).rstrip(_AFTER)


def _words(name: str) -> int:
    return len(fold_title(name).split())
