"""Make one text of a page's markup: what a reader sees, every block on a line of its own.

The text is made here, so every block knows its offsets in it by construction. The walk has no
recursion, and a page that is deeper or larger than the bounds is refused, not cut.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NoReturn, Protocol

from asreported.documents.markup.marks import mark_bit, read_attributes
from asreported.documents.markup.markup import parse_markup
from asreported.documents.markup.visible import Block, Signed, Visible
from asreported.errors import DocumentError
from asreported.lexicon.load import table
from asreported.model.document import Warnings

MOST_DEPTH = 2_000
MOST_NODES = 200_000
_WITHOUT_SCRIPTS = "noscript"
_CUT = "\x00"
"""Stands in a heading where an element inside it begins or ends; no parsed text has a zero."""
_NEAR = 3
"""Levels above a block whose attributes are held to speak of it alone."""
_Level = tuple[bool, str, int, int, int, tuple[int, int, int] | None, Mapping[str, str]]
"""An element that is open now: is it a block, the tag of the closest block, its own marks, those
of all above it too, what it is within, where its signature begins, if it may be one, and its
attributes. It is a plain tuple because one is made for every element."""
_HIDDEN, _LINK, _BOLD, _HEADING, _KEPT = 1, 2, 4, 8, 16
"""What a level is within; ``_KEPT`` keeps the line feeds of the text."""
_WITHIN = {**dict.fromkeys(("h1", "h2", "h3", "h4"), _HEADING), "pre": _KEPT}
_ROOT: _Level = (True, "body", 0, 0, 0, None, {})
_Tag = tuple[bool, bool, int, int]
_INLINE: _Tag = (False, False, 0, 0)


class Listener(Protocol):
    """Who is told of what a page says of itself, shown or not, while its text is gathered."""

    tags: Collection[str]
    """The elements it is told of, beside those that are marked as dates."""

    def start(
        self, tag: str, attributes: Mapping[str, str], above: Sequence[Mapping[str, str]]
    ) -> bool:
        """Hear of an element; return whether to be told the text right after its start.

        ``above`` are the attributes of the elements around it, the closest last.
        """

    def hear(self, text: str) -> None:
        """Hear the text that was asked for."""


class _Walk:
    """The elements open now, and the block that grows.

    The parser calls it. No tree is made: that would take longer than to read the page.
    """

    def __init__(self, name: str, listener: Listener | None, opened: Collection[int]) -> None:
        self.name, self.listener, self.opened = name, listener, opened
        self.heard = listener.tags if listener is not None else ()
        self.dated = mark_bit("date") if listener is not None else 0
        self.seen = Visible()
        self.held: list[str] = []
        self.data = self.held.append
        """Keeps a piece of text: the parser tells it in several."""
        self.parts: list[str] = []
        self.levels: list[_Level] = [_ROOT]
        self.tags = _tags()
        self.linked = self.strong = self.groups = self.elements = 0
        self.skipped = self.withheld = 0
        self.without_scripts: list[int] = []
        self.waiting = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if self.held:
            self._flush()
        self.elements += 1
        kind = self.tags.get(tag, _INLINE)
        if self.skipped or kind is None:
            kind = self._skip(tag)
        if kind is None:
            if tag in self.heard:
                self._tell(tag, attributes)
            return
        is_block, is_group, marks, within = kind
        parts, levels = self.parts, self.levels
        _, block_tag, _, far, above, _, _ = levels[-1]
        if is_block:
            if parts:
                self.finish()
            self.groups += is_group
            block_tag, above = tag, above & ~_HEADING
        within |= above
        signs = None
        if attributes:
            own, hides, sure = read_attributes(attributes)
            if tag != "body" and tag != "html":
                marks |= own
                if sure:
                    signs = (sure, len(self.seen.blocks), len(parts))
            if hides:
                within |= _HIDDEN
        if parts and within & _HEADING:
            parts.append(_CUT)
        levels.append((is_block, block_tag, marks, far | marks, within, signs, attributes))
        if len(levels) > MOST_DEPTH + 1 or self.elements > MOST_NODES:
            self._refuse()
        if marks & self.dated or tag in self.heard:
            self._tell(tag, attributes)

    def _tell(self, tag: str, attributes: Mapping[str, str]) -> None:
        around = self.levels if self.skipped else self.levels[:-1]
        above = [level[-1] for level in around[-_NEAR:]]
        if self.listener is not None and self.listener.start(tag, attributes, above):
            self.waiting = True
            # It may have no text, and is told so.
            self.held.append("")

    def end(self, tag: str) -> None:
        """Close the element opened last."""
        if self.held:
            self._flush()
        if self.skipped:
            self._end_skipped(tag)
            return
        is_block, _, _, _, within, signs, _ = self.levels[-1]
        if signs:
            self._sign(*signs)
        if self.parts:
            if is_block:
                self.finish()
            elif within & _HEADING:
                self.parts.append(_CUT)
        self.levels.pop()

    def close(self) -> Visible:
        """Return what was seen."""
        if self.held:
            self._flush()
        if self.parts:
            self.finish()
        return self.seen

    def _flush(self) -> None:
        text = self.held[0] if len(self.held) == 1 else "".join(self.held)
        self.held.clear()
        if self.waiting and self.listener is not None:
            self.waiting = False
            self.listener.hear(text)
        if self.skipped:
            self.withheld += len(text)
        # White space before a block's first word is none of its text.
        elif text and (self.parts or text.strip(_WHITE)):
            self.add(text)

    def _skip(self, tag: str) -> _Tag | None:
        """Begin an element that is not shown, or is below one; return what it is where it is."""
        if tag == _WITHOUT_SCRIPTS:
            number = len(self.seen.withheld)
            self.seen.withheld.append(-self.withheld)
            if number in self.opened and not self.skipped:
                return self.tags["div"]
            self.without_scripts.append(number)
        self.skipped += 1
        return None

    def _end_skipped(self, tag: str) -> None:
        self.skipped -= 1
        if tag == _WITHOUT_SCRIPTS:
            self.seen.withheld[self.without_scripts.pop()] += self.withheld

    def _refuse(self) -> NoReturn:
        if self.elements > MOST_NODES:
            raise DocumentError(self.name, "too_large", f"more than {MOST_NODES} elements")
        raise DocumentError(self.name, "too_deep", f"nested deeper than {MOST_DEPTH}")

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
        _, tag, near, far, within, _, _ = levels[-1]
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


def read_visible(
    name: str,
    markup: str,
    listener: Listener | None = None,
    opened: Collection[int] = (),
) -> tuple[Visible, Warnings]:
    """Return what is visible of ``markup``, offsets filled in, and what of it could not be read.

    ``listener`` is told of all its elements. ``opened`` are the numbers of those elements for
    browsers without scripts that are read as if they were shown.

    Raises:
        DocumentError: It is nested deeper than `MOST_DEPTH`, has more than `MOST_NODES` elements
            (``too_deep``, ``too_large``), or is no markup (``no_text``).
    """
    walk = _Walk(name, listener, opened)
    warnings = parse_markup(name, markup, walk)
    return walk.seen, warnings


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
