"""Hold the figures against `floors.json`, which only rises.

    python -m eval.gate           exit 1 and name every figure that fell below its floor
    python -m eval.gate --raise   raise the floors to what is reached now, less the margin

For figures where less is better (``_error``, ``false_``, ``leak``, ``wrong``, ``traps_taken``) the
floor is a ceiling and only falls.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from eval.events import events
from eval.run import GROUPS, evaluate, means

FLOORS = Path(__file__).parent / "floors.json"

MARGIN = 0.01
"""Below what was reached: a figure over few items moves by one item for good reasons too."""

GATED = (
    "verifiable.rate",
    "regions.f1",
    "regions.kind_accuracy",
    "regions.comment_leak",
    "quotes.f1",
    "quotes.exact",
    "quotes.speaker_recall",
    "quotes.speaker_wrong",
    "attributed.recall",
    "attributed.source_accuracy",
    "quantities.value_unit_recall",
    "dates.value_recall",
    "entities.bcubed_f1",
    "entities.mention_recall",
    "points.link_precision",
    "points.agreement_recall",
    "points.account_recall",
    "points.false_absence",
    "points.origin_error",
    "conflicts.recall",
    "conflicts.top_recall",
    "conflicts.precision",
    "conflicts.traps_taken",
    "quote_variants.f1",
    "reuse.f1",
    "origin_groups.bcubed_f1",
    "internal.recall",
    "internal.precision",
)
_LESS_IS_BETTER = ("_error", "false_", "leak", "_wrong", "traps_taken")


def reached() -> dict[str, dict[str, float]]:
    """Return the gated figures: ``example`` always, the means of the other groups where present."""
    found = events()
    figures = {event.name: evaluate(event)["figures"] for event in found}
    result = {"example": figures["port-verrin"]}
    for group in GROUPS:
        mean = means([figures[event.name] for event in found if event.group == group])
        if mean:
            result[group] = {name: mean[name] for name in GATED if name in mean}
    return result


def below(
    floors: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """Return a line for each figure of ``now`` that is worse than its floor, or is missing."""
    lines = []
    for group in floors.keys() & now.keys():
        for name, floor in floors[group].items():
            value = now[group].get(name)
            if value is None:
                lines.append(f"{group}: {name} is missing, the floor is {floor:.3f}")
            elif _worse(name, value, floor):
                lines.append(f"{group}: {name} is {value:.3f}, the floor is {floor:.3f}")
    return sorted(lines)


def raised(
    floors: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """Return the floors with every figure moved to what is reached, where that is better."""
    result = {group: dict(listed) for group, listed in floors.items()}
    for group, listed in now.items():
        kept = result.setdefault(group, {})
        for name, value in listed.items():
            sign = 1 if _less_is_better(name) else -1
            floor = round(max(0.0, value + sign * MARGIN), 3)
            if name not in kept or _worse(name, kept[name], floor):
                kept[name] = floor
    return result


def _less_is_better(name: str) -> bool:
    return any(mark in name for mark in _LESS_IS_BETTER)


def _worse(name: str, value: float, floor: float) -> bool:
    return value > floor if _less_is_better(name) else value < floor


def main() -> None:
    """Check or raise the floors."""
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    now = reached()
    if "--raise" in sys.argv[1:]:
        FLOORS.write_text(json.dumps(raised(floors, now), indent=1, sort_keys=True) + "\n", "utf-8")
        return
    fallen = below(floors, now)
    print("\n".join(fallen) or "every figure is at its floor or better")
    sys.exit(1 if fallen else 0)


if __name__ == "__main__":
    main()
