"""Tell the words that deny."""

from functools import cache

from asreported.lexicon.load import words
from asreported.model.parse import Token

# "Not", "never" and "no": they deny what they stand at, whatever it is.
_BARE = ("adverb", "determiner")
# "Failed to", "unable", "kept from", "nobody", "without" deny what hangs on them, "say" and "think"
# (kind "raising") only hand a denial down.
_ALL = (*_BARE, "adjective", "conjunction", "preposition", "preventing", "pronoun", "verb")


def denies(token: Token, bare: bool = False) -> bool:
    """Return whether a word denies something; ``bare`` asks for one that does nothing else."""
    text = token.text.lower().replace("’", "'")
    denials = _denials(_BARE if bare else _ALL)
    return token.dep == "neg" or text in denials or (not bare and token.lemma.lower() in denials)


@cache
def _denials(kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(words("negation", kind=kind) for kind in kinds))
