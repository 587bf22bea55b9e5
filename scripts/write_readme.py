"""Write the generated parts of README.md again: outputs of commands, and the table of floors.

python scripts/write_readme.py            write
python scripts/write_readme.py --check    exit 1 where the file is not what would be written
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FLOORS = ROOT / "eval" / "floors.json"
BLOCK = re.compile(
    r"(<!-- (run: [^\n]+|floors) -->\n)(?:(?!<!-- end -->).)*?(<!-- end -->)", re.DOTALL
)


def written(readme: str) -> str:
    """Return ``readme`` with every generated block as it is now."""
    return BLOCK.sub(lambda match: match[1] + _content(match[2]) + match[3], readme)


def _content(order: str) -> str:
    if order == "floors":
        return _floors()
    command, _, count = order.removeprefix("run: ").partition(" | lines ")
    run = subprocess.run(
        [sys.executable, "-m", "asreported", *command.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = run.stdout.splitlines()[: int(count) if count else None]
    return "```text\n" + "\n".join([f"$ asreported {command}", *lines]) + "\n```\n"


def _floors() -> str:
    floors = json.loads(FLOORS.read_text("utf-8"))
    rows = [
        f"| {group} | {name} | {value:.2f} |"
        for group in sorted(floors)
        for name, value in sorted(floors[group].items())
    ]
    return "\n".join(["| event | figure | floor |", "|---|---|---|", *rows]) + "\n"


def main() -> None:
    """Write the file, or say that it is stale."""
    readme = README.read_text("utf-8")
    fresh = written(readme)
    if "--check" in sys.argv[1:]:
        sys.exit("README.md is stale: run scripts/write_readme.py" if fresh != readme else 0)
    README.write_text(fresh, "utf-8")


if __name__ == "__main__":
    main()
