"""What a unit holds that can be compared: words, figures, days, roles, the voice.

Reads:   `Unit`.
Gives:   `Profile`, computed once a unit, with the weight of each word in the story.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from asreported.alignment.accounts.numerals import digits, written_out
from asreported.alignment.pairs.units import Unit
from asreported.lexicon.acts import Act, acts
from asreported.lexicon.denials import denies
from asreported.lexicon.load import column, words
from asreported.lexicon.names import given_names
from asreported.lexicon.units import unit_sizes
from asreported.model.labels import ASKING
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import NO_AMOUNTS, Clause, Filler, Quantity, Reading, Slots

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_OPENS_FRAGMENT = ASKING | {"TO"}
_NO_SUBJECT = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl"})
_DOUBTS = frozenset({"deny", "early", "unlikely"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# Characters between the two units of one time: "four years and two months".
_AND = 5
_HALF = " and a half"


_MINUTE = re.compile(
    r"(?<![\d:.,$£€])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?!\d|[:.,]\d|%)"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """The comparable content of one unit.

    ``weights`` gives, for each lemma that carries content (lower case, without accents), how rare
    it is among the story's units (1 and more), ``mass`` their sum. ``bare`` are the weights less
    those of names and of words that only say when and where. ``names`` are
    those lemmas that are parts of names. ``deeds`` are the acts that any word names ("kill" for
    "dead", "fatalities"). ``days_above`` are the days of the sentence for a relative clause that
    has none among its own ``days``. ``doubt`` is ``deny``, ``early`` ("premature") or ``unlikely``
    where the words take back what they speak of. ``agent``, ``act`` and ``patient`` are heads, ""
    where the clause has none; ``denied`` are the lemmas and acts that a word of denial stands at;
    ``who`` and ``whom`` are agent and patient where they are persons by name. ``speaker`` is the
    last name of who is said to say it, "" in the outlet's own voice; ``quoted`` whether it stands
    between quotation marks. ``numbered`` gives, for a noun, the numbers that tell things of one
    name apart ("Route 9", "the second missile"); ``numbers_above`` are the figures of the noun that
    a relative clause is about. ``minutes`` are the times of day to the minute ("10:14", in 12 or 24
    hours as they are written). ``endless`` tells what is to last for good.
    ``fragment`` tells a clause without a subject of its own ("to treat patients", "who served").
    ``length`` counts words.
    """

    weights: Mapping[str, float]
    mass: float
    bare: Mapping[str, float]
    deeds: frozenset[str]
    names: frozenset[str]
    numbers: tuple[Quantity, ...]
    numbers_above: tuple[Quantity, ...]
    numbered: Mapping[str, frozenset[str]]
    days: frozenset[str]
    days_above: frozenset[str]
    minutes: frozenset[str]
    negated: bool
    denied: frozenset[str]
    doubt: str
    agent: str
    act: str
    patient: str
    who: str
    whom: str
    scope: frozenset[str]
    phase: str
    modality: str
    speaker: str
    quoted: bool
    region: str
    fragment: bool
    length: int
    endless: bool


def profile_units(units: Sequence[Unit]) -> tuple[Profile, ...]:
    """Return a profile for each unit, in order."""
    contents = [_content(unit) for unit in units]
    found = Counter(lemma for content in contents for lemma in content)
    rarity = {lemma: math.log((1 + len(units)) / (1 + n)) + 1 for lemma, n in found.items()}
    story = _Story(rarity, {unit.document: unit.reading for unit in units}.values())
    return tuple(
        _profile(unit, content, story) for unit, content in zip(units, contents, strict=True)
    )


class _Story:
    """What is asked of all accounts: the weight of each word, clauses and persons by place."""

    def __init__(self, rarity: Mapping[str, float], readings: Iterable[Reading]) -> None:
        self.rarity = rarity
        self.clauses: dict[Span, list[Clause]] = defaultdict(list)
        self.persons: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for reading in readings:
            for clause in reading.clauses:
                self.clauses[clause.sentence].append(clause)
            for mention in reading.mentions:
                if mention.type == "person":
                    key = mention.span.document, speaker_key(mention.name)
                    self.persons[key].append(mention.span)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the word in lower case, without accents and without quotation marks."""
    plain = word if word.isascii() else anyascii(word)
    return plain.casefold().strip("'\"`.*#[]()")


def speaker_key(name: str) -> str:
    """Return what two renderings of one speaker's name share: the last word, folded."""
    parts = [fold(part) for part in name.split()]
    return parts[-1] if parts else ""


def _content(unit: Unit) -> dict[str, bool]:
    """Return the lemmas that carry content, in text order, each with whether it is of a name."""
    hollow = words("hollow_words")
    found: dict[str, bool] = {}
    for token in unit.core:
        lemma = _lemma(token)
        if len(lemma) > 1 and lemma not in hollow:
            found[lemma] = found.get(lemma, False) or token.pos == "PROPN"
    return found


def _lemma(token: Token) -> str:
    if token.pos not in _CONTENT:
        return ""
    return fold(token.text if token.pos == "PROPN" else token.lemma)


def _profile(unit: Unit, content: Mapping[str, bool], story: _Story) -> Profile:
    slots, voice = unit.clause.slots, unit.voice
    starts = {token.start for token in unit.core}
    weights = {lemma: story.rarity[lemma] for lemma in sorted(content)}
    return Profile(
        weights=weights,
        mass=sum(weights.values()),
        bare=_bare(unit, weights),
        deeds=frozenset(act.name for token in unit.core for act in _acts(token)),
        names=frozenset(lemma for lemma, name in content.items() if name),
        numbers=_figures(unit, starts),
        numbers_above=_numbers_above(unit),
        numbered=_numbered(unit),
        days=frozenset(
            date.iso[:10]
            for date in unit.dates
            if date.span.start in starts and date.iso[:4].isdigit()
        ),
        days_above=_days_above(unit),
        minutes=frozenset(
            f"{int(found['hour'])}:{found['minute']}" for found in _MINUTE.finditer(unit.text)
        ),
        negated=slots.negated or any(token.dep == "neg" for token in unit.core),
        denied=_denied(unit),
        doubt=_doubt(unit, story.clauses[unit.clause.sentence]),
        agent=_head(slots.agent),
        act=_deed(slots),
        patient=_head(slots.patient),
        who=_doer(unit, story),
        whom=_person(unit, slots.patient, story),
        scope=frozenset(fold(filler.head) for filler in slots.scope),
        phase=slots.phase,
        modality=slots.modality,
        speaker=speaker_key(voice.speaker.name) if voice is not None and voice.speaker else "",
        quoted=voice is not None and voice.kind == "quote",
        region=unit.clause.region,
        fragment=_is_fragment(unit),
        length=len(unit.core),
        endless=_is_endless(unit),
    )


def _figures(unit: Unit, starts: Collection[int]) -> tuple[Quantity, ...]:
    """Return the figures of the core, a time in two units as one: "four years and two months"."""
    sizes, text = unit_sizes(), unit.reading.document.text
    found: list[Quantity] = []
    for figure in unit.quantities:
        if figure.kind in NO_AMOUNTS or figure.span.start not in starts:
            continue
        last = found[-1] if found else figure
        size, larger = sizes.get(figure.unit, ("", 1.0))[1], sizes.get(last.unit, ("", 1.0))[1]
        if (
            last.kind == figure.kind == "duration"
            and size < larger
            and 0 <= figure.span.start - last.span.end <= _AND
            and text[last.span.end : figure.span.start].strip(" ,") in ("", "and")
        ):
            more = figure.value * size / larger
            found[-1] = replace(last, span=last.span.joined(figure.span), value=last.value + more)
        else:
            found.append(figure)
        last = found[-1]
        if last.kind == "duration" and text.startswith(_HALF, last.span.end):
            found[-1] = replace(last, value=last.value + 0.5)
    return tuple(found)


def _numbers_above(unit: Unit) -> tuple[Quantity, ...]:
    """Return the figures of the noun that a relative clause is about: "five men who are lost"."""
    agent, span = unit.clause.slots.agent or unit.clause.slots.patient, unit.clause.span
    if agent is None or span.covers(agent.span) or unit.tokens[0].tag not in ASKING:
        return ()
    return tuple(q for q in unit.reading.quantities if q.span.shared(agent.span) > 0)


def _is_endless(unit: Unit) -> bool:
    """Return whether what the clause tells is to last for good: "barred for life"."""
    endless = words("endless")
    lemmas = [fold(token.lemma) for token in unit.core]
    return any(word in endless for word in lemmas) or any(
        f"{a}_{b}" in endless for a, b in pairwise(lemmas)
    )


def _numbered(unit: Unit) -> dict[str, frozenset[str]]:
    """Return the numbers that tell things of one noun apart: "Category 3", "Route 9"."""
    tokens = unit.reading.parse.tokens
    read = [*(q.span for q in unit.quantities), *(date.span for date in unit.dates)]
    found: dict[str, set[str]] = defaultdict(set)
    for token in unit.core:
        noun = tokens[token.head]
        named = token.dep == "nummod" and token.entity != "DATE" and noun.start < token.start
        if named and not any(span.start <= token.start < span.end for span in read):
            found[_lemma(noun)].add(fold(token.text))
        elif token.dep == "amod" and noun.pos == "NOUN" and noun.start > token.start:
            ordinal = _ordinal(token)
            if ordinal:  # "Grades 9 and 10" may be "the 9th and the 10th grade"
                found[f"which {_lemma(noun)}"].add(ordinal)
    return {noun: frozenset(numbers) for noun, numbers in found.items() if noun}


def _ordinal(token: Token) -> str:
    """Return which of several the word tells ("2" for "second", "2nd"), "" where it tells none."""
    word = token.text.lower()
    if not _ORDINAL.fullmatch(word) and (word in written_out() or word not in written_out(True)):
        return ""
    return digits(word)


def _days_above(unit: Unit) -> frozenset[str]:
    """Return the days of the sentence where the clause is a relative one and has none itself.

    "On Tuesday they fired a missile that fell into the sea": it fell on Tuesday.
    """
    tokens, span, sentence = unit.reading.parse.tokens, unit.clause.span, unit.clause.sentence
    if unit.dates or not any(
        token.dep == "relcl" and not span.start <= tokens[token.head].start < span.end
        for token in unit.core
    ):
        return frozenset()
    return frozenset(
        date.iso[:10]
        for date in unit.reading.dates
        if sentence.covers(date.span) and date.iso[:4].isdigit()
    )


def _denied(unit: Unit) -> frozenset[str]:
    """Return what is denied: verbs, what is said with "be" and "have", nouns after "no"."""
    tokens = unit.reading.parse.tokens
    heads = {token.head for token in unit.core if denies(token, bare=True)}
    # "Neither money nor a car".
    nor = {token.head for token in unit.core if token.dep == "cc" and token.lemma == "nor"}
    if unit.clause.slots.negated and unit.clause.slots.predicate is not None:
        start = unit.clause.slots.predicate.span.start
        heads |= {at for t in unit.core for at in (t.head,) if tokens[at].start == start}
    light = words("hollow_words", kind="light")
    hit = [tokens[at] for at in heads]
    hit += [t for t in unit.core if t.head in heads and _completes(t, tokens[t.head], light)]
    hit += [t for t in unit.core if t.dep == "conj" and t.head in heads & nor]
    return frozenset(
        name
        for token in hit
        for name in (_lemma(token), *(act.name for act in _acts(token)))
        if len(name) > 1 and name not in words("hollow_words")
    )


def _completes(token: Token, head: Token, light: frozenset[str]) -> bool:
    """Return whether the head says nothing without the token: "was not *dead*"."""
    hollow = head.pos == "AUX" or head.lemma in {"be", "have"} or fold(head.lemma) in light
    return token.dep in {"attr", "acomp", "dobj", "xcomp"} and hollow


def _doubt(unit: Unit, beside: Sequence[Clause]) -> str:
    """Return what the words, or those they hang on, do: ``deny``, ``early`` or ``unlikely``.

    ``beside`` are the clauses of the unit's sentence.
    """
    lemmas = [fold(token.lemma) for token in unit.core]
    span, above = unit.clause.span, _governor(unit)
    for outer in beside:
        around = outer.span.covers(span) or outer.span.start <= above < outer.span.end
        if outer.span != span and around:
            lemmas += [
                fold(token.lemma)
                for token in unit.reading.tokens_in(outer.span)
                if not span.start <= token.start < span.end
            ]
    cues = column("doubts", "kind")
    pairs = (f"{a}_{b}" for a, b in pairwise(lemmas))
    found = {cues.get(word, "") for word in (*lemmas, *pairs)}
    return min(found & _DOUBTS, default="")


def _governor(unit: Unit) -> int:
    """Return where the word stands whose complement the clause is, -1 where it is none's.

    "It is too early to say they won" is cut in two, and the second hangs on the first.
    """
    tokens, span = unit.reading.parse.tokens, unit.clause.span
    for token in unit.tokens:
        above = tokens[token.head]
        if token.dep in _COMPLEMENTS and not span.start <= above.start < span.end:
            return above.start
    return -1


def _is_fragment(unit: Unit) -> bool:
    first = unit.tokens[0]
    return first.tag in _OPENS_FRAGMENT or first.pos == "PART" or first.tag in _NO_SUBJECT


def _bare(unit: Unit, weights: Mapping[str, float]) -> dict[str, float]:
    slots = unit.clause.slots
    aside = [filler.span for filler in (*slots.time, *slots.place)]
    kept = {
        _lemma(token)
        for token in unit.core
        if token.pos != "PROPN" and not any(span.start <= token.start < span.end for span in aside)
    }
    return {lemma: weight for lemma, weight in weights.items() if lemma in kept}


def _acts(token: Token) -> tuple[Act, ...]:
    if token.pos not in ("NOUN", "VERB", "ADJ"):
        return ()
    return acts(nouns=token.pos == "NOUN").get(fold(token.lemma), ())


def _deed(slots: Slots) -> str:
    """Return the head of the act; of "gave an order" and "made a visit" it is the noun."""
    act, patient = _head(slots.predicate), _head(slots.patient)
    return patient if patient and act in words("hollow_words", kind="light") else act


def _person(unit: Unit, filler: Filler | None, story: _Story) -> str:
    """Return the last name of the person that fills a slot, "" where no person by name does."""
    if filler is None:
        return ""
    name = fold(filler.head)
    spans = story.persons.get((unit.document, name), ())
    return name if any(span.shared(filler.span) > 0 for span in spans) else ""


def _doer(unit: Unit, story: _Story) -> str:
    """Return the last name of who does it, "" where no name stands in the clause or before "who".

    Of "writing a script" the parser often takes somebody else for the one who writes.
    """
    agent = unit.clause.slots.agent
    asks = unit.tokens[0].tag in ASKING
    if agent is None or not (asks or unit.clause.span.covers(agent.span)):
        return ""
    name = _person(unit, agent, story)
    return "" if name in given_names() else name


def _head(filler: Filler | None) -> str:
    return fold(filler.head) if filler is not None else ""
