"""Follow a statement to its end: the mouth, the agency or the outlet that it comes from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.accounts.names import fits_person
from asreported.alignment.pairs.profile import fold
from asreported.alignment.pairs.units import Unit
from asreported.lexicon.load import words
from asreported.lexicon.plurals import plural
from asreported.model.comparison import UNNAMED, Origin
from asreported.model.document import Document
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Link, Reading, Speaker
from asreported.model.story import Story

_SPEECH_ACTS = frozenset({"announced", "ordered", "thanked", "warned", "promised", "boasted"})
_ARTICLES = frozenset({"the", "a", "an", "of", "and", "for", "in", "by", "to", "s"})
# What a parser may leave before a name: "In a tweet" or "as".
_LEADING = frozenset(
    {"in", "on", "by", "from", "for", "to", "with", "at", "of", "but", "and", "as", "that"}
)
# Letters of a surname that, alone, is nobody else's where one letter is another.
_LONG_SURNAME = 7
_FOR = frozenset({"for", "of"})
# How what is asked for hangs on the verb.
_ASKED_FOR = frozenset({"xcomp", "ccomp", "advcl"})
_RELATIVE = frozenset({"whose", "who", "which"})
_BEARERS = frozenset({"person", "organisation", "place"})
# "The Courier-Journal" is "the Courier Journal".
_SPACES = re.compile(r"[\s-]+")
# What lists of outlets add to an outlet's name.
_CHANNELS = frozenset({"", "the", "news", "web", "online", "digital", "website", "-", "|"})
# How an explanation hangs on the name that it explains, and what sets it off.
_ASIDES = frozenset({"appos", "relcl", "acl"})
_OPENS_ASIDE = frozenset(",(–—-")
_COMMON = frozenset({"NOUN", "ADJ", "DET"})
# "The Pentagon" has a name, "the New York Democrat" is described.
_ORGANISED = frozenset({"organisation"})


@dataclass(frozen=True, slots=True)
class End:
    """Where a statement comes from.

    ``kind`` is ``named`` (a person or body by name), ``described`` ("officials", "the president"),
    ``wire`` (an agency) or ``own`` (the outlet itself). ``key`` are the words that tell ends of one
    kind apart; ``origin`` is what a reader is shown.
    """

    kind: str
    key: frozenset[str]
    origin: Origin

    @property
    def name(self) -> str:
        """Return the origin as a reader is shown it."""
        return str(self.origin)

    def same(self, other: "End") -> bool:
        """Return whether both are one end by their names: one holds the words of the other."""
        if self.kind != other.kind:
            return False
        if self.kind != "named":
            return self.key == other.key
        if not self.key & other.key:
            return _is_respelt(self, other)
        nested = self.key <= other.key or other.key <= self.key
        return nested or _surname(self) == _surname(other) or _is_respelt(self, other)

    def is_outlet(self, document: Document, citing: str) -> bool:
        """Return whether the end is by its name the outlet of the document.

        "The New York Times" is, for a list that calls the outlet "New York Times - Online", and so
        is "Times" in a text, ``citing``, that has the whole name.
        """
        parts = [part for part in document.label.split() if fold(part) not in _CHANNELS]
        outlet = {fold(part) for part in parts}
        if not self.key or not self.key <= outlet | _CHANNELS or not self.key & outlet:
            return False
        return outlet <= self.key or (fold(parts[-1]) in self.key and " ".join(parts) in citing)


_UNNAMED = End("described", frozenset(), UNNAMED)


def account_ends(story: Story, units: Iterable[Unit]) -> dict[str, End]:
    """Return the end of what each document tells in its own voice.

    Documents that share their prose have one end, and where one of them credits an agency, that
    is the agency.
    """
    documents = {unit.document: unit.reading.document for unit in units}
    ends: dict[str, End] = {}
    for group in story.origin_groups:
        members = [documents[key] for key in group if key in documents]
        agencies = sorted(d.wire.agency for d in members if d.wire is not None)
        if agencies:
            end = End("wire", frozenset({agencies[0].casefold()}), Origin((agencies[0],)))
        else:
            end = End("own", frozenset(group), Origin(tuple(sorted({d.label for d in members}))))
        ends |= {document.id: end for document in members}
    return ends


def find_end(unit: Unit, ends: Mapping[str, End]) -> End:
    """Return the end of the unit's statement; ``ends`` are those of `account_ends`."""
    voice = unit.voice
    if voice is None:
        return ends[unit.document]
    for named in (*voice.chain[-1:], voice.speaker):
        name = _written(unit.reading, named) if named is not None else ""
        if not _is_nobody(name):
            return _speaker_end(unit, name)
    return _UNNAMED


def is_told_by(unit: Unit, end: End) -> bool:
    """Return whether the unit's statement came by ``end``, who had it from others.

    "Reyes wrote in his log that ..., Doe said" has its end in Reyes, and came by Doe.
    """
    voice = unit.voice
    if voice is None or not voice.chain or voice.speaker is None or end.kind != "named":
        return False
    passed: list[Link | Speaker] = [voice.speaker, *voice.chain[:-1]]
    named = [_written(unit.reading, link) for link in passed if not _is_nobody(link.name)]
    ends = (_speaker_end(unit, name) for name in named)
    return any(one.kind == "named" and one.same(end) for one in ends)


def _written(reading: Reading, named: Link | Speaker) -> str:
    """Return the name as within a sentence: "Video", which opens one, is "video", and no name."""
    if named.span is None or reading.document.quote(named.span) != named.name:
        return named.name
    tokens = reading.tokens_in(named.span)
    common = bool(tokens) and tokens[0].pos in _COMMON and not tokens[0].entity
    common = common and named.name[1:].islower()
    return named.name[:1].lower() + named.name[1:] if common else named.name


def is_gloss(unit: Unit) -> bool:
    """Return whether an outlet explains what it reports: "Reyes, the head of the yard, ...".

    What stands between quotation marks is the speaker's with all its asides.
    """
    if unit.voice is None or unit.voice.kind == "quote":
        return False
    span, text = unit.clause.span, unit.reading.document.text
    if text[: span.start].rstrip()[-1:] not in _OPENS_ASIDE:
        return False
    tokens = unit.reading.parse.tokens
    return any(
        token.dep in _ASIDES and not span.start <= tokens[token.head].start < span.end
        for token in unit.tokens
    )


def uttered_by(unit: Unit) -> End | None:
    """Return who speaks where the clause itself tells of an act of speech ("Reyes orders ...").

    What an order, a warning or a thanks says has one origin however many tell of it: the speaker.
    """
    slots = unit.clause.slots
    if unit.voice is not None:
        return None
    told = _asked_by(unit)
    if told is None and slots.predicate is not None:
        told = _told_within(unit, slots.predicate.span)
    if told is not None or slots.predicate is None or slots.agent is None:
        return told
    verb = fold(slots.predicate.head)
    spoken = any(verb in words("reporting_verbs", "verb", kind=kind) for kind in _SPEECH_ACTS)
    if not spoken and not _is_request(unit, slots.predicate.span):
        return None
    if _is_custom(unit, slots.agent.span):
        return None
    name = unit.reading.document.quote(slots.agent.span)
    # "He ordered it": somebody's act of speech, whoever he is.
    return _UNNAMED if _is_nobody(name) else _speaker_end(unit, name)


def _asked_by(unit: Unit) -> End | None:
    """Return who asks for what the clause tells: "Reyes called on the yard to open an inquiry".

    Where the clause is cut to what is asked for, who asks for it stands outside.
    """
    tokens = unit.reading.parse.tokens
    inside = unit.clause.span
    root = next((t for t in unit.tokens if not inside.covers(_place(unit, tokens[t.head]))), None)
    if root is None or root.dep not in _ASKED_FOR or root.tag != "VB":
        return None
    asks = tokens[root.head]
    if not _asks(asks):
        return None
    sentence = unit.reading.tokens_in(unit.clause.sentence)
    asking = next((t for t in sentence if t.dep == "nsubj" and tokens[t.head] == asks), None)
    if asking is None or asking.pos != "PROPN":
        return None
    named = (m for m in unit.reading.mentions if m.span.covers(_place(unit, asking)))
    name = next((mention.name for mention in named if mention.type in _BEARERS), "")
    return None if _is_nobody(name) else _speaker_end(unit, name)


def _is_request(unit: Unit, predicate: Span) -> bool:
    """Return whether the clause's verb asks somebody to do something: "Reyes urged them to go"."""
    tokens = unit.reading.parse.tokens
    return any(
        token.dep in _ASKED_FOR
        and token.tag == "VB"
        and predicate.covers(_place(unit, tokens[token.head]))
        and _asks(tokens[token.head])
        for token in unit.tokens
    )


def _asks(verb: Token) -> bool:
    return fold(verb.lemma) in words("reporting_verbs", "verb", kind="asked") | {"call"}


def _place(unit: Unit, token: Token) -> Span:
    return unit.reading.document.span(token.start, token.end)


def _is_custom(unit: Unit, agent: Span) -> bool:
    """Return whether the clause tells what people do and not what somebody did.

    "Passengers declare their weapons" is no word of theirs.
    """
    tokens, own = unit.reading.parse.tokens, unit.reading.tokens_in(agent)
    plural = len(own) == 1 and own[0].tag == "NNS"
    return plural and tokens[own[0].head].tag in ("VBP", "VB")


def _told_within(unit: Unit, predicate: Span) -> End | None:
    """Return who speaks where the clause's verb brings in a quotation that the clause holds.

    "Reyes condemned the fire as “a crime”", "called “a crime” by Reyes".
    """
    for statement in unit.reading.statements:
        cue, speaker = statement.cue, statement.speaker
        # "Who embraced an “Our Port First” agenda" says nothing by it.
        speaks = statement.kind == "quote" and statement.verb != "thanked"
        brought = speaks and cue is not None and cue.shared(predicate) > 0
        if brought and all(unit.clause.span.covers(part) for part in statement.content):
            named = speaker is not None and not _is_nobody(speaker.name)
            return _speaker_end(unit, speaker.name) if speaker is not None and named else None
    return None


def _is_nobody(name: str) -> bool:
    """Return whether the words are no name of a source: a pronoun, or a thing that cannot speak."""
    parts = [fold(part) for part in name.split()]
    if not parts or all(part in words("function_words") for part in parts):
        return True
    if parts[0] in _RELATIVE:
        return True  # "A bakery whose owners claim": whose they are stands elsewhere.
    # "A spokesman for Ada Roe" ends on a name, and is a spokesman.
    return name[:1].islower() and not _is_source(parts) and _led(parts) not in _sources()


def _is_source(parts: Sequence[str]) -> bool:
    return fold(parts[-1]) in _sources()


def _led(parts: Sequence[str]) -> str:
    """Return the noun of "a spokesman for Ada Roe", the last word where nobody is spoken for."""
    return parts[next((at for at, part in enumerate(parts) if at and part in _FOR), 0) - 1]


@cache
def _sources() -> frozenset[str]:
    """Return the nouns, plurals too, of who or what can be a source."""
    nouns = words("speaker_nouns", "noun") | words("titles") | words("reporting_nouns", "noun")
    return nouns | {f"{noun}s" for noun in nouns} | {plural(noun) for noun in nouns} | {"media"}


@cache
def _empty() -> frozenset[str]:
    """Return the words of a speaker's name that tell nobody apart."""
    return words("titles") | {word.casefold() for word in words("demonyms")} | _ARTICLES


def _speaker_end(unit: Unit, name: str) -> End:
    """Return the end that a speaker's name stands for; offices and articles tell nobody apart."""
    opening = _LEADING | words("name_words", kind="calendar")  # "On Monday Ada Reyes"
    while name.split() and name.split()[0].casefold() in opening:
        name = name.split(maxsplit=1)[1] if " " in name.strip() else ""
    if not name:
        return _UNNAMED
    empty = _empty()
    parts = _SPACES.split(name.replace("’", "'").replace("'s", "").strip())
    kept = [part for part in parts if fold(part) and fold(part) not in empty]
    folded = [fold(part) for part in kept]
    if name[:1].islower() and _led(parts) != parts[-1] and folded[-1:] and not _is_source(parts):
        # He holds an office: he may be whom another account names.
        return End("described", frozenset(), Origin((name,)))
    article = parts[0].casefold() in ("the", "a", "an") if parts else False
    bearers = _ORGANISED if article else _BEARERS
    if not kept or kept[-1][:1].islower() or not _is_name(unit.reading, folded, bearers):
        return End("described", frozenset(folded[-1:] or _nobody_named(parts)), Origin((name,)))
    return End("named", frozenset(folded), Origin((name,)))


def _nobody_named(parts: Sequence[str]) -> list[str]:
    """Return what tells "the police" or "a witness" from whoever is named; [] for "the president".

    One holds an office, and may be whom another account names; police and witnesses are many.
    """
    head = fold(parts[-1]) if parts else ""
    return [] if not head or head in words("titles", kind="office") else [head]


def _is_name(reading: Reading, parts: Sequence[str], types: frozenset[str]) -> bool:
    """Return whether a name in the account is the one of ``parts`` and stands for a bearer.

    The name may be fuller than the account has it, as another account gives it.
    """
    listed = [
        [fold(part) for part in _SPACES.split(mention.name)]
        for mention in reading.mentions
        if mention.type in types
    ]
    return any(
        set(parts) <= set(name) or (name and name[-1] == parts[-1] and set(name) <= set(parts))
        for name in listed
    )


def _is_respelt(one: End, other: End) -> bool:
    """Return whether both are names of one person, a letter of one apart: "Roe", "Row".

    An outlet that misspells its source is no second source.
    """
    names = [tuple(p for p in map(fold, e.name.split()) if p in e.key) for e in (one, other)]
    short, full = sorted(names, key=lambda name: (len(name), name))
    told_apart = len(short) > 1 or (len(short) == 1 and len(short[0]) >= _LONG_SURNAME)
    return told_apart and fits_person(short, full)


def _surname(end: End) -> str:
    parts = [fold(part) for part in end.name.split()]
    return next((part for part in reversed(parts) if part in end.key), "")
