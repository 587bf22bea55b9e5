"""The annotated events: where their files are, and their gold in the scorer's form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import stories

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "examples" / "port-verrin"
BUILD = ROOT / "build" / "events"
INVENTED = ROOT / "eval" / "invented"
SEALED = ("crackdown", "landing", "truce")
"""Invented events that are only measured: their texts and misses are not read."""
OPENED = ("quake", "resignation", "stabbing")
"""Events that were sealed, and are read since 2026-11-23."""
ARTICLES = (".txt", ".md", ".html")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event.

    ``group`` is ``example`` (ours, invented), ``shared`` (the three of ../shared/gold), ``fresh``
    or ``kept`` (see `eval.stories`), ``invented``, ``opened`` or ``sealed`` (see
    ``invented/README.md``):
    figures are averaged within a group.
    """

    name: str
    files: tuple[Path, ...]
    gold: Json
    group: str


def events() -> list[Event]:
    """Return our example, then what the scorer of ../shared judges, where that is present."""
    return [example(), *_shared(), *_fresh(), *_invented()]


def _shared() -> Iterator[Event]:
    places = {
        "withdrawal": SHARED / "seeds",
        "croydon-tram": SHARED / "events" / "croydon-tram",
        "teen-indicted": SHARED / "events" / "teen-indicted",
    }
    for name, folder in places.items():
        gold = SHARED / "gold" / f"{name}.json"
        if gold.is_file() and folder.is_dir():
            files = tuple(sorted(folder.glob("*.txt")))
            yield Event(name, files, json.loads(gold.read_text("utf-8")), "shared")


def _fresh() -> Iterator[Event]:
    source = SHARED / "data" / "stories.jsonl.xz"
    if not source.is_file():
        return
    for name in stories.names():
        files = stories.write_texts(name, source, BUILD / name)
        group = "kept" if name in stories.KEPT else "fresh"
        yield Event(name, files, stories.read_gold(name, files), group)


def _invented() -> Iterator[Event]:
    if not (SHARED / "score" / "score.py").is_file():
        return
    for packed in sorted(INVENTED.glob("*.json")):
        files = tuple(sorted((INVENTED / packed.stem).glob("*.txt")))
        name = packed.stem
        group = "sealed" if name in SEALED else "opened" if name in OPENED else "invented"
        yield Event(name, files, stories.read_gold(name, files, INVENTED), group)


def example() -> Event:
    """Return the event of ``examples/``, its words turned into offsets.

    Raises:
        ValueError: Words of the gold do not stand exactly once in their article.
    """
    files = tuple(path for path in sorted(EXAMPLE.iterdir()) if path.suffix in ARTICLES)
    texts = {path.name: path.read_text("utf-8") for path in files}
    written = json.loads(EXAMPLE.with_suffix(".gold.json").read_text("utf-8"))
    return Event("port-verrin", files, _located(written, texts), "example")


def _located(written: Json, texts: dict[str, str]) -> Json:
    def at(file: str, words: str) -> Json:
        if texts[file].count(words) != 1:
            raise ValueError(f"{file}: {words!r} stands {texts[file].count(words)} times")
        start = texts[file].index(words)
        return {"file": file, "start": start, "end": start + len(words), "surface": words}

    def spans(listed: list[Json]) -> list[Json]:
        return [at(span["file"], span["text"]) for span in listed]

    return {
        "regions": {
            file: list(_lines(texts[file], kinds)) for file, kinds in written["regions"].items()
        },
        "quotes": [
            {**at(q["file"], q["text"]), "speaker": q["speaker"]} for q in written["quotes"]
        ],
        "points": [
            {
                "id": f"P{number:02}",
                "paraphrase": point["paraphrase"],
                "independent_origins": point["independent_origins"],
                "accounts": {
                    file: {"stance": "asserts", "spans": [at(file, words) for words in listed]}
                    for file, listed in point["accounts"].items()
                },
            }
            for number, point in enumerate(written["points"], start=1)
        ],
        "conflicts": [
            {
                **conflict,
                "id": f"C{number:02}",
                "sides": [
                    {"answer": side["answer"], "spans": spans(side["spans"])}
                    for side in conflict["sides"]
                ],
            }
            for number, conflict in enumerate(written["conflicts"], start=1)
        ],
        "not_conflicts": [
            {"why": trap["why"], "spans": spans(trap["spans"])} for trap in written["not_conflicts"]
        ],
        "quote_variants": [
            {"speaker": group["speaker"], "variants": spans(group["variants"])}
            for group in written["quote_variants"]
        ],
        "internal": [
            {**odd, "spans": [at(odd["file"], words) for words in odd["spans"]]}
            for odd in written["internal"]
        ],
        "origin_groups": written["origin_groups"],
    }


def _lines(text: str, kinds: dict[str, list[str]]) -> Iterator[Json]:
    """Yield the lines that the gold labels by how they begin; the others are not judged."""
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.rstrip()
        for kind, openings in kinds.items():
            if any(bare.startswith(opening) for opening in openings):
                yield {"start": start, "end": start + len(bare), "kind": kind}
        start += len(line)
