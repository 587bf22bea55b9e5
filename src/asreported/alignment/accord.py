"""Find what two accounts tell alike in a phrase: relations of the same words in two sentences.

"Police raided two homes, and killed a man in Hollen" and "the killing of a man near Hollen" share
(kill, man) and (kill, Hollen). Shared relations of two sentences that hang together are an accord.

Reads:   `Grammar`, meanings and relations of each account.
Gives:   `Accord`, in order of place, with what speaks for and against it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from asreported.alignment.bearers import Bearers
from asreported.alignment.grammar import Grammar
from asreported.alignment.meanings import ACT, DAY, ENTITY, NUMBER, read_meanings
from asreported.alignment.relations import Relation, read_relations
from asreported.lexicon.load import words

# Sentences that hold one relation beyond which it is the story's theme and shows nothing.
_COMMON = 12
_VERBAL = frozenset({"VERB", "AUX"})
_MODIFIERS = frozenset({"amod", "nummod", "nmod", "compound", "poss", "npadvmod", "dobj"})
_ROLES = frozenset({"agent", "patient"})

FEATURES = (
    "more_edges",
    "rarity_mean",
    "rarity_max",
    "entity",
    "entities",
    "day",
    "number",
    "act",
    "acts",
    "verbs",
    "nominal",
    "same_role",
    "swapped",
    "around",
    "beside",
    "ambiguous",
    "loose",
    "negation",
    "same_lemma",
)


@dataclass(frozen=True)
class Told:
    """One account as words with meanings and the relations between them."""

    grammar: Grammar
    meanings: tuple[str, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """Return the two meanings of each relation."""
        return tuple(
            frozenset((self.meanings[relation.upper], self.meanings[relation.lower]))
            for relation in self.relations
        )

    @cached_property
    def by_sentence(self) -> Mapping[int, frozenset[str]]:
        """Return the meanings of each sentence."""
        found: dict[int, set[str]] = defaultdict(set)
        for at, meaning in enumerate(self.meanings):
            if meaning:
                found[self.grammar.sentence[at]].add(meaning)
        return {sentence: frozenset(held) for sentence, held in found.items()}


@dataclass(frozen=True, slots=True)
class Accord:
    """Shared relations of sentence ``a`` of one account and ``b`` of another.

    ``pairs`` are (relation of a, relation of b); ``tokens_a`` and ``tokens_b`` the words in them.
    """

    one: Told
    two: Told
    pairs: tuple[tuple[Relation, Relation], ...]
    tokens_a: tuple[int, ...]
    tokens_b: tuple[int, ...]

    @property
    def width(self) -> int:
        """Return over how many tokens of one account it spans, of the wider of both."""
        return max(side[-1] - side[0] + 1 for side in (self.tokens_a, self.tokens_b))

    @property
    def telling(self) -> bool:
        """Return whether it says something of what it names: "statue of Reyes" only names."""
        return any(_tells(self.one, a) and _tells(self.two, b) for a, b in self.pairs)

    @property
    def set_apart(self) -> bool:
        """Return whether a shared word has other numbers or names beside it, or another role."""
        if any({a.role, b.role} == _ROLES for a, b in self.pairs):
            return True
        matched = {pair for a, b in self.pairs for pair in _matched(self.one, self.two, a, b)}
        if any(_differ(_extent(self.one, x), _extent(self.two, y)) for x, y in sorted(matched)):
            return True
        return any(
            _differ(_beside(self.one, x, kind), _beside(self.two, y, kind))
            for x, y in sorted(matched)
            for kind in (NUMBER, ENTITY, DAY)
        )

    @property
    def keys(self) -> frozenset[frozenset[str]]:
        """Return the pairs of meanings that are shared."""
        meanings = self.one.meanings
        return frozenset(frozenset((meanings[r.upper], meanings[r.lower])) for r, _ in self.pairs)


def tell(grammar: Grammar, bearers: Bearers) -> Told:
    """Return the account with its words' meanings and the relations between them."""
    meanings = read_meanings(grammar, bearers)
    return Told(grammar, meanings, tuple(read_relations(grammar, meanings)))


def find_accords(told: Sequence[Told]) -> Iterator[Accord]:
    """Yield the accords of every two accounts, in order of accounts and place."""
    for number, one in enumerate(told):
        for two in told[number + 1 :]:
            yield from _between(one, two)


def _between(one: Told, two: Told) -> Iterator[Accord]:
    held: dict[frozenset[str], list[Relation]] = defaultdict(list)
    for relation, key in zip(two.relations, two.keys, strict=True):
        held[key].append(relation)
    often = Counter(one.keys)
    found: dict[tuple[int, int], list[tuple[Relation, Relation]]] = defaultdict(list)
    for relation, key in zip(one.relations, one.keys, strict=True):
        if often[key] > _COMMON or len(held.get(key, ())) > _COMMON:
            continue
        for other in held.get(key, ()):
            sentences = one.grammar.sentence[relation.upper], two.grammar.sentence[other.upper]
            found[sentences].append((relation, other))
    for sentences in sorted(found):
        yield from _joined(one, two, found[sentences])


def _joined(one: Told, two: Told, pairs: Sequence[tuple[Relation, Relation]]) -> Iterator[Accord]:
    """Yield one accord for each set of pairs that hang together word by word."""
    if len(pairs) == 1:
        # Most sentences share one relation or none.
        yield _accord(one, two, pairs)
        return
    root: dict[tuple[int, int], tuple[int, int]] = {}

    def find(word: tuple[int, int]) -> tuple[int, int]:
        while root.setdefault(word, word) != word:
            word = root[word]
        return word

    for a, b in pairs:
        first, second = sorted(find(word) for word in _matched(one, two, a, b))
        root[second] = first
    groups: dict[tuple[int, int], list[tuple[Relation, Relation]]] = defaultdict(list)
    for a, b in pairs:
        groups[find(_matched(one, two, a, b)[0])].append((a, b))
    for at in sorted(groups):
        yield _accord(one, two, groups[at])


def _accord(one: Told, two: Told, group: Sequence[tuple[Relation, Relation]]) -> Accord:
    return Accord(
        one,
        two,
        tuple(group),
        tuple(sorted({word for a, _ in group for word in (a.upper, a.lower)})),
        tuple(sorted({word for _, b in group for word in (b.upper, b.lower)})),
    )


def _matched(
    one: Told, two: Told, a: Relation, b: Relation
) -> tuple[tuple[int, int], tuple[int, int]]:
    if one.meanings[a.upper] == two.meanings[b.upper]:
        return (a.upper, b.upper), (a.lower, b.lower)
    return (a.upper, b.lower), (a.lower, b.upper)


class Weigher:
    """Says what speaks for an accord; bound to the accounts of one story."""

    def __init__(self, told: Sequence[Told], accords: Sequence[Accord]) -> None:
        held = Counter(
            meaning for each in told for inside in each.by_sentence.values() for meaning in inside
        )
        count = sum(len(each.by_sentence) for each in told)
        self._rarity = {m: math.log((1 + count) / (1 + n)) for m, n in held.items()}
        self._often = Counter(key for accord in accords for key in accord.keys)

    def features(self, accord: Accord, beside: float) -> tuple[float, ...]:
        """Return the value of each of `FEATURES`.

        ``beside`` is how likely the clauses around say the same, 0 where nobody judged.
        """
        one, two = accord.one, accord.two
        meanings = {one.meanings[at] for at in accord.tokens_a}
        rarity = [self._rarity[m] for m in meanings]
        kinds = Counter(m[0] for m in meanings)
        roles = [(a.role, b.role) for a, b in accord.pairs if a.role in _ROLES and b.role in _ROLES]
        return (
            math.log(len(accord.keys)),
            sum(rarity) / len(rarity),
            max(rarity),
            float(kinds[ENTITY] == 1),
            float(kinds[ENTITY] > 1),
            float(kinds[DAY] > 0),
            float(kinds[NUMBER] > 0),
            float(kinds[ACT] == 1),
            float(kinds[ACT] > 1),
            float(_has_verb(one, accord.tokens_a) and _has_verb(two, accord.tokens_b)),
            float(not _has_verb(one, accord.tokens_a) and not _has_verb(two, accord.tokens_b)),
            sum(a.role == b.role for a, b in accord.pairs) / len(accord.pairs),
            float(any(a != b for a, b in roles)),
            self._around(accord),
            beside,
            math.log(min(self._often[key] for key in accord.keys)),
            math.log(accord.width / len(meanings)),
            float(_negated(one, accord.tokens_a) != _negated(two, accord.tokens_b)),
            _same_lemmas(accord),
        )

    def _around(self, accord: Accord) -> float:
        """Return the weighed share of the meanings of both sentences that both have."""
        one = accord.one.by_sentence[accord.one.grammar.sentence[accord.tokens_a[0]]]
        two = accord.two.by_sentence[accord.two.grammar.sentence[accord.tokens_b[0]]]
        inside = {accord.one.meanings[at] for at in accord.tokens_a}
        shared = sum(self._rarity[m] for m in sorted(one & two - inside))
        least = min(sum(self._rarity[m] for m in sorted(side - inside)) for side in (one, two))
        return shared / least if least > 0 else 0.0


def _tells(told: Told, relation: Relation) -> bool:
    upper, lower = told.meanings[relation.upper], told.meanings[relation.lower]
    verbal = told.grammar.tokens[relation.upper].pos in _VERBAL
    if relation.role in ("agent", "patient"):
        return True
    if relation.role == "is":
        # "Hollen, Osmar county" is an address.
        return not upper[0] == lower[0] == ENTITY
    if relation.role == "mod":
        # "The Hollen fire alarm" only names; "Monday's fire" and "fired on Monday" tell a day.
        return verbal or (upper[0] == ACT and lower[0] in (DAY, ENTITY))
    if relation.role == "and":
        return verbal or _persons(told, relation)
    return verbal or upper[0] == ACT


def _persons(told: Told, relation: Relation) -> bool:
    tokens = told.grammar.tokens
    return all(tokens[at].entity == "PERSON" for at in (relation.upper, relation.lower))


def _beside(told: Told, at: int, kind: str) -> frozenset[str]:
    """Return the numbers or names that modify a word, or the thing that is done."""
    grammar = told.grammar
    near = [c for c in grammar.children[at] if grammar.tokens[c].dep in _MODIFIERS]
    if kind == NUMBER:
        # "Sentenced to ten years": the number stands one word further down.
        near += [c for _, noun in grammar.fillers(at) for c in grammar.children[noun]]
    return frozenset(told.meanings[c] for c in near if told.meanings[c][:1] == kind)


def _extent(told: Told, at: int) -> frozenset[str]:
    """Return the words of extent and degree beside a word: "most", "nearly"."""
    near = (told.grammar.lemma(c) for c in told.grammar.children[at])
    extents = words("scope") | words("extents")
    return frozenset(word for word in near if word in extents)


def _differ(one: frozenset[str], two: frozenset[str]) -> bool:
    return bool(one) and bool(two) and not one & two


def _has_verb(told: Told, tokens: Sequence[int]) -> bool:
    return any(told.grammar.tokens[at].pos in _VERBAL for at in tokens)


def _negated(told: Told, tokens: Sequence[int]) -> bool:
    return any(told.grammar.negated(at) for at in tokens)


def _same_lemmas(accord: Accord) -> float:
    one = {accord.one.grammar.lemma(at) for at in accord.tokens_a}
    two = {accord.two.grammar.lemma(at) for at in accord.tokens_b}
    return len(one & two) / min(len(one), len(two))
