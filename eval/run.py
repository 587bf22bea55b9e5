"""Run the program on every annotated event and print the figures; `-o` keeps them for `eval.diff`.

python -m eval.run [-o FILE] [EVENT ...]
"""

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from asreported.library import compare
from eval.events import SHARED, Event, events
from eval.measure import measure

Figures = dict[str, dict[str, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures and misses by event, and their means over the events of ../shared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*", help="names of events; all where none is named")
    parser.add_argument("-o", "--output", type=Path, help="write figures and misses as JSON")
    options = parser.parse_args(arguments)
    chosen = [event for event in events() if not options.events or event.name in options.events]
    results = {event.name: evaluate(event) for event in chosen}
    for name, result in results.items():
        print(f"== {name}")
        for figure, value in result["figures"].items():
            print(f"   {figure:34} {value:.3f}")
    shared = [results[event.name]["figures"] for event in chosen if event.shared]
    if shared:
        print("== mean of the shared events")
        for figure, value in means(shared).items():
            print(f"   {figure:34} {value:.3f}")
    if options.output:
        options.output.write_text(json.dumps(results, indent=1, sort_keys=True), "utf-8")


def evaluate(event: Event) -> dict[str, Any]:
    """Return ``figures`` (name -> number) and ``misses`` (lines) of one event."""
    report = compare(event.files).to_dict()
    if not event.shared:
        return {"figures": measure(event.gold, report), "misses": []}
    scored, misses = _scorer().score(event.gold, report)
    figures = {
        f"{part}.{name}": float(value)
        for part, values in scored.items()
        for name, value in values.items()
        if isinstance(value, int | float) and value is not None
    }
    return {"figures": figures, "misses": misses}


def means(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the mean of each figure over the events that have it."""
    names = sorted({name for one in figures for name in one})
    return {name: mean(one[name] for one in figures if name in one) for name in names}


def _scorer() -> Any:
    path = SHARED / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
