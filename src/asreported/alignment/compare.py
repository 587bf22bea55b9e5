"""Set the accounts of one story against each other."""

from collections.abc import Sequence

from asreported.language.protocol import Encoder
from asreported.model.comparison import Comparison
from asreported.model.statement import Reading
from asreported.model.story import Story
from asreported.settings import Settings


def compare_story(
    story: Story, readings: Sequence[Reading], encoder: Encoder, settings: Settings
) -> Comparison:
    """Return what the accounts share, dispute, leave out and word differently."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.document.id))
    statements = tuple(s for reading in ordered for s in reading.statements)
    return Comparison(story, ordered, (), statements, (), (), (), (), ())
