"""Article records: what stands for too much is refused early, what is damaged is told once."""

import gzip
import json
import lzma
import tracemalloc
from pathlib import Path

import pytest

from asreported.documents.build import read_document
from asreported.model.source import Failure, Page
from asreported.settings import Settings
from asreported.sources.files import read_pages

SETTINGS = Settings(max_file_bytes=200_000)
RECORDS = [{"id": f"r{n}", "text": f'Words, [and] {{more}} \\ "{n}".'} for n in range(3)]


def told(path: Path, settings: Settings = SETTINGS) -> list[str]:
    """Return the text of each page, and the code of each failure, in order."""
    found = read_pages([path], settings)
    return [
        str(item.content) if isinstance(item, Page) else item.error.rpartition(" ")[2]
        for item in found
    ]


BOMBS = {
    "empty lists": ("a.json", "[" + "[]," * 40_000 + "[]]", "more than the 2,000 records"),
    "a record of lists": (
        "a.json",
        '[{"text": "x", "a": [' + "[]," * 40_000 + "[]]}]",
        "record 1 has more than the 1,000 values",
    ),
    "one object of lists": (
        "a.json",
        '{"text": "x", "a": [' + "[]," * 40_000 + "[]]}",
        "more than 1,000 values in one record",
    ),
    "a line of lists": (
        "a.jsonl",
        '{"text": "x", "a": [' + "[]," * 40_000 + "[]]}",
        "more than 1,000 values in one record",
    ),
    "open brackets": ("a.json", "[" * 90_000, "record 1 has more than the 1,000 values"),
    "a long record": (
        "a.json",
        '[{"text": "' + "x" * 300_000,
        "record 1 is larger than the 0.2 MB",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_unpacks_to_too_much_is_refused_before_it_is_built(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound, value in {"_CHUNK": 10_000, "_MOST_ITEMS": 2_000, "MOST_VALUES": 1_000}.items():
        monkeypatch.setattr(f"asreported.sources.arrays.{bound}", value)
    monkeypatch.setattr("asreported.sources.records.MOST_VALUES", 1_000)
    ending, content, reason = BOMBS[name]
    path = tmp_path / f"{ending}.gz"
    path.write_bytes(gzip.compress(content.encode()))
    tracemalloc.start()
    *textless, found = read_pages([path], SETTINGS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found, Failure)
    assert len(textless) == (11 if name == "empty lists" else 0)
    assert path.name in found.error
    assert reason in found.error
    assert peak < 6 * len(content)


def test_the_arrays_of_a_file_have_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "x" * 900}] * 30))
    assert told(path, Settings(max_file_bytes=1_000)) == ["[too_large]"]
    assert len(told(path, Settings(max_file_bytes=2_000))) == 30


ENDLESS = {
    "empty lines": ("a.jsonl.gz", b"\n"),
    "empty lines before an object": ("a.json.gz", b"\n"),
    "empty objects": ("a.ndjson.gz", b"{}\n"),
    "empty objects in xz": ("a.jsonl.xz", b"{}\n"),
    "articles": ("A.JSONL.GZ", b'{"text": "One."}\n'),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_unpacks_without_an_end_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asreported.sources.packed._ANYWAY", 100_000)
    ending, line = ENDLESS[name]
    pack = lzma.compress if ending.endswith("xz") else gzip.compress
    path = tmp_path / ending
    path.write_bytes(pack(line * (300_000 // len(line))))
    *before, found = read_pages([path], SETTINGS)
    articles = [item for item in before if isinstance(item, Page)]
    assert len(before) - len(articles) == (11 if "objects" in name else 0)
    assert isinstance(found, Failure)
    assert found.name == ending
    assert found.error.startswith(f"{ending}: unpacks to more than 0.")
    assert "[too_large]" in found.error
    assert (5_000 < len(articles) < 300_000 // len(line)) if name == "articles" else not articles


@pytest.mark.parametrize("line", ["\n", "1\n", "{}\n", '{"url": "https://x.example/"}\n'])
def test_lines_without_an_article_have_a_bound(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asreported.sources.records._MOST_BARREN", 100)
    path = tmp_path / "a.jsonl"
    article = '{"text": "One."}\n'
    path.write_text((line * 99 + article) * 3)
    assert [text for text in told(path) if text != "[no_text]"] == ["One."] * 3
    path.write_text(article + line * 100 + article)
    failure = list(read_pages([path], SETTINGS))[-1]
    assert isinstance(failure, Failure)
    assert failure.error == (
        "a.jsonl: no article in 100 lines or records on end; the rest is not read [no_records]"
    )


@pytest.mark.parametrize("ending", ["a.jsonl.gz", "a.jsonl.xz"])
def test_articles_that_shrink_much_are_read(ending: str, tmp_path: Path) -> None:
    pack = lzma.compress if ending.endswith("xz") else gzip.compress
    lines = b'{"text": "One."}\n' * 50_000
    (tmp_path / ending).write_bytes(pack(lines))
    assert len(lines) > 200 * (tmp_path / ending).stat().st_size
    assert told(tmp_path / ending) == ["One."] * 50_000


def test_a_file_of_something_else_is_told_of_so_often(tmp_path: Path) -> None:
    path = tmp_path / "table.jsonl"
    path.write_text("a;b\n" * 5_000)
    *damaged, last = read_pages([path], SETTINGS)
    assert len(damaged) == 1_000
    assert isinstance(last, Failure)
    assert last.name == "table.jsonl"
    assert "1,000 records are; the rest is not read" in last.error


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("chunk", [1, 2, 7, 1_000])
def test_items_are_cut_where_they_end(
    chunk: int, indent: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asreported.sources.arrays._CHUNK", chunk)
    path = tmp_path / "a.json"
    nested = [RECORDS[0], [RECORDS[1]], {"@graph": [RECORDS[2], "é", 1, None, {}]}, []]
    path.write_text("\ufeff" + json.dumps(nested, indent=indent, ensure_ascii=False), "utf-8")
    assert told(path) == [*(record["text"] for record in RECORDS), "[no_text]"]


@pytest.mark.parametrize("ending", ["a.jsonl", "a.json"])
def test_what_has_no_text_is_named_by_its_line(ending: str, tmp_path: Path) -> None:
    lines = ["null", '{"title": "No text"}', "[]", "42", '{"text": "One."}', '"words"']
    path = tmp_path / ending
    is_array = ending == "a.json"
    path.write_text(f"[{','.join(lines)}]" if is_array else "\n" + "\n\n".join(lines) + "\n")
    found = list(read_pages([path], SETTINGS))
    assert [item.name for item in found] == [
        f"{ending}#{number if is_array else 2 * number}" for number in range(1, 7)
    ]
    errors = [item.error for item in found if isinstance(item, Failure)]
    assert [error.partition(": ")[2].partition(" (")[0] for error in errors] == [
        "no record with a text, but null [no_text]",
        "a record without text",
        "no record with a text, but an empty list [no_text]",
        "no record with a text, but a number [no_text]",
        "no record with a text, but a string [no_text]",
    ]


def test_records_without_text_are_named_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": "No text"}\n' * 60 + '{"text": "One."}\n')
    *named, page, counted = read_pages([path], SETTINGS)
    assert [item.name for item in named] == [f"a.jsonl#{number}" for number in range(1, 11)]
    assert isinstance(page, Page) and page.name == "a.jsonl#61"
    assert counted == Failure(
        "a.jsonl", "sources", "a.jsonl: and 50 more records without text [no_text]"
    )


def test_records_of_one_line_have_a_name_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n[{"text": "Two."}, [{"text": "Three."}, 4]]\n')
    names = [item.name for item in read_pages([path], SETTINGS)]
    assert names == ["a.jsonl#1", "a.jsonl#2.1", "a.jsonl#2.2", "a.jsonl#2.3"]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_json_does_not_know_is_damage(constant: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "One."}}\n{{"title": {constant}, "text": "Two."}}\n')
    _, failure = read_pages([path], SETTINGS)
    assert failure == Failure(
        "a.jsonl#2",
        "sources",
        f"a.jsonl#2: not JSON: {constant} is no number there [damaged]",
    )


DAMAGED = {
    "cut in a record": (
        json.dumps(RECORDS, indent=2)[:-20],
        [RECORDS[0]["text"], RECORDS[1]["text"], "[damaged]"],
    ),
    "cut in an object": (json.dumps(RECORDS[0], indent=2)[:-5], ["[damaged]"]),
    "one record is none": ('[{"text": "a"}, {"text" "b"}, {"text": "c"}]', ["a", "[damaged]", "c"]),
    "something behind": ('[{"text": "a"}] and more', ["a", "[damaged]"]),
    "an array a line": ('[{"text": "a"}]\n[{"text": "b"}]\n', ["a", "b"]),
    "lines": ('{"text": "a"}\n{"text": \n{"text": "c"}\n', ["a", "[damaged]", "c"]),
    "a comma too many": ('[{"text": "a"},]', ["a"]),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_told_once_and_the_records_around_it_read(name: str, tmp_path: Path) -> None:
    content, expected = DAMAGED[name]
    path = tmp_path / "a.json"
    path.write_text(content)
    assert told(path) == expected


@pytest.mark.parametrize(
    ("date", "taken"),
    [
        ("1609459200", "1609459200"),
        ("1609459200000", "1609459200000"),
        ("1609459200.75", "1609459200"),
        ('"2021-01-01"', "2021-01-01"),
        ("1e999", None),
        ("1" * 400, None),
        ("true", None),
    ],
)
def test_a_date_may_be_counted(date: str, taken: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "Words.", "date": {date}, "source": 17}}')
    (page,) = read_pages([path], SETTINGS)
    assert isinstance(page, Page)
    assert page.fields == ({"date": taken} if taken else {})


def test_a_counted_date_is_the_day_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"title": "Ferry sinks", "text": "A ferry sank off Port Verrin.", "date": 1609459200}'
    )
    (page,) = read_pages([path], SETTINGS)
    assert isinstance(page, Page)
    published = read_document(page, SETTINGS).published
    assert published is not None and published.iso.startswith("2021-01-01T00:00")


@pytest.mark.parametrize(
    ("record", "told"),
    [
        pytest.param('{"text": 1' + "0" * 5000 + "}", "a number of too many digits", id="digits"),
        pytest.param('{"a":' * 5000, "nested too deep", id="depth"),
        pytest.param('{"text": x}', "Expecting value: line 1 column 10", id="syntax"),
    ],
)
def test_damage_is_told_in_words_of_the_file(record: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(record, "utf-8")
    (failure, *_) = read_pages([path], Settings())
    assert isinstance(failure, Failure)
    assert f"not JSON: {told}" in failure.error
    assert "sys." not in failure.error
