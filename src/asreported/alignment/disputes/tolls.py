"""Choose of the tolls of an account those that answer for its event: near, latest, not a part."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from asreported.alignment.accounts.acts import acts_at, kind_at
from asreported.alignment.accounts.figures import EVERYWHERE, WHOLE, Figure
from asreported.alignment.accounts.grammar import Grammar
from asreported.model.span import Span

# Nouns and missing nouns that stand for people of any kind.
ANYBODY = frozenset({"", "person", "people", "individual", "victim", "life", "body", "other"}) | {
    "death",
    "fatality",
    "casualty",
    "member",
}
PRONOUNS = frozenset({"they", "who", "whom"})  # "Two of them".
GROWTH = 4.0  # How many times a toll may grow between two accounts and still be one.
_FOUND = 6.0  # The missing turn up by the dozen.
_BEFORE = re.compile(
    r"\blast (?:week|month|year|summer|winter|spring|autumn|fall)\b", re.IGNORECASE
)
# What may have killed those whom it befell: "gunned down 49 guests" gives the number of "dozens".
_DEADLY = frozenset({"shoot", "stab"})
_STORMS = frozenset({"hurricane", "storm", "typhoon", "cyclone"})
_LARGE = 100  # From it on a count may be told in parts: 2.5 million.
_BEGINNING = 3  # Sentences that say what an account is about, its headline among them.
_LEAD = 6  # Sentences that tell the story's own event.


def without_rough(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures but for rough words of which their account gives the number as well.

    Nor those of how fast a storm moves, which is something else an hour later, nor such as count
    nothing whole.
    """
    exact: dict[tuple[str, str], list[float]] = defaultdict(list)
    for figure in figures:
        if not (figure.apart or figure.vague or figure.value is None):
            act = "kill" if figure.act in _DEADLY else figure.act
            exact[figure.document, act].append(figure.value)
    return [
        figure
        for figure in figures
        if not (figure.act in WHOLE and figure.vague)
        or not any(figure.low <= v <= figure.high for v in exact[figure.document, figure.act])
        if not (figure.unit == "speed" and _is_of_storm(figure.grammar))
        if not _is_broken(figure)
    ]


def gathered(
    figures: Iterable[Figure], same: Callable[[Figure, Figure], bool]
) -> list[list[Figure]]:
    """Return the figures by answer: each in the first group whose first figure says the same."""
    answers: list[list[Figure]] = []
    for figure in figures:
        known = next((answer for answer in answers if same(answer[0], figure)), None)
        if known is None:
            answers.append([figure])
        else:
            known.append(figure)
    return answers


def _is_broken(figure: Figure) -> bool:
    """Return whether a small number has a decimal part: "a 7.1 quake" counts no quakes."""
    small = figure.unit == "count" and figure.value is not None and figure.value < _LARGE
    return small and figure.value != int(figure.value or 0)


def _is_of_storm(grammar: Grammar) -> bool:
    """Return whether the account begins with a storm: its headline and first sentences."""
    first = (at for at, number in enumerate(grammar.sentence) if number < _BEGINNING)
    return any(grammar.lemma(at) in _STORMS for at in first)


def counted(figure: Figure) -> str:
    """Return whom a toll counts: people of any kind are one count, civilians are a part."""
    whoever = figure.kind in ("person", "fan") and figure.noun != "civilian"
    anybody = figure.noun in ANYBODY or whoever
    # Whoever is arrested at a protest is a protester in the eyes of some.
    anybody = anybody or (figure.act == "arrest" and figure.kind == "protester")
    anybody = anybody or figure.noun in PRONOUNS
    return "person" if anybody else figure.noun


def near_tolls(figures: list[Figure]) -> list[Figure]:
    """Return the figures within four times the main one of some other account.

    An account opens with the toll of its own event; one far from all others is of another. Of
    several the greatest is the event's: "killing two here, after leaving 64 dead on the islands".
    """
    figures = [figure for figure in figures if _in_lead(figure) or not _of_some_other(figure)]
    firsts: dict[str, Figure] = {}
    for figure in sorted((f for f in figures if f.value is not None), key=lambda f: f.span):
        first = firsts.setdefault(figure.document, figure)
        if _in_lead(figure) and size(figure) > size(first):
            firsts[figure.document] = figure
    near = []
    for figure in figures:
        others = [first for first in firsts.values() if first.document != figure.document]
        if not others or any(_is_near(first, figure) for first in others):
            near.append(figure)
    return near


def _of_some_other(figure: Figure) -> bool:
    """Return whether the words bring in another event: "eleven died in an attack last month".

    Arrests come later than what is told.
    """
    grammar = figure.grammar
    if figure.act == "arrest":
        return False
    told = sentence_of(figure)
    if _BEFORE.search(grammar.words(told)):
        return True
    return any(
        grammar.tokens[at].dep == "pobj" and _is_new(grammar, at)
        for at in grammar.within(told)
        if kind_at(grammar, at) == "attack" or acts_at(grammar, at)
    )


def _is_new(grammar: Grammar, at: int) -> bool:
    """Return whether the noun stands with "a": what an account is about it has told before."""
    return any(grammar.lemma(child) in {"a", "an"} for child in grammar.children[at])


def _is_near(a: Figure, b: Figure) -> bool:
    """Return whether one is within four times the other; "hundreds" may be any of them."""
    (low, high), (least, most) = ((f.low, f.high) if f.vague else (size(f),) * 2 for f in (a, b))
    growth = _FOUND if a.act == "missing" else GROWTH
    return low <= growth * most and least <= growth * high


def _in_lead(figure: Figure) -> bool:
    """Return whether the figure stands where an account tells its own event."""
    return figure.grammar.sentence[_first(figure)] < _LEAD


def in_one_place(figures: list[Figure]) -> list[Figure]:
    """Return the figures without those of more places than another's: 20 in Zell, 31 in both."""
    return [figure for figure in figures if not any(is_of_more(figure, other) for other in figures)]


def is_of_more(whole: Figure, part: Figure) -> bool:
    """Return whether it is of the other's place and one that "and" joins to it, or of the world."""
    more = whole.places - part.places
    if whole.document == part.document or not part.places < whole.places:
        return False
    if EVERYWHERE in more:
        return True
    grammar = whole.grammar
    joined = (
        {grammar.lemma(at), grammar.lemma(grammar.tokens[at].head)}
        for at in grammar.within(sentence_of(whole))
        if grammar.tokens[at].dep == "conj"
    )
    return any(pair & more and pair & part.places for pair in joined)


def sentence_of(figure: Figure) -> Span:
    """Return the sentence in which the figure stands."""
    grammar = figure.grammar
    told = grammar.reading.parse.sentences[grammar.sentence[_first(figure)]]
    return grammar.span(told.first, told.last - 1)


def size(figure: Figure) -> float:
    """Return the number of the words; of "dozens" the least that they may mean."""
    return figure.low if figure.value is None else figure.value


def latest(figures: list[Figure]) -> list[Figure]:
    """Return each account's highest figure, and lower ones that another account shares.

    The lower ones are parts of it or its own earlier counts.
    """
    figures = [figure for figure in figures if not _of_another(figure, figures)]
    highest: dict[str, float] = {}
    for figure in figures:
        if figure.value is not None:
            highest[figure.document] = max(figure.value, highest.get(figure.document, 0.0))
    return [
        figure
        for figure in figures
        if figure.value is None
        or figure.value == highest[figure.document]
        or any(f.value == figure.value and f.document != figure.document for f in figures)
    ]


def _of_another(figure: Figure, figures: list[Figure]) -> bool:
    """Return whether the figure is told late and alone, by an account that shares another.

    "189 died" in the last lines of an account that has 157 dead, as the others have, is the toll
    of some other event.
    """
    if _in_lead(figure):
        return False
    others = {f.value for f in figures if f.document != figure.document}
    own = {f.value for f in figures if f.document == figure.document}
    return figure.value not in others and bool((own & others) - {None})


def _first(figure: Figure) -> int:
    grammar = figure.grammar
    return min(grammar.within(figure.number).start, len(grammar.tokens) - 1)


def without_own(cluster: Sequence[Figure], figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures but for those of an account that gives another's number elsewhere.

    Who tells of "dozens of Torvians killed" and of "52 people killed" has no other toll than 52;
    of "four Torvians" two may be soldiers, though.
    """
    if not cluster:
        return []
    spans = {figure.span for figure in cluster}
    own: dict[str, set[float | None]] = defaultdict(set)
    for figure in figures:
        anybody = figure.act == cluster[0].act and counted(figure) == "person"
        if anybody and not figure.apart and figure.span not in spans:
            own[figure.document].add(figure.value)
    given: dict[float | None, set[str]] = defaultdict(set)
    for figure in cluster:
        given[figure.value].add(figure.document)
    return [
        figure
        for figure in cluster
        if not any(
            value != figure.value and given.get(value, set()) - {figure.document}
            for value in own[figure.document] - {None}
        )
    ]
