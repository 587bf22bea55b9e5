"""Find the whole sentences in a quotation that a reader has something from, told whose they are."""

import re
from collections.abc import Iterator

from asreported.lexicon.load import words
from asreported.model.span import Span
from asreported.report.wording import Wording

LONGEST = 250
"""Characters of what is shown: four lines of a terminal."""
_FEWEST = 4
"""Words shown that say something: "a great day for him" hardly tells."""
_OPAQUE = 8
"""The same of what begins with a word for something said before: "it has to end now"."""
_POINTING = frozenset({"it", "its", "he", "she", "they", "this", "that", "these", "those", "there"})
_LEADING = words("modality", kind="conjunction") | {
    *("while", "although", "though", "when", "as", "because", "since", "until", "after", "before"),
}
"""What begins a clause that another has to follow: "while they have nothing to do with it"."""
_SENTENCE = re.compile(
    r"\S.*?(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"'’”)\]]*(?=\s)|$)",
    re.DOTALL,
)
"""Up to a full stop that ends no title or initial: "asked Mr. Fell to go"."""
_BROKEN_OFF = re.compile(r"(?:\.\s?\.\s?\.|…)$")
_TO_RECALL = re.compile(r"You know (?:that|what)\b")
_MARKS = " \t\n,;:'’\"“”‘*_-–—"


def find_sayings(part: Span, wording: Wording, together: int = 1) -> Iterator[Span]:
    """Yield the sentences of words between quotation marks, and up to ``together`` in a row.

    In text order, without the marks around them, none longer than `LONGEST` characters.
    """
    sentences = [m.span() for m in _SENTENCE.finditer(wording.words(part))]
    for first in range(len(sentences)):
        for last in range(first, min(first + together, len(sentences))):
            start, end = sentences[first][0], sentences[last][1]
            whole = trimmed(Span(part.document, part.start + start, part.start + end), wording)
            if len(whole) <= LONGEST:
                yield whole


def trimmed(span: Span, wording: Wording) -> Span:
    """Return ``span`` without the marks and spaces at its ends."""
    said = wording.words(span)
    start = span.start + len(said) - len(said.lstrip(_MARKS))
    return Span(span.document, start, max(start, span.start + len(said.rstrip(_MARKS))))


def is_readable(span: Span, telling: int, wording: Wording) -> bool:
    """Return whether a reader who is told whose words they are has something from them.

    ``telling`` is how many of them say something.
    """
    said = wording.words(span)
    # What begins in the middle of a sentence is a piece of it: "within a month of the fire".
    if not said[:1].isupper() or telling < _FEWEST or not wording.tells(span):
        return False
    first = re.split(r"\W", said.lower(), maxsplit=1)[0]
    if first in _LEADING and not _leads_to_more(span, wording):
        return False
    # What is broken off, and what a hearer is to recall, go on elsewhere.
    if _BROKEN_OFF.search(said) or _TO_RECALL.match(said):
        return False
    points = first in _POINTING
    parts = wording.excerpt(span, LONGEST)
    return telling >= (_OPAQUE if points else _FEWEST) and len(parts) == 1


def _leads_to_more(span: Span, wording: Wording) -> bool:
    """Return whether behind a comma somebody does something: no "when I joined, years ago"."""
    commas = re.finditer(",", wording.words(span))
    rest = (Span(span.document, span.start + each.end(), span.end) for each in commas)
    return any(map(wording.tells, rest))
