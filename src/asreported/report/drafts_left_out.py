"""Draft the findings on what an account leaves out."""

from collections import defaultdict
from itertools import chain

from asreported.model.comparison import Comparison, Point
from asreported.report.drafts import Draft, Wording, is_of_oneself
from asreported.report.prominence import Prominence

_TOGETHER = 3
"""Excerpts of one account in one line."""
_LONGEST = 250
"""Characters of an excerpt."""

_SURE = 0.7
"""Score from which it is said on the front page who lacks a point. In fourteen stories that nobody
had developed on, a strict reader found none of eight wrong from here on, and four of seven below:
the others did not say the same."""


def draft_left_out(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return what an account lacks though others have it: most widely, and most at heart, first."""
    lacking: dict[str, list[Point]] = defaultdict(list)
    for point in comparison.points:
        if point.absent and _is_missed(point, wording, prominence):
            for absence in point.absent:
                if not wording.carried.hints_at(point.label, absence.document):
                    lacking[absence.document].append(point)
    drafts = []
    for document, points in lacking.items():
        best = sorted(
            points,
            key=lambda p: (-_weight_shared(p, wording, prominence), -p.score, p.label),
        )[:_TOGETHER]
        whole = [point.label for point in best]
        shown = [wording.excerpt(span, _LONGEST) for span in whole]
        told_words = "; ".join(
            f"{wording.quoted(part, full)} ({_who_tells(point, wording)})"
            for part, full, point in zip(shown, whole, best, strict=True)
        )
        text = f"{wording.label(document)} does not have: {told_words}"
        refs = (document, *(point.id for point in best))
        drafts.append(
            (
                wording.story.texts(best[0].accounts),
                Draft("left_out", text, refs, (*chain.from_iterable(shown), *whole)),
            )
        )
    ranked = sorted(drafts, key=lambda item: (-item[0], item[1].spans))
    return [draft for _, draft in ranked]


def _is_missed(point: Point, wording: Wording, prominence: Prominence) -> bool:
    """Return whether it is worth saying that an account lacks the point."""
    if len(point.accounts) < 2 or point.score < _SURE or wording.one_text(point.accounts):
        return False
    # That a fragment is missing tells a reader nothing.
    if not wording.reads_alone(point.label) or wording.is_cut(point.label, _LONGEST):
        return False
    # That one spares its readers what none begins with is no news: of eight lines in unread
    # stories one was right, of five points that some account begins with all five.
    return bool(prominence.early(point)) and not is_of_oneself(point.label, wording)


def _who_tells(point: Point, wording: Wording) -> str:
    """Return the accounts that have a point, and who is named for it where none tells it itself."""
    told_by_itself = any(map(wording.own_name, point.origins))
    named = "" if told_by_itself else wording.sources(point)
    return f"{wording.labels(point.accounts)}{f', {named}' if named else ''}"


def _weight_shared(point: Point, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what makes it worth saying that one lacks the point."""
    told = wording.story.texts(point.accounts) + prominence.early(point)
    return told + prominence.heading(point.label)
