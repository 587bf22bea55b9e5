"""Words of an account in their place, for a terminal."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from asreported.errors import UsageError
from asreported.model.document import Document
from asreported.report.accounts import Account, accounts_of
from asreported.report.printable import one_line
from asreported.report.terminal.text import wrap

_PLACE = re.compile(r"(.+):(\d{1,9})-(\d{1,9})\Z", re.DOTALL)
# What is copied along with a place from a report: "[herald:120-155,".
_AROUND_PLACE = " \t\r\n[](),;."
# Enough to see the sentence before and after, in a dozen lines of a terminal.
_AROUND = 300


@dataclass(frozen=True, slots=True)
class Place:
    """``NAME:START-END``: an account and code points of its text."""

    name: str
    start: int
    end: int


def parse_place(text: str) -> Place:
    """Return the place that ``text`` names, as it stands or as it is copied from a report.

    >>> parse_place("[001:1666-1724],")
    Place(name='001', start=1666, end=1724)

    Raises:
        UsageError: It is not ``NAME:START-END``, or the end is not beyond the start.
    """
    match = _PLACE.match(text.strip(_AROUND_PLACE))
    if not match:
        raise UsageError(f"{one_line(text)}: expected NAME:START-END, as in herald:120-155")
    if int(match[2]) >= int(match[3]):
        ends = f"the end, {match[3]}, is not beyond the start, {match[2]}"
        raise UsageError(f"{one_line(text)}: {ends}")
    return Place(match[1], int(match[2]), int(match[3]))


def find_account(place: Place, documents: Iterable[Document]) -> Account:
    """Return the account that ``place`` names.

    By key, name, label, base name, what follows the last "#" (as in a link to the page), or the
    start of the base name: the first of these that any account fits.

    Raises:
        UsageError: No account is called so, several are, or its text ends before the place.
    """
    accounts = list(accounts_of(documents).values())
    tests: tuple[Callable[[Account], bool], ...] = (
        lambda a: place.name in (a.key, a.document.name, a.id),
        lambda a: place.name.casefold() == a.label.casefold(),
        lambda a: PurePosixPath(place.name).name == PurePosixPath(a.document.name).name,
        lambda a: place.name.rpartition("#")[2] == a.key,
        lambda a: PurePosixPath(a.document.name).name.startswith(place.name),
    )
    for test in tests:
        found = [account for account in accounts if test(account)]
        if len(found) == 1:
            length = len(found[0].document.text)
            if place.end > length:
                raise UsageError(f"{place.name}: has {length} characters, not {place.end}")
            return found[0]
        if found:
            raise UsageError(f"{one_line(place.name)}: may be {_named(found, 5)}")
    raise UsageError(f"{one_line(place.name)}: no such account; there are {_named(accounts, 20)}")


def _named(accounts: list[Account], most: int) -> str:
    """Return the keys of at most so many accounts: two may have one name, none one key."""
    more = [f"{len(accounts) - most} more"] if len(accounts) > most else []
    return ", ".join([*(account.key for account in accounts[:most]), *more]) or "none"


def render_place(account: Account, place: Place, width: int = 80, colour: bool = False) -> str:
    """Return the words at ``place`` between ``>>>`` and ``<<<``, with what stands around them."""
    text = account.document.text
    start, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    while 0 < start < place.start and not text[start - 1].isspace():
        start += 1
    while place.end < end < len(text) and not text[end].isspace():
        end -= 1
    before, words, after = (
        one_line(text[start : place.start]),
        one_line(text[place.start : place.end]),
        one_line(text[place.end : end]),
    )
    regions = [r for r in account.document.regions if r.start < place.end and place.start < r.end]
    kinds = ", ".join(dict.fromkeys(f"{r.kind} ({one_line(r.reason)})" for r in regions))
    head = "  ".join(part for part in (account.label, account.date) if part)
    lines = [head, f"{account.key}:{place.start}-{place.end}  {kinds or 'no region'}", ""]
    context = (
        f"{'… ' if start else ''}{before} >>>{words}<<< {after}{' …' if end < len(text) else ''}"
    )
    body = "\n".join(f"  {line}" for line in wrap(context.strip(), max(20, width - 2)))
    if colour:
        body = body.replace(">>>", ">>>\x1b[7m", 1)
        body = "\x1b[0m<<<".join(body.rsplit("<<<", 1))
    return "\n".join([*lines, body]) + "\n"
