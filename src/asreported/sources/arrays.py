"""Cut JSON arrays into the texts of their items while they are read: no more than one is held.

A file of a few kilobytes can unpack to hundreds of megabytes, or stand for millions of empty lists.
Where an item ends is told by signs alone, so that nothing is built of it before it is measured.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import IO

from asreported.errors import SourceError
from asreported.settings import Settings

_MOST_FACTOR = 20
"""The arrays of a file may be this many times the size of one article's file."""

_MOST_ITEMS = 200_000
"""Items that the arrays of a file may have: articles of 2 KB each fill the largest file."""

MOST_VALUES = 100_000
"""Values that one record may have in it. An article's has dozens, a page's graph hundreds; those
100,000 take some 10 MB of memory at most."""

_CHUNK = 1_000_000
"""Bytes that are read at once. A string that goes on is looked at again with each."""

# A string is taken whole, for no sign in it is structure; one that goes on has no end yet.
_TOKEN = re.compile(
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?P<end>"?)|(?P<sign>[\[\]{},])', re.DOTALL
)  # fmt: skip
_DEEPER = {"[": 1, "{": 1, "]": -1, "}": -1}


def cut_items(name: str, stream: IO[bytes], settings: Settings) -> Iterator[str]:
    """Yield the text of each item of the arrays in ``stream``, as it is written, in order.

    Raises:
        SourceError: Over a bound (``too_large``, ``too_many``), or ``damaged``: an array does not
            end, or there is something else beside it. What came before was yielded.
    """
    held, seen, depth, number = "", 0, 0, 1
    for chunk in _chunks(name, stream, settings):
        held, begun = held + chunk, 0
        for token in _TOKEN.finditer(held, seen):
            if token["end"] == "":
                break
            seen, sign = token.end(), token["sign"] or ""
            outside = depth == 0
            depth += _DEEPER.get(sign, 0)
            if outside:
                if sign != "[" or held[begun : token.start()].strip("\ufeff \t\r\n"):
                    raise _damaged(name, "something else stands beside an array")
                begun = seen
            elif depth == 0 or (depth == 1 and sign == ","):
                item = held[begun : token.start()]
                _measure(name, number, item, settings)
                yield item
                begun, number = seen, number + 1
        held, seen = held[begun:], seen - begun
        _measure(name, number, held, settings)
        if has_too_many(held):
            detail = f"record {number} has more than the {MOST_VALUES:,} values that one may have"
            raise SourceError(name, "too_many", detail)
    if depth or held.strip():
        raise _damaged(name, f"it ends in the middle of record {number}")


def has_too_many(text: str) -> bool:
    """Return whether the JSON ``text`` has more values in it than one record may."""
    # Nearly no record has that many signs even with those of its prose, which counts them fast.
    if sum(map(text.count, "[{,")) <= MOST_VALUES:
        return False
    values = (token for token in _TOKEN.finditer(text) if token["sign"] in ("[", "{", ","))
    return next(islice(values, MOST_VALUES, None), None) is not None


def _chunks(name: str, stream: IO[bytes], settings: Settings) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    left = settings.max_file_bytes * _MOST_FACTOR
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            limit = f"{settings.max_file_bytes * _MOST_FACTOR / 1e6:g} MB"
            raise SourceError(name, "too_large", f"larger than the {limit} that an array may have")
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _measure(name: str, number: int, text: str, settings: Settings) -> None:
    if len(text) > settings.max_file_bytes:
        limit = f"{settings.max_file_bytes / 1e6:g} MB"
        detail = f"record {number} is larger than the {limit} that one article may have"
        raise SourceError(name, "too_large", detail)
    if number > _MOST_ITEMS:
        detail = f"more than the {_MOST_ITEMS:,} records that are read of one array"
        raise SourceError(name, "too_many", detail)


def _damaged(name: str, detail: str) -> SourceError:
    return SourceError(name, "damaged", f"not JSON: {detail}")
