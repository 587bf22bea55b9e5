"""Choose and word the lines of the front page."""

from asreported.model.comparison import Comparison
from asreported.model.report import Finding, StoryReport


def assemble_story(comparison: Comparison) -> StoryReport:
    """Return the story with its findings, most important first."""
    findings: tuple[Finding, ...] = ()
    return StoryReport(comparison, findings)
