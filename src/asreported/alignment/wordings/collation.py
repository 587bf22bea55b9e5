"""Collate two wordings of one utterance: what both have, what was cut, which words differ."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from asreported.alignment.accounts.opposites import opposites
from asreported.alignment.wordings.utterances import Utterance
from asreported.language.folding import respell, stem
from asreported.lexicon.load import table, words
from asreported.model.span import Span

_SHORT = 4
"""Words on a side up to which a change is taken word for word."""

_SMALL = 2
"""Function words in a row that do not part two changes."""

_CLOSE = 0.7
"""Share of the longer wording's words that both have, from which a change of sense is told."""

_NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "without"})
_PLURAL = frozenset({"some", "several", "certain"})
"""What a bare plural says as well: "some people", "people"."""
_DENYING = ("un", "in", "im", "ir", "il", "dis", "non")
"""How a word begins that denies the rest of it: "unable" is "not able"."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one wording where the other has others, either side None where it has nothing.

    ``sense`` names what changes the meaning: ``negation``, ``extent``, ``number``, ``opposite``;
    else it is "". ``weight`` counts the words of matter that differ.
    """

    a: Span | None
    b: Span | None
    sense: str
    weight: int


def collate(a: Utterance, b: Utterance) -> tuple[str, list[Change]]:
    """Return the kind (identical, cut, reworded) and the changes from ``a`` to ``b`` in order.

    A wording is cut where it lacks words of the other and has none of its own.
    """
    changes = list(_changes(a, b))
    # In wordings far apart it is chance which "not" stands against nothing.
    if LCSseq.similarity(a.stems, b.stems) < _CLOSE * max(len(a.stems), len(b.stems)):
        changes = [replace(change, sense="") for change in changes]
    if not changes:
        return "identical", []
    if all(change.a is None for change in changes) or all(change.b is None for change in changes):
        return "cut", changes
    return "reworded", changes


def _changes(a: Utterance, b: Utterance) -> Iterator[Change]:
    pending: list[tuple[int, int, int, int]] = []
    # "Colour" and "color" are no change of words.
    for code in LCSseq.opcodes(*(tuple(map(respell, each.stems)) for each in (a, b))):
        equal = a.stems[code.src_start : code.src_end]
        if code.tag != "equal":
            pending.append((code.src_start, code.src_end, code.dest_start, code.dest_end))
            continue
        # A small word or two that happen to be equal stand inside one change, not between two.
        if pending and (len(equal) > _SMALL or not all(map(_is_grammar, equal))):
            yield _change(a, b, pending)
            pending = []
    if pending:
        yield _change(a, b, pending)


def _change(a: Utterance, b: Utterance, codes: list[tuple[int, int, int, int]]) -> Change:
    """Return one change for words dropped and words put in at one place."""
    first, last = codes[0][0], codes[-1][1]
    start, end = codes[0][2], codes[-1][3]
    return Change(
        a.words(first, last) if first < last else None,
        b.words(start, end) if start < end else None,
        _sense(a.stems[first:last], b.stems[start:end]),
        sum(not _is_grammar(word) for word in (*a.stems[first:last], *b.stems[start:end])),
    )


def _is_grammar(stem: str) -> bool:
    return stem in words("function_words")


def _sense(gone: tuple[str, ...], come: tuple[str, ...]) -> str:
    """Return what a short change does to the sense: what a long one does is for the reader."""
    if max(len(gone), len(come)) > _SHORT:
        return ""
    negations = [sum(map(_negates, side, (*side[1:], ""))) for side in (gone, come)]
    if sum(negations) % 2 and not (_denies_a_word(gone, come) or _denies_a_word(come, gone)):
        return "negation"
    figures = [{word for word in side if word[:1].isdigit()} for side in (gone, come)]
    if all(figures) and figures[0] != figures[1]:
        return "number"
    degrees = [_degrees(side) for side in (gone, come)]
    alone = len(gone) + len(come) == 1 and not _PLURAL.issuperset((*gone, *come))
    if degrees[0] != degrees[1] and (all(degrees) or alone):
        return "extent"
    opposite = {(row, other) for row in gone for other in come}
    return "opposite" if opposite & opposites() else ""


def _negates(stem: str, following: str) -> bool:
    """Return whether a word denies; "no. 1" is a number."""
    return stem.rstrip(".") in _NEGATIONS and not following[:1].isdigit()


def _denies_a_word(side: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether a word of one side denies, by how it begins, a word of the other."""
    return any(word == stem(start + bare) for word in side for start in _DENYING for bare in other)


def _degrees(stems: tuple[str, ...]) -> set[str]:
    """Return how much of a whole the words speak of; "at all" only stresses."""
    if stems[-2:] == ("at", "all"):
        return set()
    return {row["degree"] for row in table("extents") if row["word"] in stems}
