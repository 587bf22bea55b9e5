"""Many accounts that are much alike: what it costs to find what they are about."""

import json
from collections import Counter
from pathlib import Path

import pytest

import asreported
from asreported.alignment import event
from asreported.alignment.pairs.profile import Profile

TOLD = (
    "The Anselm Bridge was closed on Monday after engineers found a crack in a cable.",
    "Dora Veil, who runs the roads authority, said that nobody had been in danger.",
    "Repairs will take three weeks and cost £2.4 million, Ms Veil said.",
)
ACCOUNTS = 24


def test_no_two_openings_are_compared_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[tuple[int, int]] = Counter()
    judge = event.find_contrary

    def counted(a: Profile, b: Profile) -> str:
        asked[id(a), id(b)] += 1
        return judge(a, b)

    monkeypatch.setattr(event, "find_contrary", counted)
    path = tmp_path / "a.jsonl"
    records = (
        {"id": f"a{n}", "text": "\n\n".join((*TOLD, f"It is copy {n}."))} for n in range(ACCOUNTS)
    )
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (story,) = asreported.compare(path, asreported.Settings(one_story=True)).stories
    assert len(story.comparison.readings) == ACCOUNTS
    # Once among those that can be read alone, once among all.
    assert asked
    assert max(asked.values()) <= 2
