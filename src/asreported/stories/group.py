"""Put accounts of one event together, and find what they share word for word."""

import math
from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.stories.clusters import average_link
from asreported.stories.origins import group_origins, worth_listing
from asreported.stories.reuse import find_reuse
from asreported.stories.similarity import Vector, alike, common_terms, vectors
from asreported.stories.ties import find_ties

_FEW = 8
"""Articles that were most likely chosen to be compared: a stranger among them is rare."""

_FEW_SIMILARITY = 0.08
"""Mean cosine that joins so few. Accounts of one event in very different styles have 0.1 to 0.2,
accounts of different events nearly always less than 0.05."""

_STEP = 0.02
"""What each doubling of the number adds, for chance likeness grows with the choice."""

_APART = 0.2
"""What a likeness is worth across more than the days of the setting: dates can be wrong."""


def group_stories(documents: Sequence[Document], settings: Settings) -> list[Story]:
    """Return the stories that the documents tell, each document in exactly one."""
    listed = sorted(documents, key=lambda document: document.id)
    if not listed:
        return []
    if settings.one_story:
        return [_story(listed, "taken for one story, as told")]
    weighed = vectors(listed)
    least = least_similarity(len(listed), settings)
    near = alike(weighed, least * _APART)
    near = {pair: cosine * _nearness(listed, pair, settings) for pair, cosine in near.items()}
    return [
        _story([listed[n] for n in group], _reason([weighed[n] for n in group]))
        for group in average_link(len(listed), near, least)
    ]


def least_similarity(number: int, settings: Settings) -> float:
    """Return the mean cosine that joins accounts where ``number`` articles are given."""
    grown = _FEW_SIMILARITY + _STEP * math.log2(max(1.0, number / _FEW))
    return min(settings.story_similarity, grown)


def _nearness(documents: Sequence[Document], pair: tuple[int, int], settings: Settings) -> float:
    told = (documents[number].published for number in pair)
    first, second = (time.day if time else None for time in told)
    if first is None or second is None:
        return 1.0
    return 1.0 if abs((first - second).days) <= settings.story_days else _APART


def _reason(weighed: Sequence[Vector]) -> str:
    if len(weighed) == 1:
        return "no other account comes near"
    return "common to them: " + ", ".join(common_terms(weighed)[:5])


def _story(documents: list[Document], reason: str) -> Story:
    ids = tuple(document.id for document in documents)
    ties = find_ties(documents)
    groups = group_origins(documents, ties)
    listed = worth_listing(ties, groups)
    reuse = tuple(passage for tie in listed for passage in find_reuse(tie))
    return Story(content_id("s", *ids), ids, reuse, groups, reason)
