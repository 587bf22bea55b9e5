"""Take a clause apart: who does what to whom, where, when, why, and how far."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from asreported.lexicon.load import column, words
from asreported.model.document import Document
from asreported.model.labels import (
    ADNOMINAL_CLAUSES,
    ALL_SUBJECTS,
    AUXILIARIES,
    NOUN_SUBJECTS,
    OBJECT,
    PARTICLE,
    PASSIVE_AUXILIARY,
    PLACES,
    PREPOSITION_OBJECTS,
    TIMES,
    VERBS,
)
from asreported.model.statement import Filler, Slots
from asreported.statements.clauses.cuts import Cut, SentenceTree, between
from asreported.statements.clauses.mood import chain_of, is_negated, modality_of, phase_of

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_CAUSES = frozenset({"because", "due", "over", "amid", "for"})
# What hangs on a noun and is more than the noun phrase that fills a slot.
_TAIL = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "appos", "parataxis", "ccomp"})


@dataclass(slots=True)
class _Roles:
    """The words for each slot while they are gathered, by index."""

    agent: int | None = None
    patient: int | None = None
    passive: bool = False
    obliques: list[tuple[int, str]] = field(default_factory=list)
    time: set[int] = field(default_factory=set)
    place: set[int] = field(default_factory=set)
    cause: set[int] = field(default_factory=set)


def fill_slots(
    document: Document, grammar: SentenceTree, cut: Cut, heads: Collection[int]
) -> Slots:
    """Return what the clause says, taken apart.

    Args:
        document: The article.
        grammar: The sentence.
        cut: The clause.
        heads: The heads of all clauses of the sentence; what they govern fills their own slots.
    """
    chain = chain_of(grammar, cut.head)
    roles = _Roles()
    for here in chain:
        if here != cut.head:
            _hand_down(grammar, here, roles)
        _gather(grammar, here, heads, roles)
    _borrow(grammar, cut, roles)
    phrase = _Phrases(document, grammar)
    agent, patient = phrase.filler(roles.agent), phrase.filler(roles.patient)
    predicate = phrase.predicate(chain[-1])
    deed = _named_deed(grammar, chain[-1], roles)
    if deed is not None:
        predicate = Filler(predicate.span, deed)
    return Slots(
        agent=agent,
        predicate=predicate,
        patient=patient,
        obliques=tuple((prep, phrase.noun(i)) for i, prep in sorted(set(roles.obliques))),
        scope=phrase.words(between(grammar.scope, cut.first, cut.last)),
        time=phrase.nouns(roles.time),
        place=phrase.nouns(roles.place),
        cause=phrase.nouns(roles.cause),
        negated=is_negated(grammar, cut, chain),
        passive=roles.passive,
        phase=phase_of(grammar, chain),
        modality=modality_of(grammar, chain),
    )


def _hand_down(grammar: SentenceTree, here: int, roles: _Roles) -> None:
    """Give the subject its part in the lower verb: who "was told to go" goes."""
    if grammar.tokens[here].pos not in VERBS:
        return
    lower_is_passive = grammar.child(here, PASSIVE_AUXILIARY) is not None
    if roles.passive and not lower_is_passive:
        roles.agent, roles.patient, roles.passive = roles.patient, None, False
    elif lower_is_passive and not roles.passive:
        roles.agent, roles.patient, roles.passive = None, roles.agent, True


def _named_deed(grammar: SentenceTree, verb: int, roles: _Roles) -> str | None:
    """Return what is done where the verb is empty: "made an announcement" is to announce."""
    noun = roles.patient
    if (
        noun is None
        or roles.passive
        or grammar.tokens[verb].lemma not in words("light_verbs", kind="deed")
    ):
        return None
    return nominals().get(grammar.tokens[noun].lemma.lower())


@cache
def nominals() -> Mapping[str, str]:
    """Return the verb behind each noun that names a deed: "withdrawal" gives "withdraw"."""
    return column("nominals", "verb", key="noun")


def _gather(grammar: SentenceTree, here: int, heads: Collection[int], roles: _Roles) -> None:
    tokens = grammar.tokens
    for child in grammar.below[here]:
        token = tokens[child]
        if token.dep == "nsubj":
            roles.agent = child
        elif token.dep == "nsubjpass":
            roles.patient, roles.passive = child, True
        elif token.dep == "auxpass":
            roles.passive = True
        elif token.dep in ("dobj", "attr", "oprd") and roles.patient is None:
            roles.patient = child
            _gather_prepositions(grammar, child, heads, roles)
        elif token.dep == "agent":
            roles.agent = _object(grammar, child)
        elif token.dep in ("npadvmod", "advmod") and _is_time(grammar, child):
            roles.time.add(child)
        elif token.dep == "advcl" and child in heads and _is_cause(grammar, child):
            roles.cause.add(child)
    _gather_prepositions(grammar, here, heads, roles)


def _gather_prepositions(
    grammar: SentenceTree, here: int, heads: Collection[int], roles: _Roles
) -> None:
    tokens = grammar.tokens
    open_ = [
        c for c in grammar.below[here] if tokens[c].dep in ("prep", "dative") and c not in heads
    ]
    while open_:
        prep = open_.pop(0)
        noun = _object(grammar, prep)
        word = tokens[prep].text.lower()
        if noun is None:
            # "from inside the hall": the second preposition has the noun.
            open_.extend(c for c in grammar.below[prep] if tokens[c].dep == "prep")
            continue
        roles.obliques.append((noun, word))
        if _is_time(grammar, noun):
            roles.time.add(noun)
        elif word in _CAUSES and (word != "for" or tokens[noun].pos == "VERB"):
            roles.cause.add(noun)
        elif word in words("place_prepositions") and _is_place(grammar, noun):
            roles.place.add(noun)
        open_.extend(c for c in grammar.below[noun] if tokens[c].dep == "prep")


def _object(grammar: SentenceTree, prep: int) -> int | None:
    return grammar.child(prep, PREPOSITION_OBJECTS)


def _borrow(grammar: SentenceTree, cut: Cut, roles: _Roles) -> None:
    """Fill the subject that a clause leaves out with the one it is understood to have."""
    if cut.kind == "appos":
        roles.agent = grammar.tokens[cut.head].head
    elif cut.kind in ADNOMINAL_CLAUSES:
        _take_noun(grammar, cut, roles)
    elif cut.kind in ("conj", "advcl", "pcomp", "xcomp") and cut.upper is not None:
        _take_subject(grammar, cut, cut.upper, roles)


def _take_noun(grammar: SentenceTree, cut: Cut, roles: _Roles) -> None:
    """Give a clause that describes a noun the noun, for the part that it leaves out."""
    head = grammar.tokens[cut.head]
    above = head.head
    # "Reports that the dam was damaged" has a subject of its own, "the dam damaged in May" not.
    lacks = cut.kind == "acl" and grammar.child(cut.head, ALL_SUBJECTS) is None
    if lacks and head.tag == "VBN":
        roles.passive = True
        roles.patient = above
    elif lacks and roles.agent is None:
        roles.agent = above
    roles.agent = _antecedent(grammar, roles.agent, above)
    roles.patient = _antecedent(grammar, roles.patient, above)


def _take_subject(grammar: SentenceTree, cut: Cut, upper: Cut, roles: _Roles) -> None:
    """Give a clause without a subject that of the clause it hangs on, or whom that keeps away."""
    tokens = grammar.tokens
    head = tokens[cut.head]
    if head.tag == "VBN" and roles.agent is not None and not _has_auxiliary(grammar, cut.head):
        # "Two were killed and ten wounded": the auxiliary of the first serves the second.
        if _subject(grammar, upper)[1] and roles.patient is None:
            roles.passive, roles.patient, roles.agent = True, roles.agent, None
        return
    if (roles.patient if roles.passive else roles.agent) is not None:
        return
    if cut.kind == "pcomp" and tokens[head.head].lemma.lower() == "from":
        # "The rules keep the crew from leaving": the crew would leave.
        kept = grammar.child(tokens[head.head].head, OBJECT)
        if kept is not None:
            roles.agent = kept
            return
    subject, passive = _subject(grammar, upper)
    if subject is None:
        return
    if roles.passive or (head.tag == "VBN" and (passive or cut.kind == "advcl")):
        roles.passive, roles.patient = True, roles.patient or subject
    elif roles.agent is None:
        roles.agent = subject


def _has_auxiliary(grammar: SentenceTree, i: int) -> bool:
    return grammar.child(i, AUXILIARIES) is not None


def _subject(grammar: SentenceTree, cut: Cut) -> tuple[int | None, bool]:
    """Return the subject of a clause, its own or the one it borrows, and whether it is passive."""
    tokens = grammar.tokens
    here: Cut | None = cut
    while here is not None:
        for child in grammar.below[here.head]:
            if tokens[child].dep in NOUN_SUBJECTS:
                passive = tokens[child].dep == "nsubjpass"
                if tokens[child].text.lower() in _RELATIVE and here.kind == "relcl":
                    return tokens[here.head].head, passive
                return child, passive
        if here.kind in ADNOMINAL_CLAUSES:
            return tokens[here.head].head, tokens[here.head].tag == "VBN"
        here = here.upper if here.kind in ("conj", "advcl", "pcomp") else None
    return None, False


def _antecedent(grammar: SentenceTree, filler: int | None, noun: int) -> int | None:
    if filler is not None and grammar.tokens[filler].text.lower() in _RELATIVE:
        return noun
    return filler


def _is_time(grammar: SentenceTree, i: int) -> bool:
    token = grammar.tokens[i]
    return token.entity in TIMES or token.lemma.lower() in words("times")


def _is_place(grammar: SentenceTree, i: int) -> bool:
    token = grammar.tokens[i]
    if token.entity or token.pos == "PROPN":
        return token.entity in PLACES or token.pos == "PROPN"
    return token.lemma.lower() in words("place_nouns")


def _is_cause(grammar: SentenceTree, i: int) -> bool:
    tokens = grammar.tokens
    return any(
        tokens[c].dep == "mark" and tokens[c].text.lower() in ("because", "since")
        for c in grammar.below[i]
    )


class _Phrases:
    """Turns indices of words into fillers."""

    def __init__(self, document: Document, grammar: SentenceTree) -> None:
        self._document = document
        self._grammar = grammar

    def filler(self, i: int | None) -> Filler | None:
        """Return the noun phrase of ``i``."""
        return self.noun(i) if i is not None else None

    def noun(self, i: int) -> Filler:
        """Return the words of ``i`` without relative clauses and what is joined to it."""
        grammar, tokens = self._grammar, self._grammar.tokens
        first = last = i
        open_ = [i]
        while open_:
            j = open_.pop()
            for child in grammar.below[j]:
                if tokens[child].dep not in _TAIL and (child > i or tokens[i].pos not in VERBS):
                    first, last = min(first, child), max(last, child)
                    open_.append(child)
        span = self._document.span(tokens[first].start, tokens[last].end)
        return Filler(span, _dictionary_form(grammar, _of_what(grammar, i)))

    def nouns(self, indices: Collection[int]) -> tuple[Filler, ...]:
        """Return the noun phrases of ``indices`` in text order."""
        return tuple(self.noun(i) for i in sorted(indices))

    def words(self, indices: Iterable[int]) -> tuple[Filler, ...]:
        """Return single words."""
        tokens = self._grammar.tokens
        return tuple(
            Filler(
                self._document.span(tokens[i].start, tokens[i].end),
                _dictionary_form(self._grammar, i),
            )
            for i in indices
        )

    def predicate(self, i: int) -> Filler:
        """Return the verb with its particle ("carry out"), or the word said of the subject."""
        grammar, tokens = self._grammar, self._grammar.tokens
        particle = grammar.child(i, PARTICLE)
        head = _dictionary_form(grammar, i)
        last = i
        if particle is not None and particle > i:
            head, last = f"{head} {tokens[particle].text.lower()}", particle
        return Filler(self._document.span(tokens[i].start, tokens[last].end), head)


def _of_what(grammar: SentenceTree, i: int) -> int:
    """Return the noun that a word of quantity counts: "most of the troops" is about troops."""
    tokens = grammar.tokens
    for _ in range(3):
        if tokens[i].lemma.lower() not in words("partitives") and tokens[i].pos != "NUM":
            break
        of = next((c for c in grammar.below[i] if tokens[c].text.lower() == "of"), None)
        noun = _object(grammar, of) if of is not None else None
        if noun is None:
            break
        i = noun
    return i


def _dictionary_form(grammar: SentenceTree, i: int) -> str:
    token = grammar.tokens[i]
    return (token.text if token.pos == "PROPN" else token.lemma).lower()
