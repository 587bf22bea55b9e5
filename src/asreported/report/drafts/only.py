"""Draft the finding on what one account alone has: the news of it, and whole clauses."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from asreported.lexicon.pronouns import pronouns
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.model.statement import NO_AMOUNTS, Clause, Reading, Statement
from asreported.report.completing import LONGEST, complete
from asreported.report.covered import Covered
from asreported.report.naming import is_vague, names_nobody
from asreported.report.news import News, shared_places
from asreported.report.prominence import Prominence
from asreported.report.wording import Draft, Wording

_LEAST = 0.3
"""How likely an editor wants what is shown. With weights fitted on other stories, two in five of
the clauses that come first were such from here on; of all that a reader judged, one in six."""
COVERED = 0.42
"""Share of its words in one sentence of another account from which that may well tell it: of 1,501
clauses that a reader judged one in forty below this was another's too, of the others one in six."""
_SHORTEST = 6
"""Words of a point that can be read without its context."""
_STRETCH = 2000
"""Characters of an account in which there is a statement that others have too, at least."""
_HEADED = 0.3
"""What the event has of the headlines' words, in accounts."""
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


class Own(NamedTuple):
    """What one account alone has: the point, its clause, whose words, and what is shown of it."""

    point: Point
    reading: Reading
    clause: Clause
    statement: Statement
    said_by: str
    span: Span


def draft_only(comparison: Comparison, wording: Wording, prominence: Prominence) -> list[Draft]:
    """Return, for each account, what it alone has; accounts with the likeliest news first.

    It is one thing of each, none where none is likely to be wanted, and none where one account is
    all there is: it has nothing that others lack.
    """
    if len(comparison.readings) < 2:
        return []
    news, covered = News(comparison), Covered(comparison)
    weighed = (
        (news.worth(own.reading, own.clause, own.span, own.statement.speaker), own)
        for own in find_own(comparison, wording, prominence)
    )
    likely = [(worth, own) for worth, own in weighed if worth >= _LEAST]
    drafts: dict[str, Draft] = {}
    for _, own in sorted(likely, key=lambda item: (-item[0], item[1].span)):
        if own.span.document not in drafts and covered.share(own.span) < COVERED:
            drafts[own.span.document] = _draft(own, wording)
    return list(drafts.values())


def _draft(own: Own, wording: Wording) -> Draft:
    shown = wording.excerpt(own.span, LONGEST)
    told = f"{wording.quoted(shown, own.span)}{own.said_by}"
    text = f"Only {wording.label(own.span.document)} has: {told}"
    return Draft("only", text, (own.point.id,), (*shown, own.span))


def find_own(comparison: Comparison, wording: Wording, prominence: Prominence) -> Iterator[Own]:
    """Yield what can be read alone, and is told by no other account as far as is known."""
    statements = {statement.id: statement for statement in comparison.statements}
    elsewhere = list(_told_elsewhere(comparison, wording))
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
        if whole is not None:
            yield Own(point, *found, statement, said_by, whole)


def _apart_from_others(comparison: Comparison, wording: Wording) -> frozenset[str]:
    """Return the accounts that hardly share a point: nearly all that they tell is told by nobody.

    They comment, or are round-ups. Of seventeen such lines in 120 stories thirteen told of
    something else.
    """
    shared = shared_places(comparison)
    lengths = {key: account.article_length for key, account in wording.accounts.items()}
    return frozenset(
        key for key, length in lengths.items() if len(shared.get(key, ())) * _STRETCH < length
    )


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
