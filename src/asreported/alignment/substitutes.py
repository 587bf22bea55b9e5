"""Find clauses that tell one thing but for one slot: who pulled the alarm, what was stolen.

Two like clauses have one predicate and other words in common; in one role under that predicate
stands one noun here and another there. That is a difference where both nouns name or describe on
equal terms (two names, two kinds of things) and no account gives both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from asreported.alignment.acts import concept, kinds, stem
from asreported.alignment.bearers import Bearers
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.alignment.judgement import Judgement
from asreported.lexicon.load import words
from asreported.model.span import Span

# How likely two clauses say the same (see `Judgement`): below it, of thirty stories read, none that
# differed in one word so were of one thing.
_LIKELY = 0.4
_MOST = 12  # Fillers that an account gives one role of a verb: of more, none answers a question.
_SHORT = 70  # Characters from predicate to filler for both to be one answer.
_SAME_NAME = 80  # Likeness of letters (0-100) from which two words are spellings of one.
_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# Verbs that take anything: what they are said of ties no two clauses together.
_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "go", "come", "get", "make", "take", "see", "give", "use"}
    | {"receive", "bring", "include", "expect", "report", "add", "contribute", "know", "think"}
    | {"meet", "want", "find", "ask", "call", "put", "show", "keep", "leave", "note", "write"}
)
_COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
# Nouns that may stand for any other of their kind: "people" for "protesters", "area" for a town.
_VAGUE = frozenset(
    {"person", "people", "man", "woman", "group", "thing", "place", "area", "one", "other", "part"}
    | {"number", "way", "time", "day", "member", "official", "authority", "scene", "site", "case"}
    | {"responsibility"}
    | {"year", "incident", "event", "state", "country", "city", "town", "world", "side", "today"}
)


@dataclass(frozen=True, slots=True)
class _Filler:
    """A noun in a role of a predicate. ``key`` is what it means, ``named`` the type of a name."""

    grammar: Grammar
    bearers: Bearers
    at: int
    governor: int
    role: str
    key: str
    named: str

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.grammar.document

    @property
    def with_governor(self) -> Span:
        """Return the stretch from the noun to its predicate, either first."""
        return self.grammar.span(min(self.at, self.governor), max(self.at, self.governor))

    @property
    def places(self) -> frozenset[str]:
        """Return the places that the noun phrase names."""
        near = (self.bearers.at.get(each) for each in self.grammar.below(self.at))
        return frozenset(b.entity.id for b in near if b is not None and b.entity.type == "place")


def find_substitute_disputes(
    grammars: Sequence[Grammar],
    judged: Judgement,
    bearers: Mapping[str, Bearers],
) -> Iterator[Dispute]:
    """Yield a dispute for each role under one predicate that like clauses fill otherwise."""
    filled: dict[tuple[str, str], list[_Filler]] = defaultdict(list)
    for grammar in grammars:
        for place, filler in _fillers(grammar, bearers[grammar.document]):
            filled[place].append(filler)
    rivals = {place: list(_rivals(filled[place])) for place in sorted(filled)}
    if not any(rivals.values()):
        return
    near = _Near(judged, bearers)
    for place in sorted(rivals):
        sides: dict[str, list[_Filler]] = defaultdict(list)
        for x, y in rivals[place]:
            if near.tell_one(x, y):
                for filler in (x, y):
                    if filler not in sides[filler.key]:
                        sides[filler.key].append(filler)
        dispute = _dispute(sides) if sides else None
        if dispute:
            yield dispute


def _fillers(grammar: Grammar, bearers: Bearers) -> Iterator[tuple[tuple[str, str], _Filler]]:
    """Yield the nouns in a role under a verb that says something, by verb and role."""
    for at, token in enumerate(grammar.tokens):
        if token.pos not in _NOUNS or token.entity in _COUNTED:
            continue
        role, governor = _role(grammar, at)
        if not role or grammar.tokens[governor].pos != "VERB":
            continue
        if grammar.lemma(governor) in _LIGHT:
            continue
        bearer = bearers.at.get(at)
        named = bearer.entity.type if bearer is not None else ""
        if not named and token.pos == "PROPN":
            named = "other"
        key = _key(grammar, at, bearers)
        place = _key(grammar, governor, bearers), role
        yield place, _Filler(grammar, bearers, at, governor, role, key, named)


def _key(grammar: Grammar, at: int, bearers: Bearers) -> str:
    """Return the entity of a name, else what the word means."""
    bearer = bearers.at.get(at)
    if bearer is not None:
        return f"entity {bearer.entity.id}"
    return concept(grammar.lemma(at), grammar.tokens[at].pos)


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


def _rivals(fillers: Sequence[_Filler]) -> Iterator[tuple[_Filler, _Filler]]:
    """Yield the pairs of accounts' fillers of one place that neither account has both of."""
    known: dict[str, set[str]] = defaultdict(set)
    for filler in fillers:
        known[filler.document].add(filler.key)
    kept = [filler for filler in fillers if len(known[filler.document]) <= _MOST]
    worded = [_Worded(filler) for filler in kept]
    for number, x in enumerate(kept):
        for place, y in enumerate(kept[number + 1 :], start=number + 1):
            if x.document == y.document or x.key == y.key:
                continue
            known_to_both = x.key in known[y.document] or y.key in known[x.document]
            if not known_to_both and _are_rivals(x, y, (worded[number], worded[place])):
                yield x, y


class _Near:
    """Whether two words stand in clauses that likely say the same."""

    def __init__(self, judged: Judgement, bearers: Mapping[str, Bearers]) -> None:
        self._judged, self._bearers = judged, bearers

    def tell_one(self, x: _Filler, y: _Filler) -> bool:
        """Return whether both stand, with their verbs, in two such clauses, neither in both."""
        for a in self._judged.around(x.with_governor):
            for b in self._judged.around(y.with_governor):
                if self._judged.likely.get((min(a, b), max(a, b)), 0.0) < _LIKELY:
                    continue
                mine, theirs = self._keys(x.grammar, a), self._keys(y.grammar, b)
                if len(mine & theirs) > 1 and x.key not in theirs and y.key not in mine:
                    return True
        return False

    def _keys(self, grammar: Grammar, unit: int) -> set[str]:
        """Return what the words of a clause mean."""
        return {
            _key(grammar, at, self._bearers[grammar.document])
            for at in grammar.within(self._judged.units[unit].clause.span)
            if grammar.tokens[at].pos in _CARRYING and grammar.lemma(at) not in _LIGHT
        }


class _Worded:
    """What the words of a filler are, asked once: a filler is compared with many others."""

    def __init__(self, filler: _Filler) -> None:
        grammar, at = filler.grammar, filler.at
        self.lemma = grammar.lemma(at)
        before = grammar.lemma(at - 1) if at and grammar.tokens[at - 1].dep == "compound" else ""
        self.heads = (self.lemma, before + self.lemma)
        self.handle = any(grammar.tokens[i].text[:1] in "#@" for i in (at, max(0, at - 1)))
        self.content = _content(filler)
        self.narrowing = self.content - _owner(filler)


def _are_rivals(x: _Filler, y: _Filler, worded: tuple[_Worded, _Worded]) -> bool:
    """Return whether both name or describe on equal terms, and not the same.

    What another word for a thing is and what another thing, no grammar tells. Persons who act are
    taken for two; of things only what is narrowed by one word, as two kinds of "propaganda".
    """
    if any(each.handle for each in worded):
        return False  # Whose a handle is, only its letters tell.
    if bool(x.named) != bool(y.named) or _spelt_alike(*worded):
        return False
    first, second = (each.content for each in worded)
    if x.named:
        return x.role == "subject" and x.named == y.named == "person" and not first & second
    one, two = (each.lemma for each in worded)
    if {one, two} & (_VAGUE | words("wide_nouns")) or {
        kinds().get(one, one),
        kinds().get(two, two),
    } & _VAGUE:
        return False
    if any(word.startswith(stem(one)) or one.startswith(word) for word in second if word):
        return False  # "Her post as chairman" and "her chairmanship".
    if any(word.startswith(stem(two)) or two.startswith(word) for word in first if word):
        return False
    if x.role == "subject":
        people = _people()
        return one in people and two in people and kinds().get(one, one) != kinds().get(two, two)
    # "A hotel in Zell" and "homes in Osmar" are of two occasions.
    return bool(worded[0].narrowing & worded[1].narrowing) and (
        not (x.places and y.places) or bool(x.places & y.places)
    )


@cache
def _people() -> frozenset[str]:
    return words("speaker_nouns", "noun", kind="person") | kinds().keys()


def _spelt_alike(x: _Worded, y: _Worded) -> bool:
    """Return whether the heads are spellings of one word: "cell mate" and "cellmate"."""
    return any(fuzz.ratio(one, two) >= _SAME_NAME for one in x.heads for two in y.heads)


def _content(filler: _Filler) -> frozenset[str]:
    """Return the words of the noun phrase in dictionary form."""
    grammar = filler.grammar
    span = grammar.phrase(filler.at)
    return frozenset(
        stem(grammar.lemma(at))
        for at in grammar.below(filler.at)
        if grammar.tokens[at].start < span.end and grammar.tokens[at].pos in _CARRYING
    )


def _owner(filler: _Filler) -> frozenset[str]:
    """Return the words that tell whose or how many, or of which land: they narrow no kind."""
    grammar = filler.grammar
    return frozenset(
        stem(grammar.lemma(at))
        for at in grammar.below(filler.at)
        if grammar.tokens[at].dep in {"poss", "nummod"}
        or (grammar.tokens[at].dep == "amod" and grammar.tokens[at].entity == "NORP")
    )


def _dispute(sides: Mapping[str, list[_Filler]]) -> Dispute | None:
    listed = [sides[key] for key in sorted(sides)]
    lead = min((f for side in listed for f in side), key=lambda f: (len(_words(f)), f.at))
    kind = "agent" if lead.role == "subject" else "wording"
    return make_dispute(
        kind,
        "difference",
        _question(lead),
        [[_answer(filler) for filler in side] for side in listed],
        " or ".join(side[0].grammar.words(_words(side[0])) for side in listed),
        0.55,
    )


def _words(filler: _Filler) -> Span:
    phrase = filler.grammar.phrase(filler.at)
    return phrase if len(phrase) <= 80 else filler.grammar.span(filler.at, filler.at)


def _answer(filler: _Filler) -> Span:
    """Return the words from predicate to filler where these are near, else the filler's."""
    words_of_filler, verb = _words(filler), filler.grammar.span(filler.governor, filler.governor)
    first, last = min(words_of_filler.start, verb.start), max(words_of_filler.end, verb.end)
    return Span(verb.document, first, last) if last - first <= _SHORT else words_of_filler


def _question(lead: _Filler) -> str:
    grammar = lead.grammar
    verb = grammar.tokens[lead.governor].text.lower()
    if lead.role == "subject":
        return f"Who “{grammar.words(_deed(lead))}”?"
    if lead.role == "object":
        if grammar.passive(lead.governor):
            return f"What was “{verb}”?"
        agent = grammar.agent(lead.governor)
        if agent is None or grammar.tokens[agent].pos not in _NOUNS:
            return f"“{verb}” what?"
        who = grammar.words(grammar.phrase(agent))
        return f"What did {who} {grammar.lemma(lead.governor)}?"
    return f"“{verb} {lead.role}” what?"


def _deed(lead: _Filler) -> Span:
    """Return the predicate from its first auxiliary to its object, else to its last phrase."""
    grammar, at = lead.grammar, lead.governor
    patient = grammar.patient(at)
    whole = grammar.predicate_phrase(at)
    if patient is None or patient < at:
        return whole
    return Span(whole.document, whole.start, min(whole.end, grammar.phrase(patient).end))
