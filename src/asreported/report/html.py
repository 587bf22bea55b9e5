"""The report as one self-contained page that asks nothing of the network."""

from html import escape

from asreported.model.report import ReportData


def render_html(report: ReportData) -> str:
    """Return the whole page."""
    items = "".join(
        f"<li>{escape(f.text)}</li>" for story in report.stories for f in story.findings
    )
    return f"<!doctype html><html lang=en><title>asreported</title><ul>{items}</ul></html>"
