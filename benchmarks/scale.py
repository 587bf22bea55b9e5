"""Measure how the cost of a comparison grows with the number of accounts.

    python -m benchmarks.scale [-o benchmarks/results/scale.json] [COUNT ...]

Each size is compared from a cold start, as the command line does: the parser has a process of its
own, and garbage is looked for as seldom. Seconds of CPU are those of all threads, user and system:
``start_s`` until the program is imported, ``parser_s`` in the parser's process, its start included,
``beyond_s`` all the rest; ``wall_s`` is what the user waits. Memory is the sum of the largest
resident sets of both processes, in megabytes. The last line says with which power of the number of
statements ``beyond_s`` grows.
"""

import argparse
import gc
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accounts import make_accounts

_SIZES = [5, 10, 20, 40, 80]
Row = dict[str, float]


def measure(count: int) -> Row:
    """Return the cost of comparing ``count`` accounts of 600 words."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in make_accounts(count):
            Path(folder, name).write_text(text, "utf-8")
        started = time.perf_counter()
        command = [sys.executable, "-m", "benchmarks.scale", "--compare", folder]
        run = subprocess.run(command, capture_output=True, check=True)
        wall = time.perf_counter() - started
    return {"accounts": count, **json.loads(run.stdout), "wall_s": round(wall, 2)}


def growth(rows: Sequence[Row]) -> float:
    """Return the power of ``statements`` with which ``beyond_s`` grows, by least squares of logs.

    >>> growth([{"statements": n, "beyond_s": n * n / 100} for n in (10, 20, 40)])
    2.0
    """
    points = [(math.log(row["statements"]), math.log(row["beyond_s"])) for row in rows]
    means = [sum(values) / len(points) for values in zip(*points, strict=True)]
    across = sum((x - means[0]) * (y - means[1]) for x, y in points)
    return float(round(across / sum((x - means[0]) ** 2 for x, _ in points), 2))


def _compare(folder: str) -> None:
    """Compare what is in ``folder`` and print what it cost, as one line of JSON."""
    from asreported.cli import COLLECT_AFTER
    from asreported.language.parser_process import ParserProcess

    gc.set_threshold(COLLECT_AFTER)
    with ParserProcess() as parser:
        from asreported.library import compare
        from asreported.model.wire import dumps
        from asreported.settings import Settings

        start = time.process_time()
        report = compare([folder], Settings(one_story=True), parser=parser)
        dumps(report.to_dict())
    (story,) = report.stories
    own, parsers = (
        resource.getrusage(of) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    cpu, parse = (used.ru_utime + used.ru_stime for used in (own, parsers))
    row = {
        "statements": len(story.comparison.statements),
        "start_s": round(start, 2),
        "parser_s": round(parse, 2),
        "beyond_s": round(cpu - start, 2),
        "cpu_s": round(cpu + parse, 2),
        "peak_mb": round((own.ru_maxrss + parsers.ru_maxrss) / 1024),
    }
    print(json.dumps(row))


def main() -> None:
    """Print a row a size, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=_SIZES)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--compare", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.compare:
        _compare(options.compare)
        return
    rows = []
    for count in sorted(options.counts):
        rows.append(measure(count))
        print("  ".join(f"{name} {value}" for name, value in rows[-1].items()), flush=True)
    if len(rows) > 1:
        print(f"beyond_s grows with statements to the power of {growth(rows)}")
    if options.output:
        options.output.parent.mkdir(parents=True, exist_ok=True)
        options.output.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
