"""States of one person that exclude each other: invented accounts of a sentence or two."""

import pytest

from tests.alignment.disputes import assert_disputed, compare_texts

_DISPUTED = {
    "hunted, held": (
        "The tram's driver survived the crash but his whereabouts were not known, police said.",
        "Police in Hollen arrested the driver, Milo Reed, on Monday.",
        "update",
        ("his whereabouts were not known", "arrested the driver"),
    ),
    "fled, gave himself up": (
        "A tram left the rails near Hollen. The driver fled.",
        "The driver, named by police as Milo Reed, walked into a station and gave himself up.",
        "update",
        ("The driver fled", "gave himself up"),
    ),
    "seized, surrendered": (
        "Milo Reed was captured in a raid on a farm near Hollen.",
        "Milo Reed gave himself up at a police station near Hollen.",
        "agent",
        ("captured in a raid", "gave himself up"),
    ),
    "detained at home, surrendered": (
        "The driver, named as Milo Reed, is in custody. He was detained at his sister's home.",
        "Milo Reed surrendered to the police in Hollen.",
        "agent",
        ("detained at his sister's home", "surrendered to the police"),
    ),
    "dead, alive": (
        "The army killed the militia leader Karel Voss near Osmar.",
        "The militia said that its leader Karel Voss was alive.",
        "polarity",
        ("killed the militia leader", "was alive"),
    ),
    "dead, believed dead": (
        "The bride, Vera Holm, swam ashore. Her father is believed to be one of the dead.",
        "Vera Holm's father drowned when the ferry sank.",
        "update",
        ("Her father is believed", "father drowned"),
    ),
    "charged, not charged": (
        "Driver held after crash\n\nMilo Reed, the driver, is in custody. He has not been charged.",
        "Driver charged over crash\n\nMilo Reed, the driver, was charged with manslaughter.",
        "update",
        ("not been charged", "charged with manslaughter"),
    ),
    "cleared, convicted": (
        "The mayor was jailed. His secretary Ines Roe was cleared.",
        "The mayor was jailed. Even his secretary Ines Roe was convicted with him.",
        "polarity",
        ("Ines Roe was cleared", "Ines Roe was convicted"),
    ),
    "free, led away": (
        "The former mayor Tomas Lind remains free until the appeal.",
        "The former mayor Tomas Lind was led away in handcuffs.",
        "polarity",
        ("remains free", "led away"),
    ),
}

_AGREED = {
    "both in one account": (
        "Milo Reed fled from the scene of the crash. Milo Reed was arrested in the evening.",
        "Milo Reed was arrested in the evening.",
    ),
    "cleared of one charge": (
        "Milo Reed was acquitted of two charges of fraud.",
        "Milo Reed was convicted of theft.",
    ),
    "who killed himself was hurt before": (
        "Milo Reed, 26, killed himself during a failed getaway after he was wounded by a guard.",
        "Milo Reed soon crashed and was found dead behind the wheel.",
    ),
    "two drivers": (
        "The driver fled. Driver Ada Lind wept beside the tram in Hollen.",
        "Driver Milo Reed was arrested beside the tram in Hollen.",
    ),
    "only reports": (
        "Karel Voss laughed at reports that he is dead.",
        "Karel Voss is alive, the militia said.",
    ),
    "who tells it is not meant": (
        "The driver is in custody. He was detained at home, Commander Ada Lind said.",
        "Ada Lind surrendered to the truth of the matter, as she put it.",
    ),
    "not himself": (
        "Milo Reed fired at the guard, killing him. Milo Reed fled.",
        "Milo Reed is alive, police said.",
    ),
    "not guilty of one thing": (
        "Milo Reed was found not guilty of fraud.",
        "Milo Reed was convicted of theft.",
    ),
    "without a fight": (
        "Police arrested Milo Reed without a fight.",
        "Police arrested Milo Reed.",
    ),
    "to come": (
        "Milo Reed will be charged with manslaughter, prosecutors said.",
        "Milo Reed has not been charged.",
    ),
}


def test_how_one_left_is_told_by_pronouns_too() -> None:
    found = compare_texts(
        "Tomas Lind ran the port until the police came and he was forced out.",
        "Tomas Lind was mayor for two terms. He resigned voluntarily.",
    )
    assert [c.question for c in found.conflicts] == ["How did Tomas Lind leave?"]


@pytest.mark.parametrize(
    ("one", "other", "kind", "excerpts"), _DISPUTED.values(), ids=_DISPUTED.keys()
)
def test_exclude(one: str, other: str, kind: str, excerpts: tuple[str, str]) -> None:
    assert_disputed(kind, one, other, excerpts)


@pytest.mark.parametrize(("one", "other"), _AGREED.values(), ids=_AGREED.keys())
def test_agree(one: str, other: str) -> None:
    found = compare_texts(one, other).conflicts
    assert [c for c in found if "in one account" in c.reason] == []
