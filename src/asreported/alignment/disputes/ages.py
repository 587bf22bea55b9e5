"""Find persons who are of different ages in different accounts.

"Ada Roe, 34, vanished", "Ms Roe (36)", "the 36-year-old Roe", "Roe, who is 36". An age that is told
of a noun and not of a name ("the 36-year-old brother of Roe") is nobody's whom one could name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.bearers import Bearer, Bearers
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.disputes.dispute import Dispute, make_dispute
from asreported.model.span import Span
from asreported.model.statement import Entity

_OLDEST = 115  # Years.
_AFTER = re.compile(
    r"(?:,| \(|,? who (?:is|was|turned)| (?:is|was))(?: aged?)? ?(?P<age>\d{1,3})"
    r"(?=[,)]| years? old|-years?-old|\.(?:\s|$)| and )",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?P<age>\d{1,3})[- ]years?[- ]old ", re.IGNORECASE)
_BETWEEN = 40  # Characters between "36-year-old" and the name, a trade's: "student Ada Roe".

_Ages = dict[int, list[Span]]


def find_age_disputes(
    grammars: Sequence[Grammar], bearers: Mapping[str, Bearers]
) -> Iterator[Dispute]:
    """Yield a question for each person to whom accounts give different ages, in years."""
    told: list[tuple[Entity, _Ages]] = []
    for grammar in grammars:
        for bearer in bearers[grammar.document].listed:
            found = _age(grammar, bearer) if bearer.entity.type == "person" else None
            if found is None:
                continue
            age, span = found
            known = next((ages for entity, ages in told if _one(entity, bearer.entity)), None)
            if known is None:
                known = defaultdict(list)
                told.append((bearer.entity, known))
            known[age].append(span)
    for entity, ages in sorted(told, key=lambda pair: pair[0].name):
        yield from _differ(entity.name, ages)


def _one(one: Entity, other: Entity) -> bool:
    """Return whether two persons have the same name but for its spelling."""
    names = one.name.casefold().split(), other.name.casefold().split()
    return one.id == other.id or (
        len(names[0]) == len(names[1]) > 1
        and all(spelt_alike(a, b) for a, b in zip(*names, strict=True))
    )


def _age(grammar: Grammar, bearer: Bearer) -> tuple[int, Span] | None:
    """Return the age that stands beside the name, with the span of both."""
    text = grammar.reading.document.text
    start, end = grammar.tokens[bearer.first].start, grammar.tokens[bearer.last].end
    after = _AFTER.match(text, end)
    if after and 0 < int(after["age"]) < _OLDEST:
        return int(after["age"]), Span(grammar.document, start, after.end("age"))
    sentence = grammar.reading.parse.sentences[grammar.sentence[bearer.first]]
    begins = grammar.tokens[sentence.first].start
    for before in _BEFORE.finditer(text, max(begins, start - _BETWEEN), start):
        # "The 36-year-old brother of Roe" is not Roe.
        first = bearer.first
        while first and grammar.tokens[first - 1].start >= before.end():
            first -= 1
        if all(_may_title(grammar, at) for at in range(first, bearer.first)):
            return int(before["age"]), Span(grammar.document, before.start(), end)
    return None


def _may_title(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].pos in {"ADJ", "NOUN", "PROPN"}


def _differ(name: str, ages: Mapping[int, Sequence[Span]]) -> Iterator[Dispute]:
    values = sorted(ages, key=lambda age: (-len(ages[age]), age))
    if len(values) > 1:
        reason = f"{name}: " + " and ".join(str(age) for age in values)
        dispute = make_dispute(
            "number",
            "contradiction",
            f"How old is {name}?",
            [ages[age] for age in values],
            reason,
            0.8,
        )
        if dispute:
            yield dispute
