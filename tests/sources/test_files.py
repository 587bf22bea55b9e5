"""What the caller names becomes pages; what cannot be used is named, and the rest goes on."""

import errno
import gzip
import io
import json
import lzma
import os
import re
from pathlib import Path

import pytest

from asreported.errors import UsageError
from asreported.model.source import Failure, Page
from asreported.settings import Settings
from asreported.sources import folders
from asreported.sources.files import left_aside, read_pages

SETTINGS = Settings(max_file_bytes=2_000)


def read(*inputs: str | Path) -> list[Page | Failure]:
    return list(read_pages(inputs, SETTINGS))


def failure(*inputs: str | Path) -> Failure:
    (found,) = read(*inputs)
    assert isinstance(found, Failure)
    return found


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.txt", "text"),
        ("a", "text"),
        ("a.md", "markdown"),
        ("a.HTML", "html"),
        ("a.htm", "html"),
    ],
)
def test_the_ending_tells_the_medium(name: str, media: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"Some text.")
    assert read(path) == [Page(name, b"Some text.", media)]


def test_a_folder_is_read_by_name_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "image.png", "deep/c.html", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"text")
    assert [page.name for page in read(tmp_path)] == ["a.md", "b.txt", "c.html"]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda path: None, "unreadable"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(b"x" * 2_001), "too_large"),
        (lambda path: path.mkdir(), "empty_folder"),
    ],
    ids=["missing", "empty", "too large", "empty folder"],
)
def test_what_cannot_be_used_is_named(prepare: object, code: str, tmp_path: Path) -> None:
    path = tmp_path / "named.txt"
    assert callable(prepare)
    prepare(path)
    found = failure(path)
    assert found.name == "named.txt"
    assert f"[{code}]" in found.error


@pytest.mark.parametrize(
    ("bound", "most", "code"),
    [
        ("_MOST_ARTICLES", 1, "too_many"),
        ("_MOST_BYTES", 15, "too_large"),
        ("_MOST_FILES", 2, "too_many"),
    ],
)
def test_a_folder_of_too_much_is_refused_whole_and_unread(
    bound: str, most: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "deep/b.md", "deep/c.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"Some text.")
    assert len(read(tmp_path)) == 2
    monkeypatch.setattr(folders, bound, most)
    found = failure(tmp_path)
    assert found.name == tmp_path.name
    assert f"[{code}]" in found.error
    assert left_aside(tmp_path) == []


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "https://news.example/a", "HTTP://x"])
def test_addresses_are_refused_and_not_fetched(address: str) -> None:
    assert "[not_fetched]" in failure(address).error


def test_odd_names_are_failures_not_crashes() -> None:
    assert "[unreadable]" in failure("a\0b").error
    assert "[not_a_file]" in failure("/dev/null").error


def test_one_bad_input_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"text")
    found = read(tmp_path / "missing.txt", tmp_path / "good.txt", tmp_path / "gone.txt")
    assert [type(item).__name__ for item in found] == ["Failure", "Page", "Failure"]


def test_standard_input_is_text_html_or_records(monkeypatch: pytest.MonkeyPatch) -> None:
    def piped(content: bytes) -> Page | Failure:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        (found,) = read("-")
        return found

    assert piped(b"Plain words.") == Page("stdin", b"Plain words.", "text")
    assert piped(b"<!doctype html><html><p>x") == Page(
        "stdin", b"<!doctype html><html><p>x", "html"
    )
    headed = b"[Updated 5 pm] Ferry sinks off Port Verrin\n\nA ferry sank."
    assert piped(headed) == Page("stdin", headed, "text")
    braced = b"{Correction} The ferry did not sink."
    assert piped(braced) == Page("stdin", braced, "text")
    record = piped(b'{"id": "r1", "title": "T", "text": "Words."}')
    assert record == Page("r1", "T\n\nWords.", "text", {"title": "T"})
    array = piped(b'\n[\n  {\n    "id": "r1", "title": "T",\n    "text": "Words."\n  }\n]\n')
    assert array == record


RECORDS = [
    {"id": "one", "title": "T", "text": "Words."},
    {"url": "https://x.example/2", "text": "W"},
]


@pytest.mark.parametrize("packed", ["", ".gz", ".xz"])
@pytest.mark.parametrize("form", ["lines.jsonl", "array.json"])
def test_records_packed_or_not(form: str, packed: str, tmp_path: Path) -> None:
    lines = "\n".join(map(json.dumps, RECORDS)) + "\n\n"
    content = (lines if form.endswith("l") else json.dumps(RECORDS)).encode()
    pack = {"": bytes, ".gz": gzip.compress, ".xz": lzma.compress}[packed]
    path = tmp_path / (form + packed)
    path.write_bytes(pack(content))
    pages = [item for item in read(path) if isinstance(item, Page)]
    assert [(page.name, page.content) for page in pages] == [
        ("one", "T\n\nWords."),
        ("https://x.example/2", "W"),
    ]


NEWS_PLEASE = {
    "title": "T",
    "maintext": "Words.",
    "date_publish": "2026-04-14 08:00:00",
    "source_domain": "x.example",
    "authors": ["Ann Vale", "Bo Reed"],
    "url": "https://x.example/1",
}
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage"},
        {
            "@type": "NewsArticle",
            "headline": "T",
            "articleBody": "Words.",
            "datePublished": "2026-04-14",
            "publisher": {"@type": "Organization", "name": "The X"},
            "author": [{"name": "Ann Vale"}, {"name": "Bo Reed"}],
            "mainEntityOfPage": {"@id": "https://x.example/1"},
        },
    ],
}


@pytest.mark.parametrize(
    ("record", "date", "outlet"),
    [(NEWS_PLEASE, "2026-04-14 08:00:00", "x.example"), (SCHEMA_ORG, "2026-04-14", "The X")],
    ids=["news-please", "schema.org"],
)
def test_known_formats(record: object, date: str, outlet: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(record))
    fields = {
        "title": "T",
        "date": date,
        "outlet": outlet,
        "authors": "Ann Vale\nBo Reed",
        "url": "https://x.example/1",
    }
    assert read(path) == [Page("https://x.example/1", "T\n\nWords.", "text", fields)]


def test_a_broken_line_is_named_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": \n{"text": "Three."}\n')
    first, broken, third = read(path)
    assert isinstance(broken, Failure)
    assert broken.name == "a.jsonl#2"
    assert isinstance(first, Page) and first.name == "a.jsonl#1"
    assert isinstance(third, Page) and third.content == "Three."


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n' * 500)[:40], "damaged"),
        ("a.jsonl.xz", b"no archive", "damaged"),
        ("a.json", b'[{"url": "https://x.example/"}]', "no_text"),
        ("a.json", b"[]", "no_records"),
        ("a.jsonl", b'{"text": "' + b"x" * 3_000 + b'"}\n', "too_large"),
    ],
    ids=["cut gzip", "no xz", "no text", "no records", "long line"],
)
def test_damaged_records(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    found = read(tmp_path / name)[-1]
    assert isinstance(found, Failure)
    assert f"[{code}]" in found.error


def test_t03_lone_surrogate_becomes_the_replacement_character(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a \\ud800 b"}\n')
    (page,) = read(path)
    assert isinstance(page, Page)
    assert isinstance(page.content, str)
    page.content.encode("utf-8")
    assert "\ufffd" in page.content


def test_deep_nesting_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" * 1_900)
    assert "not JSON" in failure(path).error


@pytest.mark.parametrize("kind", [str, Path])
def test_one_input_needs_no_list(kind: type, tmp_path: Path) -> None:
    # Its letters are no inputs: one of them is "/", all that the machine holds.
    (tmp_path / "a.txt").write_text("A bridge was closed.", "utf-8")
    (page,) = read_pages(kind(tmp_path), Settings())
    assert isinstance(page, Page)
    assert page.name == "a.txt"
    (tmp_path / "b.css").write_text("x", "utf-8")
    assert left_aside(kind(tmp_path)) == [tmp_path / "b.css"]


def test_an_empty_name_is_not_the_working_folder() -> None:
    assert "[no_name]" in failure("").error


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    os.mkfifo(tmp_path / "b.txt")
    page, pipe = read(tmp_path)
    assert page == Page("a.txt", b"text", "text")
    assert isinstance(pipe, Failure)
    assert "[not_a_file]" in pipe.error


def test_a_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"text")
    assert read(os.fsdecode(path)) == [Page("a\ufffd.txt", b"text", "text")]


@pytest.mark.parametrize(
    ("locked", "expected"),
    [("deep", ["a.txt", "deep: permission denied"]), ("", ["named: permission denied"])],
    ids=["a folder below", "the folder given"],
)
def test_a_folder_that_cannot_be_listed_is_named(
    locked: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "named"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_bytes(b"text")
    (folder / "deep" / "b.txt").write_bytes(b"text")
    listed = os.scandir

    def refuse(path: str) -> object:
        # The tests may run as root, whom no mode keeps out.
        if Path(path) == folder / locked:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = read(folder)
    assert [item.name if isinstance(item, Page) else item.error for item in found] == [
        error if error.endswith(".txt") else f"{error} [unreadable]" for error in expected
    ]


def test_the_working_folder_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert failure(".") == Failure(
        ".", "sources", ".: no article files in this folder [empty_folder]"
    )


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("Fire.html", "Fire_files/frame.html", "Fire_files/more/ad.htm", "x_files/y.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>Words.", "utf-8")
    assert [item.name for item in read(tmp_path)] == ["Fire.html", "y.html"]
    aside = ["Fire_files/frame.html", "Fire_files/more/ad.htm"]
    assert left_aside([tmp_path]) == [tmp_path / name for name in aside]


def test_a_failure_in_a_folder_names_the_path(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.jsonl").write_text('{"text": "One."}\nnull\n')
    (tmp_path / "a" / "empty.txt").write_bytes(b"")
    (tmp_path / "a" / "x.pdf").write_bytes(b"PDF")
    failures = [item for item in read(tmp_path) if item.name != "c.jsonl#1"]
    assert [item.name for item in failures] == ["a/empty.txt", "a/x.pdf", "a/b/c.jsonl#2"]
    assert all(
        isinstance(item, Failure) and item.error.startswith(f"{item.name}: ") for item in failures
    )


def test_a_page_of_a_folder_knows_its_path(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_bytes(b"Words.")
    (page,) = read(tmp_path)
    assert isinstance(page, Page) and (page.name, page.path) == ("b.txt", "a/b.txt")


@pytest.mark.parametrize("inputs", [3, None, b"x", [3], [None], [b"x"]])
def test_what_is_no_path_is_told(inputs: object) -> None:
    given = inputs[0] if isinstance(inputs, list) else inputs
    with pytest.raises(UsageError, match=f"not {re.escape(repr(given))}"):
        list(read_pages(inputs, Settings()))  # type: ignore[arg-type]
