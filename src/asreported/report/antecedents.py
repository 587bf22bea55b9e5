"""Show a clause about somebody with whom it is about: "who died in March" tells a reader nothing.

Reads:   the parse of the account.
Gives:   a span that begins with the noun, where that stands right before the clause.

Only its name and article come along: that the man was old, or one of three, may be what this
account alone has.
"""

from bisect import bisect_left

from asreported.model.labels import ADNOMINAL_CLAUSES
from asreported.model.span import Span
from asreported.model.statement import Reading

_ALONG = frozenset({"compound", "det", "poss", "case", "nmod"})
_BETWEEN = 3
"""Tokens that may stand between the noun and the clause: "the dam, on which"."""


def with_antecedent(span: Span, reading: Reading) -> Span:
    """Return the words with the noun in front that they tell of, else as they are."""
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    last = bisect_left(tokens, (span.end,), first)
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
