"""Say what a sum of money is given as, and to whom: promised to a firm, aid to a country, a fine.

Two sums that two accounts name as one gift to one name are answers to one question, however far
apart their words are.
"""

from asreported.alignment.accounts.acts import concept
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.load import words

_GIVING = frozenset(map(concept, words("word_classes", kind="giving")))
_OUTSIDE = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis"})


def is_one_gift(a: Figure, b: Figure) -> bool:
    """Return whether both sums are given in one way to one name."""
    if a.unit != "money" or b.unit != "money" or not a.anchors & b.anchors & _GIVING:
        return False
    return bool(_receivers(a) & _receivers(b))


def _receivers(figure: Figure) -> frozenset[str]:
    """Return the names to whom the clause gives something."""
    grammar = figure.grammar
    verb = grammar.clause_head(grammar.within(figure.number).start)
    below = grammar.below(verb, _OUTSIDE)
    return frozenset(
        grammar.lemma(noun)
        for each in below
        for noun in _given_to(grammar, each)
        if grammar.tokens[noun].pos == "PROPN"
    )


def _given_to(grammar: Grammar, at: int) -> list[int]:
    """Return the nouns that hang on the word by "to", and whom it is given without one."""
    dative = grammar.child(at, "dative") if grammar.tokens[at].pos == "VERB" else None
    direct = [dative] if dative is not None and grammar.tokens[dative].pos == "PROPN" else []
    return direct + [noun for preposition, noun in grammar.fillers(at) if preposition == "to"]
