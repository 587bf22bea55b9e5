"""Find clauses that tell one act alike and fill one of its slots with another thing.

"Their friend pulled the alarm" and "the gunman pulled the alarm" are as like as two clauses can be
that do not say the same. The words of both are set against each other along the grammar: under two
words that are one (the act), the words in one role (its doer, its object, its place) that neither
clause shares are rivals for the slot.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from asreported.alignment.acts import Act, acts, kinds, stem
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.alignment.judgement import Judgement
from asreported.alignment.units import Unit
from asreported.lexicon.load import table, words
from asreported.model.span import Span

# Below it, half of the clauses so alike speak of other acts; at one they are copies.
_LIKE, _SAME = 0.53, 0.92
_SPELLED_ALIKE = 75  # Likeness of letters (0-100) from which two words are forms of one.
_SHORT = 70  # Characters from act to thing for both to be one answer.
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "PROPN"})
_LIGHT = frozenset({"be", "do", "carry", "launch", "begin", "start", "get", "see", "go"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})
_PLACED = frozenset({"in", "at", "on", "into", "onto", "near", "outside", "inside", "from", "to"})
_BODIES = frozenset(
    {"court", "army", "military", "police", "tribunal", "parliament", "ministry", "jury"}
    | {"prosecutor", "senate", "cabinet", "council", "commission"}
)
_KIND = {"subject": "agent", "object": "wording"}
_MASKED = re.compile(r"[-*_]{2,}|[^\w' -]")  # "bulls---"


@dataclass(frozen=True, slots=True)
class _Rivals:
    """Two fillers of one slot under one act; token numbers are of either grammar."""

    role: str
    act: tuple[int, int]
    filler: tuple[int, int]


def find_contrast_disputes(grammars: Sequence[Grammar], judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each slot that two like clauses fill with different things."""
    by_document = {grammar.document: grammar for grammar in grammars}
    filled = _filled(grammars)
    for pair, _ in judged.alike(_LIKE, lead=0):
        if pair.likeness >= _SAME:
            continue
        one, other = judged.units[pair.a], judged.units[pair.b]
        a, b = by_document[one.document], by_document[other.document]
        for rivals in _rivals(a, b, _words(a, one), _words(b, other)):
            if _excluded(a, b, rivals, filled):
                continue
            dispute = _dispute(a, b, rivals)
            if dispute:
                yield dispute


def _dispute(a: Grammar, b: Grammar, rivals: _Rivals) -> Dispute | None:
    spans = [
        _answer(grammar, rivals.act[side], rivals.filler[side])
        for side, grammar in enumerate((a, b))
    ]
    kind = _KIND.get(rivals.role, "place")
    names = [g.words(g.phrase(rivals.filler[i])) for i, g in enumerate((a, b))]
    dispute = make_dispute(
        kind,
        "difference",
        _question(a, rivals),
        [[spans[0]], [spans[1]]],
        f"clauses that tell much the same differ in one place: {names[0]}, {names[1]}",
        0.55,
    )
    about = f"{_key(a, rivals.act[0])} {rivals.role}"
    return replace(dispute, about=about) if dispute else None


def _question(grammar: Grammar, rivals: _Rivals) -> str:
    """Return a question for the slot, made of the other words of the clause."""
    at = rivals.act[0]
    act = grammar.tokens[at].text.lower()
    if rivals.role == "subject":
        patient = grammar.patient(at)
        told = f" {grammar.words(grammar.phrase(patient))}" if patient is not None else ""
        return f"Who or what {act}{told}?"
    if rivals.role != "object":
        return f"{act.capitalize()} {rivals.role} what?"
    agent = grammar.agent(at)
    if agent is None or grammar.tokens[agent].pos not in {"NOUN", "PROPN"} or grammar.passive(at):
        return f"What was it: {act}?" if not grammar.passive(at) else f"What was {act}?"
    return f"What did {grammar.words(grammar.phrase(agent))} {grammar.lemma(at)}?"


def _answer(grammar: Grammar, act: int, filler: int) -> Span:
    """Return the words from act to filler where these are near, else the filler's phrase."""
    phrase = grammar.phrase(filler)
    verb = grammar.span(act, act)
    first, last = min(phrase.start, verb.start), max(phrase.end, verb.end)
    return Span(grammar.document, first, last) if last - first <= _SHORT else phrase


def _rivals(
    a: Grammar, b: Grammar, mine: Mapping[str, list[int]], theirs: Mapping[str, list[int]]
) -> Iterator[_Rivals]:
    """Yield the fillers of one role under one act that neither clause has in common."""
    for key in sorted(mine.keys() & theirs.keys()):
        for x in mine[key]:
            for y in theirs[key]:
                here, there = list(_roles(a, x)), list(_roles(b, y))
                for role, noun in here:
                    for other_role, other in there:
                        if role != other_role or _key(a, noun) in theirs or _key(b, other) in mine:
                            continue
                        if _exclude_each_other(a, noun, b, other):
                            yield _Rivals(role, (x, y), (noun, other))


def _roles(grammar: Grammar, at: int) -> Iterator[tuple[str, int]]:
    """Yield (role, noun) of what a verb or noun of event governs."""
    if grammar.tokens[at].pos not in {"VERB", "NOUN"} or grammar.lemma(at) in _hollow():
        return
    verb = grammar.tokens[at].pos == "VERB"
    if not verb and not acts(nouns=True).get(grammar.lemma(at)):
        return
    for c in grammar.children[at]:
        dep = grammar.tokens[c].dep
        if dep in _OBJECTS or (dep == "nsubj" and grammar.passive(at)):
            yield "object", c
        elif dep in _SUBJECTS:
            yield "subject", c
    for preposition, noun in grammar.fillers(at):
        if preposition in _PLACED or preposition == "by":
            yield ("subject" if preposition == "by" else preposition), noun


def _exclude_each_other(a: Grammar, noun: int, b: Grammar, other: int) -> bool:
    """Return whether two nouns may be two things: no synonyms, no wider word, no figures."""
    x, y = a.lemma(noun), b.lemma(other)
    one, two = a.tokens[noun], b.tokens[other]
    if "PROPN" in (one.pos, two.pos):
        name, word = (one, y) if one.pos == "PROPN" else (two, x)
        return name.entity in {"GPE", "ORG"} and one.pos != two.pos and word in _BODIES
    if one.pos != "NOUN" or two.pos != "NOUN" or {one.entity, two.entity} & {"DATE", "TIME"}:
        return False
    if fuzz.ratio(x, y) >= _SPELLED_ALIKE or x in y or y in x:
        return False
    if any(_MASKED.search(t.text) or t.text[:2].isupper() for t in (one, two)):
        return False
    if {x, y} & _wide() or kinds().get(x, x) == kinds().get(y, y):
        return False
    return not {act.name for act in _named(x)} & {act.name for act in _named(y)}


def _named(lemma: str) -> tuple[Act, ...]:
    return acts(nouns=True).get(lemma, ())


@cache
def _hollow() -> frozenset[str]:
    """Return verbs that say nothing of their own, or only that something is said."""
    return words("light_verbs") | words("reporting_verbs", "verb", kind="said") | _LIGHT


@cache
def _wide() -> frozenset[str]:
    """Return nouns that may stand for many: of no size, of people, of any thing."""
    extents = frozenset(row["word"] for row in table("extents"))
    return extents | words("partitives") | words("wide_nouns")


def _excluded(
    a: Grammar, b: Grammar, rivals: _Rivals, filled: Mapping[str, frozenset[tuple[str, str, str]]]
) -> bool:
    """Return whether an account fills the slot with the other's word as well."""
    x, y = a.lemma(rivals.filler[0]), b.lemma(rivals.filler[1])
    mine, theirs = _key(a, rivals.act[0]), _key(b, rivals.act[1])
    return (mine, rivals.role, y) in filled[a.document] or (
        (theirs, rivals.role, x) in filled[b.document]
    )


def _filled(grammars: Sequence[Grammar]) -> dict[str, frozenset[tuple[str, str, str]]]:
    """Return, for each account, (act, role, noun) of every slot that it fills."""
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for grammar in grammars:
        for at in range(len(grammar.tokens)):
            for role, noun in _roles(grammar, at):
                found[grammar.document].add((_key(grammar, at), role, grammar.lemma(noun)))
    return {grammar.document: frozenset(found[grammar.document]) for grammar in grammars}


def _words(grammar: Grammar, unit: Unit) -> dict[str, list[int]]:
    """Return the positions of each word of content in the clause, by what it stands for."""
    starts = {token.start for token in unit.tokens}
    found: dict[str, list[int]] = defaultdict(list)
    for at in _between(grammar, unit.clause.span):
        token = grammar.tokens[at]
        if token.start in starts and token.pos in _CONTENT:
            found[_key(grammar, at)].append(at)
    return dict(found)


def _between(grammar: Grammar, span: Span) -> range:
    first = bisect_left(grammar.tokens, span.start, key=lambda token: token.start)
    return range(first, bisect_left(grammar.tokens, span.end, key=lambda token: token.start))


def _key(grammar: Grammar, at: int) -> str:
    """Return what stands for the word: the act it names, else its stem."""
    lemma = grammar.lemma(at)
    named = acts(nouns=grammar.tokens[at].pos != "VERB").get(lemma)
    if named and grammar.tokens[at].pos != "PROPN":
        return named[0].name
    return kinds().get(lemma) or stem(lemma)
