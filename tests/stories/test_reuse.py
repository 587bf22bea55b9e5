"""What two accounts share, told apart by kind, on an invented event."""

import pytest

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
