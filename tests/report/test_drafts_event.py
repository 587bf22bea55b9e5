"""The line on what the accounts open with, on invented accounts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from asreported.library import compare
from asreported.model.comparison import Comparison, Point
from asreported.report.drafts.event import (
    EventLine,
    draft_openings,
    find_event_line,
    find_facts,
    find_main_line,
)
from asreported.report.drafts.shared import draft_shared
from asreported.report.prominence import Prominence
from asreported.report.wording import Wording
from tests.alignment.disputes import compare_texts

_EXAMPLE = Path(__file__).parents[2] / "examples" / "port-verrin"
_RAIN = (
    "Rain fell on the islands all day, and the ferries stayed in port. Two mills closed at noon."
)
_CAKE = "Two bakers sold plum cake on Market Street. The brass band played on the meadow."
_STORM = "A storm tore the roofs off two barns in the hills. Farmers counted their sheep on Friday."


def _lines(folder: Path, *texts: str) -> list[str]:
    for number, text in enumerate(texts):
        (folder / f"paper{number}.txt").write_text(f"{text}\n", "utf-8")
    (story,) = compare([folder]).stories
    return [finding.text for finding in story.findings]


def _event(comparison: Comparison) -> EventLine | None:
    wording = Wording(comparison)
    return find_event_line(comparison, wording, Prominence(comparison, wording))


def test_each_account_tells_the_event_in_its_own_words(tmp_path: Path) -> None:
    lines = _lines(
        tmp_path,
        f"Senator Ida Brandt launches bid for governor of Zell\n\n{_RAIN}",
        f"Ida Brandt forms committee for race for governor\n\n{_CAKE}",
        f"She is in: guess who wants to be governor of Zell\n\n{_STORM}",
    )
    assert lines[0] == (
        "All 3 accounts: “Senator Ida Brandt launches bid for governor of Zell” (paper0); "
        "“Ida Brandt forms committee for race for governor” (paper1); “She is in: guess who wants "
        "to be governor of Zell” (paper2)"
    )
    # No second line tells it of two of the three.
    assert not any("2 of 3" in line and "governor" in line for line in lines[1:])


def test_where_few_open_alike_the_openings_stand_side_by_side(tmp_path: Path) -> None:
    lines = _lines(
        tmp_path,
        f"Crowd pulls the old captain down at Zell\n\nA crowd toppled the bronze captain. {_RAIN}",
        f"Town looks for who toppled the bronze captain\n\nPolice look for the crowd that toppled "
        f"the bronze captain. {_CAKE}",
        f"Pigeons of Zell lose their perch\n\n{_STORM}",
    )
    assert lines[0] == (
        "What the accounts open with: “Crowd pulls the old captain down at Zell” (paper0); “Town "
        "looks for who toppled the bronze captain” (paper1); “Pigeons of Zell lose their perch” "
        "(paper2)"
    )
    # Two that toppled him would be two of three, though the third tells of it too.
    assert not any("2 of 3" in line and "toppled" in line for line in lines[1:])


def test_who_opens_with_she_is_shown_by_the_headline(tmp_path: Path) -> None:
    sold = "sold the ferry of Zell to dealers on Monday"
    long = "the old captain of the western harbour and of the ferry to the southern islands, " * 4
    lines = _lines(
        tmp_path,
        f"Ida Brandt {sold}\n\n{_RAIN}",
        f"Sale of a ferry\n\nIda Brandt, {long}said she sold the ferry of Zell on Monday. {_CAKE}",
        f"Ida Brandt has {sold}\n\n{_STORM}",
    )
    assert "“Sale of a ferry” (paper1)" in lines[0]


def test_a_headline_that_is_like_no_other_does_not_tell_the_event(tmp_path: Path) -> None:
    sold = "sold the ferry of Zell to dealers on Monday"
    long = "the old captain of the western harbour and of the ferry to the southern islands, " * 4
    lines = _lines(
        tmp_path,
        f"Ida Brandt {sold}\n\n{_RAIN}",
        f"Why is nobody in jail?\n\nIda Brandt, {long}said she sold the ferry of Zell on Monday. "
        f"{_CAKE}",
        f"Ida Brandt has {sold}\n\n{_STORM}",
    )
    assert lines[0].startswith("All 3 accounts: ")
    assert "jail" not in lines[0]


def test_what_is_told_of_the_last_word_is_shown_too() -> None:
    sold = "On Monday Mayor Ida Brandt sold the ferry of Zell to two dealers"
    event = _event(
        compare_texts(
            f"Ida Brandt sells ferry of Zell to dealers\n\n{_RAIN}",
            f"Night in Zell\n\n{sold} who say they never saw it. {_CAKE}",
            f"Brandt sells the ferry of Zell to dealers from Marren\n\n{_STORM}",
        )
    )
    assert event is not None
    assert f"“{sold} who say they never saw it”" in event.draft().text


def test_copies_open_with_their_headlines(tmp_path: Path) -> None:
    text = f"{_RAIN} {_CAKE} {_STORM}"
    lines = _lines(tmp_path, f"Rain shuts two mills\n\n{text}", f"Mills shut early\n\n{text}")
    assert lines[0].startswith("2 articles, 1 independent account")
    assert lines[1] == (
        "What the accounts open with: “Rain shuts two mills” (paper0); “Mills shut early” (paper1)"
    )


def test_a_point_that_all_open_with_stands_for_the_event(tmp_path: Path) -> None:
    said = "Captain Odo Fell sold the rudder to a dealer"
    line, *_ = _lines(
        tmp_path,
        f"Ferry leaves Zell\n\n{said}, police said. {_RAIN}",
        f"{said}\n\n{_CAKE}",
    )
    assert "according to police" in line


def test_the_same_words_stand_once() -> None:
    heads = ("Mayor fires Odo Fell", "MAYOR FIRES ODO FELL", "Mayor of Zell fires chief Odo Fell")
    texts = (f"{head}\n\n{body}" for head, body in zip(heads, (_RAIN, _CAKE, _STORM), strict=True))
    comparison = replace(compare_texts(*texts), conflicts=())
    event = _event(comparison)
    assert event is not None
    text = event.draft().text
    assert text.count("“") == 2
    assert "“Mayor of Zell fires chief Odo Fell” (Mayor of Zell fires" in text


def test_what_others_deny_is_not_told_by_all() -> None:
    comparison = compare([_EXAMPLE]).stories[0].comparison
    wording = Wording(comparison)
    event, undisputed = (_event(each) for each in (comparison, replace(comparison, conflicts=())))
    assert event is not None
    assert undisputed is not None
    assert "Depot fire in Port Verrin is out" in undisputed.draft().text
    assert "The Capital Tribune" not in wording.labels(event.accounts)
    assert "Depot fire in Port Verrin is out" not in event.draft().text


def test_what_one_of_them_doubts_is_told_by_all_the_same() -> None:
    comparison = compare([_EXAMPLE]).stories[0].comparison
    (conflict,) = [c for c in comparison.conflicts if c.kind == "polarity"]
    one = [
        replace(side, spans=side.spans if number == 0 else side.spans[:1])
        for number, side in enumerate(conflict.sides)
    ]
    doubted = replace(comparison, conflicts=(replace(conflict, sides=tuple(one)),))
    event = _event(doubted)
    assert event is not None
    assert "Depot fire in Port Verrin is out" in event.draft().text


def test_one_account_alone_is_no_line() -> None:
    comparison = compare([_EXAMPLE]).stories[0].comparison
    assert comparison.event is not None
    alone = replace(
        comparison.event, statements=comparison.event.statements[:1], links=(), accounts=("x",)
    )
    changed = replace(comparison, event=alone)
    assert _event(changed) is None
    without = replace(comparison, event=None)
    assert _event(without) is None


def test_a_clause_without_whom_it_names_is_shown_with_its_sentence(tmp_path: Path) -> None:
    line, *others = _lines(
        tmp_path,
        f"Ida Brandt drops out of race for governor of Zell\n\n{_RAIN}",
        f"Brandt is ending her campaign for governor\n\n{_CAKE}",
        "From the hills to the harbour\n\nSenator Ida Brandt of Zell announced that she was ending "
        f"the campaign for governor. {_STORM}",
    )
    said = "Senator Ida Brandt of Zell announced that she was ending the campaign for governor"
    assert f"“{said}” (paper2)" in line
    assert not any("campaign" in other for other in others)


def test_how_many_it_were_is_more_than_the_event() -> None:
    comparison = compare([_EXAMPLE]).stories[0].comparison
    event, wording = comparison.event, Wording(comparison)
    line = _event(comparison)
    assert event is not None
    assert line is not None
    spans = [q.span for reading in comparison.readings for q in reading.quantities]
    counted = next(span for span in spans if "600" in wording.words(span))
    told = replace(
        next(point for point in comparison.points if len(point.accounts) > 1),
        statements=event.statements[:2],
        accounts=line.accounts[:2],
    )
    for label, tells in ((event.label, True), (counted, False)):
        point = replace(told, label=label)
        other = _event(replace(comparison, points=(point,)))
        assert other is not None
        assert other.tells(point) == tells


_FEES = (
    "What the fees of Zell mean for you\n\nThe harbour office said on Monday that fees for boats "
    f"will rise by 22 percent in May. {_RAIN}",
    "Fees for boats to rise\n\nIn Zell, fees for boats will rise by 22 percent, the harbour office "
    f"announced on Monday. {_CAKE}",
)
_LATE = (
    "Skippers fear for their boats\n\n{}Fees for boats will rise by 22 percent in May. " + _STORM
)


def _told(
    folder: Path, texts: Sequence[str], score: float
) -> tuple[list[Point], Wording, Prominence]:
    """Return what the lines of an event are made of, each point as sure as ``score``."""
    for number, text in enumerate(texts):
        (folder / f"paper{number}.txt").write_text(f"{text}\n", "utf-8")
    (story,) = compare([folder]).stories
    comparison = story.comparison
    points = [replace(point, score=score) for point in comparison.points if not point.fact]
    wording = Wording(comparison)
    return points, wording, Prominence(comparison, wording)


def _main(folder: Path, *texts: str, score: float = 0.9) -> EventLine | None:
    return find_main_line(*_told(folder, texts, score))


def test_what_all_tell_and_most_begin_with_stands_for_the_event(tmp_path: Path) -> None:
    line = _main(tmp_path, *_FEES, _LATE.format(f"{_RAIN} " * 9))
    assert line is not None
    assert len(line.accounts) == 3
    assert line.draft().text.startswith("All 3 accounts: “")


def test_what_is_not_sure_to_be_one_thing_stands_for_nothing(tmp_path: Path) -> None:
    assert _main(tmp_path, *_FEES, _LATE.format(""), score=0.6) is None


def test_what_is_told_far_below_stands_for_nothing(tmp_path: Path) -> None:
    deep = [text.replace("\n\n", f"\n\n{_RAIN * 9} ", 1) for text in _FEES]
    assert _main(tmp_path, *deep, _LATE.format(_RAIN * 9)) is None


def test_the_opening_that_tells_most_of_what_the_others_do_comes_first(tmp_path: Path) -> None:
    heads = (
        "Why the fees of Zell are a shame",
        "A hard summer for skippers",
        "Harbour office raises fees for boats by 22 percent",
    )
    bodies = (text.partition("\n\n")[2] for text in (*_FEES, _LATE.format("")))
    texts = [f"{head}\n\n{body}" for head, body in zip(heads, bodies, strict=True)]
    for number, text in enumerate(texts):
        (tmp_path / f"paper{number}.txt").write_text(f"{text}\n", "utf-8")
    (story,) = compare([tmp_path]).stories
    draft = draft_openings(story.comparison, Wording(story.comparison))
    assert draft is not None
    assert draft.text.startswith(f"What the accounts open with: “{heads[2]}” (paper2)")


_RULING = (
    "Judge rules on ferry of Zell\n\nA judge in Zell ruled on Monday that the ferry may sail. Who "
    f"sails without papers could spend nine years in prison under the harbour law. {_RAIN}",
    f"Ferry of Zell may sail\n\n{_CAKE} The harbour law punishes skippers without papers with up "
    "to nine years in prison. The ferry may sail, a judge ruled on Monday.",
    f"Skippers cheer ruling on ferry\n\n{_STORM} Skippers without papers could spend nine years in "
    "prison, says the harbour law of Zell. A judge ruled that the ferry may sail.",
)


def _facts(folder: Path, *texts: str, score: float = 0.9) -> list[EventLine]:
    return find_facts(*_told(folder, texts, score))


def test_what_all_tell_is_a_fact_in_the_words_of_each(tmp_path: Path) -> None:
    lines = [fact.draft().text for fact in _facts(tmp_path, *_RULING)]
    (line,) = [line for line in lines if "nine years" in line]
    assert line.startswith("All 3 accounts: “")
    assert all(f"paper{number}" in line for number in range(3))


def test_what_two_of_three_tell_is_no_such_fact(tmp_path: Path) -> None:
    first, second, third = _RULING
    other = third.partition("Skippers without")[0] + "A judge ruled that the ferry may sail."
    assert not any(
        "nine years" in fact.draft().text for fact in _facts(tmp_path, first, second, other)
    )


def test_what_may_be_two_things_is_no_such_fact(tmp_path: Path) -> None:
    assert not _facts(tmp_path, *_RULING, score=0.7)


def test_headlines_that_tell_the_event_again_are_no_line() -> None:
    quiet = "Ada Brandt came at night. Dogs were brought from the next valley."
    comparison = compare_texts(
        f"Hale drops mayoral bid\n\nKarl Hale ended his campaign for mayor on Monday. {quiet}",
        f"Karl Hale drops out of the mayoral race\n\nKarl Hale ended his campaign for mayor on "
        f"Monday. {quiet}",
        f"Hale suspends campaign\n\nKarl Hale ended his campaign for mayor on Monday. {quiet}",
    )
    wording = Wording(comparison)
    drafts = list(draft_shared(comparison, wording, Prominence(comparison, wording)))
    assert not any("drops" in draft.text for draft in drafts[1:])
