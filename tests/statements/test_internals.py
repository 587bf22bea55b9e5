"""What one account contradicts itself in, and what it does not."""

import pytest

from asreported.language.load import load_parser
from asreported.model.document import Document, Region
from asreported.statements.read import read_statements
from tests.statements.reader import read

# Text, and what is found as "kind: words <> words".
FOUND = {
    "toll-twice": (
        "At least 40 people were injured when the tram fell. It was raining in Morvane.\n"
        "Over 50 people were taken to hospital.",
        ["figure: At least 40 people <> Over 50 people"],
    ),
    "a-count-that-the-text-corrects": (
        "Four people died on Monday. It was raining in Morvane.\n"
        "The coast guard had earlier said that five people had died.",
        ["figure: Four people <> five people"],
    ),
    "share": (
        "The storm took 12 of the 40 homes (45 percent) on Monday.",
        ["arithmetic: 12 <> 40 homes <> 45 percent"],
    ),
    "total": (
        "Nine people were killed: four women and three men.",
        ["arithmetic: Nine people <> four women <> three men"],
    ),
    "change": (
        "Fares rose from $40 to $50, an increase of 15 percent.",
        ["arithmetic: $40 <> $50 <> 15 percent"],
    ),
    "two-ages": (
        "Orla Vask, 34, ran the ferry. Friends of 43-year-old Orla Vask wept.",
        ["figure: Orla Vask, 34 <> 43-year-old Orla Vask"],
    ),
    "two-hours": (
        "Police were called at 6.10am on Monday. A neighbour said they were called at 6.04am.",
        ["time: Police were called at 6.10am on Monday <> they were called at 6.04am"],
    ),
    "wrong-weekday": ("It sank on Monday, June 7, 2022.", ["time: Monday, June 7, 2022"]),
    "two-spellings": (
        "The jets left Khorvane air base at dawn.\nThey came back to Horvane air base at noon.",
        ["attribution: Khorvane air base <> Horvane air base"],
    ),
    "space-in-a-name": (
        "BlueFerry said it was sorry.\nThe tug is owned by Blue Ferry, which was not asked.",
        ["attribution: BlueFerry <> Blue Ferry"],
    ),
    "closing-mark-first": ("”It was dark, he said of the night at sea.",
                           ["attribution: ”It was dark, he said of the night at sea"]),
    "exact-above-least-below": (
        "Seven killed as ferry sinks\n\nAt least seven people were killed when a ferry sank.",
        ["headline: Seven <> At least seven people"],
    ),
    "quoted-of-nobody": (
        "Mayor calls ferry ‘deathtrap’\n\nThe mayor told reporters that the ferry was old. "
        '"It leaks," he said.',
        ["headline: ‘deathtrap’"],
    ),
    "still-above-answered-below": (
        "Girl slaps guards who refused to respond\n\nA girl was filmed in Morvane on Monday.\n"
        "The guards fended off the blows.",
        ["headline: who refused to respond <> fended off the blows"],
    ),
    "possible-and-unlikely": (
        "Captain could get long sentence\n\nA captain was charged on Monday in Morvane.\n"
        "The maximum sentence appears unlikely.",
        ["headline: Captain could get long sentence <> The maximum sentence appears unlikely"],
    ),
    "all-above-part-below": (
        "Premier orders troops to leave island\n\nThe premier spoke on Monday.\n"
        "Some troops will leave the island, he said.",
        ["headline: troops to leave island <> Some troops will leave the island"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str) -> None:
    text, expected = FOUND[case]
    reading = read(text, "2022-06-09")
    found = [
        f"{i.kind}: " + " <> ".join(reading.document.quote(span) for span in i.spans)
        for i in reading.internals
    ]
    assert found == expected


LEFT_ALONE = {
    "right-share": "The storm took 12 of the 40 homes (30 percent) on Monday.",
    "rounded-share": "It took 13 of the 41 homes, or about 30 percent.",
    "right-total": "Seven people were killed: four women and three men.",
    "some-of-a-total": "Nine people were killed, among them four women and three men.",
    "right-change": "Fares rose from $40 to $50, an increase of 25 percent.",
    "rounded-change": "Sales grew from 1.2 million to 1.6 million, up 31 percent.",
    "points": "Support fell from 40 percent to 30 percent, down 10 percentage points.",
    "victims-added-up": (
        "Five people were killed on Monday. It was raining. He killed four sailors and a guard."
    ),
    "who-did-it": (
        "Seven people were killed on Monday in Morvane. Police shot three attackers dead there."
    ),
    "an-unlikely-friend": (
        "Mayor could win the vote\n\nShe has an unlikely friend who will vote for her: the sailors."
    ),
    "never-before": (
        "Sailors saw a wolf at the quay on Monday. They had never seen a wolf before."
    ),
    "a-risk-of-harm": (
        "Weighing the risk of getting shot\n\nAfter a man killed 10 people in Morvane, it snowed."
    ),
    "another-year": "Seven people were killed on Monday. In 2015, nine people were killed there.",
    "a-part-of-them": "Nine people were killed, including seven sailors who were killed in bed.",
    "dozens": "Dozens were injured on Monday.\nPolice said 40 people were injured.",
    "an-update": "Seven people died. The toll later rose to nine people dead.",
    "right-weekday": "It sank on Monday, June 6, 2022.",
    "another-person": "Orla Vask, 34, ran it. Ivo Vask, 43, steered.",
    "two-acts": "They were called at 6.10am on Monday and arrived at 6.30am.",
    "hedged-hour": "Police were called just after 6am on Monday. They were called at 6.10am.",
    "two-families": "Nina Petrova sang. Her husband Ivan Petrov danced.",
    "quoted-below": "Mayor: ferry ‘leaks’\n\nThe mayor was angry. “It leaks,” she said.",
    "one-word-in-another-form": "Site ‘De-Monetized’ it\n\nThe channel was demonetized on Monday.",
    "marks-inside-the-quotation": (
        "It is ‘a quiet and grey sea’, says captain\n\n"
        "“It is a quiet and ‘grey’ sea,” the captain said."
    ),
    "limit-in-the-headline": (
        "Premier orders some troops to leave\n\nSome troops will leave the island, he said."
    ),
}


@pytest.mark.parametrize("case", LEFT_ALONE)
def test_left_alone(case: str) -> None:
    reading = read(LEFT_ALONE[case], "2022-06-09")
    assert [(i.kind, i.reason) for i in reading.internals] == []


@pytest.mark.parametrize(
    ("caption", "odd"),
    [
        ("Mayor: “I am sure that the crew has done this”", True),
        ("Mayor: “I am sure that the sailors”", False),
    ],
    ids=["worded otherwise", "cut"],
)
def test_a_quotation_of_a_caption(caption: str, odd: bool) -> None:
    said = "“I am sure that the sailors have done this,” Mayor Orla Vask said."
    text = f"{caption}\n{said}"
    regions = (
        Region(0, len(caption), "caption", ""),
        Region(len(caption) + 1, len(text), "body", ""),
    )
    document = Document("d", "d", text, "en", regions)
    (parse,) = load_parser().parse([document])
    found = read_statements(document, parse).internals
    assert [internal.kind for internal in found] == ["attribution"] * odd
