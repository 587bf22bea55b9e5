"""An input as it was found, before anything is made of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_RECORD = re.compile(r"(.*)#([0-9]{1,18}(?:\.[0-9]{1,18})?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """One article-like input.

    ``content`` is bytes where an encoding must still be found, and text where the input was text
    already (a JSON record). ``media`` is ``text``, ``markdown`` or ``html``. ``fields`` holds what
    a record said of itself beside its text, under our names: ``title url date authors outlet``;
    authors are joined by a line feed. ``path`` is that from the folder given, by which a failure
    names the page, "" where its name does.
    """

    name: str
    content: bytes | str
    media: str
    fields: Mapping[str, str] = field(default_factory=dict)
    path: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, the stage that said so, and why."""

    name: str
    stage: str
    error: str

    @property
    def file(self) -> str:
        """Return the file of the record that the failure names, else what it names."""
        return self._parts()[0]

    @property
    def record(self) -> tuple[int, ...]:
        """Return the line or place of the record in its file, () where all of an input failed.

        >>> Failure("a.jsonl#10.2", "sources", "").record
        (10, 2)
        """
        return tuple(int(number) for number in self._parts()[1].split(".") if number)

    def _parts(self) -> tuple[str, str]:
        match = _RECORD.fullmatch(self.name)
        return (match[1], match[2]) if match else (self.name, "")
