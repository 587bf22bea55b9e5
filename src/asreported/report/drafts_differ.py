"""Draft the findings on where accounts differ: conflicts and inner contradictions."""

from collections.abc import Mapping
from itertools import chain

from asreported.model.comparison import SEVERITIES, SLIGHT, Comparison, Conflict, Side
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording
from asreported.report.evidence import Witness

_SIDES = 4
"""Answers shown in one line; the section on conflicts shows all."""


def draft_conflicts(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the conflicts, gravest and surest first.

    Slight ones and mere choices of words ("migrants", "asylum seekers") have their section alone.
    """
    ranked = sorted(
        (c for c in comparison.conflicts if c.score > SLIGHT and not _is_choice_of_words(c)),
        key=lambda c: (SEVERITIES.index(c.severity), -c.score, -len(c.sides), c.id),
    )
    witness = Witness(comparison, wording.accounts)
    figures = {q.span: q.value for reading in comparison.readings for q in reading.quantities}
    return [_conflict(wording, witness, c) for c in ranked if not _is_one_figure(c, figures)]


def _is_choice_of_words(conflict: Conflict) -> bool:
    return conflict.kind == "wording" and conflict.severity == SEVERITIES[-1]


def _is_one_figure(conflict: Conflict, figures: Mapping[Span, float]) -> bool:
    """Return whether all answers have one figure: "almost 15" beside "15" is no news.

    Nor is it where an account has each: it counts two things, "six checks" and "17 checks".
    """
    if conflict.kind != "number":
        return False
    if set.intersection(*({span.document for span in side.spans} for side in conflict.sides)):
        return True
    told = [
        {value for figure, value in figures.items() if any(s.covers(figure) for s in side.spans)}
        for side in conflict.sides
    ]
    return bool(set.intersection(*told))


def draft_odd(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return what does not add up inside one account, widest gap first; no slips."""
    listed = [odd for reading in comparison.readings for odd in reading.internals if odd.gap >= 1]
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
