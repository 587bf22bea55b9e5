"""Find figures of one thing that differ between accounts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.acts import acts
from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.figures import TOLLS, Figure

# How people ask for a toll.
_ASKED = {
    "kill": "killed",
    "hurt": "hurt",
    "hospital": "taken to hospital",
    "missing": "missing",
    "trap": "trapped",
    "arrest": "arrested",
    "free": "rescued or moved",
    "infect": "infected",
}
# Nouns and missing nouns that stand for people of any kind.
_ANYBODY = frozenset({"", "person", "people", "individual", "victim", "life", "body", "other"}) | {
    "death",
    "fatality",
    "casualty",
    "civilian",
}
_SHARED = 2  # Governing concepts that two figures outside a toll must share to count the same.
_CLOSE = 1.1  # Figures within a tenth differ in exactness rather than in time.
_FAR = 50.0  # Beyond such a ratio two counts of a kind do not count the same.


def find_number_disputes(figures: Sequence[Figure]) -> Iterator[Dispute]:
    """Yield a dispute for each thing that accounts count differently."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.apart:
            continue
        if figure.act in TOLLS and figure.unit == "count":
            who = "person" if figure.noun in _ANYBODY else figure.noun
            groups["toll", figure.act, who].append(figure)
        else:
            groups["other", figure.unit, figure.kind].append(figure)
    for key in sorted(groups):
        if key[0] == "toll":
            for cluster in _by_place(groups[key]):
                yield from _compare(cluster)
        else:
            for cluster in _clusters(groups[key]):
                yield from _compare(cluster)


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
    return [common + groups[0][1], *[group for _, group in groups[1:]]]


def _clusters(figures: list[Figure]) -> list[list[Figure]]:
    """Return groups in which every figure is comparable with the first."""
    clusters: list[list[Figure]] = []
    for figure in figures:
        for cluster in clusters:
            if _comparable(cluster[0], figure):
                cluster.append(figure)
                break
        else:
            clusters.append([figure])
    return clusters


def _comparable(a: Figure, b: Figure) -> bool:
    if a.act != b.act or (a.noun != b.noun and a.kind not in {"person"} and a.unit == "count"):
        return False
    ends = sorted(
        (max(a.low, a.high if a.low == 0 else a.low), max(b.low, b.high if b.low == 0 else b.low))
    )
    if ends[0] <= 0 or ends[1] / ends[0] > _FAR:
        return False
    shared = a.anchors & b.anchors
    return len(shared) >= _SHARED and 2 * len(shared) >= min(len(a.anchors), len(b.anchors))


def _compare(figures: list[Figure]) -> Iterator[Dispute]:
    by_value: dict[tuple[float, float], list[Figure]] = defaultdict(list)
    for figure in figures:
        by_value[_answer_key(figure)].append(figure)
    if len(by_value) < 2 or len({f.document for f in figures}) < 2:
        return
    by_value = _merge_sums(by_value)
    values = sorted(by_value, key=lambda v: (-len({f.document for f in by_value[v]}), v))
    sides = [[figure.span for figure in by_value[value]] for value in values]
    toll = figures[0].act in TOLLS
    grown = toll and _grown(figures)
    apart = any(a[1] < b[0] or b[1] < a[0] for i, a in enumerate(values) for b in values[i + 1 :])
    kind = "update" if grown else "number"
    severity = "contradiction" if apart and not toll else "difference"
    score = (0.9 if toll else 0.7) if apart else 0.6
    words = "; ".join(f'"{_words(by_value[value][0])}"' for value in values)
    dispute = make_dispute(
        kind, severity, _question(figures), sides, f"the accounts count {words}", score
    )
    if dispute:
        yield dispute


def _answer_key(figure: Figure) -> tuple[float, float]:
    """Return what makes two figures one answer; "at least 7" and "7" are one toll."""
    if figure.act in TOLLS and figure.value is not None:
        return figure.value, figure.value
    return figure.low, figure.high


def _merge_sums(
    by_value: dict[tuple[float, float], list[Figure]],
) -> dict[tuple[float, float], list[Figure]]:
    """Leave out values that are parts of another: 22 and 1 more are 23."""
    exact = {v[0]: v for v in by_value if v[0] == v[1]}
    parts = set()
    for total in exact:
        for part in exact:
            rest = total - part
            if 0 < part < total and rest in exact and rest <= part:
                together = {f.document for f in by_value[exact[part]]} & {
                    f.document for f in by_value[exact[rest]]
                }
                if together:
                    parts |= {exact[part], exact[rest]}
    return {value: figures for value, figures in by_value.items() if value not in parts}


def _grown(figures: Sequence[Figure]) -> bool:
    """Return whether the figures look like one count at several times."""
    values = [f.value for f in figures if f.value is not None]
    if len(values) < len(figures):
        return True
    return bool(values) and max(values) > _CLOSE * min(values)


def _question(figures: Sequence[Figure]) -> str:
    figure = figures[0]
    if figure.act in TOLLS and figure.kind:
        who = "people" if figure.kind == "person" else _plural(figure)
        return f"How many {who} were {_ASKED[figure.act]}?"
    if figure.unit == "count" and figure.noun:
        return f"How many {_plural(figure)}?"
    return f'Which figure: "{_words(figures[0])}"?'


def _plural(figure: Figure) -> str:
    noun = figure.noun
    irregular = {"person": "people", "child": "children", "man": "men", "woman": "women"}
    if noun in irregular:
        return irregular[noun]
    return noun if noun.endswith("s") or noun in acts() else f"{noun}s"


def _words(figure: Figure) -> str:
    return figure.grammar.words(figure.span)
