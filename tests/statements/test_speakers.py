"""Whose words a quotation is: the names of bodies, texts that speak, "it", "he", or nobody."""

import pytest

from asreported.lexicon.load import table
from asreported.statements.ranking import NOBODY
from tests.statements.reader import read

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
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_speaker(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_nobody_where_the_sentence_before_is_the_outlets_own() -> None:
    text = (
        "Harbour fees rise\n\nThe road to the harbour was closed for a day. “No swimming past "
        "this line at any time.”"
    )
    assert named(text) == ["None"]


def test_a_thing_that_cannot_speak_is_no_source() -> None:
    text = "Harbour fees rise\n\nThe violence suggested that the fees had been too high."
    told = [s for s in read(text).statements if s.kind == "attributed"]
    assert all(s.speaker is None or s.speaker.name != "the violence" for s in told)


def test_weights_know_nobody_and_somebody() -> None:
    weights = {row["feature"]: float(row["weight"]) for row in table("source_weights")}
    assert "nobody" in weights
    assert weights["cue=speech dep=nsubj"] > 0
    assert NOBODY <= 0


def named(text: str) -> list[str]:
    """Return the speakers of the quotations of ``text`` as a report names them."""
    quotes = [s for s in read(text).statements if s.kind == "quote"]
    return [s.speaker.name if s.speaker else "None" for s in quotes]
