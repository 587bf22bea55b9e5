"""Draft the findings on where accounts differ: conflicts, inner contradictions, wordings."""

from asreported.model.comparison import Comparison, Conflict, Side
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording

_SEVERITY = {"contradiction": 0, "difference": 1, "tension": 2}
_SURE = 0.5
"""Of a tension no surer than this, read by eye, a third was no question to an editor."""
_SIDES = 4
"""Answers shown in one line; the section on conflicts shows all."""


def draft_conflicts(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the conflicts, gravest and surest first.

    Facts told alike but for one slot are of kind ``told`` and come last: the front page has them
    where room is left.
    """
    ranked = sorted(
        comparison.conflicts,
        key=lambda c: (_SEVERITY.get(c.severity, 3), -c.score, -len(c.sides), c.id),
    )
    return [_conflict(wording, conflict) for conflict in ranked]


def draft_odd(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return what does not add up inside one account, widest gap first; no slips."""
    listed = [odd for reading in comparison.readings for odd in reading.internals if odd.gap >= 1]
    ranked = sorted(listed, key=lambda odd: (odd.kind != "conversion", -odd.gap, odd.spans))
    drafts = []
    for odd in ranked:
        shown = tuple(wording.excerpt(span) for span in odd.spans[:2])
        words = " and ".join(map(wording.quoted, shown))
        reason = wording.honest(odd.reason, odd.spans)
        text = f"{wording.label(odd.spans[0].document)} has {words}: {reason}"
        drafts.append(Draft("odd", text, (odd.spans[0].document,), (*shown, *odd.spans)))
    return drafts


def draft_wordings(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return utterances that stand in several wordings, most accounts first."""
    groups = [group for group in comparison.quote_variants if group.kind != "identical"]
    ranked = sorted(
        groups,
        key=lambda g: (
            -len({span.document for span in g.variants}),
            -len(g.variants[0]),
            g.variants,
        ),
    )
    drafts = []
    for group in ranked:
        first = _first_of_each(group.variants)
        if len(first) < 2:
            continue
        shown = [wording.excerpt(span) for span in first]
        parts = [
            f"{wording.quoted(part, whole)} ({wording.label(part.document)})"
            for part, whole in zip(shown[:_SIDES], first, strict=False)
        ]
        who = f" of {group.speaker}" if group.speaker else ""
        text = f"One utterance{who}, {group.kind}: {' / '.join(parts)}"
        refs = tuple(sorted({span.document for span in first}))
        drafts.append(Draft("wording", text, refs, (*shown, *group.variants)))
    return drafts


def _conflict(wording: Wording, conflict: Conflict) -> Draft:
    parts, spans = [], []
    for side in conflict.sides[:_SIDES]:
        shown, whole = _answer(wording, side)
        others = wording.labels({s.document for s in side.spans} - {shown.document})
        so_too = f"; so too {others}" if others else ""
        parts.append(f"{wording.quoted(shown, whole)} ({wording.label(shown.document)}{so_too})")
        spans.append(shown)
    more = len(conflict.sides) - _SIDES
    tail = f" and {more} more" if more > 0 else ""
    text = f"{conflict.question} {' against '.join(parts)}{tail}"
    everything = tuple(span for side in conflict.sides for span in side.spans)
    kind = "told" if conflict.severity == "tension" and conflict.score <= _SURE else "conflict"
    return Draft(kind, text, (conflict.id,), (*spans, *everything))


def _answer(wording: Wording, side: Side) -> tuple[Span, Span]:
    """Return the words that give a side's answer, and the span that they are of."""
    for span in side.spans:
        text = wording.accounts[span.document].document.quote(span)
        place = text.find(side.answer)
        if side.answer and place >= 0:
            start = span.start + place
            answer = Span(span.document, start, start + len(side.answer))
            return wording.excerpt(answer), answer
    return wording.excerpt(side.spans[0]), side.spans[0]


def _first_of_each(spans: tuple[Span, ...]) -> list[Span]:
    first: dict[str, Span] = {}
    for span in spans:
        first.setdefault(span.document, span)
    return [first[key] for key in sorted(first)]
