"""A page as it was read, before it is a document: its text, the labels of its lines, its data."""

from collections.abc import Mapping
from dataclasses import dataclass

from asreported.documents.lines.labels import Draft
from asreported.documents.metadata.published import Told
from asreported.model.document import Warnings


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text with its lines labelled.

    ``fields`` are those of its record and of its own data, ``told`` the dates that the data gives,
    the most trusted first. ``writers`` are the names that the markup gives for who wrote it; None
    for a text without markup.
    """

    text: str
    draft: Draft
    fields: Mapping[str, str]
    writers: tuple[str, ...] | None = None
    told: tuple[Told, ...] = ()
    warnings: Warnings = ()
