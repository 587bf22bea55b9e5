"""What each account is called on a page: a short name to read and a short key to link to."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from pathlib import PurePosixPath

from asreported.lexicon.months import month_names
from asreported.model.address import host_of
from asreported.model.document import ARTICLE_KINDS, Document, Region
from asreported.model.report import ReportData
from asreported.model.span import Span
from asreported.report.printable import one_line, shorten

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}", re.IGNORECASE)
# A name longer than this breaks the columns of the tables; 28 holds nearly every outlet.
_LONGEST_LABEL = 28
_LONGEST_MARK = 6
_LONGEST_KEY = 32


@dataclass(frozen=True)
class Account:
    """A document with the names that a reader meets.

    ``label`` is the outlet's name, else the domain, else the stem of the file, and unique in the
    report; ``key`` is a short unique word of ASCII letters, digits, dots and hyphens.
    """

    document: Document
    key: str
    label: str

    @property
    def id(self) -> str:
        """Return the document's id."""
        return self.document.id

    def words(self, span: Span) -> str:
        """Return the words at ``span`` on one line, with nothing in them that could do harm.

        Dots stand for what interrupts them, as a card of links inside a sentence.
        """
        text = self.document.quote(span)
        for start, end in reversed(self.insets(span)):
            text = f"{text[:start]}…{text[end:]}"
        return one_line(text)

    def insets(self, span: Span) -> list[tuple[int, int]]:
        """Return where the words at ``span`` are interrupted, counted from its start."""
        return [
            (inset.start - span.start, inset.end - span.start)
            for inset in self._insets
            if span.start <= inset.start and inset.end <= span.end
        ]

    @cached_property
    def _insets(self) -> tuple[Region, ...]:
        return self.document.insets()

    def anchor(self, span: Span) -> str:
        """Return the place of ``span``: ``KEY:START-END``."""
        return f"{self.key}:{span.start}-{span.end}"

    @property
    def date(self) -> str:
        """Return the day of publication as "12 Dec 2017", "" where it is not known."""
        published = self.document.published
        return plain_date(published.iso) if published else ""

    @property
    def article_length(self) -> int:
        """Return how many characters of the text are the article's own."""
        return sum(r.end - r.start for r in self.document.regions if r.kind in ARTICLE_KINDS)

    @property
    def live_url(self) -> str:
        """Return the address of the original page, "" where there is none that is safe to link."""
        for address in (self.document.url or "", self.document.name):
            if re.match(r"https?://[^\s\\]+\Z", address) and address.isprintable():
                return address
        return ""


Accounts = Mapping[str, Account]
"""Accounts by document id, in the order they are shown: by key."""


def name_accounts(report: ReportData) -> Accounts:
    """Return all accounts: keys are unique in the report, labels in each story."""
    stories = [
        [reading.document for reading in story.comparison.readings] for story in report.stories
    ]
    return accounts_of(*stories)


def accounts_of(*stories: Iterable[Document]) -> Accounts:
    """Return the accounts of ``stories``, sorted by key."""
    by_story = [sorted(each, key=lambda d: (_called(d), d.id)) for each in stories]
    distinct = {document.id: document for each in by_story for document in each}
    ordered = sorted(distinct.values(), key=lambda d: (_called(d), d.id))
    stems = [_called(document) for document in ordered]
    keys = dict(zip([d.id for d in ordered], _keys(stems), strict=True))
    accounts = [
        Account(document, keys[document.id], label)
        for each in by_story
        for document, label in zip(each, _labels(each, keys), strict=True)
    ]
    return {account.id: account for account in sorted(accounts, key=lambda a: a.key)}


def _labels(documents: Sequence[Document], keys: Mapping[str, str]) -> list[str]:
    """Return a label each, told apart by the key where it is short, else by a number."""
    names = [_label(document) for document in documents]
    often = Counter(name.casefold() for name in names)
    alone = [
        often[name.casefold()] == 1 or name == keys[document.id]
        for document, name in zip(documents, names, strict=True)
    ]
    taken = {name.casefold() for name, plain in zip(names, alone, strict=True) if plain}
    seen: Counter[str] = Counter()
    labels = []
    for document, name, plain in zip(documents, names, alone, strict=True):
        seen[name.casefold()] += 1
        if not plain:
            key = keys[document.id]
            short = [key] if len(key) <= _LONGEST_MARK else []
            # An outlet may be called "Star 2" as it is.
            marks = chain(short, count(seen[name.casefold()]))
            name = next(f"{name} {m}" for m in marks if f"{name} {m}".casefold() not in taken)
            taken.add(name.casefold())
        labels.append(name)
    return labels


def plain_date(iso: str) -> str:
    """Return an ISO 8601 date as a reader writes it, as precise as it is.

    >>> [plain_date(iso) for iso in ("2017-12-11T10:05:00Z", "2017-12", "2017", "soon")]
    ['11 Dec 2017', 'Dec 2017', '2017', 'soon']
    """
    match = _DATE.match(iso)
    if not match:
        return one_line(iso)
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    named = f"{month_names()[int(month) - 1][:3]} {year}"
    return f"{int(day)} {named}" if day else named


def date_range(dates: Iterable[str]) -> str:
    """Return the days of ISO dates as one expression, "" where there are none.

    >>> date_range(["2017-12-11", "2017-12-12T08:00:00"])
    '11–12 Dec 2017'
    """
    days = sorted({date[:10] for date in dates if _DATE.match(date)})
    if not days:
        return ""
    first, last = plain_date(days[0]), plain_date(days[-1])
    if first == last:
        return first
    if first.split()[1:] == last.split()[1:]:
        first = first.split()[0]
    elif first.split()[-1] == last.split()[-1]:
        first = first.rpartition(" ")[0]
    return f"{first}–{last}" if " " not in first else f"{first} – {last}"


def _stem(name: str) -> str:
    if "://" in name:
        host = (host_of(name) or "page").removeprefix("www.")
        path = name.split("?")[0].split("#")[0]
        return f"{host.split('.')[0]}_{PurePosixPath(path).stem}"
    return PurePosixPath(name.replace("\\", "/")).stem if name.strip() else "account"


def _called(document: Document) -> str:
    """Return the stem of the name, or the outlet's where the name is a title or a number.

    A browser saves a page under its title, and "Bridge-collapse-in-Kelmouth-leav" says not whose.
    """
    stem = _stem(document.name)
    title = " " in stem.strip() and len(stem) > _LONGEST_KEY
    if document.outlet is None or not (title or stem.isdecimal()):
        return stem
    return _slug(one_line(document.outlet.name)).lower() or stem


def _keys(stems: list[str]) -> list[str]:
    """Return the shortest run of a stem's first words that no other stem begins with."""
    cut = [[_slug(word) or "x" for word in stem.split("_")] for stem in stems]
    starts = Counter("_".join(words[:n]) for words in cut for n in range(1, len(words) + 1))
    taken: set[str] = set()
    keys = []
    for words in cut:
        runs = ["_".join(words[:n]) for n in range(1, len(words) + 1)]
        best = next((run for run in runs if starts[run] == 1), runs[-1])
        best = best.replace("_", "-")[:_LONGEST_KEY].strip("-.") or "x"
        key, number = best, 2
        while key.casefold() in taken:
            key, number = f"{best}-{number}", number + 1
        taken.add(key.casefold())
        keys.append(key)
    return keys


def _slug(word: str) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", word).strip("-.")


def _label(document: Document) -> str:
    if document.outlet and one_line(document.outlet.name):
        return shorten(one_line(document.outlet.name), _LONGEST_LABEL)
    for address in (document.url or "", document.name):
        host = host_of(address)
        if host:
            return shorten(one_line(host.removeprefix("www.")), _LONGEST_LABEL)
    words = [one_line(word) for word in _stem(document.name).split("_") if word.strip()]
    domain = next((word for word in words if _DOMAIN.fullmatch(word)), None)
    # A number or a hash behind the first word ("003_6878ee9b") tells a reader nothing.
    plain = words[0] if len(words) == 2 and re.fullmatch(r"[0-9a-f]{8,}", words[1]) else ""
    if len(words) > 1 and words[0].isdecimal() and not words[1][:1].isdecimal():
        # "01_outlet": a number that only sorts the files.
        del words[0]
    return shorten(domain or plain or " ".join(words) or "account", _LONGEST_LABEL)
