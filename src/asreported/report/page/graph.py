"""Where the accounts' words come from, as a drawing on a time line and as the table behind it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asreported.model.story import Reuse
from asreported.report.accounts import Account, plain_date
from asreported.report.evidence import Evidence
from asreported.report.printable import one_line, shorten
from asreported.report.sections import StorySections

_LEFT, _RIGHT, _TOP, _LANE, _WIDTH = 190, 60, 46, 44, 900
_KINDS = {
    "copied": "same text",
    "wire": "agency text",
    "shared_statement": "same statement of a third party",
    "shared_quote": "same quotation",
}
# An origin that one account alone names links nothing; more than a dozen cannot be read.
_MOST_ORIGINS = 12


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two accounts share."""

    a: Evidence
    b: Evidence
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tie:
    """All that two accounts share.

    ``direction`` is the most frequent that is known: ``a->b b->a common unknown``.
    """

    id: str
    a: Account
    b: Account
    kind: str
    direction: str
    passages: tuple[Passage, ...]

    @property
    def characters(self) -> int:
        """Return how many characters of the first account are shared."""
        return sum(len(p.a.span) for p in self.passages)

    @property
    def told(self) -> str:
        """Return the direction in words."""
        return {
            "a->b": f"{self.b.label} from {self.a.label}",
            "b->a": f"{self.a.label} from {self.b.label}",
            "common": "both from a third",
        }.get(self.direction, "direction unknown")


@dataclass(frozen=True, slots=True)
class Origin:
    """A name at the end of a chain, the accounts that have it from there, and for which points."""

    name: str
    accounts: tuple[Account, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An account's place in the drawing, in units of the drawing."""

    account: Account
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A curve between two accounts: ``path`` is SVG path data."""

    tie: Tie
    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the time line."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The graph, and its twin in words."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ticks: tuple[Tick, ...]
    ties: tuple[Tie, ...]
    origins: tuple[Origin, ...]


def draw(story: StorySections) -> Drawing:
    """Return the drawing of ``story``: one lane an account, accounts of one origin together."""
    ties = _ties(story)
    ordered = [account for group in story.groups for account in group]
    days = sorted({day for account in ordered if (day := _day(account))})
    undated = any(not _day(account) for account in ordered)
    steps = [*days, *([""] if undated else [])]
    gap = (_WIDTH - _LEFT - _RIGHT) // max(1, len(steps))
    at = {day: _LEFT + gap // 2 + n * gap for n, day in enumerate(steps)}
    nodes = tuple(
        Node(account, at[_day(account)], _TOP + n * _LANE + _LANE // 2)
        for n, account in enumerate(ordered)
    )
    by_id = {node.account.id: node for node in nodes}
    edges = tuple(_edge(tie, by_id[tie.a.id], by_id[tie.b.id], n) for n, tie in enumerate(ties))
    ticks = tuple(Tick(at[day], plain_date(day) if day else "no date") for day in steps)
    height = _TOP + len(nodes) * _LANE + 12
    return Drawing(_WIDTH, height, nodes, edges, ticks, ties, _origins(story))


def _day(account: Account) -> str:
    return account.document.published.iso[:10] if account.document.published else ""


def _ties(story: StorySections) -> tuple[Tie, ...]:
    accounts = {account.id: account for account in story.accounts}
    pairs: dict[tuple[str, str], list[Reuse]] = {}
    for reuse in story.comparison.story.reuse:
        pair = (reuse.a.document, reuse.b.document)
        if pair[0] in accounts and pair[1] in accounts:
            pairs.setdefault(pair, []).append(reuse)
    found = []
    for (a, b), shared in pairs.items():
        passages = tuple(
            Passage(
                story.witness.at(reuse.a),
                story.witness.at(reuse.b),
                _KINDS.get(reuse.kind, reuse.kind),
                one_line(reuse.reason),
            )
            for reuse in sorted(shared, key=lambda r: (-len(r.a), r.a, r.b))
        )
        weight: Counter[str] = Counter()
        for reuse in shared:
            weight[reuse.kind] += len(reuse.a)
        kind = max(sorted(weight), key=lambda k: weight[k])
        found.append((accounts[a], accounts[b], kind, _direction(shared), passages))
    found.sort(key=lambda t: (-sum(len(p.a.span) for p in t[4]), t[0].key, t[1].key))
    prefix = f"s{story.number}-" if story.number > 1 else ""
    return tuple(Tie(f"{prefix}t{n}", *tie) for n, tie in enumerate(found, start=1))


def _direction(shared: Sequence[Reuse]) -> str:
    known = Counter(r.direction for r in shared if r.direction != "unknown")
    return max(sorted(known), key=lambda d: known[d], default="unknown")


def _edge(tie: Tie, a: Node, b: Node, number: int) -> Edge:
    # Curves bend more the more lanes they cross, so that they do not run through other nodes.
    bend = 34 + 9 * abs(a.y - b.y) // _LANE + 5 * (number % 4)
    x = max(a.x, b.x) + bend
    path = f"M{a.x + 8} {a.y}C{x} {a.y} {x} {b.y} {b.x + 8} {b.y}"
    return Edge(tie, path)


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the one name that holds all its words, itself where none or two do.

    >>> _fullest(["Roe", "Ada Roe", "Mayor Ada Roe", "Poe", "Ada Poe", "Ivo Poe"])["Roe"]
    'Mayor Ada Roe'
    """
    words = {name: set(name.casefold().split()) for name in names}
    ordered = sorted(words, key=lambda name: (-len(words[name]), name))
    longest: list[str] = []
    found: dict[str, str] = {}
    for name in ordered:
        holders = [other for other in longest if words[name] <= words[other]]
        if len(holders) == 1:
            found[name] = holders[0]
        else:
            found[name] = name
            longest.append(name)
    return found


def _origins(story: StorySections) -> tuple[Origin, ...]:
    fullest = _fullest(name for told in story.one_origin for name in told.origins)
    named: dict[str, tuple[dict[str, Account], list[str]]] = {}
    for told in story.one_origin:
        for name in dict.fromkeys(fullest[name] for name in told.origins):
            accounts, points = named.setdefault(name, ({}, []))
            accounts.update({account.id: account for account in told.accounts})
            points.append(told.id)
    listed = [
        Origin(
            shorten(name, 60),
            tuple(sorted(accounts.values(), key=lambda a: a.key)),
            tuple(points),
        )
        for name, (accounts, points) in named.items()
        if len(accounts) > 1
    ]
    listed.sort(key=lambda o: (-len(o.points), -len(o.accounts), o.name))
    return tuple(listed[:_MOST_ORIGINS])
