"""Tell what stands between marks and is nobody's words: titles, terms, headings."""

import re

from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.scene import Scene

# A fragment that nobody is said to have said is a quotation only from this many words on: below
# it stand names, terms and doubts ("the so-called 'moderates'").
_UNATTRIBUTED_WORDS = 4
# How many words a title has at most: "The Board's Inquiry into ...".
_TITLE_WORDS = 14
_WORD = re.compile(r"[^\W_][\w’'-]*")
# Words of four letters and more that are written small in a title.
_LINKS = frozenset({"with", "from", "over", "into", "upon"})
_APOSTROPHES = frozenset("'’")


def is_title(scene: Scene, quotation: Quotation) -> bool:
    """Return whether the marks hold a name of a work or a thing: "Good Evening, Borland"."""
    if quotation.nested or scene.paragraphs[quotation.paragraph].kind == "headline":
        return False
    words = _WORD.findall(scene.text, quotation.start, quotation.end)
    named = [word for word in words if len(word) > 3 and word not in _LINKS]
    if len(words) > _TITLE_WORDS or any(word[0].islower() for word in named):
        return False
    if len(words) == 1 and scene.text[quotation.end - 1] in ".!?":
        return False
    at = scene.tree.at(quotation.outer[0] - 1)
    if at < 0 or scene.tree.tokens[at].end < scene.paragraphs[quotation.paragraph].start:
        return False
    before = scene.tree.tokens[at]
    if not named:  # 'Ada "Cia" Roe'
        closing = scene.tree.at(quotation.outer[1] - 1)
        after = scene.tree.tokens[min(closing + 1, len(scene.inside) - 1)]
        return len(words) == 1 and before.pos == after.pos == "PROPN"
    if before.lemma == "tell" and len(words) > 1:
        return True  # 'told "Harbour and Sea"', a broadcast
    if before.text in _APOSTROPHES:
        return True  # 'in Harbour News\' "Today"'
    plain = before.pos == "VERB" and not scene.is_reporting(at)
    return plain or before.pos in ("NOUN", "PROPN", "ADP", "PART", "ADJ")


def is_term(scene: Scene, quotation: Quotation, together: bool) -> bool:
    """Return whether the marks hold too few words for what nobody is said to say.

    A headline's words are somebody's, and so is a sentence ``together`` with another quotation.
    """
    said = scene.text[quotation.start : quotation.end]
    if len(said.split()) >= _UNATTRIBUTED_WORDS:
        return False
    if scene.paragraphs[quotation.paragraph].kind == "headline":
        return False
    return not (together and len(said) > 1 and said[0].isupper() and said[-1] in ".!?")


def is_heading(scene: Scene, quotation: Quotation) -> bool:
    """Return whether a paragraph is nothing but a closed quotation that ends without a stop."""
    paragraph = scene.paragraphs[quotation.paragraph]
    alone = (paragraph.start, paragraph.end) == quotation.outer and quotation.closed
    return alone and scene.text[quotation.end - 1].isalnum() and quotation.opened
