"""Choose the words that show a point in the lists of a report.

A point is named by a clause that its accounts have in common, and a clause cut out of its sentence
may be a scrap: "I left saying", "who is the critic". What all its accounts have word for word is
shown up to the whole sentence; else a clause that another account tells the point with is, and
where there is none the scrap.

Reads:   a point of the comparison, `Wording`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from asreported.lexicon.denials import denies
from asreported.model.comparison import Comparison, Point
from asreported.model.labels import (
    ADNOMINAL_CLAUSES,
    ALL_SUBJECTS,
    AUXILIARIES,
    FINITE,
    RELATIVE,
)
from asreported.model.span import Span
from asreported.report.completing import LONGEST, complete
from asreported.report.excerpts import with_brackets
from asreported.report.pointing import is_cut_off
from asreported.report.repeats import likeness
from asreported.report.shared_lines import SharedLine, places_of
from asreported.report.standing import Standing
from asreported.report.widening import wider_spans
from asreported.report.wording import Wording

DESCRIBING = frozenset({"role", "age", "home", "speech"})
"""What accounts agree on in passing about somebody, or that he spoke: listed apart, it is nobody's
news."""
LONGEST_SAID = 260
"""Characters shown of a sentence that all accounts have: four lines of a terminal."""
_LACKING, _LACKING_OTHER = 0.2, 0.5
"""Share of the words that an account may lack of a longer clause and still have told it, and of the
clause with which another tells the point: names and figures none."""
_ALIKE = 0.5
"""Share of the shorter words that another account's clause has in common with the scrap."""
_MODIFIERS = frozenset({"amod", "compound", "det", "nummod", "poss", "nmod"})
"""How words hang on a noun behind them: "displayed broken / and burned drones"."""
_WANTED = frozenset({"prt", "dobj"})
"""How what follows hangs on a verb that is nothing without it: "hammered / out details"."""
_ONE_MARK = str.maketrans("“”„«»", '"' * 5)


class Reads(IntEnum):
    """How the words of a point read: as a scrap, to who asks whom they are about, or alone."""

    SCRAP = 0
    TOLD = 1
    ALONE = 2


class Label(NamedTuple):
    """The words that show a point; ``exact`` where all its accounts have them word for word."""

    span: Span
    reads: Reads
    exact: bool


def choose_labels(comparison: Comparison) -> dict[str, Label]:
    """Return the words that show each point, by its id."""
    wording = Wording(comparison)
    found = {
        point.id: _choose(point, wording)
        if len(point.accounts) > 1 and point.fact not in DESCRIBING
        else Label(point.label, Reads.SCRAP, False)
        for point in comparison.points
    }
    texts = {reading.document.id: reading.document.text for reading in comparison.readings}
    return {
        key: label._replace(span=with_brackets(label.span, texts[label.span.document]))
        for key, label in found.items()
    }


def _choose(point: Point, wording: Wording) -> Label:
    """Return the words that show a point that several accounts tell."""
    own = point.label
    if _all_have(own, point, wording):
        wide = _widest(point, wording)
        return Label(wide, max(_reads(wide, wording), Reads(_tells(wide, wording))), True)
    reads = _reads(own, wording)
    if reads == Reads.SCRAP and wording.clause(own) is not None:
        better = next(_instead(point, wording), None)
        if better is not None:
            return Label(better, _reads(better, wording), False)
    return Label(own, reads, False)


def _all_have(span: Span, point: Point, wording: Wording) -> bool:
    others = set(point.accounts) - {span.document}
    return all(wording.has_words(span, document) for document in others)


def _widest(point: Point, wording: Wording) -> Span:
    """Return as much of the sentence as all have word for word, rather what is no scrap."""
    line = SharedLine(point, point.label, Standing.OPEN, point.label)
    able = [
        span
        for span in wider_spans(line, wording, LONGEST_SAID)
        if _is_balanced(wording.words(span))
        and _begins_well(span, point.label, wording)
        and _all_have(span, point, wording)
    ]
    told = (span for span in able if _tells(span, wording))
    return next(told, None) or next(iter(able), point.label)


def _begins_well(span: Span, own: Span, wording: Wording) -> bool:
    """Return whether the words begin as a clause does, or with a capital: no “law firm and he”."""
    clauses = wording.reading(span).clauses
    starts = {own.start, *(clause.span.start for clause in clauses)}
    return span.start in starts or not wording.words(span)[:1].islower()


def _is_balanced(words: str) -> bool:
    """Return whether what the words open of a quotation they close: no "that ends,” he said"."""
    return words.translate(_ONE_MARK).count('"') % 2 == 0


def _instead(point: Point, wording: Wording) -> Iterator[Span]:
    """Yield what may be shown instead of a scrap, the best first.

    That is what is cut off with what it goes on with, else of the clause around it and those that
    other accounts tell the point with the one of which the others lack least.
    """
    found = wording.clause(point.label)
    whole = complete(*found) if found and _is_cut_off(point.label, wording) else None
    if whole is not None and whole != point.label:
        yield whole
    places = [place for place in places_of(wording, point) if wording.clause(place) is not None]
    told = [span for span in places if _stands_for(span, point, wording)]
    around = wording.telling(point.label)
    if around is not None and len(around) <= LONGEST and _reads(around, wording) > Reads.SCRAP:
        told += [span for span in (around,) if _lacking(span, point, wording) <= _LACKING]

    def badly(span: Span) -> tuple[float, int, int, Span]:
        lacking = _lacking(span, point, wording)
        return lacking, -_reads(span, wording), len(span), span

    yield from sorted(told, key=badly)


def _stands_for(span: Span, point: Point, wording: Wording) -> bool:
    """Return whether another account's clause may be shown for the scrap that names a point."""
    said, own = wording.words(span), wording.words(point.label)
    short = len(span) <= LONGEST and _is_balanced(said) and _reads(span, wording) > Reads.SCRAP
    alike = short and likeness(said, own) >= _ALIKE
    turned = any(map(denies, wording.reading(span).tokens_in(span)))
    denied = any(map(denies, wording.reading(point.label).tokens_in(point.label)))
    return alike and turned == denied and _lacking(span, point, wording) <= _LACKING_OTHER


def _lacking(span: Span, point: Point, wording: Wording) -> float:
    """Return what share of the words an account of the point lacks, 1 where it is a name."""
    lacks = wording.carried.lacks(point, span).values()
    return max((1.0 if lack.named else lack.share for lack in lacks), default=0.0)


def _reads(span: Span, wording: Wording) -> Reads:
    """Return how a reader understands the words: a scrap has nobody who does anything."""
    if _is_cut_off(span, wording):
        return Reads.SCRAP
    return Reads.ALONE if wording.reads_alone(span) else Reads(_tells(span, wording))


def _tells(span: Span, wording: Wording) -> bool:
    return _has_doer(span, wording) or _is_headline(span, wording) or wording.reads_alone(span)


def _is_headline(span: Span, wording: Wording) -> bool:
    """Return whether the words are a whole headline, which is parsed badly."""
    headline = wording.reading(span).document.headline
    return headline is not None and span.covers(headline)


def _has_doer(span: Span, wording: Wording) -> bool:
    """Return whether a verb that is finite has its subject: no "who's the critic".

    "Tax cuts that the council passed" tells of no more than the cuts, "when the council passed the
    cuts" tells what it did.
    """
    reading = wording.reading(span)
    tokens, within = reading.parse.tokens, reading.tokens_in(span)
    placed = {t.head for t in within if t.tag == "WRB"}
    helped = {t.head for t in within if t.dep in AUXILIARIES and t.tag in FINITE}
    for token in within:
        verb = tokens[token.head]
        told = token.dep in ALL_SUBJECTS and span.start <= verb.start < span.end
        named = token.tag not in RELATIVE
        finite = verb.tag in FINITE or token.head in helped
        whole = verb.dep not in ADNOMINAL_CLAUSES or token.head in placed
        if told and named and finite and whole:
            return True
    return False


def _is_cut_off(span: Span, wording: Wording) -> bool:
    """Return whether the words end before what their last one belongs to."""
    reading = wording.reading(span)
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    behind = bisect_left(tokens, (span.end,), first)
    ending = tokens[first:behind][-1:]
    if any(token.dep in _MODIFIERS and token.head >= behind for token in ending):
        return True
    following = tokens[behind] if behind < len(tokens) else None
    if following is not None and following.dep in _WANTED and first <= following.head < behind:
        return True
    return is_cut_off(reading, span)
