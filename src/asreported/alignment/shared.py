"""Make points of what accounts share in a phrase and not in a clause: facts and accords.

"Ann Reyes, 48, a nurse" and "the 48-year-old nurse Ann Reyes" share an age and an office, though no
clause of either says so. Members of such a point are statements with the short words.

Reads:   the readings, entities, units, the points made of clauses.
Gives:   `Shared`: the points, and the statements that they are made of.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asreported.alignment.accord import Accord, Told, Weigher, find_accords, tell
from asreported.alignment.accordgate import load_accord_gate
from asreported.alignment.agreement import judge_agreement
from asreported.alignment.bearers import find_bearers, same_day
from asreported.alignment.facts import Fact
from asreported.alignment.grammar import latest_year, read_grammar
from asreported.alignment.judgement import Judgement
from asreported.alignment.meanings import read_meanings
from asreported.alignment.origin import End, account_ends
from asreported.alignment.profile import speaker_key
from asreported.alignment.units import Unit
from asreported.model.comparison import Absence, Point
from asreported.model.ids import content_id
from asreported.model.span import Span
from asreported.model.statement import Clause, Entity, Reading, Slots, Statement
from asreported.model.story import Story

# From this probability on two phrases say the same; on events left out .93 of such links are right.
_LIKELY = 0.68
# Words that a phrase may have: what is longer is a clause, and clauses are compared elsewhere.
_LONGEST = 18
# A clause that has this share of its words in the phrase says the phrase's fact already.
_SAID = 0.34
# From this share on the phrase is what the clause says.
_WHOLLY = 0.6
# Words of a clause that may stand for the phrase as the label.
_LABEL = 25
_PER_ACCOUNT = 2
"""Members that an account has in one point: the first places that give it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """All points, those made of phrases last, and the statements that the phrases are."""

    points: tuple[Point, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two places of two accounts that give one fact; links of one ``keys`` speak of one."""

    a: Span
    b: Span
    keys: frozenset[object]
    score: float
    reason: str


def find_shared(
    story: Story,
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    facts: Sequence[Fact],
    points: Sequence[Point],
    judged: Judgement,
) -> Shared:
    """Return the points, with what phrases add to those that clauses have made.

    A phrase that says what a point's clause says, in an account that the point lacks, joins it.
    """
    units = judged.units
    holder = _Holder(readings, units)
    told = _tell(readings, entities)
    links = [*_equal_facts(facts, judged.apart), *_accords(told, holder, judged)]
    said = _Said(units, points)
    groups = _group(link for link in links if not said.both(link.a, link.b))
    ends = account_ends(story, units)
    listed = {point.id: point for point in points}
    joined: dict[str, list[Unit]] = {}
    made: list[Point] = []
    parts: dict[str, Statement] = {}
    for spans, score, reason in groups:
        host = said.host(spans)
        if host is not None:
            new = [s for s in spans if s.document not in listed[host].accounts]
            joined.setdefault(host, []).extend(holder.unit(span) for span in new)
            continue
        members = [holder.unit(span) for span in spans]
        parts |= {unit.statement.id: unit.statement for unit in members}
        label = holder.label(spans, short=reason != _RELATED)
        made.append(_point(ends, members, label, reason, score))
    for key, new_members in joined.items():
        point = listed[key]
        parts |= {unit.statement.id: unit.statement for unit in new_members}
        members = [*(holder.by_statement[i] for i in point.statements), *new_members]
        grown = _point(ends, members, point.label, "", point.score, point.absent)
        listed[key] = replace(grown, links=point.links)
    return Shared((*listed.values(), *made), tuple(parts[key] for key in sorted(parts)))


def _point(
    ends: Mapping[str, End],
    members: Sequence[Unit],
    label: Span,
    reason: str,
    score: float,
    absent: tuple[Absence, ...] = (),
) -> Point:
    ordered = {u.statement.id: u for u in sorted(members, key=lambda u: u.clause.span)}
    agreement = judge_agreement(ends, list(ordered.values()))
    accounts = tuple(sorted({unit.document for unit in members}))
    return Point(
        content_id("p", *ordered),
        label,
        agreement.verdict,
        tuple(ordered),
        accounts,
        agreement.count,
        agreement.origins,
        "; ".join(filter(None, (agreement.reason, reason))),
        score,
        tuple(a for a in absent if a.document not in accounts),
        fact=reason.removeprefix(_EQUAL) if reason.startswith(_EQUAL) else "",
    )


def _tell(readings: Sequence[Reading], entities: Sequence[Entity]) -> list[Told]:
    year = latest_year(readings)
    told = []
    for reading in readings:
        grammar = read_grammar(reading, year)
        told.append(tell(grammar, read_meanings(grammar, find_bearers(grammar, entities))))
    return told


def _equal_facts(facts: Sequence[Fact], apart: Callable[[int, int], bool]) -> Iterator[Link]:
    """Yield a link for every two accounts that give one value of one attribute."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        # Names are compared pair by pair: one bearer may stand as two where a name is cut short.
        about = "" if fact.attribute in ("age", "role") else fact.about
        groups[fact.attribute, about].append(fact)
    for attribute, about in sorted(groups):
        for number, a in enumerate(groups[attribute, about]):
            for b in groups[attribute, about][number + 1 :]:
                if a.document != b.document and _equal(a, b) and not _told_apart(a, b, apart):
                    keys: frozenset[object] = frozenset({(attribute, speaker_key(a.name), a.value)})
                    if attribute == "age":
                        keys = frozenset({(attribute, a.value)})
                    yield Link(a.span, b.span, keys, _SURE, f"{_EQUAL}{attribute}")


_EQUAL = "the same "
_RELATED = "in one relation, the same words"
_SURE = 0.9
"""Score of facts of one value: the attribute is named and the bearer the same."""


def _equal(a: Fact, b: Fact) -> bool:
    if a.attribute == "day":
        return same_day(a.value, b.value) and bool(a.detail & b.detail)
    if a.value != b.value:
        return False
    if a.attribute == "age":
        nameless = [fact.about for fact in (a, b) if fact.about.startswith("kind:")]
        return (bool(nameless) or _one_bearer(a, b)) and "kind:" not in nameless
    if a.attribute == "role":
        return bool(a.detail & b.detail) and _one_bearer(a, b)
    if a.attribute == "instrument":
        return bool(a.detail & b.detail)
    return a.attribute in ("hour", "home")


def _told_apart(a: Fact, b: Fact, apart: Callable[[int, int], bool]) -> bool:
    """Return whether the clauses tell two acts: "cancelled all flights", "some flights"."""
    if not a.about.startswith("act:") or a.unit is None or b.unit is None:
        return False
    return apart(min(a.unit, b.unit), max(a.unit, b.unit))


def _one_bearer(a: Fact, b: Fact) -> bool:
    return a.about == b.about or speaker_key(a.name) == speaker_key(b.name)


def _accords(
    told: Sequence[Told],
    holder: "_Holder",
    judged: Judgement,
) -> Iterator[Link]:
    accords = [a for a in find_accords(told) if a.telling and not a.set_apart]
    weigher, gate = Weigher(told, accords), load_accord_gate()
    for accord in accords:
        a, b = _places(accord)
        if max(_width(accord.tokens_a), _width(accord.tokens_b)) > _LONGEST:
            continue
        around = [(min(x, y), max(x, y)) for x in holder.around(a) for y in holder.around(b)]
        if around and judged.apart(*around[0]):
            continue
        beside = max((judged.likely.get(pair, 0.0) for pair in around), default=0.0)
        score = gate.probability(weigher.features(accord, beside))
        if score >= _LIKELY:
            keys: frozenset[object] = frozenset(accord.keys)
            yield Link(a, b, keys, score, _RELATED)


def _places(accord: Accord) -> tuple[Span, Span]:
    """Return the words of both sides, with what modifies the first and the last of them."""
    return (
        _place(accord.one, accord.tokens_a),
        _place(accord.two, accord.tokens_b),
    )


def _place(told: Told, tokens: Sequence[int]) -> Span:
    grammar = told.grammar
    first, last = tokens[0], tokens[-1]
    span = grammar.span(first, last)
    for at in (first, last):
        if grammar.tokens[at].pos in ("NOUN", "PROPN"):
            phrase = grammar.phrase(at)
            if len(phrase) <= _PHRASE:
                span = Span(span.document, min(span.start, phrase.start), max(span.end, phrase.end))
    return span


_PHRASE = 60
"""Characters of a noun phrase that is shown whole."""


def _width(tokens: Sequence[int]) -> int:
    return tokens[-1] - tokens[0] + 1


def _group(links: Iterator[Link]) -> list[tuple[tuple[Span, ...], float, str]]:
    """Return the places that one fact has in several accounts, the surest links joined first."""
    groups: dict[Span, _Group] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        mine = _known(groups, link.a) or _Group({link.a}, link.keys, link.score, link.reason)
        theirs = _known(groups, link.b) or _Group({link.b}, link.keys, link.score, link.reason)
        keys = mine.keys & theirs.keys & link.keys
        if not keys:
            continue
        joined = _Group(mine.spans | theirs.spans, keys, link.score, mine.reason)
        for span in (*mine.spans, *theirs.spans):
            groups[span] = joined
    distinct = {id(group): group for group in groups.values()}
    listed = [(_first_of_each(group.spans), group) for group in distinct.values()]
    return sorted(
        (spans, group.score, group.reason)
        for spans, group in listed
        if len({span.document for span in spans}) > 1
    )


@dataclass(slots=True)
class _Group:
    spans: set[Span]
    keys: frozenset[object]
    score: float
    reason: str


def _known(groups: Mapping[Span, _Group], span: Span) -> _Group | None:
    return groups.get(span)


def _first_of_each(spans: set[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        inside = [s for s in kept if s.document == span.document]
        if len(inside) < _PER_ACCOUNT and not any(span.shared(s) for s in inside):
            kept.append(span)
    return tuple(kept)


class _Holder:
    """Finds the clauses around a place, and makes the place a unit of its own."""

    def __init__(self, readings: Sequence[Reading], units: Sequence[Unit]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._units = units
        self.by_statement = {unit.statement.id: unit for unit in units}
        self._around: dict[Span, list[int]] = {}
        self._by_document: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(units):
            self._by_document[unit.document].append(number)

    def around(self, span: Span) -> list[int]:
        """Return the units that hold the place, the smallest first."""
        if span not in self._around:
            found = [
                number
                for number in self._by_document[span.document]
                if self._units[number].clause.span.covers(span)
            ]
            found.sort(key=lambda n: (len(self._units[n].clause.span), n))
            self._around[span] = found
        return self._around[span]

    def unit(self, span: Span) -> Unit:
        """Return the place as a unit: said by whoever says the clause around it."""
        around = self.around(span)
        reading = self._readings[span.document]
        tokens = reading.tokens_in(span)
        voice = self._units[around[0]].voice if around else None
        region = self._units[around[0]].clause.region if around else _region(reading, span)
        if voice is not None:
            identity = content_id("t", span.document, "part", voice.id, span.start, span.end)
            statement = replace(
                voice, id=identity, kind="attributed", span=span, content=(span,), part_of=voice.id
            )
        else:
            identity = content_id("t", span.document, "fact", span.start, span.end)
            statement = Statement(identity, "own", span, (span,), region=region)
        clause = Clause(span, span, self._slots(span, around), voice.id if voice else None, region)
        quantities = tuple(q for q in reading.quantities if span.covers(q.span))
        dates = tuple(d for d in reading.dates if span.covers(d.span))
        return Unit(statement, clause, voice, reading, tokens, quantities, dates, tokens)

    def _slots(self, span: Span, around: Sequence[int]) -> Slots:
        """Return the slots of the clause around, where the place holds its predicate."""
        slots = self._units[around[0]].clause.slots if around else Slots()
        predicate = slots.predicate
        return slots if predicate is not None and span.covers(predicate.span) else Slots()

    def label(self, spans: Sequence[Span], short: bool) -> Span:
        """Return the words that say it best alone: a short clause around a place, else a place.

        With ``short`` the longest place, which names the bearer and what is told.
        """
        whole = []
        for span in () if short else spans:
            for number in self.around(span)[:1]:
                unit = self._units[number]
                if len(unit.tokens) <= _LABEL and unit.clause.region != "headline":
                    whole.append(unit.clause.span)
        if whole:
            return min(whole, key=lambda s: (len(s), s))
        return max(spans, key=lambda s: (len(s), s.document, -s.start))


def _region(reading: Reading, span: Span) -> str:
    return next((r.kind for r in reading.document.regions if r.start <= span.start < r.end), "body")


class _Said:
    """Knows which places the points made of clauses link already."""

    def __init__(self, units: Sequence[Unit], points: Sequence[Point]) -> None:
        by_id = {unit.statement.id: unit.clause.span for unit in units}
        self._accounts = {point.id: set(point.accounts) for point in points}
        self._held: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._known: dict[tuple[Span, float], frozenset[str]] = {}
        for point in points:
            for statement in point.statements:
                span = by_id.get(statement)
                if span is not None and len(point.accounts) > 1:
                    self._held[span.document].append((span, point.id))

    def both(self, a: Span, b: Span) -> bool:
        """Return whether one point has, in both accounts, a clause that is mostly the place."""
        return bool(self._points(a) & self._points(b))

    def host(self, spans: Sequence[Span]) -> str | None:
        """Return the one point that has the place in some account and lacks it in another."""
        hosts = set().union(*(self._points(span, _WHOLLY) for span in spans))
        accounts = {span.document for span in spans}
        if len(hosts) != 1:
            return None
        host = min(hosts)
        return host if accounts - self._accounts[host] else None

    def _points(self, span: Span, least: float = _SAID) -> frozenset[str]:
        if (span, least) not in self._known:
            self._known[span, least] = frozenset(
                point
                for clause, point in self._held[span.document]
                if clause.start < span.end
                and span.start < clause.end
                and clause.shared(span) >= least * max(len(clause), len(span))
            )
        return self._known[span, least]
