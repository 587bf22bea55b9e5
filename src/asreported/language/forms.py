"""Embed each form of a word once.

The first layers of spaCy's networks turn a word into a vector by its form alone (letters, affixes,
shape, blank behind it): a third of their arithmetic. Few forms make up most of a text, so that the
vector of each is kept.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MOST = 100_000
"""Forms remembered, in 50 MB; then the memory begins anew."""


class Forms:
    """What the layers of ``embedding`` find, remembered."""

    def __init__(self, embedding: Any) -> None:
        self._features, *self._layers = embedding.layers
        self._width = embedding.get_dim("nO")
        self._forget()

    def vectors(self, docs: Sequence[Any]) -> list[NDArray[np.float32]]:
        """Return for each text an array with a row a word."""
        features = np.concatenate([*self._features.predict(docs)])
        forms = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        if len(self._rows) > _MOST:
            self._forget()
        new = {form: at for at, form in enumerate(forms) if form not in self._rows}
        if new:
            self._learn(new, features[list(new.values())])
        rows = np.array([self._rows[form] for form in forms], np.intp)
        return np.split(self._vectors[rows], np.cumsum([len(doc) for doc in docs[:-1]]))

    def _forget(self) -> None:
        self._rows: dict[bytes, int] = {}
        self._vectors = np.empty((0, self._width), np.float32)

    def _learn(self, forms: Iterable[bytes], features: NDArray[np.uint64]) -> None:
        found = [features]
        for layer in self._layers:
            found = layer.predict(found)
        self._rows.update(zip(forms, count(len(self._rows)), strict=False))
        self._vectors = np.concatenate([self._vectors, *found])


def remember_forms(network: Any) -> None:
    """Have the first layer of ``network``, which embeds words, remember what it found."""
    from thinc.api import Model

    forms = Forms(network.layers[0])

    def forward(_: Any, docs: Any, is_train: bool) -> tuple[list[Any], None]:  # noqa: ARG001
        return forms.vectors(docs), None

    network.layers[0] = Model("forms", forward)
