"""Tell what of a point's words its other accounts carry, and cut off what they do not.

What is shown for a point is read as told by all its accounts. "The mill burned down on Monday after
a cable broke" is, where another account has no cable, told by all as far as "Monday".
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from typing import NamedTuple

from asreported.language.folding import fold, folded_words, respell, stem
from asreported.lexicon.acts import acts
from asreported.lexicon.denials import denies
from asreported.lexicon.load import words
from asreported.model.comparison import Comparison, Point
from asreported.model.labels import CONTENT_WORDS, NOUN_SUBJECTS, VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import NO_AMOUNTS, Clause, DateMention, Quantity, Reading

_ADDED = frozenset({"prep", "npadvmod", "advmod", "appos", "relcl", "acl", "advcl", "conj"})
"""How words hang on others that say the same without them, only less."""
_NEEDED = frozenset({"of", "between", "without", "except", "if", "unless", "until", "whether"})
"""What brings in words that cannot be spared: "one of five", "closed until Monday"."""
_DAY = 10
"""Characters of an ISO date without its hour."""
_LEFT = 4
"""Words that a cut leaves: fewer tell nothing."""
_FIRST, _HINTED = 6, 0.6
"""Words that say what a clause is about, and what share of them in one sentence tells of it."""
_TELLING, _RETOLD = 4, 0.75
"""Words that say something, and what share of them a sentence of an account that was not seen to
tell them has, from which on it tells them too. In 22 annotated events three of three such did; of
those from .55 on five of seven."""


class Missing(NamedTuple):
    """What an account lacks of some words.

    ``share`` is that of the common words that say something, 0..1, ``common`` their number;
    ``named`` tells whether it also lacks a name, a figure or a day.
    """

    share: float
    named: bool
    common: int


class Carried:
    """Compares the words of a point with what all its accounts tell there."""

    def __init__(self, comparison: Comparison) -> None:
        self._accounts = {r.document.id: _Account(r) for r in comparison.readings}
        self._spans = {s.id: s.span for s in comparison.statements}
        self._told: dict[str, dict[str, list[_Told]]] = {}
        self._nearest: dict[tuple[str, Span], dict[str, _Near]] = {}

    def lacks(self, point: Point, span: Span) -> dict[str, Missing]:
        """Return what each account of the point but the span's lacks of the words at ``span``."""
        return {key: near.lack for key, near in self._near(point, span).items()}

    def cut(self, point: Point, span: Span) -> Span:
        """Return ``span`` without what is added at its end and another account lacks."""
        mine = self._accounts[span.document]
        here, near = mine.words(span), self._near(point, span).values()
        lacking = {t.start: t for each in near for t in here.lacking(each.told)}
        for start in sorted(lacking, reverse=True):
            if start < span.end:
                span = mine.without(span, start, lacking) or span
        return span

    def clause(self, span: Span) -> Span:
        """Return the smallest clause that holds the words at ``span``, else ``span``."""
        around = self._accounts[span.document].around(span)
        return around.span if around else span

    def retold(self, span: Span, document: str) -> Span | None:
        """Return the shortest clause or sentence of another account that has what ``span`` says.

        It has nearly all of the words, and the figures and days. None where there is none, or where
        few words are asked for, which any sentence may have.
        """
        words = self._accounts[span.document].words(span)
        if len(words.carrying) < _TELLING:
            return None
        return self._accounts[document].retelling(words)

    def telling(self, span: Span) -> int:
        """Return how many words say something: four in "Fell sold the old ferry".

        A figure says as much as two.
        """
        words = self._accounts[span.document].words(span)
        return len(words.carrying) + 2 * len(words.figures)

    def hints_at(self, span: Span, document: str) -> bool:
        """Return whether a sentence of another account has most of the first words at ``span``.

        "He was killed at the airport on Friday, with others" is told by "his killing at the
        airport on Friday".
        """
        first = self._accounts[span.document].words(span).carrying[:_FIRST]
        return len(first) >= _TELLING and self._accounts[document].has_most(first)

    def _near(self, point: Point, span: Span) -> dict[str, "_Near"]:
        """Return what the point's accounts but the span's tell in the sentence most like it."""
        if (point.id, span) not in self._nearest:
            self._nearest[point.id, span] = self._find_near(point, span)
        return self._nearest[point.id, span]

    def _find_near(self, point: Point, span: Span) -> dict[str, "_Near"]:
        here = self._accounts[span.document].words(span)
        near = {}
        for document, told in self._tell(point).items():
            if document != span.document:
                lack, nearest = min((here.beyond(each), n) for n, each in enumerate(told))
                near[document] = _Near(lack, told[nearest])
        return near

    def _tell(self, point: Point) -> dict[str, list["_Told"]]:
        """Return what each account of the point tells there, sentence by sentence."""
        if point.id not in self._told:
            places: dict[str, list[Span]] = {}
            for key in point.statements:
                places.setdefault(self._spans[key].document, []).append(self._spans[key])
            self._told[point.id] = {
                document: self._accounts[document].told(held) for document, held in places.items()
            }
        return self._told[point.id]


class _Told(NamedTuple):
    """What an account tells at some places: words and acts, figures; all its names and days."""

    keys: Set[str]
    figures: Sequence[Quantity]
    names: Set[str]
    days: Set[str]


class _Near(NamedTuple):
    """What an account tells in one sentence, and what it lacks there of some words."""

    lack: Missing
    told: _Told


class _Carrying(NamedTuple):
    """A word that carries content, what it shares with its like, and itself if it is a name."""

    token: Token
    keys: Set[str]
    name: str


class _Words(NamedTuple):
    """What stands at a place: all words, those that carry content, amounts, dated times.

    ``common`` is the number of those that carry content and are no names.
    """

    tokens: Sequence[Token]
    carrying: Sequence[_Carrying]
    common: int
    figures: Sequence[Quantity]
    days: Sequence[DateMention]

    def beyond(self, told: _Told) -> Missing:
        """Return what of the words is not told."""
        lacking = self.lacking(told)
        lost = sum([_carries(token) and _is_common(token) for token in lacking])
        share = lost / max(1, self.common)
        return Missing(share, not all(map(_is_common, lacking)), self.common)

    def lacking(self, told: _Told) -> list[Token]:
        """Return the words that carry content and are not told, figures among them."""
        # A name is told where the account has it at all.
        lacking = [
            token
            for token, keys, name in self.carrying
            if keys.isdisjoint(told.keys) and not (name and name in told.names)
        ]
        places = [*_untold_figures(self, told), *_untold_days(self, told)]
        if not places:
            return lacking
        return [
            token
            for token in self.tokens
            if token in lacking or any(place.start <= token.start < place.end for place in places)
        ]


class _Account:
    """What the words of one account tell."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._around: dict[Span, Clause | None] = {}
        self._known: dict[Span, _Words] = {}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(folded_words(self._reading.document.text))

    @cached_property
    def _dates(self) -> frozenset[str]:
        return frozenset(date.iso[:_DAY] for date in self._reading.dates if date.iso)

    def told(self, places: Iterable[Span]) -> list[_Told]:
        """Return what the clauses around the places tell, sentence by sentence.

        Of figures it is what the sentence does.
        """
        clauses: dict[Span, list[Span]] = {}
        for place in places:
            around = self.around(place)
            sentence, span = (around.sentence, around.span) if around else (place, place)
            clauses.setdefault(sentence, []).append(span)
        reading = self._reading
        return [
            _Told(
                {
                    key
                    for span in spans
                    for token in reading.tokens_in(span)
                    for key in _keys(token)
                },
                [figure for figure in reading.quantities if sentence.covers(figure.span)],
                self._names,
                self._dates,
            )
            for sentence, spans in clauses.items()
        ]

    def retelling(self, said: _Words) -> Span | None:
        """Return the shortest clause, or sentence, that has nearly all words, and all figures."""
        able = []
        for sentence, keys in self._sentences.items():
            if _share(said.carrying, keys) >= _RETOLD:
                places = [c.span for c in self._reading.clauses if c.sentence == sentence]
                able += [place for place in (*places, sentence) if self._holds(place, said)]
        return min(able, key=lambda place: (len(place), place), default=None)

    def has_most(self, carrying: Sequence[_Carrying]) -> bool:
        """Return whether one sentence has most of the words."""
        return any(_share(carrying, keys) >= _HINTED for keys in self._sentences.values())

    def _holds(self, place: Span, said: _Words) -> bool:
        mine = self.words(place)
        keys = frozenset(key for each in mine.carrying for key in each.keys)
        told = _Told(keys, mine.figures, self._names, self._dates)
        # "A one-week lag" is "a week's".
        figures = [figure for figure in said.figures if figure.value > 1]
        untold = [*_untold_figures(said._replace(figures=figures), told), *_untold_days(said, told)]
        return _share(said.carrying, keys) >= _RETOLD and not untold

    @cached_property
    def _sentences(self) -> dict[Span, frozenset[str]]:
        """Return what the words of each sentence share with their like."""
        return {
            sentence: frozenset(
                key for token in self._reading.tokens_in(sentence) for key in _keys(token)
            )
            for sentence in dict.fromkeys(c.sentence for c in self._reading.clauses)
        }

    def around(self, place: Span) -> Clause | None:
        """Return the smallest clause that holds the place."""
        if place not in self._around:
            around = (clause for clause in self._reading.clauses if clause.span.covers(place))
            least = min(around, key=lambda clause: (len(clause.span), clause.span), default=None)
            self._around[place] = least
        return self._around[place]

    def words(self, span: Span) -> _Words:
        """Return what stands at ``span``; it is asked for again and again."""
        if span not in self._known:
            self._known[span] = self._read(span)
        return self._known[span]

    def _read(self, span: Span) -> _Words:
        reading = self._reading
        tokens = reading.tokens_in(span)
        carrying = [
            _Carrying(token, _keys(token), fold(token.text) if token.pos == "PROPN" else "")
            for token in tokens
            if _carries(token)
        ]
        return _Words(
            tokens,
            carrying,
            sum(_is_common(each.token) for each in carrying),
            [q for q in reading.quantities if span.covers(q.span) and q.kind not in NO_AMOUNTS],
            [date for date in reading.dates if span.covers(date.span) and date.iso],
        )

    def without(self, span: Span, start: int, lacking: Mapping[int, Token]) -> Span | None:
        """Return ``span`` less what is added at its end, holds ``start`` and is mostly lacking.

        None where nothing is, where something is denied, or where too little is left.
        """
        tokens = self._reading.parse.tokens
        inside = range(*(bisect_left(tokens, (at,)) for at in (span.start, span.end)))
        at = bisect_left(tokens, (start,))
        while not (tokens[at].dep in _ADDED and self._is_spared(inside, at)):
            if tokens[at].head not in inside or tokens[at].head == at:
                return None
            at = tokens[at].head
        first = min(_under(tokens, inside, at))
        gone = tokens[first : inside.stop]
        # "And", "as well as" go with what they join.
        while first > inside.start and _brings_in(tokens[first - 1], first):
            first -= 1
        denied = any(denies(tokens[n]) for n in inside)
        # "Days" alone, of "days after the fire", is no time.
        measured = tokens[first - 1].dep == "npadvmod"
        short = first - inside.start < _LEFT
        if denied or measured or short or not _is_untold(gone, lacking):
            return None
        return Span(span.document, span.start, tokens[first - 1].end)

    def _is_spared(self, inside: range, at: int) -> bool:
        """Return whether what hangs on a word ends the span, and the rest only says less."""
        tokens = self._reading.parse.tokens
        held = _under(tokens, inside, at)
        ends = all(tokens[n].pos == "PUNCT" for n in inside if n > max(held))
        whole = tokens[at].dep != "conj" or tokens[at].pos in VERBS
        # What begins with who acts is no addition: "had overheard / the chief ask for it".
        whole = whole and not begins_with_doer(tokens, held)
        return ends and whole and tokens[min(held)].lemma.lower() not in _NEEDED


def begins_with_doer(tokens: Sequence[Token], held: Sequence[int]) -> bool:
    """Return whether the words that hang together begin with the subject of one of them."""
    acting = [n for n in held if tokens[n].dep in NOUN_SUBJECTS and tokens[n].head in held]
    return any(min(_under(tokens, range(held[0], held[-1] + 1), n)) == held[0] for n in acting)


def _share(carrying: Sequence[_Carrying], keys: Set[str]) -> float:
    """Return what share of the words, 0..1, is among ``keys``."""
    told = sum(not each.keys.isdisjoint(keys) for each in carrying)
    return told / max(1, len(carrying))


def _untold_figures(here: _Words, told: _Told) -> Iterator[Span]:
    """Yield where figures stand that are not told."""
    for figure in here.figures:
        if not any(_agree(figure, other) for other in told.figures):
            yield figure.span


def _untold_days(here: _Words, told: _Told) -> Iterator[Span]:
    """Yield where days, months, years stand that the account has nowhere."""
    for date in here.days:
        day = (date.iso or "")[:_DAY]
        if not any(other.startswith(day) or day.startswith(other) for other in told.days):
            yield date.span


def _under(tokens: Sequence[Token], inside: range, head: int) -> list[int]:
    """Return the numbers of the words that hang on one, itself among them."""
    return [n for n in inside if _hangs_on(tokens, n, head)]


def _brings_in(token: Token, first: int) -> bool:
    return token.dep in ("cc", "punct") or token.head >= first


def _is_untold(gone: Iterable[Token], lacking: Mapping[int, Token]) -> bool:
    """Return whether words that go are mostly such as others lack: a name, a figure or several.

    A single common word may well be another's in other words: "with the corpse", "with the dead".
    """
    carrying = [token for token in gone if _carries(token) or token.start in lacking]
    lost = [token for token in carrying if token.start in lacking]
    telling = len(lost) > 1 or not all(_is_common(token) for token in lost)
    return telling and 2 * len(lost) >= len(carrying)


def _hangs_on(tokens: Sequence[Token], at: int, head: int) -> bool:
    while at != head and tokens[at].head != at:
        at = tokens[at].head
    return at == head


def _carries(token: Token) -> bool:
    return token.pos in CONTENT_WORDS and not _is_hollow(fold(token.lemma))


@cache
def _is_hollow(lemma: str) -> bool:
    return lemma in words("hollow_words") or lemma in words("titles")


def _is_common(token: Token) -> bool:
    return token.pos not in ("PROPN", "NUM")


def _keys(token: Token) -> frozenset[str]:
    """Return what the word shares with others that say the same: its stem, and acts it names."""
    return _keys_of(fold(token.lemma), token.pos == "NOUN")


@cache
def _keys_of(lemma: str, noun: bool) -> frozenset[str]:
    named = acts(nouns=noun).get(lemma, ())
    return frozenset([respell(stem(lemma)), *(f"act {act.name}" for act in named)])


def _agree(a: Quantity, b: Quantity) -> bool:
    """Return whether both figures may be one, as far as their bounds allow."""
    low, high = (max(q.low or q.value for q in (a, b)), min(q.high or q.value for q in (a, b)))
    return a.value == b.value or low <= high
