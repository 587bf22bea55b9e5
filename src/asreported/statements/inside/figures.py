"""Find what one article counts twice and differently: victims, and who did it.

Only counts of one fate (dead, hurt, missing) are compared, and only where nothing in their
sentences tells another occasion: a year, "earlier", "previous".

Reads:   `Quantity` values and the parse.
Assigns: `Internal` of kind "figure".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from asreported.lexicon.kinds import nouns_of
from asreported.lexicon.load import column
from asreported.lexicon.months import month_names
from asreported.lexicon.weekdays import WEEKDAY
from asreported.model.document import PARSED_KINDS
from asreported.model.span import Span
from asreported.model.statement import Internal, Quantity, Reading
from asreported.statements.speech.beings import is_personal

# Words that turn a sentence to another occasion, or to a part of what is counted.
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|earlier|previous(?:ly)?|last (?:year|month|week)|since|history|former"
    r"|decades?|anniversary|ever|worst|record|similar|also (?:killed|injured)|separate"
    r"|another (?:attack|crash|shooting|incident)|in that|in (?:the )?(?:first|second|latter)"
    rf"|in (?:late |early )?(?:{'|'.join(month_names())})"
    r"|(?:days?|weeks?|months?|years?) (?:after|before|later))\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|last (?:year|month|week)"
    rf"|in (?:late |early )?(?:{'|'.join(month_names())}))\b",
    re.IGNORECASE,
)
# What is told before a number makes it a part of another: "including two". Behind it, it is whole.
_INCLUDES = re.compile(r"\b(?:including|among them)\b", re.IGNORECASE)
_WITH_DOER = re.compile(
    r"\bincluding (?:the |a )?(?:suspected )?"
    r"(?:gunm[ae]n|shooter|attacker|assailant|suspect|bomber)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:of them|of whom|of those"
    r"|(?:out )?of the (?:\d+ |[a-z]+ )?(?:people |injured|wounded|dead|victims|killed)"
    r"|others?|additional|more (?:were|people)"
    r"|at least one|one of|the other|each|the two|the three|alone)\b",
    re.IGNORECASE,
)
# An account that tells what was said before corrects it, and is of one occasion.
_CORRECTS = re.compile(
    r"\bhad (?:earlier|initially|previously|originally|at first)"
    r" (?:said|reported|put|told|counted)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\b(?:initially|at first|rose|risen|revised|updated)\b", re.IGNORECASE)
# "He was 36 when he was killed."
_IS_AGE = re.compile(r"\b(?:was|is|aged?|just) $")
_AGED = re.compile(r" (?:when|at the time|years?)\b")
# "35 dead in Arque": of one place, where another number is of all.
_PLACED = re.compile(r"^[^.;,\n]{0,24}\b(?:in|at|near) (?:the )?(?P<place>[A-Z][\w’'-]+)")
_LEAD = 4  # Sentences, the headline's among them, that tell where it happened.
_APART = 1.3  # Two counts of all are seldom so far apart; a place's part is.
_ROUNDED = 1.05  # "More than 750" are 779.
_MAGNITUDE = re.compile(
    r"\b(?P<before>\d\.\d)[- ]magnitude\b|\bmagnitude[- ](?:of )?(?P<behind>\d\.\d)\b",
    re.IGNORECASE,
)
_OTHER_QUAKE = re.compile(
    r"\b(?:aftershocks?|foreshocks?|second|another|earlier|previous\w*|later|followed|(?:19|20)\d\d|ago"
    r"|initial\w*|preliminary|revised?|downgraded|upgraded|first|at least|less|more|above|below"
    r"|while|but|or|and)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?]\s|\n")
_AROUND = 160  # Characters on either side of a magnitude, to the ends of its sentence.
_SORTED = re.compile(r"\d (?P<sort>[^\W\d_][\w-]*) [^\W\d_][\w-]*$")
_DOZEN = 12
_FURTHER = re.compile(r"\b(?:another|a further)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b{WEEKDAY}\b")
_ADDED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|one) \w+ and "
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|one|an?) \w+",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"", "person", "people", "death", "life", "victim", "casualty", "fatality"})
_LOST = re.compile(r"\blost (?:their|his|her) li(?:fe|ves)\b")
# Code points on either side of a number that tell of its fate, and that tell it is a part.
_REACH, _BESIDE = 45, 24
# Two counts of one toll are seldom further apart than this; counts of two things are.
_FACTOR = 2.5


@dataclass(frozen=True, slots=True)
class _Toll:
    """A count of people with their fate, and the sentence it stands in."""

    quantity: Quantity
    fate: str
    sentence: str
    with_doer: bool
    placed: bool
    beside: frozenset[float]
    """The other counts of its sentence."""
    sort: str
    """The word between the number and what is counted: "US" of "9,387 US troops"."""


def find_figures(reading: Reading) -> Iterator[Internal]:
    """Yield each fate counted twice, and two numbers of doers; ``gap`` is the ratio."""
    yield from _tolls_twice(reading)
    yield from _doers_twice(reading)
    yield from _magnitudes(reading)


def _tolls_twice(reading: Reading) -> Iterator[Internal]:
    tolls = list(_tolls(reading))
    for fate in sorted({toll.fate for toll in tolls}):
        same = [toll for toll in tolls if toll.fate == fate]
        odd = [one for one in same if any(_differ(one, other) for other in same)]
        if not odd:
            continue
        values = [one.quantity.value for one in odd]
        places: dict[str, Span] = {}
        for one in odd:
            places.setdefault(reading.document.quote(one.quantity.span), one.quantity.span)
        listed = ", ".join(f'"{word}"' for word in places)
        reason = f"the article counts the {fate} in more ways than one: {listed}"
        yield Internal("figure", tuple(places.values()), max(values) / min(values), reason)


def _magnitudes(reading: Reading) -> Iterator[Internal]:
    """Yield two magnitudes of one quake."""
    text = reading.document.text
    if "agnitude" not in text:
        return
    first: tuple[str, Span] | None = None
    for region in reading.document.regions:
        if region.kind not in PARSED_KINDS:
            continue
        for match in _MAGNITUDE.finditer(text, region.start, region.end):
            around = _SENTENCES.split(
                text[max(region.start, match.start() - _AROUND) : match.start()]
            )[-1]
            around += _SENTENCES.split(text[match.end() : match.end() + _AROUND])[0]
            value = match["before"] or match["behind"]
            if _OTHER_QUAKE.search(around):
                continue
            span = reading.document.span(*match.span())
            first = first or (value, span)
            if first[0] != value:
                reason = f"one quake has magnitude {first[0]} in one place, {value} in another"
                yield Internal("figure", (first[1], span), 1.5, reason)
                return


def _doers_twice(reading: Reading) -> Iterator[Internal]:
    """Yield two numbers of those who did it: "three gunmen", "all four of the attackers"."""
    told = [q for q in reading.quantities if _counts_doers(reading, q)]
    other = next((q for q in told if q.value != told[0].value), None)
    if other is None:
        return
    gap = max(other.value, told[0].value) / min(other.value, told[0].value)
    if gap <= _FACTOR:
        words = [reading.document.quote(q.span) for q in (told[0], other)]
        reason = f'who did it are "{words[0]}" and "{words[1]}"'
        yield Internal("figure", (told[0].span, other.span), gap, reason)


def _counts_doers(reading: Reading, quantity: Quantity) -> bool:
    """Return whether the words count all who did it, at this occasion."""
    if (
        quantity.kind != "count"
        or quantity.unit not in nouns_of("suspect", "fighter")
        or not 2 <= quantity.value < 100
    ):
        return False
    start, end = quantity.span.start, quantity.span.end
    text = reading.document.text
    around = text[max(0, start - _REACH) : end + _REACH]
    named = any(t.lemma.casefold() == quantity.unit for t in reading.tokens_in(quantity.span))
    part = _PART.search(around) or _INCLUDES.search(text[max(0, start - _BESIDE) : start])
    return named and not part and not _ELSEWHEN.search(_sentence(reading, quantity))


def _tolls(reading: Reading) -> Iterator[_Toll]:
    text, lead = reading.document.text, _lead(reading)
    of_old: set[float] = set()
    for quantity in reading.quantities:
        fate = _fate_of_all(reading, quantity)
        if not fate:
            continue
        start, end = quantity.span.start, quantity.span.end
        sentence = _sentence(reading, quantity)
        elsewhen = _ELSEWHEN.search(sentence) or _UPDATE.search(sentence)
        if _DATED.search(sentence) and sentence not in lead:
            # "In October a ferry sank, killing all 189": so are the 189 told of below.
            of_old.add(quantity.value)
        beside = _beside(reading, quantity, sentence)
        # "Killing two and injuring another 40" counts anew; "another 15 were hurt" adds to others.
        further = not beside and _FURTHER.search(text[max(0, start - 10) : start + 10])
        if quantity.value in of_old or further:
            continue
        if not elsewhen or _CORRECTS.search(sentence):
            behind = text[end : end + _REACH]
            placed = _PLACED.search(behind)
            # What is told of a place that the lead does not name happened at another time.
            if placed is None or placed["place"] in lead:
                flags = bool(_WITH_DOER.search(behind)), placed is not None
                yield _Toll(quantity, fate, sentence, *flags, beside, _sort(text[start:end]))


def _fate_of_all(reading: Reading, quantity: Quantity) -> str:
    """Return what befell all the people that a number counts, "" for a part or another thing."""
    if quantity.kind != "count" or quantity.value < 2 or quantity.value % 1:
        return ""
    if quantity.unit in nouns_of("suspect", "fighter") or not _is_of_people(reading, quantity):
        return ""  # "three attackers were shot dead" counts none of the victims
    text, start, end = reading.document.text, quantity.span.start, quantity.span.end
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _IS_AGE.search(before) and _AGED.match(behind):
        return ""
    told = f"{before[-_BESIDE:]} {text[start:end]} {behind[:_BESIDE]}"
    if _PART.search(told) or _INCLUDES.search(before[-_BESIDE:]):
        return ""
    return _fate(before, behind)


def _sort(counted: str) -> str:
    match = _SORTED.search(counted)
    return match["sort"].casefold() if match else ""


def _beside(reading: Reading, quantity: Quantity, sentence: str) -> frozenset[float]:
    """Return the other counts of the quantity's sentence."""
    start = reading.document.text.rfind(sentence, 0, quantity.span.start + len(sentence))
    reach = range(start, start + len(sentence))
    counts = (q for q in reading.quantities if q.kind == "count" and q.span.start in reach)
    return frozenset(q.value for q in counts if q.span != quantity.span)


def _is_of_people(reading: Reading, quantity: Quantity) -> bool:
    """Return whether people are counted, as far as the words tell: no "80,000 infections"."""
    return quantity.unit in _ANYBODY or any(map(is_personal, reading.tokens_in(quantity.span)))


def _lead(reading: Reading) -> str:
    """Return the headline and the first sentences of the text."""
    tokens = reading.parse.tokens
    told = [s for s in reading.parse.sentences if s.last > s.first and s.kind != "caption"]
    spans = [(tokens[s.first].start, tokens[s.last - 1].end) for s in told[:_LEAD]]
    return "\n".join(reading.document.text[start:end] for start, end in spans)


def _fate(before: str, after: str) -> str:
    """Return "dead", "hurt" ... by the nearest word that says so, behind the number first."""
    behind = re.split(r"[.;:,]|\band\b|\bafter\b", after.casefold())[0]
    if _LOST.search(behind):
        return "dead"
    for word in re.findall(r"[a-z]+", behind)[:5]:
        if word in column("fates", "fate") and not word.endswith("ing"):
            return column("fates", "fate")[word]
    # "killing seven", "left seven dead": what stands right before, or in the clause's end.
    for word in reversed(re.findall(r"[a-z]+", before.casefold())[-2:]):
        if word in column("fates", "fate") and word not in ("died", "dead", "missing"):
            return column("fates", "fate")[word]
    return ""


def _differ(left: _Toll, right: _Toll) -> bool:
    """Return whether the counts differ by more than vagueness, and none is a part told before."""
    one, other = left.quantity, right.quantity
    if one.value == other.value or not _of_one_whole(left, right) or _bounds(one, other):
        return False
    smaller, greater = sorted((left, right), key=lambda toll: toll.quantity.value)
    factor = greater.quantity.value / smaller.quantity.value
    if smaller.placed and factor > _APART:
        return False
    # "Four are in one hospital, three in another": together they are the greater.
    if greater.quantity.value - smaller.quantity.value in smaller.beside:
        return False
    blurred = one.approximate or other.approximate
    return (1.25 if blurred else 1.0) < factor <= _FACTOR


def _of_one_whole(left: _Toll, right: _Toll) -> bool:
    """Return whether both may count the same people on the same day."""
    days = [set(_DAY.findall(toll.sentence)) for toll in (left, right)]
    if left.sentence == right.sentence or (all(days) and not days[0] & days[1]):
        return False
    one, other = left.quantity, right.quantity
    if left.with_doer != right.with_doer and abs(one.value - other.value) == 1:
        return False
    if left.sort and right.sort and left.sort != right.sort:
        return False  # "9,387 US troops", "4,400 allied troops"
    return not (_is_added(left) or _is_added(right)) and _one_kind(one.unit, other.unit)


def _bounds(one: Quantity, other: Quantity) -> bool:
    """Return whether one leaves room for the other: "dozens" for 40, "more than 750" for 779."""
    for vague, exact in ((one, other), (other, one)):
        low, high = vague.low, vague.high
        if vague.step == vague.value == _DOZEN and vague.approximate:
            low = 2 * _DOZEN  # "Dozens" are two and more.
        if low is not None and low <= exact.value <= (low * _ROUNDED if high is None else high):
            return True
    return False


def _is_added(toll: _Toll) -> bool:
    """Return whether a sentence adds the count to another: "three women and six children"."""
    return bool(_ADDED.search(toll.sentence))


def _one_kind(left: str, right: str) -> bool:
    """Return whether two nouns may count the same people: any people, or one noun."""
    return left == right or bool({left, right} & _ANYBODY)


def _sentence(reading: Reading, quantity: Quantity) -> str:
    tokens = reading.parse.tokens
    for first, last, _ in reading.parse.sentences:
        if last > first and tokens[first].start <= quantity.span.start < tokens[last - 1].end:
            return reading.document.text[tokens[first].start : tokens[last - 1].end]
    return ""
