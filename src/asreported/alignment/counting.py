"""Read how many of a thing two like clauses tell: by a number, or loosely."""

from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched
from asreported.alignment.slots import Answer, Slot, show

# "Hundreds" and "381" are one answer; of "several" nobody can say.
_MANY = frozenset(
    {"several", "some", "many", "few", "various", "multiple", "numerous", "number", "handful"}
)
_BY_NUMBER, _LOOSELY = "by a number", "loosely"


def count(matched: Matched, here: int, there: int) -> Slot | None:
    """Return how many of one thing both tell, where one alone gives a number."""
    one, other = _counted(matched.one, here), _counted(matched.other, there)
    if {one[0], other[0]} != {_BY_NUMBER, _LOOSELY}:
        return None
    return Slot(
        "number",
        "How many are they",
        "count",
        Answer(one[0], show(matched.one, here, one[1])),
        Answer(other[0], show(matched.other, there, other[1])),
    )


def _counted(grammar: Grammar, at: int) -> tuple[str, int]:
    """Return how the noun is counted, "" where it is not, and the word that counts."""
    if grammar.tokens[at].pos not in {"NOUN", "PROPN"}:
        return "", at
    for c in grammar.children[at]:
        if grammar.lemma(c) in _MANY:
            return _LOOSELY, c
        if grammar.tokens[c].dep == "nummod" and grammar.tokens[c].entity == "CARDINAL":
            return _BY_NUMBER, c
    of = grammar.tokens[at].head
    above = grammar.tokens[of].head
    of_many = grammar.lemma(of) == "of" and grammar.lemma(above) in _MANY
    return (_LOOSELY, above) if grammar.tokens[at].dep == "pobj" and of_many else ("", at)
