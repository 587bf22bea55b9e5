"""Ages, crowds, people on board, former tolls, terms: told otherwise, and only seeming so."""

import pytest

from tests.alignment.disputes import answers, compare_texts, sides_of

_COUNTS = {
    "an age in brackets": (
        "Police are hunting the skipper Milo Anders, 34, in the harbour of Zell.",
        "The skipper, Mr Milo Anders (36), was arrested in Zell.",
        ("34", "36"),
    ),
    "an age before a surname": (
        "The 44-year-old Anders was seen in Zell, said the guard Milo Anders.",
        "Milo Anders, 47, was wanted for theft in Zell.",
        ("44-year-old", "47"),
    ),
    "an age in a clause": (
        "Ada Byron, who is 11, has burns on her legs.",
        "Little Ada Byron, 9, lost a shoe in the fire.",
        ("11", "9"),
    ),
    "an age before an office": (
        "Ada Byron, a 29-year-old nurse, kicked out a window in Zell.",
        "Nurse Ada Byron, 27, kicked out a window in Zell.",
        ("29", "27"),
    ),
    "an age behind an office": (
        "Ada Byron, a nurse of 29, kicked out a window in Zell.",
        "Nurse Ada Byron, 27, kicked out a window in Zell.",
        ("29", "27"),
    ),
    "a child's age": (
        "A six-year-old girl was found alive in Zell.",
        "Firefighters in Zell lifted a 7-year-old girl from the wreck.",
        ("six-year-old girl", "7-year-old girl"),
    ),
    "how long it lasted": (
        "The trial of the mayor of Zell lasted 14 months.",
        "The mayor of Zell was cleared after a nine-month trial.",
        ("14 months", "nine-month trial"),
    ),
    "several rescues": (
        "Rescuers saved 63 people in Zell, and 140 people were rescued in Osmar.",
        "In Zell 71 people were rescued.",
        ("63 people", "71 people"),
    ),
    "rescued": (
        "Rescuers at Zell saved 63 people when the ferry sank.",
        "Seventy-one people have been brought out alive, the mayor of Zell said.",
        ("saved 63 people", "Seventy-one people"),
    ),
    "on board": (
        "A ferry with 150 people on board sank at Zell on Monday.",
        "The ferry that sank at Zell was carrying 94 passengers.",
        ("150 people", "94 passengers"),
    ),
    "drowned": (
        "At least 38 people drowned when a ferry sank at Zell.",
        "A ferry sank at Zell, killing 47 people.",
        ("38 people drowned", "killing 47 people"),
    ),
    "a crowd": (
        "About 200 people had gathered outside the court of Zell.",
        "A mob of 500 supporters booed the judge outside the court of Zell.",
        ("200 people", "500 supporters"),
    ),
    "a former toll": (
        "It was the worst accident since 2009, when 112 people died on Lake Osmar.",
        "In 2009, 121 people died on Lake Osmar.",
        ("112 people", "121 people"),
    ),
    "evacuated": (
        "About 300 people were ordered out of the houses around the mill in Zell.",
        "Around 420 residents of Zell had to leave their homes.",
        ("300 people", "420 residents"),
    ),
    "how long they waited": (
        "The clerk was pulled alive from the rubble in Zell after 11 hours.",
        "The clerk was rescued in Zell after nine hours under a stairwell.",
        ("11 hours", "nine hours"),
    ),
    "who came to help": (
        "Twelve navy divers began to search the wreck off Zell at dawn.",
        "A team of 20 divers has searched the wreck off Zell since Saturday.",
        ("Twelve navy divers", "20 divers"),
    ),
    "all of them": (
        "The third to sixth of its nine carriages left the rails at Zell.",
        "Two of its eight coaches dropped into the river at Zell on Tuesday.",
        ("nine carriages", "eight coaches"),
    ),
    "asked for": (
        "Prosecutors had asked for nine years for the mayor of Zell.",
        "Prosecutors want eleven years for the mayor of Zell.",
        ("nine years", "eleven years"),
    ),
}
_NONE = {
    "room for fewer": (
        "The ferry, licensed to carry 80 passengers, sank at Zell.",
        "The ferry that sank at Zell was carrying 150 passengers.",
    ),
    "two nations": (
        "The plane was to evacuate 196 Americans from Zell.",
        "Some 250 French nationals have been evacuated from Zell.",
    ),
    "two crowds": (
        "About 200 people gathered in Zell, and 900 people marched in Osmar.",
        "A mob of 500 supporters booed the judge in Zell.",
    ),
    "a brother's age": (
        "Milo Anders, 34, was arrested in Zell with the 36-year-old brother of Ada Byron.",
        "Milo Anders, 34, was arrested in Zell. Ada Byron, 29, was not.",
    ),
    "one term, in figures and by halves": (
        "The judge in Zell sentenced the mayor to seven years and six months in prison.",
        "The judge in Zell sentenced the mayor to seven and a half years in prison.",
    ),
    "helpers who were hurt": (
        "Two firefighters were hurt when a wall in Zell came down.",
        "Eight firefighters fought the blaze in Zell.",
    ),
    "two children": (
        "A six-year-old girl was found alive in Zell.",
        "A twelve-year-old girl was found alive in Zell.",
    ),
    "one length": (
        "The siege in Zell lasted nine hours.",
        "A nine-hour siege in Zell ended at dusk.",
    ),
    "the number of a carriage": (
        "Carriage four fell off the bridge at Zell on Monday.",
        "Nine carriages fell off the bridge at Zell on Monday.",
    ),
    "some and all of them": (
        "Four carriages left the rails at Zell.",
        "The third to sixth of its nine carriages left the rails at Zell.",
    ),
    "two former tolls": (
        "In 2009, 112 people died on Lake Osmar.",
        "In 2013, 121 people died on Lake Osmar.",
    ),
    "why it sank": (
        "The ferry sank off Zell on Monday.",
        "It was too soon to say why the ferry sank off Zell, the mayor said.",
    ),
    "a ship and its name": (
        "The ferry had left the old port of Zell at noon.",
        "The Lady Osma had left the old port of Zell at noon.",
    ),
    "who died": (
        "A drone killed fifteen mourners on the road to Zell.",
        "Five children - the youngest just four - died on the road to Zell.",
    ),
}


@pytest.mark.parametrize("name", _COUNTS)
def test_counted_otherwise(name: str) -> None:
    first, second, excerpts = _COUNTS[name]
    comparison = compare_texts(first, second)
    sides = [*sides_of(comparison, "number"), *sides_of(comparison, "update")]
    assert any(answers(each, excerpts) for each in sides), comparison.conflicts


@pytest.mark.parametrize("name", _NONE)
def test_no_conflict(name: str) -> None:
    found = compare_texts(*_NONE[name]).conflicts
    assert [c.question for c in found if c.kind != "scope"] == []
