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
from typing import IO, Any, BinaryIO, NoReturn

from asreported.errors import SourceError
from asreported.lexicon.plurals import counted
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
_NO_TEXT = "no_text"
_DEEPEST = 8
"""Lists and objects around a field's text; a name of a name of an author is three."""
_MOST_BARREN = 100_000
"""Lines or records on end without an article: a file with more of them is none of articles."""
_MOST_TEXTLESS = 10
"""Records without text that are named, of each file."""
_MOST_DAMAGED = 1_000
"""Records that cannot be read, each told of: with more of them the file holds something else."""


def is_record_file(path: Path) -> bool:
    """Return whether the ending says that ``path`` holds records, packed or not."""
    return without_packing(path.name).endswith(_ENDINGS)


def read_records(name: str, packed: BinaryIO, settings: Settings) -> Iterator[Page | Failure]:
    """Yield a page a record of the file ``name``, or a failure that names the record.

    A record is called after its line, in an array after its place. Of those without text the first
    few are named, and the others counted by one failure of the file.

    Raises:
        SourceError: The file is neither JSON nor JSON lines, is damaged, or holds no article.
    """
    textless, told = 0, False
    broken: SourceError | None = None
    try:
        for found in _found(name, unpacked(name, packed), settings):
            told = True
            is_textless = isinstance(found, SourceError) and found.code == _NO_TEXT
            textless += is_textless
            if isinstance(found, Page):
                yield found
            elif not is_textless or textless <= _MOST_TEXTLESS:
                yield Failure(found.name, "sources", str(found))
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        broken = SourceError(name, "damaged", f"cannot be unpacked: {error}")
    except SourceError as error:
        broken = error
    if textless > _MOST_TEXTLESS:
        more = f"{name}: and {counted(textless - _MOST_TEXTLESS, 'more record')} without text"
        yield Failure(name, "sources", f"{more} [{_NO_TEXT}]")
    if broken is not None:
        raise broken
    if not told:
        raise SourceError(name, "no_records", "no article records with a text in it")


def _found(name: str, stream: IO[bytes], settings: Settings) -> Iterator[Page | SourceError]:
    """Yield what each record holds: of JSON arrays, of a single object, or of JSON lines."""
    texts = _lines if _is_lines(name, stream, settings) else _whole
    damaged, barren = 0, 0
    for number, text in enumerate(texts(name, stream, settings), start=1):
        barren += 1
        for found in _read(f"{name}#{number}", text):
            yield found
            if isinstance(found, Page) or found.code != _NO_TEXT:
                barren = 0
                damaged += isinstance(found, SourceError)
        if damaged >= _MOST_DAMAGED:
            raise SourceError(name, "damaged", f"{damaged:,} records are; the rest is not read")
        if barren == _MOST_BARREN:
            detail = f"no article in {barren:,} lines or records on end; the rest is not read"
            raise SourceError(name, "no_records", detail)


def _read(name: str, text: str) -> Iterator[Page | SourceError]:
    """Yield the pages of one line or item, and why there are none; a blank one holds nothing."""
    if not text.strip():
        return
    if has_too_many(text):
        yield SourceError(name, "too_many", f"more than {MOST_VALUES:,} values in one record")
        return
    try:
        values = list(_flatten(json.loads(text, parse_constant=_refuse_constant)))
        for number, value in enumerate(values, start=1):
            yield from _pages(f"{name}.{number}" if len(values) > 1 else name, value)
    except (ValueError, RecursionError) as error:
        yield SourceError(name, "damaged", f"not JSON: {_told(error)}")


class _NoNumberError(ValueError):
    """What Python takes for a number, and JSON does not know."""


def _refuse_constant(constant: str) -> NoReturn:
    raise _NoNumberError(f"{constant} is no number there")


def _told(error: ValueError | RecursionError) -> str:
    """Return what is wrong; Python's own words where they are about the text."""
    if isinstance(error, json.JSONDecodeError | _NoNumberError):
        return str(error)
    return "nested too deep" if isinstance(error, RecursionError) else "a number of too many digits"


def _is_lines(name: str, stream: IO[bytes], settings: Settings) -> bool:
    """Return whether each line is read alone: the name says so, or the first is an object."""
    if not without_packing(name).endswith(".json"):
        return True
    read_line = partial(stream.readline, settings.max_file_bytes + 1)
    lines = islice(iter(read_line, b""), _MOST_BARREN)
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


def _flatten(value: Any) -> Iterator[Any]:
    """Yield the items of lists in lists; an empty one is itself what holds nothing."""
    if isinstance(value, list) and value:
        for item in value:
            yield from _flatten(item)
    else:
        yield value


def _pages(name: str, value: Any) -> Iterator[Page | SourceError]:
    """Yield the pages of a record, or why it has none.

    Of a graph, which also tells of the site and its pictures, only articles are asked for.
    """
    found = [page for record in _objects(value) if (page := _page(name, record))]
    yield from found
    if found:
        return
    if isinstance(value, dict):
        fields = ", ".join((*_NAMES["text"], *_NAMES["html"]))
        yield SourceError(name, _NO_TEXT, f"a record without text (in {fields})")
    else:
        yield SourceError(name, _NO_TEXT, f"no record with a text, but {_kind(value)}")


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict) and isinstance(value.get("@graph"), list):
        yield from _objects(value["@graph"])
    elif isinstance(value, dict):
        yield value


def _kind(value: Any) -> str:
    """Return what JSON calls a value that is no object.

    >>> [_kind(value) for value in (None, True, 4.2, "a", [])]
    ['null', 'a truth value', 'a number', 'a string', 'an empty list']
    """
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "a string"}
    return kinds.get(type(value), "an empty list" if value == [] else "null")


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
