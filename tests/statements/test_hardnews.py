"""Who speaks in hard news: tabloids, agencies, papers of officials, and follow-ups."""

import pytest

from tests.statements.reader import read

CASES: dict[str, tuple[str, list[str]]] = {
    "a-surname-that-is-an-initial": (
        "“At last we can fish again,” a diver, Tomas R., told this newspaper. “It is over.”",
        ["Tomas R."],
    ),
    "who-laughs-at-what-was-promised": (
        "In the port the harbour minister, Ada Roe, promised an inquiry. “If the quay was weak, we "
        "will say so.” The mayor laughed when he was told.",
        ["Ada Roe"],
    ),
    "a-trade-that-nobody-else-has": (
        "Her uncle Olan Byrne, 52, who was at the wheel, said: “Nobody saw the quay.”\n\nHe told "
        "how he swam ashore in the dark. “The first wave threw us off the deck,” said the farmer.",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "a-trade-that-another-has": (
        "Olan Byrne was at the fair. The police told a farmer to leave the quay. “I will not go "
        "before noon,” said the farmer.",
        ["the farmer"],
    ),
    "by-the-children": (
        "Ada Roe, 31, was at home when the wave came. “I ran to the door,” the mum-of-two said.",
        ["Ada Roe"],
    ),
    "by-the-age-of-one": (
        "Ada Roe, 31, was at home when the wave came. Her neighbour Mira Doe, 40, was out.\n\n"
        "“I ran to the door,” the 31-year-old said.",
        ["Ada Roe"],
    ),
    "an-age-that-nobody-has": (
        "Ada Roe, 31, was at home when the wave came. “I ran to the door,” said the 40-year-old.",
        ["the 40-year-old"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_who_speaks_in_hard_news(told: str, expected: list[str]) -> None:
    read_of = read(f"Wave hits the quay\n\n{told}").statements
    named = [s.speaker.name if s.speaker else "None" for s in read_of if s.kind == "quote"]
    assert named == expected
