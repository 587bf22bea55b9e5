"""Say whose a sum of money is: who raised, earned or paid it."""

from collections.abc import Sequence

from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar


def verb_of(figure: Figure) -> int | None:
    """Return the verb that has the figure for its object, None where none has."""
    grammar = figure.grammar
    for above in grammar.upwards(grammar.within(figure.number).start):
        token = grammar.tokens[above]
        if token.pos == "VERB":
            return above
        if token.dep in {"nsubj", "nsubjpass", "conj", "appos"}:
            return None
    return None


def doer_of(grammar: Grammar, verb: int) -> str:
    """Return the last name of the person who does it, "" where none is named."""
    agent = grammar.agent(verb)
    named = agent is not None and grammar.tokens[agent].entity == "PERSON"
    return grammar.lemma(agent) if agent is not None and named else ""


def are_of_two_people(figures: Sequence[Figure]) -> bool:
    """Return whether sums are of people told apart, one maybe of a pronoun, like a third's."""
    verbs = [(f.grammar, verb_of(f)) for f in figures if f.unit == "money"]
    return len({doer_of(grammar, verb) for grammar, verb in verbs if verb is not None} - {""}) > 1
