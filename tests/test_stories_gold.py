"""Annotations of stories lose their words and get them back from the texts."""

import json
from pathlib import Path

import pytest

from eval import stories

TEXTS = {"00_a.txt": "Ferry sinks\n\nTwo died.\n", "01_b.txt": "Boat lost\n\nThree died.\n"}


def span(file: str, words: str) -> stories.Json:
    start = TEXTS[file].index(words)
    return {"file": file, "start": start, "end": start + len(words), "surface": words}


def test_packing_keeps_places_and_drops_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    two, three = span("00_a.txt", "Two died"), span("01_b.txt", "Three died")
    gold = {
        "files": {name: {"same_event": True} for name in TEXTS},
        "points": [
            {
                "id": "P01",
                "accounts": {
                    "00_a.txt": {"stance": "asserts", "spans": [two]},
                    "01_b.txt": {"stance": "qualifies", "spans": [three]},
                },
            }
        ],
        "conflicts": [{"id": "C01", "sides": [{"answer": "2", "spans": [two]}]}],
        "quotes": [{**three, "speaker": None}],
        "internal": [{"file": "01_b.txt", "what": "no toll in the headline", "spans": [three]}],
        "origin_groups": [["00_a.txt"], ["01_b.txt"]],
    }
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    packed = json.dumps(stories.pack(folder))
    assert "died" not in packed
    monkeypatch.setattr(stories, "GOLD", tmp_path)
    (tmp_path / "ferry.json").write_text(packed, "utf-8")
    del gold["files"]
    assert stories.read_gold("ferry", [folder / name for name in TEXTS]) == gold


def test_kept_stories_are_annotated() -> None:
    assert set(stories.KEPT) <= set(stories.names())
