"""Cut a text into lines, and read each without its Markdown."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Generic, TypeVar

from asreported.documents.lines.hints import DIGIT, TELLING, read_hints
from asreported.documents.lines.moments import Moment, find_moments
from asreported.documents.lines.phrases import Phrase, find_words, fold_words

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}\)")
_BARE_LINK = re.compile(
    r"<?(?:https?://|www\.)[^\s<>]{1,2000}>?|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
)
_RULE = re.compile(r"[\W_]+")
_LIST_MARK = re.compile(r"(?:[-*•▪·●‣–]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_ENDS = tuple(".!?…。؟।:;")
_CLOSING = "\"'”’»)]*_"
_NOTED_END = re.compile(
    r"[.!?][\"'”’»)\]]*\s*(?:\[\d+\]"
    r"|\((?:[A-Za-z]{2,5}(?:/[a-z]{2,4}){1,2}|[a-z]{2,4}|[A-Z]{2,5} \d[\d.]{3,8})\))$"
)
"""A note's number, or the mark of an agency and of who edited: "... (dpa/jd)"."""
_NOTE = 40
"""Code points at the end of a line in which the mark stands."""
_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RARE_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"

LONG = 25
"""Words from which a line is prose though it may end like none."""
_SENTENCE = 8
"""Words from which a line that ends as a sentence does is a paragraph."""
WRAPPED_LINES = 8
"""Lines, at least, from which a text can be told to be broken at a fixed width."""


_Kept = TypeVar("_Kept")


class kept(Generic[_Kept]):
    """A property that is worked out once, when first asked for.

    `functools.cached_property` does the same behind a lock, which costs more than most of these.
    """

    def __init__(self, make: Callable[[Any], _Kept]) -> None:
        self._make, self._name = make, make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, holder: Any, _: type | None = None) -> _Kept:
        if holder is None:
            return self  # type: ignore[return-value]
        value = holder.__dict__[self._name] = self._make(holder)
        return value


class Line:
    """Code points ``start:end`` of a text, without the white space around.

    ``gap`` is the number of blank lines before it, ``level`` that of a Markdown heading (0: none),
    ``mark`` the length of what only marks it (``## ``) at its start. ``plain`` is the line as a
    reader sees it: without link targets, emphasis and mark. Nobody changes a line; it is no frozen
    data class because to make one costs more than to read it.
    """

    def __init__(
        self, start: int, end: int, text: str, gap: int, level: int = 0, mark: int = 0
    ) -> None:
        self.start, self.end, self.text = start, end, text
        self.gap, self.level, self.mark = gap, level, mark
        marked = "*" in text or "_" in text or "]" in text or mark
        self.plain = _shown(text[mark:]) if marked else text.strip()

    @kept
    def words(self) -> tuple[str, ...]:
        """Return its words, folded in case and with straight apostrophes."""
        return fold_words(self.plain)

    @kept
    def hints(self) -> int:
        """Return what it may be, a bit each: those of `hints`."""
        return read_hints(self.plain, self.words)

    @kept
    def phrase(self) -> Phrase | None:
        """Return the phrase of what pages print around articles that tells what it is, or None."""
        return find_words(self.plain, self.words) if self.hints & TELLING else None

    @kept
    def key(self) -> str:
        """Return what two lines share that say the same."""
        return " ".join(self.words)

    @kept
    def moments(self) -> tuple[Moment, ...]:
        """Return the full dates in it, as a reader sees it."""
        return tuple(find_moments(self.plain)) if self.hints & DIGIT else ()

    @kept
    def moments_written(self) -> tuple[Moment, ...]:
        """Return the full dates in it as it is written, Markdown and all."""
        return self.moments if self.plain == self.text else tuple(find_moments(self.text))

    @kept
    def linked(self) -> float:
        """Return the share (0..1) of its visible characters that are links."""
        text = self.text
        if "@" not in text and "://" not in text and "www." not in text and "](" not in text:
            return 0.0
        text = text[self.mark :]
        shown = _LINK.sub(lambda found: found[1], text)
        inside = sum(len(found[1]) for found in _LINK.finditer(text))
        bare = sum(len(found[0]) for found in _BARE_LINK.finditer(_LINK.sub("", text)))
        solid = sum(1 for char in shown if char.isalnum())
        return min(1.0, (inside + bare) / solid) if solid else 0.0

    @kept
    def is_rule(self) -> bool:
        """Return whether it holds no word at all."""
        return not self.words or (self.words[0] == "©" and _RULE.fullmatch(self.plain) is not None)

    @kept
    def ends_sentence(self) -> bool:
        """Return whether it ends as a sentence does."""
        plain = self.plain
        if plain.rstrip(_CLOSING).endswith(_ENDS):
            return True
        return plain.endswith(("]", ")")) and _NOTED_END.search(plain[-_NOTE:]) is not None

    @property
    def is_listed(self) -> bool:
        """Return whether it starts with the mark of a list."""
        return _LIST_MARK.match(self.text) is not None

    @kept
    def is_prose(self) -> bool:
        """Return whether it looks like a paragraph: a sentence, or long."""
        count = len(self.words)
        return (count >= _SENTENCE and self.ends_sentence) or count >= LONG


def tell(lines: Sequence[Line], name: str, values: Iterable[object]) -> None:
    """Let each line know the value of its property ``name``, worked out for all of them at once."""
    for line, value in zip(lines, values, strict=True):
        line.__dict__[name] = value


def _shown(text: str) -> str:
    shown = (_LINK.sub(r"\1", text) if "](" in text else text).replace("**", "").replace("__", "")
    return shown.strip().strip("*_").strip()


def split_lines(text: str) -> list[Line]:
    """Return the lines of ``text`` that hold anything, in order.

    A paragraph that was broken at a fixed width comes as one line with line feeds inside.
    """
    lines = list(_each_line(text))
    return _rejoin(text, lines) if _is_wrapped(lines) else lines


def _each_line(text: str) -> list[Line]:
    lines: list[Line] = []
    at = gap = 0
    rare = any(map(text.__contains__, _RARE_BREAKS))
    for raw in _BREAKS.split(text) if rare else text.split("\n"):
        start = at
        at += len(raw)
        at += 2 if rare and text.startswith("\r\n", at) else 1
        body = raw.strip()
        if not body:
            gap += 1
            continue
        if len(body) != len(raw):
            start += len(raw) - len(raw.lstrip())
        heading = body[0] == "#"
        end = start + len(body)
        lines.append(make_line(text, start, end, gap) if heading else Line(start, end, body, gap))
        gap = 0
    return lines


def make_line(text: str, start: int, end: int, gap: int) -> Line:
    """Return the line at ``start:end`` of ``text``."""
    body = text[start:end]
    heading = _HEADING.match(body) if body[:1] in "# \t" else None
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
