"""What is told of all lines at once is what each of them would tell of itself."""

import pytest

from asreported.documents.lines.characters import beyond_ascii
from asreported.documents.lines.hints import (
    ADDRESSED,
    AGENCY,
    AT,
    COUNTING,
    CREDITED,
    DIGIT,
    INVITING,
    PAST,
    PICTURING,
    PRICED,
    REPLYING,
    RIGHTS,
    SAYING,
    SIGNED,
    TELLING,
    WORDLESS,
    read_hints,
)
from asreported.documents.lines.lines import Line
from asreported.documents.lines.phrases import fold_each, fold_words
from asreported.documents.weights.vocabulary import number_words

HINTED = [
    ("12 comments on this", COUNTING | DIGIT),
    ("Read more about the ferry", INVITING),
    ("Ines Halvorsen says", SAYING),
    ("three days ago", PAST),
    ("Reply", REPLYING),
    ("By Ines Halvorsen", SIGNED),
    ("Photo: Ines Halvorsen", PICTURING | CREDITED),
    ("write to desk@ferry.example", AT | ADDRESSED),
    ("ferry.com", ADDRESSED),
    ("12 EUR", PRICED | DIGIT),
    ("£3", PRICED | DIGIT),
    ("© Harbour Gazette", RIGHTS | CREDITED),
    ("REUTERS/Ines Halvorsen", AGENCY | CREDITED | ADDRESSED | PICTURING),
    ("Privacy policy", TELLING),
    ("***", WORDLESS),
    ("", WORDLESS),
]


def line_of(text: str) -> Line:
    return Line(0, len(text), text, 0)


@pytest.mark.parametrize(("text", "hints"), HINTED, ids=[text for text, _ in HINTED])
def test_a_line_hints_at_what_it_may_be(text: str, hints: int) -> None:
    line = line_of(text)
    assert line.hints & hints == hints
    assert line.hints == read_hints(line.plain, line.words)


def test_a_plain_line_hints_at_nothing() -> None:
    assert line_of("ferries crossed calmly").hints & ~TELLING == 0


def test_the_hints_of_a_page_are_those_of_each_line() -> None:
    lines = [line_of(text) for text, _ in HINTED]
    number_words(lines)
    assert [line.hints for line in lines] == [line_of(text).hints for text, _ in HINTED]


WORDS = [
    "don't rock'n'roll a'b'c'd'e",
    "a''b 'tis '' 'quoted'",
    "under_scored 2nd x2",
    "Der Fähr\xadmann's Straße © 2031 – „hier“ … ¿qué? İstanbul",
    "паром «шёл» १२'३ ๑ 渡し船。e\u0301t\u00e9",
    "half of a pair \ud83d and a rest",
    "",
]


def test_the_words_of_a_page_are_those_of_each_text() -> None:
    assert fold_each(WORDS) == [fold_words(text) for text in WORDS]


def test_a_page_of_very_many_signs_has_the_same_words() -> None:
    signs = "".join(map(chr, range(0x2190, 0x2290)))
    texts = [f"one{signs}two", "three's"]
    assert fold_each(texts) == [("one", "two"), ("three's",)]


def test_what_is_beyond_ascii_is_left() -> None:
    assert beyond_ascii("Fähre – 12") == "ä–"
    assert beyond_ascii("ferry") == ""
