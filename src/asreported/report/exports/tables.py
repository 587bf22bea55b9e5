"""The report as tables, one row a fact with its span: for spreadsheets, pandas and parquet."""

import csv
import io
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from asreported.errors import UsageError
from asreported.model.report import ReportData
from asreported.model.span import Span
from asreported.model.statement import Statement
from asreported.report.accounts import Accounts, name_accounts
from asreported.report.evidence import Witness
from asreported.report.printable import visible
from asreported.report.sections import StorySections, lay_out

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | None
Row = dict[str, Cell]
# What a spreadsheet takes for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_PLACE = ("account", "document", "start", "end", "words")
FORMS = ("csv", "parquet")

COLUMNS: dict[str, tuple[str, ...]] = {
    "points": (
        "story",
        "point",
        "agreement",
        "accounts",
        "independent_origins",
        "origins",
        *_PLACE,
        "speaker",
        "score",
        "reason",
    ),
    "statements": (
        "story",
        "statement",
        "kind",
        *_PLACE,
        "speaker",
        "verb",
        "chain",
        "region",
        "part_of",
    ),
    "quotes": ("story", "variants", "likeness", *_PLACE, "speaker", "reason"),
    "quantities": (
        "story",
        *_PLACE,
        "value",
        "low",
        "high",
        "unit",
        "of",
        "approximate",
        "kind",
    ),
    "conflicts": (
        "story",
        "conflict",
        "kind",
        "severity",
        "question",
        "side",
        "answer",
        *_PLACE,
        "speaker",
        "score",
        "reason",
    ),
    "accounts": (
        "story",
        "title",
        *_PLACE,
        "key",
        "outlet",
        "published",
        "language",
        "url",
        "origin_group",
        "characters",
        "of_article",
    ),
}
"""The tables and their columns, in order. ``start`` and ``end`` count code points."""


_INSTALL = "in the folder of the program, .venv/bin/pip install -e '.[tables]'"


def table_rows(report: ReportData, name: str) -> list[Row]:
    """Return the rows of table ``name``, in the order of the report.

    Raises:
        UsageError: There is no such table.
    """
    if name not in COLUMNS:
        raise UsageError(f"no table {name!r}; there are {', '.join(COLUMNS)}")
    makers: dict[str, Callable[[StorySections, _Places], Iterator[Row]]] = {
        "points": _points,
        "statements": _statements,
        "quotes": _quotes,
        "quantities": _quantities,
        "conflicts": _conflicts,
        "accounts": _accounts,
    }
    accounts = name_accounts(report)
    found = []
    for number, story in enumerate(report.stories, start=1):
        sections = lay_out(story, accounts, number)
        places = _Places(sections.comparison.story.id, accounts, sections.witness)
        found += list(makers[name](sections, places))
    return found


def table_csv(report: ReportData, name: str, raw: bool = False) -> str:
    """Return table ``name`` as CSV with a header.

    What a spreadsheet would take for a formula is prefixed with an apostrophe, and codes that
    could harm a reader are U+FFFD; with ``raw`` the cells are the words as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS.get(name, ()))
    for row in table_rows(report, name):
        writer.writerow([row[c] if raw else safe_cell(row[c]) for c in COLUMNS[name]])
    return out.getvalue()


def safe_cell(value: Cell) -> Cell:
    """Return ``value`` so that no spreadsheet runs it.

    >>> safe_cell('=HYPERLINK("http://x")')
    '\\'=HYPERLINK("http://x")'
    >>> safe_cell(-3.5)
    -3.5
    """
    if not isinstance(value, str):
        return value
    # Full-width signs and blanks before a sign are formulas for some spreadsheets too.
    bare = value.lstrip(" \u00a0").translate({0xFF1D: "=", 0xFF0B: "+", 0xFF0D: "-", 0xFF20: "@"})
    prefix = "'" if value.startswith(_FORMULA) or bare.startswith(_FORMULA) else ""
    return prefix + visible(value.replace("\r", " "))


def table_frame(report: ReportData, name: str) -> "pandas.DataFrame":
    """Return table ``name`` as a data frame.

    Raises:
        UsageError: There is no such table, or pandas is not installed.
    """
    try:
        import pandas
    except ImportError as error:
        raise UsageError(f"frames need pandas: {_INSTALL}") from error
    return pandas.DataFrame(table_rows(report, name), columns=list(COLUMNS.get(name, ())))


def write_tables(report: ReportData, folder: Path, form: str, raw: bool = False) -> list[Path]:
    """Write all tables as ``csv`` or ``parquet`` files into ``folder`` and return their paths.

    Raises:
        UsageError: ``form`` is neither, or parquet is asked for and pyarrow is not installed.
    """
    check_form(form)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in COLUMNS:
        path = folder / f"{name}.{form}"
        if form == "csv":
            path.write_text(table_csv(report, name, raw), encoding="utf-8", newline="")
        else:
            _write_parquet(table_rows(report, name), COLUMNS[name], path)
        written.append(path)
    return written


def check_form(form: str) -> None:
    """Say before any work and any folder that tables cannot be written in this form.

    Raises:
        UsageError: ``form`` is none of tables, or parquet and pyarrow is not installed.
    """
    if form not in FORMS:
        raise UsageError(f"no tables in the form {form!r}; there are {', '.join(FORMS)}")
    if form == "parquet" and find_spec("pyarrow") is None:
        raise UsageError(f"parquet needs pyarrow: {_INSTALL}")


def _write_parquet(rows: list[Row], columns: tuple[str, ...], path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    lists = {column: [row[column] for row in rows] for column in columns}
    pyarrow.parquet.write_table(pyarrow.table(lists), str(path))


class _Places:
    def __init__(self, story: str, accounts: Accounts, witness: Witness) -> None:
        self.story, self.accounts, self.witness = story, accounts, witness

    def row(self, span: Span, **more: Cell) -> Row:
        account = self.accounts[span.document]
        return {
            "story": self.story,
            "account": account.label,
            "document": account.document.name,
            "start": span.start,
            "end": span.end,
            "words": account.document.quote(span),
            **more,
        }


def _points(story: StorySections, places: _Places) -> Iterator[Row]:
    for told in story.points:
        for evidence in told.evidence:
            yield places.row(
                evidence.span,
                point=told.source.id,
                agreement=told.source.agreement,
                accounts=len(told.accounts),
                independent_origins=told.source.independent_origins,
                origins="; ".join(told.origins),
                speaker=evidence.voice,
                score=round(told.source.score, 4),
                reason=told.reason,
            )


def _statements(story: StorySections, places: _Places) -> Iterator[Row]:
    for statement in story.comparison.statements:
        yield places.row(
            statement.span,
            statement=statement.id,
            kind=statement.kind,
            speaker=_speaker(statement),
            verb=statement.verb,
            chain="; ".join(link.name for link in statement.chain),
            region=statement.region,
            part_of=statement.part_of,
        )


def _quotes(story: StorySections, places: _Places) -> Iterator[Row]:
    of_group = {
        span: (number, group)
        for number, group in enumerate(story.comparison.quote_variants, start=1)
        for span in group.variants
    }
    spans = dict.fromkeys(
        span for s in story.comparison.statements if s.kind == "quote" for span in s.content
    )
    speakers = {
        span: _speaker(s)
        for s in story.comparison.statements
        if s.kind == "quote"
        for span in s.content
    }
    for span in (*of_group, *(span for span in spans if span not in of_group)):
        number, group = of_group.get(span, (None, None))
        yield places.row(
            span,
            variants=number,
            likeness=group.kind if group else None,
            speaker=speakers.get(span) or (group.speaker if group else None),
            reason=places.witness.named(group.reason) if group else None,
        )


def _quantities(story: StorySections, places: _Places) -> Iterator[Row]:
    for reading in story.comparison.readings:
        for quantity in reading.quantities:
            yield places.row(
                quantity.span,
                value=quantity.value,
                low=quantity.low,
                high=quantity.high,
                unit=quantity.unit,
                of=quantity.of,
                approximate=quantity.approximate,
                kind=quantity.kind,
            )


def _conflicts(story: StorySections, places: _Places) -> Iterator[Row]:
    for dispute in story.disputes:
        for number, answer in enumerate(dispute.answers, start=1):
            for evidence in answer.evidence:
                yield places.row(
                    evidence.span,
                    conflict=dispute.source.id,
                    kind=dispute.source.kind,
                    severity=dispute.source.severity,
                    question=dispute.question,
                    side=number,
                    answer=answer.words,
                    speaker=evidence.voice,
                    score=round(dispute.source.score, 4),
                    reason=dispute.reason,
                )


def _accounts(story: StorySections, places: _Places) -> Iterator[Row]:
    """Yield what the other tables are joined with: a row an account, its words the headline."""
    of_group = {
        key: number
        for number, group in enumerate(story.comparison.story.origin_groups, start=1)
        for key in group
    }
    for account in story.accounts:
        document = account.document
        yield {
            **dict.fromkeys(_PLACE),
            **(places.row(document.headline) if document.headline else {}),
            "story": places.story,
            "account": account.label,
            "document": document.name,
            "title": story.title,
            "key": account.key,
            "outlet": document.outlet.name if document.outlet else None,
            "published": document.published.iso if document.published else None,
            "language": document.language,
            "url": document.url,
            "origin_group": f"{places.story}.{of_group[account.id]}",
            "characters": len(document.text),
            "of_article": account.article_length,
        }


def _speaker(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None
