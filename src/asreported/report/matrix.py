"""Points against accounts: one row a question or a point, one cell what an account says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from asreported.report.accounts import Account
from asreported.report.evidence import Evidence
from asreported.report.printable import shorten
from asreported.report.sections import Dispute, StorySections, Told

# At 1280 px a column of five has room for three lines of about fourteen letters; the cell's link
# leads to the whole.
_CELL = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says: short ``words`` and where; no evidence where it is silent."""

    account: Account
    words: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Row:
    """One question or point. ``state`` is the class of its state, ``says`` the words for it."""

    target: str
    state: str
    says: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def silent(self) -> tuple[Account, ...]:
        """Return the accounts that have nothing here."""
        return tuple(cell.account for cell in self.cells if cell.evidence is None)


def rows(story: StorySections) -> Iterator[Row]:
    """Yield conflicts first, then what several tell.

    What one account alone tells would fill its row with "silent"; the script adds such rows on
    demand, and the story lists them.
    """
    for dispute in story.disputes:
        yield _of_dispute(dispute, story.accounts)
    for told in (*story.agreed, *story.one_origin, *story.undecided):
        yield _of_point(told, story.accounts)


def _of_dispute(dispute: Dispute, accounts: tuple[Account, ...]) -> Row:
    said: dict[str, tuple[str, Evidence]] = {}
    for answer in dispute.answers:
        for evidence in answer.evidence:
            words = answer.words if answer.words in evidence.words else evidence.words
            said.setdefault(evidence.account.id, (words, evidence))
    cells = tuple(_cell(account, said.get(account.id)) for account in accounts)
    says = f"{dispute.state}, {dispute.source.kind}"
    return Row(dispute.id, "k", says, dispute.question, cells)


def _of_point(told: Told, accounts: tuple[Account, ...]) -> Row:
    said: dict[str, tuple[str, Evidence]] = {}
    for evidence in told.evidence:
        said.setdefault(evidence.account.id, (evidence.words, evidence))
    cells = tuple(_cell(account, said.get(account.id)) for account in accounts)
    state, says = state_of(told)
    return Row(told.id, state, says, shorten(told.label.words, 72), cells)


def state_of(told: Told) -> tuple[str, str]:
    """Return the state of a point as a class and in words.

    The words are "agreed (4 of 5)", "one origin (2 of 5)", "undecided (0.58)" or "one source".
    """
    if told.source.agreement == "undecided":
        return "u", f"undecided ({told.source.score:.2f})"
    if told.is_one_origin:
        return "w", f"one origin ({len(told.accounts)} of {told.total})"
    if len(told.accounts) > 1:
        return "g", f"agreed ({len(told.accounts)} of {told.total})"
    return "s", "one source"


def _cell(account: Account, said: tuple[str, Evidence] | None) -> Cell:
    if said is None:
        return Cell(account, "silent", None)
    return Cell(account, shorten(said[0], _CELL), said[1])
