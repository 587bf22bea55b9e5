"""The months by the names that texts give them."""

from collections.abc import Mapping
from functools import cache

from asreported.lexicon.load import table


@cache
def months(language: str = "") -> Mapping[str, int]:
    """Return the number of each month by its names and short forms, lower case.

    They are those of one language, or of all that the table has.

    >>> months()["octobre"], months("en").get("octobre")
    (10, None)
    """
    rows = table("months")
    return {r["word"]: int(r["month"]) for r in rows if language in ("", r["language"])}


@cache
def month_names() -> tuple[str, ...]:
    """Return the English names, January first.

    >>> month_names()[8]
    'September'
    """
    full: dict[int, str] = {}
    for word, number in months("en").items():
        full[number] = max(full.get(number, ""), word, key=len)
    return tuple(full[number].title() for number in sorted(full))
