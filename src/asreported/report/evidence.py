"""Words of an account with where they stand and who says them: every line of a report."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asreported.model.comparison import Comparison
from asreported.model.span import Span
from asreported.model.statement import Statement
from asreported.report.accounts import Account, Accounts
from asreported.report.antecedents import with_antecedent
from asreported.report.printable import one_line

# A statement speaks for a span when it holds most of it; half would let a neighbour in.
_HOLDS = 0.6


@dataclass(frozen=True, slots=True)
class Evidence:
    """Verbatim ``words`` of ``account`` at ``span``, and ``voice``: whose words they are.

    ``voice`` is "" where the account speaks itself.
    """

    span: Span
    account: Account
    words: str
    voice: str

    @property
    def anchor(self) -> str:
        """Return ``KEY:START-END``."""
        return self.account.anchor(self.span)

    @property
    def attributed(self) -> str:
        """Return whose words they are, and where: "the mayor, in Harbour Times"."""
        return f"{self.voice}, in {self.account.label}" if self.voice else self.account.label


class Witness:
    """Finds evidence in one story: the words at a span, and the statement they belong to."""

    def __init__(self, comparison: Comparison, accounts: Accounts) -> None:
        self.accounts = accounts
        self.statements: Mapping[str, Statement] = {s.id: s for s in comparison.statements}
        self._of: dict[str, list[Statement]] = {}
        self._at: dict[Span, Statement] = {}
        for statement in sorted(comparison.statements, key=lambda s: (s.span, s.kind, s.id)):
            self._of.setdefault(statement.span.document, []).append(statement)
            self._at.setdefault(statement.span, statement)
        self._readings = {reading.document.id: reading for reading in comparison.readings}
        self._longest = {key: max(len(s.span) for s in held) for key, held in self._of.items()}

    def named(self, text: str) -> str:
        """Return ``text`` on one line, accounts called by their labels, not by their inputs."""
        for account in self.accounts.values():
            if account.document.name != account.label:
                text = text.replace(account.document.name, account.label)
        return one_line(text)

    def text(self, span: Span) -> str:
        """Return the words at ``span`` as they stand."""
        return self.accounts[span.document].document.quote(span)

    def at(self, span: Span) -> Evidence:
        """Return the evidence at ``span``."""
        statement = self._statement(span)
        return self._evidence(span, statement)

    def whole(self, span: Span) -> Evidence:
        """Return the evidence at ``span``, a clause about somebody with whom it is about."""
        return self._evidence(
            with_antecedent(span, self._readings[span.document]), self._statement(span)
        )

    def of(self, statement: Statement) -> Evidence:
        """Return what ``statement`` says: its content, or its whole span where that is in parts."""
        span = statement.content[0] if len(statement.content) == 1 else statement.span
        return self._evidence(span, statement)

    def all(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Return the evidence at each of ``spans``, in the order of the accounts."""
        found = {span: self.at(span) for span in spans}
        return tuple(sorted(found.values(), key=lambda e: (e.account.key, e.span)))

    def told(self, statements: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the evidence of the statements with these ids, in the order of the accounts.

        Of statements that hold one another, only the tightest are kept.
        """
        found = {e.span: e for e in (self.of(self.statements[key]) for key in statements)}
        tight = [
            e
            for e in found.values()
            if not any(e.span != other and e.span.covers(other) for other in found)
        ]
        return tuple(sorted(tight, key=lambda e: (e.account.key, e.span)))

    def _evidence(self, span: Span, statement: Statement | None) -> Evidence:
        account = self.accounts[span.document]
        return Evidence(span, account, account.words(span), _voice(statement))

    def _statement(self, span: Span) -> Statement | None:
        if span in self._at:
            return self._at[span]
        start, end, least = span.start, span.end, _HOLDS * len(span)
        listed = self._of.get(span.document, [])
        # A long account has thousands of statements, and a page asks for thousands of spans.
        earliest = start - self._longest.get(span.document, 0)
        first = bisect_left(listed, earliest, key=_start)
        holding = [
            statement
            for statement in listed[first : bisect_right(listed, end, key=_start)]
            if min(end, statement.span.end) - max(start, statement.span.start) >= least
        ]
        return min(holding, key=lambda s: (len(s.span), s.kind, s.id), default=None)


def _start(statement: Statement) -> int:
    return statement.span.start


def _voice(statement: Statement | None) -> str:
    if statement is None or (statement.speaker is None and not statement.chain):
        return "" if statement is None or statement.kind == "own" else "speaker not named"
    how = ", quoted" if statement.kind == "quote" else ""
    names = [one_line(statement.speaker.name)] if statement.speaker else []
    names += [one_line(link.name) for link in statement.chain]
    distinct = list(dict.fromkeys(name for name in names if name))
    if not distinct:
        return ""
    through = f", through {', '.join(distinct[1:])}" if distinct[1:] else ""
    return f"{distinct[0]}{how}{through}"
