"""What an account says elsewhere, or of another thing, takes a dispute away: invented accounts.

Each was met in a story that nobody had annotated, and was listed as a dispute there.
"""

import pytest

from tests.alignment.disputes import answers, compare_texts, sides_of

_NONE = {
    "a talent demonstrated": (
        "Judge Ada Byron has demonstrated a talent for patience, the bar said.",
        "Judge Ada Byron has demonstrated a taste for long rulings, critics said.",
    ),
    "one of many protests": (
        "It was the latest in a string of protests against the harbour board.",
        "Thousands marched to protest the sale of the dam on Monday.",
    ),
    "killed, elsewhere in the account": (
        "Anna Reed died in Zell on Monday. It was not known who had killed the captain.",
        "Anna Reed was killed in Zell on Monday.",
    ),
    "both words in one name": (
        "A shooting rampage shook Zell. The shooting rampage lasted an hour. The shooting rampage "
        "in the market of Zell killed two bakers.",
        "A shooting shook Zell. The shooting lasted an hour. The shooting in the market of Zell "
        "killed two bakers.",
    ),
    "a body and its spokeswoman": (
        "“Torvia sees this as a gesture of goodwill by the king,” Mayor Ada Byron said.",
        "“Torvia sees this as a gesture of goodwill by the king,” the Harbour Board said. Ada "
        "Byron leads it.",
    ),
    "two doers of two sums": (
        "Anna Reed raised more than $34 million for her campaign in the last quarter of the year.",
        "Peter Lund raised $46 million for his campaign in the last quarter of the year.",
    ),
    "words left out": (
        "“We have been asking for the release of these sailors … for more than ten weeks,” Mayor "
        "Ada Byron said.",
        "“We have been asking for the release of these sailors and cooks for more than ten "
        "weeks,” Mayor Ada Byron said.",
    ),
    "an office cut short": (
        "“We look forward to working with Gov. Anders on the dam and the harbour,” Ada Byron said.",
        "“We look forward to working with Governor Anders on the dam and the harbour,” Ada Byron "
        "said.",
    ),
    "nobody says so": (
        "Not saying Milo Anders is guilty of it, but he was there.",
        "Milo Anders denied the allegations on Monday.",
    ),
    "no operator said": (
        "No other ferry line told the Courier that it had cancelled its trips to Zell.",
        "Nordelia Lines said that it had not cancelled its trips to Zell.",
    ),
    "not for one thing but for another": (
        "The sale of the dam is not based on how the council votes but on what the town needs.",
        "The sale of the dam is based on what the town needs, the mayor said.",
    ),
    "one cause is the other's": (
        "Gas leaks caused fires throughout Zell after the quake.",
        "The quake caused fires in Zell, where gas leaks were found in four streets.",
    ),
    "people let in, people let out": (
        "The council announced plans to allow people back to work.",
        "People were allowed to fish in the harbour of Zell.",
    ),
    "the toll of two towns": (
        "A man killed more than 20 people in an attack at a market in Turin on Saturday.",
        "The attacks at markets in Turin and Milan killed at least 31 people.",
    ),
    "a round number": (
        "The plague has killed more than 600,000 people, the board said.",
        "The plague has killed 606,200 people, the radio said.",
    ),
    "the other words in another sentence": (
        "The mayor met the crews in Zell on Monday.\n\n"
        "“We have been asking for the release of these "
        "sailors and cooks for more than ten weeks,” Ada Byron said. “The release of these sailors "
        "and pilots for more is no scandal.”",
        "The mayor met the crews in Zell on Monday.\n\n"
        "“We have been asking for the release of these "
        "sailors and pilots for more than ten weeks,” Ada Byron said.",
    ),
    "an accusation told and denied": (
        "Milo Anders was accused of beating a clerk in Osmar, the radio said.",
        "Milo Anders has denied the accusation.",
    ),
    "a storm slows down": (
        "Hurricane Ada nears Kesh\n\nHurricane Ada was moving north at 16 mph on its way to Kesh.",
        "Hurricane Ada nears Kesh\n\nHurricane Ada was moving north at 17 mph on its way to Kesh.",
    ),
    "the number of the whole elsewhere": (
        "In the picture 31 cadets raise their hands. Some 34 others were sent home by the board.",
        "The governor has fired 34 cadets for the salute.",
    ),
    "a town and its country": (
        "The senator thanked the mayor of Turin for coming to Turin to settle the strike of the "
        "bakers, in Italy.",
        "The senator thanked the mayor of Turin for coming to Italy to settle the strike of the "
        "bakers.",
    ),
    "a government and its department": (
        "Harbour Admin Sues Defiant California\n\nThe ports were closed on Monday.",
        "The Department of Ports is suing California over its port law.",
    ),
    "people of whom nothing is told": (
        "The 43 people in the mine came from Zell, the mayor said.",
        "The 38 people who died in the mine came from Zell, the mayor said.",
    ),
    "one country and the world": (
        "The plague goes on. In Italy, more than 28,000 are now infected, and it killed more than "
        "1,300 people there.",
        "The plague has infected more than 71,000 people worldwide. It has accounted for at least "
        "3,456 deaths around the world, with at least 1,355 people killed in Italy.",
    ),
}

_ONE_COUNT = {
    "nearly one number of a noun": (
        "Some 48,000 weavers walked out on Monday, the union said.",
        "The deal would bring relief to 46,000 striking weavers.",
        "number",
        ("48,000 weavers", "46,000 striking weavers"),
    ),
    "sums of which one thing is told": (
        "Skyvane will invest at least $9 billion in its two plants under the deal.",
        "Skyvane has offered to invest $8.3 billion in its plants, a person said.",
        "number",
        ("at least $9 billion", "$8.3 billion"),
    ),
    "tolls country by country": (
        "The plague has killed more than 3,400 people. In Iran, 107 deaths were reported by dusk.",
        "A total of 148 deaths were reported in Rome. Iran's death toll from the plague jumped to "
        "124.",
        "update",
        ("107 deaths", "124"),
    ),
    "two counts of the world": (
        "The plague has infected more than 71,000 people worldwide.",
        "The plague, which began in Italy, has infected 52,000 people around the world.",
        "update",
        ("more than 71,000", "52,000"),
    ),
    "the greater toll is the event's": (
        "A storm struck Torvia on Sunday, killing two, after leaving at least 64 dead in Maland.",
        "A storm struck Torvia on Sunday after killing more than 50 people in Maland.\n\n"
        "State radio said late in the evening that two people were killed in the Torvian hills.",
        "update",
        ("64 dead", "more than 50 people"),
    ),
}


@pytest.mark.parametrize("name", _NONE)
def test_no_dispute(name: str) -> None:
    compared = compare_texts(*_NONE[name])
    assert not compared.conflicts


@pytest.mark.parametrize("name", _ONE_COUNT)
def test_one_count(name: str) -> None:
    first, second, kind, excerpts = _ONE_COUNT[name]
    sides = sides_of(compare_texts(first, second), kind)
    assert any(answers(each, excerpts) for each in sides), sides
