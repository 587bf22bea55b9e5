"""The pieces of a text, shown joined by blanks; vocabulary of our own."""

import pytest

from asreported.language.wordpiece import WordPiece

VOCAB = "[UNK] [CLS] [SEP] the ferry ##man ##s , . ' s cafe ##5 4 東 京 - $ ne ##ver un"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("The ferry", "the ferry", id="lower case"),
        pytest.param("ferrymans", "ferry ##man ##s", id="longest piece first"),
        pytest.param("The ferry, 4.", "the ferry , 4 .", id="marks stand alone"),
        pytest.param("ferry's", "ferry ' s", id="apostrophe"),
        pytest.param("café CAFE\u0301", "cafe cafe", id="accents come off"),
        pytest.param("$45", "$ 4 ##5", id="symbol and digits"),
        pytest.param("東京", "東 京", id="ideographs stand alone"),
        pytest.param("the\u00a0ferry\u2009\tman", "the ferry [UNK]", id="white space of any kind"),
        pytest.param("the\u200bferry", "[UNK]", id="zero width vanishes"),
        pytest.param("xyz the", "[UNK] the", id="no pieces"),
        pytest.param("never " + "a" * 200, "ne ##ver [UNK]", id="a word too long"),
        pytest.param("", "", id="empty"),
    ],
)
def test_pieces(text: str, pieces: str) -> None:
    vocab = VOCAB.split()
    found = [vocab[number] for number in WordPiece(vocab, 256).word_ids([text])[0]]
    assert found == ["[CLS]", *pieces.split(), "[SEP]"]


def test_long_text_is_cut_and_stays_closed() -> None:
    vocab = VOCAB.split()
    ids, owners = WordPiece(vocab, 8).word_ids(["the"] * 50)
    assert [vocab[number] for number in ids] == ["[CLS]", *["the"] * 6, "[SEP]"]
    assert owners == tuple(range(6))
