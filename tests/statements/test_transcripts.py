"""Transcripts: who speaks stands before each turn, and the outlet says none of it itself."""

from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.language.turns import find_labels
from asreported.model.source import Page
from asreported.model.statement import Reading
from asreported.settings import Settings
from asreported.statements.read import read_statements

CAPITALS = """Who pays for the quay? A talk with the harbour master

ADA ROE, HOST: The council meets on Friday over the fees. What will you ask of it?

OLAN BYRNE: Two cranes and a dredger. The quay has sunk by nine inches.

ROE: Who pays for them?

BYRNE: The owners of the barges do.

They have paid since 1990.

ROE: Thank you for the talk."""

ALONE = """Who pays for the quay? A talk with the harbour master

The quay of Lindmouth has sunk. The harbour master talked to us about the fees on Friday.

ada roe

The council meets on Friday over the fees. What will you ask of it?

olan byrne

Two cranes and a dredger. The quay has sunk by nine inches.

They have paid since 1990, all of the owners of the barges.

ada roe

Who pays for them when the barges are gone and the money is spent?

olan byrne

The owners of the barges do, and they have done so for thirty years.

ada roe

Thank you for the talk, and a good day to all of the harbour.

olan byrne

A good day to you and to the council. I will be there on Friday."""


AT_LENGTH = (
    ALONE.replace("ada roe", "ROE:").replace("olan byrne", "BYRNE:").replace(":\n\n", ": ")
    + "\n\n"
    + "\n\n".join(f"The fees of {year} were paid late, as all of them were." for year in range(90))
)


def read(text: str) -> Reading:
    document = read_document(Page("a.txt", text.encode(), "text"), Settings())
    return read_statements(document, next(iter(load_parser().parse([document]))))


def turns(reading: Reading) -> list[tuple[str, str]]:
    """Return who says what in marks or in turn, the first words of each paragraph."""
    return [
        (s.speaker.name if s.speaker else "", reading.document.quote(part)[:18])
        for s in reading.statements
        if s.kind == "quote"
        for part in s.content
    ]


def test_capitals_before_a_turn_are_its_speaker() -> None:
    reading = read(CAPITALS)
    assert turns(reading) == [
        ("Ada Roe", "The council meets "),
        ("Olan Byrne", "Two cranes and a d"),
        ("Ada Roe", "Who pays for them?"),
        ("Olan Byrne", "The owners of the "),
        ("Olan Byrne", "They have paid sin"),
        ("Ada Roe", "Thank you for the "),
    ]
    own = {s.span.start for s in reading.statements if s.kind == "own"}
    assert max(own, default=0) < CAPITALS.index("ADA ROE")


def test_a_name_on_a_line_of_its_own_is_the_speaker_of_what_follows() -> None:
    reading = read(ALONE)
    said = turns(reading)
    assert [name for name, _ in said] == [
        "Ada Roe", "Olan Byrne", "Olan Byrne", "Ada Roe", "Olan Byrne", "Ada Roe", "Olan Byrne",
    ]  # fmt: skip
    assert said[2][1] == "They have paid sin"
    kinds = {reading.document.text[r.start : r.end]: r.kind for r in reading.document.regions}
    assert kinds["ada roe"] == "subhead"
    own = [reading.document.quote(s.span) for s in reading.statements if s.kind == "own"]
    assert "The quay of Lindmouth has sunk" in own


def test_many_names_make_no_page_of_menus() -> None:
    long = ALONE + ALONE[ALONE.index("\n\nada roe") :] * 3
    document = read(long).document
    assert document.headline is not None
    assert document.quote(document.headline).startswith("Who pays for the quay?")


def test_an_article_that_shows_an_exchange_goes_on_in_its_own_voice() -> None:
    shown = CAPITALS.replace(
        "ROE: Thank you for the talk.", "The council did not answer on Friday."
    )
    assert turns(read(shown))[-1][1] == "The owners of the "


def test_labels_that_are_nobody_make_no_transcript() -> None:
    assert not find_labels(AT_LENGTH.split("\n\n"))
    topics = ["UPDATE: The tug is back.", "BREAKING: The barge sank.", "FULL TEXT: Below."] * 2
    assert not find_labels([*topics[:4], *ALONE.split("\n\n")[:2]])
    assert not find_labels(["Why it matters: Fees.", "The big picture: Cranes."] * 4)
    menu = ["Follow us", "The tug is back at the quay.", "Sign in", "The barge sank."] * 4
    assert not find_labels(menu)


def test_a_label_between_marks_is_no_turn_of_a_transcript() -> None:
    shown = "Fees\n\nThe clerk held up the log of Ada Roe: “ROE: It leaked, and nobody came.”"
    assert [name for name, _ in turns(read(shown))] == ["Ada Roe"]


INTERVIEW = """'It sank by nine inches': the harbour master on the quay

By Ada Roe

Olan Byrne has run the harbour of Lindmouth since 1990. He talked to us on Friday.

Q: Who pays for the quay?

A: The owners of the barges do, and they have paid late.

Q: What did it cost?

A: It cost us two million crowns, with the cranes."""


def test_who_answers_is_the_one_whom_an_interview_introduces() -> None:
    assert turns(read(INTERVIEW))[1:] == [
        ("the interviewer", "Who pays for the q"),
        ("Olan Byrne", "The owners of the "),
        ("the interviewer", "What did it cost?"),
        ("Olan Byrne", "It cost us two mil"),
    ]
    two = INTERVIEW.replace("He talked", "Clara Dunn built the quay. He talked")
    assert {name for name, _ in turns(read(two))[1:]} == {"the interviewer", "the interviewee"}


def test_an_outlet_that_asks_itself_is_no_interview() -> None:
    lines = ["Q: Who pays for the quay?", "A: The owners of the barges do, the U.S. does not."] * 3
    assert not find_labels(lines)
    assert find_labels([line.replace("The owners", "All of us owners") for line in lines])


def test_names_printed_before_turns_are_labels_where_they_come_again() -> None:
    lines = ["Herald: Who pays?", "Olan Byrne: The owners do.", "Herald: How much?"] * 3
    lines += ["Olan Byrne: Two million."]
    assert len(find_labels(lines)) == len(lines)
    assert not find_labels(["Date: Friday", "Place: Lindmouth", "Why? Fees", "Price: 3"] * 2)
    assert not find_labels([line.replace("?", ".") for line in lines])  # scores, casts


def test_a_link_between_paragraphs_gives_no_speaker() -> None:
    text = """The quay of Lindmouth has sunk

The harbour board met on Friday and told nobody of what it had found in the dock.

Olan Byrne: The harbour master 'hid the leak' for years

"All we can say is that we are sorry for what was done to the crew of the ferry on that night."

The board meets again on Monday, and the fees of the quay will be on its list."""
    reading = read(text)
    (link,) = [r for r in reading.document.regions if text[r.start :].startswith("Olan Byrne:")]
    assert link.kind == "subhead"
    assert turns(reading)[-1] == ("", "All we can say is ")
