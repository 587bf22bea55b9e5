"""Who speaks in hard news: tabloids, agencies, papers of officials, and follow-ups."""

import pytest

from tests.statements.reader import read, speakers

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
    "a-surname-spelled-two-ways": (
        "Hanna Brewitt was on board. “We all held the rail,” said Hanna Brewett, 27. Brewett is a "
        "nurse, and Brewett could swim. “It leaned over,” Brewitt added.",
        ["Hanna Brewett", "Hanna Brewett"],
    ),
    "two-of-almost-one-name": (
        "Olga Petrova and Olga Petrov were on board. “We held the rail,” said Olga Petrov.",
        ["Olga Petrov"],
    ),
    "who-is-new-and-acts-goes-on": (
        "Tom Rudd left at noon. Rudd was told to pay. Rudd stood there, and Rudd wept.\n\n“I took "
        "no fee,” Rudd said to his friends. “I built it.”\n\nThe secretary of the Harbour Union, "
        "Dario Pell, was among the first to call. “Whoever has erred must pay,” he declared.",
        ["Tom Rudd", "Dario Pell"],
    ),
    "what-a-headline-calls-him-is-no-name": (
        "Flash Tom Rudd left the quay. “I am glad to be out,” Rudd said.",
        ["Tom Rudd"],
    ),
    "who-brands-him": (
        "“A thief in a hat,” the judge branded him. “You took the fees,” Judge Ada Roe told him.",
        ["Ada Roe", "Ada Roe"],
    ),
    "the-minister-is-not-the-president": (
        "The master was arrested in an operation by the guard, the Minister of Works and Roads, "
        "Hon. Adam Pell, has announced. Hon. Pell said the quay was old.\n\n“The board chose to "
        "defy us,” the Minister stated. President Tom Rudd visited the port at noon.",
        ["Adam Pell"],
    ),
    "an-official-of-the-ministry-before": (
        "In Verrin, Norland's foreign ministry said it had called the envoy. Reports that he had "
        "left were “not correct at all”, an official told this paper.",
        ["an official of Norland's foreign ministry"],
    ),
    "some-who-stand-outside": (
        "President Rudd came at three and stayed forty minutes. Outside some men shouted “Go away! "
        "Go away!” and two of them were led off.",
        ["some men"],
    ),
    "the-pm": (
        "Prime Minister Aksel Pell called the wave “a wound in our town”. President Tom Rudd came. "
        "The PM, who will stay, vowed: “We will find out who failed.”",
        ["Aksel Pell", "Aksel Pell"],
    ),
    "a-retired-trade": (
        "Wilma Pell, 71, was buying leeks. “There was a crack,” said the retired seamstress.",
        ["Wilma Pell"],
    ),
    "what-a-page-only-measures": (
        "The note is one page long. “Close the quay in every storm,” it says.",
        ["the note"],
    ),
    "a-verb-in-no-table": (
        "It is what one diver called “our old hall”.\n\n“Here lies a boat,” Tom Rudd grimaced. "
        "“She was ours.”",
        ["one diver", "Tom Rudd"],
    ),
}
HEADLINES: dict[str, tuple[str, list[str]]] = {
    "words-cut-to-size": (
        "'I HELD ON TO A GOAT': Diver cheats death as 'boat from hell' sinks\n\nMira Stone, 27, "
        "was thrown off. “I grabbed what moved, and it was a goat,” she said.",
        ["Mira Stone", "None", "Mira Stone"],
    ),
    "words-of-nobody-below": (
        "'WE ALL THOUGHT WE WERE DEAD': Diver cheats death\n\nMira Stone, 27, was thrown off. “I "
        "grabbed what moved, and it was a goat,” she said.",
        ["None", "Mira Stone"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_whose_words_a_headline_has(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_who_speaks_in_hard_news(told: str, expected: list[str]) -> None:
    assert speakers(f"Wave hits the quay\n\n{told}") == expected


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Tallows moved $1 billion as scrutiny of the ferry grew: New Zell AG", "New Zell AG"),
        ("Ferry captain had been drinking: FBI", "FBI"),
        ("Ferry sinks off Port Verrin: LIVE", None),
        ("Who was behind it: FBI", None),
    ],
)
def test_who_closes_a_headline_says_it(headline: str, speaker: str | None) -> None:
    statements = read(f"{headline}\n\nThe Tallow family moved money abroad.").statements
    headed = [s.speaker for s in statements if s.region == "headline" and s.speaker]
    assert [each.name for each in headed] == ([speaker] if speaker else [])
