"""Find one event at two hours, and a call for help that comes before what it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asreported.alignment.accounts.acts import acts_at, kind_at
from asreported.alignment.accounts.clock import clocks, minutes
from asreported.alignment.accounts.deeds import is_apart
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed, valued
from asreported.model.span import Span

_ROUGH = re.compile(r"\b(?:around|about|approximately|roughly|shortly|just|nearly)\b[\w ]{0,12}$")
_EVENTS = frozenset({"derail", "assail", "burn", "quake", "bombard", "strike", "storm"})
_HAPPEN = frozenset(
    {"happen", "occur", "place", "unfold", "hit", "strike", "begin", "start", "erupt", "break"}
)
_LEADS = frozenset({"about", "around", "approximately", "just", "roughly", "shortly", "nearly"})
_SLACK = 5  # Minutes: hours nearer than that are one hour as people tell it.
_ROUGHLY = 15  # The same of "around 3:30" and "just after ten".
_SERVICES = 20  # Minutes: police, firemen and medics are called one after the other.
_SAME_CALL = 180  # Minutes: a call farther from the event is about something else.
_HELPERS = frozenset({"police", "firefighter", "medic", "soldier"})


@dataclass(frozen=True, slots=True)
class Hour:
    """A clock time, in minutes after midnight, of the event itself or of the call about it."""

    span: Span
    minutes: int
    rough: bool
    role: str
    asked: str = ""
    """When did what happen, where the clause says it: "the blaze start"."""


def find_time_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield disputes where accounts put the event, or the call for help, at different hours."""
    hours = [hour for grammar in grammars for hour in read_hours(grammar)]
    events = [hour for hour in hours if hour.role == "event"]
    calls = [hour for hour in hours if hour.role == "call"]
    if events:
        yield from _events(events, calls)
    if calls:
        lead = min(calls, key=lambda h: (h.rough, h.span))
        yield from _parted(
            "When was help called?",
            "difference",
            [h for h in calls if abs(h.minutes - lead.minutes) <= _SERVICES],
            [h for h in calls if _SERVICES < abs(h.minutes - lead.minutes) <= _SAME_CALL],
            "the hours of the call differ",
        )


def _events(events: Sequence[Hour], calls: Sequence[Hour]) -> Iterator[Dispute]:
    """Yield the dispute about the hour of the event, or of help called before it."""
    lead = max(events, key=lambda h: (not h.rough, h.span))
    later = [h for h in events if abs(h.minutes - lead.minutes) <= _SLACK // 2]
    others = [h for h in events if abs(h.minutes - lead.minutes) > _slack(h, lead)]
    early = [
        h
        for h in calls
        if 0 < lead.minutes - h.minutes < _SAME_CALL
        and not (h.rough or lead.rough)
        and h.span.document != lead.span.document
    ]
    reason = "the hours differ"
    if early and not others:
        reason = "help is called before the hour at which another account has it happen"
    told = sorted(hour.asked for hour in [*later, *others] if hour.asked)
    asked = f"When did {told[0] if told else 'it happen'}?"
    yield from _parted(asked, "contradiction", later, [*others, *early], reason)


def _slack(one: Hour, other: Hour) -> int:
    """Return how many minutes two hours may be apart and be one."""
    return _ROUGHLY if one.rough or other.rough else _SLACK


def _parted(
    asked: str, severity: str, one: Sequence[Hour], other: Sequence[Hour], reason: str
) -> Iterator[Dispute]:
    sides = [[hour.span for hour in side] for side in (one, other)]
    values = [side[0].minutes if side else 0 for side in (one, other)]
    for dispute in disputed("time", severity, asked, sides, reason, 0.65):
        yield valued(dispute, values, sides)


def read_hours(grammar: Grammar) -> Iterator[Hour]:
    """Yield the clock times that an event or a call for help is given."""
    text = grammar.reading.document.text
    starts = {token.start: at for at, token in enumerate(grammar.tokens)}
    for match in clocks(text):
        at = starts.get(match.start("hour"))
        if at is None or is_apart(grammar, at):
            continue
        role, verb = _role(grammar, at)
        if not role:
            continue
        before = text[max(0, match.start("hour") - 20) : match.start("hour")]
        yield Hour(
            _span(grammar, at, verb, match.end()),
            minutes(match),
            bool(_ROUGH.search(before)),
            role,
            _asked(grammar, verb) if role == "event" else "",
        )


def _asked(grammar: Grammar, verb: int) -> str:
    """Return "the blaze start" of "The blaze started at 4 a.m.", "" of what is told otherwise."""
    subject = grammar.subject(verb)
    if subject is None or grammar.tokens[verb].pos != "VERB":
        return ""
    token = grammar.tokens[subject]
    done_to = grammar.child(verb, "dobj") is not None and grammar.lemma(verb) not in _HAPPEN
    if token.dep != "nsubj" or token.tag != "NN" or done_to:
        return ""
    particle = grammar.child(verb, "prt")
    out = f" {grammar.tokens[particle].text}" if particle is not None else ""
    return f"the {token.lemma.lower()} {grammar.lemma(verb)}{out}"


def _role(grammar: Grammar, at: int) -> tuple[str, int]:
    """Return what the hour is of ("event", "call", "") and the word that says so."""
    seen = at
    for _ in range(6):
        head = grammar.tokens[seen].head
        if head == seen:
            break
        seen = head
        fields = {act.field for act in acts_at(grammar, seen)}
        if "alert" in fields or _respond(grammar, seen):
            return "call", seen
        if fields & _EVENTS or _happens(grammar, seen):
            return "event", seen
        if grammar.tokens[seen].pos == "VERB":
            break
    return "", at


def _respond(grammar: Grammar, at: int) -> bool:
    """Return whether it says that helpers came: "officers responded around 8 a.m."."""
    subject = grammar.subject(at) if grammar.lemma(at) == "respond" else None
    return subject is not None and kind_at(grammar, subject) in _HELPERS


def _happens(grammar: Grammar, at: int) -> bool:
    if grammar.lemma(at) not in _HAPPEN:
        return False
    subject = grammar.subject(at)
    return subject is not None and any(a.field in _EVENTS for a in acts_at(grammar, subject))


def _span(grammar: Grammar, at: int, verb: int, end: int) -> Span:
    """Return the hour with the verb where these stand near, else with its preposition."""
    document = grammar.document
    first = grammar.tokens[verb].start
    if 0 < grammar.tokens[at].start - first <= 40:
        return Span(document, first, end)
    while at and (grammar.tokens[at - 1].pos == "ADP" or grammar.lemma(at - 1) in _LEADS):
        at -= 1
    return Span(document, grammar.tokens[at].start, end)
