"""Collate one utterance's wordings across accounts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.units import Unit
from asreported.alignment.wordings.collation import Change, collate
from asreported.alignment.wordings.renderings import Match, Rendering, match_senses, match_wordings
from asreported.alignment.wordings.speakers import is_named, same_speaker
from asreported.alignment.wordings.twins import without_twins
from asreported.alignment.wordings.utterances import cut_utterances, read_utterance
from asreported.model.comparison import QuoteVariants
from asreported.model.document import Document
from asreported.model.groups import Groups
from asreported.model.span import Span
from asreported.model.statement import Reading, Speaker
from asreported.model.story import Story

_OVERLAPS = 0.6
"""Share of the shorter of two spans of one account from which they render one utterance."""

_CHANGES = 3
"""Changes that a reason lists: the reader has the wordings before him."""


_TRANSLATED = re.compile(
    r"\b(?:[Tt]ranslat(?:ed|ion|or)|[Ii]nterpreter|(?:said|speaking|spoke|wrote|told \w+) in"
    r" [A-Z][a-z]+(?:an|ese|ish|ic|ew|du|nch|tch|eek))\b"
)


def find_variants(
    readings: Sequence[Reading], story: Story, units: Sequence[Unit], pairs: Sequence[Pair]
) -> tuple[QuoteVariants, ...]:
    """Return groups of renderings of one utterance, from two accounts at least, by place."""
    group_of = {d: n for n, group in enumerate(story.origin_groups) for d in group}
    matches = list(match_wordings(cut_utterances(readings), group_of))
    matches += match_senses(units, pairs, group_of)
    by_document = {reading.document.id: reading for reading in readings}
    matches = without_twins(matches, {key: r.document for key, r in by_document.items()})
    groups = (_variants(group, by_document) for group in _groups(matches))
    return tuple(sorted(groups, key=lambda group: group.variants))


def _groups(matches: Sequence[Match]) -> list[list[Match]]:
    """Return the matches that belong together because their renderings lie on one place."""
    listed = sorted({side for match in matches for side in (match.a, match.b)}, key=_place)
    number = {rendering: n for n, rendering in enumerate(listed)}
    joined: Groups[int] = Groups()

    def join(a: int, b: int) -> None:
        first, second = sorted((joined.root(a), joined.root(b)))
        if first != second:
            joined.join(first, second)
            speakers[first] |= speakers.pop(second)

    speakers = {n: _named(rendering) for n, rendering in enumerate(listed)}
    for a, b in _overlapping(listed):
        join(a, b)
    kept = []
    for match in sorted(matches, key=lambda m: (not m.exact, -m.score, _place(m.a), _place(m.b))):
        sides = [joined.root(number[side]) for side in (match.a, match.b)]
        # Likeness alone does not put the words of two named speakers together through a third.
        if match.exact or not _differ(speakers[sides[0]], speakers[sides[1]]):
            join(*sides)
            kept.append(match)
    groups: dict[int, list[Match]] = defaultdict(list)
    for match in kept:
        groups[joined.root(number[match.a])].append(match)
    return list(groups.values())


def _named(rendering: Rendering) -> frozenset[Speaker]:
    speaker = rendering.statement.speaker
    return frozenset((speaker,)) if speaker is not None and is_named(speaker) else frozenset()


def _differ(one: frozenset[Speaker], two: frozenset[Speaker]) -> bool:
    return any(same_speaker(a, b) is False for a in one for b in two)


def _overlapping(listed: Sequence[Rendering]) -> Iterator[tuple[int, int]]:
    for a, one in enumerate(listed):
        for b in range(a + 1, len(listed)):
            two = listed[b]
            if two.span.document != one.span.document or two.span.start >= one.span.end:
                break
            if one.span.shared(two.span) >= _OVERLAPS * min(len(one.span), len(two.span)):
                yield a, b


def _variants(matches: Sequence[Match], readings: Mapping[str, Reading]) -> QuoteVariants:
    shown = _shown({side for match in matches for side in (match.a, match.b)})
    documents = {key: reading.document for key, reading in readings.items()}
    kind, changes = _collated(matches, shown, readings)
    speaker, remarks = _speaker(shown, documents)
    parts = _told(changes, documents)
    if kind == "reworded" and all(r.statement.kind == "quote" for r in shown):
        if any(_is_translated(documents[r.span.document]) for r in shown):
            kind = "translated"
        elif not all(_bracketed(change, documents) for change in changes):
            parts.append("all stand between marks, so not all are verbatim, or some translated")
    unmarked = {r.span.document for r in shown if r.statement.kind == "own"}
    parts.extend(f"without marks in {documents[key].label}" for key in sorted(unmarked))
    same = "the same words in all" if kind == "identical" else "only small words differ"
    reason = "; ".join([*(parts or [same]), *remarks])
    change = "sense" if any(each.sense for each in changes) else "words" if changes else ""
    return QuoteVariants(speaker, kind, tuple(r.span for r in shown), reason, change)


def _is_translated(document: Document) -> bool:
    """Return whether the account says that words were translated."""
    regions = document.article_regions()
    return any(_TRANSLATED.search(document.text, r.start, r.end) for r in regions)


def _shown(group: Iterable[Rendering]) -> list[Rendering]:
    """Return one of the renderings that lie on one place: a quotation first, else the longest."""
    shown: list[Rendering] = []
    for rendering in sorted(group, key=_preference):
        if not any(rendering.span.shared(other.span) for other in shown):
            shown.append(rendering)
    return sorted(shown, key=_place)


def _collated(
    matches: Sequence[Match], shown: Sequence[Rendering], readings: Mapping[str, Reading]
) -> tuple[str, list[Change]]:
    """Return the kind of the group, and its changes: of sense first, then the weightiest."""
    kinds = set()
    changes: dict[tuple[Span | None, Span | None], Change] = {}
    done = set()
    for match in sorted(matches, key=lambda m: (-m.score, _place(m.a), _place(m.b))):
        sides = [_shown_at(side, shown) for side in (match.a, match.b)]
        key = (sides[0].span, sides[1].span)
        if key in done:
            continue
        done.add(key)
        a, b = (read_utterance(readings[r.span.document], r.statement, r.span) for r in sides)
        if a is None or b is None:
            continue
        kind, differing = collate(a, b)
        kinds.add(kind)
        changes |= {(change.a, change.b): change for change in differing}
    order = sorted(
        (c for c in changes.values() if c.sense or c.weight), key=lambda c: (not c.sense, -c.weight)
    )
    return next((k for k in ("reworded", "cut") if k in kinds), "identical"), order


def _shown_at(rendering: Rendering, shown: Sequence[Rendering]) -> Rendering:
    """Return what is shown where ``rendering`` lies."""
    return max(shown, key=lambda other: (rendering.span.shared(other.span), other.span))


def _speaker(
    shown: Sequence[Rendering], documents: Mapping[str, Document]
) -> tuple[str | None, list[str]]:
    """Return the fullest name that accounts give, and what to say where they do not agree."""
    named = [(r, r.statement.speaker) for r in shown if is_named(r.statement.speaker)]
    speakers = [speaker for _, speaker in named if speaker is not None]
    if not speakers:
        return None, []
    chosen = max(speakers, key=lambda s: (_backing(s, speakers), len(s.name), s.name))
    remarks = []
    others = [(r, s) for r, s in named if s is not None and same_speaker(s, chosen) is False]
    for rendering, speaker in others[:1]:
        label = documents[rendering.span.document].label
        remarks.append(f"{label} gives it to {speaker.name}, not to {chosen.name}")
    told = {r.span.document for r in shown if r.statement.speaker is not None}
    nameless = sorted({r.span.document for r in shown} - told)
    if nameless:
        giver = next(r for r, s in named if s is chosen)
        labels = ", ".join(documents[key].label for key in nameless)
        remarks.append(
            f"{documents[giver.span.document].label} gives it to {chosen.name}; no name in {labels}"
        )
    return chosen.name, remarks


def _backing(speaker: Speaker, speakers: Sequence[Speaker]) -> int:
    return sum(same_speaker(speaker, other) is True for other in speakers)


def _told(changes: Sequence[Change], documents: Mapping[str, Document]) -> list[str]:
    """Return the changes in words, the weightiest three; one told both ways counts once."""
    told: dict[frozenset[str], str] = {}
    for change in changes:
        sides = [_quoted(span, documents) for span in (change.a, change.b)]
        words = " / ".join(side or "nothing" for side in sides)
        edited = _bracketed(change, documents)
        note = f": brackets of {edited}" if edited else ""
        if change.sense:
            note = f": changes the sense ({change.sense})"
        told.setdefault(frozenset(side.casefold() for side in sides), words + note)
    return list(told.values())[:_CHANGES]


def _bracketed(change: Change, documents: Mapping[str, Document]) -> str:
    """Return the outlet that has words of its own in brackets at the change, "" if none has."""
    spans = (span for span in (change.a, change.b) if span and _in_brackets(span, documents))
    return next((documents[span.document].label for span in spans), "")


def _in_brackets(span: Span, documents: Mapping[str, Document]) -> bool:
    text = documents[span.document].text
    return text.endswith("[", 0, span.start) and text.startswith("]", span.end)


def _quoted(span: Span | None, documents: Mapping[str, Document]) -> str:
    if span is None:
        return ""
    words = documents[span.document].quote(span)
    return f"“[{words}]”" if _in_brackets(span, documents) else f"“{words}”"


def _place(rendering: Rendering) -> tuple[Span, str, str]:
    return rendering.span, rendering.statement.kind, rendering.statement.id


def _preference(rendering: Rendering) -> tuple[bool, int, Span, str]:
    span = rendering.span
    return rendering.statement.kind != "quote", -len(span), span, rendering.statement.id
