"""Show a clause with what belongs to it: "one of those / who waited in line to pay his respects".

A clause is cut where another begins. What stands alone on a front page runs on to where it may end:
the end of its sentence or of what somebody said, else a mark, "and", or what only says more.

Reads:   the account's text, parse and statements.
"""

import re
from bisect import bisect_left

from asreported.model.span import Span
from asreported.model.statement import Clause, Reading

LONGEST = 200
"""Characters that are shown of it."""
_CLOSING = " \t\n.,;:!?…"
_BREAK = re.compile(r"\s*(?:[,;:]\s|\s[-–—]+\s|—)")
"""Where what is told may end."""
_JOINED = re.compile(r"\s+(?:and|but|or)\s")
_LEADS_ON = re.compile(r"(?:[\s,;:–—-]+(?:and|but|or|adding|noting|saying|writing))+$")
"""The end of what goes on in other words: "that nobody slept,” he said, adding: “nor ate”"."""
_SHORTENED = re.compile(
    r"\b(?:[A-Z]|Col|Capt|Dr|Gens?|Govs?|Lt|Maj|Mr|Mrs|Ms|Prof|Reps?|Sens?|Sgt|St)$"
)
"""The end of what was cut behind a shortened title or name, its stop taken for one that closes."""
_ONE_OF_ALL = frozenset({"the", "those", "all", "one", "only", "any", "every", "no", "that"})
"""Words of a noun that a clause behind it singles out: "the people who waited"."""


def complete(reading: Reading, clause: Clause) -> Span | None:
    """Return the clause with what follows up to where it may end, None where that is too far."""
    span = clause.span
    text = reading.document.text
    bound = find_end(reading, clause)
    if _SHORTENED.search(text, span.start, bound) and text.startswith(".", bound):
        return None  # "Among them are Govs" goes on in what was taken for another sentence.
    if text.count("(", span.start, bound) > text.count(")", span.start, bound):
        return None  # "Her calls for Sen. (D-Minn." goes on in what was taken for another, too.
    if bound - span.start <= LONGEST:
        return _without_joint(text, Span(span.document, span.start, max(bound, span.end)))
    ends = _BREAK.match(text, span.end) or _JOINED.match(text, span.end)
    if not ends and not _says_more(reading, span):
        found = _BREAK.search(text, span.end, span.start + LONGEST)
        if found is None:
            return None
        span = Span(span.document, span.start, found.start())
    return _without_joint(text, span)


def _without_joint(text: str, span: Span) -> Span:
    """Return the words without those behind them that only lead on to others."""
    joint = _LEADS_ON.search(text[span.start : span.end])
    return Span(span.document, span.start, span.start + joint.start()) if joint else span


def _says_more(reading: Reading, span: Span) -> bool:
    """Return whether what follows tells more of a noun that is understood without: "11 men who"."""
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    last = bisect_left(tokens, (span.end,), first)
    heads = [t.head for t in tokens[last : last + 8] if t.dep == "relcl" and first <= t.head < last]
    if not heads:
        return False
    noun = heads[0]
    single = {t.text.lower() for t in tokens[first:last] if t.head == noun}
    return single.isdisjoint(_ONE_OF_ALL) and tokens[noun].pos == "NOUN"


def find_end(reading: Reading, clause: Clause) -> int:
    """Return where the words of the sentence end, or of what somebody is said to say in it."""
    bound = clause.sentence.end
    if clause.voice is not None:
        ends = [
            min(part.end, clause.sentence.end)
            for statement in reading.statements
            if statement.id == clause.voice
            for part in statement.content
            if part.covers(clause.span)
        ]
        bound = min(ends, default=clause.span.end)
    while bound > clause.span.end and reading.document.text[bound - 1] in _CLOSING:
        bound -= 1
    return bound
