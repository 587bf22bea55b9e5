"""Label every line of a text without markup: the article, and what is around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import LONG, Line
from asreported.documents.regions.body import label_article, label_body
from asreported.documents.regions.captions import label_captions
from asreported.documents.regions.cards import CLOSES, find_cards
from asreported.documents.regions.heading import (
    label_heading,
    label_outlet_lines,
    label_plain_byline,
)
from asreported.documents.regions.mounts import end_of_mount
from asreported.documents.regions.surroundings import label_biographies, label_surroundings
from asreported.documents.regions.tail import find_turn
from asreported.documents.regions.threads import find_threads
from asreported.documents.weights.context import is_far
from asreported.documents.weights.linemodel import DOUBT, weigh_lines
from asreported.documents.weights.vocabulary import Vocabulary, number_words
from asreported.language.turns import find_labels
from asreported.model.document import ARTICLE_KINDS, Region, Warnings

_LEAST_LOOSE = 15
_LOOSE_SHARE = 0.5
"""Lines that are no sentences, and their share, from which a text is held for a whole page."""
MOST_OF_A_LINE = 40_000
"""Code points of one paragraph that are read: whole articles without a break are shorter."""
_LAST_SENTENCE = 2_000
_CARD = "a card of links to other stories, left inside a sentence"
_MOUNT = "words of the page before a caption"
_BEYOND = f"beyond the {MOST_OF_A_LINE} characters that are read of one paragraph"
_LIKELY = 0.5
_KEPT = 0.45
"""The model's odds from which a line is the article's: from here, on pages of sites that it did not
see, as many lines are lost as are let in."""
_NEARLY, _FAIR = 0.75, 0.3
"""Share of the likeliest line's odds from which lines are kept where no line reaches `_KEPT`, if it
reaches the second: a short note on a page of menus was refused as if it held no text."""
_POSSIBLE = 0.2
"""The model's odds of a line's being the article's, far from all of which no pictures are of it."""
_TELLING = 6
"""Words from which a line of the article is told once: shorter ones head several paragraphs."""
_SURE = 0.7
"""The model's odds from which a line is the article's though it looks like what is around."""


def label_lines(lines: Sequence[Line], title: str | None) -> Draft:
    """Return ``lines`` with a label each. ``title`` is the record's title, where there is one."""
    draft = Draft(lines)
    said = number_words(lines)
    _label_transcript(draft)
    if _is_whole_page([lines[at] for at in draft.open()]):
        _label_page(draft, said, title)
        return draft
    headline = label_heading(draft, title)
    label_outlet_lines(draft, headline)
    label_plain_byline(draft, headline)
    label_surroundings(draft)
    label_captions(draft)
    _label_above(draft, headline)
    _label_threads(draft)
    label_biographies(draft)
    _label_comments(draft)
    label_body(draft)
    return draft


def _label_transcript(draft: Draft) -> None:
    """Label the turns of a transcript: names on lines of their own, and what is said."""
    labels = find_labels([line.plain for line in draft.lines])
    alone = [at for at, label in labels.items() if label.begins == len(draft.lines[at].plain)]
    for at in alone:
        draft.give(at, "subhead", "who speaks next, in a transcript")
    between = range(alone[0], min(alone[-1] + 2, len(draft.lines))) if alone else ()
    said = (at for at in between if draft.lines[at].is_prose or at - 1 in labels)
    for at in (*labels, *(at for at in said if not draft.lines[at].text.startswith("["))):
        draft.give(at, "body", "a turn of a transcript")


def _is_whole_page(lines: Sequence[Line]) -> bool:
    """Return whether the text is a page with its menus and lists, not an article cut out of one."""
    loose = sum([len(line.words) < LONG and not line.ends_sentence for line in lines])
    return loose >= _LEAST_LOOSE and loose > _LOOSE_SHARE * len(lines)


def _label_page(draft: Draft, said: Vocabulary, title: str | None) -> None:
    """Label a page with its menus: the line model says which lines may be the article's."""
    weighed = weigh_lines(draft.lines, said)
    odds, commented = weighed.article, weighed.comment
    headline = label_heading(draft, title, odds.tolist())
    label_outlet_lines(draft, headline)
    _label_threads(draft)
    for at in np.flatnonzero((commented >= _LIKELY) & (commented > odds)).tolist():
        draft.give(at, "comments", "readers' comments, by their neighbours and their look")
    sure = frozenset(np.flatnonzero(odds >= _SURE).tolist()).intersection(draft.open())
    label_surroundings(draft, sure)
    label_biographies(draft)
    _label_apart(draft, is_far(odds >= _POSSIBLE).tolist())
    label_captions(draft, sure)
    likeliest = float(odds.max(initial=0))
    kept = _NEARLY * likeliest if _FAIR <= likeliest < _KEPT else _KEPT
    _label_apart(draft, (odds < kept).tolist())
    if any(commented[at] >= DOUBT for at in draft.open()):
        _label_comments(draft)
    label_article(draft)
    _label_again(draft, odds.tolist())


def _label_again(draft: Draft, odds: Sequence[float]) -> None:
    """Label all but one of the article's lines of the same words: the first of the likeliest stays.

    A page holds an article's paragraph twice where it is a teaser or for printers too.
    """
    said: dict[str, list[int]] = {}
    for at in draft.of(*ARTICLE_KINDS):
        if len(draft.lines[at].words) >= _TELLING:
            said.setdefault(draft.lines[at].key, []).append(at)
    for again in said.values():
        kept = max(again, key=lambda at: round(odds[at], 1))
        for at in again:
            if at != kept:
                draft.change(at, "promo", "the words of another paragraph of the article")


def _label_apart(draft: Draft, apart: Sequence[bool]) -> None:
    """Label the lines that are still open and ``apart`` from the article."""
    for at in [at for at in draft.open() if apart[at]]:
        kind = "navigation" if len(draft.lines[at].words) <= 6 else "promo"
        draft.change(at, kind, "apart from the article, by its neighbours and its look")


def _label_threads(draft: Draft) -> None:
    """Label readers' comments that recurring names, times and marks to reply set apart."""
    for thread in find_threads(draft.lines):
        for at in range(thread.first, thread.last + 1):
            if draft.kind(at) != "headline":
                draft.change(at, "comments", thread.reason)


def make_regions(draft: Draft) -> tuple[Region, ...]:
    """Return a region a line, and one for the Markdown mark before it, in text order."""
    regions: list[Region] = []
    for at, line in enumerate(draft.lines):
        kind, reason = draft.label(at) or ("body", "a line of text")
        whole = Region(line.start, line.end, kind, reason)
        if line.mark or kind == "caption" or CLOSES in line.text or len(line.text) > MOST_OF_A_LINE:
            regions.extend(_parts(line, whole))
        else:
            regions.append(whole)
    return tuple(regions)


def _parts(line: Line, whole: Region) -> Iterator[Region]:
    """Yield the regions of a line that may be more than one: ``whole`` and what is set apart."""
    if line.mark:
        yield Region(line.start, line.start + line.level, "metadata", "the mark of a heading")
    end = _read_to(line)
    whole = replace(whole, start=line.start + line.mark, end=end)
    if whole.kind == "caption" and (mount := end_of_mount(line.text[line.mark :])):
        before = replace(whole, end=whole.start + mount, kind="metadata", reason=_MOUNT)
        yield from _stripped(line, before)
        whole = replace(whole, start=whole.start + mount)
    yield from _around_cards(line, whole) if CLOSES in line.text else (whole,)
    if end < line.end:
        # All of it is kept and labelled, but nothing is read of the rest.
        rest = line.text[end - line.start :]
        yield Region(line.end - len(rest.lstrip()), line.end, "metadata", _BEYOND)


def _around_cards(line: Line, whole: Region) -> Iterator[Region]:
    """Yield the region ``whole`` of a line; the link cards inside it are regions of their own."""
    cards = list(find_cards(line.text[: whole.end - line.start]))
    if not cards:
        yield whole
        return
    at = whole.start
    for first, last in cards:
        yield from _stripped(line, replace(whole, start=at, end=line.start + first))
        yield Region(line.start + first, line.start + last, "promo", _CARD)
        at = line.start + last
    yield from _stripped(line, replace(whole, start=at))


def _stripped(line: Line, region: Region) -> Iterator[Region]:
    words = line.text[region.start - line.start : region.end - line.start]
    if words.strip():
        start = region.start + len(words) - len(words.lstrip())
        yield replace(region, start=start, end=start + len(words.strip()))


def warn_of_length(draft: Draft) -> Warnings:
    """Return a warning where a paragraph is longer than is read of one."""
    long = [line for line in draft.lines if line.end - line.start > MOST_OF_A_LINE]
    left = sum(line.end - _read_to(line) for line in long)
    words = f"{left} characters beyond {MOST_OF_A_LINE} of one paragraph are not read"
    return (("long_paragraph", words),) if left else ()


def _read_to(line: Line) -> int:
    """Return where reading of ``line`` stops: at its end, or by a sentence before the bound."""
    if line.end - line.start <= MOST_OF_A_LINE:
        return line.end
    head = line.text[:MOST_OF_A_LINE]
    tail = head[-_LAST_SENTENCE:]
    ends = [found.end() for found in re.finditer(r"[.!?][\"”’]?(?=\s)", tail)]
    cut = ends[-1] if ends else len(tail[: tail.rfind(" ") + 1].rstrip())
    return line.start + len(head) - (len(tail) - cut if cut > 0 else 0)


def _label_above(draft: Draft, headline: int | None) -> None:
    """Label what is above the headline and no sentence: it belongs to the site."""
    for at in range(headline or 0):
        if not draft.lines[at].is_prose:
            draft.give(at, "navigation", "above the headline")


def _label_comments(draft: Draft) -> None:
    """Label readers' comments that no heading announces."""
    open_lines = list(draft.open())
    turn = find_turn([draft.lines[at] for at in open_lines])
    if turn is None:
        return
    for at in range(open_lines[turn.at], len(draft.lines)):
        if draft.kind(at) in ("", "caption", "byline", "dateline"):
            draft.change(at, "comments", turn.reason)
