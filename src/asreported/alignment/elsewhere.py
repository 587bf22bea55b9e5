"""Know what other accounts may well tell, though no clause of theirs was taken for the same.

What only one account has is told of it by name, so that a doubt decides for silence. An account
may tell a thing in words that are spread over two sentences, and what a headline says is what the
story is about: others have it, in whatever words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from asreported.alignment.accounts.acts import concept
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.profile import Profile

# Shares of the weight of words. Of 59 clauses beyond the first, in 190 stories that nobody had
# annotated, two in five had a counterpart; of 26 beyond the second nearly all told the main event.
_SPREAD = 0.6
_HEADLINE = 0.5
_LEAST = 3  # Words of a headline that tell what it is about.


class Elsewhere:
    """The words of every two sentences that follow each other, and of headlines, by account."""

    def __init__(self, judged: Judgement) -> None:
        self._pairs: dict[str, list[frozenset[str]]] = {}
        self._headlines: list[Mapping[str, float]] = []
        sentences: dict[str, dict[tuple[int, int], set[str]]] = defaultdict(dict)
        headlines: dict[str, dict[str, float]] = defaultdict(dict)
        for unit, profile in zip(judged.units, judged.profiles, strict=True):
            sentence = unit.clause.sentence
            key = sentence.start, sentence.end
            sentences[unit.document].setdefault(key, set()).update(_meant(profile))
            if unit.clause.region == "headline":
                headlines[unit.document].update(_weighed(profile))
        for document, listed in sentences.items():
            told = [listed[key] for key in sorted(listed)]
            self._pairs[document] = [frozenset(a | b) for a, b in pairwise([*told, set()])]
        self._headlines = [words for words in headlines.values() if len(words) >= _LEAST]

    def tells(self, profile: Profile, document: str) -> bool:
        """Return whether a headline, or an account other than ``document``, may say it."""
        said, weights = _meant(profile), _weighed(profile)
        if any(_share(words, said) >= _HEADLINE for words in self._headlines):
            return True
        return any(_share(weights, near) >= _SPREAD for near in self._others(document))

    def _others(self, document: str) -> Iterator[frozenset[str]]:
        for other, pairs in self._pairs.items():
            if other != document:
                yield from pairs


def _weighed(profile: Profile) -> dict[str, float]:
    return {concept(word): weight for word, weight in profile.weights.items()}


def _meant(profile: Profile) -> frozenset[str]:
    """Return the concepts of the words and the acts that they name."""
    return frozenset(map(concept, profile.weights)) | profile.deeds


def _share(weights: Mapping[str, float], told: frozenset[str]) -> float:
    """Return the share of the weight, 0..1, of the words that are told."""
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in told) / whole if whole else 0.0
