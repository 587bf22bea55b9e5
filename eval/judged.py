"""Measure reports against what readers said of stories that nobody annotated (`judged/README.md`).

python -m eval.judged [N]

Prints, for each half of the stories (those that may be read and those that may not), how many of
the pairs of clauses that a report joins in one point are the same to a reader, how many of the
same it joins, and by kind of line what share of the judged ones that it still has in its first
fifteen is right and good; and how many of the differences between accounts of hard news that
readers listed its conflicts set apart. With N, of the first N stories of each half only.
"""

import csv
import lzma
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path
from typing import Any
from zlib import crc32

from asreported.library import compare
from eval.events import BUILD, SHARED
from eval.stories import write_numbered

Json = dict[str, Any]
Place = tuple[int, int, int]

JUDGED = Path(__file__).parent / "judged"
STORIES = SHARED / "data" / "stories.jsonl.xz"
FIRST = 15


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """Two clauses as (file, start, end), how many pairs they stand for, and what a reader said."""

    sides: frozenset[Place]
    weight: float
    same: bool


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line of a front page by kind and spans, and what a reader said."""

    kind: str
    spans: frozenset[Place]
    right: bool
    good: bool


@dataclass(frozen=True, slots=True)
class JudgedFigures:
    """Two figures as (file, start, end), and whether they tell one thing differently."""

    a: Place
    b: Place
    differ: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Two places that answer one question differently, to a reader who looked for such.

    ``kind`` is that of a conflict; ``strength`` is 1 for what an editor must see, 2 for what is
    worth a line, 3 for what is petty.
    """

    a: Place
    b: Place
    kind: str
    strength: int


def read_pairs(file: str = "pairs") -> dict[str, list[JudgedPair]]:
    """Return the judged pairs by story; those of ``more`` are there to fit on (decision 16)."""
    found: dict[str, list[JudgedPair]] = {}
    for row in _rows(file):
        pair = JudgedPair(
            frozenset(_sides(row)), float(row["stands_for"]), row["says"].startswith("S")
        )
        found.setdefault(row["story"], []).append(pair)
    return found


def read_lines() -> dict[str, list[JudgedLine]]:
    """Return the judged lines by story."""
    found: dict[str, list[JudgedLine]] = {}
    for row in _rows("lines"):
        spans = frozenset(map(_place, row["spans"].split()))
        line = JudgedLine(row["kind"], spans, row["says"][0] == "R", row["says"] == "RG")
        found.setdefault(row["story"], []).append(line)
    return found


def read_figures() -> dict[str, list[JudgedFigures]]:
    """Return the judged pairs of figures by story."""
    found: dict[str, list[JudgedFigures]] = {}
    for row in _rows("figures"):
        pair = JudgedFigures(*_sides(row), row["says"] in "KU")
        found.setdefault(row["story"], []).append(pair)
    return found


def read_differences() -> dict[str, list[Difference]]:
    """Return what readers found to differ between accounts, by story; [] for one without any."""
    found: dict[str, list[Difference]] = {}
    for row in _rows("differences"):
        listed = found.setdefault(row["story"], [])
        if row["kind"] and row["file_a"] != row["file_b"]:
            listed.append(Difference(*_sides(row), row["kind"], int(row["strength"])))
    return found


def read_speakers() -> Counter[tuple[bool, str, str]]:
    """Return how many utterances have what a reader said of their speaker.

    By half of the stories (`may_be_read`), kind of statement, and the letter that readers gave.
    """
    return Counter(
        (may_be_read(row["story"]), row["kind"], row["says"][0]) for row in _rows("speakers")
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with lzma.open(JUDGED / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _sides(row: Mapping[str, str]) -> tuple[Place, Place]:
    """Return the two places of a judged pair."""
    a, b = (
        (int(row[f"file_{side}"]), int(row[f"start_{side}"]), int(row[f"end_{side}"]))
        for side in "ab"
    )
    return a, b


def _place(written: str) -> Place:
    file, _, span = written.partition(":")
    start, _, end = span.partition("-")
    return int(file), int(start), int(end)


def may_be_read(story: str) -> bool:
    """Return whether the story is of the half that may be read."""
    return crc32(story.encode()) % 2 == 0


def weigh_pairs(pairs: Sequence[JudgedPair], report: Json) -> dict[str, float]:
    """Return the weights of pairs ``joined``, ``same``, and ``right`` (both) in the report."""
    story, numbers = report["stories"][0], _numbers(report)
    places = {s["id"]: _of(s["span"], numbers) for s in story["statements"]}
    joined = {
        frozenset(two)
        for point in story["points"]
        for two in combinations([places[identity] for identity in point["statements"]], 2)
    }
    weights = dict.fromkeys(("joined", "same", "right"), 0.0)
    for pair in pairs:
        is_joined = pair.sides in joined
        weights["joined"] += pair.weight * is_joined
        weights["same"] += pair.weight * pair.same
        weights["right"] += pair.weight * (is_joined and pair.same)
    return weights


def count_lines(lines: Sequence[JudgedLine], report: Json) -> Counter[tuple[str, str]]:
    """Return, by kind, how many of the first fifteen lines are ``judged``, ``right``, ``good``.

    A line is judged where one of its kind with the same spans was; the others are ``new``.
    """
    known = {(line.kind, line.spans): line for line in lines}
    numbers = _numbers(report)
    counts: Counter[tuple[str, str]] = Counter()
    for finding in report["stories"][0]["findings"]:
        if finding["rank"] > FIRST:
            continue
        spans = frozenset(_of(span, numbers) for span in finding["spans"])
        line = known.get((finding["kind"], spans))
        counts[finding["kind"], "judged" if line else "new"] += 1
        if line:
            counts[finding["kind"], "right"] += line.right
            counts[finding["kind"], "good"] += line.good
    return counts


def count_figures(judged: Sequence[JudgedFigures], report: Json) -> Counter[str]:
    """Return how many pairs ``differ``, are ``asked`` about by a conflict, and both (``right``)."""
    numbers = _numbers(report)
    conflicts = report["stories"][0]["conflicts"]
    asked = [_answers(c, numbers) for c in conflicts if c["kind"] in {"number", "update"}]
    counts: Counter[str] = Counter()
    for pair in judged:
        is_asked = any(_are_apart((pair.a, pair.b), sides) for sides in asked)
        counts["differ"] += pair.differ
        counts["asked"] += is_asked
        counts["right"] += is_asked and pair.differ
    return counts


def count_differences(listed: Sequence[Difference], report: Json) -> Counter[str]:
    """Return how many differences are ``listed`` and ``found``, and of the gravest the same.

    ``shown`` counts the conflicts of the report, ``fair`` those that set a listed one apart.
    """
    numbers = _numbers(report)
    shown = [_answers(conflict, numbers) for conflict in report["stories"][0]["conflicts"]]
    found = [any(_are_apart((one.a, one.b), sides) for sides in shown) for one in listed]
    grave = [is_found for one, is_found in zip(listed, found, strict=True) if one.strength == 1]
    fair = sum(any(_are_apart((one.a, one.b), sides) for one in listed) for sides in shown)
    counts = {"listed": len(listed), "found": sum(found), "shown": len(shown), "fair": fair}
    return Counter({**counts, "grave": len(grave), "grave found": sum(grave)})


def _answers(conflict: Json, numbers: Mapping[str, int]) -> list[list[Place]]:
    """Return the places of each side of a conflict."""
    return [[_of(span, numbers) for span in side["spans"]] for side in conflict["sides"]]


def _are_apart(pair: tuple[Place, Place], sides: Sequence[Sequence[Place]]) -> bool:
    """Return whether the two places stand on two of the sides."""
    homes = [
        {
            number
            for number, side in enumerate(sides)
            if any(file == home and start < stop and begin < end for home, begin, stop in side)
        }
        for file, start, end in pair
    ]
    return all(homes) and len(set().union(*homes)) > 1


def _numbers(report: Json) -> dict[str, int]:
    """Return the number of each document's file: their names begin with it."""
    return {document["id"]: int(document["name"][:2]) for document in report["documents"]}


def _of(span: Json, numbers: Mapping[str, int]) -> Place:
    return numbers[span["document"]], span["start"], span["end"]


def main() -> None:
    """Print the figures of both halves."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else None
    pairs, lines, figures = read_pairs(), read_lines(), read_figures()
    for half in (True, False):
        chosen = [story for story in sorted(pairs) if may_be_read(story) == half]
        weights = dict.fromkeys(("joined", "same", "right"), 0.0)
        counts: Counter[tuple[str, str]] = Counter()
        numbers: Counter[str] = Counter()
        for story in islice(chosen, most):
            report = compare(write_numbered(story, STORIES, BUILD / story)).to_dict()
            for name, weight in weigh_pairs(pairs[story], report).items():
                weights[name] += weight
            counts += count_lines(lines.get(story, ()), report)
            numbers += count_figures(figures.get(story, ()), report)
        print("stories that may be read" if half else "stories of which only figures are looked at")
        _print_figures(weights, counts)
        asked, differ, right = (numbers[name] for name in ("asked", "differ", "right"))
        print(f"   figures told apart: {asked}, right {right}, of {differ} that differ")
    _print_differences(most)


def _print_differences(most: int | None) -> None:
    """Print how much of what readers found to differ in hard news conflicts set apart."""
    counts: Counter[str] = Counter()
    stories = read_differences()
    for story in islice(sorted(stories), most):
        report = compare(write_numbered(story, STORIES, BUILD / story)).to_dict()
        counts += count_differences(stories[story], report)
    print("hard news of which readers listed what differs")
    told = (counts[name] for name in ("found", "listed", "grave found", "grave", "fair", "shown"))
    print("   found {} of {}, of the gravest {} of {}; of those shown fair {} of {}".format(*told))


def _print_figures(weights: Mapping[str, float], counts: Counter[tuple[str, str]]) -> None:
    precision = weights["right"] / (weights["joined"] or 1)
    recall = weights["right"] / (weights["same"] or 1)
    print(f"   clauses joined: precision {precision:.3f}  recall {recall:.3f}")
    for kind in sorted({kind for kind, _ in counts}):
        judged, new = counts[kind, "judged"], counts[kind, "new"]
        right, good = (counts[kind, said] / (judged or 1) for said in ("right", "good"))
        print(f"   {kind:10} judged {judged:4}  right {right:.2f}  good {good:.2f}  new {new}")


if __name__ == "__main__":
    main()
