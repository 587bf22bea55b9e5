"""Whom pronouns and roles go on with, in the manner of political news that nobody annotated."""

import pytest

from tests.statements.reader import speakers

CASES: dict[str, tuple[str, list[str]]] = {
    "a-role-that-acts": (
        "President Peter Byrne came on Friday. He left at noon. “It is hard,” Mark Roe said. "
        "Then the president left for Bresk. He called the plan “the craziest of all”.",
        ["Mark Roe", "Peter Byrne"],
    ),
    "whose-attacks-they-are": (
        "“There are 100 leaks,” Rep. Mark Marsh said. Peter Byrne's attacks ranged widely. He "
        "called the former director “a liar”.",
        ["Mark Marsh", "Peter Byrne"],
    ),
    "another-of-several": (
        "Byrne's lawyer Jay Selk offered no details. “We responded in writing,” he said. He "
        "said the team would not release it. Another of Byrne's lawyers, Rudy Gallo, said much "
        "of it was out of bounds. He said they had given “unprecedented help”.",
        ["Jay Selk", "Rudy Gallo"],
    ),
    "who-criticizes": (
        "“It is a stain,” David Harlan wrote. Most staff did not know of it. They were alarmed "
        "to see it. The cartoon was criticized by Bret Stevens in a column. He said the paper "
        "“got it wrong”.",
        ["David Harlan", "Bret Stevens"],
    ),
    "a-link-in-capitals": (
        "Mark Trent said it was “seriously flawed”. The sanctions were answered with a stinging"
        " rebuke by Prime Minister Peter Medved.\n\nTRENT SIGNS RUSSIA SANCTIONS BILL\n\nHe "
        "tweeted that it had shown “total weakness”.",
        ["Mark Trent", "Peter Medved"],
    ),
    "whose-daughter-she-is": (
        "Trent dismissed his chief of staff on Friday. The power of Trent's daughter and son-"
        "in-law, Ivana Trent and Jared Kusch, is greater. “A good man,” Trent said.",
        ["Trent"],
    ),
    "mr-and-ms-of-one-surname": (
        "“It is unfair,” Mr. Tabor said of Ben Trent. “The real damage is done to us,” he said."
        " He went home.\n\nMr. Tabor left in March. His wife, Jill, ran in 2015. Ms. Tabor "
        "lost.",
        ["Tabor", "Tabor"],
    ),
    "a-message-in-capitals": (
        "“PETER ROE IS GUILTY,” read a message. Asked what law Roe may have broken, he called "
        "it “a good plan”.",
        ["a message", "PETER ROE"],
    ),
    "the-former-director-is-another": (
        "A message that Ada Rice sent herself has raised questions about Jan Comb's part -- but"
        " the former director called it “a routine note”.",
        ["the former director"],
    ),
    "the-mother-of-another": (
        "Mika Schott served for 18 months. The victim's mother called it “a slap in the face”.",
        ["the victim's mother"],
    ),
    "the-son-of-another": (
        "Eric Trent, the president's son, led a chant. The former vice president's son called "
        "it “a sad day”.",
        ["the former vice president's son"],
    ),
    "an-indictment-is-not-they": (
        "The guards were held on Monday. Instead the two “sat at their desks,” the indictment "
        "said. They said the cells were “all quiet”.",
        ["the indictment", "None"],
    ),
    "the-company-is-not-the-newspaper": (
        "The Norland Journal reported a delay. It spoke to 12 people. While the company promised "
        "“13,000 jobs”, work was slow at Foxford.",
        ["the company"],
    ),
    "who-was-mayor-speaks-on": (
        "In an about-face, Ada Dorn said on Tuesday that she would endorse her rival Ben Post if "
        "he wins. The former mayor had refused to say: “I’m not going to go there.”",
        ["Ada Dorn"],
    ),
    "the-widower-who-asked-and-wrote": (
        "The husband of Lori Brandel, who died in 2001, wants peace. Timothy Brandel asked the "
        "mayor to delete the posts. “Please delete those posts,” Brandel wrote.",
        ["Timothy Brandel"],
    ),
    "guard-a-spokesman-is-they": (
        "A spokesman for the brigade said there were eight engines. They said it was “a hard day”.",
        ["a spokesman for the brigade"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_mouth(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
