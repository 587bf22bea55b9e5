"""Find numbers that the headline gives as they are and the body as a bound, or the other way.

"Nine dead as ferry burns" stands above "at least nine people died"; "More than 50 held" above "50
people were held"; "10 years in prison" above "up to 10 years".

Reads:   headline and quantities.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator, Sequence

from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity
from asreported.statements.inside.breaks import SLIGHT
from asreported.statements.inside.fronts import Front
from asreported.statements.inside.gaps import is_part, is_toll

_KINDS = ("count", "duration", "money", "percent")
_MODEL = re.compile(r" [A-Z][a-z]+\b")
_MODEL_LAST = re.compile(r"\d [A-Z][a-z]+ [a-z]+$")
_SHOWN = 4  # Places in the body that are shown.
# An order of size without a number ("dozens") bounds nothing.
_EXACT, _LEAST, _MOST, _ABOUT, _LOOSE = "exact", "least", "most", "about", "loose"
# What the body must have of a number that the headline gives so.
_OTHERWISE = {
    _EXACT: frozenset({_LEAST, _MOST, _ABOUT}),
    _LEAST: frozenset({_EXACT}),
    _ABOUT: frozenset({_LEAST, _MOST}),
}


def find_limits(front: Front) -> Iterator[Internal]:
    """Yield each number of the headline that the body limits otherwise wherever it has it."""
    quantities = [q for q in front.reading.quantities if q.kind in _KINDS and q.value >= 2]
    below = [q for q in quantities if front.is_body(q.span) and not _is_of_old(front, q)]
    below = [q for q in below if not _is_a_model(front, q)]
    for count in quantities:
        if not front.headline.covers(count.span) or _is_a_model(front, count):
            continue
        spans = [q.span for q in _otherwise(front, count, below)][:_SHOWN]
        if spans:
            words = (front.quote(count.span), front.quote(spans[0]))
            reason = f'the headline has "{words[0]}", the body "{words[1]}"'
            yield Internal("headline", (count.span, *spans), SLIGHT, reason)
            return


def _is_a_model(front: Front, quantity: Quantity) -> bool:
    """Return whether the number is part of a product's name: "over 737 Max jets"."""
    text = front.reading.document.text
    words = text[quantity.span.start : quantity.span.end].split()
    ended = words[-1].isdigit() and bool(_MODEL.match(text, quantity.span.end))
    return quantity.kind == "count" and (ended or bool(_MODEL_LAST.search(" ".join(words))))


def _otherwise(front: Front, count: Quantity, below: Sequence[Quantity]) -> list[Quantity]:
    """Return where the body limits the number otherwise, none where it has it as above too."""
    same = [q for q in below if q.value == count.value and _is_one(front, count, q)]
    # Of the dead only the dead are compared: "at least three died", "at a quarter to three".
    tolls = [q for q in same if is_toll(front, q)] if is_toll(front, count) else []
    same = tolls or same
    # A sum in a headline is a round one: "$5 billion" above "roughly $5 billion" is no news.
    if count.kind in ("money", "percent") and _limit(count) == _EXACT:
        same = [q for q in same if _limit(q) != _ABOUT]
    other = [q for q in same if _limit(q) in _OTHERWISE.get(_limit(count), ())]
    # A term in prison is told as the most for one crime, and as it is for another.
    most = [q for q in other if q.kind == "duration" and _limit(q) == _MOST]
    return most or (other if len(other) == len(same) else [])


def _limit(quantity: Quantity) -> str:
    """Return how the words limit the number: to itself, as the least, as the most, roughly."""
    if quantity.low is not None and quantity.high is not None:
        return _LOOSE
    if quantity.low is not None:
        return _LEAST
    if quantity.high is not None:
        return _MOST
    return _ABOUT if quantity.approximate else _EXACT


def _is_one(front: Front, count: Quantity, other: Quantity) -> bool:
    """Return whether both count the same: one noun or any people, and one fate below the lead."""
    if count.kind != other.kind:
        return False
    if _limit(count) == _LEAST:
        return count.unit == other.unit and (_in_lead(front, other.span) or count.of == other.of)
    return count.unit == other.unit or "person" in (count.unit, other.unit)


def _is_of_old(front: Front, quantity: Quantity) -> bool:
    """Return whether what is counted below the lead is a part, or of another time."""
    return not _in_lead(front, quantity.span) and is_part(front, quantity)


def _in_lead(front: Front, span: Span) -> bool:
    return any(sentence.covers(span) for sentence in front.lead)
