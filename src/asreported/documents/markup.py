"""Parse a page's markup without losing text in silence."""

import re
from typing import Any

from asreported.errors import DocumentError

_ENOUGH_LOST = ("Excessive depth", "huge", "Resource limit")
_LONG = 20_000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG},}}")
_MOST_ATTRIBUTES = 2_000
"""The parser compares each attribute of an element with all others: 20,000 take a minute."""

Warnings = tuple[tuple[str, str], ...]


def parse_markup(name: str, text: str) -> tuple[Any, Warnings]:
    """Return the root of the tree of ``text``, and a warning where the parser left text out.

    Raises:
        DocumentError: It is nested deeper than the parser goes (``too_deep``), or holds no
            element at all (``no_text``).
    """
    from lxml import etree

    for tag in _LONG_TAG.finditer(text) if _may_have_long_tag(text) else ():
        if tag[0].count("=") > _MOST_ATTRIBUTES:
            raise DocumentError(name, "too_large", f"an element of {tag[0].count('=')} attributes")
    parser = etree.HTMLParser(
        huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        # libxml2 ends a document at a zero; a browser shows U+FFFD.
        root = etree.fromstring(text.replace("\x00", "\ufffd").encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DocumentError(name, "no_text", f"no markup that can be read: {error}") from error
    if root is None:
        raise DocumentError(name, "no_text", "no element in it")
    for entry in parser.error_log:
        if "Excessive depth" in entry.message:
            raise DocumentError(name, "too_deep", "nested deeper than the parser goes")
        if any(sign in entry.message for sign in _ENOUGH_LOST):
            return root, (("truncated_parse", entry.message.strip()[:200]),)
    return root, ()


def _may_have_long_tag(text: str) -> bool:
    """Return whether `_LONG` code points anywhere are without a tag's beginning."""
    at = 0
    while at + _LONG < len(text):
        at = text.rfind("<", at + 1, at + 1 + _LONG)
        if at < 0:
            return True
    return False
