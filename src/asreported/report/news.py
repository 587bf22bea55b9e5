"""Tell how likely an editor wants what only one account has: a logistic regression.

What one account alone has is mostly comment, colour and background. An editor asks of it for what
could be followed up: a figure, what an office did or will do about the event, who answers or
denies. The weights lie beside this module in ``news.json``; ``scripts/train_news.py`` fits them on
clauses that a reader judged, and says how well they do on stories left out.

Reads:   the readings, statements and points of a comparison.
"""

import json
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from statistics import median_low

from asreported.language.calendar import day_of
from asreported.language.folding import fold
from asreported.lexicon.load import column, words
from asreported.lexicon.weekdays import WEEKDAYS
from asreported.model.comparison import Comparison
from asreported.model.labels import VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import MEASURED, Clause, Quantity, Reading, Speaker
from asreported.report.opening import find_opening

SURE = 0.7
"""Score from which several accounts are taken to say the same."""
_COUNTING = MEASURED | {"count", "fraction"}
_MANY = 10.0
"""From this number on a count is a figure; fewer are in every text."""
_VAGUE = 5.0
"""How many times its least value a number is at most that is an order of size only."""
_PREFIX = 5
"""Letters that a name has in common with its other forms: "Exxon", "ExxonMobil"."""
_TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL"})
_TODAY = frozenset(WEEKDAYS) | {"today", "yesterday", "tonight"}
_QUOTED = frozenset('"“')
_OFFICES = words("titles") | words("roles")
_ANSWERS = frozenset({"criticized", "denied"})
"""Kinds of verbs of speaking with which somebody answers another."""
_RECENT_DAYS = 45
"""What lies further back is background."""
_FAR, _STEP = 3000, 100
"""Characters: from where on a shared statement is far away, and in what it is counted."""


class News:
    """Weighs what the words of one account tell that those of the others do not."""

    def __init__(self, comparison: Comparison) -> None:
        self._figures: Counter[tuple[float, str]] = Counter()
        self._leads: set[str] = set()
        self._shared = shared_places(comparison)
        days: list[date] = []
        for reading in comparison.readings:
            self._figures.update({(q.value, q.unit) for q in reading.quantities})
            self._leads.update(_prefix(t.text) for t in _lead(reading) if _is_name(t))
            days += [day for each in reading.dates if (day := day_of(each.iso))]
        self._leads.discard("")
        self._day = median_low(days) if days else None

    def worth(self, reading: Reading, clause: Clause, span: Span, speaker: Speaker | None) -> float:
        """Return how likely, 0..1, an editor wants the words at ``span``.

        They begin with ``clause``; ``speaker`` is in whose mouth they are put.
        """
        weights, total = load_weights()
        for name, value in self.describe(reading, clause, span, speaker).items():
            total += weights[name] * value
        return round(1 / (1 + math.exp(-total)), 6)

    def describe(
        self, reading: Reading, clause: Clause, span: Span, speaker: Speaker | None
    ) -> Mapping[str, float]:
        """Return what tells news from the rest, each 0 to some 3, by name."""
        tokens = reading.tokens_in(span)
        low = [token.text.lower() for token in tokens]
        lemmas = {fold(token.lemma) for token in tokens}
        kinds = column("reporting_verbs", "kind", "verb")
        verb = _verb(reading, clause)
        naming = sum(token.pos in ("PROPN", "NUM") for token in tokens)
        return {
            "quotes": float(not _QUOTED.isdisjoint(reading.document.quote(span))),
            "figure": self._figure(reading, span),
            "answers": float(
                any(kinds.get(lemma) in _ANSWERS for lemma in lemmas) or _has(lemmas, "answering")
            ),
            "decides": float(_has(lemmas, "deciding")),
            "office_does": float(_has_office(reading, clause)),
            "ahead": float(_has(lemmas, "ahead")),
            "today": float(not _TODAY.isdisjoint(low)),
            "long_ago": float(self._is_long_ago(reading, span)),
            "voiced": float(speaker is not None),
            # What those say whom all begin with is told by all, in one wording or another.
            "main_voice": float(speaker is not None and self._leads_with(speaker.name)),
            "inert": float(verb is not None and fold(verb.lemma) in words("inert_verbs", "verb")),
            "named": naming / max(1, len(tokens)),
            "far": self._far(clause.span),
        }

    def _figure(self, reading: Reading, span: Span) -> float:
        """Return what figures weigh that no other account has: much, or a bit for small counts."""
        told = [q for q in reading.quantities if span.covers(q.span) and self._is_new(q)]
        large = [q for q in told if q.kind in MEASURED or q.value >= _MANY]
        return min(2.5, 1.5 + 0.5 * len(large)) if large else 0.5 * bool(told)

    def _is_new(self, figure: Quantity) -> bool:
        own = self._figures[figure.value, figure.unit] == 1
        # "Millions" is no number that one account could have and another not.
        vague = figure.high is not None and figure.high >= _VAGUE * figure.value
        return own and not vague and figure.kind in _COUNTING and figure.value > 1

    def _is_long_ago(self, reading: Reading, span: Span) -> bool:
        """Return whether it is told with a day or a year far from the event, and no near one."""
        told = [each.iso for each in reading.dates if span.covers(each.span) and each.iso]
        if self._day is None or not told:
            return False
        days = [day for iso in told if (day := day_of(iso))]
        if any(abs((day - self._day).days) <= _RECENT_DAYS for day in days):
            return False
        years = [int(iso[:4]) for iso in told if iso[:4].isdigit()]
        return bool(days) or any(year < self._day.year - 1 for year in years)

    def _leads_with(self, name: str) -> bool:
        parts = name.split()
        return bool(parts) and _prefix(parts[-1]) in self._leads

    def _far(self, span: Span) -> float:
        """Return how far from it the account tells what others tell too."""
        middle = (span.start + span.end) // 2
        places = self._shared.get(span.document, [])
        at = bisect_left(places, middle)
        nearest = min(
            (abs(place - middle) for place in places[max(0, at - 1) : at + 1]), default=_FAR
        )
        return math.log1p(min(nearest, _FAR) / _STEP)


def shared_places(comparison: Comparison) -> Mapping[str, list[int]]:
    """Return, by account, where the middles of its statements are that others surely have too."""
    spans = {statement.id: statement.span for statement in comparison.statements}
    places: dict[str, list[int]] = defaultdict(list)
    for point in comparison.points:
        if len(point.accounts) > 1 and not point.fact and point.score >= SURE:
            for span in (spans[key] for key in point.statements):
                places[span.document].append((span.start + span.end) // 2)
    for listed in places.values():
        listed.sort()
    return places


@cache
def load_weights() -> tuple[Mapping[str, float], float]:
    """Return the weights that were shipped, by feature, and the intercept."""
    raw = json.loads(files("asreported.report").joinpath("news.json").read_text("utf-8"))
    return raw["weights"], raw["intercept"]


def _has(told: Collection[str], kind: str) -> bool:
    return not words("word_classes", kind=kind).isdisjoint(told)


def _has_office(reading: Reading, clause: Clause) -> bool:
    """Return whether who acts is called by an office: "Mayor Roe", "the judge"."""
    agent = clause.slots.agent
    named = () if agent is None else reading.tokens_in(agent.span)
    return any(token.lemma.lower().strip(".") in _OFFICES for token in named)


def _verb(reading: Reading, clause: Clause) -> Token | None:
    """Return the verb of the clause, None where its head is none."""
    predicate = clause.slots.predicate
    if predicate is None:
        return None
    inside = reading.tokens_in(predicate.span)
    return next((t for t in reversed(inside) if t.pos in VERBS), None)


def _lead(reading: Reading) -> Iterator[Token]:
    """Yield the words of the headline and of the opening."""
    document, opening = reading.document, find_opening(reading.document)
    if opening is not None:
        yield from reading.tokens_in(document.headline) if document.headline else ()
        yield from reading.tokens_in(opening)


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in _TIMES


def _prefix(word: str) -> str:
    return word[:_PREFIX].lower() if word[:1].isupper() else ""
