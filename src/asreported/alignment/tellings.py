"""Find verbs that judge what somebody says, where another account just says it.

"Boasts", "claims" and "admits" tell the reader what to think of the words; "says" does not.
"""

from collections.abc import Iterator, Sequence

from asreported.alignment.speakers import is_named, same_speaker
from asreported.model.comparison import Framing
from asreported.model.statement import Reading, Statement

_JUDGING = {
    "claimed": "leaves in doubt",
    "boasted": "mocks",
    "admitted": "makes a confession of",
}
_PLAIN = frozenset({"said", "announced"})
_SHOWN = 3


def find_tellings(readings: Sequence[Reading]) -> Iterator[Framing]:
    """Yield the judging verbs that an account uses of a speaker, once an account and kind.

    Only where another account uses plain verbs of the same speaker, and none of that kind.
    """
    labels = {reading.document.id: reading.document.label for reading in readings}
    told = [(reading, statement) for reading in readings for statement in _told(reading)]
    seen = set()
    for reading, statement in told:
        effect = _JUDGING.get(statement.verb)
        speaker, cue = statement.speaker, statement.cue
        if effect is None or speaker is None or cue is None:
            continue
        key = (reading.document.id, speaker.name, statement.verb)
        plain = _plain(reading, statement, told)
        if key in seen or not plain:
            continue
        seen.add(key)
        verb = reading.document.quote(cue)
        others = ", ".join(
            f"“{r.document.quote(s.cue)}” in {labels[r.document.id]}" for r, s in plain if s.cue
        )
        yield Framing(
            "attribution_verb",
            reading.document.id,
            cue,
            speaker.name,
            tuple(s.cue for _, s in plain if s.cue),
            f"“{verb}” {effect} the words of {speaker.name}; {others}",
        )


def _told(reading: Reading) -> Iterator[Statement]:
    for statement in reading.statements:
        if statement.cue is not None and not statement.part_of and is_named(statement.speaker):
            yield statement


def _plain(
    reading: Reading, judged: Statement, told: Sequence[tuple[Reading, Statement]]
) -> list[tuple[Reading, Statement]]:
    """Return one plainly told statement of the same speaker from each account that only says."""
    plain: dict[str, tuple[Reading, Statement]] = {}
    judging = set()
    for other, statement in told:
        if other is reading or same_speaker(judged.speaker, statement.speaker) is not True:
            continue
        if statement.verb == judged.verb:
            judging.add(other.document.id)
        elif statement.verb in _PLAIN:
            plain.setdefault(other.document.id, (other, statement))
    return [plain[key] for key in sorted(plain) if key not in judging][:_SHOWN]
