"""Show a clause with what in front says whom it is about, or that it is denied.

"Who died in March" tells a reader nothing, and "any warning had been ignored" the opposite of what
"the firm denied that any warning had been ignored" tells.

Reads:   the parse and the clauses of the account.
Gives:   a span that begins with the noun, where that stands right before the clause, or with the
         denial, wherever in its sentence it stands.

Of a noun only its name and article come along: that the man was old, or one of three, may be what
this account alone has.
"""

from bisect import bisect_left

from asreported.lexicon.denials import denies
from asreported.model.labels import ADNOMINAL_CLAUSES, AUXILIARIES
from asreported.model.span import Span
from asreported.model.statement import Reading

_ALONG = frozenset({"compound", "det", "poss", "case", "nmod"})
_BETWEEN = 3
"""Tokens that may stand between the noun and the clause: "the dam, on which"."""


def with_antecedent(span: Span, reading: Reading) -> Span:
    """Return the words with the denial, or the noun they tell of, in front, else as they are."""
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    last = bisect_left(tokens, (span.end,), first)
    denial = _denial(span, reading, first)
    if denial is not None:
        return Span(span.document, tokens[denial].start, span.end)
    nouns = (
        token.head
        for token in tokens[first:last]
        if token.dep in ADNOMINAL_CLAUSES and first - _BETWEEN <= token.head + 1 <= first
    )
    noun = next(nouns, None)
    if noun is None or any(token.pos == "SPACE" for token in tokens[noun:first]):
        return span
    left = noun
    while left > 0 and tokens[left - 1].dep in _ALONG and tokens[left - 1].head in (left, noun):
        left -= 1
    return Span(span.document, tokens[left].start, span.end)


def _denial(span: Span, reading: Reading, first: int) -> int | None:
    """Return where the denial of a clause begins that has none itself, None where nothing does."""
    clause = next((c for c in reading.clauses if c.span == span), None)
    if clause is None or not clause.slots.negated or any(map(denies, reading.tokens_in(span))):
        return None
    tokens = reading.parse.tokens
    at = first - 1
    while at >= 0 and tokens[at].start >= clause.sentence.start:
        if denies(tokens[at]):
            while at > 0 and tokens[at - 1].dep in AUXILIARIES:
                at -= 1
            return at
        at -= 1
    return None
