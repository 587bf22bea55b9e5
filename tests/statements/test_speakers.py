"""Whose words a quotation is: the names of bodies, texts that speak, "it", "he", or nobody."""

import pytest

from asreported.language.load import load_parser
from asreported.lexicon.load import table
from asreported.model.document import Document, Region
from asreported.statements.clauses.tree import Tree
from asreported.statements.mentions import find_mentions
from asreported.statements.read import read_statements
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.ranking import NOBODY
from asreported.statements.speech.said import find_scene
from tests.statements.reader import parsed, read, speakers

CASES: dict[str, tuple[str, list[str]]] = {
    "a-statement-is-its-issuers": (
        "Harbour fees rise\n\nThe fees will rise, according to a statement from the Norland "
        "Harbour Board.\n\n“We had no other choice in this matter,” the statement said.",
        ["Norland Harbour Board"],
    ),
    "a-new-statement-is-not-the-last-one": (
        "Harbour fees rise\n\nVera Roe issued a statement about the fees on Monday. Days passed "
        "in the harbour without any answer to it.\n\nThe workers were silent. “Nobody asked us "
        "about these fees,” a statement read.",
        ["a statement"],
    ),
    "it-is-the-text-named-last": (
        "Harbour fees rise\n\nProsecutors wrote in the indictment that the fees were taken twice."
        "\n\n“The second fee went into a private account,” it said.",
        ["the indictment"],
    ),
    "an-initial-stands-inside-a-name": (
        "Harbour fees rise\n\nAda B. Byrne runs the board. “The fees are fair to everybody,” said "
        "Ada B. Byrne.",
        ["Ada B. Byrne"],
    ),
    "may-is-a-surname": (
        "Harbour fees rise\n\nMinister Clara May came in May. May said the fees were “no accident "
        "of any kind”.",
        ["Clara May"],
    ),
    "a-role-is-cut-to-the-name": (
        "Harbour fees rise\n\nA critic in the widely read left-wing weekly Argus said the fees "
        "were “a tax on the sea itself”.",
        ["a critic in Argus"],
    ),
    "the-agent-of-a-passive": (
        "Harbour fees rise\n\nThe fees rose in an act described as “cruel and pointless” by "
        "Clara Byrne.",
        ["Clara Byrne"],
    ),
    "quoted-as-saying": (
        "Harbour fees rise\n\n“The fees will fall again next year,” state media quoted Clara Byrne "
        "as saying.",
        ["Clara Byrne"],
    ),
    "one-mark-too-many": (
        'Harbour fees rise\n\n"When the boat came in that night, "I saw that it was leaking," '
        "Clara Byrne said.",
        ["Clara Byrne"],
    ),
    "who-told-it-speaks": (
        "Harbour fees rise\n\nAnn Roe said the driver told her that “the dam had moved an inch”.",
        ["the driver"],
    ),
    "announced-by-according-to": (
        "Harbour fees rise\n\nAccording to the Harbour Courier:\n\n“The board met in secret on "
        "Monday night and raised all of its fees.”",
        ["Harbour Courier"],
    ),
    "a-joint-statement-is-nobodys-alone": (
        "Harbour fees rise\n\nIn a joint statement on Monday, President Ann Roe, Minister Clara "
        "Byrne and Mayor Ada Quill said they “abhor the new harbour fees”.",
        ["a joint statement"],
    ),
    "it-is-no-plural": (
        "Harbour fees rise\n\nThe boards issued a joint statement. The nations urged "
        "captains to “pay all of the fees at once”. It added: “Ships that fail to pay will stay "
        "outside.”",
        ["the nations", "a joint statement"],
    ),
    "said-and-said": (
        "Harbour fees rise\n\nSpokesman Olan Byrne said on Monday Roe spoke with Quill and said "
        "that the board applauds “the quick answer of the harbour police.”",
        ["Olan Byrne"],
    ),
    "two-share-a-surname": (
        "Harbour fees rise\n\nMinutes later, David and Ann Quill came up short when the power "
        "went down. David said he would be back. “I have nothing else to do here,” he said.",
        ["David Quill"],
    ),
    "who-is-spoken-of-does-not-go-on": (
        "Harbour fees rise\n\nThe chancellor of the university said Olan Byrne taught there for a "
        "month. He said he was told that the fees had “nothing to do” with it.",
        ["the chancellor of the university"],
    ),
    "an-address-of-the-web-is-nobody": (
        "Harbour fees rise\n\n“The harbour will be free for every boat”, says Mayor Ada Quill "
        "pic.example.com/JnCLb",
        ["Ada Quill"],
    ),
    "the-prosecutors-of-the-office-that-spoke": (
        "Harbour fees rise\n\nThe Norlandic general prosecutor's office told the press that it was "
        "looking at “willful theft of harbour money.” But prosecutors said the scope was “theft "
        "from two or more boats.”",
        ["the Norlandic general prosecutor's office"] * 2,
    ),
    "a-headline-has-its-words-from-below": (
        "Norland calls for an end to ‘needless fees’\n\nThe council met on Monday. “We ask the "
        "board to stop these needless fees,” said Colonel Olan Byrne.",
        ["Olan Byrne", "Olan Byrne"],
    ),
    "a-headline-that-names-its-speaker": (
        "Ada Quill scoffs at ‘needless fees’\n\nThe council met on Monday. “We ask the "
        "board to stop these needless fees,” said Colonel Olan Byrne.",
        ["Ada Quill", "Olan Byrne"],
    ),
    "the-name-right-before-a-colon": (
        "Harbour fees rise\n\nWatch the video here Clara Byrne: “It looks like the fees will rise "
        "again in spring”",
        ["Clara Byrne"],
    ),
    "a-name-before-the-pronouns-verb": (
        "Harbour fees rise\n\nClara Byrne spoke first. “The fees are illegal,” Olan Byrne said.\n\n"
        "During David Roe's address to the port, he said the fees were “needed by us all”.",
        ["Olan Byrne", "David Roe"],
    ),
    "pronouns-go-on-from-pronouns": (
        "Harbour fees rise\n\nOlan Byrne came to the harbour at noon. He went to the quay. He sat "
        "down there. He ate. He rose again at two. He looked at the boats. He sang. “Nobody asked "
        "me about fees,” he said.",
        ["Olan Byrne"],
    ),
    "another-of-another-place": (
        "Harbour fees rise\n\nThe fees were praised by Minority Leader Ada Quill.\n\n“The fees are "
        "on the money,” the Port Verrin Democrat said.\n\nRep. Clara Byrne, a Port Hollow "
        "Democrat, was silent.",
        ["the Port Verrin Democrat"],
    ),
    "the-president-needs-no-introduction": (
        "Harbour fees rise\n\nThe statue of President Olan Byrne stands by the quay. Byrne, the "
        "first president of the port, is a favorite of President Roe. In a letter, the president "
        "called the fees “a disgrace to the harbour”.",
        ["President Roe"],
    ),
    "two-single-marks-close-a-double-one": (
        "Harbour fees rise\n\n“We would sleep well if one man were at fault,’’ Olan Byrne said. "
        "“But there is no such man.’’",
        ["Olan Byrne"],
    ),
    "an-aside-before-the-verb": (
        "Harbour fees rise\n\n“The fees are the end of the port,” Harbour Judiciary Chairman Olan "
        "Byrne, R-N.O., said to close the hearing.",
        ["Olan Byrne"],
    ),
    "what-was-published-is-no-speech": (
        "Harbour fees rise\n\nThe report, “Life in the Harbour and its Rates, 1959-2017,” was "
        "published Tuesday in the Journal.",
        ["None"],
    ),
    "mr-and-the-name-of-a-country": (
        "Harbour fees rise\n\n“Fees may rise again,” said Rick Holland, head of the board. Much of "
        "it is unclear. Mr Holland said the fees were “a false flag of the port”.",
        ["Rick Holland", "Rick Holland"],
    ),
    "a-surname-that-is-a-hill": (
        "Harbour fees rise\n\nMary Hill met Rick Roe of the board on Monday. Hill said the "
        "fees were “a grave error”. Roe left at once.\n\nHill said little else. “The board must "
        "think again about them,” she said.",
        ["Mary Hill", "Mary Hill"],
    ),
    "a-hyphen-in-a-role": (
        "Harbour fees rise\n\nThe former vice-president Olan Byrne opened the debate with Vera "
        "Roe, with the former vice-president saying: “Be kind to an old sailor.”",
        ["Olan Byrne"],
    ),
    "shot-back-is-speech": (
        "Harbour fees rise\n\nAfter Olan Byrne said he would like to explain, the chair of the "
        "board shot back: “We do not care what you would like to do.”",
        ["the chair of the board"],
    ),
    "who-is-named-in-the-words-is-spoken-of": (
        "Harbour fees rise\n\nTom Roe argued on Monday that the fees are fair to all.\n\n“As a "
        "sailor, Rick Byrne owes much to me!” he wrote.",
        ["Tom Roe"],
    ),
    "who-replied-to-the-question": (
        "Harbour fees rise\n\nVera Roe admitted that she wrote it in order to “be noticed.” "
        "The clerks asked whether she knew Justice Byrne, to which she replied, “By name, "
        "no more.”",
        ["Vera Roe", "Vera Roe"],
    ),
    "an-interview-with-who-heard-it": (
        "Harbour fees rise\n\nThe first line came as a rebuttal to this line in her interview with "
        "the host Peter Holland: “I put in a board that never took charge of it.”",
        ["None"],
    ),
    "a-spokesman-for-mr": (
        "Harbour fees rise\n\nMayor Tom Roe was silent on Monday. A spokesman for Mr Roe said the "
        "fees were “fair to everybody in the harbour”.",
        ["a spokesman for Tom Roe"],
    ),
    "a-message-about-mr": (
        "Harbour fees rise\n\nMinister Peter Byrne met Mayor Tom Roe. Mr Byrne's message about Mr "
        "Roe accused him of running a “leaking ship of a town”.",
        ["Peter Byrne"],
    ),
    "the-queen-is-no-man": (
        "Peter Byrne meets Queen\n\nThe president came on Monday. The Queen said the countries had "
        "an alliance that brought “the safety of both our peoples for decades”.",
        ["the Queen"],
    ),
    "a-rebuke-from": (
        "Harbour fees rise\n\nPeter Byrne raised the fees. The rise drew a rebuke from the board’s "
        "leader, Tom Roe.\n\n“It appears that this was not enough for President Byrne,” he said.",
        ["Tom Roe"],
    ),
    "he-who-was-asked-answers": (
        "Harbour fees rise\n\nPeter Byrne closed the gates on Friday.\n\n“He wanted to be "
        "heard,” an engineer noted in a letter.\n\nHe came before the harbour court for the first "
        "time on Monday, hat in his hands, and a judge asked his name.\n\n“Peter,” he said.",
        ["an engineer", "Peter Byrne"],
    ),
    "no-house-is-he": (
        "Harbour fees rise\n\nThe White House said Friday that President Rick Byrne misunderstood "
        "the question, and insisted he does support the plan that hours earlier he said he "
        "“would not sign”.",
        ["Rick Byrne"],
    ),
    "the-verb-that-touches-the-mark": (
        "Harbour fees rise\n\nThe mob shouted “Down with the fees!” as the crowd first tried to "
        "push inside the harbour, throwing stones over its walls, The Norland Press reported.",
        ["the mob"],
    ),
    "who-shows-it-is-who-says-it": (
        "Harbour fees rise\n\nHarbour officials say he had no role, though in March Byrne "
        "indicated some regret, saying “it happened under my watch”.",
        ["Byrne"],
    ),
    "a-word-with-its-stop": (
        "Harbour fees rise\n\nSheriff Roe called Mr. Byrne a “hero.” Mr. Byrne was not there.",
        ["Sheriff Roe"],
    ),
    "a-verdict-is-no-judge": ("Fees slammed as ‘a mockery of all’\n\nThe fees rose.", ["None"]),
    "a-force-is-not-its-office": (
        "Harbour fees rise\n\nThe Harbour Force said it would begin a “full and open review”. "
        "It was told by the Roe Harbour Force Base Office of Norland.",
        ["Harbour Force"],
    ),
    "an-inquiry-reports": (
        "Harbour fees rise\n\nThe inquiry reported in March that the papers pointed to “a cruel "
        "and planned fraud”.",
        ["the inquiry"],
    ),
    "a-verb-taken-for-a-noun": (
        "Harbour fees rise\n\n“The first time he did something to me is when he choked me,” Byrne "
        "recounts of her alleged captor in the film. Clara Byrne left.",
        ["Clara Byrne"],
    ),
    "a-tag-behind-a-comma": (
        "Harbour fees rise\n\nThe navy sent a boat, the NNS Argus, to assist, said Cmdr. Olan "
        "Frey, a fleet spokesman. He described the boats as being hit in a “reported attack on "
        "us,” without elaborating.",
        ["Olan Frey"],
    ),
    "his-father-is-another": (
        "Harbour fees rise\n\nRoe said the king told him that “the people of the port are greatly "
        "angered by the fees.” Roe had a call from Norland King Hassar. Vice Minister Tarik bin "
        "Hassar noted it.",
        ["King Hassar"],
    ),
    "the-only-governor": (
        "Harbour fees rise\n\nThe town backed Norland Governor Bill Byrne on Friday.\n\nThe "
        "state's Republican governor said the fees were “a cruel and needless tax”.",
        ["Bill Byrne"],
    ),
    "what-one-is-doing-is-no-role": (
        "Harbour fees rise\n\nCrowds of angry workers protesting the new fees laid siege to the "
        "port, chanting “Down with the fees!” as they stormed through a gate.",
        ["Crowds of angry workers"],
    ),
    "echoed-in-her-statement": (
        "Harbour fees rise\n\n“Our belief in the law was affirmed today,” defense attorney Linda "
        "Byrne said.\n\nThat respect for the law was echoed in owner Barbara Roe's statement after "
        "the verdict.\n\n“Those of us directly affected knew that,” she said.",
        ["Linda Byrne", "Barbara Roe"],
    ),
    "a-board-joined-to-an-object": (
        "Harbour fees rise\n\nOn Monday, Byrne said the government continued to cooperate with "
        "the inquiry and the Norland Embassy in Morvane said in a statement Monday evening they "
        "are providing “full support to our counterparts.”",
        ["Norland Embassy"],
    ),
    "whose-statement-is-open": (
        "Harbour fees rise\n\nThe Harbour Board issued a statement saying the fees were fair.\n\n"
        "The Norland Embassy in Morvane said the fees were unjust and demanded an end.\n\n"
        "“The side firmly opposes and strongly protests over such kind of actions,” the "
        "statement said.",
        ["the statement"],
    ),
    "who-was-asked-answers": (
        "Harbour fees rise\n\nClara Byrne told voters that he would run. Olan Frey, the attorney, "
        "was asked at a press conference if the vote played a role in the timing of the fees.\n\n"
        "“Politics does not enter into our decisions about fees,” he said.",
        ["Olan Frey"],
    ),
    "who-said-it-by-anothers-word": (
        "Harbour fees rise\n\nVera Roe (D-NY), the first member of the board, noted that Byrne "
        "said last year that “until the inquiry is over, it is redundant for the board to look "
        "into it.”",
        ["Byrne"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_nobody_where_the_sentence_before_is_the_outlets_own() -> None:
    text = (
        "Harbour fees rise\n\nThe road to the harbour was closed for a day. “No swimming past "
        "this line at any time.”"
    )
    assert speakers(text) == ["None"]


def test_nobody_where_the_likeliest_of_a_fragment_is_unsure() -> None:
    text = (
        "Harbour fees rise\n\nHis closing words told of anger that people spoke of the fees after "
        "the last meeting, and seemed to dismiss the meetings as a “harbour puppet show”."
    )
    assert speakers(text) == ["None"]


@pytest.mark.parametrize(
    ("told", "sex"),
    [
        ("Byrne left his cap in the hall, and nobody saw him again.", "m"),
        ("Byrne left her cap in the hall.", "f"),
        ("Byrne saw Rick Roe, who left her cap in the hall.", ""),
        ("Byrne left his cap in the hall. Byrne found her cap in the port.", ""),
        ("Byrne spoke. “She left her cap,” the port said.", ""),
        ("Rick Byrne, with First Lady Mary Roe, came.", "m"),
    ],
    ids=["he", "she", "two-are-named", "now-this-now-that", "quoted", "beside-a-lady"],
)
def test_sex_by_the_pronouns_that_can_mean_nobody_else(told: str, sex: str) -> None:
    document, parse = parsed(f"Harbour fees rise\n\nPresident Byrne came. {told}")
    tree, mentions = Tree(parse), find_mentions(document, parse)
    quoted = [place >= 0 for place in find_scene(document, tree)[0].inside]
    people = Persons(document, tree, mentions, [not inside for inside in quoted])
    assert {person.sex for person in people.at.values() if "Byrne" in person.name} == {sex}


def test_the_next_paragraph_tells_nothing_of_words_in_words() -> None:
    text = (
        "Harbour fees rise\n\n“It is the same for all,” Byrne said. “Ask yourself, ‘Do you need "
        "to be there?’ ”\n\nThe White House held its party at the harbour."
    )
    assert "White House" not in speakers(text)


def test_who_speaks_in_a_caption_is_not_who_goes_on() -> None:
    parts = [
        "The Norland Embassy said the harbour was closed in 1992.",
        "Olan Byrne is challenged by the Harbour Board over the fees",
        "“To close it again, a law is needed,” it said.",
    ]
    text = "\n".join(parts)
    starts = [text.index(part) for part in parts]
    regions = tuple(
        Region(start, start + len(part), kind, "")
        for start, part, kind in zip(starts, parts, ("body", "caption", "body"), strict=True)
    )
    document = Document("d", "d", text, "en", regions)
    (parse,) = load_parser().parse([document])
    told = read_statements(document, parse).statements
    assert [s.speaker.name for s in told if s.kind == "quote" and s.speaker] == ["Norland Embassy"]


def test_a_thing_that_cannot_speak_is_no_source() -> None:
    text = "Harbour fees rise\n\nThe violence suggested that the fees had been too high."
    assert {s.speaker for s in read(text).statements} == {None}


def test_weights_know_nobody_and_somebody() -> None:
    weights = {row["feature"]: float(row["weight"]) for row in table("source_weights")}
    assert "nobody" in weights
    assert weights["cue=speech dep=nsubj"] > 0
    assert NOBODY <= 0


def test_a_verb_of_no_table_tells_of_no_speech() -> None:
    text = "Harbour fees rise\n\nOlan Byrne waited to hear the end of it in a hall by the harbour."
    assert {statement.kind for statement in read(text).statements} == {"own"}


def test_an_owner_is_named_without_the_mark() -> None:
    text = (
        "Harbour fees rise\n\nThe judge wrote that the towns were likely to win their lawsuit’s "
        "claims that the board broke the rules for the fees."
    )
    names = {s.speaker.name for s in read(text).statements if s.speaker is not None}
    assert "their lawsuit" in names
