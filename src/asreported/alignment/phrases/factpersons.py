"""Read what an account says of a person in a phrase: age, office, home.

"Ann Reyes, 48, a former minister of Peru", "the Peruvian minister Ann Reyes", "Reyes is 48".
"""

import re
from collections.abc import Iterator

from asreported.alignment.accounts.acts import concept
from asreported.alignment.accounts.bearers import Bearer, Bearers, office, place_name
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.phrases.fact import Fact
from asreported.model.labels import NOUN_MODIFIERS, NOUNS, VERBS
from asreported.model.span import Span
from asreported.model.statement import OLDEST

_AFTER_NAME = re.compile(
    r"(?:,? \(|, (?:who (?:is|was) |aged? )?|,? aged? )(?P<age>\d{1,3})"
    r"(?=[,.;)]|-year-old| years old|\s*$)"
)
_BESIDE = 6  # Tokens between an age and the noun that it is said of.
_OPEN = frozenset({"of", "for", "at", "in", "to", "with"})
_MODIFIES = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det", "punct", "npadvmod"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})
# Words of an office that do not change which one it is.
_FAINT = frozenset({"the", "a", "an", "former", "then", "longtime", "new", "old", "own", "top"})
_BE = frozenset({"be", "become"})


def read_person_facts(grammar: Grammar, bearers: Bearers) -> Iterator[Fact]:
    """Yield ages, offices and homes in no fixed order."""
    yield from _ages(grammar, bearers)
    for bearer in bearers.listed:
        if bearer.entity.type != "person" or bearers.at[bearer.head] is not bearer:
            continue
        for noun in sorted(set(_nouns_of(grammar, bearers, bearer))):
            yield from _office(grammar, bearers, bearer, noun)
        yield from _home(grammar, bearers, bearer)


def _ages(grammar: Grammar, bearers: Bearers) -> Iterator[Fact]:
    document = grammar.reading.document
    told = set()
    for bearer in bearers.listed:
        end = grammar.tokens[bearer.last].end
        match = _AFTER_NAME.match(document.text, end)
        if bearer.entity.type == "person" and match and 0 < int(match["age"]) < OLDEST:
            start = grammar.tokens[bearer.first].start
            value = Span(document.id, match.start("age"), match.end("age"))
            span = Span(document.id, start, match.end("age"))
            told.add(value.start)
            yield _age(_about(bearer), bearer.entity.name, match["age"], span, value)
    for quantity in grammar.reading.quantities:
        years = quantity.unit.startswith("year") or quantity.unit in ("", "y", "a")
        if quantity.kind != "age" or quantity.span.start in told or not years:
            continue
        at = grammar.within(quantity.span).start
        if at >= len(grammar.tokens) or not 0 < quantity.value < OLDEST:
            continue
        yield from _aged(grammar, bearers, at, f"{quantity.value:g}", quantity.span)


def _aged(grammar: Grammar, bearers: Bearers, at: int, value: str, words: Span) -> Iterator[Fact]:
    """Yield the age at token ``at`` with whom it is said of: a name near by, else the noun."""
    noun = at
    for _ in range(_BESIDE):
        token = grammar.tokens[noun]
        if token.pos in NOUNS and not token.text.lower().startswith(("year", "old")):
            break
        if token.head == noun or (token.pos == "VERB" and noun != at):
            break
        noun = token.head
    token = grammar.tokens[noun]
    if token.pos in VERBS and token.lemma in _BE:
        subject = grammar.subject(noun)
        noun = subject if subject is not None else noun
    named = bearers.person(noun) or _appositive(grammar, bearers, noun)
    if named is not None and abs(named.first - at) <= 2 * _BESIDE:
        first = min(at, named.first)
        last = max(_last(grammar, words), named.last)
        span = grammar.span(first, last)
        yield _age(_about(named), named.entity.name, value, span, words)
    elif grammar.tokens[noun].pos == "NOUN" and abs(noun - at) <= _BESIDE:
        lemma = grammar.lemma(noun)
        first, last = min(at, noun), max(_last(grammar, words), noun)
        kind = f"kind:{concept(lemma, 'NOUN')}"
        yield _age(kind, lemma, value, grammar.span(first, last), words)
    else:
        yield _age("kind:", "", value, words, words)


def _last(grammar: Grammar, span: Span) -> int:
    return max(0, grammar.within(span).stop - 1)


def _appositive(grammar: Grammar, bearers: Bearers, noun: int) -> Bearer | None:
    """Return the name beside a noun: "a 48-year-old clerk, Ann Reyes", "clerk Ann Reyes"."""
    for c in grammar.children[noun]:
        if grammar.tokens[c].dep == "appos" and bearers.person(c):
            return bearers.person(c)
    token = grammar.tokens[noun]
    if token.dep in ("appos", "compound", "nmod") and bearers.person(token.head):
        return bearers.person(token.head)
    return None


def _age(about: str, name: str, value: str, span: Span, words: Span) -> Fact:
    return Fact(about, name, "age", value, frozenset(), span, words)


def _nouns_of(grammar: Grammar, bearers: Bearers, bearer: Bearer) -> Iterator[int]:
    """Yield the nouns that say what the bearer is: beside the name, or after "is"."""
    tokens = grammar.tokens
    head = bearer.head
    for c in grammar.children[head]:
        inside = bearer.first <= c <= bearer.last
        beside = tokens[c].dep == "appos" and tokens[c].pos in _CONTENT
        if beside and bearers.person(c) is None:
            yield c
        if tokens[c].dep in NOUN_MODIFIERS and not inside and c < bearer.first:
            yield c
        elif tokens[c].dep == "relcl" and tokens[c].lemma in _BE:
            yield from _after_be(grammar, c)
    token = tokens[head]
    if token.dep == "appos" and bearers.person(token.head) is None:
        yield token.head
    if token.dep in ("nsubj",) and tokens[token.head].lemma in _BE:
        yield from _after_be(grammar, token.head)
    # A title that the name itself holds ("Minister Reyes") is no child of it.
    for at in range(bearer.first, bearer.last):
        if tokens[at].head == head and office(grammar.lemma(at)):
            yield at


def _after_be(grammar: Grammar, be: int) -> Iterator[int]:
    if not grammar.negated(be):
        for c in grammar.children[be]:
            if grammar.tokens[c].dep == "attr" and grammar.tokens[c].pos in _CONTENT:
                yield c


def _office(grammar: Grammar, bearers: Bearers, bearer: Bearer, noun: int) -> Iterator[Fact]:
    value = office(grammar.lemma(noun))
    if not value or grammar.sentence[noun] != grammar.sentence[bearer.head]:
        return
    words = _office_words(grammar, bearer, noun)
    if not words or any(grammar.tokens[at].dep == "cc" for at in words):
        return
    first, last = min(*words, bearer.first), max(*words, bearer.last)
    detail = frozenset(
        _detail(grammar, bearers, at) for at in words if at != noun and _carries(grammar, at)
    )
    yield Fact(
        _about(bearer),
        bearer.entity.name,
        "role",
        value,
        detail - {value, ""},
        grammar.span(first, last),
        grammar.span(min(words), max(words)),
    )


def _office_words(grammar: Grammar, bearer: Bearer, noun: int) -> list[int]:
    """Return the tokens of the office around its noun: "former minister of Peru", no name."""
    kept = [noun]
    for c in grammar.children[noun]:
        token = grammar.tokens[c]
        if token.dep in _MODIFIES and c < noun:
            kept += grammar.below(c, {"appos", "relcl"})
        elif token.dep == "prep" and token.text.lower() in _OPEN:
            kept += grammar.below(c, {"appos", "relcl", "acl", "conj", "cc", "punct"})
    if noun < bearer.first:
        # Of a title all that stands between it and the name is part of it.
        kept += [
            at
            for at in range(max(0, noun - _BESIDE), bearer.first)
            if grammar.tokens[at].head in (noun, bearer.head)
            and grammar.tokens[at].dep in _MODIFIES - {"punct", "det"}
        ]
    listed = sorted(at for at in set(kept) if not bearer.first <= at <= bearer.last or at == noun)
    while listed and grammar.tokens[listed[0]].pos == "DET":
        listed.pop(0)
    return listed


def _carries(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    return token.pos in _CONTENT and token.text.lower() not in _FAINT


def _detail(grammar: Grammar, bearers: Bearers, at: int) -> str:
    named = bearers.at.get(at)
    if named is not None and named.entity.type in ("place", "organisation"):
        return place_name(named.entity.name)
    token = grammar.tokens[at]
    home = place_name(token.text)
    return home if home != token.text.lower() else concept(grammar.lemma(at), token.pos)


def _home(grammar: Grammar, bearers: Bearers, bearer: Bearer) -> Iterator[Fact]:
    """Yield "Ann Reyes of Lima", "Ann Reyes, 48, from Lima"."""
    for c in grammar.children[bearer.head]:
        if grammar.lemma(c) not in ("of", "from") or c < bearer.last:
            continue
        noun = grammar.child(c, "pobj")
        place = bearers.at.get(noun) if noun is not None else None
        if place is None or place.entity.type != "place":
            continue
        value = grammar.span(place.first, place.last)
        yield Fact(
            _about(bearer),
            bearer.entity.name,
            "home",
            place_name(place.entity.name),
            frozenset(),
            grammar.span(bearer.first, place.last),
            value,
        )


def _about(bearer: Bearer) -> str:
    return bearer.entity.id
