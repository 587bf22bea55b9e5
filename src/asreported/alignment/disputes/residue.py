"""Find the few words in which two nearly equal tellings differ, where these change the sense."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from asreported.alignment.accounts.acts import kinds, may_be_one_person
from asreported.alignment.accounts.names import spelt_alike
from asreported.alignment.accounts.opposites import opposites
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.judgement import Judgement
from asreported.alignment.pairs.units import Unit
from asreported.language.overlap import shorten
from asreported.lexicon.acts import acts
from asreported.lexicon.load import words
from asreported.model.labels import NOT_WORDS, PLACES
from asreported.model.parse import Token
from asreported.model.span import Span

_LEAST_WORDING = 0.3
_LEAST_KEPT = 5  # Words that two tellings share at least, so that what is left is a difference.
_MOSTLY = 0.7  # Share of the shorter that they share at least where the one denies the other.
_SHORT_WORD = 3  # Letters: "the" and "of" make no two speakers one.
_NEARLY_ALL = 8  # Equal words from which another verb is a change in one telling.
_MOST_CHANGED = 4  # Words of one change; a longer one is another statement.
_BESIDE = 2  # Equal words on either side of a change.
_DENYING = ("verb", "preventing", "determiner", "pronoun")
_PERSONS = frozenset(
    {"woman", "girl", "man", "boy", "child", "person", "pupil", "soldier", "police"}
)


def find_residue_disputes(judged: Judgement) -> Iterator[Dispute]:
    """Yield a dispute for each pair of tellings alike but for words that change the sense."""
    near = [pair for pair in judged.pairs if pair.wording >= _LEAST_WORDING]
    numbers: dict[Span, int] = {}
    line_of = {
        at: numbers.setdefault(judged.units[at].clause.sentence, len(numbers))
        for at in dict.fromkeys(at for pair in near for at in (pair.a, pair.b))
    }
    first: dict[int, Unit] = {}
    for at, number in line_of.items():
        first.setdefault(number, judged.units[at])
    widened = [_widen(unit) for unit in first.values()]
    told = [[t for t in u.tokens if t.pos not in NOT_WORDS] for u in widened]
    # A character for each word: most pairs share too little, which is seen in no time.
    signs = shorten([_key(token) for token in line] for line in told)
    lines = list(map(_Line, widened, told, signs))
    for one, other in dict.fromkeys((line_of[pair.a], line_of[pair.b]) for pair in near):
        yield from _compare(lines[one], lines[other])


class _Change(NamedTuple):
    """What a change of words does to the sense: its kind, why, and what it is about."""

    kind: str
    reason: str
    about: str = ""

    @property
    def severity(self) -> str:
        """Return how hard the two answers stand against each other."""
        return "contradiction" if self.kind == "polarity" else "difference"


class _Line(NamedTuple):
    """A telling of one sentence: its unit, its words, and the same in a form quick to align."""

    unit: Unit
    words: list[Token]
    signs: Sequence[str]


def _widen(unit: Unit) -> Unit:
    """Return the unit with all tokens of its sentence: a change may lie at a clause's border."""
    sentence = unit.clause.sentence
    begun = unit.reading.tokens_in(sentence)
    return replace(unit, tokens=tuple(token for token in begun if token.end <= sentence.end))


def _other_act(a: Unit, b: Unit) -> Iterator[Dispute]:
    """Yield a dispute where near-equal tellings have different specific acts of one field."""
    if not _one_voice(a, b):
        return
    left, right = _specific_acts(a), _specific_acts(b)
    for field in sorted(set(left) & set(right)):
        names = {name for name, _ in left[field]}, {name for name, _ in right[field]}
        if names[0] & names[1]:
            continue
        spans = [_phrase(a, left[field][0][1]), _phrase(b, right[field][0][1])]
        question = (
            f"“{a.reading.document.quote(spans[0])}” or “{b.reading.document.quote(spans[1])}”?"
        )
        reason = f"{'/'.join(sorted(names[0]))} in one, {'/'.join(sorted(names[1]))} in the other"
        for dispute in disputed(
            "wording", "difference", question, [spans[:1], spans[1:]], reason, 0.6
        ):
            yield replace(dispute, about=f"field {field}")


def _one_voice(a: Unit, b: Unit) -> bool:
    """Return whether both tell what one speaker said: then another verb is another wording."""
    if a.voice is None or b.voice is None or not a.voice.speaker or not b.voice.speaker:
        return False
    one, other = a.voice.speaker.name.casefold(), b.voice.speaker.name.casefold()
    return bool({w for w in one.split() if len(w) > _SHORT_WORD} & set(other.split()))


def _specific_acts(unit: Unit) -> dict[str, list[tuple[str, int]]]:
    """Return, by field, the specific acts that the unit's verbs name, with their positions."""
    found: dict[str, list[tuple[str, int]]] = {}
    for at, token in enumerate(unit.tokens):
        if token.pos != "VERB":
            continue
        following = [_key(t) for t in unit.tokens[at + 1 : at + 4]]
        names = [f"{_key(token)}_{word}" for word in following] + [_key(token)]
        named = next((acts()[name] for name in names if name in acts()), ())
        for act in named:
            if act.specific:
                found.setdefault(act.field, []).append((act.name, at))
    return found


def _phrase(unit: Unit, at: int) -> Span:
    """Return the verb with the three words after it."""
    last = min(at + 3, len(unit.tokens) - 1)
    while last > at and unit.tokens[last].pos in {"PUNCT", "SPACE", "ADP", "DET"}:
        last -= 1
    return Span(unit.document, unit.tokens[at].start, unit.tokens[last].end)


def _compare(one: _Line, other: _Line) -> Iterator[Dispute]:
    least = max(_LEAST_KEPT, (min(len(one.words), len(other.words)) + 1) // 2)
    kept = LCSseq.similarity(one.signs, other.signs, score_cutoff=least)
    if not kept:
        return
    if kept >= _NEARLY_ALL:
        yield from _other_act(one.unit, other.unit)
    matches = LCSseq.editops(one.signs, other.signs).as_matching_blocks()
    equal = [(match.a, match.b, match.size) for match in matches if match.size]
    for was, now, marks in _changes(equal, one.words, other.words):
        if _denied(was + now) and kept < _MOSTLY * min(len(one.words), len(other.words)):
            continue  # "Considers a gradual return", "not considering a nationwide closure".
        found = _change(one, other, was, now)
        if found is None:
            continue
        around = [
            [_around(one.unit, one.words, was or marks[:1])],
            [_around(other.unit, other.words, now or marks[1:])],
        ]
        question = f"“{_text(one.unit, was)}” or “{_text(other.unit, now)}”?"
        if _denied(was + now):
            unit, (said,) = (other.unit, around[1]) if _denied(was) else (one.unit, around[0])
            question = f"Is it so: “{unit.reading.document.quote(said)}”?"
        for dispute in disputed(found.kind, found.severity, question, around, found.reason, 0.65):
            yield replace(dispute, about=found.about)


def _change(one: _Line, other: _Line, was: list[Token], now: list[Token]) -> _Change | None:
    """Return what a change does to the sense, None where the lines around it say the same."""
    if _denied(was + now):
        if _denies(one.words) and _denies(other.words):
            return None  # "No longer free" and "no longer regards it as free": both deny it.
        if _is_contrast((one if _denied(was) else other).words):
            return None
        if _verbs(was) != _verbs(now):
            return None  # Who did not know the details may have learned them.
    elif not (was and now):
        return None
    found = _judge(was, now)
    if found is None:
        return None
    a, b = one.unit, other.unit
    if found.kind == "polarity" and _is_quote(a) and _is_quote(b):
        return None
    if found.kind in {"place", "agent"} and _name_both(a, b, was, now):
        return None
    return found


def _name_both(a: Unit, b: Unit, was: list[Token], now: list[Token]) -> bool:
    """Return whether each account has the other's name as well: a town, and the state it lies in.

    One utterance is given here with the one and there with the other.
    """
    texts = a.reading.document.text, b.reading.document.text
    first, second = (_content(side)[0].text for side in (was, now))
    return second in texts[0] and first in texts[1]


def _denied(changed: Sequence[Token]) -> bool:
    adjectives = words("negation", kind="adjective")  # "Unable" is "not able".
    open_at = {at for at, token in enumerate(changed) if at and _key(changed[at - 1]) == "or"}
    return any(
        # "Whether or not" denies nothing.
        (token.dep == "neg" and at not in open_at) or _key(token) in adjectives
        for at, token in enumerate(changed)
    )


def _verbs(changed: Sequence[Token]) -> set[str]:
    return {_key(token) for token in changed if token.pos == "VERB"}


def _denies(line: Sequence[Token]) -> bool:
    """Return whether a word denies something, as "not", "refuse" and "prohibit" do."""
    cues = [words("negation", kind=kind) for kind in _DENYING]
    return _denied(line) or any(_key(token) in listed for token in line for listed in cues)


def _is_contrast(line: Sequence[Token]) -> bool:
    """Return whether one thing is denied for another: "not at noon but at dusk"."""
    denied = next((at for at, token in enumerate(line) if token.dep == "neg"), len(line))
    return any(token.dep == "cc" and _key(token) == "but" for token in line[denied:])


def _is_quote(unit: Unit) -> bool:
    return unit.voice is not None and unit.voice.kind == "quote"


def _key(token: Token) -> str:
    return token.lemma.lower()


def _changes(
    equal: list[tuple[int, int, int]], left: list[Token], right: list[Token]
) -> Iterator[tuple[list[Token], list[Token], list[Token]]]:
    """Yield (words here, words there, last equal words) of each short change among equal words."""
    for (a, b, size), (next_a, next_b, next_size) in pairwise(equal):
        changed = max(next_a - a, next_b - b) - size
        if changed <= _MOST_CHANGED and size >= _BESIDE and next_size >= _BESIDE:
            here, there = a + size, b + size
            yield left[here:next_a], right[there:next_b], [left[here - 1], right[there - 1]]


def _judge(was: list[Token], now: list[Token]) -> _Change | None:
    """Return what a change does to the sense, None where the sense stays."""
    if any(map(_is_hedge, was)) != any(map(_is_hedge, now)):
        rest = [[_key(t) for t in _content(side) if not _is_hedge(t)] for side in (was, now)]
        if rest[0] == rest[1] and not any(_key(t) in {"accord", "report"} for t in was + now):
            return _Change("wording", "one account says it with a reservation, one without")
    if _denied(was) != _denied(now):
        return _Change("polarity", "one account denies what the other says")
    a, b = _content(was), _content(now)
    if len(a) != 1 or len(b) != 1:
        return None
    x, y = _key(a[0]), _key(b[0])
    if (x, y) in opposites():
        return _Change("polarity", f"“{x}” and “{y}” exclude each other")
    if a[0].pos != b[0].pos:
        return None
    if a[0].pos == "NOUN":
        return _other_person(x, y)
    if a[0].pos == "VERB":
        return _other_specific_act(x, y)
    led = [any(token.pos == "ADP" for token in side) for side in (was, now)]
    return _other_name(a[0], b[0], led[0] == led[1]) if a[0].pos == "PROPN" else None


def _other_person(x: str, y: str) -> _Change | None:
    """Return the change from one sort of person to another that excludes it: "girl", "woman"."""
    one, other = kinds().get(x), kinds().get(y)
    apart = one and other and {one, other} <= _PERSONS and not may_be_one_person(one, other)
    return _Change("wording", f"“{x}” and “{y}” are not the same") if apart else None


def _other_specific_act(x: str, y: str) -> _Change | None:
    """Return the change from one act to another of its field: "slapped", "punched"."""
    fields = {act.field: act for act in acts().get(x, ()) if act.specific}
    for act in acts().get(y, ()):
        if act.specific and act.field in fields and fields[act.field].name != act.name:
            reason = f"“{x}” and “{y}” are not the same act"
            return _Change("wording", reason, f"field {act.field}")
    return None


def _other_name(a: Token, b: Token, led_alike: bool) -> _Change | None:
    """Return the change from one place or person to another, led by like prepositions."""
    if spelt_alike(_key(a), _key(b)) or a.dep != b.dep or b.dep == "compound":
        return None
    reason = f"“{a.text}” in one, “{b.text}” in the other"
    if {a.entity, b.entity} <= PLACES and a.dep == "pobj" and led_alike:
        return _Change("place", reason)
    return _Change("agent", reason) if a.entity == b.entity == "PERSON" else None


def _is_hedge(token: Token) -> bool:
    """Return whether the word is a reservation of the account ("allegedly", "believed to")."""
    if token.pos != "ADV" and token.tag != "VBN":
        return False
    return not words("hedges").isdisjoint((_key(token), token.text.lower()))


def _content(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}]


def _text(unit: Unit, tokens: list[Token]) -> str:
    if not tokens:
        return "…"
    # "n't" is read with the word that it hangs on.
    host = next((t for t in unit.tokens if t.end == tokens[0].start), tokens[0])
    return unit.reading.document.quote(Span(unit.document, host.start, tokens[-1].end))


def _around(unit: Unit, line: list[Token], changed: list[Token]) -> Span:
    """Return the changed words with three words either side."""
    if changed:
        first, last = line.index(changed[0]), line.index(changed[-1])
    else:
        first = last = 0
    first, last = max(0, first - 3), min(len(line) - 1, last + 3)
    return Span(unit.document, line[first].start, line[last].end)
