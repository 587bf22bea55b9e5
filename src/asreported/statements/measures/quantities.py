"""Find the quantities of one account: value, bounds, unit, and what is counted.

A number is read by `numerals`, bounded by `bounds`, measured by `units` or `counted`; calendar
days, years, clock times, scores, codes and numbers in names are left to others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from asreported.model.document import Document
from asreported.model.parse import Parse
from asreported.model.statement import Quantity
from asreported.statements.measures.biographies import find_biographical
from asreported.statements.measures.bounds import Bound, find_bound, interval
from asreported.statements.measures.counted import (
    Counted,
    Sentence,
    counted_noun,
    counts_persons,
    what_befalls,
)
from asreported.statements.measures.numerals import Numeral, find_numerals
from asreported.statements.measures.quantity_context import (
    is_age,
    is_no_quantity,
    is_range,
    is_vote,
    scaled_m,
)
from asreported.statements.measures.units import Unit, currency_before, unit_after
from asreported.statements.measures.unnumbered import find_ranks, find_singles

_OLD = re.compile(r"[ \u00a0‑-]?(?:years?|yrs?)[ \u00a0‑-](?:olds?\b|of[ ]age\b)|[ -]?yo\b")
_MONTHS_OLD = re.compile(r"[ \u00a0‑-]?(?P<unit>month|week|day)s?[ \u00a0‑-]olds?\b")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?P<what>[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*)?)")
_RANK = re.compile(r"-\s?(?:\w+est|most|highest|ranked|placed)\b")
_PLUS = "-plus"
# "I said so at 10": the news of that hour.
_HOUR = re.compile(r"\bat\s$", re.IGNORECASE)
_HOURS = 12
# "on the one hand", "at one point": nothing is counted.
_IDIOMS = frozenset(["hand", "point", "thing", "way", "another"])
# Characters between an amount and the time it is spread over: "$5 million in fees over 10 years".
_DURING = 30
_QUAKES = frozenset({"earthquake", "quake", "aftershock", "foreshock", "temblor", "tremor"})
_MAGNITUDE = re.compile(r"\bmagnitudes?(?: of)?(?: between)?[ -]$", re.IGNORECASE)
_SCALE = re.compile(r"\s+on the (?:\w+[ -]){0,2}(?:richter|magnitude) scale\b", re.IGNORECASE)
_KINDS = {"duration": "duration", "money": "money", "ratio": "percent"}


@dataclass(slots=True)
class _Scan:
    """One sentence under the reader, and the last counted noun for what leaves it out."""

    document: Document
    sentence: Sentence
    start: int
    end: int
    last_noun: str = ""
    limit: int = 0


def find_quantities(document: Document, parse: Parse) -> tuple[Quantity, ...]:
    """Return the quantities of headline, captions, article text and notes on its author.

    They are in text order. A range is one quantity with ``low`` and ``high``; ``value`` is its
    lower end. All are finite.
    """
    found: list[Quantity] = []
    last_noun, age = "", 0
    for first, last, _ in parse.sentences:
        tokens = parse.tokens[first:last]
        if not tokens:
            continue
        scan = _Scan(document, Sentence(tokens, first), tokens[0].start, tokens[-1].end, last_noun)
        found.extend(_with_unnumbered(scan, list(_quantities(scan))))
        # A noun serves its own sentence and the next one.
        age = 0 if scan.last_noun != last_noun else age + 1
        last_noun = scan.last_noun if age < 2 else ""
    found.extend(find_biographical(document))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _with_unnumbered(scan: _Scan, found: list[Quantity]) -> list[Quantity]:
    """Add what the sentence counts by an article ("struck a guard") or ranks by a superlative."""
    counted = [q.span.end for q in found if q.kind == "count"]
    singles = [(single, "count") for single in find_singles(scan.sentence, counted)]
    ranks = [(rank, "ordinal") for rank in find_ranks(scan.sentence)]
    for (start, end, unit), kind in (*singles, *ranks):
        span = scan.document.span(start, end)
        if not any(span.shared(other.span) for other in found):
            found.append(Quantity(span, 1.0, None, None, unit, None, False, kind=kind))
    return sorted(found, key=lambda quantity: quantity.span)


def _quantities(scan: _Scan) -> Iterator[Quantity]:
    text = scan.document.text
    numerals = list(find_numerals(text, scan.start, scan.end))
    floor = scan.start
    index = 0
    while index < len(numerals):
        numeral = scaled_m(text, numerals[index])
        index += 1
        upper: Numeral | None = None
        if index < len(numerals) and is_range(text, numeral, numerals[index]):
            upper = scaled_m(text, numerals[index])
            index += 1
        scan.limit = numerals[index].start if index < len(numerals) else scan.end
        quantity = _quantity(scan, numeral, upper, floor)
        if quantity is not None:
            floor = quantity.span.end
            if quantity.kind == "count" and quantity.unit:
                scan.last_noun = quantity.unit
            yield quantity


def _quantity(scan: _Scan, numeral: Numeral, upper: Numeral | None, floor: int) -> Quantity | None:
    text = scan.document.text
    end = upper.end if upper else numeral.end
    money = currency_before(text, numeral.start)
    if upper and money is None:
        money = currency_before(text, upper.start)
        money = replace(money, start=numeral.start) if money else None
    unit = money or unit_after(text, end, scan.end)
    start = min(numeral.start, unit.start) if unit else numeral.start
    bound = find_bound(text, start, end, floor, scan.end)
    if unit and text.startswith(_PLUS, unit.end):  # "a three-decade-plus run"
        bound = replace(bound, end=unit.end + len(_PLUS), effects=bound.effects | {"low"})
    lasts = unit is not None and unit.dimension == "duration" and not _OLD.match(text, end)
    if lasts and floor > scan.start:
        bound = _without_over(text, bound, start, floor)
    read = _Given(numeral, upper, unit, bound)
    age = _age(scan, read)
    if age is not None:
        return age
    if unit is None and is_no_quantity(text, scan.sentence, numeral, bound.start == start):
        return None
    if numeral.form == "ordinal":
        return _ordinal(scan, read)
    return _measured(scan, read) if unit else _count(scan, read)


def _without_over(text: str, bound: Bound, start: int, floor: int) -> Bound:
    """Return the bound of a time without an "over" that is "during": "$5 million over a year"."""
    over = text[bound.start : start].strip().casefold() == "over"
    beside = bound.start - floor <= _DURING and "," not in text[floor : bound.start]
    return replace(bound, start=start, effects=frozenset()) if over and beside else bound


@dataclass(frozen=True, slots=True)
class _Given:
    """A number with all that was found beside it."""

    numeral: Numeral
    upper: Numeral | None
    unit: Unit | None
    bound: Bound


def _build(
    scan: _Scan, read: _Given, unit: str, kind: str, end: int, of: str | None
) -> Quantity | None:
    numeral, upper, bound = read.numeral, read.upper, read.bound
    value, high = numeral.value, numeral.high
    if upper is not None:
        if upper.scale > 1 and numeral.scale == 1 and value < 1000:
            value *= upper.scale
        value, high = min(value, upper.value), max(value, upper.value)
    low, top = interval(value, high, bound.effects)
    approximate = bool(bound.effects & {"about", "nearly"}) or numeral.form == "vague"
    text = scan.document.text
    between = _BETWEEN.search(text[max(0, bound.start - 9) : bound.start]) if upper else None
    start = bound.start - len(between.group()) if between else bound.start
    span = scan.document.span(start, max(end, bound.end))
    if low is not None and top is not None and low > top:
        low, top = top, low
    return Quantity(
        span=span,
        value=value,
        low=low,
        high=top,
        unit=unit,
        of=of,
        approximate=approximate,
        step=numeral.step,
        kind=kind,
    )


def _age(scan: _Scan, read: _Given) -> Quantity | None:
    text, numeral = scan.document.text, read.numeral
    end = read.upper.end if read.upper else numeral.end
    if numeral.form == "ordinal" or numeral.value > 10_000_000:
        return None
    match = _OLD.match(text, end, scan.end)
    if match:
        return _build(scan, read, "year", "age", match.end(), None)
    match = _MONTHS_OLD.match(text, end, scan.end)
    if match:
        return _build(scan, read, match["unit"], "age", match.end(), None)
    if read.unit is None and is_age(text, numeral):
        return _build(scan, read, "year", "age", end, None)
    return None


def _measured(scan: _Scan, read: _Given) -> Quantity | None:
    text, unit = scan.document.text, read.unit
    if unit is None or read.numeral.form == "ordinal":
        return None
    end = max(unit.end, read.upper.end if read.upper else read.numeral.end)
    kind = _KINDS.get(unit.dimension, "measure")
    match = _OF.match(text, end, scan.end) if kind != "duration" else None
    return _build(scan, read, unit.unit, kind, end, match["what"] if match else None)


def _ordinal(scan: _Scan, read: _Given) -> Quantity | None:
    numeral = read.numeral
    rank = _RANK.match(scan.document.text, numeral.end, scan.end)
    if rank:
        return _build(scan, read, "rank", "ordinal", rank.end(), None)
    noun = counted_noun(scan.sentence, numeral.start, numeral.end)
    digits = scan.document.text[numeral.start].isdigit()
    if re.match(r"-|\s+of\b", scan.document.text[numeral.end : numeral.end + 6]):
        return None
    if noun is None or not noun.noun or (numeral.value < 3 and not digits):
        return None
    if any(t.end == noun.end and t.tag == "NNP" for t in scan.sentence.tokens):
        return None
    if noun.noun in ("quarter", "century", "party", "time", "grade", "person", "place"):
        return None
    return _build(scan, read, noun.noun, "ordinal", noun.end, None)


def _count(scan: _Scan, read: _Given) -> Quantity | None:
    numeral = read.numeral
    end = max(read.upper.end if read.upper else numeral.end, read.bound.end)
    noun = counted_noun(scan.sentence, numeral.start, end)
    kind = "fraction" if numeral.form == "fraction" else "count"
    if _is_magnitude(scan, read, noun):
        return _build(scan, _with_its_word(scan, read), "magnitude", "measure", end, None)
    if noun is None or not noun.noun:
        return _bare(scan, read, noun, kind)
    if numeral.value == 1 and numeral.form == "words" and (not noun.direct or noun.noun in _IDIOMS):
        return None
    of = what_befalls(scan.sentence, noun.end)
    # "six or ten vehicles": the noun behind the next number is not quoted with this one.
    last = noun.end if noun.end <= scan.limit else end
    return _build(scan, read, noun.noun, kind, last, of)


def _is_magnitude(scan: _Scan, read: _Given, noun: Counted | None) -> bool:
    """Return whether a number is how strong a quake is: "a 5.1 aftershock", "magnitude-6.2"."""
    numeral = read.numeral
    start = min(numeral.start, read.bound.start)
    text = scan.document.text
    if _MAGNITUDE.search(text, max(0, start - 22), start) or _SCALE.match(text, numeral.end):
        return True
    fine = numeral.form == "digits" and numeral.step < 1
    return fine and noun is not None and noun.noun in _QUAKES


def _with_its_word(scan: _Scan, read: _Given) -> _Given:
    """Return the reading from "magnitude-" on, where that is one word with the number."""
    match = _MAGNITUDE.search(scan.document.text, max(0, read.numeral.start - 22), read.bound.start)
    if match is None or not match.group().endswith("-"):
        return read
    return replace(read, bound=replace(read.bound, start=match.start()))


def _bare(scan: _Scan, read: _Given, stand_in: Counted | None, kind: str) -> Quantity | None:
    """Read a number without a noun: people, or more of what was counted just before."""
    numeral = read.numeral
    end = read.upper.end if read.upper else numeral.end
    if numeral.value == 1 and numeral.form == "words" and stand_in is None:
        return None
    if kind == "fraction" and stand_in is None:
        return None
    before = scan.document.text[max(0, numeral.start - 3) : numeral.start]
    if stand_in is None and numeral.value <= _HOURS and _HOUR.search(before):
        return None
    of = what_befalls(scan.sentence, stand_in.end if stand_in else end)
    persons = counts_persons(scan.sentence, numeral.start, end)
    more = scan.last_noun and re.match(
        r"\s+(?:more|others|another)\b", scan.document.text[end : end + 9]
    )
    noun = "person" if persons and not more else scan.last_noun
    if is_vote(scan.document.text, numeral):
        noun = "vote"
    if stand_in is not None:
        return _build(scan, read, noun or "person", kind, stand_in.end, of)
    return _build(scan, read, noun, kind, end, of)
