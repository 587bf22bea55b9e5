"""Show what accounts share with what belongs to it: "Donald wanted / me tested before the debate".

A point is the clause that accounts have in common, and a clause cut out of its sentence may be a
scrap: "the council has been" says nothing, and both accounts go on with what it has been.

Reads:   a line of what is shared, `Wording`.
Gives:   the line as far as all have the very words, else with each account's own words.
"""

from collections.abc import Iterator
from itertools import product

from asreported.model.span import Span
from asreported.model.statement import Clause, Reading
from asreported.report.completing import LONGEST, complete, find_end
from asreported.report.shared_lines import SharedLine, places_of
from asreported.report.wording import Wording

FULL = 6
"""Words shown that say something: from so many on a line needs no more. Of 36 lines of two accounts
of three that have fewer, and the same words, strict readers found nine good, of 38 others 23."""


def widen(line: SharedLine, wording: Wording) -> SharedLine:
    """Return the line with as much of its sentence as all its accounts have, word for word."""
    others = [document for document in line.accounts if document != line.shown.document]
    for span in () if line.own else wider_spans(line, wording):
        if all(wording.has_words(span, document) for document in others):
            return line._replace(shown=span)
    return line


def side_by_side(line: SharedLine, wording: Wording) -> SharedLine:
    """Return a line that is a scrap with each account's own words, if these tell more."""
    little = wording.carried.telling(line.shown)
    if line.own or little >= FULL:
        return line
    places = [wording.carried.clause(place) for place in places_of(wording, line.point)]
    whole: dict[str, Span] = {}
    for place in (line.span, *sorted(places, key=lambda s: (-wording.standing(s), s))):
        found = wording.clause(place)
        span = complete(*found) if found is not None else None
        if span is not None:
            whole.setdefault(place.document, span)
    mine = whole.pop(line.span.document, line.shown)
    all_known = {mine.document, *whole} == {*line.accounts}
    if not all_known or wording.carried.telling(mine) <= little:
        return line
    return line._replace(shown=mine, own=tuple(sorted(whole.values())))


def wider_spans(line: SharedLine, wording: Wording, longest: int = LONGEST) -> Iterator[Span]:
    """Yield stretches of the sentence around the words shown, the longest first.

    None is longer than so many characters.
    """
    found = wording.clause(line.span)
    if found is None or wording.heads(line.span):
        return
    reading, clause = found
    shown = line.shown
    first, last = _begins(reading, clause), find_end(reading, clause)
    within = [each.span for each in reading.clauses if each.sentence == clause.sentence]
    starts = {
        first,
        shown.start,
        *(each.start for each in within if first < each.start <= shown.start),
    }
    ends = {last, shown.end, *(each.end for each in within if shown.end <= each.end < last)}
    spans = [Span(shown.document, a, b) for a, b in product(starts, ends)]
    for span in sorted(spans, key=lambda s: (-len(s), s)):
        said = wording.words(span)
        if len(shown) < len(span) <= longest and said.count("(") == said.count(")"):
            yield span


def _begins(reading: Reading, clause: Clause) -> int:
    """Return where the clause's sentence begins, or what of it stands between quotation marks."""
    starts = [
        part.start
        for statement in reading.statements
        if statement.id == clause.voice and statement.kind == "quote"
        for part in statement.content
        if part.covers(clause.span)
    ]
    return max((clause.sentence.start, *starts))
