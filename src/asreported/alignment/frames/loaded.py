"""Find words that judge while they tell, where another account tells it calmly.

A word that half the accounts use is the topic's and not one outlet's choice; a word in a quotation
or a reported statement is the speaker's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from asreported.alignment.frames.voicing import Neighbours, own_tokens, token_span
from asreported.alignment.pairs.units import Unit
from asreported.language.folding import fold
from asreported.lexicon.load import Row, table
from asreported.model.comparison import Framing
from asreported.model.labels import NOUNS
from asreported.model.span import Span
from asreported.model.statement import Reading

_ENDINGS = (
    *(("", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", "")),
    *(("ing", ""), ("ing", "e"), ("ies", "y")),
)
"""Endings of an inflected word, and what its lexicon form has in their place."""

_ROOT = 6
"""Letters of a word that another form of it begins with ("historic", "historically")."""

_CLAUSE = 5
"""Words of a clause that can tell what another tells; fewer only name something."""

_SHOWN = 3
"""Calm wordings that a line shows."""


def find_loaded(readings: Sequence[Reading], neighbours: Neighbours) -> Iterator[Framing]:
    """Yield the first use of each loaded word in an account's own voice.

    A word of strength 2 counts wherever it stands; one of strength 1 only where another account
    tells the like without such words.
    """
    users = _users(readings)
    topic = {word for word, used in users.items() if used >= max(2, len(readings) / 2)}
    labels = {reading.document.id: reading.document.label for reading in readings}
    for reading in readings:
        seen = set()
        for first, last, row in _uses(reading, sorted(own_tokens(reading))):
            word = row["word"]
            if word in topic or word in seen:
                continue
            calm = _calm(reading, first, neighbours, word[:_ROOT])
            if calm or row["strength"] == "2":
                seen.add(word)
                span = token_span(reading, first, last)
                about = _about(reading, last - 1)
                told = ", ".join(labels[unit.document] for unit in calm)
                rest = f"told without it by {told}" if told else _spread(users[word])
                yield _framing(reading, span, about, row, calm, rest)


def is_loaded(word: str) -> bool:
    """Return whether a word judges wherever it stands, in whatever form.

    >>> is_loaded("slams"), is_loaded("says")
    (True, False)
    """
    return _base(fold(word)) in _strong()


@cache
def _lexicon() -> Mapping[tuple[str, str], Row]:
    return {(row["word"], row["pos"]): row for row in table("loaded")}


@cache
def _strong() -> frozenset[str]:
    return frozenset(row["word"] for row in table("loaded") if row["strength"] == "2")


@cache
def _compounds() -> Mapping[str, Row]:
    return {row["word"]: row for row in table("loaded") if "-" in row["word"]}


def _base(word: str) -> str:
    """Return the lexicon's form of an inflected word, the word itself where it has none."""
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: len(word) - len(ending)] + put
            if base in _strong():
                return base
    return word


def _uses(reading: Reading, own: Sequence[int]) -> Iterator[tuple[int, int, Row]]:
    tokens = reading.parse.tokens
    for index in own:
        token = tokens[index]
        joined = _joined(reading, index)
        if joined in _compounds():
            yield index, index + 3, _compounds()[joined]
            continue
        row = _lexicon().get((token.lemma.lower(), token.pos))
        if row is not None and not token.entity:
            yield index, index + 1, row


def _joined(reading: Reading, index: int) -> str:
    """Return the word that three tokens write with a hyphen ("so", "-", "called"), or ""."""
    tokens = reading.parse.tokens
    if index + 2 >= len(tokens) or tokens[index + 1].text != "-":
        return ""
    if (
        tokens[index].end != tokens[index + 1].start
        or tokens[index + 1].end != tokens[index + 2].start
    ):
        return ""
    return fold(tokens[index].text) + "-" + fold(tokens[index + 2].text)


def _users(readings: Sequence[Reading]) -> dict[str, int]:
    """Return how many accounts use each loaded word, in whatever voice."""
    having: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for _, _, row in _uses(reading, range(len(reading.parse.tokens))):
            having[row["word"]].add(reading.document.id)
    return {word: len(used) for word, used in having.items()}


def _calm(reading: Reading, index: int, neighbours: Neighbours, root: str) -> list[Unit]:
    """Return clauses of others that tell the like in their own voice, in sentences without any."""
    calm: dict[str, Unit] = {}
    for unit in neighbours.around(reading.document.id, reading.parse.tokens[index]):
        if unit.document in calm or len(unit.tokens) < _CLAUSE:
            continue
        if unit.voice is not None and unit.voice.kind == "quote":
            continue
        # A clause cut out of a sentence that judges ("the mayor, who chairs it, blasted the plan").
        sentence = unit.reading.tokens_in(unit.clause.sentence)
        lemmas = [(token.lemma.lower(), token.pos) for token in sentence]
        if not any(key in _lexicon() or key[0].startswith(root) for key in lemmas):
            calm[unit.document] = unit
    return [calm[key] for key in sorted(calm)][:_SHOWN]


def _about(reading: Reading, index: int) -> str | None:
    """Return the noun that a judging adjective stands before."""
    token = reading.parse.tokens[index]
    head = reading.parse.tokens[token.head]
    if token.dep != "amod" or head.pos not in NOUNS:
        return None
    return head.text


def _spread(users: int) -> str:
    return "no other account has the word" if users == 1 else f"{users} accounts have the word"


def _framing(
    reading: Reading, span: Span, about: str | None, row: Row, calm: Sequence[Unit], rest: str
) -> Framing:
    reason = f"“{reading.document.quote(span)}” judges ({row['kind']}); {rest}"
    contrast = tuple(unit.clause.span for unit in calm)
    return Framing("loaded", reading.document.id, span, about, contrast, reason)
