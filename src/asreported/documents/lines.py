"""Cut a text into lines, and read each without its Markdown."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}\)")
_BARE_LINK = re.compile(
    r"<?(?:https?://|www\.)[^\s<>]{1,2000}>?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
)
_RULE = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_LIST_MARK = re.compile(r"(?:[-*•▪·●‣–]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_SENTENCE_END = re.compile(r"[.!?…。؟।:;][\"'”’»)\]*_]*$|[.!?][\"'”’»)\]]*\s*\[\d+\]$")

WRAPPED_LINES = 8
"""Lines, at least, from which a text can be told to be broken at a fixed width."""


@dataclass(frozen=True)
class Line:
    """Code points ``start:end`` of a text, without the white space around.

    ``gap`` is the number of blank lines before it, ``level`` that of a Markdown heading (0: none),
    ``mark`` the length of what only marks it (``## ``) at its start.
    """

    start: int
    end: int
    text: str
    gap: int
    level: int = 0
    mark: int = 0

    @cached_property
    def plain(self) -> str:
        """Return the line as a reader sees it: without link targets, emphasis and mark."""
        text = self.text[self.mark :]
        shown = (
            (_LINK.sub(r"\1", text) if "](" in text else text).replace("**", "").replace("__", "")
        )
        return shown.strip().strip("*_").strip()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return its words, folded in case and with straight apostrophes."""
        return tuple(map(str.casefold, _WORD.findall(self.plain.replace("’", "'"))))

    @cached_property
    def key(self) -> str:
        """Return what two lines share that say the same."""
        return " ".join(self.words)

    @cached_property
    def linked(self) -> float:
        """Return the share (0..1) of its visible characters that are links."""
        if not any(sign in self.text for sign in ("](", "://", "www.", "@")):
            return 0.0
        text = self.text[self.mark :]
        shown = _LINK.sub(lambda found: found[1], text)
        inside = sum(len(found[1]) for found in _LINK.finditer(text))
        bare = sum(len(found[0]) for found in _BARE_LINK.finditer(_LINK.sub("", text)))
        solid = sum(1 for char in shown if char.isalnum())
        return min(1.0, (inside + bare) / solid) if solid else 0.0

    @cached_property
    def is_rule(self) -> bool:
        """Return whether it holds no word at all."""
        return not self.words or _RULE.fullmatch(self.plain) is not None

    @cached_property
    def ends_sentence(self) -> bool:
        """Return whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.plain) is not None

    @property
    def is_listed(self) -> bool:
        """Return whether it starts with the mark of a list."""
        return _LIST_MARK.match(self.text) is not None

    @cached_property
    def is_prose(self) -> bool:
        """Return whether it looks like a paragraph: a sentence, or long."""
        count = len(self.words)
        return (count >= 8 and self.ends_sentence) or count >= 25


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold anything, in order.

    A paragraph that was broken at a fixed width comes as one line with line feeds inside.
    """
    lines = list(_each_line(text))
    return _rejoin(text, lines) if _is_wrapped(lines) else lines


def _each_line(text: str) -> list[Line]:
    lines: list[Line] = []
    at = gap = 0
    for raw in re.split(r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])", text):
        start = at
        at += len(raw)
        at += 2 if text.startswith("\r\n", at) else 1
        body = raw.strip()
        if not body:
            gap += 1
            continue
        start += len(raw) - len(raw.lstrip())
        lines.append(make_line(text, start, start + len(body), gap))
        gap = 0
    return lines


def make_line(text: str, start: int, end: int, gap: int) -> Line:
    """Return the line at ``start:end`` of ``text``."""
    body = text[start:end]
    heading = _HEADING.match(body)
    if heading and len(heading[0]) < len(body):
        return Line(start, end, body, gap, len(heading[1]), heading.end())
    return Line(start, end, body, gap)


def _is_wrapped(lines: list[Line]) -> bool:
    """Return whether most lines stop near one width without ending a sentence."""
    if len(lines) < WRAPPED_LINES:
        return False
    widths = sorted(line.end - line.start for line in lines)
    width = widths[len(widths) * 9 // 10]
    if not 40 <= width <= 110 or widths[-1] > width * 1.25:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    broken = sum(
        1 for a, b in pairs if len(a.text) > 0.7 * width and not a.ends_sentence and b.text[:1]
    )
    return len(pairs) >= WRAPPED_LINES // 2 and broken > 0.5 * len(pairs)


def _rejoin(text: str, lines: list[Line]) -> list[Line]:
    width = max(line.end - line.start for line in lines)
    joined: list[Line] = []
    last = 0
    for line in lines:
        previous = joined[-1] if joined else None
        if (
            previous
            and line.gap == 0
            and last > 0.6 * width
            and not (line.level or previous.level or line.is_listed)
        ):
            joined[-1] = make_line(text, previous.start, line.end, previous.gap)
        else:
            joined.append(line)
        last = line.end - line.start
    return joined
