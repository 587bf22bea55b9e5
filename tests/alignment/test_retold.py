"""Facts told alike but for one slot are listed as tensions; look-alikes are not."""

import pytest

from tests.alignment.disputes import compare_texts, sides_of

_TOLD = {
    # id: (account, account, kind, words of one side, words of the other)
    "may": (
        "The new dam will cost 300 families in Zell their homes.",
        "The new dam could cost 300 families in Zell their homes.",
        "wording",
        "The new dam will cost 300 families in Zell their homes",
        "The new dam could cost 300 families in Zell their homes",
    ),
    "loosely counted": (
        "The judge in Zell charged the clerk with three counts of forging papers.",
        "The judge in Zell charged the clerk with multiple counts of forging papers.",
        "number",
        "The judge in Zell charged the clerk with three counts of forging papers",
        "The judge in Zell charged the clerk with multiple counts of forging papers",
    ),
    "a man": (
        "The storm in Zell hurt a nurse from Dorn on Monday.",
        "The storm in Zell hurt a woman from Dorn on Monday.",
        "agent",
        "The storm in Zell hurt a nurse from Dorn on Monday",
        "The storm in Zell hurt a woman from Dorn on Monday",
    ),
}

_ALIKE = {
    "one thing by two names": (
        "The clerk defended his shop in Zell from the thieves.",
        "The clerk defended his store in Zell from the thieves.",
    ),
    "one says more": (
        "Kesh fired missiles at two harbors in Torvia.",
        "Kesh fired old missiles at two harbors in Torvia.",
    ),
    "a belief of one's own": (
        "I believe the ferry struck the pier of Zell.",
        "The ferry struck the pier of Zell.",
    ),
    "could not and cannot": (
        "The captain could not discuss the wreck of the ferry in open court.",
        "The captain cannot discuss the wreck of the ferry in open court.",
    ),
    "all on another word": (
        "Joan Reed has canceled all campaign events in Torvia.",
        "Ann Lee, Tom Hale and Joan Reed have all canceled campaign events in Torvia.",
    ),
    "what narrows a noun": (
        "Allies of Torvia condemn the poison attack in Zell.",
        "Allies of Torvia condemn the spy attack in Zell.",
    ),
}


@pytest.mark.parametrize("name", _TOLD)
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_told_differently(name: str, turned: bool) -> None:
    """The two answers stand on two sides of one tension, in either order of the accounts."""
    first, second, kind, *said = _TOLD[name]
    comparison = compare_texts(*((second, first) if turned else (first, second)))
    assert {conflict.severity for conflict in comparison.conflicts} == {"tension"}
    assert [sorted(sides) for sides in sides_of(comparison, kind)] == [
        sorted([words] for words in said)
    ]


@pytest.mark.parametrize("name", _ALIKE)
def test_told_alike(name: str) -> None:
    """What says the same, or only more of the same, is no tension."""
    assert compare_texts(*_ALIKE[name]).conflicts == ()


def test_one_saying_of_three_mouths() -> None:
    """A saying that three accounts give to three speakers is one question."""
    saying = "“The ferry will never again leave the harbor of Zell in a storm,” {} said."
    names = ("Ann Lee", "Tom Hale", "Joan Reed")
    comparison = compare_texts(*(saying.format(name) for name in names))
    assert [sorted(sides) for sides in sides_of(comparison, "agent")] == [
        sorted([f"{name} said"] for name in names)
    ]
