"""Figures that need nothing outside the repository, for our own example event.

They are fewer and plainer than those of the scorer in ../shared, which judges every event where it
is present. A span is met where half of the shorter of the two lies in the other, and a quarter of
what was said: a whole paragraph is no answer.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

Json = dict[str, Any]
Place = tuple[str, int, int]


def measure(gold: Json, report: Json) -> dict[str, float]:
    """Return named shares, each 0..1, the higher the better."""
    names = {document["id"]: document["name"] for document in report["documents"]}

    def place(span: Json) -> Place:
        return names[span["document"]], span["start"], span["end"]

    story = report["stories"][0]
    return {
        "one_story": float(len(report["stories"]) == 1),
        "verifiable": _verifiable(report),
        **_quotes(gold, story, place),
        **_agreement(gold, story, place),
        **_conflicts(gold, story, place),
        "variants": _groups(
            gold["quote_variants"],
            [[place(span) for span in group["variants"]] for group in story["quote_variants"]],
            "variants",
        ),
        "internal": _groups(
            gold["internal"],
            [[place(span) for span in odd["spans"]] for odd in story["internal"]],
            "spans",
        ),
        "origins": float(
            sorted(sorted(names[key] for key in group) for group in story["origin_groups"])
            == sorted(map(sorted, gold["origin_groups"]))
        ),
    }


def _verifiable(report: Json) -> float:
    texts = {document["id"]: document["text"] for document in report["documents"]}
    good = [
        texts[span["document"]][span["start"] : span["end"]] == span["text"]
        for span in _spans(report)
    ]
    return float(sum(good) / len(good))


def _spans(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        if {"document", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from _spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from _spans(value)


def _meets(said: Place, gold: Place) -> bool:
    shared = min(said[2], gold[2]) - max(said[1], gold[1])
    shorter = min(said[2] - said[1], gold[2] - gold[1])
    return said[0] == gold[0] and shared >= shorter / 2 and shared * 4 >= said[2] - said[1]


def _place(span: Json) -> Place:
    return span["file"], span["start"], span["end"]


def _share(hits: Iterable[bool]) -> float:
    listed = list(hits)
    return sum(listed) / len(listed) if listed else 1.0


def _quotes(gold: Json, story: Json, place: Any) -> dict[str, float]:
    said = [
        (place(part), (statement["speaker"] or {}).get("name", ""))
        for statement in story["statements"]
        if statement["kind"] == "quote"
        for part in statement["content"]
    ]
    found = [
        [speaker for spot, speaker in said if _meets(spot, _place(quote))]
        for quote in gold["quotes"]
    ]
    right = [
        any(quote["speaker"].split()[-1] in speaker for speaker in speakers)
        for quote, speakers in zip(gold["quotes"], found, strict=True)
    ]
    return {"quotes": _share(map(bool, found)), "speakers": _share(right)}


def _agreement(gold: Json, story: Json, place: Any) -> dict[str, float]:
    spots = {statement["id"]: place(statement["span"]) for statement in story["statements"]}

    def ids(spot: Place) -> set[str]:
        return {
            point["id"]
            for point in gold["points"]
            for account in [point["accounts"].get(spot[0])]
            if account
            and any(_meets(spot, (spot[0], s["start"], s["end"])) for s in account["spans"])
        }

    linked: set[str] = set()
    judged: list[bool] = []
    for point in story["points"]:
        for a, b in combinations([spots[key] for key in point["statements"]], 2):
            if a[0] != b[0] and ids(a) and ids(b):
                judged.append(bool(ids(a) & ids(b)))
                linked |= ids(a) & ids(b)
    return {
        "links_right": _share(judged),
        "agreements": _share(point["id"] in linked for point in gold["points"]),
    }


def _conflicts(gold: Json, story: Json, place: Any) -> dict[str, float]:
    said = [
        [[place(span) for span in side["spans"]] for side in conflict["sides"]]
        for conflict in story["conflicts"]
    ]

    def answers(ours: list[list[Place]], theirs: Json) -> bool:
        held = [
            {
                number
                for number, side in enumerate(ours)
                if any(_meets(spot, _place(span)) for spot in side for span in wanted["spans"])
            }
            for wanted in theirs["sides"]
        ]
        return any(any(x != y for x in one for y in other) for one, other in combinations(held, 2))

    return {
        "conflicts_found": _share(any(answers(c, g) for c in said) for g in gold["conflicts"]),
        "conflicts_right": _share(any(answers(c, g) for g in gold["conflicts"]) for c in said),
    }


def _groups(golds: list[Json], said: list[list[Place]], key: str) -> float:
    """Return the share of gold groups of which one group of ours meets two members or more."""

    def met(ours: list[Place], theirs: Json) -> int:
        return sum(any(_meets(spot, _place(span)) for spot in ours) for span in theirs[key])

    return _share(any(met(ours, g) >= min(2, len(g[key])) for ours in said) for g in golds)
