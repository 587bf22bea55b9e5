"""Find figures that differ in clauses which otherwise tell much the same."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from asreported.alignment.accounts.acts import concept, stem
from asreported.alignment.accounts.fates import TOLLS
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.headcounts import ALL, CAPACITY
from asreported.alignment.disputes.countings import (
    is_lapse,
    is_other,
    is_rate,
    of_other_days,
)
from asreported.alignment.disputes.dispute import Dispute, disputed, valued
from asreported.alignment.disputes.doers import are_of_two_people, doer_of, verb_of
from asreported.alignment.disputes.gifts import is_one_gift
from asreported.alignment.disputes.numbers import ask, toll_told
from asreported.alignment.disputes.tolls import ANYBODY, is_of_more, size
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.units import Unit
from asreported.model.span import Span

# How likely two clauses say the same (see `Judgement`) from which their figures are rivals: of
# annotated rivals beyond it four in five are disputes, below it one in five.
_LIKELY = 0.5
_LIKELY_ONE = 0.8  # The same of figures by other nouns, alone in their clauses.
_FARTHEST = -0.2  # How far another clause of the account may be liker.
_FAR = 4.0  # Beyond such a ratio two counts do not count the same.
_FAR_VAGUE = 10.0  # The same where one is a word such as "dozens".
_ROUNDED = 0.06  # What a figure may lose where it is put in another unit.
_FROM = re.compile(r"[\s\w)-]{0,30}?\b(?:of|from)\s+(?:the\s+)?(?P<name>[A-Z]\w+)")
_Answer = tuple[str, str, str, float, float]
"""What is counted (unit, kind, act), and the least and most that it is said to be."""
_ROUNDING = 1000  # From it on a rough word is a rounding: 381,000 are "hundreds of thousands".
_ROUND = frozenset({12.0, 100.0, 1000.0, 1e6})  # What "a dozen" and "a thousand" give.
_NEAR = 1.2  # Beyond such a ratio a bound is no rounding of a figure within it.
_MISS = 1.15  # Numbers of one noun within it are one count, of twelve pairs in unread stories ten.
_SCORED = frozenset({"vote", "point"})  # What one has and what one needs are often near.
_TIES = 2  # Words that two sums must share for the one to be the other.
_FEW = 10  # "Several" and "a few" mean less at the least; "dozens" say a size.
_SEVERAL = 2  # "A handgun" may be one of two.
_PEOPLE = frozenset({"person", "police", "soldier", "protester", "fighter", "child", "migrant"})
_ANYTHING = frozenset({"country", "nation", "state", "city", "county", "place", "time", "day"})
_AMOUNTS = frozenset({"more", "less", "many", "few", "several", "most", "least"})
_MANY = frozenset({"money", "percent", "length"})


def find_tally_disputes(figures: Sequence[Figure], judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each thing that like clauses of accounts count differently."""
    units = judged.units
    held = _figures_of(figures, units)
    told = _told(figures)
    rivals: list[tuple[Figure, Figure]] = []
    for pair in judged.probable(_LIKELY, _FARTHEST):
        if pair.a not in held or pair.b not in held or _other_days(units[pair.a], units[pair.b]):
            continue
        mine, theirs = held[pair.a], held[pair.b]
        alone = _are_alone(mine, theirs) and judged.likely[pair.a, pair.b] >= _LIKELY_ONE
        rivals += [
            (a, b)
            for a in mine
            for b in theirs
            if (_one_noun(a, b) or (alone and _are_close(a, b)))
            and _told_alike(a, b)
            and _rivals(a, b, told)
        ]
    rivals += [(a, b) for a, b in _near_misses(figures) if _rivals(a, b, told)]
    numbers = {(f.document, f.value) for f in figures if f.unit == "count"}
    rivals = [pair for pair in rivals if not _gives_both(*pair, numbers)]
    for group in _joined(_best(rivals)):
        yield from _dispute(group, figures)


def _gives_both(a: Figure, b: Figure, numbers: Collection[tuple[str, float | None]]) -> bool:
    """Return whether an account has the other's count too, of whatever: 31 of "34 others"."""
    if a.unit != "count" or a.value == b.value or min(size(a), size(b)) < _FEW:
        return False
    return (a.document, b.value) in numbers or (b.document, a.value) in numbers


def _near_misses(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures of two accounts that by themselves look like one, whatever their clauses say.

    Two numbers of one noun that are nearly the same, and sums of which much the same is told.
    """
    alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not (figure.apart or figure.vague):
            alike[figure.unit, figure.noun if figure.unit == "count" else ""].append(figure)
    for (unit, noun), listed in alike.items():
        for number, a in enumerate(listed):
            for b in listed[number + 1 :]:
                if a.document != b.document and _nearly(unit, noun, a, b):
                    yield a, b


def _nearly(unit: str, noun: str, a: Figure, b: Figure) -> bool:
    sizes = sorted((a.low or a.high, b.low or b.high))
    close = sizes[1] <= _MISS * sizes[0]
    if unit == "count":
        thing = noun and noun not in ANYBODY | _SCORED and not _of_other_acts(a, b)
        return bool(thing) and close and sizes[0] >= _FEW
    if is_one_gift(a, b):
        return True
    shared = len((a.anchors & b.anchors) - _AMOUNTS)
    if unit == "money" and close and shared >= _TIES:
        return True
    much = 2 * shared >= min(len(a.anchors), len(b.anchors))
    return unit == "money" and shared > _TIES and much


def _best(rivals: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """Return the rivals of which neither has another in the same account that fits it better.

    "55 percent lack water and 95 percent power" answers two questions.
    """
    fits = [_fit(a, b) for a, b in rivals]
    best: dict[tuple[Span, str], tuple[bool, bool, float]] = {}
    for (a, b), fit in zip(rivals, fits, strict=True):
        for key in ((a.number, b.document), (b.number, a.document)):
            best[key] = max(best.get(key, fit), fit)
    return [
        (a, b)
        for (a, b), fit in zip(rivals, fits, strict=True)
        if best[a.number, b.document] == best[b.number, a.document] == fit
    ]


def _fit(a: Figure, b: Figure) -> tuple[bool, bool, float]:
    """Return how well two figures count one thing: by unit, kind and the words around them."""
    return (
        (a.unit, a.written) == (b.unit, b.written),
        a.kind == b.kind,
        len(a.anchors & b.anchors) / (len(a.anchors | b.anchors) or 1),
    )


def _joined(rivals: Sequence[tuple[Figure, Figure]]) -> list[list[Figure]]:
    """Return the figures that count one thing in groups, in text order."""
    groups: dict[int, dict[Span, Figure]] = {}
    home: dict[_Given, int] = {}
    for number, (a, b) in enumerate(rivals):
        mine = {a.span: a, b.span: b}
        for old in sorted({home[each] for each in (_given(a), _given(b)) if each in home}):
            for figure in groups[old].values():
                home.pop(_given(figure), None)
            mine |= groups.pop(old)
        groups[number] = mine
        home |= {_given(figure): number for figure in mine.values()}
    found = [[group[span] for span in sorted(group)] for group in groups.values()]
    return sorted(found, key=lambda group: group[0].span)


def _dispute(group: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[Dispute]:
    answers: list[list[Figure]] = []
    for one in group:
        told = [figure for figure in figures if _repeats(one, figure)]
        home = next((answer for answer in answers if _is_one_answer(answer[0], one)), None)
        if home is None:
            answers.append(told)
        else:
            home += [figure for figure in told if figure not in home]
    if len(answers) < 2 or _has_lots(answers) or are_of_two_people(group):
        return
    sides = sorted(answers, key=_order)
    lead, other = sides[0][0], sides[1][0]
    apart = any(
        a[0].high < b[0].low or b[0].high < a[0].low for a in sides for b in sides if a is not b
    )
    words = " and ".join(side[0].grammar.words(side[0].number) for side in sides)
    spans = [[figure.span for figure in side] for side in sides]
    for dispute in disputed(
        "number",
        "difference" if apart else "tension",
        ask(lead, other),
        spans,
        f"{words} in clauses that tell much the same",
        0.65 if apart else 0.55,
    ):
        sized = valued(dispute, (size(side[0]) for side in sides), spans)
        yield replace(sized, about=toll_told(lead))


def _has_lots(answers: Sequence[Sequence[Figure]]) -> bool:
    """Return whether an account gives two of the numbers: six checks here, 17 there."""
    given = [
        {figure.document for figure in same if not figure.vague}
        for same in answers
        if same[0].act not in TOLLS
    ]
    return len(set().union(*given)) < sum(map(len, given))


def _order(answer: Sequence[Figure]) -> tuple[int, float, float, Span]:
    """Return what sorts answers: those of most accounts first, then the lowest."""
    first = answer[0]
    return -len({figure.document for figure in answer}), first.low, first.high, first.span


def _is_one_answer(a: Figure, b: Figure) -> bool:
    """Return whether two figures are one value, put in another unit by one of them or not."""
    if a.written != b.written:
        return max(a.low, b.low) <= (1 + _ROUNDED) * min(a.low, b.low)
    return (a.low, a.high) == (b.low, b.high)


def _repeats(one: Figure, other: Figure) -> bool:
    """Return whether the figure is given once more: one value, unit and noun."""
    return other is one or (_given(one) == _given(other) and not other.apart)


_Given = tuple[float, float, str, str, str]
"""The least and most that a figure may be, its unit, noun and act."""


def _given(figure: Figure) -> _Given:
    return figure.low, figure.high, figure.unit, figure.noun, figure.act


def _figures_of(figures: Sequence[Figure], units: Sequence[Unit]) -> dict[int, list[Figure]]:
    """Return the figures that stand in each unit's own words."""
    by_start: dict[str, dict[int, Figure]] = defaultdict(dict)
    for figure in figures:
        if not figure.apart:
            by_start[figure.document][figure.number.start] = figure
    found: dict[int, list[Figure]] = {}
    for number, unit in enumerate(units):
        mine = by_start[unit.document]
        inside = [mine[t.start] for t in unit.core if t.start in mine]
        if inside:
            found[number] = inside
    return found


def _answer(figure: Figure, counting: Figure) -> _Answer:
    """Return the value of ``figure`` as an answer to what ``counting`` counts.

    What a sum of money or a length is of, its words seldom tell: any of the account may be meant.
    Who fired eight shots, of which five hit, gives both counts.
    """
    kind = counting.kind if counting.unit == "count" else ""
    act = counting.act if counting.act in TOLLS else ""
    return counting.unit, kind, act, figure.low, figure.high


def _value(figure: Figure) -> _Answer:
    """Return the number of a count, bound or not, as an answer by its noun."""
    value = figure.low if figure.value is None else figure.value
    return "value", figure.noun or figure.kind, figure.act, value, value


def _toll(figure: Figure, act: str) -> _Answer | None:
    """Return the number of a toll as an answer for any kind of people, None for no toll."""
    if act not in TOLLS or figure.value is None or figure.unit != "count":
        return None
    return "count", "", act, figure.value, figure.value


def _told(figures: Sequence[Figure]) -> Mapping[str, set[_Answer | None]]:
    """Return what each account counts, with every value it gives."""
    told: dict[str, set[_Answer | None]] = defaultdict(set)
    for figure in figures:
        told[figure.document].add(_answer(figure, figure))
        if figure.unit == "count":
            told[figure.document].add(_value(figure))
        if figure.kind == "person":
            told[figure.document].add(_toll(figure, figure.act))
    return told


def _rivals(a: Figure, b: Figure, told: Mapping[str, set[_Answer | None]]) -> bool:
    """Return whether the two may count one thing and differ, neither account giving both."""
    if not (_are_of_one_size(a, b) and _may_count_one(a, b)) or _is_one_number(a, b):
        return False
    return not (_gives_too(a, b, told) or _gives_too(b, a, told))


def _are_of_one_size(a: Figure, b: Figure) -> bool:
    """Return whether two numbers in one unit are neither too small nor too far apart to be told."""
    if a.unit != b.unit or (a.unit in _MANY and a.written != b.written):
        return False
    small, large = sorted((a.low or a.high, b.low or b.high))
    far = _FAR_VAGUE if a.vague or b.vague else _FAR
    return small >= _SEVERAL and large <= far * small


def _may_count_one(a: Figure, b: Figure) -> bool:
    """Return whether no word says that two figures are of two things, places, days or parts."""
    if is_other(a) != is_other(b) or is_rate(a) != is_rate(b):
        return False
    if (is_lapse(a) and is_lapse(b)) or (_is_of_record(a) and _is_of_record(b)):
        return False
    if _is_idle(a, b) or _is_idle(b, a):
        return False
    if a.unit == "money" and _other_verbs(a, b):
        return False
    if a.unit == "length" and not _is_one_way(a, b):
        return False
    if (a.places and b.places and not a.places & b.places) or of_other_days(a, b):
        return False
    return not (a.adds_up_to(b) or b.adds_up_to(a) or is_of_more(a, b) or is_of_more(b, a))


def _is_one_number(a: Figure, b: Figure) -> bool:
    """Return whether one number may be meant by both, bounded, rounded or in another unit."""
    if (a.low, a.high) == (b.low, b.high) or _may_be_one(a, b):
        return True
    if a.unit != "count" and a.value == b.value:
        return True  # "About 20 %" is no other share than 20 %.
    if any(
        x.vague and y.low <= x.high and y.high >= x.low >= _ROUNDING for x, y in ((a, b), (b, a))
    ):
        return True
    if _is_rounded(a, b) or _is_rounded(b, a):
        return True
    if a.written != b.written:
        # Put in another unit, a figure is rounded anew: "12 weeks" are "nearly three months".
        small, large = sorted((a.low or a.high, b.low or b.high))
        return large <= (1 + _ROUNDED) * small
    # "$22 trillion" may be $22.012 trillion, rounded, "roughly 1,100" are 1,140.
    alike = a.bounded == b.bounded or (a.low == a.high and b.low == b.high)
    return alike and abs(a.low - b.low) <= max(a.slack, b.slack)


def _gives_too(mine: Figure, other: Figure, told: Mapping[str, set[_Answer | None]]) -> bool:
    """Return whether the account of ``mine`` gives the other's number as well, of the same."""
    if _answer(other, mine) in told[mine.document]:
        return True
    if mine.value == other.value:
        return False
    if _value(other) in told[mine.document]:
        return True  # Ten indoors and more than 25 outdoors: "ten" answers for indoors.
    toll = _toll(other, mine.act)
    # Who has 52 people killed has no other toll of Torvians.
    return toll is not None and toll in told[mine.document]


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Return whether one is the least and one the most, and one number fits both.

    23,900 are "nearly 24,000" and "more than 23,000".
    """
    least, most = sorted((a, b), key=lambda figure: -figure.high)
    bounds = least.high == float("inf") and most.low < most.high < float("inf")
    rough = a.value is None or b.value is None or (a.low and a.vague) or (b.low and b.vague)
    return bounds and not rough and a.value != b.value and least.low <= most.high


def _told_alike(a: Figure, b: Figure) -> bool:
    """Return whether something is said of both: the fate of "43 people" must be told as well."""
    if a.value == b.value:
        return True
    if {a.act, b.act} & TOLLS:
        return bool(a.act and b.act)
    return bool((a.anchors & b.anchors) - _AMOUNTS)


def _is_one_way(a: Figure, b: Figure) -> bool:
    """Return whether neither length is a distance, or both lead from one place to one thing."""
    start = _far_from(a)
    if start != _far_from(b):
        return False
    return not start or bool((a.anchors & b.anchors) - {stem(start.lower())})


def _far_from(figure: Figure) -> str:
    """Return the name of what a distance is counted from: "60 miles south of Zell", "" for none."""
    end = figure.number.end
    match = _FROM.match(figure.grammar.reading.document.text, end)
    return match["name"] if match else ""


def _is_of_record(figure: Figure) -> bool:
    """Return whether it says since when a thing is the greatest: "the worst to hit in 13 years"."""
    grammar = figure.grammar
    at = grammar.within(figure.number).start
    first = grammar.reading.parse.sentences[grammar.sentence[at]].first
    ranked = any(
        grammar.tokens[i].tag in {"JJS", "RBS"} or grammar.lemma(i) == "first"
        for i in range(first, at)
    )
    return figure.unit == "duration" and ranked


def _is_idle(a: Figure, b: Figure) -> bool:
    """Return whether one is a small rough word for the other: "several" are three, or a few."""
    if a.unit not in {"count", "duration"} or (not b.vague and {a.act, b.act} & TOLLS):
        return False
    return a.vague and a.low <= b.high and b.low < a.high and a.low < _FEW


def _is_rounded(bound: Figure, exact: Figure) -> bool:
    """Return whether a bound is the exact figure rounded: "more than 30" are 33."""
    if exact.value is None or bound.value is None or exact.low != exact.high:
        return False
    if bound.low == bound.high or bound.value == exact.value:
        return False
    rough = not any(map(str.isdigit, bound.grammar.words(bound.number)))
    if rough and bound.value in _ROUND and bound.low <= exact.value < 2 * bound.value:
        return True  # "More than a dozen" are sixteen.
    near = max(bound.value, exact.value) <= _NEAR * min(bound.value, exact.value)
    near = near and abs(bound.value - exact.value) <= 2 * bound.slack  # "91,000" is no 99,000.
    return near and bound.low <= exact.value <= bound.high


def _other_verbs(a: Figure, b: Figure) -> bool:
    """Return whether another thing is done with the other sum, or by another: earned, paid."""
    first, second = verb_of(a), verb_of(b)
    if first is None or second is None:
        return False
    doers = doer_of(a.grammar, first), doer_of(b.grammar, second)
    if all(doers) and doers[0] != doers[1]:
        return True
    one, other = concept(a.grammar.lemma(first)), concept(b.grammar.lemma(second))
    return one != other


def _are_alone(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Return whether each of two clauses has one figure of the unit of the other's."""
    return len(mine) == len(theirs) == 1 and mine[0].unit == theirs[0].unit


def _are_close(a: Figure, b: Figure) -> bool:
    """Return whether two sizes are near, and no two things befell those counted.

    In clauses that say the same, "99,000 customers" may be "91,000 homes".
    """
    sizes = sorted((a.low or a.high, b.low or b.high))
    return a.value != b.value and sizes[1] <= _NEAR * sizes[0] and not _of_other_acts(a, b)


def _of_other_acts(a: Figure, b: Figure) -> bool:
    if any((a.act == whole) != (b.act == whole) for whole in (ALL, CAPACITY)):
        return True  # Who was on board is not how many may be.
    return bool(a.act and b.act) and a.act != b.act and bool({a.act, b.act} & TOLLS)


def _one_noun(a: Figure, b: Figure) -> bool:
    """Return whether two figures count by one noun or kind; a measure counts by none.

    Of what there is much of (countries, shares) the same must be told as well.
    """
    if a.unit == "percent" or (a.unit == "count" and a.noun in _ANYTHING):
        return a.noun == b.noun and _same_verb(a, b)
    if a.unit != "count":
        return True
    if _of_other_acts(a, b):
        return False
    if a.noun and a.noun == b.noun:
        return True
    kinds = ["person" if x.noun in {"", "other"} and x.act in TOLLS else x.kind for x in (a, b)]
    return kinds[0] == kinds[1] and (kinds[0] in _PEOPLE or kinds[0] not in {"", a.noun, b.noun})


def _same_verb(a: Figure, b: Figure) -> bool:
    """Return whether one verb is told of both, whatever they are of it."""
    verbs = [_governing(figure) for figure in (a, b)]
    return None not in verbs and verbs[0] == verbs[1]


def _governing(figure: Figure) -> str | None:
    """Return what the verb over the figure means, None where none is near."""
    grammar = figure.grammar
    verb = grammar.verb_over(grammar.within(figure.number).start)
    return None if verb is None else concept(grammar.lemma(verb))


def _other_days(a: Unit, b: Unit) -> bool:
    days = [{d.iso[:10] for d in unit.dates if len(d.iso) >= 10} for unit in (a, b)]
    return bool(days[0] and days[1]) and not days[0] & days[1]
