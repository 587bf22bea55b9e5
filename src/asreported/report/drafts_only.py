"""Draft the finding on what one account alone has: the news of it, and whole clauses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from asreported.lexicon.pronouns import pronouns
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.model.statement import NO_AMOUNTS, Statement
from asreported.report.completing import LONGEST, complete
from asreported.report.drafts import Draft, Wording, is_vague, names_nobody
from asreported.report.news import LEAST, News
from asreported.report.prominence import Prominence
from asreported.report.repeats import likeness

_TOGETHER = 3
"""Excerpts of one account in one line."""
_SHORTEST = 6
"""Words of a point that can be read without its context."""
_SURE = 0.7
"""Score from which two are taken to say the same."""
_STRETCH = 2000
"""Characters of an account in which there is a statement that others have too, at least."""
_HEADED = 0.3
"""What the event has of the headlines' words, in accounts."""
_ALIKE = 0.5
"""Share of the longer words of one excerpt from which another says its thing again."""
_METHOD = re.compile(
    r"\bmargin of (?:sampling )?error\b|\b(?:poll|survey)\b.{0,60}\b(?:was|were) conducted\b",
    re.IGNORECASE,
)
"""How somebody asked the people: its figures are no news of the event."""
_DIGIT = re.compile(r"\d")
_TELLING = 100.0
"""Number from which one noun is seldom counted twice with it."""
_NO_COUNT = NO_AMOUNTS | {"age", "duration"}
_ANYBODY = pronouns("indefinite", "universal")


class _Own(NamedTuple):
    """What one account alone has: its weight, the point, whose words, and what is shown of it."""

    weight: float
    point: Point
    said_by: str
    span: Span


def draft_only(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return, for each account, what it alone has; accounts with the weightiest first.

    There are none where one account is all there is: it has nothing that others lack.
    """
    if len(comparison.readings) < 2:
        return []
    found: dict[str, list[_Own]] = defaultdict(list)
    for own in _find_own(comparison, wording, prominence):
        found[own.span.document].append(own)
    drafts = []
    for document, listed in found.items():
        best = _apart(sorted(listed, key=lambda own: (-own.weight, own.span)), wording)
        shown = [wording.excerpt(own.span, LONGEST) for own in best]
        told = "; ".join(
            f"{wording.quoted(parts, own.span)}{own.said_by}"
            for parts, own in zip(shown, best, strict=True)
        )
        text = f"Only {wording.label(document)} has: {told}"
        refs = tuple(own.point.id for own in best)
        spans = (*chain.from_iterable(shown), *(own.span for own in best))
        drafts.append((best[0].weight, Draft("only", text, refs, spans)))
    ranked = sorted(drafts, key=lambda item: (-item[0], item[1].spans))
    return [draft for _, draft in ranked]


def _find_own(comparison: Comparison, wording: Wording, prominence: Prominence) -> Iterator[_Own]:
    """Yield what is news, can be read alone, and is told by no other account."""
    statements = {statement.id: statement for statement in comparison.statements}
    news, elsewhere = News(comparison), list(_told_elsewhere(comparison, wording))
    apart = _apart_from_others(comparison, wording)
    for point in comparison.points:
        found = wording.clause(point.label)
        if point.label.document in apart or _is_event(point, statements, prominence):
            continue
        if len(point.accounts) > 1 or found is None or not _is_readable(point.label, wording):
            continue
        statement = statements[point.statements[0]]
        said_by = _said_by(statement)
        # Words in nobody's mouth are not the account's own: "the talking points read that".
        nobody = found[1].voice is not None and not said_by
        if nobody or any(point.label.shared(span) for span in elsewhere):
            continue
        whole = complete(*found)
        if whole is None:
            continue
        worth = news.worth(*found, whole)
        if worth >= LEAST:
            weight = worth + _weight(statement) + point.score + prominence.heading(point.label)
            yield _Own(weight, point, said_by, whole)


def _apart_from_others(comparison: Comparison, wording: Wording) -> frozenset[str]:
    """Return the accounts that hardly share a point: nearly all that they tell is told by nobody.

    They comment, or are round-ups. Of seventeen such lines in 120 stories thirteen told of
    something else.
    """
    shared: Counter[str] = Counter()
    for point in comparison.points:
        if len(point.accounts) > 1 and not point.fact and point.score >= _SURE:
            shared.update(wording.spans[key].document for key in point.statements)
    lengths = {key: account.article_length for key, account in wording.accounts.items()}
    return frozenset(key for key in lengths if shared[key] * _STRETCH < lengths[key])


def _is_event(point: Point, statements: Mapping[str, Statement], prominence: Prominence) -> bool:
    """Return whether an account begins with it in its own voice, in words of the headlines.

    It is what all are about: "in the biggest news of the day, lawmakers barged in".
    """
    own = statements[point.statements[0]].speaker is None
    return own and prominence.opens(point.label) and prominence.heading(point.label) >= _HEADED


def _is_readable(label: Span, wording: Wording) -> bool:
    said = wording.words(label)
    # A tweet's "#ferry is well received" needs its picture.
    if len(said.split()) < _SHORTEST or "#" in said or _METHOD.search(said):
        return False
    return wording.reads_alone(label) and wording.tells(label)


def _told_elsewhere(comparison: Comparison, wording: Wording) -> Iterator[Span]:
    """Yield what others tell otherwise, for then they tell it, and figures that they give too."""
    for conflict in comparison.conflicts:
        for side in conflict.sides:
            yield from side.spans
    # "Millions of people" tells no number that could be one.
    figures = _figures_of_several(comparison)
    yield from (span for span in figures if _DIGIT.search(wording.words(span)))


def _apart(ranked: Iterable[_Own], wording: Wording) -> Sequence[_Own]:
    """Return the first that do not say one thing again, as many as a line has."""
    kept: list[_Own] = []
    for own in ranked:
        words = wording.words(own.span)
        alike = any(likeness(words, wording.words(other.span)) >= _ALIKE for other in kept)
        if not alike and len(kept) < _TOGETHER:
            kept.append(own)
    return kept


def _figures_of_several(comparison: Comparison) -> list[Span]:
    """Return the figures that stand in several accounts, each by one noun or unit.

    "The sector lost 6,000 jobs" is told by who has "Mills cut 6,000 jobs". Small numbers count
    many things.
    """
    told: dict[tuple[float, str], list[Span]] = defaultdict(list)
    for reading in comparison.readings:
        for figure in reading.quantities:
            if figure.value >= _TELLING and figure.unit and figure.kind not in _NO_COUNT:
                told[figure.value, figure.unit].append(figure.span)
    several = (spans for spans in told.values() if len({s.document for s in spans}) > 1)
    return list(chain.from_iterable(several))


def _said_by(statement: Statement) -> str:
    """Return whose words they are, "" where they are the account's own or some evidence's."""
    speaker = statement.speaker
    if speaker is None or speaker.name.split()[-1:] == ["person"]:
        return ""
    # "The letter" is a paper that could be asked for, "the company" was named before.
    vague = names_nobody if speaker.kind == "document" else is_vague
    if vague(speaker.name) or speaker.name.lower() in _ANYBODY:
        return ""
    # "Great evidence suggests it" names nothing that a reader could ask for; "a report" does.
    bare = speaker.kind == "document" and speaker.name.islower()
    named = not bare or speaker.name.startswith(("the ", "a ", "an "))
    return f" (according to {speaker.name})" if named else ""


def _weight(statement: Statement) -> float:
    """Return what a statement's mouth adds: a named speaker's words weigh more than narration."""
    if statement.speaker is None:
        return 0.0
    return 0.5 if statement.speaker.kind == "person" else 0.25
