"""Find the text of a page that markup alone does not show, though its readers see it.

Some pages hold their article in their data, or in a template, and let a script show it; in some an
element for browsers without scripts is never closed and swallows the page. Such text is read where
it is more than all that the markup shows.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from asreported.documents.markup.visible import Visible
from asreported.documents.markup.walk import read_visible
from asreported.model.document import Warnings

_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}[ />]", re.IGNORECASE)
_BREAKS = re.compile(r"\s*\n\s*")


class Shown(NamedTuple):
    """What readers see; the blocks from ``told`` on are the article, as the page's data has it."""

    seen: Visible
    told: int
    warnings: Warnings


def read_shown(name: str, markup: str, seen: Visible, bodies: Sequence[str]) -> Shown:
    """Return what readers see of ``markup``, and a warning where a script shows it.

    ``seen`` is what it shows by itself; ``bodies`` are the texts that the page's data gives for
    its article, as markup or plain.

    Raises:
        DocumentError: Such a text is too deep or too large.
    """
    shown = _size(seen)
    swallowing = [number for number, size in enumerate(seen.withheld) if size > shown]
    if swallowing:
        opened, _ = read_visible(name, markup, opened=swallowing)
        if _size(opened) > 2 * shown:
            told = ("swallowed", "an element for browsers without scripts held the page")
            return Shown(opened, len(opened.blocks), (told,))
    body = max(bodies, key=len, default="")
    if len(body) > shown:
        more, _ = read_visible(name, _as_markup(body))
        if _size(more) > shown:
            told = ("shown_by_script", f"{_size(more)} characters are of the page's data")
            return Shown(_together(seen, more), len(seen.blocks), (told,))
    return Shown(seen, len(seen.blocks), ())


def _size(seen: Visible) -> int:
    return sum(len(block.text) for block in seen.blocks)


def _as_markup(text: str) -> str:
    """Return ``text`` as markup: it may be markup, also such as is escaped, or plain lines."""
    if not _TAG.search(text):
        text = html.unescape(text)
    if not _TAG.search(text):
        text = _BREAKS.sub("<p>", html.escape(text))
    return f"<div>{text}</div>"


def _together(seen: Visible, more: Visible) -> Visible:
    """Return both, one below the other; what is shown already comes once."""
    known = {block.text for block in seen.blocks}
    blocks, start = list(seen.blocks), seen.blocks[-1].end + 1 if seen.blocks else 0
    for block in more.blocks:
        if block.text not in known:
            end = start + len(block.text)
            blocks.append(replace(block, start=start, end=end, group=-1))
            start = end + 1
    return Visible(blocks, seen.signed)
