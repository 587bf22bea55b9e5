"""Group accounts that are one account: the same text, or one agency's text, under several names.

Only prose counts. A quotation or an official statement that two accounts carry shows one speaker,
not one writer; and an agency's name on two different texts does not make them one.
"""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.stories.ties import Tie


def group_origins(
    documents: Sequence[Document], ties: Sequence[Tie]
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the documents, sorted, those of one origin together."""
    parent = {document.id: document.id for document in documents}
    for tie in ties:
        if tie.is_copy:
            first, second = sorted((_root(parent, tie.a.id), _root(parent, tie.b.id)))
            parent[second] = first
    groups: dict[str, list[str]] = {}
    for key in sorted(parent):
        groups.setdefault(_root(parent, key), []).append(key)
    return tuple(sorted(tuple(group) for group in groups.values()))


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
