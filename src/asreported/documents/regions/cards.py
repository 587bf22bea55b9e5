"""Find link cards that a copied page has left inside its sentences.

Some sites tie a person's name to a card: the name in full and the headlines of other stories,
closed by "MORE". Copied as text, the card stands in the middle of the sentence: "Senator Ada Quill
Ada Jane QuillHarbour vote delayed Quill: no deal MORE said on Monday".
"""

import re
from collections.abc import Iterator

CLOSES = "MORE"
_CLOSES = re.compile(rf"{CLOSES}\b")
_LONGEST = 700
"""Characters of a card: the longest of 800 that were read has 509."""
_NAME = r"[A-Z][\w'’-]{1,30}"
_TWICE = rf"(?<![\w'’])(?P<last>{_NAME}) (?:[A-Z(][\w.'’()-]{{0,30}} ){{0,4}}(?P=last)"
_GLUED = re.compile(rf"{_TWICE}(?=[A-Z0-9(\[\"'‘“])")
_APART = re.compile(rf"{_TWICE}(?= )")


def find_cards(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the cards inside a line begin and end, in text order.

    >>> line = "Ada Quill Ada Jane QuillVote delayed Quill: no deal MORE said on Monday."
    >>> [line[first:last] for first, last in find_cards(line)]
    ['Ada Jane QuillVote delayed Quill: no deal MORE']
    """
    at = 0
    for closing in _CLOSES.finditer(line):
        window = line[max(at, closing.start() - _LONGEST) : closing.end()]
        name = _GLUED.search(window) or _innermost(window)
        at = closing.end()
        if name is not None:
            yield at - len(window) + name.end("last") + 1, at


def _innermost(window: str) -> re.Match[str] | None:
    """Return the name told twice; of "Ada Quill Ada Jane Quill" that is the surname."""
    found = None
    name = _APART.search(window)
    while name is not None and (found is None or name.start() < found.end()):
        found = name
        name = _APART.search(window, name.end("last"))
    return found
