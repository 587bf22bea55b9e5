"""Find a count that was changed in a text otherwise taken over: "wounded eight", "wounded nine".

What a copy changes is no other wording. The two sentences have nearly all words in common and in
one order, and where one has a count the other has another.

Reads:   the judgement of clauses: sentences whose clauses are likely the same.
Gives:   `Dispute`, one for all accounts that have the sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from asreported.alignment.accounts.quantity import same_amount
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.judgement import Judgement
from asreported.model.labels import NOT_WORDS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Quantity

_LEAST_WORDING = 0.7
_LEAST_KEPT = 8  # Equal words from which one sentence is the other's copy ...
_KEPT_SHARE = 0.8  # ... with this share of the words of the longer one.
_BEFORE = 2  # Equal words in front of the count, behind it one.
_SHOWN = 3  # Words shown behind a count.


class _Line(NamedTuple):
    """The words of a sentence, and its counts by the number of the word that they begin with."""

    words: Sequence[Token]
    lemmas: Sequence[str]
    counts: Mapping[int, Quantity]


def find_recount_disputes(judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each count that accounts with one sentence give otherwise."""
    readings = {unit.document: unit.reading for unit in judged.units}
    counts = {
        key: {q.span.start: q for q in reading.quantities if q.kind == "count"}
        for key, reading in readings.items()
    }
    sentences = [unit.clause.sentence for unit in judged.units]
    lines = {
        span: _read(readings[span.document].tokens_in(span), counts[span.document])
        for span in dict.fromkeys(sentences)
    }
    counting = [bool(lines[span].counts) for span in sentences]
    pairs = {
        (sentences[pair.a], sentences[pair.b])
        for pair in judged.pairs
        if pair.around >= _LEAST_WORDING and counting[pair.a] and counting[pair.b]
    }
    answers: dict[tuple[str, frozenset[float]], dict[float, set[Span]]] = {}
    for one, other in sorted(pairs):
        for key, a, b in _changed(lines[one], lines[other]):
            sides = answers.setdefault((key, frozenset((a[0].value, b[0].value))), defaultdict(set))
            sides[a[0].value].add(a[1])
            sides[b[0].value].add(b[1])
    for (_, values), sides in answers.items():
        spans = [sorted(sides[value]) for value in sorted(values)]
        told = " or ".join(f"“{readings[s[0].document].document.quote(s[0])}”" for s in spans)
        reason = f"{' and '.join(f'{v:g}' for v in sorted(values))} in the same words"
        yield from disputed("number", "difference", f"How many: {told}?", spans, reason, 0.7)


_Place = tuple[Quantity, Span]


def _changed(one: _Line, other: _Line) -> Iterator[tuple[str, _Place, _Place]]:
    """Yield the words before a count, and what each of two sentences counts after them."""
    least = max(_LEAST_KEPT, int(_KEPT_SHARE * max(len(one.words), len(other.words))))
    if not LCSseq.similarity(one.lemmas, other.lemmas, score_cutoff=least):
        return
    blocks = LCSseq.editops(one.lemmas, other.lemmas).as_matching_blocks()
    ends = {(m.a + m.size, m.b + m.size) for m in blocks if m.size >= _BEFORE}
    begins = {(m.a, m.b) for m in blocks if m.size}
    for a, b in sorted(ends):
        x, y = one.counts.get(a), other.counts.get(b)
        if x and y and (a + 1, b + 1) in begins and not same_amount(x, y):
            before = " ".join(one.lemmas[a - _BEFORE : a])
            yield before, (x, _shown(x, one.words, a)), (y, _shown(y, other.words, b))


def _read(tokens: Sequence[Token], counts: Mapping[int, Quantity]) -> _Line:
    """Return the line of the tokens; ``counts`` are those of the account by where they begin."""
    words = [token for token in tokens if token.pos not in NOT_WORDS]
    inside = {
        at: counts[token.start]
        for at, token in enumerate(words)
        if token.tag == "CD" and token.start in counts
    }
    return _Line(words, [token.lemma.lower() for token in words], inside)


def _shown(count: Quantity, words: Sequence[Token], at: int) -> Span:
    """Return the count with the verb in front of it and the words behind."""
    first = at - 1 if words[at - 1].pos == "VERB" else at
    last = min(at + _SHOWN, len(words) - 1)
    return Span(count.span.document, words[first].start, words[last].end)
