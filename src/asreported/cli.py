"""The command line: options in, the library's answer out as text, JSON, HTML or Markdown."""

import os
import shutil
import sys
from pathlib import Path

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="asreported")
def main() -> None:
    """Compare many accounts of one event: who says what, tied to the words of each source."""


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json", "html", "markdown"]))
@click.option("-o", "--output", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="List all, not the first of each kind.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def compare(
    inputs: tuple[str, ...], form: str | None, output: Path | None, everything: bool, color: str
) -> None:
    """Set the accounts INPUTS against each other."""
    from asreported.library import compare as compare_inputs
    from asreported.model.wire import dumps, report_to_dict
    from asreported.report.html import render_html
    from asreported.report.markdown import render_markdown
    from asreported.report.text import render_text

    report = compare_inputs(inputs)
    if form is None:
        form = {".html": "html", ".json": "json", ".md": "markdown"}.get(
            output.suffix if output else "", "text"
        )
    if form == "json":
        text = dumps(report_to_dict(report)) + "\n"
    elif form == "html":
        text = render_html(report)
    elif form == "markdown":
        text = render_markdown(report)
    else:
        text = render_text(report, _width(), _wants_colour(color, output), everything)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False, color=color != "never")
    sys.exit(1 if report.failures else 0)


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
def read(inputs: tuple[str, ...], form: str) -> None:
    """Print each account by itself: regions, statements, quantities, dates, names."""
    from asreported.library import read as read_inputs
    from asreported.model.source import Failure
    from asreported.model.wire import dumps, reading_to_dict

    failed = False
    for account in read_inputs(inputs):
        if isinstance(account, Failure):
            failed = True
            click.echo(f"{account.stage}: {account.error}", err=True)
        else:
            click.echo(dumps(reading_to_dict(account.reading, account.entities)))
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
def group(inputs: tuple[str, ...], form: str) -> None:
    """Print which inputs tell one story, and which of them are one origin."""
    from asreported.library import group as group_inputs
    from asreported.model.wire import dumps

    documents, stories, failures = group_inputs(inputs)
    names = {document.id: document.name for document in documents}
    for story in stories:
        for number, origin in enumerate(story.origin_groups, start=1):
            for key in origin:
                line = {
                    "document": key,
                    "name": names[key],
                    "story": story.id,
                    "origin_group": f"{story.id}.{number}",
                }
                click.echo(dumps(line))
    for failure in failures:
        click.echo(f"{failure.stage}: {failure.error}", err=True)
    sys.exit(1 if failures else 0)


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 100) if sys.stdout.isatty() else 80


def _wants_colour(color: str, output: Path | None) -> bool:
    if color != "auto":
        return color == "always"
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
