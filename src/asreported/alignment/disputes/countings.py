"""Say how a figure counts: those beside others, from an event on, in each stretch of time."""

import re
from collections import defaultdict
from collections.abc import Sequence

from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.whens import days_told, other_days
from asreported.lexicon.names import demonyms, fold

_LAPSE = re.compile(r"\s+(?:after|before|later|earlier)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:others?|another)\b|\w more\b(?! than)", re.IGNORECASE)
_RATE = re.compile(
    r"(?:\s+[\w-]+){0,4}\s+(?:an?|per|each|every)\s+(?:day|week|month|year|hour|minute)\b"
)
_RATED = 60  # Characters that hold the words that make a rate.
_WAY = 12  # Characters that hold the word that makes a lapse.


def is_other(figure: Figure) -> bool:
    """Return whether the figure counts those beside one told of before: "two others"."""
    return bool(_OTHERS.search(figure.grammar.words(figure.span)))


def is_lapse(figure: Figure) -> bool:
    """Return whether it counts from an event: "two days after" is asked as a time."""
    end = figure.number.end
    after = figure.grammar.reading.document.text[end : end + _WAY]
    return figure.unit == "duration" and bool(_LAPSE.match(after))


def is_rate(figure: Figure) -> bool:
    """Return whether it counts what comes in each stretch of time: "30 million tests a month"."""
    end = figure.number.end
    after = figure.grammar.reading.document.text[end : end + _RATED]
    return bool(_RATE.match(after))


def of_other_days(a: Figure, b: Figure) -> bool:
    """Return whether two figures are told of two days: who is charged in May, and in July."""
    days = [days_told(f.grammar, f.grammar.within(f.number).start) for f in (a, b)]
    return other_days(*days)


def of_two_nations(a: Figure, b: Figure) -> bool:
    """Return whether each counts another people: 196 Americans were taken home, 250 French."""
    mine, theirs = (
        {demonyms().get(fold(word), "") for word in f.grammar.words(f.span).split()} - {""}
        for f in (a, b)
    )
    return bool(mine and theirs) and not mine & theirs


def of_one_value(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the accounts that give one number alone: of several, none is all."""
    values: dict[str, set[float]] = defaultdict(set)
    for figure in figures:
        values[figure.document].add(figure.low)
    return [figure for figure in figures if len(values[figure.document]) == 1]
