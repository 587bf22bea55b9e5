"""Find persons to whom one article gives two first names: "Ruud Hazen, 58" and "Rudi Hazen, 58".

Reads:   the document's `Mention` values.
Assigns: `Internal` of kind "attribution": who is meant is written in two ways.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from asreported.lexicon.load import words
from asreported.lexicon.names import fold
from asreported.model.statement import Internal, Mention, Reading

_AGE = re.compile(r"(?:, | \()(?P<age>\d{1,3})(?=[,.;)])")
_BEFORE = re.compile(r"(?P<role>[\w-]+)[ ]$")
_NEAR = 30
# "Dan" and "Daniel" are one name, and begin so.
_ALIKE = 3


class _Named(NamedTuple):
    """A mention with what tells whom it names: the age behind it, the role before it."""

    mention: Mention
    first: str
    age: str
    role: str


def find_forenames(reading: Reading) -> Iterator[Internal]:
    """Yield pairs of one surname, and one age or role, whose first names differ; ``gap`` is 1."""
    told: dict[str, list[_Named]] = defaultdict(list)
    for mention in reading.mentions:
        name = fold(mention.name).split()
        if mention.type == "person" and len(name) == 2:
            told[name[1]].append(_named(reading, mention, name[0]))
    for several in told.values():
        for one, other in combinations({named.first: named for named in several}.values(), 2):
            found = _same([n for n in several if n.first == one.first],
                          [n for n in several if n.first == other.first])  # fmt: skip
            if found is None:
                continue
            left, right = found
            names = [reading.document.quote(named.mention.span) for named in found]
            reason = f'one person by two first names: "{names[0]}", "{names[1]}"'
            yield Internal("attribution", (left.mention.span, right.mention.span), 1.0, reason)


def _named(reading: Reading, mention: Mention, first: str) -> _Named:
    text = reading.document.text
    age = _AGE.match(text, mention.span.end)
    before = _BEFORE.search(text, max(0, mention.span.start - _NEAR), mention.span.start)
    role = fold(before["role"]) if before else ""
    known = words("speaker_nouns", "noun", kind="person")
    return _Named(mention, first, age["age"] if age else "", role if role in known else "")


def _same(ones: list[_Named], others: list[_Named]) -> tuple[_Named, _Named] | None:
    """Return a mention of each that tells the same age, or else the same role, of both."""
    first, second = ones[0].first, others[0].first
    if first[:1] != second[:1] or first[:_ALIKE] == second[:_ALIKE] or len(first) < _ALIKE:
        return None
    for one in ones:
        for other in others:
            aged = bool(one.age) and one.age == other.age
            open_age = not (one.age and other.age)
            if aged or (open_age and one.role and one.role == other.role):
                return one, other
    return None
