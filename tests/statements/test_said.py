"""Who says what: quotations and reported statements, with speaker, cue and chain."""

from time import process_time

import pytest

from asreported.model.statement import Statement
from asreported.model.wire import reading_to_dict
from tests.statements.reader import parsed, read

# Each expected line is "kind|speaker|cue|words", words of several contents joined by " / ".
CASES = {
    "quote-after": (
        "“The dam is safe,” Mayor Ann Roe said on Monday.",
        ["quote|Ann Roe|said|The dam is safe,"],
    ),
    "a-tag-inside": (
        "When Roe was a board member for the company, attorney Ann Byrne explained, he found out "
        "that the drug was a failure.",
        [
            "attributed|Ann Byrne|explained|When Roe was a board member for the company / he found "
            "out that the drug was a failure",
            "attributed|Roe|found out|the drug was a failure",
        ],
    ),
    "told-a-paper": (
        "But the hero — Ann Roe, a plumber — told 40/29 News that she grabbed a rope and ran.",
        ["attributed|Ann Roe|told|she grabbed a rope and ran"],
    ),
    "a-tag-joined-to-a-list": (
        "Norland has sentenced five people to death for the murder of journalist Olan Roe but "
        "cleared a former adviser to Prince Clara Byrne, a public prosecutor said Monday.",
        [
            "attributed|a public prosecutor|said|Norland has sentenced five people to death for "
            "the murder of journalist Olan Roe but cleared a former adviser to Prince Clara Byrne"
        ],
    ),
    "a-conclusion-that-others-reject": (
        "The examiner said in August that an autopsy showed that Tallow had hanged himself in his "
        "cell, a conclusion that has been rejected by members of Tallow's family, who have claimed "
        "his death was a murder.",
        [
            "attributed|the examiner|said|an autopsy showed that Tallow had hanged himself in his "
            "cell",
            "attributed|members of Tallow's family|have claimed|his death was a murder",
        ],
    ),
    "a-rival-is-no-part-of-it": (
        "Port Verrin's examiner ruled that the convicted smuggler took his own life inside his "
        "cell on Aug. 10, but a pathologist told the Courier in late October that Tallow's body "
        "bore signs of murder.",
        [
            "attributed|Port Verrin's examiner|ruled|the convicted smuggler took his own life "
            "inside his cell on Aug. 10"
        ],
    ),
    "until-he-says-so-is-part-of-it": (
        "Roe said he believed the city would in the end win its fight, but not until Ann Byrne "
        "admits this is a problem.",
        [
            "attributed|Roe|said|he believed the city would in the end win its fight, but not "
            "until Ann Byrne admits this is a problem",
        ],
    ),
    "quote-before": (
        'Ann Roe said: "The dam is safe. We checked it."',
        ["quote|Ann Roe|said|The dam is safe. We checked it."],
    ),
    "quote-split": (
        "“The dam is safe,” Ann Roe said. “We checked it on Monday.”",
        ["quote|Ann Roe|said|The dam is safe, / We checked it on Monday."],
    ),
    "quote-split-in-its-clause": (
        "“The dam is safe,” Ann Roe said, “and yet we checked it more often than last year.”",
        ["quote|Ann Roe|said|The dam is safe, / and yet we checked it more often than last year."],
    ),
    "fears-of-nobody-named": (
        "The bank distributed tickets on Monday amid reported concerns that seats might be empty.",
        [],
    ),
    "two-names-by-one-verb": (
        "Ann Roe called the dam “a cruel thing” or, to the valley below, “a ticking bomb for all”.",
        [
            "attributed|Ann Roe|called|the dam “a cruel thing” or, to the valley below, “a ticking"
            " bomb for all”",
            "quote|Ann Roe|called|a cruel thing / a ticking bomb for all",
        ],
    ),
    "quote-inverted": (
        "“The dam is safe,” said Ann Roe, who heads the water board.",
        ["quote|Ann Roe|said|The dam is safe,"],
    ),
    "quote-signed": (
        "“This dam has been a danger to us all.” — Ann Roe",
        ["quote|Ann Roe|Ann|This dam has been a danger to us all."],
    ),
    "post": (
        "The dam is safe. We have checked it. pic.example.com/a1 — Ann Roe (@annroe) May 3, 2019",
        ["attributed|Ann Roe|-|The dam is safe. We have checked it."],
    ),
    "posts-in-a-row": (
        "The dam is safe. https://t.example/x1 — Ann Roe (@annroe) May 3, 2019 It leaks "
        "at night. — Max Poe (@poe) May 4, 2019",
        ["attributed|Ann Roe|-|The dam is safe.", "attributed|Max Poe|-|It leaks at night."],
    ),
    "post-without-words": ("pic.example.com/a1 — Ann Roe (@annroe) May 3, 2019", []),
    "reported": (
        "Ann Roe said that the dam was safe.",
        ["attributed|Ann Roe|said|the dam was safe"],
    ),
    "what-is-known-of-a-deed-is-not-what-is-claimed": (
        "The group claimed responsibility for the attack in which at least 39 people were killed.",
        ["attributed|the group|claimed|responsibility for the attack"],
    ),
    "reported-behind": (
        "The dam was safe, police said.",
        ["attributed|police|said|The dam was safe"],
    ),
    "according": (
        "The dam was safe, according to the Harbour Board.",
        ["attributed|Harbour Board|according to|The dam was safe"],
    ),
    "denial": (
        "Ann Roe denied that the dam was unsafe.",
        ["attributed|Ann Roe|denied|the dam was unsafe"],
    ),
    "warning": (
        "Ann Roe warned that the dam could break.",
        ["attributed|Ann Roe|warned|the dam could break"],
    ),
    "order": (
        "Ann Roe ordered the withdrawal of all crews from the dam.",
        ["attributed|Ann Roe|ordered|the withdrawal of all crews from the dam"],
    ),
    "thanks": (
        "Ann Roe thanked the crews for their help.",
        ["attributed|Ann Roe|thanked|the crews for their help"],
    ),
    "noun": (
        "Ann Roe's decision to close the dam surprised the valley.",
        ["attributed|Ann Roe|decision|to close the dam"],
    ),
    "mixed": (
        "Ann Roe said the dam had been “badly shaken” by the floods of last winter.",
        [
            "attributed|Ann Roe|said|the dam had been “badly shaken” by the floods of last winter",
            "quote|Ann Roe|said|badly shaken",
        ],
    ),
    "colon-headline": (
        "Dam was safe for years: police\n\nThe dam broke on Monday.",
        ["attributed|police|:|Dam was safe for years"],
    ),
    "a-topic-before-a-colon": (
        "Roe Russia: Senate reaches deal on dams\n\nLeaders met on Monday. Fears of Russia led "
        "them to a deal, and the president of Russia was told of it.",
        [],
    ),
    "colon-headline-of-whom-it-is-about": (
        "Ann Roe: Search goes on in the harbour\n\n"
        "Divers looked for Ann Roe near the dam. Roe had left the harbour on Monday.",
        [],
    ),
    "colon-headline-of-who-speaks-below": (
        "Ann Roe: Dam is safe\n\nThe dam was shut. Roe came at noon, and Roe said no more.",
        ["attributed|Ann Roe|:|Dam is safe", "attributed|Ann Roe|said|no more"],
    ),
    "verb-headline": (
        "Mayor Orders Crews Home From Dam\n\nThe dam broke on Monday.",
        ["attributed|Mayor|Orders|Crews Home From Dam"],
    ),
    "pronoun": (
        "Ann Roe met the crews on Monday. She said the dam was safe.",
        ["attributed|Ann Roe|said|the dam was safe"],
    ),
    "pronoun-not-the-owner": (
        "Peter Hale met Jack Moore's sister on Monday. He said the dam was safe.",
        ["attributed|Peter Hale|said|the dam was safe"],
    ),
    "surname": (
        "Ann Roe met the crews on Monday. Roe said the dam was safe.",
        ["attributed|Ann Roe|said|the dam was safe"],
    ),
    "spokesman-for-one-with-a-title": (
        "A spokesman for House Speaker Nancy Roe said the dam was safe.",
        ["attributed|a spokesman for Nancy Roe|said|the dam was safe"],
    ),
    "spokesman": (
        'A Harbour Board spokesman said: "The dam is safe again."',
        ["quote|spokesman for Harbour Board|said|The dam is safe again."],
    ),
    "acronym": (
        "The Royal Harbour Board (RHB) closed the dam. “It is safe,” the RHB said.",
        ["quote|Royal Harbour Board|said|It is safe,"],
    ),
    "acronym-behind-what-it-made": (
        "Findings of the Royal Harbour Board (RHB) came late. “It is safe,” the RHB said.",
        ["quote|Royal Harbour Board|said|It is safe,"],
    ),
    "acronym-behind-lower-case-words": (
        "Initial findings of the Royal Harbour Board (RHB) came late. “It is safe,” the RHB said.",
        ["quote|Royal Harbour Board|said|It is safe,"],
    ),
    "kin": (
        "Vera Roe left the dam on Monday. Her father Pavel said the dam was safe.",
        ["attributed|Pavel Roe|said|the dam was safe"],
    ),
    "ministry": (
        "The Harbour Ministry closed the dam. The ministry said the dam was safe.",
        ["attributed|Harbour Ministry|said|the dam was safe"],
    ),
    "two-of-one-surname": (
        "Ann Roe and her husband, Peter Roe, came. Roe said the dam was safe.",
        ["attributed|Ann Roe|said|the dam was safe"],
    ),
    "unnamed": (
        "Analysts say the dam was never safe.",
        ["attributed|Analysts|say|the dam was never safe"],
    ),
    "name-is-no-quotation": (
        "The band played “All The Night Long” at the dam.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_said(text: str, expected: list[str]) -> None:
    assert sorted(shown(text)) == sorted(expected)


BLOCKS = {
    "announced": "Ann Roe spoke on Monday, saying:\n“The dam is safe for all of us.”",
    "reopened": "“The dam is safe,” Ann Roe said. “We checked.\n“It will hold for years.”",
    "next-paragraph": "“The dam is safe,” Ann Roe said.\n“We will open it again on Monday.”",
    "named-afterwards": "“We checked the dam on Monday.\n“It will hold,” Ann Roe said.",
}


@pytest.mark.parametrize("text", BLOCKS.values(), ids=BLOCKS.keys())
def test_T11_speaker_goes_on_over_paragraphs(text: str) -> None:
    statements = [s for s in said(text) if s.kind == "quote"]
    assert statements
    assert {s.speaker.name if s.speaker else None for s in statements} == {"Ann Roe"}


CHAINS = {
    "told": ("“It is safe,” Ann Roe told the Harbour Herald.", ["Harbour Herald", "Ann Roe"]),
    "retold": (
        "Ann Roe said the driver told her that “the dam had moved an inch”.",
        ["Ann Roe", "the driver"],
    ),
    "agency-at-the-end": (
        "Ann Roe said the dam had moved, Reuters reported.",
        ["Reuters", "Ann Roe"],
    ),
    "a-court-is-no-outlet": ("Ann Roe told the Supreme Court that the dam was safe.", []),
    "alone": ("Ann Roe said the dam was safe.", []),
    "what-is-said-begins-with-a-name": (
        "Authorities say a small SUV barreled into pedestrians along the sidewalk of Quay Bridge, "
        'causing multiple "catastrophic injuries" to pedestrians.',
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CHAINS.values(), ids=CHAINS.keys())
def test_chain(text: str, expected: list[str]) -> None:
    longest = max((s.chain for s in said(text)), key=len)
    assert [link.name for link in longest] == expected
    for link in longest:
        assert link.span is not None


def test_spans_name_the_words() -> None:
    text = "“The dam is safe,” Ann Roe said. She added that it held."
    document, _ = parsed(text)
    told = said(text)
    assert len(told) == 2
    for statement in told:
        for part in statement.content:
            assert document.quote(part).strip("“”") == document.quote(part)
            assert statement.span.covers(part)
        assert statement.cue is not None and statement.span.covers(statement.cue)


def test_a_line_of_read_has_a_quotation_with_the_clause_that_its_cue_reports() -> None:
    text = "“We go,” Ann Roe said. Max Poe called the dam “a cruel thing” for all the valley."
    listed = reading_to_dict(read(text), ())["statements"]
    told = [s for s in listed if s["kind"] != "own"]
    words = [[part["text"] for part in s["content"]] for s in told]
    assert words == [["We go,"], ["the dam “a cruel thing” for all the valley"]]
    inside = [[q["content"][0]["text"] for q in s["quotations"]] for s in told]
    assert inside == [[], ["a cruel thing"]]


def test_a_quotation_in_a_clause_of_another_mouth_stays_by_itself() -> None:
    text = "Ann Roe said Max Poe was “quite right” when he said that the dam “had moved an inch.”"
    listed = reading_to_dict(read(text), ())["statements"]
    inside = {
        s["speaker"]["name"]: [q["content"][0]["text"] for q in s["quotations"]]
        for s in listed
        if s["kind"] == "attributed"
    }
    assert inside["Ann Roe"] == ["quite right"]


def test_T11_unknown_speaker_is_none() -> None:
    [statement] = said("It was “a very long and bitter winter” there.")
    assert statement.speaker is None


def test_T12_statements_of_a_page_of_marks_in_linear_time() -> None:
    text = 'He said "go" and "stay" and left. ' * 600
    parsed(text)
    start = process_time()
    read(text)
    assert process_time() - start < 20  # about 3 s here for all steps


def test_T12_statements_of_a_sentence_of_mouths_in_mouths_in_linear_time() -> None:
    text = '"He said ' * 3000
    parsed(text)
    start = process_time()
    read(text)
    assert process_time() - start < 5  # 2 s here; where each mouth asks every other, 9 s


def said(text: str) -> list[Statement]:
    return [s for s in read(text).statements if s.kind != "own"]


def shown(text: str) -> list[str]:
    """Return the statements of ``text``, one a line."""
    document, _ = parsed(text)
    lines = []
    for statement in said(text):
        name = statement.speaker.name if statement.speaker else "-"
        cue = document.quote(statement.cue) if statement.cue else "-"
        words = " / ".join(document.quote(part) for part in statement.content)
        lines.append(f"{statement.kind}|{name}|{cue}|{words}")
    return lines
