"""Find the pages that a caller's inputs stand for: files, folders, records, standard input."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from asreported.errors import SourceError, UsageError
from asreported.model.source import Failure, Page
from asreported.settings import Settings
from asreported.sources.folders import MEDIA, is_unread_form, list_folder
from asreported.sources.records import is_record_file, read_records

STANDARD_INPUT = "-"

# An object, or an array of them: "[Updated 5 pm]" begins an article.
_RECORDS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)*+\{\s*\"")


Inputs = Iterable[str | Path] | str | Path
"""Files, folders, or ``-``; one alone need not stand in a list."""


def read_pages(inputs: Inputs, settings: Settings) -> Iterator[Page | Failure]:
    """Yield a page, or the reason why there is none, for each article that ``inputs`` hold.

    Inputs are taken in order, the files of a folder by name. An input that cannot be used becomes
    a `Failure` that names it, and the rest goes on.
    """
    for given in _each(inputs):
        try:
            yield from _pages_of(given, settings)
        except SourceError as error:
            yield Failure(error.name, "sources", str(error))


def _each(inputs: Inputs) -> Iterable[str | Path]:
    """Return ``inputs``, one alone in a list: the letters of its name are no inputs.

    One of them may be "/", and with it all that the machine holds.

    Raises:
        UsageError: What was given is no path and no list of them.
    """
    if isinstance(inputs, str | Path):
        return [inputs]
    # The letters of bytes would be numbers, and a number opens what the process has open.
    if isinstance(inputs, bytes | bytearray) or not isinstance(inputs, Iterable):
        raise UsageError(f"inputs are paths or a list of them, not {inputs!r:.80}")
    return map(_path, inputs)


def _path(given: object) -> str | Path:
    if isinstance(given, str | Path):
        return given
    if isinstance(given, os.PathLike) and isinstance(path := os.fspath(given), str):
        return path
    raise UsageError(f"an input is a path, not {given!r:.80}")


def _pages_of(given: str | Path, settings: Settings) -> Iterator[Page | Failure]:
    if str(given) == STANDARD_INPUT:
        yield from _from_standard_input(settings)
        return
    if str(given).lower().startswith(("http://", "https://")):
        detail = "addresses are not fetched by this version; save the page and give its file"
        raise SourceError(str(given), "not_fetched", detail)
    if not str(given):
        raise SourceError("''", "no_name", "an empty name names no input")
    path = Path(given)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        raise SourceError(_name(path), "unreadable", str(error)) from error
    if is_folder:
        yield from _from_folder(path, settings)
    else:
        yield from _from_file(path, settings)


def _from_folder(folder: Path, settings: Settings) -> Iterator[Page | Failure]:
    """Yield the articles of all files below ``folder`` whose ending tells that they hold some."""
    listing = list_folder(folder, _name(folder))
    found = False
    for path in listing.articles:
        if is_unread_form(path):
            detail = f"{path.suffix.lower()} files are not read; save it as text or HTML"
            yield _below(path, folder, "not_text", detail)
            found = True
        elif not path.is_file():
            # To open a pipe would wait for a writer that may never come.
            yield _below(path, folder, "not_a_file", "not a file")
        else:
            found = True
            yield from _with_paths(read_pages([path], settings), path, folder)
    for error in listing.errors:
        told = _unreadable(Path(error.filename), error)
        yield _below(Path(error.filename), folder, told.code, told.detail)
    if not found and not listing.errors:
        raise SourceError(_name(folder), "empty_folder", "no article files in this folder")


def _below(path: Path, folder: Path, code: str, detail: str) -> Failure:
    """Return a failure that names the path from ``folder``: many folders hold an ``index.html``."""
    name = _name(folder) if path == folder else _text_of(path.relative_to(folder))
    error = SourceError(name, code, detail)
    return Failure(error.name, "sources", str(error))


def _with_paths(
    found: Iterable[Page | Failure], path: Path, folder: Path
) -> Iterator[Page | Failure]:
    """Yield what a file holds, where a failure names the file by its path from ``folder``."""
    name, below = _name(path), _text_of(path.relative_to(folder))
    for item in found:
        if isinstance(item, Failure) and item.file == name:
            tail, told = item.name.removeprefix(name), item.error.removeprefix(name)
            yield Failure(below + tail, item.stage, below + told)
        elif isinstance(item, Page) and item.name == name:
            yield replace(item, path=below)
        else:
            yield item


def left_aside(inputs: Inputs) -> list[Path]:
    """Return the files in the folders among ``inputs`` that hold no article, by their endings.

    Pictures and the parts of saved pages, by name; neither hidden files nor what is named as a
    failure, which a folder with too many files is as a whole. The folders are listed anew: to carry
    the list along with documents, stories and reports would save 9 ms for every thousand files.
    """
    paths: list[Path] = []
    for folder in filter(_is_folder, _each(inputs)):
        with suppress(SourceError):
            paths += list_folder(folder, str(folder)).others
    return paths


def _is_folder(given: str | Path) -> bool:
    try:
        return Path(given).is_dir()
    except (OSError, ValueError):
        return False


def _from_file(path: Path, settings: Settings) -> Iterator[Page | Failure]:
    try:
        with path.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise SourceError(_name(path), "not_a_file", "not a regular file")
            if is_record_file(path):
                yield from read_records(_name(path), stream, settings)
                return
            content = _limited(_name(path), stream, settings)
    except (OSError, ValueError) as error:
        # A name with a NUL in it is a ValueError.
        raise _unreadable(path, error) from error
    yield Page(_name(path), content, MEDIA.get(path.suffix.lower(), "text"))


def _unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return SourceError(_name(path), "unreadable", reason)


def _limited(name: str, stream: BinaryIO, settings: Settings) -> bytes:
    content = stream.read(settings.max_file_bytes + 1)
    if len(content) > settings.max_file_bytes:
        limit = f"{settings.max_file_bytes / 1e6:g} MB"
        raise SourceError(name, "too_large", f"larger than the {limit} that are read of one file")
    if not content:
        raise SourceError(name, "empty", "the file is empty")
    return content


def _from_standard_input(settings: Settings) -> Iterator[Page | Failure]:
    """Yield what was piped in: records where it begins like JSON, else one page."""
    if sys.stdin is None:
        raise SourceError("stdin", "unreadable", "standard input is closed")
    content = _limited("stdin", sys.stdin.buffer, settings)
    start = content[:2000].lstrip()
    if _RECORDS.match(start):
        from io import BytesIO

        yield from read_records("stdin.json", BytesIO(content), settings)
        return
    looks_like_html = start[:1] == b"<" and b"<html" in content[:5000].lower()
    yield Page("stdin", content, "html" if looks_like_html else "text")


def _name(path: Path) -> str:
    """Return the base name; bytes of it that are no UTF-8 become the replacement character.

    The working folder and the root have no base name, and are called as they are written.
    """
    return _text_of(Path(path.name or path))


def _text_of(path: Path) -> str:
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
