"""Find what two accounts tell alike in a phrase: relations of the same words in two sentences.

"Police raided two homes, and killed a man in Hollen" and "the killing of a man near Hollen" share
(kill, man) and (kill, Hollen). Shared relations of two sentences that hang together are an accord.

Reads:   `Told`.
Gives:   `Accord`, in order of place.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from asreported.alignment.accounts.headcounts import may_hold
from asreported.alignment.accounts.quantity import differing
from asreported.alignment.accounts.told import Key, Relations, Told
from asreported.model.groups import Groups
from asreported.model.span import Span
from asreported.model.statement import Quantity

_ROLES = frozenset({"agent", "patient"})

_OBJECTS = frozenset({"dobj", "prep", "attr", "npadvmod"})

_MANY = 12  # Accounts that have a relation up to which every two of them are compared.
_AHEAD = 6  # Accounts with which each is compared where more have it.

_Pair = tuple[int, int]
"""The numbers of a relation of one account and of its like in the other."""
_Words = tuple[int, int]
"""Tokens of both accounts that mean the same."""
_Matched = tuple[_Pair, tuple[_Words, _Words]]
"""A pair of relations, and the words of both that mean the same."""


class Accord(NamedTuple):
    """Shared relations of a sentence of account ``one`` and a sentence of ``two``.

    ``pairs`` are (relation of one, relation of two), by number; ``keys`` what they mean;
    ``tokens_a`` and ``tokens_b`` the words in them, in order.
    """

    one: Told
    two: Told
    pairs: tuple[_Pair, ...]
    keys: frozenset[Key]
    tokens_a: tuple[int, ...]
    tokens_b: tuple[int, ...]

    @property
    def width(self) -> int:
        """Return over how many tokens of one account it spans, of the wider of both."""
        a, b = self.tokens_a, self.tokens_b
        return max(a[-1] - a[0], b[-1] - b[0]) + 1

    @property
    def places(self) -> tuple[Span, Span]:
        """Return the words of both sides, with what modifies the first and the last of them."""
        a, b = self.tokens_a, self.tokens_b
        return self.one.place(a[0], a[-1]), self.two.place(b[0], b[-1])

    @property
    def roles(self) -> list[tuple[str, str]]:
        """Return the role of each relation in both accounts."""
        one, two = self.one.relations, self.two.relations
        return [(one[a].role, two[b].role) for a, b in self.pairs]


def find_accords(told: Sequence[Told]) -> Iterator[Accord]:
    """Yield the accords of accounts, in order of accounts and place.

    Each says something of what it names ("statue of Reyes" only names), and nothing sets the two
    apart: no shared word has other numbers or names beside it, or another role.
    """
    met = _sentences(told)
    for first, second in sorted(met):
        one, two = told[first], told[second]
        for here, there in sorted(met[first, second]):
            for group in _joined(one, two, _shared(one.held[here], two.held[there])):
                if any(one.tells[a] and two.tells[b] for (a, b), _ in group):
                    accord = _accord(one, two, group)
                    if accord is not None:
                        yield accord


def other_figures(accord: Accord) -> bool:
    """Return whether a verb is said with other figures: "asked for nine years", "demanded eleven".

    These may stand outside the words that both share.
    """
    one, two = accord.one, accord.two
    verbs = {
        words
        for pair in accord.pairs
        for words in _matched(one, two, pair)
        if one.is_verb(words[0]) and two.is_verb(words[1])
    }
    return any(differing(_figures(one, a), _figures(two, b)) for a, b in verbs)


def _figures(told: Told, verb: int) -> list[Quantity]:
    """Return the figures in the objects and prepositional phrases of a verb."""
    grammar = told.grammar
    tokens = grammar.tokens
    below = [c for c in grammar.children[verb] if tokens[c].dep in _OBJECTS]
    spans = [grammar.span(min(held), max(held)) for held in map(grammar.below, below)]
    return [q for q in grammar.reading.quantities if any(span.covers(q.span) for span in spans)]


def _sentences(told: Sequence[Told]) -> dict[tuple[int, int], set[tuple[int, int]]]:
    """Return, by two accounts (numbers), the sentences that share a relation that tells.

    A relation that more than a dozen accounts have is followed from each of them to the next six
    only: what many tell alike hangs together without a link between every two.
    """
    holders: dict[Key, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(told):
        for sentence, relations in each.held.items():
            for key, held in relations.items():
                if any(each.tells[at] for at in held):
                    holders[key][number].append(sentence)
    met: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for having in holders.values():
        listed = list(having)
        ahead = len(listed) if len(listed) <= _MANY else _AHEAD
        for at, first in enumerate(listed):
            for second in listed[at + 1 : at + 1 + ahead]:
                met[first, second].update(product(having[first], having[second]))
    return met


def _shared(mine: Relations, theirs: Relations) -> list[_Pair]:
    """Return the relations that two sentences have in common, in order."""
    both = (product(mine[key], theirs[key]) for key in mine.keys() & theirs.keys())
    return sorted(pair for pairs in both for pair in pairs)


def _joined(one: Told, two: Told, pairs: list[_Pair]) -> Iterator[list[_Matched]]:
    """Yield each set of pairs that hang together word by word."""
    matched = [(pair, _matched(one, two, pair)) for pair in pairs]
    if len(matched) == 1:
        # Most sentences share one relation.
        yield matched
        return
    joined: Groups[_Words] = Groups()
    for _, words in matched:
        joined.join(*words)
    groups: dict[_Words, list[_Matched]] = defaultdict(list)
    for each in matched:
        groups[joined.root(each[1][0])].append(each)
    for at in sorted(groups):
        yield groups[at]


def _accord(one: Told, two: Told, group: Sequence[_Matched]) -> Accord | None:
    """Return the accord of the pairs, None where something sets its two sides apart."""
    mine, theirs = one.relations, two.relations
    for (a, b), _ in group:
        here, there = mine[a].role, theirs[b].role
        if here != there and here in _ROLES and there in _ROLES:
            return None
    matched = {words for _, both in group for words in both}
    for words in matched:
        if _differ(one, two, words):
            return None
    return Accord(
        one,
        two,
        tuple([pair for pair, _ in group]),
        frozenset([one.keys[a] for (a, _), _ in group]),
        tuple(sorted({a for a, _ in matched})),
        tuple(sorted({b for _, b in matched})),
    )


def _differ(one: Told, two: Told, words: _Words) -> bool:
    """Return whether other extents, numbers, names or days stand beside a word in each.

    What a ship may carry is not what it carried.
    """
    if may_hold(one.grammar, words[0]) != may_hold(two.grammar, words[1]):
        return True
    mine = one.marks(words[0])
    theirs = two.marks(words[1]) if mine else ()
    return any(a and b and not a & b for a, b in zip(mine, theirs, strict=False))


def _matched(one: Told, two: Told, pair: _Pair) -> tuple[_Words, _Words]:
    a, b = one.relations[pair[0]], two.relations[pair[1]]
    if one.meanings[a.upper] == two.meanings[b.upper]:
        return (a.upper, b.upper), (a.lower, b.lower)
    return (a.upper, b.lower), (a.lower, b.upper)
