"""Draft the findings on single accounts: what one leaves out, and whom it lets speak."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from asreported.language.folding import fold
from asreported.lexicon.load import words
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.drafts import Draft, Wording
from asreported.report.news import News
from asreported.report.prominence import Prominence

_TOGETHER = 3
"""Excerpts of one account in one line."""

_SURE = 0.7
"""Score from which it is said on the front page who lacks a point. In fourteen stories that nobody
had developed on, a strict reader found none of eight wrong from here on, and four of seven below:
the others did not say the same."""


def draft_voices(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return one draft: who is quoted directly in each account."""
    names: dict[str, Counter[str]] = {key: Counter() for key in wording.accounts}
    spans: dict[tuple[str, str], Span] = {}
    for statement in comparison.statements:
        if statement.kind == "quote" and statement.speaker and statement.part_of is None:
            names[statement.span.document][statement.speaker.name] += 1
            spans.setdefault((statement.span.document, statement.speaker.name), statement.span)
    if not spans:
        return []
    parts = []
    for document, said in names.items():
        ranked = sorted(_one_by_one(said).items(), key=lambda item: (-item[1], item[0]))
        listed = [name for name, _ in ranked]
        more = f" and {len(listed) - _TOGETHER} more" if len(listed) > _TOGETHER else ""
        who = ", ".join(listed[:_TOGETHER]) + more if listed else "nobody"
        parts.append(f"{wording.label(document)}: {who}")
    text = f"Who is quoted directly. {'; '.join(parts)}."
    return [Draft("voices", text, tuple(names), tuple(sorted(spans.values())))]


def _one_by_one(said: Mapping[str, int]) -> Counter[str]:
    """Return how often each speaks, "the board" with "Zell Harbour Board" that alone has its words.

    Without it the one would stand among the voices twice.
    """
    told: Counter[str] = Counter()
    for name, count in said.items():
        fuller = [other for other in said if _words(name) < _words(other)]
        told[fuller[0] if len(fuller) == 1 else name] += count
    return told


def _words(name: str) -> frozenset[str]:
    return frozenset(map(fold, name.split())) - words("function_words")


def draft_left_out(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return what an account lacks though others have it: most widely, and most at heart, first."""
    lacking: dict[str, list[Point]] = defaultdict(list)
    news = News(comparison)
    for point in comparison.points:
        # That a fragment is missing tells a reader nothing.
        told = wording.stands_alone(point.label) == 2 and not wording.one_text(point.accounts)
        if len(point.accounts) > 1 and told and point.score >= _SURE and point.absent:
            clause = wording.clause(point.label)
            # That one spares its readers what all know is no news; what somebody said may be.
            spared = clause is not None and news.is_background(*clause)
            if spared and not prominence.early(point):
                continue
            for absence in point.absent:
                lacking[absence.document].append(point)
    drafts = []
    for document, points in lacking.items():
        best = sorted(
            points,
            key=lambda p: (-_weight_shared(p, wording, prominence), -p.score, p.label),
        )[:_TOGETHER]
        whole = [point.label for point in best]
        shown = [wording.excerpt(span) for span in whole]
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


def _who_tells(point: Point, wording: Wording) -> str:
    """Return the accounts that have a point, and who is named for it where none tells it itself."""
    told_by_itself = any(map(wording.own_name, point.origins))
    named = "" if told_by_itself else wording.sources(point)
    return f"{wording.labels(point.accounts)}{f', {named}' if named else ''}"


def _weight_shared(point: Point, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what makes it worth saying that one lacks the point."""
    told = wording.story.texts(point.accounts) + prominence.early(point)
    return told + prominence.heading(point.label)
