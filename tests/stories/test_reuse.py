"""What two accounts share, told apart by kind, on an invented event."""

from dataclasses import replace

import pytest

from asreported.model.document import Outlet, Wire
from asreported.model.span import Span
from asreported.settings import Settings
from asreported.stories.group import group_stories
from tests.stories.accounts import account

STATEMENT = "We will rebuild the bridge before winter and nobody will pay for the crossing"

CASES = [
    pytest.param(
        f"“{STATEMENT},” Mayor Orla Quist said on Monday. Reporters laughed.",
        f"Asked about money, Quist answered: “{STATEMENT}.” It rained.",
        STATEMENT,
        "shared_quote",
        id="a quotation between marks",
    ),
    pytest.param(
        "The harbour office said the grain barges must wait outside the lock until Friday noon.",
        "Ships may not enter. According to the harbour office, the grain barges must wait outside "
        "the lock until Friday noon.",
        "the grain barges must wait outside the lock until Friday noon",
        "shared_statement",
        id="reported words of one source",
    ),
    pytest.param(
        "Nobody had expected the old lighthouse to topple so gently into the grey water.",
        "A crowd watched. Nobody had expected the old lighthouse to topple so gently into water.",
        "Nobody had expected the old lighthouse to topple so gently into the grey water",
        "copied",
        id="the outlet's own prose",
    ),
    pytest.param(
        "He reportedly ran a ferry and rope company in Saltholm, a toll-free quay on the border.",
        "It rained. He reportedly ran a ferry and rope company in Saltholm, a toll-free quay on the"
        " border. Nobody came.",
        "reportedly ran a ferry and rope company in Saltholm, a toll-free quay on the border",
        "copied",
        id="its own attribution is a part of what is the same to the word",
    ),
    pytest.param(
        "Quist said the crane would “lift the barges slowly” and “be at the quay before noon”.",
        "Quist wrote: “My crew is glad and will be at the quay before noon.”",
        "be at the quay before noon",
        "shared_quote",
        id="one of two quotations in a sentence",
    ),
    pytest.param(
        "“The quay is ours and no toll shall be paid on it by anybody,” Quist said.\n"
        "“We shall not leave it before the winter ends in the bay.”",
        "Quist: “The quay is ours and no toll shall be paid on it by anybody. We shall not leave it"
        " before the winter ends in the bay.”",
        "The quay is ours and no toll shall be paid on it by anybody,” Quist said.\n“We shall not"
        " leave it before the winter ends in the bay",
        "shared_quote",
        id="goes on in the next paragraph",
    ),
]


@pytest.mark.parametrize(("first", "second", "shared", "kind"), CASES)
def test_kind_and_span(first: str, second: str, shared: str, kind: str) -> None:
    accounts = [account("one", first), account("two", second)]
    texts = {account.id: account for account in accounts}
    (story,) = group_stories(accounts, Settings(one_story=True))
    (reuse,) = story.reuse
    by_name = {
        texts[span.document].name: texts[span.document].quote(span) for span in (reuse.a, reuse.b)
    }
    assert shared in by_name["one"]
    assert len(by_name["one"]) < len(shared) + 30
    assert reuse.kind == kind


def test_names_alone_are_not_reuse() -> None:
    accounts = [
        account("one", "The Mayor of Lower Quistham, Orla Quist, laughed at the new toll."),
        account("two", "It was the Mayor of Lower Quistham, Orla Quist, who opened a bakery."),
    ]
    (story,) = group_stories(accounts, Settings(one_story=True))
    assert story.reuse == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "Quist said the crane fell at around 2:40 p.m. after lunch.",
            "The alarm rang at around 2:40 p.m. and the guards ran, Roe said.",
            id="an hour",
        ),
        pytest.param(
            "Roe said the deputy harbour safety adviser at the northern quay office resigned.",
            "According to Roe, the deputy harbour safety adviser from the old northern quay office"
            " stayed.",
            id="an office and a name",
        ),
    ],
)
def test_too_little_is_no_statement(first: str, second: str) -> None:
    accounts = [account("one", first), account("two", second)]
    (story,) = group_stories(accounts, Settings(one_story=True))
    assert story.reuse == ()


PROSE = "Nobody had expected the old lighthouse to topple so gently into the grey water."
OWNED, GUESSED = Outlet("Northwire", None), Outlet("Northwire", Span("x", 3, 12))
DIRECTIONS = [
    pytest.param(OWNED, None, "a->b", id="the second credits the first"),
    pytest.param(None, None, "common", id="both credit a third"),
    pytest.param(OWNED, OWNED, "common", id="two of the agency's own"),
    pytest.param(GUESSED, None, "common", id="known for the agency's by the credit alone"),
]


@pytest.mark.parametrize(("owner", "other", "direction"), DIRECTIONS)
def test_direction(owner: Outlet | None, other: Outlet | None, direction: str) -> None:
    credit = Wire("Northwire", Span("x", 3, 12))
    first = replace(account("one", PROSE), outlet=owner, wire=credit)
    second = replace(account("two", f"A crowd watched. {PROSE}"), outlet=other, wire=credit)
    (story,) = group_stories([first, second], Settings(one_story=True))
    (reuse,) = story.reuse
    if reuse.a.document == second.id and direction == "a->b":
        direction = "b->a"
    assert (reuse.kind, reuse.direction) == ("wire", direction)


TIMES = [
    pytest.param("2031-05-06T10:00:00+02:00", "2031-05-06T09:00:00+00:00", "a->b", id="two zones"),
    pytest.param("2031-05-06T09:00:00Z", "2031-05-06T10:00:00+02:00", "b->a", id="Z is a zone"),
    pytest.param("2031-05-06T10:00:00+02:00", "2031-05-06T08:00:00Z", "unknown", id="one moment"),
    pytest.param("2031-05-06T10:00:00", "2031-05-06T11:00:00+00:00", "unknown", id="a lost zone"),
    pytest.param("2031-05-06T10:00:00", "2031-05-06T11:00:00", "unknown", id="no zones"),
    pytest.param("2031-05-06T23:00:00", "2031-05-07T01:00:00+00:00", "a->b", id="two days"),
    pytest.param("2031-05-06", "2031-05-05T23:00:00Z", "b->a", id="a day and an hour"),
    pytest.param("2031-05", "2031-05-06", "unknown", id="a month"),
    pytest.param("", "2031-05-06", "unknown", id="no time"),
]


@pytest.mark.parametrize(("first", "second", "direction"), TIMES)
def test_who_was_first(first: str, second: str, direction: str) -> None:
    told = [account("one", PROSE, day=first), account("two", f"A crowd came. {PROSE}", day=second)]
    (story,) = group_stories(told, Settings(one_story=True))
    (reuse,) = story.reuse
    if reuse.a.document == told[1].id:
        direction = {"a->b": "b->a", "b->a": "a->b"}.get(direction, direction)
    assert reuse.direction == direction


@pytest.mark.parametrize("order", [1, -1])
def test_of_many_copies_the_earliest_is_the_model(order: int) -> None:
    days = [
        "06T11:00:00+00:00",
        "06T12:00:00+02:00",
        "06T11:30:00Z",
        "07T00:00:00Z",
        "08T00:00:00Z",
    ]
    body = "\n".join([PROSE, "Its keeper had left that morning to buy a pound of nails in town."])
    copies = [account(f"copy {n}", body, day=f"2031-05-{day}") for n, day in enumerate(days)]
    (story,) = group_stories(copies[::order], Settings(one_story=True))
    assert {copies[1].id in (r.a.document, r.b.document) for r in story.reuse} == {True}
