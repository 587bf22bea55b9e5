"""Find headlines that claim more than the body: all for a part, plain fact for an allegation.

Reads:   headline and body clauses with their acts.
Assigns: `Internal` of kind "headline" and "attribution".
"""

import re
from collections.abc import Iterator
from functools import cache

from asreported.lexicon.load import table, words
from asreported.model.span import Span
from asreported.model.statement import Clause, Internal
from asreported.statements.inside.breaks import SLIGHT
from asreported.statements.inside.fronts import Front, stems

_POSSIBLE = re.compile(r"\b(?:could|may|might|faces?|facing|set to|up to|likely)\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:alleged\w*|accus\w*|suspect\w*|reported\w*|charge[sd]?|claim\w*|sa(?:ys?|id)|may|might|could"
    r"|reports?|police|if|over|believed|appears?|apparent\w*)\b|\?|[‘“\"']",
    re.IGNORECASE,
)
_ALLEGED = re.compile(r"\b(?:allegedly|alleged|purportedly|supposedly|reportedly)\b", re.IGNORECASE)
_UNVERIFIED = re.compile(
    r"(?<!did )\b(?:not|cannot|never|yet to|unable to)\b(?: \w+){0,3} (?:verif\w+|authenticat\w+)"
    r"|\bunverified\b",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"\b(?:alleged\w*|accus\w*|suspect\w*)\b|\?", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:who|that) (?P<what>[\w' ’-]+?)"
    r"(?= (?:could|may|might|will|is|was|has|faces?|gets?)\b|[,.:;]|$)"
)
_LAST = re.compile(r"(?::\s*|\s[-–—]\s*|-)(?P<source>[^\W\d_][\w.’' ]{1,28}?)\s*$")
_FIRST = re.compile(r"(?P<source>[^\W\d_][\w.’' ]{1,28}?):\s")
_SAYS = re.compile(
    r",\s(?P<source>[^\W\d_][\w.’' ]{1,28}?)\s"
    r"(?:sa(?:ys?|id)|claims?|reports?|warns?|alleges?)\s*$",
    re.IGNORECASE,
)
# Reports of others are what any outlet goes by.
_NOBODY = frozenset({"report", "reports"})
_STILL = re.compile(
    r"\b(?:who |that )?(?:refus\w+ to|declin\w+ to|did not|didn['’]t|failed to) "
    r"(?:respond|react|retaliate|fight back|hit back|strike back|resist)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:(?:was|were|been|being) (?:arrested|captured|detained)|taken into custody)\b",
    re.IGNORECASE,
)
# Who turns himself in, and who gives himself up where he is found, is then arrested.
_GAVE_UP = re.compile(
    r"\bsurrender(?:s|ed)? (?:(?:him|her|them)sel(?:f|ves)|to (?:the )?(?:police|authorities))\b",
    re.IGNORECASE,
)
_ANSWERS = frozenset(["strike_back", "fend_off", "resist"])
_VIOLENT = frozenset(["strike", "assail", "bombard", "kill"])
_OPPOSED = {"leave": "stay"}


def find_claims(front: Front) -> Iterator[Internal]:
    """Yield each claim of the headline that the body limits, doubts, alleges or widens."""
    yield from _whole_for_part(front)
    yield from _doubted(front)
    yield from _alleged(front)
    yield from _unverified(front)
    yield from _own_voice(front)
    yield from _narrower(front)
    yield from _unanswered(front)
    yield from _gave_up(front)


def _lead(front: Front) -> list[Clause]:
    """Return the clauses of the first sentences of the body."""
    return [clause for clause in front.body if clause.sentence in front.lead]


def _whole_for_part(front: Front) -> Iterator[Internal]:
    """Yield an act told without limit above, and of a part only, or with its opposite, below."""
    if _parts(front, front.headline):
        return
    whole = [c for c in front.heads if _things(front, c) and front.acts(c.span)]
    for clause in whole:
        fields = {act.field for act in front.acts(clause.span)} & set(_OPPOSED)
        things = _things(front, clause)
        limits = [c.span for c in front.body if _limits(front, c, fields, things)]
        if not fields or not limits:
            continue
        again = [
            c.span
            for c in _lead(front)
            if fields & {act.field for act in front.acts(c.span)}
            and things & _things(front, c)
            and not _parts(front, c.span)
        ]
        spans = (clause.span, *_tight(again)[:1], *_tight(limits)[:3])
        reason = f'"{front.quote(clause.span)}" has no limit; the body has'
        reason += f' "{front.quote(_tight(limits)[0])}"'
        yield Internal("headline", tuple(dict.fromkeys(spans)), 1.5, reason)
        return


def _limits(front: Front, clause: Clause, fields: set[str], things: set[str]) -> bool:
    acts = {act.field for act in front.acts(clause.span)}
    if not things & _things(front, clause):
        return False
    opposed = {_OPPOSED[field] for field in fields}
    if clause.slots.negated:
        return False
    if fields & acts and _parts(front, clause.span):
        return True
    fillers = [filler for filler in (clause.slots.agent, clause.slots.patient) if filler]
    heads = {_collectives().get(filler.head.casefold()) for filler in fillers}
    return bool(opposed & acts and heads & things)


def _parts(front: Front, span: Span) -> bool:
    """Return whether words of part and degree stand there: "some", "most of", "partial"."""
    part = words("extents", kind="part")
    return any(token.text.casefold() in part for token in front.tokens(span))


def _things(front: Front, clause: Clause) -> set[str]:
    """Return the kinds of bodies of people that the clause speaks of."""
    tokens = front.tokens(clause.span)
    lemmas = {token.lemma.casefold() for token in tokens}
    lemmas |= {token.text.casefold().removesuffix("s") for token in tokens if token.pos == "PROPN"}
    return {_collectives()[lemma] for lemma in lemmas if lemma in _collectives()}


@cache
def _collectives() -> dict[str, str]:
    return {
        word: row["kind"]
        for row in table("kinds")
        if row["kind"] in ("soldier", "police", "fighter", "child", "worker")
        for word in row["words"].split()
    }


def _tight(spans: list[Span]) -> list[Span]:
    """Return the spans without those that hold another of them."""
    return [one for one in spans if not any(one != other and one.covers(other) for other in spans)]


def _doubted(front: Front) -> Iterator[Internal]:
    """Yield a possibility of the headline that the body calls unlikely."""
    if not _POSSIBLE.search(front.title):
        return
    told = set(stems(front.title)) - _names(front)
    for clause in front.body:
        text = front.quote(clause.span)
        doubts = words("doubts", kind="unlikely")
        # "An unlikely source" doubts nothing: it stands before its noun.
        unlikely = any(
            t.lemma.casefold() in doubts and t.dep != "amod" for t in front.tokens(clause.span)
        )
        if unlikely and told & set(stems(text)):
            head = _with_stem(front, told & set(stems(text)))
            reason = f'the headline holds possible what the body calls unlikely: "{text}"'
            yield Internal("headline", (head, clause.span), 1.5, reason)
            return


def _names(front: Front) -> set[str]:
    """Return the stems of names, which say whom it is about, and not what is told of them."""
    named = (mention for mention in front.reading.mentions if mention.type != "group")
    return {one for mention in named for one in stems(mention.name)}


def _with_stem(front: Front, wanted: set[str]) -> Span:
    """Return the smallest clause of the headline that holds one of the stems."""
    fits = [c.span for c in front.heads if wanted & set(stems(front.quote(c.span)))]
    return min(fits, key=len, default=front.headline)


def _alleged(front: Front) -> Iterator[Internal]:
    """Yield violence that the headline states and the body alleges."""
    head = next((c for c in front.heads if _violent(front, c.span)), None)
    if head is None:
        return
    flat = _flat(front, head.span)
    told = set(stems(front.title)) - _names(front)
    if flat is None or _ACCUSED.search(front.title):
        return
    for clause in _tight([c.span for c in _lead(front)]):
        text = front.quote(clause)
        alleged = _ALLEGED.search(text)
        if alleged and _violent(front, clause) and told & set(stems(text)):
            start = clause.start + alleged.start()
            span = front.reading.document.span(start, clause.end)
            reason = f'"{alleged.group()}" in the body, plain fact in the headline'
            yield Internal("headline", (flat, span), 1.3, reason)
            return


def _unverified(front: Front) -> Iterator[Internal]:
    """Yield a headline that states flatly what the body says nobody could verify."""
    hedges = {match.group().casefold() for match in _HEDGED.finditer(front.title)}
    # "Over" and "police" keep a crime apart from who is charged with it; here they hedge nothing.
    if hedges - {"over", "police"} or _credit(front.title):
        return
    told = set(stems(front.title)) - _names(front)
    for sentence in front.sentences:
        match = _UNVERIFIED.search(front.quote(sentence))
        if match and told & set(stems(front.quote(sentence))):
            reason = f'the headline states it flatly; the body has "{match.group()}"'
            start = sentence.start
            words_of_it = front.reading.document.span(start + match.start(), start + match.end())
            holding = [c.span for c in front.body if c.span.covers(words_of_it)]
            tight = min(holding, key=lambda span: (len(span), span), default=words_of_it)
            yield Internal("headline", (front.headline, tight), 1.3, reason)
            return


def _flat(front: Front, head: Span) -> Span | None:
    """Return the words that state the act as a fact: the clause, or its relative clause."""
    relative = _WHO.search(front.quote(head))
    if relative and not _HEDGED.search(relative["what"]):
        start = head.start + relative.start()
        return front.reading.document.span(start, start + len(relative.group().rstrip()))
    return None if _HEDGED.search(front.quote(head)) else head


def _violent(front: Front, span: Span) -> bool:
    return any(act.field in _VIOLENT for act in front.acts(span))


def _own_voice(front: Front) -> Iterator[Internal]:
    """Yield a headline that credits a source for what the body's first sentence says itself."""
    credit = _credit(front.title)
    if credit is None:
        return
    source, rest = credit
    first = front.body[0].sentence
    opening = [c for c in front.body if c.sentence == first]
    said = set(stems(front.quote(first)))
    shared = said & set(stems(rest))
    if set(stems(source)) & said or len(shared) < 3 or any(c.voice for c in opening):
        return
    reason = f'the headline credits "{source}", the body says it in its own voice'
    told = set(stems(front.title))
    opening.sort(key=lambda one: -len(told & set(stems(front.quote(one.span)))))
    yield Internal("attribution", (front.headline, _core(front, opening)), 1.2, reason)


def _credit(title: str) -> tuple[str, str] | None:
    """Return whom a headline credits, at its beginning or end, and what it credits him with."""
    says = _SAYS.search(title)
    if says and says["source"].split()[-1].casefold() not in _NOBODY:
        return says["source"], title[: says.start()]
    sources = words("headline_sources") - _NOBODY
    for match in (_LAST.search(title), _FIRST.match(title)):
        if match and match["source"].split()[-1].casefold() in sources:
            return match["source"], title[: match.start()] + title[match.end() :]
    return None


def _core(front: Front, opening: list[Clause]) -> Span:
    """Return who does what to whom in a sentence's first clause, or the clause."""
    clause = min(opening, key=lambda one: (one.span.start, len(one.span)))
    for one in opening:
        agent, patient = one.slots.agent, one.slots.patient
        if agent and patient and agent.span.start < patient.span.start:
            return front.reading.document.span(agent.span.start, patient.span.end)
    return clause.span


def _narrower(front: Front) -> Iterator[Internal]:
    """Yield acts of violence of which headline and lead give one and the body several."""
    above = [c for c in (*front.heads, *_lead(front)[:4]) if len(_kinds(front, c.span)) == 1]
    for act in sorted({kind for clause in above for kind in _kinds(front, clause.span)}):
        told = _tight([c.span for c in above if act in _kinds(front, c.span)])
        for sentence in dict.fromkeys(c.sentence for c in front.body):
            kinds = _kinds(front, sentence)
            if act in kinds and len(kinds) >= 3 and not any(map(sentence.covers, told)):
                span = _acting(front, sentence)
                reason = f'"{front.quote(told[0])}" has one act, the body "{front.quote(span)}"'
                yield Internal("headline", (*told, span), SLIGHT, reason)
                return


def _unanswered(front: Front) -> Iterator[Internal]:
    """Yield people who do not react above, and fend off or strike back below."""
    still = next(
        (m for c in (*front.heads, *_lead(front)) for m in front.found(_STILL, c.span)), None
    )
    if still is None:
        return
    for clause in front.body:
        text = front.quote(clause.span)
        answered = [act for act in front.acts(clause.span) if act.name in _ANSWERS]
        if not answered or clause.span.covers(still):
            continue
        start = front.reading.parse.tokens[answered[0].token].start
        span = front.reading.document.span(start, clause.span.end)
        reason = f'"{front.quote(still)}" above, "{text}" below'
        yield Internal("headline", (still, span), 1.2, reason)
        return


def _gave_up(front: Front) -> Iterator[Internal]:
    """Yield who is arrested in headline or lead and surrenders below."""
    above = [front.headline, *front.lead]
    taken = next((span for s in above for span in front.found(_TAKEN, s)), None)
    given = next((span for s in front.sentences for span in front.found(_GAVE_UP, s)), None)
    if taken is not None and given is not None:
        words_of_it = [front.quote(span) for span in (taken, given)]
        reason = f'"{words_of_it[0]}" above, "{words_of_it[1]}" below'
        yield Internal("headline", (taken, given), SLIGHT, reason)


def _kinds(front: Front, span: Span) -> frozenset[tuple[str, str]]:
    return frozenset(
        (act.field, act.name)
        for act in front.acts(span)
        if act.specific and act.field in ("strike", "assail")
    )


def _acting(front: Front, sentence: Span) -> Span:
    """Return the words from the first to the last act of a sentence, with what follows it."""
    tokens = front.reading.parse.tokens
    acts = [act for act in front.acts(sentence) if act.field in ("strike", "assail")]
    end = tokens[acts[-1].token].end
    comma = re.compile(r"[,.;]").search(front.reading.document.text, end, sentence.end)
    return front.reading.document.span(tokens[acts[0].token].start, comma.start() if comma else end)
