"""Find where the lead tells more or less than the headline: deaths, another toll, other bounds.

"Three hurt as ferry burns" stands above "Two people died"; "Storm kills 8" above "at least 11".

Reads:   headline, clauses, quantities and the parse.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from asreported.model.span import Span
from asreported.model.statement import Clause, Internal, Quantity
from asreported.statements.inside.fronts import Front

_DEAD = re.compile(
    r"\b(?:dead|dies?|died|deaths?|fatal(?:ly)?|murder\w*"
    r"|kill(?:s|ed|ing)?(?! (?:him|her|them)sel))\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:injur\w+|wound\w+|hurt|shot|stabbed|hospitali[sz]ed)\b(?:\s+[\w-]+){0,3}", re.IGNORECASE
)
# "A sailor among the wounded" leaves the dead to others.
_AMONG = re.compile(r"\b(?:among|one of)(?: the)?\s+$", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|earlier|previous\w*|last (?:year|month|week)|since|former|history"
    r"|anniversary|not|no one|nobody|could|may|might|if|threat\w*)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(r"\b(?:risk\w*|fear\w*|threat\w*|if|may|might|could)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among|of them|of whom|of those|others?|more|another)\b", re.I)
# By how many a toll rises is no toll: "death toll is raised by 1,300".
_ADDED = re.compile(r"\b(?:rais|ris|rose|increas|grow|grew|up|jump|climb|soar|surg|revis)\w*"
                    r"(?: \w+){0,2} by (?:\w+ )?$", re.IGNORECASE)  # fmt: skip
_TOLL = frozenset({"death", "life", "fatality"})
_AROUND = 28  # Characters beside a number that say what befell the counted.
_TIGHT = 60  # Characters: a longer headline is cut to the words of harm.
_NEXT = re.compile(r"\band \w+ing\b")  # What befell the next ones counted.
_FACTOR = 3.0  # Two counts farther apart count two things.
_ROUNDED = 1.05  # "Nearly 1,400" is what 1,373 are rounded to.
_MANY = 100  # Fewer things of one noun are some of them.
# Any two or three below may be another's; one dead in the headline is told by the lead.
_SEVERAL = 2
_PEOPLE = ("person", "people")
_PRISON = re.compile(
    r"\b(?:prison|jail\w*|caged|behind bars|sentenced?|stretch|imprison\w*|locked up)\b",
    re.IGNORECASE,
)
_ROUNDED_TERM = 1.5  # Terms farther apart are of two charges, or of two persons.


def find_gaps(front: Front) -> Iterator[Internal]:
    """Yield what headline and lead count otherwise, at most one of each kind."""
    yield from _deaths_below(front)
    yield from _other_toll(front)
    yield from _other_count(front)
    yield from _other_term(front)


def _deaths_below(front: Front) -> Iterator[Internal]:
    """Yield a headline of harm above a lead of deaths."""
    if _DEAD.search(front.title) or not _HARM.search(front.title) or _FEARED.search(front.title):
        return
    sentences = front.lead
    match = _HARM.search(front.title)
    if match and _AMONG.search(front.title[: match.start()]):
        return
    fits = [c for c in front.body if c.sentence in sentences and _tells_deaths(front, c)]
    if match is None or not fits:
        return
    first = min(fits, key=lambda c: sentences.index(c.sentence)).sentence
    lead = min((c.span for c in fits if c.sentence == first), key=lambda s: (len(s), s))
    heads = [c.span for c in front.heads if _HARM.search(front.quote(c.span))]
    head = min(heads, key=lambda s: (len(s), s), default=front.headline)
    if len(head) > _TIGHT:
        start = front.headline.start
        head = front.reading.document.span(start + match.start(), start + match.end())
    reason = f'the headline has "{front.quote(head)}", the lead "{front.quote(lead)}"'
    yield Internal("headline", (head, lead), 1.3, reason)


def _tells_deaths(front: Front, clause: Clause) -> bool:
    text = front.quote(clause.span)
    counted = any(clause.span.covers(q.span) for q in front.reading.quantities)
    told = counted and not clause.slots.negated and bool(_DEAD.search(text))
    return told and not _ELSEWHEN.search(text)


def _other_toll(front: Front) -> Iterator[Internal]:
    """Yield a number of dead of the headline that the body does not give, and those it gives."""
    start = front.headline.start
    above = (q for q in front.reading.quantities if front.headline.covers(q.span))
    tolls = [q for q in above if q.kind == "count" and is_toll(front, q) and not is_part(front, q)]
    tolls = [q for q in tolls if not _ADDED.search(front.title[: q.span.start - start])]
    below = front.counts[1]
    told = [q for q in below if is_toll(front, q) and not is_part(front, q)]
    if not tolls or any(q.value == tolls[0].value for q in below):
        return
    first = tolls[0].value
    if any(one.value + other.value == first for one, other in combinations(told, 2)):
        return  # "29 adults and 18 children" are the 47
    # What the lead counts is the headline's toll, however far it has risen since.
    lead = [q for q in told if any(s.covers(q.span) for s in front.lead) and q.value > first]
    near = [q for q in told if 1 < max(q.value, first) / min(q.value, first) <= _FACTOR]
    others = lead or (near if first >= _SEVERAL else [])
    if others:
        yield _two_counts(front, tolls[0], others)


def _two_counts(front: Front, count: Quantity, others: Sequence[Quantity]) -> Internal:
    spans = (count.span, *(q.span for q in others[:3]))
    listed = ", ".join(f'"{front.quote(q.span)}"' for q in others[:3])
    reason = f'"{front.quote(count.span)}" in the headline, {listed} in the body'
    return Internal("headline", spans, 1.5, reason)


def _other_count(front: Front) -> Iterator[Internal]:
    """Yield a count of the headline, of no dead, that the body gives another value."""
    above, below = front.counts
    for count in above:
        if count.kind != "count" or is_toll(front, count):
            continue
        same = [q for q in below if _one_thing(count, q) and not is_part(front, q)]
        if same and all(_far_apart(count, q) for q in same):
            yield _two_counts(front, count, same)
            return


def _other_term(front: Front) -> Iterator[Internal]:
    """Yield a term in prison of the headline where the lead has another and the body not that."""
    above, below = front.counts
    terms = [q for q in above if q.kind == "duration" and _is_term(front, q)]
    if len(terms) != 1 or any(q.value == terms[0].value and q.kind == "duration" for q in below):
        return
    lead = [q for q in below if any(s.covers(q.span) for s in front.lead)]
    others = [q for q in lead if q.kind == "duration" and _is_term(front, q)]
    factor = (
        max(others[0].value, terms[0].value) / min(others[0].value, terms[0].value) if others else 0
    )
    if len(others) == 1 and others[0].unit == terms[0].unit and 1 < factor <= _ROUNDED_TERM:
        yield _two_counts(front, terms[0], others)


def _is_term(front: Front, quantity: Quantity) -> bool:
    """Return whether the words beside a duration make it somebody's sentence, no limit of one."""
    exact = quantity.is_exact
    return exact and bool(_PRISON.search(_near(front, quantity.span)))


def _one_thing(count: Quantity, other: Quantity) -> bool:
    """Return whether both count the same: people of one fate, or many things of one noun."""
    if count.kind != other.kind:
        return False
    if count.of and count.unit in _PEOPLE:
        return count.of == other.of and other.unit in _PEOPLE
    many = min(count.value, other.value) >= _MANY
    return count.unit == other.unit and count.unit not in ("", *_PEOPLE) and many


def _far_apart(count: Quantity, other: Quantity) -> bool:
    """Return whether the values differ, neither bounds the other nor is a part of a sum."""
    for vague, exact in ((count, other), (other, count)):
        low, high = vague.low, vague.high
        if low is not None and high is not None and low <= exact.value <= high:
            return False
        if high is None and low is not None and low <= exact.value < low + _last_place(low):
            return False  # "over 1,100" of 1,190
    factor = max(count.value, other.value) / min(count.value, other.value)
    return _ROUNDED < factor <= _FACTOR


def _last_place(value: float) -> float:
    """Return what the last digit of a rounded number stands for: 100 of 1,100."""
    digits = f"{value:.0f}"
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def is_toll(front: Front, quantity: Quantity) -> bool:
    """Return whether the number counts the dead."""
    if quantity.of in ("dead", "killed") or quantity.unit in _TOLL:
        return True
    return bool(_DEAD.search(_near(front, quantity.span)))


def _near(front: Front, span: Span) -> str:
    """Return what stands beside the number up to the next mark."""
    text = front.reading.document.text
    before = re.split(r"[.;:,\n]", text[max(0, span.start - _AROUND) : span.start])[-1]
    after = re.split(r"[.;:,\n]|\band\b", text[span.end : span.end + _AROUND])[0]
    return f"{before} {after}"


def is_part(front: Front, quantity: Quantity) -> bool:
    """Return whether the words around make the number a part of another, or of another time."""
    text = front.reading.document.text
    start, end = quantity.span.start, quantity.span.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    # "Killing two and wounding three others": the others are of the next count.
    told = before + text[start:end] + _NEXT.split(after)[0]
    return bool(_PART.search(told)) or bool(_ELSEWHEN.search(before + text[start:end] + after))
