"""Label every line of a text without markup: the article, and what is around it."""

from collections.abc import Sequence

from asreported.documents.body import label_body
from asreported.documents.bylines import find_signatures
from asreported.documents.captions import label_captions
from asreported.documents.heading import label_heading, label_outlet_lines
from asreported.documents.labels import Draft
from asreported.documents.lines import Line
from asreported.documents.surroundings import label_biographies, label_surroundings
from asreported.documents.tail import find_turn
from asreported.model.document import Region


def label_lines(lines: Sequence[Line], title: str | None = None) -> Draft:
    """Return ``lines`` with a label each. ``title`` is the record's title, where there is one."""
    draft = Draft(lines)
    headline = label_heading(draft, title)
    label_outlet_lines(draft, headline)
    label_surroundings(draft)
    label_captions(draft)
    _label_above(draft, headline)
    authors = {
        signature.name
        for at in range(len(lines))
        if draft.kind(at) == "byline"
        for signature in find_signatures(lines[at].plain)
    }
    label_biographies(draft, authors)
    _label_comments(draft)
    label_body(draft)
    return draft


def make_regions(draft: Draft) -> tuple[Region, ...]:
    """Return a region a line, and one for the Markdown mark before it, in text order."""
    regions: list[Region] = []
    for at, line in enumerate(draft.lines):
        label = draft.label(at)
        kind, reason = label if label else ("body", "a line of text")
        if line.mark:
            mark_end = line.start + line.level
            regions.append(Region(line.start, mark_end, "metadata", "the mark of a heading"))
        regions.append(Region(line.start + line.mark, line.end, kind, reason))
    return tuple(regions)


def _label_above(draft: Draft, headline: int | None) -> None:
    """Label what is above the headline and no sentence: it belongs to the site."""
    for at in range(headline or 0):
        if not draft.lines[at].is_prose:
            draft.give(at, "navigation", "above the headline")


def _label_comments(draft: Draft) -> None:
    """Label readers' comments that no heading announces."""
    open_lines = list(draft.open())
    turn = find_turn([draft.lines[at] for at in open_lines])
    if turn is None:
        return
    for at in range(open_lines[turn.at], len(draft.lines)):
        if draft.kind(at) in ("", "caption", "byline", "dateline"):
            draft.change(at, "comments", turn.reason)
