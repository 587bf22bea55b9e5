"""Tell which lines of the front page a reader has read already.

A quotation that stands in several wordings is no news as a point that is shared, what an account
lacks none beside those who have it, and what is odd in a text is odd in each copy of it.

Reads:   `Draft`, the story's copies.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from asreported.language.folding import folded_words, respell, stem
from asreported.lexicon.load import words
from asreported.model.span import Span
from asreported.report.wording import Draft, Wording

_ONCE = frozenset({"shared", "figure", "conflict", "only"})
"""Kinds that show a point or a conflict, which no other line need show again."""
_JOINT = frozenset({"shared", "figure"})
_TELLING = _JOINT | {"wording"}
"""Kinds that set the words of several accounts side by side."""
_ALIKE = 0.6
"""Share of the shorter line's longer words from which two lines would read as one twice."""
_WITHIN = 0.6
"""Share of a place's characters from which who has read the other place has read it."""
_LONG = 3
"""Letters that a word has more of, unless it says little."""
_FEWEST = 2
"""Such words that two lines share at least: one alone is what the whole story is about."""
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_QUOTED = re.compile("“([^”]*)”")


def says_again(draft: Draft, other: Draft, wording: Wording) -> bool:
    """Return whether a reader has from ``other``, which stands above, what ``draft`` would say."""
    kinds = draft.kind, other.kind
    if draft.kind in _TELLING and other.kind in _TELLING and _tells_places(draft, other):
        return True
    quoted = [_quoted(line.text) for line in (draft, other)]
    if set(kinds) <= _JOINT and _read_alike(*quoted):
        return True
    if draft.kind in _JOINT and other.kind == "left_out":
        return set(draft.refs) <= set(other.refs)
    if draft.kind in _JOINT and other.kind == "conflict":
        # The same words of the same accounts, which answer otherwise, are nothing that they share.
        return len(_again(draft, other, _WITHIN)) > 1
    if draft.kind == "left_out" and other.kind in _JOINT:
        return set(draft.refs[1:]) <= set(other.refs)
    if kinds == ("conflict", "conflict"):
        return _question(draft) == _question(other) or _tells_places(draft, other)
    if kinds == ("odd", "odd"):
        # A copy of the other's text has the same words: both are one slip.
        return quoted[0] == quoted[1] and wording.one_text((*draft.refs, *other.refs))
    if draft.kind in (*_JOINT, "only") and other.kind in _ONCE:
        return not set(draft.refs).isdisjoint(other.refs)
    # Two accounts word one utterance otherwise, and what differs is a conflict that is told.
    return kinds == ("wording", "conflict") and len(_again(draft, other)) > 1


def _read_alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether half of one line's excerpts at least read like one of the other's.

    An account may tell the event and what follows from it in one sentence.
    """
    again = sum(any(reads_alike(one, other) for other in theirs) for one in mine)
    return 2 * again >= max(1, len(mine))


def reads_alike(one: str, other: str) -> bool:
    """Return whether one excerpt would read as the other told twice, other figures apart."""
    figures = [set(FIGURE.findall(text)) for text in (one, other)]
    if figures[0] - figures[1] and figures[1] - figures[0]:
        return False
    common = _telling_words(one) & _telling_words(other)
    return len(common) >= _FEWEST and likeness(one, other) >= _ALIKE


def likeness(one: str, other: str) -> float:
    """Return what share, 0..1, of the shorter excerpt's longer words the other has."""
    mine, theirs = _telling_words(one), _telling_words(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _again(draft: Draft, other: Draft, share: float = 0.0) -> set[str]:
    """Return the accounts of which the other line has ``share``, 0..1, of words of the draft."""
    return {
        mine.document
        for mine in draft.spans
        if any(mine.shared(theirs) > share * len(mine) for theirs in other.spans)
    }


def _tells_places(draft: Draft, other: Draft) -> bool:
    """Return whether the other line has, of each account of the draft, words that are its."""
    read = _by_account(other)
    return all(
        any(
            mine.shared(theirs) >= _WITHIN * len(mine)
            for mine, theirs in product(spans, read.get(document, ()))
        )
        for document, spans in _by_account(draft).items()
    )


def _by_account(draft: Draft) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for span in draft.spans:
        found[span.document].append(span)
    return found


def _question(draft: Draft) -> str:
    """Return what a conflict asks: it is answered once, by the gravest of the answers."""
    return draft.text.partition("?")[0]


@lru_cache(maxsize=1024)
def _quoted(text: str) -> tuple[str, ...]:
    return tuple(_QUOTED.findall(text))


@lru_cache(maxsize=4096)
def _telling_words(text: str) -> frozenset[str]:
    folded = folded_words(text)
    return frozenset(
        respell(stem(word))
        for word in folded
        if len(word) > _LONG and word not in words("function_words")
    )
