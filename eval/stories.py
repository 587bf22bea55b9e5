"""Fresh stories of ../shared/data, annotated by us: the texts stay there, `gold/` has offsets only.

The three events of ../shared/gold are those the program was built on; a figure on them says little
about the next event. These say more: ``fresh`` ones are read while a rule is written, ``kept`` ones
are only ever measured. `gold/README.md` tells how they were annotated.

    python -m eval.stories pack FOLDER...   annotated folder (gold.json beside its texts) -> gold/
"""

import json
import lzma
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]

GOLD = Path(__file__).parent / "gold"
KEPT = ("train-305", "train-2292", "train-2206", "train-2058", "train-354", "train-624")
"""Events on which nothing is ever tuned: they are measured, and their misses are not read."""

_SPANNED = {"start", "end", "file"}


def names() -> list[str]:
    """Return the names of the annotated stories, in order."""
    return sorted(path.stem for path in GOLD.glob("*.json"))


def write_texts(name: str, stories: Path, folder: Path) -> tuple[Path, ...]:
    """Write the story's articles as ``NN_source.txt`` into ``folder`` and return their paths.

    Args:
        name: The event, as ``stories`` calls it.
        stories: ``stories.jsonl.xz`` of ../shared/data.
        folder: Made where it is missing.
    """
    return _written(_packed(name)["files"], _records(stories)[name], folder)


def write_numbered(name: str, stories: Path, folder: Path) -> tuple[Path, ...]:
    """Do the same for a story that is not annotated; the files are named by number and source."""
    records = _records(stories)[name]
    sources = ("".join(filter(str.isalnum, r["source"].lower()))[:12] or "x" for r in records)
    files = [f"{number:02}_{source}.txt" for number, source in enumerate(sources)]
    return _written(files, records, folder)


def _written(files: Sequence[str], records: Sequence[Json], folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(folder / file for file in files)
    for path, record in zip(paths, records, strict=True):
        text = f"{record['title'].strip()}\n\n{record['text'].strip()}\n"
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    return paths


def read_gold(name: str, files: Sequence[Path], folder: Path | None = None) -> Json:
    """Return the annotation in the scorer's form, the words taken from the story's ``files``.

    ``folder`` is where the annotation lies packed, `GOLD` by itself.
    """
    packed = _packed(name, folder or GOLD)
    texts = [(path.name, path.read_text("utf-8")) for path in files]
    spread: Json = _spread(packed["gold"], texts)
    for point in spread["points"]:
        point["accounts"] = {
            packed["files"][int(number)]: account for number, account in point["accounts"].items()
        }
    return spread


def pack(folder: Path) -> Json:
    """Return an annotation without its words: spans are ``[file, start, end]``."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    files = sorted(gold.pop("files"))
    for point in gold["points"]:
        point["accounts"] = {
            str(files.index(file)): {
                "stance": account["stance"],
                "spans": [[files.index(file), s["start"], s["end"]] for s in account["spans"]],
            }
            for file, account in point["accounts"].items()
        }
    return {"event": folder.name, "files": files, "gold": _folded(gold, files)}


def _folded(value: Any, files: list[str]) -> Any:
    if isinstance(value, list):
        return [_folded(one, files) for one in value]
    if not isinstance(value, Mapping):
        return value
    if not value.keys() >= _SPANNED:
        return {key: _folded(one, files) for key, one in value.items()}
    rest = {k: _folded(v, files) for k, v in value.items() if k not in _SPANNED | {"surface"}}
    span = [files.index(value["file"]), value["start"], value["end"]]
    return {"span": span, **rest} if rest else span


def _spread(value: Any, texts: Sequence[tuple[str, str]]) -> Any:
    if isinstance(value, list) and len(value) == 3 and all(isinstance(x, int) for x in value):
        number, start, end = value
        file, text = texts[number]
        return {"file": file, "start": start, "end": end, "surface": text[start:end]}
    if isinstance(value, list):
        return [_spread(one, texts) for one in value]
    if not isinstance(value, Mapping):
        return value
    rest = {key: _spread(one, texts) for key, one in value.items() if key != "span"}
    return rest | _spread(value["span"], texts) if "span" in value else rest


def _packed(name: str, folder: Path = GOLD) -> Json:
    packed: Json = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return packed


@cache
def _records(stories: Path) -> Mapping[str, list[Json]]:
    found: dict[str, list[Json]] = {}
    for record in _lines(stories):
        found.setdefault(record["event"], []).append(record)
    return found


def _lines(path: Path) -> Iterator[Json]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    if sys.argv[1:2] != ["pack"] or len(sys.argv) < 3:
        sys.exit(__doc__)
    for annotated in map(Path, sys.argv[2:]):
        written = json.dumps(pack(annotated), ensure_ascii=False, separators=(",", ":"))
        (GOLD / f"{annotated.name}.json").write_text(written + "\n", "utf-8")
