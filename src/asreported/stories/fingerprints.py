"""Find sentences worth aligning: those that share an exact run of words.

Equal sentences are one class, so that fifty copies of one text cost what one of them costs. The
index of runs is read once, and a run that half the story uses proposes nothing: the work stays
linear in the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from asreported.stories.words import Word

RUN = 3
"""Words in a run. Two desks that render one utterance in their own words still share three."""

_MOST_USES = 40
"""A run in more different sentences than this is a stock phrase."""

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
    shared: Counter[Pair] = Counter()
    for numbers in uses.values():
        if 1 < len(numbers) <= _MOST_USES:
            shared.update(_pairs(numbers))
    return sorted(shared)


def _runs(words: tuple[Word, ...]) -> set[tuple[str, ...]]:
    """Return the runs of a sentence, as it stands and with its function words left out.

    "A sovereign and independent state" and "sovereign independent state" share only the latter.
    """
    matter = tuple(word for word in words if word.shape != "function")
    runs = set()
    for sequence in (words, matter):
        for first in range(len(sequence) - RUN + 1):
            window = sequence[first : first + RUN]
            # Names alone ("Prime Minister Ada Byron") are shared by every account of an event.
            if any(word.shape == "content" for word in window):
                runs.add(tuple(word.stem for word in window))
    return runs


def _pairs(numbers: Sequence[int]) -> Iterable[Pair]:
    return ((a, b) for place, a in enumerate(numbers) for b in numbers[place + 1 :])
