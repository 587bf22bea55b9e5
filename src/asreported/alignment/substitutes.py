"""Find clauses that tell one thing but for one slot: who pulled the alarm, what was stolen.

Two like clauses have one predicate and other words in common; in one role under that predicate
stands one noun here and another there. That is a difference where both nouns name or describe on
equal terms (two names, two kinds of things) and no account gives both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from asreported.alignment.acts import concept, kinds, stem
from asreported.alignment.bearers import Bearers, find_bearers
from asreported.alignment.candidates import Pair
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.alignment.points import judge_pairs
from asreported.alignment.profile import profile_units
from asreported.alignment.units import Unit
from asreported.lexicon.load import words
from asreported.model.span import Span
from asreported.model.statement import Entity

_LIKELY = (
    0.3  # Of clauses this likely to say the same (see `judge_pairs`), 0..1, a third differ so.
)
_LIKE = 0.3  # Likeness (see `Pair`) below which no such pair is that likely.
_SAME_NAME = 80  # Likeness of letters (0-100) from which two words are spellings of one.
_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# Verbs that take anything: what they are said of ties no two clauses together.
_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "go", "come", "get", "make", "take", "see", "give", "use"}
    | {"receive", "bring", "include", "expect", "report", "add", "contribute", "know", "think"}
    | {"want", "find", "ask", "call", "put", "show", "keep", "leave", "note", "write"}
)
_COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
# Nouns that may stand for any other of their kind: "people" for "protesters", "area" for a town.
_VAGUE = frozenset(
    {"person", "people", "man", "woman", "group", "thing", "place", "area", "one", "other", "part"}
    | {"number", "way", "time", "day", "member", "official", "authority", "scene", "site", "case"}
    | {"year", "incident", "event", "state", "country", "city", "town", "world", "side", "today"}
)


@dataclass(frozen=True, slots=True)
class _Filler:
    """A noun in a role of a predicate, with the words for both."""

    grammar: Grammar
    at: int
    governor: int
    role: str
    key: str
    named: str
    places: frozenset[str]

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.grammar.document


class _Account:
    """One account's tokens as they are compared."""

    def __init__(self, grammar: Grammar, bearers: Bearers) -> None:
        self.grammar = grammar
        self.bearers = bearers
        self.number = {token.start: at for at, token in enumerate(grammar.tokens)}
        self.known: dict[tuple[str, str], set[str]] = defaultdict(set)
        for at in range(len(grammar.tokens)):
            filler = self.filler(at)
            if filler is not None:
                self.known[self.key(filler.governor), filler.role].add(filler.key)

    def key(self, at: int) -> str:
        """Return the entity of a name, else what the word means."""
        bearer = self.bearers.at.get(at)
        if bearer is not None:
            return f"entity {bearer.entity.id}"
        return concept(self.grammar.lemma(at), self.grammar.tokens[at].pos)

    def filler(self, at: int) -> _Filler | None:
        """Return the noun in the role it has under a predicate, None for any other word."""
        token = self.grammar.tokens[at]
        role, governor = _role(self.grammar, at)
        if not role or token.pos not in _NOUNS or token.entity in _COUNTED:
            return None
        bearer = self.bearers.at.get(at)
        named = bearer.entity.type if bearer is not None else ""
        if not named and token.pos == "PROPN":
            named = "other"
        places = frozenset(
            self.bearers.at[each].entity.id
            for each in self.grammar.below(at)
            if each in self.bearers.at and self.bearers.at[each].entity.type == "place"
        )
        return _Filler(self.grammar, at, governor, role, self.key(at), named, places)


def _role(grammar: Grammar, at: int) -> tuple[str, int]:
    """Return the role of a noun and the predicate that it has it under; "" for none."""
    token = grammar.tokens[at]
    above = token.head
    if token.dep == "nsubj":
        return "subject", above
    if token.dep in {"dobj", "nsubjpass", "obj"}:
        return "object", above
    if token.dep == "pobj":
        if grammar.tokens[above].dep == "agent":
            return "subject", grammar.tokens[above].head
        return grammar.lemma(above), grammar.tokens[above].head
    return "", at


def find_substitute_disputes(
    grammars: Sequence[Grammar],
    units: Sequence[Unit],
    pairs: Sequence[Pair],
    entities: Sequence[Entity],
) -> Iterator[Dispute]:
    """Yield a dispute for each role under one predicate that like clauses fill otherwise."""
    accounts = {g.document: _Account(g, find_bearers(g, entities)) for g in grammars}
    near = []
    for pair in pairs:
        a, b = units[pair.a], units[pair.b]
        one, other = accounts[a.document], accounts[b.document]
        if pair.likeness >= _LIKE:
            near += [(pair, one, x, y) for x, y in _exchanged(one, a, other, b)]
    if not near:
        return
    likely = judge_pairs(pairs, units, profile_units(units))
    found: dict[tuple[str, str], dict[str, list[_Filler]]] = defaultdict(lambda: defaultdict(list))
    for pair, one, x, y in near:
        if likely.get((pair.a, pair.b), 0.0) >= _LIKELY:
            sides = found[one.key(x.governor), x.role]
            for filler in (x, y):
                if filler not in sides[filler.key]:
                    sides[filler.key].append(filler)
    for place in sorted(found):
        dispute = _dispute(found[place])
        if dispute:
            yield dispute


def _exchanged(
    one: _Account, a: Unit, other: _Account, b: Unit
) -> Iterator[tuple[_Filler, _Filler]]:
    """Yield the fillers of one role under one predicate that differ in two clauses."""
    mine, theirs = _keys(one, a), _keys(other, b)
    shared = set(mine.values()) & set(theirs.values())
    if len(shared) < 2:
        return
    left = [f for f in map(one.filler, mine) if f is not None and f.key not in shared]
    right = [f for f in map(other.filler, theirs) if f is not None and f.key not in shared]
    for x in left:
        for y in right:
            if x.role != y.role or one.key(x.governor) != other.key(y.governor):
                continue
            if x.governor not in mine or y.governor not in theirs:
                continue
            if x.grammar.tokens[x.governor].pos != "VERB":
                continue
            if x.key in other.known[other.key(y.governor), y.role]:
                continue
            if y.key in one.known[one.key(x.governor), x.role]:
                continue
            if _are_rivals(x, y):
                yield x, y


def _keys(account: _Account, unit: Unit) -> Mapping[int, str]:
    """Return what the words of the clause mean, by their place."""
    grammar = account.grammar
    places = (account.number[token.start] for token in unit.tokens)
    return {
        at: account.key(at)
        for at in places
        if grammar.tokens[at].pos in _CARRYING and grammar.lemma(at) not in _LIGHT
    }


def _are_rivals(x: _Filler, y: _Filler) -> bool:
    """Return whether both name or describe on equal terms, and not the same.

    What another word for a thing is and what another thing, no grammar tells. Persons who act are
    taken for two; of things only what is narrowed by one word, as two kinds of "propaganda".
    """
    if bool(x.named) != bool(y.named) or _spelt_alike(x, y):
        return False
    first, second = _content(x), _content(y)
    if x.named:
        return x.role == "subject" and x.named == y.named == "person" and not first & second
    one, two = x.grammar.lemma(x.at), y.grammar.lemma(y.at)
    if {one, two} & _VAGUE or {kinds().get(one, one), kinds().get(two, two)} & _VAGUE:
        return False
    if stem(one) in second or stem(two) in first:
        return False
    if x.role == "subject":
        people = words("speaker_nouns", "noun", kind="person") | kinds().keys()
        return one in people and two in people and kinds().get(one, one) != kinds().get(two, two)
    # "A hotel in Zell" and "homes in Osmar" are of two occasions.
    return bool(first & second) and (not (x.places and y.places) or bool(x.places & y.places))


def _spelt_alike(x: _Filler, y: _Filler) -> bool:
    """Return whether the heads are spellings of one word: "cell mate" and "cellmate"."""
    heads = []
    for filler in (x, y):
        grammar, at = filler.grammar, filler.at
        before = grammar.lemma(at - 1) if at and grammar.tokens[at - 1].dep == "compound" else ""
        heads.append((grammar.lemma(at), before + grammar.lemma(at)))
    return any(fuzz.ratio(one, two) >= _SAME_NAME for one in heads[0] for two in heads[1])


def _content(filler: _Filler) -> frozenset[str]:
    """Return the words of the noun phrase in dictionary form."""
    grammar = filler.grammar
    span = grammar.phrase(filler.at)
    return frozenset(
        stem(grammar.lemma(at))
        for at in grammar.below(filler.at)
        if grammar.tokens[at].start < span.end and grammar.tokens[at].pos in _CARRYING
    )


def _dispute(sides: Mapping[str, list[_Filler]]) -> Dispute | None:
    listed = [sides[key] for key in sorted(sides)]
    lead = min((f for side in listed for f in side), key=lambda f: (len(_words(f)), f.at))
    kind = "agent" if lead.role == "subject" else "wording"
    return make_dispute(
        kind,
        "difference",
        _question(lead),
        [[_words(filler) for filler in side] for side in listed],
        " or ".join(side[0].grammar.words(_words(side[0])) for side in listed),
        0.55,
    )


def _words(filler: _Filler) -> Span:
    phrase = filler.grammar.phrase(filler.at)
    return phrase if len(phrase) <= 80 else filler.grammar.span(filler.at, filler.at)


def _question(lead: _Filler) -> str:
    grammar = lead.grammar
    verb = grammar.tokens[lead.governor].text.lower()
    if lead.role == "subject":
        return f"Who “{grammar.words(_deed(lead))}”?"
    if lead.role == "object":
        return f"What was “{verb}”?" if grammar.passive(lead.governor) else f"“{verb}” what?"
    return f"“{verb} {lead.role}” what?"


def _deed(lead: _Filler) -> Span:
    """Return the predicate from its first auxiliary to its object, else to its last phrase."""
    grammar, at = lead.grammar, lead.governor
    patient = grammar.patient(at)
    whole = grammar.predicate_phrase(at)
    if patient is None or patient < at:
        return whole
    return Span(whole.document, whole.start, min(whole.end, grammar.phrase(patient).end))
