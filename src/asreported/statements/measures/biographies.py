"""Read the quantities that stand beside an article, in what it says of its author.

These lines are not parsed: nobody compares them, and what they count is kept for the record alone.
A number there counts the plural that follows it ("four novels", "two evenings weekly").
"""

import re
from collections.abc import Iterator

from asreported.model.document import Document
from asreported.model.statement import Quantity
from asreported.statements.measures.numerals import Numeral, find_numerals
from asreported.statements.measures.quantity_context import is_moment_or_mark

# Two words at most between a number and what it counts, none of them a name or behind a mark.
_PLURAL = re.compile(r"(?:[ \u00a0-][a-z]+){0,2}?[ \u00a0](?P<noun>[a-z]{2,}[^\Ws])s\b")
_FORMS = frozenset({"digits", "words"})


def find_biographical(document: Document) -> Iterator[Quantity]:
    """Yield what the lines on the article's author count, in text order."""
    text = document.text
    for region in document.regions:
        if region.kind != "author_bio":
            continue
        for numeral in find_numerals(text, region.start, region.end):
            plural = _PLURAL.match(text, numeral.end, region.end)
            if plural is not None and _counts(text, numeral):
                span = document.span(numeral.start, plural.end())
                yield Quantity(
                    span=span,
                    value=numeral.value,
                    low=None,
                    high=None,
                    unit=plural["noun"],
                    of=None,
                    approximate=False,
                    step=numeral.step,
                )


def _counts(text: str, numeral: Numeral) -> bool:
    return numeral.form in _FORMS and numeral.value > 1 and not is_moment_or_mark(text, numeral)
