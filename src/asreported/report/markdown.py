"""The report as a Markdown note."""

from asreported.model.report import ReportData


def render_markdown(report: ReportData) -> str:
    """Return the report as Markdown that ends in a line feed."""
    return "".join(f"- {f.text}\n" for story in report.stories for f in story.findings)
