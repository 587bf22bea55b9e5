"""Collate one utterance's wordings across accounts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.collation import collate
from asreported.alignment.speakers import is_named, same_speaker
from asreported.alignment.utterances import Utterance, cut_utterances
from asreported.language.overlap import Overlap, align
from asreported.language.rarity import rarity
from asreported.model.comparison import QuoteVariants
from asreported.model.span import Span
from asreported.model.statement import Reading
from asreported.model.story import Story

_TURN_OF_PHRASE = 6.0
"""Summed rarity of an utterance's words below which two speakers may use them by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two utterances (numbers) of different accounts that render one."""

    a: int
    b: int
    overlap: Overlap
    reason: str


def find_variants(
    readings: Sequence[Reading], story: Story | None = None
) -> tuple[QuoteVariants, ...]:
    """Return groups of renderings of one utterance, from two accounts at least."""
    utterances = cut_utterances(readings)
    group_of = {d: n for n, group in enumerate(story.origin_groups if story else ()) for d in group}
    matches = []
    for a, b in _candidates(utterances):
        match = _match(utterances, a, b, group_of)
        if match is not None:
            matches.append(match)
    labels = {reading.document.id: reading.document.label for reading in readings}
    groups = [_variants(utterances, group, labels) for group in _groups(utterances, matches)]
    return tuple(sorted(groups, key=lambda group: group.variants))


def _candidates(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for word in utterance.named:
            having[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= max(40, len(utterances) // 20):
            shared.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    for (a, b), count in sorted(shared.items()):
        if count >= 2 and utterances[a].document != utterances[b].document:
            yield a, b


def _match(
    utterances: Sequence[Utterance], a: int, b: int, group_of: dict[str, int]
) -> Match | None:
    one, two = utterances[a], utterances[b]
    overlap = align(one.stems, two.stems, one.worth)
    if overlap is None:
        return None
    same = same_speaker(one.statement.speaker, two.statement.speaker)
    reason = _judge(one, two, overlap, same, group_of)
    return Match(a, b, overlap, reason) if reason else None


def _judge(
    one: Utterance, two: Utterance, overlap: Overlap, same: bool | None, group_of: dict[str, int]
) -> str:
    """Return why two utterances are renderings of one, "" where that is not shown."""
    quotes = one.is_quote + two.is_quote
    shorter, longer = sorted((one, two), key=lambda u: len(u.stems))
    covered = overlap.shared / len(shorter.stems)
    common = one.named & two.named
    weight = sum(rarity(word) for word in common)
    if quotes == 2 and covered >= 0.85 and weight >= _TURN_OF_PHRASE and len(shorter.stems) > 1:
        return "the same words" if same is not False or overlap.shared >= 8 else ""
    if same is False:
        return ""
    if not quotes:
        apart = group_of.get(one.document, -1) != group_of.get(two.document, -2)
        if not (same and apart):
            return ""
        return "reported alike" if overlap.matter >= 5 and overlap.density >= 0.6 else ""
    if overlap.matter >= 3 and overlap.density >= 0.6 and weight >= 9:
        return "nearly the same words"
    few = min(len(one.matter), len(two.matter))
    if same and few and len(common) >= 4 and len(one.matter & two.matter) >= 0.6 * few:
        return "the same words in another order"
    return ""


def _groups(utterances: Sequence[Utterance], matches: Sequence[Match]) -> list[list[Match]]:
    parent = list(range(len(utterances)))

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    for match in matches:
        first, second = sorted((root(match.a), root(match.b)))
        parent[second] = first
    groups: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        groups[root(match.a)].append(match)
    return list(groups.values())


def _variants(
    utterances: Sequence[Utterance], matches: Sequence[Match], labels: dict[str, str]
) -> QuoteVariants:
    spans: dict[int, Span] = {}
    for match in matches:
        o = match.overlap
        for number, first, last in ((match.a, o.a_first, o.a_last), (match.b, o.b_first, o.b_last)):
            utterance = utterances[number]
            span = utterance.span
            if last - first < 0.5 * len(utterance.stems):
                span = Span(span.document, utterance.places[first][0], utterance.places[last - 1][1])
            if number not in spans or len(span) > len(spans[number]):
                spans[number] = span
    best = max(matches, key=lambda m: (m.overlap.score, -m.a, -m.b))
    kind, changes = collate(utterances[best.a], utterances[best.b])
    speakers = [utterances[n].statement.speaker for n in sorted(spans)]
    names = [s.name for s in speakers if s and is_named(s)]
    return QuoteVariants(
        max(names, key=lambda n: (len(n), n)) if names else None,
        kind,
        tuple(sorted(set(spans.values()))),
        best.reason,
    )
