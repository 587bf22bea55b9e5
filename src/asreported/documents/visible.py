"""Make one text of a page's markup: what a reader sees, every block on a line of its own.

The text is made here, so every block knows its offsets in it by construction. The walk has no
recursion, and a tree that is deeper or larger than the bounds is refused, not cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from asreported.errors import DocumentError
from asreported.lexicon.load import table

MOST_DEPTH = 2_000
MOST_NODES = 200_000
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend "
    "li main menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SKIPPED = frozenset(
    "script style noscript template svg head select option textarea input iframe object canvas math "
    "audio video applet embed map area noframes datalist title progress meter".split()
)
_TAGGED = {
    "nav": "nav", "footer": "foot", "header": "head", "aside": "side", "form": "form",
    "figure": "caption", "figcaption": "caption", "blockquote": "quote", "article": "body",
    "main": "body", "time": "date", "button": "form", "address": "meta", "cite": "quote",
}  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|pt|%)?\s*(?:;|$|!)"
    r"|opacity\s*:\s*0\s*(?:;|$)|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{4,}"
    r"|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white)\b[^\"]*background(?:-color)?\s*:\s*(?:#fff(?:fff)?|white)\b"
    r"|background(?:-color)?\s*:\s*(?:#fff(?:fff)?|white)\b[^\"]*(?<![-\w])color\s*:\s*(?:#fff(?:fff)?|white)\b",
    re.IGNORECASE,
)
_TOKENS = re.compile(r"[a-zäöü]+\d*|[A-ZÄÖÜ][a-zäöü]*|[A-ZÄÖÜ]+")
_NEAR = 3
"""Levels above a block whose attributes are held to speak of it alone."""


@dataclass(slots=True)
class Block:
    """A line of the page's text, and what the markup says of it.

    ``near`` and ``far`` are sets of marks as bits (`mark_bit`): of the closest elements, and of
    all. ``linked`` and ``strong`` count characters in links and in bold.
    """

    text: str
    tag: str
    near: int
    far: int
    linked: int = 0
    strong: int = 0
    hidden: bool = False
    depth: int = 0
    group: int = 0
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Walk:
    """The state of a walk: the elements open now, and the block that grows."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    open: list[tuple[str, int, bool]] = field(default_factory=list)
    far: list[int] = field(default_factory=lambda: [0])
    links: int = 0
    bolds: int = 0
    linked: int = 0
    strong: int = 0
    hidden: int = 0
    groups: int = 0


def read_blocks(name: str, root: Any) -> list[Block]:
    """Return the blocks of the tree under ``root`` in reading order, offsets filled in.

    Raises:
        DocumentError: The tree is deeper than `MOST_DEPTH` or larger than `MOST_NODES`
            (``too_deep``, ``too_large``).
    """
    from lxml import etree

    walk = _Walk()
    skipping = 0
    for count, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end"))):
        if count > 2 * MOST_NODES:
            raise DocumentError(name, "too_large", f"more than {MOST_NODES} elements")
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            if event == "start":
                skipping += 1
            else:
                skipping -= 1
                if not skipping and element.tail:
                    _add(walk, element.tail)
        elif skipping:
            continue
        elif event == "start":
            _enter(walk, element, tag)
        else:
            _leave(walk, element, tag)
        if len(walk.open) > MOST_DEPTH:
            raise DocumentError(name, "too_deep", f"nested deeper than {MOST_DEPTH}")
    _finish(walk)
    return _placed(walk.blocks)


def _placed(blocks: list[Block]) -> list[Block]:
    at = 0
    for block in blocks:
        block.start, block.end = at, at + len(block.text)
        at = block.end + 1
    return blocks


def _enter(walk: _Walk, element: Any, tag: str) -> None:
    if tag in _BLOCKS:
        _finish(walk)
    if tag in ("div", "section", "article", "td", "aside", "ul", "ol", "main", "form"):
        walk.groups += 1
    attributes = element.attrib
    marks = _bit_of_tag(tag)
    hidden = False
    if attributes:
        names = attributes.get("class", "")
        identity = attributes.get("id", "")
        if (names or identity) and tag not in ("html", "body"):
            marks |= marks_of(names) | marks_of(identity)
        role = attributes.get("role") or attributes.get("itemprop")
        if role:
            marks |= marks_of(role)
        hidden = _hides(attributes)
    walk.open.append((tag, marks, hidden))
    walk.far.append(walk.far[-1] | marks)
    walk.hidden += hidden
    walk.links += tag == "a"
    walk.bolds += tag in ("b", "strong")
    if element.text:
        _add(walk, element.text)


def _leave(walk: _Walk, element: Any, tag: str) -> None:
    if tag in _BLOCKS:
        _finish(walk)
    _, _, hidden = walk.open.pop()
    walk.far.pop()
    walk.hidden -= hidden
    walk.links -= tag == "a"
    walk.bolds -= tag in ("b", "strong")
    if element.tail:
        _add(walk, element.tail)


def _add(walk: _Walk, text: str) -> None:
    walk.parts.append(text)
    if walk.links or walk.bolds:
        size = len(text.strip())
        if walk.links:
            walk.linked += size
        if walk.bolds:
            walk.strong += size


def _finish(walk: _Walk) -> None:
    """Close the block that grows, if it has any text."""
    if not walk.parts:
        return
    text = _fold("".join(walk.parts), walk)
    walk.parts.clear()
    if text:
        levels = [level for level in walk.open[-12:] if level[0] in _BLOCKS]
        tag = levels[-1][0] if levels else "body"
        near = 0
        for _, marks, _ in walk.open[-_NEAR:]:
            near |= marks
        for line in text.split("\n"):
            if line.strip():
                block = Block(line.strip(" "), tag, near, walk.far[-1], walk.linked, walk.strong)
                block.hidden = walk.hidden > 0
                block.depth = len(walk.open)
                block.group = walk.groups
                walk.blocks.append(block)
    walk.linked = walk.strong = 0


_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _fold(text: str, walk: _Walk) -> str:
    """Fold white space as a browser does; in ``pre`` the line feeds stay."""
    if any(level[0] == "pre" for level in walk.open[-6:]):
        return re.sub(r"[ \t\f]+", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    folded = _SPACE.sub(" ", text).strip(" ")
    return folded if folded.isascii() else _BREAK.sub(" ", folded)


def _hides(attributes: Any) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _HIDING.search(style) is not None


@cache
def mark_bit(mark: str) -> int:
    """Return the bit of ``mark``, one of the marks of the table of class words."""
    return 1 << mark_names().index(mark)


@cache
def mark_names() -> tuple[str, ...]:
    """Return all marks in the order of their bits."""
    return tuple(dict.fromkeys(row["mark"] for row in table("class_marks")))


@cache
def _bit_of_tag(tag: str) -> int:
    return mark_bit(_TAGGED[tag]) if tag in _TAGGED else 0


@cache
def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for row in table("class_marks"):
        found[row["word"]] = found.get(row["word"], 0) | mark_bit(row["mark"])
    return found


def marks_of(names: str) -> int:
    """Return the marks, as bits, that the words of a class or id attribute carry."""
    return _marks_of(names[:200])


@cache
def _marks_of(names: str) -> int:
    known, bits = _words(), 0
    for name in names.split():
        parts = [part.casefold() for part in _TOKENS.findall(name)]
        for at, part in enumerate(parts):
            bits |= known.get(part, 0)
            if at + 1 < len(parts):
                bits |= known.get(part + parts[at + 1], 0)
    return bits


def visible_text(blocks: list[Block]) -> str:
    """Return the page's text: the blocks, a line each."""
    return "\n".join(block.text for block in blocks)


def each_mark(bits: int) -> Iterator[str]:
    """Yield the names of the marks in ``bits``."""
    return (name for index, name in enumerate(mark_names()) if bits >> index & 1)
