"""Parses name the words of the document as it stands, whatever was left out for the parser."""

import pytest

from asreported.language.load import load_parser
from asreported.model.document import Document, Region
from asreported.model.parse import Parse


def _document(text: str, kind: str = "body") -> Document:
    return Document(
        "d" + str(abs(len(text))), "a.txt", text, "en", (Region(0, len(text), kind, ""),)
    )


def _parse(text: str, kind: str = "body") -> Parse:
    return next(iter(load_parser().parse([_document(text, kind)])))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The **old ferry** sank.", "The old ferry sank .", id="markup"),
        pytest.param("It  sank\u00a0 fast.", "It sank fast .", id="white space is no word"),
        pytest.param("“Sunk,” he said.", "“ Sunk , ” he said .", id="marks as written"),
        pytest.param("1) It sank.", "It sank .", id="list mark"),
    ],
)
def test_words(text: str, words: str) -> None:
    parse = _parse(text)
    assert [token.text for token in parse.tokens] == words.split()
    for token in parse.tokens:
        assert text[token.start : token.end] == token.text
    for sentence in parse.sentences:
        for token in parse.tokens[sentence.first : sentence.last]:
            assert sentence.first <= token.head < sentence.last


def test_headline_verb_is_found_and_keeps_its_letters() -> None:
    text = "The Mayor Says Nobody Will Close This Bridge"
    parse = _parse(text, "headline")
    verbs = [token.text for token in parse.tokens if token.pos == "VERB"]
    assert verbs == ["Says", "Close"]


def test_comments_are_not_parsed() -> None:
    assert _parse("Nobody believes this mayor.", "comments").tokens == ()


def test_a_document_is_parsed_alike_alone_and_in_a_batch() -> None:
    documents = [_document(f"The ferry sank {n} miles off the {'old ' * n}quay.") for n in range(9)]
    parser = load_parser()
    together = list(parser.parse(documents))
    assert together == [next(iter(parser.parse([document]))) for document in documents]


def test_a_paragraph_without_end_is_parted() -> None:
    parse = _parse("word and the other " * 2_000)
    longest = max(sentence.last - sentence.first for sentence in parse.sentences)
    assert longest < 1_500
    assert len(parse.tokens) == 8_000


def test_a_helping_verb_before_a_mark_hangs_on_its_verb() -> None:
    parse = _parse("The letter says that he “cannot in good conscience” obey an order.")
    obey = next(n for n, token in enumerate(parse.tokens) if token.text == "obey")
    assert [token.text for token in parse.tokens if token.head == obey and token.dep == "neg"] == [
        "not"
    ]


def test_a_helping_verb_is_not_given_to_a_verb_far_behind() -> None:
    parse = _parse(
        "The hurdle might even by steeper than it appears: Sen. Ada Byron (D-Zell) opposes it."
    )
    might = next(token for token in parse.tokens if token.text == "might")
    assert parse.tokens[might.head].text != "opposes"
