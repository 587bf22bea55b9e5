"""What the parser is shown, and where each character of it stood."""

import time

import pytest

from asreported.language.view import view


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("The ferry sank.", "The ferry sank.", id="nothing to leave out"),
        pytest.param("**Mayor Ilse Brandt** spoke.", "Mayor Ilse Brandt spoke.", id="bold"),
        pytest.param("*Slanted words* end.", "Slanted words end.", id="italic"),
        pytest.param("_Slanted_ snake_case", "Slanted snake_case", id="underscores"),
        pytest.param("See [the log](https://a.example/x) now", "See the log now", id="link"),
        pytest.param("![A quay](q.png) at noon", "A quay at noon", id="picture"),
        pytest.param("It sank.[12] Why?", "It sank. Why?", id="footnote"),
        pytest.param("[The] ferry sank", "The ferry sank", id="editor's brackets"),
        pytest.param("(T)he ferry (T) sank", "The ferry (T) sank", id="letter in brackets"),
        pytest.param("“Sunk,” she said", '"Sunk," she said', id="curly marks"),
        pytest.param("the mayor’s ‘plan’", "the mayor's 'plan'", id="single marks"),
        pytest.param("> - Quoted line", "Quoted line", id="marks of quote and list"),
        pytest.param("• Point one", "Point one", id="bullet"),
        pytest.param("3) Point three", "Point three", id="number of a list"),
        pytest.param("12 boats sank", "12 boats sank", id="a number is no list mark"),
        pytest.param("7. 30 people", "7. 30 people", id="clock time is no list mark"),
        pytest.param("70\u00a0000 km", "70 000 km", id="no-break space"),
        pytest.param("one \t\n two", "one two", id="white space folds"),
        pytest.param("fer\u00adry\u200b sank", "ferry sank", id="zero width"),
        pytest.param("***", "", id="nothing left"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    before = "Xx\n"
    found = view(before + text + "\nYy", len(before), len(before) + len(text))
    assert found.text.rstrip() == shown
    for at, char in enumerate(found.text):
        start, end = found.span(at, at + 1)
        there = (before + text)[start:end]
        assert there == char or (char == " " and there.isspace()) or char in "\"'"


@pytest.mark.parametrize(
    "unit", ["*", "[", "[a](", "_a", " \n", "(a)", "\u200b", "![", "[1", ">", "a_"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    view(text, 0, len(text))
    assert time.process_time() - began < 2
