"""Points that phrases make: equal facts and shared relations, on invented accounts."""

import pytest

from asreported.alignment.accounts.bearers import find_bearers
from asreported.alignment.accounts.grammar import read_grammars
from asreported.alignment.accounts.told import tell
from asreported.alignment.compare import compare_story
from asreported.alignment.entities import resolve_entities
from asreported.documents.build import read_document
from asreported.language.load import load_encoder, load_parser
from asreported.model.comparison import Comparison
from asreported.model.source import Page
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.statements.read import read_statements

_SHARED = {
    "age": (
        "Ann Reyes, 48, was seen by a neighbour near the bakery on Mill Street.",
        "Rescuers looked for 48-year-old Ann Reyes until the fog came down on the river.",
        {"Ann Reyes, 48", "48-year-old Ann Reyes"},
    ),
    "office": (
        "Ann Reyes, a former foreign minister of Peru, was in a taxi on the bridge.",
        "The former Peruvian foreign minister Ann Reyes posted a video of people in the road.",
        {
            "Ann Reyes, a former foreign minister of Peru",
            "former Peruvian foreign minister Ann Reyes",
        },
    ),
    "hour": (
        "The old bridge in Hollen collapsed at around 6 a.m. while buses were crossing it.",
        "Fishermen heard a roar when the bridge collapsed at 6 a.m. and ran to their boats.",
        {"collapsed at around 6 a.m.", "collapsed at 6 a.m."},
    ),
    "toll": (
        "Seven people were killed when the old bridge in Hollen fell into the river at dawn.",
        "The mayor spoke of a collapse which left at least seven dead, and ordered an inquiry.",
        {"Seven people were killed", "at least seven dead"},
    ),
    "measure": (
        "The storm crept over Hollen at 2 mph, and the harbour was closed.",
        "Fishermen waited for hours, as the storm moved at only 2 miles per hour.",
        {"2 mph", "2 miles per hour"},
    ),
    "one-thing-counted": (
        "Otto Lind told the paper of 11 gunmen in the woods above the old mill.",
        "On Friday a list came out with eleven militants, all of them under thirty.",
        {"11 gunmen", "eleven militants"},
    ),
    "one-sum": (
        "The yard in Hollen still waits for $3.4 million from the ministry.",
        "A lawyer for the owners wrote that $3.4 million had been put aside in spring.",
        {"$3.4 million"},
    ),
}
_APART = {
    "round-sum": (
        "The yard in Hollen still waits for $3 million from the ministry.",
        "A lawyer for the owners wrote that $3 million had been spent on a chapel.",
    ),
    "other-thing-counted": (
        "Otto Lind told the paper of 11 gunmen in the woods above the old mill.",
        "On Friday a list came out with eleven orchards, all of them beside the river.",
    ),
    "stars": (
        "The owners met in a five-star hotel in Hollen to talk about the dam.",
        "Since the flood nobody pays the prices that five-star hotels used to ask.",
    ),
    "other-toll": (
        "Seven people were killed when the old bridge in Hollen fell into the river at dawn.",
        "The mayor ordered an inquiry, and seven fishermen were hurt in the crowd at the harbour.",
    ),
    "small-toll": (
        "Two people were killed when the old bridge in Hollen fell into the river at dawn.",
        "A storm on the lake left two dead a week ago, and nobody looked after the boats.",
    ),
    "measure-of-another-thing": (
        "The storm crept over Hollen at 20 mph, and the harbour was closed.",
        "Trams may take the curve at 20 mph, though drivers rarely do.",
    ),
    "other-age": (
        "Ann Reyes, 48, was seen by a neighbour near the bakery on Mill Street.",
        "Rescuers looked for 52-year-old Ann Reyes until the fog came down on the river.",
    ),
    "other-bearer": (
        "Ann Reyes, 48, was seen by a neighbour near the bakery on Mill Street.",
        "The harbour master, Otto Lind, 48, kept the lock closed until the fog came down.",
    ),
    "doer-and-victim": (
        "Alda Renn was shot dead by a guard at the gate of the depot in Port Verrin.",
        "Alda Renn, 21, shot three people dead at the gate of the depot in Port Verrin.",
    ),
    "false-reports": (
        "A spokesman said reports from harbour officials that the envoy had been evacuated were "
        "false.",
        "Two harbour officials told the paper the envoy and her staff were evacuated.",
    ),
    "only-named": (
        "The bronze statue of Ann Reyes is cleaned by volunteers every spring.",
        "Two buses stood beside the statue of Ann Reyes when the storm began.",
    ),
}


@pytest.mark.parametrize(("one", "two", "words"), _SHARED.values(), ids=_SHARED)
def test_phrases_that_give_one_fact_are_one_point(one: str, two: str, words: set[str]) -> None:
    groups = _groups(_compared(one, two))
    assert any(all(any(w in said for said in group) for w in words) for group in groups)


@pytest.mark.parametrize(("one", "two"), _APART.values(), ids=_APART)
def test_phrases_that_do_not_are_none(one: str, two: str) -> None:
    assert not _groups(_compared(one, two))


def test_members_are_statements_of_the_report_and_do_not_depend_on_the_order() -> None:
    one, two, _ = _SHARED["office"]
    compared = _compared(one, two)
    known = {statement.id for statement in compared.statements}
    for point in compared.points:
        assert set(point.statements) <= known
    assert _groups(compared) == _groups(_compared(two, one))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("sold their shares in Renwick with help of a cousin", "sold their shares in Renwick"),
        ("sold their shares in Renwick", "sold their shares in Renwick with help of a cousin"),
    ],
    ids=["first", "second"],
)
def test_what_is_shown_for_a_point_says_least_that_only_one_account_says(
    one: str, two: str
) -> None:
    compared = _compared(f"The brothers {one} in June.", f"In June the two brothers {two}.")
    texts = {reading.document.id: reading.document for reading in compared.readings}
    (point,) = (point for point in compared.points if len(point.accounts) > 1)
    assert "cousin" not in texts[point.label.document].quote(point.label)


def test_who_counted_is_not_told_where_outlets_give_one_figure() -> None:
    comparison = _compared(*_SHARED["one-thing-counted"][:2])
    (point,) = (p for p in comparison.points if p.fact == "count" and len(p.accounts) == 2)
    assert (point.agreement, point.independent_origins) == ("undecided", None)
    assert point.reason.endswith("who counted is not told; the same count")


def test_an_age_that_outlets_give_has_no_count_of_origins() -> None:
    comparison = _compared(*_SHARED["age"][:2])
    (point,) = (p for p in comparison.points if p.fact == "age" and len(p.accounts) == 2)
    assert (point.agreement, point.independent_origins) == ("undecided", None)
    assert point.reason.endswith("who told it first is not told; the same age")


def _groups(compared: Comparison) -> list[set[str]]:
    texts = {reading.document.id: reading.document for reading in compared.readings}
    said = {s.id: texts[s.span.document].quote(s.span) for s in compared.statements}
    shared = [point for point in compared.points if len(point.accounts) > 1]
    return sorted(({said[key] for key in point.statements} for point in shared), key=sorted)


def _compared(*texts: str) -> Comparison:
    pages = [Page(f"{text[:9]}.txt", text, "text", {}) for text in texts]
    documents = sorted((read_document(page, Settings()) for page in pages), key=lambda d: d.id)
    parses = load_parser().parse(documents)
    readings = [
        read_statements(document, parse) for document, parse in zip(documents, parses, strict=True)
    ]
    ids = tuple(document.id for document in documents)
    story = Story("s", ids, (), tuple((key,) for key in ids))
    return compare_story(story, readings, load_encoder())


def test_no_place_is_cut_inside_a_name() -> None:
    text = "Ann Reyes worked at the University of Science and Technology. She left in June."
    (reading,) = (r for r in _compared(text, "A ship left.").readings if "Ann" in r.document.text)
    (entity,) = (e for e in resolve_entities([reading]) if e.type == "organisation")
    (grammar,) = read_grammars([reading])
    told = tell(grammar, find_bearers(grammar, [entity]))
    words = [token.text for token in reading.parse.tokens]
    place = told.place(words.index("worked"), words.index("Science"))
    assert reading.document.quote(place).endswith("the University of Science and Technology")
