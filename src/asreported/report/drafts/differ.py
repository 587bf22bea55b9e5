"""Draft the findings on where accounts differ: conflicts and inner contradictions."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import chain, permutations

from asreported.model.comparison import SEVERITIES, SLIGHT, Comparison, Conflict, Side
from asreported.model.span import Span
from asreported.model.statement import Quantity
from asreported.report.evidence import Witness
from asreported.report.wording import Draft, Wording

_SIDES = 4
"""Answers shown in one line; the section on conflicts shows all."""
_TELLING = 1000.0
"""Number that an account hardly has twice by chance."""
_WIDE = 4.0
"""How many times the least number that a word may mean is the most: "dozens"."""
_ROUNDED = 0.005
"""Share by which two figures may differ and be one."""
_ONE_COUNT = 0.6
"""Score from which two touching numbers are of one count."""


def draft_conflicts(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the conflicts, gravest and surest first.

    Slight ones and mere choices of words ("migrants", "asylum seekers") have their section alone.
    """
    ranked = sorted(
        (
            c
            for c in comparison.conflicts
            if c.score > SLIGHT and not (_is_choice_of_words(c) or _may_both_hold(c))
        ),
        key=lambda c: (SEVERITIES.index(c.severity), -c.score, -len(c.sides), c.id),
    )
    witness = Witness(comparison, wording.accounts)
    figures = [q for reading in comparison.readings for q in reading.quantities]
    rivals = _claimed(comparison, figures)
    return [
        _conflict(wording, witness, c)
        for c in ranked
        if not _are_all_meant(c, figures)
        if c.kind != "number" or not (_is_one_figure(c, figures) or _has_both(c, figures, rivals))
    ]


def _is_choice_of_words(conflict: Conflict) -> bool:
    return conflict.kind == "wording" and conflict.severity == SEVERITIES[-1]


def _may_both_hold(conflict: Conflict) -> bool:
    """Return whether the numbers touch, and no clause says that they are one count.

    "Dozens of officials" and "at least 25", "more than 2 percent" and "3 percent" may both be so.
    """
    touching = conflict.kind == "number" and conflict.severity == SEVERITIES[-1]
    return touching and conflict.score < _ONE_COUNT


def _are_all_meant(conflict: Conflict, figures: Sequence[Quantity]) -> bool:
    """Return whether the number of one answer is among those that the other's word means.

    "Dozens were hurt" where another account has 48: both hold, whatever the time of telling.
    """
    if len(conflict.sides) != 2:
        return False
    told = [_given(side, figures) for side in conflict.sides]
    for words, numbers in (told, told[::-1]):
        bounds = [(q.low, q.high) for q in words if q.low and q.high and q.high > _WIDE * q.low]
        if words and len(bounds) == len(words) and numbers:
            return all(low <= q.value <= high for low, high in bounds for q in numbers)
    return False


def _is_one_figure(conflict: Conflict, figures: Sequence[Quantity]) -> bool:
    """Return whether all answers have one figure: "almost 15" beside "15" is no news.

    Nor is it where an account has each: it counts two things, "six checks" and "17 checks".
    """
    if set.intersection(*({span.document for span in side.spans} for side in conflict.sides)):
        return True
    told = [{figure.value for figure in _given(side, figures)} for side in conflict.sides]
    return bool(set.intersection(*told))


def _claimed(comparison: Comparison, figures: Sequence[Quantity]) -> frozenset[Span]:
    """Return the figures that somebody by name gives, and not the outlet."""
    said: dict[str, list[Span]] = defaultdict(list)
    for statement in comparison.statements:
        if statement.speaker is not None:
            for part in statement.content:
                said[part.document].append(part)
    return frozenset(
        figure.span
        for figure in figures
        if any(part.covers(figure.span) for part in said[figure.span.document])
    )


def _has_both(conflict: Conflict, figures: Sequence[Quantity], claimed: Collection[Span]) -> bool:
    """Return whether an account has another's figure too, elsewhere: then of something else.

    Small numbers count many things. What others claim it may well set beside its own.
    """
    for side, other in permutations(conflict.sides, 2):
        large = [figure for figure in _given(side, figures) if figure.value >= _TELLING]
        theirs = {span.document for span in other.spans}
        again = [b for b in figures if b.span.document in theirs and b.span not in claimed]
        if any(_is_equal(a, b) for a in large for b in again):
            return True
    return False


def _given(side: Side, figures: Sequence[Quantity]) -> list[Quantity]:
    return [figure for figure in figures if any(s.covers(figure.span) for s in side.spans)]


def _is_equal(one: Quantity, other: Quantity) -> bool:
    near = abs(one.value - other.value) <= _ROUNDED * one.value
    return near and one.unit == other.unit and one.kind == other.kind


def draft_odd(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return what does not add up inside one account, widest gap first; no slips.

    How a name is written, and a headline that is worded otherwise, are told in their section.
    """
    internals = (odd for reading in comparison.readings for odd in reading.internals)
    listed = [odd for odd in internals if odd.gap >= 1]
    ranked = sorted(listed, key=lambda odd: (odd.kind != "conversion", -odd.gap, odd.spans))
    drafts = []
    for odd in ranked:
        shown = [wording.excerpt(span) for span in odd.spans[:2]]
        words = " and ".join(map(wording.quoted, shown))
        reason = wording.honest(odd.reason, odd.spans)
        text = f"{wording.label(odd.spans[0].document)} has {words}: {reason}"
        drafts.append(
            Draft("odd", text, (odd.spans[0].document,), (*chain.from_iterable(shown), *odd.spans))
        )
    return drafts


def _conflict(wording: Wording, witness: Witness, conflict: Conflict) -> Draft:
    parts: list[str] = []
    spans: list[Span] = []
    for side in conflict.sides[:_SIDES]:
        shown, whole = _answer(wording, side)
        others = wording.labels({s.document for s in side.spans} - {whole.document})
        so_too = f"; so too {others}" if others else ""
        who = witness.at(whole).attributed
        parts.append(f"{wording.quoted(shown, whole)} ({who}{so_too})")
        spans += shown
    more = len(conflict.sides) - _SIDES
    tail = f" and {more} more" if more > 0 else ""
    text = f"{conflict.question} {' against '.join(parts)}{tail}"
    everything = tuple(span for side in conflict.sides for span in side.spans)
    return Draft("conflict", text, (conflict.id,), (*spans, *everything))


def _answer(wording: Wording, side: Side) -> tuple[tuple[Span, ...], Span]:
    """Return the words that give a side's answer, and the span that they are of."""
    for span in side.spans:
        text = wording.words(span)
        place = text.find(side.answer)
        if side.answer and place >= 0:
            start = span.start + place
            answer = Span(span.document, start, start + len(side.answer))
            return wording.excerpt(answer), answer
    return wording.excerpt(side.spans[0]), side.spans[0]
