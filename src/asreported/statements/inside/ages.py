"""Find persons to whom one article gives two ages.

"Ada Vask, 39" stands above "Vask, 38, said"; "a nurse, 26" in the headline above "Ann Lind, 27";
"Otto Lind, 29, was freed. “I thought of my son,” the 28-year-old said."

Reads:   regions, `Quantity` and `Mention` values.
Assigns: `Internal` of kind "figure".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import words
from asreported.lexicon.months import month_names
from asreported.lexicon.names import fold
from asreported.lexicon.numbers import small_numbers
from asreported.lexicon.weekdays import WEEKDAYS
from asreported.model.document import PARSED_KINDS, Document
from asreported.model.span import Span
from asreported.model.statement import OLDEST, Internal, Reading

_NAME = r"[A-Z][\w’'.-]*[\w’'-](?: [A-Z][\w’'.-]*[\w’'-]){0,3}"
_NAME_BEFORE = re.compile(rf"\b(?P<name>{_NAME})$")
_LONGEST = 80  # Characters of a name.
_LISTED = re.compile(r"\b(?:his|her|their) age (?:as|was|is) (?P<age>\d{1,2})\b")
_NEAR = 200  # Characters from an age to the other one that a source gives of the same person.
# "A nurse, 26, escapes": somebody of whom the headline tells no name but an age.
_NAMELESS = re.compile(
    r"\b(?P<role>[\w’'-]+), (?P<age>\d{1,3})(?=[,:;]|\s|$)|\b(?P<old>\d{1,3})-year-old\b"
)
# Who "the 28-year-old" is was told before; "the then 28-year-old" is told of another year.
_THE_OLD = re.compile(r"\b[Tt]he (?P<age>\d{1,3})-year-old(?! (?:has|had) been\b)")
# "The driver, 44, is held": somebody by a role alone.
_THE_ROLE = re.compile(r"\b(?P<role>[Tt]he [a-z]+(?: [a-z]+)?), (?P<age>[1-9]\d),(?= [a-z])")
_BACK = 400  # Characters from there to the person who is meant.
# Two ages farther apart are of two persons, where nothing but the place ties them.
_APART = 2


@dataclass(frozen=True, slots=True)
class _Aged:
    """An age with the name it stands beside."""

    name: tuple[str, ...]
    """Its words, folded, without epithets; empty where none is told."""
    age: int
    span: Span
    shown: str = ""


def find_ages(reading: Reading) -> Iterator[Internal]:
    """Yield each person with two ages, once; ``gap`` is 2."""
    document = reading.document
    aged = list(_aged(document))
    if not aged and "-year-old" not in document.text:
        return
    shared = _surnames(reading) if len(aged) > 1 else {}
    told: set[tuple[str, ...]] = set()
    for at, one in enumerate(aged):
        for other in aged[:at]:
            if one.age != other.age and one.name not in told and _one(one, other, shared):
                told.update((one.name, other.name))
                yield _internal(max(one, other, key=lambda aged: len(aged.name)), other, one)
                break
    yield from _listed(document, aged)
    yield from _above(reading, aged)
    yield from _behind(document, aged)


def _internal(named: _Aged, one: _Aged, other: _Aged) -> Internal:
    ages = f"{one.age} in one place, {other.age} in another"
    return Internal("figure", (one.span, other.span), 2.0, f"{named.shown} is {ages}")


def _aged(document: Document) -> Iterator[_Aged]:
    """Yield names with the age right behind or before them, in text order."""
    for region in document.regions:
        if region.kind not in PARSED_KINDS:
            continue
        for match in _pattern().finditer(document.text, region.start, region.end):
            start, end, age = match.start(), match.end(), match["age"]
            if age:
                before = _NAME_BEFORE.search(
                    document.text, max(region.start, start - _LONGEST), start
                )
                name = before["name"] if before else ""
                start -= len(name)
            else:
                name, age = match["of"], match["old"]
            written = [word for word in name.split() if fold(word) not in _epithets()]
            folded = tuple(fold(word) for word in written)
            years = small_numbers().get(age.casefold(), 0) or int(age)
            if folded and years <= OLDEST and not set(folded) & _no_names():
                # A name and its number show whose age it is; the number alone shows little.
                yield _Aged(folded, years, document.span(start, end), " ".join(written[-2:]))


@cache
def _pattern() -> re.Pattern[str]:
    spelled = "|".join(word for word in small_numbers() if word not in ("one", "zero"))
    return re.compile(
        rf"(?:, | \()(?:aged )?(?P<age>\d{{1,3}}|{spelled})(?=[,;)]|\.(?:\s|$))"
        rf"|\b(?P<old>\d{{1,3}})-year-old (?P<of>{_NAME})"
    )


@cache
def _epithets() -> frozenset[str]:
    """Return the words that papers set before a name: "Little Nour", "Brave Ada Roe"."""
    return words("name_words", kind="epithet") | {"little", "young", "baby", "tiny", "tragic"}


@cache
def _no_names() -> frozenset[str]:
    return frozenset((*WEEKDAYS, *(fold(month) for month in month_names())))


def _surnames(reading: Reading) -> dict[str, set[str]]:
    """Return the given names that go with each last name, and the last names with each given."""
    found: dict[str, set[str]] = {}
    for mention in reading.mentions:
        name = [word for word in fold(mention.name).split() if word not in _epithets()]
        if mention.type == "person" and len(name) > 1:
            found.setdefault(name[-1], set()).add(name[-2])
            found.setdefault(name[-2], set()).add(name[-1])
    return found


def _one(one: _Aged, other: _Aged, shared: dict[str, set[str]]) -> bool:
    """Return whether two names are one person's: both in full, or one word that no other bears."""
    short, full = sorted((one.name, other.name), key=len)
    if len(short) > 1:
        return short[-2:] == full[-2:]
    borne = len(shared.get(short[0], ())) <= 1
    return borne and (short == full or short[0] in full[-2:])


def _listed(document: Document, aged: Sequence[_Aged]) -> Iterator[Internal]:
    """Yield an age beside another that a source gives: "Vask, 39; a record lists her age as 38"."""
    for match in _LISTED.finditer(document.text):
        held = [one for one in aged if 0 < match.start() - one.span.end < _NEAR]
        if held and held[-1].age != int(match["age"]):
            span = document.span(match.start("age"), match.end("age"))
            yield _internal(held[-1], held[-1], _Aged((), int(match["age"]), span))


def _above(reading: Reading, aged: Sequence[_Aged]) -> Iterator[Internal]:
    """Yield a nameless person's age in the headline that is nobody's below, but nearly is."""
    document = reading.document
    if document.headline is None:
        return
    end = document.headline.end
    below = [one for one in aged if one.span.start >= end]
    ages = (q.value for q in reading.quantities if q.kind == "age" and q.span.start >= end)
    every = {*ages, *(one.age for one in below)}
    for match in _NAMELESS.finditer(document.quote(document.headline)):
        age = int(match["age"] or match["old"])
        near = [one for one in below if 0 < abs(one.age - age) <= _APART]
        named = match["role"] is not None and _is_name(reading, match["role"], end)
        if age in every or named or not near or len({one.name for one in near}) > 1:
            continue
        start = document.headline.start
        span = document.span(start + match.start(), start + match.end())
        yield _internal(near[0], _Aged((), age, span), near[0])


def _is_name(reading: Reading, word: str, after: int) -> bool:
    """Return whether a word of the headline is part of a name below it."""
    below = (mention for mention in reading.mentions if mention.span.start >= after)
    return any(fold(word) in fold(mention.name).split() for mention in below)


def _behind(document: Document, aged: Sequence[_Aged]) -> Iterator[Internal]:
    """Yield "the 28-year-old" where nobody is 28, and who was told of last is nearly so."""
    if "-year-old" not in document.text:
        return
    every = {one.age for one in aged}
    for match in _THE_ROLE.finditer(document.text):
        span = document.span(*match.span())
        aged = [*aged, _Aged((), int(match["age"]), span, match["role"])]
    aged = sorted(aged, key=lambda one: one.span)
    for match in _THE_OLD.finditer(document.text):
        age = int(match["age"])
        before = [one for one in aged if 0 < match.start() - one.span.end < _BACK]
        if age in every or not before or abs(before[-1].age - age) > _APART:
            continue
        span = document.span(*match.span())
        yield _internal(before[-1], before[-1], _Aged((), age, span))
