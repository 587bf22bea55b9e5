"""Make words of a source harmless to print: no control, escape or bidi code comes through.

A terminal obeys ESC and OSC codes, a spreadsheet and an editor obey bidi overrides. Each such code
point is shown as U+FFFD, one for one, so that offsets into the text still hold.
"""

import unicodedata

_DOUBLE_MARKS = ('"', "“", "”", "„", "«", "»")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_SINGLE = str.maketrans("“”„«»", "‘’‘‘’")
_ODD_SPACES = "\t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u2028\u2029"
# Left-to-right and right-to-left marks, embeddings, overrides and isolates.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_harmful(character: str) -> bool:
    """Return whether a terminal or an editor may obey ``character`` instead of showing it.

    >>> [is_harmful(c) for c in "a\\x1b\\u202e\\n"]
    [False, True, True, False]
    """
    if character in "\n\t":
        return False
    category = unicodedata.category(character)
    # Cs: a lone surrogate cannot be encoded. E0000-E007F: invisible tags that hide text.
    return (
        category in ("Cc", "Cs", "Zl", "Zp")
        or character in _BIDI
        or 0xE0000 <= ord(character) <= 0xE007F
    )


def visible(text: str) -> str:
    """Return ``text``, of the same length, each harmful code point shown as U+FFFD.

    >>> visible("a\\x1b[31mb")
    'a�[31mb'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(REPLACEMENT if is_harmful(c) else c for c in text)


def one_line(text: str) -> str:
    """Return `visible` ``text`` with white space folded to single blanks, none at the ends.

    >>> one_line(" a\\r\\n b\\u2028c")
    'a b c'
    """
    spaced = "".join(" " if c in _ODD_SPACES else c for c in text)
    return " ".join(visible(spaced).split())


def shorten(text: str, limit: int) -> str:
    """Return ``text``, cut at a word so that it and "…" take ``limit`` characters at most.

    >>> shorten("most Russian forces", 14)
    'most Russian…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    # Half a word says less than the words before it, unless there is hardly anything before it.
    head = cut.rpartition(" ")[0] if not text[limit - 1].isspace() else cut
    return (head if len(head) > limit // 2 else cut).rstrip(" ,;:.-–—") + "…"


def is_marked(text: str) -> bool:
    """Return whether ``text`` begins or ends with a double mark, so that more would stand doubled.

    >>> [is_marked(text) for text in ('"A stunt" it is', "no 'stunt'")]
    [True, False]
    """
    return text.startswith(_DOUBLE_MARKS) or text.endswith(_DOUBLE_MARKS)


def in_marks(text: str) -> str:
    """Return ``text`` between quotation marks, as it is where it has one at an end.

    >>> [in_marks(text) for text in ("all out", '"all" out')]
    ['“all out”', '"all" out']
    """
    return text if is_marked(text) else f"“{in_single_marks(text)}”"


def in_single_marks(text: str) -> str:
    """Return ``text``, what it quotes between single marks, and closed where it leaves it open.

    >>> in_single_marks("a “show” of “force and")
    'a ‘show’ of ‘force and’'
    """
    left_open = max(map(text.rfind, "“„«")) > max(map(text.rfind, "”»"))
    return text.translate(_SINGLE) + "’" * left_open


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
