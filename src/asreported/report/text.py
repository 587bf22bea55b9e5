"""The report for a terminal, at most ``width`` columns wide, without control codes."""

from asreported.model.report import ReportData


def render_text(report: ReportData, width: int = 80) -> str:
    """Return the report as plain text that ends in a line feed."""
    lines = []
    for story in report.stories:
        lines.append(f"{len(story.comparison.readings)} articles")
        lines.extend(finding.text for finding in story.findings)
    return "\n".join(lines) + "\n"
