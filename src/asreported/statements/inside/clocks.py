"""Find times that one article contradicts: a weekday that is not that date's, one act at two hours.

Reads:   `DateMention` values and the parse.
Assigns: `Internal` of kind "time".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from asreported.language.calendar import day_of
from asreported.lexicon.load import words
from asreported.lexicon.weekdays import SHORT_WEEKDAYS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import DateMention, Internal, Reading

_BLURS = re.compile(
    r"\b(?:around|about|after|before|roughly|approximately|by|until|till|from|since|towards?)\s+$",
    re.IGNORECASE,
)
# "2:41 a.m. (0041 GMT)" is one time on two clocks.
_ZONE = re.compile(r"[^)\n]{0,12}\b(?:GMT|UTC|CET|EST|EDT|PST|PDT|BST|ET|[Ll]ocal)\b")
_NAMED = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b")


def find_clocks(reading: Reading) -> Iterator[Internal]:
    """Yield wrong weekdays, and acts that happen once and are told at two times of one day."""
    wrong = set()
    for mention in reading.dates:
        named = _NAMED.match(reading.document.quote(mention.span))
        day = day_of(mention.iso) if mention.form.startswith("day:") else None
        if named and day and SHORT_WEEKDAYS[day.weekday()] != named[1].casefold():
            # A caption that stands twice is wrong once.
            if mention.iso[:10] not in wrong:
                reason = f"{mention.iso[:10]} is a {day:%A}"
                yield Internal("time", (mention.span,), 2.0, reason)
            wrong.add(mention.iso[:10])
    yield from _hours(reading)


def _hours(reading: Reading) -> Iterator[Internal]:
    told: dict[str, tuple[DateMention, str]] = {}
    for mention in reading.dates:
        hour = (mention.iso or mention.form).partition("T")[2]
        if not re.fullmatch(r"\d\d:\d\d", hour):
            continue
        before = reading.document.text[max(0, mention.span.start - 20) : mention.span.start]
        zoned = before.endswith("(") and _ZONE.match(reading.document.text, mention.span.start)
        act = None if zoned or _BLURS.search(before) else _act(reading, mention)
        if act is None:
            continue
        held = told.setdefault(act, (mention, hour))
        if held[1] != hour and held[0].iso[:10] == mention.iso[:10]:
            spans = (_clause(reading, held[0]), _clause(reading, mention))
            reason = f"{act}: {held[1]} in one place, {hour} in another"
            yield Internal("time", spans, 2.0, reason)
            return


def _act(reading: Reading, mention: DateMention) -> str | None:
    """Return the verb that a clock time goes with, if it is one that happens once."""
    tokens = reading.parse.tokens
    index = bisect_right(tokens, mention.span.start, key=lambda token: token.end)
    for _ in range(6):
        if index >= len(tokens):
            return None
        token: Token = tokens[index]
        if token.pos == "VERB":
            once = token.lemma in words("happenings")
            return token.lemma if once else None
        if token.head == index:
            return None
        index = token.head
    return None


def _clause(reading: Reading, mention: DateMention) -> Span:
    fits = [c.span for c in reading.clauses if c.span.covers(mention.span)]
    return min(fits, key=len) if fits else mention.span
