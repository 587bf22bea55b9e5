"""Read article records: news-please, schema.org NewsArticle, and JSON lines with title and text.

A record's text is its title, a blank line, and its text; offsets count from there. The fields are
taken under the names that these formats have given them.
"""

import gzip
import json
import lzma
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from asreported.errors import SourceError
from asreported.model.source import Failure, Page
from asreported.settings import Settings

_ENDINGS = (".json", ".jsonl", ".ndjson")
_PACKED = (".gz", ".xz")

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
_JSON_FILE_FACTOR = 20
"""A JSON array may be this many times the size of one article's file."""


def is_record_file(path: Path) -> bool:
    """Return whether the ending says that ``path`` holds records, packed or not."""
    name = path.name.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return name.endswith(_ENDINGS)


def read_records(name: str, packed: BinaryIO, settings: Settings) -> Iterator[Page | Failure]:
    """Yield a page a record of the file ``name``, or a failure that names the record.

    Raises:
        SourceError: The file is neither JSON nor JSON lines, is damaged, or holds no article.
    """
    told = False
    try:
        for number, record in enumerate(_objects(name, _unpacked(name, packed), settings), start=1):
            if isinstance(record, Failure):
                told = True
                yield record
                continue
            page = _page(f"{name}#{number}", record)
            if page is not None:
                told = True
                yield page
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise SourceError(name, "damaged", f"cannot be unpacked: {error}") from error
    if not told:
        raise SourceError(name, "no_records", "no article records with a text in it")


def _unpacked(name: str, packed: BinaryIO) -> IO[bytes]:
    lowered = name.lower()
    if lowered.endswith(".gz"):
        return cast(IO[bytes], gzip.open(packed))
    if lowered.endswith(".xz"):
        return lzma.open(packed)
    return packed


def _objects(
    name: str, stream: IO[bytes], settings: Settings
) -> Iterator[Mapping[str, Any] | Failure]:
    """Yield the objects of a JSON array, a single object, or JSON lines."""
    base = name.lower().removesuffix(".gz").removesuffix(".xz")
    if base.endswith(".json"):
        limit = settings.max_file_bytes * _JSON_FILE_FACTOR
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise SourceError(name, "too_large", f"larger than {limit / 1e6:g} MB")
        try:
            yield from _flatten(_decode(content))
        except (ValueError, RecursionError):
            yield from _lines(name, content.splitlines(), settings)
        return
    longest = settings.max_file_bytes + 1
    yield from _lines(name, iter(lambda: stream.readline(longest), b""), settings)


def _lines(name: str, lines: Any, settings: Settings) -> Iterator[Mapping[str, Any] | Failure]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if len(line) > settings.max_file_bytes:
            raise SourceError(name, "too_large", f"line {number} is larger than one article may be")
        try:
            record = _decode(line)
        except (ValueError, RecursionError) as error:
            yield Failure(f"{name}#{number}", "sources", f"{name}#{number}: not JSON: {error}")
            continue
        yield from _flatten(record)


def _decode(content: bytes) -> Any:
    # A lone surrogate ("\ud800") is legal JSON and no text; it becomes the replacement character.
    value = json.loads(content.decode("utf-8", "replace").removeprefix("\ufeff"))
    return _without_surrogates(value)


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    return value


def _flatten(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item)
    elif isinstance(value, dict) and isinstance(value.get("@graph"), list):
        yield from _flatten(value["@graph"])
    elif isinstance(value, dict):
        yield value


def _page(fallback: str, record: Mapping[str, Any]) -> Page | None:
    fields = {ours: text for ours in _NAMES if (text := _field(record, ours))}
    html, text = fields.pop("html", ""), fields.pop("text", "")
    identity = record.get("id")
    name = str(identity) if isinstance(identity, str | int) and identity != "" else ""
    name = name or fields.get("url") or fallback
    if html:
        return Page(name, html, "html", fields)
    if not text:
        return None
    title = fields.get("title", "")
    return Page(name, f"{title}\n\n{text}" if title else text, "text", fields)


def _field(record: Mapping[str, Any], ours: str) -> str:
    for theirs in _NAMES[ours]:
        value = _plain(record.get(theirs))
        if value and value != "None":
            return value
    return ""


def _plain(value: Any) -> str:
    """Return the text of a field; several authors are joined by a line feed."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("@id"))
    if isinstance(value, list):
        return "\n".join(filter(None, map(_plain, value)))
    return ""
