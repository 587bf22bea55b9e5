"""Put accounts of one event together, and find what they share word for word."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.ids import content_id
from asreported.model.story import Story
from asreported.settings import Settings
from asreported.stories.copies import find_shared, prose_shared, prose_words
from asreported.stories.origins import group_origins
from asreported.stories.reuse import Tie, find_reuse
from asreported.stories.words import find_names, read_passages


def group_stories(documents: Sequence[Document], settings: Settings) -> list[Story]:
    """Return the stories that the documents tell, each document in exactly one."""
    if not documents:
        return []
    return [_story(sorted(documents, key=lambda document: document.id))]


def _story(documents: list[Document]) -> Story:
    ids = tuple(document.id for document in documents)
    ties = _ties(documents)
    reuse = tuple(passage for tie in ties for passage in find_reuse(tie))
    return Story(content_id("s", *ids), ids, reuse, group_origins(documents, ties))


def _ties(documents: list[Document]) -> list[Tie]:
    names = find_names(documents)
    texts = [read_passages(document, names) for document in documents]
    sizes = [prose_words(passages) for passages in texts]
    ties = []
    for (a, b), shared in find_shared(texts).items():
        side, size = ("a", sizes[a]) if sizes[a] <= sizes[b] else ("b", sizes[b])
        words = prose_shared([s for s in shared if s.matter >= 3], side)
        containment = words / size if size and words >= 25 else 0.0
        ties.append(Tie(documents[a], documents[b], tuple(shared), containment))
    return ties
