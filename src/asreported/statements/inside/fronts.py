"""An account cut in two: its headline, and the body that stands behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from asreported.language.motives import find_stretches
from asreported.lexicon.load import words
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Clause, Quantity, Reading, Slots
from asreported.statements.inside.acts import PlacedAct, acts_in

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAD = 3
# Twelve characters and more up to a mark; where none comes soon, the next whole word.
_OPENING = re.compile(r"[^\n]{12,60}?(?=[,;:!?](?:\s|$))|[^\n]{20,60}(?=\s|$)")
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")


@dataclass(frozen=True)
class Front:
    """The headline's span beside the reading, and what both sides say."""

    reading: Reading
    headline: Span

    @cached_property
    def title(self) -> str:
        """Return the headline's words."""
        return self.quote(self.headline)

    @cached_property
    def body(self) -> tuple[Clause, ...]:
        """Return the clauses of the article's own text, in text order."""
        return tuple(c for c in self.reading.clauses if c.region in ARTICLE_KINDS)

    @cached_property
    def heads(self) -> tuple[Clause, ...]:
        """Return the headline's clauses, and its sentences of which no clause was cut."""
        found = [c for c in self.reading.clauses if self.headline.covers(c.span)]
        tokens = self.reading.parse.tokens
        for first, last, _ in self.reading.parse.sentences:
            span = Span(self.headline.document, tokens[first].start, tokens[last - 1].end)
            if self.headline.covers(span) and not any(span.covers(c.span) for c in found):
                found.append(Clause(span, span, Slots(), None, "headline"))
        return tuple(sorted(found, key=lambda clause: clause.span))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences of the article's own text, in text order."""
        return tuple(dict.fromkeys(clause.sentence for clause in self.body))

    @cached_property
    def text(self) -> str:
        """Return the article's own text, a line for each of its regions."""
        document = self.reading.document
        return "\n".join(document.text[r.start : r.end] for r in document.article_regions())

    @cached_property
    def lead(self) -> tuple[Span, ...]:
        """Return the first sentences of the body, which tell the event."""
        return self.sentences[:_LEAD]

    @cached_property
    def opening(self) -> Span:
        """Return the words with which the body begins."""
        return opening_words(self.reading.document, self.body[0].sentence)

    @cached_property
    def body_stems(self) -> frozenset[str]:
        """Return the stems of all words of the article's own text."""
        text = self.reading.document.text
        regions = self.reading.document.article_regions()
        return frozenset(s for r in regions for s in stems(text[r.start : r.end]))

    @cached_property
    def counts(self) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        """Return the counts of the headline, and those of the article's own text.

        Spans of time are among them: "10 years in prison".
        """
        kinds = ("count", "duration")
        listed = [q for q in self.reading.quantities if q.kind in kinds and q.value >= 2]
        above = tuple(q for q in listed if self.headline.covers(q.span))
        return above, tuple(q for q in listed if self.is_body(q.span))

    def is_body(self, span: Span) -> bool:
        """Return whether the span lies in the article's own text."""
        kept = self.reading.document.article_regions()
        return any(r.start <= span.start and span.end <= r.end for r in kept)

    def tokens(self, span: Span) -> Sequence[Token]:
        """Return the parser's tokens that lie in ``span``."""
        first, last = self._bounds(span)
        return self.reading.parse.tokens[first:last]

    def acts(self, span: Span) -> list[PlacedAct]:
        """Return the acts told in ``span``."""
        return list(acts_in(self.reading.parse.tokens, *self._bounds(span)))

    def quote(self, span: Span) -> str:
        """Return the words at ``span``."""
        return self.reading.document.quote(span)

    def found(self, pattern: re.Pattern[str], span: Span) -> Iterator[Span]:
        """Yield where the pattern stands in ``span``."""
        for match in pattern.finditer(self.quote(span)):
            start = span.start + match.start()
            yield self.reading.document.span(start, start + len(match.group()))

    def stretches(self, pattern: re.Pattern[str], span: Span) -> Iterator[Span]:
        """Yield where the pattern stands in ``span``, cut where a whole word ends."""
        document = self.reading.document
        for stretch in find_stretches(pattern, document.text, span.start, span.end):
            yield document.span(*stretch)

    def _bounds(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.reading.parse.tokens]


def opening_words(document: Document, sentence: Span) -> Span:
    """Return the beginning of a sentence up to a comma, or some sixty characters of it."""
    match = _OPENING.match(document.text, sentence.start, sentence.end)
    return document.span(*match.span()) if match else sentence


def stems(text: str) -> Iterator[str]:
    """Yield the stems of the content words of ``text``, in order."""
    passed = _function_words()
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        if word not in passed:
            yield _short_stem(word)


@cache
def _short_stem(word: str) -> str:
    """Return a word without its ending, six letters at most: "records" and "recorded" are one.

    A headline says with another form what the text says: coarser than the `stem` of all others.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word.rstrip("e")[:6]


@cache
def _function_words() -> frozenset[str]:
    return words("function_words") | words("hollow_words")
