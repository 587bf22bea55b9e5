"""Cut the accounts' statements into units of comparison: one clause, one fact, one voice."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from asreported.model.ids import content_id
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import (
    Clause,
    DateMention,
    Filler,
    Quantity,
    Reading,
    Slots,
    Statement,
)

_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# "Police say", "he added": with fewer words that carry content, what is left says nothing.
_LEAST_CORE = 3
# Words of an utterance that holds no clause; a longer one is several sentences read as one.
_LONGEST_LEFT = 40

Value = TypeVar("Value", Quantity, DateMention, Clause)


@dataclass(frozen=True, slots=True)
class Unit:
    """One clause as the comparison sees it.

    ``statement`` has exactly the clause's span: it is the own-voice statement, or a part cut from
    the quoted or reported statement ``voice``. ``tokens`` are the clause's, ``quantities`` and
    ``dates`` those that lie inside it, all in text order. ``core`` are the tokens that no smaller
    unit inside this one holds: what it says by itself. Where little else is left, it is all.
    """

    statement: Statement
    clause: Clause
    voice: Statement | None
    reading: Reading
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    core: tuple[Token, ...] = ()

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.reading.document.id

    @property
    def text(self) -> str:
        """Return the clause's words as they stand."""
        return self.reading.document.quote(self.clause.span)

    @property
    def core_text(self) -> str:
        """Return the words of ``core`` as they stand, what lies between them left out."""
        text, parts, last = self.reading.document.text, [], -1
        for token in self.core:
            # A gap of more than white space is a clause that was taken out.
            glue = text[last : token.start] if last >= 0 else ""
            parts += [glue if not glue.strip() else " ", text[token.start : token.end]]
            last = token.end
        return "".join(parts)


def cut_units(readings: Sequence[Reading]) -> tuple[Unit, ...]:
    """Return the units of all readings, in the order of (document id, start, end)."""
    units = [unit for reading in readings for unit in _units_of(reading)]
    return tuple(sorted(units, key=lambda unit: unit.clause.span))


def _units_of(reading: Reading) -> list[Unit]:
    by_id = {statement.id: statement for statement in reading.statements}
    own = {s.span: s for s in reading.statements if s.kind == "own"}
    tokens = reading.parse.tokens
    starts = [token.start for token in tokens]
    figures, days = _Placed(reading.quantities), _Placed(reading.dates)
    units: list[Unit] = []
    for clause in reading.clauses:
        span = clause.span
        voice = by_id.get(clause.voice) if clause.voice else None
        if voice is None:
            statement = own.get(span)
        else:
            statement = voice if voice.span == span else part_of(voice, span)
        if statement is None:
            continue
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside = tuple(token for token in tokens[first:last] if token.end <= span.end)
        found = figures.inside(span), days.inside(span)
        units.append(Unit(statement, clause, voice, reading, inside, *found, inside))
    units += _left_over(reading, [unit.clause.span for unit in units], figures, days)
    clauses = _Placed([unit.clause for unit in units])
    return [replace(unit, core=_core(unit, clauses)) for unit in units]


def _left_over(
    reading: Reading,
    cut: Sequence[Span],
    figures: "_Placed[Quantity]",
    days: "_Placed[DateMention]",
) -> Iterator[Unit]:
    """Yield a unit for each utterance that holds no clause: "X rejected the release of ten men".

    Its cue is the act, and who is said to say it does it. ``cut`` are the clauses that are units.
    """
    tokens, sentences = reading.parse.tokens, reading.parse.sentences
    starts = [token.start for token in tokens]
    firsts = [sentence.first for sentence in sentences]
    held, taken = _outermost(cut), set(cut)
    ends = [span.end for span in held]
    for statement in reading.statements:
        span = statement.span
        if statement.kind == "own" or statement.part_of or span in taken:
            continue
        said = covered = 0
        for part in statement.content:
            said += len(part)
            at = bisect_right(ends, part.start)
            while at < len(held) and held[at].start < part.end:
                covered += part.shared(held[at])
                at += 1
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        sentence = sentences[max(0, bisect_right(firsts, first) - 1)] if sentences else None
        if 2 * covered >= said or not 0 < last - first <= _LONGEST_LEFT:
            continue
        if sentence is None or not sentence.first <= first < last <= sentence.last:
            continue
        taken.add(span)
        inside = tokens[first:last]
        whole = Span(span.document, tokens[sentence.first].start, tokens[sentence.last - 1].end)
        clause = Clause(span, whole, _told(statement, inside), statement.id, statement.region)
        found = figures.inside(span), days.inside(span)
        yield Unit(statement, clause, statement, reading, inside, *found, inside)


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Return stretches that cover what the spans cover, none overlapping another, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            kept[-1] = Span(span.document, kept[-1].start, span.end)
    return kept


def _told(statement: Statement, tokens: Sequence[Token]) -> Slots:
    cue, speaker = statement.cue, statement.speaker
    act = next((t for t in tokens if cue and t.start <= cue.start < t.end), None)
    agent = None
    if speaker is not None and speaker.span is not None and statement.span.covers(speaker.span):
        agent = Filler(speaker.span, speaker.name.split()[-1].lower() if speaker.name else "")
    return Slots(agent, Filler(cue, act.lemma.lower()) if cue and act else None)


class _Placed(Generic[Value]):
    """Values of one text, found by where they stand."""

    def __init__(self, values: Sequence[Value]) -> None:
        self._values: Sequence[Value] = values
        self._order = sorted(range(len(values)), key=lambda at: values[at].span.start)
        self._starts = [values[at].span.start for at in self._order]

    def inside(self, span: Span) -> tuple[Value, ...]:
        """Return those that lie wholly in ``span``, in the order given."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        near = (self._values[at] for at in sorted(self._order[first:last]))
        return tuple(value for value in near if value.span.end <= span.end)


def _core(unit: Unit, clauses: _Placed[Clause]) -> tuple[Token, ...]:
    """Return the unit's tokens less those of the units that lie inside it."""
    span = unit.clause.span
    smaller = [clause.span for clause in clauses.inside(span) if clause.span != span]
    if not smaller:
        return unit.tokens
    core = tuple(t for t in unit.tokens if not any(s.start <= t.start < s.end for s in smaller))
    carrying = sum(token.pos in _CARRYING for token in core)
    return core if carrying >= _LEAST_CORE else unit.tokens


def part_of(voice: Statement, span: Span) -> Statement:
    """Return the piece of the quoted or reported statement ``voice`` that stands at ``span``."""
    identity = content_id("t", span.document, "part", voice.id, span.start, span.end)
    return replace(
        voice, id=identity, kind="attributed", span=span, content=(span,), part_of=voice.id
    )
