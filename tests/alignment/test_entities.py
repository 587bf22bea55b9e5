"""Which names have one bearer."""

import pytest

from asreported.alignment.accounts.names import fits_person, is_acronym_of, same_place
from asreported.alignment.entities import resolve_entities
from asreported.lexicon.spelling import same_word
from asreported.model.statement import Mention, Reading
from tests.statements.reader import parsed


def reading(name: str, text: str, *mentions: str) -> Reading:
    """Return a reading with ``mentions`` ("words/type", in text order) and nothing else."""
    document, parse = parsed(text, name=name)
    found = []
    at = 0
    for mention in mentions:
        words, _, kind = mention.rpartition("/")
        at = text.index(words, at)
        found.append(Mention(document.span(at, at + len(words)), kind, words))
        at += len(words)
    return Reading(document, parse, (), (), (), (), tuple(found), ())


def groups(*readings: Reading) -> dict[str, list[str]]:
    """Return the words of each entity's mentions under its name."""
    texts = {r.document.id: r.document for r in readings}
    return {
        e.name: sorted(texts[s.document].quote(s) for s in e.mentions)
        for e in resolve_entities(readings)
    }


def test_spellings_and_surnames() -> None:
    one = reading("1", "Khaled Vaskov spoke. Vaskov left.", "Khaled Vaskov/person", "Vaskov/person")
    two = reading("2", "Haled Vaskow spoke.", "Haled Vaskow/person")
    assert list(groups(one, two).values()) == [["Haled Vaskow", "Khaled Vaskov", "Vaskov"]]


def test_the_surname_before_junior() -> None:
    one = reading("1", "Ann B. Hale Jr spoke. Hale left.", "Ann B. Hale Jr/person", "Hale/person")
    assert groups(one) == {"Ann B. Hale Jr": ["Ann B. Hale Jr", "Hale"]}


def test_two_persons_with_one_surname_stay_apart() -> None:
    one = reading(
        "1",
        "Ann Hale spoke. Hale left. Tom Hale came. Hale sat.",
        "Ann Hale/person",
        "Hale/person",
        "Tom Hale/person",
        "Hale/person",
    )
    assert groups(one) == {"Ann Hale": ["Ann Hale", "Hale"], "Tom Hale": ["Hale", "Tom Hale"]}


def test_a_surname_of_two_without_a_full_name_before_it_is_nobodys() -> None:
    one = reading("1", "Ann Hale spoke. Tom Hale came.", "Ann Hale/person", "Tom Hale/person")
    two = reading("2", "Hale spoke.", "Hale/person")
    assert sorted(groups(one, two).values()) == [["Ann Hale"], ["Hale"], ["Tom Hale"]]


def test_acronym_and_expansion() -> None:
    one = reading("1", "The Quiet Sea Agency met.", "Quiet Sea Agency/organisation")
    two = reading("2", "The QSA met.", "QSA/organisation")
    assert groups(one, two) == {"Quiet Sea Agency": ["QSA", "Quiet Sea Agency"]}


def test_a_country_is_not_its_people_nor_its_army() -> None:
    one = reading(
        "1",
        "Peru fell silent. Peruvians wept. The Peruvian army came.",
        "Peru/place",
        "Peruvians/group",
        "Peruvian army/organisation",
    )
    assert sorted(groups(one)) == ["Peru", "Peruvian army", "Peruvians"]


def test_other_names_of_a_country() -> None:
    one = reading("1", "The UK and Britain agreed.", "UK/place", "Britain/place")
    assert groups(one) == {"Britain": ["Britain", "UK"]}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("khalil", "halil", True),
        ("yousef", "yusuf", True),
        ("sergei", "sergey", True),
        ("vale", "dale", False),
        ("martin", "morton", False),
        ("iran", "iraq", False),
    ],
)
def test_spellings_of_one_word(left: str, right: str, same: bool) -> None:
    assert same_word(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Morvane air base", "Morvane", True),
        ("Khorvane Airbase", "Horvane air base", True),
        ("Paris", "Paris airport", False),
        ("Niger", "Nigeria", False),
        ("North Quill", "South Quill", False),
    ],
)
def test_places(left: str, right: str, same: bool) -> None:
    assert same_place(left, right) is same


def test_persons_and_acronyms() -> None:
    assert fits_person(("j", "hale"), ("john", "hale"))
    assert not fits_person(("ann", "hale"), ("john", "hale"))
    assert is_acronym_of("U.S.E.", "Union of Sea Engineers")
    assert not is_acronym_of("USE", "Union of Sea Pilots")


def test_order_of_accounts_does_not_matter() -> None:
    one = reading("1", "Ann Hale spoke.", "Ann Hale/person")
    two = reading("2", "Hale left.", "Hale/person")
    assert resolve_entities([one, two]) == resolve_entities([two, one])


def test_a_company_taken_for_a_person_once() -> None:
    one = reading(
        "1",
        "Quilltree said so. Quilltree left.",
        "Quilltree/organisation",
        "Quilltree/organisation",
    )
    two = reading("2", "Quilltree added.", "Quilltree/person")
    assert groups(one, two) == {"Quilltree": ["Quilltree", "Quilltree", "Quilltree"]}
