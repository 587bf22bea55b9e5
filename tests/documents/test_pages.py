"""Forty-odd pages of our own invention, in the manners of many kinds of site, label by label.

A line of a page is a letter for its kind (`KINDS`), a blank and the line; ``%`` lines hold what the
document should say of itself. A line of two kinds has two letters, and a bar where they part.
``{3}`` stands for a paragraph of ``paragraphs.txt``; a line of kind ``w`` is broken at 70 columns.
"""

import re
import textwrap
from pathlib import Path

import pytest

from asreported.documents.build import read_document
from asreported.model.document import Document
from asreported.model.source import Page
from asreported.settings import Settings

FOLDER = Path(__file__).parent / "pages"
KINDS = {
    "h": "headline", "s": "subhead", "y": "byline", "d": "dateline", "b": "body", "w": "body",
    "q": "quote_block", "l": "summary_list", "c": "caption", "a": "author_bio", "x": "disclaimer",
    "n": "navigation", "p": "promo", "k": "comments", "m": "metadata",
}  # fmt: skip
PARAGRAPHS = dict(
    line.split("\t", 1)
    for line in (FOLDER / "paragraphs.txt").read_text(encoding="utf-8").splitlines()
)
FILES = sorted(FOLDER.glob("*.page"))


def build(path: Path) -> tuple[str, list[tuple[str, str]], dict[str, str]]:
    """Return the page's text, the (kind, line) pairs expected of it, and its facts."""
    lines: list[str] = []
    expected: list[tuple[str, str]] = []
    facts: dict[str, str] = {}
    for raw in path.read_text(encoding="utf-8").splitlines():
        if raw.startswith("% "):
            key, value = raw[2:].split(" = ", 1)
            facts[key] = value
            continue
        if not raw:
            lines.append("")
            continue
        kinds, _, line = raw.partition(" ")
        line = re.sub(r"\{(k?\d+)\}", lambda found: PARAGRAPHS[found[1]], line)
        if raw[0] == "w":
            line = textwrap.fill(line, 70, break_long_words=False, break_on_hyphens=False)
        pieces = line.split(" | ") if len(kinds) > 1 else [line]
        lines.append(" ".join(pieces))
        for kind, piece in zip(kinds, pieces, strict=True):
            expected.append((KINDS[kind], re.sub(r"^#+ ", "", piece)))
    return "\n".join(lines), expected, facts


def read(path: Path) -> tuple[Document, list[tuple[str, str]], dict[str, str]]:
    text, expected, facts = build(path)
    media = "markdown" if path.stem.startswith("markdown") else "text"
    return read_document(Page(path.name, text.encode(), media), Settings()), expected, facts


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_of_an_invented_page_has_its_kind(path: Path) -> None:
    document, expected, _ = read(path)
    said = [
        (region.kind, document.text[region.start : region.end])
        for region in document.regions
        if region.reason != "the mark of a heading"
    ]
    assert said == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_invented_page_says_what_it_is(path: Path) -> None:
    document, _, facts = read(path)
    said = {
        "outlet": document.outlet.name if document.outlet else "",
        "authors": ", ".join(author.name for author in document.authors),
        "published": document.published.iso if document.published else "",
        "wire": document.wire.agency if document.wire else "",
        "place": document.quote(document.place) if document.place else "",
        "language": document.language,
    }
    assert {key: said[key] for key in facts} == facts
    assert document.language == facts.get("language", "en")


def test_there_are_forty_pages_of_fifteen_kinds() -> None:
    assert len(FILES) >= 40
    assert len({path.stem.rsplit("-", 1)[0] for path in FILES}) >= 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_regions_cover_every_character_once(path: Path) -> None:
    document, _, _ = read(path)
    covered = [False] * len(document.text)
    for region in document.regions:
        assert not any(covered[region.start : region.end])
        covered[region.start : region.end] = [True] * (region.end - region.start)
    assert all(covered[at] or char.isspace() for at, char in enumerate(document.text))
    assert all(region.reason for region in document.regions)
