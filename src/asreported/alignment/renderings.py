"""Match the places where two accounts render one utterance.

Two quotations are one utterance where they have the same words; a quotation and a reported
statement where the words are nearly the same or, of one speaker, the sense is; two reported
statements only where accounts of different origins give the same words to one speaker.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from asreported.alignment.candidates import Pair
from asreported.alignment.speakers import same_speaker
from asreported.alignment.units import Unit
from asreported.alignment.utterances import Utterance, weigh
from asreported.language.overlap import Overlap, align
from asreported.model.span import Span
from asreported.model.statement import Statement

_TURN_OF_PHRASE = 3.0
"""Summed rarity of a quotation's words from which two accounts do not use them by chance."""
_WHOLE = 0.85
"""Share of the shorter quotation's words from which it is wholly in the longer."""
_MOST_OF = 0.45
"""Share of an utterance's words from which it is rendered whole and not in part."""
_COMMON = 40
"""Utterances with a word beyond which the word proposes nothing."""

# Least likeness (see `Pair`) of clauses that render one utterance: of one speaker, of speakers not
# shown to be one; the first where one side is a quotation, the second where neither is.
_LIKENESS = {True: (0.55, 0.62), None: (0.62, 0.8)}


@dataclass(frozen=True, slots=True)
class Rendering:
    """Where an account renders an utterance, and the statement that it is part of."""

    span: Span
    statement: Statement


@dataclass(frozen=True, slots=True)
class Match:
    """Two accounts' renderings of one utterance; ``score`` grows with the words shared."""

    a: Rendering
    b: Rendering
    score: float
    exact: bool
    """Whether the wording alone shows it, whoever the accounts say has spoken."""


def match_wordings(utterances: Sequence[Utterance], group_of: Mapping[str, int]) -> Iterator[Match]:
    """Yield the pairs of utterances whose wording shows that they are one.

    Args:
        utterances: Of all accounts.
        group_of: The origin of each document, a number.
    """
    for a, b in _candidates(utterances):
        one, two = utterances[a], utterances[b]
        overlap = align(one.stems, two.stems, one.worth)
        if overlap is None:
            continue
        verdict = _judge(one, two, overlap, group_of)
        if verdict is not None:
            first = _rendering(one, overlap.a_first, overlap.a_last)
            second = _rendering(two, overlap.b_first, overlap.b_last)
            yield Match(first, second, overlap.score, verdict)


def match_senses(
    units: Sequence[Unit], pairs: Sequence[Pair], group_of: Mapping[str, int]
) -> Iterator[Match]:
    """Yield the pairs of clauses whose likeness and speakers show that they are one utterance."""
    for pair in pairs:
        one, two = units[pair.a], units[pair.b]
        if one.voice is None or two.voice is None:
            continue
        same = same_speaker(one.voice.speaker, two.voice.speaker)
        if same is False or not _says_enough(one) or not _says_enough(two):
            continue
        quoted = "quote" in (one.voice.kind, two.voice.kind)
        apart = _are_apart(one.voice, two.voice, group_of)
        least = _LIKENESS[same][0 if quoted else 1]
        if pair.likeness >= least and (quoted or apart):
            a, b = (Rendering(unit.clause.span, unit.voice) for unit in (one, two) if unit.voice)
            yield Match(a, b, pair.likeness, False)


def _are_apart(one: Statement, two: Statement, group_of: Mapping[str, int]) -> bool:
    """Return whether two reports of speech are of different origins and both name a mouth."""
    origins = [group_of.get(each.span.document, -n) for n, each in enumerate((one, two), start=1)]
    return origins[0] != origins[1] and one.speaker is not None and two.speaker is not None


def _says_enough(unit: Unit) -> bool:
    return sum(token.pos in ("NOUN", "VERB", "ADJ", "PROPN", "NUM") for token in unit.tokens) >= 3


def _candidates(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for word in utterance.named:
            having[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.values():
        if len(numbers) <= max(_COMMON, len(utterances) // 20):
            shared.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    for (a, b), count in sorted(shared.items()):
        if count >= 2 and utterances[a].document != utterances[b].document:
            yield a, b


def _judge(
    one: Utterance, two: Utterance, overlap: Overlap, group_of: Mapping[str, int]
) -> bool | None:
    """Return None where nothing shows that two are one utterance, True where wording alone does."""
    same = same_speaker(one.statement.speaker, two.statement.speaker)
    common = one.named & two.named
    if one.is_quote and two.is_quote:
        shorter = min(len(one.stems), len(two.stems))
        if overlap.shared >= 8 and overlap.density >= _WHOLE:
            return True
        if same is False:
            return None
        if overlap.shared >= _WHOLE * shorter > 1 and weigh(common) >= _TURN_OF_PHRASE:
            return overlap.shared >= 5
        if overlap.shared >= 7 and overlap.density >= 0.8:
            return True
    if same is False:
        return None
    if not (one.is_quote or two.is_quote):
        if not _are_apart(one.statement, two.statement, group_of):
            return None
        matter, density = (5, 0.55) if same else (6, 0.75)
        return False if overlap.matter >= matter and overlap.density >= density else None
    if (
        overlap.shared >= 5
        and overlap.matter >= 3
        and overlap.density >= 0.6
        and weigh(common) >= 9
    ):
        return overlap.density >= 0.8
    few = min(len(one.named), len(two.named))
    if same and one.matter & two.matter and len(common) >= max(4, 0.6 * few):
        return False
    return None


def _rendering(utterance: Utterance, first: int, last: int) -> Rendering:
    if last - first >= _MOST_OF * len(utterance.stems):
        return Rendering(utterance.span, utterance.statement)
    return Rendering(utterance.words(first, last), utterance.statement)
