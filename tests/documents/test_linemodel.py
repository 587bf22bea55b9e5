"""The line model's short cuts give what the long way gives."""

import numpy as np
import pytest

from asreported.documents import linemodel
from asreported.documents.context import guesses_around, windows, with_context
from asreported.documents.features import COLUMN, read_figures
from asreported.documents.lines import split_lines
from asreported.documents.vocabulary import number_words
from asreported.documents.wording import weigh_wording

PAGE = "\n".join(
    [
        "Home | News | Sport",
        "Sign in",
        "Ferry runs aground off Kelm",
        "By Ines Halvorsen, 3 May 2031, 10:15",
        "The ferry ran aground at dawn on Tuesday, and all 41 passengers were taken ashore.",
        '"Nobody was hurt," the harbour master said. "We will look at the charts.")"',
        "Read more: How ferries are steered …",
        "Subscribe for €3 a week",
        "© Harbour Gazette 2031",
    ]
)


@pytest.mark.parametrize("kind", ["flat", "html"])
@pytest.mark.parametrize("name", ["mean", "spread"])
def test_both_passes_scale_what_both_look_at_alike(kind: str, name: str) -> None:
    first = linemodel._network(f"{kind}1")[name]
    second = linemodel._network(f"{kind}2")[name]
    assert (second[: len(first)] == first).all()


def test_a_page_is_weighed_as_by_one_network_after_the_other() -> None:
    lines = split_lines(PAGE)
    said = number_words(lines)
    wording = weigh_wording(said, linemodel._wording())
    rows = with_context(read_figures(lines, said), wording)
    guess = linemodel.run_network(linemodel._network("flat1"), rows)
    both = np.hstack([rows, guesses_around(guess)])
    whole = linemodel.run_network(linemodel._network("flat2"), both)
    odds = linemodel.weigh_lines(lines, said)
    assert odds.article == pytest.approx(whole[:, 0], abs=1e-6)
    assert odds.comment == pytest.approx(whole[:, 1], abs=1e-6)
    assert odds.article[4] > 0.5 > odds.article[0]


@pytest.mark.parametrize("mean", [False, True])
def test_windows_are_sums_or_means_of_the_lines_around(mean: bool) -> None:
    values = np.array([[1, 10], [2, 20], [4, 40], [8, 80]], dtype=np.float32)
    near, far = windows(values, (1, 9), mean)
    sums = [[3, 30], [7, 70], [14, 140], [12, 120]]
    sizes = np.array([[2], [3], [3], [2]]) if mean else 1
    assert near == pytest.approx(np.array(sums) / sizes)
    assert far == pytest.approx(np.array([[15, 150]] * 4) / (4 if mean else 1))


def test_an_end_is_found_behind_ever_so_many_closing_signs() -> None:
    ends = ["The ferry sank.", "The ferry sank." + ")" * 3, "The ferry sank." + "”)" * 20, '")']
    lines = split_lines("\n".join(ends))
    figures = read_figures(lines, number_words(lines))
    assert figures.rows[:, COLUMN["ends_sentence"]].tolist() == [1, 1, 1, 0]
