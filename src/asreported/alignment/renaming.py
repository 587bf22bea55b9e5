"""Read by which words two like clauses name one person, where one word says more.

Things under other names are not asked for: of twelve such pairs in stories that nobody had
annotated, ten were one thing in other words, or two things.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

from asreported.alignment.acts import kinds
from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched
from asreported.alignment.slots import Answer, Slot, show
from asreported.lexicon.load import words

_PARTIES = frozenset({"dobj", "nsubj"})
_ANYBODY = frozenset({"man", "woman", "person", "people", "individual"})


def persons(matched: Matched) -> Iterator[Slot]:
    """Yield who does or undergoes an act, where one account only has "a man"."""
    for mine, theirs in product(*matched.alone):
        one_role = mine.role == theirs.role and mine.role in _PARTIES
        if one_role and matched.pairs.get(mine.upper) == theirs.upper:
            sides = (matched.one, mine.at), (matched.other, theirs.at)
            if _says_more(*sides) or _says_more(*sides[::-1]):
                yield Slot(
                    "agent",
                    "Who was it",
                    f"{mine.above} {mine.role}",
                    Answer(matched.one.lemma(mine.at), show(matched.one, mine.at)),
                    Answer(matched.other.lemma(theirs.at), show(matched.other, theirs.at)),
                )


def _says_more(plain: tuple[Grammar, int], told: tuple[Grammar, int]) -> bool:
    """Return whether the second says what sort of person it is, the first only "a man"."""
    grammar, at = plain
    named = told[0].tokens[told[1]].pos == "NOUN" and told[0].lemma(told[1]) in _persons()
    return named and grammar.lemma(at) in _ANYBODY and not _is_definite(grammar, at)


def _is_definite(grammar: Grammar, at: int) -> bool:
    return any(
        grammar.tokens[c].dep == "poss" or grammar.lemma(c) in {"the", "this", "that"}
        for c in grammar.children[at]
    )


@cache
def _persons() -> frozenset[str]:
    told = words("speaker_nouns", "noun", kind="person") | kinds().keys()
    return told - _ANYBODY - words("wide_nouns") - {"member"}
