"""Draft the findings on where accounts differ: conflicts, inner contradictions, wordings."""

import re
from collections.abc import Iterable, Sequence
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
_SIDES = 4
"""Answers shown in one line; the section on conflicts shows all."""


def draft_conflicts(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the conflicts, gravest and surest first."""
    ranked = sorted(
        comparison.conflicts,
        key=lambda c: (SEVERITIES.index(c.severity), -c.score, -len(c.sides), c.id),
    )
    witness = Witness(comparison, wording.accounts)
    return [_conflict(wording, witness, conflict) for conflict in ranked]


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
        tellings = _where_they_part(wording, first)
        shown = [wording.excerpt(span) for span in tellings]
        dots = "" if tellings == first else "… "
        parts = [
            f"{dots}{wording.quoted(part, whole)} ({wording.label(whole.document)})"
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
