"""Which words English has, by the table of bits."""

import pytest

from asreported.language.vocabulary import is_word, whole_words


@pytest.mark.parametrize("word", ["harbour", "mousse", "hurrah", "limn", "knives"])
def test_dictionary_words_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["harbuor", "advisrr", "oportunity", "qzxv"])
def test_slips_are_not(word: str) -> None:
    assert not is_word(word)


def test_whole_words_hold_no_pieces() -> None:
    assert "minister" in whole_words()
    assert all(word.isalpha() for word in whole_words())
