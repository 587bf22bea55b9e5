"""Show the parser a text as its writers of newswire would have typed it, with the way back.

Markup, zero-width characters, list marks and brackets of editing are left out, quotation marks are
straightened, white space is folded. The view knows where each of its characters stood, so that no
offset is ever searched for.
"""

import re
from dataclasses import dataclass

# What the view leaves out, or replaces by its group "kept". No pattern can run away: each class is
# bounded or ends where the next one begins.
_NOISE = re.compile(
    r"""
      (?P<space>[^\S ]\s*|[ ]\s+)                              # any white space but one blank
    | !?\[(?P<kept>[^\[\]\n]{1,300})\]\([^()\s]{1,2000}\)      # [text](address)
    | \[\d{1,3}\]                                              # a footnote
    | [\[\]]                                                   # [the] ferry
    | \((?=[A-Za-z]\)[A-Za-z])|(?<=\([A-Za-z])\)(?=[A-Za-z])   # (T)he ferry
    | \*+ | `+ | ~~
    | (?<!\w)_{1,3}(?=\w) | (?<=\w)_{1,3}(?!\w)
    | [\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]
    """,
    re.VERBOSE,
)
_LIST_MARK = re.compile(r"\s*(?:[>#•·▪■●‣◦*–—-]{1,6}\s+|\(?\d{1,2}[.)]\s+(?=\D))")
_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛´", '"' * 6 + "'" * 5)


@dataclass(frozen=True, slots=True)
class View:
    """What the parser reads of ``text[start:...]``.

    ``places`` gives the offset in the document of each character of ``text``; it is None where
    nothing was left out, and each character then stands at ``start`` and its own number.
    """

    text: str
    start: int
    places: tuple[int, ...] | None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets in the document of ``text[first:last]``, which is not empty."""
        if self.places is None:
            return self.start + first, self.start + last
        return self.places[first], self.places[last - 1] + 1


def view(text: str, start: int, end: int) -> View:
    """Return the view of ``text[start:end]``; its text is empty where nothing is left to parse."""
    begin = start
    while (mark := _LIST_MARK.match(text, begin, end)) and mark.end() < end:
        begin = mark.end()
    pieces: list[str] = []
    places: list[int] = []
    here = begin
    for noise in _NOISE.finditer(text, begin, end):
        _keep(pieces, places, text, here, noise.start())
        if noise["space"]:
            _keep_blank(pieces, places, noise.start())
        elif noise["kept"]:
            _keep(pieces, places, text, *noise.span("kept"))
        here = noise.end()
    if here == begin:
        return View(text[begin:end].translate(_STRAIGHT), begin, None)
    _keep(pieces, places, text, here, end)
    return View("".join(pieces).translate(_STRAIGHT), begin, tuple(places))


def _keep(pieces: list[str], places: list[int], text: str, start: int, end: int) -> None:
    if end > start:
        pieces.append(text[start:end])
        places.extend(range(start, end))


def _keep_blank(pieces: list[str], places: list[int], at: int) -> None:
    """Add one blank, unless the view begins there or has one already."""
    if pieces and not pieces[-1].endswith(" "):
        pieces.append(" ")
        places.append(at)
