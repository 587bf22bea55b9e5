"""The command line: options in, the library's answer out as text, JSON, HTML or Markdown."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from asreported.targets import UNWRITTEN, UnwritableError, check_target, harmless, target_of

if TYPE_CHECKING:
    from asreported.language.protocol import Parser
    from asreported.model.document import Document
    from asreported.model.source import Failure
    from asreported.report.presented import Report

_FORMS = ("text", "json", "html", "markdown", "csv", "parquet", "jsonld", "ach")
_TABLES = ("points", "statements", "quotes", "quantities", "conflicts", "accounts")
_ENDINGS = {
    "": "text",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".jsonld": "jsonld",
}

_OTHER_TABLES = f"--table {'|'.join(_TABLES[1:])} gives another, -o FOLDER all"

_EXAMPLES = """
\b
Examples:
  asreported compare a.txt b.md c.html          the report in the terminal
  asreported compare event/ -o report.html      the same as one page, without a network
  asreported compare event/ --format json       the same for a program
  asreported read articles.jsonl.gz             who says what, an article a line
  asreported group articles.jsonl               which articles tell one event

\b
Words (docs/page.md has them all):
  agreed, 3 origins     how many independent sources it comes from, copies counted once
  told differently      the answers need not exclude each other; else: in conflict
  number, scope, update ...    in what the answers differ; update: one tells a later state
  by X itself           X says so in its own voice and names nobody for it

\b
Exit codes: 0 all read, 1 some inputs could not be read (they are named), 2 wrong usage,
4 the output could not be written, 130 interrupted.
"""

_FORMS_TOLD = """
\b
Forms (docs/page.md says more):
  text, json, html, markdown
                 the report: as here, for programs, as a page, as a note
  csv, parquet   tables, a row a fact; -o FOLDER has all of them
  jsonld         W3C Web Annotations: each place with its words
  ach            the conflicts as matrices of competing hypotheses, in CSV
"""


inputs_argument = click.argument("inputs", nargs=-1, required=True)
output_option = click.option(
    "-o", "--output", type=click.Path(), help="Write to this file; - or none prints."
)
lines_option = click.option(
    "--format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    expose_value=False,
    help="JSON lines, the only form.",
)


colour_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="auto: on a terminal, unless NO_COLOR is set.",
)


class _Commands(click.Group):
    """The commands; who gives none and names what to compare is told how."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if args[0] != "-" and not Path(args[0]).exists():
                raise
            hint = f"to compare what it holds: {ctx.info_name} compare {harmless(args[0])}"
            raise click.UsageError(f"{error.message.rstrip('.')}; {hint}", ctx) from error


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EXAMPLES,
    no_args_is_help=True,
)
@click.version_option(package_name="asreported")
def main() -> None:
    """Compare many accounts of one event: who says what, tied to the words of each source.

    INPUTS are text, Markdown, HTML or JSON files, folders of them, or - for standard input.
    """


_MOST_KINDS = 8
"""Endings of files left aside that are told: of more, a folder named by mistake has hundreds."""

COLLECT_AFTER = 10_000
"""Objects made before Python looks for garbage: it looks after 700, and five articles make a
million that are no garbage. Measured: a sixteenth of their time; 100,000 gain no more."""


_INTERRUPTED = 130
"""What a shell takes for ended by Ctrl-C: 128 and the number of the signal."""


def run() -> NoReturn:
    """Run the command line and leave at once: the system frees models faster than Python does.

    Taking the parser and the encoder apart object by object takes a tenth of a small comparison.
    """
    gc.set_threshold(COLLECT_AFTER)
    # A stream that the caller has closed is None, and takes nothing: ">&-".
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()
    code: object = 0
    try:
        # Alone, click would end what is interrupted with the code of an input that is not read.
        code = main(standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as left:
        code = left.code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = _INTERRUPTED
    except BrokenPipeError:
        pass
    except OSError as error:
        click.echo(f"Error: {error.strerror or error}".lower(), err=True)
        code = UNWRITTEN
    for stream in (sys.stdout, sys.stderr):
        # What fails here has been told of, or the reader is gone.
        with suppress(OSError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


@main.command(
    epilog=_FORMS_TOLD, short_help="Set accounts against each other: the report, in many forms."
)
@inputs_argument
@click.option("--format", "form", type=click.Choice(_FORMS), help="By the ending of -o, else text.")
@output_option
@click.option("--table", type=click.Choice(_TABLES), help="This table alone, as CSV.")
@click.option("--raw-csv", is_flag=True, help="Leave formulas in CSV as they are.")
@click.option("--all", "everything", is_flag=True, help="List all, not the first of each kind.")
@click.option("--one-story", is_flag=True, help="Take all inputs for accounts of one event.")
@colour_option
def compare(
    inputs: tuple[str, ...],
    form: str | None,
    output: str | None,
    table: str | None,
    raw_csv: bool,
    everything: bool,
    one_story: bool,
    color: str,
) -> None:
    """Set the accounts INPUTS against each other.

    INPUTS are text, Markdown or HTML files, article records as JSON or JSON lines, folders of
    these, or - for standard input.
    """
    path = Path(output) if output else None
    form = _form(form or ("csv" if table and path is None else None), path)
    if table and form != "csv":
        raise click.UsageError(f"--table is one of the tables in CSV; this is to be {form}")
    tables = path is not None and _is_folder_of_tables(form, path, table)
    if tables:
        _check_tables(form)
    else:
        check_target(output)
    with _parser() as parser:
        from asreported.library import compare as compare_inputs
        from asreported.settings import Settings

        report = compare_inputs(inputs, Settings(one_story=one_story), _progress(), parser)
    if form == "text":
        wants_colour = _wants_colour(color, path)
        _write(report.to_text(_width(), wants_colour, everything), path)
    elif path and tables:
        _write_tables(report, form, path, raw_csv)
    elif form == "csv":
        _write(report.to_csv(table or _TABLES[0], raw_csv), path)
        if not table:
            click.echo(f"the table {_TABLES[0]} alone; {_OTHER_TABLES}", err=True)
    else:
        _write(_rendered(report, form), path)
    # What is printed on a terminal names the failures itself.
    seen = form == "text" and output is None and sys.stdout.isatty()
    _finish(report.failures, inputs, not seen)


@main.command(short_help="Print each account by itself: who says what in it.")
@inputs_argument
@lines_option
@output_option
def read(inputs: tuple[str, ...], output: str | None) -> None:
    """Print each account of INPUTS by itself, as JSON, a line an article.

    Regions, statements, quantities, dates, names, clauses (docs/report.md).
    """
    failures = []
    path = check_target(output)
    with _parser() as parser, target_of(path) as target:
        from asreported.library import read as read_inputs
        from asreported.model.source import Failure
        from asreported.model.wire import dumps, reading_to_dict

        for account in read_inputs(inputs, progress=_progress(), parser=parser):
            if isinstance(account, Failure):
                failures.append(account)
            else:
                line = dumps(reading_to_dict(account.reading, account.entities))
                target.write(line + "\n")
    _finish(failures, inputs)


@main.command(short_help="Print which articles tell one story, which are one origin.")
@inputs_argument
@lines_option
@output_option
def group(inputs: tuple[str, ...], output: str | None) -> None:
    """Print which of INPUTS tell one story, and which of them are one origin.

    As JSON, a line an article (docs/report.md).
    """
    path = check_target(output)
    from asreported.library import group as group_inputs
    from asreported.model.wire import dumps
    from asreported.report.accounts import accounts_of

    documents, stories, failures = group_inputs(inputs)
    by_id = {document.id: document for document in documents}
    accounts = accounts_of(*([by_id[key] for key in story.documents] for story in stories))
    lines = [
        dumps(
            {
                "document": key,
                "name": by_id[key].name,
                **_heading(by_id[key]),
                "account": accounts[key].key,
                "label": accounts[key].label,
                "story": story.id,
                "origin_group": f"{story.id}.{number}",
            }
        )
        for story in stories
        for number, origin in enumerate(story.origin_groups, start=1)
        for key in origin
    ]
    _write("".join(f"{line}\n" for line in lines), path)
    _finish(failures, inputs)


def _heading(document: "Document") -> dict[str, str | None]:
    """Return by what a reader knows an article: its headline and when it was published."""
    head, published = document.headline, document.published
    return {
        "headline": document.quote(head) if head else None,
        "published": published.iso if published else None,
    }


@main.command(short_help="Print the words at a place, as herald:120-155, in context.")
@click.argument("place")
@click.argument("inputs", nargs=-1)
@colour_option
def show(place: str, inputs: tuple[str, ...], color: str) -> None:
    """Print the words at PLACE, as in herald:120-155, in their context.

    INPUTS are what was compared; by default the named file itself, else the working folder.
    """
    from asreported.errors import UsageError
    from asreported.library import documents
    from asreported.report.terminal.show import find_account, parse_place, render_place

    told: list[Failure] = []
    try:
        wanted = parse_place(place)
        named = [wanted.name] if Path(wanted.name).is_file() else ["."]
        found, failures = documents(inputs or named)
        told = failures if inputs else []
        account = find_account(wanted, found)
    except UsageError as error:
        _tell_what_is_not_used(told)
        raise click.UsageError(str(error)) from error
    _write(render_place(account, wanted, _width(), _wants_colour(color, None)), None)
    _finish(told, ())


@contextmanager
def _parser() -> Iterator["Parser | None"]:
    """Give a parser that begins to load in a process of its own, None where that gains nothing.

    It is to be had before the library is imported: both take half a second.
    """
    if "spacy" in sys.modules or os.cpu_count() == 1:
        yield None
    else:
        from asreported.language.parser_process import ParserProcess

        with ParserProcess() as parser:
            yield parser


def _form(form: str | None, output: Path | None) -> str:
    """Return in which form to write, by the ending of the file where it is not said.

    Raises:
        click.UsageError: No form has that ending, or tables are to be where one file is named.
    """
    ending = output.suffix.lower() if output else ""
    if form is None and ending not in _ENDINGS:
        known = ", ".join(filter(None, _ENDINGS))
        raise click.UsageError(
            f"{harmless(str(output))}: no form has the ending {harmless(ending)}; "
            f"end it in {known}, or say --format"
        )
    if form == "parquet" and (output is None or ending):
        raise click.UsageError("--format parquet writes a folder of tables: name one with -o")
    return form or _ENDINGS[ending]


def _is_folder_of_tables(form: str, output: Path, table: str | None) -> bool:
    one_file = table is not None or output.suffix.lower() == ".csv" or str(output) == "-"
    return form == "parquet" or (form == "csv" and not one_file)


def _rendered(report: "Report", form: str) -> str:
    from asreported.model.wire import dumps

    if form == "json":
        return dumps(report.to_dict()) + "\n"
    render = {
        "html": report.to_html,
        "markdown": report.to_markdown,
        "jsonld": report.to_annotations,
        "ach": report.to_ach,
    }
    return render[form]()


def _check_tables(form: str) -> None:
    """Say before the work that a library is missing which writes these tables."""
    from asreported.errors import UsageError
    from asreported.report.exports.tables import check_form

    try:
        check_form(form)
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _write_tables(report: "Report", form: str, output: Path, raw: bool) -> None:
    try:
        for path in report.write_tables(output, form, raw):
            click.echo(str(path), err=True)
    except OSError as error:
        raise UnwritableError(output, error) from error


def _write(text: str, output: Path | None) -> None:
    """Print, or put the whole file in place at once: a reader never sees half a report."""
    with target_of(output) as target:
        target.write(text)


def _finish(failures: Sequence["Failure"], inputs: Iterable[str], naming: bool = True) -> NoReturn:
    """Name what could not be used and count what was passed over, and leave."""
    _tell_what_is_not_used(failures if naming else ())
    _tell_what_is_left_aside(inputs)
    sys.exit(1 if failures else 0)


def _tell_what_is_not_used(failures: Sequence["Failure"]) -> None:
    if failures:
        from asreported.report.terminal.failed import failed_lines

        for line in failed_lines(failures):
            click.echo(f"not used: {line}", err=True)


def _tell_what_is_left_aside(inputs: Iterable[str]) -> None:
    from asreported.library import left_aside

    paths = left_aside(inputs)
    if paths:
        kinds = sorted({path.suffix.lower() or path.name for path in paths})
        more = f" and {len(kinds) - _MOST_KINDS} more" if len(kinds) > _MOST_KINDS else ""
        told = harmless(", ".join(kinds[:_MOST_KINDS])) + more
        files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
        click.echo(f"left aside: {files} of other kinds ({told})", err=True)


def _progress() -> Callable[[str, int, int], None] | None:
    """Return what shows long work on a terminal, None where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def show(work: str, done: int, total: int) -> None:
        end = "\r\x1b[K" if done == total else ""
        click.echo(f"\r{work} {done}/{total}{end}", nl=False, err=True)

    return show


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 100) if sys.stdout.isatty() else 80


def _wants_colour(choice: str, output: Path | None) -> bool:
    if choice != "auto":
        return choice == "always"
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
