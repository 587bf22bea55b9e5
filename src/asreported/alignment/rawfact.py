"""A fact as a reader finds it, before its unit is known."""

from dataclasses import dataclass

from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class RawFact:
    """See `asreported.alignment.facts.Fact`."""

    about: str
    name: str
    attribute: str
    value: str
    detail: frozenset[str]
    span: Span
    value_span: Span
