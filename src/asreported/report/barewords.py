"""Compare wordings as a reader does: what is marked, spelt or put in brackets otherwise is one.

"That’s" and "that is", "out vote" and "outvote", "V. Putin" and "V.Putin" read alike, and so do
words with and without "[sic]", with "and" in front of them or not.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from asreported.language.folding import WORD, fold, respell, stem
from asreported.lexicon.load import words

_BRACKETS = re.compile(r"\[[^\]]*\]?|\(sic\)", re.IGNORECASE)
"""What an account puts into a quotation by itself; an opening bracket alone is cut off."""
_CASE = re.compile(r"\[?\b(\w)\](\w+)")
"""A letter made large or small: "[t]he", and "W]e" where the bracket is not shown."""
_OPENED = re.compile(r"^\w+\]")
"""The same where the bracket itself stands before the words shown: "Cohen] was trying"."""
_SHORT = re.compile(
    r"\b(?P<who>i|you|he|she|it|we|they|that|there|who|what|here)['’´ʼ]"
    r"(?P<does>s|re|m|ve|ll|d)\b",
    re.IGNORECASE,
)
_LONG = {"s": "is", "re": "are", "m": "am", "ve": "have", "ll": "will", "d": "would"}
_NOT = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not")}
_SMALL = frozenset({"a", "an", "the", "and", "but", "so", "that", "also", "well"})
"""Words that a wording may have or lack without saying anything else."""


_RUN = 5
"""Words in a row of one utterance: "let us get a date" may be another than "we discuss a date"."""
_SPELT = 70
"""Likeness, 0..100, from which words are one in another spelling: "chose", "choose"."""
_IN_COMMON = 0.6
"""Share of the shorter wording's words that another wording of the utterance has in its order."""


class BareWord(NamedTuple):
    """One word of a wording, as it is compared, and where it begins in the text."""

    word: str
    start: int


def bare_words(text: str) -> list[BareWord]:
    """Return the words of ``text`` that a reader would miss or find changed, in their order.

    >>> [each.word for each in bare_words("And he’s no [sic] captain")]
    ['he', 'is', 'no', 'captain']
    """
    whole = _CASE.sub(lambda m: (m[1] + m[2]).ljust(len(m.group())), text)
    blanked = _BRACKETS.sub(lambda match: " " * len(match.group()), whole)
    blanked = _OPENED.sub(lambda match: " " * len(match.group()), blanked)
    return [BareWord(word, start) for word, start in _spelt_out(blanked) if word not in _SMALL]


def read_alike(one: Sequence[BareWord], other: Sequence[BareWord]) -> bool:
    """Return whether the letters are the same, wherever a space or a hyphen stands."""
    return _letters(one) == _letters(other)


def begins_alike(short: Sequence[BareWord], long: Sequence[BareWord]) -> bool:
    """Return whether ``long`` begins with all of the letters of ``short``."""
    return _letters(long).startswith(_letters(short))


def common_start(one: Sequence[BareWord], other: Sequence[BareWord]) -> int:
    """Return how many words two wordings have in common before they part."""
    pairs = enumerate(zip(one, other, strict=False))
    parted = (number for number, (a, b) in pairs if a.word != b.word)
    return next(parted, min(len(one), len(other)))


def changes_within(one: Sequence[BareWord], other: Sequence[BareWord]) -> bool:
    """Return whether words between the first and the last that both have are others in one of them.

    That one of them lacks words there is no change: it has left them out. Words of grammar change
    nothing, and two that have few words in common are no wordings of one utterance.
    """
    mine, theirs = ([each.word for each in said] for said in (one, other))
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    if sum(block.size for block in same) < _IN_COMMON * min(len(mine), len(theirs)):
        return False
    for block, after in pairwise(same):
        gone = mine[block.a + block.size : after.a], theirs[block.b + block.size : after.b]
        told = any(word not in words("function_words") for side in gone for word in side)
        if all(gone) and told and fuzz.ratio(*map(" ".join, gone)) < _SPELT:
            return True
    return False


def have_a_run(one: Sequence[BareWord], other: Sequence[BareWord]) -> bool:
    """Return whether both have so many words in a row that they were hardly said twice."""
    mine, theirs = ([each.word for each in said] for said in (one, other))
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    return matcher.find_longest_match().size >= _RUN


def _letters(words: Sequence[BareWord]) -> str:
    return "".join(each.word for each in words)


def _spelt_out(text: str) -> Iterator[tuple[str, int]]:
    for match in WORD.finditer(text):
        short = _SHORT.fullmatch(match.group())
        folded = fold(match.group())
        if short is not None:
            yield fold(short["who"]), match.start()
            yield _LONG[short["does"].casefold()], match.start()
        elif folded in _NOT or folded.endswith("n't"):
            for word in _NOT.get(folded, (folded.removesuffix("n't"), "not")):
                yield word, match.start()
        else:
            bare = stem(folded)
            ending = folded.removeprefix(bare)
            yield (respell(bare) + ending if ending != folded else folded), match.start()
