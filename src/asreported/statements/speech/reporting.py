"""The verbs and nouns that report what somebody says, by the kind of saying."""

from collections.abc import Mapping
from functools import cache

from asreported.lexicon.load import column

SPEECH = frozenset({"said", "claimed", "admitted", "boasted", "denied", "warned", "announced",
                     "promised", "criticized"})  # fmt: skip
"""Kinds of words spoken or written; the others tell of thoughts, wishes and signs."""
NAMING = frozenset({"call", "dub", "term", "label", "name"})
"""Verbs that put a name or a judgement on something: their words may be nobody's."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that have a subject."""


@cache
def verb_kinds() -> Mapping[str, str]:
    """Return the kind of each reporting verb's lemma."""
    return column("reporting_verbs", "kind", key="verb")


@cache
def noun_kinds() -> Mapping[str, str]:
    """Return the kind of each noun that may introduce what is said."""
    return column("reporting_nouns", "kind", key="noun")
