"""The line model's short cuts give what the long way gives."""

import numpy as np
import pytest

from asreported.documents.lines.lines import split_lines
from asreported.documents.weights import linemodel
from asreported.documents.weights.context import (
    FAR,
    NEAR,
    ONE_BY_ONE,
    Groups,
    gather,
    is_far,
    with_place,
)
from asreported.documents.weights.features import COLUMN, read_figures
from asreported.documents.weights.vocabulary import number_words
from asreported.documents.weights.wording import weigh_wording

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


def layer(network, name, values):
    return np.maximum(0, values @ network[name] + network[f"{name}_bias"])


def test_a_page_is_weighed_as_by_one_layer_after_the_other() -> None:
    lines = split_lines(PAGE)
    said = number_words(lines)
    rows = with_place(read_figures(lines, said), weigh_wording(said, linemodel._wording()))
    each = []
    for name in linemodel.FLAT:
        network = linemodel._network(name)
        bounded = np.clip(rows, network["low"], network["high"])
        own = layer(network, "own", bounded)
        inner = np.maximum(0, gather(own @ network["around"]) + network["around_bias"])
        each.append(1 / (1 + np.exp(-(inner @ network["out"] + network["out_bias"]))))
    whole = np.mean(each, axis=0)
    odds = linemodel.weigh_lines(lines, said)
    assert odds.article == pytest.approx(whole[:, 0], abs=1e-6)
    assert odds.comment == pytest.approx(whole[:, 1], abs=1e-6)
    assert odds.article[4] > 0.5 > odds.article[0]


def test_a_long_page_is_weighed_in_parts_as_in_one() -> None:
    chance = np.random.RandomState(0)
    rows, one = chance.rand(2_000, 48), chance.rand(48, 30)
    assert linemodel._product(rows, one) == pytest.approx(rows @ one)
    stack = chance.rand(3, 48, 30)
    assert linemodel._product(rows, stack) == pytest.approx(rows @ stack)


@pytest.mark.parametrize("n", [0, 1, 2, FAR, 3 * FAR])
def test_a_line_is_given_what_those_near_give_and_the_means_of_those_far(n: int) -> None:
    parts = np.random.RandomState(n).rand(ONE_BY_ONE + 5, n, 2).astype(np.float32)
    groups = Groups(np.arange(n) % 2)
    found = gather(parts, (groups,))
    assert found.shape == (n, 2)
    above, below, all_above, all_below, grouped = parts[ONE_BY_ONE:]
    for at in range(n):
        near = range(max(0, at - NEAR), min(n, at + NEAR + 1))
        given = [parts[other - at + NEAR, other] for other in near]
        given += [above[max(0, at - FAR) : at].sum(0) / FAR, below[at + 1 :][:FAR].sum(0) / FAR]
        given += [all_above[:at].sum(0) / n, all_below[at + 1 :].sum(0) / n]
        given.append(grouped[at % 2 :: 2].mean(0))
        assert found[at] == pytest.approx(np.sum(given, axis=0), abs=1e-5)


def test_a_line_is_far_from_those_that_hold_beyond_a_few() -> None:
    holds = np.zeros(4 * FAR, dtype=bool)
    assert is_far(holds).all() and is_far(holds[:0]).size == 0
    holds[2 * FAR] = True
    assert np.flatnonzero(~is_far(holds)).tolist() == list(range(FAR, 3 * FAR + 1))


def test_means_are_of_the_lines_of_a_group_wherever_they_stand() -> None:
    values = np.array([[1, 10], [2, 20], [4, 40], [8, 80]], dtype=np.float32)
    found = Groups(np.array([1, 0, 1, 2])).means(values)
    assert found.tolist() == [[2.5, 25], [2, 20], [2.5, 25], [8, 80]]
    assert Groups(np.zeros(0, dtype=int)).means(values[:0]).shape == (0, 2)


def test_an_end_is_found_behind_ever_so_many_closing_signs() -> None:
    ends = ["The ferry sank.", "The ferry sank." + ")" * 3, "The ferry sank." + "”)" * 20, '")']
    lines = split_lines("\n".join(ends))
    figures = read_figures(lines, number_words(lines))
    assert figures.rows[:, COLUMN["ends_sentence"]].tolist() == [1, 1, 1, 0]
