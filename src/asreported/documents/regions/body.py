"""Tell the article's own lines apart: paragraphs, subheads, block quotations, lists."""

import re

from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.regions.captions import is_post

_OPENING = ("“", '"', "„", "«", "‘", "”")
_WHOLE_QUOTE = re.compile(r"[“\"„«”][^“”\"„«»]+[”\"“»][.]?")
_MOST_SUBHEAD_WORDS = 12
_MOST_CAPITAL_WORDS = 6
"""Words of a subhead in capitals; longer ones link to other articles."""


def label_body(draft: Draft) -> None:
    """Label all lines that are still open."""
    first, last = _extent(draft)
    _label_lists(draft, last)
    for at in list(draft.open()):
        _label_line(draft, at, first, last)
    _label_quotes(draft)


def label_article(draft: Draft) -> None:
    """Label all lines that are still open, which are known to be the article's own."""
    for at in list(draft.open()):
        line = draft.lines[at]
        if line.level and not line.is_prose:
            draft.give(at, "subhead", "a heading in the article")
        elif line.is_listed and len(line.words) >= 4:
            draft.give(at, "summary_list", "an entry of a list")
        elif (
            len(line.words) <= _MOST_SUBHEAD_WORDS
            and not line.ends_sentence
            and (_heads_prose(draft, at))
        ):
            draft.give(at, "subhead", "a short line above a paragraph")
        else:
            draft.give(at, "body", "a paragraph of the article")
    _label_quotes(draft)


def _extent(draft: Draft) -> tuple[int, int]:
    """Return the first and last open line of prose; (0, -1) where there is none."""
    prose = [at for at in draft.open() if draft.lines[at].is_prose]
    return (prose[0], prose[-1]) if prose else (0, -1)


def _label_line(draft: Draft, at: int, first: int, last: int) -> None:
    line = draft.lines[at]
    if last < first:
        draft.give(at, "body", "the page has no prose to set it apart from")
    elif first < at < last and _is_asking_head(draft, at):
        draft.give(at, "subhead", "a question by itself above a paragraph")
    elif line.is_prose or (line.ends_sentence and len(line.words) >= 3 and first <= at <= last + 1):
        draft.give(at, "body", "a paragraph of the article")
    elif at > last:
        kind, why = _after(draft, at)
        draft.give(at, kind, why)
    elif at < first:
        kind, why = _before(draft, at)
        draft.give(at, kind, why)
    else:
        kind, why = _amid(draft, at)
        draft.give(at, kind, why)


def _before(draft: Draft, at: int) -> tuple[str, str]:
    line = draft.lines[at]
    if draft.kind(at - 1) == "headline" and len(line.words) >= 6:
        return "subhead", "the line below the headline"
    if line.level >= 2 and draft.kind(at + 1) == "":
        return "subhead", "a heading above the text"
    if len(line.words) >= 6:
        return "caption", "words without an end above the text"
    return "navigation", "a few words above the text"


def _after(draft: Draft, at: int) -> tuple[str, str]:
    line = draft.lines[at]
    if line.plain.startswith(_OPENING) and len(line.words) >= 4:
        return "body", "a quotation at the end of the text"
    if line.plain.startswith("(") and line.plain.endswith(")") and len(line.words) <= 4:
        return "metadata", "a credit in brackets below the text"
    if len(line.words) >= 8:
        return "caption", "words without an end below the text"
    return "promo", "a few words below the text"


def _amid(draft: Draft, at: int) -> tuple[str, str]:
    line = draft.lines[at]
    titled = line.plain.isupper() and len(line.words) > _MOST_CAPITAL_WORDS
    heads = len(line.words) <= _MOST_SUBHEAD_WORDS and _heads_prose(draft, at)
    if heads and _is_whole(line) and not titled:
        return "subhead", "a short line above a paragraph"
    if line.plain.startswith(_OPENING) or line.plain.endswith((",", "-", "–", "—")):
        return "body", "a paragraph of the article"
    above = draft.lines[at - 1]
    if above.plain.endswith(":") and above.is_prose and draft.kind(at - 1) == "body":
        return "summary_list", "what the line above announces"
    if line.is_listed:
        return "summary_list", "an entry of a list"
    if titled:
        return "promo", "a title in capitals between paragraphs"
    if heads:
        return "subhead", "a short line above a paragraph"
    if len(line.words) <= 3:
        return "promo", "a few words between paragraphs"
    if len(line.words) >= 14:
        return "body", "long enough for a paragraph, though without an end"
    return "caption", "words without an end between paragraphs"


def _is_whole(line: Line) -> bool:
    """Return whether a short line is no part of a broken sentence, and its quotation closes."""
    marks = sum(line.plain.count(sign) for sign in '“”"')
    return not line.plain.endswith((",", "-", "–", "—")) and marks % 2 == 0 and not _is_quoted(line)


def _heads_prose(draft: Draft, at: int) -> bool:
    """Return whether the line looks like a heading, with a paragraph right below."""
    line = draft.lines[at]
    # A picture may stand between a heading and its paragraph.
    below = at + 1
    while draft.kind(below) in ("caption", "promo") and below < at + 3:
        below += 1
    if below > at + 1 and draft.kind(at - 1) == "caption":
        return False
    following = draft.lines[below] if below < len(draft.lines) else None
    if following is None or draft.kind(below) not in ("", "body") or not following.is_prose:
        return False
    if line.level or (line.text.startswith("**") and line.text.endswith("**")):
        return True
    first = line.plain.lstrip("'‘“\"«„")[:1]
    initials = first.isupper() or first.isdigit()
    return initials and (following.gap > 0 or len(line.words) <= 8) and len(line.words) >= 2


def _is_asking_head(draft: Draft, at: int) -> bool:
    line = draft.lines[at]
    if not line.plain.endswith("?") or not 2 <= len(line.words) <= 10:
        return False
    titled = sum(word[:1].isupper() for word in line.plain.split()) * 2 > len(line.words)
    return (line.gap > 0 or titled) and _heads_prose(draft, at) and not _is_quoted(line)


def _label_lists(draft: Draft, last: int) -> None:
    """Label runs of numbered or marked lines, and the short line with a colon above them."""
    headline = _headline(draft)
    listed = [
        at
        for at in draft.open()
        if headline < at <= last + 1
        and draft.lines[at].is_listed
        and len(draft.lines[at].words) >= 4
    ]
    for at in listed:
        if at - 1 not in listed and at + 1 not in listed:
            continue
        draft.give(at, "summary_list", "an entry of a list")
        if at - 1 not in listed and _heads_list(draft, at - 1):
            draft.change(at - 1, "summary_list", "the heading of a list")


def _headline(draft: Draft) -> int:
    return next((at for at in range(len(draft.lines)) if draft.kind(at) == "headline"), -1)


def _heads_list(draft: Draft, at: int) -> bool:
    if at < 0 or draft.kind(at) not in ("", "subhead", "summary_list"):
        return False
    line = draft.lines[at]
    phrase = line.phrase
    return len(line.words) <= 6 and (
        line.plain.endswith(":") or (phrase is not None and phrase.kind == "summary_list")
    )


def _label_quotes(draft: Draft) -> None:
    """Make block quotations of the paragraphs that are nothing but one quotation.

    Below a line that ends in a colon, the whole run of quoted paragraphs is one.
    """
    for at in draft.of("body"):
        line = draft.lines[at]
        if is_post(line):
            draft.change(at, "quote_block", "a post of a social network")
        elif line.text.startswith(">"):
            draft.change(at, "quote_block", "marked as a quotation")
        elif _WHOLE_QUOTE.fullmatch(line.plain) and len(line.words) >= 6:
            draft.change(at, "quote_block", "a paragraph of nothing but a quotation")
        elif _is_quoted(line) and _announced(draft, at):
            draft.change(at, "quote_block", "a quoted paragraph below its announcement")


def _is_quoted(line: Line) -> bool:
    return line.plain.startswith(_OPENING) and line.plain.endswith(("”", '"', "»", "“"))


def _announced(draft: Draft, at: int) -> bool:
    above = draft.lines[at - 1] if at else None
    if above is None or not above.plain.endswith(":"):
        return False
    following = draft.lines[at + 1] if at + 1 < len(draft.lines) else None
    return following is not None and _is_quoted(following)
