"""Answers that need no like clauses: the number, age, place or result that an event has one of.

Invented accounts of a sentence or two; a look-alike has the words of a dispute and is none.
"""

import pytest

from tests.alignment.disputes import answers, compare_texts, sides_of

_QUAKE = "An earthquake shook Torvia on Monday. "
_MARCH = "A march against the toll on bread was held in Zell. "
_KNIFE = "A man with a knife attacked travellers at the station of Zell. "

_RIVALS = {
    "a toll by place": (
        f"{_QUAKE}It killed 268 people. 171 of them died in Ostra and 97 in Westra.",
        f"{_QUAKE}At least 212 people died. In Ostra 147 people were killed and 65 in Westra.",
        "update",
        ("171 of them", "147 people were killed"),
    ),
    "strength": (
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at noon.",
        "Quake hits Torvia\n\nAn earthquake of magnitude 7.1 struck Torvia.",
        "number",
        ("6.8-magnitude", "magnitude 7.1"),
    ),
    "depth": (
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at a depth of 12 km.",
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at a depth of 20 km.",
        "number",
        ("12 km", "20 km"),
    ),
    "those in danger": (
        f"{_KNIFE}Eleven were hurt, five of them critically.",
        f"{_KNIFE}Four of the injured are fighting for their lives.",
        "update",
        ("five of them critically", "Four of the injured are fighting"),
    ),
    "how long it will last": (
        "The walkout of the nurses of Zell will last five days, a clerk said.",
        "The walkout of the nurses of Zell will last three days, a clerk said.",
        "number",
        ("five days", "three days"),
    ),
    "a crowd": (
        f"{_MARCH}Some 3,000 people marched, police said.",
        f"{_MARCH}Ten thousand people filled the Old Square.",
        "number",
        ("3,000 people", "Ten thousand people"),
    ),
    "a crowd that is put at a number": (
        f"{_MARCH}Some 3,000 people marched, police said.",
        f"{_MARCH}Organisers put the crowd at 8,000.",
        "number",
        ("3,000 people", "8,000"),
    ),
    "protesters held": (
        f"{_MARCH}Four people were detained.",
        f"{_MARCH}The police arrested a dozen protesters.",
        "update",
        ("Four people were detained", "arrested a dozen"),
    ),
    "two who let go and two who rescued": (
        "Nine hostages were released at noon in Zell. Fifteen were freed in the raid.",
        "Eight hostages had been let go in Zell before the raid. Fourteen were rescued in it.",
        "update",
        ("Nine hostages", "Eight hostages"),
    ),
    "a former toll told roughly": (
        f"{_QUAKE}In 1994 about 2,300 people died in a quake there.",
        f"{_QUAKE}It is the worst since 1994, when some 1,900 people perished.",
        "number",
        ("about 2,300 people died", "some 1,900 people perished"),
    ),
    "a girl's age": (
        f"{_KNIFE}A girl of 17 was hurt.",
        f"{_KNIFE}A girl, 16, was hurt.",
        "number",
        ("girl of 17", "girl, 16"),
    ),
    "the age of the suspect": (
        f"{_KNIFE}A 26-year-old man was arrested.",
        f"{_KNIFE}The suspect (27) is in custody.",
        "number",
        ("26-year-old man was arrested", "suspect (27)"),
    ),
    "where somebody died": (
        f"{_KNIFE}A woman died in the ambulance.",
        f"{_KNIFE}A woman died at the scene.",
        "place",
        ("died in the ambulance", "died at the scene"),
    ),
    "counts of a crime": (
        f"{_KNIFE}He faces one count of murder and four of attempted murder.",
        f"{_KNIFE}He is charged with murder and three counts of attempted murder.",
        "scope",
        ("four of attempted murder", "three counts of attempted murder"),
    ),
    "a result": (
        "The Agrarians had voted by 13 to 9 on Tuesday to drop the minister.",
        "The Agrarians brought about the fall of the minister with 13 votes against 8.",
        "number",
        ("by 13 to 9", "13 votes against 8"),
    ),
    "shots": (
        f"{_KNIFE}No shots were fired.",
        f"{_KNIFE}The police fired a warning shot.",
        "polarity",
        ("No shots were fired", "fired a warning shot"),
    ),
    "looting": (
        f"{_QUAKE}Gangs looted shops in the night.",
        f"{_QUAKE}There was no looting anywhere.",
        "polarity",
        ("looted shops", "no looting"),
    ),
}

_NO_RIVALS = {
    "one toll split, one whole": (
        f"{_QUAKE}It killed 268 people. 171 of them died in Ostra and 97 in Westra.",
        f"{_QUAKE}It killed 268 people, most of them in Ostra and Westra.",
    ),
    "a weaker shock": (
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at noon.",
        "Quake hits Torvia\n\nThe 6.8-magnitude quake had an aftershock of magnitude 5.9.",
    ),
    "a depth in miles": (
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at a depth of 10 km.",
        "Quake hits Torvia\n\nThe 6.8-magnitude quake struck at a depth of 6 miles.",
    ),
    "who arrested and who was arrested": (
        f"{_KNIFE}Two officers arrested four men of Zell.",
        f"{_KNIFE}The four men were arrested by two officers.",
    ),
    "the train of that hour": (
        f"{_KNIFE}Three people were taken to hospital.",
        f"{_KNIFE}A nurse had taken the 7.52 to the hospital. Three people were taken to hospital.",
    ),
    "two girls": (
        f"{_KNIFE}A girl of 17 and a girl of 12 were hurt.",
        f"{_KNIFE}A girl, 16, was hurt.",
    ),
    "a man and a woman": (
        f"{_KNIFE}A woman died in the ambulance.",
        f"{_KNIFE}A man died at the scene.",
    ),
    "two who died": (
        f"{_KNIFE}A woman died in the ambulance. A man died at the scene.",
        f"{_KNIFE}A woman died at the scene.",
    ),
    "those in danger no longer": (
        f"{_KNIFE}Eleven were hurt, five of them critically.",
        f"{_KNIFE}Eleven were hurt. Four are no longer in a critical condition.",
    ),
    "two votes": (
        "The Senate voted 52 to 48 to confirm the judge.",
        "The Senate voted 51 to 49 to end the debate on the judge.",
    ),
    "counts of two crimes": (
        f"{_KNIFE}He faces one count of murder.",
        f"{_KNIFE}He faces two counts of theft.",
    ),
    "a part that killed nobody": (
        f"{_QUAKE}A school leaned for hours. Then it fell and killed nobody. 104 people are dead.",
        f"{_QUAKE}It killed 104 people.",
    ),
    "a number of the scale": (
        "Quakes shake Torvia\n\nFour quakes shook the town of Zell. The last quake hit at noon.",
        "Quake shakes Torvia\n\nA 7.1 quake shook the town of Zell. The quake hit at noon.",
    ),
}

_COUNTING = {"number", "update", "place", "polarity", "scope"}


@pytest.mark.parametrize("case", _RIVALS)
def test_answers_of_one_slot_are_set_against_each_other(case: str) -> None:
    """Whatever the clauses around them tell."""
    one, other, kind, excerpts = _RIVALS[case]
    found = sides_of(compare_texts(one, other), kind)
    assert any(answers(sides, excerpts) for sides in found), found


@pytest.mark.parametrize("case", _NO_RIVALS)
def test_what_only_looks_like_another_answer_is_none(case: str) -> None:
    """Parts, other shocks and distances, other persons, crimes and votes."""
    comparison = compare_texts(*_NO_RIVALS[case])
    assert not [c.question for c in comparison.conflicts if c.kind in _COUNTING]
