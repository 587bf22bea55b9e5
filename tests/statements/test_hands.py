"""Who speaks in the hands of tabloids, features and state papers, where roles and kin abound."""

import pytest

from tests.statements.reader import speakers

CASES: dict[str, tuple[str, list[str]]] = {
    "with-whom-one-talks": (
        "Olan Byrne left on Thursday. In an interview with Ben Roe he says he wrote it on Sunday. "
        "“Nobody asked me to leave.”",
        ["Olan Byrne"],
    ),
    "to-whom-one-nods": (
        "Olan Byrne spoke. In a nod to his old friend Ben Roe, he said it was “a fair point”.",
        ["Olan Byrne"],
    ),
    "a-town-that-looks-like-a-name": (
        "The chief prosecutor of Bresk, Silvia Dorn, said on Friday that there was no suspect. "
        "“We are looking at a letter.”",
        ["Silvia Dorn"],
    ),
    "a-surname-two-share": (
        "British couple Dean and Mandy Hollis were thrown out of bed. “We ran,” said Dean, 52.",
        ["Dean Hollis"],
    ),
    "the-head-of-state": (
        "President Nuri Zhal came on Saturday. “The guilty will answer,” the Head of State said.",
        ["Nuri Zhal"],
    ),
    "a-surname-like-a-newspaper": (
        "Conductor Ruud Hazen sat on the man.\n\nOne of the three, bricklayer Dennis Post, does "
        "not want to talk about it. “He was crying,” he says.",
        ["Dennis Post"],
    ),
    "a-long-role-behind-a-name": (
        'Trump left. “A close one,” Trump said. ‘You’re seeing it" Theda Skocpol, a sociology '
        "professor, said. If Democrats also win, she added: “It sets the stage for a change.”",
        ["Trump", "Theda Skocpol"],
    ),
    "a-name-that-opens-the-next-paragraph": (
        "Maja Rehnsberg becomes minister. “I was asked on Thursday,” said Rehnsberg.\n\nIngrid "
        "Lohse, who is deputy minister, stays on.",
        ["Maja Rehnsberg"],
    ),
    "she-is-not-the-man-who-spoke": (
        "“There is glass all over the place,” said Gino Byrne, owner of a bar.\n\nBus driver "
        "Ada Post was there. “It was dark,” she says.",
        ["Gino Byrne", "Ada Post"],
    ),
    "he-is-not-moira": (
        "Patrick Flynn sits at the table. “Tell him about the shoes,” says Moira. He shakes his "
        "head. “Not that.”",
        ["Moira", "Patrick Flynn"],
    ),
    "a-mother-and-a-wife": (
        "Ilse Brandt, 19, dragged two children out. Her mum Karin, 47, said: “She is a fighter.”"
        "\n\nBrit Gary Dobbs and wife Lyn had got off. “I'm never dieting again,” quipped Lyn.",
        ["Karin Brandt", "Lyn Dobbs"],
    ),
    "a-father-at-the-head-of-a-sentence": (
        "Little Emma Lie, 9, was still on a drip. Dad Jonas, 38, said: “She was green.”",
        ["Jonas Lie"],
    ),
    "whose-father-is-open": (
        "Minister Ronan Avery told parliament so. One is named locally as Dean Rook, 24. His "
        "father, Terry, said he had been told nothing. “I heard it on your news,” he said.",
        ["Terry"],
    ),
    "a-name-that-one-gives": (
        "The wife of one of the hostages, who gave her name only as Moira, stood at the gate. “He "
        "rang at noon,” she said.",
        ["Moira"],
    ),
    "a-firm-of-two-words": (
        "The firm, Tragwerk Sollen, confirmed that it had done the work. “We wrote twice,” it said "
        "in a statement.",
        ["Tragwerk Sollen"],
    ),
    "an-answer-to-a-cry": (
        "“They lay there for three months,” its leader, Ines Kord, told the chamber. “Three "
        "months, and not one call!” To this the transport minister, Viktor Halm, replied from the "
        "bench that she was “dancing on graves”, which caused uproar.",
        ["Ines Kord", "Viktor Halm"],
    ),
    "her-letter": (
        "Harriet Crewe wrote to him in April. Her letter speaks of “a present risk of life”.",
        ["Harriet Crewe"],
    ),
    "one-of-them": (
        "Prisoners tell a different story. “They beat an old man,” one told me.",
        ["one of the prisoners"],
    ),
    "who-asks-does-not-answer": (
        "Olan Byrne was there. He asked one of the gunmen: “Who are you?” “Your taxi,” the man "
        "answered.",
        ["Olan Byrne", "None"],
    ),
    "whose-reply-it-is": (
        "The firm rejected the report of Maria Osk. She accused the board of haste.\n\n“That is "
        "nonsense,” was Osk's reply.",
        ["Maria Osk"],
    ),
    "who-was-quicker": (
        "On Monday her office said that President Carmen Ibarra was “following events”. Her rival "
        "Tomas Quiroga was quicker: “A state that cannot guard one man is no state.”",
        ["her office", "Tomas Quiroga"],
    ),
    "whose-response-is-short": (
        "Ada Roe was asked by Ben Lind if she could do it.\n\nHer response was short: “Yes, I do.”",
        ["Ada Roe"],
    ),
    "the-father-of-three": (
        "Rurik Dahl, 41, scraped until his nails came off. “I could hear tapping,” the "
        "dad-of-three said.",
        ["Rurik Dahl"],
    ),
    "one-of-the-furious": (
        "Furious mums stormed the gates. “Heads will roll,” vowed one. “It's a shame,” another "
        "said.",
        ["one of the furious mums", "another of the furious mums"],
    ),
    "a-surname-with-a-particle": (
        "Tearful Anneke de Wit, 27, waited at the hotel. Her mother, Lies, added: “She is tired.”",
        ["Lies de Wit"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
