"""Take an account apart into relations: two words of which one says something of the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import verb_roles
from asreported.model.labels import PREDICATIVES, VERBS

_BETWEEN_NOUNS = frozenset({"amod", "compound", "nmod", "poss", "appos", "nummod", "acl", "relcl"})
_OF_VERBS = frozenset({"npadvmod", "advmod", "xcomp", "acomp", "oprd", "attr", "dobj", "advcl"})
_COPULAS = frozenset({"be", "become", "remain"})


class Relation(NamedTuple):
    """Token ``upper`` governs ``lower``; ``role`` says how.

    A role is ``agent patient mod is and`` or a preposition; ``mod`` only names, ``is`` tells.

    Both are indices of the parse, ``upper`` not necessarily before ``lower``.
    """

    upper: int
    lower: int
    role: str


def read_relations(grammar: Grammar, meanings: Sequence[str]) -> Iterator[Relation]:
    """Yield the relations between words that mean something, each pair of words once."""
    seen = set()
    for relation in _all(grammar):
        key = frozenset((relation.upper, relation.lower))
        one, two = meanings[relation.upper], meanings[relation.lower]
        if one and two and one != two and key not in seen:
            seen.add(key)
            yield relation


def _all(grammar: Grammar) -> Iterator[Relation]:
    for at, token in enumerate(grammar.tokens):
        if token.pos in VERBS:
            yield from _verb(grammar, at)
        elif token.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            yield from _noun(grammar, at)


def _verb(grammar: Grammar, at: int) -> Iterator[Relation]:
    agent, patient = verb_roles(grammar, at)
    if grammar.lemma(at) in _COPULAS:
        said = [c for c in grammar.children[at] if grammar.tokens[c].dep in PREDICATIVES]
        for c in said:
            if agent is not None:
                yield Relation(agent, c, "is")
            yield from (Relation(c, noun, p) for p, noun in grammar.fillers(at))
        return
    if agent is not None:
        yield Relation(at, agent, "agent")
    if patient is not None:
        yield Relation(at, patient, "patient")
        yield from (Relation(at, noun, f"{p}") for p, noun in grammar.fillers(patient))
    for c in grammar.children[at]:
        if grammar.tokens[c].dep in _OF_VERBS:
            yield Relation(at, c, "mod")
        if grammar.tokens[c].dep == "conj" and grammar.tokens[c].pos in VERBS:
            yield Relation(at, c, "and")
    for preposition, noun in grammar.fillers(at):
        yield Relation(at, noun, preposition)
        yield from _joined(grammar, at, noun, preposition)
        # "killed in an attack in Peru": the place of the attack is the place of the killing.
        yield from (Relation(at, deep, p) for p, deep in grammar.fillers(noun))


def _noun(grammar: Grammar, at: int) -> Iterator[Relation]:
    for c in grammar.children[at]:
        if grammar.tokens[c].dep in _BETWEEN_NOUNS:
            tells = grammar.tokens[c].dep in ("appos", "acl", "relcl")
            yield Relation(at, c, "is" if tells else "mod")
            if grammar.tokens[c].dep == "appos":
                yield from (Relation(at, noun, p) for p, noun in grammar.fillers(c))
        if grammar.tokens[c].dep == "conj" and grammar.tokens[c].pos == "PROPN":
            yield Relation(at, c, "and")
    for preposition, noun in grammar.fillers(at):
        yield Relation(at, noun, preposition)
        yield from _joined(grammar, at, noun, preposition)
        yield from (Relation(at, deep, p) for p, deep in grammar.fillers(noun))


def _joined(grammar: Grammar, at: int, noun: int, preposition: str) -> Iterator[Relation]:
    """Yield what is joined to the noun: "with a knife and a gun"."""
    for c in grammar.children[noun]:
        if grammar.tokens[c].dep == "conj":
            yield Relation(at, c, preposition)
