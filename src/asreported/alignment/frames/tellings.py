"""Find verbs that judge what somebody says, where another account just says it.

"Boasts", "claims" and "admits" tell the reader what to think of the words; "says" does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.frames.voicing import LOOSELY, Neighbours
from asreported.alignment.wordings.speakers import is_named, same_speaker
from asreported.lexicon.load import column, words
from asreported.model.comparison import Framing
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading, Statement

_PLAIN = frozenset(
    {"say", "tell", "add", "state", "announce", "note", "write", "explain", "report", "declare"}
)
_SHOWN = 3
"""Plain verbs that a line shows."""


def find_tellings(readings: Sequence[Reading], neighbours: Neighbours) -> Iterator[Framing]:
    """Yield the judging verbs that an account uses of a speaker, once an account and verb.

    Only where another account tells the like of the same speaker with a plain verb; mockery counts
    against any plain verb for the speaker.
    """
    told = [
        _Told(reading, statement, _verb(reading, statement))
        for reading in readings
        for statement in reading.statements
        if _is_told(statement)
    ]
    seen = set()
    for judged in told:
        speaker, cue = judged.statement.speaker, judged.statement.cue
        effect = column("judging_verbs", "effect", key="verb").get(judged.verb)
        if effect is None or speaker is None or cue is None:
            continue
        key = (cue.document, speaker.name, judged.verb)
        plain = _plain(judged, told, None if effect == "mocks" else _alike(judged, neighbours))
        if key in seen or not plain:
            continue
        seen.add(key)
        cues = [(other, other.statement.cue) for other in plain if other.statement.cue]
        others = ", ".join(
            f"“{other.reading.document.quote(span)}” in {other.reading.document.label}"
            for other, span in cues
        )
        yield Framing(
            "attribution_verb",
            cue.document,
            cue,
            speaker.name,
            tuple(span for _, span in cues),
            f"“{judged.reading.document.quote(cue)}” {effect} what {speaker.name} says; {others}",
        )


def judging_verb(verb: str) -> bool:
    """Return whether a verb, in dictionary form, judges in a headline."""
    return verb in words("judging_verbs", "verb", headline="yes")


@dataclass(frozen=True, slots=True)
class _Told:
    reading: Reading
    statement: Statement
    verb: str


def _verb(reading: Reading, statement: Statement) -> str:
    """Return the cue's verb in dictionary form, "" where the cue is no verb."""
    cue = statement.cue
    if cue is None:
        return ""
    inside = (token for token in reading.tokens_in(cue) if token.end <= cue.end)
    return next((token.lemma.lower() for token in inside if token.pos == "VERB"), "")


def _is_told(statement: Statement) -> bool:
    return statement.cue is not None and not statement.part_of and is_named(statement.speaker)


def _alike(judged: _Told, neighbours: Neighbours) -> list[Span]:
    """Return the clauses of other accounts that tell what the statement tells."""
    spans = judged.statement.content
    inside = [t for t in judged.reading.parse.tokens if any(_holds(span, t) for span in spans)]
    units = [unit for t in inside for unit in neighbours.around(spans[0].document, t, LOOSELY)]
    return sorted({unit.clause.span for unit in units})


def _holds(span: Span, token: Token) -> bool:
    return span.start <= token.start < span.end


def _plain(judged: _Told, told: Sequence[_Told], alike: Sequence[Span] | None) -> list[_Told]:
    """Return one plain telling from each account that does not judge the speaker's words so.

    Args:
        judged: The telling with the judging verb.
        told: All tellings.
        alike: Where the like is told; None where any words of the speaker will do.
    """
    plain: dict[str, _Told] = {}
    judging = set()
    for other in told:
        document = other.reading.document.id
        if other.verb != judged.verb and other.verb not in _PLAIN:
            continue
        speakers = (judged.statement.speaker, other.statement.speaker)
        if document == judged.reading.document.id or same_speaker(*speakers) is not True:
            continue
        if other.verb == judged.verb:
            judging.add(document)
        elif other.verb in _PLAIN and (alike is None or _tells(other.statement, alike)):
            plain.setdefault(document, other)
    return [plain[key] for key in sorted(plain) if key not in judging][:_SHOWN]


def _tells(statement: Statement, alike: Sequence[Span]) -> bool:
    return any(span.shared(clause) for span in statement.content for clause in alike)
