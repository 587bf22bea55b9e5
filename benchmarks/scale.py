"""Measure how the cost of a comparison grows with the number of accounts.

    python -m benchmarks.scale [-o benchmarks/results/scale.json] [COUNT ...]

Each size runs `asreported compare` in a process of its own, from a cold start. Seconds are CPU of
all threads (user and system) and wall time; memory is the largest resident set in megabytes.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.accounts import make_accounts

_SIZES = [1, 5, 10, 20, 50, 100]


def measure(count: int) -> dict[str, float]:
    """Return the cost of comparing ``count`` accounts of 600 words."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in make_accounts(count):
            Path(folder, name).write_text(text, "utf-8")
        command = [sys.executable, "-m", "asreported", "compare", folder, "--format", "json"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        run = subprocess.run(
            [*command, "--one-story"], capture_output=True, check=True, env=dict(os.environ)
        )
        wall = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    (story,) = json.loads(run.stdout)["stories"]
    return {
        "accounts": count,
        "statements": len(story["statements"]),
        "cpu_s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "wall_s": round(wall, 2),
        "peak_mb": round(after.ru_maxrss / 1024),
    }


def main() -> None:
    """Print a row a size, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=_SIZES)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    rows = []
    # Growing sizes: the peak of all children so far is then the peak of the last.
    for count in sorted(options.counts):
        rows.append(measure(count))
        print("  ".join(f"{name} {value}" for name, value in rows[-1].items()), flush=True)
    if options.output:
        options.output.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
