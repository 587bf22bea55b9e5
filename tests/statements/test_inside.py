"""What headline, lead and body of one article tell otherwise: invented articles."""

import pytest

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.settings import Settings
from asreported.statements.read import read_statements
from tests.statements.articles import assert_odd, internals_of

# Article, and for one line that is found: words of its reason, words of its spans.
_FOUND = {
    "money-at-least": (
        "Guilds raise $31 million for Osmar\n\nThe guilds have raised more than $31 million for "
        "the families of Osmar, the mayor said on Monday.",
        ("the headline has", ["$31 million", "more than $31 million"]),
    ),
    "exact-above-and-about-below": (
        "90 students held in Osmar\n\nAbout 90 students were held in Osmar on Monday, the mayor "
        "said.",
        ("the headline has", ["90 students", "About 90 students"]),
    ),
    "about-above-and-fewer-below": (
        "Some 6,200 visitors come to the fair\n\nFewer than 6,200 visitors came to the fair of "
        "Osmar on Monday, the fire brigade said.",
        ("the headline has", ["6,200", "Fewer than 6,200"]),
    ),
    "one-dead-above-and-two-below": (
        "1 dead in attack on school in Osmar\n\nA pupil opened fire at a school in Osmar on "
        "Monday, killing two pupils and wounding three others, the mayor said.",
        ("in the headline", ["1", "two pupils"]),
    ),
    "named-and-withheld-in-one-sentence": (
        "Six shot in Osmar\n\nWhile the police have declined to release the names of the dead or "
        "of the gunman, the mayor identified the gunman as Otto Lind.",
        ("in another", ["declined to release the names", "identified the gunman as"]),
    ),
    "held-and-surrendered": (
        "Clerk of Osmar captured\n\nA clerk was captured in Osmar on Monday. Roads were closed. "
        "Otto Lind surrendered to the police at noon, the mayor said.",
        ("above", ["was captured", "surrendered to the police"]),
    ),
    "provoked-and-no-motive": (
        "Low wages provoked mill shooting\n\nA man fired at a mill in Osmar on Monday. "
        "The police have offered no motive for the shooting.",
        ("above", ["Low wages provoked", "no motive"]),
    ),
    "toll-has-risen": (
        "40 people dead after quake strikes Osmar\n\nA quake shook the towns of Osmar on Monday, "
        "killing at least 190 people, the coast guard said. Roads were cut.",
        ("in the headline", ["40 people", "at least 190 people"]),
    ),
    "least-of-a-sum": (
        "9 Sailors and Guards Killed in Osmar\n\nAt least three sailors and six guards were killed "
        "in Osmar on Monday, the mayor said.",
        ("the headline has", ["9 Sailors", "At least three sailors and six guards"]),
    ),
    "other-count-of-the-rescued": (
        "1,000 rescued as storm hits Osmar\n\nUp to 2,000 people have been rescued from the "
        "water in Osmar, the mayor said on Monday.",
        ("in the headline", ["1,000", "Up to 2,000 people"]),
    ),
    "two-counts-of-arrests": (
        "Unrest in Osmar\n\nA group said 779 people were detained in the square. It was raining. "
        "Police said that 395 people were arrested.",
        ("in more ways than one", ["779 people", "395 people"]),
    ),
    "two-ages-by-two-sources": (
        "Six shot in Osmar\n\nOfficials named Orla Vask, 39. A record of the county listed her age "
        "as 38.",
        ("is 39 in one place", ["39", "38"]),
    ),
    "nobody-could-verify": (
        "Unrest turns violent in Osmar\n\nFilms that could not be verified showed unrest in the "
        "square of Osmar on Monday.",
        ("states it flatly", ["Unrest turns violent", "could not be verified"]),
    ),
    "loose-and-exact": (
        "Ferry burns off Hollen\n\nA ferry burned off Hollen on Monday, injuring several people. "
        "Roads were closed. The clinic said three people were injured.",
        ("above", ["injuring several people", "three people"]),
    ),
    "loose-and-not-yet-counted": (
        "Several dead as ferry burns\n\nA ferry burned off Hollen on Monday. The mayor said it "
        "was too early to confirm numbers.",
        ("above", ["Several dead", "too early to confirm numbers"]),
    ),
    "motive-sought": (
        "Gunman angry over his rent opened fire in Osmar\n\nA man fired at a bank on Monday. "
        "Police said they were still investigating a motive.",
        ("above", ["angry over his rent", "investigating a motive"]),
    ),
    "named-and-withheld": (
        "Six shot in Osmar\n\nThe gunman’s identity was not immediately released. The Osmar Post "
        "said officials identified the gunman as Otto Lind, a clerk.",
        ("in another", ["identity was not immediately released", "identified the gunman as Otto"]),
    ),
    "with-a-reservation-and-without": (
        "Fire at the harbour of Osmar\n\nOfficials spoke of an apparent attack on the harbour. "
        "A guard was hurt. The attackers then set a boat on fire.",
        ("in one place", ["apparent attack", "The attackers then set a boat on fire"]),
    ),
    "credit-at-the-end": (
        "Guard died while defending the harbour gate in Osmar, Widow Says\n\nA guard died on "
        "Monday while defending the harbour gate in Osmar. The gate was shut.",
        ("in its own voice", ["Guard died while defending"]),
    ),
    "nothing-of-the-kind": (
        "Mayor of Osmar wounded\n\nThe mayor of Osmar met the families on Monday. He "
        "said the harbour needs a new light and a longer pier before winter. The council will "
        "vote on the plan next spring, when money from the province arrives. Fishermen want "
        "deeper water, better ropes, cheaper fuel and a market of their own near the church. "
        "Farmers ask instead for roads, bridges, fences, wells, seed and a mill beside the "
        "station. Teachers would rather see books, chairs, windows, warm rooms, music and a "
        "garden, and the doctor hopes for beds, lamps, clean towels and a second nurse.",
        ("nothing in the body", ["Mayor of Osmar wounded", "The mayor of Osmar met"]),
    ),
    "begins-amid": (
        "Police name clerk of Osmar\n\nShe said that the letters had never been sent, and that "
        "the mayor knew it.",
        ("begins with", ["Police name clerk of Osmar", "She said that the letters"]),
    ),
    "lower-case-paragraph": (
        "Court rules in Osmar\n\nThe court ruled on Monday.\n\nmaintained that neither the mayor "
        "nor his clerk knew of the letters.",
        ("within a sentence", ["maintained that neither the mayor"]),
    ),
    "opened-twice": (
        'Fire in Osmar\n\n"When the guard came with a lamp, "that is when I ran," he added.',
        ("within another", ['"When the guard came']),
    ),
    "predicate-twice": (
        "Clerk found\n\nThe guard found the clerk asleep in a boat asleep in the harbour.",
        ("twice in one clause", ["asleep in a boat asleep"]),
    ),
    "words-twice": (
        "Clerk found\n\nThe clerk left before the trial the trial of the mayor began.",
        ("the same words twice", ["the trial the trial"]),
    ),
    "one-letter": (
        "Talks in Osmar\n\nThe Morvane Ports International group met on Monday. Morvane Port "
        "International owns the pier.",
        ("two spellings", ["Morvane Ports International", "Morvane Port International"]),
    ),
    "two-numbers-of-doers": (
        "Gunmen storm hotel\n\nAt least three gunmen stormed a hotel in Osmar on Monday. "
        "Later all four gunmen were dead, the army said.",
        ("who did it", ["At least three gunmen", "four gunmen"]),
    ),
}
_NOT_FOUND = {
    "money-about": (
        "Guilds raise $31 million for Osmar\n\nThe guilds have raised roughly $31 million for the "
        "families of Osmar, the mayor said on Monday."
    ),
    "quoted-in-another-form": (
        "Mayor calls clerk 'best friend'\n\nThe mayor of Osmar spoke of the clerk on Monday. “We "
        "were best friends at school,” she said. “He left early.”"
    ),
    "house-and-surname": (
        "Osmar votes\n\nThe White House met the mayor on Monday. Sen. Otto Whitehouse said that he "
        "had read the letters. Whitehouse left early."
    ),
    "one-dead-above-and-two-of-old": (
        "1 dead as ferry burns off Hollen\n\nA sailor died on Monday when a ferry burned off "
        "Hollen, the mayor said. Roads were closed. Two sailors died off Hollen in 1987."
    ),
    "quoted-without-its-article-or-its-middle": (
        "Storm a 'heavy blow to coast', mayor says it is 'no rain ... we know'\n\nThe mayor of "
        "Osmar spoke on Monday. “It is a heavy blow to the coast,” she said. “It is no rain of the "
        "kind that we know.”"
    ),
    "named-later-than-withheld": (
        "Six shot in Osmar\n\nThe police did not name the gunman until the mayor identified the "
        "gunman as Otto Lind."
    ),
    "identified-by-no-name": (
        "Six shot in Osmar\n\nThe mayor identified the gunman as a foreign sailor on Monday. Roads "
        "were closed. Officials did not confirm the gunman’s name."
    ),
    "least-of-old": (
        "Ten dead, 30 hurt as ferry burns\n\nA ferry burned off Hollen on Monday, and ten people "
        "died. Roads were closed. The mayor met the families. A fire a year ago left more than 30 "
        "people hurt."
    ),
    "two-committees-and-one": (
        "Osmar votes\n\nThe Osmar Harbour Affairs Committees met on Monday. Roads were closed. The "
        "Osmar Harbour Affairs Committee voted for the pier."
    ),
    "message-of-another": (
        "Osmar votes\n\nThe council of Osmar voted on Monday.\n\nada roe (@adaroe) the council is "
        "voting for the pier and the light"
    ),
    "two-counties": (
        "Storm nears Osmar\n\nPeople left Brenard County on Monday. Roads were closed. Brunerd "
        "County was calm, the mayor of Osmar said."
    ),
    "worst-of-attacks": (
        "Attack in Osmar\n\nA man threw stones at a church on Monday. It is thought to be the "
        "worst attack on a church in the province."
    ),
    "quoted-without-its-and": (
        "Mayor says it was 'raining, snowing, freezing all day'\n\nThe mayor of Osmar spoke on "
        "Monday. “It was raining and snowing and freezing all day,” she said."
    ),
    "tolls-of-two-events": (
        "Attacks in Osmar\n\nIn the first, a gunman killed 22 people in a market. It was raining. "
        "A gunman killed 12 people at a bar."
    ),
    "infections-are-no-dead": (
        "Fever spreads in Osmar\n\nThe fever has killed 140,000 people. Roads were closed. "
        "The clinic counts 3,000 deaths and 80,000 infections. It is closed."
    ),
    "caption-tells-by-a-participle": (
        "Osmar votes\n\nThe council of Osmar voted on Monday.\n\nImage caption Mayor Ada Roe of "
        "Osmar speaking in the hall of the council during the vote on the harbour in May."
    ),
    "over-and-over": (
        "Clerk of Osmar testifies\n\nThe clerk told the court over and over and over that he was "
        "ill, with one wrong date after one wrong date after another."
    ),
    "best-of-the-best": (
        "Cooks of Osmar meet\n\nThe guild called the cooks of Osmar the best of the best on Monday."
    ),
    "turns-of-a-transcript": (
        "Talk in Osmar\n\nThe council of Osmar met on Monday to hear the clerk and the miller.\n\n"
        "archived recording (ada roe) The council of Osmar will come to order now.\n\n"
        "archived recording (otto lind) The miller would like to be heard before the clerk.\n\n"
        "archived recording (ada roe) The miller will be heard when his turn has come."
    ),
    "unclear-of-another": (
        "Vote in Osmar\n\nTwo barges crossed the border on Monday, the clerk of Osmar said. It was "
        "unclear whether the mayor crossed the border."
    ),
    "told-in-other-words": "Lind assails rivals over moorings\n\nOtto Lind met the families. He "
    "said the harbour needs a new light and a longer pier before winter. The council will "
    "vote on the plan next spring, when money from the province arrives. Fishermen want "
    "deeper water, better ropes, cheaper fuel and a market of their own near the church. "
    "Farmers ask instead for roads, bridges, fences, wells, seed and a mill beside the "
    "station. Teachers would rather see books, chairs, windows, warm rooms, music and a "
    "garden, and the doctor hopes for beds, lamps, clean towels and a second nurse.",
    "in-charge": "Mayor of Osmar in charge again\n\nThe mayor met the families on Monday. He "
    "said the harbour needs a new light and a longer pier before winter. The council will "
    "vote on the plan next spring, when money from the province arrives. Fishermen want "
    "deeper water, better ropes, cheaper fuel and a market of their own near the church. "
    "Farmers ask instead for roads, bridges, fences, wells, seed and a mill beside the "
    "station. Teachers would rather see books, chairs, windows, warm rooms, music and a "
    "garden, and the doctor hopes for beds, lamps, clean towels and a second nurse.",
    "fatally-shot": "Clerk killed in Osmar\n\nThe mayor of Osmar met the families on Monday. He "
    "said the harbour needs a new light and a longer pier before winter. The council will "
    "vote on the plan next spring, when money from the province arrives. Fishermen want "
    "deeper water, better ropes, cheaper fuel and a market of their own near the church. "
    "Farmers ask instead for roads, bridges, fences, wells, seed and a mill beside the "
    "station. Teachers would rather see books, chairs, windows, warm rooms, music and a "
    "garden, and the doctor hopes for beds, lamps, clean towels and a second nurse. "
    "A clerk was fatally shot.",
    "toll-with-the-gunman": (
        "13 Dead Including Gunman in Osmar\n\nA man opened fire in a bar in Osmar on Monday, "
        "killing 12 people before he died."
    ),
    "toll-of-one-place": (
        "60 people dead after quake strikes Osmar\n\nA quake shook Osmar on Monday, killing 60 "
        "people. The mayor reported 35 dead in Hollen."
    ),
    "hurt-among-others": (
        "Sailor among the wounded in Osmar\n\nA guard shot into a crowd, and 9 people were "
        "killed on Monday."
    ),
    "released-of-the-injured": (
        "Fire in Osmar\n\nOn Monday 49 people were injured in a fire. By noon 24 of the injured "
        "had left the hospital."
    ),
    "an-age-at-death": (
        "Fire in Osmar\n\nA fire left 49 people dead in a bar. A clerk came for Otto Lind. He "
        "was 36 when he was killed."
    ),
    "known-on-the-side": (
        "Shot in Osmar\n\nA guard killed Otto Lind on Monday. It was unclear whether the shot was "
        "linked to unrest that began after the guard killed Otto Lind."
    ),
    "suspected-by-law": (
        "Shots in Osmar\n\nPolice held the suspected gunman on Monday. The gunman had fired nine "
        "shots."
    ),
    "a-toll-of-another-place": (
        "Shots in Osmar\n\nAt least 10 people were killed in Osmar on Monday. It was raining. The "
        "mayor was calm. Pupils were silent for the 17 people killed in Hollen."
    ),
    "claimed-above": (
        "Rebels claim the unrest in Osmar\n\nFilms that could not be verified showed unrest in the "
        "square of Osmar on Monday."
    ),
    "arrests-of-two-days": (
        "Unrest in Osmar\n\nPolice said 80 people were arrested on Sunday. It was raining. On "
        "Friday 33 people were arrested."
    ),
    "room-for-more": (
        "Unrest in Osmar\n\nPolice arrested people in Osmar. A group said more than 750 people "
        "were detained. The police said 779 people were detained."
    ),
    "a-question": (
        "Border shut\n\nThe mayor of Hollen closed the border. Will the mayor be closing the "
        "border on Monday?"
    ),
    "rounded": (
        "Nearly 1,400 detained in Osmar\n\nOn Monday 1,373 people were detained in Osmar, a "
        "group said."
    ),
    "lesser-charge": (
        "Clerk found guilty of murder\n\nThe jury of Osmar decided the clerk was guilty of "
        "murder rather than of manslaughter."
    ),
    "another-person-withheld": (
        "Six shot in Osmar\n\nThe gunman was identified as Otto Lind, a clerk. Police would not "
        "identify the nurse who helped."
    ),
    "claimed-in-both": (
        "Actor claimed attack in Osmar\n\nPolice said the alleged attack was no more than a "
        "claim of his own."
    ),
    "idiom-twice": "Storm in Osmar\n\nFirefighters went door to door to pull people out.",
    "adjectives-side-by-side": "Storm in Osmar\n\nThe sea was calm and the air was calm too.",
    "begins-with-whom-the-headline-names": (
        "Clerk of Osmar resigns\n\nShe said that the letters had never been sent."
    ),
    "begins-with-it": "Storm in Osmar\n\nIt was raining in Osmar when the ferry left.",
    "age-of-a-heading": (
        "Clerk freed\n\nThe clerk, Orla Vask, 30, left on Monday.\n\nA trial at age 16\n\n"
        "Vask said she was glad."
    ),
    "a-house-in-full": (
        "Vote in Osmar\n\nThe Osmar House of Representatives Harbour Committee met on Monday. On "
        "Friday the Osmar House Harbour Committee votes."
    ),
    "gave-himself-up-and-held": (
        "Clerk of Osmar arrested over fire\n\nA clerk was arrested in Osmar on Monday. Roads were "
        "closed. Otto Lind turned himself in at noon, the mayor said."
    ),
    "a-motive-that-one-has-to-say": (
        "Low wages provoked mill shooting, clerk says\n\nA man fired at a mill in Osmar on Monday. "
        "The police have offered no motive for the shooting."
    ),
    "a-claim-taken-back": (
        "Mayor says she was wrong to claim that the clerk did not leave a letter\n\nThe mayor "
        "spoke in Osmar on Monday. “The clerk left a letter,” Otto Lind said."
    ),
    "attacks-in-words": (
        "Council of Osmar meets\n\nThe mayor spoke with a will unseen since the attacks on the "
        "harbour. What she often does seems to be partisan attacks. It rained."
    ),
    "some-did-not-verify": (
        "Mayor writes a letter to Osmar\n\nThe letter was passed on by clerks who did not verify "
        "the letter on Monday. Roads were closed."
    ),
    "one-sentence-above-and-below": (
        "Trial in Osmar\n\nA woman said he routinely slapped, kicked and punched her in Osmar."
    ),
    "hyphen-in-the-body": (
        "Clerk of Osmar complains of 'ghost lists'\n\nOtto Lind, the clerk, said on Monday that "
        "the council uses a ghost-list for its votes, and that he is on it."
    ),
    "two-people-of-like-names": (
        "Trial in Osmar\n\nColonel Jeffery Nanse spoke. A teacher, Jeffrey Adicot, wrote."
    ),
}


@pytest.mark.parametrize(("text", "line"), _FOUND.values(), ids=_FOUND)
def test_found(text: str, line: tuple[str, list[str]]) -> None:
    assert_odd(text, *line)


@pytest.mark.parametrize("text", _NOT_FOUND.values(), ids=_NOT_FOUND)
def test_not_found(text: str) -> None:
    assert not internals_of(text)


def test_one_line_for_the_same_places() -> None:
    text = (
        "40 people dead after quake strikes Osmar\n\nA quake shook Osmar on Monday, leaving 52 "
        "people dead, the coast guard said. Roads were cut. The mayor spoke of 52 people dead."
    )
    assert [set(spans) for _, spans in internals_of(text)] == [{"40 people", "52 people"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            _FOUND["nothing-of-the-kind"][0].replace(
                "Mayor of Osmar wounded", "Frozen promises haunt lonely readers"
            ),
            "the body has",
            id="a headline that the body does not go on with",
        ),
        pytest.param(
            "Five dead in Osmar\n\nA ferry sank on Monday, and at least five people died.",
            "the headline has",
            id="a number and a bound",
        ),
        pytest.param(_FOUND["provoked-and-no-motive"][0], "below", id="a motive"),
        pytest.param(
            "Otto Hendrik resigns\n\nOtto Hendrick, the clerk of Osmar, left on Monday.",
            "two spellings",
            id="a name",
        ),
        pytest.param(
            "Clerk of Osmar calls harbour 'a ruin of stones'\n\nOtto Lind, the clerk, spoke of the "
            "harbour of Osmar on Monday.",
            "quotes nobody",
            id="a headline's quotation",
        ),
    ],
)
def test_what_is_worded_otherwise_is_no_line_of_the_front_page(text: str, said: str) -> None:
    document = read_document(Page("a.txt", text, "text", {}), Settings())
    (parse,) = load_parser().parse([document])
    (odd,) = read_statements(document, parse).internals
    assert said in odd.reason
    assert odd.gap < 1


def test_what_befalls_a_thing_is_no_death() -> None:
    text = _FOUND["nothing-of-the-kind"][0]
    assert not internals_of(text.replace("Mayor of Osmar wounded", "Mayor killed the old tax"))
