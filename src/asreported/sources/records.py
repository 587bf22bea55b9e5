"""Read article records: news-please, schema.org NewsArticle, and JSON lines with title and text.

A record's text is its title, a blank line, and its text; offsets count from there. The fields are
taken under the names that these formats have given them.
"""

import json
import lzma
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any, BinaryIO

from asreported.errors import SourceError
from asreported.model.source import Failure, Page
from asreported.settings import Settings
from asreported.sources.arrays import MOST_VALUES, cut_items, has_too_many
from asreported.sources.packed import unpacked, without_packing

_ENDINGS = (".json", ".jsonl", ".ndjson")

# Our name of a field -> the names that record formats have for it, likeliest first.
_NAMES = {
    "title": ("title", "headline"),
    "text": ("text", "maintext", "articleBody", "body", "content"),
    "html": ("html",),
    "url": ("url", "mainEntityOfPage", "@id"),
    "date": ("date", "date_publish", "datePublished", "published"),
    "updated": ("updated", "date_modify", "dateModified"),
    "outlet": ("source", "outlet", "publisher", "source_domain", "sitename"),
    "authors": ("authors", "author"),
    "wire": ("wire",),
    "language": ("language", "inLanguage"),
}
_BESIDE = tuple(ours for ours in _NAMES if ours not in ("html", "text"))
_DATES = frozenset({"date", "updated"})
_DEEPEST = 8
"""Lists and objects around a field's text; a name of a name of an author is three."""
_MOST_EMPTY = 100_000
"""Lines or records on end without an article: a file with more of them is none of articles."""
_MOST_DAMAGED = 1_000
"""Records that cannot be read, each told of: with more of them the file holds something else."""


def is_record_file(path: Path) -> bool:
    """Return whether the ending says that ``path`` holds records, packed or not."""
    return without_packing(path.name).endswith(_ENDINGS)


def read_records(name: str, packed: BinaryIO, settings: Settings) -> Iterator[Page | Failure]:
    """Yield a page a record of the file ``name``, or a failure that names the record.

    Raises:
        SourceError: The file is neither JSON nor JSON lines, is damaged, or holds no article.
    """
    told, empty = False, 0
    try:
        for number, record in enumerate(_objects(name, unpacked(name, packed), settings), start=1):
            found = record if isinstance(record, Failure) else _page(f"{name}#{number}", record)
            empty = _measured(name, empty + 1 if found is None else 0)
            if found is not None:
                told = True
                yield found
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise SourceError(name, "damaged", f"cannot be unpacked: {error}") from error
    if not told:
        raise SourceError(name, "no_records", "no article records with a text in it")


def _objects(
    name: str, stream: IO[bytes], settings: Settings
) -> Iterator[Mapping[str, Any] | Failure]:
    """Yield the objects of JSON arrays, of a single object, or of JSON lines."""
    texts = _lines if _is_lines(name, stream, settings) else _whole
    damaged, empty = 0, 0
    for number, text in enumerate(texts(name, stream, settings), start=1):
        if has_too_many(text):
            detail = f"more than {MOST_VALUES:,} values in one record [too_many]"
        else:
            try:
                objects = list(_flatten(json.loads(text))) if text.strip() else []
            except (ValueError, RecursionError) as error:
                detail = f"not JSON: {_told(error)} [damaged]"
            else:
                empty = _measured(name, 0 if objects else empty + 1)
                yield from objects
                continue
        yield Failure(f"{name}#{number}", "sources", f"{name}#{number}: {detail}")
        damaged += 1
        if damaged == _MOST_DAMAGED:
            raise SourceError(name, "damaged", f"{damaged:,} records are; the rest is not read")


def _told(error: ValueError | RecursionError) -> str:
    """Return what is wrong; Python's own words where they are about the text."""
    if isinstance(error, json.JSONDecodeError):
        return str(error)
    return "nested too deep" if isinstance(error, RecursionError) else "a number of too many digits"


def _measured(name: str, empty: int) -> int:
    """Return how many lines or records on end hold no article, where they are few enough."""
    if empty == _MOST_EMPTY:
        detail = f"no article in {empty:,} lines or records on end; the rest is not read"
        raise SourceError(name, "no_records", detail)
    return empty


def _is_lines(name: str, stream: IO[bytes], settings: Settings) -> bool:
    """Return whether each line is read alone: the name says so, or the first is an object."""
    if not without_packing(name).endswith(".json"):
        return True
    read_line = partial(stream.readline, settings.max_file_bytes + 1)
    lines = islice(iter(read_line, b""), _MOST_EMPTY)
    first = _text(next((line for line in lines if line.strip()), b""))
    stream.seek(0)
    try:
        return first.lstrip()[:1] == "{" and not has_too_many(first) and bool(json.loads(first))
    except (ValueError, RecursionError):
        return False


def _lines(name: str, stream: IO[bytes], settings: Settings) -> Iterator[str]:
    number = 0
    while line := stream.readline(settings.max_file_bytes + 1):
        number += 1
        if len(line) > settings.max_file_bytes:
            raise SourceError(name, "too_large", f"line {number} is larger than one article may be")
        yield _text(line)


def _whole(name: str, stream: IO[bytes], settings: Settings) -> Iterator[str]:
    start = _text(stream.read(1_000))
    stream.seek(0)
    if start.lstrip()[:1] == "[":
        yield from cut_items(name, stream, settings)
        return
    content = stream.read(settings.max_file_bytes + 1)
    if len(content) > settings.max_file_bytes:
        limit = f"{settings.max_file_bytes / 1e6:g} MB"
        raise SourceError(name, "too_large", f"larger than the {limit} that one article may have")
    yield _text(content)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace").removeprefix("\ufeff")


def _flatten(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item)
    elif isinstance(value, dict) and isinstance(value.get("@graph"), list):
        yield from _flatten(value["@graph"])
    elif isinstance(value, dict):
        yield value


def _page(fallback: str, record: Mapping[str, Any]) -> Page | None:
    html, text = _field(record, "html"), _field(record, "text")
    if not html and not text:
        return None
    fields = {ours: told for ours in _BESIDE if (told := _field(record, ours))}
    identity = record.get("id")
    name = _plain(str(identity)) if isinstance(identity, str | int) else ""
    name = name or fields.get("url") or fallback
    if html:
        return Page(name, html, "html", fields)
    title = fields.get("title", "")
    return Page(name, f"{title}\n\n{text}" if title else text, "text", fields)


def _field(record: Mapping[str, Any], ours: str) -> str:
    for theirs in _NAMES[ours]:
        held = record.get(theirs)
        value = _counted(held) if ours in _DATES else ""
        value = value or _plain(held)
        if value and value != "None":
            return value
    return ""


def _counted(value: Any) -> str:
    """Return the seconds or milliseconds since 1970 that a machine gives as a number, else ""."""
    return str(int(value)) if type(value) in (int, float) and 0 < value < 1e14 else ""


def _plain(value: Any, deepest: int = _DEEPEST) -> str:
    """Return the text of a field; several authors are joined by a line feed."""
    if isinstance(value, str):
        # A lone surrogate ("\ud800") is legal JSON and no text; it becomes U+FFFD.
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, dict) and deepest:
        return _plain(value.get("name") or value.get("@id"), deepest - 1)
    if isinstance(value, list) and deepest:
        return "\n".join(filter(None, (_plain(item, deepest - 1) for item in value)))
    return ""
