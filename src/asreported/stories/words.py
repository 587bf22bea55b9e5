"""See a document as sentences of folded words that keep their place in the text.

Case, accents, quotation marks and word endings are folded in a view made word by word, so every
word of the view knows its offsets; nothing is ever found again by comparing two texts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from asreported.language.folding import WORD, fold, stem
from asreported.lexicon.load import words as lexicon_words
from asreported.model.document import ARTICLE_KINDS, Document, Region

PROSE_KINDS = ARTICLE_KINDS | {"caption"}
"""Regions in which a shared passage says something about copying. Headlines are left out: two
desks often arrive at one headline, and an agency's own headline is seldom kept."""

_LINE = re.compile(r"[^\s][^\n]*")
_BREAK = re.compile(r"[.!?…][\"”’')\]]*[ \t\u00a0]+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|St|No|Prof|Rev|Jr|Sr|vs"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_QUOTED = 0.6
"""Share of a passage between marks from which it counts as a quotation."""
_FIRST_PERSON = frozenset(("i", "i'm", "i've", "i'll", "i'd", "we", "my", "me", "our", "we're"))
_QUOTE_OPENS, _QUOTE_TURNS = "“„«", '"'
_MARK = re.compile(r"[“„«”»\"]")


class Word(NamedTuple):
    """One word: its place in the text, its stem, and what it is worth in a comparison.

    ``shape`` is ``content``, ``function`` or ``name``; ``quoted`` says whether quotation marks
    enclose it.
    """

    start: int
    end: int
    stem: str
    shape: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as words, with the number of its line in the document and its kind of region."""

    words: tuple[Word, ...]
    line: int
    kind: str

    @property
    def stems(self) -> tuple[str, ...]:
        """Return the stems in order."""
        return tuple(word.stem for word in self.words)


def read_passages(document: Document, names: frozenset[str]) -> list[Passage]:
    """Return the sentences of the document's prose, in text order.

    Args:
        document: The article, with its regions.
        names: Folded words that the story writes with a capital; see `find_names`.
    """
    passages = []
    for number, (region, start, end) in enumerate(_lines(document)):
        block = region.kind == "quote_block"
        quoted = [(start, end)] if block else _quoted(document.text, start, end)
        for first, last in _sentences(document.text, start, end):
            words = tuple(_words(document.text, first, last, names, quoted))
            if words:
                passages.append(Passage(words, number, region.kind))
    return passages


def find_names(documents: Sequence[Document]) -> frozenset[str]:
    """Return the folded words that these texts write with a capital more often than without.

    The first word of a sentence does not count: its capital says nothing.
    """
    capital: dict[str, int] = {}
    for document in documents:
        for _, start, end in _lines(document):
            for first, last in _sentences(document.text, start, end):
                for place, match in enumerate(WORD.finditer(document.text, first, last)):
                    if place or not match.group()[0].isupper():
                        step = 1 if match.group()[0].isupper() else -1
                        word = fold(match.group())
                        capital[word] = capital.get(word, 0) + step
    return frozenset(word for word, balance in capital.items() if balance > 0)


def is_spoken(words: Sequence[Word]) -> bool:
    """Return whether marks enclose most of the words, or, in a block quotation, an "I" says them.

    No outlet's report of an event says "I" or "our" of itself in words that another has too.
    """
    if sum([word.quoted for word in words]) >= _QUOTED * len(words):
        return True
    return not _FIRST_PERSON.isdisjoint([word.stem for word in words])


def function_words() -> frozenset[str]:
    """Return the words that carry grammar rather than matter."""
    return lexicon_words("function_words")


def _lines(document: Document) -> Iterator[tuple[Region, int, int]]:
    for region in document.regions:
        if region.kind in PROSE_KINDS:
            for line in _LINE.finditer(document.text, region.start, region.end):
                yield region, line.start(), line.end()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _BREAK.finditer(text, start, end):
        if not _ABBREVIATED.search(text, max(first, match.start() - 6), match.start() + 1):
            yield first, match.end()
            first = match.end()
    if first < end:
        yield first, end


def _words(
    text: str, start: int, end: int, names: frozenset[str], quoted: list[tuple[int, int]]
) -> Iterator[Word]:
    grammar = function_words()
    waiting, closes = sorted(quoted, reverse=True), -1
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        while waiting and waiting[-1][0] <= first:
            closes = max(closes, waiting.pop()[1])
        folded = fold(match.group())
        shape = "function" if folded in grammar else "name" if folded in names else "content"
        yield Word(first, last, stem(folded), shape, first < closes)


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a line between quotation marks; an open one runs to its end."""
    stretches, opened = [], -1
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if mark in _QUOTE_OPENS or (mark == _QUOTE_TURNS and opened < 0):
            opened = place + 1 if opened < 0 else opened
        else:
            # A line that closes what it did not open goes on with an earlier line's quotation.
            stretches.append((opened if opened >= 0 else start, place))
            opened = -1
    if opened >= 0:
        stretches.append((opened, end))
    return stretches
