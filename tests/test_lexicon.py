"""Every row of every table is whole and says where it is from."""

from importlib.resources import files

import pytest

from asreported.lexicon.load import table

TABLES = sorted(
    entry.name.removesuffix(".tsv")
    for entry in files("asreported.lexicon").iterdir()
    if entry.name.endswith(".tsv")
)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_whole(name: str) -> None:
    rows = table(name)
    assert rows
    assert list(rows[0])[-1] == "source"
    for row in rows:
        assert row["source"].strip(), row
        assert all(cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_distinct(name: str) -> None:
    rows = [tuple(row.values()) for row in table(name)]
    assert len(rows) == len(set(rows))
