"""What headline and lead tell otherwise, and what an article tells twice: invented articles."""

import pytest

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.settings import Settings
from asreported.statements.read import read_statements

_FOUND = {
    "deaths-below": (
        "Injuries reported in ferry fire off Hollen\n\nAt least 4 people are dead after a ferry "
        "caught fire off the island of Hollen on Friday, the harbour master said.",
        {"Injuries reported in ferry", "At least 4 people are dead"},
    ),
    "other-toll": (
        "Storm Arda leaves 8 dead on the coast of Osmar\n\nStorm Arda moved inland on Sunday. "
        "The county counted at least 11 deaths along the coast, where roads were cut.",
        {"8 dead", "at least 11 deaths"},
    ),
    "least-above": (
        "At least nine sailors rescued from trawler\n\nNine sailors were rescued from a trawler "
        "that ran aground near Hollen, the coast guard said on Monday.",
        {"At least nine sailors", "Nine sailors"},
    ),
    "year-twice": (
        "Mayor of Osmar resigns\n\nIn 2009, Otto Lind, a cousin of the mayor, was sued in 2009 "
        "over the harbour.",
        {"In 2009", "in 2009"},
    ),
    "unclear-and-told": (
        "Police clear square in Osmar\n\nSeveral men were arrested in the square, the mayor "
        "wrote. It was unclear whether anyone had been arrested there.",
        {
            "Several men were arrested",
            "It was unclear whether anyone had been arrested",
        },
    ),
}
_NOT_FOUND = {
    "added": "Osmar death toll is raised by 1,300\n\nThe daily death toll was 585 in Hollen.",
    "bounded": "Index drops 1190 points in a day\n\nFears shaved over 1,100 points off the index.",
    "same-toll": "Storm Arda leaves 8 dead in Osmar\n\nThe storm killed 8 people on the coast.",
    "suicide": "Gunman wounded in Osmar\n\nThe man had fired 3 shots before killing himself.",
    "other-year": "Mayor resigns\n\nIn 2009 he was sued; in 2011 he was elected mayor of Osmar.",
}


@pytest.mark.parametrize(("text", "words"), _FOUND.values(), ids=_FOUND)
def test_found(text: str, words: set[str]) -> None:
    assert any(words <= found or _touch(words, found) for found in _internals(text))


@pytest.mark.parametrize("text", _NOT_FOUND.values(), ids=_NOT_FOUND)
def test_not_found(text: str) -> None:
    assert not _internals(text)


def _touch(words: set[str], found: set[str]) -> bool:
    return all(any(w in f or f in w for f in found) for w in words)


def _internals(text: str) -> list[set[str]]:
    document = read_document(Page("one.txt", text, "text", {}), Settings())
    reading = read_statements(document, next(iter(load_parser().parse([document]))))
    return [{document.quote(span) for span in each.spans} for each in reading.internals]
