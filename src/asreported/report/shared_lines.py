"""Choose the words that show a point that accounts share, and what each lacks of them.

Reads:   a point of the comparison, `Wording`.
Gives:   a `SharedLine`, of which `drafts_shared` makes a line of the front page.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from asreported.model.comparison import Point
from asreported.model.span import Span
from asreported.report.excerpts import FEWEST
from asreported.report.repeats import FIGURE, likeness, reads_alike
from asreported.report.standing import Standing
from asreported.report.wording import Wording

FEWEST_TELL = 2
"""Accounts that share a point, at least."""
OTHER = 0.5
"""Share of either's words that the other lacks, from which on they tell something else."""
_ALIKE = 0.2
"""Share of the words shown that an account may lack and still say the same, in other words."""
_MOST = 0.5
"""Share of the longer words that a clause has in common with the line whose phrase it has."""
MOSTLY = 0.75
"""Share of the shorter words from which another verb says the same: "skipped", "did not attend"."""
_QUOTED = re.compile(r"[“\"]([^“”\"]+ [^“”\"]+?)[.,]?[”\"]")
"""Two words or more in quotation marks."""
_NEARLY = 0.85
"""The same of two clauses without a common verb that say one thing."""
LONGER = 4
"""Times as long as a line, at most, is what tells the same."""


class SharedLine(NamedTuple):
    """The words that show a point, and how they stand by themselves.

    ``span`` is the clause, ``shown`` what of it is shown; ``own`` are the words of accounts that
    lack some of these, and ``other`` tells how much one of them tells something else, 0..1. Who
    tells mostly something else is ``apart`` where two or more others tell it. ``more`` are points
    that tell it of further accounts.
    """

    point: Point
    span: Span
    standing: Standing
    shown: Span
    own: tuple[Span, ...] = ()
    other: float = 0.0
    apart: frozenset[str] = frozenset()
    more: tuple[Point, ...] = ()

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the accounts that tell it, as far as their words show."""
        told = {each for each in self.point.accounts if each not in self.apart}
        return tuple(sorted(told.union(span.document for span in self.own)))

    def with_(self, other: "SharedLine", wording: Wording) -> "SharedLine | None":
        """Return the line with the accounts that only the other has, None where it has none.

        What such an account has must read like what is shown, mostly or with the same verb, and
        answer no question otherwise.
        """
        mine, theirs = set(self.accounts), set(other.accounts)
        if mine.isdisjoint(theirs) or theirs <= mine:
            return None
        shown = wording.words(self.shown)
        held = [other.shown, *other.own, *places_of(wording, other.point)]
        new = [span for span in held if span.document in theirs - mine]
        new = [span for span in new if reads_alike(wording.words(span), shown)]
        found: dict[str, Span] = {}
        for span in sorted(new, key=lambda s: (-likeness(wording.words(s), shown), s)):
            if len(span) > LONGER * len(self.shown):
                continue  # The words of a short line are in many a long sentence.
            mostly = likeness(wording.words(span), shown) >= MOSTLY
            told = wording.acts(self.span) and wording.acts(span)
            act = wording.has_act(self.span, span)
            same = act if mostly else told and wording.one_act((self.span, span))
            same = same and not wording.tell_of_others(self.span, span)
            if same and wording.tells(span) and not wording.disputed(span):
                found.setdefault(span.document, span)
        own = tuple(sorted((*self.own, *found.values())))
        return self._replace(own=own, more=(*self.more, other.point)) if found else None


def make_line(point: Point, wording: Wording) -> SharedLine:
    """Return the words for a point that read best alone, and of these those that all carry.

    At last it is a headline.
    """
    spans = [point.label, *sorted(places_of(wording, point))]
    told = [SharedLine(point, span, wording.standing(span), span) for span in spans]
    # A headline is short of words, and is read where no sentence says it as well; where no sentence
    # is told whole by all it is what they share.
    ranked = sorted(told, key=lambda one: (-one.standing, *_reads_badly(one.span, wording)))
    able = [one for one in ranked if one.standing == ranked[0].standing and wording.acts(one.span)]
    whole = (line for line in (_cut(line, wording) for line in able) if not _lacking(line, wording))
    best = next(whole, None) or _cut(ranked[0], wording)
    headlines = [span for span in map(wording.headline, spans) if span is not None]
    if best.standing < Standing.ALONE and headlines:
        # The shortest says least beyond the point.
        headline = min(headlines, key=lambda s: (len(s), s))
        best = SharedLine(point, headline, Standing.ALONE, wording.carried.cut(point, headline))
    lacking = _lacking(best, wording)
    if wording.is_said(point):
        # Of what was said the very words are told, or each account's own.
        told_otherwise = {*point.accounts} - {best.span.document}
        told_otherwise = {d for d in told_otherwise if not wording.has_words(best.shown, d)}
        lacking = dict.fromkeys(told_otherwise, 0.0) | lacking
    if not lacking:
        return best
    own = {key: _own([t for t in told if t.span.document == key], wording) for key in lacking}
    own = {key: _in_clause(span, best, wording) for key, span in own.items()}
    # What no other account has as it stands needs no cutting.
    alone = len(lacking) == len(point.accounts) - 1
    back = {key: wording.carried.lacks(point, own[key])[best.span.document] for key in lacking}
    # A headline or a clause that only holds the point has to be told whole, and a single word that
    # both have tells nothing.
    held = best.span in [wording.spans[key] for key in point.statements]
    other = {
        key: min(lacking[key], lack.share if held and lack.common > 1 else 1.0)
        for key, lack in back.items()
    }
    far = frozenset(key for key in other if other[key] > OTHER)
    if len(point.accounts) - len(far) < FEWEST_TELL:
        far = frozenset()
    return best._replace(
        shown=best.span if alone else best.shown,
        own=tuple(sorted(own[key] for key in own if key not in far)),
        other=max((other[key] for key in other if key not in far), default=0.0),
        apart=far,
    )


def _reads_badly(span: Span, wording: Wording) -> tuple[bool, bool]:
    """Return whether the words are a headline's, and whether they are scraps between marks."""
    return wording.headline(span) is not None, len(wording.excerpt(span)) > 1


def tell_one_act(line: SharedLine, wording: Wording) -> bool:
    """Return whether what the accounts tell in their own words has a verb in common.

    Or nearly all words, a figure, or words that one quotes. Of nineteen such lines in sixty unread
    stories eighteen were right, of sixteen others eight: "she was prosecutor in Zell" beside "her
    years as prosecutor in Zell came under scrutiny".
    """
    said, own = wording.words(line.shown), [wording.words(span) for span in line.own]
    figures = set(FIGURE.findall(said)).intersection(*(FIGURE.findall(words) for words in own))
    near = min(likeness(words, said) for words in own) >= _NEARLY
    if near or figures or wording.one_act((line.span, *line.own)):
        return True
    quoted = chain.from_iterable(map(_QUOTED.findall, (said, *own)))
    return any(all(phrase in words for words in (said, *own)) for phrase in quoted)


def _cut(line: SharedLine, wording: Wording) -> SharedLine:
    shown = wording.carried.cut(line.point, line.span)
    # Of "born in Zell" the verb alone says nothing.
    return line if wording.ends_on_verb(shown, line.span) else line._replace(shown=shown)


def _lacking(line: SharedLine, wording: Wording) -> dict[str, float]:
    """Return what share of the words shown each account lacks that does not tell the same."""
    lacks = wording.carried.lacks(line.point, line.shown)
    return {key: lack.share for key, lack in lacks.items() if lack.named or lack.share > _ALIKE}


def _own(told: Sequence[SharedLine], wording: Wording) -> Span:
    """Return the words of one account that show a point best: a scrap, with its clause."""
    most = max(line.standing for line in told)
    tied = [line for line in told if line.standing == most]
    if len(tied) > 1:
        cut = (_cut(line, wording) for line in tied)
        tied = sorted(cut, key=lambda line: (len(_lacking(line, wording)), line.span))
    best = tied[0].span
    return best if len(wording.words(best).split()) >= FEWEST else wording.carried.clause(best)


def _in_clause(span: Span, line: SharedLine, wording: Wording) -> Span:
    """Return the words, or the clause around a phrase where that is most of what the line says."""
    around = None if wording.tells(span) else wording.telling(span)
    said = wording.words(line.shown)
    return around if around and likeness(wording.words(around), said) > _MOST else span


def places_of(wording: Wording, point: Point) -> tuple[Span, ...]:
    """Return where a point's statements stand, but for the one that is its label."""
    told = (wording.spans[key] for key in point.statements)
    return tuple(span for span in told if span != point.label)
