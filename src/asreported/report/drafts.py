"""What a finding is made of: the accounts' names and verbatim excerpts, joined by few words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asreported.lexicon.load import words
from asreported.model.comparison import Comparison
from asreported.model.span import Span
from asreported.report.accounts import Account, accounts_of

_LONGEST = 150
"""Characters of an excerpt: two lines of a terminal."""
_POINTERS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those"}
    | {"who", "which", "what", "there", "one"}
)
"""Heads of subjects that point outside the excerpt."""
_TO_A_HEARER = frozenset(
    {"tell", "ask", "inform", "brief", "notify", "advise", "update", "address", "remind", "assure"}
    | {"urge", "text", "email", "phone", "message", "touch", "tip"}
)
"""Verbs of speaking whose object is who hears it, and not what is said."""
_WANTING = frozenset(
    {"be", "become", "come", "cause", "do", "get", "give", "have", "include", "involve", "keep"}
    | {"make", "mean", "put", "represent", "require", "seem", "appear", "take", "want"}
)
"""Verbs that say nothing without what follows: "the address comes", "the fine represents"."""
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
        self._clauses = {c.span: c for reading in comparison.readings for c in reading.clauses}
        self._groups = {
            document: number
            for number, group in enumerate(comparison.story.origin_groups)
            for document in group
        }

    def label(self, document: str) -> str:
        """Return the name of one account."""
        return self.accounts[document].label

    def labels(self, documents: Iterable[str]) -> str:
        """Return the accounts' names in the order they are shown everywhere, joined by commas."""
        wanted = set(documents)
        return ", ".join(a.label for key, a in self.accounts.items() if key in wanted)

    def some(self, documents: Sequence[str]) -> str:
        """Return "All 5 accounts" or "3 of 5 accounts (A, B, C)"."""
        total = len(self.accounts)
        if len(set(documents)) == total and total > 2:
            return f"All {total} accounts"
        return f"{len(set(documents))} of {total} accounts ({self.labels(documents)})"

    def stands_alone(self, span: Span) -> bool:
        """Return whether a reader understands the words by themselves: who, and does what.

        "to vote for the bill" and "that is the result" are facts inside their sentence, and no
        line for a front page.
        """
        clause = self._clauses.get(span)
        if clause is None or clause.slots.predicate is None:
            return False
        predicate, told_of = clause.slots.predicate, clause.slots.agent
        if told_of is None or told_of.span.start > predicate.span.start:
            # "Seven were killed" says of whom; "named by the chief as its head" does not.
            told_of = clause.slots.patient or told_of
        if told_of is None:
            return False
        headed = span.covers(told_of.span) and told_of.span.start < predicate.span.start
        # "The chief told reporters at the gate" says that he spoke, and not what; "the firm added
        # 200 jobs" and "the court ordered a new trial" say what.
        spoken = None if predicate.head in _TO_A_HEARER else clause.slots.patient
        only_speaks = spoken is None and predicate.head in words("reporting_verbs", "verb")
        wanting = predicate.head in _WANTING and predicate.span.end == span.end
        said = not only_speaks and (clause.slots.passive or not wanting)
        return headed and told_of.head not in _POINTERS and said

    def one_text(self, documents: Iterable[str]) -> bool:
        """Return whether the accounts are one text, so that to share a line is no news."""
        return len({self._groups[document] for document in documents}) == 1

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
        told = next((n for n, count in enumerate(counts) if count >= 4), counts.index(max(counts)))
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
