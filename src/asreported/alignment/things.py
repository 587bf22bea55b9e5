"""Find one thing of an event that accounts call by words that exclude each other.

"The car mowed them down" and "the SUV mowed them down" cannot both be exact. Two uses are of one
thing where both stand in one role of one act; and no account may use both words, or it would know
them for two things. What accounts choose to call a thing, one word more often than the other, is
for `asreported.alignment.namings`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.acts import acts_at, stem
from asreported.alignment.deeds import is_apart
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.alignment.nearness import Nearness
from asreported.lexicon.load import table
from asreported.model.span import Span

_OBJECTS = frozenset({"dobj", "nsubjpass", "obj", "attr", "oprd"})
_SUBJECTS = frozenset({"nsubj", "agent"})
_EMPTY = frozenset({"be", "have", "do", "say", "tell", "get", "see", "find"})


@dataclass(frozen=True, slots=True)
class _Use:
    grammar: Grammar
    at: int
    group: str
    name: str
    roles: frozenset[tuple[str, str]]


@cache
def _things() -> dict[str, tuple[tuple[str, str, bool, str], ...]]:
    """Return (class, name, generic, kind of dispute) of each noun."""
    found: dict[str, list[tuple[str, str, bool, str]]] = defaultdict(list)
    for row in table("things"):
        for word in row["words"].split():
            found[word].append((row["class"], row["name"], row["level"] == "generic", row["kind"]))
    return {word: tuple(rows) for word, rows in found.items()}


def find_thing_disputes(grammars: Sequence[Grammar], near: Nearness) -> Iterator[Dispute]:
    """Yield a dispute for each class of things named otherwise in one role."""
    used: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    uses: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for grammar in grammars:
        for at, token in enumerate(grammar.tokens):
            if token.pos not in {"NOUN", "PROPN"}:
                continue
            for group, name, generic, kind in _things().get(grammar.entry(at, _things()), ()):
                if generic:
                    continue
                used[group][name].add(grammar.document)
                if not is_apart(grammar, at):
                    roles = frozenset(_roles(grammar, at))
                    uses[group, kind].append(_Use(grammar, at, group, name, roles))
    for group, kind in sorted(uses):
        # A story has many relatives: like clauses may well tell of two.
        alone = None if kind == "agent" else near
        yield from _compare(group, kind, uses[group, kind], used[group], alone)


def _compare(
    group: str,
    kind: str,
    uses: Sequence[_Use],
    used: dict[str, set[str]],
    near: Nearness | None,
) -> Iterator[Dispute]:
    sides: dict[str, set[Span]] = defaultdict(set)
    shared: set[str] = set()
    for i, a in enumerate(uses):
        for b in uses[i + 1 :]:
            if a.name == b.name or used[a.name] & used[b.name]:
                continue
            roles = a.roles & b.roles
            if roles or (near is not None and near.are(a.grammar, a.at, b.grammar, b.at)):
                shared |= {act for act, _ in roles}
                sides[a.name].add(_span(a))
                sides[b.name].add(_span(b))
    if len(sides) < 2:
        return
    names = sorted(sides, key=lambda n: (-len(used[n]), n))
    dispute = make_dispute(
        kind,
        "difference",
        _question(group, names),
        [sides[name] for name in names],
        f"one thing of the event ({', '.join(sorted(shared))}) is called {', '.join(names)}",
        0.6,
    )
    if dispute:
        yield dispute


def _roles(grammar: Grammar, at: int) -> Iterator[tuple[str, str]]:
    """Yield (act, role) of the noun in its clause."""
    token = grammar.tokens[at]
    while token.dep in {"conj", "appos"} and grammar.tokens[token.head].pos in {"NOUN", "PROPN"}:
        at = token.head
        token = grammar.tokens[at]
    above = token.head
    role = "subject" if token.dep in _SUBJECTS else "object" if token.dep in _OBJECTS else ""
    if token.dep == "pobj":
        role = grammar.lemma(above)
        if role in {"by"}:
            role = "subject"
        above = grammar.tokens[above].head
        if grammar.tokens[above].pos == "NOUN" and not acts_at(grammar, above):
            above = grammar.tokens[above].head
    if not role or grammar.tokens[above].pos not in {"VERB", "NOUN"}:
        return
    if role == "subject" and grammar.passive(above) and token.dep == "nsubj":
        role = "object"
    lemma = grammar.lemma(above)
    if lemma in _EMPTY:
        return
    named = acts_at(grammar, above)
    for act in named:
        yield act.field or act.name, role
    if not named:
        yield stem(lemma), role


def _span(use: _Use) -> Span:
    return use.grammar.phrase(use.at)


_ASKED = {
    "vehicle": "What vehicle was it?",
    "weapon": "What weapon was used?",
    "relative": "Which relative was it?",
    "crime": "Which crime was it?",
}


def _question(group: str, names: Sequence[str]) -> str:
    return _ASKED.get(group, f"Which was it: {' or '.join(names).replace('_', ' ')}?")
