"""An input as it was found, before anything is made of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """One article-like input.

    ``content`` is bytes where an encoding must still be found, and text where the input was text
    already (a JSON record). ``media`` is ``text``, ``markdown`` or ``html``. ``fields`` holds what
    a record said of itself beside its text, under our names: ``title url date authors outlet``;
    authors are joined by a line feed.
    """

    name: str
    content: bytes | str
    media: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, the stage that said so, and why."""

    name: str
    stage: str
    error: str
