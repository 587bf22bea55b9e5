"""Find readers' comments by what recurs among them: who says it, when, and a way to reply.

A blog that lists its own posts has recurring dates too; so a thread needs a heading that counts
its comments, or a mark to reply or a "says:" that comes again.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from asreported.documents.lines.hints import DIGIT, PAST, REPLYING, SAYING, line_words
from asreported.documents.lines.lines import Line

_SAYS = re.compile(
    r".{1,60}?\s?\b(?:says|said|wrote|writes|schreibt|schrieb|sagte?|meinte?|antwortete?|a dit|dit"
    r"|dice|dijo|escribi[oó]|ha scritto|napisa[łl]|skrev)\s?:?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:\d{1,3}|an?|ein(?:em|er)?) (?:second|minute|hour|day|week|month|year)s? ago\b"
    r"|\bvor (?:\d{1,3}|ein(?:em|er)?) (?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n|en)?\b"
    r"|\b\d{1,3} (?:tag|woche|monat|jahr)e?n? her\b|\bil y a \d|\bhace \d",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"(?:reply|antworten?|zitieren|antworten\s?löschen|löschen|liken|liken\s?liken|gefällt mir"
    r"|répondre|responder|rispondi|melden|permalink|quote|vote up|vote down"
    r"|continue this thread|kommentieren|reply to .{1,40}|auf .{1,40} antworten|daumen hoch.{0,24})"
    r"(?:\s?(?:reply|antworten|löschen|like|liken|zitieren|melden|report|share|\d{1,4}|[|·•»]))*",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\d{1,6}|one|an?|eine?)\s(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?"
    r"|kommentare?|antworten?|gedanken?|reaktion(?:en)?|meinung(?:en)?|leserpost|commentaires?"
    r"|comentarios?|comment[io]|reacties?)\b.{0,140}"
    r"|(?:comments?|kommentare?|leserpost|leserkommentare|responses|antworten|commentaires"
    r"|comentarios|reacties)\s?[(:]?\s?\d{0,6}\)?:?"
    r"|(?:(?:customer|user) reviews|kundenbewertungen|rezensionen)\b.{0,140}",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:0|no|keine)\b", re.IGNORECASE)
_MOST_HEAD_WORDS = 14
_LEAST_ARTICLE_WORDS = 40
"""Words of prose before the first comment."""
_APART = 40
"""Lines from one comment's head to the next, at most."""
_BELOW_HEADING = 8
_NUMBERED = re.compile(r"#\d{1,4} (?:von|by|par|por|di|door|av)\b", re.IGNORECASE)
_LEAST_ANSWERED = 2
"""Comments that have a way to reply, from which a run of them is a thread: one that has a number
is one alone."""
_MOST_COMMENT_WORDS = 400


class Thread(NamedTuple):
    """Lines ``first`` to ``last``, both comments, and why."""

    first: int
    last: int
    reason: str


def find_threads(lines: Sequence[Line]) -> list[Thread]:
    """Return the runs of comments among ``lines``, in order."""
    prose = 0
    start = len(lines)
    for at, line in enumerate(lines):
        prose += len(line.words) if line.is_prose else 0
        if prose >= _LEAST_ARTICLE_WORDS:
            start = at + 1
            break
    heads = [
        at
        for at in range(start, len(lines))
        if lines[at].hints & (SAYING | PAST | DIGIT) and _is_head(lines[at])
    ]
    threads: list[Thread] = []
    for run in _runs(heads):
        thread = _thread(lines, run, start)
        if thread and (not threads or thread.first > threads[-1].last):
            threads.append(thread)
    return threads


def _is_head(line: Line) -> bool:
    """Return whether a line says who wrote a comment, or when, and nothing else."""
    if not 1 <= len(line.words) <= _MOST_HEAD_WORDS:
        return False
    if _is_said(line):
        return True
    if len(line.words) <= 8 and line.hints & PAST and _AGO.search(line.plain):
        return True
    if not line.moments:
        return False
    found = line.moments[0]
    rest = line.plain[: found.start] + line.plain[found.end :]
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 6 and not line.plain.endswith((".", ","))


def _is_said(line: Line) -> bool:
    if not line.hints & SAYING or line_words("saying").isdisjoint(line.words[-2:]):
        return False
    return _SAYS.fullmatch(line.plain) is not None


def _runs(heads: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for at in heads:
        if runs and at - runs[-1][-1] <= _APART:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _thread(lines: Sequence[Line], run: list[int], start: int) -> Thread | None:
    """Return the thread of which ``run`` are the heads, or None where it is none."""
    last = _end(lines, run[-1])
    heading = _heading(lines, max(start, run[0] - _BELOW_HEADING), run)
    if heading is not None:
        return Thread(heading, last, f'below "{lines[heading].plain[:60]}", each with its time')
    ends = [*run[1:], last + 1]
    answered = [head for head, end in zip(run, ends, strict=True) if _is_answered(lines, head, end)]
    numbered = any(_NUMBERED.match(lines[head].plain) for head in answered)
    if len(answered) < (1 if numbered else _LEAST_ANSWERED):
        return None
    first = answered[0] - 1 if _is_name(lines[answered[0] - 1]) else answered[0]
    return Thread(first, last, "each with its writer and time, and a way to reply")


def _heading(lines: Sequence[Line], low: int, run: Sequence[int]) -> int | None:
    """Return the line that counts the comments, above the first of ``run`` or between them."""
    for at in range(low, run[-1]):
        line = lines[at]
        if len(line.words) > 20 or not _COUNTED.fullmatch(line.plain) or _NONE.match(line.plain):
            continue
        below = [head for head in run if head > at]
        near = below[0] - at <= _BELOW_HEADING
        if near and len(below) >= (1 if any(map(str.isdigit, line.plain)) else 3):
            return at
    return None


def _is_answered(lines: Sequence[Line], head: int, end: int) -> bool:
    """Return whether a comment says that somebody says it, or has a way to reply."""
    if _is_said(lines[head]) or lines[head].hints & REPLYING:
        return True
    words = 0
    for line in lines[head + 1 : end]:
        if _is_reply(line):
            return True
        words += len(line.words)
        if words > _MOST_COMMENT_WORDS:
            return False
    return False


def _is_reply(line: Line) -> bool:
    return _REPLY.fullmatch(line.plain.strip("[] ")) is not None


def _is_name(line: Line) -> bool:
    return len(line.words) <= 4 and not line.ends_sentence


def _end(lines: Sequence[Line], head: int) -> int:
    """Return the last line of the comment below ``head``."""
    last = head
    for at in range(head + 1, min(len(lines), head + _APART)):
        line = lines[at]
        if _is_reply(line):
            # Right below the head, the way to reply stands above what is said.
            if at > head + 1:
                return at
            continue
        phrase = line.phrase
        if phrase is not None or line.level or line.linked > 0.9:
            break
        last = at
    return last
