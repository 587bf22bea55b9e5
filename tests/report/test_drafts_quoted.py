"""The lines on what several accounts quote in the very words, on invented accounts."""

from pathlib import Path

import pytest

from asreported.library import compare

_LEADS = (
    "Ferry leaves Zell without its captain\n\nThe harbour office of Zell said on Monday that the "
    "ferry had left without its captain, and that three inspectors would read the papers.\n\n",
    "Without its captain a ferry leaves Zell\n\nA ferry went out from Zell on Monday while its "
    "captain was still on the quay; the company has been asked for its papers by the port.\n\n",
    "Captain misses his own ferry in Zell\n\nWho sailed the Zell ferry across the bay on Monday "
    "morning nobody knows: the captain stood on land when the inspectors came to see him.\n\n",
)
_WE = (
    "“We never hired a river captain without papers from the harbour board,” "
    "Mayor Ida Brandt said.\n\n"
)
_WE_OF_FELL = _WE.replace("Mayor Ida Brandt", "Captain Odo Fell")
_WE_AND_MORE = _WE.replace("board,", "board. Nobody paid for the old quay,")
_OTHERWISE = _WE.replace("from the harbour", "of any river")
_PIECE = "It was there “within a month of the old harbour fire of Zell,” Mayor Ida Brandt said.\n\n"
_POINTING = "“It was not for the captain to do that,” Mayor Ida Brandt said.\n\n"
_TITLE = (
    "“{} the company again and again asked Mr. Fell to sail out of the harbour of Zell today,” "
    "Mayor Ida Brandt said.\n\n"
)
_HALF_SAID = _WE.replace("We never hired", "While we never hired")
_LED_IN = _WE.replace("We never hired a river captain", "When we hired Fell, some years ago")
_BROKEN_OFF = _WE.replace("board,”", "board ...”")
_TO_RECALL = _WE.replace("We never hired", "You know that we never hired")
_EMPTY = "“We will have to see how it goes,” Mayor Ida Brandt said.\n\n"
_HALF = "Mayor Ida Brandt said that there are no “papers from the harbour board” there.\n\n"
_REST = "The town waited at the quay until the evening of that day.\n\n"


def _quoted(folder: Path, *bodies: str) -> list[str]:
    paths = [folder / f"paper{number}.txt" for number in range(len(bodies))]
    for path, lead, body in zip(paths, _LEADS, bodies, strict=False):
        path.write_text(lead + body, "utf-8")
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings if " quote " in finding.text]


_SAID = "“We never hired a river captain without papers from the harbour board”"


@pytest.mark.parametrize(
    ("bodies", "line"),
    [
        pytest.param((_WE, _WE, _WE), f"All 3 accounts quote Ida Brandt: {_SAID}", id="all"),
        pytest.param(
            (_WE, _WE, _REST),
            f"2 of 3 accounts (paper0, paper1) quote Ida Brandt: {_SAID}",
            id="two",
        ),
        pytest.param(
            (_WE, _WE_AND_MORE, _REST),
            f"2 of 3 accounts (paper0, paper1) quote Ida Brandt: {_SAID}",
            id="what both have of it",
        ),
    ],
)
def test_what_accounts_quote_word_for_word_is_a_line(
    bodies: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    assert [text.replace(".”", "”") for text in _quoted(tmp_path, *bodies)] == [line]


@pytest.mark.parametrize(
    "bodies",
    [
        pytest.param((_WE, _OTHERWISE), id="other words"),
        pytest.param((_WE, _WE_OF_FELL), id="two mouths"),
        pytest.param((_PIECE, _PIECE.replace("It was", "All lay")), id="a piece"),
        pytest.param((_POINTING, _POINTING), id="of something said before"),
        pytest.param((_TITLE.format("Here"), _TITLE.format("Then")), id="behind a title"),
        pytest.param((_HALF_SAID, _HALF_SAID), id="half a sentence of two"),
        pytest.param((_LED_IN, _LED_IN), id="what is led up to is missing"),
        pytest.param((_BROKEN_OFF, _BROKEN_OFF), id="broken off"),
        pytest.param((_TO_RECALL, _TO_RECALL), id="to recall"),
        pytest.param((_EMPTY, _EMPTY), id="hardly a word that tells"),
        pytest.param((_WE, _HALF), id="half a sentence"),
    ],
)
def test_other_words_or_mouths_are_no_line(bodies: tuple[str, ...], tmp_path: Path) -> None:
    assert not _quoted(tmp_path, *bodies)


def test_one_mouth_has_two_lines_at_most(tmp_path: Path) -> None:
    said = (
        "“We never hired a river captain without papers from the harbour board,” {} said.\n\n",
        "“The company sold four old ferries to the river board of Osmar,” {} said.\n\n",
        "“Nobody asked the council for permits before the summer regatta,” {} said.\n\n",
    )
    body = _REST.join(words.format("Mayor Ida Brandt") for words in said)
    assert len(_quoted(tmp_path, body, body.replace(_REST, ""))) <= 2
