"""Where the command line writes to: the terminal, a device, or a whole file at once."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

UNWRITTEN = 4
"""The exit code where what was told could not be written."""


def check_target(output: str | None) -> Path | None:
    """Return the file to write to; what cannot be one is said before the work and not after it.

    Raises:
        NoTargetError: It is a folder, or in one that there is not.
    """
    if output is None or output == "-":
        return None
    path = Path(output)
    if path.is_dir() or output.endswith(("/", os.sep)):
        raise NoTargetError(output, IsADirectoryError(errno.EISDIR, "is a folder; name a file"))
    if not path.parent.is_dir():
        raise NoTargetError(output, FileNotFoundError(errno.ENOENT, "no such folder"))
    return path


@contextmanager
def target_of(output: Path | None) -> Iterator[IO[str]]:
    """Give what is written to: the terminal, a pipe or device as it is, a file when all is told."""
    try:
        if output is None or str(output) == "-":
            with click.open_file("-", "w", encoding="utf-8") as stream:
                yield stream
        elif output.exists() and not output.is_file() and not output.is_dir():
            with output.open("w", encoding="utf-8") as stream:
                yield stream
        else:
            yield from _whole_file(output.resolve())
    except BrokenPipeError:
        # The reader has seen enough, which is no failure; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise UnwritableError(output, error) from error


def _whole_file(output: Path) -> Iterator[IO[str]]:
    beside = output.with_name(f".asreported-{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as stream:
            yield stream
        beside.replace(output)
    finally:
        beside.unlink(missing_ok=True)


class UnwritableError(click.ClickException):
    """What was told could not be written, as to a disk that is full."""

    exit_code = UNWRITTEN

    def __init__(self, output: Path | str | None, error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        super().__init__(f"{harmless(str(output or 'standard output'))}: {reason}")


class NoTargetError(UnwritableError):
    """What was asked to be written to cannot be: seen before any work."""

    exit_code = 2


def harmless(text: str) -> str:
    """Return ``text`` on one line, without codes that a terminal would obey."""
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
