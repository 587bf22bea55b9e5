"""What accounts dispute, and what only looks like it: invented accounts of a sentence or two."""

import pytest

from asreported.alignment.conflicts import is_of_two_questions
from asreported.alignment.disputes.dispute import Dispute
from asreported.model.span import Span
from tests.alignment.disputes import answers, compare_texts, sides_of

_DISPUTED = {
    "bound and number": (
        "At least nine people were killed in the fire in Osmar.",
        "Nine people were killed in the fire in Osmar.",
        "number",
        ("At least nine people", "Nine people"),
    ),
    "figure of a like clause": (
        "The regulator in Hollen grounded 40 freight planes on Monday.",
        "The regulator in Hollen has grounded 52 freight planes.",
        "number",
        ("40 freight planes", "52 freight planes"),
    ),
    "part of the day": (
        "The archive in Garrow was opened to the public on Thursday evening.",
        "The archive in Garrow was opened to the public on Thursday morning.",
        "time",
        ("evening", "morning"),
    ),
    "doer of a like clause": (
        "The baker pulled the fire alarm after the smoke spread in Hollen.",
        "The surgeon pulled the fire alarm after the smoke spread in Hollen.",
        "agent",
        ("The baker pulled", "The surgeon pulled"),
    ),
    "charges": (
        "Dov Marsh was charged with arson and murder in Zell.",
        "Dov Marsh was charged with murder in Zell.",
        "scope",
        ("with arson and murder", "with murder"),
    ),
    "rank": (
        "It was the worst flood in Estia since 1970.",
        "It was the deadliest flood in Estia since 1985.",
        "wording",
        ("worst flood", "deadliest flood"),
    ),
    "thing": (
        "A van crashed into the gate of the museum in Garrow.",
        "A truck crashed into the gate of the museum in Garrow.",
        "wording",
        ("van", "truck"),
    ),
    "toll": (
        "Nine people were killed when a bridge fell in Hollen.",
        "Twelve people were killed when a bridge fell in Hollen.",
        "update",
        ("Nine people were killed", "Twelve people were killed"),
    ),
    "tally": (
        "The number of people injured in the fire has risen to 17, the hospital said.",
        "The fire in Osmar injured 14 people.",
        "update",
        ("risen to 17", "injured 14 people"),
    ),
    "measure": (
        "The depot in Hollen held 600 tonnes of grain.",
        "The depot in Hollen held 900 tonnes of grain.",
        "number",
        ("600 tonnes", "900 tonnes"),
    ),
    "age": (
        "Pilot Anna Reed, 34, survived the crash near Zell.",
        "Pilot Anna Reed, 43, survived the crash near Zell.",
        "number",
        ("Reed, 34", "Reed, 43"),
    ),
    "state": (
        "The fire at the depot is out, the minister said.",
        "Crews have contained the fire, but it is not out.",
        "polarity",
        ("The fire at the depot is out", "it is not out"),
    ),
    "doubt": (
        "The war in Estia has been won, the president said.",
        "Analysts say it is too early to declare victory in Estia.",
        "polarity",
        ("The war in Estia has been won", "too early to declare victory"),
    ),
    "only tried": (
        "The guard lied about Milo Reed trying to grab his pistol.",
        "The lawyer said that Milo Reed grabbed the pistol.",
        "polarity",
        ("trying to grab his pistol", "grabbed the pistol"),
    ),
    "extent": (
        "Most Torvian troops will leave the island of Kesh.",
        "Some Torvian troops will leave the island of Kesh.",
        "scope",
        ("Most Torvian troops", "Some Torvian troops"),
    ),
    "hour": (
        "The blaze started at 4:20 a.m. on Tuesday in a warehouse.",
        "The fire started at 3:50 a.m. on Tuesday in a warehouse.",
        "time",
        ("started at 4:20 a.m", "started at 3:50 a.m"),
    ),
    "call before the event": (
        "The train derailed at 6.10am near Brenk.",
        "The fire service said it was called at 6.02am to the train.",
        "time",
        ("derailed at 6.10am", "called at 6.02am"),
    ),
    "two calls half an hour apart": (
        "Dispatchers received the first calls about the fire in Brenk at 7:32 a.m.",
        "Officers responded around 8:05 a.m. to the mill in Brenk.",
        "time",
        ("7:32 a.m.", "8:05 a.m."),
    ),
    "an act that is two words": (
        "The storm is over. Some 25,000 people in Brenk have lost power.",
        "At least 76,000 people in Brenk were without power.",
        "update",
        ("have lost power", "were without power"),
    ),
    "left dead": (
        "The blast in Brenk left 50 people, among them two nurses, dead.",
        "The blast in Brenk killed 43 people.",
        "update",
        ("50 people", "43 people"),
    ),
    "landmark": (
        "The bus overturned in a tunnel near Garrow.",
        "The bus overturned on a bridge near Garrow.",
        "place",
        ("in a tunnel", "on a bridge"),
    ),
    "home": (
        "Peter Lund, 30, from Hollen, saw the crash.",
        "Peter Lund, 30, from Calder, saw the crash.",
        "place",
        ("from Hollen", "from Calder"),
    ),
    "roles": (
        "Police shot protesters in the town of Ossery.",
        "Protesters shot police in the town of Ossery.",
        "agent",
        ("Police shot protesters", "Protesters shot police"),
    ),
    "role of the arrested": (
        "Police arrested the driver of the bus.",
        "Police arrested a 42-year-old man.",
        "agent",
        ("the driver of the bus", "a 42-year-old man"),
    ),
    "cause": (
        "The cause of the fire was not known on Tuesday.",
        "An electrical fault caused the fire, a worker said.",
        "cause",
        ("cause of the fire was not known", "An electrical fault caused the fire"),
    ),
    "guess": (
        "The driver may have fallen asleep, police said.",
        "The driver blacked out, a passenger said.",
        "cause",
        ("may have fallen asleep", "blacked out"),
    ),
    "verb": (
        "The girl punched a soldier in the market.",
        "The girl slapped a soldier in the market.",
        "wording",
        ("punched a soldier", "slapped a soldier"),
    ),
    "record": (
        "It is the first bus crash in Garrow since 2001.",
        "It is believed to be the first bus crash in Garrow since 2001.",
        "wording",
        ("is the first bus crash", "is believed to be the first bus crash"),
    ),
    "naming": (
        "The army drove the terrorists out of the valley. The terrorists fled.",
        "The army drove the rebels out of the valley. The rebels fled.",
        "wording",
        ("the terrorists", "the rebels"),
    ),
    "planned": (
        "The ministry plans to close the Arden prison.",
        "The ministry has closed the Arden prison.",
        "update",
        ("close the Arden prison", "has closed the Arden prison"),
    ),
}

_UNDISPUTED = {
    "charges against two": (
        "Peter Hale was charged with murder and assault in Zell.",
        "Simon Roe was charged with assault and theft in Zell.",
    ),
    "an account with both tolls": (
        "Soldiers killed over two dozen Torvians on Monday. Later 52 people were reported dead.",
        "At least 52 Torvians have been killed on Monday.",
    ),
    "dozens and the number by another act": (
        "Milo Reed gunned down 49 guests in the hall. It was the hall where he killed dozens.",
        "The mayor met relatives of the 49 people killed in the hall.",
    ),
    "told of others and denied": (
        "Ministry clerks said the ambassador was evacuated. The ambassador was not evacuated.",
        "Reports that the ambassador had been evacuated were false.",
    ),
    "what both say may come": (
        "The council will cut the pensions of Arden.",
        "The council could raise the fees and cut the pensions of Arden.",
    ),
    "a word used once": (
        "The gunman fired. The gunman fled. Police chased the gunman.",
        "Police looked for the terrorist.",
    ),
    "as of an hour": (
        "As of 11 p.m. the storm was far from Brenk and moved slowly north.",
        "On Tuesday afternoon the storm was far from Brenk and moved slowly north.",
    ),
    "three services": (
        "The ambulance service was called at 6.13am to the crash in Brenk.",
        "The fire service was called at 6.02am to the crash in Brenk.",
    ),
    "one bound": ("At least nine people were killed.", "At least nine people died."),
    "conversion": (
        "The rocket flew 1,000 kilometers over Zell.",
        "The rocket flew about 620 miles over Zell.",
    ),
    "own hours": (
        "The police were called at 6.10am to the crash.",
        "The ambulance service was called at 6.13am to the crash.",
    ),
    "another year": (
        "Three people were killed in a crash near Garrow on Monday.",
        "In 2009 eight people were killed in a crash near Garrow.",
    ),
    "two kinds counted": (
        "The crash killed nine people.",
        "The crash injured 30 people.",
    ),
    "part": (
        "The gunman killed nine people.",
        "The gunman killed nine people, two of them teenagers.",
    ),
    "nickname": (
        "Lawyer Donald Reed of Hollen appeared in court.",
        "Lawyer Don Reed of Hollen appeared in court.",
    ),
    "refusal": (
        "The port of Zell admitted the ship.",
        "The captain denied the request.",
    ),
    "passive": (
        "Police arrested Peter Lund at his home.",
        "Peter Lund was arrested by police at his home.",
    ),
    "ages of two": (
        "Anna Reed, 34, is a pilot.",
        "Milo Reed and Hugo Stern, 51, are sailors.",
    ),
}


@pytest.mark.parametrize("name", _DISPUTED)
def test_disputed(name: str) -> None:
    """The kind is right, and each side's words stand on a side of their own."""
    first, second, kind, excerpts = _DISPUTED[name]
    comparison = compare_texts(first, second)
    sides = sides_of(comparison, kind)
    assert any(answers(each, excerpts) for each in sides), (sides, comparison.conflicts)


@pytest.mark.parametrize("name", _UNDISPUTED)
def test_undisputed(name: str) -> None:
    """What only looks like a dispute is none, and neither is it in the other order."""
    assert compare_texts(*_UNDISPUTED[name]).conflicts == ()
    assert compare_texts(*reversed(_UNDISPUTED[name])).conflicts == ()


def test_order_of_accounts_changes_nothing() -> None:
    first, second, _, _ = _DISPUTED["toll"]
    assert compare_texts(first, second).conflicts == compare_texts(second, first).conflicts


def test_one_account_disputes_nothing() -> None:
    assert compare_texts("Nine people were killed. Twelve people were killed.").conflicts == ()


def test_answers_are_verbatim_and_ids_differ() -> None:
    comparison = compare_texts(*_DISPUTED["toll"][:2])
    texts = {r.document.id: r.document for r in comparison.readings}
    assert comparison.conflicts
    for conflict in comparison.conflicts:
        for side in conflict.sides:
            assert side.answer == texts[side.spans[0].document].quote(side.spans[0])
    ids = [conflict.id for conflict in comparison.conflicts]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("first", "second", "sides"),
    [
        pytest.param(
            "Masked men stormed the bank in Zell at noon, and the blast also wounded eight people.",
            "Masked men stormed the bank in Zell at noon, and the blast also wounded nine people.",
            [[["wounded eight people"], ["wounded nine people"]]],
            id="a-count-changed",
        ),
        pytest.param(
            "Masked men stormed the bank in Zell at noon, and the blast also wounded eight people.",
            "Masked men stormed the bank in Zell at noon, and the blast also wounded 8 people.",
            [],
            id="a-count-in-digits",
        ),
        pytest.param(
            "The court in Zell sentenced five to death and three to jail over the mill fire.",
            "The court in Zell sentenced five to death and four to jail over the mill fire.",
            [[["three to jail over"], ["four to jail over"]]],
            id="a-count-without-a-noun",
        ),
    ],
)
def test_a_count_that_a_copy_changes(first: str, second: str, sides: list[list[list[str]]]) -> None:
    lead = "The mayor of Zell spoke on Monday at the town hall.\n\n"
    comparison = compare_texts(f"{lead}{first}", f"{lead}{second}")
    assert sides_of(comparison, "number") + sides_of(comparison, "update") == sides


@pytest.mark.parametrize(
    ("kind", "few", "shared"),
    [
        pytest.param("scope", "a", True, id="who tells the part tells the whole as well"),
        pytest.param("scope", "c", False, id="another tells the part"),
        pytest.param("update", "a", False, id="a count that grew in one account"),
    ],
)
def test_an_extent_that_one_account_tells_both_ways(kind: str, few: str, shared: bool) -> None:
    whole = (Span("a", 0, 9), Span("b", 0, 9))
    part = (Span(few, 20, 29),)
    dispute = Dispute(kind, "difference", "All?", (whole, part), "", 0.7)
    assert is_of_two_questions(dispute) == shared
