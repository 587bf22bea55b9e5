"""Every error of the program.

AsReportedError
├── UsageError            the caller asked for something that does not exist (exit code 2)
├── InputError            one input could not be used; the run goes on (exit code 1)
│   ├── SourceError       it could not be fetched or opened
│   └── DocumentError     it was opened, and holds no article that can be read
├── SpanError             a span does not lie in its document
└── ModelError            a weight file is missing or is not the one that was shipped
"""


class AsReportedError(Exception):
    """Base of all errors raised on purpose."""


class UsageError(AsReportedError):
    """The caller asked for something that does not exist."""


class InputError(AsReportedError):
    """One input could not be used.

    Attributes:
        name: The input, as the user called it.
        code: A short stable word for the kind of trouble, such as ``no_text``.
    """

    def __init__(self, name: str, code: str, detail: str) -> None:
        super().__init__(f"{name}: {detail} [{code}]")
        self.name = name
        self.code = code
        self.detail = detail


class SourceError(InputError):
    """An input could not be fetched or opened."""


class DocumentError(InputError):
    """An input was opened and holds no article that can be read."""


class SpanError(AsReportedError):
    """A span does not lie in its document."""


class ModelError(AsReportedError):
    """A weight file is missing or is not the one that was shipped."""
