"""Find the headline, and the lines between it and the text that say who, where and when."""

import re
from collections.abc import Sequence

from asreported.documents.lines.bylines import SIGNING, find_signatures
from asreported.documents.lines.hints import DIGIT, SIGNED
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.lines.people import has_given_name
from asreported.documents.lines.wires import agency_of
from asreported.documents.regions.captions import is_credit
from asreported.documents.regions.headlines import find_headline
from asreported.lexicon.load import words

_CRUMB = re.compile(r"\s(?:/|>|»|›|::|→)\s|(?:>|»|›|→)")
_DATE_LABEL = re.compile(
    r"(?:first |originally |article )?(?:published|posted|updated|modified|created"
    r"|last (?:updated|modified)|date|issued|veröffentlicht|aktualisiert|erstellt|stand|vom|am"
    r"|publié|publicado|pubblicato)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[Bb]y|BY|Von) [A-Z][\w.&-]{1,24}(?: [A-Z][\w.&-]{1,24}){0,3}")
_CREDIT = re.compile(r"(?:additional )?(?:reporting|writing|editing) by\b", re.IGNORECASE)
_PICTURED = re.compile(r"\b(?:photo|foto|picture|image|video)s?\b|\bvia\b|[()]", re.IGNORECASE)
_MOST_HEADLINE_WORDS = 40
_FEW_SIGNED, _MOST_SIGNED = 10, 25
"""Words of a byline without "by": up to two names, and more."""
_MOST_OFFICE_WORDS = 4
_HEAD_LINES = 25
"""How far down, in lines, a headline is looked for."""


def label_heading(
    draft: Draft, title: str | None, odds: Sequence[float] | None = None
) -> int | None:
    """Label the lines of the page's head; return the index of the headline, or None.

    ``title`` is what a record calls its title, if it does. ``odds`` say of each line of a whole
    page how likely it is the article's own; without them the lines are an article's alone.
    """
    for at in [at for at, line in enumerate(draft.lines) if line.hints & (DIGIT | SIGNED)]:
        label_signature_or_date(draft, at)
    headline = _find_headline(draft, title, odds)
    if headline is None:
        return None
    draft.change(headline, "headline", _why_headline(draft, headline, title))
    if title and _is_repeated_below(draft, headline):
        # The text opens with its own title line; the record's is a copy of it.
        draft.change(headline, "metadata", "the record's title, which the text repeats")
        headline += 1
        draft.change(headline, "headline", "the title of the record, as the text has it")
    _label_repeats(draft, headline)
    return headline


def label_signature_or_date(draft: Draft, at: int) -> None:
    """Label line ``at`` if it says by whom or when the text was published, and nothing else."""
    line = draft.lines[at]
    if draft.label(at) or len(line.words) > 25:
        return
    signed = bool(line.words) and line.words[0] in SIGNING
    if signed and _CREDIT.match(line.plain):
        return
    if signed and (find_signatures(line.plain) or _SIGNED.fullmatch(line.plain)):
        draft.give(at, "byline", "says by whom the text is")
        return
    dates = line.moments
    if not dates:
        return
    rest = line.plain
    for date in reversed(dates):
        rest = rest[: date.start] + rest[date.end :]
    others = re.findall(r"[^\W\d_]{2,}", rest)
    labelled = _DATE_LABEL.match(line.plain) is not None
    whole = len(others) <= 2 or re.search(r"[.!?][\"”]?$", line.plain) is None
    if len(others) <= (10 if labelled else 5) and whole:
        draft.give(at, "dateline", "says when the text was published")


def label_outlet_lines(draft: Draft, headline: int | None) -> None:
    """Label a line that is nothing but an outlet's name, beside the date or the byline."""
    first = (headline or 0) + 1
    for at in range(first, min(first + 6, len(draft.lines))):
        beside = {draft.kind(at - 1), draft.kind(at + 1)}
        named = draft.label(at) is None and names_outlet(draft.lines[at].plain)
        if named and beside & {"dateline", "byline"}:
            draft.give(at, "dateline", "names the outlet")


def label_plain_byline(draft: Draft, headline: int | None) -> None:
    """Label a line of nothing but names below the headline: by the date, or with an office."""
    first = (headline or 0) + 1
    for at in range(first, min(first + 6, len(draft.lines))):
        line = draft.lines[at]
        pictured = is_credit(line) or _PICTURED.search(line.plain) is not None
        if draft.label(at) or len(line.words) > _MOST_SIGNED or pictured or line.ends_sentence:
            continue
        names = [name.name for name in find_signatures(line.plain, cued=False)]
        few = len(line.words) <= _FEW_SIGNED or len(names) > 2
        if names and few and _is_signed(draft, at, names):
            draft.give(at, "byline", "names of persons below the headline")
            if _is_outlet_below(draft, at):
                draft.give(at + 1, "dateline", "names the outlet")
            elif _is_office_below(draft, at):
                draft.give(at + 1, "byline", "says what the writer is")


def _is_signed(draft: Draft, at: int, names: list[str]) -> bool:
    """Return whether the lines beside one of ``names``, or the names, make it a byline."""
    line = draft.lines[at]
    if "dateline" in (draft.kind(at - 1), draft.kind(at + 1)):
        return True
    given = [has_given_name(name) for name in names]
    # Right below the headline and above a house or an office, any name will do.
    first = draft.kind(at - 1) == "headline"
    if (first or all(given)) and _is_outlet_below(draft, at):
        return True
    if first and _is_office_below(draft, at):
        return True
    if any(given) and len(names) > 1:
        return True
    parted = re.search(r"[|,–-]", line.plain) is not None
    titled = parted and any(word in words("offices") for word in line.words)
    return titled and (any(given) or not names[0].isupper())


def _is_outlet_below(draft: Draft, at: int) -> bool:
    return at + 1 < len(draft.lines) and names_outlet(draft.lines[at + 1].plain)


def _is_office_below(draft: Draft, at: int) -> bool:
    """Return whether the line below is an agency's name, or says what somebody is and no more."""
    if at + 1 >= len(draft.lines):
        return False
    line = draft.lines[at + 1]
    if agency_of(line.plain):
        return True
    office = any(word in words("offices") for word in line.words)
    return office and len(line.words) <= _MOST_OFFICE_WORDS and not line.ends_sentence


def names_outlet(text: str) -> bool:
    """Return whether ``text`` is an outlet's name.

    It is one of the table, or capitalised words with one that outlets' names are made of.
    """
    if text.strip() in words("outlets", "name"):
        return True
    parts = text.strip(" *_|").split()
    if not 1 <= len(parts) <= 6 or text.rstrip()[-1:] in ".!?:,":
        return False
    if parts[0].casefold() in SIGNING:
        return False
    capital = all(part[:1].isupper() or part[:1].isdigit() or len(part) <= 3 for part in parts)
    return capital and any(part.casefold() in words("outlet_words") for part in parts)


def _find_headline(draft: Draft, title: str | None, odds: Sequence[float] | None) -> int | None:
    if title:
        for at, line in enumerate(draft.lines[:_HEAD_LINES]):
            if _says(line, title):
                return at
    marked = [at for at in range(min(80, len(draft.lines))) if draft.lines[at].level == 1]
    for at in marked:
        if 2 <= len(draft.lines[at].words) <= _MOST_HEADLINE_WORDS and not draft.label(at):
            return at
    if odds is not None:
        return find_headline(draft.lines, odds)
    for at, line in enumerate(draft.lines[:_HEAD_LINES]):
        if draft.label(at) is None and _may_be_headline(draft, at):
            return at
        if draft.label(at) is None and line.is_prose and not _is_crumb(line):
            return None
    return None


def _says(line: Line, title: str) -> bool:
    return line.plain.casefold().split() == title.casefold().split()


def _may_be_headline(draft: Draft, at: int) -> bool:
    line = draft.lines[at]
    count = len(line.words)
    phrase = line.phrase
    # "Watch: ..." and "Photos: ..." begin headlines too, "Image caption ..." does not.
    begun = phrase is not None and phrase.place == "start" and count >= 5
    captioned = phrase is not None and phrase.kind == "caption" and " " in phrase.text
    boilerplate = phrase is not None and (captioned or not begun)
    if not 3 <= count <= _MOST_HEADLINE_WORDS or _is_crumb(line) or boilerplate:
        return False
    if line.plain.endswith((".", ":", ",", ";")) and not line.plain.endswith("..."):
        # A headline may be a sentence; a short first line with its own text below is taken for one.
        return count <= 16 and line.plain.endswith(".") and at == 0 and _has_text_below(draft, at)
    return _has_text_below(draft, at) or at == 0


def _has_text_below(draft: Draft, at: int) -> bool:
    return any(line.is_prose for line in draft.lines[at + 1 : at + 12])


def _is_crumb(line: Line) -> bool:
    return (
        len(line.words) <= 40 and not line.ends_sentence and _CRUMB.search(line.plain) is not None
    )


def _why_headline(draft: Draft, at: int, title: str | None) -> str:
    line = draft.lines[at]
    if title and _says(line, title):
        return "the title of the record"
    if line.level:
        return "the first heading of the page"
    return "a title above the text"


def _is_repeated_below(draft: Draft, at: int) -> bool:
    following = draft.lines[at + 1 : at + 2]
    return any(line.key == draft.lines[at].key for line in following)


def _label_repeats(draft: Draft, headline: int) -> None:
    key, said = draft.lines[headline].key, draft.lines[headline].words
    # A line that says it again has its longest word.
    rarest = max(said, key=len, default="")
    for at in [at for at, line in enumerate(draft.lines) if rarest in line.words]:
        line = draft.lines[at]
        if len(line.words) > _MOST_HEADLINE_WORDS or at == headline or draft.kind(at) == "metadata":
            continue
        if line.key == key:
            draft.change(at, "promo", "repeats the headline")
        elif key in line.key and _is_crumb(line):
            draft.change(at, "navigation", "a path of pages that ends in the headline")
    for at in range(min(_HEAD_LINES, len(draft.lines))):
        if draft.label(at) is None and _is_crumb(draft.lines[at]) and at < headline:
            draft.give(at, "navigation", "a path of pages")
