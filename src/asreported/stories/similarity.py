"""How alike articles are: the cosine of their rare words, headline and lead first."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asreported.language.folding import WORD, fold, stem
from asreported.language.rarity import rarity
from asreported.lexicon.load import words
from asreported.model.document import Document

_HEADLINE, _LEAD, _REST = 3, 2, 1
"""What a use of a word counts in the headline, in the first words, and below them."""

_LEAD_WORDS = 120
"""The usual length of the part that tells the event; what follows is background."""

_TERMS = 120
"""Terms kept of an article: fewer lose short accounts, more add only common words."""

_DENSE_LIMIT = 300
"""Articles up to which a dense product is quicker than loading scipy."""

Vector = Mapping[str, float]


def vectors(documents: Sequence[Document]) -> list[Vector]:
    """Return a vector of length 1 for each document, empty where it has no words."""
    return [_vector(document) for document in documents]


def alike(listed: Sequence[Vector], least: float) -> dict[tuple[int, int], float]:
    """Return the cosines of ``least`` and more by the numbers of two vectors, the smaller first."""
    columns = {term: place for place, term in enumerate(sorted({t for v in listed for t in v}))}
    product = _product(listed, columns)
    return {(a, b): cosine for a, b, cosine in product if a < b and cosine >= least}


def common_terms(listed: Sequence[Vector]) -> list[str]:
    """Return the terms that two vectors at least have, the weightiest first."""
    weights: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for vector in listed:
        uses.update(vector.keys())
        for term, weight in vector.items():
            weights[term] += weight  # type: ignore[assignment]
    return sorted((t for t in weights if uses[t] > 1), key=lambda term: (-weights[term], term))


def _vector(document: Document) -> Vector:
    counts = Counter[str]()
    grammar = words("function_words")
    for word, worth in _weighed(document):
        if word not in grammar:
            counts[stem(word)] += worth
    weights = {term: (1 + math.log(n)) * rarity(term) for term, n in counts.items()}
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in kept))
    return {term: weight / length for term, weight in kept} if length else {}


def _weighed(document: Document) -> Iterator[tuple[str, int]]:
    if document.headline is not None:
        span = document.headline
        for match in WORD.finditer(document.text, span.start, span.end):
            yield fold(match.group()), _HEADLINE
    place = 0
    for region in document.article_regions():
        for match in WORD.finditer(document.text, region.start, region.end):
            yield fold(match.group()), _LEAD if place < _LEAD_WORDS else _REST
            place += 1


def _product(
    listed: Sequence[Vector], columns: Mapping[str, int]
) -> Iterator[tuple[int, int, float]]:
    import numpy

    rows = [number for number, vector in enumerate(listed) for _ in vector]
    places = [columns[term] for vector in listed for term in vector]
    weights = [weight for vector in listed for weight in vector.values()]
    shape = (len(listed), max(1, len(columns)))
    matrix: Any
    if len(listed) <= _DENSE_LIMIT:
        matrix = numpy.zeros(shape)
        matrix[rows, places] = weights
        product = matrix @ matrix.T
        firsts, seconds = product.nonzero()
        cosines = product[firsts, seconds]
    else:
        from scipy.sparse import csr_matrix

        matrix = csr_matrix((weights, (rows, places)), shape=shape)
        product = (matrix @ matrix.T).tocoo()
        firsts, seconds, cosines = product.row, product.col, product.data
    # Rounding hides in which order the terms of a sum were added.
    return zip(firsts.tolist(), seconds.tolist(), cosines.round(9).tolist(), strict=True)
