"""Find numbers that a list of names right behind them does not have: "three men: A, B, C and D".

Reads:   regions.
Assigns: `Internal` of kind "arithmetic".
"""

import re
from collections.abc import Iterator
from functools import cache

from asreported.lexicon.numbers import small_numbers
from asreported.model.document import ARTICLE_KINDS
from asreported.model.statement import Internal, Reading

_ITEM = (
    r"(?:[A-Z][a-zà-ÿ’'-]+|[A-Z]\.)"
    r"(?: (?:of |the |and |de |del |van |von |bin )?[A-Z][a-zà-ÿ’'.-]*){0,4}"
)
# A list of bare names up to a mark; what is told of any of them makes commas that part nothing.
_ITEMS = (
    rf"(?P<items>{_ITEM}(?:, {_ITEM})*,? and {_ITEM})(?=[.;)—–]| -| who\b| were\b| are\b| have\b)"
)
_PARTED = re.compile(r",? and (?=[A-Z])|, ")
_MOST = 12


def find_listings(reading: Reading) -> Iterator[Internal]:
    """Yield each number with the names that a colon or dash sets behind it, where they differ."""
    document = reading.document
    for region in document.regions:
        if region.kind not in ARTICLE_KINDS:
            continue
        for match in _pattern().finditer(document.text, region.start, region.end):
            stated = _numbers().get(match["number"].casefold()) or int(match["number"])
            names = _PARTED.split(match["items"])
            # "Trinidad and Tobago" is one: a name with "and" inside may be either.
            inside = sum(" and " in name for name in names)
            if len(names) <= stated <= len(names) + inside or stated == len(names):
                continue
            number = document.span(match.start("number"), match.end("noun"))
            listed = document.span(*match.span("items"))
            reason = f'"{document.quote(number)}", and {len(names)} are named'
            gap = max(len(names), stated) / min(len(names), stated)
            yield Internal("arithmetic", (number, listed), gap, reason)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<number>(?i:{'|'.join(_numbers())})|[2-9]|1[0-2]) (?P<noun>(?:[a-z’'-]+ ){{0,4}}"
        rf"[a-z’'-]+)(?:: | ?[—–] ?| --? |, namely ){_ITEMS}"
    )


@cache
def _numbers() -> dict[str, int]:
    """Return the words for two to twelve."""
    return {word: value for word, value in small_numbers().items() if 2 <= value <= _MOST}
