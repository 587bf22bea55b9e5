"""Find parts that do not make their whole, told over a sentence or two.

"Of the 47, 29 are adults and 16 children" are 45; "400 of 1,140 homes ... the remaining 640" are
100 short; "27 people were hurt. Of those, 16 ..., nine ... and three ..." are 28.

Reads:   `Quantity` values and sentences.
Assigns: `Internal` of kind "arithmetic".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity, Reading

_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|a\s+total\s+of\s+)?")
_REST = re.compile(
    r"\b(?P<the>the|its|their|another|with)\s+(?P<rest>remaining|rest|other)\s+$", re.I
)
# "Of the 47, 29 ..."; "Of those, 16 ..."; "made up of 18 ... and 29 ...".
_OF_THE = re.compile(r"(?:^|[.,;:–—-]\s+|\()of the(?:se)?\s+$", re.IGNORECASE)
_OF_THOSE = re.compile(
    r"^[\s“\"]*of (?:(?:those|these|them|the (?:dead|injured|wounded|victims)),|(?:these|those) )",
    re.I,
)
_OF_WHOM = re.compile(r"[^.;:\n\d]{0,40},\s+of\s+(?:whom|which)\s+$")
_MADE_UP = re.compile(
    r"[^.;:\n\d]{0,30}\b(?:made up of|consisting of|consists of|comprising|composed of"
    r"|divided into|split into)\s+(?:a |the )?$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"[^.;:()\n\d]{0,60}(?:,|,?\s+and|,?\s+plus|;|,?\s+while)\s+(?:another\s+|a\s+further\s+)?$",
    re.I,
)
# What makes a list of parts open, or lets one thing be counted under two of them.
_OPEN = re.compile(
    r"\b(?:including|among|mostly|some|others?|rest|remaining|remainder|also|both|either|each"
    r"|at least|of (?:them|whom|which|those)|unknown|unidentified|not|undecided|abstain\w*)\b",
    re.IGNORECASE,
)
# Parts that leave nobody out: what is short of the whole contradicts it only where all are these.
_ALL = (
    ("adult", "grown-up", "child", "minor", "teenager", "baby"),
    ("man", "woman", "child", "boy", "girl", "baby", "male", "female"),
    ("civilian", "soldier", "militant", "fighter", "policeman", "officer", "police", "rebel"),
    ("passenger", "crew"),
    ("kill", "die", "dead", "injure", "wound", "hurt", "unhurt", "unharmed", "uninjured",
     "unscathed", "survive", "escape", "missing"),
)  # fmt: skip
_NEAR_MISS = 0.1  # A whole so near to its parts is theirs, and no other number of the article.
# So little short of their whole the parts of a closed list leave nobody out, but for a slip.
_SHORT = 0.05
_BACK = 2  # Sentences before a rest, in which whole and part stand.
_PEOPLE = ("person", "people", "hostage", "passenger", "resident", "worker", "prisoner", "patient")


class _Sentence(NamedTuple):
    """A sentence, and the counts in it."""

    span: Span
    counts: tuple[Quantity, ...]


def find_parts(reading: Reading) -> Iterator[Internal]:
    """Yield each whole that its parts do not make; ``gap`` is the greater over the lesser."""
    counts = [q for q in reading.quantities if q.kind == "count"]
    if len(counts) < 3:
        return
    sentences = _sentences(reading, counts)
    for at, sentence in enumerate(sentences):
        yield from _listed(reading, sentences, at)
        for index, rest in enumerate(sentence.counts):
            match = _REST.search(_before(reading, rest.span))
            if match and _exact(rest):
                earlier = chain.from_iterable(s.counts for s in sentences[max(0, at - _BACK) : at])
                before = [*earlier, *sentence.counts[:index]]
                yield from _rest(reading, before, rest, match["rest"].casefold(), counts)


def _sentences(reading: Reading, counts: Sequence[Quantity]) -> list[_Sentence]:
    tokens, found, at = reading.parse.tokens, [], 0
    for first, last, kind in reading.parse.sentences:
        if last <= first or kind == "caption":
            continue
        span = reading.document.span(tokens[first].start, tokens[last - 1].end)
        while at < len(counts) and counts[at].span.start < span.start:
            at += 1
        held = at
        while at < len(counts) and counts[at].span.start < span.end:
            at += 1
        found.append(_Sentence(span, tuple(counts[held:at])))
    return found


def _before(reading: Reading, span: Span) -> str:
    return reading.document.text[max(0, span.start - 40) : span.start]


def _exact(*quantities: Quantity) -> bool:
    return all(q.is_exact and q.value >= 1 and q.value % 1 == 0 for q in quantities)


def _rest(
    reading: Reading,
    before: Sequence[Quantity],
    rest: Quantity,
    word: str,
    counts: Sequence[Quantity],
) -> Iterator[Internal]:
    """Check "the remaining 640" against "400 of 1,140" before it, or against who left."""
    text = reading.document.text
    pairs = [
        (part, whole)
        for part, whole in pairwise(before)
        if _OF.fullmatch(text[part.span.end : whole.span.start]) and part.value < whole.value
    ]
    if len(pairs) == 1 and _exact(*pairs[0]):
        part, whole = pairs[0]
        # What was counted of the rest already: "400 of 1,140, 100 ..., the remaining 640".
        others = [q for q in before if q.span.start > whole.span.end]
        if not others and part.value + rest.value != whole.value:
            yield _internal(reading, whole, (part, rest))
    elif word == "remaining" and not pairs and before and _exact(before[-1]):
        yield from _taken_away(reading, before[-1], rest, counts)


def _taken_away(
    reading: Reading, part: Quantity, rest: Quantity, counts: Sequence[Quantity]
) -> Iterator[Internal]:
    """Check people who left and "the remaining 15" against the number the article has of all."""
    made = part.value + rest.value
    if part.unit not in _PEOPLE or any(made in (q.value, q.low, q.high) for q in counts):
        return
    for whole in counts:
        near = abs(whole.value - made) <= max(1.0, _NEAR_MISS * made)
        if near and whole.unit in _PEOPLE and _exact(whole) and whole not in (part, rest):
            yield _internal(reading, whole, (part, rest))
            return


def _listed(reading: Reading, sentences: Sequence[_Sentence], at: int) -> Iterator[Internal]:
    """Check the parts that one sentence lists against the whole it names or the one before has."""
    sentence = sentences[at]
    for index, whole in enumerate(sentence.counts[:-2]):
        listed = sentence.counts[index + 1 :]
        gap = reading.document.text[whole.span.end : listed[0].span.start]
        of_the = _OF_THE.search(_before(reading, whole.span)) and re.fullmatch(
            r"[^.;:\d]{0,30},\s+", gap
        )
        of_whom = _OF_WHOM.fullmatch(gap)
        if of_the or of_whom or _MADE_UP.fullmatch(gap):
            made_up = not (of_the or of_whom)
            yield from _summed(reading, whole, listed, sentence.span, made_up=made_up)
            return
    if at and _OF_THOSE.match(reading.document.quote(sentence.span)) and len(sentence.counts) > 1:
        wholes = [q for q in sentences[at - 1].counts if _exact(q)]
        if wholes:
            whole = max(wholes, key=lambda q: q.value)
            yield from _summed(reading, whole, sentence.counts, sentence.span, made_up=False)


def _summed(
    reading: Reading, whole: Quantity, listed: Sequence[Quantity], sentence: Span, *, made_up: bool
) -> Iterator[Internal]:
    text = reading.document.text
    parts = [listed[0]]
    for left, right in pairwise(listed):
        if not _JOIN.fullmatch(text[left.span.end : right.span.start]):
            break
        parts.append(right)
    told = text[parts[0].span.start : sentence.end]
    if (
        len(parts) < 2
        or len(parts) < len(listed)
        or not _exact(whole, *parts)
        or _OPEN.search(told)
    ):
        return
    made = sum(q.value for q in parts)
    # More than all are too many, whatever they are; fewer are too few where nobody is left out.
    nearly = made < whole.value and whole.value - made <= _SHORT * whole.value
    if made > whole.value or (
        made < whole.value and (made_up or nearly or _leave_out_none(reading, parts, sentence))
    ):
        yield _internal(reading, whole, parts)


def _leave_out_none(reading: Reading, parts: Sequence[Quantity], sentence: Span) -> bool:
    """Return whether the nouns behind the parts are of one division, as adults and children."""
    ends = [*(q.span.start for q in parts[1:]), sentence.end]
    nouns = []
    for part, end in zip(parts, ends, strict=True):
        behind = reading.tokens_in(reading.document.span(part.span.start, end))
        nouns.append({token.lemma.casefold() for token in behind})
    return any(all(noun & set(division) for noun in nouns) for division in _ALL)


def _internal(reading: Reading, whole: Quantity, parts: Sequence[Quantity]) -> Internal:
    words = [f'"{reading.document.quote(q.span)}"' for q in parts]
    made = sum(q.value for q in parts)
    listed = ", ".join(words[:-1]) + f" and {words[-1]}"
    reason = f'{listed} make {made:,g}, not "{reading.document.quote(whole.span)}"'
    gap = max(made, whole.value) / min(made, whole.value)
    spans = tuple(sorted((whole.span, *(q.span for q in parts))))
    return Internal("arithmetic", spans, gap, reason)
