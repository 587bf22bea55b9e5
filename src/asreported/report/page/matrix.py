"""Points against accounts: one row a question or a point, one cell what an account says of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from asreported.report.accounts import Account
from asreported.report.evidence import Evidence
from asreported.report.printable import shorten
from asreported.report.sections import Dispute, StorySections, Told

# At 1280 px a row has room for about this many letters, in cells of three lines; the cell's link
# leads to the whole.
_ROW = 150
_CELL = (30, 60)
"""Letters of a cell, at least and at most."""
_SAID_ALIKE = 3
"""Words that all answers begin with, from which on a cell is spent on them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says: short ``words`` and where.

    Without evidence the words are "silent" where nothing in it comes near, else "not found": it
    may tell it in words that were not understood.
    """

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


def rows(story: StorySections) -> Iterator[Row]:
    """Yield conflicts first, then what several tell.

    What one account alone tells would fill its row with "not found"; the script adds such rows on
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
    shown = where_they_part([words for words, _ in said.values()])
    said = {key: (words, said[key][1]) for key, words in zip(said, shown, strict=True)}
    cells = _cells(accounts, said, dispute.silent)
    says = f"{dispute.state}, {dispute.source.kind}"
    return Row(dispute.id, "k", says, dispute.question, cells)


def _of_point(told: Told, accounts: tuple[Account, ...]) -> Row:
    said: dict[str, tuple[str, Evidence]] = {}
    for evidence in told.evidence:
        said.setdefault(evidence.account.id, (evidence.words, evidence))
    cells = _cells(accounts, said, [lack.account for lack in told.lacking])
    state, says = state_of(told)
    return Row(told.id, state, says, shorten(told.label.words, 60), cells)


def state_of(told: Told) -> tuple[str, str]:
    """Return the state of a point as a class and in words.

    The words are "agreed (4 of 5)", "one origin (2 of 5)", "undecided (0.58)" or "one source".
    """
    if told.is_undecided:
        return "u", f"undecided ({told.source.score:.2f})"
    if told.is_one_origin:
        return "w", f"one origin ({len(told.accounts)} of {told.total})"
    if len(told.accounts) > 1:
        return "g", f"agreed ({len(told.accounts)} of {told.total})"
    return "s", "one source"


def where_they_part(answers: Sequence[str]) -> list[str]:
    """Return each answer from the word on where they part, with a mark where it was cut.

    Nothing is cut where they begin with less than `_SAID_ALIKE` equal words, nor all of an answer.

    >>> where_they_part(["I did not see him", "I did not hear him"])
    ['…see him', '…hear him']
    """
    words = [answer.split() for answer in answers]
    alike = sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False)))
    if len(answers) < 2 or alike < _SAID_ALIKE:
        return list(answers)
    return [
        f"…{' '.join(each[alike:])}" if each[alike:] else answer
        for each, answer in zip(words, answers, strict=True)
    ]


def _cells(
    accounts: tuple[Account, ...],
    said: Mapping[str, tuple[str, Evidence]],
    silent: Collection[Account],
) -> tuple[Cell, ...]:
    least, most = _CELL
    limit = min(most, max(least, _ROW // len(accounts)))
    found = []
    for account in accounts:
        nothing = "silent" if account in silent else "not found"
        words, evidence = said.get(account.id, (nothing, None))
        found.append(Cell(account, shorten(words, limit), evidence))
    return tuple(found)
