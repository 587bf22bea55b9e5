"""Find the headline of a whole page without markup, menus and all, by the article below it.

A headline shares its words with the article, stands a few lines above its first paragraph, often
over a date, and is said again in the path of pages that leads to it. Each candidate is weighed by
what is true of it; `lexicon/headline_weights.tsv` holds the weights, fitted by
``scripts/fit_headlines.py``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import exp, log

from asreported.documents.lines.bylines import SIGNING
from asreported.documents.lines.hints import DIGIT, SIGNED
from asreported.documents.lines.lines import Line
from asreported.lexicon.load import table

_LIKELY = 0.5
_PARAGRAPH = 60
"""Code points from which a likely line is held for a paragraph."""
_BELOW = 30
"""Lines below a headline within which its first paragraph stands: it does on 97 of 100 pages."""
_MOST_WORDS = 32
_RIGHT_ABOVE = 2
"""Lines above a paragraph in which a headline stands that says no word of the article: with them
as many headlines are found in five folds of sites as among all lines, which are twice as many."""
_SHORT = 3
"""Code points of a word that tells nothing."""
_MOST_ABOVE = 0.5
"""Share of the article from which on no headline is looked for."""
_SURE = 0.4
"""Odds against all other candidates from which the best is taken: of 928 pages 700 have one, of
which .78 are right in five folds of sites; of the 40 with odds of .3 to .4 less than half are."""
_MOST = (1, 2, 3, 5, 12, 18)
_SIZES = ("one", "two", "three", "five", "twelve", "eighteen", "longer")
"""What a line is called that has that many words at most, or more than any of them."""
_SOON = 3
"""Paragraphs that say soon what the headline says."""
_LEAST = 1e-3
_DATED = 4
"""Lines below a headline in which its date and its byline stand."""
_DATE_WORDS = 12
_CLOSING = '”"’»)'
_PARTED = re.compile(r"\s[|»>→]\s")
_PATH = 40
"""Words of a line that may name the path to the page."""


def find_headline(lines: Sequence[Line], odds: Sequence[float]) -> int | None:
    """Return the index of the headline, None where no line stands out.

    ``odds`` say of each line how likely it is the article's own.
    """
    weights = _weights()
    found = list(weigh_candidates(lines, odds))
    if not found:
        return None
    weighed = [
        sum([weights.get(name, 0.0) * value for name, value in figures.items()])
        for _, figures in found
    ]
    best = max(range(len(found)), key=weighed.__getitem__)
    share = 1 / sum(exp(weight - weighed[best]) for weight in weighed)
    at, figures = found[best]
    # Nothing that the article says, or the page says again, is a word of its menu.
    heard = figures["told"] or "repeated" in figures or "in_path" in figures
    return at if share >= _SURE and heard else None


def weigh_candidates(
    lines: Sequence[Line], odds: Sequence[float]
) -> Iterator[tuple[int, Mapping[str, float]]]:
    """Yield the index of each line that may be the headline, and what is true of it by name."""
    sizes = {
        at: len(line.text) * odds[at]
        for at, line in enumerate(lines)
        if odds[at] >= _LIKELY and len(line.text) >= _PARAGRAPH
    }
    page = _Page(lines, [*sizes])
    whole = sum(sizes.values())
    first, above = 0, 0.0
    for below, size in sizes.items():
        for at in range(max(first, below - _BELOW), below):
            line, before = lines[at], above - sizes.get(at, 0.0)
            if before > _MOST_ABOVE * whole:
                return
            ended = at in sizes and line.plain.rstrip(_CLOSING).endswith(".")
            if ended or not _may_be_headline(line):
                continue
            told = _share_of(line.words, page.told)
            if not told and below - at > _RIGHT_ABOVE:
                continue
            figures = page.figures(at, below)
            figures["told"] = told
            figures["distance"] = log(below - at)
            figures["odds"] = _logit(odds[at])
            figures["odds_above"] = _logit(odds[at - 1]) if at else 0.0
            figures["article"] = float(odds[at] > 0.9)
            figures["below_some"] = float(before > 0)
            figures["below_share"] = before / whole
            yield at, figures
        first, above = below, above + size


def _logit(odd: float) -> float:
    return log((odd + _LEAST) / (1 - odd + _LEAST))


def _may_be_headline(line: Line) -> bool:
    some = 1 <= len(line.words) <= _MOST_WORDS
    return some and line.phrase is None and not line.plain.endswith(":")


class _Page:
    """What the lines of a page say together."""

    def __init__(self, lines: Sequence[Line], paragraphs: Sequence[int]) -> None:
        self.lines, self.paragraphs = lines, paragraphs
        self.told = self._words_of(paragraphs)
        self.soon: tuple[int, frozenset[str]] = (-1, frozenset())
        self.signed = [line.hints & SIGNED > 0 and line.words[0] in SIGNING for line in lines]
        self.dated = [line.hints & DIGIT > 0 and _is_dated(line) for line in lines]
        # Each line has line feeds of its own, so that a whole one can be looked for.
        self.page = "\n\n".join([line.key for line in lines if len(line.words) <= _PATH])
        self.page = f"\n{self.page}\n"

    def figures(self, at: int, below: int) -> dict[str, float]:
        """Return what is true of the line ``at`` by its words and by the lines below it.

        ``below`` is the paragraph below it.
        """
        line = self.lines[at]
        said = self.page.count(line.key)
        whole = self.page.count(f"\n{line.key}\n") if said > 1 else said
        true = {
            _size(line): True,
            "repeated": whole > 1,
            "in_path": len(line.words) > 1 and said > whole,
            "ends_sentence": line.plain.endswith("."),
            "parted": _PARTED.search(line.plain) is not None,
            "small": line.plain[:1].islower(),
            "dated": bool(line.moments),
            "over_a_byline": any(self.signed[at + 1 : at + 1 + _DATED]),
            "over_a_date": any(self.dated[at + 1 : at + 1 + _DATED]),
        }
        figures = dict.fromkeys((name for name, value in true.items() if value), 1.0)
        figures["told_below"] = _share_of(line.words, self._words_from(below))
        return figures

    def _words_from(self, at: int) -> frozenset[str]:
        """Return the words of the first paragraphs from the one at the line ``at`` on."""
        if self.soon[0] != at:
            first = bisect_left(self.paragraphs, at)
            self.soon = at, self._words_of(self.paragraphs[first : first + _SOON])
        return self.soon[1]

    def _words_of(self, paragraphs: Sequence[int]) -> frozenset[str]:
        return frozenset(chain.from_iterable([self.lines[at].words for at in paragraphs]))


def _is_dated(line: Line) -> bool:
    return len(line.words) <= _DATE_WORDS and len(line.moments) > 0


def _share_of(words: Sequence[str], told: frozenset[str]) -> float:
    """Return the share of the long ones of ``words`` that are among ``told``."""
    long = [word for word in words if len(word) > _SHORT]
    return sum(map(told.__contains__, long)) / len(long) if long else 0.0


def _size(line: Line) -> str:
    return _SIZES[bisect_left(_MOST, len(line.words))]


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("headline_weights")}
