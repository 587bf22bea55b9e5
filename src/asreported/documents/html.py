"""Read a page with markup: its visible text, the label of every line, and what its data says."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from asreported.documents.embedded import Embedded, read_embedded
from asreported.documents.labels import Draft
from asreported.documents.markup import Warnings, parse_markup
from asreported.documents.people import read_names
from asreported.documents.published import Told
from asreported.documents.titles import find_title
from asreported.documents.visible import Block, mark_bit, read_blocks, visible_text
from asreported.documents.webpage import label_blocks
from asreported.errors import DocumentError


@dataclass(frozen=True, slots=True)
class ReadHtml:
    """The visible text with its lines labelled; ``fields`` and ``told`` are the page's own data."""

    text: str
    draft: Draft
    fields: Mapping[str, str]
    told: tuple[Told, ...]
    warnings: Warnings


def read_html(name: str, markup: str, fields: Mapping[str, str], most: int) -> ReadHtml:
    """Return what is read of ``markup``; ``most`` is how many code points of text are kept.

    Raises:
        DocumentError: It holds no text, or is nested too deep or too large.
    """
    root, warnings = parse_markup(name, markup)
    blocks, cut = _bounded(read_blocks(name, root), most)
    if not blocks:
        raise DocumentError(name, "no_text", "no text in it that a reader sees")
    said = read_embedded(root)
    titles = [fields["title"], *said.titles] if fields.get("title") else said.titles
    headline = find_title(blocks, titles, said.page_title, said.sites)
    draft = label_blocks(blocks, headline, said.page_title or " ".join(titles[:1]))
    merged = {**_fields_of(said, blocks), **{key: value for key, value in fields.items() if value}}
    every = (*warnings, *cut, *said.warnings[:3], *_several_articles(blocks, draft))
    return ReadHtml(visible_text(blocks), draft, merged, tuple(said.dates), every)


def _bounded(blocks: list[Block], most: int) -> tuple[list[Block], Warnings]:
    if not blocks or blocks[-1].end <= most:
        return blocks, ()
    kept = [block for block in blocks if block.end <= most]
    lost = blocks[-1].end - (kept[-1].end if kept else 0)
    return kept, (("cut", f"{lost} characters of visible text beyond {most} were left out"),)


def _fields_of(said: Embedded, blocks: list[Block]) -> dict[str, str]:
    """Return what the page's data says, under the names of a record's fields."""
    found = {}
    names = next((names for names in map(read_names, said.authors) if names), [])
    if not names:
        names = _marked_names(blocks)
    if names:
        found["authors"] = "\n".join(names)
    if said.sites:
        found["outlet"] = said.sites[0][:80]
    if said.url:
        found["url"] = said.url
    return found


def _marked_names(blocks: list[Block]) -> list[str]:
    """Return the persons in the first block that the markup calls a byline."""
    bit, around = mark_bit("byline"), mark_bit("comment") | mark_bit("related") | mark_bit("foot")
    for block in blocks:
        if block.near & bit and not block.far & around and len(block.text) < 80:
            names = read_names([block.text])
            if names:
                return names[:4]
    return []


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
        long += words >= 100
    return (
        (("several_articles", f"{long} texts under main titles of their own"),) if long > 1 else ()
    )
