"""What is shown of a point that accounts tell unlike, on invented accounts."""

from pathlib import Path

import pytest

from asreported.library import compare

_OPENINGS = (
    "Fire at Zell\n\nA loud noise woke the people of the valley before the sun had come up.",
    "Night of fear in Zell\n\nDogs barked in the yards, and nobody could find any sleep.",
)


def _lines(folder: Path, *told: str) -> list[str]:
    paths = [folder / f"paper{number}.txt" for number in range(len(told))]
    for path, opening, text in zip(paths, _OPENINGS, told, strict=True):
        path.write_text(f"{opening} {text}\n", "utf-8")
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings if finding.kind in ("shared", "figure")]


@pytest.mark.parametrize(
    ("one", "two", "line"),
    [
        pytest.param(
            "The old mill burned down on Monday with all barrels of the Marren brewers.",
            "The old mill burned down on Monday to the horror of the upper town.",
            "“The old mill burned down on Monday” … - 2",
            id="each-has-something-of-its-own",
        ),
        pytest.param(
            "Ida Brandt named Odo Fell as the next master of the old mill.",
            "Odo Fell will be master of the old mill.",
            "“Odo Fell will be master of the old mill” - ",
            id="the-wording-that-all-carry",
        ),
        pytest.param(
            "Ida Brandt never sold the old mill to dealers from Marren.",
            "Ida Brandt never sold the old mill to friends of Odo Fell.",
            "“Ida Brandt never sold the old mill to dealers from Marren” (paper0); "
            "“Ida Brandt never sold the old mill to friends of Odo Fell” (paper1) - ",
            id="what-is-denied-is-not-cut",
        ),
    ],
)
def test_words_are_put_in_no_mouth_that_lacks_them(
    one: str, two: str, line: str, tmp_path: Path
) -> None:
    (shown,) = (text for text in _lines(tmp_path, one, two) if "old mill" in text)
    assert line in shown


def test_where_somebody_stands_in_a_picture_is_no_line(tmp_path: Path) -> None:
    same = "Ida Brandt, left, walks with Odo Fell over the yard of the old mill."
    burned = "The old mill burned down on Monday."
    lines = _lines(tmp_path, f"{same} {burned}", f"{burned} {same}")
    assert lines
    assert not any("left, walks" in line for line in lines)
