"""The lines on who is quoted in one account alone, on invented accounts."""

from pathlib import Path

import pytest

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.library import compare
from asreported.model.source import Page
from asreported.report.introduced import introduce
from asreported.settings import Settings
from asreported.statements.read import read_statements

_LEAD = (
    "Ferry leaves Zell without its captain\n\nThe harbour office of Zell said on Monday that the "
    "ferry had left without its captain, and that three inspectors would go through the papers of "
    "the company this week.\n\n"
)
_BRANDT = (
    "“A captain has to know every lamp of the harbour by heart,” said Ida Brandt, the mayor of "
    "Zell and head of its fair.\n\n"
)
_IDA = "Only paper{} quotes Ida Brandt, the mayor of Zell and head of its fair: “A captain has to "
_FELL = (
    "“Our captain lay ill in the hospital of Osmar all day,” said Odo Fell, a harbour "
    "inspector.\n\n"
)
_ODO = "Only paper{} quotes Odo Fell, a harbour inspector: “Our captain lay "
_BOARD = "“The rudder of the ferry is gone for good,” the Zell Harbour Board said.\n\n"
_ABOUT_FELL = "Nobody in the town had seen Captain Odo Fell on Monday.\n\n"
_ELSEWHERE = (
    "Bakers of the north had a fair with three brass bands and many guests on Sunday. "
    * 8
    + "“We sold more plum bread there than in any summer before,” "
    "said Nils Ovens, a baker of Osmar. "
    + "Bakers of the north had a fair with three brass bands and many guests on Sunday. " * 8
    + "\n\n"
)


def _said(words: str, speaker: str = "said Odo Fell, a harbour inspector of Zell") -> str:
    return f"“{words},” {speaker}.\n\n"


def _voices(folder: Path, *bodies: str) -> list[str]:
    paths = [folder / f"paper{number}.txt" for number in range(len(bodies))]
    for path, body in zip(paths, bodies, strict=True):
        path.write_text(_LEAD + body, "utf-8")
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings if finding.kind == "voices"]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        pytest.param((_BRANDT + _BOARD, _FELL), (_IDA.format(0), _ODO.format(1)), id="each"),
        pytest.param((_BRANDT + _FELL, _FELL), (_IDA.format(0),), id="whom both quote"),
        pytest.param((_BRANDT + _FELL, _ABOUT_FELL), (_IDA.format(0),), id="whom one names"),
        pytest.param((_BRANDT + _ELSEWHERE, _BOARD), (_IDA.format(0),), id="of a fair"),
        pytest.param((_BOARD, _BRANDT), (_IDA.format(1),), id="a body is nobody"),
        pytest.param((_BRANDT + _FELL, _BOARD), (_ODO.format(0),), id="one an account"),
    ],
)
def test_who_is_quoted_in_one_account_is_told_with_a_sentence(
    bodies: tuple[str, ...], told: tuple[str, ...], tmp_path: Path
) -> None:
    lines = _voices(tmp_path, *bodies)
    assert len(lines) == len(told)
    assert all(any(line.startswith(each) for line in lines) for each in told)


def test_the_line_leads_to_the_words_and_to_who_says_them(tmp_path: Path) -> None:
    for number, body in enumerate((_BRANDT, _BOARD)):
        (tmp_path / f"paper{number}.txt").write_text(_LEAD + body, "utf-8")
    (story,) = compare([tmp_path]).stories
    (line,) = [finding for finding in story.findings if finding.kind == "voices"]
    text = story.comparison.readings[0].document
    assert [text.quote(span) for span in line.spans] == [
        "A captain has to know every lamp of the harbour by heart",
        "Ida Brandt, the mayor of Zell and head of its fair",
    ]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            _said("Captains sleep under the bridge of a ferry at Osmar", "Odo Fell said"), id="who"
        ),
        pytest.param(
            _said("Captains sleep under the bridge of a ferry at Osmar", "spokesman Odo Fell said"),
            id="whose",
        ),
        pytest.param(
            _said(
                "Captains sleep under the bridge of a ferry at Osmar",
                "wrote Odo Fell, a columnist of Zell",
            ),
            id="press",
        ),
        pytest.param(_said("But captains sleep under the bridge"), id="goes on"),
        pytest.param(_said("I think he sleeps below the bridge of a ferry"), id="whom"),
        pytest.param(_said("The captain calls it ‘the ferry that left Zell’"), id="inner marks"),
        pytest.param(_said("Who has seen the captain of the ferry of Zell these days?"), id="asks"),
        pytest.param(_said("Nothing good ever comes of it"), id="tells nothing"),
        pytest.param(
            "Odo Fell, a harbour inspector of Zell, came. "
            "“Captains sleep under the bridge of a ferry at Osmar,” he "
            "said.\n\n",
            id="who he is",
        ),
    ],
)
def test_what_says_little_to_a_reader_is_no_line(body: str, tmp_path: Path) -> None:
    assert not _voices(tmp_path, body, _BOARD)


def test_the_same_said_whole_is_a_line(tmp_path: Path) -> None:
    assert _voices(tmp_path, _said("Captains sleep under the bridge of a ferry at Osmar"), _BOARD)


def test_of_many_two_are_told(tmp_path: Path) -> None:
    names = ("Ann Abel", "Ben Berg", "Cara Colm")
    bodies = [
        _said(
            "Captains sleep under the bridge of a ferry at Osmar", f"said {name}, a clerk of Osmar"
        )
        for name in names
    ]
    assert len(_voices(tmp_path, *bodies)) == 2


@pytest.mark.parametrize(
    ("before", "name", "behind", "told"),
    [
        ("Five-time winner", "Odo Fell", " said so.", "Five-time winner Odo Fell"),
        ("The", "Odo Fell", ", who heads the board, said so.", None),
        (
            "The Zell Board deputy chairman",
            "Odo Fell",
            " said.",
            "Zell Board deputy chairman Odo Fell",
        ),
    ],
)
def test_who_somebody_is_stands_beside_his_name(
    before: str, name: str, behind: str, told: str | None
) -> None:
    document = read_document(Page("a.txt", f"{before} {name}{behind}", "text", {}), Settings())
    reading = read_statements(document, next(iter(load_parser().parse([document]))))
    start = document.text.index(name)
    found = introduce(reading, document.span(start, start + len(name)))
    assert (document.quote(found) if found else None) == told


def test_whom_all_quote_is_no_line(tmp_path: Path) -> None:
    assert not _voices(tmp_path, _BRANDT + _BOARD, _BRANDT)


def test_one_account_has_nobody_that_others_lack(tmp_path: Path) -> None:
    assert not _voices(tmp_path, _BRANDT)
