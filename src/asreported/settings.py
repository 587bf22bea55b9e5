"""All settings, as one frozen value that is passed down.

Nothing is read when a module is imported. A field says its unit and why its default is what it is.
"""

import hashlib
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told. Equal settings and equal input give equal bytes."""

    max_file_bytes: int = 20_000_000
    """Larger files are refused: 20 MB is the largest page an article was seen to need."""

    max_text: int = 1_000_000
    """Code points of one document's text; what is beyond is cut and said to be cut."""

    story_days: int = 4
    """Accounts further apart than this many days are not of one event by default."""

    story_similarity: float = 0.22
    """Cosine of TF-IDF vectors (0..1) from which two accounts are joined into one story."""

    one_story: bool = False
    """Take all inputs for accounts of one event, without grouping."""

    def __post_init__(self) -> None:
        """Raise `ValueError` for what no run can do."""
        for name in ("max_file_bytes", "max_text"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}: less than 1 reads nothing")
        if self.story_days < 0:
            raise ValueError(f"story_days is {self.story_days}: days apart are 0 or more")
        if not 0 <= self.story_similarity <= 1:
            raise ValueError(f"story_similarity is {self.story_similarity}: it lies in 0..1")

    def fingerprint(self) -> str:
        """Return 12 hexadecimal digits that differ where any setting differs."""
        listed = ";".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return hashlib.sha256(listed.encode()).hexdigest()[:12]
