"""Draft the findings on single accounts: what one leaves out, and whom it lets speak."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain

from asreported.language.folding import fold
from asreported.lexicon.names import titles
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.model.statement import Speaker
from asreported.report.drafts import Draft, Wording
from asreported.report.news import News
from asreported.report.prominence import Prominence

_TOGETHER = 3
"""Excerpts of one account in one line."""
_SEVERAL = 2
"""Accounts that quote somebody by name: of one alone the line sets nothing side by side."""
_SAID = 20
"""Characters that somebody is quoted with at least: a word in marks is seldom a quotation."""

_ONESELF = frozenset({"i", "my", "me", "we", "our", "us", "i'm", "i’m"})
_SURE = 0.7
"""Score from which it is said on the front page who lacks a point. In fourteen stories that nobody
had developed on, a strict reader found none of eight wrong from here on, and four of seven below:
the others did not say the same."""


def draft_voices(comparison: Comparison, wording: Wording) -> list[Draft]:
    """Return one draft: persons whom each account quotes directly, by name, most often first.

    "An official" may be anybody's words, and a body's are somebody's: of whom no account gives the
    name, it is not told how many there are.
    """
    persons = _persons(comparison)
    names: dict[str, Counter[str]] = {key: Counter() for key in wording.accounts}
    spans: dict[tuple[str, str], Span] = {}
    for statement in comparison.statements:
        speaker = statement.speaker if statement.kind == "quote" else None
        if speaker is None or statement.part_of is not None:
            continue
        name = _person(speaker, persons)
        if name and sum(map(len, statement.content)) >= _SAID:
            names[statement.span.document][name] += 1
            spans.setdefault((statement.span.document, name), statement.span)
    parts = []
    for document, said in names.items():
        listed = sorted(_one_by_one(said), key=lambda name: (-said[name], name))
        # That an account quotes nobody by name would be said too often of one that does.
        if listed:
            parts.append(f"{wording.label(document)}: {', '.join(listed[:_TOGETHER])}")
    if len(parts) < _SEVERAL:
        return []
    # Not all of them: a message without marks, or a name in a caption, is not seen to be one.
    text = f"Among those quoted directly, by name. {'; '.join(parts)}."
    return [Draft("voices", text, tuple(names), tuple(sorted(spans.values())))]


def _persons(comparison: Comparison) -> dict[str, str]:
    """Return the full name of each person whose surname no other person of the story has."""
    full: dict[str, set[str]] = defaultdict(set)
    for entity in comparison.entities:
        name = _untitled(entity.name)
        if entity.type == "person" and " " in name:
            full[fold(name.split()[-1])].add(name)
    return {surname: min(names) for surname, names in full.items() if len(names) == 1}


def _person(speaker: Speaker, persons: Mapping[str, str]) -> str:
    """Return the person's name in full, "" where the account or the story gives none."""
    if speaker.kind != "person":
        return ""
    name = _untitled(speaker.name)
    whole = persons.get(fold(name.split()[-1]), name) if name else ""
    return whole if " " in whole and whole[:1].isupper() else ""


def _untitled(name: str) -> str:
    return " ".join(part for part in name.split() if fold(part) not in titles())


def _one_by_one(said: Mapping[str, int]) -> list[str]:
    """Return the persons, of two names of one surname ("Bill Roe", "William Roe") the usual one.

    Both may be one person, who would stand among the voices twice.
    """
    best: dict[str, str] = {}
    for name in sorted(said, key=lambda name: (-said[name], -len(name), name)):
        best.setdefault(fold(name.split()[-1]), name)
    return list(best.values())


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
            if (spared and not prominence.early(point)) or _is_of_oneself(point.label, wording):
                continue
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


def _is_of_oneself(span: Span, wording: Wording) -> bool:
    """Return whether somebody speaks of himself: "my mother was proud" is missed by nobody."""
    return not _ONESELF.isdisjoint(wording.words(span).lower().split())


def _who_tells(point: Point, wording: Wording) -> str:
    """Return the accounts that have a point, and who is named for it where none tells it itself."""
    told_by_itself = any(map(wording.own_name, point.origins))
    named = "" if told_by_itself else wording.sources(point)
    return f"{wording.labels(point.accounts)}{f', {named}' if named else ''}"


def _weight_shared(point: Point, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what makes it worth saying that one lacks the point."""
    told = wording.story.texts(point.accounts) + prominence.early(point)
    return told + prominence.heading(point.label)
