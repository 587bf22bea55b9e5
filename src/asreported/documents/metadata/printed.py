"""Find the dates that a text prints to say when it was published or changed."""

import re
from collections.abc import Container, Iterator
from itertools import islice

from asreported.documents.lines.hints import DIGIT
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.moments import find_moments
from asreported.documents.lines.wires import date_in_dateline
from asreported.documents.metadata.addresses import find_address
from asreported.documents.metadata.published import Told, date_in_address

_UPDATED = re.compile(
    r"updat|modif|aktualis|geändert|änderung|\bedited|bearbeitet|mis à jour|actualiz|aggiorn", re.I
)
_NOT_OURS = re.compile(
    r"(?:regist(?:riert|ered)|joined|(?:mitglied|dabei) seit|member since|aktuelle zeit"
    r"|current time|termine?|geboren|born)\b[^.]{0,12}$|\(@\w+\)\s*$",
    re.IGNORECASE,
)
"""What a date is of that is not the article's: a member's, the reader's, that of something to
come."""
_SPANS = re.compile(r"\s?[–—-]\s?\d{1,2}\.")
"""What follows the first day of several that a text covers: "31.12.2025 – 6.1.2026"."""
_AROUND = 30
"""Lines from the headline within which a short line with a date may be the article's."""
_BESIDE = 9
"""Lines below the headline within which a date is held for the one that readers are shown."""
_BESIDE_ABOVE = 3
"""The same above it: further up are the dates of other articles."""
_FEW_WORDS = 12
_LISTED = 3
"""Days that lines far from the headline have, from which they are a list of other things."""
_DATED_KINDS = ("dateline", "byline", "metadata")
_LOOSE_KINDS = ("navigation", "promo", "caption", "subhead", "headline")
_PARAGRAPH_KINDS = ("body", "summary_list", "subhead", "promo")
_OPENS = re.compile(r"\s*(?:[–—|:.„“\")-]|Uhr\b)")
_PLACED = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ /-][^\W\d_]+){0,2},? \(?")
_LABELLED = re.compile(
    r"(?:erschienen|veröffentlicht|publiziert|published|posted|erstellt|publié|publicado"
    r"|mitteilung vom)\b[^.]{0,12}$",
    re.IGNORECASE,
)
_LABELLED_AFTER = re.compile(
    r"\s*(?:Uhr\s)?(?:(?P<updated>geändert|aktualisiert|bearbeitet)"
    r"|gepostet|veröffentlicht|eingestellt|published|posted)\b",
    re.IGNORECASE,
)


def dates_in_text(draft: Draft) -> list[Told]:
    """Return the dates of the lines that say when the text was published.

    Those nearest the headline come first.
    """
    found: list[Told] = []
    headline = next(iter(draft.of("headline")), 0)
    beside = _lines_beside(draft, headline)
    for at in sorted(draft.of(*_DATED_KINDS), key=lambda at: (abs(at - headline), at)):
        if len(draft.lines[at].words) <= 40:
            found.extend(_dates_of(draft, at, beside))
    found = _without_lists(found)
    reach = _BESIDE if found else _AROUND
    around = range(max(0, headline - reach), min(len(draft.lines), headline + reach + 1))
    near = sorted(around, key=lambda at: (abs(at - headline), at))
    if not any(date.beside and not date.updated for date in found):
        found.extend(_dates_in_loose_lines(draft, near, headline, beside))
        found.extend(_dates_opening(draft, headline))
        found = sorted(_without_lists(found), key=lambda date: not date.beside)
    found = found or list(_dates_labelled(draft))
    return [*found, *_dates_in_datelines(draft), *_dates_in_address(draft)]


def _dates_in_address(draft: Draft) -> Iterator[Told]:
    """Yield the day that the address has which the text prints as its own."""
    address = find_address(draft)
    if address is None:
        return
    for date in date_in_address(address.text):
        yield date._replace(start=address.start, end=address.end)


def _dates_in_datelines(draft: Draft) -> Iterator[Told]:
    within = date_in_dateline(draft)
    if within is None:
        return
    line = next(line for line in draft.lines if line.start <= within[0] < line.end)
    words = line.text[within[0] - line.start : within[1] - line.start]
    for moment in find_moments(words):
        start = within[0] + moment.start
        yield Told(moment.iso, "text", start, within[0] + moment.end)


def _without_lists(found: list[Told]) -> list[Told]:
    """Return ``found`` without those of lists far from the headline: teasers and events."""
    far = {date.iso[:10] for date in found if not date.beside}
    return found if len(far) < _LISTED else [date for date in found if date.beside]


def _lines_beside(draft: Draft, headline: int) -> frozenset[int]:
    """Return the lines by the headline and, where a menu parts them, above the article."""
    prose = (at for at in draft.of("body") if len(draft.lines[at].words) > _FEW_WORDS)
    first = next((at for at in prose if at > headline), headline)
    by_headline = range(headline - _BESIDE_ABOVE, headline + _BESIDE + 1)
    return frozenset((*by_headline, *range(first - _BESIDE_ABOVE, first)))


def _dates_of(draft: Draft, at: int, near: Container[int]) -> Iterator[Told]:
    line = draft.lines[at]
    at_end, of_several = 0, False
    for moment in line.moments_written if line.hints & DIGIT else ():
        label, rest = line.text[at_end : moment.start], line.text[moment.end : moment.end + 40]
        at_end = moment.end
        first, of_several = of_several, _SPANS.match(rest) is not None
        if _NOT_OURS.search(label) or first or of_several:
            continue
        start, end = line.start + moment.start, line.start + moment.end
        after = _LABELLED_AFTER.match(rest)
        updated = bool(_UPDATED.search(label) or (after and after["updated"]))
        labelled = bool(_LABELLED.search(label) or after)
        shown = at in near or labelled
        yield Told(moment.iso, "text", start, end, updated, moment.ambiguous, shown)


def _dates_in_loose_lines(
    draft: Draft, order: list[int], headline: int, beside: Container[int]
) -> Iterator[Told]:
    """Yield the dates of short lines around the headline that are not of the article.

    Where lines around it have several days they are a list of other things.
    """
    found: list[Told] = []
    for at in order:
        line = draft.lines[at]
        loose = draft.kind(at) in _LOOSE_KINDS or headline < at <= headline + _BESIDE_ABOVE
        # A picture's date is within its caption; one alone was held for a caption.
        most = _FEW_WORDS // 2 if draft.kind(at) == "caption" else _FEW_WORDS
        if loose and at != headline and len(line.words) <= most:
            found.extend(_dates_of(draft, at, beside))
    several = len({date.iso[:10] for date in found if date.beside}) > 1
    yield from (date._replace(beside=False) if several else date for date in found)


def _dates_opening(draft: Draft, headline: int) -> Iterator[Told]:
    """Yield the date with which the headline or one of the first paragraphs opens.

    It is set off from what these say.
    """
    paragraphs = (
        at
        for at in range(headline, len(draft.lines))
        if draft.kind(at) in _PARAGRAPH_KINDS and len(draft.lines[at].words) > _FEW_WORDS
    )
    for at in (headline, *islice(paragraphs, 3)):
        line = draft.lines[at]
        moment = next(find_moments(line.text[:80]), None)
        if moment is None or not _OPENS.match(line.text, moment.end):
            continue
        before = line.text[: moment.start]
        first = moment.start <= 3 or _LABELLED.search(before) is not None
        if first or _PLACED.fullmatch(before):
            start, end = line.start + moment.start, line.start + moment.end
            yield Told(moment.iso, "text", start, end, False, moment.ambiguous, first)
            return


def _dates_labelled(draft: Draft) -> Iterator[Told]:
    """Yield the dates of short lines anywhere that say what they are, of pages without others."""
    for at, line in enumerate(draft.lines):
        if draft.kind(at) in _LOOSE_KINDS and len(line.words) <= 2 * _FEW_WORDS:
            for date in _dates_of(draft, at, ()):
                if date.beside or date.updated:
                    yield date
