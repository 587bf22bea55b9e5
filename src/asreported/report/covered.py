"""Tell how much of what one account says another has in one sentence of its own.

No clause of the others was taken for the same, and yet one may tell it: what its sentence has of
the words that tell something is a doubt, and what only one account has is said of it by name.

Reads:   the parses of a comparison.
"""

from collections.abc import Mapping
from functools import cached_property

from asreported.language.folding import fold, stem
from asreported.language.rarity import rarity
from asreported.lexicon.acts import acts
from asreported.model.comparison import Comparison
from asreported.model.labels import CONTENT_WORDS
from asreported.model.parse import Token
from asreported.model.span import Span

_TELLING = CONTENT_WORDS | {"NUM"}


class Covered:
    """The words of every sentence, by account."""

    def __init__(self, comparison: Comparison) -> None:
        self._readings = {reading.document.id: reading for reading in comparison.readings}

    def share(self, span: Span) -> float:
        """Return how much, 0..1, of the words at ``span`` a sentence of another account has.

        A word weighs as much as it is rare; words for one act are one word.
        """
        told = _meant(self._readings[span.document].tokens_in(span))
        whole = sum(told.values())
        if not whole:
            return 0.0
        others = (held for key, held in self._sentences.items() if key != span.document)
        return (
            max(
                (
                    sum(weight for word, weight in told.items() if word in sentence)
                    for held in others
                    for sentence in held
                ),
                default=0.0,
            )
            / whole
        )

    @cached_property
    def _sentences(self) -> Mapping[str, list[frozenset[str]]]:
        """The words of each sentence, found when they are first asked for."""
        return {
            key: [
                frozenset(_meant(reading.tokens_in(sentence)))
                for sentence in {clause.sentence for clause in reading.clauses}
            ]
            for key, reading in self._readings.items()
        }


def _meant(tokens: tuple[Token, ...]) -> Mapping[str, float]:
    """Return what the words that tell something mean, and how much each weighs."""
    return {_concept(t): rarity(stem(fold(t.lemma))) for t in tokens if t.pos in _TELLING}


def _concept(token: Token) -> str:
    lemma = fold(token.lemma)
    if token.pos in ("PROPN", "ADJ"):
        return stem(lemma)  # "Lower" of a street does not lower anything.
    named = acts(nouns=token.pos != "VERB").get(lemma)
    return named[0].name if named else stem(lemma)
