"""Pair what one account tells with what the others tell."""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Anything that stands in one account."""

    @property
    def document(self) -> str:
        """Return the id of the account."""
        ...


Value = TypeVar("Value", bound=Placed)


def across(found: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Yield every two that are of two accounts, in the order given."""
    for number, a in enumerate(found, start=1):
        for b in found[number:]:
            if a.document != b.document:
                yield a, b
