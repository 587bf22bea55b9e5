"""What accounts of one event share, dispute, leave out and word differently."""

from dataclasses import dataclass

from asreported.model.span import Span
from asreported.model.statement import Entity, Reading, Statement
from asreported.model.story import Story


@dataclass(frozen=True, slots=True)
class Origin:
    """Where statements come from: somebody by name, or outlets whose text is one.

    ``names`` has one name, or those of all these outlets; as a string they stand side by side.
    """

    names: tuple[str, ...]

    def __str__(self) -> str:
        return " = ".join(self.names)


UNNAMED = Origin(("an unnamed source",))
"""The origin that an account does not name."""


@dataclass(frozen=True, slots=True)
class Absence:
    """An account that covers the topic and has nothing that comes near a point."""

    document: str
    nearest: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two statements (ids) of two accounts say the same, and how likely that is, 0..1."""

    a: str
    b: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """Statements that say the same.

    ``agreement`` is ``corroborated single conflict undecided``. ``independent_origins`` is None
    where the texts give no basis to count; ``origins`` are the ends of the chains. ``fact`` names
    what a point made of phrases tells (``role age home day hour place instrument``), and is
    ``speech`` where all tell only that somebody spoke; it is "" for what clauses tell.
    """

    id: str
    label: Span
    agreement: str
    statements: tuple[str, ...]
    accounts: tuple[str, ...]
    independent_origins: int | None
    origins: tuple[Origin, ...]
    reason: str
    score: float
    absent: tuple[Absence, ...] = ()
    links: tuple[Likeness, ...] = ()
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a conflict's question: a verbatim excerpt, and all spans that give it."""

    answer: str
    spans: tuple[Span, ...]


SEVERITIES = ("contradiction", "difference", "tension")
"""How hard the answers of a conflict stand against each other, the hardest first."""
SLIGHT = 0.5
"""Score of conflicts that are listed and are no line of a front page.

Of 39 such lines in 390 unread stories readers called one right: how somebody put it, fact or
allegation, done or still to come, who did it, what it is called.
"""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two answers or more to one question.

    ``kind`` is ``number polarity scope time place agent cause wording update``; ``severity`` is one
    of `SEVERITIES`.
    """

    id: str
    kind: str
    severity: str
    question: str
    sides: tuple[Side, ...]
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class QuoteVariants:
    """One utterance in the wordings of several accounts: ``identical cut reworded translated``.

    ``change`` is the most that differs: ``sense``, ``words`` that carry matter, or "" where no more
    than small words do.
    """

    speaker: str | None
    kind: str
    variants: tuple[Span, ...]
    reason: str
    change: str


@dataclass(frozen=True, slots=True)
class Framing:
    """A wording that another account has otherwise: ``loaded naming attribution_verb headline``."""

    kind: str
    document: str
    span: Span
    about: str | None
    contrast: tuple[Span, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """What could not be measured, why, and in which documents (ids)."""

    what: str
    why: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything known of one story. ``statements`` include the parts cut out for comparison.

    ``event`` is what most accounts open with, each in its own words: a point of which the
    statements tell one thing and need not say the same. It is none of ``points``.
    """

    story: Story
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    points: tuple[Point, ...]
    conflicts: tuple[Conflict, ...]
    quote_variants: tuple[QuoteVariants, ...]
    framing: tuple[Framing, ...]
    not_measured: tuple[NotMeasured, ...]
    event: Point | None = None
