"""Find the address that a text prints as its own: "Read or share this story: https://..."."""

import re
from typing import NamedTuple

from asreported.documents.lines.labels import Draft
from asreported.model.document import ARTICLE_KINDS

_OWN = re.compile(
    r"(?:\bthis (?:story|article|post|page)|\bdies(?:er|en|e|es) (?:artikel|beitrag|seite|text)"
    r"|\bperma(?:nent )?link|\bshort ?link|\bprinted from)\b[^\n]{0,40}?"
    r"(?P<address>(?:https?://|www\.)[^\s<>()\[\]\"]{4,300})",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """An address at ``start:end`` of the text."""

    text: str
    start: int
    end: int


def find_address(draft: Draft) -> Address | None:
    """Return the address that a line around the article gives as that of the text, or None."""
    for at, line in enumerate(draft.lines):
        if "://" not in line.text and "www." not in line.text:
            continue
        if draft.kind(at) in ARTICLE_KINDS:
            continue
        found = _OWN.search(line.text)
        if found:
            start, end = (line.start + found.start("address"), line.start + found.end("address"))
            text = found["address"]
            return Address(text if "//" in text else f"https://{text}", start, end)
    return None
