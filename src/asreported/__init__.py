"""asreported: many accounts of one event, side by side: who says what.

>>> import asreported
>>> report = asreported.compare([])
>>> report.points
()
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asreported.errors import AsReportedError as AsReportedError
    from asreported.library import compare as compare
    from asreported.library import group as group
    from asreported.library import read as read
    from asreported.model.document import Document as Document
    from asreported.model.span import Span as Span
    from asreported.report.presented import Report as Report
    from asreported.settings import Settings as Settings

__version__ = "0.1.0"

# Names are imported when they are first asked for, so that `asreported --help` starts in a moment.
_HOMES = {
    "AsReportedError": "errors",
    "Document": "model.document",
    "Report": "report.presented",
    "Settings": "settings",
    "Span": "model.span",
    "compare": "library",
    "group": "library",
    "read": "library",
}
__all__ = [  # noqa: RUF022 - in the order of a first read
    "compare",
    "read",
    "group",
    "Report",
    "Settings",
    "Document",
    "Span",
    "AsReportedError",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
