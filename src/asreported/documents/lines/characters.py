"""Warn of characters that deceive a reader. The text itself stays as it is."""

import re
import unicodedata
from functools import cache

from asreported.model.document import Warnings

_INVISIBLE = re.compile(r"[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_SECOND_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_BORDER = re.compile(
    r"[A-Za-z\u00c0-\u024f][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z\u00c0-\u024f]"
    r"|[\u0370-\u03ff][\u0400-\u04ff]|[\u0400-\u04ff][\u0370-\u03ff]"
)
"""Letters of two scripts side by side, which a word of two scripts has."""
_ASCII = bytes(range(128))
_JOINED_SCRIPTS = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\U0001f000-\U0001faff\u2600-\u27bf]")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_CONFUSABLE_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def warn_of_characters(text: str) -> Warnings:
    """Return (code, detail): ``invisible``, ``bidi``, ``mixed_script``; none for plain text."""
    # Most texts have none of these signs, and to look through the few others is quick.
    signs = beyond_ascii(text)
    warnings = []
    invisible = _count_invisible(text) if _INVISIBLE.search(signs) else 0
    if invisible:
        warnings.append(("invisible", f"{invisible} characters that cannot be seen"))
    turned = len(_BIDI.findall(signs))
    if turned:
        warnings.append(("bidi", f"{turned} characters that turn the direction of the text"))
    mixed = _mixed_words(text) if _SECOND_SCRIPT.search(signs) else []
    if mixed:
        listed = ", ".join(mixed[:5])
        warnings.append(("mixed_script", f"{len(mixed)} words of letters of two scripts: {listed}"))
    return tuple(warnings)


def beyond_ascii(text: str) -> str:
    """Return ``text`` without its ASCII: of most pages little is left to look through."""
    if text.isascii():
        return ""
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return encoded.decode("utf-8", "surrogatepass")


def _count_invisible(text: str) -> int:
    """Count them; joiners in scripts and emoji that need them are no deception."""
    count = 0
    for found in _INVISIBLE.finditer(text):
        around = text[max(0, found.start() - 2) : found.end() + 2]
        joiner = found[0] in "\u200c\u200d"
        if found[0] != "\u00ad" and not (joiner and _JOINED_SCRIPTS.search(around)):
            count += 1
    return count


def _mixed_words(text: str) -> list[str]:
    if not _BORDER.search(text):
        return []
    words = dict.fromkeys(found[0] for found in _WORD.finditer(text) if not found[0].isascii())
    return [word for word in words if len(_scripts(word)) > 1]


def _scripts(word: str) -> set[str]:
    return set(map(_script, word)).intersection(_CONFUSABLE_SCRIPTS)


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]
