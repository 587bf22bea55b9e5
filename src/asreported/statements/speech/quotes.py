"""Find what stands between quotation marks, however broken the marks are.

A mark's neighbours say whether it opens or closes; its own shape ("“" or "”") only settles what
they leave open, since real pages turn marks round, mix straight with curly ones and drop them. One
pass over each paragraph, so the time is linear; an unclosed mark ends with its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from asreported.language.turns import find_labels
from asreported.model.document import ARTICLE_KINDS, PARSED_KINDS, Document

_MARK = re.compile(r"[“”„‟«»\"‘’'‚‛‹›`´]+")
_SINGLE = frozenset("‘’'‚‛‹›`´")
_OPENING = frozenset("“„‟«‘‚‛‹`")
_CLOSING = frozenset("”»’›´")
# What may stand before an opening mark, and after a closing one, beside white space.
_BEFORE_OPENING = frozenset("([{-–—:/*_|•…")
_AFTER_CLOSING = frozenset(".,;:!?)]}-–—…/*_<[|(")
_ELISION = re.compile(r"(?:\d\ds?|em|til|till|cause|tis|twas|n|bout|round|cuz|neath|ere)\b", re.I)
_SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s|$)")
_WHO = r"(?:(?:[A-Z][\w.'’-]*\s){1,4}|s?he\s|they\s|the\s(?:\w+\s){1,3})"
_SAYS = r"(?:said|added|wrote|says)"
_SAID = rf"\s(?:{_WHO}{_SAYS}|{_SAYS}(?:\s[A-Z][\w'’-]*){{1,4}})\."
# What tells of the speaker behind words whose closing mark is missing: ", Roe said.".
_TAG = re.compile(rf",(?={_SAID}$)")
# A single mark that closes what a double one opened: "“We go,' Roe said.", "“We go.'".
_ODD_CLOSING = re.compile(rf"(?<=[,!?])['’](?=\s{_WHO}{_SAYS}\b)|(?<=[.!?])['’]$")
# A tag that is a sentence's end, behind which an opening mark may be missing: '" Roe said. We'.
_TAGGED = re.compile(rf"(?<=[,!?].){_SAID}\s+(?=[A-Z])")
_PARAGRAPH = re.compile(r"[^\n]+")
# A line this long that ends without a stop may have been wrapped there.
_WRAPPED = 55
# From this share of the text on, a transcript is all it is.
_MOSTLY_TURNS = 0.6
_ENDS_LINE = frozenset(".!?:;”\"’'…)]*_")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Code points ``start:end`` of the text, without outer white space, in a region of ``kind``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: ``start:end`` without the marks, ``outer`` with them.

    ``paragraph`` is the index of its paragraph; ``nested`` is True inside another quotation;
    ``opened`` and ``closed`` say whether the marks are there. ``label`` is the last code point of
    the name that a transcript puts before a turn, which has no marks; -1 elsewhere.
    """

    start: int
    end: int
    outer: tuple[int, int]
    paragraph: int
    nested: bool = False
    opened: bool = True
    closed: bool = True
    label: int = -1


def find_paragraphs(document: Document) -> list[Paragraph]:
    """Return the paragraphs of headline, captions and article text, in text order.

    A line that breaks off in mid-sentence goes on in the next line of the same region.
    """
    text = document.text
    found: list[Paragraph] = []
    for region in document.regions:
        if region.kind not in PARSED_KINDS:
            continue
        open_line = False
        for line in _PARAGRAPH.finditer(text, region.start, region.end):
            words = line.group().strip()
            if not words:
                open_line = False
                continue
            start = line.start() + line.group().index(words[0])
            end = start + len(words)
            if open_line:
                found[-1] = replace(found[-1], end=end)
            else:
                found.append(Paragraph(start, end, region.kind))
            open_line = _goes_on(text, words, line.end())
    return found


def _goes_on(text: str, words: str, end: int) -> bool:
    """Return whether the next line continues ``words``: a wrapped line, no end of a sentence."""
    if words[-1] in _ENDS_LINE or text[end : end + 1] != "\n":
        return False
    following = text[end + 1 : end + 2]
    return following.islower() or (len(words) >= _WRAPPED and following.isalnum())


def find_quotations(text: str, paragraphs: list[Paragraph]) -> list[Quotation]:
    """Return what stands between marks, by start; a nested one comes after the one around it."""
    found: list[Quotation] = []
    body = [i for i, paragraph in enumerate(paragraphs) if paragraph.kind in ARTICLE_KINDS]
    after = dict(pairwise(body))
    announced = False
    turns = _turns_of(text, paragraphs, body)
    for index, paragraph in enumerate(paragraphs):
        in_body = paragraph.kind in ARTICLE_KINDS
        turn = turns.get(index)
        follower = paragraphs[after[index]].start if index in after else None
        scan = _Scan(text, paragraph, index, announced and in_body)
        scan.run()
        reopened = follower is not None and text[follower] in _OPENING | {'"', "'"}
        quotations = list(scan.finish(reopened))
        if turn is not None:
            quotations = [turn, *(replace(q, nested=True) for q in quotations)]
        if in_body:
            unclosed = any(not q.closed and not q.nested for q in quotations[-1:])
            announced = unclosed or text[paragraph.end - 1] == ":"
        found.extend(quotations)
    return sorted(found, key=lambda q: (q.start, -q.end))


def _turns_of(text: str, paragraphs: list[Paragraph], body: list[int]) -> dict[int, Quotation]:
    """Return the turns of a transcript by the paragraph that each fills.

    What follows a turn is of the same speaker only where another label follows and the text is
    hardly anything but turns, or the labels have lines of their own: an article that shows an
    exchange goes on in its own voice.
    """
    lines = [text[paragraphs[at].start : paragraphs[at].end] for at in body]
    labels = find_labels(lines)
    spoken = sum(len(line) for at, line in enumerate(lines) if at in labels or at - 1 in labels)
    alone = any(label.begins == len(lines[at]) for at, label in labels.items())
    goes_on = alone or spoken >= _MOSTLY_TURNS * sum(map(len, lines))
    last = max(labels, default=-1)
    found: dict[int, Quotation] = {}
    label, begun = -1, False
    for at, index in enumerate(body):
        paragraph, mark = paragraphs[index], labels.get(at)
        begins = paragraph.start
        if mark is not None:
            label, begun = paragraph.start + mark.end - 1, False
            begins += mark.begins
            if begins == paragraph.end:
                continue
        elif label < 0 or (begun and not (goes_on and at < last)):
            continue
        begun = True
        if paragraph.kind != "subhead":
            whole = (begins, paragraph.end)
            found[index] = Quotation(*whole, whole, index, False, False, False, label)
    return found


class _Scan:
    """One paragraph's marks, read from left to right."""

    def __init__(self, text: str, paragraph: Paragraph, index: int, announced: bool) -> None:
        self.text = text
        self.paragraph = paragraph
        self.index = index
        self.announced = announced
        self.found: list[Quotation] = []
        self.double: tuple[int, int] | None = None  # outer and inner start of the open quotation
        self.inner: tuple[int, int] | None = None  # a double mark opened inside a double one
        self.single: tuple[int, int] | None = None
        self.soft: tuple[int, int] | None = None  # "workers' ": an apostrophe or a closing mark
        self.last = self.searched = paragraph.start

    def run(self) -> None:
        for match in _MARK.finditer(self.text, self.paragraph.start, self.paragraph.end):
            for start, end in _runs(match):
                one = end - start == 1 or (self.double is None and self.text[start] == "’")
                if self.text[start] in _SINGLE and one:
                    self._single(start, end, match)
                else:
                    self._double(start, end, match)

    def finish(self, reopened: bool) -> Iterator[Quotation]:
        """Yield the paragraph's quotations, an open one cut at its end."""
        self._drop_single(reopened)
        if self.double is not None and (reopened or not self._raise_inner()):
            self._close_open_end(reopened)
        yield from self.found

    def _double(self, start: int, end: int, match: re.Match[str]) -> None:
        opens, closes = self._turns(start, match)
        if self.double is None:
            if opens:
                self.double = (start, end)
            elif closes:
                self._missing_opening(start, end)
            return
        if opens and not closes:
            before = self.text[self.double[1] : start].rstrip()
            if not before or before[-1] in ".!?…:”’\"'" or self.inner is not None:
                self._end(self.double, start)
                self.double, self.inner = (start, end), None
            else:
                self.inner = (start, end)
        elif self.inner is not None:
            self._add(self.inner, start, end, nested=True)
            self.inner = None
        else:
            self._drop_single(False)
            self._add(self.double, start, end)
            self.double = None

    def _single(self, start: int, end: int, match: re.Match[str]) -> None:
        before, after = self._around(match)
        if before.isalnum() and after.isalnum() and len(match.group()) == 1:
            return
        opens = bool(after) and not after.isspace() and self._may_open(before, match, start)
        if opens and (after.isalnum() or after in "[($£€“…") and self.text[start] not in "´":
            elided = _ELISION.match(self.text, end) is not None and self.text[start] != "‘"
            if not elided and (self.single is None or not self.soft):
                if self.single is None or self.text[start] != "’":
                    self.single, self.soft = (start, end), None
                return
        if self.single is None or before.isspace() or after.isalnum():
            return
        following = self.text[end : end + 2]
        if before in "sS" and following[:1] == " " and following[1:2].islower():
            self.soft = (start, end)
        else:
            self._close_single(start, end)

    def _close_single(self, start: int, end: int) -> None:
        if self.single is not None and start > self.single[1]:
            self._add(self.single, start, end, nested=self.double is not None)
        self.single = self.soft = None

    def _drop_single(self, reopened: bool) -> None:
        """Settle a single mark that is still open: at an apostrophe after s, or not at all."""
        if self.single is not None and self.soft is not None:
            self._close_single(*self.soft)
        elif self.single is not None and self.double is None:
            start, inner = self.single
            opens = reopened and start == self.paragraph.start
            led = self.text[max(start - 2, 0) : start].strip() == ":"
            if (opens or led) and self.text[inner].isupper():
                end = self.paragraph.end
                self._add(self.single, end, end, closed=False)
        self.single = self.soft = None

    def _raise_inner(self) -> bool:
        """Make top-level what stands in double marks inside a quotation that nothing closes.

        Of '"When the boat came, "I saw that it leaked," he added.' the first mark is one too many.
        """
        assert self.double is not None
        start = self.double[1]
        marks = [q for q in self.found if q.nested and q.start > start and self._is_double(q)]
        if not marks:
            return False
        raised = {id(quotation) for quotation in marks}
        self.found = [replace(q, nested=False) if id(q) in raised else q for q in self.found]
        self.double = None
        return True

    def _is_double(self, quotation: Quotation) -> bool:
        return self.text[quotation.outer[0]] not in _SINGLE

    def _close_open_end(self, reopened: bool) -> None:
        """End an unclosed quotation with its paragraph; a fragment, with its sentence."""
        assert self.double is not None
        start, inner = self.double
        end = self.paragraph.end
        before = self.text[self.paragraph.start : start].rstrip()
        if before and before[-1] not in ':,.!?”"' and not reopened:
            stop = _SENTENCE_END.search(self.text, inner, end)
            end = stop.start() if stop else end
        self._end((start, inner), end)
        self.double = None

    def _end(self, opening: tuple[int, int], limit: int) -> None:
        """End an unclosed quotation at ``limit``, or before the tag that it would swallow.

        Of "“We go,' Roe said." a single mark closes it, unless that closes a quotation inside.
        """
        end = opening[1] + len(self.text[opening[1] : limit].rstrip())
        odd = _ODD_CLOSING.search(self.text, opening[1], end)
        nested = odd is not None and any(q.outer[1] == odd.end() for q in self.found)
        tag = _TAG.search(self.text, opening[1], end)
        if odd is not None and not nested:
            self._add(opening, *odd.span())
        elif tag is not None:
            self._add(opening, tag.end(), tag.end(), closed=False)
        else:
            self._add(opening, limit, limit, closed=False)

    def _missing_opening(self, start: int, end: int) -> None:
        """Take a closing mark that nothing opened: back to the announcement, else no quotation.

        Behind '"We go," Roe said. ' it closes what goes on from there to the paragraph's end.
        """
        begin = self.last
        goes_on = _TAGGED.match(self.text, begin, start) if self._is_last(start, end) else None
        colon = self.text.rfind(": ", max(begin, self.searched), start)
        self.searched = start - 1  # what was searched once holds no colon: keeps it linear
        if colon >= 0:
            begin = colon + 2
        elif goes_on is not None:
            begin = goes_on.end()
        elif begin != self.paragraph.start or not (self.announced or self.text[start - 1] == ","):
            return
        self._add((begin, begin), start, end, opened=False)

    def _is_last(self, start: int, end: int) -> bool:
        """Return whether a mark stands behind the stop that ends the paragraph."""
        return end == self.paragraph.end and self.text[start - 1] in ".!?…"

    def _add(
        self,
        opening: tuple[int, int],
        start: int,
        end: int,
        nested: bool = False,
        opened: bool = True,
        closed: bool = True,
    ) -> None:
        outer, inner = opening
        words = self.text[inner:start]
        first = inner + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        self.last = end
        if last > first:
            outside = (outer, end if closed else last)
            self.found.append(Quotation(first, last, outside, self.index, nested, opened, closed))

    def _turns(self, start: int, match: re.Match[str]) -> tuple[bool, bool]:
        """Return whether the double mark at ``start`` may open and may close, one at least."""
        before, after = self._around(match)
        if before == "=" or (after == ">" and self.double is None):
            return False, False  # an attribute of markup
        opens = bool(after) and not after.isspace() and self._may_open(before, match, start)
        closes = bool(before) and not before.isspace()
        closes = closes and (not after or after.isspace() or after in _AFTER_CLOSING)
        if opens != closes:
            return opens, closes
        mark = self.text[start]
        if mark in _OPENING and after:
            return True, False
        if mark in _CLOSING:
            return False, True
        if before.isdigit() and self.double is None:
            return False, False  # an inch mark
        is_open = self.double is not None
        return (not is_open and bool(after) and not after.isspace()), is_open

    def _may_open(self, before: str, match: re.Match[str], start: int) -> bool:
        if start > match.start() and self.double is not None and self.text[start - 1] in '”"':
            return False
        return not before or before.isspace() or before in _BEFORE_OPENING

    def _around(self, match: re.Match[str]) -> tuple[str, str]:
        """Return the characters around a run of marks, "" at the paragraph's ends."""
        low, high = self.paragraph.start, self.paragraph.end
        before = self.text[match.start() - 1] if match.start() > low else ""
        after = self.text[match.end()] if match.end() < high else ""
        return before, after


def _runs(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the marks of a run: each alone, but '' and `` (typewriter double marks) together."""
    text, offset, index = match.group(), match.start(), 0
    while index < len(text):
        pair = text[index : index + 2]
        size = 2 if pair in ("''", "``", '""', "‘‘", "’’") else 1
        yield offset + index, offset + index + size
        index += size
