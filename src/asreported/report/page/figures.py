"""All numbers of a story, in base units, with who gives which."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import table
from asreported.lexicon.plurals import plural
from asreported.lexicon.units import unit_sizes
from asreported.model.span import Span
from asreported.model.statement import NO_AMOUNTS, Quantity
from asreported.report.accounts import Account
from asreported.report.evidence import Evidence
from asreported.report.page.matrix import state_of
from asreported.report.printable import shorten
from asreported.report.sections import Odd, StorySections, Told

_ToldAt = Mapping[str, Sequence[tuple[Span, Told]]]
"""Points by the places that tell them, by document id."""

_Given = tuple[Quantity, float, str, Evidence]
"""A quantity, its value and unit in base units, and where it stands."""

# The unit in which all of one thing are listed, by the others that are told; no currencies.
_BASE = {
    **dict.fromkeys(("mi2", "ha", "acre", "m2"), "km2"),
    **dict.fromkeys(("mi", "nmi", "m", "ft", "yd", "in", "cm"), "km"),
    **dict.fromkeys(("lb", "t", "g"), "kg"),
    "mph": "km/h",
}
_SQUARES = {"km2": "km²", "mi2": "sq mi", "m2": "m²"}
# What less than one of a base unit is shown in, largest first, and how many of it are one.
_PARTS = {
    "km": (("m", 1e3), ("cm", 1e5)),
    "km2": (("ha", 1e2), ("m2", 1e6)),
    "kg": (("g", 1e3),),
}
_CUT_KINDS = frozenset({"comments", "promo", "navigation", "author_bio", "disclaimer", "hidden"})
"""Regions whose numbers are no part of the story."""
_WHOLE = 0.9995
"""What plain_number rounds to one."""
# By less than this share rounding to two digits makes one length differ that is told in two units.
_SAME = 0.01
_VAGUE = 10
"""A vague word ("dozens") is understood as from its value to so many times that."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one thing, and everywhere it is given. ``kind`` is that of its quantities.

    ``to`` is the upper end where all who give it give a range: "20 to 30", "hundreds".
    """

    what: str
    value: float
    to: float | None
    unit: str
    kind: str
    hedge: str
    evidence: tuple[Evidence, ...]
    notes: tuple[tuple[str, str], ...]

    @property
    def understood(self) -> str:
        """Return the value in a unit of its size, with what hedges it."""
        if self.to == _VAGUE * self.value and self.hedge and (said := _vague_words(self.value)):
            return f"{said} of" if self.measure else said
        ends = (self.value,) if self.to is None else (self.value, self.to)
        return self.hedge + " to ".join(plain_number(end * self._sized[1]) for end in ends)

    @property
    def _sized(self) -> tuple[str, float]:
        """Return the unit in which the value is no fraction, and how many of it a base unit is."""
        parts = _PARTS.get(self.unit, ()) if 0 < self.value < 1 else ()
        whole = [part for part in parts if self.value * part[1] >= _WHOLE]
        return whole[0] if whole else parts[-1] if parts else (self.unit, 1.0)

    @property
    def measure(self) -> str:
        """Return the unit, or the noun of what is counted, as it stands behind the value."""
        if self.kind == "money":
            return self.unit.upper()
        # Of two letters or fewer it is a sign: "h".
        counted = self.kind in ("count", "duration", "age") and len(self.unit) > 2
        if counted and self.unit[-1].isalpha():
            noun = self.unit if self.value == 1 else plural(self.unit)
            return f"{noun} old" if self.kind == "age" else noun
        unit, _ = self._sized
        return _SQUARES.get(unit, unit)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Return who gives it."""
        return tuple({e.account.id: e.account for e in self.evidence}.values())


def figures(story: StorySections) -> tuple[Figure, ...]:
    """Return the articles' numbers: those of several accounts first, then by unit and size.

    That one account speaks of one thing ("one of the oldest papers") is no number of the story's.
    """
    found: list[_Given] = []
    for reading in story.comparison.readings:
        cut = [r for r in reading.document.regions if r.kind in _CUT_KINDS]
        for quantity in reading.quantities:
            span = quantity.span
            if quantity.kind in NO_AMOUNTS or any(r.start <= span.start < r.end for r in cut):
                continue
            unit, value = _in_base(quantity)
            found.append((quantity, value, unit, story.witness.at(span)))
    found.sort(key=lambda f: (f[2], _sort(f[0]), f[1], f[3].account.key, f[3].span))
    grouped: list[list[_Given]] = []
    for item in found:
        if grouped and _is_one_figure(grouped[-1][-1], item):
            grouped[-1].append(item)
        else:
            grouped.append([item])
    told: dict[str, list[tuple[Span, Told]]] = {}
    for point in (*story.agreed, *story.one_origin):
        for evidence in point.evidence:
            told.setdefault(evidence.span.document, []).append((evidence.span, point))
    listed = (make_figure(group, story.odd, told) for group in grouped)
    kept = [f for f in listed if not _is_one_thing(f)]
    return tuple(sorted(kept, key=lambda f: (-len(f.accounts), f.unit, f.value)))


def _sort(quantity: Quantity) -> tuple[bool, bool]:
    """Return what sets equal values of one unit apart: an age, and a word as vague as "dozens"."""
    return quantity.kind == "age", quantity.high == _VAGUE * quantity.value


def _is_one_figure(one: _Given, two: _Given) -> bool:
    if one[2] != two[2] or _sort(one[0]) != _sort(two[0]):
        return False
    least = 0.0 if one[0].unit == two[0].unit else _SAME * abs(two[1])
    return abs(one[1] - two[1]) <= least


def _is_one_thing(figure: Figure) -> bool:
    counts = figure.kind in ("count", "duration") and not figure.what and not figure.notes
    return counts and figure.value == 1 and not figure.hedge and len(figure.accounts) == 1


def plain_number(value: float) -> str:
    """Return ``value`` with grouped digits and no needless decimals.

    >>> [plain_number(v) for v in (70000.0, 0.5, 112664.48, 1e30)]
    ['70,000', '0.5', '112,664', '1e+30']
    """
    if abs(value) >= 1e15:
        return f"{value:g}"
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.3g}"


def _in_base(quantity: Quantity, value: float | None = None) -> tuple[str, float]:
    """Return the base unit of what the quantity measures, and its value (or ``value``) in that.

    What is converted has no more digits than what was written, and two at least.
    """
    value = quantity.value if value is None else value
    base = _BASE.get(quantity.unit)
    if base is None:
        return quantity.unit, value
    sizes = unit_sizes()
    factor = sizes[quantity.unit][1] / sizes[base][1]
    digits = len(f"{value:g}".replace(".", "").strip("0"))
    return base, float(f"{value * factor:.{max(2, digits)}g}")


@cache
def _vague_words(value: float) -> str:
    """Return the words for as many, "" where there are none.

    >>> _vague_words(12), _vague_words(10_000), _vague_words(13)
    ('dozens', 'tens of thousands', '')
    """
    rows = (row for row in table("number_words") if row["role"] == "vague")
    vague = {float(row["value"]): row["word"] for row in rows}
    groups = {
        few * many: f"{vague[few]} of {vague[many]}"
        for few in vague
        for many in vague
        if few < many
    }
    return vague.get(value) or groups.get(value, "")


def make_figure(group: Sequence[_Given], odd: Iterable[Odd], told: _ToldAt) -> Figure:
    """Return the figure that all of ``group`` give, with what is known of it."""
    quantities = [item[0] for item in group]
    spans = {item[3].span for item in group}
    notes = tuple(
        (o.id, f"odd: {o.reason}")
        for o in odd
        if o.kind in ("conversion", "arithmetic", "figure")
        and any(e.span.shared(span) for e in o.evidence for span in spans)
    )
    shared = _shared_point(spans, told)
    if shared:
        from_whom = shorten(", ".join(shared.origins), 60) if shared.is_one_origin else ""
        says = f"one origin: {from_whom}" if from_whom else state_of(shared)[1]
        notes = ((shared.id, says), *notes)
    what = next((q.of for q in quantities if q.of), "") or ""
    return Figure(
        what=what,
        value=group[0][1],
        to=_upper_end(group),
        unit=group[0][2],
        kind=quantities[0].kind,
        hedge=_hedge(quantities),
        evidence=tuple(item[3] for item in group),
        notes=notes,
    )


def _shared_point(spans: Iterable[Span], told: _ToldAt) -> Told | None:
    """Return the point that two of ``spans`` or more stand in, the most frequent first."""
    found = Counter(
        point.id
        for span in sorted(spans)
        for point in {p.id: p for s, p in told.get(span.document, ()) if s.covers(span)}.values()
    )
    best = [key for key, often in found.most_common(1) if often > 1]
    return next((p for each in told.values() for _, p in each if p.id in best), None)


def _upper_end(group: Sequence[_Given]) -> float | None:
    """Return the highest value of a range in the base unit, None where one gives no range."""
    ends = []
    for quantity, *_ in group:
        if quantity.low is None or quantity.high is None or quantity.low >= quantity.high:
            return None
        ends.append(_in_base(quantity, quantity.high)[1])
    return max(ends)


def _hedge(quantities: Sequence[Quantity]) -> str:
    lows = {q.low is not None and q.high is None for q in quantities}
    highs = {q.high is not None and q.low is None for q in quantities}
    if lows == {True}:
        return "at least "
    about = all(q.approximate for q in quantities)
    if highs == {True}:
        return "nearly " if about else "at most "
    return "about " if about else ""
