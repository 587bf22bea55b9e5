"""Make one text of a page's markup: what a reader sees, every block on a line of its own.

The text is made here, so every block knows its offsets in it by construction. The walk has no
recursion, and a tree that is deeper or larger than the bounds is refused, not cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from asreported.errors import DocumentError
from asreported.lexicon.load import table

MOST_DEPTH = 2_000
MOST_NODES = 200_000
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


_Level = tuple[bool, str, int, int, bool, bool, bool]
_Tag = tuple[bool, bool, int, bool, bool]


class _Walk:
    """The elements open now, and the block that grows."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        # A level: is a block, its tag, its marks, all marks down to it, hides, links, is bold.
        self.levels: list[_Level] = [(True, "body", 0, 0, False, False, False)]
        self.links = self.bolds = self.linked = self.strong = self.hidden = self.groups = 0

    def enter(self, tag: str, kind: _Tag, attributes: list[tuple[str, str]], text: str) -> None:
        """Open an element."""
        is_block, is_group, marks, links, bold = kind
        if is_block and self.parts:
            self.finish()
        self.groups += is_group
        hidden = False
        if attributes:
            own, hidden = _read_attributes(attributes)
            if tag != "body" and tag != "html":
                marks |= own
        self.levels.append((is_block, tag, marks, self.levels[-1][3] | marks, hidden, links, bold))
        self.hidden += hidden
        self.links += links
        self.bolds += bold
        if text:
            self.add(text)

    def leave(self, tail: str) -> None:
        """Close the element opened last; ``tail`` is the text after it."""
        if self.levels[-1][0] and self.parts:
            self.finish()
        _, _, _, _, hidden, links, bold = self.levels.pop()
        self.hidden -= hidden
        self.links -= links
        self.bolds -= bold
        if tail:
            self.add(tail)

    def add(self, text: str) -> None:
        """Let the block grow."""
        self.parts.append(text)
        if self.links or self.bolds:
            size = len(text.strip())
            self.linked += size if self.links else 0
            self.strong += size if self.bolds else 0

    def finish(self) -> None:
        """Close the block that grows, if it has any text."""
        raw = "".join(self.parts)
        self.parts.clear()
        text = _fold(raw, self.levels) if not raw.isspace() else ""
        if text:
            tag = next((level[1] for level in reversed(self.levels) if level[0]), "body")
            near = self.levels[-1][2]
            for level in self.levels[-_NEAR:-1]:
                near |= level[2]
            for line in text.split("\n") if "\n" in text else (text,):
                if line.strip():
                    self._place(line.strip(" "), tag, near)
        self.linked = self.strong = 0

    def _place(self, line: str, tag: str, near: int) -> None:
        start = self.blocks[-1].end + 1 if self.blocks else 0
        self.blocks.append(
            Block(line, tag, near, self.levels[-1][3], self.linked, self.strong, self.hidden > 0,
                  len(self.levels) - 1, self.groups, start, start + len(line))
        )  # fmt: skip


def read_blocks(name: str, root: Any) -> list[Block]:
    """Return the blocks of the tree under ``root`` in reading order, offsets filled in.

    Raises:
        DocumentError: The tree is deeper than `MOST_DEPTH` or larger than `MOST_NODES`
            (``too_deep``, ``too_large``).
    """
    from lxml import etree

    walk = _Walk()
    tags, inline = _tags(), (False, False, 0, False, False)
    events = etree.iterwalk(root, events=("start", "end"))
    skipped = False
    for count, (event, element) in enumerate(events):
        if event == "start":
            tag = element.tag
            kind = tags.get(tag, inline) if isinstance(tag, str) else None
            if kind is None:
                events.skip_subtree()
                skipped = True
            else:
                walk.enter(tag, kind, element.items(), element.text)
                if len(walk.levels) > MOST_DEPTH + 1:
                    raise DocumentError(name, "too_deep", f"nested deeper than {MOST_DEPTH}")
        elif skipped:
            skipped = False
            if element.tail:
                walk.add(element.tail)
        else:
            walk.leave(element.tail)
        if count > 2 * MOST_NODES:
            raise DocumentError(name, "too_large", f"more than {MOST_NODES} elements")
    if walk.parts:
        walk.finish()
    return walk.blocks


@cache
def _tags() -> dict[str, _Tag | None]:
    """Return what an element is by its tag: None where it is not shown."""
    found: dict[str, _Tag | None] = {}
    for row in table("html_tags"):
        mark = mark_bit(row["mark"]) if row["mark"] != "-" else 0
        block, group = row["role"] == "block", row["group"] == "yes"
        found[row["tag"]] = None if row["role"] == "skipped" else (block, group, mark, False, False)
    return {
        **found,
        "a": (False, False, 0, True, False),
        "b": (False, False, 0, False, True),
        "strong": (False, False, 0, False, True),
    }


def _read_attributes(attributes: list[tuple[str, str]]) -> tuple[int, bool]:
    """Return the marks that the attributes carry, and whether they hide the element."""
    marks, hidden = 0, False
    for key, value in attributes:
        if key == "class" or key == "id" or key == "role" or key == "itemprop":
            marks |= _marks_of(value[:200])
        elif key == "style":
            hidden = hidden or _HIDING.search(value[:500]) is not None
        elif key == "hidden" or (key == "aria-hidden" and value == "true"):
            hidden = True
    return marks, hidden


_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _fold(text: str, levels: list[_Level]) -> str:
    """Fold white space as a browser does; in ``pre`` the line feeds stay."""
    if any(level[1] == "pre" for level in levels[-6:]):
        return re.sub(r"[ \t\f]+", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    folded = _SPACE.sub(" ", text).strip(" ")
    return folded if folded.isascii() else _BREAK.sub(" ", folded)


@cache
def mark_bit(mark: str) -> int:
    """Return the bit of ``mark``, one of the marks of the table of class words."""
    return 1 << mark_names().index(mark)


@cache
def mark_names() -> tuple[str, ...]:
    """Return all marks in the order of their bits."""
    return tuple(dict.fromkeys(row["mark"] for row in table("class_marks")))


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
