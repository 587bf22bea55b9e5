"""What accounts share is shown with what belongs to it (invented texts)."""

from pathlib import Path

import pytest

from asreported.library import compare

_ZELL = "Fire at Zell\n\nA loud noise woke the people of the valley before the sun had come up. "
_FEAR = "Night of fear in Zell\n\nDogs barked in the yards, and nobody could find any sleep. "
_BREAD = "The bakers of the upper town sold all their bread before the bells rang. " * 9
_BOATS = "Two boats of the eastern fishermen came home with hardly any herring. " * 9


def _line(folder: Path, one: str, two: str) -> str:
    """Return the line that tells of Ida Brandt, "" where there is none."""
    paths = []
    for name, text in (("one", _ZELL + _BREAD + one), ("two", _FEAR + _BOATS + two)):
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(f"{text}\n", "utf-8")
    (story,) = compare(paths).stories
    found = (f.text for f in story.findings if f.kind == "shared" and "Brandt" in f.text)
    return next(found, "")


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        pytest.param(
            "The mayor of Zell wants Ida Brandt weighed before the race of the old boats.",
            "The mayor of Zell wants Ida Brandt weighed before the race of the old boats.",
            "“The mayor of Zell wants Ida Brandt weighed before the race of the old boats”",
            id="what-stands-in-front",
        ),
        pytest.param(
            "Ida Brandt came up the hill and told the council that the crew drinks all day.",
            "Ida Brandt came up the hill and told the council that the crew drinks all day.",
            "“Ida Brandt came up the hill and told the council that the crew drinks all day”",
            id="what-follows",
        ),
        pytest.param(
            "Ida Brandt has made it clear that she will never sell the old ferry to Marren.",
            "The mayor Ida Brandt has made clear that she does not want to sell the ferry.",
            "“The mayor Ida Brandt has made clear that she does not want to sell the ferry”",
            id="each-in-its-own-words",
        ),
    ],
)
def test_a_scrap_is_shown_with_what_belongs_to_it(
    one: str, two: str, shown: str, tmp_path: Path
) -> None:
    assert shown in _line(tmp_path, one, two)
