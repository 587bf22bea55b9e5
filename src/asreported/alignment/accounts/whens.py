"""Say on which days a thing happened by the words about it, and whether two cannot be one day."""

import re
from collections.abc import Collection
from itertools import takewhile

from asreported.alignment.accounts.grammar import Grammar

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
"""A year that news may tell of."""
_DAY = 10  # Characters of a day in ISO 8601; what stands behind is the time of day.


def days_told(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the days, months and years that hang on the word or on what it hangs on.

    Up to the verb: "In May the court charged 13 men" tells May of the men, and so does "Friday's
    indictment of 13 men" the Friday. ISO 8601, as precise as the words are; no weeks.
    """
    verb = grammar.clause_head(at)
    above = [*takewhile(lambda token: token != verb, grammar.upwards(at)), verb]
    first, last = (grammar.tokens[i].start for i in _ends(grammar, at))
    return frozenset(
        mention.iso[:_DAY]
        for mention in grammar.reading.dates
        if first <= mention.span.start <= last
        and mention.iso
        and "W" not in mention.iso
        and _governor(grammar, grammar.within(mention.span)) in above
    )


def other_days(one: Collection[str], other: Collection[str]) -> bool:
    """Return whether both name days and no day of the one may be one of the other's.

    A day of May may be in May, and not in June.
    """
    return bool(one and other) and not any(
        a.startswith(b) or b.startswith(a) for a in one for b in other
    )


def _ends(grammar: Grammar, at: int) -> tuple[int, int]:
    """Return the first and the last token of the sentence."""
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    return sentence.first, sentence.last - 1


def _governor(grammar: Grammar, inside: range) -> int:
    """Return the word that the words of a date hang on, over a preposition; -1 for none."""
    heads = (grammar.tokens[at].head for at in inside)
    head = next((head for head in heads if head not in inside), -1)
    while head >= 0 and grammar.tokens[head].pos == "ADP" and grammar.tokens[head].head != head:
        head = grammar.tokens[head].head
    return head
