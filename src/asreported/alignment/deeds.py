"""List the deeds an account tells: which act, by whom, to whom, when it is another occasion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from asreported.alignment.acts import Act, acts_at, concept, kind_at, stem
from asreported.alignment.grammar import Grammar
from asreported.lexicon.load import words
from asreported.model.span import Span

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_EARLIER = re.compile(
    r"\b(?:last (?:year|decade)|years? ago|previous(?:ly)?|earlier (?:attack|crash)"
    r"|a year|each year|every year|annual(?:ly)?|per (?:year|day|cent)|history|average)\b",
    re.IGNORECASE,
)
COUNTS = frozenset(
    {"pair", "couple", "duo", "trio", "number", "dozen", "group", "series", "hundred"}
)
"""Nouns that count what "of" names."""

# Verbs that say too little to be a deed of their own.
_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "make", "get", "go", "come", "take", "add", "see", "know"}
)
_UNREAL = frozenset({"to", "would", "could", "may", "might", "should", "can", "must"})
_NEAR = 120  # Characters: deed and noun within that are quoted together.
_PHRASE = 4  # Words of a phrase of time, as "in the past year" or "two years ago".
_CLIMB = 8  # Words from a deed upwards: "since 1959, when two died" tells of 1959.
_DENYING = frozenset({"deny", "refuse", "fail", "avoid", "dispute"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One telling of an act. ``agent`` and ``patient`` are token numbers; ``apart`` = elsewhen."""

    grammar: Grammar
    at: int
    act: Act
    agent: int | None
    patient: int | None
    negated: bool
    hedged: bool
    apart: bool

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.grammar.document

    @property
    def span(self) -> Span:
        """Return the tight words: what was done, without who did it."""
        return self.grammar.predicate_phrase(self.at)

    def with_noun(self, noun: int) -> Span:
        """Return the words from the deed to ``noun``, either first; the deed alone if far apart."""
        own, other = self.span, self.grammar.phrase(noun)
        first, last = min(own.start, other.start), max(own.end, other.end)
        return Span(own.document, first, last) if last - first <= _NEAR else own

    @property
    def patient_kind(self) -> str:
        """Return the kind of the patient, "" where there is none."""
        return kind_at(self.grammar, self.patient) if self.patient is not None else ""

    @property
    def agent_kind(self) -> str:
        """Return the kind of the agent, "" where there is none."""
        return kind_at(self.grammar, self.agent) if self.agent is not None else ""

    @property
    def patient_concepts(self) -> frozenset[str]:
        """Return the concepts of the patient's words."""
        return noun_concepts(self.grammar, self.patient)

    @property
    def agent_concepts(self) -> frozenset[str]:
        """Return the concepts of the agent's words."""
        return noun_concepts(self.grammar, self.agent)


def noun_concepts(grammar: Grammar, at: int | None) -> frozenset[str]:
    """Return the concepts of a noun phrase's content words; none for a pronoun."""
    if at is None or grammar.tokens[at].pos == "PRON":
        return frozenset()
    found = set()
    for each in grammar.below(at, {"relcl", "acl", "appos", "advcl"}):
        if grammar.tokens[each].pos in {"NOUN", "PROPN", "ADJ"}:
            found.add(concept(grammar.lemma(each)))
    return frozenset(found)


def read_deeds(grammar: Grammar) -> Iterator[Deed]:
    """Yield the deeds of one account in text order, told by verbs and by nouns of event."""
    for at, token in enumerate(grammar.tokens):
        if token.dep == "prep" or (
            token.pos not in {"VERB", "NOUN"} and token.tag not in {"VBN", "VBD", "VBG"}
        ):
            continue
        verb = token.pos == "VERB" or token.tag.startswith("VB")
        named = acts_at(grammar, at)
        if not named and verb and token.pos == "VERB" and grammar.lemma(at) not in _LIGHT:
            named = (Act(stem(grammar.lemma(at)), "", False),)
        agent, patient = _verb_roles(grammar, at) if verb else _noun_roles(grammar, at)
        for act in named:
            yield Deed(
                grammar,
                at,
                act,
                agent,
                patient,
                grammar.negated(at) or _denied(grammar, at),
                is_hedged(grammar, at),
                is_apart(grammar, at),
            )


def _verb_roles(grammar: Grammar, at: int) -> tuple[int | None, int | None]:
    agent, patient = grammar.agent(at), grammar.patient(at)
    if patient is None and not grammar.passive(at):
        # "pushing and slapping the soldiers": the last of the verbs holds the object of all.
        for c in grammar.children[at]:
            if grammar.tokens[c].dep == "conj":
                patient = patient or grammar.patient(c) or _verb_roles(grammar, c)[1]
    if patient is not None and grammar.tokens[patient].text.lower() in {"who", "that", "which"}:
        above = grammar.tokens[at].head
        patient = above if grammar.tokens[at].dep == "relcl" else None
    patient = _antecedent(grammar, patient, at)
    return _antecedent(grammar, agent, at), _counted(grammar, patient)


def _counted(grammar: Grammar, noun: int | None) -> int | None:
    """Return the soldiers of "a pair of soldiers"."""
    of = grammar.child(noun, "prep") if noun is not None else None
    if noun is None or of is None or grammar.lemma(noun) not in COUNTS:
        return noun
    return grammar.child(of, "pobj") or noun


def _antecedent(grammar: Grammar, noun: int | None, at: int) -> int | None:
    """Return the subject of the governing clause for a pronoun in "X denied that he knew"."""
    token = grammar.tokens[at]
    if noun is None or grammar.tokens[noun].pos != "PRON" or token.dep not in {"ccomp", "advcl"}:
        return noun
    above = grammar.child(token.head, "nsubj", "nsubjpass")
    return above if above is not None else noun


def _noun_roles(grammar: Grammar, at: int) -> tuple[int | None, int | None]:
    """Return by whom and to whom of "the attack by X on Y", "the killing of Y"."""
    agent = patient = None
    for preposition, noun in grammar.fillers(at):
        if preposition == "by":
            agent = noun
        elif preposition in {"of", "on", "against"}:
            patient = noun
    owner = grammar.child(at, "poss")
    return agent if agent is not None else owner, patient


def _denied(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    return token.dep in {"xcomp", "ccomp", "pcomp"} and grammar.lemma(token.head) in _DENYING


def is_hedged(grammar: Grammar, at: int) -> bool:
    """Return whether the act is said to be alleged, believed or possible."""
    hedges = words("hedges")
    token = grammar.tokens[at]
    around = [*grammar.children[at]]
    if token.dep in {"xcomp", "ccomp", "acomp"}:
        around += [token.head, *grammar.children[token.head]]
    return any(
        grammar.lemma(c) in hedges or grammar.tokens[c].text.lower() in hedges for c in around
    )


def is_told(grammar: Grammar, at: int) -> bool:
    """Return whether the deed is told as done or under way: no purpose, wish or condition."""
    token = grammar.tokens[at]
    for c in grammar.children[at]:
        text = grammar.lemma(c)
        if grammar.tokens[c].dep == "aux" and text in _UNREAL:
            return False
        if grammar.tokens[c].dep == "mark" and text in {"if", "unless", "whether", "until"}:
            return False
    if token.dep == "conj":
        return is_told(grammar, token.head) if token.head < at else True
    return True


def is_apart(grammar: Grammar, at: int) -> bool:
    """Return whether the clause, or what it hangs on, speaks of another time than the story's."""
    if not grammar.year:
        return False
    verb = at
    near: set[int] = set()
    for _ in range(_CLIMB):
        near.update((verb, *grammar.children[verb]))
        for c in grammar.children[verb]:
            if grammar.tokens[c].dep in {"advmod", "npadvmod", "prep"}:
                near.update(grammar.below(c)[:_PHRASE])
        if grammar.tokens[verb].head == verb:
            break
        verb = grammar.tokens[verb].head
    own = at
    while grammar.tokens[own].pos not in {"VERB", "AUX"} and grammar.tokens[own].head != own:
        own = grammar.tokens[own].head
    near.update(grammar.below(own, {"advcl", "conj", "ccomp", "parataxis"}))
    told = " ".join(grammar.tokens[each].text for each in sorted(near))
    others = [found for found in _YEAR.findall(told) if found != grammar.year]
    return bool(_EARLIER.search(told)) or bool(others)
