"""Find clauses that tell one act of different doers: who pulled the alarm.

Two like clauses have one predicate and other words in common; its subject is one noun here and
another there. That is a difference where both name or describe on equal terms (two names, two kinds
of people) and no account gives both. What is done and where has too many names to be asked so: of
sixteen things that differed in stories nobody had annotated, fifteen were one thing in other words.
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

_LIKELY = 0.4  # How likely two clauses say the same (see `Judgement`) for their doers to be rivals.
_MOST = 12  # Subjects that an account gives one verb: of more, none answers a question.
_SHORT = 70  # Characters from predicate to doer for both to be one answer.
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
    | {"year", "incident", "event", "state", "country", "city", "town", "world", "side", "today"}
)


@dataclass(frozen=True, slots=True)
class _Doer:
    """The subject of a predicate. ``key`` is what it means, ``named`` the type of a name."""

    grammar: Grammar
    at: int
    governor: int
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


def find_substitute_disputes(
    grammars: Sequence[Grammar],
    judged: Judgement,
    bearers: Mapping[str, Bearers],
) -> Iterator[Dispute]:
    """Yield a dispute for each predicate that like clauses tell of different doers."""
    told: dict[str, list[_Doer]] = defaultdict(list)
    for grammar in grammars:
        for act, doer in _doers(grammar, bearers[grammar.document]):
            told[act].append(doer)
    rivals = {act: list(_rivals(told[act])) for act in sorted(told)}
    if not any(rivals.values()):
        return
    near = _Near(judged, bearers)
    for act in sorted(rivals):
        sides: dict[str, list[_Doer]] = defaultdict(list)
        for x, y in rivals[act]:
            if near.tell_one(x, y):
                for doer in (x, y):
                    if doer not in sides[doer.key]:
                        sides[doer.key].append(doer)
        dispute = _dispute(sides) if sides else None
        if dispute:
            yield dispute


def _doers(grammar: Grammar, bearers: Bearers) -> Iterator[tuple[str, _Doer]]:
    """Yield the subjects of verbs that say something, each with what the verb means."""
    for at, token in enumerate(grammar.tokens):
        if token.pos not in _NOUNS or token.entity in _COUNTED:
            continue
        governor = _governor(grammar, at)
        if grammar.tokens[governor].pos != "VERB" or grammar.lemma(governor) in _LIGHT:
            continue
        bearer = bearers.at.get(at)
        named = bearer.entity.type if bearer is not None else ""
        if not named and token.pos == "PROPN":
            named = "other"
        key = _key(grammar, at, bearers)
        yield _key(grammar, governor, bearers), _Doer(grammar, at, governor, key, named)


def _key(grammar: Grammar, at: int, bearers: Bearers) -> str:
    """Return the entity of a name, else what the word means."""
    bearer = bearers.at.get(at)
    if bearer is not None:
        return f"entity {bearer.entity.id}"
    return concept(grammar.lemma(at), grammar.tokens[at].pos)


def _governor(grammar: Grammar, at: int) -> int:
    """Return the predicate that a noun is the doer of, the noun itself where of none."""
    token = grammar.tokens[at]
    if token.dep == "nsubj":
        return token.head
    if token.dep == "pobj" and grammar.tokens[token.head].dep == "agent":
        return grammar.tokens[token.head].head
    return at


def _rivals(doers: Sequence[_Doer]) -> Iterator[tuple[_Doer, _Doer]]:
    """Yield the pairs of accounts' doers of one place that neither account has both of."""
    known: dict[str, set[str]] = defaultdict(set)
    for doer in doers:
        known[doer.document].add(doer.key)
    kept = [doer for doer in doers if len(known[doer.document]) <= _MOST]
    worded = [_Worded(doer) for doer in kept]
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

    def tell_one(self, x: _Doer, y: _Doer) -> bool:
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
    """What the words of a doer are, asked once: a doer is compared with many others."""

    def __init__(self, doer: _Doer) -> None:
        grammar, at = doer.grammar, doer.at
        self.lemma = grammar.lemma(at)
        before = grammar.lemma(at - 1) if at and grammar.tokens[at - 1].dep == "compound" else ""
        self.heads = (self.lemma, before + self.lemma)
        self.handle = any(grammar.tokens[i].text[:1] in "#@" for i in (at, max(0, at - 1)))
        self.content = _content(doer)


def _are_rivals(x: _Doer, y: _Doer, worded: tuple[_Worded, _Worded]) -> bool:
    """Return whether both name persons or both say what sort of person, and not the same."""
    if any(each.handle for each in worded):
        return False  # Whose a handle is, only its letters tell.
    if bool(x.named) != bool(y.named) or _spelt_alike(*worded):
        return False
    first, second = (each.content for each in worded)
    if x.named:
        return x.named == y.named == "person" and not first & second
    one, two = (each.lemma for each in worded)
    sorts = kinds().get(one, one), kinds().get(two, two)
    if {one, two, *sorts} & _VAGUE or {one, two} & words("wide_nouns"):
        return False
    if stem(one) in second or stem(two) in first or sorts[0] == sorts[1]:
        return False
    return {one, two} <= _people()


@cache
def _people() -> frozenset[str]:
    return words("speaker_nouns", "noun", kind="person") | kinds().keys()


def _spelt_alike(x: _Worded, y: _Worded) -> bool:
    """Return whether the heads are spellings of one word: "cell mate" and "cellmate"."""
    return any(fuzz.ratio(one, two) >= _SAME_NAME for one in x.heads for two in y.heads)


def _content(doer: _Doer) -> frozenset[str]:
    """Return the words of the noun phrase in dictionary form."""
    grammar = doer.grammar
    span = grammar.phrase(doer.at)
    return frozenset(
        stem(grammar.lemma(at))
        for at in grammar.below(doer.at)
        if grammar.tokens[at].start < span.end and grammar.tokens[at].pos in _CARRYING
    )


def _dispute(sides: Mapping[str, list[_Doer]]) -> Dispute | None:
    listed = [sides[key] for key in sorted(sides)]
    lead = min((f for side in listed for f in side), key=lambda f: (len(_words(f)), f.at))
    return make_dispute(
        "agent",
        "difference",
        f"Who “{lead.grammar.words(_deed(lead))}”?",
        [[_answer(doer) for doer in side] for side in listed],
        " or ".join(side[0].grammar.words(_words(side[0])) for side in listed),
        0.55,
    )


def _words(doer: _Doer) -> Span:
    phrase = doer.grammar.phrase(doer.at)
    return phrase if len(phrase) <= 80 else doer.grammar.span(doer.at, doer.at)


def _answer(doer: _Doer) -> Span:
    """Return the words from predicate to doer where these are near, else the doer's."""
    words_of_doer, verb = _words(doer), doer.grammar.span(doer.governor, doer.governor)
    first, last = min(words_of_doer.start, verb.start), max(words_of_doer.end, verb.end)
    return Span(verb.document, first, last) if last - first <= _SHORT else words_of_doer


def _deed(lead: _Doer) -> Span:
    """Return the predicate from its first auxiliary to its object, else to its last phrase."""
    grammar, at = lead.grammar, lead.governor
    patient = grammar.patient(at)
    whole = grammar.predicate_phrase(at)
    if patient is None or patient < at:
        return whole
    return Span(whole.document, whole.start, min(whole.end, grammar.phrase(patient).end))
