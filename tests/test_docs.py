"""What the documents claim is what the program does."""

import doctest
import re
from pathlib import Path

import pytest

from scripts.write_readme import SPEED, written
from tests.conftest import ROOT

README = ROOT / "README.md"


def test_generated_parts_of_the_readme_are_fresh() -> None:
    text = README.read_text("utf-8")
    assert written(text) == text, "run scripts/write_readme.py"


def test_table_of_costs_is_the_one_measured() -> None:
    text = SPEED.read_text("utf-8")
    assert written(text) == text, "run scripts/write_readme.py"
    assert "to the power of" in text


@pytest.mark.parametrize("page", [README, ROOT / "docs" / "tutorial.md"], ids=lambda p: p.name)
def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert tried
    assert not failed


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")))
def test_links_lead_to_files(page: object) -> None:
    path = ROOT / str(page)
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_files_that_the_guide_to_the_code_names_exist() -> None:
    guide = (ROOT / "docs" / "code.md").read_text("utf-8")
    known = [
        f"/{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}"
        for folder in ("src", "tests", "eval")
        for path in (ROOT / folder).rglob("*")
    ]
    named = [name for name in re.findall(r"`([\w/]+(?:\.py|/))`", guide) if "NAME" not in name]
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in known)] == []


def test_the_guide_to_the_code_names_every_package() -> None:
    guide = (ROOT / "docs" / "code.md").read_text("utf-8")
    packages = {path.parent.name for path in (ROOT / "src/asreported").rglob("*/__init__.py")}
    assert sorted(name for name in packages if f"`{name}/`" not in guide) == []


def test_readme_names_every_command() -> None:
    from asreported.cli import main

    text = README.read_text("utf-8")
    assert all(f"asreported {name} " in text for name in main.commands)
