"""Lines of the front page, on invented accounts."""

from dataclasses import replace
from pathlib import Path

import pytest

from asreported.library import compare
from asreported.model.comparison import SLIGHT, Comparison, Origin, Point, QuoteVariants, Side
from asreported.model.document import Outlet
from asreported.model.span import Span
from asreported.report.drafts import shared
from asreported.report.drafts.differ import draft_conflicts, draft_odd
from asreported.report.drafts.left_out import draft_left_out
from asreported.report.drafts.shared import all_tell, draft_figures, draft_shared
from asreported.report.drafts.worded import draft_wordings
from asreported.report.prominence import Prominence
from asreported.report.shared_lines import SharedLine, make_line
from asreported.report.standing import Standing
from asreported.report.wording import Draft, Wording
from asreported.settings import Settings
from tests.alignment.disputes import compare_texts

_EXAMPLE = Path(__file__).parents[2] / "examples" / "port-verrin"
_LEAD = (
    "The harbour office of Zell said on Monday that the ferry had left without its captain, and "
    "that three inspectors would go through the papers of the company this week.\n\n"
)
_LONG = (
    "“We have a lot of questions about the way in which the company has kept its papers over the "
    "years, and many people in this town have the very same questions, and we will be able to "
    "answer them once the inspectors have finished their work,”"
)


_RAINS = "It rained all night in the valleys of the north, and two bakers sold plum cake. " * 8
_SNOWS = "Nobody in the hills had seen such snow, the old shepherds told their guests. " * 8


def _findings(folder: Path, *bodies: str) -> list[str]:
    return _told(folder, *(f"Ferry leaves Zell without its captain\n\n{_LEAD}{b}" for b in bodies))


@pytest.mark.parametrize(
    ("bodies", "shown"),
    [
        pytest.param(
            (
                f"{_LONG} Mayor Ida Brandt said.",
                f"{_LONG.replace('finished', 'done')} Brandt said.",
            ),
            [
                "… “answer them once the inspectors have finished",
                "inspectors have done their work”",
            ],
            id="the words in which they part",
        ),
    ],
)
def test_a_wording_shows_what_is_worded_otherwise(
    bodies: tuple[str, str], shown: list[str], tmp_path: Path
) -> None:
    (line,) = [text for text in _findings(tmp_path, *bodies) if text.startswith("One utterance")]
    assert all(words in line for words in shown), line


@pytest.mark.parametrize(
    ("theirs", "lines"),
    [
        pytest.param("“{} done their work,”", 1, id="another word"),
        pytest.param(
            "“{} done their work,” Brandt said.\n\n“{} finished their work,”", 0, id="both"
        ),
    ],
)
def test_who_quotes_both_wordings_rewords_nothing(theirs: str, lines: int, tmp_path: Path) -> None:
    said = "We will have many answers to the questions of this old town once the crews have"
    mine = f"“{said} finished their work,” Mayor Ida Brandt said."
    told = _findings(tmp_path, mine, f"{theirs.replace('{}', said)} Brandt said.")
    assert sum(line.startswith(("One utterance", "How did")) for line in told) == lines


def test_what_a_cut_leaves_out_is_no_other_wording(tmp_path: Path) -> None:
    words = (
        "I do not have any part in the sale of this ferry",
        "have any part in the sale of this",
    )
    assert _wordings(tmp_path, *words, change="sense")
    assert not _wordings(tmp_path, *words, change="sense", kind="cut")


def test_marks_and_brackets_are_no_other_wording(tmp_path: Path) -> None:
    body = "“{}We do not sail in this weather, at least not with [Ida] Brandt,” Ada Reyes said."
    bodies = (body.format(""), body.format("And ").replace("er, at", "er—at").replace("[Ida] ", ""))
    assert not [line for line in _findings(tmp_path, *bodies) if line.startswith("One utterance")]


def test_two_sentences_of_one_talk_are_no_wordings_of_one(tmp_path: Path) -> None:
    told = ("Let us get a date for the ferry", "Let us discuss a mutually agreeable date for it")
    assert not _wordings(tmp_path, *told, change="sense")


def test_another_spelling_is_no_other_wording(tmp_path: Path) -> None:
    said = "We will not sail on Monday if you {} the path to the western harbour of the town"
    assert not _wordings(tmp_path, said.format("chose"), said.format("choose"))


def test_accounts_with_one_wording_are_named_together(tmp_path: Path) -> None:
    said = "We will never again sail out on Monday with the {} captain of the company"
    told = (said.format("old"), said.format("old"), said.format("tired"))
    (line,) = _wordings(tmp_path, *told)
    assert line.count("(paper") == 2
    assert "(paper0, paper1)" in line


def test_wordings_are_told_by_what_they_change(tmp_path: Path) -> None:
    body = (
        "“She is a no-good captain who should have been dismissed,” Mayor Ida Brandt said.\n\n"
        "“{} of the eastern villages were dry by noon on Friday,” Brandt said.\n\n"
        "“All papers of the company went to three {} today,” Brandt said."
    )
    lines = _findings(
        tmp_path,
        body.format("Most", "inspectors"),
        body.format("All", "examiners").replace("a no-good captain", "no good captain"),
    )
    told = [line for line in lines if line.startswith("One utterance")]
    assert ["eastern villages" in line for line in told] == [True, False]
    # Another word of what she said is no contradiction.
    assert not any("put it" in line for line in lines)


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        pytest.param("The yard added 96 jobs in March.", True, id="adds what is no word"),
        pytest.param("The court ordered a new inquest.", True, id="orders something"),
        pytest.param("Inspector Maud Tell told reporters at the gate.", False, id="a hearer only"),
        pytest.param("Inspector Maud Tell spoke at the gate.", False, id="nothing said"),
        pytest.param("The fine that the harbour court set represents", False, id="wants more"),
        pytest.param("The old lock is too narrow for the ferry.", True, id="is, with an adjective"),
        pytest.param("Its captain has left the town for good.", False, id="whose captain"),
        pytest.param("The mayor of Zell disputed this figure.", False, id="which fact"),
        pytest.param("The council of Zell voted this week.", True, id="a day is understood"),
        pytest.param("Maud Brandt met those inspectors on the quay.", False, id="which of them"),
        pytest.param("Captain Brandt had finally beaten them.", False, id="whom he beat"),
        pytest.param("The captain of the crew had finally beaten them.", True, id="is told"),
        pytest.param(
            "Not only has the council paid for the ferry.", False, id="half of what is said"
        ),
        pytest.param("Many farmers got sucked into it.", False, id="into what"),
        pytest.param("The old harbour is safer for it.", False, id="for what"),
        pytest.param("The mayor sold the ferry to them.", True, id="another noun is there"),
    ],
)
def test_a_clause_that_only_tells_that_somebody_speaks_does_not_stand_alone(
    sentence: str, alone: bool, tmp_path: Path
) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(f"Ferry leaves Zell without its captain\n\n{_LEAD}{sentence}\n", "utf-8")
    (story,) = compare([path]).stories
    (reading,) = story.comparison.readings
    (clause,) = (c for c in reading.clauses if reading.document.quote(c.span) in sentence)
    assert Wording(story.comparison).reads_alone(clause.span) is alone


@pytest.mark.parametrize(
    ("sentence", "words", "standing"),
    [
        pytest.param(
            "The council looked into allegations that the crews closed the western gate.",
            "the crews closed the western gate",
            Standing.OPEN,
            id="alleged",
        ),
        pytest.param(
            "The council met in the hall, as the crews closed the western gate.",
            "the crews closed the western gate",
            Standing.IN_PASSING,
            id="in passing",
        ),
        pytest.param(
            "The council asked where the two inspectors would meet the captain.",
            "the two inspectors would meet",
            Standing.OPEN,
            id="a question",
        ),
        pytest.param(
            "The fee will be paid back if the inspectors close the western gate.",
            "the inspectors close",
            Standing.OPEN,
            id="a condition",
        ),
        pytest.param(
            "The council wants the inspectors to close the western gate.",
            "the inspectors to close",
            Standing.OPEN,
            id="a wish",
        ),
        pytest.param(
            "The council does not allege that the inspectors closed the western gate.",
            "the inspectors closed the western gate",
            Standing.OPEN,
            id="denied outside its words",
        ),
        pytest.param(
            "Maud Brandt did not establish that the inspectors closed the western gate.",
            "the inspectors closed the western gate",
            Standing.OPEN,
            id="not established",
        ),
        pytest.param(
            "Maud Brandt said the council must demand that older chiefs be part of the answer.",
            "older chiefs be part",
            Standing.OPEN,
            id="only asked for",
        ),
        pytest.param(
            "In the film the old captain can be seen talking to guests, playing cards, and "
            "reading.",
            "the old captain can be seen",
            Standing.OPEN,
            id="goes on behind its words",
        ),
        pytest.param(
            "The yard of Zell builds its ferries in a way that no inspector understands.",
            "The yard of Zell builds its ferries in a way",
            Standing.OPEN,
            id="in which way",
        ),
        pytest.param(
            "It is sad how much time the crews spend shutting the western gate.",
            "how much time the crews spend",
            Standing.OPEN,
            id="what is sad",
        ),
        pytest.param(
            "The crews were so angry at the captain they shut the western gate.",
            "The crews were so angry at the captain",
            Standing.OPEN,
            id="so angry",
        ),
        pytest.param(
            "The captain of the ferry refused to discuss the issue.",
            "The captain of the ferry refused to discuss the issue",
            Standing.OPEN,
            id="which issue",
        ),
        pytest.param(
            "The captain of the ferry refused to discuss the fee with anybody from Zell.",
            "The captain of the ferry refused to discuss the fee with anybody from Zell",
            Standing.ALONE,
            id="a fee is something",
        ),
        pytest.param(
            "No praise of the captain changes that.",
            "No praise of the captain changes that",
            Standing.OPEN,
            id="what is not changed",
        ),
        pytest.param(
            "The judge told the council to ensure that the crews shut the western gate.",
            "the crews shut the western gate",
            Standing.OPEN,
            id="what is to be",
        ),
        pytest.param(
            "The council recommends that the crews close the western gate by noon.",
            "the crews close the western gate",
            Standing.OPEN,
            id="what is recommended",
        ),
        pytest.param(
            "Imagine that the crews closed the gate, and the old captain sold the ferry again.",
            "the old captain sold the ferry",
            Standing.OPEN,
            id="what is imagined",
        ),
        pytest.param(
            "The records suggest that the crews shut the western gate in 1990.",
            "the crews shut the western gate",
            Standing.ALONE,
            id="what records tell",
        ),
        pytest.param(
            "The harbour of Zell bought a ferry that no inspector understands.",
            "The harbour of Zell bought a ferry",
            Standing.ALONE,
            id="a ferry is something",
        ),
        pytest.param(
            "Captain Odo Fell intends to meet the two inspectors at the western gate.",
            "Captain Odo Fell intends to meet",
            Standing.ALONE,
            id="what is meant to be done",
        ),
        pytest.param(
            "The council said the inspectors never closed the western gate.",
            "the inspectors never closed the western gate",
            Standing.ALONE,
            id="denied within its words",
        ),
    ],
)
def test_what_a_sentence_leaves_open_is_no_line(
    sentence: str, words: str, standing: Standing, tmp_path: Path
) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(f"Ferry leaves Zell without its captain\n\n{_LEAD}{sentence}\n", "utf-8")
    (story,) = compare([path]).stories
    (reading,) = story.comparison.readings
    told = [c.span for c in reading.clauses if words in reading.document.quote(c.span)]
    (span,) = (span for span in told if len(span) == min(map(len, told)))
    assert Wording(story.comparison).standing(span) == standing


def test_what_the_headlines_tell_comes_first(tmp_path: Path) -> None:
    told = [
        "Old lighthouse of Marren burns down\n\nThe brass band played on the meadow at noon. Two "
        "bakers sold plum cake on Market Street. The old lighthouse of Marren burned down in the "
        "night, and nobody was hurt.",
        "Lighthouse in Marren burns down after feast\n\nTwo bakers sold plum cake from carts on "
        "Market Street, and at noon the brass band played on the meadow. The keeper lives in "
        "town. During the night the lighthouse burned down.",
    ]
    lines = _told(tmp_path, *told)
    assert "burned down in the night" in lines[0]
    assert any("plum cake" in line for line in lines[1:])


def test_a_headline_is_shown_from_its_beginning(tmp_path: Path) -> None:
    told = [
        "Brandt says old lighthouse will be sold to Marren\n\nThe brass band played on the meadow "
        "at noon on Sunday. Two bakers sold plum cake from their carts on Market Street.",
        "Town says old lighthouse will be sold to Marren\n\nA storm tore the roofs off two "
        "barns on the western road. Nobody was in them, and the cows were out on the upper meadow.",
    ]
    (line,) = (line for line in _told(tmp_path, *told) if "2 of 2 accounts" in line)
    assert "says old lighthouse" in line


def test_one_fact_is_one_line(tmp_path: Path) -> None:
    told = [
        "Barges sink at Zell\n\nAt least seven of the 40 barges sank in the western basin, the "
        "harbour office said. Divers look for the crew of the largest one.",
        "Barges sink at Zell\n\nThe harbour office said that seven of the 40 barges sank in the "
        "western basin. Its head, Ida Brandt, will speak on Friday at the town hall.",
    ]
    lines = [line for line in _told(tmp_path, *told) if "2 of 2 accounts" in line]
    assert sum("barges sank" in line for line in lines) == 1


def _written(folder: Path, *texts: str) -> list[Path]:
    paths = [folder / f"paper{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"{text}\n", "utf-8")
    return paths


def _told(folder: Path, *texts: str) -> list[str]:
    (story,) = compare(_written(folder, *texts)).stories
    return [finding.text for finding in story.findings]


@pytest.mark.parametrize(
    ("first", "second", "tail"),
    [
        pytest.param(
            "Captain Odo Fell had sold the rudder to a dealer, police said.",
            "A dealer got the rudder, which Captain Odo Fell sold, according to police.",
            "one origin: police",
            id="one source",
        ),
        pytest.param(
            "Captain Odo Fell had sold the rudder to a dealer, police said.",
            "Captain Odo Fell sold the rudder to a dealer.",
            "",
            id="one account in its own voice",
        ),
        pytest.param(
            "Captain Odo Fell had sold the rudder to a dealer, the Zell Port Agency said.",
            "A dealer got the rudder, which Captain Odo Fell sold, the agency said in a letter.",
            "according to Zell Port Agency",
            id="a body, and the body",
        ),
        pytest.param(
            "Captain Odo Fell sold the rudder to a dealer in May.",
            "The rudder was sold to a dealer by Captain Odo Fell.",
            "2 independent origins",
            id="both in their own voice",
        ),
    ],
)
def test_a_shared_claim_names_who_makes_it(
    first: str, second: str, tail: str, tmp_path: Path
) -> None:
    (line,) = [text for text in _told(tmp_path, *_sold(first, second)) if "sold the r" in text]
    assert line.partition(" - ")[2] == tail


def _sold(first: str, second: str) -> tuple[str, str]:
    return (
        f"Ferry leaves Zell without its captain\n\nPassengers waited on the quay. {first}",
        f"Captain missed the boat\n\nInspectors came on Monday to read the log. {second}",
    )


def test_the_text_names_who_says_what_another_tells_by_itself(tmp_path: Path) -> None:
    said = "Captain Odo Fell had sold the rudder to a dealer, police said."
    paths = _written(tmp_path, *_sold(said, "Captain Odo Fell sold the rudder to a dealer."))
    assert "paper0 (police), paper1 [paper1:" in " ".join(compare(paths).to_text().split())


def test_what_an_account_lacks_names_who_says_it() -> None:
    (story,) = compare(sorted(_EXAMPLE.iterdir())).stories
    (line,) = [f.text for f in story.findings if f.text.startswith("Daybreak 24 does not have")]
    assert line.endswith(
        "(Harbour Watch, Northline, The Verrin Courier, according to Ilse Brandvold)"
    )


def test_a_point_that_is_less_sure_is_not_on_the_front_page() -> None:
    (story,) = compare(sorted(_EXAMPLE.iterdir())).stories
    comparison = replace(story.comparison, event=None)

    def shown(of: Comparison) -> list[str]:
        wording = Wording(of)
        drafts = draft_shared(of, wording, Prominence(of, wording))
        return [draft.refs[0] for draft in drafts if draft.kind == "shared"]

    sure = shown(comparison)
    points = (replace(p, score=0.6) if p.id == sure[0] else p for p in comparison.points)
    assert shown(replace(comparison, points=tuple(points))) == sure[1:]


def test_what_is_told_in_passing_is_no_line(tmp_path: Path) -> None:
    told = (
        f"{title}\n\n“It was a beacon in the dark in which the town finds itself at present,” the "
        f"mayor, Ida Brandt, said. {more}"
        for title, more in (
            ("Lamp is lit at Zell", "Two bakers sold plum cake on Market Street."),
            ("A beacon for the town", "Rain fell on the islands all day."),
        )
    )
    assert not any("finds itself" in line and "2 of 2" in line for line in _told(tmp_path, *told))


def test_a_point_is_worded_only_where_it_may_come_next(monkeypatch: pytest.MonkeyPatch) -> None:
    (story,) = compare([_EXAMPLE]).stories
    wording = Wording(story.comparison)
    worded = []
    # The first lines are worded together: they lend each other their accounts.
    monkeypatch.setattr("asreported.report.drafts.shared._WIDENED", 1)
    monkeypatch.setattr(wording, "standing", lambda span: worded.append(span) or Standing.ALONE)
    lines = draft_shared(story.comparison, wording, Prominence(story.comparison, wording))
    next(lines)
    before = len(worded)
    list(lines)
    assert 0 < before < len(worded)


@pytest.mark.parametrize("name", ["Tide = Times", "A = B = C"])
def test_an_account_whose_name_looks_like_two_is_one_origin(name: str) -> None:
    (story,) = compare(sorted(_EXAMPLE.iterdir())).stories
    comparison = story.comparison
    first, *others = comparison.readings
    renamed = replace(first.document, outlet=Outlet(name, None))
    readings = (replace(first, document=renamed), *others)
    wording = Wording(replace(comparison, readings=readings))
    assert wording.own_name(Origin((renamed.label,))) == name
    assert wording.own_name(Origin((renamed.label, others[0].document.label))).startswith(name)
    assert wording.own_name(Origin((name, "the harbour office"))) == ""


def test_who_tells_something_else_is_not_among_those_who_tell_a_point() -> None:
    (story,) = compare([_EXAMPLE]).stories
    lines = [draft.text for draft in _shared(replace(story.comparison, event=None))]
    (fire,) = [line for line in lines if "“A fire broke out early on Tuesday" in line]
    # That The Capital Tribune has nothing of it is not seen: it may tell it in other words.
    who = "Coastal Radio News, Daybreak 24, Northline, The Verrin Courier"
    assert fire.startswith(f"At least 4 of 6 accounts ({who}): ")
    # "Injured in the fire at a depot" tells of nobody, so its clause stands there.
    assert "“The number of people injured in the fire at a chemical depot in Port Verrin" in fire
    assert "The Capital Tribune" not in fire


def test_what_is_told_of_a_long_subject_is_shown(tmp_path: Path) -> None:
    told = (
        "Ida Brandt, the daughter of a fisherman of the eastern villages, a teacher of many years "
        "at the old school on the hill, and a singer, sold the ferry of Zell to her son."
    )
    (story,) = compare(_written(tmp_path, f"Ferry of Zell is sold\n\n{told}")).stories
    wording = Wording(story.comparison)
    (clause,) = [c for c in story.comparison.readings[0].clauses if c.span.end - c.span.start > 150]
    (shown,) = wording.excerpt(clause.span)
    assert wording.words(shown).endswith("sold the ferry of Zell to her son")


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        pytest.param("the captain left the ferry", True, id="who does what"),
        pytest.param("left the ferry", False, id="nobody"),
        pytest.param("Ferry leaves without", True, id="a headline"),
        pytest.param("without its papers", False, id="a phrase"),
    ],
)
def test_a_phrase_tells_of_nobody(words: str, tells: bool, tmp_path: Path) -> None:
    text = (
        "Ferry leaves without its crew\n\nOn Monday the captain left the ferry without its papers."
    )
    (story,) = compare(_written(tmp_path, text)).stories
    (reading,) = story.comparison.readings
    start = reading.document.text.index(words)
    assert (
        Wording(story.comparison).tells(Span(reading.document.id, start, start + len(words)))
        == tells
    )


def test_two_points_that_read_alike_are_one_line_of_all_their_accounts(tmp_path: Path) -> None:
    sold = "Captain Odo Fell sold the rudder of the old ferry to a dealer in Marren"
    comparison = _halved(tmp_path, sold, sold)
    (line,) = [d for d in _shared(comparison) if "Fell sold" in d.text]
    assert line.text.startswith("All 3 accounts: ")
    assert set(line.refs) == {half.id for half in comparison.points}


@pytest.mark.parametrize(
    ("retold", "all_tell"),
    [
        pytest.param(
            "Nobody in Marren sold a rudder, and the captain of the ferry keeps silent on it.",
            False,
            id="few words",
        ),
        pytest.param(
            "In Marren a dealer paid for the rudder of the old ferry, which Captain Fell had sold.",
            True,
            id="nearly all words",
        ),
        pytest.param(
            "In Marren a dealer got the rudder of the old ferry, which Captain Fell had lost.",
            False,
            id="another act",
        ),
    ],
)
def test_who_tells_it_in_other_words_is_added_to_a_line(
    retold: str, all_tell: bool, tmp_path: Path
) -> None:
    sold = "Captain Odo Fell sold the rudder of the old ferry to a dealer in Marren"
    halved = _halved(tmp_path, sold, retold.rstrip("."))
    lines = _shared(replace(halved, points=halved.points[:1], event=None))
    assert any("All 3" in line.text for line in lines) == all_tell


def test_who_has_the_words_in_a_long_sentence_is_not_added_to_a_line(tmp_path: Path) -> None:
    denies = "Odo Fell continues to deny the sale"
    other = (
        "In a letter that Odo Fell read aloud on the quay the dealers of the northern harbour, who "
        "deny that any papers are missing, promised the mayor a ferry after the sale of the mill"
    )
    lines = _shared(_halved(tmp_path, denies, other))
    assert not any("All 3 accounts" in line.text for line in lines)


def test_a_phrase_with_a_few_of_the_words_is_not_added_to_a_line(tmp_path: Path) -> None:
    sold = "Captain Odo Fell sold the rudder of the old ferry to a dealer in Marren"
    halved = _halved(tmp_path, sold, "Ida Brandt sold the rudder of a barge to Odo Fell in Marren")
    third = halved.points[1].statements[-1]
    phrase = "Brandt sold the rudder"
    start = len("No boat\n\nIda ")
    statements = tuple(
        replace(s, span=Span(s.span.document, start, start + len(phrase))) if s.id == third else s
        for s in halved.statements
    )
    comparison = replace(halved, statements=statements)
    assert any(Wording(comparison).words(s.span) == phrase for s in statements)
    assert not any("All 3 accounts" in line.text for line in _shared(comparison))


def test_who_tells_of_another_act_is_not_added_to_a_line(tmp_path: Path) -> None:
    sold = "Captain Odo Fell sold the rudder of the old ferry to a dealer in Marren"
    other = "The rudder of the ferry that the dealer had got from Fell sank in the northern bay"
    lines = _shared(_halved(tmp_path, sold, other))
    assert not any("All 3 accounts" in line.text for line in lines)


@pytest.mark.parametrize(
    ("words", "speaks"),
    [
        pytest.param("Captain Odo Fell announced", True, id="says"),
        pytest.param("Captain Odo Fell announced that the ferry sank", False, id="says what"),
        pytest.param("the ferry sank", False, id="sinks"),
        pytest.param("Ferry is lost, mayor says", False, id="a headline"),
    ],
)
def test_words_that_end_on_who_speaks_tell_nothing(
    words: str, speaks: bool, tmp_path: Path
) -> None:
    text = "Ferry is lost, mayor says\n\nCaptain Odo Fell announced that the ferry sank at noon."
    (story,) = compare(_written(tmp_path, text)).stories
    (reading,) = story.comparison.readings
    start = reading.document.text.index(words)
    span = Span(reading.document.id, start, start + len(words))
    assert Wording(story.comparison).only_speaks(span) == speaks


@pytest.mark.parametrize(
    ("one", "other", "of_others"),
    [
        pytest.param("Ida Brandt was mayor of Marren", "Odo Fell was in Marren", True, id="is"),
        pytest.param("The ferry hit the quay", "The quay stopped the ferry", False, id="nouns"),
        pytest.param("Ida Brandt sold the ferry", "The bank sold the mill", False, id="a verb"),
        pytest.param("Ida Brandt left the council", "She heads the old bank", False, id="she"),
        pytest.param("Ida Brandt left the council", "Odo Fell heads the bank", True, id="no word"),
        pytest.param("John Brandt met the mayor", "Peter Fell met the mayor", True, id="persons"),
        pytest.param("The women love the captain", "They love the town", True, id="they"),
        pytest.param("The women love the captain", "They love the captain", False, id="the same"),
    ],
)
def test_others_do_other_things(one: str, other: str, of_others: bool, tmp_path: Path) -> None:
    told = (f"Ferry leaves Zell\n\n{one}.", f"Mill is shut\n\n{other}.")
    (story,) = compare(_written(tmp_path, *told), Settings(one_story=True)).stories
    spans = [
        next(c.span for c in reading.clauses if reading.document.quote(c.span) == words)
        for words in (one, other)
        for reading in story.comparison.readings
        if words in reading.document.text
    ]
    assert Wording(story.comparison).tell_of_others(*spans) == of_others


@pytest.mark.parametrize(
    ("theirs", "hints"),
    [
        pytest.param("The killing of Odo Fell at the harbour of Zell is vile", True, id="a noun"),
        pytest.param("The harbour of Zell lies still, and Fell is free", False, id="some words"),
    ],
)
def test_who_tells_of_it_in_one_sentence_does_not_lack_it(
    theirs: str, hints: bool, tmp_path: Path
) -> None:
    said = "Odo Fell was killed at the harbour of Zell with two sailors of the old ferry"
    told = (f"Ferry leaves\n\n{said}.", f"Mill is shut\n\n{theirs}.")
    (story,) = compare(_written(tmp_path, *told), Settings(one_story=True)).stories
    comparison = story.comparison
    first, second = sorted(comparison.readings, key=lambda r: r.document.name)
    (span,) = (c.span for c in first.clauses if "killed" in first.document.quote(c.span))
    assert Wording(comparison).carried.hints_at(span, second.document.id) == hints


def test_who_denies_it_shares_no_line(tmp_path: Path) -> None:
    told = (
        "Odo Fell was absent\n\nThe clerk said on Monday that a quorum of the council was present.",
        "No vote in Zell\n\nA quorum of the council was not present.",
    )
    (story,) = compare(_written(tmp_path, *told)).stories
    comparison = story.comparison
    clauses = {
        reading.document.quote(clause.span): clause.span
        for reading in comparison.readings
        for clause in reading.clauses
    }
    held = [span for words, span in clauses.items() if words.startswith("a quorum")]
    held += [span for words, span in clauses.items() if words.startswith("A quorum")]
    wording = Wording(comparison)
    assert wording.deny_each_other(*held)
    assert not wording.deny_each_other(held[0], held[0])


def _halved(folder: Path, sold: str, third: str) -> Comparison:
    """Return three accounts with two points: ``sold`` of two, and of one of these with the third.

    The third tells ``third`` where the others tell ``sold``.
    """
    titles = ("Rudder is gone", "Ferry lies still", "No boat")
    told = (
        f"{title}\n\n{words}." for title, words in zip(titles, (sold, sold, third), strict=True)
    )
    (story,) = compare(_written(folder, *told)).stories
    comparison = story.comparison
    place = {r.document.id: r.document.name for r in comparison.readings}
    by_account = {
        place[statement.span.document]: statement
        for statement in sorted(comparison.statements, key=lambda s: len(s.span))
        if statement.kind == "own" and statement.region == "body"
    }
    statements = [by_account[name] for name in sorted(by_account)]
    point = next(p for p in comparison.points if len(p.accounts) > 1)
    halves = tuple(
        replace(
            point,
            id=f"p{number}",
            label=held[0].span,
            accounts=tuple(sorted(s.span.document for s in held)),
            statements=tuple(s.id for s in held),
            score=0.95,
        )
        for number, held in enumerate((statements[:2], statements[1:]))
    )
    return replace(comparison, points=halves, event=None)


def _shared(comparison: Comparison) -> list[Draft]:
    wording = Wording(comparison)
    drafts = draft_shared(comparison, wording, Prominence(comparison, wording))
    return [draft for draft in drafts if draft.kind == "shared"]


def test_a_cut_quotation_is_shown_beside_the_words_that_were_kept(tmp_path: Path) -> None:
    kept = (
        "many people in this town have the very same questions, and we will be able to answer them "
        "once the inspectors have finished their work this week or next"
    )
    led = (
        "We have a lot of questions about the way in which the company has kept all of its papers "
        "over the years, its books and its maps as well"
    )
    words = (f"{led}, and {kept}", f"And so {kept}")
    (line,) = _wordings(tmp_path, *words, change="sense")
    assert "… “its books and its maps as well, and many people in this town have" in line


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("We have seen no captain on the pier since noon", id="it ends sooner"),
        pytest.param("We have seen no captain on the pier since noon, and his boat", id="later"),
        pytest.param("We have ... no captain on the pier since noon, and no boat", id="it cuts"),
        pytest.param("They have [found] no captain on the pier since noon", id="brackets"),
        pytest.param("We have a captain who is on his boat at noon and on no pier", id="another"),
    ],
)
def test_who_quotes_less_or_something_else_words_nothing_otherwise(
    other: str, tmp_path: Path
) -> None:
    assert not _wordings(tmp_path, "We have seen no captain on the pier since noon, no boat", other)


def _wordings(
    folder: Path, *words: str, change: str = "words", kind: str = "reworded"
) -> list[str]:
    """Return the lines on one utterance that each account quotes in its own ``words``."""
    told = [f"Papers of the ferry are read\n\n“{said},” Ida Brandt said." for said in words]
    (story,) = compare(_written(folder, *told)).stories
    spans = [
        Span(reading.document.id, start, start + len(said))
        for reading in story.comparison.readings
        for said in dict.fromkeys(words)
        if (start := reading.document.text.find(f"“{said},") + 1)
    ]
    variants = QuoteVariants("Ida Brandt", kind, tuple(dict.fromkeys(spans)), "", change)
    of = replace(story.comparison, quote_variants=(variants,))
    return [line.text for line in draft_wordings(of, Wording(of))]


def test_figures_that_are_one_are_no_conflict_of_the_front_page() -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison
    (tonnes,) = [c for c in comparison.conflicts if "600 tonnes" in c.question]
    few, many = tonnes.sides

    def shown(*sides: Side) -> bool:
        conflicts = (replace(tonnes, sides=sides),)
        of = replace(comparison, conflicts=conflicts)
        return bool(draft_conflicts(of, Wording(of)))

    assert shown(few, many)
    # Who has both counts two things.
    assert not shown(few, replace(many, spans=(*many.spans, few.spans[0])))
    assert not shown(replace(few, spans=few.spans[:1]), replace(few, spans=few.spans[1:]))


@pytest.mark.parametrize(
    ("sold", "shown"),
    [
        pytest.param(
            "Dealers bought 628,000 barrels of herring at Marren in May.", False, id="both"
        ),
        pytest.param("Dealers bought 12,000 barrels of herring at Marren in May.", True, id="one"),
    ],
)
def test_who_has_both_figures_counts_two_things(sold: str, shown: bool, tmp_path: Path) -> None:
    told = (
        "The merchants of Zell burned 628,000 barrels of herring on Monday.",
        f"The merchants of Zell burned 900,000 barrels of herring on Monday. {sold}",
    )
    lines = _findings(tmp_path, *told)
    assert any("628,000" in line and "against" in line for line in lines) == shown


def test_slight_conflicts_are_no_lines_of_the_front_page() -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison
    (tonnes,) = [c for c in comparison.conflicts if "600 tonnes" in c.question]

    def shown(kind: str, severity: str, score: float) -> bool:
        conflicts = (replace(tonnes, kind=kind, severity=severity, score=score),)
        of = replace(comparison, conflicts=conflicts)
        return bool(draft_conflicts(of, Wording(of)))

    assert shown("wording", "difference", 0.55)
    assert shown("number", "tension", 0.7)
    assert not shown("number", "tension", 0.55)
    assert not shown("wording", "tension", 0.55)
    assert not shown("wording", "difference", SLIGHT)


def test_who_lacks_a_point_is_said_of_sure_ones() -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison

    def lacking(score: float) -> int:
        points = (replace(p, score=min(p.score, score)) for p in comparison.points)
        of = replace(comparison, points=tuple(points))
        wording = Wording(of)
        return len(draft_left_out(of, wording, Prominence(of, wording)))

    assert lacking(1.0) > 0
    assert lacking(0.74) == 0


def test_who_lacks_a_point_is_said_where_the_others_have_its_words() -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison
    wording = Wording(comparison)
    drafts = draft_left_out(comparison, wording, Prominence(comparison, wording))
    told = {point.id: point.accounts for point in comparison.points}
    for line in drafts:
        assert {span.document for span in line.spans} >= set(told[line.refs[1]])
    # Four tell when the fire started, and one of them another hour.
    assert not any("started at" in line.text for line in drafts)


def test_a_headline_is_no_witness(tmp_path: Path) -> None:
    said = "Captain Odo Fell sold the rudder to a dealer"
    told = [
        f"Ferry leaves Zell\n\nPassengers waited on the quay. {said}, police said.",
        f"{said}\n\nInspectors came on Monday to read the log. The town had no boat this week.",
    ]
    (line,) = [text for text in _told(tmp_path, *told) if "sold the rudder" in text]
    assert "according to police" in line
    assert "itself" not in line


_FERRY = "Ferry leaves Zell\n\nPassengers waited on the quay. "
_LOG = "Captain at home\n\nInspectors came on Monday to read the log. "


def _wording(folder: Path, *texts: str) -> tuple[Wording, Point]:
    (story,) = compare(_written(folder, *texts)).stories
    (point,) = [p for p in story.comparison.points if len(p.accounts) == 2][:1]
    return Wording(story.comparison), point


def test_whom_one_of_two_has_it_from_is_not_named(tmp_path: Path) -> None:
    told = [
        f"{_FERRY}Captain Odo Fell sold the rudder to a dealer, Ida Brandt said.",
        f"{_LOG}Captain Odo Fell sold the rudder to a dealer.",
    ]
    wording, point = _wording(tmp_path, *told)
    assert wording.sources(point) == ""


def test_who_has_the_very_words_has_them_from_the_same(tmp_path: Path) -> None:
    said = "The old company sold the northern rudder to a dealer from Brandsund in May"
    told = [f"{_FERRY}“{said},” Ida Brandt said.", f"{_LOG}{said}."]
    wording, point = _wording(tmp_path, *told)
    shown = [wording.spans[point.statements[0]]]
    assert wording.sources(point, shown) == "according to Ida Brandt"
    assert wording.sources(point) == ""


def test_one_saying_of_two_mouths_has_no_two_origins(tmp_path: Path) -> None:
    said = "“The old company sold the northern rudder to a dealer from Brandsund in May,”"
    told = [f"{_FERRY}{said} Ida Brandt said.", f"{_LOG}{said} Odo Fell said."]
    lines = [text for text in _told(tmp_path, *told) if "northern rudder" in text]
    assert lines
    assert not [text for text in lines if "2 independent" in text]


def test_who_acts_in_the_words_is_not_named_for_them(tmp_path: Path) -> None:
    said = "The Zell Port Agency closed the northern ferry line on Monday"
    told = [f"{_FERRY}{said}, the Zell Port Agency said.", f"{_LOG}{said}, the agency said."]
    wording, point = _wording(tmp_path, *told)
    assert wording.sources(point) == "according to Zell Port Agency"
    assert wording.sources(point, [point.label]) == ""


def test_who_was_named_before_is_nobody_to_ask(tmp_path: Path) -> None:
    told = [
        "Ferry leaves Zell\n\nCaptain Odo Fell sold the rudder to a dealer, the company said.",
        "Captain missed the boat\n\nCaptain Odo Fell sold the rudder to a dealer. Inspectors "
        "came on Monday to read the log.",
    ]
    (line,) = [text for text in _told(tmp_path, *told) if "sold the rudder" in text]
    assert "company" not in line


def test_who_is_called_only_official_is_an_official(tmp_path: Path) -> None:
    told = [
        "Rudder of the ferry was sold, official says\n\nPassengers waited on the quay of Zell.",
        "Rudder of the ferry was sold\n\nInspectors came on Monday to read the log.",
    ]
    (line,) = [text for text in _told(tmp_path, *told) if "2 of 2 accounts" in text]
    assert "according to an official" in line


def test_another_act_of_the_same_people_is_another_thing() -> None:
    (story,) = compare([_EXAMPLE]).stories
    wording = Wording(story.comparison)
    acts = {
        c.slots.predicate.head: c.span
        for reading in story.comparison.readings
        for c in reading.clauses
        if c.slots.predicate is not None
    }
    assert wording.one_act((acts["hold"], acts["hold"]))
    assert not wording.one_act((acts["hold"], acts["order"]))


def test_where_no_sure_line_reads_well_another_does(tmp_path: Path) -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison
    wording = Wording(comparison)
    shared = [p for p in comparison.points if len(p.accounts) > 1 and not p.fact]
    role = next(p for p in shared if wording.standing(p.label) == Standing.OPEN and p.score >= 0.85)
    fire = next(p for p in shared if wording.words(p.label).startswith("Fourteen people"))
    points = (role, replace(fire, score=0.7))
    (line,) = _shared(replace(comparison, points=points, event=None))
    assert "Fourteen people were injured" in line.text
    unlikely = (role, replace(fire, score=0.6))
    assert not _shared(replace(comparison, points=unlikely, event=None))


def test_each_account_tells_in_its_own_words_what_was_said(tmp_path: Path) -> None:
    told = (
        f"Ferry strands at Zell\n\n{_RAINS} Mayor Ida Brandt said that the ferry company pays no "
        "fee for the western harbour.",
        f"Boat on a sand bank\n\n{_SNOWS} “The ferry company never pays a fee for the western "
        "harbour,” Mayor Ida Brandt said.",
    )
    (story,) = compare(_written(tmp_path, *told)).stories
    (draft,) = _shared(replace(story.comparison, event=None))
    assert "“the ferry company pays no fee for the western harbour” (paper0)" in draft.text
    assert "“The ferry company never pays a fee for the western harbour” (paper1)" in draft.text


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        pytest.param("Nils Ovens wrote that the captain hid the papers of the ferry", 0, id="two"),
        pytest.param(
            "Mayor Ida Brandt said that the captain hid the papers of the ferry", 1, id="one"
        ),
    ],
)
def test_what_two_have_from_two_mouths_is_told_of_nobody(second: str, lines: int) -> None:
    told = (
        f"Ferry strands at Zell\n\n{_RAINS} Mayor Ida Brandt said that the captain hid the papers "
        "of the ferry.",
        f"Boat on a sand bank\n\n{_SNOWS} {second}.",
    )
    drafts = _shared(replace(compare_texts(*told), event=None))
    assert sum("hid the papers" in draft.text for draft in drafts) == lines


def test_what_a_clause_says_of_something_is_shown_with_it() -> None:
    told = (
        f"Ferry strands at Zell\n\n{_RAINS} The new law would close the western harbour for boats "
        "in May.",
        f"Boat on a sand bank\n\n{_SNOWS} Mayor Ida Brandt spoke for a law that would soon close "
        "the western harbour for all boats in May.",
    )
    (draft,) = _shared(replace(compare_texts(*told), event=None))
    assert "“Mayor Ida Brandt spoke for a law that would soon close" in draft.text


@pytest.mark.parametrize(
    ("second", "lines"),
    [
        pytest.param("Ada Brandt's record as pilot in the port {} came up.", 0, id="no"),
        pytest.param("For years, Ada Brandt was the pilot in the old port {}.", 1, id="one verb"),
    ],
)
def test_two_facts_of_one_person_are_no_shared_line(
    second: str, lines: int, tmp_path: Path
) -> None:
    told = (
        "Ferry stranded at Zell\n\nThe old ferry lay on the sand bank by noon, nobody was hurt. "
        "Ada Brandt was a pilot for years in the port that belongs to Zell.",
        "Harbour closed after storm\n\nThe harbour was closed on Monday by a storm from west. "
        + second.format("that belongs to Zell"),
    )
    (story,) = compare(_written(tmp_path, *told)).stories
    drafts = _shared(replace(story.comparison, event=None))
    assert sum("Brandt" in draft.text for draft in drafts) == lines


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param("The captain was charged with", "The captain was charged", id="with"),
        pytest.param("The captain was charged, and", "The captain was charged", id="and"),
        pytest.param("The captain went on board", "The captain went on board", id="whole"),
        pytest.param("The captain said of “it” and “her”", "", id="between two quotations"),
    ],
)
def test_an_excerpt_ends_with_no_word_that_leads_on(told: str, shown: str, tmp_path: Path) -> None:
    text = f"Captain is charged\n\n{told} the theft of a rudder."
    (story,) = compare(_written(tmp_path, text)).stories
    wording = Wording(story.comparison)
    (reading,) = story.comparison.readings
    start = reading.document.text.index(told)
    parts = wording.excerpt(Span(reading.document.id, start, start + len(told)))
    words = [wording.words(part) for part in parts]
    assert words == ([shown] if shown else ["The captain said of", "it", "and", "her"])


def test_an_excerpt_ends_with_nothing_that_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    told = "Fees of the ferry rose nearly 10 percent in 2017 — a year that also saw a strike."
    path.write_text(f"Ferry leaves Zell without its captain\n\n{_LEAD}{told}\n", "utf-8")
    (story,) = compare([path]).stories
    (reading,) = story.comparison.readings
    words = "Fees of the ferry rose nearly 10 percent in 2017 — a year"
    (span,) = {c.span for c in reading.clauses if reading.document.quote(c.span) == words}
    (shown,) = Wording(story.comparison).excerpt(span)
    assert reading.document.quote(shown) == "Fees of the ferry rose nearly 10 percent in 2017"


def test_a_bracket_is_shown_with_the_other_one(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    said = "“[Odo Fell] was here and sold the ferry to [Ida] Brandt,” the mayor of Zell said."
    ends = "The board of Zell met on Friday with the owner of the ferry, Ida Brandt (R-Ark.)."
    path.write_text(f"Ferry leaves Zell\n\n{said}\n\n{ends}\n", "utf-8")
    (reading,) = compare([path]).stories[0].comparison.readings
    wording = Wording(compare([path]).stories[0].comparison)
    shown = {wording.words(part) for c in reading.clauses for part in wording.excerpt(c.span)}
    assert any(words.startswith("[Odo Fell] was") for words in shown)
    assert not any(words.startswith("Odo Fell] was") for words in shown)
    assert not any("(R-Ark" in words and not words.endswith(")") for words in shown)


def test_a_single_mark_is_shown_with_the_other_one(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(
        "'Grey Pier' owners offer a new ferry\n\nThe mayor of Zell told the workers' union to "
        "'clear out'.\n\nThe ferries' masters left Zell in the '90s.\n",
        "utf-8",
    )
    comparison = compare([path]).stories[0].comparison
    (reading,), wording = comparison.readings, Wording(comparison)
    shown = [wording.words(part) for c in reading.clauses for part in wording.excerpt(c.span)]
    assert any(words.startswith("'Grey Pier' owners") for words in shown)
    assert any(words.endswith("to 'clear out'") for words in shown)
    assert any(words.startswith("The ferries' masters") for words in shown)


def test_a_line_tells_of_somebody() -> None:
    (story,) = compare([_EXAMPLE]).stories
    comparison = story.comparison
    tonnes = next(d for d in _shared(comparison) if "600 tonnes of fertiliser”" in d.text)
    (point,) = [p for p in comparison.points if p.id == tonnes.refs[0]]
    (label,) = [s.span for s in comparison.statements if s.id == point.statements[0]]
    wording = Wording(comparison)
    line = make_line(point, wording)
    whole = all_tell(line, wording)
    phrase = Span(label.document, label.end - 9, label.end)
    assert [whole, all_tell(line._replace(shown=phrase), wording)] == [True, False]


def test_what_an_account_tells_itself_is_no_wording_of_what_was_said(tmp_path: Path) -> None:
    said = f"{_LONG} Mayor Ida Brandt said."
    changed = f"{_LONG.replace('finished', 'done')} Brandt said."
    told = _LONG.strip("“”, ").replace("finished", "over") + "."
    lines = [text for text in _findings(tmp_path, said, changed, told) if "One utterance" in text]
    assert len(lines) == 1
    assert "over" not in lines[0]


@pytest.mark.parametrize(("gap", "lines"), [(0.5, 0), (0.9, 0), (1.5, 1)])
def test_what_changes_nothing_is_no_line_of_the_front_page(gap: float, lines: int) -> None:
    (story,) = compare([_EXAMPLE]).stories
    reading = next(each for each in story.comparison.readings if each.internals)
    odd = replace(reading.internals[0], gap=gap)
    of = replace(story.comparison, readings=(replace(reading, internals=(odd,)),))
    assert len(draft_odd(of, Wording(story.comparison))) == lines


def test_a_figure_of_one_text_names_its_accounts_and_no_files(tmp_path: Path) -> None:
    told = "The Zell harbour board sold 240 tonnes of coal to a dealer in May, the clerk said."
    paths = _written(tmp_path, *_sold(told, told))
    (story,) = compare(paths).stories
    labels = tuple(reading.document.label for reading in story.comparison.readings)
    points = tuple(
        replace(point, origins=(Origin(labels),), independent_origins=1, score=1.0)
        for point in story.comparison.points
    )
    of = replace(story.comparison, points=points)
    lines = [draft.text for draft in draft_figures(of, Wording(of))]
    assert any("from one origin (paper0 = paper1)" in line for line in lines)


@pytest.mark.parametrize(("bound", "shown"), [("at least 240", True), ("at least 245", False)])
def test_a_line_for_its_figure_is_of_one_figure(tmp_path: Path, bound: str, shown: bool) -> None:
    told = "The Zell harbour board sold more than 240 tonnes of coal to a dealer in May, "
    other = told.replace("more than 240", bound)
    told, other = f"{told}the clerk said.", f"{other}the clerk added."
    (story,) = compare(_written(tmp_path, *_sold(told, other))).stories
    points = tuple(
        replace(point, independent_origins=1, score=1.0) for point in story.comparison.points
    )
    of = replace(story.comparison, points=points)
    assert any("tonnes" in draft.text for draft in draft_figures(of, Wording(of))) == shown


def test_a_line_for_its_figure_shows_no_words_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "The Zell harbour board sold more than 240 tonnes of coal to a dealer in May, {}."
    sold = _sold(told.format("the clerk said"), told.format("the clerk added"))
    (story,) = compare(_written(tmp_path, *sold)).stories
    of = replace(
        story.comparison,
        points=tuple(replace(p, independent_origins=1, score=1.0) for p in story.comparison.points),
    )

    def with_own(point: Point, wording: Wording) -> SharedLine:
        line = make_line(point, wording)
        others = (c.span for r in of.readings for c in r.clauses)
        bare = (s for s in others if s.document in point.accounts and "240" not in wording.words(s))
        return line._replace(own=(next(bare),))

    assert list(draft_figures(of, Wording(of)))
    monkeypatch.setattr(shared, "make_line", with_own)
    assert not list(draft_figures(of, Wording(of)))


@pytest.mark.parametrize(("count", "lines"), [("48 people", 0), ("190 people", 1)])
def test_dozens_are_no_other_number_than_forty_eight(
    tmp_path: Path, count: str, lines: int
) -> None:
    told = "A wave hit the old quay of Zell on Monday. {} were wounded on the quay, police said."
    said = _findings(tmp_path, told.format("Dozens of people"), told.format(count))
    assert sum("How many people were hurt?" in line for line in said) == lines


def test_a_count_that_another_claims_is_set_against_the_accounts_own() -> None:
    comparison = compare_texts(
        "Fewer than 6,200 people attended the rally in Zell, the fire department said. Ada Byron, "
        "an official of the campaign, said that 12,000 people went through the gates.",
        "Some 12,000 people attended the rally in Zell on Saturday, and the hall was half empty.",
    )
    (draft,) = draft_conflicts(comparison, Wording(comparison))
    assert "6,200" in draft.text
    assert "12,000" in draft.text
