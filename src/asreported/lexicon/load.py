"""Read the tables beside this module, once each.

A table is tab-separated UTF-8; the first line names the columns, lines that begin with ``#`` are
comments, and every row has all columns. The last column is ``source``: where the row is from.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from asreported.errors import ModelError

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of ``name`` (without ``.tsv``), in file order.

    Raises:
        ModelError: There is no such table, or a row has not as many cells as there are columns.
    """
    path = files("asreported.lexicon").joinpath(f"{name}.tsv")
    if not path.is_file():
        raise ModelError(f"lexicon table {name!r} is missing from the installed package")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns = rows[0]
    for row in rows[1:]:
        if len(row) != len(columns):
            raise ModelError(f"lexicon table {name!r}: {len(row)} cells, not {len(columns)}: {row}")
    return tuple(dict(zip(columns, row, strict=True)) for row in rows[1:])


@cache
def words(name: str, column: str = "word", **where: str) -> frozenset[str]:
    """Return the cells of ``column`` in the rows of ``name`` that match ``where`` exactly.

    >>> sorted(words("doubts", kind="early"))[:2]
    ['premature', 'too_early']
    """
    rows = table(name)
    return frozenset(
        row[column] for row in rows if all(row[key] == value for key, value in where.items())
    )


@cache
def column(name: str, value: str, key: str = "word") -> Mapping[str, str]:
    """Return the cells of column ``value`` by those of ``key``; of equal keys the last row counts.

    >>> column("doubts", "kind")["premature"]
    'early'
    """
    return {row[key]: row[value] for row in table(name)}
