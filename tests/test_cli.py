"""The command line: exit codes, bad input, formats, start-up time."""

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from asreported.cli import main

HELP_CPU_SECONDS = 0.2


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_all_inputs_read(example_files: list[Path]) -> None:
    code, out, _ = run("compare", *example_files)
    assert code == 0
    assert "Port Verrin" in out


@pytest.mark.parametrize(
    "arguments", [["compare"], ["compare", "--format", "x", "y"], ["nonsense"]]
)
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    assert run(*arguments)[0] == 2


BAD = {
    "missing": None,
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 40,
    "too_large": b"A page of text. " * 3_200_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_the_rest_goes_on(
    name: str, tmp_path: Path, example_files: list[Path]
) -> None:
    bad = tmp_path / f"{name}.txt"
    content = BAD[name]
    if content is not None:
        bad.write_bytes(content)
    code, out, _ = run("compare", bad, *example_files[:2], "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert [failure["name"] for failure in report["failures"]] == [bad.name]
    assert bad.name in report["failures"][0]["error"]
    assert len(report["documents"]) == 2


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        (
            "read",
            {"id", "name", "text", "regions", "statements", "quantities", "dates", "entities"},
        ),
        ("group", {"document", "name", "story", "origin_group"}),
    ],
)
def test_a_line_an_article(command: str, keys: set[str], example_files: list[Path]) -> None:
    code, out, _ = run(command, *example_files, "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(lines) == len(example_files)
    assert all(keys <= line.keys() for line in lines)


@pytest.mark.parametrize("ending", ["html", "json", "md"])
def test_output_form_follows_the_ending(
    ending: str, tmp_path: Path, example_files: list[Path]
) -> None:
    target = tmp_path / f"report.{ending}"
    assert run("compare", *example_files[:2], "-o", target)[0] == 0
    begins = {"html": "<!doctype html>", "json": "{", "md": "# "}[ending]
    assert target.read_text("utf-8").startswith(begins)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["-o", "out.pdf"], id="an ending of no form"),
        pytest.param(["--format", "parquet", "-o", "x.parquet"], id="tables in one file"),
        pytest.param(["--format", "parquet"], id="tables on the screen"),
    ],
)
def test_a_target_of_another_form_is_wrong_usage(
    arguments: list[str], tmp_path: Path, example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("compare", example_files[0].resolve(), *arguments)[0] == 2
    assert not list(tmp_path.iterdir())


def test_csv_is_one_table_or_a_folder_of_all(tmp_path: Path, example_files: list[Path]) -> None:
    file, folder = tmp_path / "x.csv", tmp_path / "tables"
    code, _, told = run("compare", *example_files[:2], "-o", file)
    assert code == 0
    assert file.read_text("utf-8").startswith("story,point,")
    assert "the table points alone" in told
    assert run("compare", *example_files[:2], "--format", "csv", "-o", folder)[0] == 0
    assert (folder / "points.csv").read_text("utf-8") == file.read_text("utf-8")
    assert len(list(folder.iterdir())) == 6


def test_a_table_is_csv(example_files: list[Path]) -> None:
    file = example_files[0]
    assert run("compare", file, "--table", "quotes")[1].startswith("story,variants,")
    code, _, told = run("compare", file, "--table", "quotes", "--format", "json")
    assert code == 2
    assert "this is to be json" in told


def test_who_forgets_the_command_is_told_it(tmp_path: Path) -> None:
    code, _, told = run(tmp_path)
    assert code == 2
    assert told.rstrip().endswith(f"compare {tmp_path}")
    assert "compare" not in run("nonsense")[2].rpartition("Error:")[2]


def test_a_folder_is_no_file_to_write_to_and_told_at_once(
    tmp_path: Path, example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asreported.library.compare", None)
    for target in (f"{tmp_path}/new/", tmp_path, tmp_path / "missing" / "report.html"):
        code, _, told = run("compare", example_files[0], "-o", target)
        assert code == 2
        assert "folder" in told
    assert not list(tmp_path.iterdir())


def test_group_names_headline_and_day(tmp_path: Path) -> None:
    told = tmp_path / "told.jsonl"
    records = [
        {"title": "Mill burns", "text": "The mill burned down on Monday.", "date": "2031-04-02"},
        {"text": "The mill burned down on Monday."},
    ]
    told.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    lines = [json.loads(line) for line in run("group", told)[1].splitlines()]
    heads = {line["name"]: (line["headline"], line["published"]) for line in lines}
    assert heads == {"told.jsonl#1": ("Mill burns", "2031-04-02"), "told.jsonl#2": (None, None)}


def test_several_stories_have_a_list(tmp_path: Path, example_files: list[Path]) -> None:
    lone = tmp_path / "00.md"
    lone.write_text("# Choir sings\n\nThe choir of Alder Mill sang on Sunday.\n", "utf-8")
    out = run("compare", lone, *example_files[:2])[1]
    assert out.startswith("3 articles tell 2 stories")
    assert "\n  2  Choir sings (1 article)\n" in out
    assert "\n\nSTORY 2\nChoir sings\n" in out
    assert "STORY" not in run("compare", *example_files[:2])[1]


def test_what_could_not_be_read_is_no_missing_account(tmp_path: Path) -> None:
    code, _, told = run("show", "herald:0-5", tmp_path / "herald.txt")
    assert code == 2
    assert told.startswith("not used: herald.txt: no such file")


def test_a_file_of_something_else_is_not_told_of_line_by_line(tmp_path: Path) -> None:
    table = tmp_path / "a.jsonl"
    table.write_text("1, 2, 3\n" * 8, "utf-8")
    code, out, told = run("compare", table)
    assert code == 1
    assert told.count("a.jsonl#") == out.count("a.jsonl#") == 5
    assert "not used: a.jsonl: and 3 more records\n" in told
    assert run("compare", table, "--all")[1].count("a.jsonl#") == 8


def test_records_without_text_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    table = tmp_path / "a.jsonl"
    table.write_text("null\n" * 30, "utf-8")
    code, out, told = run("compare", table, "--all")
    assert code == 1
    named = [f"  a.jsonl#{number}: no record" for number in range(1, 11)]
    lines = out.splitlines()[1:]
    assert [line.partition(" with")[0] for line in lines[:-1]] == named
    assert lines[-1] == "  a.jsonl: and 20 more records without text [no_text]"
    assert told.splitlines()[-2:] == [
        "not used: a.jsonl: and 5 more records",
        f"not used: {lines[-1].strip()}",
    ]


def test_a_page_without_text_is_named_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<html><body></body></html>", "utf-8")
    (tmp_path / "b.txt").write_text("The mill of Verrin burned down.", "utf-8")
    code, _, told = run("group", tmp_path)
    assert code == 1
    assert told.startswith("not used: a/index.html: ")


def test_nothing_read_is_told_without_our_own_words(tmp_path: Path) -> None:
    out = run("compare", tmp_path / "herald.txt")[1]
    assert out == "FAILED 1\n  herald.txt: no such file or directory [unreadable]\n"


def test_what_a_folder_holds_besides_is_told(tmp_path: Path, example_files: list[Path]) -> None:
    for file in example_files[:2]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for name in ("a.jpg", "style.css", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    code, _, told = run("group", tmp_path)
    assert code == 0
    assert told == "left aside: 2 files of other kinds (.css, .jpg)\n"
    for number in range(8):
        (tmp_path / f"a.{number}").write_bytes(b"x")
    kinds = ", ".join(f".{number}" for number in range(8))
    told = run("group", tmp_path)[2]
    assert told == f"left aside: 10 files of other kinds ({kinds} and 2 more)\n"
    (tmp_path / "letter.docx").write_bytes(b"PK")
    code, _, told = run("group", tmp_path)
    assert code == 1
    assert told.startswith("not used: letter.docx: .docx files are not read")


def test_group_calls_accounts_as_show_does(example_files: list[Path]) -> None:
    first = json.loads(run("group", *example_files)[1].splitlines()[0])
    place = f"{first['account']}:0-5"
    code, out, _ = run("show", place, *example_files)
    assert code == 0
    assert out.startswith(first["label"])
    assert place in out


def test_the_largest_story_comes_first(tmp_path: Path, example_files: list[Path]) -> None:
    lone = tmp_path / "00.txt"
    lone.write_text(
        "Choir sings\n\nThe choir of Alder Mill sang twelve songs on Sunday.\n", "utf-8"
    )
    stories = json.loads(run("compare", lone, *example_files[:3], "--format", "json")[1])["stories"]
    assert [len(story["documents"]) for story in stories] == [3, 1]
    assert not any(finding["text"].startswith("Only") for finding in stories[1]["findings"])


@pytest.mark.parametrize("command", ["compare", "read", "group"])
@pytest.mark.parametrize("target", ["missing/report", "."])
def test_a_target_that_cannot_be_written_exits_2(
    command: str, target: str, tmp_path: Path, example_files: list[Path]
) -> None:
    code, _, err = run(command, example_files[0], "-o", tmp_path / target)
    assert code == 2
    assert str(tmp_path) in err
    assert not list(tmp_path.iterdir())


def test_a_link_is_written_through_and_a_device_stays_one(
    tmp_path: Path, example_files: list[Path]
) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(real)
    assert run("group", example_files[0], "-o", link)[0] == 0
    assert link.is_symlink()
    assert json.loads(real.read_text("utf-8"))["name"] == example_files[0].name
    assert run("group", example_files[0], "-o", "/dev/null")[0] == 0
    assert not Path("/dev/null").is_file()


def test_a_closed_pipe_is_no_failure(example_files: list[Path]) -> None:
    command = [sys.executable, "-m", "asreported", "compare", str(example_files[0])]
    with subprocess.Popen(
        [*command, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert b"Traceback" not in told
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("closed", "inputs", "code"),
    [
        pytest.param(">&-", "a.txt", 0, id="output"),
        pytest.param("<&-", "-", 1, id="input"),
        pytest.param("<&- >&-", "a.txt -o r.html", 0, id="input and output"),
    ],
)
def test_a_closed_stream_is_no_crash(
    closed: str, inputs: str, code: int, tmp_path: Path, example_files: list[Path]
) -> None:
    (tmp_path / "a.txt").write_bytes(example_files[0].read_bytes())
    command = f"{sys.executable} -m asreported compare {inputs} {closed}"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    assert done.returncode == code
    assert ("standard input is closed" in done.stderr) == (inputs == "-")
    assert (tmp_path / "r.html").exists() == ("r.html" in inputs)


def test_a_folder_of_tables_that_cannot_be_written_is_named(
    tmp_path: Path, example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> list[Path]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("asreported.report.exports.tables.write_tables", full)
    code, _, told = run("compare", example_files[0], "--format", "csv", "-o", tmp_path / "tables")
    assert code == 4
    assert told.rstrip().endswith("tables: no space left on device")


def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "asreported", "--help"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < HELP_CPU_SECONDS


@pytest.mark.parametrize(
    "words", [["--help"], ["compare", "--help"], ["group"], ["group", "-o", "/dev/full"]]
)
def test_a_full_disk_is_told_without_a_traceback(
    words: list[str], example_files: list[Path]
) -> None:
    inputs = [] if "--help" in words else [str(example_files[0])]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "asreported", words[0], *inputs, *words[1:]],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 4
    assert "no space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_who_interrupts_is_told_so() -> None:
    # "-" waits for words that do not come.
    with subprocess.Popen(
        [sys.executable, "-m", "asreported", "group", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]
    assert process.returncode == 130
    assert told.strip() == b"interrupted"


def test_a_missing_library_is_told_before_the_work(
    tmp_path: Path, example_files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asreported.report.exports.tables.find_spec", lambda _: None)
    monkeypatch.setattr("asreported.library.compare", None)
    target = tmp_path / "tables"
    code, _, told = run("compare", example_files[0], "--format", "parquet", "-o", target)
    assert code == 2
    assert "pip install -e '.[tables]'" in told
    assert not target.exists()
