"""Who speaks where the turn goes to somebody without a name, or is told by what they do."""

import pytest

from tests.statements.reader import speakers

CASES: dict[str, tuple[str, list[str]]] = {
    "who-acts-without-a-name": (
        "“We are looking,” mayor Tom Rudd said.\n\nA farmer from the hills rang us. He lost forty "
        "cows. “I opened the gate,” he said.",
        ["Tom Rudd", "a farmer from the hills"],
    ),
    "whose-mother-acts": (
        "Mira Stone, 27, was thrown off. She swam to the steps.\n\nStone's mother wept as the "
        "bells rang. “God is good,” she said.",
        ["Stone's mother"],
    ),
    "an-office-that-nobody-has": (
        "“A wave,” Colonel Tom Rudd said.\n\nThe Governor visited the wounded. Handing them "
        "medals, he said: “We do not forget.”",
        ["Tom Rudd", "the Governor"],
    ),
    "an-office-that-one-has": (
        "Commissioner Ada Roe came at noon. “It was a wave,” Mira Stone said. The commissioner has "
        "her doubts. “At that hour, from that height,” she says.",
        ["Mira Stone", "Ada Roe"],
    ),
    "who-asks-is-not-who-answers": (
        "Tom Rudd came before the court. An officer asked him his name. “Tom,” he said.",
        ["Tom Rudd"],
    ),
    "it-was-one-who-did": (
        "“Seventeen are dead,” director Milan Kell said.\n\nIt was the ferryman, Josef Pell, who "
        "got there first. He had been awake. “Then the lights went out,” he says.",
        ["Milan Kell", "Josef Pell"],
    ),
    "who-shakes-his-head": (
        "“He gave us no choice,” said commander Olan Byrne. Pell shakes his head. “The knife lay "
        "on the table. I saw no blow.”\n\nAbel Pell was on board.",
        ["Olan Byrne", "Abel Pell"],
    ),
    "who-takes-over": (
        "Commander Olan Byrne was there first. “I have done this for years,” he says, and stops. "
        "His deputy takes over. “We cut out nineteen people.”",
        ["Olan Byrne", "His deputy"],
    ),
    "several-do-not-say-i": (
        "Four men got out. They had a key. “I cannot get it out of my head.”",
        ["None"],
    ),
    "a-contractor-by-name": (
        "The contractor, Ridgeway Paving, said its crew was “nowhere near” the line.",
        ["Ridgeway Paving"],
    ),
    "a-maker-by-one-name": (
        "The operator, Hydrostrand, said the ship had “an excellent record”. A spokesman declined "
        "to say when it was built. “That is for the inquiry,” the spokesman said.",
        ["Hydrostrand", "a spokesman for Hydrostrand"],
    ),
    "a-spokesperson-before-the-words": (
        "Arden Gas & Light says crews are on the way to shut off service. A spokesperson told us "
        "the company “is not aware of any calls” about the house.",
        ["a spokesperson for Arden Gas & Light"],
    ),
    "where-an-airline-is-based": (
        "Shares in Norvik Air Holdings fell 23% on Wednesday. The Arden-based airline said in a "
        "statement it was acting “out of caution”.",
        ["Norvik Air Holdings"],
    ),
    "a-union-is-no-company": (
        "Arden Motors closed the plant. Arden Motors has offered more. The union said it was “an "
        "insult”.",
        ["the union"],
    ),
    "called-so-in-an-aside": (
        "“We are through eleven metres,” said the head of the mine rescue, a former miner called "
        "Peder Moll, who has not slept. “The rock is bad.”",
        ["Peder Moll"],
    ),
    "a-role-that-is-adorned": (
        "Sergeant Boris Karim thanked him. “We only did our duty,” the modest sergeant said.",
        ["Boris Karim"],
    ),
    "a-justice-is-a-judge": (
        "Mira Stone showed no emotion as Mrs Justice Marlow passed sentence. “You watched them "
        "die,” the judge said.",
        ["Marlow"],
    ),
    "what-she-is-to-him-is-no-name": (
        "Rescuer Olan Byrne was hurt. Girlfriend Kelly, 24, has not left his side. “He is not "
        "going back there,” she fumed.",
        ["Kelly"],
    ),
    "a-ticker": (
        "21:12 Civil protection: “All residents must leave now.”\n\n14:45 The bank: “The person "
        "has never been with us.”",
        ["Civil protection", "the bank"],
    ),
    "known-by-one-name": (
        "A waitress who asked to be identified only as Leyla said the ceiling caught fire. “It ran "
        "over our heads,” she said.",
        ["Leyla"],
    ),
    "the-eldest-of-three": (
        "“It was me,” minister Tom Rudd said.\n\nThe eldest of the three, Arne Vik, spoke at the "
        "airport. “We played chess with stones,” he said.",
        ["Tom Rudd", "Arne Vik"],
    ),
    "people-who-chant": (
        "“We wait,” the staff said.\n\nSeveral hundred people gathered in the square. “No justice, "
        "no peace!” they chanted.",
        ["the staff", "several hundred people"],
    ),
    "who-is-something-himself": (
        "“Trust the court,” minister Tom Rudd said.\n\nThe dead man's brother is a policeman "
        "himself. “I put on this uniform tomorrow,” he says.",
        ["Tom Rudd", "the dead man's brother"],
    ),
    "one-of-them-by-name": (
        "Among those saved is little Mina D. (6). “It is a marvel, there is no other word,” said "
        "one of her rescuers, diver Ado Pall. The President has invited the girl.",
        ["Ado Pall"],
    ),
    "an-employer-by-name": (
        "Their employer, the Bergen-based drilling firm Fjellvann, said it would not send staff "
        "back. “Safety comes first,” it said.",
        ["Fjellvann"],
    ),
    "one-of-a-thousand": (
        "More than 1,000 residents were led out. One said: “It was the end.”",
        ["one of more than 1,000 residents"],
    ),
    "one-of-nobody-told-of": (
        "The gates of the old port were shut. One said: “It was the end.”",
        ["None"],
    ),
    "an-office-as-a-label": (
        "Gas company now owns up to calls. Fire chief: “Somebody was told”\n\nFire Chief Tom Rudd "
        "said he did not expect to find them.",
        ["Tom Rudd"],
    ),
    "an-eyewitness-as-a-label": (
        "Eyewitness: “They were running”\n\nEyewitness Tom Rudd was in the bar.",
        ["Eyewitness"],
    ),
    "the-judge-herself": (
        "The head of the court herself had to say that the story was “not credible”.",
        ["the head of the court"],
    ),
    "one-of-them-called-so": (
        "“We wait,” minister Tom Rudd said. Minister Rudd flew in and was met by parents. One of "
        "them, a mechanic named Olan Pell, threw a shoe. “Where were you in spring?” he shouted.",
        ["Tom Rudd", "Olan Pell"],
    ),
    "whom-the-outlet-met": (
        "“Not one valve,” secretary Sandy Kerr said.\n\nWe have been speaking to a worker who got "
        "out. He asked us not to use his name. “Everybody knew,” he says.",
        ["Sandy Kerr", "a worker"],
    ),
    "a-lady-at-work": (
        "Onlooker Ada Bowen, 44, filmed it on her phone. The dinner lady sobbed: “There was a "
        "blue flash.”",
        ["Ada Bowen"],
    ),
    "what-a-maker-makes": (
        "Velora Group dropped the runner within an hour. The sportswear maker said it had “zero "
        "tolerance”.",
        ["Velora Group"],
    ),
    "a-name-taken-for-a-body": (
        "“A leak,” minister Tom Rudd said.\n\nNorvik's managing director, Ulv Brand, apologised. "
        "“This should not have happened,” he said.",
        ["Tom Rudd", "Ulv Brand"],
    ),
    "who-is-only-acted-upon": (
        "Fire chief Mira Sand said a cloud had drifted over the school. The children were kept "
        "indoors. “The teachers did the right thing.”",
        ["None"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_whose_turn_it_is(told: str, expected: list[str]) -> None:
    assert speakers(f"Wave hits the quay\n\n{told}") == expected
