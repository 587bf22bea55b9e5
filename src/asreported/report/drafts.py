"""What a finding is made of: the accounts' names and verbatim excerpts, joined by few words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asreported.model.comparison import UNNAMED, Comparison, Origin, Point
from asreported.model.span import Span
from asreported.report.accounts import Account, accounts_of
from asreported.report.carried import Carried
from asreported.report.standing import stands_alone

_LONGEST = 150
"""Characters of an excerpt: two lines of a terminal."""
_ALIKE = 0.6
"""Share of the shorter line's longer words from which two lines would read as one twice."""
FEWEST = 4
"""Words with which a clause or a line tells something: "eight wounded" only counts."""
_PIECE = re.compile(r"[^“”„«»]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has a rank."""

    kind: str
    text: str
    refs: tuple[str, ...]
    spans: tuple[Span, ...]


class Wording:
    """Names accounts and quotes their words, for one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        documents = [reading.document for reading in comparison.readings]
        self.accounts: dict[str, Account] = dict(accounts_of(documents))
        self.spans = {statement.id: statement.span for statement in comparison.statements}
        self._voiced = {statement.id for statement in comparison.statements if statement.speaker}
        self._clauses = {
            c.span: (reading, c) for reading in comparison.readings for c in reading.clauses
        }
        self.carried = Carried(comparison)
        self.story = comparison.story
        self._names: dict[str, str] = {}
        for account in self.accounts.values():
            name = account.document.label
            # Two accounts of one outlet have one name as origins.
            self._names[name] = name if name in self._names else account.label

    def label(self, document: str) -> str:
        """Return the name of one account."""
        return self.accounts[document].label

    def labels(self, documents: Iterable[str]) -> str:
        """Return the accounts' names in the order they are shown everywhere, joined by commas."""
        wanted = set(documents)
        return ", ".join(a.label for key, a in self.accounts.items() if key in wanted)

    def own_name(self, origin: Origin) -> str:
        """Return what is shown of an origin that is an account, or several of one text.

        "" for who is named in the accounts.
        """
        names = tuple(self._names.get(name, "") for name in origin.names)
        return str(Origin(names)) if all(names) else ""

    def sources(self, point: Point) -> str:
        """Return "according to the police, and by Harbour Times itself"; "" if nobody is named."""
        shown = {origin: self.own_name(origin) for origin in point.origins}
        # Whoever also names somebody for it has it from there.
        told = {self.spans[key].document for key in point.statements if key in self._voiced}
        asked = {self.accounts[document].document.label for document in told}
        own = [name for o, name in shown.items() if name and not asked.issuperset(o.names)]
        # That somebody unnamed is behind it is no name that a reader could ask.
        named = ", ".join(str(o) for o, name in shown.items() if not name and o != UNNAMED)
        itself = f", and by {', '.join(own)} {'itself' if len(own) == 1 else 'themselves'}"
        return f"according to {named}{itself if own else ''}" if named else ""

    def some(self, documents: Sequence[str]) -> str:
        """Return "All 5 accounts" or "3 of 5 accounts (A, B, C)"."""
        total = len(self.accounts)
        if len(set(documents)) == total and total > 2:
            return f"All {total} accounts"
        return f"{len(set(documents))} of {total} accounts ({self.labels(documents)})"

    def stands_alone(self, span: Span) -> int:
        """Return whether a reader understands what is shown of the words by itself.

        2 for a clause that does, 1 for one that its sentence has in passing, 0 for others.
        """
        reading, clause = self._clauses.get(span, (None, None))
        if reading is None or clause is None or clause.slots.predicate is None:
            return 0
        shown = any(part.covers(clause.slots.predicate.span) for part in self.excerpt(span))
        told = shown and len(self.words(span).split()) >= FEWEST
        return stands_alone(reading, clause) if told else 0

    def headline(self, span: Span) -> Span | None:
        """Return the headline that the words at ``span`` are most of, None where they are not."""
        headline = self.accounts[span.document].document.headline
        most = headline is not None and 2 * span.shared(headline) >= len(headline)
        return headline if most else None

    def alike(self, one: Draft, other: Draft) -> bool:
        """Return whether two lines of the front page would read as one twice."""
        first, second = (
            {word.strip(".,;:'\"") for word in self.words(draft.spans[0]).casefold().split()}
            for draft in (one, other)
        )
        first, second = ({word for word in side if len(word) > 3} for side in (first, second))
        return len(first & second) >= max(1, _ALIKE * min(len(first), len(second)))

    def one_text(self, documents: Iterable[str]) -> bool:
        """Return whether the accounts are one text, so that to share a line is no news."""
        return self.story.texts(documents) == 1

    def words(self, span: Span) -> str:
        """Return the words at ``span`` as they stand."""
        return self.accounts[span.document].document.quote(span)

    def excerpt(self, span: Span) -> tuple[Span, ...]:
        """Return the parts of ``span`` that are shown: one line, no quotation marks, not too long.

        What stands between marks is a part of its own: the words in front of them say too little.
        """
        account = self.accounts[span.document]
        text = account.document.quote(span)
        for start, end in account.insets(span):
            text = text[:start] + "\n" * (end - start) + text[end:]
        lines = [_pieces(text, *line.span()) for line in re.finditer(r"[^\n]+", text)]
        if not any(lines):
            return (span,)
        # The first line that says something, else the longest.
        counts = [sum(len(text[a:b].split()) for a, b in line) for line in lines]
        told = next(
            (n for n, count in enumerate(counts) if count >= FEWEST), counts.index(max(counts))
        )
        places = lines[told]
        limit = places[0][0] + _LONGEST
        places = [places[0], *(place for place in places[1:] if place[1] <= limit)]
        if places[0][1] > limit:
            places = [(places[0][0], _cut(text, places[0][0], limit))]
        return tuple(Span(span.document, span.start + a, span.start + b) for a, b in places)

    def quoted(self, excerpt: Sequence[Span], whole: Span | None = None) -> str:
        """Return the excerpt in quotation marks, with dots where ``whole`` goes on after it."""
        shown = " ".join(f"“{self.words(part)}”" for part in excerpt)
        goes_on = whole is not None and whole.end - excerpt[-1].end > 2
        return f"{shown}{' …' if goes_on else ''}"

    def honest(self, reason: str, spans: Iterable[Span]) -> str:
        """Return ``reason`` with marks left only around words that are the text of a span."""
        verbatim = {self.words(span) for span in spans}

        def kept(match: re.Match[str]) -> str:
            return f"“{match[1]}”" if match[1] in verbatim else match[1]

        return re.sub(r"[\"“]([^\"“”]*)[\"”]", kept, reason)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where in ``text[start:end]`` words stand, between quotation marks or outside."""
    places = [_trimmed(text, *piece.span()) for piece in _PIECE.finditer(text, start, end)]
    return [(first, last) for first, last in places if text[first:last].strip(" ,.;:")]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t,;:'\u00a0*_":
        start += 1
    while end > start and text[end - 1] in " \t,;:'\u00a0*_":
        end -= 1
    return start, end


def _cut(text: str, start: int, limit: int) -> int:
    """Return where to end: after a clause in the second half, else after a word."""
    clause = max(
        text.rfind(mark, start + (limit - start) // 2, limit) for mark in (", ", "; ", " - ")
    )
    return clause if clause > 0 else max(text.rfind(" ", start, limit), start + 1)
