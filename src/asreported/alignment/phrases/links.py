"""Link places of two accounts that give one fact: facts of one value, figures, phrases in accord.

Reads:   the facts and figures, what the accounts tell as relations, the judgement of clauses.
Gives:   `Link`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from asreported.alignment.accounts.bearers import same_day
from asreported.alignment.accounts.fates import TOLLS
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.told import Told
from asreported.alignment.pairs.clusters import Edge
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.pairing import across
from asreported.alignment.pairs.profile import speaker_key
from asreported.alignment.phrases.accord import Accord, find_accords, other_figures
from asreported.alignment.phrases.accordgate import Weigher, load_accord_gate
from asreported.alignment.phrases.fact import Fact
from asreported.model.span import Span

# From this probability on two phrases say the same; on events left out .92 of such links are right.
_LIKELY = 0.68
# Words that a phrase may have: what is longer is a clause, and clauses are compared elsewhere.
_LONGEST = 18
_SURE = 0.9
"""Score of facts of one value: the attribute is named and the bearer the same."""


_FEW = 4
"""Victims up to which two tolls may be equal by chance. Of sixteen annotated events, larger ones
were one point 62 times and two 5 times, smaller ones once and 4 times."""
_ANYBODY = frozenset({"", "people", "person"})
COUNT = "count"
"""What figures give, as the ``fact`` of a link."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two places of two accounts that give one fact; links of one ``keys`` speak of one.

    ``fact`` is the attribute that both give, "" for an accord.
    """

    a: Span
    b: Span
    keys: Set[object]
    score: float
    fact: str = ""


def link_facts(facts: Sequence[Fact], judged: Judgement) -> Iterator[Link]:
    """Yield a link for every two accounts that give one value of one attribute."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        # Names are compared pair by pair: one bearer may stand as two where a name is cut short.
        about = "" if fact.attribute in ("age", "role") else fact.about
        groups[fact.attribute, about].append(fact)
    for attribute, about in sorted(groups):
        for a, b in across(groups[attribute, about]):
            if _equal(a, b) and not _told_apart(a, b, judged):
                # Ages may be somebody's whom one account does not name.
                who = "" if attribute == "age" else speaker_key(a.name)
                keys = frozenset({(attribute, who, a.value)})
                yield Link(a.span, b.span, keys, _SURE, attribute)


def link_figures(figures: Sequence[Figure]) -> Iterator[Link]:
    """Yield a link for every two accounts that give one toll, or one measure of one thing.

    "Seven dead" and "at least seven people were killed" share no words but the figure.
    """
    groups: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and not figure.vague and not figure.apart:
            groups[figure.unit, figure.value].append(figure)
    for unit, value in sorted(groups):
        for a, b in across(groups[unit, value]):
            keys = frozenset((COUNT, unit, value, of) for of in _counts_alike(a, b))
            if keys:
                yield Link(a.span, b.span, keys, _SURE, COUNT)


def _counts_alike(a: Figure, b: Figure) -> frozenset[str]:
    """Return what two equal figures are both of: a toll's act, what is counted, anchors, a coin."""
    coin = a.unit == "money" and a.written == b.written and _is_odd(a) and _is_odd(b)
    if a.unit != "count":
        return a.anchors & b.anchors | (frozenset({a.written}) if coin else frozenset())
    if a.value is None or a.value <= _FEW:
        return frozenset()
    tolls = {a.act, b.act} & TOLLS
    if (a.act in TOLLS and b.act in TOLLS) or not _is_one_thing(a, b):
        return frozenset(tolls) if a.act == b.act else frozenset()
    # "Six children" may be those that were killed, or found: no point has both.
    return frozenset(tolls or {a.kind, *TOLLS})


def _is_one_thing(a: Figure, b: Figure) -> bool:
    """Return whether equal figures count one thing: by one noun, or one kind and no round number.

    Of those on annotated events and in unread stories 19 of 20 were one fact.
    """
    if "-" in a.grammar.words(a.number) + b.grammar.words(b.number) and not _is_odd(a):
        return False  # "Five-star hotel".
    same = a.noun == b.noun and a.noun not in _ANYBODY
    return bool(a.kind) and a.kind == b.kind and (same or (_is_odd(a) and _is_odd(b)))


def _is_odd(figure: Figure) -> bool:
    """Return whether a figure is hardly equal by chance: it has two digits beside its zeros."""
    return figure.value is not None and len(f"{figure.value:.0f}".rstrip("0")) > 1


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


def _told_apart(a: Fact, b: Fact, judged: Judgement) -> bool:
    """Return whether the clauses tell two acts: "cancelled all flights", "some flights"."""
    if not a.about.startswith("act:"):
        return False
    one, two = judged.around(a.span), judged.around(b.span)
    return bool(one and two) and judged.apart(min(one[0], two[0]), max(one[0], two[0]))


def _one_bearer(a: Fact, b: Fact) -> bool:
    return a.about == b.about or speaker_key(a.name) == speaker_key(b.name)


def link_accords(told: Sequence[Told], judged: Judgement) -> Iterator[Link]:
    """Yield a link for every accord that likely says one thing in both accounts."""
    gate = load_accord_gate()
    for weighed in weigh_accords(told, judged):
        score = gate.probability(weighed.features)
        # Whether the clauses are apart is dear to ask, and most unlikely accords are not asked.
        if score >= _LIKELY and not weighed.apart(judged) and not other_figures(weighed.accord):
            a, b = weighed.accord.places
            yield Link(a, b, weighed.accord.keys, score)


class Weighed(NamedTuple):
    """An accord with its features (see `Weigher.features`), and the smallest clauses around it."""

    accord: Accord
    features: tuple[float, ...]
    clauses: Edge | None

    def apart(self, judged: Judgement) -> bool:
        """Return whether something sets the clauses apart for certain."""
        return self.clauses is not None and judged.apart(*self.clauses)


def weigh_accords(told: Sequence[Told], judged: Judgement) -> Iterator[Weighed]:
    """Yield the accords that are no whole clauses."""
    accords = list(find_accords(told))
    weigher = Weigher(told, accords)
    for accord in accords:
        if accord.width <= _LONGEST:
            a, b = accord.places
            mine, theirs = judged.around(a), judged.around(b)
            around = [(x, y) if x < y else (y, x) for x in mine for y in theirs]
            beside = max([judged.likely.get(pair, 0.0) for pair in around], default=0.0)
            yield Weighed(accord, weigher.features(accord, beside), next(iter(around), None))
