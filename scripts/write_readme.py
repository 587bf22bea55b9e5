"""Write the generated parts of README.md and docs/speed.md again.

These are the outputs of commands, the table of floors, and the table of costs as it was measured.

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
SPEED = ROOT / "docs" / "speed.md"
SCALE = ROOT / "benchmarks" / "results" / "scale.json"
FLOORS = ROOT / "eval" / "floors.json"
_GROUPS = ("shared", "fresh", "invented", "opened", "kept", "sealed")
BLOCK = re.compile(
    r"(<!-- (run: [^\n]+|floors|scale) -->\n)(?:(?!<!-- end -->).)*?(<!-- end -->)", re.DOTALL
)


def written(readme: str) -> str:
    """Return ``readme`` with every generated block as it is now."""
    return BLOCK.sub(lambda match: match[1] + _content(match[2]) + match[3], readme)


def _content(order: str) -> str:
    if order == "floors":
        return _floors()
    if order == "scale":
        return _scale()
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


_MEANS = {
    "points.link_precision": "pairs of statements joined that say the same",
    "points.agreement_recall": "points that several accounts share, found shared",
    "points.account_recall": "accounts of a shared point found to share it",
    "points.false_absence": "↓ accounts said to lack what they have",
    "points.origin_error": "↓ independent origins, how far off",
    "conflicts.recall": "conflicts found",
    "conflicts.top_recall": "conflicts found, of the gravest",
    "conflicts.precision": "conflicts listed that the annotators list",
    "conflicts.traps_taken": "↓ look-alikes taken for conflicts, an event",
    "quotes.f1": "direct quotations found, and no others (F1)",
    "quotes.exact": "of these with the very words",
    "quotes.speaker_recall": "their speakers right",
    "quotes.speaker_wrong": "↓ their speakers wrong (the rest: none named)",
    "quote_variants.f1": "wordings of one utterance put together (F1)",
    "attributed.recall": "reported statements found",
    "attributed.source_accuracy": "their sources right",
    "quantities.value_unit_recall": "numbers found with value and unit",
    "dates.value_recall": "times found with their date",
    "entities.mention_recall": "names found",
    "entities.bcubed_f1": "names put together as one person, place ... (B-cubed F1)",
    "internal.recall": "contradictions inside one article found",
    "internal.precision": "those listed that the annotators list",
    "reuse.f1": "pairs of passages taken over (F1)",
    "origin_groups.bcubed_f1": "articles grouped by origin (B-cubed F1)",
    "regions.f1": "article text told from what is around it (F1)",
    "regions.kind_accuracy": "regions of the right kind",
    "regions.comment_leak": "↓ readers' comments taken for the article",
    "verifiable.rate": "places whose words are those of the source",
}
"""What each gated figure says; where less is better, an arrow says so."""


def _floors() -> str:
    floors = json.loads(FLOORS.read_text("utf-8"))
    example = [f"| {name} | {value:.2f} |" for name, value in sorted(floors["example"].items())]
    groups = [group for group in _GROUPS if group in floors]
    names = sorted({name for group in groups for name in floors[group]}, key=list(_MEANS).index)
    rows = [
        f"| {_MEANS[name]} | {' | '.join(_cell(floors[g].get(name)) for g in groups)} |"
        for name in names
    ]
    head = [f"| figure | {' | '.join(groups)} |", "|---|" + "--:|" * len(groups)]
    return "\n".join([*head, *rows, "", "| example | floor |", "|---|--:|", *example]) + "\n"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _scale() -> str:
    """Return the measured costs as a table, and with which power they grow."""
    sys.path.insert(0, str(ROOT))
    from benchmarks.scale import growth

    rows = json.loads(SCALE.read_text("utf-8"))
    columns = {
        "accounts": "accounts",
        "statements": "statements",
        "start": "start_s",
        "parser": "parser_s",
        "beyond": "beyond_s",
        "processor": "cpu_s",
        "MB": "peak_mb",
        "elapsed": "wall_s",
    }
    table = [
        f"| {' | '.join(columns)} |",
        "|" + "--:|" * len(columns),
        *(f"| {' | '.join(str(row[name]) for name in columns.values())} |" for row in rows),
    ]
    power = f"Beyond the parse the cost grows with the statements to the power of {growth(rows)}."
    return "\n".join([*table, "", power]) + "\n"


def main() -> None:
    """Write the files, or say that one is stale."""
    for path in (README, SPEED):
        before = path.read_text("utf-8")
        fresh = written(before)
        if "--check" in sys.argv[1:]:
            if fresh != before:
                sys.exit(f"{path.name} is stale: run scripts/write_readme.py")
        else:
            path.write_text(fresh, "utf-8")


if __name__ == "__main__":
    main()
