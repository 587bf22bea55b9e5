"""What is taken away: text, note, tables, annotations, matrices; and the report in Python."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from asreported.errors import UsageError
from asreported.model.report import ReportData, StoryReport
from asreported.report.accounts import name_accounts
from asreported.report.exports.ach import render_ach
from asreported.report.exports.annotations import render_annotations
from asreported.report.exports.markdown import render_markdown
from asreported.report.exports.tables import COLUMNS, table_csv, table_rows, write_tables
from asreported.report.presented import Report
from asreported.report.printable import columns
from asreported.report.terminal.show import find_account, parse_place, render_place
from asreported.report.terminal.text import render_text
from tests.alignment.disputes import compare_texts
from tests.report.gold import EVENTS, load_gold
from tests.report.invented import invented_report

SECTIONS = [
    "FINDINGS",
    "IN CONFLICT",
    "AGREED",
    "ODD INSIDE ONE ACCOUNT",
    "UNDECIDED",
    "ONE SOURCE",
    "LEFT OUT",
    "NOT MEASURED",
    "FAILED",
]


@pytest.fixture(params=["invented", *EVENTS])
def report(request: pytest.FixtureRequest) -> ReportData:
    """The invented event, and each annotated event that is on this machine."""
    if request.param == "invented":
        return invented_report()
    loaded = load_gold(request.param)
    if loaded is None:
        pytest.skip("../shared/gold is absent")
    return loaded


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("everything", [True, False])
def test_text_keeps_its_width(report: ReportData, width: int, everything: bool) -> None:
    out = render_text(report, width, everything=everything)
    assert max(columns(line) for line in out.splitlines()) <= width
    assert not any(line != line.rstrip() for line in out.splitlines())


def test_text_is_in_order() -> None:
    out = render_text(invented_report())
    at = [out.index(f"\n{section}") for section in SECTIONS]
    assert at == sorted(at)
    assert "no answer found: blog.example" in out
    assert "[harbour:133-143]" in out
    assert "3 of 4, 1 origin (the coast guard)" in out


def test_colour_repeats_the_words() -> None:
    plain = render_text(invented_report())
    painted = render_text(invented_report(), colour=True)
    assert painted != plain
    assert re.sub("\x1b\\[\\d+m", "", painted) == plain


ORDERS: dict[str, Callable[[ReportData], str]] = {
    "text": render_text,
    "markdown": render_markdown,
    "annotations": render_annotations,
    "ach": render_ach,
    "points": lambda r: table_csv(r, "points"),
}


@pytest.mark.parametrize("form", ORDERS)
def test_equal_reports_give_equal_bytes(form: str) -> None:
    assert ORDERS[form](invented_report()) == ORDERS[form](invented_report())


@pytest.mark.parametrize("name", COLUMNS)
def test_each_row_quotes_its_span(report: ReportData, name: str) -> None:
    texts = {
        r.document.name: r.document.text for s in report.stories for r in s.comparison.readings
    }
    rows = table_rows(report, name)
    assert rows
    for row in rows:
        assert tuple(sorted(row)) == tuple(sorted(COLUMNS[name]))
        if row["words"] is None:
            assert (name, row["start"], row["end"]) == ("accounts", None, None)
            continue
        words = texts[str(row["document"])][row["start"] : row["end"]]  # type: ignore[misc]
        assert row["words"] == words


def test_the_accounts_say_what_a_story_is(report: ReportData) -> None:
    rows = table_rows(report, "accounts")
    (story,) = report.stories
    assert {row["key"] for row in rows} == {a.key for a in name_accounts(report).values()}
    assert len({row["origin_group"] for row in rows}) == len(story.comparison.story.origin_groups)
    assert len({(row["story"], row["title"]) for row in rows}) == 1
    assert {row["account"] for row in table_rows(report, "points")} <= {r["account"] for r in rows}


def test_csv_reads_back(report: ReportData) -> None:
    lines = list(csv.DictReader(io.StringIO(table_csv(report, "conflicts", raw=True), newline="")))
    rows = table_rows(report, "conflicts")
    assert [line["words"] for line in lines] == [row["words"] for row in rows]
    assert [int(line["start"]) for line in lines] == [row["start"] for row in rows]


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(UsageError, match="no table 'nonsense'; there are points"):
        table_rows(invented_report(), "nonsense")


def test_tables_have_two_forms(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no tables in the form 'xlsx'; there are csv, parquet"):
        write_tables(invented_report(), tmp_path / "new", "xlsx")
    assert not list(tmp_path.iterdir())


def test_frames_and_parquet(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = Report(invented_report()).to_frame("quotes")
    assert list(frame.columns) == list(COLUMNS["quotes"])
    assert set(frame["likeness"]) == {"reworded"}
    write_tables(invented_report(), tmp_path, "parquet")
    back = pandas.read_parquet(tmp_path / "points.parquet")
    assert list(back["words"]) == list(Report(invented_report()).to_frame("points")["words"])


def test_annotations_select_the_words(report: ReportData) -> None:
    sources = {
        account.live_url or f"urn:asreported:{account.id}": account.document.text
        for account in name_accounts(report).values()
    }
    items = json.loads(render_annotations(report))["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        place, quote = item["target"]["selector"]
        text = sources[item["target"]["source"]]
        words = text[place["start"] : place["end"]]
        assert place["type"] == "TextPositionSelector"
        assert quote["exact"] == words
        assert text[: place["start"]].endswith(quote["prefix"])


def test_ach_marks_one_side_a_row() -> None:
    rows = list(csv.DictReader(io.StringIO(render_ach(invented_report()))))
    first = [row for row in rows if row["conflict"] == "c1"]
    assert [row["row"] for row in first] == ["hypotheses", "evidence", "evidence", "evidence"]
    assert (first[0]["H1"], first[0]["H2"]) == ("214 people", "at least 230 people")
    assert [(r["account"], r["H1"], r["H2"]) for r in first[1:]] == [
        ("harbour observer", "C", "I"),
        ("North Shore Post", "C", "I"),
        ("ledger", "I", "C"),
    ]
    # The two that copy each other are one origin.
    assert first[1]["origin"] == first[2]["origin"] != first[3]["origin"]


def test_markdown_links_to_the_live_words() -> None:
    note = render_markdown(invented_report())
    assert "(https://blog.example/2031/marigold?x=1#:~:text=" in note
    assert "- **How many people were aboard?** number, contradiction" in note


def test_show_finds_by_key_name_and_beginning() -> None:
    documents = [r.document for r in invented_report().stories[0].comparison.readings]
    for name in ("ledger", "ledger.txt", "ledg", "event/ledger.txt", "report.html#ledger"):
        place = parse_place(f"{name}:98-117")
        out = render_place(find_account(place, documents), place)
        assert ">>>at least 230 people<<<" in " ".join(out.split())
    assert parse_place("[ledger:98-117],") == parse_place("ledger:98-117")
    label = parse_place("north shore post:1-5")
    assert find_account(label, documents).key == "north-shore"


def test_accounts_of_one_name_are_told_apart_by_key() -> None:
    documents = [r.document for r in invented_report().stories[0].comparison.readings][:2]
    same = [replace(document, name="a.txt") for document in documents]
    with pytest.raises(UsageError, match=r"a\.txt: may be a, a-2"):
        find_account(parse_place("a.txt:1-2"), same)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("ledger", "expected NAME:START-END"),
        ("ledger:9-9", "the end, 9, is not beyond the start, 9"),
        ("ledger:9-2", "the end, 2, is not beyond the start, 9"),
        ("ledger:1-99999", "has 36[0-9] characters, not 99999"),
        ("nobody:1-2", "no such account; there are blog, harbour, ledger, north-shore"),
    ],
)
def test_show_says_what_is_wrong(place: str, message: str) -> None:
    documents = [r.document for r in invented_report().stories[0].comparison.readings]
    with pytest.raises(UsageError, match=message):
        find_account(parse_place(place), documents)


def test_the_report_shows_itself() -> None:
    report = Report(invented_report())
    assert [p.id for p in report.points] == ["p1", "p2", "p3", "p4"]
    assert len(report.conflicts) == 2
    assert report._repr_html_().startswith("<iframe srcdoc=")
    assert report.to_dict()["asreported"]["schema"] == 1


def test_words_that_are_odd_in_many_places_are_shown_once() -> None:
    text = (
        "Mayor Ada Strzok spoke in Zell. “It is late,” Strzok said. Mayor Ada Strzok went home, "
        "and Strozk slept. Then Strzok woke. Ada Strzok left Zell by boat in the morning."
    )
    rest = "The ferry of Zell left at noon, and the sea was calm. Nobody was on deck but a dog. "
    found = compare_texts(text, rest * 3)
    (odd,) = (i for r in found.readings for i in r.internals if "spellings" in i.reason)
    assert len(odd.spans) > 2
    out = render_text(ReportData((StoryReport(found, ()),), (), "", ""))
    line = next(each for each in out.splitlines() if "“Strozk”" in each)
    assert line.count("“Strzok”") == 1
