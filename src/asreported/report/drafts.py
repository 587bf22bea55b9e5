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
_QUOTE_MARKS = "“”„«»"


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
        return headed and told_of.head not in _POINTERS and not only_speaks

    def one_text(self, documents: Iterable[str]) -> bool:
        """Return whether the accounts are one text, so that to share a line is no news."""
        return len({self._groups[document] for document in documents}) == 1

    def words(self, span: Span) -> str:
        """Return the words at ``span`` as they stand."""
        return self.accounts[span.document].document.quote(span)

    def excerpt(self, span: Span) -> Span:
        """Return the part of ``span`` that is shown: one line, no quotation marks, not too long."""
        account = self.accounts[span.document]
        text = account.document.quote(span)
        for start, end in account.insets(span):
            text = text[:start] + "\n" * (end - start) + text[end:]
        pieces = [
            match
            for match in re.finditer(rf"[^\n{_QUOTE_MARKS}]+", text)
            if match.group().strip(" ,.;:")
        ]
        if not pieces:
            return span
        # The first piece that says something, else the longest.
        best = next((p for p in pieces if len(p.group().split()) >= 4), None)
        best = best or max(pieces, key=lambda piece: len(piece.group()))
        start, end = _trimmed(text, best.start(), best.end())
        if end - start > _LONGEST:
            end = _cut(text, start, start + _LONGEST)
        return Span(span.document, span.start + start, span.start + end)

    def quoted(self, excerpt: Span, whole: Span | None = None) -> str:
        """Return the excerpt in quotation marks, with dots where ``whole`` goes on after it."""
        shown = self.words(excerpt)
        goes_on = whole is not None and whole.end - excerpt.end > 2
        return f"“{shown}”{' …' if goes_on else ''}"

    def honest(self, reason: str, spans: Iterable[Span]) -> str:
        """Return ``reason`` with marks left only around words that are the text of a span."""
        verbatim = {self.words(span) for span in spans}

        def kept(match: re.Match[str]) -> str:
            return f"“{match[1]}”" if match[1] in verbatim else match[1]

        return re.sub(r"[\"“]([^\"“”]*)[\"”]", kept, reason)


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
