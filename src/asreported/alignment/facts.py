"""Read the facts that accounts give in a phrase: how old somebody is, what office, which day.

"Ann Reyes, 48, a former minister" tells an age and an office without a clause for either. A fact is
a bearer, an attribute and a value, with the tight words that give it, so that facts of several
accounts can be set against each other: equal values agree (`asreported.alignment.shared`), others
are for whoever looks for conflicts.

Reads:   the readings, the story's entities, the units.
Gives:   `Fact`, in order of place.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.bearers import Bearers, find_bearers
from asreported.alignment.factdeeds import read_deed_facts
from asreported.alignment.factpersons import read_person_facts
from asreported.alignment.grammar import Grammar, latest_year, read_grammar
from asreported.alignment.rawfact import RawFact
from asreported.alignment.units import Unit
from asreported.model.span import Span
from asreported.model.statement import Entity, Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """One attribute of one bearer as an account gives it.

    ``about`` is the id of an entity (``e...``), or ``act:NAME`` for what happened, named by its act
    (`asreported.alignment.acts`), or ``kind:NAME`` for somebody or something without a name. Facts
    of one ``about`` and ``attribute`` speak of one thing only as far as their ``detail`` allows:
    for an act these are concepts of whom it befell, for an office those of what it is of.
    ``attribute`` is ``age role home day hour place instrument count``. ``value`` is normal: digits,
    ISO day or ``weekday:0``, the concept of an office's noun, the folded name of a place. ``span``
    are the tight words of bearer and value, ``value_span`` those of the value alone, ``unit`` the
    index of the smallest unit around them, None where there is none.
    """

    about: str
    name: str
    attribute: str
    value: str
    detail: frozenset[str]
    span: Span
    value_span: Span
    unit: int | None

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document


def read_facts(
    readings: Sequence[Reading], entities: Sequence[Entity], units: Sequence[Unit]
) -> tuple[Fact, ...]:
    """Return the facts of all accounts, in order of place."""
    raw: list[RawFact] = []
    year = latest_year(readings)
    for reading in readings:
        grammar = read_grammar(reading, year)
        bearers = find_bearers(grammar, entities)
        raw += _facts_of(grammar, bearers)
    inside = _Inside(units)
    facts = {
        Fact(r.about, r.name, r.attribute, r.value, r.detail, r.span, r.value_span, inside(r.span))
        for r in raw
    }
    return tuple(sorted(facts, key=lambda f: (f.span, f.value_span, f.attribute, f.about, f.value)))


def _facts_of(grammar: Grammar, bearers: Bearers) -> Iterator[RawFact]:
    yield from read_person_facts(grammar, bearers)
    yield from read_deed_facts(grammar, bearers)


class _Inside:
    """Finds the smallest unit around a span."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._spans = [unit.clause.span for unit in units]

    def __call__(self, span: Span) -> int | None:
        found: int | None = None
        # Units are in order of place; those that hold the span begin at it or before it.
        last = bisect_left(self._spans, Span(span.document, span.start, span.start + 1))
        for at in range(last, min(last + 8, len(self._spans))):
            if self._spans[at].start == span.start:
                last = at + 1
        for at in range(last - 1, -1, -1):
            own = self._spans[at]
            if own.document != span.document or span.start - own.start > _LONGEST:
                break
            if own.covers(span) and (found is None or len(own) < len(self._spans[found])):
                found = at
        return found


_LONGEST = 1_500
"""Characters of a clause: what begins farther before a span cannot hold it."""
