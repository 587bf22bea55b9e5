"""Every distribution that is installed with the package is one that the package loads."""

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = "\n".join(p.read_text("utf-8") for p in sorted((ROOT / "src").rglob("*.py")))


def listed() -> list[str]:
    """Return the names of the distributions that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[<>=!~\[; ]", wanted)[0] for wanted in project["dependencies"]]


def modules(distribution: str) -> set[str]:
    """Return the top-level modules that a distribution brings."""
    wanted = distribution.lower().replace("_", "-")
    return {
        module
        for module, owners in packages_distributions().items()
        if wanted in (owner.lower().replace("_", "-") for owner in owners)
    }


@pytest.mark.parametrize("distribution", listed())
def test_each_dependency_is_loaded(distribution: str) -> None:
    brought = modules(distribution)
    assert brought, f"{distribution} is not installed"
    # A model is loaded by its name, any other module by an import.
    loaded = (rf"^\s*(from|import) {module}\b|\"{module}\"" for module in brought)
    assert any(re.search(way, SOURCE, re.MULTILINE) for way in loaded)
