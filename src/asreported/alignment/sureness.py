"""Read how surely a word of an account is told: plainly, with a reservation, with an assurance."""

from asreported.alignment.deeds import is_told
from asreported.alignment.grammar import Grammar
from asreported.lexicon.load import words
from asreported.model.span import Span

_ASSURING = frozenset({"certainly", "definitely", "undoubtedly", "surely"})
_MAY = frozenset({"may", "might", "could"})
# "Is believed to have left", "appears to have left": the deed hangs on these.
_SEEMING = frozenset({"appear", "seem"})
_SAID_TO = frozenset({"believe", "think", "allege", "suspect", "report", "rumor", "presume"})
_LEFT_OPEN = frozenset({"suspect", "defendant", "accused"})  # Nouns that are reservations.
_MODIFIERS = frozenset({"advmod", "amod", "compound", "acomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def reservation(grammar: Grammar, at: int) -> int | None:
    """Return the token that makes the word at ``at`` less sure, or surer; None where none does."""
    for c in grammar.children[at]:
        token, text = grammar.tokens[c], grammar.tokens[c].text.lower()
        modifies = token.dep in _MODIFIERS and token.pos != "PROPN"
        if token.pos == "ADV" and grammar.tokens[at].pos == "NOUN":
            continue  # "Probably a good meeting": how good it was, not whether it was held.
        if modifies and (text in _ASSURING or text in _reserves()):
            return c
        if token.dep == "aux" and text in _MAY and not grammar.negated(at):
            return c
    token = grammar.tokens[at]
    if token.dep == "attr" and grammar.lemma(token.head) == "be":
        # "Is believed to be the first": the copula is what is believed.
        return reservation(grammar, token.head)
    above = token.head
    if token.dep == "xcomp" and grammar.lemma(above) in _SEEMING:
        return above
    if token.dep == "xcomp" and grammar.lemma(above) in _SAID_TO and grammar.passive(above):
        return above
    return None


def is_plain(grammar: Grammar, at: int, shown: Span) -> bool:
    """Return whether the word is told as so, or as sure to come: no wish, purpose, condition.

    Nor may any of the words ``shown`` with it be a reservation: "an attack by suspected gunmen".
    """
    token = grammar.tokens[at]
    if any(grammar.tokens[each].text.lower() in _reserves() for each in grammar.within(shown)):
        return False
    if token.pos != "VERB":
        return grammar.lemma(at) not in _LEFT_OPEN
    will = any(grammar.lemma(c) == "will" for c in grammar.children[at])
    return is_told(grammar, at) and (token.tag in _FINITE or will)


def _reserves() -> frozenset[str]:
    kinds = ("alleged", "seeming", "reported", "possible", "likely")
    return frozenset().union(*(words("hedges", kind=kind) for kind in kinds)) - _MAY
