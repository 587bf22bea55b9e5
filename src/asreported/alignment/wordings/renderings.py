"""Match the places where two accounts render one utterance.

Two quotations are one utterance where they have the same words; a quotation and a reported
statement where the words are nearly the same or, of one speaker, the sense is; two reported
statements only where accounts of different origins give the same words to one speaker.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.units import Unit
from asreported.alignment.wordings.speakers import same_speaker
from asreported.alignment.wordings.utterances import Utterance, weigh
from asreported.language.folding import fold
from asreported.language.overlap import Overlap, align
from asreported.language.rarity import rarity
from asreported.model.span import Span
from asreported.model.statement import Statement

_TURN_OF_PHRASE = 3.0
"""Summed rarity of a quotation's words from which two accounts do not use them by chance."""
_WHOLE = 0.8
"""Share of the shorter quotation's words from which it is wholly in the longer."""
_MOST_OF = 0.45
"""Share of an utterance's words from which it is rendered whole and not in part."""
_DENSE = 0.6
"""Share of the longer stretch's words from which a report has a quotation's wording."""
_SAYS_MUCH = 9.0
"""Summed rarity of shared words from which a report and a quotation are of one utterance."""
_RARE_FIGURE = 4.0
"""Rarity from which a number is one utterance's and not any article's."""
_COMMON = 40
"""Utterances with a word beyond which the word proposes nothing."""

# Least likeness and sense (see `Pair`) of clauses that render one utterance, where none is quoted,
# where one is and where both are: of one speaker, and of speakers not shown to be one. Read on
# sixteen annotated events and sixty others: of the sixty, two quotations below .55 were of two
# utterances in six of eight, a quotation and a report below .525 in three of four; of unsure
# speakers, all below .7 were.
_LEAST = (
    {True: (0.58, 0.75), None: (0.8, 0.75)},
    {True: (0.525, 0.0), None: (0.7, 0.0)},
    {True: (0.55, 0.0), None: (0.7, 0.0)},
)
_CHANCE = 8
"""Words that a person and a body, each said to have spoken, have in common by chance at most."""
_SAME_MOUTH = (3, 1.5)
"""Words, and their summed rarity, of a fragment that two accounts do not quote of one speaker by
chance: "very good talk"."""


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
        quoted = (one.voice.kind, two.voice.kind).count("quote")
        apart = _are_apart(one.voice, two.voice, group_of)
        if not quoted and _other_figures(*({q.value for q in u.quantities} for u in (one, two))):
            continue
        if same is None and quoted < 2 and _of_other_kinds(one.voice, two.voice):
            continue
        likeness, sense = _LEAST[quoted][same]
        if pair.likeness >= likeness and pair.sense >= sense and (quoted or apart):
            a, b = (Rendering(_between_marks(u), u.voice) for u in (one, two) if u.voice)
            yield Match(a, b, pair.likeness, False)


def _between_marks(unit: Unit) -> Span:
    """Return the clause, or the quotation in it where the outlet's words stick out of that."""
    span, voice = unit.clause.span, unit.voice
    if voice is None or voice.kind != "quote" or voice.span.covers(span):
        return span
    part = max(voice.content, key=span.shared)
    return Span(span.document, max(span.start, part.start), min(span.end, part.end))


def _are_apart(one: Statement, two: Statement, group_of: Mapping[str, int]) -> bool:
    """Return whether two reports of speech are of different origins and both name a mouth."""
    origins = [group_of.get(each.span.document, -n) for n, each in enumerate((one, two), start=1)]
    return origins[0] != origins[1] and one.speaker is not None and two.speaker is not None


def _of_other_kinds(one: Statement, two: Statement) -> bool:
    """Return whether one is a person's and the other that of a body that has not his name.

    "The police" may speak by its chief; where the words are few, two have told the same.
    """
    speakers = [s for s in (one.speaker, two.speaker) if s is not None]
    if sorted(s.kind for s in speakers) != ["organisation", "person"]:
        return False
    names = [{fold(word) for word in s.name.split()} for s in speakers]
    return not names[0] & names[1]


def _other_figures(one: Set[object], two: Set[object]) -> bool:
    """Return whether both reports have figures, and none in common: a later count is told anew."""
    return bool(one and two) and not one & two


def _says_enough(unit: Unit) -> bool:
    return sum(token.pos in ("NOUN", "VERB", "ADJ", "PROPN", "NUM") for token in unit.tokens) >= 3


def _candidates(utterances: Sequence[Utterance]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share two words that few others have, or three words in a row."""
    having: dict[str | tuple[str, ...], list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        for word in utterance.named:
            having[word].append(number)
        stems = utterance.stems
        for row in dict.fromkeys(zip(stems, stems[1:], stems[2:], strict=False)):
            having[row].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for key, numbers in having.items():
        if len(numbers) <= max(_COMMON, len(utterances) // 20):
            worth = 1 if isinstance(key, str) else 2
            for pair in combinations(numbers, 2):
                shared[pair] += worth
    for (a, b), count in sorted(shared.items()):
        if count >= 2 and utterances[a].document != utterances[b].document:
            yield a, b


def _judge(
    one: Utterance, two: Utterance, overlap: Overlap, group_of: Mapping[str, int]
) -> bool | None:
    """Return None where nothing shows that two are one utterance, True where wording alone does."""
    same = same_speaker(one.statement.speaker, two.statement.speaker)
    if one.is_quote and two.is_quote:
        verdict = _judge_quotes(one, two, overlap, same)
        if verdict is not None or same is False:
            return verdict
    if same is False:
        return None
    few = overlap.shared < _CHANCE
    if same is None and few and _of_other_kinds(one.statement, two.statement):
        return None
    if "own" in (one.statement.kind, two.statement.kind):
        alike = overlap.shared >= 8 and overlap.matter >= 3 and overlap.density >= _WHOLE
        return True if alike and (one.is_quote or two.is_quote) else None
    if not (one.is_quote or two.is_quote):
        if _other_figures(*({w for w in u.stems if w[:1].isdigit()} for u in (one, two))):
            return None
        apart = _are_apart(one.statement, two.statement, group_of)
        if not apart and not _share_a_figure(one, two, group_of):
            return None
        matter, density = (6, 0.75) if apart and same is None else (5, 0.55)
        return False if overlap.matter >= matter and overlap.density >= density else None
    dense = overlap.shared >= 5 and overlap.matter >= 3 and overlap.density >= _DENSE
    if dense and weigh(one.named & two.named) >= _SAYS_MUCH:
        return overlap.density >= _WHOLE
    return False if same and _share_most(one, two) else None


def _judge_quotes(
    one: Utterance, two: Utterance, overlap: Overlap, same: bool | None
) -> bool | None:
    if overlap.shared >= 8 and overlap.density >= _WHOLE:
        return True
    if same is False:
        return None
    shorter = min(len(one.stems), len(two.stems))
    whole = overlap.shared >= _WHOLE * shorter > 1
    rare = weigh(one.named & two.named)
    if whole and rare >= _TURN_OF_PHRASE:
        return overlap.shared >= 5
    if same and whole and overlap.shared >= _SAME_MOUTH[0] and rare >= _SAME_MOUTH[1]:
        return False
    return True if overlap.shared >= 7 and overlap.density >= _WHOLE else None


def _share_a_figure(one: Utterance, two: Utterance, group_of: Mapping[str, int]) -> bool:
    """Return whether two reports have a rare number in common, and one alone names its mouth."""
    statements = (one.statement, two.statement)
    if sum(statement.speaker is None for statement in statements) != 1:
        return False
    if group_of.get(one.document, -1) == group_of.get(two.document, -2):
        return False
    common = one.named & two.named
    rare = any(word[:1].isdigit() and rarity(word) >= _RARE_FIGURE for word in common)
    return rare and weigh(common) >= 2 * _SAYS_MUCH


def _share_most(one: Utterance, two: Utterance) -> bool:
    """Return whether most words of the shorter are in the other, in whatever order."""
    common = one.named & two.named
    few = min(len(one.named), len(two.named))
    return bool(one.matter & two.matter) and len(common) >= max(4, _DENSE * few)


def _rendering(utterance: Utterance, first: int, last: int) -> Rendering:
    if last - first >= _MOST_OF * len(utterance.stems):
        return Rendering(utterance.span, utterance.statement)
    return Rendering(utterance.words(first, last), utterance.statement)
