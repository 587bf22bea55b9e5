"""Find a count that was changed in a text otherwise taken over: "wounded eight", "wounded nine".

What a copy changes is no other wording. The two sentences have nearly all words in common and in
one order, and where one has a count the other has another.

Reads:   the judgement of clauses: sentences whose clauses are likely the same.
Gives:   `Dispute`, one for all accounts that have the sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from asreported.alignment.accounts.quantity import same_amount
from asreported.alignment.disputes.dispute import Dispute, make_dispute
from asreported.alignment.pairs.judgement import Judgement
from asreported.language.overlap import shorten
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Quantity, Reading

_LEAST_WORDING = 0.7
_LEAST_KEPT = 8  # Equal words from which one sentence is the other's copy ...
_KEPT_SHARE = 0.8  # ... with this share of the words of the longer one.
_BEFORE = 2  # Equal words in front of the count, behind it one.
_SHOWN = 3  # Words shown behind a count.

_Counts = Mapping[int, Quantity]
"""The counts of a sentence by the number of the word that they begin with."""


def find_recount_disputes(judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each count that accounts with one sentence give otherwise."""
    readings = {unit.document: unit.reading for unit in judged.units}
    pairs = {
        (judged.units[pair.a].clause.sentence, judged.units[pair.b].clause.sentence)
        for pair in judged.pairs
        if pair.around >= _LEAST_WORDING
    }
    answers: dict[tuple[str, frozenset[float]], dict[float, set[Span]]] = {}
    for one, other in sorted(pairs):
        for key, a, b in _changed(readings[one.document], one, readings[other.document], other):
            sides = answers.setdefault((key, frozenset((a[0].value, b[0].value))), defaultdict(set))
            sides[a[0].value].add(a[1])
            sides[b[0].value].add(b[1])
    for (_, values), sides in answers.items():
        spans = [sorted(sides[value]) for value in sorted(values)]
        told = " or ".join(f"“{readings[s[0].document].document.quote(s[0])}”" for s in spans)
        reason = f"{' and '.join(f'{v:g}' for v in sorted(values))} in the same words"
        dispute = make_dispute("number", "difference", f"How many: {told}?", spans, reason, 0.7)
        if dispute:
            yield dispute


_Place = tuple[Quantity, Span]


def _changed(
    first: Reading, one: Span, second: Reading, other: Span
) -> Iterator[tuple[str, _Place, _Place]]:
    """Yield the words before a count, and what each of two sentences counts after them."""
    left, right = _words(first, one), _words(second, other)
    signs = shorten([token.lemma.lower() for token in line] for line in (left, right))
    least = max(_LEAST_KEPT, int(_KEPT_SHARE * max(len(left), len(right))))
    if not LCSseq.similarity(*signs, score_cutoff=least):
        return
    mine, theirs = _counts(first, left), _counts(second, right)
    blocks = LCSseq.editops(*signs).as_matching_blocks()
    ends = {(m.a + m.size, m.b + m.size) for m in blocks if m.size >= _BEFORE}
    begins = {(m.a, m.b) for m in blocks if m.size}
    for a, b in sorted(ends):
        x, y = mine.get(a), theirs.get(b)
        if x and y and (a + 1, b + 1) in begins and not same_amount(x, y):
            before = " ".join(token.lemma.lower() for token in left[a - _BEFORE : a])
            yield (
                before,
                (x, _shown(one.document, left, a)),
                (
                    y,
                    _shown(other.document, right, b),
                ),
            )


def _words(reading: Reading, sentence: Span) -> list[Token]:
    return [t for t in reading.tokens_in(sentence) if t.pos not in ("PUNCT", "SPACE")]


def _counts(reading: Reading, line: Sequence[Token]) -> _Counts:
    starts = {token.start: at for at, token in enumerate(line)}
    return {
        starts[q.span.start]: q
        for q in reading.quantities
        if q.kind == "count" and q.span.start in starts and line[starts[q.span.start]].tag == "CD"
    }


def _shown(document: str, line: Sequence[Token], at: int) -> Span:
    """Return the count with the verb in front of it and the words behind."""
    first = at - 1 if line[at - 1].pos == "VERB" else at
    return Span(document, line[first].start, line[min(at + _SHOWN, len(line) - 1)].end)
