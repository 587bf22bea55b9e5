"""Find one thing, fight or crowd that accounts call by names which do not mean the same."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asreported.alignment.accounts.acts import concept, stem
from asreported.alignment.accounts.grammar import Grammar, first_short
from asreported.alignment.accounts.ownvoice import Mouths, read_mouths
from asreported.alignment.disputes.dispute import Dispute, disputed
from asreported.alignment.pairs.nearness import Nearness
from asreported.lexicon.load import table
from asreported.model.comparison import SLIGHT
from asreported.model.labels import ADNOMINAL_CLAUSES, NOUN_MODIFIERS
from asreported.model.span import Span

_LEAST = 2  # Uses of a word, quotes apart: one that is used once is no way of naming.
_RARE = 3  # How much oftener than the other's word an account uses its own.
_MOST = 3  # Spans of one word that are shown for an account.
_LONGEST = 60  # Characters of a naming with its adjectives.
_ANY = "any"  # The sense of a word that goes with every other of its group.
_NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
# Verbs whose object or subject may be anything: they tie no two things together.
_EMPTY = frozenset({"be", "have", "do", "say", "see", "tell", "make", "get", "go", "come", "take"})


@dataclass(frozen=True, slots=True)
class _Naming:
    """One use of a word of a group, with the words that tie it to its clause."""

    grammar: Grammar
    at: int
    sense: str
    word: str
    span: Span
    ties: frozenset[str]
    spoken: bool

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.span.document


@cache
def _groups() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return, for each word, its groups as (group, sense, proof)."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in table("namings"):
        found[row["word"]].append((row["group"], row["sense"], row["proof"]))
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _asked() -> dict[str, tuple[str, str]]:
    """Return the kind of dispute of each group and the question that it answers, "" for none."""
    return {row["group"]: (row["kind"], row["question"]) for row in table("naming_groups")}


def find_naming_disputes(grammars: Sequence[Grammar], near: Nearness) -> Iterator[Dispute]:
    """Yield a dispute for each group of words that accounts choose from otherwise.

    Two accounts differ where neither uses the other's word, or hardly ever. Words that take sides
    need no more; that a car and a truck are one thing is shown by what is said of both.
    """
    used: dict[tuple[str, str], list[_Naming]] = defaultdict(list)
    for grammar in grammars:
        mouths = read_mouths(grammar)
        for at, token in enumerate(grammar.tokens):
            if token.pos in _NAMES:
                for key, naming in _namings(grammar, at, mouths):
                    used[key].append(naming)
    for (group, proof), namings in sorted(used.items()):
        yield from _compare(group, proof, namings, near)


def _namings(
    grammar: Grammar, at: int, mouths: Mouths
) -> Iterator[tuple[tuple[str, str], _Naming]]:
    """Yield the naming at a token, once for each group; the longer of two words is meant."""
    word = grammar.entry(at, _groups())
    if word not in _groups() or grammar.tokens[at].dep in NOUN_MODIFIERS - {"amod"}:
        return
    if grammar.tokens[at].pos == "ADJ" and "-" not in word:
        return
    start = grammar.tokens[at].start
    spoken = mouths.is_quoted(start)
    span = first_short(_LONGEST, grammar.phrase(at), grammar.span(at, at))
    beside = _beside(grammar, at)
    for group, sense, proof in _groups()[word]:
        meant = _ANY if beside.get(group, sense) != sense else sense
        yield (group, proof), _Naming(grammar, at, meant, word, span, _ties(grammar, at), spoken)


def _beside(grammar: Grammar, at: int) -> Mapping[str, str]:
    """Return the sense of the word before, by its groups: a "shooting rampage" is both."""
    words = [grammar.lemma(c) for c in grammar.children[at] if grammar.tokens[c].dep == "compound"]
    return {group: sense for word in words for group, sense, _ in _groups().get(word, ())}


def _ties(grammar: Grammar, at: int) -> frozenset[str]:
    """Return what the thing does or undergoes, what it is part of, and what narrows it."""
    token = grammar.tokens[at]
    found = set()
    above, role = token.head, token.dep
    if role == "pobj":
        role = grammar.lemma(above)
        above = grammar.tokens[above].head
    governor = grammar.tokens[above]
    if above != at and governor.pos in {"VERB", "NOUN"} and grammar.lemma(above) not in _EMPTY:
        role = "" if role in {"nsubj", "nsubjpass", "dobj"} else role
        found.add(f"{role} {concept(grammar.lemma(above), governor.pos)}")
    for c in grammar.children[at]:
        child = grammar.tokens[c]
        if child.dep in ADNOMINAL_CLAUSES and grammar.lemma(c) not in _EMPTY:
            found.add(f" {concept(grammar.lemma(c))}")
        elif child.dep in NOUN_MODIFIERS and child.pos == "PROPN":
            found.add(f"of {_named(grammar, c)}")
    for preposition, noun in grammar.fillers(at):
        if preposition == "of" and grammar.tokens[noun].pos == "PROPN":
            found.add(f"of {_named(grammar, noun)}")
    return frozenset(found)


def _named(grammar: Grammar, at: int) -> str:
    """Return the stems of a name that ends at a token: an Upper House is no House."""
    before = [c for c in grammar.children[at] if grammar.tokens[c].dep == "compound"]
    return " ".join(stem(grammar.lemma(each)) for each in (*before, at))


def _compare(
    group: str, proof: str, namings: Sequence[_Naming], near: Nearness
) -> Iterator[Dispute]:
    chosen = _chosen(namings)
    uses = Counter((naming.document, naming.sense) for naming in namings)
    apart = {
        (chosen[a], chosen[b])
        for a in chosen
        for b in chosen
        if chosen[a] < chosen[b] and _shuns(uses, chosen, a, b) and _shuns(uses, chosen, b, a)
    }
    told = [n for n in namings if chosen.get(n.document) == n.sense]
    if proof != "none":
        apart = {pair for pair in apart if _tied(told, *pair, near)}
    kept = sorted({sense for pair in apart for sense in pair})
    sides = [[n for n in told if n.sense == sense] for sense in kept]
    if len(sides) < 2 or (proof == "none" and sum(map(_is_chosen, sides)) < 2):
        return
    order = sorted(sides, key=lambda side: (-len({n.document for n in side}), side[0].sense))
    names = ", ".join(min(n.word for n in side).replace("_", " ") for side in order)
    kind, question = _asked()[group]
    yield from disputed(
        kind,
        "tension" if proof == "none" else "difference",
        question or f"What is it called: {names}?",
        [_few(side) for side in order],
        f"called {names}",
        SLIGHT,
    )


def _is_chosen(side: Sequence[_Naming]) -> bool:
    return sum(not naming.spoken for naming in side) >= _LEAST


def _shuns(uses: Counter[tuple[str, str]], chosen: Mapping[str, str], a: str, b: str) -> bool:
    """Return whether account ``a`` hardly ever uses the word that ``b`` has chosen."""
    return _RARE * uses[a, chosen[b]] <= uses[a, chosen[a]]


def _chosen(namings: Sequence[_Naming]) -> Mapping[str, str]:
    """Return the word that each account uses most of those that say which it is, quotes apart."""
    count: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for naming in namings:
        if naming.sense != _ANY and not naming.spoken:
            count[naming.document][naming.sense] += 1
    return {
        document: max(sorted(senses), key=lambda sense: senses[sense])
        for document, senses in count.items()
    }


def _tied(told: Sequence[_Naming], one: str, other: str, near: Nearness) -> bool:
    """Return whether two accounts say one thing of both: a car and a truck that hit somebody."""
    return any(
        a.document != b.document and (a.ties & b.ties or near.are(a.grammar, a.at, b.grammar, b.at))
        for a in told
        if a.sense == one
        for b in told
        if b.sense == other
    )


def _few(side: Sequence[_Naming]) -> list[Span]:
    """Return the first spans of each account, the account's own words before quoted ones."""
    count: dict[str, int] = defaultdict(int)
    kept = []
    for naming in sorted(side, key=lambda n: (n.spoken, n.span)):
        count[naming.document] += 1
        if count[naming.document] <= _MOST:
            kept.append(naming.span)
    return kept
