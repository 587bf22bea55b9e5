"""Every row of every table is whole and says where it is from; questions to them are answered."""

from importlib.resources import files

import pytest

from asreported.lexicon.denials import denies
from asreported.lexicon.load import table
from asreported.model.parse import Token

TABLES = sorted(
    entry.name.removesuffix(".tsv")
    for entry in files("asreported.lexicon").iterdir()
    if entry.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_whole(name: str) -> None:
    rows = table(name)
    assert rows
    assert list(rows[0])[-1] == "source"
    for row in rows:
        assert row["source"].strip(), row
        assert all(cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_distinct(name: str) -> None:
    rows = [tuple(row.values()) for row in table(name)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    ("text", "lemma", "dep", "at_all", "bare"),
    [
        pytest.param("n’t", "not", "aux", True, True, id="a curly mark"),
        pytest.param("hardly", "hardly", "advmod", True, True, id="an adverb"),
        pytest.param("No", "no", "det", True, True, id="a determiner"),
        pytest.param("ne", "ne", "neg", True, True, id="by its place in the sentence"),
        pytest.param("Failed", "fail", "ROOT", True, False, id="a verb"),
        pytest.param("nobody", "nobody", "nsubj", True, False, id="a pronoun"),
        pytest.param("said", "say", "ROOT", False, False, id="a verb that hands a denial down"),
    ],
)
def test_which_words_deny(text: str, lemma: str, dep: str, at_all: bool, bare: bool) -> None:
    token = Token(0, len(text), text, lemma, "X", "X", dep, 0, "", False)
    assert (denies(token), denies(token, bare=True)) == (at_all, bare)
