"""Put accounts of one event together."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.story import Story
from asreported.settings import Settings


def group_stories(documents: Sequence[Document], settings: Settings) -> list[Story]:
    """Return the stories that the documents tell, each document in exactly one."""
    ids = tuple(sorted(document.id for document in documents))
    return [Story(content_id("s", *ids), ids, (), tuple((key,) for key in ids))] if ids else []
