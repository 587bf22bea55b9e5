"""Find one vote with two results: "voted by 13 to 9" and "with 13 votes against 8".

One number of the two is the same in both, and so is, nearly, how many voted: votes that differ in
both numbers are two votes.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.accounts.acts import stem
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.numerals import digits, number_pattern
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.model.span import Span

_VOTES = frozenset({"vote", "ballot"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_NEARLY = 1.1  # How many times as many may have voted, abstentions left out by one account.
_FEWEST = 3  # Voters: two to one is a ratio as well.
_MOST = 999


@dataclass(frozen=True, slots=True)
class _Result:
    """The votes for and against in their order, and the stems of the sentence's names and nouns."""

    span: Span
    counts: tuple[int, int]
    nouns: frozenset[str]


def find_ballot_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a question for each vote of which accounts give different results."""
    told: dict[str, list[_Result]] = defaultdict(list)
    for grammar in grammars:
        for result in _results(grammar):
            told[result.span.document].append(result)
    results = [result for listed in told.values() for result in listed]
    for number, one in enumerate(results):
        rivals = [other for other in results[number + 1 :] if _are_rivals(one, other, told)]
        if rivals:
            sides = [
                [r.span for r in results if r.counts == each.counts] for each in (one, rivals[0])
            ]
            yield from disputed(
                "number",
                "contradiction",
                "What was the result of the vote?",
                sides,
                " or ".join(f"{r.counts[0]} to {r.counts[1]}" for r in (one, rivals[0])),
                0.7,
            )
            return


def _are_rivals(one: _Result, other: _Result, told: dict[str, list[_Result]]) -> bool:
    if one.span.document == other.span.document or one.counts == other.counts:
        return False
    for mine, theirs in ((one, other), (other, one)):
        if any(r.counts == theirs.counts for r in told[mine.span.document]):
            return False
    same = [a == b for a, b in zip(one.counts, other.counts, strict=True)]
    small, large = sorted((sum(one.counts), sum(other.counts)))
    return any(same) and large <= _NEARLY * small and bool(one.nouns & other.nouns)


def _results(grammar: Grammar) -> Iterator[_Result]:
    text = grammar.reading.document.text
    for match in _pair().finditer(text):
        span = grammar.reading.document.span(*match.span())
        at = grammar.within(span)
        counts = (_number(match["one"]), _number(match["other"]))
        if not at or min(counts) < 1 or sum(counts) < _FEWEST or max(counts) > _MOST:
            continue
        sentence = grammar.reading.parse.sentences[grammar.sentence[at.start]]
        inside = range(sentence.first, sentence.last)
        if not any(grammar.lemma(i) in _VOTES for i in inside):
            continue
        nouns = {
            stem(grammar.lemma(i))
            for i in inside
            if grammar.tokens[i].pos in _NAMING and grammar.lemma(i) not in _VOTES
        }
        yield _Result(span, counts, frozenset(nouns))


def _number(word: str) -> int:
    return int(digits(word) or 0)


@cache
def _pair() -> re.Pattern[str]:
    number = number_pattern()
    return re.compile(
        rf"\b(?:voted |vote (?:of|was) |by |with |an? |of )(?P<one>{number})(?: votes?)?"
        rf"(?:-to-|[-–]| to | against )(?P<other>{number})\b(?![.,:]\d|[-–]\d)",
        re.IGNORECASE,
    )
