"""Find clauses that tell one act of different doers: who pulled the alarm.

Two like clauses have one predicate and other words in common; its subject is one noun here and
another there. That is a difference where both name or describe on equal terms (two names, two kinds
of people) and no account gives both. What is done and where has too many names to be asked so: of
sixteen things that differed in stories nobody had annotated, fifteen were one thing in other words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from asreported.alignment.accounts.acts import concept, kinds, may_be_one_person, stem
from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.deeds import is_apart
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.accounts.roles import BEFALLING, noun_concepts
from asreported.alignment.accounts.whens import days_told, other_days
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.judgement import Judgement
from asreported.lexicon.load import words
from asreported.model.comparison import SLIGHT
from asreported.model.labels import NOUNS, PAST, PLACES
from asreported.model.span import Span

_LIKELY = 0.4  # How likely two clauses say the same (see `Judgement`) for their doers to be rivals.
_MOST = 12  # Subjects that an account gives one verb: of more, none answers a question.
_SHORT = 70  # Characters from predicate to doer for both to be one answer.
_PHRASE = 80  # Characters of a doer that is shown with all that is said of him.
_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_LIGHT = words("light_verbs", kind="empty") | words("light_verbs", kind="wide")
_OBJECTS = frozenset({"for", "against", "of", "from", "with"})
"""Prepositions of what an act is done to; others mostly tell where and when."""
_COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
# Nouns that may stand for any other of their kind: "people" for "protesters", "area" for a town.
_VAGUE = words("word_classes", kind="stand_in")


@dataclass(frozen=True, eq=False)
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

    @property
    def lemma(self) -> str:
        """Return the noun in dictionary form."""
        return self.grammar.lemma(self.at)

    @property
    def is_handle(self) -> bool:
        """Return whether it is somebody's name or a topic on a network: "@ann", "#reyes"."""
        near = (self.at, max(0, self.at - 1))
        return any(self.grammar.tokens[at].text[:1] in "#@" for at in near)

    @cached_property
    def heads(self) -> tuple[str, str]:
        """Return the noun, and the same with the noun before it: "mate", "cellmate"."""
        before = self.at - 1
        joined = self.at and self.grammar.tokens[before].dep == "compound"
        return self.lemma, (self.grammar.lemma(before) if joined else "") + self.lemma

    @cached_property
    def content(self) -> frozenset[str]:
        """Return the stems of the words of the noun phrase."""
        grammar, end = self.grammar, self.grammar.phrase(self.at).end
        return frozenset(
            stem(grammar.lemma(at))
            for at in grammar.below(self.at)
            if grammar.starts[at] < end and grammar.tokens[at].pos in _CARRYING
        )


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
    rivals = _rivals(told, judged, _Clauses(grammars, judged, bearers))
    for act in sorted(rivals):
        sides: dict[str, list[_Doer]] = defaultdict(list)
        for numbers in sorted(rivals[act]):
            x, y = (told[act][number] for number in numbers)
            if _are_rivals(x, y) and _tell_one(x, y):
                for doer in (x, y):
                    if doer not in sides[doer.key]:
                        sides[doer.key].append(doer)
        if sides:
            yield from _dispute(sides)


def _doers(grammar: Grammar, bearers: Bearers) -> Iterator[tuple[str, _Doer]]:
    """Yield the subjects of verbs that say something, each with what the verb means."""
    given = _given_names(bearers)
    for at, token in enumerate(grammar.tokens):
        if token.pos not in NOUNS or token.entity in _COUNTED:
            continue
        governor = _governor(grammar, at)
        if grammar.tokens[governor].pos != "VERB" or grammar.lemma(governor) in _LIGHT:
            continue
        if is_apart(grammar, governor):
            continue  # Who signed another treaty, years ago.
        if grammar.lemma(governor) in _shared_words() or _is_undergone(grammar, governor):
            continue
        bearer = bearers.at.get(at)
        named = bearer.entity.type if bearer is not None else ""
        if bearer is not None and bearer.entity.name in given:
            continue  # "Ada" may be Ada Byron, whom the others call Byron.
        if not named and token.pos == "PROPN":
            named = "other"
        key = _key(grammar, at, bearers)
        yield _key(grammar, governor, bearers), _Doer(grammar, at, governor, key, named)


def _given_names(bearers: Bearers) -> set[str]:
    """Return the first names of those who are named in full in the account."""
    people = (bearer.entity.name for bearer in bearers.listed if bearer.entity.type == "person")
    return {name.split()[0] for name in people if " " in name}


@cache
def _shared_words() -> frozenset[str]:
    """Return the verbs of what many may say: that each account names one is no difference."""
    by_one = (words("reporting_verbs", "verb", kind=kind) for kind in ("ordered", "showed"))
    return words("reporting_verbs", "verb").difference(*by_one)


def _is_undergone(grammar: Grammar, verb: int) -> bool:
    """Return whether the subject does nothing: "children died", "Girl shot" in a headline."""
    if grammar.lemma(verb) in BEFALLING:
        return True
    past = grammar.tokens[verb].tag in PAST and grammar.patient(verb) is None
    return past and grammar.kind(verb) == "headline"


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


def _rivals(
    told: Mapping[str, Sequence[_Doer]], judged: Judgement, clauses: "_Clauses"
) -> dict[str, set[tuple[int, int]]]:
    """Return, by act, the numbers of two doers of it in clauses that likely say the same.

    Neither account tells the act of the other's doer, nor has either clause the other's.
    """
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for act, doers in told.items():
        for doer in doers:
            known[act, doer.document].add(doer.key)
    held = _held(told, known, judged)
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for (a, b), chance in judged.likely.items():
        if chance < _LIKELY or a not in held or b not in held:
            continue
        for act in held[a].keys() & held[b].keys():
            for one, other in product(held[a][act], held[b][act]):
                x, y = told[act][one], told[act][other]
                if x.key in known[act, y.document] or y.key in known[act, x.document]:
                    continue
                if clauses.differ(a, b, x.key, y.key):
                    found[act].add((min(one, other), max(one, other)))
    return found


def _held(
    told: Mapping[str, Sequence[_Doer]],
    known: Mapping[tuple[str, str], set[str]],
    judged: Judgement,
) -> dict[int, dict[str, list[int]]]:
    """Return, by clause and act, the numbers of the doers that stand in it with their predicate."""
    held: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for act, doers in told.items():
        if len({doer.document for doer in doers}) < 2:
            continue
        for number, doer in enumerate(doers):
            if len(known[act, doer.document]) <= _MOST:
                for unit in judged.around(doer.with_governor):
                    held[unit][act].append(number)
    return held


class _Clauses:
    """What the words of each clause mean, worked out where it is asked for."""

    def __init__(
        self, grammars: Sequence[Grammar], judged: Judgement, bearers: Mapping[str, Bearers]
    ) -> None:
        self._grammars = {grammar.document: grammar for grammar in grammars}
        self._units, self._bearers = judged.units, bearers
        self._known: dict[int, frozenset[str]] = {}

    def differ(self, a: int, b: int, mine: str, theirs: str) -> bool:
        """Return whether both share two words, ``mine`` is in ``a`` alone, ``theirs`` in ``b``."""
        one, other = self._keys(a), self._keys(b)
        return mine not in other and theirs not in one and len(one & other) > 1

    def _keys(self, number: int) -> frozenset[str]:
        if number not in self._known:
            unit = self._units[number]
            grammar, bearers = self._grammars[unit.document], self._bearers[unit.document]
            self._known[number] = frozenset(
                _key(grammar, at, bearers)
                for at in grammar.within(unit.clause.span)
                if grammar.tokens[at].pos in _CARRYING and grammar.lemma(at) not in _LIGHT
            )
        return self._known[number]


def _tell_one(x: _Doer, y: _Doer) -> bool:
    """Return whether both do it or do not, and to what has a word in common where both say it."""
    if x.grammar.negated(x.governor) != y.grammar.negated(y.governor):
        return False
    if other_days(*(days_told(doer.grammar, doer.governor) for doer in (x, y))):
        return False
    mine, theirs = _whereto(x), _whereto(y)
    if _other_places(x, y):
        return False
    amounts = _amounts(x), _amounts(y)
    if all(amounts) and not amounts[0] & amounts[1]:
        return False  # Ann raised $3 million and Bo $5 million.
    return all(mine[role] & theirs[role] for role in mine.keys() & theirs.keys())


def _other_places(x: _Doer, y: _Doer) -> bool:
    """Return whether both are told to be at named places, and at none of the other's."""
    places = [
        {
            doer.grammar.lemma(noun)
            for _, noun in doer.grammar.fillers(doer.governor)
            if doer.grammar.tokens[noun].entity in PLACES
        }
        for doer in (x, y)
    ]
    return bool(places[0] and places[1]) and not places[0] & places[1]


def _amounts(doer: _Doer) -> frozenset[str]:
    """Return the numbers in what it is done to."""
    grammar, patient = doer.grammar, doer.grammar.patient(doer.governor)
    below = grammar.below(patient) if patient is not None else []
    scales = words("number_words", role="scale")
    listed = (grammar.tokens[at] for at in below)
    return frozenset(t.text for t in listed if t.tag == "CD" and t.text.lower() not in scales)


def _whereto(doer: _Doer) -> dict[str, frozenset[str]]:
    """Return by role ("" for the object, else a preposition) to what or whom it is done."""
    grammar = doer.grammar
    patient = noun_concepts(grammar, grammar.patient(doer.governor))
    found = {"": patient} if patient else {}
    for preposition, noun in grammar.fillers(doer.governor):
        concepts = noun_concepts(grammar, noun)
        if concepts and preposition in _OBJECTS:
            found[preposition] = found.get(preposition, frozenset()) | concepts
    return found


def _are_rivals(x: _Doer, y: _Doer) -> bool:
    """Return whether both name persons or both say what sort of person, and not the same."""
    if x.is_handle or y.is_handle:
        return False  # Whose a handle is, only its letters tell.
    if bool(x.named) != bool(y.named) or _spelt_alike(x, y):
        return False
    first, second = x.content, y.content
    if x.named:
        return x.named == y.named == "person" and not first & second
    if first & second:
        return False  # "An attorney for Reed" may be one of "Reed's lawyers".
    one, two = x.lemma, y.lemma
    sorts = kinds().get(one, one), kinds().get(two, two)
    if {one, two, *sorts} & _VAGUE or {one, two} & words("wide_nouns"):
        return False
    return not may_be_one_person(*sorts) and {one, two} <= _people()


@cache
def _people() -> frozenset[str]:
    return words("speaker_nouns", "noun", kind="person") | kinds().keys()


def _spelt_alike(x: _Doer, y: _Doer) -> bool:
    """Return whether the heads are spellings of one word: "cell mate" and "cellmate"."""
    return any(spelt_alike(one, two) for one in x.heads for two in y.heads)


def _dispute(sides: Mapping[str, list[_Doer]]) -> Iterator[Dispute]:
    listed = [sides[key] for key in sorted(sides)]
    lead = min((f for side in listed for f in side), key=lambda f: (len(_words(f)), f.at))
    yield from disputed(
        "agent",
        "difference",
        f"Who “{lead.grammar.words(_deed(lead))}”?",
        [[_answer(doer) for doer in side] for side in listed],
        " or ".join(side[0].grammar.words(_words(side[0])) for side in listed),
        SLIGHT,
    )


def _words(doer: _Doer) -> Span:
    return first_short(_PHRASE, doer.grammar.phrase(doer.at), doer.grammar.span(doer.at, doer.at))


def _answer(doer: _Doer) -> Span:
    """Return the words from predicate to doer where these are near, else the doer's."""
    words_of_doer, verb = _words(doer), doer.grammar.span(doer.governor, doer.governor)
    return first_short(_SHORT, verb.joined(words_of_doer), words_of_doer)


def _deed(lead: _Doer) -> Span:
    """Return the predicate from its first auxiliary to its object, else to its last phrase."""
    grammar, at = lead.grammar, lead.governor
    patient = grammar.patient(at)
    whole = grammar.predicate_phrase(at)
    if patient is None or patient < at:
        return whole
    return Span(whole.document, whole.start, min(whole.end, grammar.phrase(patient).end))
