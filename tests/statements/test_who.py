"""Who a word for a speaker stands for: whom "he" cannot mean, and what a name is put beside."""

import pytest

from asreported.model.statement import Statement
from tests.statements.reader import parsed, read

QUOTED: dict[str, tuple[str, list[str]]] = {
    "he-asks-another": (
        "Judge Tom Roe heard the case. Roe appointed Olan Byrne to argue against the board.\n\n"
        "He also asked Byrne to say if the fees were “a rubber stamp for all of them.”",
        ["Tom Roe"],
    ),
    "who-asks-does-not-answer": (
        "“The fees are fair,” Tom Roe said. When Harbour News’s Olan Byrne asked if they would "
        "rise, he responded, “I like calm water, not questions.”",
        ["Tom Roe", "Tom Roe"],
    ),
    "who-is-spoken-of-is-not-who-speaks": (
        "The crowd was chanting as Mira Little, who had been held in April, spoke.\n\n"
        "“It is time to tear down Vera Stone,” she exhorted.",
        ["Mira Little"],
    ),
    "the-brother-who-speaks-by-name-goes-on": (
        "The brother of Tom Rudd spoke on Monday. “I could not help him that day,” an emotional "
        "Pavel Rudd told the board.\n\nThe death of Tom Rudd led to an inquiry.\n\n“The people "
        "want an answer now,” Rudd told members of the board.",
        ["Pavel Rudd", "Pavel Rudd"],
    ),
    "a-surname-that-stood-before-goes-on": (
        "Tom Rudd was cleared. Rudd told reporters he was glad. His wife, Ada Rudd, said she was "
        "glad too. “We are free at last,” Ada Rudd said.\n\n“Got him with my own net,” Rudd wrote "
        "in a message.",
        ["Ada Rudd", "Tom Rudd"],
    ),
    "mr-is-not-mrs": (
        "Vera Roe spoke to the board, and so did Tom Roe. “The fees are too high,” Mr. Roe said.",
        ["Tom Roe"],
    ),
    "an-apposition-that-tells-more": (
        "Ryan Byrne, a forecaster at sea.us who said the storm is due at noon, called the fees "
        "“bizarre and very late.”",
        ["Ryan Byrne"],
    ),
    "an-apposition-behind-an-object": (
        "Another lawyer representing Byrne’s family, Antonio Ruiz, said the three other officers "
        "are to blame. He called the fees “a shame to all of us.”",
        ["Antonio Ruiz"],
    ),
    "who-is-named-so": (
        "“People fled and left everything behind,” a local named Mahir told Harbour News.",
        ["Mahir"],
    ),
    "one-of-those-who-spoke": (
        "Two witnesses described the fire.\n\n“It burned near the quay, close to the boats,” one "
        "said.",
        ["one of two witnesses"],
    ),
    "a-joint-statement-has-no-one-issuer": (
        "In a statement, the Harbour Board said it had reached an agreement. A joint statement "
        "released by Norland and the union said the fees would fall.\n\n“The fees will be cut in "
        "half by May,” the joint statement said.",
        ["the joint statement"],
    ),
    "a-line-that-says-from-whom": (
        "The Harbour Office said the matter is open.\n\nStatement from lawyer Olan Byrne:\n\n“A "
        "mob of at least a hundred broke the gates of the quay.”",
        ["Olan Byrne"],
    ),
    "a-role-in-quoted-words-is-not-who-is-quoted": (
        "Judge Robert Wills spoke first.\n\n“The then-mayor told the board that the fees ‘posed "
        "a danger’ to boats,” Wills wrote.",
        ["the then-mayor", "Robert Wills"],
    ),
    "a-tag-behind-a-mark-left-out": (
        "During the visit, the board “said that an honest inquiry is under way, Byrne said.\n\n"
        "“He told me that it will be complete and open.”",
        ["Byrne"],
    ),
    "a-single-mark-that-a-colon-opens": (
        "Vera Roe went on to claim: ‘This work is forced because there is no one else. We know we "
        "cannot live here.\n\nRoe then left.",
        ["Vera Roe"],
    ),
    "of-two-tags-the-nearer-speaks": (
        "“Roe failed to answer his chiefs, and failed to help the board with the fees,” a "
        "statement from the school district said, the Courier reported.",
        ["the school district"],
    ),
    "whom-another-clause-tells-of": (
        "He was with two men whom the Harbour Office would only identify as “senior board "
        "officials,” and a sailor, whom a Harbour Office spokesman described as a “sea priest.”",
        ["None", "spokesman for Harbour Office"],
    ),
    "an-autopsy-says-so": (
        "The county autopsy said Byrne had “other significant conditions of the heart.”",
        ["the county autopsy"],
    ),
    "who-is-new-goes-on": (
        "“This is a last chance,” Tom Roe said of the plan.\n\nNorland Deputy Harbour Minister "
        "Sergei Rybak called Roe’s remarks “extremely negative”, Harbour News reported. “Our worst "
        "fears are being confirmed,” he said.",
        ["Tom Roe", "Sergei Rybak", "Sergei Rybak"],
    ),
    "talks-are-no-person": (
        "The Rudd-Kim talks began. Tom Kim met Ada Rudd in April.\n\n“New history starts from now, "
        "at the quay,” Mr Kim said.",
        ["Tom Kim"],
    ),
    "a-surname-of-two-words-is-one": (
        "Ada Okoa-Cortes came to the quay. “You just got told by sailors,” Okoa-Cortes said.",
        ["Ada Okoa-Cortes"],
    ),
    "two-who-spoke-go-on-as-they": (
        "“This means that no charges will be brought,” Michael Brom and David Scher said.\n\n“We "
        "said so at the outset of the case,” they said.",
        ["Michael Brom", "Michael Brom"],
    ),
    "nobody-at-first-goes-on-with-who-is-found": (
        "The nine councillors read a statement to hundreds of people on Sunday.\n\n“We are here "
        "because here and in harbours across the land it is clear that our existing system of fees "
        "is not keeping our boats safe,” City Council President Lisa Brand was quoted as saying."
        "\n\n“Our efforts at slow reform have failed. Period.”",
        ["Lisa Brand", "Lisa Brand"],
    ),
    "a-title-between-marks-is-no-quotation": (
        "Ada Roe testifies before the board on “The Harbour Board’s Inquiry of Norland’s Part with "
        "the Second Harbour Election” in Brandvik.",
        [],
    ),
    "the-president-is-not-the-vice-president": (
        "Vice President Mike Rudd spoke of ships. Ada Roe was there too.\n\n“It is a hoax of "
        "theirs and nothing more,” the president said.",
        ["the president"],
    ),
    "an-assistant-to-the-president-is-not-the-president": (
        "President Ada Roe thanked the crews. The photo was made by Assistant to the President Dan "
        "Scavi.\n\n“It was a great night for all of us here,” the president said.",
        ["Ada Roe"],
    ),
    "the-top-lawmaker-is-one-of-many": (
        "Committee Chairman Adam Stiff condemned the act. Democratic Senator Ada Warne came.\n\n"
        "“There are two systems of justice,” said the top Democratic lawmaker.",
        ["the top Democratic lawmaker"],
    ),
    "a-film-about-a-person-is-no-name": (
        "Roger Stane came to the quay. In the film Get Me Roger Stane he is a sailor. “I am happy "
        "about it all,” Stane said.",
        ["Roger Stane"],
    ),
    "whom-a-body-warned-goes-on": (
        "“We are ready for it,” Hassan Rohn said.\n\nThe talks on the deal began in the spring. "
        "Three states have been trying to save it.\n\nThe UN also warned Mr Tom Byrne not to walk "
        "away from the deal.\n\nHowever, he has threatened that the fees will “end by May”.",
        ["Hassan Rohn", "Tom Byrne"],
    ),
    "a-claim-within-the-line-that-announces": (
        "Fred Warne and Ada Roe spoke.\n\nFred Warne released a brief statement on Friday "
        "reiterating his claim that the regime is responsible for the death of his son:\n\n“We "
        "have been patient for a year. Now we must speak out.”",
        ["Fred Warne"],
    ),
}
REPORTED: dict[str, tuple[str, list[str]]] = {
    "an-infinitive-and-a-past-tense": (
        "Olan Byrne had urged Tom Roe to go on with the plan and accused the board of a cover-up.",
        ["Olan Byrne"],
    ),
    "plans-say-nothing": (
        "Olan Byrne restated plans to withdraw while also saying the board would never close.",
        ["Olan Byrne"],
    ),
    "an-aside-with-a-list": (
        "The New Norland attorney general’s office, as part of an ongoing case against Harbour "
        "Bank and some members of the Sack family, said in court filings on Friday it is a fraud.",
        ["the New Norland attorney general’s office"],
    ),
    "a-day-after-a-judge": (
        "The Norland Harbour Board issued a warrant to seize the ship, a day after a judge in the "
        "southern overseas territory ordered its release.",
        ["a judge in the southern overseas territory"],
    ),
    "of-two-clauses-the-one-behind": (
        "Speaking on condition of anonymity as the topic is sensitive, the harbour official said "
        "there were no plans to close the quay.",
        ["the harbour official"],
    ),
    "a-tag-that-commas-set-in": (
        "But, the inquiry found, the sailors did not harbor any ill will and were not at fault.",
        ["the inquiry"],
    ),
    "a-request-from-whom": (
        "The court in Brandvik rejected inmate claims that the harbour jail amounted to a crime.",
        ["inmate"],
    ),
    "it-is-who-acts-around": (
        "Protests rose after Norland struck a southern militia, which it says killed a sailor.",
        ["Norland"],
    ),
    "who-is-named-in-what-one-insists": (
        "Tom Roe spoke of a harbour judge. The judge Roe was speaking of is Gonzalo Curo, who was "
        "born in Brandvik.\n\nHe insisted Curo had a conflict of interest in the case.",
        ["Tom Roe"],
    ),
    "a-friend-of-mayors": (
        "The former friend of Presidents Bill Cline and Tom Roe had pleaded not guilty in court.",
        ["the former friend of Presidents Bill Cline and Tom Roe"],
    ),
    "what-a-name-is-cut-before": (
        "Critics of the E-5 program, like Senators Charles E. Grand, Liberal of Zell, and Olan J. "
        "Lear, Labour of Osmar, say the quay has sunk.",
        ["Critics of the E-5 program, like Senators Charles E. Grand, Liberal"],
    ),
    "a-tag-behind-what-has-no-verb": (
        "The cyber-attack disabled computer systems controlling cranes and quays, the Harbour Post "
        "said.",
        ["Harbour Post"],
    ),
}
NOBODYS: dict[str, str] = {
    "believed-by-nobody-named": "The closed school, believed to have collected millions, is gone.",
    "reported-dead": "More than 50 reported dead after strong earthquake rocks Zell.",
    "feared-dead": "Dozens more were missing or feared dead from the magnitude-6.2 quake in Zell.",
    "who-is-asked": "Olan Byrne left the door open when asked about the high fees.",
    "whom-words-reach": "The Harbour Board faced questions about the new fees on Monday.",
    "no-byline-says-who-i-am": "I believe that the best way to save the quay is a fee for all.",
    "a-dummy": "It was unclear what the fire would do to the quay, declaring the fees void.",
}


@pytest.mark.parametrize(("told", "expected"), QUOTED.values(), ids=QUOTED.keys())
def test_who_is_quoted(told: str, expected: list[str]) -> None:
    assert _named(told, "quote") == expected


@pytest.mark.parametrize(("told", "expected"), REPORTED.values(), ids=REPORTED.keys())
def test_who_reports(told: str, expected: list[str]) -> None:
    assert _named(told, "attributed")[-1:] == expected


@pytest.mark.parametrize("told", NOBODYS.values(), ids=NOBODYS.keys())
def test_whose_words_nobody_says(told: str) -> None:
    assert set(_named(told, "attributed")) <= {"None"}


def _named(told: str, kind: str) -> list[str]:
    return [_name(s) for s in read(f"Harbour fees rise\n\n{told}").statements if s.kind == kind]


def _name(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker is not None else "None"


POSTS = {
    "lines of one post": (
        "She answered at once.\n\nCALLING ALL SAILORS! The mayor @mayorbell gave our pier away.\n\n"
        "\n\nGive to the boats HERE: https://t.co/x — Ada Byron (@adabyron) May 3, 2019",
        "CALLING ALL SAILORS",
    ),
    "a line of the article": (
        "She answered at once, and nobody in the town of Hollen slept.\n\n"
        "The ferry is full. — Ada Byron (@adabyron) May 3, 2019",
        "The ferry is full",
    ),
}


@pytest.mark.parametrize(("text", "opening"), POSTS.values(), ids=POSTS)
def test_a_post_begins_with_its_first_line(text: str, opening: str) -> None:
    said = [s for s in read(text).statements if s.speaker and s.speaker.name == "Ada Byron"]
    document, _ = parsed(text)
    assert [document.quote(s.content[0])[: len(opening)] for s in said] == [opening]
