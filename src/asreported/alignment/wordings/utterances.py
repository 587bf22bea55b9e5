"""Cut what the accounts put in others' mouths into utterances: sentences as words that compare."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.language.folding import fold, stem
from asreported.language.rarity import rarity
from asreported.lexicon.load import words
from asreported.model.document import ARTICLE_KINDS
from asreported.model.labels import VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading, Statement

_MATTER = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
_TERM, _USED = 3, 2
"""Words of a quotation up to which it can be a term, and uses without marks that make it one."""
_RUN, _RUN_MATTER = 8, 3
"""Words in a row, and those of them that are neither grammar nor names, that no account has in
common with another's quotation by chance: "chairman of the Senate Committee" is an office."""
_OPENS = frozenset("“‘„«\"'")
_MARKS = frozenset({"PUNCT", "SPACE", "SYM"})
_WORTH_NAME, _WORTH_FUNCTION = 0.5, 0.3
"""Names are in every account; function words are shared by chance, yet tell a quotation's run."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that an account puts in somebody's mouth: a sentence of a statement, or less.

    ``stems``, ``worth`` and ``places`` (start, end) run in parallel, a word each.
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

    def words(self, first: int, last: int) -> Span:
        """Return the span of the words ``first:last``."""
        return Span(self.document, self.places[first][0], self.places[last - 1][1])


def weigh(stems: frozenset[str]) -> float:
    """Return how rare the words are, summed."""
    return sum(rarity(each) for each in stems)


def cut_utterances(readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """Return the sentences of all quotations and reported statements, by document and place.

    Where an account has a quotation of another without marks, as a message set into its page, that
    clause of its own voice is one too. A name or a few words between marks that the accounts also
    use without marks are a term, no utterance.
    """
    texts = [reading.document.text.casefold() for reading in readings]
    found = []
    for reading in readings:
        for utterance in _of_reading(reading):
            words_said = reading.document.quote(utterance.span)
            if not (utterance.is_quote and _is_term(words_said, len(utterance.stems), texts)):
                found.append(utterance)
    found.extend(_unmarked(readings, found))
    return tuple(sorted(found, key=lambda u: (u.span, u.statement.kind, u.statement.id)))


def _unmarked(readings: Sequence[Reading], said: Sequence[Utterance]) -> Iterator[Utterance]:
    """Yield the clauses in an account's own voice that have a run of another's quotation."""
    texts = {reading.document.id: reading.document.text for reading in readings}
    quoted: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for utterance in said:
        if utterance.is_quote:
            for run in _runs(utterance, texts[utterance.document]):
                quoted[run].add(utterance.document)
    for reading in readings:
        own = [s for s in reading.statements if s.kind == "own" and s.region in ARTICLE_KINDS]
        for statement in own if quoted else ():
            clause = read_utterance(reading, statement, statement.span)
            if clause is not None and any(
                quoted.get(run, set()) - {clause.document}
                for run in _runs(clause, texts[clause.document])
            ):
                yield clause


def _runs(utterance: Utterance, text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words as written, lower case, of each stretch that is long and says enough."""
    said = [fold(text[start:end]) for start, end in utterance.places]
    for first in range(len(said) - _RUN + 1):
        last = first + _RUN
        if sum(worth >= 1 for worth in utterance.worth[first:last]) >= _RUN_MATTER:
            yield tuple(said[first:last])


def _is_term(said: str, length: int, texts: Sequence[str]) -> bool:
    bare = said.casefold().strip(" .,;:!?")
    is_name = length > 1 and _is_title(said)
    if not bare or (length > _TERM and not is_name):
        return False
    uses = marked = 0
    for text in texts:
        at = text.find(bare)
        while at >= 0:
            uses += 1
            marked += text[at - 1 : at] in _OPENS
            at = text.find(bare, at + len(bare))
    return uses - marked >= (1 if is_name else _USED)


def _is_title(said: str) -> bool:
    """Return whether all words but those of grammar begin as a name's do: “Hour of the Harbour”.

    What is called out or shouted ("Close The Harbour!", "CLOSE IT") is none.
    """
    bearing = [word for word in said.split() if fold(word) not in words("function_words")]
    return "!" not in said and all(word[:1].isupper() and not word.isupper() for word in bearing)


def read_utterance(reading: Reading, statement: Statement, span: Span) -> Utterance | None:
    """Return the words at ``span`` as an utterance of ``statement``, None where there are none."""
    inside = (token for token in reading.tokens_in(span) if token.end <= span.end)
    kept = [t for t in inside if t.pos not in _MARKS and any(map(str.isalnum, t.text))]
    if not kept:
        return None
    return Utterance(
        Span(span.document, kept[0].start, span.end),
        statement,
        tuple(_stem(token) for token in kept),
        tuple(_worth(token) for token in kept),
        tuple((token.start, token.end) for token in kept),
    )


def _of_reading(reading: Reading) -> Iterator[Utterance]:
    tokens = reading.parse.tokens
    ends = [tokens[sentence.last - 1].end for sentence in reading.parse.sentences]
    for statement in reading.statements:
        if statement.kind == "own" or statement.part_of:
            continue
        for content in statement.content:
            for span in _sentences(content, ends):
                utterance = read_utterance(reading, statement, span)
                if utterance is not None:
                    yield utterance


def _sentences(content: Span, ends: Sequence[int]) -> Iterator[Span]:
    """Yield the pieces of ``content`` that the ends of sentences cut it into."""
    start = content.start
    for end in ends[bisect_left(ends, start + 1) :]:
        if end >= content.end:
            break
        yield Span(content.document, start, end)
        start = end
    if start < content.end:
        yield Span(content.document, start, content.end)


def _worth(token: Token) -> float:
    if token.pos == "PROPN":
        return _WORTH_NAME
    if token.pos in _MATTER and fold(token.text) not in words("function_words"):
        return 1.0
    return _WORTH_FUNCTION


def _stem(token: Token) -> str:
    """Return what equal words share: "went" and "gone" are "go", "bombing" and "bombed" "bomb".

    "Isn't" is "is not", "E.U." is "EU", and "Mr." is "Mr".
    """
    folded = fold(token.lemma if token.pos in VERBS else token.text)
    if folded == "n't":
        return "not"
    bare = folded.replace(".", "") if folded.count(".") > 1 else folded.rstrip(".")
    return stem(bare)
