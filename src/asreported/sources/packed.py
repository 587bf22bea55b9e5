"""Unpack gzip and xz, and no more than articles of that size can have been."""

import os
from collections.abc import Callable
from gzip import GzipFile
from io import DEFAULT_BUFFER_SIZE, BufferedReader, RawIOBase
from lzma import LZMAFile
from pathlib import PurePath
from typing import IO, BinaryIO

from asreported.errors import SourceError

_UNPACK: dict[str, Callable[[BinaryIO], GzipFile | LZMAFile]] = {
    ".gz": lambda packed: GzipFile(fileobj=packed),
    ".xz": LZMAFile,
}
_MOST_RATIO = 200
"""What unpacks to more than so many times its size is no text: records of articles shrink to a
fourth, those of pages with their markup to an eighth."""
_ANYWAY = 1_000_000
"""Bytes that any file may unpack to: a few equal records shrink to nearly nothing."""


def without_packing(name: str) -> str:
    """Return ``name`` in lower case, without the ending that tells how the file is packed."""
    lowered = name.lower()
    return PurePath(lowered).stem if PurePath(lowered).suffix in _UNPACK else lowered


def unpacked(name: str, packed: BinaryIO) -> IO[bytes]:
    """Return what the file ``name`` holds, which is ``packed`` itself where it is not packed.

    To read it raises `SourceError` once it is too much, and `OSError`, `EOFError`,
    `lzma.LZMAError` or `zlib.error` where it is damaged.
    """
    unpack = _UNPACK.get(PurePath(name).suffix.lower())
    if unpack is None:
        return packed
    most = max(_ANYWAY, packed.seek(0, os.SEEK_END) * _MOST_RATIO)
    packed.seek(0)
    return BufferedReader(_Bounded(name, unpack(packed), most))


class _Bounded(RawIOBase):
    """A stream that is cut with an error where it has given more than ``most`` bytes."""

    def __init__(self, name: str, stream: GzipFile | LZMAFile, most: int) -> None:
        self._name, self._stream, self._most = name, stream, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self._stream.read(min(len(buffer), DEFAULT_BUFFER_SIZE))
        if self._stream.tell() > self._most:
            detail = f"unpacks to more than {self._most / 1e6:g} MB, which articles do not"
            raise SourceError(self._name, "too_large", detail)
        buffer[: len(chunk)] = chunk
        return len(chunk)
