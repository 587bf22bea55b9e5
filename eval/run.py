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

GROUPS = ("shared", "fresh", "invented", "opened", "kept", "sealed")
Figures = dict[str, dict[str, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print figures and misses by event, and their means over each group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "events", nargs="*", help="names of events or groups; all where none is named"
    )
    parser.add_argument("-o", "--output", type=Path, help="write figures and misses as JSON")
    options = parser.parse_args(arguments)
    chosen = [e for e in events() if not options.events or {e.name, e.group} & {*options.events}]
    results = {event.name: evaluate(event) for event in chosen}
    for name, result in results.items():
        print(f"== {name}")
        for figure, value in result["figures"].items():
            print(f"   {figure:34} {value:.3f}")
    for group in GROUPS:
        figures = [results[event.name]["figures"] for event in chosen if event.group == group]
        print(f"== mean of the {group} events ({len(figures)})")
        for figure, value in means(figures).items():
            print(f"   {figure:34} {value:.3f}")
    if options.output:
        options.output.write_text(json.dumps(results, indent=1, sort_keys=True), "utf-8")


def evaluate(event: Event) -> dict[str, Any]:
    """Return ``figures`` (name -> number) and ``misses`` (lines) of one event."""
    report = compare(event.files).to_dict()
    if event.group == "example":
        return {"figures": measure(event.gold, report), "misses": []}
    scored, misses = _scorer().score(event.gold, report)
    figures = {
        f"{part}.{name}": float(value)
        for part, values in scored.items()
        for name, value in values.items()
        if isinstance(value, int | float) and value is not None
    }
    # What is missed on kept events is not to be read: they would become fresh ones.
    return {"figures": figures, "misses": [] if event.group in ("kept", "sealed") else misses}


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
