"""Find the same people or the same fight called by words that take sides."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from asreported.alignment.dispute import Dispute, make_dispute
from asreported.alignment.grammar import Grammar
from asreported.lexicon.load import table
from asreported.model.span import Span

_LEAST = 4  # Uses of all the words: a word used once or twice is no way of naming.
_MOST = 4  # Spans of one word that are shown for an account.
_ASKED = {
    "fighters": "Who are the fighters?",
    "war": "What is the fighting called?",
    "protest": "What is the protest called?",
    "protesters": "Who are the protesters?",
    "migrants": "Who are the people on the move?",
    "wall": "What is to be built?",
    "spy": "What was the source?",
    "leaker": "What is the one who told?",
}


def find_naming_disputes(grammars: Sequence[Grammar]) -> Iterator[Dispute]:
    """Yield a dispute for each group of words of which accounts use one and never the other."""
    groups: dict[str, set[str]] = defaultdict(set)
    for row in table("namings"):
        groups[row["group"]].add(row["word"])
    used: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for grammar in grammars:
        quoted = _quoted(grammar)
        for at, token in enumerate(grammar.tokens):
            if token.pos == "NOUN" and token.start not in quoted:
                word = _name(grammar, at)
                for group in groups:
                    if word in groups[group]:
                        used[group][word].append(_phrase(grammar, at))
    for group in sorted(used):
        dispute = _compare(group, used[group])
        if dispute:
            yield dispute


def _name(grammar: Grammar, at: int) -> str:
    """Return the noun in dictionary form; a war that is called a civil one is a "civil war"."""
    lemma = grammar.lemma(at)
    civil = any(grammar.lemma(c) == "civil" for c in grammar.children[at])
    return f"civil_{lemma}" if civil else lemma


def _quoted(grammar: Grammar) -> frozenset[int]:
    """Return the offsets inside quotations: these words are not the account's own."""
    return frozenset(
        offset
        for statement in grammar.reading.statements
        if statement.kind == "quote"
        for part in statement.content
        for offset in range(part.start, part.end)
    )


def _compare(group: str, used: dict[str, list[Span]]) -> Dispute | None:
    accounts = {word: {span.document for span in spans} for word, spans in used.items()}
    order = sorted(used, key=lambda word: (-len(accounts[word]), word))
    sides: list[list[Span]] = []
    names = []
    held: set[str] = set()
    for word in order:
        # An account that uses both words does not take either for the other's contrary.
        if held & accounts[word]:
            continue
        held |= accounts[word]
        sides.append(_few(used[word]))
        names.append(word)
    if sum(len(used[name]) for name in names) < _LEAST:
        return None
    return make_dispute(
        "wording",
        "tension",
        _ASKED.get(group, "What is it called?"),
        sides,
        f"called {', '.join(names).replace('_', ' ')}",
        0.55,
    )


def _few(spans: list[Span]) -> list[Span]:
    """Return the first spans of each account."""
    count: dict[str, int] = defaultdict(int)
    kept = []
    for span in sorted(spans):
        count[span.document] += 1
        if count[span.document] <= _MOST:
            kept.append(span)
    return kept


def _phrase(grammar: Grammar, at: int) -> Span:
    phrase = grammar.phrase(at)
    return phrase if len(phrase) <= 60 else grammar.span(at, at)
