"""Find the lines that describe a picture: by their credit, their opening, their repetition."""

import re
from collections.abc import Collection
from functools import cache

from asreported.documents.lines.hints import AGENCY, AT, CREDITED, DIGIT, PICTURING
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.regions.mounts import end_of_mount
from asreported.lexicon.load import words

# "(R)" alone may be a party; a picture shows somebody who stands or does something.
_SIDE = re.compile(
    r"\((?:[LC]|[LRC][-,/][LRC]|left|right|centre|center|[23]nd [LR]|pictured)\)"
    r"|\(R\),? (?!is |was |has |says )(?:\w+ing|\w+s|and)\b"
)
_FILED = re.compile(r",? (?:FILE|File|file)(?: (?:photo|Photo))?\)?$")
_BAR = re.compile(r"[|•·/]")
_SET_OFF = re.compile(r"[A-Z]{2,6} (?:[A-Z][a-z]+|A) [a-z]+ [a-z]")
_PIECE = re.compile(r"[|•·/–—]| - ")
_PICTURE_CREDIT = re.compile(
    r"(?:\((?:[^()]{0,60}\b)?(?:photo|foto|picture|image|credit)s?\b[^()]{0,80}\)"
    r"|\b(?:photo|foto|picture|image|credit)s?\s?:\s?\S[^.]{0,60}|©\s?\S.{0,60}|REUTERS/.{2,60}"
    r"|\b(?:AP|AFP|EPA|Getty|Reuters)\b[^.]{0,20}/[^.]{2,40}"
    r"|\((?:[^()]{0,40}via )?(?:AP|AFP|EPA|Reuters|Getty Images)\))"
    r"\)?\]?\s*$",
    re.IGNORECASE,
)
_GALLERY = re.compile(r"\b(\d{1,3})\s?(?:/|of)\s?(\d{1,3})\b")
_MOST_GALLERY = 800
"""Words of a line that is all captions of a gallery, at most."""
_MOST_CREDIT_WORDS = 14
_CREDIT_SIZE = 240
"""Code points at the end of a line in which a credit stands."""
_RUN = 6
"""Words in a row that two captions of one page share at least."""
_MOSTLY = 0.5
"""Share of its words that a sentence has in common with captions if it is one."""
_POSTED = re.compile(r"[—–-] ?[^\n—–]{1,50} \(@\w{1,30}\)")
_LOOSE_WORDS = 14
"""Words of a line without an end that is no subhead."""
_FEWEST_LOOSE = 3
"""Lines without an end, at least, from which a page is one that sets captions so."""
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|wrote|according)\b|^[\"“‘'„«]|[\"”’'“»,;:—–-]$|…$|\.\.\.$"
)


def is_post(line: Line) -> bool:
    """Return whether ``line`` is a post of a social network, by the name that signs it."""
    return bool(line.hints & AT) and _POSTED.search(line.plain) is not None


def label_captions(draft: Draft, sure: Collection[int] = ()) -> None:
    """Label captions and credits; ``sure`` are lines that are known to be the article's."""
    if sure:
        _label_by_look(draft, sure)
        return
    for at in list(draft.open()):
        if is_post(draft.lines[at]):
            draft.give(at, "quote_block", "a post of a social network")
    _label_repeated(draft)
    _label_by_look(draft)
    _label_echoes(draft)
    _label_unended(draft)


def _label_by_look(draft: Draft, sure: Collection[int] = ()) -> None:
    for at in list(draft.open()):
        why = "" if at in sure else _why_caption(draft.lines[at])
        if why:
            draft.give(at, "caption", why)


def _why_caption(line: Line) -> str:
    count, text, hints = len(line.words), line.plain, line.hints
    if end_of_mount(text):
        return "opens with the words that a page prints before a caption"
    if not hints & (DIGIT | AGENCY | CREDITED | PICTURING) and not text[:2].isupper():
        return ""
    counted = hints & DIGIT and ("/" in text or "of" in text)
    if counted and count <= _MOST_GALLERY and _counts_pictures(line.plain):
        return "counts the pictures of a gallery"
    if count > 110:
        return ""
    if is_credit(line):
        return "names nothing but who owns a picture"
    if "(" in text and _SIDE.search(line.plain) and not line.plain.startswith(('"', "“")):
        return "says who stands where in a picture"
    if count <= 70 and hints & PICTURING and _PICTURE_CREDIT.search(text[-_CREDIT_SIZE:]):
        return "ends in the credit of a picture"
    if not line.ends_sentence and count >= 4 and _starts_credited(line):
        return "starts with the credit of a picture"
    if counted and count <= 40 and not line.ends_sentence and _GALLERY.search(line.plain):
        return "counts the pictures of a gallery"
    return ""


def _counts_pictures(text: str) -> bool:
    """Return whether three numbers or more are counted to one total: "1/8", "2/8", "3/8"."""
    counted: dict[str, set[str]] = {}
    for number, total in _GALLERY.findall(text):
        counted.setdefault(total, set()).add(number)
    return any(len(numbers) >= 3 for numbers in counted.values())


def is_credit(line: Line) -> bool:
    """Return whether ``line`` is an outlet's name, or pieces parted by bars, one an agency."""
    if len(line.words) > _MOST_CREDIT_WORDS or not line.hints & AGENCY:
        return False
    plain = _FILED.sub("", line.plain)
    pieces = [piece.strip(" \t\xa0()[]©.") for piece in _PIECE.split(plain)]
    named = [piece for piece in pieces if piece in _agencies()]
    if len(pieces) == 1 and not line.level and pieces[0] in _outlets():
        return True
    alone = len(pieces) == 1 and len(named) == 1 and not line.level
    return bool(named) and (len(pieces) > 1 or alone)


def _starts_credited(line: Line) -> bool:
    bar = _BAR.search(line.plain)
    if bar and line.plain[: bar.start()].strip() in _agencies():
        return True
    # "XYZ The scene of the fire": capitals, then a sentence that starts anew.
    return len(line.words) >= 8 and _SET_OFF.match(line.plain) is not None


@cache
def _agencies() -> frozenset[str]:
    return words("agencies", "name")


@cache
def _outlets() -> frozenset[str]:
    """Return names of outlets that are nothing else: of one word many are things too."""
    return frozenset(name for name in words("outlets", "name") if " " in name)


def _label_repeated(draft: Draft) -> None:
    """Label long lines that come twice near each other: a picture's text and its enlargement's."""
    seen: dict[str, int] = {}
    for at, line in enumerate(draft.lines):
        if draft.label(at) or len(line.words) < 6 or line.level or line.plain[:1] in '"“':
            continue
        first = seen.setdefault(line.key, at)
        if first == at:
            continue
        alike = line.ends_sentence or not draft.lines[first].ends_sentence
        if at - first <= 4 and alike:
            draft.give(first, "caption", "the same words come again close by, as under a picture")
        draft.give(at, "caption", "repeats the words of an earlier line")


def _label_echoes(draft: Draft) -> None:
    """Label lines without an end that share a run of words with a caption or another such line."""
    loose = [
        at
        for at in draft.open()
        if 5 <= len(draft.lines[at].words) <= 45 and not draft.lines[at].level
    ]
    holders: dict[tuple[str, ...], set[int]] = {}
    known = [at for at in range(len(draft.lines)) if draft.kind(at) == "caption"]
    for at in sorted({*loose, *known}):
        for run in _runs(draft.lines[at]):
            holders.setdefault(run, set()).add(at)
    captions = set(known)
    unended = {at for at in loose if not draft.lines[at].ends_sentence}
    for at in loose:
        mates = {mate for run in _runs(draft.lines[at]) for mate in holders[run]} - {at}
        if at in unended and mates:
            draft.give(at, "caption", "shares a run of words with another line, and is no sentence")
            captions.add(at)
    for at in loose:
        # A picture's text without an end often repeats the paragraph beside it.
        sources = {c for c in captions if draft.lines[c].ends_sentence or at in unended}
        runs = [run for run in _runs(draft.lines[at]) if (holders[run] - {at}) & sources]
        shared = {word for run in runs for word in run}
        if len(shared) >= _MOSTLY * len(set(draft.lines[at].words)):
            draft.give(at, "caption", "has most of its words from a caption")

    _label_gallery(draft, holders)


def _label_unended(draft: Draft) -> None:
    """Label long lines without an end where a page has several among paragraphs that end."""
    prose = [at for at in draft.open() if len(draft.lines[at].words) >= _LOOSE_WORDS]
    loose = [at for at in prose if _is_loose(draft, at)]
    if not _FEWEST_LOOSE <= len(loose) <= 0.4 * len(prose):
        return
    for at in loose:
        draft.give(at, "caption", "without an end, as others among paragraphs that end")


def _is_loose(draft: Draft, at: int) -> bool:
    """Return whether a line ends nowhere and is neither quoted, reported nor of a list."""
    line = draft.lines[at]
    if line.ends_sentence or line.level or _REPORTED.search(line.plain):
        return False
    above = draft.lines[at - 1] if at else None
    listed = above is not None and (
        above.plain.endswith(":") or (not above.ends_sentence and draft.kind(at - 1) == "")
    )
    return not listed and not line.is_listed


def _label_gallery(draft: Draft, holders: dict[tuple[str, ...], set[int]]) -> None:
    """Label what shares words with another line of a run of captions that ends the page."""
    start = len(draft.lines)
    captions = 0
    for at in range(len(draft.lines) - 1, -1, -1):
        captions += draft.kind(at) == "caption"
        if captions * 2 < len(draft.lines) - at:
            break
        if draft.kind(at) == "caption":
            start = at
    for at in list(draft.open()):
        mates = {mate for run in _runs(draft.lines[at]) for mate in holders.get(run, ())} - {at}
        if at >= start - 1 and captions >= 3 and any(mate >= start - 1 for mate in mates):
            draft.give(at, "caption", "among the captions that end the page, in their words")


def _runs(line: Line) -> set[tuple[str, ...]]:
    return {line.words[i : i + _RUN] for i in range(len(line.words) - _RUN + 1)}
