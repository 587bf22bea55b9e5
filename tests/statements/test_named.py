"""By what name a speaker is called: in full, of the right bearer, without what is no part of it."""

import pytest

from tests.statements.reader import read

CASES: dict[str, tuple[str, list[str]]] = {
    "the-surname-before-junior": (
        "Olan F. Byrne Jr. runs the quay. Byrne said the fees were “fair to us all”.",
        ["Olan F. Byrne Jr"],
    ),
    "a-head-and-what-it-is-for": (
        "The Centers for Disease Control and Prevention said the fees were “under review”.",
        ["Centers for Disease Control and Prevention"],
    ),
    "a-list-of-what-a-bureau-is-for": (
        "The Bureau of Alcohol, Tobacco, Firearms and Explosives said it was “aware of the fire”.",
        ["Bureau of Alcohol, Tobacco, Firearms and Explosives"],
    ),
    "a-nation-and-its-office": (
        "U.S. Immigration and Customs Enforcement said the man was “not in the country”.",
        ["U.S. Immigration and Customs Enforcement"],
    ),
    "what-an-office-is-in-is-no-name": (
        "Special Agent in Charge Vera Byrne said the fire was “a very sad case”.",
        ["Vera Byrne"],
    ),
    "the-president-is-not-his-wife": (
        "President Byrne will go to the harbour. First lady Ada Byrne will sail with President "
        "Byrne. “We will be there soon,” Byrne said on Monday.",
        ["President Byrne"],
    ),
    "mrs-is-the-one-named-in-full": (
        "President Byrne will go to the harbour. First lady Ada Byrne will sail with President "
        "Byrne. “I am glad to go along,” Mrs. Byrne said on Monday.",
        ["Ada Byrne"],
    ),
    "mr-is-not-her": (
        "Ada Byrne spoke at noon. Mr. Byrne said he was “happy to hear her”.",
        ["Byrne"],
    ),
    "a-surname-that-is-a-town": (
        "The captain's lawyer Stu London said “it is a sad day”.\n\n“The captain is glad that it "
        "is over,” London said.",
        ["Stu London", "Stu London"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_name_of_a_speaker(told: str, expected: list[str]) -> None:
    statements = read(f"Harbour fees rise\n\n{told}").statements
    quotes = [s for s in statements if s.kind == "quote"]
    assert [s.speaker.name if s.speaker else "None" for s in quotes] == expected
