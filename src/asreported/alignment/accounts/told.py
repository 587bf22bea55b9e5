"""One account as words with meanings and relations between them, with what is asked of each word.

An account is set against every other: what a word or a relation says is worked out once.

Reads:   `Grammar` and the bearers of names in it.
Gives:   `Told`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from asreported.alignment.accounts.bearers import Bearers
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.meanings import ACT, DAY, ENTITY, NUMBER, read_meanings
from asreported.alignment.accounts.relations import Relation, read_relations
from asreported.lexicon.load import words
from asreported.model.labels import NOUNS, VERBS
from asreported.model.span import Span

# Times that an account has one relation beyond which it is the story's theme and shows nothing.
_COMMON = 12
_MODIFIERS = frozenset({"amod", "nummod", "nmod", "compound", "poss", "npadvmod", "dobj"})
_PHRASE = 60
"""Characters of a noun phrase that is shown whole."""

Key = tuple[str, str]
"""The two meanings of a relation, in order of the alphabet."""
Relations = Mapping[Key, Sequence[int]]
"""The relations of a sentence, by number, under what they mean."""
Marks = tuple[frozenset[str], ...]
"""What stands beside a word: its extent, numbers, names, days."""


class Told:
    """One account: ``meanings`` of its tokens, ``relations``, and the ``keys`` of these.

    ``tells`` says of each relation whether it tells something of what it names. ``bearers`` know
    the names, of which none is cut.
    """

    def __init__(
        self,
        grammar: Grammar,
        bearers: Bearers,
        meanings: Sequence[str],
        relations: Sequence[Relation],
    ) -> None:
        self.bearers = bearers
        self.grammar = grammar
        self.meanings = meanings
        self.relations = relations
        self.keys = tuple(_key(meanings[r.upper], meanings[r.lower]) for r in relations)
        self.tells = tuple(self._tells(relation) for relation in relations)
        self._marks: dict[int, Marks] = {}
        self._places: dict[tuple[int, int], Span] = {}

    @cached_property
    def held(self) -> Mapping[int, Relations]:
        """Return, by sentence, the numbers of the relations of each key.

        A key that is in too many sentences of the account is left out.
        """
        often = Counter(self.keys)
        found: dict[int, dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, (key, relation) in enumerate(zip(self.keys, self.relations, strict=True)):
            if often[key] <= _COMMON:
                found[self.grammar.sentence[relation.upper]][key].append(number)
        return found

    @cached_property
    def by_sentence(self) -> Mapping[int, Mapping[str, None]]:
        """Return the meanings of each sentence, in order of the alphabet."""
        found: dict[int, set[str]] = defaultdict(set)
        for at, meaning in enumerate(self.meanings):
            if meaning:
                found[self.grammar.sentence[at]].add(meaning)
        return {sentence: dict.fromkeys(sorted(held)) for sentence, held in found.items()}

    @cached_property
    def negated(self) -> frozenset[int]:
        """Return the tokens that are denied, of those that mean something."""
        listed = (at for at, meaning in enumerate(self.meanings) if meaning)
        return frozenset(at for at in listed if self.grammar.negated(at))

    def is_verb(self, at: int) -> bool:
        """Return whether the token is a verb."""
        return self.grammar.tokens[at].pos in VERBS

    def marks(self, at: int) -> Marks:
        """Return the words of extent, the numbers, names and days beside a word; () for none."""
        found = self._marks.get(at)
        if found is None:
            grammar = self.grammar
            lemmas = (grammar.lemma(c) for c in grammar.children[at])
            near = [c for c in grammar.children[at] if grammar.tokens[c].dep in _MODIFIERS]
            # "Sentenced to ten years": the number stands one word further down.
            deep = [c for _, noun in grammar.fillers(at) for c in grammar.children[noun]]
            found = (
                frozenset(lemma for lemma in lemmas if lemma in _extents()),
                self._of_kind(NUMBER, [*near, *deep]),
                self._of_kind(ENTITY, near),
                self._of_kind(DAY, near),
            )
            self._marks[at] = found = found if any(found) else ()
        return found

    def place(self, first: int, last: int) -> Span:
        """Return the words ``first..last``, both within, with what modifies these two."""
        span = self._places.get((first, last))
        if span is None:
            grammar = self.grammar
            span = grammar.span(first, last)
            for at in (first, last):
                if grammar.tokens[at].pos in NOUNS:
                    phrase = grammar.phrase(at)
                    if len(phrase) <= _PHRASE:
                        span = span.joined(phrase)
                    name = self.bearers.at.get(at)
                    if name is not None:  # "School of Arts and Crafts" is one
                        span = span.joined(grammar.span(name.first, name.last))
            self._places[first, last] = span
        return span

    def _of_kind(self, kind: str, tokens: Sequence[int]) -> frozenset[str]:
        return frozenset(self.meanings[c] for c in tokens if self.meanings[c][:1] == kind)

    def _tells(self, relation: Relation) -> bool:
        upper, lower = self.meanings[relation.upper], self.meanings[relation.lower]
        verbal = self.is_verb(relation.upper)
        if relation.role in ("agent", "patient"):
            return True
        if relation.role == "is":
            # "Hollen, Osmar county" is an address.
            return not upper[0] == lower[0] == ENTITY
        if relation.role == "mod":
            # "The Hollen fire alarm" only names; "Monday's fire", "fired on Monday" tell a day.
            return verbal or (upper[0] == ACT and lower[0] in (DAY, ENTITY))
        if relation.role == "and":
            return verbal or self._are_persons(relation)
        return verbal or upper[0] == ACT

    def _are_persons(self, relation: Relation) -> bool:
        tokens = self.grammar.tokens
        return all(tokens[at].entity == "PERSON" for at in (relation.upper, relation.lower))


def tell(grammar: Grammar, bearers: Bearers) -> Told:
    """Return the account with its words' meanings and the relations between them."""
    meanings = read_meanings(grammar, bearers)
    return Told(grammar, bearers, meanings, tuple(read_relations(grammar, meanings)))


def _key(one: str, two: str) -> Key:
    return (one, two) if one < two else (two, one)


@cache
def _extents() -> frozenset[str]:
    return words("scope") | words("extents")
