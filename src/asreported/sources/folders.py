"""List the files below a folder by what the endings of their names say that they hold."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from asreported.errors import SourceError
from asreported.sources.records import is_record_file

# The ending decides how a file is read; anything else is taken for plain text.
MEDIA = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
_PAGE_ENDINGS = (".html", ".htm", ".HTML", ".HTM")
_ARTICLE_ENDINGS = frozenset({".txt", *MEDIA})
# What holds articles in forms that are not read: to pass over it in silence would lose them.
_UNREAD_ENDINGS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".pages", ".eml", ".msg", ".mht", ".mhtml"}
    | {".xhtml", ".warc", ".wacz"}
)

# A folder beyond these bounds is most likely named by mistake ("/", a home), and reading it would
# go on until all that the machine holds were in memory. Whoever means it names the files.
_MOST_ARTICLES = 10_000
"""Files that may hold articles: a hundred accounts of one event take half a minute."""
_MOST_BYTES = 1_000_000_000
"""Bytes of these files together: 20 KB is a page of text with its markup, five times over."""
_MOST_FILES = 200_000
"""Files of any kind: a saved page has some twenty pictures, scripts and styles beside it."""


@dataclass(slots=True)
class Listing:
    """The files below one folder, those of a folder by name; hidden ones are in none of these."""

    articles: list[Path] = field(default_factory=list)
    """Those that may hold articles, of forms that are not read too (see `is_unread_form`)."""
    others: list[Path] = field(default_factory=list)
    """Pictures, the parts of saved pages, and whatever else holds no article by its ending."""
    errors: list[OSError] = field(default_factory=list)
    """Why folders below could not be listed; ``filename`` names each."""


def list_folder(folder: str | Path, name: str) -> Listing:
    """Return what is below ``folder``, which errors call ``name``; no link to a folder is followed.

    Raises:
        SourceError: There is more than any story needs: ``too_many`` files, or ``too_large``.
    """
    listing = Listing()
    size = 0
    for number, path in enumerate(_files_below(folder, listing.errors), start=1):
        if number > _MOST_FILES:
            raise _refused(name, "too_many", f"more than {_MOST_FILES:,} files")
        if _is_of_a_saved_page(path, folder) or not (_may_hold(path) or is_unread_form(path)):
            listing.others.append(path)
            continue
        listing.articles.append(path)
        size += _size(path)
        if len(listing.articles) > _MOST_ARTICLES:
            detail = f"more than {_MOST_ARTICLES:,} files that may hold articles"
            raise _refused(name, "too_many", detail)
        if size > _MOST_BYTES:
            raise _refused(name, "too_large", f"files of more than {_MOST_BYTES / 1e9:g} GB")
    return listing


def is_unread_form(path: Path) -> bool:
    """Return whether the ending says that the file holds text in a form that is not read."""
    return path.suffix.lower() in _UNREAD_ENDINGS


def _may_hold(path: Path) -> bool:
    return path.suffix.lower() in _ARTICLE_ENDINGS or is_record_file(path)


def _is_of_a_saved_page(path: Path, folder: str | Path) -> bool:
    """Return whether a browser put the file beside a page: ``X_files/`` is saved with ``X.html``.

    It holds the frames of the page and its advertisements, which are HTML and no articles.
    """
    for above in path.relative_to(folder).parents:
        stem = above.name.removesuffix("_files")
        if stem and stem != above.name:
            beside = Path(folder, above).parent
            if any(Path(beside, f"{stem}{ending}").is_file() for ending in _PAGE_ENDINGS):
                return True
    return False


def _files_below(folder: str | Path, errors: list[OSError]) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _size(path: Path) -> int:
    """Return the bytes of a file; 0 where it cannot be asked, which is told when it is opened."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _refused(name: str, code: str, detail: str) -> SourceError:
    return SourceError(name, code, f"{detail} are in this folder; name the files or a part of it")
