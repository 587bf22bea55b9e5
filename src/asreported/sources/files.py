"""Find the pages that a caller's inputs stand for: files, folders, records, standard input."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from asreported.model.source import Failure, Page
from asreported.settings import Settings


def read_pages(inputs: Iterable[str | Path], settings: Settings) -> Iterator[Page | Failure]:
    """Yield a page, or the reason why there is none, for each input in order."""
    for given in inputs:
        path = Path(given)
        try:
            yield Page(path.name, path.read_bytes(), "text")
        except OSError as error:
            yield Failure(path.name, "sources", str(error))
