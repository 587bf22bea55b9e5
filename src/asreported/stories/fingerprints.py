"""Find sentences worth aligning: those that share an exact run of three words.

Two desks that render one utterance each in their own words still have three in a row in common.

Equal sentences are one class, so that fifty copies of one text cost what one of them costs. The
index of runs is read once, and a run proposes no more than a hundred partners for a sentence: the
work stays linear in the text. A run that dozens of different sentences have is a stock phrase of
the event ("the acting interior minister"): it counts only where much else of the sentence agrees.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from asreported.stories.words import Word

_WINDOW = 100
"""Sentences that each sentence is paired with for a run that many have. A hundred accounts that
share one sentence are still all paired; beyond, copies are joined through one another."""

_STOCK = 40
"""Different sentences from which a run is a stock phrase. Five articles have no such run; of a
hundred invented accounts, each from its own draw of phrases, all but twelve passed for copies."""

_ALIKE = 0.5
"""Share of the shorter sentence's runs that both must have where all they share is stock: an
edited copy has more, two sentences about one thing less."""

Pair = tuple[int, int]


def propose_classes(classes: Sequence[tuple[Word, ...]]) -> list[Pair]:
    """Return the pairs of different sentences that share a run with matter in it, sorted.

    Args:
        classes: Sentences, none equal to another.
    """
    uses: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for number, words in enumerate(classes):
        runs = _runs(words)
        sizes.append(len(runs))
        for run in runs:
            uses[run].append(number)
    shared: set[Pair] = set()
    stock = []
    for numbers in uses.values():
        if len(numbers) > _STOCK:
            stock.append(numbers)
        else:
            shared.update(_pairs(numbers))
    shared.update(_near_verbatim(stock, sizes))
    return sorted(shared)


def _near_verbatim(stock: Sequence[list[int]], sizes: Sequence[int]) -> Iterable[Pair]:
    """Return the pairs of sentences that have half of the shorter one's runs from ``stock``."""
    steps = [
        (listed[:-step], listed[step:])
        for listed in (np.array(numbers) for numbers in stock)
        for step in range(1, min(_WINDOW + 1, len(listed)))
    ]
    if not steps:
        return ()
    keys = np.concatenate([first * len(sizes) + second for first, second in steps])
    pairs, counts = np.unique(keys, return_counts=True)
    first, second = np.divmod(pairs, len(sizes))
    many = np.array(sizes)
    alike = counts >= _ALIKE * np.minimum(many[first], many[second])
    return zip(first[alike].tolist(), second[alike].tolist(), strict=True)


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
