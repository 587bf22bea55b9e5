"""Read a page with markup: its visible text, the label of every line, and what its data says."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.lines.people import read_names
from asreported.documents.lines.wires import agency_of
from asreported.documents.markup.visible import Block, Visible, part_block, visible_text
from asreported.documents.markup.walk import read_visible
from asreported.documents.markup.withheld import read_shown
from asreported.documents.pagetext import PageText
from asreported.documents.regions.body import label_article
from asreported.documents.webpages.embedded import DataReader, Embedded
from asreported.documents.webpages.houses import find_house
from asreported.documents.webpages.sites import name_site
from asreported.documents.webpages.titles import Names, find_title, name_page
from asreported.documents.webpages.webpage import label_blocks, label_turn, lines_of
from asreported.documents.webpages.writers import Extent, find_writers
from asreported.documents.weights.linemodel import DOUBT, weigh_blocks
from asreported.errors import DocumentError
from asreported.model.address import host_of
from asreported.model.document import Warnings

_PARAGRAPH = 60
"""Code points from which a line of the article is held for a paragraph."""
_DATA_WARNINGS = 3
"""Warnings of broken data that are kept: a page may repeat one slip in every block."""
_LONG = 100
"""Words of a text below a main title from which it is an article of its own, and no teaser."""


def read_html(name: str, markup: str, fields: Mapping[str, str], most: int) -> PageText:
    """Return what is read of ``markup``; ``most`` is how many code points of text are kept.

    ``fields`` are those of a record of the page: they go before what its own data says.

    Raises:
        DocumentError: It holds no text, or is nested too deep or too large.
    """
    data = DataReader()
    shown_at_once, warnings = read_visible(name, markup, data)
    said = data.finish()
    shown = read_shown(name, markup, shown_at_once, said.bodies)
    seen, cut = _bounded(shown.seen, most)
    if not seen.blocks:
        raise DocumentError(name, "no_text", "no text in it that a reader sees")
    titles = [fields["title"], *said.titles] if fields.get("title") else said.titles
    host = _host(fields.get("url") or name)
    named = name_page(titles, said.page_title, [*said.sites, *said.owners], host)
    lines = lines_of(seen.blocks)
    odds, commented = _weigh(seen, lines, said.page_title or " ".join(titles[:1]), shown.told)
    seen, headline = _set_title_apart(seen, named, odds, commented)
    if len(seen.blocks) != len(lines):
        lines = lines_of(seen.blocks)
    draft = label_blocks(seen.blocks, lines, headline, odds)
    if any(commented[at] >= DOUBT for at in draft.open()):
        label_turn(draft)
    label_article(draft)
    merged = {**_fields_of(said, host), **{key: value for key, value in fields.items() if value}}
    extent = _extent(seen, headline, draft)
    writers = _writers(seen, extent, said, fields, named.sites | _labels_of(host))
    if not writers:
        merged["house"] = find_house(seen, extent, [name for each in said.authors for name in each])
    several = _several_articles(seen.blocks, draft)
    told = (*warnings, *shown.warnings, *cut, *said.warnings[:_DATA_WARNINGS], *several)
    return PageText(
        visible_text(seen.blocks), draft, merged, writers, tuple(said.dates), warnings=told
    )


def _weigh(
    seen: Visible, lines: Sequence[Line], title: str, told: int
) -> tuple[list[float], list[float]]:
    """Return the odds of each block to be the article's own, and to be a reader's comment.

    The blocks from ``told`` on are the article, as the page's data has it: the model is not asked.
    """
    weighed = weigh_blocks(seen.blocks, lines, title)
    rest = len(lines) - told
    article, comment = weighed.article.tolist()[:told], weighed.comment.tolist()[:told]
    return [*article, *[1.0] * rest], [*comment, *[0.0] * rest]


def _writers(
    seen: Visible, extent: Extent, said: Embedded, fields: Mapping[str, str], sites: set[str]
) -> tuple[str, ...]:
    """Return who wrote the page: by its record, else by what it shows and what its data says."""
    recorded = read_names(fields.get("authors", "").split("\n"))
    return tuple(recorded or find_writers(seen, extent, said.authors, sites))


def _set_title_apart(
    seen: Visible, named: Names, odds: list[float], commented: list[float]
) -> tuple[Visible, int | None]:
    """Return the page with its headline on a line of its own, and that line's index.

    ``odds`` and ``commented`` grow with the lines.
    """
    title = find_title(seen.blocks, named, odds)
    if title is None or title.end - title.start == len(seen.blocks[title.at].text):
        return seen, title.at if title else None
    parted, headline = part_block(seen, title.at, title.start, title.end)
    more = len(parted.blocks) - len(odds)
    for each in (odds, commented):
        each[title.at : title.at + 1] = [0.0] * (more + 1)
    return parted, headline


def _extent(seen: Visible, headline: int | None, draft: Draft) -> Extent:
    """Return where the headline and the article's paragraphs are."""
    above = -1 if headline is None else headline
    prose = [
        at
        for at in range(above + 1, len(seen.blocks))
        if draft.kind(at) == "body" and len(seen.blocks[at].text) > _PARAGRAPH
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(seen.blocks), len(seen.blocks) - 1)
    return Extent(first if headline is None else headline, first, last)


def _labels_of(host: str) -> set[str]:
    """Return the words of a site's address that may be its name."""
    return {re.sub(r"\W+", "", label) for label in host.split(".")[:-1] if len(label) > 2} - {"www"}


def _host(address: str) -> str:
    """Return the host of ``address``; of an archived page, that of the page."""
    return host_of(address[max(address.rfind("http://"), address.rfind("https://"), 0) :])


def _bounded(seen: Visible, most: int) -> tuple[Visible, Warnings]:
    blocks = seen.blocks
    if not blocks or blocks[-1].end <= most:
        return seen, ()
    kept = [block for block in blocks if block.end <= most]
    lost = blocks[-1].end - (kept[-1].end if kept else 0)
    signed = [mark for mark in seen.signed if mark.at < len(kept)]
    warning = ("cut", f"{lost} characters of visible text beyond {most} were left out")
    return Visible(kept, signed), (warning,)


def _fields_of(said: Embedded, host: str) -> dict[str, str]:
    """Return what the data of a page at ``host`` says, under the names of a record's fields."""
    found = {}
    agency = _agency_among(said.authors)
    if agency:
        found["wire"] = agency
    site = name_site(said.sites, said.owners, said.titles, said.page_title, host)
    if site:
        found["outlet"] = site[:80]
    if said.url:
        found["url"] = said.url
    if said.language:
        found["language"] = said.language
    return found


def _agency_among(authors: list[list[str]]) -> str | None:
    """Return the agency that the data gives as an author, alone or beside a desk ("AFP/jd")."""
    pieces = (piece for names in authors for name in names for piece in re.split(r"[/,;|]", name))
    return next(filter(None, map(agency_of, pieces)), None)


def _several_articles(blocks: list[Block], draft: Draft) -> Warnings:
    """Warn where the page holds more than one article of some length, each under a main title."""
    heads = [at for at, block in enumerate(blocks) if block.tag == "h1"]
    if len(heads) < 2:
        return ()
    bounds = [*heads, len(blocks)]
    long = 0
    for first, last in pairwise(bounds):
        words = sum(
            len(draft.lines[at].words) for at in range(first + 1, last) if draft.kind(at) == "body"
        )
        long += words >= _LONG
    return (
        (("several_articles", f"{long} texts under main titles of their own"),) if long > 1 else ()
    )
