"""One account to read: its whole text, marked where others agree, differ or are silent."""

from collections.abc import Iterable
from dataclasses import dataclass

from asreported.model.span import Span
from asreported.report.accounts import Account
from asreported.report.evidence import Evidence
from asreported.report.page.collation import Collation
from asreported.report.page.figures import Figure
from asreported.report.page.frames import Frames
from asreported.report.page.graph import Drawing
from asreported.report.page.marks import Mark, Passage, merge_marks, passages
from asreported.report.sections import StorySections


@dataclass(frozen=True, slots=True)
class Lens:
    """An account with its text in passages, and the accounts of the same origin."""

    account: Account
    passages: tuple[Passage, ...]
    origin: tuple[Account, ...]


class Marker:
    """Collects the places of all accounts that the page links to."""

    def __init__(self) -> None:
        self._places: dict[str, list[Mark]] = {}

    def add(self, span: Span, role: str = "") -> None:
        """Mark ``span``."""
        self._places.setdefault(span.document, []).append(Mark(span.start, span.end, role))

    def add_all(self, evidence: Iterable[Evidence], role: str = "") -> None:
        """Mark each place of ``evidence``."""
        for each in evidence:
            self.add(each.span, role)

    def read(self, account: Account) -> tuple[Passage, ...]:
        """Return the text of ``account`` with its marks."""
        return passages(account, merge_marks(self._places.get(account.id, ())))


def mark_story(marker: Marker, story: StorySections) -> None:
    """Mark all that the sections of ``story`` show."""
    for dispute in story.disputes:
        for answer in dispute.answers:
            marker.add_all(answer.evidence, "k")
    for told in (*story.agreed, *story.one_origin, *story.undecided, *story.described):
        marker.add_all(told.evidence, "g")
        marker.add_all(lack.nearest for lack in told.lacking if lack.nearest)
    for told in story.single:
        marker.add_all(told.evidence, "s")
    for told in story.points:
        marker.add(told.label.span)
    for odd in story.odd:
        marker.add_all(odd.evidence, "o")
    for finding in story.findings:
        marker.add_all(finding.evidence)
    for account in story.accounts:
        if account.document.headline:
            marker.add(account.document.headline)


def mark_views(
    marker: Marker,
    collations: Iterable[Collation],
    figures: Iterable[Figure],
    drawing: Drawing,
    frames: Iterable[Frames],
) -> None:
    """Mark all that the other views show."""
    for collation in collations:
        marker.add_all((*collation.witnesses, *collation.fragments))
    for figure in figures:
        marker.add_all(figure.evidence)
    for tie in drawing.ties:
        for passage in tie.passages:
            marker.add_all((passage.a, passage.b))
    for kind in frames:
        for frame in kind.frames:
            for _, evidence in frame.cells:
                marker.add_all(evidence)


def lenses(marker: Marker, story: StorySections) -> tuple[Lens, ...]:
    """Return a lens for each account of ``story``."""
    return tuple(
        Lens(
            account,
            marker.read(account),
            next((g for g in story.groups if account in g), (account,)),
        )
        for account in story.accounts
    )
