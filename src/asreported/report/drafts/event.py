"""Draft the line on the event itself: what the accounts open with, each in its own words.

Reads:   the comparison's event, `Wording`.
Gives:   an `EventLine`, which knows which points a reader has from it.
"""

from collections.abc import Iterable, Mapping

from asreported.language.folding import WORD, fold
from asreported.lexicon.load import words
from asreported.model.comparison import Comparison, Conflict, Point, Side
from asreported.model.span import Span
from asreported.model.statement import Reading
from asreported.report.completing import complete
from asreported.report.excerpts import TOLD_OF
from asreported.report.prominence import Prominence, telling_stems
from asreported.report.repeats import FIGURE, likeness
from asreported.report.wording import Draft, Wording

_WORDINGS = 6
"""Accounts' own words shown in one line at most."""
_FEWEST = 2
"""Accounts that share something, at least."""
SEVERAL = 3
"""Texts that open with one event, of which it is sure that it is what all are about."""
_AGAIN, _AGAIN_EARLY = 0.8, 0.6
"""Chance from which an opening tells the event again, and so a point that holds it; the second is
for points that two accounts open with."""
_OF_ALL, _OF_SOME = 0.65, 0.8
"""Score from which a point that all tell, or that a few open with, may stand for the event."""
_FACT, _FACTS, _FEWEST_TELLING = 0.75, 4, 3
"""The same of a point that all tell beside the event, lines of such, and words that say something
in each account's."""
_NEAR, _HEADED = 0.4, 1.0
"""What such a point has of the headlines' words at least, in accounts."""
_PENALTY = 0.35
"""Power of a headline's words by which what others have of it counts less."""
_LIKE = 0.4
"""Share of the shorter's longer words that two accounts' words have in common, at least."""
_LEAD = 600
"""Characters behind the headline that tell what happened."""
_ASKING = frozenset(
    {"how", "should", "what", "when", "where", "who", "why", "opinion", "commentary"}
)
_LONGEST = 260
"""Characters of a sentence that leads to the words: four lines of a terminal."""


class EventLine:
    """What most accounts open with, as a line of the front page.

    ``spans`` is, by account, where it opens so; ``told`` are the points (ids) that a reader has
    from it, each with the accounts that open with a statement of theirs.
    """

    def __init__(
        self,
        event: Point,
        spans: Mapping[str, Span],
        told: Mapping[str, frozenset[str]],
        wording: Wording,
    ) -> None:
        self._event, self._spans, self._told, self._wording = event, spans, told, wording

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the accounts that open with it."""
        return tuple(sorted(self._spans))

    @property
    def clauses(self) -> list[Span]:
        """Return the words of the texts themselves, below their headlines, that tell it."""
        return [span for span in self._spans.values() if not self._wording.heads(span)]

    @property
    def is_of_most(self) -> bool:
        """Return whether all accounts open with it, or so many texts that others may be beside it.

        Where one of three does not, it mostly does in words that were not understood.
        """
        texts = self._wording.story.texts(self._spans)
        most = len(self._spans) == len(self._wording.accounts) or texts >= SEVERAL
        return most and self.is_seen

    @property
    def is_seen(self) -> bool:
        """Return whether a reader sees of each account's words that another tells the same.

        Of 17 lines with one that had hardly a word in common strict readers found ten right, of 72
        others 69: "Why is he not in jail?" stood beside "Bank looks for who leaked it".
        """
        shown = [(span, _whole(span, self._wording)) for span in self._spans.values()]
        return all(
            any(_is_like(one, other, self._wording) for other in shown if other != one)
            for one in shown
        )

    def tells(self, point: Point) -> bool:
        """Return whether a reader of the line has the point from it, and all who share it."""
        return point.id in self._told

    def is_told_by(self, point: Point, accounts: Iterable[str]) -> bool:
        """Return whether the point is what all the accounts open with, and ``accounts`` are they.

        Then its line is the better one: its statements say the same, and more is known of whence.
        """
        opens = self._told.get(point.id, frozenset())
        return opens.intersection(accounts).issuperset(self.accounts)

    def draft(self) -> Draft:
        """Return the line: each account's own words, or those that several have."""
        event, wording = self._event, self._wording
        told = {document: _whole(span, wording) for document, span in self._spans.items()}
        said, places = _side_by_side(told, event.label.document, wording)
        text = f"{wording.some(self.accounts, ())}: {said}{_origin(event, wording)}"
        return Draft("shared", text, tuple(self._told), places)


def draft_openings(comparison: Comparison, wording: Wording) -> Draft | None:
    """Return the accounts' headlines, or first sentences, side by side: what each is about.

    It claims of none that it says what another does, and stands for copies of one text too.
    """
    told = {r.document.id: span for r in comparison.readings if (span := _first(r)) is not None}
    if len(told) < _FEWEST:
        return None
    said, places = _side_by_side(told, _nearest_to_all(told, comparison, wording), wording)
    return Draft("openings", f"What the accounts open with: {said}", tuple(told), places)


def _nearest_to_all(told: Mapping[str, Span], comparison: Comparison, wording: Wording) -> str:
    """Return the account whose words the others begin with most: they tell what happened.

    "The sentence is a travesty" tells less of it than "No prison for the captain".
    """
    begun = {
        reading.document.id: telling_stems(
            reading.document.text[: told[reading.document.id].end + _LEAD]
        )
        for reading in comparison.readings
        if reading.document.id in told
    }

    def share(document: str) -> float:
        mine = telling_stems(wording.words(told[document]))
        others = (begun[other] for other in begun if other != document)
        # Of a long headline others have more words, of a short one a larger share.
        near: float = sum(len(mine & other) for other in others) / max(1, len(mine)) ** _PENALTY
        return near / (2.0 if _is_asking(wording.words(told[document])) else 1)

    return max((key for key in wording.accounts if key in told), key=share)


def _is_asking(headline: str) -> bool:
    """Return whether a headline asks or comments: "Why the captain left", "OPINION: he had to"."""
    first = fold(next(iter(WORD.findall(headline)), ""))
    return first in _ASKING or first in words("genres")


def _first(reading: Reading) -> Span | None:
    """Return an account's headline, else its first sentence."""
    if reading.document.headline is not None:
        return reading.document.headline
    return min((clause.sentence for clause in reading.clauses), default=None)


def _side_by_side(
    told: Mapping[str, Span], first: str, wording: Wording
) -> tuple[str, tuple[Span, ...]]:
    """Return each account's words with its name, those of ``first`` first, and where they stand."""
    shown = list(_worded(told, first, wording).items())
    said: list[str] = []
    places: list[Span] = []
    for span, documents in shown[:_WORDINGS]:
        excerpt = wording.excerpt(span, _LONGEST)
        said.append(f"{wording.quoted(excerpt, span)} ({wording.labels(documents)})")
        places += excerpt
    rest = [document for _, documents in shown[_WORDINGS:] for document in documents]
    if rest:
        said.append(f"in other words {wording.labels(rest)}")
    places += (span for span in told.values() if span not in places)
    return "; ".join(said), tuple(places)


def find_event_line(
    comparison: Comparison, wording: Wording, prominence: Prominence
) -> EventLine | None:
    """Return the line on what the accounts open with, None where they open with no one thing."""
    event = comparison.event
    if event is None:
        return None
    spans = _openings(event, comparison, wording)
    if len(spans) < _FEWEST or wording.one_text(spans):
        return None
    likely = {link.b: link.score for link in event.links} | dict.fromkeys(event.statements, 1.0)
    figures = {
        figure for span in spans.values() for figure in _figures(_whole(span, wording), wording)
    }
    told = {}
    for point in comparison.points:
        if not figures.issuperset(_figures(point.label, wording)):
            continue  # How many it were is more than the event.
        held = [key for key in point.statements if key in likely]
        if held and set(spans).issuperset(point.accounts) and len(point.accounts) >= _FEWEST:
            early = prominence.early(point) >= _FEWEST
            if max(likely[key] for key in held) >= (_AGAIN_EARLY if early else _AGAIN):
                told[point.id] = frozenset(wording.spans[key].document for key in held)
    return EventLine(event, spans, told, wording)


def find_main_line(
    points: Iterable[Point], wording: Wording, prominence: Prominence
) -> EventLine | None:
    """Return a line on the point that comes nearest to the event, None where none is near.

    All tell it, most of them first; or two begin with it, and it has the headlines' words. Of
    fourteen such points in sixty unread stories thirteen were the event or the main of it.
    """
    found: list[tuple[float, Span, EventLine]] = []
    for point in points:
        early, texts = prominence.early(point), wording.story.texts(point.accounts)
        if point.score < _OF_ALL or early < _FEWEST:
            continue
        spans = _best_places(point, wording, prominence)
        heading = max(map(prominence.heading, spans.values()))
        of_all = len(spans) == len(wording.accounts) and _FEWEST <= texts - 1 <= early
        near = of_all and point.score >= _OF_ALL and (heading >= _NEAR or early == texts)
        opens = early == texts >= _FEWEST and point.score >= _OF_SOME and heading >= _HEADED
        opens = opens and any(_reads(s, wording) and not wording.heads(s) for s in spans.values())
        shown = all(_is_shown(span, wording) for span in spans.values())
        if (near or opens) and shown and not wording.one_text(spans):
            told = {point.id: frozenset(spans)}
            line = EventLine(point, spans, told, wording)
            if line.is_seen:
                found.append((-len(spans) - early - heading, point.label, line))
    return min(found, key=lambda each: each[:2])[-1] if found else None


def find_facts(
    points: Iterable[Point], wording: Wording, prominence: Prominence
) -> list[EventLine]:
    """Return lines on what all accounts tell, some of them near the beginning, the first first.

    Each has its own words, as far as they say something: of 42 such lines in 132
    stories, read without the articles, 38 seemed right.
    """
    found: list[tuple[float, Span, EventLine]] = []
    for point in points:
        texts = wording.story.texts(point.accounts)
        if len(point.accounts) < len(wording.accounts) or texts < SEVERAL or point.score < _FACT:
            continue
        early = prominence.early(point)
        spans = _best_places(point, wording, prominence) if early else {}
        shown = spans and all(_is_shown(s, wording) and _tells(s, wording) for s in spans.values())
        # "She spoke on the quay at noon", "a picture shows her as she speaks".
        speaking = sum(map(wording.tells_of_speaking, spans.values())) > 1
        if shown and not speaking and not _is_quoted(point, spans, wording):
            heading = max(map(prominence.heading, spans.values()))
            line = EventLine(point, spans, {point.id: frozenset(spans)}, wording)
            found.append((-early - heading, point.label, line))
    return [line for _, _, line in sorted(found, key=lambda each: each[:2])[:_FACTS]]


def _tells(span: Span, wording: Wording) -> bool:
    """Return whether the words say something, and do not end on that somebody speaks."""
    return wording.carried.telling(span) >= _FEWEST_TELLING and not wording.only_speaks(span)


def _is_quoted(point: Point, spans: Mapping[str, Span], wording: Wording) -> bool:
    """Return whether all have the very words of somebody: they are a line as his words."""
    first = next(iter(spans.values()))
    same = wording.is_said(point) and all(wording.has_words(first, key) for key in spans)
    return same and len(wording.sentence(first)) <= _LONGEST


def _is_shown(span: Span, wording: Wording) -> bool:
    """Return whether what would be shown holds the words, and tells what somebody does."""
    whole = _whole(span, wording)
    acts = wording.heads(span) or wording.acts(span)
    return acts and whole.shared(span) > 0 and wording.tells(whole)


def _best_places(point: Point, wording: Wording, prominence: Prominence) -> dict[str, Span]:
    """Return where each account tells a point: where it opens with it, and can be read."""
    held = sorted(
        map(wording.spans.__getitem__, point.statements),
        key=lambda span: (not prominence.opens(span), not _is_shown(span, wording), span),
    )
    found: dict[str, Span] = {}
    for span in held:
        found.setdefault(span.document, span)
    return found


def _openings(event: Point, comparison: Comparison, wording: Wording) -> dict[str, Span]:
    """Return where each account opens with the event: where it can be read, else at the likeliest.

    "The fire is out, minister says" may open like the others, and is what they deny. What one of
    them doubts is told of all the same.
    """
    denied = [
        span
        for conflict in comparison.conflicts
        if conflict.kind == "polarity"
        for side in conflict.sides
        if 2 * len(_others(conflict, side) & {*event.accounts}) >= len(event.accounts) - 1
        for span in side.spans
    ]
    again = sorted(event.links, key=lambda link: -link.score)
    keys = [*event.statements, *(link.b for link in again if link.score >= _AGAIN_EARLY)]
    found: dict[str, list[Span]] = {document: [] for document in event.accounts}
    for span in map(wording.spans.__getitem__, keys):
        if span.document in found and not any(span.shared(other) for other in denied):
            found[span.document].append(span)
    return {
        document: next((span for span in spans if _reads(span, wording)), spans[0])
        for document, spans in found.items()
        if spans
    }


def _others(conflict: Conflict, side: Side) -> set[str]:
    """Return the accounts that give another answer."""
    return {span.document for other in conflict.sides if other is not side for span in other.spans}


def _is_like(one: tuple[Span, Span], other: tuple[Span, Span], wording: Wording) -> bool:
    """Return whether two accounts' words have a figure, a verb or many words in common.

    Each is a clause, and what is shown of it.
    """
    mine, theirs = wording.words(one[1]), wording.words(other[1])
    if likeness(mine, theirs) >= _LIKE or set(FIGURE.findall(mine)) & set(FIGURE.findall(theirs)):
        return True
    return any(
        shown.covers(clause) and wording.acts(clause) and wording.has_act(clause, others)
        for (clause, shown), (_, others) in ((one, other), (other, one))
    )


def _figures(span: Span, wording: Wording) -> list[str]:
    return FIGURE.findall(wording.words(span))


def _reads(span: Span, wording: Wording) -> bool:
    return wording.heads(span) or wording.reads_alone(span)


def _whole(span: Span, wording: Wording) -> Span:
    """Return what is shown of an account: its headline, or a clause that names of whom it tells.

    Of others the sentence is shown up to their end: "Roe announced / he was ending his campaign".
    """
    headline = wording.accounts[span.document].document.headline
    if headline is not None and wording.heads(span):
        return headline
    whole = _with_what_is_told_of_it(span, wording)
    if _reads(span, wording):
        return whole
    around = wording.sentence(span)
    opened = wording.words(around)[:1] == '"' and wording.words(span).count('"') % 2 == 0
    led = (Span(span.document, around.start + opened, end) for end in (whole.end, span.end))
    short = next((each for each in led if len(each) <= _LONGEST), None)
    return short or headline or wording.telling(span) or span


def _with_what_is_told_of_it(span: Span, wording: Wording) -> Span:
    """Return the clause; of "they speak in a manner / that is not right" all."""
    found = wording.clause(span)
    text = wording.accounts[span.document].document.text
    if found is None or not TOLD_OF.match(text, span.end):
        return span
    return complete(*found) or span


def _worded(told: Mapping[str, Span], first: str, wording: Wording) -> dict[Span, list[str]]:
    """Return the words that are shown, each with the accounts that have the very same.

    Those of ``first`` stand first, then those of most accounts.
    """
    same: dict[tuple[str, ...], list[str]] = {}
    for document in wording.accounts:
        if document in told:
            said = WORD.findall(fold(wording.words(told[document])))
            same.setdefault(tuple(said), []).append(document)
    ordered = sorted(same.values(), key=lambda documents: (first not in documents, -len(documents)))
    return {told[documents[0]]: documents for documents in ordered}


def _origin(event: Point, wording: Wording) -> str:
    """Return whose word the event is, where all have it from one, else ""."""
    if event.independent_origins != 1 or not event.origins:
        return ""
    return f" - one origin: {wording.own_name(event.origins[0]) or event.origins[0]}"
