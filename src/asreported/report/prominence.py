"""Tell how near a point is to what the accounts are about: what a front page begins with.

What accounts open with is the event itself, and a headline says what its account takes it to be;
what they share further down is background.
"""

from collections import Counter
from collections.abc import Iterable

from asreported.language.folding import folded_words, stem
from asreported.language.rarity import rarity
from asreported.lexicon.load import words
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.opening import find_opening
from asreported.report.wording import Wording

_HEADED = 3.0
"""What all words of all headlines weigh, in accounts. Read on sixty stories."""


class Prominence:
    """Weighs the points of one comparison."""

    def __init__(self, comparison: Comparison, wording: Wording) -> None:
        self._wording = wording
        documents = [reading.document for reading in comparison.readings]
        self._opening = {document.id: find_opening(document) for document in documents}
        headlines = [
            telling_stems(document.quote(document.headline))
            for document in documents
            if document.headline
        ]
        self._counts = Counter(stem for headline in headlines for stem in headline)
        self._most = self._weigh(self._counts)

    def early(self, point: Point) -> int:
        """Return how many independent texts tell the point in the headline or right below it."""
        spans = (self._wording.spans[key] for key in point.statements)
        return self._wording.story.texts(s.document for s in spans if self.opens(s))

    def opens(self, span: Span) -> bool:
        """Return whether words stand in the headline of their account, or right below it."""
        opening = self._opening[span.document]
        return opening is not None and span.start < opening.end

    def most(self, point: Point) -> float:
        """Return what `early`, and `heading` of any words, come to at most."""
        return self.early(point) + _HEADED

    def heading(self, span: Span) -> float:
        """Return, in accounts, how much of the headlines' words the words at ``span`` have.

        Far below the headline the same words may well speak of something else: they count half.
        """
        if not self._most:
            return 0.0
        weight = _HEADED / (1 if self.opens(span) else 2)
        return weight * self._weigh(telling_stems(self._wording.words(span))) / self._most

    def _weigh(self, stems: Iterable[str]) -> float:
        return sum(self._counts[each] * rarity(each) for each in stems)


def telling_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say something."""
    told = (word for word in folded_words(text) if word not in words("function_words"))
    return frozenset(map(stem, told))
