"""Find the names in one line, or in one mark, of a page with markup."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from asreported.documents.lines.bylines import BY, is_person
from asreported.documents.lines.moments import find_moments
from asreported.documents.lines.people import has_given_name, is_given_name, is_mark, read_names
from asreported.documents.markup.marks import CALLED, LINKED, NAMED, mark_bit
from asreported.documents.markup.visible import Block, Signed
from asreported.lexicon.load import words

# "Vom" is said of offices: "Vom Lokalressort".
_BY = (*BY, "vom")
_CUE = re.compile(
    r"(?:^|(?<=[\s|•·»/,]))(?P<cue>(?:written|posted|published|words|story|report|text"
    r"|(?:fotos?|photos?)(?=\s(?:und|&|and)\s(?:text|words))|geschrieben|ver[oö]ffentlicht|erstellt|verfasst|eingestellt|gespeichert|publiziert|beitrag)"
    r"(?:\s(?:und|&|and)\s\w+)?\s?(?:by|von)"
    rf"|{'|'.join(_BY)}"
    r"|escribe|auth?or(?:in|en|innen|s)?"
    r"|auteure?|autor(?:es|a)?|text(?:\s(?:und|&|and)\s\w+)?(?=:)|redaktion(?=:)|words(?=:)"
    r"|thread starter|themenstarter|redakteur(?:in)?(?=:))"
    r"(?=[\s:\xa0]|(?-i:[A-ZÄÖÜ][a-zäöü.]))\s*:?\s*",
    re.IGNORECASE,
)

_ENDS = (".", "!", "?")
_ABOUT = re.compile(r"zum|zur|(?:über|about) (?:den|die|the)", re.IGNORECASE)
"""What stands before an author at the head of a note about him."""

_STOP = re.compile(
    r"(?<!\w)\d|[|•·»()›]|\s[-–—/]\s|:(?:\s|$)"
    r"|(?:^|[\s,])(?:am|um|on|at|in|im|unter|under|mit|with|para|für|for|vom|veröffentlicht|published"
    r"|posted|updated|aktualisiert|datum|stand|lesezeit|\w*fotos?|photos?|\w*bild(?:er)?|illustration"
    r"|kommentare?|comments?|hinterlasse|sagt|said|says|shares?|min|en)\b",
    re.IGNORECASE,
)

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTS = re.compile(r"(?<!\w)\d|[|•·»()›,]|\s[-–—/]\s|\s(?:am|um|on|at|vom|in)\s|\s\w+:")

_HANDLE = re.compile(r"(?=.{0,24}[^\W\d_])[\w.-]{2,25}")

_MEMBER = re.compile(r"[\w.-]{2,20}(?: [\w.-]{2,20}){0,2}")
_HOUR = re.compile(r"[\s,]*(?:um|at|à|às|a las)?[\s,]*\d{1,2}[:.]\d\d\b", re.IGNORECASE)
"""What stands between the name of a member, who may call himself anything, and the line's end."""

_OTHERS = re.compile(
    r"\b(?:bild|fotos?|photos?|image|getty|übersetzt|translated|edited|bearbeitet|traducido"
    r"|verified|reviewed|checked|geprüft)\b|©",
    re.IGNORECASE,
)

_LABELS = re.compile(r"\b(?:stand|updated?|published|uhr|min|comments?|kommentare?)\b.*$", re.I)
_NEWSROOMS = frozenset(
    ["staff", "redaktion", "team", "newsroom", "redacción", "redacao", "rédaction", "agencies"]
)
MOST = 160
"""Code points of a byline, at most."""
WHOLE = 6
"""The rank of a line of nothing but "by" and full names."""
_BEFORE = 25
"""Code points before a name that may say what else than writing its bearer did."""


class Found(NamedTuple):
    """Names and where they stand: the index of the block.

    ``rank`` is how sure they are: `WHOLE`, 5 by the page's data in the markup, 4 by a label
    ("Author:"), 3 by "by" or a date, 2 by a class, 1 by their look.
    """

    names: list[str]
    rank: int
    at: int


def read_marks(signed: Sequence[Signed], blocks: Sequence[Block]) -> Iterator[Found]:
    """Yield the names that the markup gives, those of neighbouring elements together."""
    for sure in (NAMED, CALLED, LINKED):
        names: dict[str, str] = {}
        rank, start, last = 0, -9, -9
        for mark in signed:
            if mark.sure != sure or len(mark.text) > MOST or _is_others(mark, blocks[mark.at].text):
                continue
            here = _names_of(mark, blocks[mark.at])
            if here and names and mark.at - last > 1:
                yield Found(_longest(names.values()), rank, start)
                names, rank = {}, 0
            if here:
                start, last = (mark.at if not names else start), mark.at
                for name in here:
                    # An element around one that was read says no more, but it may run on.
                    if not any(name.casefold().startswith(known) for known in names):
                        names[name.casefold()] = name
                rank = max(rank, _rank(sure, blocks[last].text))
        if names:
            yield Found(_longest(names.values()), rank, start)


def _rank(sure: int, text: str) -> int:
    if sure == NAMED:
        return 5
    # A link to a person's page may be one of the people that the article is about.
    return 3 if _is_byline(text) else 2 if sure == CALLED else 1


def _is_others(mark: Signed, text: str) -> bool:
    """Return whether the mark, or what stands before it in its line, names no writer."""
    start = text.find(mark.text)
    before = text[max(0, start - _BEFORE) : start] if start > 0 else ""
    return _OTHERS.search(before + mark.text) is not None


def _names_of(mark: Signed, block: Block) -> list[str]:
    cue = _CUE.search(mark.text)
    names = (_names_after(cue) if cue else []) or read_names([_bare(mark.text)])
    if not names and (mark.sure == NAMED or not is_mark(mark.text)):
        names = _handle(mark.text)
    names = [name for name in names if not _CUE.fullmatch(f"{name} ")]
    if mark.sure == NAMED:
        return names
    if mark.sure == LINKED:
        return [name for name in names if is_person(name) and has_given_name(name)]
    return [name for name in names if _looks_named(name, block)]


def _longest(names: Iterable[str]) -> list[str]:
    """Return ``names`` without those that are a part of another, or another run together."""
    listed = list(names)
    return [
        name
        for name in listed
        if not any(name != other and _is_part(name, other) for other in listed)
    ]


def _is_part(name: str, other: str) -> bool:
    parts = other.split()
    return name in parts or (len(parts) > 1 and name.casefold() == "".join(parts).casefold())


def _is_byline(text: str) -> bool:
    return _CUE.search(text) is not None or next(find_moments(text), None) is not None


def _looks_named(name: str, block: Block) -> bool:
    """Return whether ``name`` may be one: it has a person's form, or stands by a date or a "by"."""
    if is_person(name):
        return True
    if " " in name or name.casefold() in words("offices"):
        return False
    return _is_byline(block.text) or len(block.text) < 30


def _handle(text: str, form: re.Pattern[str] = _HANDLE) -> list[str]:
    """Return the name that a member of a site has given himself, where ``text`` is one."""
    known = any(part in words("offices") for part in text.casefold().split())
    known = known or text in words("agencies", "name") or _CUE.fullmatch(f"{text} ") is not None
    return [text] if form.fullmatch(text) and not known else []


def read_line(block: Block, at: int) -> Iterator[Found]:
    """Yield the names in the block at ``at`` if it is a byline, or may be one by its look."""
    named = read_byline(block, at)
    if named is not None:
        yield named
        return
    if _OTHERS.search(block.text) and not _CUE.match(block.text):
        return
    marked = bool(block.near & (mark_bit("byline") | mark_bit("meta") | mark_bit("date")))
    names = names_beside_date(block.text, marked) or names_alone(block.text)
    if names:
        yield Found(names, 1, at)


def read_byline(block: Block, at: int) -> Found | None:
    """Return the names that the block at ``at`` gives for who wrote, None where it does not."""
    text = block.text
    cue = _CUE.search(text)
    if cue is None or (cue.start() > 0 and _OTHERS.search(text)):
        return None
    names = _names_after(cue)
    return Found(names, _sureness(cue, names), at) if names else None


def _sureness(cue: re.Match[str], names: Sequence[str]) -> int:
    if cue["cue"].casefold() not in _BY:
        return 4
    whole = cue.start() == 0 and cue.string.replace("\xad", "").endswith(names[-1])
    return WHOLE if whole and all(is_person(name) and has_given_name(name) for name in names) else 3


def is_byline_of_newsroom(text: str) -> bool:
    """Return whether ``text`` is a byline that names a newsroom or an agency and no person."""
    cue = _CUE.match(text)
    if cue is None or len(text) > MOST:
        return False
    signed = re.findall(r"\w+", text[cue.end() :].casefold())[:3]
    return not _names_after(cue) and any(word in _NEWSROOMS for word in signed)


def _names_after(cue: re.Match[str]) -> list[str]:
    """Return the names after a "by" or "von" in a line that is a byline."""
    text = cue.string
    dated = next(find_moments(text), None) is not None
    if not dated and not _opens(text, cue):
        return []
    rest = text[cue.end() :]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop else rest
    whole = cue.start() == 0 or dated
    hour = stop is not None and _HOUR.match(text, cue.end() + stop.start()) is not None
    if hour and cue["cue"].casefold() not in _BY:
        return read_names([rest]) or _handle(rest.strip(), _MEMBER)
    names = read_names([rest]) or (_handle(rest.strip()) if dated else [])
    single = rest.split(maxsplit=1)[0] if whole and rest.split() else ""
    return [name for name in names if is_person(name) or name == single.strip(",:;")]


def _opens(text: str, cue: re.Match[str]) -> bool:
    """Return whether ``cue`` says whose the text is, and stands within no sentence."""
    before = text[: cue.start()].strip()
    if not before or before[-1] in "|•·»/:" or _ABOUT.fullmatch(before):
        return True
    if cue.start() > _BEFORE or not cue["cue"].casefold().endswith(_BY):
        return False
    genre = before.split()[-1].casefold() in words("genres")
    return genre or not text.rstrip().endswith(_ENDS)


def signature_of(text: str) -> str | None:
    """Return what stands after the "by" of a byline, up to a date; None where it has no "by"."""
    cue = _CUE.search(text)
    if cue is None or _OTHERS.search(text):
        return None
    if cue.start() > 0 and next(find_moments(text[: cue.start()]), None) is None:
        return None
    return _PARTS.split(text[cue.end() :], maxsplit=1)[0].strip(" ,:-–—")


def _bare(text: str) -> str:
    """Return ``text`` up to a date or a label."""
    found = next(find_moments(text), None)
    return _LABELS.sub("", text[: found.start] if found and found.start else text)


def names_beside_date(text: str, marked: bool = False) -> list[str]:
    """Return the names in a line that has, but for a name, a date and little else.

    ``marked`` says that it is a byline by its class: then the given name may be any.
    """
    dates = list(find_moments(text))
    # A message that is shown has its sender's name, handle and date.
    if not dates or "(@" in text:
        return []
    rest = text
    for date in reversed(dates):
        rest = f"{rest[: date.start]}|{rest[date.end :]}"
    found = []
    for piece in re.split(r"[|•·,\d:()]+|\s[-–—/]\s", rest):
        name = " ".join(piece.split()).strip(" -–—")
        if is_person(name) and (marked or has_given_name(name)):
            found.extend(read_names([name]))
    return found[:3]


def names_alone(text: str) -> list[str]:
    """Return the names in a line of nothing but names of persons."""
    if len(text) > 80 or not any(map(is_given_name, _LETTERS.findall(text))):
        return []
    names = read_names([text], single=False)
    size = sum(len(name) for name in names)
    if not names or not all(is_person(name) and has_given_name(name) for name in names):
        return []
    return names if size >= 0.75 * len(text) else []
