"""Read which acts words tell, by the table of acts: "kicked" is a kick, a kind of striking."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from asreported.lexicon.acts import Act, acts
from asreported.model.parse import Token

# "sends the forces home" is send_home: so many words may stand between the parts.
_REACH = 5


# Whether the word is a noun. Headlines in title case make proper nouns of all nouns.
_NOUNS = {"VERB": False, "AUX": False, "NOUN": True, "PROPN": True}


class PlacedAct(NamedTuple):
    """An act in place: its token's index, its field and name, and whether it is a specific one."""

    token: int
    field: str
    name: str
    specific: bool


def acts_in(tokens: Sequence[Token], first: int, last: int) -> Iterator[PlacedAct]:
    """Yield the acts among ``tokens[first:last]``, verbs and nouns, in order."""
    for index in range(first, last):
        token = tokens[index]
        lemma = token.lemma.casefold()
        if token.text.casefold() == "home" and _homeward(tokens, index):
            yield PlacedAct(index, "leave", "home", False)
            continue
        for second, act in _longer().get(lemma, ()):
            if any(t.text.casefold() == second for t in tokens[index + 1 : index + 1 + _REACH]):
                yield PlacedAct(index, act.field, act.name, act.specific)
                break
        else:
            if token.pos in _NOUNS and lemma in acts(_NOUNS[token.pos]):
                act = acts(_NOUNS[token.pos])[lemma][0]
                yield PlacedAct(index, act.field, act.name, act.specific)


def _homeward(tokens: Sequence[Token], index: int) -> bool:
    """Return whether "home" is where somebody goes: no article, no "at", nothing it belongs to."""
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
def _longer() -> dict[str, list[tuple[str, Act]]]:
    """Return the acts of two words under the first, each with the second."""
    found: dict[str, list[tuple[str, Act]]] = {}
    for joined, named in acts().items():
        parts = joined.split("_")
        if len(parts) == 2:
            found.setdefault(parts[0], []).extend((parts[1], act) for act in named)
    return found
