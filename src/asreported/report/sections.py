"""One story in the order that a report tells it; page, terminal and note are drawn from this.

Differences come first: readers see likenesses by themselves, and differences badly. Every line
holds the words of the accounts, as `Evidence`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from asreported.language.folding import spaced
from asreported.model.comparison import SEVERITIES, Absence, Comparison, Conflict, Framing, Point
from asreported.model.report import Finding, StoryReport
from asreported.model.span import Span
from asreported.report.accounts import Account, Accounts, date_range
from asreported.report.evidence import Evidence, Witness
from asreported.report.labels import DESCRIBING, Label, choose_labels
from asreported.report.printable import one_line
from asreported.report.stitched import join_pieces
from asreported.report.wholes import ONE_ORIGIN, Listed, find_wholes

AGREED = 0.7
"""Likeness of what clauses say, 0..1, from which on accounts are listed as agreed.

In fourteen unread stories of hard news 34 of 65 points of .5 to .7 were right, 26 of 38 of .7 to .8
and nearly all above. What phrases share (`Point.fact`) has a score of its own.
"""
_Sides = dict[str, list[tuple[Span, int, str]]]
"""By document, the spans that disputes show, each with the dispute's number and id."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One side of a dispute: a short excerpt, and where each account says so."""

    words: str
    evidence: tuple[Evidence, ...]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Return who answers so."""
        return _distinct(self.evidence)

    @property
    def best(self) -> Evidence:
        """Return the place whose words hold the excerpt, else the first."""
        return next((e for e in self.evidence if self.words in e.words), self.evidence[0])


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question that the accounts answer differently, and what was compared. ``id`` is "c3".

    ``silent`` are the accounts that have nothing near an answer, ``unseen`` those of which that is
    not known: they may well answer, in words that were not understood.
    """

    id: str
    source: Conflict
    question: str
    answers: tuple[Answer, ...]
    silent: tuple[Account, ...]
    unseen: tuple[Account, ...]
    reason: str

    @property
    def state(self) -> str:
        """Return in words what it is; answers that need not exclude each other are no conflict."""
        return "told differently" if self.source.severity == "tension" else "in conflict"

    @property
    def nature(self) -> str:
        """Return its kind and how grave it is: "number, difference", "scope, told differently"."""
        grave = self.source.severity != "tension"
        return f"{self.source.kind}, {self.source.severity if grave else self.state}"


@dataclass(frozen=True, slots=True)
class Lack:
    """An account that does not tell a point, and its nearest words if any."""

    account: Account
    nearest: Evidence | None


@dataclass(frozen=True, slots=True)
class Told:
    """A point with all the places that tell it. ``id`` is unique on the page ("p12").

    ``origins`` are the names at the ends of the chains; ``reason`` says why the statements are
    taken to say the same, and names the origins itself where it can.
    """

    id: str
    source: Point
    label: Evidence
    exact: bool
    evidence: tuple[Evidence, ...]
    lacking: tuple[Lack, ...]
    disputes: tuple[str, ...]
    total: int
    origins: tuple[str, ...]
    reason: str

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Return who tells it."""
        return _distinct(self.evidence)

    @property
    def said(self) -> str:
        """Return the words shown, folded, with a space around each."""
        return spaced(self.label.words)

    @property
    def is_one_origin(self) -> bool:
        """Return whether several accounts tell it and all have it from one origin."""
        return len(self.accounts) > 1 and self.independent_origins == 1

    @property
    def is_undecided(self) -> bool:
        """Return whether it is not decided that all say the same, or from how many origins."""
        unsure = len(self.accounts) > 1 and not self.source.fact and self.source.score < AGREED
        return unsure or self.source.agreement == "undecided"

    @property
    def independent_origins(self) -> int | None:
        """Return from how many independent origins they have it, None where that is not decided."""
        return None if self.is_undecided else self.source.independent_origins


@dataclass(frozen=True, slots=True)
class Odd:
    """Places of one account that do not add up."""

    id: str
    kind: str
    account: Account
    evidence: tuple[Evidence, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """A finding with its places; ``targets`` are ids of this page that it speaks of."""

    rank: int
    text: str
    evidence: tuple[Evidence, ...]
    targets: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be measured, and why."""

    what: str
    why: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class StorySections:
    """A story, laid out. Every tuple is in the order of display."""

    number: int
    comparison: Comparison
    witness: Witness = field(repr=False, compare=False)
    accounts: tuple[Account, ...]
    groups: tuple[tuple[Account, ...], ...]
    title: str
    title_of: Account | None
    dates: str
    findings: tuple[Line, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    agreed: tuple[Told, ...] = ()
    one_origin: tuple[Told, ...] = ()
    undecided: tuple[Told, ...] = ()
    single: tuple[Told, ...] = ()
    described: tuple[Told, ...] = ()
    odd: tuple[Odd, ...] = ()
    gaps: tuple[Gap, ...] = ()
    framing: tuple[Framing, ...] = ()

    @property
    def independent(self) -> int:
        """Return the number of origins that the accounts come from."""
        return len(self.groups)

    @property
    def points(self) -> tuple[Told, ...]:
        """Return all points, in the order of display."""
        return (
            *self.agreed,
            *self.one_origin,
            *self.undecided,
            *self.described,
            *self.single,
        )

    @property
    def missing(self) -> tuple[tuple[Account, tuple[tuple[Told, Lack], ...]], ...]:
        """Return, for each account that leaves out anything, the points that others agree on."""
        by_account: dict[str, list[tuple[Told, Lack]]] = {}
        for told in (*self.agreed, *self.one_origin, *self.undecided):
            for lack in told.lacking:
                by_account.setdefault(lack.account.id, []).append((told, lack))
        return tuple(
            (account, tuple(by_account[account.id]))
            for account in self.accounts
            if account.id in by_account
        )

    @property
    def alone(self) -> tuple[tuple[Account, tuple[Told, ...]], ...]:
        """Return, for each account that says anything alone, what that is."""
        return tuple(
            (account, mine)
            for account in self.accounts
            if (mine := tuple(t for t in self.single if account in t.accounts))
        )


def lay_out(story: StoryReport, accounts: Accounts, number: int = 1) -> StorySections:
    """Return ``story`` in the order of display; ``number`` counts the report's stories from 1."""
    comparison = story.comparison
    witness = Witness(comparison, accounts)
    here = tuple(a for a in accounts.values() if a.id in set(comparison.story.documents))
    prefix = f"s{number}-" if number > 1 else ""
    disputes = _disputes(comparison, witness, here, prefix)
    told = _points(comparison, witness, here, prefix, disputes)
    described = tuple(t for t in told if t.source.fact in DESCRIBING and not t.disputes)
    aside = {t.id for t in described}
    wholes = {
        part: whole for part, whole in find_wholes(_listed(told)).items() if part not in aside
    }
    targets = {d.source.id: d.id for d in disputes}
    # What one account tells has no place of its own in the lists, so that nothing leads there.
    targets |= {t.source.id: wholes.get(t.id, t.id) for t in told if len(t.accounts) > 1}
    told = tuple(t for t in told if t.id not in aside and t.id not in wholes)
    several = [t for t in told if len(t.accounts) > 1 and not t.is_undecided]
    title, title_of = _title(here)
    known = [a.document.published.iso for a in here if a.document.published]
    return StorySections(
        number=number,
        comparison=comparison,
        witness=witness,
        accounts=here,
        groups=_groups(comparison, here),
        title=title,
        title_of=title_of,
        dates=date_range(known),
        findings=tuple(_finding(finding, witness, targets) for finding in story.findings),
        disputes=disputes,
        agreed=tuple(t for t in several if not t.is_one_origin),
        one_origin=tuple(t for t in several if t.is_one_origin),
        undecided=tuple(t for t in told if t.is_undecided),
        single=tuple(t for t in told if len(t.accounts) < 2 and not t.is_undecided),
        described=described,
        odd=_odd(comparison, witness, here, prefix),
        gaps=tuple(
            _gap(gap.what, gap.why, gap.documents, accounts) for gap in comparison.not_measured
        ),
        framing=comparison.framing,
    )


def _groups(comparison: Comparison, here: tuple[Account, ...]) -> tuple[tuple[Account, ...], ...]:
    """Return the accounts of each origin, the origins of most accounts first."""
    groups = (
        tuple(account for account in here if account.id in group)
        for group in comparison.story.origin_groups
    )
    return tuple(sorted(groups, key=lambda group: (-len(group), [a.key for a in group])))


def _state(told: Told) -> str:
    return "undecided" if told.is_undecided else told.source.agreement


def _listed(told: Iterable[Told]) -> list[Listed]:
    several = (t for t in told if len(t.accounts) > 1)
    return [
        Listed(
            t.id,
            ONE_ORIGIN if t.is_one_origin else _state(t),
            t.label.span,
            tuple(sorted({e.span for e in t.evidence})),
            t.said if t.exact else "",
        )
        for t in several
    ]


def _disputes(
    comparison: Comparison, witness: Witness, here: tuple[Account, ...], prefix: str
) -> tuple[Dispute, ...]:
    ordered = sorted(
        comparison.conflicts, key=lambda c: (SEVERITIES.index(c.severity), -c.score, c.id)
    )
    found = []
    for number, conflict in enumerate(ordered, start=1):
        answers = tuple(
            Answer(one_line(side.answer), witness.all(side.spans)) for side in conflict.sides
        )
        speaking = {e.account.id for answer in answers for e in answer.evidence}
        spans = [span for side in conflict.sides for span in side.spans]
        if conflict.kind == "wording":
            speaking |= _saying_so(comparison, spans)
        rest = [a for a in here if a.id not in speaking]
        lacking = _lacking(comparison, spans)
        silent = tuple(a for a in rest if a.id in lacking)
        unseen = tuple(a for a in rest if a.id not in lacking)
        question, reason = one_line(conflict.question), witness.named(conflict.reason)
        id = f"{prefix}c{number}"
        found.append(Dispute(id, conflict, question, answers, silent, unseen, reason))
    return tuple(found)


def _saying_so(comparison: Comparison, answers: Sequence[Span]) -> set[str]:
    """Return the accounts that say what the answers do, in whatever words."""
    told = {statement.id: statement.span for statement in comparison.statements}
    groups = [*(group.variants for group in comparison.quote_variants)]
    groups += [tuple(map(told.__getitem__, point.statements)) for point in comparison.points]
    return {
        span.document
        for spans in groups
        if any(span.shared(answer) for span in spans for answer in answers)
        for span in spans
    }


def _lacking(comparison: Comparison, answers: Iterable[Span]) -> frozenset[str]:
    """Return the accounts that lack each point that several make with words of the answers."""
    places: dict[str, list[Span]] = {}
    for span in answers:
        places.setdefault(span.document, []).append(span)
    spans = {statement.id: statement.span for statement in comparison.statements}
    several = (point for point in comparison.points if len(point.accounts) > 1)
    lacking = [
        {absence.document for absence in point.absent}
        for point in several
        if any(
            spans[key].shared(answer)
            for key in point.statements
            for answer in places.get(spans[key].document, ())
        )
    ]
    return frozenset(set.intersection(*lacking)) if lacking else frozenset()


def _points(
    comparison: Comparison,
    witness: Witness,
    here: tuple[Account, ...],
    prefix: str,
    disputes: tuple[Dispute, ...],
) -> tuple[Told, ...]:
    sides: _Sides = {}
    for number, dispute in enumerate(disputes):
        for span in {e.span for a in dispute.answers for e in a.evidence}:
            sides.setdefault(span.document, []).append((span, number, dispute.id))
    labels = choose_labels(comparison)
    # "In which the town finds itself" is no line to begin a list with.
    ordered = sorted(
        comparison.points,
        key=lambda p: (
            -labels[p.id].reads,
            -comparison.story.texts(p.accounts),
            -len(p.accounts),
            -(p.independent_origins or 0),
            -p.score,
            p.label,
            p.id,
        ),
    )
    return tuple(
        _told(f"{prefix}p{number}", (point, labels[point.id]), witness, sides, len(here))
        for number, point in enumerate(ordered, start=1)
    )


def _told(
    identity: str,
    shown: tuple[Point, Label],
    witness: Witness,
    sides: _Sides,
    total: int,
) -> Told:
    point, words = shown
    evidence = witness.told(point.statements)
    spans = {e.span for e in evidence}
    touched = Counter(
        dispute
        for span in spans
        for dispute in {(n, key) for b, n, key in sides.get(span.document, ()) if span.shared(b)}
    )
    least = max(1, len(spans) // 2)
    disputes = tuple(key for (_, key), times in sorted(touched.items()) if times >= least)
    lacking = tuple(_lack(absence, witness) for absence in point.absent)
    reason = witness.named(point.reason)
    named = (str(origin) for origin in point.origins)
    origins = dict.fromkeys(witness.named(name) for name in named if name.strip())
    return Told(
        id=identity,
        source=point,
        label=witness.whole(words.span),
        exact=words.exact,
        evidence=evidence,
        lacking=lacking,
        disputes=disputes,
        total=total,
        origins=tuple(origins),
        reason=reason,
    )


def _lack(absence: Absence, witness: Witness) -> Lack:
    nearest = witness.at(absence.nearest) if absence.nearest else None
    return Lack(witness.accounts[absence.document], nearest)


def _odd(
    comparison: Comparison, witness: Witness, here: tuple[Account, ...], prefix: str
) -> tuple[Odd, ...]:
    by_id: Mapping[str, Account] = {account.id: account for account in here}
    listed = [
        (by_id[reading.document.id], internal)
        for reading in comparison.readings
        for internal in reading.internals
    ]
    listed.sort(key=lambda pair: (-pair[1].gap, pair[0].key, pair[1].spans))
    return tuple(
        Odd(
            f"{prefix}i{number}",
            internal.kind,
            account,
            tuple(witness.at(span) for span in internal.spans),
            witness.named(internal.reason),
        )
        for number, (account, internal) in enumerate(listed, start=1)
    )


def _finding(finding: Finding, witness: Witness, targets: Mapping[str, str]) -> Line:
    text, spans = join_pieces(finding.text, finding.spans, witness.text)
    return Line(
        finding.rank,
        witness.named(text),
        tuple(witness.at(span) for span in _places(spans)),
        tuple(dict.fromkeys(targets[ref] for ref in finding.refs if ref in targets)),
        finding.kind,
    )


def _places(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without those that overlap one named before: the same place again."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.shared(other) for other in kept):
            kept.append(span)
    return kept


def _gap(what: str, why: str, documents: Iterable[str], accounts: Accounts) -> Gap:
    named = tuple(accounts[key] for key in documents if key in accounts)
    return Gap(one_line(what), one_line(why), named)


def _title(here: tuple[Account, ...]) -> tuple[str, Account | None]:
    """Return the headline that shares most words with the others, and whose it is."""
    heads = [(a.words(a.document.headline), a) for a in here if a.document.headline]
    if not heads:
        return ", ".join(a.label for a in here[:3]), None
    bags = {account.id: _bag(words) for words, account in heads}

    def distance(head: tuple[str, Account]) -> tuple[float, int, str]:
        mine = bags[head[1].id]
        near = sum(len(mine & bag) / (len(mine | bag) or 1) for bag in bags.values())
        return (-near, len(head[0]), head[1].key)

    words, account = min(heads, key=distance)
    return words, account


def _bag(words: str) -> set[str]:
    return {word for word in words.casefold().split() if len(word) > 3}


def _distinct(evidence: Iterable[Evidence]) -> tuple[Account, ...]:
    return tuple({e.account.id: e.account for e in evidence}.values())
