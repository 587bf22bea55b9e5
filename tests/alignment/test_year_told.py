"""The year accounts are told in, and which clauses speak of another."""

import pytest

from asreported.alignment.accounts.deeds import is_apart
from asreported.alignment.accounts.grammar import Grammar, read_grammars
from asreported.alignment.dates import date_readings
from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.settings import Settings
from asreported.statements.read import read_statements

_FIRE = "Fire closes the mill of Hollen\n\nA fire closed the mill of Hollen on Tuesday."


def _grammars(*accounts: tuple[str, str]) -> tuple[Grammar, ...]:
    documents = [
        read_document(Page(f"{n}.txt", text, "text", {"date": date} if date else {}), Settings())
        for n, (date, text) in enumerate(accounts)
    ]
    parses = load_parser().parse(documents)
    readings = [read_statements(d, parse) for d, parse in zip(documents, parses, strict=True)]
    return read_grammars(date_readings(readings))


@pytest.mark.parametrize(
    ("accounts", "year"),
    [
        pytest.param(
            [("2019-05-14", _FIRE), ("", f"{_FIRE} It was to be closed for good in 2030.")],
            "2019",
            id="an aim in an undated account",
        ),
        pytest.param(
            [("", f"Tuesday, May 14, 2019\n\n{_FIRE} It was to be closed for good in 2030.")],
            "2019",
            id="an aim where nothing but a line gives the day",
        ),
        pytest.param(
            [("2019-05-14", _FIRE), ("2019-05-15", _FIRE), ("2021-05-15", _FIRE)],
            "2019",
            id="a crawler's date beside two others",
        ),
        pytest.param([("", f"{_FIRE} It burnt in 2004 too.")], "", id="no day at all"),
    ],
)
def test_the_year_is_that_of_most_accounts(accounts: list[tuple[str, str]], year: str) -> None:
    assert {grammar.year for grammar in _grammars(*accounts)} == {year}


@pytest.mark.parametrize(
    ("date", "sentence", "apart"),
    [
        pytest.param("2019-05-14", "Two men were killed in 2019.", False, id="the year itself"),
        pytest.param("2019-05-14", "Two men were killed in 2004.", True, id="another year"),
        pytest.param("", "Two men were killed in 2004.", True, id="a year in an undated account"),
        pytest.param("", "Two men were killed two years ago.", True, id="years ago, undated"),
        pytest.param("", "Two men were killed on Tuesday.", False, id="a weekday, undated"),
    ],
)
def test_what_is_told_of_another_time(date: str, sentence: str, apart: bool) -> None:
    (grammar,) = _grammars((date, f"{_FIRE}\n\n{sentence}"))
    (killed,) = (at for at, token in enumerate(grammar.tokens) if token.text == "killed")
    assert is_apart(grammar, killed) is apart


_OLD_PICTURE = (
    "Fire closes the mill of Hollen\n\nFILE - In this Wednesday, May 3, 2017, file photo, the mill "
    "is seen.\n\nA fire closed the mill of Hollen on Tuesday. It broke out at 8 p.m."
)


def test_an_account_that_shows_an_old_picture_is_of_the_day_of_the_others() -> None:
    grammars = _grammars(("2019-05-14", _FIRE), ("2019-05-15", _FIRE), ("", _OLD_PICTURE))
    undated = next(g.reading for g in grammars if g.reading.document.published is None)
    told = {undated.document.quote(m.span): (m.iso, m.anchor) for m in undated.dates}
    assert told["Tuesday"] == ("2019-05-14", "2019-05-15 the story's")
    assert told["8 p.m."][0] == "2019-05-14T20:00"
    assert told["this Wednesday, May 3, 2017"][0] == "2017-05-03"
    assert {grammar.year for grammar in grammars} == {"2019"}


def test_an_account_a_few_days_from_the_others_stays_of_its_own() -> None:
    picture = _OLD_PICTURE.replace("Wednesday, May 3, 2017", "Tuesday, May 14, 2019")
    grammars = _grammars(("2019-05-16", _FIRE), ("2019-05-16", _FIRE), ("", picture))
    assert {m.anchor for g in grammars for m in g.reading.dates} == {
        "2019-05-16 published",
        "2019-05-14 the text's own dates",
    }
