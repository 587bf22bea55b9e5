"""List the deeds an account tells: which act, by whom, to whom, when it is another occasion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from asreported.alignment.accounts.acts import acts_at, kind_at, stem
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.roles import noun_concepts, noun_roles, state_bearer, verb_roles
from asreported.alignment.accounts.whens import YEAR
from asreported.lexicon.acts import Act, acts
from asreported.lexicon.load import words
from asreported.lexicon.reporting import reporting
from asreported.model.labels import VERBS
from asreported.model.span import Span

_EARLIER = re.compile(
    r"\b(?:last (?:year|decade)|years? ago|earlier (?:attack|crash)|previously"
    r"|previous (?:years?|attacks?|crash(?:es)?|records?|cases?)"
    r"|a year|each year|every year|annual(?:ly)?|per (?:year|day|cent)|history|average)\b",
    re.IGNORECASE,
)
# "The deadliest crash in the country's history" is the story's own.
_RECORD = re.compile(r"\bin (?:\S+ ){0,4}history\b", re.IGNORECASE)
_NOBODY: tuple[int | None, int | None] = (None, None)
_UNREAL = frozenset({"to", "would", "could", "may", "might", "should", "can", "must"})
_NEAR = 120  # Characters: deed and noun within that are quoted together.
_PHRASE = 4  # Words of a phrase of time, as "in the past year" or "two years ago".
_REACH = 200  # Words on either side of a deed among which a year may stand.
_CLIMB = 8  # Words from a deed upwards: "since 1959, when two died" tells of 1959.
_HARDLY_ANYBODY = frozenset({"few", "nobody", "none"})
_DENYING = frozenset({"deny", "refuse", "decline", "fail", "avoid", "dispute"})


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
    agent_concepts: frozenset[str]
    """The concepts of the agent's words; none for a pronoun."""
    patient_concepts: frozenset[str]

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
        whole = self.span.joined(self.grammar.phrase(noun))
        return whole if len(whole) <= _NEAR else self.span

    @property
    def patient_kind(self) -> str:
        """Return the kind of the patient, "" where there is none."""
        return kind_at(self.grammar, self.patient) if self.patient is not None else ""

    @property
    def agent_kind(self) -> str:
        """Return the kind of the agent, "" where there is none."""
        return kind_at(self.grammar, self.agent) if self.agent is not None else ""


def read_deeds(grammar: Grammar) -> Iterator[Deed]:
    """Yield the deeds of one account in text order, told by verbs and by nouns of event."""
    for at, token in enumerate(grammar.tokens):
        verb = token.pos == "VERB" or token.tag.startswith("VB")
        if token.dep == "prep":
            continue
        if token.lemma == "be" and token.pos in VERBS:
            yield from _states(grammar, at)
        elif verb or token.pos == "NOUN":
            named = acts_at(grammar, at)
            if (
                not named
                and token.pos == "VERB"
                and grammar.lemma(at) not in words("light_verbs", kind="empty")
            ):
                named = (Act(stem(grammar.lemma(at)), "", False),)
            agent, patient = (verb_roles if verb else noun_roles)(grammar, at) if named else _NOBODY
            for act in named:
                yield _deed(grammar, at, act, agent, patient)


def _states(grammar: Grammar, at: int) -> Iterator[Deed]:
    """Yield what "the fire is out" says, as an act that the subject undergoes."""
    for c in grammar.children[at]:
        token = grammar.tokens[c]
        if token.dep in {"acomp", "advmod", "prt"} and c > at:
            known = acts().get(f"be_{grammar.lemma(c)}", ())
            bearer = state_bearer(grammar, at)
            for act in known if bearer is not None else ():
                yield _deed(grammar, at, act, None, bearer)


def _deed(grammar: Grammar, at: int, act: Act, agent: int | None, patient: int | None) -> Deed:
    return Deed(
        grammar=grammar,
        at=at,
        act=act,
        agent=agent,
        patient=patient,
        negated=grammar.negated(at) or _denied(grammar, at),
        hedged=is_hedged(grammar, at),
        apart=is_apart(grammar, at),
        agent_concepts=noun_concepts(grammar, agent),
        patient_concepts=noun_concepts(grammar, patient),
    )


def _denied(grammar: Grammar, at: int) -> bool:
    """Return whether the deed is what somebody refuses to do, or is kept from doing."""
    token = grammar.tokens[at]
    if token.dep == "pcomp" and grammar.lemma(token.head) == "from":
        above = grammar.tokens[token.head].head
        return grammar.lemma(above) in words("negation", kind="preventing")
    doubted = token.dep in {"xcomp", "ccomp", "pcomp"} and grammar.lemma(token.head) in _DENYING
    return doubted and not done_by_few(grammar, token.head)


def done_by_few(grammar: Grammar, verb: int) -> bool:
    """Return whether next to nobody does it: "few would deny that it was won"."""
    doer = grammar.child(verb, "nsubj")
    return doer is not None and grammar.lemma(doer) in _HARDLY_ANYBODY


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


def is_unsaid(grammar: Grammar, at: int) -> bool:
    """Return whether nobody says the deed: "no guard said it burned", "not saying she did it"."""
    token = grammar.tokens[at]
    while token.dep == "conj":
        token = grammar.tokens[token.head]
    if token.dep != "ccomp":
        return False
    said = token.head
    subject = grammar.subject(said)
    nobody = subject is not None and grammar.negated(subject)
    return grammar.negated(said) or nobody or is_unsaid(grammar, said)


def wished(deed: Deed) -> str:
    """Return what the deed is about to be done: "speak" of "refused to speak", else ""."""
    wish = deed.grammar.child(deed.at, "xcomp")
    return deed.grammar.lemma(wish) if wish is not None else ""


def is_asked(grammar: Grammar, at: int) -> bool:
    """Return whether the deed is only asked about: "whether they will leave"."""
    return any(
        grammar.tokens[c].dep == "mark" and grammar.lemma(c) in {"if", "whether"}
        for c in grammar.children[at]
    )


def is_told(grammar: Grammar, at: int) -> bool:
    """Return whether the deed is told as done or under way: no purpose, wish or condition."""
    token = grammar.tokens[at]
    if _is_demanded(grammar, at):
        return False
    asking = token.dep in {"ccomp", "csubj", "pcomp"}  # "They asked what caused it."
    for c in grammar.children[at]:
        text = grammar.lemma(c)
        if grammar.tokens[c].dep == "aux" and text in _UNREAL:
            return False
        if grammar.tokens[c].dep == "mark" and text in {"if", "unless", "whether", "until"}:
            return False
        if grammar.tokens[c].tag == "WRB" or (grammar.tokens[c].tag == "WP" and asking):
            return False
    if token.dep == "conj":
        return is_told(grammar, token.head) if token.head < at else True
    return True


def _is_demanded(grammar: Grammar, at: int) -> bool:
    """Return whether somebody asks or orders that it be done: "requested that they hold it"."""
    token = grammar.tokens[at]
    if token.dep not in {"ccomp", "acl"} or token.tag not in {"VB", "VBP"}:
        return False
    return grammar.lemma(token.head) in reporting("asked", "ordered")


def is_apart(grammar: Grammar, at: int) -> bool:
    """Return whether the clause, or what it hangs on, speaks of another time than the story's.

    News names a year where it is another; in accounts that nothing dates each year is.
    """
    verb = at
    near: set[int] = set()
    for _ in range(_CLIMB):
        # A line of thousands of words without a stop hangs on one of them.
        beside = [c for c in grammar.children[verb] if abs(c - at) <= _REACH]
        near.update((verb, *beside))
        for c in beside:
            if grammar.tokens[c].dep in {"advmod", "npadvmod", "prep"}:
                near.update(grammar.below(c)[:_PHRASE])
        if grammar.tokens[verb].head == verb:
            break
        verb = grammar.tokens[verb].head
    near.update(each for each in grammar.core(grammar.clause_head(at)) if abs(each - at) <= _REACH)
    told = " ".join(grammar.tokens[each].text for each in sorted(near))
    others = [found for found in YEAR.findall(told) if found != grammar.year]
    return bool(_EARLIER.search(_RECORD.sub("", told))) or bool(others)
