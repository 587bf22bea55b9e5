"""Put shared stretches of sentences together into passages, one list a pair of accounts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from asreported.language.overlap import Overlap, align, shorten, whole
from asreported.stories.fingerprints import propose_classes
from asreported.stories.words import Passage, Word

_WORTH = {"content": 1.0, "name": 0.35, "function": 0.35}
"""A name is worth little: every account of an event has it."""

_LEAST_SCORE = 2.6
"""Below this a stretch is not even a quotation of four words."""

_WHOLE = 0.8
"""Share of a quotation's words in a sentence from which the quotation counts as shared."""

_LEAST_QUOTED = 6
"""Words of one of several quotations in a sentence, below which it is a phrase in marks."""

_JOINS = 4
"""Words that may lie between two passages that are taken for one."""

_APART = 60
"""Code points between two paragraphs, at most, that hold one passage: more is another region."""

_LONGEST = 45
"""Words of a passage that goes on over paragraphs: longer ones are told by the paragraph."""


class Shared(NamedTuple):
    """Words that two accounts share near-verbatim, in text order on both sides."""

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    lines: tuple[int, int]
    """The numbers of the lines in which it ends."""
    kinds: tuple[str, str]
    """The kinds of region on both sides."""
    score: float
    matter: int
    shared: int
    complete: bool
    """Whether a quotation of a side, as far as its sentence goes, is wholly shared."""


def find_shared(texts: Sequence[Sequence[Passage]]) -> dict[tuple[int, int], list[Shared]]:
    """Return what each two texts share, under their numbers, in the order of the first text.

    No sentence is used twice within a pair: where one could match several, the best match stands.
    """
    classes: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, passages in enumerate(texts):
        for place, passage in enumerate(passages):
            classes[passage.stems].append((number, place))
    keys = sorted(classes)
    samples = [texts[classes[key][0][0]][classes[key][0][1]].words for key in keys]
    found: dict[tuple[int, int], list[tuple[Overlap, int, int]]] = defaultdict(list)
    for a, b, overlap in _overlaps(samples):
        for left in classes[keys[a]]:
            for right in classes[keys[b]]:
                if left[0] < right[0]:
                    found[left[0], right[0]].append((overlap, left[1], right[1]))
                elif left[0] > right[0]:
                    found[right[0], left[0]].append((overlap.turned(), right[1], left[1]))
    read = [_Text(passages) for passages in texts]
    return {
        pair: list(_joined(_one_to_one(matches), read[pair[0]], read[pair[1]]))
        for pair, matches in sorted(found.items())
    }


def _overlaps(samples: Sequence[tuple[Word, ...]]) -> Iterator[tuple[int, int, Overlap]]:
    stems = shorten([word.stem for word in words] for words in samples)
    worths = [[_WORTH[word.shape] for word in words] for words in samples]
    for number, worth in enumerate(worths):
        overlap = whole(worth)
        if overlap.score >= _LEAST_SCORE:
            yield number, number, overlap
    for a, b in propose_classes(samples):
        aligned = align(stems[a], stems[b], worths[a], _LEAST_SCORE)
        if aligned is not None:
            yield a, b, aligned


def _one_to_one(matches: list[tuple[Overlap, int, int]]) -> list[tuple[Overlap, int, int]]:
    """Return the best matches such that no stretch of a sentence is used twice, in text order."""
    used_a: dict[int, list[tuple[int, int]]] = defaultdict(list)
    used_b: dict[int, list[tuple[int, int]]] = defaultdict(list)
    kept = []
    for match in sorted(matches, key=lambda m: (-m[0].score, abs(m[1] - m[2]), m[1], m[2])):
        overlap, a, b = match
        stretch_a, stretch_b = overlap[0:2], overlap[2:4]
        if _is_free(stretch_a, used_a[a]) and _is_free(stretch_b, used_b[b]):
            used_a[a].append(stretch_a)
            used_b[b].append(stretch_b)
            kept.append(match)
    return sorted(kept, key=lambda m: (m[1], m[0].a_first, m[2]))


def _is_free(stretch: tuple[int, int], used: list[tuple[int, int]]) -> bool:
    first, last = stretch
    for start, end in used:  # noqa: SIM110 - called for every match of every two accounts
        if first < end and start < last:
            return False
    return True


class _Text:
    """One account's sentences, with what is asked of them for every other account."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._quoted: dict[int, list[list[int]]] = {}

    @cached_property
    def before(self) -> list[int]:
        """Return how many words stand before each sentence."""
        return list(accumulate([len(passage.words) for passage in self.passages], initial=0))

    def holds_whole(self, place: int, words: Sequence[Word]) -> bool:
        """Return whether ``words`` hold all that is between marks in a sentence, or a quotation."""
        wholes = self._quoted.get(place)
        if wholes is None:
            wholes = self._quoted[place] = _quotations(self.passages[place])
        if not wholes:
            return False
        held = {word.start for word in words if word.quoted}
        return any(sum([start in held for start in run]) >= _WHOLE * len(run) for run in wholes)


def _quotations(sentence: Passage) -> list[list[int]]:
    """Return where the words between marks begin: all of them, and each longer quotation's."""
    runs = [
        [word.start for word in run]
        for quoted, run in groupby(sentence.words, lambda word: word.quoted)
        if quoted
    ]
    every = [start for run in runs for start in run]
    return [every, *(run for run in runs if len(run) >= _LEAST_QUOTED)] if runs else []


def _joined(
    matches: list[tuple[Overlap, int, int]], text_a: _Text, text_b: _Text
) -> Iterator[Shared]:
    current: Shared | None = None
    end_a = end_b = -1
    for overlap, left, right in matches:
        a, b = text_a.passages[left], text_b.passages[right]
        words_a = a.words[overlap.a_first : overlap.a_last]
        words_b = b.words[overlap.b_first : overlap.b_last]
        start_a = text_a.before[left] + overlap.a_first
        start_b = text_b.before[right] + overlap.b_first
        shared = Shared(
            a=words_a,
            b=words_b,
            lines=(a.line, b.line),
            kinds=(a.kind, b.kind),
            score=overlap.score,
            matter=overlap.matter,
            shared=overlap.shared,
            complete=text_a.holds_whole(left, words_a) or text_b.holds_whole(right, words_b),
        )
        near = 0 <= start_a - end_a <= _JOINS and 0 <= start_b - end_b <= _JOINS
        if current and near and _goes_on(current, shared):
            current = _join(current, shared)
        else:
            if current:
                yield current
            current = shared
        end_a, end_b = start_a + len(words_a), start_b + len(words_b)
    if current:
        yield current


def _goes_on(first: Shared, second: Shared) -> bool:
    """Return whether a passage is in the same lines as another, or in the paragraphs after them."""
    if first.lines == second.lines:
        return True
    sides = ((first.a, second.a), (first.b, second.b))
    close = all(later[0].start - words[-1].end <= _APART for words, later in sides)
    short = max(len(words) + len(later) for words, later in sides) <= _LONGEST
    return close and short and first.kinds == second.kinds


def _join(first: Shared, second: Shared) -> Shared:
    return Shared(
        a=first.a + second.a,
        b=first.b + second.b,
        lines=second.lines,
        kinds=first.kinds,
        score=first.score + second.score,
        matter=first.matter + second.matter,
        shared=first.shared + second.shared,
        complete=first.complete or second.complete,
    )
