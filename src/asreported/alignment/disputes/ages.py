"""Find persons who are of different ages in different accounts.

"Ada Roe, 34, vanished", "Ms Roe (36)", "the 36-year-old Roe", "Roe, who is 36". An age that is told
of a noun and not of a name ("the 36-year-old brother of Roe") is nobody's whom one could name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from asreported.alignment.accounts.bearers import Bearer, Bearers
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.accounts.numerals import digits
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.lexicon.load import column, words
from asreported.model.document import ARTICLE_KINDS
from asreported.model.span import Span
from asreported.model.statement import OLDEST, Entity

_FAR = 2  # Years: persons of one role who are farther apart are two.
_AFTER = re.compile(
    r"(?:,| \(|,? who (?:is|was|turned)| (?:is|was))(?:,? an?| the)?(?: aged?| \w+ of)? ?"
    r"(?P<age>\d{1,3})(?=[,)]| years? old|-years?-old|\.(?:\s|$)| and )",
    re.IGNORECASE,
)
# "A 26-year-old man was arrested": whom police hold is the suspect.
_HELD = re.compile(
    r"\b(?P<age>\d{1,2})[- ]years?[- ]old (?:man|woman)(?: from [A-Z][\w ]{2,40}?)?,?"
    r" (?:was|is|has been) (?:arrested|detained|in custody|charged|being held)\b",
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
    yield from _roles(grammars)


def _roles(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a question where each account tells of one girl, or one driver, of about one age."""
    told: dict[str, _Ages] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        found: dict[str, _Ages] = defaultdict(lambda: defaultdict(list))
        for role, age, span in _aged(grammar):
            found[role][age].append(span)
        for role, ages in found.items():
            for age, spans in ages.items() if len(ages) == 1 else ():
                told[role][age] += spans
    for role in sorted(told):
        if max(told[role]) - min(told[role]) <= _FAR:
            yield from _differ(f"the {role}", told[role])


def _aged(grammar: Grammar) -> Iterator[tuple[str, int, Span]]:
    """Yield the role, the age in years and the words of each noun of a role that has an age."""
    document = grammar.reading.document
    roles = column("aged_roles", "role")
    for pattern in (*_role_patterns(), _HELD):
        for match in pattern.finditer(document.text):
            given = match.groupdict()
            role = roles.get((given.get("who") or "suspect").casefold(), "")
            written = given["age"] or given.get("bracket") or given.get("comma") or ""
            age = int(digits(written) or 0) if role else 0
            at = grammar.within(document.span(*match.span())) if age else None
            if at and grammar.kind(at.start) in ARTICLE_KINDS | {"headline"}:
                yield role, age, document.span(*match.span())


@cache
def _role_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a role behind its age ("17-year-old girl") and before it.

    "A girl of 17", "girl, 16,", "the suspect (27)", "a boy aged 12".
    """
    who = "|".join(sorted(words("aged_roles"), key=len, reverse=True))
    return (
        re.compile(
            r"\b(?:an? |the |little )?(?P<age>\w+)[- ]years?[- ]old (?:(?:alleged|suspected) )?"
            rf"(?P<who>{who})\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?P<who>{who})(?:(?:,? aged| of) (?P<age>\d{{1,2}})(?=[^\w-]|$)"
            r"(?! (?:minute|hour|day|week|month|year)s?\b)"
            r"| \((?P<bracket>\d{1,2})\)|, (?P<comma>\d{1,2})(?=[,.;)]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
    )


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
    if after and 0 < int(after["age"]) < OLDEST:
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
        yield from disputed(
            "number",
            "contradiction",
            f"How old is {name}?",
            [ages[age] for age in values],
            reason,
            0.8,
        )
