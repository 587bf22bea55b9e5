"""Names: what is one, where it ends, of what type it is."""

from dataclasses import replace

import pytest

from asreported.statements.mentions import find_mentions
from tests.statements.reader import parsed

CASES = {
    "title-makes-a-person": (
        "Interior Minister Orlan Vask met General Tessik in Oslo on Monday.",
        ["Orlan Vask/person", "Tessik/person", "Oslo/place"],
    ),
    "credits-between-names": (
        "Ada Roe AP Ben Moor AFP Carl Voss.",
        [
            "Ada Roe/person",
            "AP/organisation",
            "Ben Moor/person",
            "AFP/organisation",
            "Carl Voss/person",
        ],
    ),
    "no-name-for-its-weight": (
        "She said why it is anything BUT just. But Ada Roe said nothing, and Ada Roe left.",
        ["Ada Roe/person", "Ada Roe/person"],
    ),
    "kin-are-persons": (
        "Ada Quillat, mother of Fando Quillat, wept. Fando Quillat was shot. Quillat left.",
        ["Ada Quillat/person", "Fando Quillat/person", "Fando Quillat/person", "Quillat/person"],
    ),
    "base-makes-a-place": (
        "The jets took off from Morvane air base. Crews returned to Morvane before noon.",
        ["Morvane air base/place", "Morvane/place"],
    ),
    "port-of": (
        "Ships left the port of Quillat on Tuesday.",
        ["Quillat/place"],
    ),
    "demonym-alone-is-no-name": (
        "The Norwegian minister met Norwegian reporters in Bergen Town.",
        ["Bergen Town/place"],
    ),
    "demonym-in-a-name": (
        "The Norwegian army said it would leave Peru.",
        ["Norwegian army/organisation", "Peru/place"],
    ),
    "number-before-a-body": (
        "Crews of the 7th Fleet met the 12th Harbour Division on the 4th of July.",
        ["7th Fleet/organisation", "12th Harbour Division/organisation"],
    ),
    "acronym": (
        "Officials of the ZKV said the ZKV had not been asked.",
        ["ZKV/organisation", "ZKV/organisation"],
    ),
    "headline-in-title-case": (
        "Vask Orders Troops Home From Oslo\n\nOrlan Vask told reporters in Oslo that troops leave.",
        ["Vask/person", "Oslo/place", "Orlan Vask/person", "Oslo/place"],
    ),
    "hyphen-led": (
        "Talks on the US-backed plan stalled, and anti-Vask crowds met Minister Orlan Vask.",
        ["US/place", "Vask/person", "Orlan Vask/person"],
    ),
    "linked-organisation": (
        "The Centre for a Quiet Sea said it had an office in London.",
        ["Centre for a Quiet Sea/organisation", "London/place"],
    ),
    "a-country-that-starts-with-a-demonym": (
        "Envoys flew to Saudi Arabia and South Korea.",
        ["Saudi Arabia/place", "South Korea/place"],
    ),
    "what-an-office-is-for-is-no-given-name": (
        "Deputy Commissioner for Harbours and Intelligence John Vask met nobody.",
        ["Harbours/other", "John Vask/person"],
    ),
    "a-given-name-that-is-a-demonym": (
        "“Some make it,” said Christian Vask, a volunteer.",
        ["Christian Vask/person"],
    ),
    "a-chief-of-a-rare-name": (
        "Acting Norland Police Chief Olan Vask said that it was planned.",
        ["Norland/other", "Olan Vask/person"],
    ),
    "who-holds-an-office-is-a-person": (
        "President Quill left. All waited for Quill and the Quill deal, and bought Quill. Quill "
        "fell. All waited for Quill and the Quill deal.",
        ["Quill/person"] * 7,
    ),
    "what-joins-clauses-opens-no-name": (
        "Though Renn did not say it, the president warned of it. Renn left.",
        ["Renn/person", "Renn/person"],
    ),
    "a-resident-of-a-named-town-is-a-person": (
        "Agostino Severo, an Oslo resident visiting the quay, said nothing.",
        ["Agostino Severo/person", "Oslo/place"],
    ),
    "a-storm-is-an-event": (
        "Tropical Storm Harvey hit Oslo on Monday.",
        ["Storm Harvey/event", "Oslo/place"],
    ),
    "a-ship-has-an-article": (
        "They saw the mine on the Astra Kell. The owner of the Astra Kell said so. A short time "
        "later, the Astra Kell called for help.",
        ["Astra Kell/other"] * 3,
    ),
    "a-plural-is-no-person": (
        "Two ROVERs who said it left. The ROVERs told him so. He saw other ROVERs there.",
        ["ROVERs/group"] * 3,
    ),
    "he-is-no-name": (
        "He left. “A man ran up and I heard him shout, 'He's got a knife,'” Gerard Vask said.",
        ["Gerard Vask/person"],
    ),
    "several-titles": (
        "Crown Prince Ivo Vask and National Security Adviser Ann Hale met.",
        ["Ivo Vask/person", "Ann Hale/person"],
    ),
    "T04-zero-width": (
        "They met President Orlan Vask. A day later Va\u200bsk left.",
        ["Orlan Vask/person", "Va\u200bsk/person"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_names(case: str) -> None:
    text, expected = CASES[case]
    document, parse = parsed(text)
    found = [f"{document.quote(m.span)}/{m.type}" for m in find_mentions(document, parse)]
    assert found == expected


def test_no_capitals_and_many_capitals_are_linear() -> None:
    from time import perf_counter

    from asreported.statements.words import words_of

    for text in ("A" * 100_000, "A-" * 50_000, "U." * 50_000, "O'" * 50_000):
        start = perf_counter()
        words_of(text, 0, len(text))
        assert perf_counter() - start < 2


@pytest.mark.parametrize("text", ["A" * 100_000, "A-" * 50_000, "A--" * 30_000])
def test_a_word_without_an_end_is_looked_for_nicknames_once(text: str) -> None:
    from time import perf_counter

    from asreported.statements.nicknames import join_nicknames

    document = parsed("Ada Roe left.")[0]
    start = perf_counter()
    join_nicknames(replace(document, text=text), [])
    assert perf_counter() - start < 2


def test_a_surname_that_stands_twice_is_one() -> None:
    text = "Photos: Minister Ada Quillat Quillat speaks in Oslo. Ada Quillat left with Fando Fando."
    names = [mention.name for mention in find_mentions(*parsed(text))]
    assert names == ["Ada Quillat", "Oslo", "Ada Quillat", "Fando Fando"]
