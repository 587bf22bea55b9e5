"""Find acts that one account tells without their doer and another with him.

"Two men were shot" leaves out what "police shot two men" says. Both may be right; the reader of one
alone cannot see what is missing.
"""

from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.frames.voicing import Neighbours
from asreported.alignment.pairs.units import Unit
from asreported.language.folding import fold, stem
from asreported.lexicon.load import words
from asreported.model.comparison import Framing
from asreported.model.statement import Reading

_LEAST = 0.45
"""Likeness of clauses (see `Pair`) that, with one verb, tell of one act."""


def find_left_out_doers(readings: Sequence[Reading], neighbours: Neighbours) -> Iterator[Framing]:
    """Yield the acts told in the passive without a doer, where another account names the doer.

    Both in the outlets' own voice, with one verb; an account that names the doer anywhere with
    that verb leaves out nothing.
    """
    labels = {reading.document.id: reading.document.label for reading in readings}
    named = {
        (unit.document, unit.clause.slots.predicate.head)
        for unit in neighbours.units
        if unit.clause.slots.agent and unit.clause.slots.predicate
    }
    seen = set()
    for number, unit in enumerate(neighbours.units):
        predicate = unit.clause.slots.predicate
        if predicate is None or not _lacks_doer(unit):
            continue
        key = (unit.document, predicate.head)
        if key in seen or key in named:
            continue
        telling = _telling(unit, number, neighbours)
        if telling:
            seen.add(key)
            yield _framing(unit, telling, labels)


def _lacks_doer(unit: Unit) -> bool:
    slots = unit.clause.slots
    told = unit.voice is None and unit.clause.region != "headline"
    return told and slots.passive and slots.agent is None and not slots.negated


def _same_patient(one: Unit, two: Unit) -> bool:
    """Return whether the ones acted on share a word of matter."""
    patients = [unit.clause.slots.patient for unit in (one, two)]
    if patients[0] is None or patients[1] is None:
        return False
    spans = [patient.span for patient in patients if patient]
    stems = [
        {stem(fold(token.text)) for token in unit.tokens if span.start <= token.start < span.end}
        for unit, span in zip((one, two), spans, strict=True)
    ]
    return bool((stems[0] & stems[1]) - words("function_words"))


def _telling(unit: Unit, number: int, neighbours: Neighbours) -> list[Unit]:
    """Return the clauses of other accounts that tell the act with its doer, one an account."""
    predicate = unit.clause.slots.predicate
    telling: dict[str, Unit] = {}
    for less, other in neighbours.near.get(number, ()):
        candidate = neighbours.units[other]
        slots = candidate.clause.slots
        if -less < _LEAST or candidate.voice is not None or slots.agent is None:
            continue
        if candidate.clause.region == "headline" or not _same_patient(unit, candidate):
            continue
        if predicate and slots.predicate and slots.predicate.head == predicate.head:
            telling.setdefault(candidate.document, candidate)
    return [telling[key] for key in sorted(telling)]


def _framing(unit: Unit, telling: Sequence[Unit], labels: Mapping[str, str]) -> Framing:
    slots = unit.clause.slots
    patient = unit.reading.document.quote(slots.patient.span) if slots.patient else None
    doers = ", ".join(
        f"“{other.reading.document.quote(other.clause.slots.agent.span)}” in "
        f"{labels[other.document]}"
        for other in telling
        if other.clause.slots.agent
    )
    return Framing(
        "naming",
        unit.document,
        unit.clause.span,
        patient,
        tuple(other.clause.span for other in telling),
        f"the passive names no doer; {doers}",
    )
