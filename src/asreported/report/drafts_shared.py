"""Draft the findings on what accounts share, and from how many independent origins."""

from typing import NamedTuple

from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording
from asreported.report.prominence import Prominence

_TELLING = frozenset({"", "count"})
"""Facts of points that tell what happened; an age or an office only describes."""

_UNKNOWN = " - from how many origins is not known"
_IN_PASSING = 1.5
"""Accounts that what is told in passing counts less: a line read by itself is clearer."""
_SURE = 0.8
"""Score from which a point may stand on the front page. A strict reader of ten stories that nobody
had developed on found 27 of 37 lines fair from here on, and 12 of 28 below."""
_SURE_HEADED, _HEADED = 0.65, 0.75
"""The same of a point whose words have so much, in accounts, of the headlines' words: what the
accounts are about. Of twelve such points of five of these stories it parts four fair from the rest.
"""


def draft_origins(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return one draft where some accounts are one text, with the passages that show it."""
    groups = [group for group in comparison.story.origin_groups if len(group) > 1]
    if not groups:
        return []
    total = len(comparison.story.documents)
    origins = len(comparison.story.origin_groups)
    parts, spans = [], []
    for group in groups:
        agency = next(
            (
                reading.document.wire.agency
                for reading in comparison.readings
                if reading.document.id in group and reading.document.wire
            ),
            "",
        )
        parts.append(f"{wording.labels(group)} are one text{f' ({agency})' if agency else ''}")
        longest = sorted(
            (
                reuse
                for reuse in comparison.story.reuse
                if reuse.kind in ("copied", "wire")
                and {reuse.a.document, reuse.b.document} <= set(group)
            ),
            key=lambda reuse: (-len(reuse.a), reuse.a),
        )
        spans += [span for reuse in longest[:2] for span in (reuse.a, reuse.b)]
    noun = "account" if origins == 1 else "accounts"
    text = f"{total} articles, {origins} independent {noun}: {'; '.join(parts)}."
    refs = tuple(document for group in groups for document in group)
    return [Draft("origins", text, refs, tuple(spans))]


def draft_shared(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return the points that accounts share: most widely, and nearest to what happened, first."""
    lines = [
        _line(point, wording)
        for point in comparison.points
        if len(point.accounts) > 1
        and point.fact in _TELLING
        and not wording.one_text(point.accounts)
    ]
    lines = [line for line in lines if _is_sure(line, prominence)] or lines
    readable = [line for line in lines if line.alone]
    ranked = sorted(
        readable or lines,
        key=lambda line: (
            -_weight(line, wording, prominence),
            -wording.story.texts(line.point.accounts),
            -len(line.point.accounts),
            -(line.point.independent_origins or 0),
            -line.point.score,
            line.span,
        ),
    )
    return [_draft("shared", line, wording, ": ", _origins(line.point, wording)) for line in ranked]


class _Line(NamedTuple):
    """The words that show a point, and how they stand alone (see `Wording.stands_alone`)."""

    point: Point
    span: Span
    alone: int


def _line(point: Point, wording: Wording) -> _Line:
    """Return the point's label, or what others say for it where that reads better.

    At last it is a headline.
    """
    spans = [point.label, *sorted(_places(wording, point))]
    graded = [_Line(point, span, wording.stands_alone(span)) for span in spans]
    # A headline is short of words, and is read where no sentence says it as well.
    best = max(graded, key=lambda line: (line.alone, wording.headline(line.span) is None))
    if best.alone == 2:
        return best
    headlines = [span for span in map(wording.headline, spans) if span is not None]
    # The shortest says least beyond the point.
    return _Line(point, min(headlines, key=lambda s: (len(s), s)), 2) if headlines else best


def _is_sure(line: _Line, prominence: Prominence) -> bool:
    headed = prominence.heading(line.span) >= _HEADED
    return line.point.score >= (_SURE_HEADED if headed else _SURE)


def _weight(line: _Line, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what speaks for a point on the front page."""
    point = line.point
    told = (
        wording.story.texts(point.accounts)
        + prominence.early(point)
        + prominence.heading(line.span)
    )
    return told - (_IN_PASSING if line.alone == 1 else 0)


def _draft(kind: str, line: _Line, wording: Wording, joint: str, tail: str) -> Draft:
    """Return "2 of 3 accounts (A, B)", ``joint``, the line's words, ``tail``."""
    shown = wording.excerpt(line.span)
    words = wording.quoted(shown, line.span)
    text = f"{wording.some(line.point.accounts)}{joint}{words}{tail}"
    return Draft(kind, text, (line.point.id,), (*shown, *_places(wording, line.point)))


def draft_figures(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return points with a figure that several accounts have from one origin."""
    counted = {q.span for reading in comparison.readings for q in reading.quantities if q.value > 2}
    drafts = []
    for point in comparison.points:
        if point.independent_origins == 1 and not wording.one_text(point.accounts):
            line = _line(point, wording)
            origin = f" ({point.origins[0]})" if point.origins else ""
            if line.alone and any(line.span.covers(span) for span in counted):
                joint = f", from one origin{origin}: "
                drafts.append(_draft("figure", line, wording, joint, ""))
    return drafts


def _origins(point: Point, wording: Wording) -> str:
    """Return how many origins a point has, and who is named for it: a claim is nobody's fact."""
    if point.independent_origins == 1 and point.origins:
        return f" - one origin: {wording.own_name(point.origins[0]) or point.origins[0]}"
    if point.independent_origins == 1:
        return " - one origin"
    told = wording.sources(point)
    if point.independent_origins is None:
        return f" - {told}; how many origins is not known" if told else _UNKNOWN
    return f" - {point.independent_origins} independent origins{f': {told}' if told else ''}"


def _places(wording: Wording, point: Point) -> tuple[Span, ...]:
    told = (wording.spans[key] for key in point.statements)
    return tuple(span for span in told if span != point.label)
