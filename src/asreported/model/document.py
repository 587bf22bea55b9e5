"""A text as read, with every character labelled and what the page says of itself."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from asreported.errors import SpanError
from asreported.model.span import Span

ARTICLE_KINDS = frozenset({"body", "subhead", "quote_block", "summary_list"})
"""Kinds of region that are the article's own text."""

PARSED_KINDS = ARTICLE_KINDS | {"headline", "caption"}
"""Kinds of region that are parsed, and whose words can become statements."""

REGION_KINDS = ARTICLE_KINDS | {
    "headline",
    "byline",
    "dateline",
    "caption",
    "author_bio",
    "disclaimer",
    "navigation",
    "promo",
    "comments",
    "metadata",
    "hidden",
}


Warnings = tuple[tuple[str, str], ...]
"""What a reader of the text should know went wrong: (code, detail) pairs."""


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """Code points ``start:end`` of the document's text, labelled ``kind``, with the reason."""

    start: int
    end: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published the text. ``span`` is None where the name came from a field or the address."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Author:
    """A person of the byline."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A time in ISO 8601, as precise as the source was, and where it was read.

    ``origin`` names the place: ``text``, ``record``, ``meta:article:published_time``, ``json-ld``.
    """

    iso: str
    span: Span | None
    origin: str = "text"

    @property
    def day(self) -> date | None:
        """Return the day as it is written, None for a year or month alone."""
        try:
            return date.fromisoformat(self.iso[:10])
        except ValueError:
            return None

    @property
    def moment(self) -> datetime | None:
        """Return the moment, None where no hour or no zone is told."""
        try:
            moment = datetime.fromisoformat(self.iso)
        except ValueError:
            return None
        return moment if moment.tzinfo else None


@dataclass(frozen=True, slots=True)
class Wire:
    """The agency that the text is credited to."""

    agency: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Document:
    """One account's text, unchanged, and what is known of it.

    ``regions`` are in text order, do not overlap, and cover every character that is not white
    space.
    """

    id: str
    name: str
    text: str
    language: str
    regions: tuple[Region, ...]
    headline: Span | None = None
    outlet: Outlet | None = None
    authors: tuple[Author, ...] = ()
    published: Timestamp | None = None
    updated: Timestamp | None = None
    other_dates: tuple[Timestamp, ...] = ()
    place: Span | None = None
    wire: Wire | None = None
    url: str | None = None
    encoding: str = "utf-8"
    warnings: Warnings = ()

    def quote(self, span: Span) -> str:
        """Return the words at ``span``.

        Raises:
            SpanError: The span is of another document or ends beyond the text.
        """
        if span.document != self.id or span.end > len(self.text):
            raise SpanError(f"span {span} does not lie in {self.name} ({self.id})")
        return self.text[span.start : span.end]

    def span(self, start: int, end: int) -> Span:
        """Return the span ``start:end`` of this document."""
        return Span(self.id, start, end)

    def article_regions(self) -> tuple[Region, ...]:
        """Return the regions that hold the article's own text, in text order."""
        return tuple(region for region in self.regions if region.kind in ARTICLE_KINDS)

    def region_at(self, start: int) -> Region | None:
        """Return the region that holds the character ``start``, None where it is white space."""
        return next((r for r in self.regions if r.start <= start < r.end), None)

    def insets(self) -> tuple[Region, ...]:
        """Return what interrupts lines of the article, as a card of links inside a sentence.

        Each stands on one line between two regions of one kind of the article's text.
        """
        return tuple(
            inset
            for before, inset, after in zip(
                self.regions, self.regions[1:], self.regions[2:], strict=False
            )
            if before.kind == after.kind
            and before.kind in ARTICLE_KINDS
            and inset.kind not in ARTICLE_KINDS
            and "\n" not in self.text[before.end : after.start]
        )

    def unbroken(self) -> "Document":
        """Return this document with its insets blanked out, at the same offsets.

        The regions around an inset become one: so a parser reads the sentence whole.
        """
        insets = self.insets()
        if not insets:
            return self
        text = self.text
        for inset in insets:
            text = text[: inset.start] + " " * (inset.end - inset.start) + text[inset.end :]
        regions: list[Region] = []
        for region in self.regions:
            if regions and regions[-1] in insets:
                regions[-2:] = [replace(regions[-2], end=region.end)]
            else:
                regions.append(region)
        return replace(self, text=text, regions=tuple(regions))

    @property
    def label(self) -> str:
        """Return what a reader calls this account: the outlet, else the name of the input."""
        return self.outlet.name if self.outlet else self.name
