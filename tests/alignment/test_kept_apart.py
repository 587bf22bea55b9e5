"""Likeness is not enough: clauses and phrases that tell two things share no point."""

import pytest

from asreported.alignment.accounts.bearers import find_bearers
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.accounts.told import tell
from asreported.alignment.pairs.candidates import Pair
from asreported.alignment.pairs.differences import find_difference
from asreported.alignment.pairs.gate import Gate
from asreported.alignment.pairs.judgement import judge
from asreported.alignment.pairs.profile import Profile, profile_units
from asreported.alignment.pairs.units import cut_units
from asreported.alignment.phrases.accord import find_accords, other_figures
from tests.alignment.disputes import compare_texts

_APART = {
    "summoned or expelled": (
        "Torvia has summoned the Osmar ambassador over the raid on the harbour of Zell.",
        "Torvia has expelled the Osmar ambassador over the raid on the harbour of Zell.",
        ("summoned the Osmar ambassador", "expelled the Osmar ambassador"),
    ),
    "convicted and sentenced": (
        "The court in Zell convicted the mayor Milo Anders of bribery on Monday.",
        "The court in Zell sentenced the mayor Milo Anders for bribery on Monday.",
        ("convicted the mayor", "sentenced the mayor"),
    ),
    "two tolls and what lies between": (
        "Officials said that 15 people had died in the raid on Monday near Zell.",
        "Between eleven and fifteen people lost their lives in the raid near Zell.",
        "The army said that it had destroyed a convoy near Zell and killed 11 fighters.",
        ("15 people", "11 fighters"),
    ),
}


@pytest.mark.parametrize("name", _APART)
def test_kept_apart(name: str) -> None:
    *texts, (one, other) = _APART[name]
    comparison = compare_texts(*texts)
    documents = {r.document.id: r.document for r in comparison.readings}
    said = {s.id: documents[s.span.document].quote(s.span) for s in comparison.statements}
    assert all(any(words in told for told in said.values()) for words in (one, other))
    for point in comparison.points:
        held = [said[statement] for statement in point.statements]
        both = any(one in words for words in held) and any(other in words for words in held)
        assert not both, held


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("The boat was carrying many miners.", "The boat carried many miners.", True),
        ("The boat was carrying many miners.", "The boat can carry many miners.", False),
        ("The boat was carrying miners.", "The boat is licensed to carry miners.", False),
    ],
)
def test_what_a_ship_may_hold_is_not_what_it_held(first: str, second: str, told: bool) -> None:
    comparison = compare_texts(first, second)
    grammars = read_grammars(comparison.readings)
    both = [tell(each, find_bearers(each, comparison.entities)) for each in grammars]
    assert bool(list(find_accords(both))) is told


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("The first lorry hit the gate.", "The second lorry hit the gate.", True),
        ("The 2nd lorry hit the gate.", "The second lorry hit the gate.", False),
        ("The boys of grade 9 won the cup.", "The boys of the 9th grade won the cup.", False),
        ("He wanted a plane and fuel.", "He wanted neither a plane nor fuel.", True),
        ("Two sailors died in the storm.", "All the sailors are alive.", True),
        ("She was jailed for three years.", "She was jailed for three years and two months.", True),
        ("She was jailed for three years and a half.", "She was jailed for 42 months.", False),
        ("The club banned him for life.", "The club banned him for five years.", True),
        ("The club banned him for life.", "The club banned him on Monday.", False),
        ("Ada Lund was indicted for fraud.", "Ada Lund was convicted on fraud charges.", True),
        ("Ada Lund was indicted for fraud.", "Ada Lund was charged with fraud.", False),
        ("Ada Lund denied the claim.", "Ivo Brandt denied the claim.", True),
        ("Ada Lund and Ivo Brandt denied it.", "Ivo Brandt denied the claim.", False),
        ("Ada Lund denied the claim.", "Ada Lundh denied the claim.", False),
        ("A 6.8-magnitude quake struck at noon.", "A magnitude-6.9 quake struck at noon.", True),
        ("A 6.8-magnitude quake struck at 10:14.", "A magnitude-6.9 quake struck at 10.14.", False),
        ("Two died at 10:14 a.m. on Monday.", "Three died at 10:14 on Monday.", True),
        ("At least 13 miners were hurt.", "Up to 15 miners were hurt.", True),
        ("More than nine miners were hurt.", "Nearly ten miners were hurt.", False),
    ],
)
def test_another_slot_sets_clauses_apart(first: str, second: str, apart: bool) -> None:
    assert bool(find_difference(*_first_profiles(first, second))) is apart


def test_who_is_told_of_in_a_relative_clause_has_a_number() -> None:
    one = "The crews look for five miners of Zell who are missing in the eastern shaft."
    profiles = _profiles(one, "Two miners of Zell are missing in the eastern shaft.")
    relative = next(profile for profile in profiles if profile.numbers_above)
    other = next(profile for profile in profiles if profile.numbers and profile.act == "miss")
    assert find_difference(relative, other) == "5 and 2 miner"


@pytest.mark.parametrize(("intercept", "joined"), [(1.0, False), (3.0, True)])
def test_names_alone_join_only_what_is_most_likely_the_same(intercept: float, joined: bool) -> None:
    texts = (
        "Ada Lund of Zell leads the Corvin Bank.",
        "Corvin Bank is headed by Ada Lund from Zell.",
    )
    units = cut_units(compare_texts(*texts).readings)
    judged = judge(units, [Pair(0, 1, 0.4, 0.5)], Gate({"wording": 0.0}, intercept))
    assert bool(judged.likely) is joined


@pytest.mark.parametrize(
    ("second", "other"),
    [
        ("In the end prosecutor Ada Lund, who had demanded nine years, smiled.", True),
        ("In the end prosecutor Ada Lund, who had demanded seven years, smiled.", False),
    ],
)
def test_what_a_verb_is_said_with_has_other_figures(second: str, other: bool) -> None:
    comparison = compare_texts("Prosecutor Ada Lund had demanded seven years.", second)
    grammars = read_grammars(comparison.readings)
    told = [tell(each, find_bearers(each, comparison.entities)) for each in grammars]
    assert any(other_figures(accord) for accord in find_accords(told)) is other


def _first_profiles(first: str, second: str) -> list[Profile]:
    comparison = compare_texts(first, second)
    units = cut_units(comparison.readings)
    heads = {unit.document: at for at, unit in reversed(list(enumerate(units)))}
    profiles = profile_units(units)
    return [profiles[at] for at in heads.values()]


def _profiles(first: str, second: str) -> list[Profile]:
    return list(profile_units(cut_units(compare_texts(first, second).readings)))
