"""What a reader sees of a page with markup: blocks of text, each on a line of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple


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
    """What a reader sees: the blocks in reading order, and the words marked as signatures.

    ``withheld`` are the characters of each element for browsers without scripts, in order.
    """

    blocks: list[Block] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)
    withheld: list[int] = field(default_factory=list)


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


def visible_text(blocks: list[Block]) -> str:
    """Return the page's text: the blocks, a line each."""
    return "\n".join(block.text for block in blocks)
