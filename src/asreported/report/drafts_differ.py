"""Draft the findings on where accounts differ: conflicts, inner contradictions, wordings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from rapidfuzz import fuzz

from asreported.language.folding import WORD, fold, respell, stem
from asreported.model.comparison import SEVERITIES, Comparison, Conflict, Side
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording
from asreported.report.evidence import Witness

_WORD = re.compile(r"\w[\w'’-]*")
_STOPS = " .,;:!?"
_LED_UP = 5
"""Words shown before the first in which wordings part."""
_SHOWN = 80
"""Likeness, 0..100, from which what is shown has the words of a shorter wording."""
_NEAR = 40
"""Characters back to the beginning of a clause that is shown from there."""
_MARKS = 3
"""Characters that may stand before the words shown: quotation marks, an ellipsis."""
_SIDES = 4
"""Answers shown in one line; the section on conflicts shows all."""


def draft_conflicts(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the conflicts, gravest and surest first."""
    ranked = sorted(
        comparison.conflicts,
        key=lambda c: (SEVERITIES.index(c.severity), -c.score, -len(c.sides), c.id),
    )
    witness = Witness(comparison, wording.accounts)
    figures = {q.span: q.value for reading in comparison.readings for q in reading.quantities}
    return [_conflict(wording, witness, c) for c in ranked if not _is_one_figure(c, figures)]


def _is_one_figure(conflict: Conflict, figures: Mapping[Span, float]) -> bool:
    """Return whether all answers have one figure: "almost 15" beside "15" is no news."""
    if conflict.kind != "number":
        return False
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


def draft_wordings(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return utterances that stand in several wordings, those of another sense first."""
    groups = [group for group in comparison.quote_variants if group.change]
    ranked = sorted(
        groups,
        key=lambda g: (
            g.change != "sense",
            -len({span.document for span in g.variants}),
            -len(g.variants[0]),
            g.variants,
        ),
    )
    drafts = []
    for group in ranked:
        first = _alike_of_each(wording, group.variants)
        if len(first) < 2:
            continue
        if _read_alike(wording, first):
            first = _nearest_rewording(wording, group.variants) or first
        if not any(map(wording.tells, first)):
            continue  # "Of the northern harbour" is in many mouths.
        tellings = _abreast(wording, _where_they_part(wording, first))
        shown = [wording.excerpt(span) for span in tellings]
        parts = [
            f"{_dots(part, whole)}{wording.quoted(part, whole)} ({wording.label(whole.document)})"
            for part, whole in zip(shown[:_SIDES], first, strict=False)
        ]
        who = f" of {group.speaker}" if group.speaker else ""
        text = f"One utterance{who}, {group.kind}: {' / '.join(parts)}"
        refs = tuple(sorted({span.document for span in first}))
        drafts.append(Draft("wording", text, refs, (*chain.from_iterable(shown), *group.variants)))
    return drafts


def _read_alike(wording: Wording, spans: Iterable[Span]) -> bool:
    return len({wording.words(span).casefold().strip(_STOPS) for span in spans}) == 1


def _nearest_rewording(wording: Wording, variants: Sequence[Span]) -> list[Span]:
    """Return the two likest places of two accounts that are not letter for letter the same.

    Of the longer one the part that is like the shorter; nothing where all are the same.
    """
    best: tuple[float, list[Span]] = (0.0, [])
    for one, other in combinations(variants, 2):
        if one.document == other.document:
            continue
        short, long = sorted((one, other), key=len)
        words = [wording.words(span).casefold().strip(_STOPS) for span in (short, long)]
        if words[0] in words[1]:
            continue
        near = fuzz.partial_ratio_alignment(words[0], words[1])
        if near is not None and near.score > best[0]:
            part = _whole_words(wording, long, near.dest_start, near.dest_end)
            best = near.score, sorted((short, part))
    return best[1]


def _whole_words(wording: Wording, span: Span, first: int, last: int) -> Span:
    """Return characters ``first:last`` of ``span``, widened to where words begin and end."""
    text = wording.words(span)
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return Span(span.document, span.start + first, span.start + last)


def _where_they_part(wording: Wording, spans: list[Span]) -> list[Span]:
    """Return the spans, without the words in front where else all would be shown alike."""
    if not _read_alike(wording, (wording.excerpt(span)[0] for span in spans)):
        return spans
    words = [list(_WORD.finditer(wording.words(span))) for span in spans]
    alike = 0
    for abreast in zip(*words, strict=False):
        if len({match.group().casefold() for match in abreast}) > 1:
            break
        alike += 1
    skipped = alike - _LED_UP
    if skipped <= 0:
        return spans
    return [
        Span(span.document, span.start + of_one[skipped].start(), span.end)
        for span, of_one in zip(spans, words, strict=True)
    ]


def _dots(shown: Sequence[Span], whole: Span) -> str:
    """Return what says that words in front are not shown; marks are none."""
    return "… " if shown[0].start - whole.start > _MARKS else ""


def _abreast(wording: Wording, spans: Sequence[Span]) -> list[Span]:
    """Return the spans, each long one from where it has the words of the shortest.

    Else it would be shown by its beginning, which the others have cut.
    """
    short = min(spans, key=lambda span: (len(span), span))
    said = wording.words(short).casefold().strip(_STOPS)
    return [span if span == short else _from(wording, span, said) for span in spans]


def _from(wording: Wording, span: Span, said: str) -> Span:
    shown = " ".join(map(wording.words, wording.excerpt(span))).casefold()
    if fuzz.partial_ratio(said, shown) >= _SHOWN:
        return span
    near = fuzz.partial_ratio_alignment(said, wording.words(span).casefold())
    if near is None or near.score < _SHOWN:
        return span
    first = near.dest_start
    ends = (wording.words(span).rfind(mark, 0, first) + 2 for mark in (", ", "; ", ". "))
    clause = max(ends)
    return _whole_words(wording, span, clause if first - clause <= _NEAR else first, len(span))


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


def _alike_of_each(wording: Wording, spans: tuple[Span, ...]) -> list[Span]:
    """Return of each account the wording most like the longest, none that is hardly like it."""
    matter = {
        span: {respell(stem(fold(m.group()))) for m in WORD.finditer(wording.words(span))}
        for span in spans
    }
    longest = max(spans, key=lambda span: (len(matter[span]), span))
    found: dict[str, Span] = {}
    for span in sorted(spans, key=lambda span: (-len(matter[span] & matter[longest]), span)):
        if 2 * len(matter[span] & matter[longest]) >= len(matter[span]):
            found.setdefault(span.document, span)
    return [found[key] for key in sorted(found)]
