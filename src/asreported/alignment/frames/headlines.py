"""Set headline against headline: what one puts in that no other has."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from asreported.alignment.accounts.numerals import written_out
from asreported.alignment.frames.loaded import is_loaded
from asreported.alignment.frames.tellings import judging_verb
from asreported.language.folding import WORD, fold, folded_words, stem
from asreported.lexicon.load import table
from asreported.model.comparison import Framing
from asreported.model.document import Document
from asreported.model.statement import Reading

_SHOWN = 5
"""Other headlines that a line shows."""

_SWEEPING = frozenset({"all", "every", "everybody", "everyone"})
"""Words of extent that seldom say of what."""

_FEW = 3
"""Words between marks up to which a headline doubts a word, and does not quote a sentence."""

_LONGEST = 400
"""Code points of a headline that are searched for marks."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

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
    folded = folded_words(headline)
    return [written_out().get(word, stem(word)) for word in folded]


def _choices(headline: str, elsewhere: set[str]) -> Iterator[str]:
    """Yield what the headline has of its own, in words."""
    doubted = [words for words in _marked(headline) if not set(_stems(words)) <= elsewhere]
    bare = headline
    for words_between in doubted:
        bare = bare.replace(words_between, " ")
    own = [word for word in _written(bare) if stem(fold(word)) not in elsewhere]
    judging = [word for word in own if is_loaded(word) or judging_verb(_base(word))]
    if judging:
        yield "judges with " + _listed(judging)
    limits = [word for word in own if fold(word) in _limits()]
    if limits:
        yield "says " + _listed(limits)
    figures = [word for word in _figures(bare) if word not in elsewhere]
    if figures and any(word[:1].isdigit() for word in elsewhere):
        yield "has " + _listed(figures)
    if doubted:
        yield "sets " + _listed(doubted) + " between marks"


@cache
def _limits() -> frozenset[str]:
    """Return the words that say how much of a whole; "some" and "several" leave it open."""
    kinds = ("part", "whole")
    rows = (row for row in table("extents") if row["kind"] in kinds)
    telling = {row["word"] for row in rows if float(row["degree"]) >= _TELLING}
    return frozenset(telling - _SWEEPING)


def _figures(headline: str) -> list[str]:
    """Return the numbers of a headline in figures, but years and parts of words ("G-7")."""
    found = []
    for match in WORD.finditer(headline):
        figure = match.group()
        if figure[:1].isdigit() and headline[match.start() - 1 : match.start()] != "-":
            found.append(figure)
    return [figure for figure in found if not _YEAR.fullmatch(figure)]


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
        # An apostrophe is no mark: what opens begins a word, what closes ends one.
        pattern = rf"(?<!\w){opens}(?=\w)([^{closes}]*(?:{closes}\w[^{closes}]*)*){closes}(?!\w)"
        match = re.search(pattern, headline[:_LONGEST])
        if match and len(match[1].split()) <= _FEW:
            found.append(match[1].rstrip(",.;"))
    return found
