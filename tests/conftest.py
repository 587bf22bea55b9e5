"""Where the test data lie."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "examples" / "port-verrin"


@pytest.fixture(scope="session")
def example_files() -> list[Path]:
    """The six invented accounts of the example event."""
    return sorted(p for p in EXAMPLE.iterdir() if p.suffix in {".txt", ".md"})


@pytest.fixture(scope="session")
def seed_files() -> list[Path]:
    """The five real articles in ../shared/seeds; skips where they are absent."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("../shared/seeds is absent")
    return files
