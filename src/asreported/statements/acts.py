"""Read which acts words tell, by the table of acts: "kicked" is a kick, a kind of striking."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from asreported.lexicon.load import table
from asreported.model.parse import Token

# "sends the forces home" is send_home: so many words may stand between the parts.
_REACH = 5


# Headlines in title case make proper nouns of all nouns.
_PARTS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns"}


class Act(NamedTuple):
    """An act in place: its token's index, its field and name, and whether it is a specific one."""

    token: int
    field: str
    name: str
    specific: bool


def acts_in(tokens: Sequence[Token], first: int, last: int) -> Iterator[Act]:
    """Yield the acts among ``tokens[first:last]``, verbs and nouns, in order."""
    for index in range(first, last):
        token = tokens[index]
        lemma = token.lemma.casefold()
        if token.text.casefold() == "home" and _homeward(tokens, index):
            yield Act(index, "leave", "home", False)
            continue
        for field, name, level in _longer().get(lemma, ()):
            words = name[1]
            if any(t.text.casefold() == words for t in tokens[index + 1 : index + 1 + _REACH]):
                yield Act(index, field, name[0], level == "specific")
                break
        else:
            part = _PARTS.get(token.pos, "")
            if part and lemma in _single(part):
                field, act, level = _single(part)[lemma]
                yield Act(index, field, act, level == "specific")


def _homeward(tokens: Sequence[Token], index: int) -> bool:
    """Whether "home" tells where somebody goes: no article, no "at", nothing it belongs to."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        before is None
        or before.pos in ("DET", "ADP", "ADJ", "NUM")
        or before.tag in ("PRP$", "POS")
    ):
        return False
    return after is None or (after.pos in ("ADP", "PUNCT", "ADV", "SPACE", "CCONJ", "SCONJ"))


@cache
def _single(part: str) -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for row in table("acts"):
        for word in row[part].split():
            if "_" not in word and word != "-":
                found.setdefault(word, (row["field"], row["act"], row["level"]))
    return found


@cache
def _longer() -> dict[str, list[tuple[str, tuple[str, str], str]]]:
    """Return acts of two words under the first: field, (name, second word), level."""
    found: dict[str, list[tuple[str, tuple[str, str], str]]] = {}
    for row in table("acts"):
        for word in row["verbs"].split():
            parts = word.split("_")
            if len(parts) == 2:
                entry = (row["field"], (row["act"], parts[1]), row["level"])
                found.setdefault(parts[0], []).append(entry)
    return found
