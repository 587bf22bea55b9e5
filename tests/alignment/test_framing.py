"""Which wordings of one account another has otherwise."""

from itertools import combinations

import pytest

from asreported.alignment.frames.doers import find_left_out_doers
from asreported.alignment.frames.headlines import find_headline_choices
from asreported.alignment.frames.loaded import find_loaded
from asreported.alignment.frames.stances import find_stances
from asreported.alignment.frames.tellings import find_tellings
from asreported.alignment.frames.voicing import Neighbours, read_neighbours
from asreported.alignment.framing import find_framing
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.units import cut_units
from asreported.model.comparison import Framing
from asreported.model.statement import Reading, Speaker, Statement
from tests.alignment.told import told
from tests.statements.reader import parsed, read

NOBODY = read_neighbours((), ())


def lines(found: object, readings: list[Reading]) -> list[tuple[str, str, list[str]]]:
    """Return the account, the words and the contrasting words of each framing."""
    texts = {reading.document.id: reading.document for reading in readings}
    assert isinstance(found, list)
    return [
        (
            texts[each.document].name,
            texts[each.document].quote(each.span),
            [texts[span.document].quote(span) for span in each.contrast],
        )
        for each in found
        if isinstance(each, Framing)
    ]


LOADED = [
    pytest.param("The mayor slammed the plan as it was read.", ["slammed"], id="an attack verb"),
    pytest.param("The so-called reform was read out.", ["so-called"], id="a word with a hyphen"),
    pytest.param("The mayor opposed the plan.", [], id="calm words"),
    pytest.param(
        "“[Ida Roos|quote|It is a shameful plan,]” Roos said.", [], id="the speaker's word"
    ),
    pytest.param("A strong wind blew over the blast site.", [], id="words of the thing itself"),
]


@pytest.mark.parametrize(("text", "words"), LOADED)
def test_loaded_words_in_the_outlets_own_voice(text: str, words: list[str]) -> None:
    readings = [told("a", text), told("b", "The plan was read to the council.")]
    found = lines(list(find_framing(readings, (), ())), readings)
    assert [word for name, word, _ in found if name == "a"] == words


def test_a_loaded_word_that_half_the_accounts_use_is_the_topic() -> None:
    texts = ["The fiasco cost millions.", "The fiasco was long in the making.", "It cost millions."]
    readings = [told(name, text) for name, text in zip("abc", texts, strict=True)]
    assert find_framing(readings, (), ()) == ()


def test_a_lone_account_has_no_framing() -> None:
    assert find_framing([told("a", "The mayor slammed the shameful plan.")], (), ()) == ()


def test_one_referent_under_two_names() -> None:
    readings = [
        told("a", "The Ostland government closed the border."),
        told("b", "The Ostland regime closed the border."),
        told("c", "The Westmark regime kept it open."),
    ]
    found = lines(list(find_stances(readings)), readings)
    # c's word names another country's rulers: nothing sets it beside a's.
    assert found == [("b", "regime", ["government"])]


def statement(reading: Reading, cue: str, kind: str, speaker: str) -> Reading:
    """Return the reading with one statement of ``speaker`` by the verb ``cue``."""
    from dataclasses import replace

    document = reading.document
    start = document.text.index(cue)
    span = document.span(start, start + len(cue))
    rest = document.span(start + len(cue) + 1, len(document.text))
    made = Statement(
        "t",
        "attributed",
        document.span(0, rest.end),
        (rest,),
        Speaker(speaker, None),
        span,
        (),
        kind,
    )
    return replace(reading, statements=(made,))


def test_a_judging_verb_against_a_plain_one() -> None:
    readings = [
        statement(told("a", "Ida Roos boasts the dam will hold"), "boasts", "boasted", "Ida Roos"),
        statement(told("b", "Ida Roos said the dam will hold"), "said", "said", "Ida Roos"),
        statement(told("c", "Tom Vale said the dam will break"), "said", "said", "Tom Vale"),
    ]
    found = list(find_tellings(readings, NOBODY))
    assert lines(found, readings) == [("a", "boasts", ["said"])]
    assert found[0].about == "Ida Roos"


def neighbours(readings: list[Reading], likeness: float) -> Neighbours:
    """Return all units of each account as neighbours of all of the others."""
    units = cut_units(readings)
    pairs = [
        Pair(one, two, likeness, likeness)
        for one, two in combinations(range(len(units)), 2)
        if units[one].document != units[two].document
    ]
    return read_neighbours(units, pairs)


def doers(first: str, second: str, likeness: float = 0.6) -> list[tuple[str, str, list[str]]]:
    """Return what is told without its doer in two accounts of one clause each."""
    readings = [read(text, name=name) for text, name in ((first, "a"), (second, "b"))]
    return lines(list(find_left_out_doers(readings, neighbours(readings, likeness))), readings)


@pytest.mark.parametrize(
    ("other", "calm"),
    [
        pytest.param("Ida Roos, who chairs the council of the town, opposed the plan.", True),
        pytest.param("Ida Roos, who chairs the council of the town, blasted the plan.", False),
    ],
    ids=["a calm sentence", "a clause of a sentence that judges"],
)
def test_a_loaded_word_is_set_against_calm_sentences(other: str, calm: bool) -> None:
    texts = (("Ida Roos slammed the plan on Monday.", "a"), (other, "b"))
    readings = [read(text, name=name) for text, name in texts]
    found = lines(list(find_loaded(readings, neighbours(readings, 0.6))), readings)
    [against] = [contrast for name, word, contrast in found if word == "slammed"]
    assert bool(against) == calm


def test_an_act_without_its_doer() -> None:
    found = doers("Two marchers were shot near the bridge.", "Guards shot two marchers on Monday.")
    assert [name for name, _, _ in found] == ["a"]


DOERS_TOLD = [
    pytest.param(
        "Two marchers were shot by guards near the bridge.",
        "Guards shot two marchers on Monday.",
        id="the passive names him",
    ),
    pytest.param(
        "Two marchers were shot near the bridge.", "Guards shot a stray dog.", id="another was shot"
    ),
    pytest.param(
        "Two marchers were shot near the bridge.", "Two marchers were shot.", id="neither says"
    ),
]


@pytest.mark.parametrize(("first", "second"), DOERS_TOLD)
def test_nothing_left_out(first: str, second: str) -> None:
    assert doers(first, second) == []


def headline(name: str, text: str) -> Reading:
    document, parse = parsed(f"{text}\n\nThe council met.", name=name)
    return Reading(document, parse, (), (), (), (), (), ())


HEADLINES = [
    pytest.param("Council slams partial dam closure", "judges with “slams”", id="judging verb"),
    pytest.param("Council orders partial dam closure", "says “partial”", id="extent"),
    pytest.param("Council to close ‘unsafe’ dam", "sets “unsafe” between marks", id="doubted"),
    pytest.param("Council boasts of dam closure", "judges with “boasts”", id="boast"),
]


@pytest.mark.parametrize(("text", "reason"), HEADLINES)
def test_what_one_headline_has_alone(text: str, reason: str) -> None:
    readings = [headline("a", text), headline("b", "Council orders closing of the dam")]
    found = list(find_headline_choices(readings))
    assert [name for name, _, _ in lines(found, readings)] == ["a"]
    assert reason in found[0].reason


def test_figure_against_figure() -> None:
    readings = [headline("a", "Council to close 4 dams"), headline("b", "Seven dams closed")]
    found = list(find_headline_choices(readings))
    assert [
        (name, each.reason)
        for (name, _, _), each in zip(lines(found, readings), found, strict=True)
    ] == [("a", "no other headline has “4”")]


def test_the_same_figure_in_words_is_no_choice() -> None:
    readings = [headline("a", "Council to close 7 dams"), headline("b", "Seven dams closed")]
    assert list(find_headline_choices(readings)) == []


def test_a_post_set_into_the_text_is_its_writers_voice() -> None:
    post = "It is a shameful fiasco! — Ida Roos (@idaroos) 3 May"
    readings = [told("a", f"The plan was read.\n{post}\n"), told("b", "The plan was read.")]
    assert find_framing(readings, (), ()) == ()


def test_equal_headlines_differ_in_nothing() -> None:
    readings = [headline(name, "Council slams ‘unsafe’ dam") for name in "ab"]
    assert list(find_headline_choices(readings)) == []
