"""Find totals, averages and spans of time that an article's own factors do not make.

"Each of the 47 families gets 2 million, 84 million in all" is 94 million; "240 in 32 strikes, an
average of ten" is one of 7.5; "told at 18:40 ... began at 18:47, five minutes later" is seven.

Reads:   `Quantity` values and sentences.
Assigns: `Internal` of kind "arithmetic" and "time".
"""

import re
from collections.abc import Iterator, Sequence

from asreported.model.statement import Internal, Quantity, Reading

_EACH = re.compile(r"\b(?:each|apiece|every|per (?:person|head|family|household|victim))\b", re.I)
_EACH_OF = re.compile(r"\beach of (?:the |its |their |these |those )?$")
_TOTAL = re.compile(
    r"\b(?:total\w*|in all|altogether|paid out|in sum|combined|comes? to|amounts? to"
    r"|add(?:s|ing)? up|overall)\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\baverage of\b", re.IGNORECASE)
_AVERAGED = re.compile(r"\s+(?:\w+ ){0,2}?(?:per|a|an|each|every)\b", re.IGNORECASE)
_WITHIN = 400  # Characters from a sum for each to the sum of all.
# Farther from the product than this a total is one of more than these.
_FACTOR = 1.5
_ROUNDED = 0.02
# "61 votes to 58, a majority of four".
_VOTES = r"(?P<won>\d{1,3})(?: votes)?(?: votes to | to |-|–)(?P<lost>\d{1,3})"
_MAJORITY = re.compile(
    rf"\b{_VOTES}\b[^.;\n]{{0,50}}\b(?:majority|margin) of (?:just |only )?"
    r"(?P<by>\d{1,3}|[a-z-]+)\b"
)
_CLOCK = r"(?P<{0}hour>[01]?\d|2[0-3])[:.](?P<{0}minute>[0-5]\d)(?:\s?(?P<{0}half>[ap])\.?m\b\.?)?"
_LATER = re.compile(
    rf"\b{_CLOCK.format('a')}[^\d\n]{{3,200}}?\b{_CLOCK.format('b')}"
    r"[^.\d\n]{0,60},\s+(?:so |just |only |some |that is )?(?P<minutes>\d{1,2}|[a-z-]+)"
    r" minutes later\b"
)


def find_products(reading: Reading) -> Iterator[Internal]:
    """Yield each total, average and difference in time that its own figures do not make."""
    yield from _totals(reading)
    yield from _averages(reading)
    yield from _minutes(reading)
    yield from _majorities(reading)


def _totals(reading: Reading) -> Iterator[Internal]:
    """Check a sum for each and a sum of all against the number of those who get it."""
    text = reading.document.text
    if not _EACH.search(text):
        return
    sums = [q for q in reading.quantities if q.kind in ("money", "count") and q.value >= 100]
    best: dict[Quantity, Internal] = {}
    for unit, total in _pairs(sums):
        near = text[max(0, unit.span.start - 80) : unit.span.end + 30]
        between = text[unit.span.end : total.span.start]
        around = text[max(0, total.span.start - 60) : total.span.end + 40]
        if (
            len(between) > _WITHIN
            or "\n" in between
            or not _EACH.search(near)
            or not _TOTAL.search(around)
        ):
            continue
        counts = [
            q
            for q in reading.quantities
            if q.kind == "count"
            and q.unit != unit.unit
            and unit.span.start - 100 < q.span.start < total.span.end + 40
            and 2 <= q.value < total.value
        ]
        # Whose sum it is stands behind "each": "12,000 to each of the 31 families".
        each = [q for q in counts if _EACH_OF.search(text, unit.span.end, q.span.start)]
        found = _wrong_total(reading, unit, total, each or counts)
        if found is not None and (total not in best or found.gap < best[total].gap):
            best[total] = found
    yield from best.values()


def _pairs(sums: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each sum with the next one of its unit that is more than twice as great."""
    for at, one in enumerate(sums):
        for other in sums[at + 1 :]:
            alike = bool(one.unit) and (other.unit, other.kind) == (one.unit, one.kind)
            if alike and other.value > 2 * one.value:
                yield one, other
                break


def _wrong_total(
    reading: Reading, unit: Quantity, total: Quantity, counts: Sequence[Quantity]
) -> Internal | None:
    if not _exact(unit, total) or not counts or not _exact(*counts):
        return None
    made = {q: q.value * unit.value for q in counts}
    if any(abs(m - total.value) <= max(_ROUNDED * m, total.step / 2) for m in made.values()):
        return None
    count = min(counts, key=lambda q: abs(made[q] - total.value))
    gap = max(made[count], total.value) / min(made[count], total.value)
    if gap > _FACTOR:
        return None
    words = [reading.document.quote(q.span) for q in (count, unit, total)]
    reason = f'"{words[0]}" times "{words[1]}" are {made[count]:,.0f}, not "{words[2]}"'
    spans = tuple(sorted((count.span, unit.span, total.span)))
    return Internal("arithmetic", spans, gap, reason)


def _exact(*quantities: Quantity) -> bool:
    return all(q.is_exact for q in quantities)


def _averages(reading: Reading) -> Iterator[Internal]:
    """Check "an average of ten per strike" against the two counts of its sentence."""
    text = reading.document.text
    if not _AVERAGE.search(text):
        return
    tokens = reading.parse.tokens
    for first, last, _ in reading.parse.sentences:
        if last <= first:
            continue
        start, end = tokens[first].start, tokens[last - 1].end
        if not _AVERAGE.search(text, start, end):
            continue
        counts = [
            q for q in reading.quantities if start <= q.span.start < end and q.kind == "count"
        ]
        means = [q for q in counts if _AVERAGE.search(text, max(0, q.span.start - 12), q.span.end)]
        others = [q for q in counts if q not in means]
        if len(means) != 1 or len(others) != 2 or not _exact(*others):
            continue
        mean = means[0]
        small, great = sorted(others, key=lambda q: q.value)
        made = great.value / max(small.value, 1.0)
        gap = max(made, mean.value) / max(min(made, mean.value), 1e-9)
        if _AVERAGED.match(text, mean.span.end) and 1.1 < gap < 2:
            words = [reading.document.quote(q.span) for q in (great, small, mean)]
            reason = f'"{words[0]}" over "{words[1]}" are {made:.3g}, not "{words[2]}"'
            spans = tuple(sorted(q.span for q in (great, small, mean)))
            yield Internal("arithmetic", spans, gap, reason)


def _minutes(reading: Reading) -> Iterator[Internal]:
    """Check "at 18:47, so five minutes later" against the time of day before it."""
    text = reading.document.text
    if "minutes later" not in text:
        return
    for match in _LATER.finditer(text):
        start, end = match.span("minutes")
        told = [q for q in reading.quantities if q.span.start <= start and end <= q.span.end]
        apart = _of_day(match, "b") - _of_day(match, "a")
        if not told or not 0 < apart <= 60 or told[0].value == apart or not _exact(told[0]):
            continue
        document = reading.document
        first = document.span(match.start(), match.end("aminute"))
        second = document.span(match.start("bhour"), match.end("bminute"))
        later = document.span(start, match.end())
        reason = f'from "{document.quote(first)}" to "{document.quote(second)}" are {apart} minutes'
        yield Internal("time", (first, second, later), 2.0, reason)


def _majorities(reading: Reading) -> Iterator[Internal]:
    """Check "a majority of four" against the votes before it."""
    document = reading.document
    if "majority of" not in document.text and "margin of" not in document.text:
        return
    for match in _MAJORITY.finditer(document.text):
        start, end = match.span("by")
        told = [q for q in reading.quantities if q.span.start <= start and end <= q.span.end]
        made = int(match["won"]) - int(match["lost"])
        if told and _exact(told[0]) and made > 0 and told[0].value not in (made, made / 2):
            votes = document.span(match.start("won"), match.end("lost"))
            reason = f'"{document.quote(votes)}" are {made} apart, not "{match["by"]}"'
            yield Internal("arithmetic", (votes, document.span(start, end)), 2.0, reason)


def _of_day(match: re.Match[str], which: str) -> int:
    hour = int(match[f"{which}hour"]) % 12 if match[f"{which}half"] else int(match[f"{which}hour"])
    if match[f"{which}half"] == "p":
        hour += 12
    return 60 * hour + int(match[f"{which}minute"])
