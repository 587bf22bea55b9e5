"""Find who does a deed and to whom, through passives, relatives, conjunctions and pronouns."""

from asreported.alignment.accounts.acts import concepts_below
from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.pronouns import pronouns

COUNTS = frozenset(
    {"pair", "couple", "duo", "trio", "number", "dozen", "group", "series", "hundred"}
)
"""Nouns that count what "of" names."""

BEFALLING = frozenset({"die", "perish", "drown", "succumb"})
"""Verbs whose subject does nothing: "five children died"."""

# "It is unclear if anyone was hurt": such a pronoun stands for nobody named before.
_INDEFINITE = pronouns("indefinite") | {"nobody", "everyone", "none"}
_TOPICS = frozenset({"dobj", "nsubj", "nsubjpass"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})


def noun_concepts(grammar: Grammar, at: int | None) -> frozenset[str]:
    """Return the concepts of a noun phrase's content words; none for a pronoun."""
    if at is None or grammar.tokens[at].pos == "PRON":
        return frozenset()
    return concepts_below(grammar, at, {"relcl", "acl", "appos", "advcl"}, _CONTENT)


def verb_roles(grammar: Grammar, at: int) -> tuple[int | None, int | None]:
    """Return the doer and the undergoer of a verb."""
    agent, patient = grammar.agent(at), grammar.patient(at)
    if patient is None and not grammar.passive(at):
        # "pushing and slapping the soldiers": the last of the verbs holds the object of all.
        for c in grammar.children[at]:
            if grammar.tokens[c].dep == "conj":
                patient = patient or grammar.patient(c) or verb_roles(grammar, c)[1]
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
    if grammar.lemma(noun) in _INDEFINITE:
        return noun
    above = grammar.child(token.head, "nsubj", "nsubjpass")
    return above if above is not None else noun


def state_bearer(grammar: Grammar, at: int) -> int | None:
    """Return what a form of "be" speaks of; of "contained the fire, but it is not out" the fire."""
    subject = grammar.child(at, "nsubj")
    if subject is None or grammar.lemma(subject) != "it":
        return subject
    first = grammar.reading.parse.sentences[grammar.sentence[at]].first
    nouns = [
        before
        for before in range(first, subject)
        if grammar.tokens[before].pos == "NOUN" and grammar.tokens[before].dep in _TOPICS
    ]
    return nouns[-1] if nouns else subject


def noun_roles(grammar: Grammar, at: int) -> tuple[int | None, int | None]:
    """Return by whom and to whom of "the attack by X on Y", "the killing of Y"."""
    agent = patient = None
    for preposition, noun in grammar.fillers(at):
        if preposition == "by":
            agent = noun
        elif preposition in {"of", "on", "against"}:
            patient = noun
    owner = grammar.child(at, "poss")
    if owner is not None and grammar.tokens[owner].pos == "PRON":
        # "The troops completed their withdrawal": theirs is the troops'.
        owner = grammar.subject(grammar.tokens[at].head)
    return agent if agent is not None else owner, patient
