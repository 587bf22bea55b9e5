"""Lines of the front page, on invented accounts."""

from pathlib import Path

import pytest

from asreported.library import compare
from asreported.report.drafts import Wording

_LEAD = (
    "The harbour office of Zell said on Monday that the ferry had left without its captain, and "
    "that three inspectors would go through the papers of the company this week.\n\n"
)
_LONG = (
    "“We have a lot of questions about the way in which the company has kept its papers over the "
    "years, and many people in this town have the very same questions, and we will be able to "
    "answer them once the inspectors have finished their work,”"
)


def _findings(folder: Path, *bodies: str) -> list[str]:
    paths = []
    for number, body in enumerate(bodies):
        path = folder / f"paper{number}.txt"
        path.write_text(f"Ferry leaves Zell without its captain\n\n{_LEAD}{body}\n", "utf-8")
        paths.append(path)
    (story,) = compare(paths).stories
    return [finding.text for finding in story.findings]


@pytest.mark.parametrize(
    ("bodies", "shown"),
    [
        pytest.param(
            (
                f"{_LONG} Mayor Ida Brandt said.",
                f"{_LONG.replace('finished', 'done')} Brandt said.",
            ),
            ["… “them once the inspectors have finished", "inspectors have done their work”"],
            id="the words in which they part",
        ),
        pytest.param(
            (
                f"{_LONG} Mayor Ida Brandt said.",
                f"{_LONG} Mayor Ida Brandt said. She spoke again of answers “when inspectors have "
                "finished all of their work,” Brandt said.",
            ),
            ["“when inspectors have finished all of their work"],
            id="the nearest other wording",
        ),
    ],
)
def test_a_wording_shows_what_is_worded_otherwise(
    bodies: tuple[str, str], shown: list[str], tmp_path: Path
) -> None:
    (line,) = [text for text in _findings(tmp_path, *bodies) if text.startswith("One utterance")]
    assert all(words in line for words in shown), line


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        pytest.param("The yard added 96 jobs in March.", True, id="adds what is no word"),
        pytest.param("The court ordered a new inquest.", True, id="orders something"),
        pytest.param("Inspector Maud Tell told reporters at the gate.", False, id="a hearer only"),
        pytest.param("Inspector Maud Tell spoke at the gate.", False, id="nothing said"),
        pytest.param("The fine that the harbour court set represents", False, id="wants more"),
    ],
)
def test_a_clause_that_only_tells_that_somebody_speaks_does_not_stand_alone(
    sentence: str, alone: bool, tmp_path: Path
) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(f"Ferry leaves Zell without its captain\n\n{_LEAD}{sentence}\n", "utf-8")
    (story,) = compare([path]).stories
    (reading,) = story.comparison.readings
    (clause,) = (c for c in reading.clauses if reading.document.quote(c.span) in sentence)
    assert Wording(story.comparison).stands_alone(clause.span) is alone
