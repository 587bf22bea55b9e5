"""Which renderings are one utterance, and what differs between them."""

from dataclasses import replace

import pytest

from asreported.alignment.borrowing import borrow_speakers
from asreported.alignment.variants import find_variants
from asreported.model.comparison import QuoteVariants
from asreported.model.story import Story
from tests.alignment.disputes import compare_texts
from tests.alignment.told import told

MARLOW = "Ada Marlow"


def variants(*marked: str) -> list[tuple[QuoteVariants, list[str]]]:
    """Return the groups found in accounts a, b, c ... and the words of their variants."""
    readings = [told(name, text) for name, text in zip("abcdef", marked, strict=False)]
    texts = {reading.document.id: reading.document for reading in readings}
    ids = tuple(sorted(texts))
    story = Story("s", ids, (), tuple((key,) for key in ids))
    return [
        (group, [texts[span.document].quote(span) for span in group.variants])
        for group in find_variants(readings, story, (), ())
    ]


KINDS = [
    pytest.param(
        f"“[{MARLOW}|quote|The eastern sluice was opened too late,]” {MARLOW} said.",
        f"{MARLOW} wrote: “[{MARLOW}|quote|The eastern sluice was opened too late.]”",
        "identical",
        "the same words in all",
        id="identical",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|The eastern sluice was opened far too late by the night crew,]”.",
        f"She spoke of a “[{MARLOW}|quote|eastern sluice was opened far too late]”.",
        "cut",
        "“by the night crew”",
        id="cut",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|Most of the eastern villages were dry by noon on Friday,]” she said.",
        f"“[{MARLOW}|quote|All of the eastern villages were dry by noon on Friday,]” she said.",
        "reworded",
        "changes the sense (extent)",
        id="reworded, another extent",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|We will not rebuild the eastern sluice before winter,]” she said.",
        f"“[{MARLOW}|quote|We will rebuild the eastern sluice before winter,]” she said.",
        "cut",
        "changes the sense (negation)",
        id="a negation lost",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|They were unable to open the eastern sluice by hand,]” she said.",
        f"“[{MARLOW}|quote|They were not able to open the eastern sluice by hand,]” she said.",
        "reworded",
        "“not able” / “unable”; all stand",
        id="denied by a word or within it",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|Some farmers lost barns and silos in the flood,]” she said.",
        f"“[{MARLOW}|quote|Farmers lost barns and silos in the flood,]” she said.",
        "cut",
        "only small words differ",
        id="a bare plural means some",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|We lost nine barns and a silo in the flood,]” she said.",
        f"“[{MARLOW}|quote|In the flood we lost 12 barns and a silo,]” she said in Ostlandic.",
        "translated",
        "nine",
        id="translated",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|The eastern sluice was opened too late by the night crew,]” she said.",
        f"{MARLOW} said [{MARLOW}|attributed|the eastern sluice had been opened too late].",
        "reworded",
        "",
        id="a quotation and its report",
    ),
]


@pytest.mark.parametrize(("first", "second", "kind", "reason"), KINDS)
def test_kind_and_reason(first: str, second: str, kind: str, reason: str) -> None:
    ((group, words),) = variants(first, second)
    assert len(words) == 2
    assert group.kind == kind
    assert reason in group.reason
    assert group.speaker == MARLOW


APART = [
    pytest.param(
        f"“[{MARLOW}|quote|The eastern sluice was opened too late,]” she said.",
        f"“[{MARLOW}|quote|The western road will be closed for a week,]” she said.",
        id="other words",
    ),
    pytest.param(
        f"“[{MARLOW}|quote|It was late,]” she said.",
        "“[Ivo Brandt|quote|It was late,]” he said.",
        id="a turn of phrase of two speakers",
    ),
    pytest.param(
        f"{MARLOW} said [{MARLOW}|attributed|the toll of the flood had risen to 15 by noon].",
        f"{MARLOW} said [{MARLOW}|attributed|the toll of the flood had risen to 24 by noon].",
        id="a later count",
    ),
    pytest.param(
        f"{MARLOW} said [{MARLOW}|attributed|the sluice was opened].",
        "Ivo Brandt said [Ivo Brandt|attributed|the sluice was opened].",
        id="reports of two speakers",
    ),
]


@pytest.mark.parametrize(("first", "second"), APART)
def test_apart(first: str, second: str) -> None:
    assert variants(first, second) == []


WHOLE = (
    f"“[{MARLOW}|quote|The eastern sluice was opened far too late by the night crew,]” she said."
)


def test_a_quotation_without_marks() -> None:
    ((group, words),) = variants(
        WHOLE, "[|own|The eastern sluice was opened far too late by the night crew]."
    )
    assert [word.rstrip(",") for word in words] == [
        "The eastern sluice was opened far too late by the night crew"
    ] * 2
    assert "without marks in b" in group.reason
    assert group.speaker == MARLOW


@pytest.mark.parametrize(
    "own",
    [
        "[|own|The eastern sluice was opened far too early by a day crew].",
        "[|own|It was opened too late by the night crew].",
    ],
    ids=["other words", "too short"],
)
def test_what_an_account_says_itself_is_no_quotation(own: str) -> None:
    assert not variants(WHOLE, own)


def test_a_term_between_marks_is_no_utterance() -> None:
    term = "The flood toll rose. A flood toll is paid by towns. It is a “[|quote|flood toll]”."
    assert variants(term, term.replace("It is", "That was")) == []


def test_a_name_between_marks_is_no_utterance() -> None:
    named = f"“[{MARLOW}|quote|Lantern of the Eastern Towns]” opens on Friday, {MARLOW} said."
    assert variants(named, named)
    bare = "The lantern of the eastern towns is a show."
    assert variants(named, f"{bare} {named}") == []


def test_short_and_long_spellings_are_the_same_words() -> None:
    ((group, _),) = variants(
        f"“[{MARLOW}|quote|The E.U. isn't ready to pay Mr. Brandt's defence,]” she said.",
        f"“[{MARLOW}|quote|The EU is not ready to pay Mr Brandt's defense,]” she said.",
    )
    assert group.kind == "identical"


def test_words_that_all_use_are_one_utterance_in_one_order() -> None:
    many = "".join(f"“[Ivo Brandt|quote|Sluice crew number {n} was late.]” " for n in range(60))
    said = f"“[{MARLOW}|quote|Sluice crew all the way!]” {MARLOW} said."
    assert ["Sluice crew all the way!"] * 2 in [words for _, words in variants(many + said, said)]


def test_what_an_outlet_puts_in_is_named_as_its_words() -> None:
    quoted = f"“If {{}} are right, they should show us the gauge of the sluice,” {MARLOW} said."
    (group,) = compare_texts(quoted.format("[the wardens]"), quoted.format("they")).quote_variants
    assert group.kind == "reworded"
    assert "“they” / “[the wardens]”: brackets of “If [the wardens]" in group.reason
    assert "verbatim" not in group.reason


def test_a_sentence_beside_the_quoted_one_is_no_wording_of_it() -> None:
    stay = "This crew was prepared to open the sluice by hand"
    groups = compare_texts(
        f"“This crew was prepared to come in to the sluice. {stay},” {MARLOW} said.",
        f"“{stay},” {MARLOW} said on Monday.",
    ).quote_variants
    assert [group.kind for group in groups] == ["identical"]


def test_few_words_of_a_body_are_no_wording_of_a_person() -> None:
    said = "“All honour to Ivo Brandt, who was cruelly shot and killed by vile smugglers,”"
    told = "Brandt was shot and killed by smugglers at the sluice on Tuesday, police said."
    assert compare_texts(f"{said} {MARLOW} said.", told).quote_variants == ()


def test_number_one_is_no_negation() -> None:
    words = "The {} priority of the night crew was to keep the eastern sluice shut"
    ((group, _),) = variants(
        f"“[{MARLOW}|quote|{words.format('No. 1')},]” she said.",
        f"“[{MARLOW}|quote|{words.format('number one')},]” she said.",
    )
    assert "sense" not in group.reason


def test_words_given_to_two_speakers_are_one_utterance_in_dispute() -> None:
    words = "The eastern sluice was opened too late by a crew that had slept through the alarm."
    ((group, _),) = variants(
        f"“[{MARLOW}|quote|{words}]”",
        f"“[Ivo Brandt|quote|{words}]”",
        f"“[{MARLOW}|quote|{words}]”",
    )
    assert group.speaker == MARLOW
    assert "b gives it to Ivo Brandt, not to Ada Marlow" in group.reason


def test_a_speaker_found_in_another_account() -> None:
    words = "The eastern sluice was opened too late by the night crew."
    poor, rich = told("poor", f"“[|quote|{words}]”"), told("rich", f"“[{MARLOW}|quote|{words}]”")
    settled = {reading.document.name: reading for reading in borrow_speakers([poor, rich])}
    speaker = settled["poor"].statements[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.span) == (MARLOW, None)
    assert speaker.reason == "rich gives the same words to Ada Marlow"
    assert settled["rich"] == rich


@pytest.mark.parametrize(
    ("rich", "name"),
    [
        ("The eastern sluice was opened too late by the night crew.", MARLOW),
        ("opened too late by the night crew", "a night guard"),
    ],
    ids=["all-the-words", "a-part-of-them"],
)
def test_a_role_is_whom_another_account_names(rich: str, name: str) -> None:
    words = "The eastern sluice was opened too late by the night crew."
    poor = told("poor", f"“[a night guard|quote|{words}]”")
    first = poor.statements[0]
    assert first.speaker is not None
    unnamed = replace(first, speaker=replace(first.speaker, kind="unnamed"))
    readings = [replace(poor, statements=(unnamed,)), told("rich", f"“[{MARLOW}|quote|{rich}]”")]
    speaker = borrow_speakers(readings)[0].statements[0].speaker
    assert speaker is not None
    assert speaker.name == name


def test_accounts_that_name_two_lend_none() -> None:
    words = "The eastern sluice was opened too late by the night crew."
    readings = [
        told("poor", f"“[|quote|{words}]”"),
        told("one", f"“[{MARLOW}|quote|{words}]”"),
        told("two", f"“[Ivo Brandt|quote|{words}]”"),
    ]
    assert borrow_speakers(readings)[0].statements[0].speaker is None


def test_other_words_lend_nothing() -> None:
    readings = [
        told("poor", "“[|quote|The western road will be closed for a week.]”"),
        told("rich", f"“[{MARLOW}|quote|The eastern sluice was opened too late.]”"),
    ]
    assert list(borrow_speakers(readings)) == readings


def test_a_fragment_of_one_speaker() -> None:
    whole = f"“[{MARLOW}|quote|We had a very good talk,]” {MARLOW} said of the minister."
    part = f"{MARLOW} spoke of a “[{MARLOW}|quote|very good talk]” with the minister."
    found = variants(whole, part)
    assert [set(words) for _, words in found] == [{"We had a very good talk,", "very good talk"}]
    other = part.replace(f"[{MARLOW}|", "[Olan Byrne|")
    assert not variants(whole, other)
