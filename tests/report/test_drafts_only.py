"""What one account alone has: which of its clauses are shown, and how far."""

from dataclasses import replace
from pathlib import Path

import pytest

from asreported.library import compare
from asreported.model.comparison import Comparison
from asreported.model.span import Span
from asreported.report.completing import LONGEST, complete
from asreported.report.covered import Covered
from asreported.report.drafts.only import COVERED, draft_only, find_own
from asreported.report.news import News
from asreported.report.prominence import Prominence
from asreported.report.wording import Wording

_SUNK = (
    "Ferry sinks off Zell\n\nThe ferry Ida sank off the port of Zell on Monday, and its crew swam "
    "to the beach. Nobody was hurt, the harbour office said. The wreck lies in shallow water near "
    "the old pier of the town."
)
_DOWN = (
    "Ferry goes down at Zell\n\nOn Monday the ferry Ida went down near the port of Zell, and all "
    "of the crew reached the beach. "
)
_CRATES = (
    "Divers brought up 340 crates of copper wire on Friday that the court of Marren had listed as "
    "timber"
)


def _comparison(folder: Path, *told: str) -> Comparison:
    paths = [folder / f"paper{number}.txt" for number in range(len(told))]
    for path, text in zip(paths, told, strict=True):
        path.write_text(f"{text}\n", "utf-8")
    (story,) = compare(paths).stories
    return story.comparison


def _only(of: Comparison) -> list[str]:
    wording = Wording(of)
    return [draft.text for draft in draft_only(of, wording, Prominence(of, wording))]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param(f"{_CRATES}.", True, id="a figure"),
        pytest.param(
            "Judge Odo Fell ordered the yard on Friday to hand the log to inspectors from Marren.",
            True,
            id="what an office decides",
        ),
        pytest.param(
            "Mayor Ida Brandt rejected the plan of the yard to sell copper wire from Marren.",
            True,
            id="an answer",
        ),
        pytest.param(
            "The owners of the yard in Marren rested beside the crates and the old engine.",
            False,
            id="what nobody follows up",
        ),
        pytest.param(
            "Inspectors from Marren handed the #ferry papers to Judge Odo Fell.",
            False,
            id="a tweet",
        ),
        pytest.param(
            "The survey of 1,077 skippers was conducted by the Marren Institute in May.",
            False,
            id="how a survey was made",
        ),
        pytest.param("The choice of the council was a terrible mistake.", False, id="a judgement"),
        pytest.param("Sailors love the wide bay of Zell in June.", False, id="how all are"),
        pytest.param(
            "In 1962 a storm destroyed the wooden lighthouse on the northern cliff.",
            False,
            id="another year",
        ),
        pytest.param(
            "Some of the divers hoped to find the bell of the ship.", False, id="what is hoped"
        ),
        pytest.param(
            '"A wreck is a wreck until it is sold," the singer Ida Brandt wrote on Tuesday.',
            False,
            id="what somebody feels",
        ),
        pytest.param(
            "The crates likely hold 340 rolls of copper wire for the trams of Marren.",
            False,
            id="what is likely",
        ),
        pytest.param(
            "\n\nNurses in Albania opened 340 old letters.", False, id="told of something else"
        ),
        pytest.param(
            "The Marren Gazette rang the yard for comment on the 340 crates of wire.",
            False,
            id="whom a paper asked",
        ),
        pytest.param(
            "Thousands of barrels rolled from the hold onto the sand.", False, id="no number"
        ),
        pytest.param(
            "The letter listed copper wire, cheap timber and two engines.",
            False,
            id="what was named before",
        ),
    ],
)
def test_what_one_account_has_is_shown_where_it_is_news(
    words: str, shown: bool, tmp_path: Path
) -> None:
    lines = _only(_comparison(tmp_path, _SUNK, f"{_DOWN}{words}"))
    assert any(words.strip()[:-1] in line for line in lines) == shown


def test_it_runs_on_to_where_it_may_end(tmp_path: Path) -> None:
    whole = f"{_CRATES} when inspectors from Marren came aboard last summer"
    (line,) = _only(_comparison(tmp_path, _SUNK, f"{_DOWN}{whole}."))
    assert line.endswith(f"“{whole}”")
    long = (
        f"{_CRATES}, and the harbour office of Marren has told the owners that it wants to see all "
        "of the papers of the last ten years before the end of the month of June or sooner"
    )
    (line,) = _only(_comparison(tmp_path, _SUNK, f"{_DOWN}{long}."))
    assert line.endswith(f"“{_CRATES}”")
    assert len(long) > LONGEST


def test_what_leads_on_to_other_words_is_left_off(tmp_path: Path) -> None:
    of = _comparison(tmp_path, _SUNK, f"{_DOWN}{_CRATES}, adding: {'more and ' * 40}wire.")
    (reading,) = (each for each in of.readings if _CRATES in each.document.text)
    start = reading.document.text.index(_CRATES)
    (clause,) = (c for c in reading.clauses if c.span.start == start)
    end = start + len(f"{_CRATES}, adding")
    whole = complete(reading, replace(clause, span=Span(clause.span.document, start, end)))
    assert whole == Span(clause.span.document, start, start + len(_CRATES))


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param("Govs. Odo Fell and Ida Brandt", id="a shortened title"),
        pytest.param("Odo Fell (D-Marr. Odo said so) and Ida Brandt", id="an open bracket"),
    ],
)
def test_a_short_form_does_not_end_it(cut: str, tmp_path: Path) -> None:
    lifted = "The court of Marren ordered divers on Friday to lift 340 crates with the help of"
    of = _comparison(tmp_path, _SUNK, f"{_DOWN}{lifted} {cut}.")
    (reading,) = (each for each in of.readings if lifted in each.document.text)
    start = reading.document.text.index(lifted)
    clause = next(c for c in reading.clauses if c.span.start == start)
    sentence = replace(clause.sentence, end=reading.document.text.index(". Odo", start) + 1)
    assert complete(reading, replace(clause, sentence=sentence)) is None


def test_one_thing_of_an_account_is_shown_and_it_is_the_likeliest(tmp_path: Path) -> None:
    less = "On Monday night Mayor Ida Brandt will see 20 sailors of the yard in Marren"
    of = _comparison(tmp_path, _SUNK, f"{_DOWN}{less}. {_CRATES}.")
    (line,) = _only(of)
    assert line.count("“") == 1
    wording = Wording(of)
    news = News(of)
    worth = {
        wording.words(own.span): news.worth(
            own.reading, own.clause, own.span, own.statement.speaker
        )
        for own in find_own(of, wording, Prominence(of, wording))
    }
    assert max(worth, key=worth.__getitem__) in line
    assert less in worth


def test_what_a_sentence_of_another_account_covers_is_not_shown(tmp_path: Path) -> None:
    told = "The timber that divers saw was copper wire: 340 crates of it the court had listed"
    of = _comparison(tmp_path, f"{_SUNK} {told}.", f"{_DOWN}{_CRATES}.")
    (own,) = (reading for reading in of.readings if _CRATES in reading.document.text)
    start = own.document.text.index(_CRATES)
    span = Span(own.document.id, start, start + len(_CRATES))
    assert Covered(of).share(span) > COVERED
    assert not any("340 crates of copper wire on Friday" in line for line in _only(of))


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        pytest.param("the report", "document", True, id="a paper"),
        pytest.param("many sailors", "group", True, id="a group"),
        pytest.param("great evidence", "document", False, id="evidence without a name"),
        pytest.param("the person", "unnamed", False, id="a person"),
        pytest.param("someone", "unnamed", False, id="someone"),
        pytest.param("many", "group", False, id="many"),
        pytest.param("his office", "organisation", False, id="whose office"),
        pytest.param("the group", "organisation", False, id="which group"),
    ],
)
def test_what_nobody_says_is_not_shown(name: str, kind: str, named: bool, tmp_path: Path) -> None:
    said = f"Odo Fell, the harbour master, said {_CRATES[0].lower()}{_CRATES[1:]}."
    comparison = _comparison(tmp_path, _SUNK, f"{_DOWN}{said}")
    statements = tuple(
        replace(s, speaker=replace(s.speaker, name=name, kind=kind)) if s.speaker else s
        for s in comparison.statements
    )
    lines = _only(replace(comparison, statements=statements))
    assert any(f"timber” (according to {name})" in line for line in lines) == named
    assert any("crates" in line for line in lines) == named


@pytest.mark.parametrize(
    ("mine", "theirs", "shown"),
    [(6000, 5000, True), (340, 340, False), (6000, 6000, False)],
)
def test_who_has_the_figure_has_what_it_tells(
    mine: float, theirs: float, shown: bool, tmp_path: Path
) -> None:
    sunk = f"{_SUNK} A hut with 900 crates stands there."
    comparison = _comparison(tmp_path, sunk, f"{_DOWN}{_CRATES}.")
    value = {340.0: mine, 900.0: theirs}
    readings = tuple(
        replace(
            reading,
            quantities=tuple(
                replace(q, value=value.get(q.value, q.value)) for q in reading.quantities
            ),
        )
        for reading in comparison.readings
    )
    assert any("crates" in line for line in _only(replace(comparison, readings=readings))) == shown


def test_an_account_that_shares_hardly_a_point_has_nothing_alone(tmp_path: Path) -> None:
    much = "The northern towns held a fair on Friday, and the bakers sold bread to all. " * 300
    of = _comparison(tmp_path, f"{_SUNK} {_CRATES}.", _DOWN + "The mayor thanked them.")
    told = f"{_SUNK} {_CRATES}. {much}"
    apart = _comparison(tmp_path, told, _DOWN + "The mayor thanked them.")
    assert [any("340 crates" in line for line in _only(each)) for each in (of, apart)] == [
        True,
        False,
    ]


def test_what_an_account_begins_with_in_the_headlines_words_is_no_news_of_its_own(
    tmp_path: Path,
) -> None:
    event = "In the biggest news of the day nearly 40 sailors of the ferry Ida sank it off Zell"
    of = _comparison(
        tmp_path,
        f"Ferry sinks off Zell\n\n{event}. {_CRATES}. The wreck lies near the pier.",
        f"{_DOWN} The wreck lies in shallow water near the pier.",
    )
    assert not any("biggest news" in line for line in _only(of))
