"""One thing counted twice, and two things that only look so: invented accounts of a sentence."""

import pytest

from asreported.alignment.disputes.dispute import Dispute, joined
from asreported.model.span import Span
from tests.alignment.disputes import answers, assert_disputed, compare_texts, sides_of

_QUIET = (
    "Nobody was hurt. The inn stands on a hill. Its guests left by boat. The road is closed. The "
    "guards searched all rooms. The mayor thanked them."
)
_COUNTS = {
    "homes destroyed": (
        "Fires swept the valley of Zell. At least 1,500 homes and shops were destroyed.",
        "The fires are still burning. Chief Ada Byron said 2,000 homes have been destroyed.",
        "number",
        ("1,500 homes", "2,000 homes"),
    ),
    "a murder is a death": (
        "Milo Reed killed 41 people on the ferry to Zell.",
        "The passenger murdered 42 people on the ferry to Zell.",
        "number",
        ("killed 41 people", "murdered 42 people"),
    ),
    "shot dead": (
        "Milo Reed killed 41 people on the ferry to Zell.",
        "Milo Reed fatally shot 42 people on the ferry to Zell.",
        "number",
        ("killed 41 people", "shot 42 people"),
    ),
    "the deadliest in history": (
        "In what is called the deadliest fire in Torvian history, 41 people were killed.",
        "The fire in Zell killed 42 people.",
        "number",
        ("41 people", "42 people"),
    ),
    "a toll that reached it": (
        "Crews dug through the mud in Zell as the death toll reached 250.",
        "The death toll in Zell stood at 159.",
        "update",
        ("reached 250", "stood at 159"),
    ),
    "the dead of a headline": (
        "11 dead as fires sweep the valley of Zell\n\nCrews fought the fires on Monday.",
        "Thirteen people have been killed by the fires in Zell.",
        "update",
        ("11 dead", "Thirteen people"),
    ),
    "a toll that is put": (
        "Officials in Zell put the death toll at 29.",
        "The fires in Zell killed 42 people.",
        "update",
        ("toll at 29", "42 people"),
    ),
    "reported dead": (
        "More than 20 people are reported dead in the floods at Zell.",
        "The floods at Zell killed 31 people.",
        "update",
        ("More than 20 people are reported dead", "31 people"),
    ),
    "who suffered injuries": (
        "Twelve hikers suffered minor injuries in the landslide at Zell.",
        "The landslide at Zell injured nine hikers.",
        "update",
        ("Twelve hikers", "nine hikers"),
    ),
    "the rounder words beside": (
        "Nearly 1,400 people were arrested in Zell. The number of arrests reached 1,373.",
        "Police in Zell arrested 790 people.",
        "update",
        ("reached 1,373", "790 people"),
    ),
    "miles from one town": (
        "At noon the storm was 325 miles (520 km) southeast of Zell and moved north.",
        "At noon the storm was 435 miles southeast of Zell and moved north.",
        "number",
        ("325 miles", "435 miles"),
    ),
    "soldiers and citizens": (
        "The bomb in Zell killed two Torvian soldiers. Four Torvians died in all.",
        "The bomb in Zell killed four Torvian soldiers.",
        "update",
        ("two Torvian soldiers", "four Torvian soldiers"),
    ),
    "as many as": (
        "The quake shook Zell. As many as 365 people were injured.",
        "The quake shook Zell. At least 368 others were injured.",
        "number",
        ("As many as 365", "At least 368"),
    ),
    "two of one kind and two of another": (
        "The blast killed two Torvian soldiers and two clerks in Zell.",
        "Four Torvian soldiers were killed by the blast in Zell.",
        "update",
        ("two Torvian soldiers", "Four Torvian soldiers"),
    ),
    "fighters of a group": (
        "The raid on Sunday killed 25 fighters of the Kesh League.",
        "The raid on Sunday killed at least 25 fighters in the hills.",
        "number",
        ("killed 25 fighters", "at least 25 fighters"),
    ),
    "customers and homes in like clauses": (
        "On Monday 99,000 customers of the Zell grid were without power because of the storm.",
        "More than 91,000 homes of the Zell grid were without power because of the storm.",
        "number",
        ("99,000 customers", "91,000 homes"),
    ),
    "deaths confirmed": (
        "The ministry said that 136,000 deaths have been confirmed in Torvia.",
        "Torvia has 137,000 dead, the ministry said.",
        "number",
        ("136,000 deaths", "137,000 dead"),
    ),
    "the dead are no part of the hurt": (
        "At least one person was killed and ten others were injured in Zell, police said.",
        "Police in Zell say eleven other people were injured.",
        "number",
        ("ten others", "eleven other people"),
    ),
    "all four of them": (
        "Police said that all four of the hikers have died in the storm at Zell.",
        "Police said that seven hikers have died in the storm at Zell.",
        "update",
        ("four of the hikers", "seven hikers"),
    ),
    "what befell a part": (
        "Police said eight of the injured were taken to three hospitals in Zell.",
        "Nine people were taken to hospital in Zell, police said.",
        "update",
        ("eight of the injured", "Nine people"),
    ),
    "nearly as many": (
        "Nearly 1,400 people were arrested at the march in Zell, a group said.",
        "At the march in Zell 779 people were arrested, a group said.",
        "update",
        ("1,400 people", "779 people"),
    ),
    "known to have been hurt": (
        "At least four people are known to have been injured in Zell.",
        "Six people were injured in Zell.",
        "update",
        ("At least four people", "Six people"),
    ),
    "who lost power": (
        "Some 25,000 people in the valley of Zell have already lost electricity, the mayor said.",
        "By Saturday night at least 76,000 people were without power in the valley.",
        "update",
        ("25,000 people", "76,000 people"),
    ),
    "acres of one fire": (
        "The fires in the hills have consumed nearly 107,000 acres.",
        "Eleven fires have already burned more than 115,000 acres.",
        "number",
        ("107,000 acres", "115,000 acres"),
    ),
    "arrests that followed": (
        f"The raid on the inn is over.\n\n{_QUIET} Two Torvian men were arrested over the theft.",
        f"Guards ended the raid on the inn.\n\n{_QUIET} Three Torvian men were arrested in a raid "
        "over the theft.",
        "update",
        ("Two Torvian men", "Three Torvian men"),
    ),
}

_NO_COUNTS = {
    "miles from two towns": (
        "At noon the storm was 325 miles southeast of Zell and moved north.",
        "At noon the storm was 435 miles southeast of Brenk and moved north.",
    ),
    "who did it among the dead": (
        "The gunman in Zell killed 12 people at a fair before he shot himself.",
        "13 dead, including the gunman, at a fair in Zell.",
    ),
    "a rough word and its number": (
        "Dozens were killed in Zell. Officials in Zell said that 52 Torvians were killed.",
        "The ministry said that 52 people were killed in Zell.",
    ),
    "nearly as many and one less": (
        "Nearly 70 people were wounded by the gunman in Zell.",
        "The gunman in Zell wounded 69 people.",
    ),
    "all over a house": (
        "The victims were found on three floors of the mill in Zell.",
        "The victims were found over three floors of the mill in Zell.",
    ),
    "another month": (
        "The bomb in Zell killed at least 14 people on Sunday.",
        "Rebels killed at least 11 people in an attack on Zell in April.",
    ),
    "other attacks, told of late": (
        f"The raid on the inn of Zell is over.\n\n{_QUIET} Torvian rebels killed at least 11 "
        "members of the guard in an attack on the harbour.",
        f"Guards in Zell ended the raid on the inn.\n\n{_QUIET} There have been several raids, "
        "with at least 14 people killed in an attack on boats.",
    ),
    "one arrested and others": (
        "Police said a man in his late 20s has been arrested. Two other men were also detained.",
        "Three men have been arrested, police said.",
    ),
    "one of several": (
        "The only Torvian citizen wounded on the ferry was Milo Reed.",
        "Seventy people were wounded on the ferry.",
    ),
    "nearly so many": (
        "The blast in Zell wounded 69 people.",
        "Nearly 70 people were wounded in the blast in Zell.",
    ),
    "homes of two towns": (
        "At least 1,500 homes were destroyed in Zell by the fire.",
        "Some 2,000 homes were destroyed in Osmar by the fire.",
    ),
}


@pytest.mark.parametrize("name", sorted(_COUNTS))
def test_one_count(name: str) -> None:
    first, second, kind, excerpts = _COUNTS[name]
    assert_disputed(kind, first, second, excerpts)


@pytest.mark.parametrize("name", sorted(_NO_COUNTS))
def test_two_counts(name: str) -> None:
    comparison = compare_texts(*_NO_COUNTS[name])
    assert not [c for c in comparison.conflicts if c.kind in {"number", "update"}]


def test_one_toll_is_asked_once() -> None:
    comparison = compare_texts(
        "The gunman in Zell killed 59 people and wounded 800 at a fair.",
        "The gunman in Zell killed 58 people at a fair.",
        "The cook who murdered 58 people at a fair in Zell wounded more than 400 others.",
    )
    questions = [c.question for c in comparison.conflicts]
    assert questions.count("How many people were killed?") == 1


def test_the_tolls_of_three_accounts_are_answers_to_one_question() -> None:
    comparison = compare_texts(
        "A quake in Italy killed at least 247 people on Wednesday.",
        "A quake shook Italy. The death toll stood at 159, but the number of dead was uncertain.",
        "The death toll stood at 241 in Sicily, but the number of dead was uncertain.",
    )
    asked = [c for c in comparison.conflicts if c.question == "How many people were killed?"]
    assert [len(c.sides) for c in asked] == [3]


def test_answers_of_one_value_are_joined() -> None:
    one, other, third = (Span(name, 0, 4) for name in "abc")
    asked = Dispute("number", "difference", "?", ((one,), (other,)), "", 0.9, values=(3.0, 5.0))
    again = Dispute("update", "tension", "?", ((third,), (other,)), "", 0.5, values=(3.0, 4.0))
    whole = joined(asked, again)
    assert (whole.kind, whole.sides, whole.values) == ("update", ((one, third), (other,)), (3, 5))


def test_shares_of_two_things_are_asked_apart() -> None:
    comparison = compare_texts(
        "About 47 percent of residents in Zell have water and 95 percent lack power.",
        "About 55 percent of residents in Zell have water and 80 percent lack power.",
    )
    asked = sides_of(comparison, "number")
    assert asked
    for sides in asked:
        assert not answers(sides, ("47 percent", "80 percent"))
        assert not answers(sides, ("55 percent", "95 percent"))


def test_an_area_is_asked_in_the_unit_of_both() -> None:
    comparison = compare_texts(
        "The fires in the hills have burned 6,000 acres.",
        "The fires in the hills have burned 7,500 acres (3,035 hectares).",
    )
    questions = [conflict.question for conflict in comparison.conflicts]
    assert "How large: “6,000 acres” or “7,500 acres”?" in questions


def test_a_word_that_means_the_number_too_only_tells_it_otherwise() -> None:
    comparison = compare_texts(
        f"Quake in Zell kills scores\n\nThe quake struck the town of Zell. {_QUIET}",
        f"More than 50 dead in Zell\n\nThe quake struck the town of Zell. {_QUIET}",
    )
    told = [
        c.severity for c in comparison.conflicts if c.question == "How many people were killed?"
    ]
    assert told == ["tension"]


def test_all_tolls_of_one_event_stand_in_one_conflict() -> None:
    comparison = compare_texts(
        f"Quake in Zell\n\nThe toll stood at 159 after the quake in the town of Zell. {_QUIET}",
        "63 people dead after quake strikes Zell\n\nThe quake struck the town of Zell, killing at "
        f"least 247 people. {_QUIET}",
        f"More than 50 reported dead after quake strikes Zell\n\nThe town of Zell shook. {_QUIET}",
    )
    asked = [c for c in comparison.conflicts if c.question == "How many people were killed?"]
    assert [len(conflict.sides) for conflict in asked] == [4]


def test_fans_who_died_are_counted_with_the_dead() -> None:
    comparison = compare_texts(
        f"The bridge of Zell gave way. At least four football fans died. {_QUIET}",
        f"The bridge of Zell gave way. Three people have died. {_QUIET}",
    )
    assert any(answers(sides, ("four", "Three")) for sides in sides_of(comparison, "update"))
