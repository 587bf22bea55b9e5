"""List what a change gained and lost, from two files that `eval.run -o` wrote.

python -m eval.diff BEFORE.json AFTER.json
"""

import json
import sys
from pathlib import Path


def main(before: str, after: str) -> None:
    """Print moved figures, then misses that are gone (gained) and new (lost), by event."""
    old, new = (json.loads(Path(path).read_text("utf-8")) for path in (before, after))
    for event in sorted(old.keys() & new.keys()):
        print(f"== {event}")
        was, now = old[event]["figures"], new[event]["figures"]
        for name in sorted(was.keys() & now.keys()):
            if abs(was[name] - now[name]) > 1e-9:
                print(f"   {name:34} {was[name]:.3f} -> {now[name]:.3f}")
        missed, misses = set(old[event]["misses"]), set(new[event]["misses"])
        for line in sorted(missed - misses):
            print(f"   gained  {line}")
        for line in sorted(misses - missed):
            print(f"   lost    {line}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
