"""Cut the accounts' statements into units of comparison: one clause, one fact, one voice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from asreported.model.ids import content_id
from asreported.model.parse import Token
from asreported.model.statement import Clause, DateMention, Quantity, Reading, Statement


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause as the comparison sees it.

    ``statement`` has exactly the clause's span: it is the own-voice statement, or a part cut from
    the quoted or reported statement ``voice``. ``tokens`` are the clause's, ``quantities`` and
    ``dates`` those that lie inside it, all in text order.
    """

    statement: Statement
    clause: Clause
    voice: Statement | None
    reading: Reading
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.reading.document.id

    @property
    def text(self) -> str:
        """Return the clause's words as they stand."""
        return self.reading.document.quote(self.clause.span)


def cut_units(readings: Sequence[Reading]) -> tuple[Unit, ...]:
    """Return the units of all readings, in the order of (document id, start, end)."""
    units = [unit for reading in readings for unit in _units_of(reading)]
    return tuple(sorted(units, key=lambda unit: unit.clause.span))


def _units_of(reading: Reading) -> list[Unit]:
    by_id = {statement.id: statement for statement in reading.statements}
    own = {s.span: s for s in reading.statements if s.kind == "own"}
    units = []
    for clause in reading.clauses:
        span = clause.span
        voice = by_id.get(clause.voice) if clause.voice else None
        statement = own.get(span) if voice is None else _part(voice, clause, by_id)
        if statement is None:
            continue
        tokens = tuple(
            t for t in reading.parse.tokens if span.start <= t.start and t.end <= span.end
        )
        quantities = tuple(q for q in reading.quantities if span.covers(q.span))
        dates = tuple(d for d in reading.dates if span.covers(d.span))
        units.append(Unit(statement, clause, voice, reading, tokens, quantities, dates))
    return units


def _part(voice: Statement, clause: Clause, by_id: Mapping[str, Statement]) -> Statement:
    """Return the piece of ``voice`` that says ``clause``; the whole where they are the same."""
    span = clause.span
    if voice.span == span:
        return voice
    identity = content_id("t", span.document, "part", voice.id, span.start, span.end)
    return replace(
        voice, id=identity, kind="attributed", span=span, content=(span,), part_of=voice.id
    )
