"""Say of every figure of an account what it counts and what befell the counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from asreported.alignment.accounts.acts import act_words, acts_at, concept, kind_at
from asreported.alignment.accounts.asides import is_aside, is_hour
from asreported.alignment.accounts.fates import TOLLS, does_it, fate_beside, tally_of
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.headcounts import headcount
from asreported.lexicon.acts import Act
from asreported.lexicon.load import words
from asreported.lexicon.units import unit_sizes
from asreported.model.labels import CONTENT_WORDS, NOUN_SUBJECTS, NOUNS
from asreported.model.span import Span
from asreported.model.statement import Quantity

WHOLE = TOLLS - {"free", "trap", "evacuate"}
"""Tolls told of an event as a whole; rescues are told place by place."""

PENALTIES = frozenset({"sentence", "fine"})
"""Acts whose figure is what a court may give: comparable where both are the most, or both given."""

EVERYWHERE = "the world"
"""The place of what is told of all places."""

# Not "in the world", which says of what is the greatest where it is so.
_OF_THE_WORLD = re.compile(
    r"\b(?:worldwide|globally|(?:around|across|throughout) the (?:entire )?(?:world|globe))\b",
    re.IGNORECASE,
)
# Words that give no number and yet a size: least and most that a reader would take them for.
_VAGUE = {"several": (3.0, 20.0), "few": (2.0, 10.0)}
_DOER_TOO = re.compile(
    r"[^.!?;\n]{0,40}\b(?:including|counting|among them) (?:the |a |an )?(?:\w+ )?"
    r"(?:gunman|gunmen|shooter|attacker|assailant|bomber|suspect|perpetrator|killer)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]\s*")
_AND = re.compile(r",?\s+(?:and\s+)?", re.IGNORECASE)
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute"})
_ANY_KIND = frozenset({"", "person"})
_CONVERTIBLE = frozenset({"area", "length", "mass", "speed", "volume", "duration"})
_ABOUT = 0.03  # "About 620 miles" may be 3 % off.
_SHORT_OF = 0.8  # "Nearly 50" are no fewer than 40.
_WHERE = frozenset({"over", "above", "under", "below", "beyond", "within"})
"""Bounds that are prepositions of place as well: "found over three floors"."""
_GOVERNED = frozenset(
    {"nsubj", "nsubjpass", "dobj", "dative", "oprd", "attr", "npadvmod", "dep", "appos"}
)
_WIDE = 4.0  # Words whose greatest meaning is so many times the least give no number.
_NEAR = 4  # Tokens from a preposition to what befell the counted in its phrase.
_REACH = 14  # Tokens from the figure to what befell the counted, for both to be one tight answer.


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts.

    ``low`` and ``high`` are the least and most the words allow; ``value`` is None for a vague word.
    ``anchors`` are concepts of the words that govern the figure; ``apart`` says that it speaks of
    another time or of a part.
    """

    grammar: Grammar
    span: Span
    """The tight answer: the figure, the noun, and what befell it."""
    number: Span
    value: float | None
    low: float
    high: float
    bounded: bool
    unit: str
    """The dimension of a measure ("length"), "money", "percent", else "count"."""
    written: str
    """The unit as the words have it ("km", "usd")."""
    slack: float
    """How far rounding may have moved the value, in the base unit, either way."""
    kind: str
    noun: str
    act: str
    anchors: frozenset[str]
    apart: bool
    places: frozenset[str]
    """Names of places in the figure's sentence, lower case; `EVERYWHERE` for all the world."""
    beside: frozenset[tuple[float, str, str]]
    """The other counts of the sentence, ordinals among them: kind and act of what they count."""
    with_doer: bool = False
    """Whether who did it is counted in: "13 dead, including the gunman"."""

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document

    @property
    def vague(self) -> bool:
        """Return whether the words give a size and no number: "dozens", "hundreds"."""
        return self.value is None or _WIDE * self.low <= self.high < float("inf")

    def adds_up_to(self, total: "Figure") -> bool:
        """Return whether it and others of its sentence make up the total: 22 and 1 are 23.

        What is counted beside it is of the total's kind then: two men and two dogs are not four
        men.
        """
        if self.value is None or total.value is None or self.value >= total.value:
            return False
        if total.with_doer and self.value + 1 == total.value:
            return True
        others = self.beside_in(total)
        return total.value in {self.value + other for other in [*others, sum(others)]}

    def beside_in(self, total: "Figure") -> list[float]:
        """Return the counts beside it that may be of the total's kind: no dead among the hurt."""
        alike = total.kind in _ANY_KIND
        fates = TOLLS - {total.act} if total.act in TOLLS else frozenset()
        return [
            value
            for value, kind, act in self.beside
            if (alike or kind in {"", total.kind}) and act not in fates
        ]


def read_figures(grammar: Grammar) -> Iterator[Figure]:
    """Yield the figures of one account in text order, vague words of a count among them."""
    starts = {token.start: at for at, token in enumerate(grammar.tokens)}
    before: Figure | None = None
    for quantity in grammar.reading.quantities:
        if quantity.kind in {"ordinal", "clock", "age"}:
            continue
        at = _number_token(grammar, quantity, starts)
        if at is None or is_hour(grammar, quantity.span):
            continue
        figure = _figure(grammar, at, quantity.span, _amount(grammar, quantity))
        if before is not None and _goes_on(before, figure):
            before = _summed(before, figure)
            continue
        if before is not None:
            yield before
            if _restates(before, figure):
                figure = replace(
                    figure,
                    act=before.act,
                    noun=before.noun,
                    anchors=before.anchors | figure.anchors,
                    # "$2.5 million (£2 million)" is compared in the coin it was paid in.
                    apart=figure.apart or figure.unit == "money",
                )
        before = figure
    if before is not None:
        yield before
    taken = {q.span.start for q in grammar.reading.quantities}
    for at, token in enumerate(grammar.tokens):
        alone = _lone(grammar, at)
        if alone is not None:
            yield alone
        if token.text.lower() in _VAGUE and token.start not in taken:
            low, high = _VAGUE[token.text.lower()]
            amount = _Amount(None, low, high, True)
            figure = _figure(grammar, at, grammar.span(at, at), amount)
            if figure.act in TOLLS or figure.noun:
                yield figure


def _goes_on(before: Figure, figure: Figure) -> bool:
    """Return whether the two are one time: "four years and two months", "an hour, 20 minutes"."""
    if not before.unit == figure.unit == "duration" or figure.high >= before.low:
        return False
    text = before.grammar.reading.document.text
    one = before.written != figure.written and before.low == before.high
    return one and bool(_AND.fullmatch(text[before.number.end : figure.number.start]))


def _summed(before: Figure, figure: Figure) -> Figure:
    """Return the time that both give together."""
    if before.value is None or figure.value is None:
        return before
    return replace(
        before,
        span=before.span.joined(figure.span),
        number=before.number.joined(figure.number),
        value=before.value + figure.value,
        low=before.low + figure.low,
        high=before.high + figure.high,
        slack=figure.slack,
        act=before.act or figure.act,
        anchors=(before.anchors | figure.anchors) - _DURATIONS,
    )


def _restates(before: Figure, figure: Figure) -> bool:
    """Return whether the figure stands in brackets after another of its dimension."""
    text = figure.grammar.reading.document.text
    gap = text[before.number.end : figure.number.start]
    return before.unit == figure.unit and bool(_BRACKET.fullmatch(gap))


def _number_token(grammar: Grammar, quantity: Quantity, starts: dict[int, int]) -> int | None:
    """Return the last token of the digits or number words inside the quantity."""
    found = None
    for start in range(quantity.span.start, quantity.span.end):
        at = starts.get(start)
        if at is not None and (grammar.tokens[at].tag == "CD" or grammar.tokens[at].pos == "NUM"):
            found = at
    return found if found is not None else starts.get(quantity.span.start)


@dataclass(frozen=True, slots=True)
class _Amount:
    """What the words of a figure give, before it is known what they count."""

    value: float | None
    low: float
    high: float
    bounded: bool
    measured: str = ""
    """The kind of a quantity that is no count ("measure", "money", "percent", "duration")."""
    unit: str = "count"
    written: str = ""
    slack: float = 0.0


def _figure(grammar: Grammar, at: int, number: Span, amount: _Amount) -> Figure:
    """Return the figure whose digits or words end at ``at`` and stand at ``number``."""
    noun, act, end = _counted(grammar, at)
    tight = amount.measured == "measure"
    kind = amount.measured or _kind(grammar, noun, act)
    fate = ("kill" if act.name == "murder" else act.name) if act else ""
    if fate not in TOLLS and amount.unit == "count":
        fate = headcount(grammar, at, noun, kind) or fate
    return Figure(
        grammar=grammar,
        span=number if tight else _answer(grammar, number, at, noun, end),
        number=number,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bounded=amount.bounded,
        unit=amount.unit,
        written=amount.written,
        slack=amount.slack,
        kind=kind,
        noun=grammar.lemma(noun) if noun is not None else "",
        act=fate,
        anchors=_anchors(grammar, at, noun),
        apart=is_aside(grammar, number, whole=act is not None and _is_all(grammar, at, act)),
        places=_places(grammar, at),
        beside=_beside(grammar, at),
        with_doer=_has_doer(grammar, number.end),
    )


def _amount(grammar: Grammar, quantity: Quantity) -> _Amount:
    low, high = _bounds(grammar, quantity)
    measured = quantity.kind in {"measure", "money", "percent", "duration"}
    unit, scale = _dimension(quantity) if measured else ("count", 1.0)
    return _Amount(
        value=quantity.value * scale,
        low=low * scale,
        high=high * scale,
        bounded=quantity.approximate or low != high,
        measured=quantity.kind if measured else "",
        unit=unit,
        written=quantity.unit if measured else "",
        slack=scale
        * (quantity.step / 2 + (quantity.value * _ABOUT if quantity.approximate else 0)),
    )


def _bounds(grammar: Grammar, quantity: Quantity) -> tuple[float, float]:
    """Return the least and the most that the words of a figure allow."""
    low = quantity.low if quantity.low is not None else quantity.value
    high = quantity.high if quantity.high is not None else quantity.value
    if quantity.low is not None and quantity.high is None:
        high = float("inf")
    if quantity.high is not None and quantity.low is None:
        said = grammar.words(quantity.span).lower()
        nearly = words("bounds", "phrase", effect="nearly")
        low = _SHORT_OF * high if any(said.startswith(f"{word} ") for word in nearly) else 0.0
    first = grammar.tokens[grammar.within(quantity.span)[0]]
    if first.dep == "prep" and first.text.lower() in _WHERE:
        return quantity.value, quantity.value
    return low, high


def _dimension(quantity: Quantity) -> tuple[str, float]:
    """Return what is measured and the factor to its base unit; the unit itself for others."""
    if quantity.kind in {"money", "percent"}:
        return quantity.kind, 1.0
    dimension, size = unit_sizes().get(quantity.unit, ("", 1.0))
    return (dimension, size) if dimension in _CONVERTIBLE else (quantity.unit, 1.0)


def _lone(grammar: Grammar, at: int) -> Figure | None:
    """Return the one whom "the other is still missing" counts; None where the words count none."""
    token = grammar.tokens[at]
    if token.text.lower() != "other" or token.dep not in NOUN_SUBJECTS or not at:
        return None
    if grammar.tokens[at - 1].text.lower() != "the" or grammar.tokens[at - 1].head != at:
        return None
    figure = _figure(grammar, at, grammar.span(at - 1, at), _Amount(1.0, 1.0, 1.0, False))
    return figure if figure.act in TOLLS else None


def _kind(grammar: Grammar, noun: int | None, act: Act | None) -> str:
    """Return what is counted; people, where only what befell them is said ("51 were injured")."""
    if noun is None:
        return "person" if act and act.name in TOLLS else ""
    return kind_at(grammar, noun)


def _counted(grammar: Grammar, at: int) -> tuple[int | None, Act | None, int]:
    """Return the counted noun, what befell it, and the last token of both."""
    tokens = grammar.tokens
    head = at
    while tokens[head].dep in {"nummod", "quantmod", "compound", "amod", "advmod", "nmod"} and (
        tokens[head].head != head
        and tokens[tokens[head].head].pos in {"NOUN", "PROPN", "NUM", "ADJ"}
    ):
        head = tokens[head].head
    noun: int | None = head if tokens[head].pos in NOUNS else None
    of = grammar.child(head, "prep")
    if of is not None and grammar.lemma(of) == "of" and tokens[head].pos in {"NOUN", "NUM"}:
        inner = grammar.child(of, "pobj")
        # "Nine members of a family" counts members, "dozens of families" families.
        if inner is not None and (tokens[head].tag != "NNS" or tokens[inner].tag == "NNS"):
            noun = inner
    if noun is not None and (grammar.lemma(noun) in _VAGUE or noun == at):
        noun = None
    act, where = _befallen(grammar, head)
    if (act is None or act.name not in TOLLS) and not does_it(grammar, head):
        act, where = fate_beside(grammar, at) or (act, where)
    own = acts_at(grammar, noun)[:1] if noun is not None else ()
    # "Three deaths were confirmed": the noun says what befell them; "three of the injured were
    # flown out" tells what befell these.
    if own and (act is None or (own[0].name in TOLLS and not _is_fate_of(act, head, noun))):
        act = own[0]
    if own or act is None:
        where = noun if noun is not None else where
    if act and noun is not None and where == noun:
        noun = noun if act.name not in TOLLS else None
    return noun, act, where if where is not None else (noun if noun is not None else head)


def _is_all(grammar: Grammar, at: int, act: Act) -> bool:
    """Return whether those told of as a part are all of their fate: of the hurt, in hospital."""
    return act.name == "hospital" or _of_fated(grammar, at, act)


def _of_fated(grammar: Grammar, at: int, act: Act) -> bool:
    """Return whether the act befell such as had a fate: "three of the injured were flown out"."""
    nouns = [noun for preposition, noun in grammar.fillers(at) if preposition == "of"]
    fates = {named.name for noun in nouns for named in acts_at(grammar, noun)[:1]} & TOLLS
    return act.name in TOLLS and bool(fates - {act.name})


def _is_fate_of(act: Act, head: int, noun: int | None) -> bool:
    """Return whether the act befell a part of those counted: "three of the injured"."""
    return act.name in TOLLS and noun is not None and noun != head


def _befallen(grammar: Grammar, head: int) -> tuple[Act | None, int | None]:
    """Return the act that the counted undergo or do, and the token that names it."""
    tokens = grammar.tokens
    token = tokens[head]
    undergoes = token.dep in NOUN_SUBJECTS and not does_it(grammar, head)
    fate = _governor(grammar, token.head) if undergoes else (None, None)
    for c in grammar.children[head]:
        if tokens[c].dep in {"acl", "amod", "appos", "relcl"} and acts_at(grammar, c):
            own = acts_at(grammar, c)[0]
            # "50 homes served by the grid lost power": what became of them, before what they are.
            lost = fate[0] is not None and fate[0].name in TOLLS and own.name not in TOLLS
            return fate if lost else (own, c)
    if token.dep == "conj" and tokens[token.head].pos in {"NOUN", "NUM", "PROPN"}:
        return _befallen(grammar, token.head)
    for _, noun in grammar.fillers(head):
        penalty = acts_at(grammar, noun)
        if penalty and penalty[0].name in PENALTIES:
            return penalty[0], noun
    above = token.head if token.dep != "pobj" else tokens[token.head].head
    if does_it(grammar, head):
        return None, above
    tallied = tally_of(grammar, head) if token.dep in {"pobj", "dobj"} else None
    if tallied:
        return tallied
    if token.dep in _GOVERNED:
        return _governor(grammar, above)
    if token.dep == "pobj":
        named = acts_at(grammar, above)
        if named:
            return named[0], above
    return None, None


def _governor(grammar: Grammar, at: int) -> tuple[Act | None, int | None]:
    tokens = grammar.tokens
    if grammar.lemma(at) in words("light_verbs", kind="count"):
        for c in grammar.children[at]:
            deep = [c]
            if tokens[c].dep in {"prep", "dobj", "attr"}:
                # "Three were among those killed."
                deep = [d for d in grammar.below(c, {"relcl", "advcl", "conj"}) if d - c <= _NEAR]
            for each in deep:
                if tokens[each].dep not in NOUN_SUBJECTS and acts_at(grammar, each):
                    return acts_at(grammar, each)[0], each
    if grammar.lemma(at) == "leave":
        # "Left seven dead": what became of them is the complement, and nobody left.
        for c in grammar.below(at, {"relcl", "advcl", "conj"}):
            if c > at and tokens[c].tag in {"JJ", "VBN"} and acts_at(grammar, c):
                return acts_at(grammar, c)[0], c
    named = acts_at(grammar, at)
    return (named[0], at) if named else (None, at if tokens[at].pos == "VERB" else None)


def _answer(grammar: Grammar, number: Span, at: int, noun: int | None, end: int) -> Span:
    """Return the figure up to the noun and what befell it, where these are near."""
    ends = [*act_words(grammar, end), end if noun is None else noun]
    first, last = min([at, *ends]), max([at, *ends])
    if last - first > _REACH or grammar.sentence[first] != grammar.sentence[last]:
        first, last = at, noun if noun is not None and abs(noun - at) <= _REACH else at
        first, last = min(first, last), max(first, last)
    whole = grammar.span(first, last)
    return number.joined(whole)


def _anchors(grammar: Grammar, at: int, noun: int | None) -> frozenset[str]:
    """Return concepts of the content words of the figure's clause, the counted noun left out."""
    tokens = grammar.tokens
    found = set()
    for each in grammar.below(grammar.clause_head(at), {"conj", "advcl", "relcl", "ccomp"}):
        token = tokens[each]
        if token.pos in CONTENT_WORDS and each != noun and token.tag != "CD":
            found.add(concept(grammar.lemma(each), token.pos))
    return frozenset(found)


def _places(grammar: Grammar, at: int) -> frozenset[str]:
    """Return the names of places in the sentence, `EVERYWHERE` for the world."""
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    told = grammar.words(grammar.span(sentence.first, sentence.last - 1))
    everywhere = {EVERYWHERE} if _OF_THE_WORLD.search(told) else set()
    return frozenset(everywhere).union(
        grammar.lemma(each)
        for each in range(sentence.first, sentence.last)
        if grammar.tokens[each].entity in {"GPE", "LOC"} and grammar.tokens[each].pos == "PROPN"
    )


def _has_doer(grammar: Grammar, end: int) -> bool:
    """Return whether the words after the figure count in who did it."""
    return bool(_DOER_TOO.match(grammar.reading.document.text, end))


def _beside(grammar: Grammar, at: int) -> frozenset[tuple[float, str, str]]:
    """Return the values of the other counts in the sentence, with what they count."""
    sentence = grammar.reading.parse.sentences[grammar.sentence[at]]
    start, end = grammar.tokens[sentence.first].start, grammar.tokens[sentence.last - 1].end
    own = grammar.tokens[at]
    ordinals = words("number_words", role="ordinal")
    # "One more" counts one, though no noun follows it, and so does "a fifth".
    more = {
        (1.0, "", "")
        for i in range(sentence.first, sentence.last - 1)
        if (grammar.lemma(i) == "one" and grammar.lemma(i + 1) in {"more", "other"})
        or (grammar.lemma(i) == "a" and grammar.lemma(i + 1) in ordinals)
    }
    return frozenset(more) | frozenset(
        (q.value, *_counted_beside(grammar, q))
        for q in grammar.reading.quantities
        if start <= q.span.start < end
        and q.kind in {"count", "ordinal"}
        and not q.span.start <= own.start < q.span.end
    )


def _counted_beside(grammar: Grammar, quantity: Quantity) -> tuple[str, str]:
    """Return the kind of the noun in the words of a quantity and what befell it, "" for none."""
    inside = grammar.within(quantity.span)
    nouns = [at for at in inside if grammar.tokens[at].pos == "NOUN"]
    digits = [at for at in inside if grammar.tokens[at].tag == "CD"]
    act = _counted(grammar, digits[-1])[1] if digits else None
    return kind_at(grammar, nouns[-1]) if nouns else "", act.name if act else ""
