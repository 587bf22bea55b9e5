"""Draft the line on the event itself: what the accounts open with, each in its own words.

Reads:   the comparison's event, `Wording`.
Gives:   an `EventLine`, which knows which points a reader has from it.
"""

from collections.abc import Iterable, Mapping

from asreported.language.folding import WORD, fold
from asreported.model.comparison import Comparison, Point
from asreported.model.span import Span
from asreported.report.drafts import UNKNOWN, Draft, Wording

_WORDINGS = 6
"""Accounts' own words shown in one line at most."""


class EventLine:
    """What most accounts open with, as a line of the front page.

    ``told`` is, by account, where it opens so.
    """

    def __init__(
        self, event: Point, told: Mapping[str, Span], comparison: Comparison, wording: Wording
    ) -> None:
        self._event, self._spans, self._wording = event, told, wording
        opening = {*event.statements, *(link.b for link in event.links)}
        self._told: dict[str, frozenset[str]] = {}
        for point in comparison.points:
            held = opening.intersection(point.statements)
            if held and set(told).issuperset(point.accounts) and len(point.accounts) > 1:
                self._told[point.id] = frozenset(wording.spans[key].document for key in held)

    @property
    def accounts(self) -> tuple[str, ...]:
        """Return the accounts that open with it."""
        return tuple(sorted(self._spans))

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
        shown = list(_worded(told, event.label.document, wording).items())
        words: list[str] = []
        places: list[Span] = []
        for span, documents in shown[:_WORDINGS]:
            excerpt = wording.excerpt(span)
            words.append(f"{wording.quoted(excerpt, span)} ({wording.labels(documents)})")
            places += excerpt
        rest = [document for _, documents in shown[_WORDINGS:] for document in documents]
        if rest:
            words.append(f"in other words {wording.labels(rest)}")
        text = f"{wording.some(self.accounts, ())}: {'; '.join(words)}{_origin(event, wording)}"
        places += (span for span in told.values() if span not in places)
        return Draft("shared", text, tuple(self._told), tuple(places))


def find_event_line(comparison: Comparison, wording: Wording) -> EventLine | None:
    """Return the line on what the accounts open with, None where they open with no one thing."""
    event = comparison.event
    if event is None:
        return None
    # "The fire is out, minister says" may open like the others, and is what they deny.
    denied = [
        span
        for conflict in comparison.conflicts
        if conflict.kind == "polarity"
        for side in conflict.sides
        for span in side.spans
    ]
    told: dict[str, Span] = {}
    for key in (*event.statements, *(link.b for link in event.links)):
        span = wording.spans[key]
        if not any(span.shared(other) for other in denied):
            told.setdefault(span.document, span)
    told = {key: span for key, span in told.items() if key in event.accounts}
    if len(told) < 2 or wording.one_text(told):
        return None
    return EventLine(event, told, comparison, wording)


def _whole(span: Span, wording: Wording) -> Span:
    """Return what is shown of an account: its headline, or a clause that tells of somebody."""
    headline = wording.accounts[span.document].document.headline
    if headline is not None and headline.covers(span):
        return headline
    return span if wording.tells(span) else wording.telling(span) or span


def _worded(told: Mapping[str, Span], first: str, wording: Wording) -> dict[Span, list[str]]:
    """Return the words that are shown, each with the accounts that have the very same.

    Those of ``first`` stand first, then those of most accounts.
    """
    same: dict[tuple[str, ...], list[str]] = {}
    for document in wording.accounts:
        if document in told:
            words = WORD.findall(fold(wording.words(told[document])))
            same.setdefault(tuple(words), []).append(document)
    ordered = sorted(same.values(), key=lambda documents: (first not in documents, -len(documents)))
    return {told[documents[0]]: documents for documents in ordered}


def _origin(event: Point, wording: Wording) -> str:
    """Return whose word the event is, where all have it from one."""
    if event.independent_origins != 1 or not event.origins:
        return UNKNOWN
    return f" - one origin: {wording.own_name(event.origins[0]) or event.origins[0]}"
