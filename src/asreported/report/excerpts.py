"""Choose what is shown of a clause: one line, no quotation marks inside, not too long."""

import re
from collections.abc import Sequence

from asreported.language.folding import fold
from asreported.lexicon.load import words
from asreported.model.span import Span
from asreported.report.accounts import Account

LONGEST = 150
"""Characters of an excerpt: two lines of a terminal."""
_UTMOST, _BEHIND = 260, 50
"""The same of a clause whose verb comes late: at most, and from the end of the verb on."""
FEWEST = 4
"""Words with which a clause or a line tells something: "eight wounded" only counts."""
_LEADS_ON = words("function_words")
_HANGING = re.compile(
    r"(?:[,;:] (?:and|as|but|or|that|when|while|with)"
    r"| (?:a|an|and|as|but|by|for|from|into|of|or|that|the|to|which|who|with))$"
)
"""The end of a clause whose sentence goes on: "sentenced to ten years, with"."""
_BRACKETS = {"[": "]", "(": ")"}
# A straight single mark that opens words, and one that closes them: no apostrophe.
_OPENS, _CLOSES = re.compile(r"(?<![\w'])'(?=[^\W\d])"), re.compile(r"(?<=[\w.,!?])'(?!\w)")
_LEADING = re.compile(
    r"(?:However|Moreover|Meanwhile|Furthermore|Additionally|Besides|Also|Then|Still|Instead|Indeed"
    r"|Nonetheless|Nevertheless|Notably|Separately|Therefore|Thus|Rather|Similarly|Likewise|Finally"
    r"|Specifically|Consequently|Hence|Conversely|After all|In addition|In fact), (?=\w)"
)
"""What joins a sentence to those before it, and is nothing without them."""
_STUMP = re.compile(r"(?:\s*[—–]| --?|,) (?:an?|the|one) \w+$")
"""The end of a clause that is nothing without what is told of it: "in 2017 - a year / that saw"."""
TOLD_OF = re.compile(r"\s+(?:that|where|which|who|whose)\b")
"""What follows a clause and tells of its last noun."""
_CLOSING = 2
"""Characters behind an excerpt that may be marks alone."""
_PIECE = re.compile(r"[^“”„«»]+")


def excerpt_of(
    account: Account, span: Span, *, told: int, longest: int = LONGEST
) -> tuple[Span, ...]:
    """Return the parts of ``span`` that are shown of an account, in text order, at least one.

    What stands between marks is a part of its own: the words in front of them say too little.
    ``told`` are the characters of the words that hold all of their verb, 0 for none; ``longest``
    those that are shown of a clause whose verb comes early.
    """
    text = account.document.quote(span)
    for start, end in account.insets(span):
        text = text[:start] + "\n" * (end - start) + text[end:]
    lines = [_pieces(text, *line.span()) for line in re.finditer(r"[^\n]+", text)]
    if not any(lines):
        return (span,)
    # The first line that says something, else the longest.
    counts = [sum(len(text[a:b].split()) for a, b in line) for line in lines]
    line = next((n for n, count in enumerate(counts) if count >= FEWEST), counts.index(max(counts)))
    places = lines[line]
    if not text[places[-1][1] :].strip() and TOLD_OF.match(account.document.text, span.end):
        stump = _STUMP.search(text, *places[-1])
        places[-1] = places[-1][0], stump.start() if stump else places[-1][1]
    # "The farmer who saw it, a man of the northern hills," tells nothing of him.
    limit = places[0][0] + min(max(longest, told + _BEHIND), _UTMOST)
    places = [places[0], *(place for place in places[1:] if place[1] <= limit)]
    if places[0][1] > limit:
        places = [(places[0][0], _cut(text, max(told, (places[0][0] + limit) // 2), limit))]
    whole = account.document.text
    spans = [Span(span.document, span.start + a, span.start + b) for a, b in places]
    spans[0] = _led_in(_open_bracket(spans[0], whole), whole)
    spans[-1] = _close_bracket(spans[-1], whole)
    return tuple(spans)


def with_brackets(span: Span, text: str) -> Span:
    """Return the words with the bracket at either end that belongs to one of them."""
    return _close_bracket(_open_bracket(span, text), text)


def goes_on(shown: Sequence[Span], whole: Span) -> bool:
    """Return whether not all of the words are shown, but for marks behind them."""
    return whole.end - shown[-1].end > _CLOSING


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where in ``text[start:end]`` words stand, between quotation marks or outside."""
    places = [_trimmed(text, *piece.span()) for piece in _PIECE.finditer(text, start, end)]
    places = [(first, last) for first, last in places if text[first:last].strip(" ,.;:")]
    if places:
        first, last = places[-1]
        hanging = _HANGING.search(text, first, last)
        places[-1] = first, hanging.start() if hanging else last
    return places


def _open_bracket(span: Span, text: str) -> Span:
    """Return the words with the bracket or mark that one of them closes: "[Brandt] was there"."""
    inside, before = text[span.start : span.end], text[max(0, span.start - 1) : span.start]
    closing = _BRACKETS.get(before, "")
    opened = bool(closing) and inside.count(closing) > inside.count(before)
    opened = opened or (before == "'" and _CLOSES.search(inside) is not None)
    return Span(span.document, span.start - opened, span.end)


def _close_bracket(span: Span, text: str) -> Span:
    """Return the words with the bracket or mark that one of them opens: "it was for [Brandt]"."""
    inside, behind = text[span.start : span.end], text[span.end : span.end + 1]
    pairs = _BRACKETS.items()
    closed = any(behind == end and inside.count(of) > inside.count(end) for of, end in pairs)
    opens = [match.start() for match in _OPENS.finditer(inside)] if behind == "'" else []
    closed = closed or (bool(opens) and _CLOSES.search(inside, opens[-1] + 1) is None)
    return Span(span.document, span.start, span.end + closed)


def _led_in(span: Span, text: str) -> Span:
    """Return the words without one in front that joins them to others: "However, he stayed"."""
    led = _LEADING.match(text, span.start, span.end)
    return Span(span.document, led.end(), span.end) if led else span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t,;:'\u00a0*_":
        start += 1
    while end > start and text[end - 1] in " \t,;:'\u00a0*_":
        end -= 1
    return start, end


def _cut(text: str, least: int, limit: int) -> int:
    """Return where to end: after a clause that ends from ``least`` on, else after a word."""
    clause = max(text.rfind(mark, least, limit) for mark in (", ", "; ", " - "))
    if clause > 0:
        return clause
    end = text.rfind(" ", least, limit)
    # "Was sentenced on" breaks off in the middle of what it says.
    while end > least and fold(text[text.rfind(" ", 0, end) + 1 : end]) in _LEADS_ON:
        end = text.rfind(" ", 0, end)
    return end if end > 0 else limit
