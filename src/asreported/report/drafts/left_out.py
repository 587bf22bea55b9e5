"""Draft the findings on what an account leaves out."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.prominence import Prominence
from asreported.report.sayings import LONGEST
from asreported.report.wording import Draft, Wording, is_of_oneself

_TOGETHER = 3
"""Excerpts of one account in one line."""
_SURE = 0.75
"""Score from which it is said on the front page who lacks a point: in 390 unread stories strict
readers found ten of twelve lines right from here on whose words the others have, and ten of
nineteen of the rest."""
_OTHERWISE = 0.67
"""Share of the words that another of the accounts may say otherwise."""
_FEW = 2
"""Fewer words are no share: "quits" and "withdraws" are one each."""


class _Missed(NamedTuple):
    """A point that some account lacks, the words it is told with, and those of other accounts."""

    point: Point
    told: Span
    others: tuple[Span, ...]


def draft_left_out(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return what an account lacks though others have it: most widely, and most at heart, first."""
    lacking: dict[str, list[_Missed]] = defaultdict(list)
    for point in comparison.points:
        missed = _find_missed(point, wording, prominence) if point.absent else None
        if missed is None:
            continue
        for absence in point.absent:
            if not wording.carried.hints_at(missed.told, absence.document):
                lacking[absence.document].append(missed)

    def order(missed: _Missed) -> tuple[float, float, Span]:
        weight = _weight_shared(missed, wording, prominence)
        return -weight, -missed.point.score, missed.told

    drafts = []
    for document, found in lacking.items():
        best = sorted(found, key=order)[:_TOGETHER]
        drafts.append(
            (wording.story.texts(best[0].point.accounts), _draft(document, best, wording))
        )
    ranked = sorted(drafts, key=lambda item: (-item[0], item[1].spans))
    return [draft for _, draft in ranked]


def _draft(document: str, best: Sequence[_Missed], wording: Wording) -> Draft:
    shown = [wording.excerpt(missed.told, LONGEST) for missed in best]
    told = "; ".join(
        f"{wording.quoted(part, missed.told)} ({_who_tells(missed.point, wording)})"
        for part, missed in zip(shown, best, strict=True)
    )
    # Whoever asks whether the others have it finds their words, too.
    others = chain.from_iterable(missed.others for missed in best)
    spans = (*chain.from_iterable(shown), *others, *(missed.told for missed in best))
    refs = (document, *(missed.point.id for missed in best))
    return Draft("left_out", f"{wording.label(document)} does not have: {told}", refs, spans)


def _find_missed(point: Point, wording: Wording, prominence: Prominence) -> _Missed | None:
    """Return how the point is told, None where it is not worth saying that an account lacks it."""
    if len(point.accounts) < 2 or point.score < _SURE or wording.one_text(point.accounts):
        return None
    # That one spares its readers what none begins with is no news: of eight lines in unread
    # stories one was right, of five points that some account begins with all five.
    if not prominence.early(point):
        return None
    places = [wording.spans[key] for key in point.statements]
    able = [span for span in dict.fromkeys((point.label, *places)) if _reads(span, wording)]
    told = min(able, key=lambda span: _shortfall(point, span, wording), default=None)
    if told is None or not _is_shared(point, told, wording):
        return None
    longest: dict[str, Span] = {}
    for place in sorted(places, key=len):
        longest[place.document] = place
    others = (span for document, span in longest.items() if document != told.document)
    return _Missed(point, told, tuple(sorted(others)))


def _reads(span: Span, wording: Wording) -> bool:
    """Return whether the words can be shown: that a fragment is missing tells a reader nothing.

    Of what is in conflict it is not so that the other accounts have it.
    """
    if wording.disputed(span):
        return False
    whole = wording.reads_alone(span) and not wording.is_cut(span, LONGEST)
    return whole and not is_of_oneself(span, wording)


def _shortfall(point: Point, span: Span, wording: Wording) -> tuple[bool, float]:
    """Return whether another account lacks a name of the words, and the share it lacks of them."""
    lacks = wording.carried.lacks(point, span).values()
    return any(lack.named for lack in lacks), max((lack.share for lack in lacks), default=0.0)


def _is_shared(point: Point, span: Span, wording: Wording) -> bool:
    """Return whether each account of the point has most of the words, and all names and figures."""
    return all(
        not lack.named and (lack.share <= _OTHERWISE or lack.common < _FEW)
        for lack in wording.carried.lacks(point, span).values()
    )


def _who_tells(point: Point, wording: Wording) -> str:
    """Return the accounts that have a point, and who is named for it where none tells it itself."""
    told_by_itself = any(map(wording.own_name, point.origins))
    named = "" if told_by_itself else wording.sources(point)
    return f"{wording.labels(point.accounts)}{f', {named}' if named else ''}"


def _weight_shared(missed: _Missed, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what makes it worth saying that one lacks the point."""
    point = missed.point
    told = wording.story.texts(point.accounts) + prominence.early(point)
    return told + prominence.heading(missed.told)
