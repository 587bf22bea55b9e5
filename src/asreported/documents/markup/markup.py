"""Parse a page's markup without losing text in silence."""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from asreported.errors import DocumentError
from asreported.model.document import Warnings

_ENOUGH_LOST = ("huge", "Resource limit")
_LONG = 20_000
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONG},}}")
_MOST_ATTRIBUTES = 2_000
"""The parser compares each attribute of an element with all others: 20,000 take a minute."""


class Reader(Protocol):
    """What the parser tells of a page, in its order; a text may come in pieces."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """The element ends that began last."""

    def data(self, text: str) -> None:
        """A piece of text."""

    def close(self) -> object:
        """The page ends."""


def parse_markup(name: str, text: str, reader: Reader) -> Warnings:
    """Tell ``reader`` all elements and texts of ``text``; return a warning where some are lost.

    Raises:
        DocumentError: It has an element too large to be read (``too_large``), or is no markup
            (``no_text``); and what ``reader`` raises.
    """
    from lxml import etree

    for tag in _LONG_TAG.finditer(text) if _may_have_long_tag(text) else ():
        if tag[0].count("=") > _MOST_ATTRIBUTES:
            raise DocumentError(name, "too_large", f"an element of {tag[0].count('=')} attributes")
    # Its stubs say that it may tell bytes, which it never does.
    target: Any = reader
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", target=target)
    try:
        # libxml2 ends a document at a zero; a browser shows U+FFFD.
        etree.fromstring(text.replace("\x00", "\ufffd").encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(name, "no_text", f"no markup that can be read: {error}") from error
    for entry in parser.error_log:
        if any(sign in entry.message for sign in _ENOUGH_LOST):
            return (("truncated_parse", entry.message.strip()[:200]),)
    return ()


def _may_have_long_tag(text: str) -> bool:
    """Return whether `_LONG` code points anywhere are without a tag's beginning."""
    at = 0
    while at + _LONG < len(text):
        at = text.rfind("<", at + 1, at + 1 + _LONG)
        if at < 0:
            return True
    return False
