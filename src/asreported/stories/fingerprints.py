"""Find sentences worth aligning: those that share an exact run of three words.

Two desks that render one utterance each in their own words still have three in a row in common.

Equal sentences are one class, so that fifty copies of one text cost what one of them costs. The
index of runs is read once, and a run proposes no more than a hundred partners for a sentence: the
work stays linear in the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from asreported.stories.words import Word

_WINDOW = 100
"""Sentences that each sentence is paired with for a run that many have. A hundred accounts that
share one sentence are still all paired; beyond, copies are joined through one another."""

Pair = tuple[int, int]


def propose_classes(classes: Sequence[tuple[Word, ...]]) -> list[Pair]:
    """Return the pairs of different sentences that share a run with matter in it, sorted.

    Args:
        classes: Sentences, none equal to another.
    """
    uses: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(classes):
        for run in _runs(words):
            uses[run].append(number)
    shared: set[Pair] = set()
    for numbers in uses.values():
        shared.update(_pairs(numbers))
    return sorted(shared)


def _runs(words: tuple[Word, ...]) -> set[tuple[str, ...]]:
    """Return the runs of a sentence, as it stands and with its function words left out.

    "A sovereign and independent state" and "sovereign independent state" share only the latter.
    """
    runs: set[tuple[str, ...]] = set()
    for sequence in (words, [word for word in words if word.shape != "function"]):
        stems = [word.stem for word in sequence]
        # Names alone ("Prime Minister Ada Byron") are shared by every account of an event.
        solid = [word.shape == "content" for word in sequence]
        windows = zip(stems, stems[1:], stems[2:], strict=False)
        told = zip(solid, solid[1:], solid[2:], strict=False)
        runs.update(run for run, matter in zip(windows, told, strict=False) if any(matter))
    return runs


def _pairs(numbers: Sequence[int]) -> Iterable[Pair]:
    return (
        (a, b) for place, a in enumerate(numbers) for b in numbers[place + 1 : place + 1 + _WINDOW]
    )
