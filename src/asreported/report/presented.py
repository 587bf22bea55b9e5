"""The report as a caller holds it: one value that shows itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from asreported.lexicon.plurals import counted
from asreported.model.comparison import Comparison, Conflict, Point
from asreported.model.report import ReportData, StoryReport
from asreported.model.source import Failure
from asreported.model.wire import Json, report_to_dict

if TYPE_CHECKING:
    import pandas


class Report:
    """What the accounts agree on, dispute and leave out.

    >>> Report(ReportData((), (), "0", "x")).points
    ()
    """

    __slots__ = ("data",)

    def __init__(self, data: ReportData) -> None:
        self.data = data

    @property
    def stories(self) -> tuple[StoryReport, ...]:
        """Return the stories, each with its comparison and findings."""
        return self.data.stories

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Return the inputs that could not be used."""
        return self.data.failures

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points of all stories."""
        return tuple(p for comparison in self._comparisons() for p in comparison.points)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts of all stories."""
        return tuple(c for comparison in self._comparisons() for c in comparison.conflicts)

    def to_dict(self) -> Json:
        """Return the report as the JSON of schema 1."""
        return report_to_dict(self.data)

    def to_html(self) -> str:
        """Return the whole page, which asks nothing of the network."""
        from asreported.report.page.html import render_html

        return render_html(self.data)

    def to_markdown(self) -> str:
        """Return the report as a note."""
        from asreported.report.exports.markdown import render_markdown

        return render_markdown(self.data)

    def to_text(self, width: int = 80, colour: bool = False, everything: bool = False) -> str:
        """Return the report for a terminal of ``width`` columns."""
        from asreported.report.terminal.text import render_text

        return render_text(self.data, width, colour, everything)

    def to_frame(self, table: str = "points") -> "pandas.DataFrame":
        """Return a table as a data frame: points, statements, quotes, quantities or conflicts.

        Raises:
            UsageError: There is no such table, or pandas is not installed.
        """
        from asreported.report.exports.tables import table_frame

        return table_frame(self.data, table)

    def to_csv(self, table: str = "points", raw: bool = False) -> str:
        """Return a table as CSV; ``raw`` leaves what a spreadsheet would take for a formula."""
        from asreported.report.exports.tables import table_csv

        return table_csv(self.data, table, raw)

    def to_annotations(self) -> str:
        """Return the report as W3C Web Annotations (JSON-LD)."""
        from asreported.report.exports.annotations import render_annotations

        return render_annotations(self.data)

    def to_ach(self) -> str:
        """Return the conflicts as matrices of competing hypotheses (CSV)."""
        from asreported.report.exports.ach import render_ach

        return render_ach(self.data)

    def write_tables(self, folder: str | Path, form: str = "csv", raw: bool = False) -> list[Path]:
        """Write all tables as ``csv`` or ``parquet`` files into ``folder``; return their paths."""
        from asreported.report.exports.tables import write_tables

        return write_tables(self.data, Path(folder), form, raw)

    def _comparisons(self) -> list[Comparison]:
        return [story.comparison for story in self.data.stories]

    def __repr__(self) -> str:
        accounts = sum(len(story.comparison.readings) for story in self.data.stories)
        stories = counted(len(self.data.stories), "story")
        return (
            f"<Report: {counted(accounts, 'account')}, {stories}, "
            f"{counted(len(self.points), 'point')}, {counted(len(self.conflicts), 'conflict')}>"
        )

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, for a notebook."""
        from html import escape

        page = escape(self.to_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-popups allow-downloads"'
            ' title="asreported" width="100%" height="720" frameborder="0"></iframe>'
        )
