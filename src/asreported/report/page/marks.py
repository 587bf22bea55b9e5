"""An account's text as HTML blocks, with every place that the page links to marked where it stands.

The text of the blocks together is the text of the document, code point for code point; that is what
lets a link say ``#KEY:START-END``. Marks nest where they can; one that crosses the edge of another
or of a block goes on in a second element without an id.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from markupsafe import Markup

from asreported.model.document import ARTICLE_KINDS, Region
from asreported.report.accounts import Account
from asreported.report.printable import visible

# Shown in place, though not part of the article: what the page says of the article itself.
SHOWN_KINDS = ARTICLE_KINDS | {"headline", "byline", "dateline", "caption"}
# "#" and "***" before a headline are this short; no sentence is.
_TINY = 3
_PARAGRAPH_GAP = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)+")
# How strong a mark is, where one place plays several parts: a conflict outranks all.
STRENGTH = {"k": 4, "o": 3, "g": 2, "s": 1, "": 0}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Code points ``start:end`` of the text, of role k, o, g, s or ""."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind of region, with the white space before and after it."""

    kind: str
    reason: str
    lead: Markup
    html: Markup
    tail: Markup
    length: int

    @property
    def shown(self) -> bool:
        """Return whether the block is open to read, not among the parts cut out."""
        return self.kind in SHOWN_KINDS


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring blocks that are shown, or neighbouring ones that are cut, with their reasons."""

    shown: bool
    blocks: tuple[Block, ...]

    @property
    def kinds(self) -> str:
        """Return the kinds of region in the passage, each once."""
        return ", ".join(dict.fromkeys(block.kind.replace("_", " ") for block in self.blocks))

    @property
    def tiny(self) -> bool:
        """Return whether it is a mark or two, which would look silly in a box of its own."""
        return self.length <= _TINY

    @property
    def reasons(self) -> str:
        """Return why they were cut, each reason once."""
        return "; ".join(dict.fromkeys(block.reason for block in self.blocks if block.reason))

    @property
    def length(self) -> int:
        """Return how many characters the passage has."""
        return sum(block.length for block in self.blocks)


def page_text(text: str) -> str:
    """Return ``text``, of the same length, as the page shows it.

    An HTML parser would turn CR into LF and drop NUL: returns and page breaks become blanks, what
    is harmful becomes U+FFFD.

    >>> page_text("a\\r\\nb\\x00")
    'a \\nb�'
    """
    if "\r" in text or not text.isprintable():
        text = text.translate(
            {0x0D: " ", 0x0B: " ", 0x0C: " ", 0x85: " ", 0x2028: " ", 0x2029: " "}
        )
    return visible(text)


def passages(account: Account, marks: Iterable[Mark]) -> tuple[Passage, ...]:
    """Return the whole text of ``account`` as passages, in text order."""
    waiting = deque(sorted(marks))
    inside: list[Mark] = []
    text = account.document.text
    pieces = list(_pieces(account.document.regions, text))
    blocks = []
    for number, (start, end, kind, reason) in enumerate(pieces):
        until = pieces[number + 1][0] if number + 1 < len(pieces) else len(text)
        while waiting and waiting[0].start < end:
            inside.append(waiting.popleft())
        inside = [mark for mark in inside if start < mark.end]
        blocks.append(
            Block(
                kind,
                reason,
                Markup(_plain(text[:start]) if number == 0 else ""),
                _marked(account, start, end, inside),
                Markup(_plain(text[end:until])),
                end - start,
            )
        )
    return tuple(_grouped(blocks))


def _pieces(regions: tuple[Region, ...], text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield (start, end, kind, reason) of blocks; between them there is only white space."""
    at = 0
    for region in sorted(regions):
        yield from _paragraphs(text, at, region.start, "unlabelled", "no region covers it")
        yield from _paragraphs(text, max(at, region.start), region.end, region.kind, region.reason)
        at = max(at, region.end)
    yield from _paragraphs(text, at, len(text), "unlabelled", "no region covers it")


def _paragraphs(
    text: str, start: int, end: int, kind: str, reason: str
) -> Iterator[tuple[int, int, str, str]]:
    at = start
    for gap in (*_PARAGRAPH_GAP.finditer(text, start, end), None):
        until = gap.start() if gap else end
        while at < until and text[at].isspace():
            at += 1
        if text[at:until].strip():
            yield at, until, kind, reason
        at = gap.end() if gap else end


def _grouped(blocks: Iterable[Block]) -> Iterator[Passage]:
    run: list[Block] = []
    for block in blocks:
        if run and run[0].shown != block.shown:
            yield Passage(run[0].shown, tuple(run))
            run = []
        run.append(block)
    if run:
        yield Passage(run[0].shown, tuple(run))


def _marked(account: Account, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """Return ``text[start:end]`` with each mark an element ``u``, properly nested."""
    text = account.document.text
    out: list[str] = []
    open_until: list[int] = []
    waiting = [(max(m.start, start), -min(m.end, end), m.start >= start, m) for m in marks]
    heapify(waiting)
    at = start

    def write(until: int) -> None:
        nonlocal at
        if until > at:
            out.append(_plain(text[at:until]))
            at = until

    while waiting:
        begins, negative_end, first, mark = heappop(waiting)
        while open_until and open_until[-1] <= begins:
            write(open_until.pop())
            out.append("</u>")
        write(begins)
        ends = min([-negative_end, *open_until[-1:]])
        if ends < -negative_end:
            heappush(waiting, (ends, negative_end, False, mark))
        role = f" class={mark.role}" if mark.role else ""
        name = f" id={account.key}:{mark.start}-{mark.end}" if first else ""
        out.append(f"<u{name}{role}>")
        open_until.append(ends)
    while open_until:
        write(open_until.pop())
        out.append("</u>")
    write(end)
    return Markup("".join(out))


def _plain(text: str) -> str:
    """Return ``text`` as HTML between tags, where quotation marks need no escape."""
    return page_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def merge_marks(marks: Iterable[Mark]) -> list[Mark]:
    """Return one mark a place, with the strongest of its roles."""
    roles: dict[tuple[int, int], str] = {}
    for mark in marks:
        place = (mark.start, mark.end)
        roles[place] = max(roles.get(place, ""), mark.role, key=lambda role: STRENGTH[role])
    return [Mark(start, end, role) for (start, end), role in sorted(roles.items())]
