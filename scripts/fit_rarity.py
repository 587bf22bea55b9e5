"""Fit language/rarity.npz: how many of the development articles have each stem.

Usage: python scripts/fit_rarity.py DATA, where DATA holds stories.jsonl.xz (title, text) and
attributions.jsonl.gz (title, text). Only rounded counts by hash are written, no words.
"""

import gzip
import json
import lzma
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy

from asreported.language import rarity
from asreported.language.folding import WORD, fold, stem


def texts(data: Path) -> Iterator[str]:
    """Yield the articles, each as one text."""
    with lzma.open(data / "stories.jsonl.xz", "rt", encoding="utf-8") as lines:
        yield from (_text(line) for line in lines)
    with gzip.open(data / "attributions.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (_text(line) for line in lines)


def main(data: Path) -> None:
    """Write the table beside `asreported.language.rarity`."""
    articles = 0
    having: Counter[str] = Counter()
    for text in texts(data):
        articles += 1
        having.update({stem(fold(match.group())) for match in WORD.finditer(text)})
    figures = numpy.zeros(rarity.SLOTS, dtype=numpy.uint8)
    for word in sorted(having, key=lambda word: (having[word], word)):
        if having[word] > 1:  # the commonest of a slot comes last and stays
            figures[rarity.slot(word)] = 1 + round(rarity.STEPS * math.log(articles / having[word]))
    numpy.savez_compressed(Path(rarity.__file__).with_name("rarity.npz"), figures=figures)
    print(f"{articles} articles, {len(having)} stems, {int((figures > 0).sum())} slots filled")


def _text(line: str) -> str:
    record = json.loads(line)
    return f"{record['title']}\n{record['text']}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
