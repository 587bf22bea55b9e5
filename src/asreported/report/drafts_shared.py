"""Draft the findings on what accounts share, and from how many independent origins."""

from asreported.model.comparison import Comparison, Point
from asreported.model.document import Document
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording

_ALIKE = 0.6
"""Share of the shorter label's words from which two shared points would read as one line twice."""

_TELLING = frozenset({"", "count"})
"""Facts of points that tell what happened; an age or an office only describes."""

_OPENING = 500
"""Characters of an article's own text that tell what happened: some two paragraphs."""


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


def draft_shared(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return the points that most accounts share, most widely shared first."""
    several = [p for p in comparison.points if len(p.accounts) > 1 and p.fact in _TELLING]
    shared = [p for p in several if not wording.one_text(p.accounts)]
    readable = [p for p in shared if wording.stands_alone(p.label)]
    early = _early_accounts(comparison, wording)
    ranked = sorted(
        readable or shared,
        key=lambda p: (
            -len(p.accounts) - early.get(p.id, 0),
            -len(p.accounts),
            -(p.independent_origins or 0),
            -p.score,
            p.label,
        ),
    )
    drafts: list[Draft] = []
    said: list[set[str]] = []
    for point in ranked:
        words = set(_words(wording, point.label))
        if any(len(words & other) >= _ALIKE * min(len(words), len(other)) for other in said):
            continue
        said.append(words)
        label = wording.excerpt(point.label)
        text = (
            f"{wording.some(point.accounts)}: {wording.quoted(label, point.label)}{_origins(point)}"
        )
        drafts.append(Draft("shared", text, (point.id,), (*label, *_places(wording, point))))
    return drafts


def _early_accounts(comparison: Comparison, wording: Wording) -> dict[str, int]:
    """Return for each point how many accounts tell it in the headline or right below it.

    What accounts open with is the event itself; what they share further down is its background.
    """
    opening = {
        reading.document.id: _opening_end(reading.document) for reading in comparison.readings
    }
    return {
        point.id: len(
            {
                span.document
                for span in (wording.spans[key] for key in point.statements)
                if span.start < opening[span.document]
            }
        )
        for point in comparison.points
    }


def _opening_end(document: Document) -> int:
    """Return where the first words of the article's own text end, headline included."""
    regions = document.article_regions()
    return regions[0].start + _OPENING if regions else 0


def draft_figures(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return points with a figure that several accounts have from one origin."""
    counted = {q.span for reading in comparison.readings for q in reading.quantities if q.value > 2}
    drafts = []
    for point in comparison.points:
        has_figure = any(point.label.covers(span) for span in counted)
        if has_figure and point.independent_origins == 1 and len(point.accounts) > 1:
            label = wording.excerpt(point.label)
            origin = f" ({point.origins[0]})" if point.origins else ""
            text = (
                f"{wording.some(point.accounts)}, from one origin{origin}: "
                f"{wording.quoted(label, point.label)}"
            )
            drafts.append(Draft("figure", text, (point.id,), (*label, *_places(wording, point))))
    return drafts


def _words(wording: Wording, span: Span) -> list[str]:
    text = wording.words(span).casefold()
    return [word.strip(".,;:'\"") for word in text.split() if len(word) > 3]


def _origins(point: Point) -> str:
    if point.independent_origins is None:
        return " - from how many origins is not known"
    if point.independent_origins == 1:
        return f" - one origin: {point.origins[0]}" if point.origins else " - one origin"
    return f" - {point.independent_origins} independent origins"


def _places(wording: Wording, point: Point) -> tuple[Span, ...]:
    told = (wording.spans[key] for key in point.statements)
    return tuple(span for span in told if span != point.label)
