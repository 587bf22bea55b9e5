"""Label the blocks of a page with markup: by its structure, its words and the line model."""

from collections.abc import Sequence
from functools import cache, lru_cache

from asreported.documents.lines.hints import DIGIT, SIGNED
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.markup.marks import mark_bit
from asreported.documents.markup.visible import Block
from asreported.documents.regions.captions import is_credit
from asreported.documents.regions.heading import label_signature_or_date
from asreported.documents.regions.surroundings import label_biographies
from asreported.documents.regions.tail import find_turn
from asreported.documents.regions.threads import find_threads

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_LIKELY = 0.5
_WRAPS = 0.5
"""Share of the likely article in an element beyond which its class speaks of the whole page."""
_BY_MARK = (
    ("cookie", "promo", "a notice about cookies"),
    ("nav", "navigation", "in the page's navigation"),
    ("bio", "author_bio", "in a box about the author"),
    ("tags", "metadata", "among the page's tags"),
    ("ad", "promo", "in advertising"),
    ("news", "promo", "in an invitation to subscribe"),
    ("share", "promo", "in a bar for sharing"),
    ("related", "promo", "in a list of other pages"),
    ("foot", "navigation", "in the page's foot"),
    ("form", "navigation", "in a form"),
    ("side", "promo", "in a column beside the article"),
    ("head", "navigation", "in the page's head"),
    ("meta", "metadata", "among the article's particulars"),
)


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """Return each block as a line of the page's text."""
    return [
        Line(block.start, block.end, block.text, int(at > 0 and block.tag != "br"),
             _LEVELS.get(block.tag, 0))
        for at, block in enumerate(blocks)
    ]  # fmt: skip


def label_blocks(
    blocks: Sequence[Block], lines: Sequence[Line], headline: int | None, odds: Sequence[float]
) -> Draft:
    """Return the page's ``lines``, with a label each that is not of the article's own.

    ``headline`` is the index of the title; ``odds`` say of each block how likely it is the
    article's own.
    """
    draft = Draft(lines)
    if headline is not None:
        draft.give(headline, "headline", "the title that the page's data and its heading share")
    _label_hidden(draft, blocks)
    _label_comments(draft, blocks, odds)
    for thread in find_threads(draft.lines):
        for at in range(thread.first, thread.last + 1):
            draft.give(at, "comments", thread.reason)
    for at, block in enumerate(blocks):
        if draft.label(at) is None:
            _label_block(draft, at, block, odds[at])
    label_biographies(draft)
    return draft


def _label_hidden(draft: Draft, blocks: Sequence[Block]) -> None:
    """Label what the page hides, unless it hides nearly all and shows it by a script."""
    shown = sum(len(block.text) for block in blocks if not block.hidden)
    hidden = sum(len(block.text) for block in blocks if block.hidden)
    if hidden > shown:
        return
    for at, block in enumerate(blocks):
        if block.hidden:
            draft.give(at, "hidden", "the page does not show it")


def _label_comments(draft: Draft, blocks: Sequence[Block], odds: Sequence[float]) -> None:
    bit = near = mark_bit("comment")
    likely = [(len(b.text) * odd, bool(b.far & bit)) for b, odd in zip(blocks, odds, strict=True)]
    inside = sum(size for size, marked in likely if marked)
    if inside > _WRAPS * sum(size for size, _ in likely):
        bit = 0
    for at, block in enumerate(blocks):
        if block.far & bit or (block.near & near and odds[at] < _LIKELY):
            draft.give(at, "comments", "in the page's comments, by its markup")


def _label_block(draft: Draft, at: int, block: Block, odd: float) -> None:
    line = draft.lines[at]
    if line.is_rule:
        draft.give(at, "navigation", "a line without words")
        return
    if line.hints & (DIGIT | SIGNED):
        label_signature_or_date(draft, at)
    if draft.label(at) or odd >= _LIKELY:
        return
    if block.tag == "figcaption" or is_credit(line):
        draft.give(at, "caption", "the caption of a figure")
    elif block.near & mark_bit("caption") and len(line.words) >= 4 and block.linked < 20:
        draft.give(at, "caption", "beside a picture")
    else:
        kind, why = _kind_outside(line, block)
        draft.give(at, kind, why)


def _kind_outside(line: Line, block: Block) -> tuple[str, str]:
    phrase = line.phrase
    if phrase and phrase.kind in ("disclaimer", "metadata", "promo", "caption", "author_bio"):
        return phrase.kind, f'boilerplate: "{phrase.text}"'
    marked = _kind_marked(block.near, block.far)
    if marked:
        return marked
    if phrase:
        return phrase.kind, f'boilerplate: "{phrase.text}"'
    if block.linked > len(block.text) // 2 or len(line.words) <= 4:
        return "navigation", "a few words apart from the article"
    return "promo", "apart from the article by its place and its neighbours"


@lru_cache(4096)
def _kind_marked(near: int, far: int) -> tuple[str, str] | None:
    for bits, listed in ((near, _by_bit()), (far, _by_bit()[:-1])):
        for bit, kind, why in listed if bits else ():
            if bits & bit:
                return kind, why
    return None


@cache
def _by_bit() -> tuple[tuple[int, str, str], ...]:
    return tuple((mark_bit(mark), kind, why) for mark, kind, why in _BY_MARK)


def label_turn(draft: Draft) -> None:
    """Label readers' comments that the markup does not set apart."""
    open_lines = list(draft.open())
    turn = find_turn([draft.lines[at] for at in open_lines])
    if turn:
        for at in open_lines[turn.at :]:
            draft.give(at, "comments", turn.reason)
