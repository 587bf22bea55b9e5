"""Why two clauses were judged to say the same, in words; how the encoder's vectors are pooled."""

from functools import cache

import pytest

from asreported.alignment.compare import compare_story
from asreported.alignment.pairs.candidates import propose_pairs
from asreported.alignment.pairs.differences import find_difference
from asreported.alignment.pairs.features import describe_pairs
from asreported.alignment.pairs.profile import profile_units
from asreported.alignment.pairs.units import Unit, cut_units
from asreported.documents.build import read_document
from asreported.language.load import load_encoder, load_parser
from asreported.model.source import Page
from asreported.model.statement import Reading
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.statements.read import read_statements
from tests.alignment.disputes import compare_texts

_HARBOUR = (
    "The ferry Halden sank in the harbour of Varn on Monday. "
    "Twelve sailors were rescued by two tugs. "
    "Captain Ines Moreau refused the rescue of the cargo. "
    '"Nobody was on deck," Moreau said.',
    "A ferry went down in the harbour of Varn. "
    "Tugs rescued twelve sailors. "
    "The mayor did not praise the tugs. "
    '"Nobody was on deck," said Moreau.',
)


@cache
def read_harbour() -> tuple[Reading, ...]:
    documents = [
        read_document(Page(f"{n}.txt", f"{text}\n", "text", {"date": "2019-05-14"}), Settings())
        for n, text in enumerate(_HARBOUR)
    ]
    readings = [
        read_statements(document, parse)
        for document, parse in zip(documents, load_parser().parse(documents), strict=True)
    ]
    return tuple(sorted(readings, key=lambda reading: reading.document.id))


def harbour_units() -> tuple[Unit, ...]:
    return cut_units(read_harbour())


def test_utterance_without_a_clause_is_a_unit() -> None:
    texts = [unit.text for unit in harbour_units()]
    assert any("refused the rescue of the cargo" in text for text in texts)
    assert len(texts) == len({(u.document, u.clause.span) for u in harbour_units()})


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        pytest.param("Twelve sailors", "Tugs rescued", ("same figure: 12 sailor",), id="figure"),
        pytest.param("Nobody", "Nobody", ("nearly the same words", "speaker"), id="words"),
    ],
)
def test_point_says_why_each_two_statements_are_linked(
    one: str, other: str, reasons: tuple[str, ...]
) -> None:
    readings = read_harbour()
    ids = tuple(reading.document.id for reading in readings)
    story = Story("s", ids, (), tuple((each,) for each in ids))
    comparison = compare_story(story, list(readings), load_encoder())
    texts = {u.statement.id: u.text for u in harbour_units()}
    links = [link for point in comparison.points for link in point.links]
    told = [
        link.reason
        for link in links
        if {one, other} == {w for w in (one, other) for i in (link.a, link.b) if w in texts[i]}
    ]
    assert told
    assert all(reason in told[0] for reason in reasons)
    for point in comparison.points:
        assert {i for link in point.links for i in (link.a, link.b)} <= set(point.statements)


def test_like_clauses_are_the_nearest_in_sense() -> None:
    units = harbour_units()
    pairs = propose_pairs(units, load_encoder())
    at = {unit.text: number for number, unit in enumerate(units)}
    sunk = next(n for text, n in at.items() if "sank" in text)
    near = max((p for p in pairs if sunk in (p.a, p.b)), key=lambda p: p.sense)
    assert "went down" in units[near.a].text + units[near.b].text


def test_features_are_the_same_from_either_side() -> None:
    units = harbour_units()
    pairs = propose_pairs(units, load_encoder())
    profiles = profile_units(units)
    forth = describe_pairs(pairs, units, profiles)
    turned = [pair._replace(a=pair.b, b=pair.a) for pair in pairs]
    back = describe_pairs(turned, units, profiles)
    for name, column in forth.items():
        assert column == pytest.approx(back[name]), name


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("sank", "went down", False, id="nothing-denied"),
        pytest.param("did not praise", "rescued by", False, id="another-act-denied"),
    ],
)
def test_denial_sets_apart_only_what_is_denied(one: str, other: str, apart: bool) -> None:
    units = harbour_units()
    profiles = profile_units(units)
    first = next(n for n, unit in enumerate(units) if one in unit.text)
    second = next(n for n, unit in enumerate(units) if other in unit.text)
    assert bool(find_difference(profiles[first], profiles[second])) is apart


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        pytest.param("Category 2", "Category 3", False, id="two-numbers-of-one-noun"),
        pytest.param("Category 2", "Category 2", True, id="one-number"),
        pytest.param("Category 2", "a lower rank", True, id="no-number"),
    ],
)
def test_numbered_things_are_told_apart(first: str, second: str, shared: bool) -> None:
    comparison = compare_texts(
        f"The storm off Zell was downgraded to {first} by the weather office of the coast.",
        f"The weather office of the coast downgraded the storm off Zell to {second}.",
    )
    assert any(len(point.accounts) == 2 for point in comparison.points) is shared
