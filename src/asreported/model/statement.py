"""Who says what in one account, and what it counts, dates and names."""

from bisect import bisect_left
from dataclasses import dataclass

from asreported.model.document import Document
from asreported.model.parse import Parse, Token
from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """The mouth a statement is put in.

    ``name`` is the fullest name the account gives ("Vladimir Putin" for "he"), ``span`` the words
    beside the statement ("he"), ``entity`` the id of the story's entity once it is known, and
    ``kind`` one of ``person organisation group document outlet unnamed``.
    """

    name: str
    span: Span | None
    entity: str | None = None
    kind: str = "person"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: who the words were had from, nearest to the outlet first."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said.

    ``kind`` is ``quote`` (between marks, or a block quote), ``attributed`` (reported speech) or
    ``own`` (the outlet's own voice, one clause). ``span`` runs from the first to the last of
    source, cue and content; ``content`` are the words said, in text order, without quotation marks.
    ``region`` is the kind of region it stands in. ``verb`` is the kind of its cue as the lexicon
    of reporting verbs has it ("said", "claimed", "denied", ...), "" where there is none.
    ``part_of`` names the statement that a part cut out for comparison comes from.
    """

    id: str
    kind: str
    span: Span
    content: tuple[Span, ...]
    speaker: Speaker | None = None
    cue: Span | None = None
    chain: tuple[Link, ...] = ()
    verb: str = ""
    region: str = "body"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot of a clause: the words, and their head in dictionary form, lower case."""

    span: Span
    head: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What a clause says, taken apart. An absent slot is None or empty.

    ``agent`` does ``predicate`` to ``patient``; in a passive clause the roles are put right:
    "the base was hit by rebels" has agent "rebel" and patient "base". ``obliques`` are
    (preposition, filler) pairs in text order, time, place and cause among them. ``scope`` are words
    of extent and degree ("most", "partial", "completely"). ``phase`` is one of ``"" planned ordered
    begun ongoing done ended``; ``modality`` one of ``"" possible necessary conditional``.
    """

    agent: Filler | None = None
    predicate: Filler | None = None
    patient: Filler | None = None
    obliques: tuple[tuple[str, Filler], ...] = ()
    scope: tuple[Filler, ...] = ()
    time: tuple[Filler, ...] = ()
    place: tuple[Filler, ...] = ()
    cause: tuple[Filler, ...] = ()
    negated: bool = False
    passive: bool = False
    phase: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that carry one fact.

    ``span`` is tight: no quotation marks, no leading conjunction, no closing stop. ``sentence`` is
    the sentence it was cut from. ``voice`` is the id of the innermost quote or attributed statement
    whose content it stands in, None in the outlet's own voice.
    """

    span: Span
    sentence: Span
    slots: Slots
    voice: str | None = None
    region: str = "body"


MEASURED = frozenset({"money", "percent", "measure"})
"""Kinds of quantity that are told in a unit."""
NO_AMOUNTS = frozenset({"ordinal", "clock"})
"""Kinds of quantity that are an amount of nothing: "the fifth", "at 5 p.m."."""
OLDEST = 115
"""Years: nobody whom the news tells of is older, so that a larger number is no age."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something, as written (``span``) and as understood.

    ``unit`` is a symbol for measures (``km2 mi2 km mi m kg % usd eur h``) and else the counted noun
    in the singular. ``of`` is what is measured. ``low`` and ``high`` bound the value where the
    words do ("at least 7" has low 7 and high None). ``step`` is the size of the last digit given,
    so "70,000" may stand for anything half a step of 10,000 either way.
    """

    span: Span
    value: float
    low: float | None
    high: float | None
    unit: str
    of: str | None
    approximate: bool
    step: float = 1.0
    kind: str = "count"
    """One of ``count measure money percent duration age ordinal fraction clock``."""

    @property
    def is_exact(self) -> bool:
        """Return whether the words give the value alone: no bound, no "about"."""
        return self.low is None and self.high is None and not self.approximate


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and what it resolves to in ISO 8601, with the anchor that was used.

    ``iso`` is "" where the account does not tell the day that the words are relative to; ``form``
    (see `asreported.language.calendar`) then says what they mean once the story tells it.
    """

    span: Span
    iso: str
    anchor: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``type`` is ``person organisation place event group other``."""

    span: Span
    type: str
    name: str
    """The name without titles and possessive, white space folded."""


@dataclass(frozen=True, slots=True)
class Internal:
    """Two places of one account that do not add up, or a headline beyond its body.

    ``gap`` is the ratio of two figures, 1 and more for what is no figure, and less than 1 for a
    slip of typing or another word, which changes nothing that is told.
    """

    kind: str
    """One of ``conversion arithmetic headline figure time attribution``."""
    spans: tuple[Span, ...]
    gap: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One bearer of names. ``mentions`` are name mentions, in text order by document id."""

    id: str
    name: str
    type: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that stages 2 and 4 know of one account. Every list is in text order."""

    document: Document
    parse: Parse
    statements: tuple[Statement, ...]
    clauses: tuple[Clause, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    mentions: tuple[Mention, ...]
    internals: tuple[Internal, ...]
    skipped: tuple[str, ...] = ()
    """Steps that were not run, as "what: why" ("statements: language is de")."""

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that begin in ``span``, in text order."""
        tokens = self.parse.tokens
        # A token begins with its start: as a tuple it is found in half the time.
        first = bisect_left(tokens, (span.start,))
        return tokens[first : bisect_left(tokens, (span.end,), first)]
