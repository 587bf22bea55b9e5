"""The report: a view of the comparisons, with the findings in order."""

from dataclasses import dataclass

from asreported.model.comparison import Comparison
from asreported.model.source import Failure
from asreported.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the front page.

    What stands between quotation marks in ``text`` is always the text of one of ``spans``.
    ``refs`` are ids of points, conflicts or documents; ``kind`` groups findings for display.
    """

    rank: int
    text: str
    refs: tuple[str, ...]
    spans: tuple[Span, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """One story's comparison and its findings, most important first."""

    comparison: Comparison
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """All stories of a call, and the inputs that could not be used."""

    stories: tuple[StoryReport, ...]
    failures: tuple[Failure, ...]
    version: str
    settings: str
