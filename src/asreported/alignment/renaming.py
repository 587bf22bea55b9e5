"""Read by which words two like clauses name one thing or act, where they are not the same."""

from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from asreported.alignment.acts import Act, acts, kinds, stem
from asreported.alignment.grammar import Grammar
from asreported.alignment.matching import Matched, Word
from asreported.alignment.slots import Answer, Slot, show
from asreported.lexicon.load import words

_ROLES = frozenset({"dobj", "nsubj", "attr", "in", "on", "by", "into", "at", "from", "of", "with"})
# Half of the words of the shorter clause at least stand in the other too: else two nouns in one
# role are of two statements.
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
    if matched.share < _LEAST_SHARE:
        return
    for mine in matched.alone[0]:
        for theirs in matched.alone[1]:
            if mine.role != theirs.role or mine.role not in _ROLES:
                continue
            if matched.pairs.get(mine.upper) == theirs.upper and _are_two(matched, mine, theirs):
                yield _slot(matched, "What was it", mine, theirs)


def _are_two(matched: Matched, mine: Word, theirs: Word) -> bool:
    """Return whether both are plain nouns that say what a thing is, and not by one word."""
    one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
    if not (_is_noun(matched.one, mine.at) and _is_noun(matched.other, theirs.at)):
        return False
    if matched.one.lemma(mine.upper) in _LIGHT or {one, other} & words("wide_nouns"):
        return False
    if kinds().get(one, one) == kinds().get(other, other) or stem(one) == stem(other):
        return False
    return fuzz.partial_ratio(one, other) < _SPELT_ALIKE


def _is_noun(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    lower = token.text.islower() or grammar.kind(at) == "headline"
    return token.pos == "NOUN" and not token.entity and lower and grammar.lemma(at) not in _VAGUE


def deeds(matched: Matched) -> Iterator[Slot]:
    """Yield the two verbs of one field of acts that both clauses say of one undergoer."""
    for mine in matched.alone[0]:
        for theirs in matched.alone[1]:
            one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
            if not _fields(one) & _fields(other):
                continue
            undergoer = matched.one.patient(mine.at), matched.other.patient(theirs.at)
            if None not in undergoer and matched.pairs.get(undergoer[0] or 0) == undergoer[1]:
                yield _slot(matched, "What was done", mine, theirs)


@cache
def _fields(verb: str) -> frozenset[str]:
    named: tuple[Act, ...] = acts().get(verb, ())
    return frozenset(act.field for act in named)


def _slot(matched: Matched, asked: str, mine: Word, theirs: Word) -> Slot:
    one, other = matched.one.lemma(mine.at), matched.other.lemma(theirs.at)
    return Slot(
        "wording",
        asked,
        f"{mine.above} {mine.role}",
        Answer(one, show(matched.one, mine.at)),
        Answer(other, show(matched.other, theirs.at)),
    )
