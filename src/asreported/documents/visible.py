"""Make one text of a page's markup: what a reader sees, every block on a line of its own.

The text is made here, so every block knows its offsets in it by construction. The walk has no
recursion, and a tree that is deeper or larger than the bounds is refused, not cut.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

from asreported.documents.marks import mark_bit, read_attributes
from asreported.errors import DocumentError
from asreported.lexicon.load import table

MOST_DEPTH = 2_000
MOST_NODES = 200_000
_CUT = "\x00"
"""Stands in a heading where an element inside it begins or ends; no parsed text has a zero."""
_NEAR = 3
"""Levels above a block whose attributes are held to speak of it alone."""


@dataclass(slots=True)
class Block:
    """A line of the page's text, and what the markup says of it.

    ``near`` and ``far`` are sets of marks as bits (`mark_bit`): of the closest elements, and of
    all. ``linked`` and ``strong`` count characters in links and in bold. ``cuts`` are the offsets
    at which elements inside a heading part it.
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
    cuts: tuple[int, ...] = ()


class Signed(NamedTuple):
    """Words that the markup gives for who wrote, at the block ``at``; surer if higher."""

    text: str
    at: int
    sure: int


@dataclass(slots=True)
class Visible:
    """What a reader sees: the blocks in reading order, and the words marked as signatures."""

    blocks: list[Block] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)


_Level = tuple[bool, str, int, int, int, tuple[int, int, int] | None]
"""An element that is open now: is it a block, the tag of the closest block, its own marks, those
of all above it too, what it is within, and where its signature begins, if it may be one. It is a
plain tuple because one is made for every element."""
_HIDDEN, _LINK, _BOLD, _HEADING, _KEPT = 1, 2, 4, 8, 16
"""What a level is within; ``_KEPT`` keeps the line feeds of the text."""
_WITHIN = {**dict.fromkeys(("h1", "h2", "h3", "h4"), _HEADING), "pre": _KEPT}
_ROOT: _Level = (True, "body", 0, 0, 0, None)
_Tag = tuple[bool, bool, int, int]


class _Walk:
    """The elements open now, and the block that grows."""

    def __init__(self) -> None:
        self.seen = Visible()
        self.parts: list[str] = []
        self.levels: list[_Level] = [_ROOT]
        self.linked = self.strong = self.groups = 0

    def enter(self, tag: str, kind: _Tag, attributes: list[tuple[str, str]]) -> None:
        """Open an element."""
        is_block, is_group, marks, within = kind
        if is_block and self.parts:
            self.finish()
        self.groups += is_group
        _, block_tag, _, far, above, _ = self.levels[-1]
        signs = None
        if attributes:
            own, hides, sure = read_attributes(attributes)
            if tag != "body" and tag != "html":
                marks |= own
                if sure:
                    signs = (sure, len(self.seen.blocks), len(self.parts))
            within |= _HIDDEN if hides else 0
        if is_block:
            within |= above & ~_HEADING
            self.levels.append((True, tag, marks, far | marks, within, signs))
            return
        within |= above
        if within & _HEADING and self.parts:
            self.parts.append(_CUT)
        self.levels.append((False, block_tag, marks, far | marks, within, signs))

    def leave(self) -> None:
        """Close the element opened last."""
        is_block, _, _, _, within, signs = self.levels[-1]
        if signs:
            self._sign(*signs)
        if self.parts:
            if is_block:
                self.finish()
            elif within & _HEADING:
                self.parts.append(_CUT)
        self.levels.pop()

    def _sign(self, sure: int, at: int, part: int) -> None:
        blocks = self.seen.blocks
        if at == len(blocks):
            words = "".join(self.parts[part:]).replace(_CUT, " ")
        elif len(blocks) - at <= 3:
            words = " ".join(block.text for block in blocks[at:])
        else:
            return
        if not words.isspace() and 1 < len(words) < 300:
            self.seen.signed.append(Signed(" ".join(words.split()), at, sure))

    def add(self, text: str) -> None:
        """Let the block grow."""
        self.parts.append(text)
        within = self.levels[-1][4]
        if within & (_LINK | _BOLD):
            size = len(text.strip())
            self.linked += size if within & _LINK else 0
            self.strong += size if within & _BOLD else 0

    def finish(self) -> None:
        """Close the block that grows, if it has any text."""
        raw = "".join(self.parts)
        self.parts.clear()
        if not raw.isspace() and raw:
            self._place(raw)
        self.linked = self.strong = 0

    def _place(self, raw: str) -> None:
        levels, blocks = self.levels, self.seen.blocks
        _, tag, near, far, within, _ = levels[-1]
        cuts: tuple[int, ...] = ()
        if _CUT in raw:
            raw, cuts = _cuts_of(raw)
        text = _fold(raw, within & _KEPT > 0)
        for above in levels[-_NEAR:-1]:
            near |= above[2]
        for line in text.split("\n") if "\n" in text else (text,):
            line = line.strip(" ")
            if not line or line.isspace():
                continue
            start = blocks[-1].end + 1 if blocks else 0
            blocks.append(
                Block(line, tag, near, far, self.linked, self.strong, within & _HIDDEN > 0,
                      len(levels) - 1, self.groups, start, start + len(line), cuts)
            )  # fmt: skip


def read_visible(name: str, root: Any) -> Visible:
    """Return what is visible of the tree under ``root``, offsets filled in.

    Raises:
        DocumentError: The tree is deeper than `MOST_DEPTH` or larger than `MOST_NODES`
            (``too_deep``, ``too_large``).
    """
    from lxml import etree

    walk = _Walk()
    tags, inline = _tags(), (False, False, 0, 0)
    events = etree.iterwalk(root, events=("start", "end"))
    skipped = False
    for count, (event, element) in enumerate(events):
        if event == "start":
            tag = element.tag
            kind = tags.get(tag, inline) if isinstance(tag, str) else None
            if kind is None:
                events.skip_subtree()
                skipped = True
                continue
            walk.enter(tag, kind, element.items())
            text = element.text
            # White space before a block's first word is none of its text.
            if text and (walk.parts or text.strip(_WHITE)):
                walk.add(text)
            if len(walk.levels) > MOST_DEPTH + 1:
                raise DocumentError(name, "too_deep", f"nested deeper than {MOST_DEPTH}")
        else:
            if skipped:
                skipped = False
            else:
                walk.leave()
            text = element.tail
            if text and (walk.parts or text.strip(_WHITE)):
                walk.add(text)
        if count > 2 * MOST_NODES:
            raise DocumentError(name, "too_large", f"more than {MOST_NODES} elements")
    if walk.parts:
        walk.finish()
    return walk.seen


def read_blocks(name: str, root: Any) -> list[Block]:
    """Return the blocks of `read_visible` alone."""
    return read_visible(name, root).blocks


def part_block(seen: Visible, at: int, start: int, end: int) -> tuple[Visible, int]:
    """Return ``seen`` with ``start:end`` of the text of block ``at`` on a line of its own.

    The other number is the index of that line. Offsets are those of the new text.
    """
    block = seen.blocks[at]
    spans = [(0, start), (start, end), (end, len(block.text))]
    texts = [(block.text[low:high].strip(), low == start and high == end) for low, high in spans]
    lines = [(text, wanted) for text, wanted in texts if text]
    parted = [replace(block, text=text, cuts=()) for text, _ in lines]
    chosen = next(index for index, (_, wanted) in enumerate(lines) if wanted)
    blocks = _measured([*seen.blocks[:at], *parted, *seen.blocks[at + 1 :]])
    more = len(parted) - 1
    signed = [mark._replace(at=mark.at + more) if mark.at > at else mark for mark in seen.signed]
    return Visible(blocks, signed), at + chosen


def _measured(blocks: Iterable[Block]) -> list[Block]:
    placed, start = [], 0
    for block in blocks:
        placed.append(replace(block, start=start, end=start + len(block.text)))
        start += len(block.text) + 1
    return placed


@cache
def _tags() -> dict[str, _Tag | None]:
    """Return what an element is by its tag: None where it is not shown."""
    found: dict[str, _Tag | None] = {}
    for row in table("html_tags"):
        mark = mark_bit(row["mark"]) if row["mark"] != "-" else 0
        block, group = row["role"] == "block", row["group"] == "yes"
        within = _WITHIN.get(row["tag"], 0)
        found[row["tag"]] = None if row["role"] == "skipped" else (block, group, mark, within)
    return {
        **found,
        "a": (False, False, 0, _LINK),
        "b": (False, False, 0, _BOLD),
        "strong": (False, False, 0, _BOLD),
    }


_WHITE = " \t\n\r\f"
_SPACE = re.compile(rf"[{_WHITE}]+")
_BREAK = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _fold(text: str, kept: bool) -> str:
    """Fold white space as a browser does; where they are ``kept`` the line feeds stay."""
    if kept:
        return re.sub(r"[ \t\f]+", " ", text.replace("\r\n", "\n").replace("\r", "\n"))
    folded = text.strip(_WHITE)
    if "\n" in folded or "  " in folded or "\t" in folded or "\r" in folded or "\f" in folded:
        folded = _SPACE.sub(" ", folded)
    # Text that prints has none of the rare breaks; many times as quick as to look for them.
    return folded if folded.isascii() or folded.isprintable() else _BREAK.sub(" ", folded)


def _cuts_of(raw: str) -> tuple[str, tuple[int, ...]]:
    """Return ``raw`` without its cuts, and where in the folded text they are."""
    pieces = raw.split(_CUT)
    whole = "".join(pieces)
    most = len(_SPACE.sub(" ", whole).strip(" "))
    places, before = [], ""
    for piece in pieces[:-1]:
        before += piece
        place = len(_SPACE.sub(" ", before).lstrip(" "))
        if 0 < place < most:
            places.append(place)
    return whole, tuple(dict.fromkeys(places))


def visible_text(blocks: list[Block]) -> str:
    """Return the page's text: the blocks, a line each."""
    return "\n".join(block.text for block in blocks)
