"""Make points of what accounts share in a phrase and not in a clause: facts and accords.

"Ann Reyes, 48, a nurse" and "the 48-year-old nurse Ann Reyes" share an age and an office, though no
clause of either says so. Members of such a point are statements with the short words.

Reads:   the grammars, bearers and units of the accounts, the points made of clauses.
Gives:   `Shared`: the points, and the statements that they are made of.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.quantity import differing
from asreported.alignment.accounts.told import tell
from asreported.alignment.origin import End, account_ends
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.units import Unit, part_of
from asreported.alignment.phrases.facts import read_facts
from asreported.alignment.phrases.links import COUNT, Link, link_accords, link_facts, link_figures
from asreported.alignment.points import make_point
from asreported.model.comparison import Point
from asreported.model.ids import content_id
from asreported.model.span import Span
from asreported.model.statement import Clause, Slots, Statement
from asreported.model.story import Story

# A clause that has this share of its words in the phrase says the phrase's fact already.
_SAID = 0.34
# From this share on the phrase is what the clause says.
_WHOLLY = 0.6
# What outlets have from somebody: a number from who counted, an age from who knows the person.
_COUNTED = {COUNT: "counted", "age": "told it first"}
# From this chance on a clause says again what a clause of a point says.
_AGAIN = 0.55
# Words of a clause that may stand for the phrase as the label.
_LABEL = 25
_PER_ACCOUNT = 2
"""Members that an account has in one point: the first places that give it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """All points, those made of phrases last, and the statements that the phrases are."""

    points: tuple[Point, ...]
    statements: tuple[Statement, ...]


def find_shared(
    story: Story,
    grammars: Sequence[Grammar],
    bearers: Mapping[str, Bearers],
    figures: Sequence[Figure],
    points: Sequence[Point],
    judged: Judgement,
) -> Shared:
    """Return the points, with what phrases add to those that clauses have made.

    A phrase that says what a point's clause says, in an account that the point lacks, joins it.
    ``bearers`` are by document.
    """
    phrases = _Phrases(grammars, judged)
    told = [tell(grammar, bearers[grammar.document]) for grammar in grammars]
    links = [
        *link_facts(read_facts(grammars, bearers), judged),
        *link_figures(figures),
        *link_accords(told, judged),
    ]
    said = _Said(judged, points)
    ends = account_ends(story, judged.units)
    listed = {point.id: point for point in points}
    joined: dict[str, list[Unit]] = {}
    made: list[Point] = []
    parts: dict[str, Statement] = {}
    labels = {point.label for point in points}
    for group in _group(link for link in links if not said.both(link.a, link.b)):
        host = said.host(group.shown)
        if host is not None:
            new = [s for s in group.shown if s.document not in listed[host].accounts]
            joined.setdefault(host, []).extend(phrases.unit(span) for span in new)
            continue
        members = [phrases.unit(span) for span in group.shown]
        parts |= {unit.statement.id: unit.statement for unit in members}
        label = phrases.label(group, labels)
        labels.add(label)
        point = _point(ends, members, label, group.score)
        made.append(_phrased(_uncounted(point, members, group.fact), group.fact))
    by_statement = {unit.statement.id: unit for unit in judged.units}
    for key, phrased in joined.items():
        held = [by_statement[i] for i in listed[key].statements]
        fits = _fitting(phrased, held)
        if fits:
            parts |= {unit.statement.id: unit.statement for unit in fits}
            listed[key] = _grown(listed[key], [*held, *fits], ends)
    return Shared((*listed.values(), *made), tuple(parts[key] for key in sorted(parts)))


def _fitting(phrases: Iterable[Unit], held: Sequence[Unit]) -> list[Unit]:
    """Return the phrases whose figures are no other than those of any clause of the point.

    One may be like one of the clauses and give another number than the next.
    """
    return [
        phrase
        for phrase in phrases
        if not any(differing(phrase.quantities, unit.quantities) for unit in held)
    ]


def _uncounted(point: Point, members: Sequence[Unit], fact: str) -> Point:
    """Return the point without a count of origins where outlets give one figure and no source.

    Few outlets count for themselves: of 29 such points on annotated events 12 had as many origins
    as outlets, and 11 had fewer.
    """
    own = {unit.document for unit in members if unit.voice is None}
    if fact not in _COUNTED or point.agreement != "corroborated" or len(own) < 2:
        return point
    named = ", ".join(map(str, point.origins))
    told = f"{len(point.accounts)} accounts, origins not counted ({named})"
    reason = f"{told}: who {_COUNTED[fact]} is not told"
    return replace(point, agreement="undecided", independent_origins=None, reason=reason)


def _phrased(point: Point, fact: str) -> Point:
    """Return the point with what its phrases have in common."""
    common = f"the same {fact}" if fact else "in one relation, the same words"
    return replace(point, reason=f"{point.reason}; {common}", fact=fact)


def _grown(point: Point, members: Sequence[Unit], ends: Mapping[str, End]) -> Point:
    """Return the point made of more members; an account that has it now lacks it no more."""
    grown = _point(ends, members, point.label, point.score)
    absent = tuple(a for a in point.absent if a.document not in grown.accounts)
    return replace(grown, absent=absent, links=point.links)


def _point(ends: Mapping[str, End], members: Sequence[Unit], label: Span, score: float) -> Point:
    ordered = {u.statement.id: u for u in sorted(members, key=lambda u: u.clause.span)}
    return make_point(list(ordered.values()), label, score, ends)


class _Group(NamedTuple):
    """What several accounts give as one fact: the first places of each, none overlapping another.

    ``fact`` is that of its first link.
    """

    shown: tuple[Span, ...]
    score: float
    fact: str


@dataclass(slots=True)
class _Places:
    """Places that links hold together; they speak of one of the ``keys``."""

    spans: set[Span]
    keys: Set[object]
    score: float
    fact: str


def _group(links: Iterable[Link]) -> list[_Group]:
    """Return the places that one fact has in several accounts, the surest links joined first."""
    home: dict[Span, _Places] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        mine, theirs = (
            home.get(span) or _Places({span}, link.keys, link.score, link.fact)
            for span in (link.a, link.b)
        )
        keys = mine.keys & theirs.keys & link.keys
        if not keys:
            continue
        few, many = (mine, theirs) if len(mine.spans) < len(theirs.spans) else (theirs, mine)
        if many is not few:
            many.spans |= few.spans
            home |= dict.fromkeys(few.spans, many)
        many.keys, many.score, many.fact = keys, link.score, mine.fact
        home[link.a] = home[link.b] = many
    distinct = {id(places): places for places in home.values()}.values()
    found = [p for p in distinct if len({span.document for span in p.spans}) > 1]
    return sorted(_Group(_first_of_each(p.spans), p.score, p.fact) for p in found)


def _first_of_each(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the first places of each account, none overlapping another, in order."""
    kept: list[Span] = []
    for span in sorted(spans):
        inside = [s for s in kept if s.document == span.document]
        if len(inside) < _PER_ACCOUNT and not any(span.shared(s) for s in inside):
            kept.append(span)
    return tuple(kept)


class _Phrases:
    """Makes a phrase a unit of its own, and chooses the words that stand for several."""

    def __init__(self, grammars: Sequence[Grammar], judged: Judgement) -> None:
        self._readings = {grammar.document: grammar.reading for grammar in grammars}
        self._quotes = {
            key: [statement for statement in reading.statements if statement.kind == "quote"]
            for key, reading in self._readings.items()
        }
        self._judged = judged

    def unit(self, span: Span) -> Unit:
        """Return the phrase as a unit: said by whoever says the clause around it.

        Where that is the outlet or, as of a question, no unit, by whom it quotes with these words.
        """
        around = self._around(span)
        reading = self._readings[span.document]
        tokens = reading.tokens_in(span)
        voice = (around.voice if around else None) or self._voice(span)
        beside = reading.document.region_at(span.start)
        region = around.clause.region if around else beside.kind if beside else "body"
        if voice is not None:
            statement = part_of(voice, span)
        else:
            identity = content_id("t", span.document, "fact", span.start, span.end)
            statement = Statement(identity, "own", span, (span,), region=region)
        slots = around.clause.slots if around else Slots()
        if slots.predicate is None or not span.covers(slots.predicate.span):
            slots = Slots()
        sentence = around.clause.sentence if around else span
        clause = Clause(span, sentence, slots, voice.id if voice else None, region)
        quantities = tuple(q for q in reading.quantities if span.covers(q.span))
        dates = tuple(d for d in reading.dates if span.covers(d.span))
        return Unit(
            statement=statement,
            clause=clause,
            voice=voice,
            reading=reading,
            tokens=tokens,
            quantities=quantities,
            dates=dates,
            core=tokens,
        )

    def label(self, group: _Group, taken: Collection[Span]) -> Span:
        """Return the words that say it best alone: a short clause around a place, else a place.

        Of a fact that is no figure the longest place, which names the bearer and what is told. What
        is the label of another point, ``taken``, would read as that point told twice.
        """
        around = (self._around(span) for span in (group.shown if group.fact in ("", COUNT) else ()))
        whole = [
            unit.clause.span
            for unit in around
            if unit
            and len(unit.tokens) <= _LABEL
            and unit.clause.region != "headline"
            and unit.clause.span not in taken
        ]
        if whole:
            return min(whole, key=lambda s: (len(s), s))
        return max(group.shown, key=lambda s: (len(s), s.document, -s.start))

    def _voice(self, span: Span) -> Statement | None:
        """Return the smallest quotation whose words, not whose cue and speaker, hold the place."""
        said = (
            quote
            for quote in self._quotes[span.document]
            if any(part.covers(span) for part in quote.content)
        )
        return min(said, key=lambda s: (len(s.span), s.id), default=None)

    def _around(self, span: Span) -> Unit | None:
        """Return the smallest clause around a place."""
        around = self._judged.around(span)
        return self._judged.units[around[0]] if around else None


class _Said:
    """Knows which places the points made of clauses link already."""

    def __init__(self, judged: Judgement, points: Sequence[Point]) -> None:
        units = judged.units
        number = {unit.statement.id: at for at, unit in enumerate(units)}
        shared = [point for point in points if len(point.accounts) > 1]
        self._accounts = {point.id: set(point.accounts) for point in shared}
        of = {number[s]: point.id for point in shared for s in point.statements if s in number}
        self._held: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._again: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._known: dict[tuple[Span, float, bool], frozenset[str]] = {}
        for at, point in of.items():
            self._held[units[at].document].append((units[at].clause.span, point))
        for a, b in judged.likely:
            for one, other in ((a, b), (b, a)):
                if one in of and other not in of and judged.likely[a, b] >= _AGAIN:
                    unit = units[other]
                    if unit.document in self._accounts[of[one]]:
                        self._again[unit.document].append((unit.clause.span, of[one]))

    def both(self, a: Span, b: Span) -> bool:
        """Return whether one point has, in both accounts, a clause that is mostly the place.

        What likely says a point again in an account that has it links nothing new either.
        """
        mine, theirs = self._points(a), self._points(b)
        if not mine and not theirs:
            return False
        return bool(mine & (theirs | self._points(b, again=True))) or bool(
            theirs & self._points(a, again=True)
        )

    def host(self, spans: Sequence[Span]) -> str | None:
        """Return the one point that has the place in some account and lacks it in another."""
        hosts = set().union(*(self._points(span, _WHOLLY) for span in spans))
        accounts = {span.document for span in spans}
        if len(hosts) != 1:
            return None
        host = min(hosts)
        return host if accounts - self._accounts[host] else None

    def _points(self, span: Span, least: float = _SAID, *, again: bool = False) -> frozenset[str]:
        known = self._known.get((span, least, again))
        if known is None:
            known = self._known[span, least, again] = frozenset(
                point
                for clause, point in (self._again if again else self._held)[span.document]
                if clause.start < span.end
                and span.start < clause.end
                and clause.shared(span) >= least * max(len(clause), len(span))
            )
        return known
