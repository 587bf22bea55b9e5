"""Find quotations that are opened and never closed.

Whose words stand behind the last paragraph's mark, no reader can tell. A quotation that runs on
over paragraphs opens each of them anew; a page that has many such ends has a manner of its own.

Reads:   regions.
Assigns: `Internal` of kind "attribution": where somebody's words end is lost.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from asreported.model.document import Document
from asreported.model.statement import Internal, Reading
from asreported.statements.inside.breaks import SLIP

# More open ends than these are how the page shows quotations, or what became of them on the way.
_MANNER = 2
# Paragraphs behind the open one that may go on with it: a page sets a link or a picture between.
_AHEAD = 2
# What follows an open mark is shown whole up to so many code points.
_LONG = 120
_MARK = re.compile('["“”]')
_SENTENCE = re.compile(r"(?<=[\w’'\")%-]{3})[.!?…](?=\s+[A-Z“\"])")
# A quotation that another kind of mark closes: "I can hear him,' he said.
_CROSSED = re.compile(
    r"\"(?=\w)[^\"“”‘\n]{2,200}?[,.!?]['’](?=\s)|“[^\"“”‘\n]{2,200}?[,.!?]['’](?=\s|$)"
)
_INNER = re.compile(r"(?<=\s)['’]")
_REOPENS = re.compile(r"[\s>*_]*[\"“‘'”]")
_STOPS = re.compile(r"[.!?…][’'\])]?\s*$")
# British pages may quote between single marks alone, which are apostrophes too: what opens stands
# before a capital, and what closes before no letter.
_SINGLE = re.compile(r"(?:^|(?<=\s))['‘](?=[A-Z][^'’‘]*$)")
# "A 50" screen": a mark behind a digit may be inches.
_INCHES = re.compile(r"\d\"")


class _Paragraph(NamedTuple):
    start: int
    text: str


def find_marks(reading: Reading) -> Iterator[Internal]:
    """Yield each quotation that its paragraph opens and nothing closes, from its mark on."""
    document = reading.document
    paragraphs = list(_paragraphs(document))
    single = not any(_MARK.search(paragraph.text) for paragraph in paragraphs)
    found = []
    for at, paragraph in enumerate(paragraphs):
        opened = _left_single(paragraph.text) if single else _left_open(paragraph.text)
        if opened is None or _goes_on(paragraphs[at + 1 : at + 1 + _AHEAD]):
            continue
        # Up to the end of its first sentence the words are somebody's: behind it that is open.
        end = len(paragraph.text.rstrip())
        stop = _SENTENCE.search(paragraph.text, opened + 1) if end - opened > _LONG else None
        end = stop.end() if stop else end
        found.append(document.span(paragraph.start + opened, paragraph.start + end))
    crossed = list(_crossed(document, paragraphs))
    yield from crossed
    starts = {slip.spans[0].start for slip in crossed}
    if len(found) <= _MANNER:
        for span in found:
            if span.start not in starts:
                reason = "a quotation is opened and never closed"
                yield Internal("attribution", (span,), SLIP, reason)


def _crossed(document: Document, paragraphs: Sequence[_Paragraph]) -> Iterator[Internal]:
    """Yield each quotation that opens with one kind of mark and closes with the other."""
    found = []
    for paragraph in paragraphs:
        for match in _CROSSED.finditer(paragraph.text):
            if _INNER.search(match.group()) is None:
                start = paragraph.start + match.start()
                found.append(document.span(start, paragraph.start + match.end()))
    if len(found) <= _MANNER:
        for span in found:
            reason = "a quotation is closed with another mark than it is opened with"
            yield Internal("attribution", (span,), SLIP, reason)


def _paragraphs(document: Document) -> Iterator[_Paragraph]:
    for region in document.article_regions():
        for line in re.finditer(r"[^\n]+", document.text[region.start : region.end]):
            yield _Paragraph(region.start + line.start(), line.group())


def _left_open(text: str) -> int | None:
    """Return where the mark stands that a paragraph of one kind of marks leaves open, if any."""
    marks = _MARK.findall(text)
    if not marks or not _STOPS.search(text) or _INCHES.search(text):
        return None
    straight = '"' in marks
    if straight and len(set(marks)) > 1:
        return None  # One kind closes the other on many pages, and none is left open.
    opened: int | None = None
    for match in _MARK.finditer(text):
        at = match.start()
        opens = match.group() == "“" or (straight and _opens(text, at))
        if opens == (opened is not None):
            return None  # Opened twice, or closed twice: another slip.
        opened = at if opens else None
    return opened


def _left_single(text: str) -> int | None:
    """Return where the last single mark stands that opens, if no mark stands behind it."""
    match = _SINGLE.search(text) if _STOPS.search(text) else None
    return match.start() if match else None


def _opens(text: str, at: int) -> bool:
    """Return whether a straight mark stands as one that opens: behind a space, before a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or (not before.isalnum() and before not in ".,!?…)")) and not after.isspace()


def _goes_on(following: Sequence[_Paragraph]) -> bool:
    """Return whether a paragraph behind opens the quotation anew, or closes it."""
    for paragraph in following:
        first = _MARK.search(paragraph.text)
        closes = first is not None and (
            first.group() == "”"
            or (first.group() == '"' and not _opens(paragraph.text, first.start()))
        )
        if closes or _REOPENS.match(paragraph.text):
            return True
    return False
