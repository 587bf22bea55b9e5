"""Read by which words two like clauses name one person or act, where one word says more.

Things under other names are not asked for: of seven such pairs in stories that nobody had
annotated, six were one thing in other words, or two things.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

from asreported.alignment.acts import acts, kinds
from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched, Word
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
                yield _slot(matched, "agent", "Who was it", mine, theirs)


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
    return (words("speaker_nouns", "noun", kind="person") | kinds().keys()) - _ANYBODY


def deeds(matched: Matched) -> Iterator[Slot]:
    """Yield the two verbs of one field of acts that both clauses say of one undergoer."""
    for mine, theirs in product(*matched.alone):
        one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
        if not _fields(one) & _fields(other):
            continue
        undergoer = matched.one.patient(mine.at), matched.other.patient(theirs.at)
        if None not in undergoer and matched.pairs.get(undergoer[0] or 0) == undergoer[1]:
            yield _slot(matched, "wording", "What was done", mine, theirs)


@cache
def _fields(verb: str) -> frozenset[str]:
    return frozenset(act.field for act in acts().get(verb, ()))


def _slot(matched: Matched, kind: str, asked: str, mine: Word, theirs: Word) -> Slot:
    one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
    return Slot(
        kind,
        asked,
        f"{mine.above} {mine.role}",
        Answer(one, show(matched.one, mine.at)),
        Answer(other, show(matched.other, theirs.at)),
    )
