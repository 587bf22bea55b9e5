"""Know which acts words name: "kicked" is a kick, a kind of striking."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from asreported.lexicon.load import table


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """What a word says is done: ``name`` groups synonyms, ``field`` acts of one kind.

    ``specific`` acts exclude each other as descriptions of one deed ("punch", "slap"); a generic
    one ("hit") goes with any of its field.
    """

    name: str
    field: str
    specific: bool


@cache
def acts(nouns: bool = False) -> dict[str, tuple[Act, ...]]:
    """Return the acts that each verb, adjective or joined phrase ("black_out") may name.

    With ``nouns``, those that each noun names: "back" is an act as a verb only.
    """
    found: dict[str, list[Act]] = defaultdict(list)
    for row in table("acts"):
        act = Act(row["act"], row["field"], row["level"] == "specific")
        for word in (row["nouns"] if nouns else row["verbs"]).split():
            # A dash stands for no word.
            if word != "-" and act not in found[word]:
                found[word].append(act)
    return {word: tuple(named) for word, named in found.items()}
