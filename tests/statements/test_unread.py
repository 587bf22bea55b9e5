"""Who speaks in forms that news nobody had read for the rules brought up."""

import pytest

from tests.statements.reader import speakers

CASES: dict[str, tuple[str, list[str]]] = {
    "who-is-called-so-in-marks": (
        "Travis Bell also called himself a “circus performer” who offered “tent massage.”",
        ["Travis Bell", "None"],
    ),
    "what-a-judge-lets-others-call": (
        "Judge Tammy Kell allowed them to think of it as the “castle rule”, despite the objections "
        "of prosecutors who called the move “absurd.”",
        ["Tammy Kell", "prosecutors"],
    ),
    "an-aside-between-dashes": (
        "That guard was first, said Grant Whitus, head of the firm.\n\nWhitus -- the first SWAT "
        "officer to enter the hall 20 years ago -- declined to identify the guard but said he was "
        "“instrumental” in stopping it.",
        ["Grant Whitus"],
    ),
    "a-judgement-behind-an-aside": (
        "Brian Clay, a survivor of the rampage who represents 75 survivors, called MGM's lawsuit "
        "“a stunt” that won't survive a court challenge.",
        ["Brian Clay"],
    ),
    "what-witnesses-saw": (
        "As people fled the mosque, witnesses reported seeing “dead people everywhere.”",
        ["witnesses"],
    ),
    "what-signs-bear": (
        "Some carried signs reading “I can’t breathe” and “Open the gates”, according to the "
        "Herald.",
        ["some"],
    ),
    "whose-signs-they-are": (
        "Protesters held banners saying “We will not wait”, the Herald reported.",
        ["Protesters"],
    ),
    "whose-comfort-it-is": (
        "“We didn't have that,” John Castle said.\n\nBut he takes solace in knowing that others "
        "are alive.\n\n“I'd like the world to know he was extraordinary.”",
        ["John Castle", "John Castle"],
    ),
    "a-cue-of-the-next-quotation": (
        "Those appealing for help included a person suffering “cardiac arrest,” and a woman who "
        "posted: “I have two children with me. Please send help.”",
        ["a woman"],
    ),
    "who-is-asked": (
        "In an interview, Tom Rudd was asked, “What is the worst place you have been to?” Rudd "
        "joked that Arden was.",
        ["None"],
    ),
    "a-name-with-a-nickname": (
        "He was always ready to help, student Tessa “Bo” Gell said.\n\n“Kendrick was such a nice "
        "kid,” Bo told Radio Arden on Wednesday.\n\nBo's mother, Nyki Gell, said she was glad. "
        "“All these kids are alive,” Gell said.",
        ["Tessa Gell", "Nyki Gell"],
    ),
    "a-body-that-is-who": (
        "The post was quickly denounced by MSNBC, who said in a statement Thursday that “it is a "
        "sad day for the country.”",
        ["MSNBC"],
    ),
    "a-verb-that-looks-like-a-noun": (
        "The town voted on Monday to ban the sale.\n\nThe ordinance states, “The possession of "
        "weapons in the Village of Deerfield is not reasonably necessary.”",
        ["the ordinance"],
    ),
    "the-paper-is-who-told-last": (
        "In all, he signed 428 pardons, according to the Arden Courier. The paper notes, “The "
        "beneficiaries include one offender convicted of robbing a bank.”",
        ["Arden Courier"],
    ),
    "they-are-the-two-just-told-of": (
        "Roe's lawyers, William Tayler and Bill Murray, have denied that he broke the law. In a "
        "statement at the time, they called the prosecution “a misguided abuse of discretion.”",
        ["William Tayler"],
    ),
    "they-go-on-over-what-is-quoted": (
        "“The text is due on Friday,” the lawmakers wrote. “Yet here you are.”\n\n“Without text, "
        "nobody knows a thing. It is late. It is very late. Nobody has it.”\n\nThey added, “We can "
        "only assume the worst.”",
        ["the lawmakers", "the lawmakers", "the lawmakers"],
    ),
    "a-label-with-its-topic": (
        "Ms Roe said migrants told her they had drunk water from toilets.\n\nMedia caption Roe on "
        "detained migrants: 'The women were told to drink out of a toilet bowl'",
        ["Roe"],
    ),
    "whose-last-words-they-were": (
        "The Justice Department declined to file charges against the officer in the death of Eric "
        "Gale, whose dying words “I can’t breathe” became a national cry, a source said.",
        ["Eric Gale"],
    ),
    "who-is-new-by-a-known-name": (
        "“It would be hard for us all to bear,” Angela Meller said.\n\nThe co-leader of the anti-"
        "immigration party, Frauke Petry, blamed Mrs Meller's liberal policy on migrants.\n\n“The "
        "milieu in which such acts can flourish has been imported,” she said.",
        ["Angela Meller", "Frauke Petry"],
    ),
    "whose-description-it-is": (
        "Mayor Jenny Durham has defended the camp, in opposition to Tom Vance's characterization "
        "of them as “terrorists” and his threats to send the army in.",
        ["Tom Vance"],
    ),
    "whose-answer-is-read": (
        "Ada Roe, a lawyer, read to the court Tom Vance's written answer: “I do not recall that we "
        "met at all.”",
        ["Tom Vance"],
    ),
    "whose-remark-is-judged": (
        "Ada Roe called Tom Vance's remark about the harbour board “a new low”.",
        ["Ada Roe"],
    ),
    "whose-claim-is-no-lie": (
        "The judges heard Tom Vance on Monday. His claim that he had paid was “not credible”, "
        "Judge Ada Roe said.",
        ["Ada Roe"],
    ),
    "what-a-paper-passes-on": (
        "Council head Ada Roe said Sunday that the vote is necessary, because “it is "
        "clear that the old way has failed us all,” according to The Herald.",
        ["Ada Roe"],
    ),
    "who-has-called-it-so": (
        "The mayor faces pressure to back such calls after challenger Cynthia Nix has called the "
        "board a “terrorist organization.”",
        ["Cynthia Nix"],
    ),
    "who-is-called-as-a-month-is": (
        "Theresa May met Angela Kern on Friday. Kern said the talks went “well”.\n\nAnd May left "
        "with a warning to her successor.\n\n“To succeed, he or she will have to find friends,” "
        "she said.",
        ["Angela Kern", "Theresa May"],
    ),
    "who-presides-over-a-union": (
        "American Federation of Teachers President Randi Wein said she was “flummoxed” by it.",
        ["Randi Wein"],
    ),
    "police-who-police-are": (
        "In a June statement, police described the couple as “victims” of trespassing. Police said "
        "they told the group to leave.\n\n“The group began yelling obscenities,” the statement "
        "read.",
        ["police", "police"],
    ),
    "one-of-the-editors-tweeted": (
        "“WAR,” tweeted one of the site’s editors, Joel Poll, who published a piece questioning "
        "whether Roe would now move in a more moderate direction.",
        ["Joel Poll"],
    ),
    "her-husband-by-the-name-both-have": (
        "Steve Melan, whose wife Rosemarie was injured, spoke to us.\n\nRosemarie Melan spent 13 "
        "months in the hospital. Her husband said it was not over.\n\n“She was shot once,” he told "
        "us.",
        ["Steve Melan"],
    ),
    "what-a-deal-resolves-it-does-not-say": (
        "Robert Egg, a lawyer for the victims, said in a statement Thursday that the insurance "
        "will be paying out and that the agreement resolves “substantially all” of the lawsuits.",
        ["Robert Egg"],
    ),
    "who-is-named-with-the-word-below": (
        "Norland sentenced five people to death, but a U.N. investigator accused it of making a "
        "“mockery” of justice.\n\nAgnes Callam, the U.N. rapporteur, said the verdict was a "
        "“mockery” of justice.",
        ["Agnes Callam", "Agnes Callam"],
    ),
    "an-office-that-the-account-gives-nobody": (
        "Donald Byrne tweeted his support on Wednesday morning. “After witnessing the horror,” the "
        "president wrote, “my heart goes out even more so to the people.”",
        ["Donald Byrne"],
    ),
    "an-office-of-whom-is-told": (
        "Ada Roe criticised the president on Monday. “It was bad,” the president said.",
        ["the president"],
    ),
    "officials-are-the-authorities": (
        "Authorities are reminding people not to drive. On social media, officials are repeating "
        "their mantra “Turn around, don't drown” to stop people.",
        ["officials"],
    ),
    "another-source-since": (
        "“They know this,” said a government intelligence source. A police source concurred that "
        "fears were rising.\n\n“People elsewhere are worrying,” said the source.",
        ["a government intelligence source", "the source"],
    ),
    "who-is-told-to-tell-the-whole-sentence": (
        "The deal also will include the addition of 9,000 jobs and a “clear path” for temporary "
        "workers with three or more years to become full-time employees, according to two people "
        "briefed on the pact.",
        ["two people"],
    ),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_who_speaks(told: str, expected: list[str]) -> None:
    assert speakers(f"Wave hits the quay\n\n{told}") == expected
