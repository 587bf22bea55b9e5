"""Set headline against headline: what one puts in that no other has."""

from collections.abc import Iterator, Sequence
from functools import cache

from asreported.alignment.loaded import is_loaded
from asreported.language.folding import WORD, fold, stem
from asreported.lexicon.load import table, words
from asreported.model.comparison import Framing
from asreported.model.document import Document
from asreported.model.statement import Reading

_SHOWN = 5
"""Other headlines that a line shows."""

_TELLING = 0.4
"""Degree (see the table of extents) from which a word of extent tells how much."""

_MARKS = (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"))


def find_headline_choices(readings: Sequence[Reading]) -> Iterator[Framing]:
    """Yield a line for each headline that judges, limits, counts or doubts as no other does."""
    documents = [reading.document for reading in readings if reading.document.headline]
    told = {document.id: _headline(document) for document in documents}
    for document in documents:
        others = [
            other
            for other in documents
            if told[other.id].casefold() != told[document.id].casefold()
        ]
        if not others:
            continue
        elsewhere = {word for other in others for word in _stems(told[other.id])}
        choices = list(_choices(told[document.id], elsewhere))
        if choices and document.headline is not None:
            yield Framing(
                "headline",
                document.id,
                document.headline,
                None,
                tuple(other.headline for other in others if other.headline)[:_SHOWN],
                "no other headline " + ", nor ".join(choices),
            )


def _headline(document: Document) -> str:
    return document.quote(document.headline) if document.headline else ""


def _stems(headline: str) -> list[str]:
    return [stem(fold(match.group())) for match in WORD.finditer(headline)]


def _choices(headline: str, elsewhere: set[str]) -> Iterator[str]:
    """Yield what the headline has of its own, in words."""
    doubted = _marked(headline)
    bare = headline
    for words_between in doubted:
        bare = bare.replace(words_between, " ")
    own = [word for word in _written(bare) if stem(fold(word)) not in elsewhere]
    judging = [word for word in own if is_loaded(word) or _base(word) in _judging_verbs()]
    if judging:
        yield "judges with " + _listed(judging)
    limits = [word for word in own if fold(word) in _limits()]
    if limits:
        yield "says " + _listed(limits)
    figures = [word for word in own if word[:1].isdigit()]
    if figures:
        yield "has " + _listed(figures)
    if doubted:
        yield "sets " + _listed(doubted) + " between marks"


@cache
def _limits() -> frozenset[str]:
    """Return the words that say how much of a whole; "some" and "several" leave it open."""
    kinds = ("part", "whole")
    rows = (row for row in table("extents") if row["kind"] in kinds)
    return frozenset(row["word"] for row in rows if float(row["degree"]) >= _TELLING)


@cache
def _judging_verbs() -> frozenset[str]:
    kinds = ("claimed", "boasted", "admitted")
    return frozenset().union(*(words("reporting_verbs", "verb", kind=kind) for kind in kinds))


def _base(word: str) -> str:
    """Return the verb that a headline's present tense ("boasts") is of."""
    return fold(word).removesuffix("s")


def _written(headline: str) -> list[str]:
    return [match.group() for match in WORD.finditer(headline)]


def _listed(found: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in found)


def _marked(headline: str) -> list[str]:
    """Return what stands between quotation marks in a headline, each at most three words."""
    found = []
    for opens, closes in _MARKS:
        start = headline.find(opens)
        end = headline.find(closes, start + 1)
        # An apostrophe is no mark: what it opens begins a word.
        if 0 <= start < end and (start == 0 or headline[start - 1] in " -:("):
            inside = headline[start + 1 : end]
            if inside.strip() and len(inside.split()) <= 3:
                found.append(inside)
    return found
