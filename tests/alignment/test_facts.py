"""The facts that phrases give: ages, offices, homes, days, hours, places, instruments."""

import pytest

from asreported.alignment.accounts.bearers import find_bearers, office, place_name, same_day
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.entities import resolve_entities
from asreported.alignment.phrases.fact import Fact
from asreported.alignment.phrases.facts import read_facts
from asreported.documents.build import read_document
from asreported.language.load import load_parser
from asreported.model.source import Page
from asreported.settings import Settings
from asreported.statements.read import read_statements

_TOLD = {
    "age-after-name": ("Police named Ann Reyes, 48, as the driver.", "age", "48", "Ann Reyes, 48"),
    "age-before-name": (
        "Police named 48-year-old Ann Reyes as the driver.",
        "age",
        "48",
        "48-year-old Ann Reyes",
    ),
    "age-of-a-girl": ("A 16-year-old girl was found.", "age", "16", "16-year-old girl"),
    "office-after-name": (
        "Ann Reyes, a former foreign minister of Peru, saw the crash.",
        "role",
        "minister",
        "Ann Reyes, a former foreign minister of Peru",
    ),
    "office-before-name": (
        "The former Peruvian foreign minister Ann Reyes saw the crash.",
        "role",
        "minister",
        "former Peruvian foreign minister Ann Reyes",
    ),
    "office-is": ("Ann Reyes is a lawyer.", "role", "lawyer", "Ann Reyes is a lawyer"),
    "day-before": ("Monday's attack shook Hollen.", "day", "weekday:0", "Monday's attack"),
    "day-after": (
        "Two men were killed in Peru on Tuesday.",
        "day",
        "weekday:1",
        "killed in Peru on Tuesday",
    ),
    "hour": (
        "The bridge collapsed at around 6 a.m. in the fog.",
        "hour",
        "06:00",
        "collapsed at around 6 a.m.",
    ),
    "place": ("Two men were killed in Peru.", "place", "peru", "killed in Peru"),
    "instrument": (
        "The man stabbed a guard with a chisel.",
        "instrument",
        "chisel",
        "stabbed a guard with a chisel",
    ),
}
_UNTOLD = {
    "according": ("According to the Osmar Press Association, the dam broke.", "place"),
    "met-with": ("He met with a lawyer.", "instrument"),
    "count": ("Ann Reyes, 300 miles away, heard it.", "age"),
}


@pytest.mark.parametrize(("text", "attribute", "value", "words"), _TOLD.values(), ids=_TOLD)
def test_fact(text: str, attribute: str, value: str, words: str) -> None:
    found = [fact for fact in _facts(text) if fact.attribute == attribute]
    assert [fact.value for fact in found] == [value]
    start = text.index(words)
    assert (found[0].span.start, found[0].span.end) == (start, start + len(words))


@pytest.mark.parametrize(("text", "attribute"), _UNTOLD.values(), ids=_UNTOLD)
def test_no_fact(text: str, attribute: str) -> None:
    assert not [fact for fact in _facts(text) if fact.attribute == attribute]


def test_one_office_has_one_bearer_and_the_same_detail() -> None:
    before = _facts("The former Peruvian foreign minister Ann Reyes saw it.")
    after = _facts("Ann Reyes, a former foreign minister of Peru, saw it.")
    details = [{f.detail for f in facts if f.attribute == "role"} for facts in (before, after)]
    assert details[0] == details[1] == {frozenset({"foreign", "peru"})}


def test_names_of_offices_places_and_days_are_made_one() -> None:
    assert office("spokeswoman") == office("spokesman") == "spokesperson"
    assert office("bridge") == ""
    assert place_name("Peruvian") == place_name("Peru")
    assert same_day("weekday:0", "2024-01-01")
    assert not same_day("weekday:1", "2024-01-01")


def _facts(text: str) -> tuple[Fact, ...]:
    page = Page("one.txt", text, "text", {})
    document = read_document(page, Settings())
    reading = read_statements(document, next(iter(load_parser().parse([document]))))
    (grammar,) = read_grammars([reading])
    bearers = find_bearers(grammar, resolve_entities([reading]))
    return read_facts([grammar], {grammar.document: bearers})
