"""Find figures of one thing that differ between accounts."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from asreported.alignment.accounts.fates import BEFALLEN, TOLLS
from asreported.alignment.accounts.figures import PENALTIES, WHOLE, Figure
from asreported.alignment.accounts.headcounts import ABOARD, ALL, CROWD
from asreported.alignment.accounts.roles import noun_concepts
from asreported.alignment.disputes.countings import (
    is_lapse,
    is_other,
    of_other_days,
)
from asreported.alignment.disputes.crowds import (
    CROWDS,
    are_within,
    by_crowd,
    in_two_places,
    is_headcount,
    touch,
)
from asreported.alignment.disputes.dispute import Dispute, disputed, valued
from asreported.alignment.disputes.doers import are_of_two_people
from asreported.alignment.disputes.tolls import (
    ANYBODY,
    GROWTH,
    PRONOUNS,
    counted,
    in_one_place,
    latest,
    near_tolls,
    size,
    without_own,
)
from asreported.lexicon.load import words
from asreported.lexicon.plurals import plural
from asreported.model.comparison import SLIGHT
from asreported.model.span import Span

# How people ask for a number of people.
_ASKED = {**BEFALLEN, ABOARD: "on board", CROWD: "in the crowd"}
# How people ask for an amount that counts nothing.
_AMOUNTS = {
    "money": "How much money",
    "percent": "What share",
    "duration": "How long",
    "area": "How large",
}
# Who else was taken is told after the first; who else was hurt after the dead.
_ONE_BY_ONE = frozenset({"arrest"})
_SHARED = 2  # Governing concepts that two figures outside a toll must share to count the same.
_STATES = frozenset({"dead", "wounded", "injured", "missing"})
_OF_SIZE = re.compile(r"\d-[a-z]")  # "A 300-page report" is one report.
_NAME = re.compile(r"\d\s+[A-Z]")  # "737 Max" is a name.
# What one account may tell of several things of a kind.
_IN_LOTS = frozenset({"count", "money", "percent"})
_MEASURES = frozenset({"mass", "area", "volume"})
_LIKE_MEASURES = 0.6  # The same of lengths, of which a story has many.
_SAME_SIZE = 1.25  # Areas of one fire or flood in accounts of one day: as read, within a quarter.
_LASTING = 2.0  # How many times longer one account may say that a rescue took.
_LIKE = 0.4  # Share of all governing concepts that they share at least.
_CLOSE = 1.1  # Figures within a tenth differ in exactness rather than in time.
_LARGE = 100  # A smaller number is seldom rounded, so that "about" says little.
_SEVERAL = 2  # One of a kind is seldom all of them.
_FAR = 50.0  # Beyond such a ratio two counts of a kind do not count the same.


def find_number_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a dispute for each thing that accounts count differently."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=_content):
        named = figure.kind or figure.act in CROWDS
        if figure.apart or (figure.unit == "count" and not named):
            continue
        if figure.value is None and figure.act not in TOLLS:
            continue  # "Dozens of officers": compared where clauses are alike only.
        if figure.act in _ONE_BY_ONE and is_other(figure):
            continue
        if figure.act in WHOLE and figure.unit == "count":
            groups["toll", figure.act, counted(figure) + _of_group(figure)].append(figure)
        else:
            sort = figure.act if figure.act in CROWDS else figure.kind
            groups["other", figure.unit, sort].append(figure)
    shown: set[Span] = set()
    for key in sorted(groups):
        if key[0] == "toll":
            told = [near_tolls(in_one_place(cluster)) for cluster in _by_place(groups[key])]
            clusters = [latest(without_own(cluster, figures)) for cluster in told]
        else:
            told = by_crowd(groups[key]) if key[2] in CROWDS else [groups[key]]
            clusters = [cluster for group in told for cluster in _grouped(group, _comparable)]
        for cluster in clusters:
            for dispute in _compare(cluster, groups[key]):
                shown.update(span for side in dispute.sides for span in side)
                yield dispute
    yield from _find_reserved([figure for figure in figures if figure.span not in shown])


def _content(figure: Figure) -> tuple[str, float, list[str], int]:
    """Return what sorts figures alike whatever their accounts are called."""
    return _words(figure), figure.low, sorted(figure.anchors), figure.span.start


def _of_group(figure: Figure) -> str:
    """Return the name that narrows whom is counted ("Taliban members"), "" for none."""
    grammar = figure.grammar
    if figure.noun in ANYBODY - {"member"} or not figure.noun:
        return ""
    for at in grammar.within(figure.span):
        if grammar.lemma(at) == figure.noun:
            names = [c for c in grammar.children[at] if grammar.tokens[c].pos == "PROPN"]
            return f" {grammar.lemma(names[-1])}" if names else ""
    return ""


def _by_place(figures: list[Figure]) -> list[list[Figure]]:
    """Return the figures in one group; those of places apart from all others each in their own.

    A toll told of one town is not the toll of the country: where two figures name places and
    share none, they are not compared.
    """
    common = [f for f in figures if not f.places]
    groups: list[tuple[frozenset[str], list[Figure]]] = []
    for figure in figures:
        if not figure.places:
            continue
        for number, (places, group) in enumerate(groups):
            if places & figure.places:
                groups[number] = (places | figure.places, [*group, figure])
                break
        else:
            groups.append((figure.places, [figure]))
    if not groups:
        return [common]
    groups.sort(key=lambda g: (-len({f.document for f in g[1]}), g[1][0].span))
    return [common + groups[0][1], *[group for _, group in groups[1:]], *_of_each_place(figures)]


def _of_each_place(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures that name one place: a toll told country by country has many."""
    named: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        for place in figure.places:
            named[place].append(figure)
    yield from (named[place] for place in sorted(named))


def _grouped(
    figures: Iterable[Figure], fit: Callable[[Figure, Figure], bool]
) -> list[list[Figure]]:
    """Return groups in which every figure fits the first."""
    groups: list[list[Figure]] = []
    for figure in figures:
        group = next((group for group in groups if fit(group[0], figure)), None)
        if group is None:
            groups.append([figure])
        else:
            group.append(figure)
    return groups


def _comparable(a: Figure, b: Figure) -> bool:
    """Return whether two figures count or measure one thing in one situation."""
    if a.act == b.act and a.act in CROWDS and a.unit == "count":
        return is_headcount(a, b)
    if _is_ordeal(a) and _is_ordeal(b) and a.act == b.act:
        return max(size(a), size(b)) <= _LASTING * min(size(a), size(b))
    if a.act == b.act == ALL:
        return are_within(_LASTING, a, b) and not in_two_places(a, b)
    shared = a.anchors & b.anchors
    if of_other_days(a, b):
        return False
    if a.unit in _MEASURES and a.noun == b.noun and (_of_thing(a) or _is_close(a, b)):
        return bool(shared)
    if a.unit == "percent" and (a.noun != b.noun or not a.noun or a.act != b.act):
        return False
    if a.act != b.act or (a.noun != b.noun and a.kind != "person" and a.unit == "count"):
        return False
    if a.act and a.noun and _like_counts(a, b):
        return bool(shared)
    if a.act in PENALTIES and a.unit != "count" and (a.low == 0 or b.low == 0):
        return a.low == b.low
    sizes = sorted((a.low or a.high, b.low or b.high))
    if a.unit == "count" and (sizes[0] <= 0 or sizes[1] / sizes[0] > _FAR):
        return False
    like = _LIKE_MEASURES if a.unit == "length" else _LIKE
    return len(shared) >= _SHARED and len(shared) >= like * len(a.anchors | b.anchors)


def _is_ordeal(figure: Figure) -> bool:
    """Return whether it is how long somebody waited for help: "freed after nine hours"."""
    return figure.unit == "duration" and figure.act in {"free", "trap"} and figure.value is not None


def _like_counts(a: Figure, b: Figure) -> bool:
    """Return whether two numbers of like size count one thing, in no two places."""
    if a.vague or b.vague or a.unit != "count" or a.noun != b.noun:
        return False
    return are_within(GROWTH, a, b) and not in_two_places(a, b)


def _is_close(a: Figure, b: Figure) -> bool:
    """Return whether two sizes are near enough to be of one thing that no word names.

    "The fires burnt 107,000 acres" and "115,000 acres have burnt" are.
    """
    sizes = sorted((size(a), size(b)))
    return sizes[0] > 0 and sizes[1] <= _SAME_SIZE * sizes[0] and a.unit == "area"


def _of_thing(figure: Figure) -> bool:
    """Return whether the measure names what is measured ("600 tonnes of grain"), no other unit."""
    if not figure.noun or figure.noun in words("units", "written"):
        return False
    return figure.noun not in figure.grammar.words(figure.number).lower()


def _compare(figures: list[Figure], whole: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield the dispute between ``figures``; ``whole`` are all that may say the same."""
    answers = _without_rough(_merge_sums(_answers(figures)))
    if len(answers) < 2 or len({f.document for f in figures}) < 2:
        return
    if figures[0].unit == "money" and are_of_two_people(_like(figures[0], whole)):
        return
    answers.sort(key=lambda same: (-len({f.document for f in same}), same[0].low, same[0].high))
    answers = _of_others(answers)
    if len(answers) < 2:
        return
    lead = answers[0][0]
    if not _is_toll(lead) and not any(_parted(a, b) for a in answers for b in answers):
        return
    kind, severity, score = _nature(answers, figures)
    told = "; ".join(f'"{_words(same[0])}"' for same in answers)
    taken = {figure.span for figure in figures}
    left = [figure for figure in whole if figure.span not in taken]
    sides = [[figure.span for figure in [*same, *_rounded(same, left)]] for same in answers]
    question = ask(lead, _in_unit(lead, answers[1]))
    reason = f"the accounts count {told}"
    for dispute in disputed(kind, severity, question, sides, reason, score):
        sized = valued(dispute, (size(same[0]) for same in answers), sides)
        yield replace(sized, about=toll_told(lead))


def _like(one: Figure, figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures of the act that share as much with ``one`` as one count must."""
    return [f for f in figures if f.act == one.act and len(f.anchors & one.anchors) >= _SHARED]


def _of_others(answers: Sequence[list[Figure]]) -> list[list[Figure]]:
    """Return the answers, none where accounts that give the first of them give another as well.

    Who tells of 2,000 of them, as the others do, and of 400 that came before, counts two lots, and
    so does who has six checks here and 17 there. Of a crowd each party has a number.
    """
    lead, *rest = answers
    told = {figure.document for figure in lead}
    if _is_toll(lead[0]) or lead[0].act in CROWDS or lead[0].unit not in _IN_LOTS:
        return [lead, *rest]
    lots = any({figure.document for figure in same} <= told for same in rest)
    return [] if lots else [lead, *rest]


def _is_toll(figure: Figure) -> bool:
    return figure.act in TOLLS and figure.unit == "count"


def _nature(
    answers: Sequence[Sequence[Figure]], figures: Sequence[Figure]
) -> tuple[str, str, float]:
    """Return kind, severity and score of a question; ``figures`` are all that the answers hold.

    A toll grows while an event is told, and so does a fire: what differs need not contradict.
    """
    lead = answers[0][0]
    apart = any(not touch(a[0], b[0]) for i, a in enumerate(answers) for b in answers[i + 1 :])
    if _is_toll(lead):
        kind = "update" if _grown(figures) else "number"
        if not apart and any(all(f.vague for f in same) for same in answers):
            return kind, "tension", 0.6  # "Scores were killed" where others have "more than 50"
        return kind, "difference", 0.9 if apart else 0.7
    if apart and lead.unit != "area" and all(not same[0].bounded for same in answers):
        return "number", "contradiction", 0.7
    differs = apart and lead.unit == "count"
    return "number", "difference" if differs else "tension", 0.7 if apart else 0.6


def _rounded(same: Sequence[Figure], others: Iterable[Figure]) -> list[Figure]:
    """Return the other words for an answer: "nearly 1,400" of whom has 1,373, the same again."""
    return [
        figure
        for figure in others
        if any(_is_roundly(figure, one) or _is_again(figure, one) for one in same)
    ]


def _is_again(a: Figure, b: Figure) -> bool:
    toll = a.act in WHOLE and a.unit == "count"
    return toll and a.document != b.document and (a.low, a.high) == (b.low, b.high)


def _is_roundly(a: Figure, b: Figure) -> bool:
    """Return whether one account tells one count roundly and once more."""
    sizes = sorted((size(a), size(b)))
    near = a.value is not None and sizes[1] <= _CLOSE * sizes[0]
    return a.document == b.document and near and (a.bounded or b.bounded) and touch(a, b)


def toll_told(figure: Figure) -> str:
    """Return what befell whom where the figure is of a toll, "" for another count."""
    toll = figure.act in WHOLE and figure.unit == "count"
    return f"toll {figure.act} {counted(figure)}" if toll else ""


def _in_unit(lead: Figure, answer: Sequence[Figure]) -> Figure:
    """Return the figure of an answer that is put in the unit of ``lead``, else the first."""
    return next((figure for figure in answer if figure.written == lead.written), answer[0])


def _parted(a: list[Figure], b: list[Figure]) -> bool:
    coins = a[0].unit == "money" and a[0].written != b[0].written
    return a is not b and (coins or not touch(a[0], b[0]))


def _answers(figures: list[Figure]) -> list[list[Figure]]:
    """Return the figures in groups that give one answer."""
    return _grouped(sorted(figures, key=lambda f: (f.low, f.high, f.span)), _is_one)


def _is_one(a: Figure, b: Figure) -> bool:
    """Return whether two figures are one answer: a conversion, or one toll with its bound."""
    if a.unit == "money" and a.written != b.written:
        return False
    if a.written != b.written:
        return abs(a.low - b.low) <= a.slack + b.slack or abs(a.high - b.high) <= a.slack + b.slack
    if a.act in TOLLS and a.value is not None and a.unit == "count":
        return a.value == b.value
    if a.unit != "count" and a.low == a.high and b.low == b.high:
        # "$15 billion" may be $15.25 billion, rounded.
        return abs(a.low - b.low) <= max(a.slack, b.slack)
    return (a.low, a.high) == (b.low, b.high)


def _merge_sums(answers: list[list[Figure]]) -> list[list[Figure]]:
    """Leave out answers that are parts of another: 22 and 1 more are 23."""
    totals = [figure for same in answers for figure in same]
    return [same for same in answers if not all(_is_part(figure, totals) for figure in same)]


def _without_rough(answers: list[list[Figure]]) -> list[list[Figure]]:
    """Leave out rough words that another answer fits: 381 are "hundreds", 69 "nearly 70"."""
    return [
        same
        for same in answers
        if not any(_is_rough(same[0], other[0]) for other in answers if other is not same)
    ]


def _is_rough(rough: Figure, other: Figure) -> bool:
    """Return whether a figure is another one, rounded up or in a word for hundreds and more."""
    if _is_round(rough, other):
        return True
    if not touch(rough, other):
        return False
    if rough.vague and rough.low >= _LARGE:
        return True
    most = rough.high == rough.value and rough.low < size(other) <= rough.high
    return most and rough.high <= _CLOSE * size(other)


def _is_round(rough: Figure, other: Figure) -> bool:
    """Return whether a large count is another one in round numbers: 1,290 are 1,300."""
    if rough.value is None or other.value is None or rough.unit != "count":
        return False
    near = abs(rough.value - other.value) <= rough.slack
    return near and min(rough.value, other.value) >= _LARGE and rough.slack > other.slack


def _is_part(figure: Figure, totals: Sequence[Figure]) -> bool:
    """Return whether a total told elsewhere has the figure as a part, or stands beside it."""
    if figure.value is None or figure.unit != "count":
        return False
    return any(
        (total.value in figure.beside_in(total) and total.value > figure.value)
        or figure.adds_up_to(total)
        for total in totals
        if total.value is not None
    )


def _find_reserved(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a dispute where one number is given as it is by some and as a bound by others."""
    groups: dict[tuple[str, str, float], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value is None or figure.value <= 1:
            continue
        if figure.apart and figure.value < _LARGE:
            continue
        if figure.unit not in {"count", "duration"} or _NAME.search(_words(figure)):
            continue
        if figure.unit == "duration" and _words(figure).lower().startswith("within"):
            continue  # "Within two months": by when, and not how long.
        if is_lapse(figure):
            continue
        if figure.noun or figure.act in TOLLS:
            groups[figure.unit, counted(figure), figure.value].append(figure)
    for key in sorted(groups):
        plain = [f for f in groups[key] if f.low == f.high]
        bounded = [f for f in groups[key] if f.low != f.high]
        careful = {f.document for f in bounded}
        pairs = [
            (a, b) for a in plain for b in bounded if a.document not in careful and _one_count(a, b)
        ]
        if not pairs:
            continue
        yield from disputed(
            "number",
            "tension",
            ask(*pairs[0]),
            [[a.span for a, _ in pairs], [b.span for _, b in pairs]],
            "one number, exact in one account and not in the other",
            SLIGHT,
        )


def _one_count(a: Figure, b: Figure) -> bool:
    """Return whether an exact and a bounded figure count one thing in one situation."""
    shared = a.anchors & b.anchors
    if a.unit == "duration" and _other_doers(a, b):
        return False
    if a.act != b.act:
        return a.low >= _LARGE and bool(shared)
    return bool(a.act) or len(shared) >= _SHARED or (a.low >= _LARGE and bool(shared))


def _other_doers(a: Figure, b: Figure) -> bool:
    """Return whether the verbs over two figures have subjects without a word in common."""
    mine, theirs = (_doer(figure) for figure in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _doer(figure: Figure) -> frozenset[str]:
    """Return the concepts of whom or what the verb over the figure is told, none where of none."""
    grammar = figure.grammar
    verb = grammar.verb_over(grammar.within(figure.number).start)
    return frozenset() if verb is None else noun_concepts(grammar, grammar.subject(verb))


def _grown(figures: Sequence[Figure]) -> bool:
    """Return whether the figures look like one count at several times."""
    values = [f.value for f in figures if f.value is not None]
    if len(values) < len(figures):
        return True
    return bool(values) and max(values) > _CLOSE * min(values)


def ask(one: Figure, other: Figure) -> str:
    """Return the question that two figures answer differently, as a person would ask it."""
    figure = one if one.noun or one.act else other
    living = figure.kind not in {"", "case"}  # Cases of a disease are neither hurt nor killed.
    if figure.unit == "count" and figure.act in _ASKED and living:
        anybody = figure.noun in ANYBODY | PRONOUNS
        who = "people" if anybody else _plural(figure)
        return f"How many {who} were {_ASKED[figure.act]}?"
    mine, theirs = (each.grammar.words(each.number) for each in (one, other))
    if figure.unit == "count" and figure.noun and not _OF_SIZE.search(f"{mine} {theirs}"):
        return f"How many {_plural(figure)}?"
    if figure.unit in _MEASURES and _of_thing(figure):
        return f"How much {figure.noun}?"
    return f"{_AMOUNTS.get(figure.unit, 'How much')}: “{mine}” or “{theirs}”?"


def _plural(figure: Figure) -> str:
    if figure.noun in _STATES:
        return figure.noun
    named = figure.noun.capitalize() in _words(figure).split()[1:]
    return plural(figure.noun.capitalize() if named else figure.noun)


def _words(figure: Figure) -> str:
    return figure.grammar.words(figure.span)
