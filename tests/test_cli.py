"""The command line: exit codes, bad input, formats, start-up time."""

import json
import resource
import subprocess
import sys
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
    assert len(list(folder.iterdir())) == 5


def test_what_a_folder_holds_besides_is_told(tmp_path: Path, example_files: list[Path]) -> None:
    for file in example_files[:2]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    for name in ("a.jpg", "style.css", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
    code, _, told = run("group", tmp_path)
    assert code == 0
    assert told == "left aside: 2 files of other kinds (.css, .jpg)\n"
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

    monkeypatch.setattr("asreported.report.tables.write_tables", full)
    code, _, told = run("compare", example_files[0], "--format", "csv", "-o", tmp_path / "tables")
    assert code == 2
    assert told.rstrip().endswith("tables: no space left on device")


def test_help_is_quick() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "asreported", "--help"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < HELP_CPU_SECONDS
