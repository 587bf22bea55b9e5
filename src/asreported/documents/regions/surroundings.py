"""Find what stands around the article: menus, advertising, teasers, tags, rights, biographies."""

import re
from collections.abc import Collection

from asreported.documents.lines.bylines import find_signatures
from asreported.documents.lines.hints import (
    ADDRESSED,
    COUNTING,
    INVITING,
    RIGHTS,
    TELLING,
    WORDLESS,
    line_words,
)
from asreported.documents.lines.labels import Draft
from asreported.documents.lines.lines import Line
from asreported.documents.lines.phrases import Phrase

_TAGS = re.compile(r"[^\W\d_][\w -]{1,24}:\s*(?:\[[^\[\]\n]{1,80}\]\([^()\s]*\)[,;\s|]*)+")
_SITE = re.compile(r"\b(?:web ?site|website|blog|web page|homepage|e-?mail)\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w"
    r"|(?<![\w.-])[\w.-]{1,80}\.(?:com|org|net|info)\b"
)
_BIO = re.compile(
    r"(?:\s(?:is|was|are|has been)\s(?:an?|the|currently|now|also|author|editor|founder)?\b)"
    r"|\s(?:lives|works|writes|teaches|covers|reports|edits|studied|serves|specializes|specialises)\s"
    r"|\s(?:joined|has (?:written|worked|covered|reported|served|published))\s"
)
_OFFICE = re.compile(
    r"\b(?:author|editor|journalist|writer|reporter|correspondent|columnist|researcher|fellow"
    r"|professor|contributor|blogger|analyst|historian|activist|associate|producer|novelist"
    r"|lecturer|founder|director|freelance|staff|book|ph\.?d|student|scholar|attorney|host)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\(?\d{1,6}\)? (?:comments?|responses?|replies|thoughts|kommentare?|antworten|commentaires?"
    r"|comentarios|commenti|reacties)\b[^.]{0,60}"
    r"|(?:comments?|kommentare|responses|antworten|commentaires|comentarios)\s?[(:]?\s?\d{1,6}\)?",
    re.IGNORECASE,
)
_COMMENTS = Phrase("a number of comments", "comments", 12, True, "whole")
_LEAST_ARTICLE_WORDS = 40
"""Words of prose before which a heading such as "Comments" is a link of the page's head."""
_REVIEWS = re.compile(
    r"(?:based on |aus |sur |basado en )?\d{1,6} (?:customer |user )?(?:reviews?|ratings?"
    r"|(?:kunden)?bewertungen|rezensionen|avis|opiniones|recensioni)",
    re.IGNORECASE,
)
"""How many reviews there are: so it stands below the heading that begins them, and below no link.
What customers write is told in paragraphs too."""
_PAGES = re.compile(r"1\W*2\W*3\b.{0,20}|1\W+2(?:\W+\d{1,3})*")
"""The further pages of a list, which stand below its end."""
_INVITES = re.compile(
    r"(?:\b(?:read|see|hear|learn) more|\bwatch live|\bread the full (?:story|article)"
    r"|\b(?:lesen sie|mehr) (?:mehr|lesen)|\bweiterlesen|\blire la suite)\s*[»›→>]*$"
    r"|^(?:[•*⦁-]\s*)?(?:you can )?(?:follow|like|friend) [^.!?]{2,60}"
    r" on (?:twitter|facebook|instagram)\b",
    re.IGNORECASE,
)
_MOST_INVITING = 24
_APART = TELLING | COUNTING | INVITING | RIGHTS | ADDRESSED | WORDLESS
"""What a line hints at that says by itself that it is not the article's."""
_ELLIPSIS = ("…", "...", "[...]", "[…]")


def label_surroundings(draft: Draft, sure: Collection[int] = ()) -> None:
    """Label lines by their own look, then what follows the headings among them.

    ``sure`` are lines that are known to be the article's: no heading's section reaches over them.
    """
    openers: dict[int, Phrase] = {}
    known = frozenset(sure)
    for at in list(draft.open()):
        if at not in known and _may_stand_apart(draft.lines[at]):
            _label_alone(draft, at, openers)
    for at in sorted(openers):
        ends = frozenset() if _counts_reviews(draft, at) else known
        _label_section(draft, at, openers[at], ends.union(openers))
    _label_teasers(draft)


def label_biographies(draft: Draft) -> None:
    """Label the lines in the second half that tell who one of those is who signed the text."""
    authors = _authors(draft)
    if not authors:
        return
    surnames = {name.split()[-1].casefold() for name in authors}
    for at in list(draft.open()):
        line = draft.lines[at]
        if at * 2 < len(draft.lines) or len(line.words) > 160:
            continue
        if _is_biography(line, authors, surnames):
            draft.give(at, "author_bio", "tells who the author is")


def _authors(draft: Draft) -> set[str]:
    return {
        signature.name
        for line in map(draft.lines.__getitem__, draft.of("byline"))
        for signature in find_signatures(line.plain) or find_signatures(line.plain, cued=False)
    }


def _is_biography(line: Line, authors: set[str], surnames: set[str]) -> bool:
    plain = " ".join(line.plain.split())
    named = any(plain.casefold().startswith(name.casefold()) for name in authors)
    if not named and surnames:
        first = line.words[:4]
        named = any(word in surnames for word in first) and line.text.startswith(("*", "_"))
    if not named:
        return False
    head = plain[:220]
    if _BIO.search(head) and _OFFICE.search(head):
        return True
    return any(
        re.match(rf"{re.escape(name)} (?:is|was) (?:an?|the|currently)\b", plain, re.IGNORECASE)
        for name in sorted(authors)
    )


def _may_stand_apart(line: Line) -> bool:
    return line.hints & _APART > 0 or "](" in line.text or line.plain.isupper()


def _label_alone(draft: Draft, at: int, openers: dict[int, Phrase]) -> None:
    line = draft.lines[at]
    if line.hints & (WORDLESS | RIGHTS) and line.is_rule:
        draft.give(at, "navigation", "a line without words")
        return
    if "](" in line.text and _TAGS.fullmatch(line.text):
        phrase = line.phrase
        kind = "navigation" if phrase and phrase.kind == "navigation" else "metadata"
        draft.give(at, kind, "a label and links")
        return
    phrase = _COMMENTS if _counts_comments(line) else line.phrase
    if phrase and not (phrase.opens and _is_early(draft, at) and not _counts_reviews(draft, at)):
        if phrase.opens:
            openers[at] = phrase
        if phrase.kind != "summary_list":
            draft.give(at, phrase.kind, f'boilerplate: "{phrase.text}"')
        return
    if phrase:
        draft.give(at, "navigation", f'"{phrase.text}" above the text')
    elif line.linked > 0.9 and not line.is_prose:
        kind = "promo" if "](#)" not in line.text and _ADDRESS.search(line.text) else "navigation"
        draft.give(at, _beside(draft, at, kind), "nothing but a link")
    elif _may_invite(line) and _INVITES.search(line.plain):
        draft.give(at, "promo", "an invitation to read on or to follow")
    elif _is_address(line):
        draft.give(at, "promo", "an address to turn to")
    elif len(line.words) <= 10 and line.plain.isupper() and _SITE.search(line.plain):
        draft.give(at, "promo", "an invitation in capitals")


def _counts_comments(line: Line) -> bool:
    if len(line.words) > _COMMENTS.most or not line.hints & COUNTING:
        return False
    return _COUNTED.fullmatch(line.plain) is not None


def _may_invite(line: Line) -> bool:
    words = line.words
    if len(words) > _MOST_INVITING or not line.hints & INVITING:
        return False
    # An invitation has such a word at one of its ends.
    inviting = line_words("inviting")
    return words[-1] in inviting or not inviting.isdisjoint(words[:3])


def _is_address(line: Line) -> bool:
    text = line.plain
    if len(line.words) > 14 or text[:1] in '"“' or not line.hints & ADDRESSED:
        return False
    return _ADDRESS.search(text) is not None


def _beside(draft: Draft, at: int, kind: str) -> str:
    """Return what the line above is, if it is an invitation; else ``kind``."""
    return "promo" if draft.kind(at - 1) == "promo" else kind


def _is_early(draft: Draft, at: int) -> bool:
    words = sum(len(line.words) for line in draft.lines[:at] if line.is_prose)
    return words < _LEAST_ARTICLE_WORDS


def _counts_reviews(draft: Draft, at: int) -> bool:
    """Return whether the line below ``at`` says how many reviews there are."""
    return any(_REVIEWS.fullmatch(line.plain) for line in draft.lines[at + 1 : at + 2])


def _label_section(draft: Draft, at: int, phrase: Phrase, ends: frozenset[int]) -> None:
    """Label what follows the heading ``at`` up to the next heading or the article's next prose."""
    for later in range(at + 1, len(draft.lines)):
        if later in ends:
            return
        line = draft.lines[later]
        kind = draft.kind(later)
        if kind in ("headline", "disclaimer") and phrase.kind != "disclaimer":
            return
        if phrase.kind == "promo" and line.is_prose and _resumes(draft, later):
            return
        if phrase.kind == "author_bio" and later - at > 6:
            return
        if phrase.kind == "comments" and _PAGES.fullmatch(line.plain):
            return
        if phrase.kind == "comments" and kind not in ("comments", "navigation"):
            draft.change(later, "comments", f'below "{draft.lines[at].plain[:60]}"')
        elif phrase.kind == "disclaimer" and kind in ("", "metadata", "promo"):
            draft.change(later, "disclaimer", f'below "{draft.lines[at].plain[:60]}"')
        else:
            draft.give(later, phrase.kind, f'below "{draft.lines[at].plain[:60]}"')


def _resumes(draft: Draft, at: int) -> bool:
    """Return whether article prose goes on at ``at``: a teaser stands alone, or breaks off."""
    line = draft.lines[at]
    if line.plain.endswith(_ELLIPSIS) or len(line.words) < 12:
        return False
    following = draft.lines[at + 1 : at + 4]
    return any(other.is_prose and not other.plain.endswith(_ELLIPSIS) for other in following)


def _label_teasers(draft: Draft) -> None:
    """Label lines in the last part that break off in dots below a title, as teasers do."""
    for at in range(-(-2 * len(draft.lines) // 3), len(draft.lines)):
        if not draft.lines[at].plain.endswith(_ELLIPSIS):
            continue
        if draft.kind(at - 1) in ("promo", "navigation"):
            draft.give(at, "promo", "breaks off, below a link")
