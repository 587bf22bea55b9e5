"""What a unit holds that can be compared: words, figures, days, roles, the voice.

Reads:   `Unit`.
Gives:   `Profile`, computed once a unit, and how rare each word is among the story's units.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from asreported.alignment.units import Unit
from asreported.lexicon.load import words
from asreported.model.statement import Filler, Quantity

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})


@dataclass(frozen=True, slots=True)
class Profile:
    """The comparable content of one unit.

    ``content`` are the lemmas that carry content, lower case and without accents; ``names`` those
    among them that are parts of names. ``agent``, ``act`` and ``patient`` are heads, "" where the
    clause has none. ``speaker`` is the last name of who is said to say it, "" in the outlet's own
    voice; ``quoted`` whether it stands between quotation marks.
    """

    content: frozenset[str]
    names: frozenset[str]
    numbers: tuple[Quantity, ...]
    days: frozenset[str]
    negated: bool
    agent: str
    act: str
    patient: str
    scope: frozenset[str]
    phase: str
    modality: str
    speaker: str
    quoted: bool
    region: str
    length: int


def profile_units(units: Sequence[Unit]) -> tuple[Profile, ...]:
    """Return a profile for each unit, in order."""
    return tuple(_profile(unit) for unit in units)


def rarity(profiles: Sequence[Profile]) -> Mapping[str, float]:
    """Return the inverse document frequency of each content word, at least 1 for any."""
    found = Counter(word for profile in profiles for word in profile.content)
    return {word: math.log((1 + len(profiles)) / (1 + n)) + 1 for word, n in found.items()}


def fold(word: str) -> str:
    """Return the word in lower case, without accents and without quotation marks."""
    plain = word if word.isascii() else anyascii(word)
    return plain.casefold().strip("'\"`.")


def _profile(unit: Unit) -> Profile:
    slots = unit.clause.slots
    hollow = words("hollow_words")
    content, names = set(), set()
    negated = slots.negated
    for token in unit.tokens:
        negated = negated or token.dep == "neg"
        if token.pos not in _CONTENT:
            continue
        lemma = fold(token.text if token.pos == "PROPN" else token.lemma)
        if len(lemma) < 2 or lemma in hollow:
            continue
        content.add(lemma)
        if token.pos == "PROPN":
            names.add(lemma)
    voice = unit.voice
    return Profile(
        frozenset(content),
        frozenset(names),
        tuple(q for q in unit.quantities if q.kind not in ("ordinal", "clock")),
        frozenset(date.iso[:10] for date in unit.dates),
        negated,
        _head(slots.agent),
        _head(slots.predicate),
        _head(slots.patient),
        frozenset(fold(filler.head) for filler in slots.scope),
        slots.phase,
        slots.modality,
        speaker_key(voice.speaker.name) if voice is not None and voice.speaker else "",
        voice is not None and voice.kind == "quote",
        unit.clause.region,
        len(unit.tokens),
    )


def speaker_key(name: str) -> str:
    """Return what two renderings of one speaker's name share: the last word, folded."""
    parts = [fold(part) for part in name.split()]
    return parts[-1] if parts else ""


def _head(filler: Filler | None) -> str:
    return fold(filler.head) if filler is not None else ""
