"""The line on who is quoted in one account alone, on invented accounts."""

from pathlib import Path

import pytest

from asreported.library import compare

_LEAD = (
    "Ferry leaves Zell without its captain\n\nThe harbour office of Zell said on Monday that the "
    "ferry had left without its captain, and that three inspectors would go through the papers of "
    "the company this week.\n\n"
)
_BRANDT = "“We looked at the old quay for it all day,” Mayor Ida Brandt said.\n\n"
_FELL = "“It is a shame for this old town and its port,” Captain Odo Fell said.\n\n"
_BOARD = "“The rudder of the ferry is gone for good,” the Zell Harbour Board said.\n\n"
_ABOUT_FELL = "Nobody in the town had seen Captain Odo Fell on Monday.\n\n"
_HE = (
    "Ada Reyes came to the quay at noon. “The ferry is gone and nobody asked me,” she said.\n\n"
    "The town waited.\n\n"
)
_FAR = (
    "Ada Reyes came to the quay at noon. " + "The town waited for the ferry all day. " * 9
) + "“The ferry is gone and nobody asked me,” she said.\n\n"
_ASKING = "“Who has seen the rudder of the ferry these days?” asked Tessa Quill.\n\n"
_ELSEWHERE = (
    "Bakers of the north had a fair with three brass bands and many guests on Sunday. " * 8
    + "“We sold more plum bread there than in any summer before,” Nils Ovens said. "
    + "Bakers of the north had a fair with three brass bands and many guests on Sunday. " * 8
    + "\n\n"
)
_JUNIOR = "“It is a shame for this old town and its port,” Captain Odo Fell Jr. said.\n\n"


def _voices(folder: Path, *bodies: str) -> list[str]:
    paths = [folder / f"paper{number}.txt" for number in range(len(bodies))]
    for path, body in zip(paths, bodies, strict=True):
        path.write_text(_LEAD + body, "utf-8")
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings if finding.kind == "voices"]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        pytest.param((_BRANDT + _BOARD, _FELL), "paper0: Ida Brandt; paper1: Odo Fell.", id="each"),
        pytest.param((_BRANDT + _FELL, _FELL), "paper0: Ida Brandt.", id="whom both quote"),
        pytest.param((_BRANDT + _FELL, _ABOUT_FELL), "paper0: Ida Brandt.", id="whom one names"),
        pytest.param((_BRANDT + _HE, _BOARD), "paper0: Ada Reyes, Ida Brandt.", id="whom he is"),
        pytest.param((_BRANDT + _ASKING, _BOARD), "paper0: Ida Brandt.", id="who asks"),
        pytest.param((_BRANDT + _ELSEWHERE, _BOARD), "paper0: Ida Brandt.", id="of a fair"),
        pytest.param((_BRANDT + _FAR, _BOARD), "paper0: Ida Brandt.", id="who he may be"),
        pytest.param((_BRANDT + _JUNIOR, _JUNIOR), "paper0: Ida Brandt.", id="a son"),
        pytest.param(
            (_JUNIOR.replace("Captain Odo Fell", "Tom Luther King"), _BRANDT),
            "paper0: Tom Luther King Jr; paper1: Ida Brandt.",
            id="a King",
        ),
    ],
)
def test_who_is_quoted_in_one_account_is_named_by_no_other(
    bodies: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    (line,) = _voices(tmp_path, *bodies)
    assert line == f"Among those quoted by name in one account alone. {told}"


def test_whom_all_quote_is_no_line(tmp_path: Path) -> None:
    assert not _voices(tmp_path, _BRANDT + _BOARD, _BRANDT)


def test_one_account_has_nobody_that_others_lack(tmp_path: Path) -> None:
    assert not _voices(tmp_path, _BRANDT)


def test_of_many_the_first_are_named(tmp_path: Path) -> None:
    names = ("Ann Abel", "Ben Berg", "Cara Colm", "Dan Dorn", "Eva Ems")
    said = [f"“We saw nothing of the ferry that day,” {name} said.\n\n" for name in names]
    (line,) = _voices(tmp_path, "".join(said), _BRANDT)
    assert "paper0: Ann Abel, Ben Berg, Cara Colm, Dan Dorn and 1 more; paper1" in line
