"""Cut what the accounts put in others' mouths into utterances: sentences as words that compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.language.folding import fold, stem
from asreported.language.rarity import rarity
from asreported.lexicon.load import words
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading, Statement

_MATTER = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
_WORTH_NAME, _WORTH_FUNCTION = 0.5, 0.3
"""Names are in every account; function words are shared by chance, yet tell a quotation's run."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, or what a statement holds of one, that an account puts in somebody's mouth.

    ``stems``, ``worth`` and ``places`` (spans) run in parallel, a word each.
    """

    span: Span
    statement: Statement
    stems: tuple[str, ...]
    worth: tuple[float, ...]
    places: tuple[tuple[int, int], ...]

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document

    @property
    def is_quote(self) -> bool:
        """Return whether the account gives the words between marks."""
        return self.statement.kind == "quote"

    @property
    def matter(self) -> frozenset[str]:
        """Return the stems of the words that are neither grammar nor names."""
        return frozenset(s for s, worth in zip(self.stems, self.worth, strict=True) if worth >= 1)

    @property
    def named(self) -> frozenset[str]:
        """Return the stems of all words but those of grammar."""
        pairs = zip(self.stems, self.worth, strict=True)
        return frozenset(s for s, worth in pairs if worth >= _WORTH_NAME)

    @property
    def weight(self) -> float:
        """Return how rare its words are, summed: below 6 it is a turn of phrase."""
        return sum(rarity(s) for s in self.named)


def cut_utterances(readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """Return the utterances of all quotations and reported statements, by document and place."""
    found = [utterance for reading in readings for utterance in _of_reading(reading)]
    return tuple(sorted(found, key=lambda u: (u.span, u.statement.kind, u.statement.id)))


def _of_reading(reading: Reading) -> Iterator[Utterance]:
    tokens = reading.parse.tokens
    starts = [token.start for token in tokens]
    ends = [tokens[s.last - 1].end for s in reading.parse.sentences]
    for statement in reading.statements:
        if statement.kind == "own" or statement.part_of:
            continue
        for content in statement.content:
            for span in _sentences(content, ends):
                inside = tokens[_first(starts, span.start) : _first(starts, span.end)]
                utterance = _utterance(statement, span, inside)
                if utterance is not None:
                    yield utterance


def _sentences(content: Span, ends: Sequence[int]) -> Iterator[Span]:
    """Yield the pieces of ``content`` that the ends of sentences cut it into."""
    start = content.start
    for end in ends[_first(ends, start + 1) :]:
        if end >= content.end:
            break
        yield Span(content.document, start, end)
        start = end
    if start < content.end:
        yield Span(content.document, start, content.end)


def _first(ordered: Sequence[int], least: int) -> int:
    from bisect import bisect_left

    return bisect_left(ordered, least)


def _utterance(
    statement: Statement, span: Span, tokens: Sequence[Token]
) -> Utterance | None:
    grammar = words("function_words")
    kept = [t for t in tokens if t.pos not in ("PUNCT", "SPACE", "SYM") and t.end <= span.end]
    if not kept:
        return None
    worth = []
    for token in kept:
        if token.pos in _MATTER and fold(token.text) not in grammar:
            worth.append(1.0)
        else:
            worth.append(_WORTH_NAME if token.pos == "PROPN" else _WORTH_FUNCTION)
    return Utterance(
        Span(span.document, kept[0].start, span.end),
        statement,
        tuple(_stem(token) for token in kept),
        tuple(worth),
        tuple((token.start, token.end) for token in kept),
    )


def _stem(token: Token) -> str:
    """Return what equal words share: "went" and "gone" are "go", "bombing" and "bombed" "bomb"."""
    return stem(fold(token.lemma if token.pos in ("VERB", "AUX") else token.text))
