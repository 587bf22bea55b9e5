"""Which accounts tell one event."""

from itertools import permutations

import pytest

from asreported.model.document import Document
from asreported.settings import Settings
from asreported.stories.clusters import average_link
from asreported.stories.group import group_stories, least_similarity
from tests.stories.accounts import account

BLOCKADE = (
    account(
        "dry",
        "Some forty fishing boats blocked the harbour of Hallow Bay on Tuesday in protest at a "
        "rule that closes the eastern banks to trawlers. Two ferries were held up.",
        "Fishing boats block Hallow Bay harbour",
        "2031-03-04",
    ),
    account(
        "colour",
        "Tea, oilskins and fury: skippers at Hallow Bay dropped anchor across the channel and "
        "dared the ministry to move them. Nobody rode the ferries. The trawlers stayed put.",
        "‘We have nothing left but the paint’",
        "2031-03-05",
    ),
    account(
        "angry",
        "The ministry that never caught a herring has done it again. Its trawling ban is madness, "
        "and the harbour of Hallow Bay told it so. Good on the boats! Ferries can wait.",
        "A ban made by people who never saw a net",
    ),
)
STORM = (
    account(
        "storm one",
        "A tornado tore the roofs off a school and nine barns near Upper Dell on Sunday. "
        "Pupils were at home; a farmer was treated for cuts, the fire chief said.",
        "Tornado unroofs school near Upper Dell",
        "2031-03-03",
    ),
    account(
        "storm two",
        "Upper Dell counts its barns. Sunday's tornado took nine of them and the roof of the "
        "village school, the fire chief said, but no life.",
        "After the tornado",
        "2031-03-03",
    ),
)


def names_of(documents: tuple[Document, ...]) -> list[list[str]]:
    names = {document.id: document.name for document in documents}
    stories = group_stories(documents, Settings())
    return sorted(sorted(names[key] for key in story.documents) for story in stories)


def test_styles_far_apart_are_one_story() -> None:
    assert names_of(BLOCKADE) == [["angry", "colour", "dry"]]


def test_two_events_are_two_stories_in_any_order() -> None:
    expected = [["angry", "colour", "dry"], ["storm one", "storm two"]]
    for order in list(permutations(BLOCKADE + STORM))[::17]:
        assert names_of(order) == expected


def test_a_lone_account_is_a_story_of_one() -> None:
    (story,) = group_stories(BLOCKADE[:1], Settings())
    assert story.documents == (BLOCKADE[0].id,)
    assert story.origin_groups == ((BLOCKADE[0].id,),)


def test_nothing_tells_no_story() -> None:
    assert group_stories([], Settings()) == []


def test_one_story_joins_whatever_is_given() -> None:
    (story,) = group_stories(BLOCKADE + STORM, Settings(one_story=True))
    assert len(story.documents) == 5


@pytest.mark.parametrize(("day", "joined"), [("2031-03-05", True), ("2031-05-20", False)])
def test_weeks_apart_is_another_occasion(day: str, joined: bool) -> None:
    body = "Skippers of the Hallow Bay fleet mended nets in the rain; an auction went well."
    other = account("other", body, "A quiet harbour", day)
    assert (["other"] not in names_of((*BLOCKADE[:2], other))) is joined


def test_more_articles_must_be_more_alike() -> None:
    least = [least_similarity(number, Settings()) for number in (2, 8, 50, 500, 100_000)]
    assert least == sorted(least)
    assert least[0] < least[2] < least[-1] == Settings().story_similarity


LINKS = [
    pytest.param({(0, 1): 0.9, (1, 2): 0.9}, 0.5, [[0, 1], [2]], id="a chain is not a group"),
    pytest.param({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.2}, 0.5, [[0, 1, 2]], id="high on average"),
    pytest.param({(0, 1): 0.4}, 0.5, [[0], [1]], id="too low"),
    pytest.param({}, 0.5, [[0], [1]], id="nothing in common"),
    pytest.param(
        {(0, 1): 0.6, (2, 3): 0.8, (0, 2): 0.5, (1, 3): 0.5, (0, 3): 0.5, (1, 2): 0.5},
        0.55,
        [[0, 1], [2, 3]],
        id="two groups near each other",
    ),
]


@pytest.mark.parametrize(("likeness", "least", "groups"), LINKS)
def test_average_link(
    likeness: dict[tuple[int, int], float], least: float, groups: list[list[int]]
) -> None:
    size = 1 + max((number for pair in likeness for number in pair), default=1)
    assert average_link(size, likeness, least) == groups
