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


def test_readme_names_every_command() -> None:
    from asreported.cli import main

    text = README.read_text("utf-8")
    assert all(f"asreported {name} " in text for name in main.commands)
