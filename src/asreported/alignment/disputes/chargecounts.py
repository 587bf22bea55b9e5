"""Find of how many counts of one crime accounts have somebody accused.

"One count of murder and four of attempted murder" against "three counts of attempted murder".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.numerals import digits, number_pattern
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import words
from asreported.model.document import ARTICLE_KINDS
from asreported.model.span import Span

_WORD = re.compile(r"[a-z][a-z-]*")
_COUNT = re.compile(r" counts? of ", re.IGNORECASE)
_LONGEST = 4  # Words that name a crime.
_FAR = 4.0  # Beyond such a ratio two are accused.


def find_charge_count_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a question for each crime of which each account tells one number of counts."""
    told: dict[str, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        own: dict[str, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for crime, count, span in _counts(grammar):
            own[crime][count].append(span)
        for crime, by_count in own.items():
            for count, spans in by_count.items() if len(by_count) == 1 else ():
                told[crime][count] += spans
    for crime in sorted(told):
        counts = sorted(told[crime])
        if len(counts) > 1 and counts[-1] <= _FAR * counts[0]:
            yield from disputed(
                "scope",
                "difference",
                f"How many counts of {crime}?",
                [told[crime][count] for count in counts],
                " or ".join(map(str, counts)),
                0.7,
            )


def _counts(grammar: Grammar) -> Iterator[tuple[str, int, Span]]:
    """Yield the crime, how many counts of it and the words of both."""
    document = grammar.reading.document
    if not _COUNT.search(document.text):
        return
    counting = -1  # The sentence in which "counts" has been read.
    for match in _counted().finditer(document.text):
        at = grammar.within(document.span(*match.span()))
        if not at or grammar.kind(at.start) not in ARTICLE_KINDS:
            continue
        sentence = grammar.sentence[at.start]
        if match["counts"]:
            counting = sentence
        elif counting != sentence:
            continue
        named = _crime(document.text[match.end() : match.end() + 60])
        if named:
            span = document.span(match.start(), match.end() + len(named))
            yield named, int(digits(match["number"]) or 0), span


def _crime(text: str) -> str:
    """Return the words that name the crime: up to a mark or a word of grammar."""
    first = re.split(r"[^a-z\s-]", text, maxsplit=1)[0]
    known = words("function_words")
    named = list(takewhile(lambda word: word not in known, _WORD.findall(first)))
    return " ".join(named) if 0 < len(named) <= _LONGEST else ""


@cache
def _counted() -> re.Pattern[str]:
    number = number_pattern()
    return re.compile(
        rf"\b(?P<number>{number})(?P<counts>(?: [a-z-]+){{0,2}}? counts?)? of ", re.IGNORECASE
    )
