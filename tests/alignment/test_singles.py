"""Clauses of one account that others may well tell in their own way."""

from dataclasses import replace

import pytest

from asreported.alignment.elsewhere import Elsewhere
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.judgement import Judgement, judge
from asreported.alignment.pairs.units import cut_units
from asreported.alignment.singles import choose_singles
from tests.alignment.disputes import compare_texts


def _judged(*texts: str) -> Judgement:
    return judge(cut_units(compare_texts(*texts).readings), [])


def _told(judged: Judgement, words: str) -> bool:
    found = [at for at, unit in enumerate(judged.units) if words in unit.text]
    assert len(found) == 1, [unit.text for unit in judged.units]
    unit = judged.units[found[0]]
    return Elsewhere(judged).tells(judged.profiles[found[0]], unit.document)


def test_words_spread_over_two_sentences_are_told() -> None:
    judged = _judged(
        "Two shepherds drowned in the Merrin valley on Sunday.",
        "The flood in the Merrin valley broke a bridge. Two shepherds were found drowned there.",
        "The bridge of Osmar was painted blue by a school.",
    )
    assert _told(judged, "Two shepherds drowned")
    assert not _told(judged, "painted blue")


def test_words_far_apart_are_not() -> None:
    judged = _judged(
        "Two shepherds drowned in the Merrin valley on Sunday.",
        "The Merrin valley has a new bridge. It was opened with songs. A baker gave a speech. "
        "Two shepherds came.",
    )
    assert not _told(judged, "Two shepherds drowned")


def test_what_a_headline_says_others_have() -> None:
    judged = _judged(
        "Harbour chief removed after mill fire\n\nThe mayor has removed the chief of the harbour "
        "after a fire in the mill.",
        "The head of the port had to go on Monday.",
    )
    assert _told(judged, "The mayor has removed")
    assert not _told(judged, "The head of the port")


@pytest.mark.parametrize(("sense", "alone"), [(0.5, True), (0.58, False)])
def test_what_another_tells_in_other_words_is_not_told_by_one_alone(
    sense: float, alone: bool
) -> None:
    judged = _judged(
        "Two bakers sold plum cake on Market Street in the old town on Monday.",
        "A brass band played on the meadow of Osmar at noon.",
    )
    near = replace(judged, pairs=(Pair(0, 1, 0.0, sense),), likely={}, leads=(0.0,))
    assert (0 in choose_singles(near, ())) == alone


@pytest.mark.parametrize(
    ("other", "alone"),
    [
        pytest.param("A band played for the bakers of the town at noon.", True, id="no number"),
        pytest.param("A band played for forty cakes of the town at noon.", False, id="another"),
        pytest.param("A band played for 350 cakes of the town at noon.", False, id="the same"),
    ],
)
def test_a_figure_of_its_own_may_stand_beside_what_another_tells(other: str, alone: bool) -> None:
    judged = _judged("Two bakers sold 350 plum cakes on Market Street in the old town.", other)
    near = replace(judged, pairs=(Pair(0, 1, 0.0, 0.58),), likely={}, leads=(0.0,))
    assert (0 in choose_singles(near, ())) == alone
