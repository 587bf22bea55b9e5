"""Find out who published a text."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from asreported.documents.lines.bylines import SIGNING, is_person
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.moments import find_moments
from asreported.documents.lines.people import has_given_name
from asreported.documents.lines.wires import agency_of
from asreported.documents.metadata.addresses import find_address
from asreported.documents.regions.heading import names_outlet
from asreported.lexicon.load import column, table, words
from asreported.model.address import host_of

_WORD = r"[^\W\d_a-z][\w.'’&-]*"
_JOINS = "of|the|and|&|for|in|de|der|la|für|des|und|von"
_NAMED = rf"{_WORD}(?:[ \xa0](?:{_JOINS})?[ \xa0]?(?:{_WORD}|\d{{1,3}}\b)){{0,5}}"
_SAID = (
    re.compile(
        rf"(?i:(?:the )?original source of this (?:article|story) is (?:the )?)(?P<name>{_NAMED})"
    ),
    re.compile(
        r"(?i:(?:this|the) (?:article|story|post) (?:was )?(?:first|originally) "
        rf"(?:published|appeared|posted) (?:in|on|by|at) )(?P<name>{_NAMED})",
    ),
    re.compile(rf"(?i:(?:copyright|©)[\s©]*(?:\(c\) ?)?(?:\d{{4}})?[\s,]*)(?P<name>{_NAMED})"),
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:told|tells|telling) (?:the )?$")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_TAIL = re.compile(r"\s*(?:\.?\s*all rights reserved.*|,?\s*(?:inc|llc|ltd)\b.*|[.,].*)$", re.I)
_AROUND = frozenset({"metadata", "author_bio", "disclaimer", "promo", "navigation", "byline"})
_TELLING = frozenset({"author_bio", "disclaimer"})
"""What says more of an outlet than a menu does."""
_SHORTENED = frozenset(
    [
        "bit.ly",
        "buff.ly",
        "dlvr.it",
        "fb.me",
        "goo.gl",
        "ift.tt",
        "is.gd",
        "lnkd.in",
        "ow.ly",
        "t.co",
        "tinyurl.com",
        "trib.al",
    ]
)
"""Hosts of shortened addresses, which stand for any outlet."""


class Publisher(NamedTuple):
    """A name, at ``start:end`` of the text (both -1 where it is not from the text)."""

    name: str
    start: int = -1
    end: int = -1


def find_outlet(draft: Draft, fields: Mapping[str, str]) -> Publisher | None:
    """Return who published the text: by the record, the text, the address, in this order."""
    if fields.get("outlet", "").strip():
        return Publisher(fields["outlet"].strip())
    shown = next(_from_lines(draft), None)
    # An agency named below the writer filed what the site at the address published.
    filed = shown is not None and "url" in fields and agency_of(shown.name) is not None
    return (
        (None if filed else shown)
        or next(_from_datelines(draft), None)
        or next(_from_statements(draft), None)
        or outlet_of_address(fields.get("url", "") or _own_address(draft))
    )


def _own_address(draft: Draft) -> str:
    found = find_address(draft)
    return found.text if found else ""


def outlet_of_address(url: str) -> Publisher | None:
    """Return the outlet that a page's address stands for: by the table, else the host's name."""
    host = re.sub(r"^(?:www\d?|m|mobile|amp|edition)\.", "", host_of(url).casefold())
    if "." not in host or host in _SHORTENED:
        return None
    parts = host.split(".")
    for cut in range(len(parts) - 1):
        known = _by_domain().get(".".join(parts[cut:]))
        if known:
            return Publisher(known)
    return Publisher(host)


@cache
def _by_domain() -> Mapping[str, str]:
    return column("outlets", "name", key="domain")


@cache
def known_outlets() -> dict[str, str]:
    """Return the names of the outlets of the table, by their folded forms."""
    return {row["name"].casefold(): row["name"] for row in table("outlets")}


def _from_lines(draft: Draft) -> Iterator[Publisher]:
    """Yield the line beside the date that is nothing but a name."""
    for line in map(draft.lines.__getitem__, draft.of("dateline")):
        if not line.moments_written and names_outlet(line.text):
            yield Publisher(line.text.strip(), line.start, line.end)


def _from_datelines(draft: Draft) -> Iterator[Publisher]:
    """Yield what stands beside the date, where the page says the name elsewhere too."""
    for at in draft.of("dateline", "byline"):
        line = draft.lines[at]
        dates = line.moments_written
        if not dates:
            continue
        for piece in re.finditer(r"[^,|–—•·\n-]{2,60}", line.text[: dates[0].start]):
            yield from _if_confirmed(draft, piece[0].strip(" *_"), line.start + piece.start(), at)
        after = dates[-1].end
        for piece in re.finditer(r"[^,|–—•·\n-]{2,60}", line.text[after:]):
            name = piece[0].strip(" *_()")
            yield from _if_confirmed(draft, name, line.start + after + piece.start(), at)


def _if_confirmed(draft: Draft, name: str, near: int, at: int) -> Iterator[Publisher]:
    listed = name.casefold() in known_outlets()
    if not name or not (listed or may_be_outlet(name)):
        return
    if is_person(name) and not listed and not _said_around(draft, name, at):
        return
    text = draft.lines[at].text
    start = text.find(name, max(0, near - draft.lines[at].start)) if name else -1
    if start < 0 or not name[:1].isupper():
        return
    start += draft.lines[at].start
    if listed or _said_around(draft, name, at):
        yield Publisher(name, start, start + len(name))
    elif _ACRONYM.fullmatch(name):
        yield from _spelt_out(draft, name)


def _said_around(draft: Draft, name: str, at: int) -> bool:
    """Return whether a line around the article names it as a publisher is named."""
    if len(name) < 3:
        return False
    # What a menu has may be a section, and one word anything; of whose the rights are is said.
    several = " " in name
    return any(
        (several and draft.kind(other) in _TELLING and len(line.plain) > len(name))
        or (draft.kind(other) in _AROUND and _RIGHTS.search(line.plain))
        or _is_told(line.plain, name)
        for other, line in enumerate(draft.lines)
        if name in line.plain and other != at
    )


def _is_told(text: str, name: str) -> bool:
    """Return whether somebody in ``text`` tells ``name`` something."""
    return any(_TELLS.search(before) for before in text.split(name)[:-1])


def may_be_outlet(name: str) -> bool:
    """Return whether ``name`` may be an outlet's: no person's, no label and no day."""
    parts = re.findall(r"[^\W\d_]+", name.casefold())
    labels = parts[:1] == ["powered"] or all(part in words("offices") for part in parts)
    labels = labels or (parts[0] in SIGNING if parts else False)
    return not labels and not has_given_name(name) and next(find_moments(name), None) is None


def _spelt_out(draft: Draft, acronym: str) -> Iterator[Publisher]:
    """Yield the run of names around the article whose initials are ``acronym``."""
    for at, line in enumerate(draft.lines):
        if draft.kind(at) not in _AROUND:
            continue
        for run in re.finditer(_NAMED, line.text):
            parts = run[0].split()
            for first in range(len(parts) - len(acronym) + 1):
                name = parts[first : first + len(acronym)]
                if "".join(part[0] for part in name) == acronym:
                    start = line.start + run.start() + run[0].index(" ".join(name))
                    yield Publisher(" ".join(name), start, start + len(" ".join(name)))


def _from_statements(draft: Draft) -> Iterator[Publisher]:
    stating = [draft.lines[at] for at in draft.of("metadata", "disclaimer")]
    for pattern in _SAID:
        for line in stating:
            found = pattern.search(line.text)
            name = _TAIL.sub("", found["name"]).strip() if found else ""
            agency = name.removeprefix("The ") in words("agencies", "name")
            named = len(name) > 2 and may_be_outlet(name) and not is_person(name)
            if found and named and not agency:
                start = line.start + found.start("name")
                yield Publisher(name, start, start + len(name))
