"""Find headlines whose words the body does not bear out: numbers, quotations, whole subjects.

Reads:   headline, clauses, quantities, statements and the parse.
Assigns: `Internal` of kind "headline".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from asreported.lexicon.load import words
from asreported.model.span import Span
from asreported.model.statement import Clause, Internal, Reading
from asreported.statements.inside.blames import find_blames
from asreported.statements.inside.breaks import SLIGHT
from asreported.statements.inside.fronts import Front, stems
from asreported.statements.inside.gaps import find_gaps
from asreported.statements.inside.headline_claims import find_claims
from asreported.statements.inside.identities import find_identities
from asreported.statements.inside.limits import find_limits
from asreported.statements.inside.motives import find_motives
from asreported.statements.inside.reserves import find_reserves
from asreported.statements.inside.unborne import find_unborne
from asreported.statements.inside.vague_counts import find_vague_counts
from asreported.statements.speech.beings import speaker_kinds

_QUOTED = re.compile(r"(?<!\w)[‘“\"']([^‘’“”\"'\n]{3,60})[’”\"'](?!\w)")
_WORDS = re.compile(r"[^\W_]+")
# A line that leads to another article quotes what stands there.
_LINKED = re.compile(
    r"\s*(?:read(?: more| also)?|related|watch|see(?: also)?|more|opinion|analysis)\s*[:|]",
    re.IGNORECASE,
)
_FEWEST_QUOTED = 3  # Words; a subheading's fewer ones are looked at askance.
_MARKS = re.compile(r"[-‐‑'’‘]")
_HYPHEN = re.compile(r"[-‐‑]")
_CUT = re.compile(r"\.\.\.|…")  # Left out of what is quoted: the words around it stand apart.
_SMALL = frozenset({"a", "an", "the", "and"})  # A headline has no room for them.
_ANY_MARK = re.compile(r"[‘’“”\"']")
_VIDEO = re.compile(r"(?:watch|video|photos?|pictures|listen)\s*[:|]\s*", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b[Ii]n (?:a|an) (?:separate|unrelated) (?:case|incident|development|matter|attack)\b"
)
_AND = re.compile(r"\s+and\s+")
_DEATHS = re.compile(
    r"\b(?:loss of life|fatalit(?:y|ies)|deaths|lost their lives)\b", re.IGNORECASE
)
# A headline with this share of its content words nowhere in the body tells another subject.
_LACKING = 0.85
_FEWEST = 4
# Fields of acts that no text is silent on if it is on what its headline tells.
_GRAVE = frozenset({"kill", "hurt"})
# A body too short (stems) has no room for the headline's words; it may be a stub.
_SHORTEST_BODY = 60
# A second subject that takes this share of the article is not announced by the headline.
_SECOND = 0.25


def find_overclaims(reading: Reading) -> Iterator[Internal]:
    """Yield what the headline says beyond the body, or otherwise than it."""
    headline = reading.document.headline
    if headline is None:
        return
    front = Front(reading, headline)
    if not front.body:
        return
    told: set[Span] = set()
    for found in _beyond(front):
        told.update(found.spans)
        yield found
    yield from (found for found in find_unborne(front) if found.spans[0] not in told)


def _beyond(front: Front) -> Iterator[Internal]:
    """Yield what one detector after the other finds; a figure of which they speak is no news."""
    yield from _unbounded_sum(front)
    yield from _uncounted(front)
    yield from _unquoted(front)
    yield from _unsaid(front)
    yield from _unshown(front)
    yield from _unannounced(front)
    yield from find_limits(front)
    yield from find_gaps(front)
    yield from find_vague_counts(front)
    yield from find_motives(front)
    yield from find_blames(front)
    yield from find_identities(front)
    yield from find_reserves(front)
    yield from find_claims(front)


def _unbounded_sum(front: Front) -> Iterator[Internal]:
    """Yield an exact number of the headline that the lead adds up from at least so many."""
    above, below = front.counts
    lead = [q for q in below if any(sentence.covers(q.span) for sentence in front.lead)]
    text = front.reading.document.text
    for count in above:
        for one, other in pairwise(lead):
            added = _AND.fullmatch(text, one.span.end, other.span.start)
            least = one.low is not None and one.high is None
            exact = count.is_exact
            if added and least and exact and one.value + other.value == count.value:
                span = front.reading.document.span(one.span.start, other.span.end)
                words = (front.quote(count.span), front.quote(span))
                reason = f'the headline has "{words[0]}", the body "{words[1]}"'
                yield Internal("headline", (count.span, span), 1.5, reason)
                return


def _uncounted(front: Front) -> Iterator[Internal]:
    """Yield a toll of the headline that the body does not give, though it speaks of deaths."""
    above, below = front.counts
    tolls = [q for q in above if q.of in ("dead", "killed")]
    if not tolls or any(tolls[0].value in (q.value, q.low, q.high) for q in below):
        return
    vague = [c.span for c in front.body if _DEATHS.search(front.quote(c.span))]
    if vague:
        reason = f'"{front.quote(tolls[0].span)}" stands in the headline, not in the body'
        yield Internal("headline", (tolls[0].span, *vague[:3]), 1.5, reason)


def _unquoted(front: Front) -> Iterator[Internal]:
    """Yield words in quotation marks that the body quotes of nobody."""
    # "Shadow-ban" bears out "shadow bans", as does "shadowban".
    apart = _folded(_HYPHEN.sub(" ", front.text))
    body = " ".join((_folded(front.text), apart, *map(_folded, _said(front))))
    singular = _singular(body)
    for match in _QUOTED.finditer(front.title):
        told = match[1]
        listed = list(stems(told))
        # One word in marks is a word looked at askance: any form of it in the body bears it out.
        borne = len(listed) == 1 and listed[0] in front.body_stems
        # So does "I was best friends with him" a "best friend".
        borne = borne or _singular(_folded(told)) in singular
        if not listed or borne or all(f" {_folded(p)} " in f" {body} " for p in _CUT.split(told)):
            continue
        start = front.headline.start + match.start()
        span = front.reading.document.span(start, front.headline.start + match.end())
        spans = (_head_clause(front, span), *_nearest(front, told))
        yield Internal("headline", spans, SLIGHT, f'the body quotes nobody with "{match[1]}"')
    yield from _unquoted_below(front)


def _unquoted_below(front: Front) -> Iterator[Internal]:
    """Yield words of some length that a subheading quotes and the text quotes of nobody."""
    document = front.reading.document
    subheads = [
        r
        for r in document.regions
        if r.kind == "subhead" and not _LINKED.match(document.text, r.start, r.end)
    ]
    if not any(_QUOTED.search(document.text, r.start, r.end) for r in subheads):
        return
    texts = [
        document.text[r.start : r.end] for r in document.article_regions() if r.kind != "subhead"
    ]
    body = _singular(_folded("\n".join(texts)))
    for region in subheads:
        for match in _QUOTED.finditer(document.text, region.start, region.end):
            told = match[1]
            parts = [_singular(_folded(part)) for part in _CUT.split(told)]
            if len(_WORDS.findall(told)) < _FEWEST_QUOTED or all(part in body for part in parts):
                continue
            spans = (document.span(*match.span()), *_nearest(front, told, region.end))
            yield Internal("headline", spans, SLIGHT, f'the text quotes nobody with "{told}"')


def _said(front: Front) -> Iterator[str]:
    for statement in front.reading.statements:
        if statement.kind == "quote" and statement.region != "headline":
            yield from (front.quote(span) for span in statement.content)


def _folded(text: str) -> str:
    """Return the words in lower case, without marks, hyphens and small words, one space apart."""
    words_of_it = _WORDS.findall(_MARKS.sub("", text.casefold()))
    return " ".join(word for word in words_of_it if word not in _SMALL)


def _singular(folded: str) -> str:
    """Return the words without the ending of a plural, a space before and behind."""
    return f" {' '.join(word.removesuffix('s') for word in folded.split())} "


def _head_clause(front: Front, span: Span) -> Span:
    """Return the smallest clause of the headline that holds ``span`` and no other marks."""
    fits = [c.span for c in front.heads if c.span.covers(span) and c.span != front.headline]
    marks = len(_ANY_MARK.findall(front.quote(span)))
    whole = [one for one in fits if len(_ANY_MARK.findall(front.quote(one))) == marks]
    return min(whole, key=len, default=span)


def _nearest(front: Front, told: str, after: int = 0) -> tuple[Span, ...]:
    """Return the body's clause from ``after`` on that shares most words with what is quoted."""
    wanted = set(stems(told))
    below = [c for c in front.body if c.span.start >= after and c.region != "subhead"]
    shared = [(len(wanted & set(stems(front.quote(c.span)))), c) for c in below or front.body]
    best = max(shared, key=lambda pair: (pair[0], -len(pair[1].span), -pair[1].span.start))
    return (best[1].span,) if best[0] else ()


def _unsaid(front: Front) -> Iterator[Internal]:
    """Yield the part of a headline of which the body says next to nothing."""
    if len(front.body_stems) < _SHORTEST_BODY:
        return
    for part in re.finditer(r"[^:|]+", front.title):
        told = list(dict.fromkeys(stems(part.group())))
        lacking = [one for one in told if one not in front.body_stems]
        start = front.headline.start + part.start()
        named = _names_told(front, start, start + len(part.group()))
        if not named and len(told) >= _FEWEST and len(lacking) >= _LACKING * len(told):
            words = part.group().strip()
            start += part.group().index(words)
            span = front.reading.document.span(start, start + len(words))
            reason = f'of "{words}" the body has {len(told) - len(lacking)} of {len(told)} words'
            yield Internal("headline", (span, front.opening), SLIGHT, reason)
            return
    yield from _untold(front)


def _names_told(front: Front, start: int, end: int) -> bool:
    """Return whether the body has a name of the headline: then both tell of one matter."""
    within = front.reading.document.span(start, end)
    names = [set(stems(m.name)) for m in front.reading.mentions if within.covers(m.span)]
    return any(name and name <= front.body_stems for name in names)


def _untold(front: Front) -> Iterator[Internal]:
    """Yield a headline of dead or hurt above a text in which there are none."""
    tokens = front.reading.parse.tokens
    heads = [head for head in front.heads if not _befalls_a_thing(front, head)]
    grave = [(h, act) for h in heads for act in front.acts(h.span) if act.field in _GRAVE]
    lacking = [
        (head, act)
        for head, act in grave
        if not set(stems(tokens[act.token].text)) <= front.body_stems
    ]
    sentences = front.sentences if lacking else ()
    below = {act.field for sentence in sentences for act in front.acts(sentence)}
    for head, act in lacking:
        if act.field not in below:
            nearest = _nearest(front, front.quote(head.span))
            spans = tuple(dict.fromkeys((head.span, front.opening, *nearest)))
            reason = f'nothing in the body tells of "{tokens[act.token].text}"'
            yield Internal("headline", spans, 1.2, reason)
            return


def _befalls_a_thing(front: Front, head: Clause) -> bool:
    """Return whether what is done befalls nobody: "killed the blue wave", "killed a bill"."""
    told = head.slots.patient
    if told is None:
        return False
    named = [m.span for m in front.reading.mentions if m.type in ("person", "group")]
    named += [quantity.span for quantity in front.reading.quantities if quantity.kind == "count"]
    somebody = told.head in words("function_words") or speaker_kinds().get(told.head) == "person"
    return not somebody and not any(map(told.span.shared, named))


def _unshown(front: Front) -> Iterator[Internal]:
    """Yield a headline that promises a film or pictures in a text without any."""
    match = _VIDEO.match(front.title)
    if match and match.end() < len(front.title):
        start, middle = front.headline.start, front.headline.start + match.end()
        document = front.reading.document
        label = document.span(start, start + len(match.group().rstrip()))
        spans = (label, document.span(middle, front.headline.end))
        yield Internal("headline", spans, 1.0, "the text holds nothing to watch")


def _unannounced(front: Front) -> Iterator[Internal]:
    """Yield a second subject that fills much of the article and is not in the headline."""
    regions = front.reading.document.article_regions()
    total = sum(region.end - region.start for region in regions)
    for clause in front.body:
        match = _ASIDE.match(front.quote(clause.sentence))
        if not match:
            continue
        rest = sum(max(0, r.end - max(r.start, clause.sentence.start)) for r in regions)
        if rest >= _SECOND * total:
            share = f"{100 * rest / total:.0f} %"
            span = _opening(front, clause)
            reason = (
                f"{share} of the article is another matter, which the headline does not announce"
            )
            yield Internal("headline", (front.headline, span), 1.2, reason)
        return


def _opening(front: Front, clause: Clause) -> Span:
    """Return the first clause of a sentence, or the sentence."""
    fits = [c.span for c in front.body if c.sentence == clause.sentence]
    return min(fits, key=lambda span: (span.start, -len(span)), default=clause.sentence)
