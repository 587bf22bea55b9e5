"""Doubt, cause, blame, doer and wording in dispute: invented accounts of a sentence or two."""

import pytest

from tests.alignment.disputes import compare_texts, sides_of

_DISPUTED = {
    "alleged verb": (
        "A man allegedly stabbed a guard at the museum in Hollen.",
        "A man stabbed a guard at the museum in Hollen on Monday.",
        "wording",
        ("allegedly stabbed", "stabbed a guard at"),
    ),
    "accused of the deed": (
        "A clerk is accused of robbing the bank in Zell.",
        "A clerk robbed the bank in Zell.",
        "wording",
        ("robbing the bank", "robbed the bank"),
    ),
    "suspected doers": (
        "Nine people died in an ambush by suspected militia gunmen near Zell.",
        "Nine people died when militia gunmen fired at a bus near Zell.",
        "wording",
        ("suspected militia gunmen", "militia gunmen"),
    ),
    "kind of vehicle": (
        "A van mowed down four shoppers in Osmar.",
        "A small truck mowed down four shoppers in Osmar.",
        "wording",
        ("A van", "A small truck"),
    ),
    "words that take sides": (
        "Protesters filled the square. The protesters sang. The protesters went home at dusk.",
        "Rioters filled the square. The rioters sang. The rioters went home at dusk.",
        "wording",
        ("protesters", "rioters"),
    ),
    "motive": (
        "The clerk was furious with the bank over a loan, officials said. He shot two tellers.",
        "The motive for the shooting is unclear. A clerk shot two tellers.",
        "cause",
        ("furious with the bank", "motive for the shooting is unclear"),
    ),
    "motive looked for": (
        "The clerk had a grudge against the bank. He shot two tellers.",
        "Police are still investigating a motive for the shooting of two tellers.",
        "cause",
        ("grudge against the bank", "investigating a motive"),
    ),
    "inspiration": (
        "The attack was inspired by Torvian radicals, police said.",
        "The attack was inspired by an old feud, police said.",
        "cause",
        ("Torvian radicals", "an old feud"),
    ),
    "blamed on": (
        "The company blamed the disaster on human error.",
        "The company blamed the crash on a broken signal.",
        "cause",
        ("human error", "a broken signal"),
    ),
    "link denied": (
        "There was no connection between the riots and the opening of the dam, the mayor said.",
        "The riots were spurred by the opening of the dam.",
        "cause",
        ("no connection between the riots", "spurred by the opening"),
    ),
    "not known whether": (
        "It was not clear if anyone had been arrested.",
        "Police arrested six people in the square.",
        "polarity",
        ("not clear if anyone had been arrested", "arrested six people"),
    ),
    "declined": (
        "The captain declined to answer questions from the harbour police.",
        "The captain answered questions from the harbour police.",
        "polarity",
        ("declined to answer questions", "answered questions"),
    ),
    "accused and denying": (
        "The premier accused Torvia of hacking the grid. Torvia is a neighbour of Kesh.",
        "Torvia has denied any involvement in the hacking of the grid.",
        "polarity",
        ("accused Torvia of", "Torvia has denied any involvement"),
    ),
    "who ordered": (
        "Mayor Ada Byron ordered the flags at the harbour lowered after the wreck.",
        "Governor Milo Reed ordered the flags at the harbour lowered after the wreck.",
        "agent",
        ("Ada Byron", "Milo Reed"),
    ),
    "one quoted word": (
        "“We grieve for the families of those lost in this absolutely horrific wreck,” "
        "Mayor Ada Byron said.",
        "“We grieve for the families of those lost in this terrible wreck,” Mayor Ada Byron said.",
        "wording",
        ("absolutely horrific wreck", "this terrible wreck"),
    ),
    "died or murdered": (
        "Hugo Stern was murdered in his shop in 2019.",
        "Hugo Stern died in his shop in 2019.",
        "wording",
        ("murdered", "died"),
    ),
    "a clock of 24 hours": (
        "The attack on the mill in Zell began at 13:40.",
        "The attack on the mill in Zell began at about 2 p.m.",
        "time",
        ("13:40", "2 p.m."),
    ),
    "a quake that struck": (
        "The quake struck around 3:10 a.m. near Zell.",
        "The quake struck at 3:36 a.m. near Zell.",
        "time",
        ("3:10 a.m.", "3:36 a.m."),
    ),
    "aims of a protest": (
        "Farmers of the valley held weekly protests against the canal policy of Torvia.",
        "Farmers of the valley protested weekly against Torvian policies in the Kesh hills.",
        "scope",
        ("canal policy", "Kesh hills"),
    ),
    "a yard and a terrace": (
        "The gunman opened fire in a courtyard of the mill in Zell on Monday.",
        "The gunman opened fire on a patio of the mill in Zell on Monday.",
        "place",
        ("courtyard", "patio"),
    ),
}

_UNDISPUTED = {
    "alleged by both": (
        "A man allegedly stabbed a guard at the museum in Hollen.",
        "Police said a man allegedly stabbed a guard at the museum.",
    ),
    "suspect is no fact": (
        "The alleged shooter was seized at the harbour.",
        "The suspect was seized at the harbour.",
    ),
    "two vehicles": (
        "A van stood at the gate.",
        "A truck delivered the bread to the school.",
    ),
    "same inspiration": (
        "The attack was inspired by an old feud, police said.",
        "The attack was inspired by a feud, the mayor said.",
    ),
    "a cause only asked about": (
        "Asked whether the Kesh League had ordered or inspired the raid, the mayor said nothing.",
        "The raid was inspired by old feuds, the sheriff said.",
    ),
    "unable is not able": (
        "Torvia may ask for help from abroad if it is unable to read the ship's log.",
        "Torvia may ask for help from abroad if it is not able to read the ship's log.",
    ),
    "suspected and supposed": (
        "The suspected attack on the tanker came at dawn.",
        "The navy looked into the supposed attack on the tanker.",
    ),
    "a protest told shorter": (
        "Students in Zell are protesting airstrikes.",
        "Students in Zell are protesting against deadly air strikes on Kesh.",
    ),
    "a victim's name kept back": (
        "The coroner in Zell has not identified the pupil who died.",
        "Police identified the gunman as Milo Reed, a cook from Zell.",
    ),
    "within so many weeks": (
        "The shooting in Zell comes 11 days after 11 people were shot in Osmar.",
        "The shooting in Zell came less than two weeks after a gunman shot 11 people in Osmar.",
    ),
    "no longer is not": (
        "Ada Byron will no longer be serving on the council's harbour committee, the mayor said.",
        "Ada Byron will not serve on the harbour committee of the council, the mayor said.",
    ),
    "what has begun and is done": (
        "Several of the pupils on the ferry began to vomit after lunch.",
        "Several of the pupils on the ferry vomited after lunch.",
    ),
    "a house and its members": (
        "The House cut the budget of the harbour police on Monday.",
        "Republicans cut the budget of the harbour police on Monday.",
    ),
    "two superlatives": (
        "The storm was the fiercest to hit Torvia in 13 years.",
        "The storm was the first to hit the port of Zell in more than 50 years.",
    ),
    "a witness who is named elsewhere": (
        "“We piled the desks against the door and waited,” a witness said.",
        "“We piled the desks against the door and waited,” Ada Byron said.",
    ),
    "many who urge": (
        "Ada Byron urged residents of the valley near Zell to leave their homes on Monday.",
        "Milo Reed urged residents of the valley near Zell to leave their homes on Monday.",
    ),
    "motive unknown to both": (
        "The motive is unclear. Police are looking into it.",
        "Police have not named a motive for the shooting.",
    ),
    "unclear what": (
        "It was unclear if the road was open.",
        "Police arrested six people in the square.",
    ),
    "name and office": (
        "Mayor Ada Byron ordered the flags lowered after the wreck.",
        "The mayor ordered the flags lowered after the wreck.",
    ),
    "one deed in two voices": (
        "The dog bit the postman in Zell.",
        "The postman was bitten by the dog in Zell.",
    ),
    "spelling in a quote": (
        "“The No. 1 aim of the U.S. team is to win a fair contract,” Ada Byron said.",
        "“The No. 1 aim of the US team is to win a fair contract,” Ada Byron said.",
    ),
    "a child who is a boy": (
        "Nurses at the camp near Zell noticed on Monday that the boy was coughing badly.",
        "Nurses at the camp near Zell noticed on Monday that the child was coughing badly.",
    ),
    "declining both": (
        "Torvia declined to confirm or deny that it hacked the grid.",
        "The premier accused Torvia of hacking the grid.",
    ),
}


@pytest.mark.parametrize("name", _DISPUTED)
def test_disputed(name: str) -> None:
    """The kind is right, and each side's words stand on a side of their own."""
    first, second, kind, excerpts = _DISPUTED[name]
    comparison = compare_texts(first, second)
    sides = sides_of(comparison, kind)
    assert any(_apart(each, excerpts) for each in sides), (sides, comparison.conflicts)


def _apart(sides: list[list[str]], excerpts: tuple[str, str]) -> bool:
    where = [
        {n for n, side in enumerate(sides) if any(excerpt in words for words in side)}
        for excerpt in excerpts
    ]
    return bool(where[0] and where[1]) and where[0] != where[1]


@pytest.mark.parametrize("name", _UNDISPUTED)
def test_undisputed(name: str) -> None:
    """What only looks like a dispute is none, in either order of the accounts."""
    assert compare_texts(*_UNDISPUTED[name]).conflicts == ()
    assert compare_texts(*reversed(_UNDISPUTED[name])).conflicts == ()


def test_what_one_account_denies_is_asked_for_itself() -> None:
    comparison = compare_texts(
        "The council of Zell is considering a tax on all the harbour's ships, the mayor wrote.",
        "The council of Zell is not considering a tax on all the harbour's ships, the mayor wrote.",
    )
    questions = [c.question for c in comparison.conflicts if c.kind == "polarity"]
    assert questions
    assert all(question.startswith("Is it so") for question in questions)


def test_who_calls_charges_false_is_asked_whether_they_hold() -> None:
    comparison = compare_texts(
        "A court in Zell charged the fisherman Ben Marlow with theft on Monday.",
        "The charges against the fisherman Ben Marlow were false, his lawyer said on Monday.",
    )
    (question,) = [c.question for c in comparison.conflicts if c.kind == "polarity"]
    assert question.startswith("Do the charges hold: “A court in Zell charged")


def test_of_two_who_put_it_alike_none_is_asked_for() -> None:
    found = compare_texts(
        "The harbour board met in Zell on Monday. “No smuggler should be allowed to keep the "
        "proceeds of his crime in this town,” Mayor Ada Byron said.",
        "The harbour board met in Zell on Monday. “No smuggler should be able to keep the "
        "proceeds of his crime in this harbour,” Senator Milo Reed said.",
    )
    (conflict,) = found.conflicts
    assert conflict.question.startswith("How is it put:")


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("The fire broke out at {} in the mill of Zell.", "When did the fire break out?"),
        ("The quake struck Zell at {} on Monday.", "When did the quake strike?"),
        ("The gunman opened fire at {} in the mill of Zell.", "When did it happen?"),
    ],
)
def test_the_hour_of_what_is_asked(told: str, question: str) -> None:
    comparison = compare_texts(told.format("3:50 a.m."), told.format("4:40 a.m."))
    assert [c.question for c in comparison.conflicts if c.kind == "time"] == [question]
