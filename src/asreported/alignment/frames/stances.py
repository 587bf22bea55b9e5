"""Set side by side what accounts call one kind of person, group or act.

The table of stances holds, for each referent, the words to choose from and how each puts it. Two
words are compared only where they are shown to name one referent: the same country, person or
group stands beside both, or the clauses around them tell the like.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.frames.voicing import own_tokens, token_span
from asreported.language.folding import fold
from asreported.lexicon.load import table
from asreported.lexicon.names import demonyms
from asreported.model.comparison import Framing
from asreported.model.labels import NOUNS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading

_BESIDE = 4
"""Words before and after a noun among which the name that anchors it stands."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of a word of the table: the referent's set, the stance, and the names beside it."""

    span: Span
    set: str
    word: str
    stance: str
    alone: bool
    """Whether the set has one referent in nearly every story."""
    anchors: frozenset[str]


def find_stances(readings: Sequence[Reading]) -> Iterator[Framing]:
    """Yield the namings that take a side where another account names the same otherwise."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for reading in readings:
        for naming in _read(reading):
            uses[naming.set].append(naming)
    texts = {reading.document.id: reading.document for reading in readings}
    for listed in uses.values():
        seen = set()
        for naming in listed:
            key = (naming.span.document, naming.word)
            others = [] if naming.stance == "calm" or key in seen else _otherwise(naming, listed)
            if not others:
                continue
            seen.add(key)
            told = ", ".join(
                f"“{texts[other.span.document].quote(other.span)}” in "
                f"{texts[other.span.document].label}"
                for other in others
            )
            word = texts[naming.span.document].quote(naming.span)
            yield Framing(
                "naming",
                naming.span.document,
                naming.span,
                naming.set,
                tuple(other.span for other in others),
                f"“{word}” ({_STANCES[naming.stance]}); {told}",
            )


_STANCES = {"harsh": "puts it harshly", "kind": "puts it kindly"}


def _otherwise(naming: _Use, listed: Sequence[_Use]) -> list[_Use]:
    """Return one other naming of the referent from each account that never uses the word."""
    using = {other.span.document for other in listed if other.word == naming.word}
    found: dict[str, _Use] = {}
    for other in listed:
        document = other.span.document
        if document in using or document in found or other.stance == naming.stance:
            continue
        if naming.anchors & other.anchors or (
            naming.alone and _is_choice(naming, listed) and _is_choice(other, listed)
        ):
            found[document] = other
    return [found[key] for key in sorted(found)]


def _is_choice(naming: _Use, listed: Sequence[_Use]) -> bool:
    """Return whether the account calls the referent by words of one stance alone."""
    document = naming.span.document
    return {other.stance for other in listed if other.span.document == document} == {naming.stance}


def _read(reading: Reading) -> Iterator[_Use]:
    tokens = reading.parse.tokens
    for index in own_tokens(reading):
        token = tokens[index]
        if token.pos not in NOUNS:
            continue
        two, one = _rows().get(_two(tokens, index)), _rows().get(token.lemma.lower())
        row = two or one
        if row is None:
            continue
        span = token_span(reading, index, index + (2 if two else 1))
        yield _Use(span, *row, _anchors(tokens, index))


@cache
def _rows() -> Mapping[str, tuple[str, str, str, bool]]:
    return {
        row["word"]: (row["set"], row["word"], row["stance"], row["alone"] == "yes")
        for row in table("stances")
    }


def _two(tokens: Sequence[Token], index: int) -> str:
    if index + 1 >= len(tokens):
        return ""
    return f"{tokens[index].text.lower()}_{tokens[index + 1].lemma.lower()}"


def _anchors(tokens: Sequence[Token], index: int) -> frozenset[str]:
    """Return the names in the noun's own phrase: before it, or after it behind "of" or "in"."""
    words = set()
    for other in range(max(0, index - _BESIDE), min(len(tokens), index + _BESIDE + 1)):
        token = tokens[other]
        if other == index or token.pos not in ("PROPN", "ADJ") or not token.text[:1].isupper():
            continue
        governed = token.head == index or tokens[token.head].head == index
        if governed:
            word = fold(token.text)
            words.add(_countries().get(word, word))
    return frozenset(words)


@cache
def _countries() -> Mapping[str, str]:
    return {word: fold(place) for word, place in demonyms().items() if place}
