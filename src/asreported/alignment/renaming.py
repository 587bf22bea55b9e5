"""Read by which words two like clauses name one thing or act, where they are not the same."""

from collections.abc import Iterator
from functools import cache
from itertools import product

from rapidfuzz import fuzz

from asreported.alignment.acts import Act, acts, kinds, stem
from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched, Word
from asreported.alignment.slots import Answer, Slot, show
from asreported.language.kinship import are_kin, are_same
from asreported.lexicon.load import words

_PARTIES = frozenset({"dobj", "nsubj"})
_ANYBODY = frozenset({"man", "woman", "person", "people", "individual"})
# Roles of nouns that only narrow another noun: "the spy attack" and "the poison attack" are one.
_NARROWING = frozenset({"amod", "compound", "nmod", "poss", "nummod", "appos", "npadvmod"})
# Half of the words of the shorter clause at least stand in the other too for nouns that are no kin
# to be answers to one question: of six such, read by eye, five were; of the others three of nine.
_LEAST_SHARE = 0.5
_SPELT_ALIKE = 70  # Likeness of letters (0-100) from which two words may be one: "jet", "jetliner".
_LIGHT = frozenset(
    {"go", "come", "get", "make", "take", "see", "give", "use", "receive", "bring", "include"}
    | {"add", "know", "think", "want", "find", "ask", "call", "put", "show", "keep", "leave"}
)
# Nouns that may stand for any other.
_VAGUE = frozenset(
    {"person", "people", "man", "woman", "group", "thing", "place", "area", "one", "other", "part"}
    | {"number", "way", "time", "day", "member", "case", "year", "incident", "event", "situation"}
    | {"today", "lot", "total", "kind", "sort", "type", "series", "end", "side", "rest", "face"}
    | {"general", "night", "morning", "week", "month", "hour", "minute", "second", "percent"}
    | {"dozen", "hundred", "thousand", "million", "score", "head", "scale"}
)


def things(matched: Matched) -> Iterator[Slot]:
    """Yield the two nouns that stand in one role of one word of both clauses."""
    for mine, theirs in product(*matched.alone):
        if mine.role != theirs.role or matched.pairs.get(mine.upper) != theirs.upper:
            continue
        if mine.role in _PARTIES and _is_one_unnamed(matched, mine, theirs):
            yield _slot(matched, "agent", "Who was it", mine, theirs)
        elif mine.role not in _NARROWING and _are_two(matched, mine, theirs):
            yield _slot(matched, "wording", "What was it", mine, theirs)


def _is_one_unnamed(matched: Matched, mine: Word, theirs: Word) -> bool:
    """Return whether one account says what sort of person it is, the other only "a man"."""
    sides = (matched.one, mine.at), (matched.other, theirs.at)
    for (plain, at), (told, there) in (sides, sides[::-1]):
        lemma = told.lemma(there)
        if plain.lemma(at) in _ANYBODY and not _is_definite(plain, at):
            return _is_noun(told, there) and lemma in _persons() and lemma not in _ANYBODY
    return False


def _is_definite(grammar: Grammar, at: int) -> bool:
    return any(
        grammar.tokens[c].dep == "poss" or grammar.lemma(c) in {"the", "this", "that"}
        for c in grammar.children[at]
    )


@cache
def _persons() -> frozenset[str]:
    return words("speaker_nouns", "noun", kind="person") | kinds().keys()


def _are_two(matched: Matched, mine: Word, theirs: Word) -> bool:
    """Return whether both are plain nouns that say what a thing is, and not by one word."""
    one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
    if not (_is_noun(matched.one, mine.at) and _is_noun(matched.other, theirs.at)):
        return False
    if matched.one.lemma(mine.upper) in _LIGHT or {one, other} & words("wide_nouns"):
        return False
    if mine.role == "nsubj" and not {one, other} <= _persons():
        return False  # What does something is named anew at will: "the decision" for "the ban".
    if kinds().get(one, one) == kinds().get(other, other) or stem(one) == stem(other):
        return False
    if fuzz.partial_ratio(one, other) >= _SPELT_ALIKE or are_same(one, other):
        return False
    deps = {matched.one.tokens[mine.at].dep, matched.other.tokens[theirs.at].dep}
    return are_kin(one, other) or (deps == {"dobj"} and matched.share >= _LEAST_SHARE)


def _is_noun(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    lower = token.text.islower() or grammar.kind(at) == "headline"
    return token.pos == "NOUN" and not token.entity and lower and grammar.lemma(at) not in _VAGUE


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
    named: tuple[Act, ...] = acts().get(verb, ())
    return frozenset(act.field for act in named)


def _slot(matched: Matched, kind: str, asked: str, mine: Word, theirs: Word) -> Slot:
    one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
    return Slot(
        kind,
        asked,
        f"{mine.above} {mine.role}",
        Answer(one, show(matched.one, mine.at)),
        Answer(other, show(matched.other, theirs.at)),
    )
