"""Set wordings of one utterance against each other, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from asreported.report.evidence import Evidence

# The alignment is quadratic; longer quotes and more witnesses are shown whole, one below another.
MOST_WORDS = 120
MOST_WITNESSES = 20
# Below this share of common words two wordings have too little in common to be read side by side.
_LEAST_COMMON = 0.2
_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have at one place: ``words`` ("" where they have nothing), and who."""

    words: str
    witnesses: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of the utterance; of one reading where all witnesses have the same words."""

    readings: tuple[Reading, ...]

    @property
    def same(self) -> bool:
        """Return whether all witnesses agree here."""
        return len(self.readings) == 1


@dataclass(frozen=True, slots=True)
class Collation:
    """Witnesses and what they have, place by place; no columns where they were not aligned.

    ``fragments`` are witnesses that have less than half of the utterance.
    """

    witnesses: tuple[Evidence, ...]
    fragments: tuple[Evidence, ...]
    columns: tuple[Column, ...]
    common: int

    @property
    def differing(self) -> int:
        """Return at how many places the witnesses differ."""
        return sum(not column.same for column in self.columns)


def collate(witnesses: Sequence[Evidence]) -> Collation:
    """Return the witnesses aligned to the longest, in columns of equal and differing words."""
    cut = [[m.group() for m in _WORD.finditer(w.words)] for w in witnesses]
    longest = max((len(each) for each in cut), default=0)
    whole = [n for n, each in enumerate(cut) if 2 * len(each) >= longest]
    if len(whole) < 2:
        return Collation(tuple(witnesses), (), (), 0)
    kept = [witnesses[n] for n in whole]
    words = [cut[n] for n in whole]
    fragments = tuple(w for n, w in enumerate(witnesses) if n not in whole)
    if len(kept) > MOST_WITNESSES or longest > MOST_WORDS or not longest:
        return Collation(tuple(witnesses), (), (), 0)
    base = max(range(len(words)), key=lambda n: (len(words[n]), -n))
    places = [_places(words[base], other) for other in words]
    common = [n for n in range(longest) if all(n in place for place in places)]
    if len(common) < _LEAST_COMMON * min(len(each) for each in words):
        return Collation(tuple(witnesses), (), (), len(common))
    columns = _columns(kept, words, places, common, base)
    return Collation(tuple(kept), fragments, tuple(columns), len(common))


def _places(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return, for each word of ``base`` that ``other`` has too, where it has it."""
    matcher = SequenceMatcher(None, [_fold(w) for w in base], [_fold(w) for w in other], False)
    return {
        block.a + n: block.b + n
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    }


def _columns(
    witnesses: Sequence[Evidence],
    words: Sequence[Sequence[str]],
    places: Sequence[dict[int, int]],
    common: Sequence[int],
    base: int,
) -> list[Column]:
    columns: list[Column] = []
    at = [0] * len(words)
    run: list[str] = []
    for n in (*common, len(words[base])):
        until = [place[n] if n in place else len(words[k]) for k, place in enumerate(places)]
        gaps = [" ".join(words[k][at[k] : until[k]]) for k in range(len(words))]
        if any(gaps):
            if run:
                columns.append(Column((Reading(" ".join(run), tuple(witnesses)),)))
                run = []
            columns.append(_varying(witnesses, gaps))
        if n < len(words[base]):
            run.append(words[base][n])
            at = [place[n] + 1 for place in places]
    if run:
        columns.append(Column((Reading(" ".join(run), tuple(witnesses)),)))
    return columns


def _varying(witnesses: Sequence[Evidence], gaps: Sequence[str]) -> Column:
    grouped: dict[str, list[Evidence]] = {}
    for witness, gap in zip(witnesses, gaps, strict=True):
        grouped.setdefault(gap, []).append(witness)
    return Column(tuple(Reading(words, tuple(who)) for words, who in grouped.items()))


def _fold(word: str) -> str:
    # Whether an apostrophe is curly is the printer's choice and no difference of wording.
    return _EDGES.sub("", word).casefold().replace("’", "'") or word
