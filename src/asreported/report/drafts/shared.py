"""Draft the findings on what accounts share, with how many origins it has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import chain, islice, takewhile

from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.model.statement import Quantity
from asreported.report.citing import cite_one
from asreported.report.drafts.event import (
    SEVERAL,
    EventLine,
    draft_openings,
    find_event_line,
    find_facts,
    find_main_line,
)
from asreported.report.prominence import Prominence
from asreported.report.repeats import FIGURE, likeness, reads_alike
from asreported.report.shared_lines import (
    LONGER,
    OTHER,
    SharedLine,
    make_line,
    places_of,
    tell_one_act,
)
from asreported.report.standing import Standing
from asreported.report.widening import FULL, side_by_side, widen
from asreported.report.wording import Draft, Wording, is_of_oneself

_TELLING = frozenset({"", "count"})
"""Facts of points that tell what happened; an age or an office only describes."""

_IN_PASSING = 1.5
"""Accounts that what is told in passing counts less: a line read by itself is clearer."""
_SURE = 0.85
"""Score from which a point may stand on the front page. In ten stories that nobody had developed
on, a strict reader found 13 of 28 lines wholly right from here on, and 2 of 14 from .8 to here."""
_MOST_DRAFTED = 24
"""Points worded at most: further down none weighs enough for the front page."""
_WIDENED = 8
"""Lines that are given each other's accounts: more than the front page begins with."""
_NEAR = 0.5
"""Share of the longer words that who tells of "him" has in common with who names him."""
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_FEWEST_TELLING = 3
"""Words shown that say something."""
_LONGEST = 250
"""Characters of an excerpt: four lines of a terminal."""
_SURE_HEADED, _HEADED = 0.65, 0.75
"""The same of a point whose words have so much, in accounts, of the headlines' words: what the
accounts are about. Of twelve such points of five of these stories it parts four fair from the rest.
"""


def draft_shared(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> Iterator[Draft]:
    """Yield what accounts share: the event that they open with, and the points that tell more.

    Those come first that are most widely shared and nearest to what happened.
    """
    lines = _lines(comparison, wording, prominence)
    event = find_event_line(comparison, wording, prominence)
    first = list(islice(lines, _WIDENED))
    rest: Iterable[SharedLine] = chain(first, lines)
    if event is not None and event.is_of_most:
        told = next((line for line in first if _is_whole_of(event, line, wording)), None)
        wider = [line for line in first[:1] if len(line.accounts) > len(event.accounts)]
        yield from (_drafted(line, wording) for line in wider)
        yield event.draft() if told is None else _drafted(told, wording)
        rest = (line for line in rest if line not in (*wider, told))
    elif any(_is_event(line, wording, prominence) for line in first[:1]):
        event = None
    else:
        event = find_main_line(_telling_points(comparison), wording, prominence)
        of_all = event is not None and len(event.accounts) == len(wording.accounts)
        openings = None if of_all else draft_openings(comparison, wording)
        if openings is not None:
            yield openings
            said = [wording.words(span) for span in openings.spans]
            rest = (line for line in rest if not _is_part_of(line, said, wording))
            if event is not None and _is_repeated(event, first, said, wording):
                event = None
        if event is not None:
            yield event.draft()
    for line in rest:
        again = event is not None and (
            all(map(event.tells, (line.point, *line.more)))
            or _is_in_headlines(event, line, wording)
        )
        if not again and not _is_minor(line, wording, prominence):
            yield _drafted(line, wording)


def _is_in_headlines(event: EventLine, line: SharedLine, wording: Wording) -> bool:
    """Return whether the line is of headlines alone: of the event, in words less like the others.

    "Fell drops bid" after "Fell ended her campaign on Monday" is no news.
    """
    spans = places_of(wording, line.point)
    known = set(event.accounts) >= set(line.accounts)
    return known and all(wording.heads(span) for span in (*spans, *line.own))


def draft_facts(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> Iterator[Draft]:
    """Yield what all accounts tell beside the event, each in its own words."""
    facts = find_facts(_telling_points(comparison), wording, prominence)
    yield from (fact.draft() for fact in facts)


def _telling_points(comparison: Comparison) -> list[Point]:
    return [point for point in comparison.points if point.fact in _TELLING]


def _is_repeated(
    event: EventLine, lines: Iterable[SharedLine], openings: Iterable[str], wording: Wording
) -> bool:
    """Return whether an opening says what is told of the event, or a line does so of more."""
    shown = [wording.words(span) for span in event.clauses]
    more = (line for line in lines if event.tells(line.point))
    wider = any(len(_retold(line, wording).accounts) > len(event.accounts) for line in more)
    return wider or any(reads_alike(one, other) for one in shown for other in openings)


def _is_event(line: SharedLine, wording: Wording, prominence: Prominence) -> bool:
    """Return whether the line is what all accounts tell in the headline or right below it."""
    texts = wording.story.texts(wording.accounts)
    return len(line.accounts) == len(wording.accounts) and prominence.early(line.point) == texts


def _is_part_of(line: SharedLine, openings: Iterable[str], wording: Wording) -> bool:
    """Return whether a few accounts only are said to tell what one of the openings does.

    The others mostly tell it too, in words that were not understood.
    """
    accounts = _retold(line, wording).accounts
    if len(accounts) == len(wording.accounts) or len(accounts) >= SEVERAL:
        return False
    return any(reads_alike(wording.words(line.shown), words) for words in openings)


def _is_whole_of(event: EventLine, line: SharedLine, wording: Wording) -> bool:
    """Return whether the line tells the event of all its accounts, in words that can be read."""
    reads = all(wording.reads_alone(span) for span in line.own)
    return reads and event.is_told_by(line.point, line.accounts)


def _is_nobodys(line: SharedLine, wording: Wording) -> bool:
    """Return whether all have it from somebody, and the line would not say from whom.

    "Fell sold the rudder" is no fact where one told it of him.
    """
    shown = wording.words(line.shown)
    said = wording.is_said(line.point) and not FIGURE.search(shown)
    return said and not _origins(line, wording)


def _drafted(line: SharedLine, wording: Wording) -> Draft:
    told = _retold(line, wording)
    tail = _origins(line, wording) if told == line else ""
    return _draft("shared", _widened(told, wording), wording, ": ", tail)


def _widened(line: SharedLine, wording: Wording) -> SharedLine:
    """Return the line with what belongs to it, as far as it can be read."""
    for wider in (widen, side_by_side):
        wide = wider(line, wording)
        line = wide if all_tell(wide, wording) else line
    return line


def _is_minor(line: SharedLine, wording: Wording, prominence: Prominence) -> bool:
    """Return whether a few accounts have a few words in common, and do not begin with them."""
    few = len(line.accounts) < min(SEVERAL, len(wording.accounts))
    if not few or prominence.early(line.point) >= len(line.accounts):
        return False
    shown = _widened(_retold(line, wording), wording)
    little = wording.carried.telling(shown.shown) < FULL
    return little and not shown.own and len(shown.accounts) == len(line.accounts)


def _retold(line: SharedLine, wording: Wording) -> SharedLine:
    """Return the line with the accounts that tell it too, though no statement was joined to it.

    Where one of its own tells it otherwise, what all have is not known.
    """
    if line.own:
        return line
    lacking = {absence.document for absence in line.point.absent}
    further = []
    for document in wording.accounts.keys() - {*line.accounts, *line.apart, *lacking}:
        span = wording.carried.retold(line.shown, document)
        if span is None or len(span) > LONGER * len(line.shown):
            continue
        if not wording.has_act(line.span, span) or wording.disputed(span):
            continue
        if _reads_whole(span, wording) and not wording.deny_each_other(line.shown, span):
            further.append(span)
    return line._replace(own=tuple(sorted((*line.own, *further)))) if further else line


def _reads_whole(span: Span, wording: Wording) -> bool:
    """Return whether the words tell of somebody or something, and all of them are shown."""
    return wording.tells(span) and not wording.is_cut(span, _LONGEST)


def _lines(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> Iterator[SharedLine]:
    """Yield the lines of the points that accounts share, in the order in which they are shown."""
    points = [
        point
        for point in comparison.points
        if len(point.accounts) > 1
        and point.fact in _TELLING
        and not wording.one_text(point.accounts)
    ]
    # No other can be sure, whatever its words are.
    likely = [point for point in points if point.score >= min(_SURE, _SURE_HEADED)]
    lines = _ranked(likely, wording, prominence)
    first = next(lines, None)
    if first is None or first.standing < Standing.ALONE:
        first = _surest(points, wording, prominence)
    if first is not None:
        # What is told in passing is no news: "the campaign has gone on", "in which we live".
        same = takewhile(lambda line: line.standing == Standing.ALONE, lines)
        yield from _joined(chain([first], islice(same, _MOST_DRAFTED - 1)), wording)


def _joined(lines: Iterator[SharedLine], wording: Wording) -> Iterator[SharedLine]:
    """Yield the lines that tell, the first ones with the accounts that others have for the same.

    Two points that read alike and have an account in common are mostly one thing that all tell.
    """
    kept: list[SharedLine] = []
    for line in islice(lines, _WIDENED):
        wider = ((n, other.with_(line, wording)) for n, other in enumerate(kept))
        again = next(((n, joined) for n, joined in wider if joined is not None), None)
        if again is not None:
            kept[again[0]] = again[1]
        elif all_tell(line, wording):
            kept.append(line)
    yield from kept
    yield from (line for line in lines if all_tell(line, wording))


_Rank = tuple[bool, float, int, int, int, float, Span]
"""What lines are ordered by; the least comes first."""


def _ranked(
    points: Sequence[Point], wording: Wording, prominence: Prominence
) -> Iterator[SharedLine]:
    """Yield the sure lines of the points, the readable before the others, the weightiest first.

    Which words show a point is dear to say, and few points come to the front page: it is worked
    out where no line made so far is sure to come before what the next point may weigh at most.
    """
    most = [wording.story.texts(p.accounts) + prominence.most(p) for p in points]
    made: list[tuple[_Rank, int, SharedLine]] = []
    for number in sorted(range(len(points)), key=lambda n: -most[n]):
        while made and made[0][0][:2] < (False, -most[number]):
            yield heappop(made)[-1]
        line = make_line(points[number], wording) if _may_read(points[number], wording) else None
        if line is not None and _is_sure(line, wording, prominence):
            heappush(made, (_rank(line, wording, prominence), number, line))
    while made:
        yield heappop(made)[-1]


def _may_read(point: Point, wording: Wording) -> bool:
    """Return whether some words of a point, or a headline that has them, are read by themselves.

    It is cheap to ask, and no other point comes to the front page.
    """
    spans = (point.label, *places_of(wording, point))
    return any(wording.reads_alone(s) or wording.headline(s) is not None for s in spans)


def _rank(line: SharedLine, wording: Wording, prominence: Prominence) -> _Rank:
    return (
        line.standing == Standing.OPEN,
        -_weight(line, wording, prominence),
        -wording.story.texts(line.accounts),
        -len(line.accounts),
        -(line.point.independent_origins or 0),
        -line.point.score,
        line.span,
    )


def _surest(points: Sequence[Point], wording: Wording, prominence: Prominence) -> SharedLine | None:
    """Return the line of the surest point that reads well, of several the first in the texts."""
    ranked = sorted(points, key=lambda point: (-point.score, point.label))[:_MOST_DRAFTED]
    lines = [make_line(point, wording) for point in ranked]
    able = [
        line
        for line in lines
        if line.standing == Standing.ALONE and line.other <= OTHER and all_tell(line, wording)
        if not _says_little(line, wording) and not _is_of_persons(line.point, wording)
        if not _is_nobodys(line, wording)
        if line.point.score >= _SURE_HEADED and (not line.own or tell_one_act(line, wording))
    ]
    return next((line for line in able if not _is_aside(line, wording, prominence)), None)


def _is_sure(line: SharedLine, wording: Wording, prominence: Prominence) -> bool:
    if line.other > OTHER or wording.one_text(line.accounts) or _says_little(line, wording):
        return False
    if _is_nobodys(line, wording):
        return False
    if _is_of_persons(line.point, wording):
        return False
    if any(wording.deny_each_other(line.span, span) for span in line.own):
        return False
    headed = prominence.heading(line.span) >= _HEADED
    opens = headed and prominence.early(line.point) >= wording.story.texts(line.accounts)
    if not opens and any(wording.tell_of_others(line.span, span) for span in line.own):
        # "Brandt was mayor of Zell" is not "Fell was in Zell with Brandt".
        return False
    if _is_aside(line, wording, prominence):
        return False
    if line.own and not opens and not tell_one_act(line, wording):
        return False
    return line.point.score >= (_SURE_HEADED if headed else _SURE)


def all_tell(line: SharedLine, wording: Wording) -> bool:
    """Return whether each account shown with its own words tells by them of whom, and what.

    "Armed with a torch" beside "A man with a torch walked in" shows a phrase that both have, and
    not that both say the same. In ten stories eight of ten such lines did not.
    """
    shown = (line.shown, *line.own)
    if any(is_of_oneself(span, wording) for span in shown) and not _is_of_one(line, wording):
        return False  # Whose "my sister" is stands nowhere in the line.
    return all(_reads_whole(span, wording) and not wording.only_speaks(span) for span in shown)


def _is_of_one(line: SharedLine, wording: Wording) -> bool:
    """Return whether the line says whose word all have."""
    named = [origin for origin in line.point.origins if not wording.own_name(origin)]
    known = line.point.independent_origins == 1 and bool(named)
    return known or bool(wording.sources(line.point, (line.shown,)))


def _says_little(line: SharedLine, wording: Wording) -> bool:
    """Return whether hardly a word shown says something, or another account's only that "he" did.

    "Fell has made it clear", "a trial will last" were no news in eight of ten such lines of two.
    """
    said = wording.words(line.shown)
    for span in filter(wording.acts_by_pronoun, line.own):
        words = wording.words(span)
        if likeness(words, said) < _NEAR and not (FIGURE.search(words) and FIGURE.search(said)):
            return True
    few = len(line.accounts) < SEVERAL
    return few and wording.carried.telling(line.shown) < _FEWEST_TELLING


def _is_of_persons(point: Point, wording: Wording) -> bool:
    """Return whether persons by name say it, each to another account: each says his own thing."""
    named = [origin for origin in point.origins if wording.is_person(origin)]
    return len(named) == len(point.origins) > 1


def _is_aside(line: SharedLine, wording: Wording, prominence: Prominence) -> bool:
    """Return whether some tell by themselves, each in other words, what none begins with.

    Of eight such lines in unread stories none was right: the others told it too, or some told
    something near. An equal figure is telling.
    """
    point = line.point
    own = len(point.origins) > 1 and all(map(wording.own_name, point.origins))
    few = len(line.accounts) < len(wording.accounts)
    if FIGURE.search(wording.words(line.shown)):
        return False
    return bool(line.own) and own and few and not prominence.early(point)


def _weight(line: SharedLine, wording: Wording, prominence: Prominence) -> float:
    """Return, in independent texts, what speaks for a point on the front page."""
    point = line.point
    told = (
        wording.story.texts(line.accounts) + prominence.early(point) + prominence.heading(line.span)
    )
    return told - (_IN_PASSING if line.standing == Standing.IN_PASSING else 0)


def _draft(kind: str, line: SharedLine, wording: Wording, joint: str, tail: str) -> Draft:
    """Return "2 of 3 accounts (A, B)", ``joint``, the line's words, ``tail``.

    Where an account tells less or otherwise, its own words stand behind, each with whose they are.
    """
    shown = wording.excerpt(line.shown, _LONGEST)
    words = wording.quoted(shown, line.span)
    spans = [*shown]
    if line.own:
        poor = {span.document for span in line.own}
        words += f" ({wording.labels(set(line.accounts) - poor)})"
    others: dict[str, list[str]] = {}
    for told_own in line.own:
        span = _led(told_own, wording)
        excerpt = wording.excerpt(span, _LONGEST)
        others.setdefault(wording.quoted(excerpt, span), []).append(span.document)
        spans += excerpt
    words += "".join(f"; {told} ({wording.labels(who)})" for told, who in others.items())
    sure = {absence.document for absence in line.point.absent}
    told = wording.some(line.accounts, sure)
    text = f"{told}{joint}{words}{tail}"
    places = (span for span in places_of(wording, line.point) if span.document not in line.apart)
    refs = tuple(point.id for point in (line.point, *line.more))
    return Draft(kind, text, refs, (*spans, *places))


def _led(span: Span, wording: Wording) -> Span:
    """Return the words; of "that would close the gate" with its sentence up to them."""
    first = wording.words(span).lower().split()[:2]
    around = wording.sentence(span)
    led = Span(span.document, around.start, span.end)
    return led if not _RELATIVE.isdisjoint(first) and len(led) <= _LONGEST else span


def draft_figures(comparison: Comparison, wording: Wording) -> Iterator[Draft]:
    """Yield points with a figure that several accounts have from one origin."""
    figures = {
        reading.document.id: [q for q in reading.quantities if q.value > 2]
        for reading in comparison.readings
    }
    counted = {document: [q.span for q in told] for document, told in figures.items()}
    for point in comparison.points:
        sure = point.independent_origins == 1 and point.score >= _SURE
        if not sure or wording.one_text(point.accounts):
            continue
        # What is shown lies within one of these.
        showable = [point.label, *places_of(wording, point)]
        showable += [each for each in map(wording.headline, showable) if each is not None]
        if not any(_holds(span, counted) for span in showable):
            continue
        line = make_line(point, wording)
        told = line.standing == Standing.ALONE and line.other <= OTHER and len(line.accounts) > 1
        if told and _holds(line.shown, counted) and not _tells_otherwise(line, figures):
            of = point.origins[0] if point.origins else None
            origin = f" ({wording.own_name(of) or of})" if of else ""
            yield _draft("figure", line, wording, f", from one origin{origin}: ", "")


def _tells_otherwise(line: SharedLine, figures: Mapping[str, Sequence[Quantity]]) -> bool:
    """Return whether an account's own words have none of the figures that the line shows."""
    said = {q.value for q in figures[line.shown.document] if line.shown.covers(q.span)}
    for own in line.own:
        values = {q.value for q in figures[own.document] if own.covers(q.span)}
        if said.isdisjoint(values):
            return True
    return False


def _holds(span: Span, counted: Mapping[str, Sequence[Span]]) -> bool:
    return any(span.covers(figure) for figure in counted[span.document])


def _origins(line: SharedLine, wording: Wording) -> str:
    """Return how many origins a point has, and who is named for it: a claim is nobody's fact.

    "" where the texts do not tell: that this is so of most lines is no news in any of them.
    """
    point = line.point
    if any(each.origins != point.origins for each in line.more):
        return ""
    if line.apart and point.independent_origins != 1:
        # They were counted, and named, with those of whoever tells something else.
        return ""
    if point.independent_origins == 1 and point.origins:
        return f" - one origin: {wording.own_name(point.origins[0]) or point.origins[0]}"
    if point.independent_origins == 1:
        return " - one origin"
    told = wording.sources(point, (line.shown, *line.own))
    if point.independent_origins is None:
        return f" - {told}" if told else ""
    if told or _is_one_saying(line, wording) or cite_one(line.accounts, wording.accounts):
        # Whom two accounts give one saying to is not agreed, and it was said once.
        return ""
    return f" - {point.independent_origins} independent origins"


def _is_one_saying(line: SharedLine, wording: Wording) -> bool:
    """Return whether all accounts have the very words of what one puts in somebody's mouth."""
    said = any(not wording.own_name(origin) for origin in line.point.origins)
    return said and all(wording.repeats(line.shown, each) for each in line.accounts)
