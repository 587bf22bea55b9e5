"""What is shown of a point that accounts tell unlike, on invented accounts."""

from pathlib import Path

import pytest

from asreported.library import compare
from asreported.report.carried import begins_with_doer

_OPENINGS = (
    "Fire at Zell\n\nA loud noise woke the people of the valley before the sun had come up.",
    "Night of fear in Zell\n\nDogs barked in the yards, and nobody could find any sleep.",
    "Zell slept badly\n\nThe valley was awake at night, and the dogs barked in its yards.",
)


def _lines(folder: Path, *told: str) -> list[str]:
    paths = [folder / f"paper{number}.txt" for number in range(len(told))]
    for path, opening, text in zip(paths, _OPENINGS, told, strict=False):
        path.write_text(f"{opening} {text}\n", "utf-8")
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings if finding.kind in ("shared", "figure")]


@pytest.mark.parametrize(
    ("one", "two", "line"),
    [
        pytest.param(
            "The stone mill of the brewers near Zell burned down on Monday with Odo Fell’s wine.",
            "The brewers' stone mill near Zell burned down on Monday to the horror of the town.",
            "burned down on Monday” … - 2",
            id="each-has-something-of-its-own",
        ),
        pytest.param(
            "The old mill burned down on Monday with all barrels of the Marren brewers.",
            "The old mill burned down on Monday to the horror of the upper town.",
            "“The old mill burned down on Monday with all barrels of the Marren brewers” (paper0); "
            "“The old mill burned down on Monday to the horror of the upper town” (paper1) - 2",
            id="a-scrap-is-told-in-each-one's-words",
        ),
        pytest.param(
            "Ida Brandt named Odo Fell as the next master of the old mill.",
            "Odo Fell will be master of the old mill.",
            "“Odo Fell will be master of the old mill”",
            id="the-wording-that-all-carry",
        ),
        pytest.param(
            "Ida Brandt never sold the old mill to dealers from Marren.",
            "Ida Brandt never sold the old mill to friends of Odo Fell.",
            "“Ida Brandt never sold the old mill to dealers from Marren” (paper0); "
            "“Ida Brandt never sold the old mill to friends of Odo Fell” (paper1) - ",
            id="what-is-denied-is-not-cut",
        ),
        pytest.param(
            "Three masters of the old mill were born in Marren.",
            "Three masters of the old mill were born near Brandsund.",
            "“Three masters of the old mill were born in Marren” (paper0)",
            id="nothing-is-cut-that-leaves-a-verb",
        ),
    ],
)
def test_words_are_put_in_no_mouth_that_lacks_them(
    one: str, two: str, line: str, tmp_path: Path
) -> None:
    (shown,) = (text for text in _lines(tmp_path, one, two) if " mill" in text)
    assert line in shown


def test_where_somebody_stands_in_a_picture_is_no_line(tmp_path: Path) -> None:
    same = "Ida Brandt, left, walks with Odo Fell over the yard of the old mill."
    burned = "The old mill burned down on Monday."
    lines = _lines(tmp_path, f"{same} {burned}", f"{burned} {same}")
    assert lines
    assert not any("left, walks" in line for line in lines)


_ASIDE = "The captain of the old mill has denied"
_THEFT = f"{_ASIDE} any theft of barrels from the brewers of Zell."
_SISTER = "My sister runs the old mill for the brewers of Zell and Marren"


@pytest.mark.parametrize(
    ("one", "two", "shown"),
    [
        pytest.param(f"{_ASIDE} any theft.", f"{_ASIDE} those rumours.", False, id="in-passing"),
        pytest.param(_THEFT, _THEFT, True, id="the-same"),
        pytest.param(f"{_SISTER}.", f"{_SISTER}.", False, id="my"),
        pytest.param(
            "Odo Fell sold the old mill.", "Odo Fell sold the old mill.", False, id="a-scrap"
        ),
        pytest.param(
            f"“{_SISTER},” Ida Brandt said.",
            f"“{_SISTER},” said Ida Brandt.",
            True,
            id="her-sister",
        ),
        pytest.param("The mill had made it clear.", "The mill had made it clear.", False, id="few"),
        pytest.param(
            "“The old mill is a shame for the valley,” Ida Brandt said.",
            "“The old mill is a shame for the valley,” Ada Reyes said.",
            False,
            id="two-persons",
        ),
        pytest.param(
            "However, Odo Fell sold the old mill to a dealer from Marren.",
            "However, Odo Fell sold the old mill to a dealer from Marren.",
            True,
            id="however",
        ),
    ],
)
def test_what_a_few_tell_far_down(one: str, two: str, shown: bool, tmp_path: Path) -> None:
    bread = "The bakers of the upper town sold all their bread before the bells rang. " * 9
    boats = "Two boats of the eastern fishermen came home with hardly any herring. " * 9
    lines = _lines(tmp_path, bread + one, boats + two, "The dogs slept again by noon.")
    assert any(" mill" in line for line in lines) == shown
    assert not any("However" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param("Captain Odo Fell selling barrels", True, id="who-sells"),
        pytest.param("of Marren", False, id="of-where"),
    ],
)
def test_who_acts_is_no_addition(words: str, begins: bool, tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    told = "A baker of Marren had heard Captain Odo Fell selling barrels on Monday."
    path.write_text(f"{_OPENINGS[0]} {told}\n", "utf-8")
    (story,) = compare([path]).stories
    tokens = story.comparison.readings[0].parse.tokens
    start = path.read_text("utf-8").index(words)
    held = [n for n, t in enumerate(tokens) if start <= t.start < start + len(words)]
    assert begins_with_doer(tokens, held) == begins
