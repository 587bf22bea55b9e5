"""Find tolls that accounts split by place and split otherwise: "147 in Horun and 65 in Beshtau".

Where a sentence tells of two places, each has a number of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.fates import BEFALLEN, TOLLS
from asreported.alignment.accounts.figures import Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.disputes.tolls import ANYBODY
from asreported.model.span import Span

_BY_PLACE = frozenset({"kill", "hurt", "missing", "arrest"})
_WITHIN = frozenset({"in", "of", "from"})
_FAR = 6.0  # Beyond such a ratio one of them is of a town and the other of its region.
_NONE = frozenset({"", "they"})
_OURS = frozenset({"our", "this"})  # "In our province": a place, whatever it is called.

PlaceToll = tuple[str, str]
"""What befell those counted, and where."""


def find_place_toll_disputes(tolls: Mapping[PlaceToll, Sequence[Figure]]) -> Iterator[Dispute]:
    """Yield a question for each place to which accounts give different numbers of one toll."""
    for act, place in sorted(tolls):
        yield from _differ(act, place, tolls[act, place])


def split_tolls(figures: Sequence[Figure]) -> tuple[dict[PlaceToll, list[Figure]], set[Span]]:
    """Return the figures of a toll by the place of which alone they are told, as its name stands.

    Only of places that some sentence sets beside another, and that two accounts count. The spans
    are those of all figures in such sentences that are of a place: no toll of the whole event.
    """
    told: dict[PlaceToll, list[Figure]] = defaultdict(list)
    beside: dict[PlaceToll, list[Span]] = defaultdict(list)
    for homes in _homes(figures):
        places = {home for _, home in homes if home}
        acts = {figure.act for figure, _ in homes if figure.act in _BY_PLACE}
        act = acts.pop() if len(acts) == 1 else ""
        if len(places) > 1:
            for place in places:
                beside[act, place] += [figure.span for figure, home in homes if home]
        for figure, home in homes:
            alone = sum(other == home for _, other in homes) == 1
            if act and home and alone and _is_of_toll(figure, act) and not _is_past(figure):
                told[act, home].append(figure)
    rivals = {
        key: told[key]
        for key in sorted(told)
        if key in beside and len({figure.document for figure in told[key]}) > 1
    }
    parts = {figure.span for listed in rivals.values() for figure in listed}
    return rivals, parts.union(*(beside[key] for key in rivals))


def _differ(act: str, name: str, figures: Sequence[Figure]) -> Iterator[Dispute]:
    values: dict[float, list[Figure]] = defaultdict(list)
    for figure in figures:
        values[figure.value or 0.0].append(figure)
    sizes = sorted(values)
    if len(sizes) < 2 or sizes[0] <= 0 or sizes[-1] > _FAR * sizes[0]:
        return
    bounded = all(figure.low != figure.high for figure in figures)
    if bounded and len({figure.high == float("inf") for figure in figures}) > 1:
        return
    yield from disputed(
        "update",
        "difference",
        f"How many people were {BEFALLEN[act]} in {name}?",
        [[figure.span for figure in values[size]] for size in sizes],
        "the toll of one place: " + " or ".join(f"{size:g}" for size in sizes),
        0.8,
    )


def _homes(figures: Sequence[Figure]) -> Iterator[list[tuple[Figure, str]]]:
    """Yield, sentence by sentence, the counts that stand in it with the place of each."""
    sentences: dict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.unit == "count" and figure.value is not None:
            at = figure.grammar.within(figure.number)
            sentences[figure.document, figure.grammar.sentence[at.start]].append(figure)
    for listed in sentences.values():
        yield [(figure, _home(figure)) for figure in listed]


def _is_past(figure: Figure) -> bool:
    """Return whether it is of another time; "171 of them" is a part, as each place's is."""
    return figure.apart and figure.noun != "they"


def _is_of_toll(figure: Figure, act: str) -> bool:
    """Return whether the figure counts who had the fate, or leaves it unsaid after another."""
    if figure.act == act:
        return figure.noun in ANYBODY | _NONE or figure.kind == "person"
    return figure.act not in TOLLS and figure.noun in _NONE


def _home(figure: Figure) -> str:
    """Return the place that stands nearest to the number, no other number between, "" for none."""
    grammar = figure.grammar
    at = grammar.within(figure.number)
    sentence = grammar.reading.parse.sentences[grammar.sentence[at.start]]
    ahead = _first_place(grammar, range(at.stop, sentence.last))
    behind = _first_place(grammar, range(at.start - 1, sentence.first - 1, -1))
    # "147 in Horun" before "in Horun 147": behind the number stands its own place.
    return ahead or behind


def _first_place(grammar: Grammar, tokens: range) -> str:
    """Return the first "in X" among the tokens, none beyond a number or the end of a clause."""
    for at in tokens:
        token = grammar.tokens[at]
        if token.tag == "CD" or token.text in {";", ":", "(", "—", "–"}:
            return ""
        if tokens.step > 0 and token.text in {",", "and"}:
            return ""
        if grammar.lemma(at) in _WITHIN and token.dep == "prep":
            noun = grammar.child(at, "pobj")
            name = _name(grammar, noun) if noun is not None else ""
            if name:
                return name
    return ""


def _name(grammar: Grammar, noun: int) -> str:
    """Return the proper name of a place: "Horun" of "the neighbouring Horun province"."""
    if any(grammar.lemma(c) in _OURS for c in grammar.children[noun]):
        return grammar.words(grammar.phrase(noun))
    if grammar.tokens[noun].pos == "PROPN":
        named = [c for c in grammar.children[noun] if grammar.tokens[c].dep == "compound"]
        words = [*named, noun]
    else:
        words = [
            c
            for c in grammar.children[noun]
            if grammar.tokens[c].pos == "PROPN" and grammar.tokens[c].dep in {"compound", "nmod"}
        ]
    if any(grammar.tokens[each].entity in {"PERSON", "DATE", "TIME"} for each in words):
        return ""
    return " ".join(grammar.tokens[each].text for each in words)
