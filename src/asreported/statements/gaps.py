"""Find where the lead tells more or less than the headline: deaths, another toll, other bounds.

"Three hurt as ferry burns" stands above "Two people died"; "Storm kills 8" above "at least 11".

Reads:   headline, clauses, quantities and the parse.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator, Sequence

from asreported.model.span import Span
from asreported.model.statement import Clause, Internal, Quantity
from asreported.statements.fronts import Front

_DEAD = re.compile(
    r"\b(?:dead|dies?|died|deaths?|fatal(?:ly)?|murder\w*"
    r"|kill(?:s|ed|ing)?(?! (?:him|her|them)sel))\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:injur\w+|wound\w+|hurt|shot|stabbed|hospitali[sz]ed)\b(?:\s+[\w-]+){0,3}", re.IGNORECASE
)
_ELSEWHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|ago|earlier|previous\w*|last (?:year|month|week)|since|former|history"
    r"|anniversary|not|no one|nobody|could|may|might|if|threat\w*)\b",
    re.IGNORECASE,
)
_FEARED = re.compile(r"\b(?:risk\w*|fear\w*|threat\w*|if|may|might|could)\b", re.IGNORECASE)
_PART = re.compile(r"\b(?:including|among|of them|of whom|of those|others?|more|another)\b", re.I)
_TOLL = frozenset({"death", "life", "fatality"})
_LEAD = 3  # Sentences below the headline that tell the event.
_AROUND = 28  # Characters beside a number that say what befell the counted.
_TIGHT = 60  # Characters: a longer headline is cut to the words of harm.
_FACTOR = 3.0  # Two tolls farther apart count two things.


def find_gaps(front: Front) -> Iterator[Internal]:
    """Yield what headline and lead tell of the dead otherwise, at most one of each kind."""
    yield from _deaths_below(front)
    yield from _other_toll(front)
    yield from _other_bound(front)


def _deaths_below(front: Front) -> Iterator[Internal]:
    """Yield a headline of harm above a lead of deaths."""
    if _DEAD.search(front.title) or not _HARM.search(front.title) or _FEARED.search(front.title):
        return
    sentences = list(dict.fromkeys(clause.sentence for clause in front.body))[:_LEAD]
    match = _HARM.search(front.title)
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
    above, below = front.counts
    tolls = [q for q in above if _is_toll(front, q)]
    told = [q for q in below if _is_toll(front, q) and not _is_part(front, q)]
    if not tolls or any(q.value == tolls[0].value for q in below):
        return
    first = tolls[0].value
    others = [q for q in told if 1 < max(q.value, first) / min(q.value, first) <= _FACTOR]
    if others:
        spans = (tolls[0].span, *(q.span for q in others[:3]))
        listed = ", ".join(f'"{front.quote(q.span)}"' for q in others[:3])
        reason = f'"{front.quote(tolls[0].span)}" in the headline, {listed} in the body'
        yield Internal("headline", spans, 1.5, reason)


def _is_toll(front: Front, quantity: Quantity) -> bool:
    if quantity.of in ("dead", "killed") or quantity.unit in _TOLL:
        return True
    return bool(_DEAD.search(_near(front, quantity.span)))


def _near(front: Front, span: Span) -> str:
    """Return what stands beside the number up to the next mark."""
    text = front.reading.document.text
    before = re.split(r"[.;:,\n]", text[max(0, span.start - _AROUND) : span.start])[-1]
    after = re.split(r"[.;:,\n]|\band\b", text[span.end : span.end + _AROUND])[0]
    return f"{before} {after}"


def _is_part(front: Front, quantity: Quantity) -> bool:
    text = front.reading.document.text
    around = text[max(0, quantity.span.start - _AROUND) : quantity.span.end + _AROUND]
    return bool(_PART.search(around)) or bool(_ELSEWHEN.search(around))


def _other_bound(front: Front) -> Iterator[Internal]:
    """Yield a number given as a least above and as it is below."""
    above, below = front.counts
    yield from _most_below(front, above, below)
    for count in above:
        if count.low is None or count.high is not None:
            continue
        same = [q for q in below if q.value == count.value and q.unit == count.unit]
        if same and all(q.low is None and q.high is None for q in same):
            words = (front.quote(count.span), front.quote(same[0].span))
            reason = f'the headline has "{words[0]}", the body "{words[1]}"'
            yield Internal("headline", (count.span, same[0].span), 1.2, reason)
            return


def _most_below(
    front: Front, above: Sequence[Quantity], below: Sequence[Quantity]
) -> Iterator[Internal]:
    """Yield a span of time given flatly above and as the most below: "up to 10 years"."""
    for count in above:
        if count.kind != "duration" or count.low is not None or count.high is not None:
            continue
        most = [q for q in below if (q.value, q.unit) == (count.value, count.unit) and q.high]
        if most:
            words = (front.quote(count.span), front.quote(most[0].span))
            reason = f'the headline has "{words[0]}", the body "{words[1]}"'
            spans = (count.span, *(q.span for q in most[:4]))
            yield Internal("headline", spans, 1.2, reason)
            return
