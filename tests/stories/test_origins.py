"""Which accounts are one account under several names."""

import pytest

from asreported.model.document import Document
from asreported.settings import Settings
from asreported.stories.group import group_stories
from tests.stories.accounts import account

ONE = Settings(one_story=True)

WIRE = """\
HALLOW BAY (Northwire) - Fishermen in the northern port of Hallow Bay blocked the harbour with \
nets and barrels on Tuesday, cutting off two ferries and a grain freighter for most of the day.
The blockade began before dawn, when some forty boats left their moorings and dropped anchor \
across the channel. Police watched from the quay but did not step in.
The skippers want the ministry to withdraw a new rule that closes the eastern banks to trawling \
from April. They say it would ruin the smaller crews within a single season.
Talks are to resume in the town hall on Wednesday morning, with a mediator from the capital.
"""

REWRITTEN = """\
Two ferries full of weekend visitors sat helpless off Hallow Bay while skippers made their point.
“We have nothing left to lose but the paint,” said Ines Morrow, who owns the Little Auk.
Her crew of three spent eleven hours at anchor, drinking tea and arguing about quotas.
Nobody in the ministry would take a call from this paper. A mediator may arrive tomorrow.
"""

QUOTATION = "“We have nothing left to lose but the paint, and soon not even that, because the \
banks are where our grandfathers learned the trade and where our sons will not,”"

QUOTING = [
    f"{QUOTATION} Ines Morrow told a meeting. Then she left the room and it grew quiet.",
    f"A skipper spoke plainly: {QUOTATION} said Morrow. Others nodded; few clapped for long.",
]


def groups(*accounts: Document) -> list[list[str]]:
    names = {document.id: document.name for document in accounts}
    (story,) = group_stories(accounts, ONE)
    return sorted(sorted(names[key] for key in group) for group in story.origin_groups)


COPIES = [
    pytest.param(WIRE, id="the same text at another address"),
    pytest.param(WIRE.replace("some forty", "about forty"), id="one word edited"),
    pytest.param("\n".join(WIRE.splitlines()[:2]), id="cut after two paragraphs"),
    pytest.param("PRINT VIEW\n" + WIRE + "Share this page", id="print view"),
    pytest.param(WIRE.replace("HALLOW BAY (Northwire) - ", ""), id="credit taken off"),
]


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_no_second_account(copy: str) -> None:
    first, second = account("a", WIRE, agency="Northwire"), account("b?utm_source=x", copy)
    assert groups(first, second) == [["a", "b?utm_source=x"]]


def test_fifty_near_copies_of_one_wire_are_one_account() -> None:
    lines = WIRE.splitlines()
    copies = []
    for number in range(50):
        kept = lines[: 2 + number % 3]
        body = "\n".join([f"By reporter {number}", *kept]).replace("Tuesday", f"day {number}")
        copies.append(account(f"outlet-{number}", body))
    (story,) = group_stories(copies, ONE)
    assert len(story.origin_groups) == 1
    # A list of every two copies would be longer than all else in the report.
    assert 49 <= len(story.reuse) <= 49 * len(lines)


def test_own_reporting_of_the_event_stays_independent() -> None:
    assert len(groups(account("a", WIRE), account("b", REWRITTEN))) == 2


def test_a_shared_quotation_alone_joins_nobody() -> None:
    accounts = [account("a", QUOTING[0]), account("b", QUOTING[1])]
    (story,) = group_stories(accounts, ONE)
    assert len(story.origin_groups) == 2
    assert [reuse.kind for reuse in story.reuse] == ["shared_quote"]


def test_one_agency_credited_on_two_texts_joins_nobody() -> None:
    accounts = [account("a", WIRE, agency="Northwire"), account("b", REWRITTEN, agency="Northwire")]
    assert len(groups(*accounts)) == 2
