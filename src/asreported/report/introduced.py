"""Find the words with which an account introduces a person: his name with his office beside it."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from asreported.language.folding import fold
from asreported.lexicon.load import table, words
from asreported.lexicon.names import titles
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading

_BEFORE = frozenset({"compound", "amod", "nmod", "poss", "case", "nummod"})
"""How words in front of a name hang together with it: "the Zell Board's deputy head Ada Roe"."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})
_ENDS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', ".", "—", "–", "who", "whose"})
"""What ends the words behind a name that say who bears it."""
_LONGEST = 16
"""Words on either side of a name: what is longer tells a story of him."""


def introduce(reading: Reading, name: Span) -> Span | None:
    """Return the name with the office in front of it or behind it, None where neither is there.

    "Zell mayor Ada Roe", "Ada Roe, mayor of Zell and poet"; of "the clerk Ada Roe, who left" and of
    those whose office is to speak of the news nothing.
    """
    tokens = reading.parse.tokens
    held = bisect_left(tokens, (name.start,))
    behind = bisect_left(tokens, (name.end,), held)
    if held == behind:
        return None
    first, last = _begin(tokens, held), _end(tokens, behind - 1)
    around = (*tokens[first:held], *tokens[behind : last + 1])
    if not any(map(_is_office, around)):
        return None
    if len(around) == 1 and around[0].text.islower():
        return None  # Whose "spokesman Odo Fell" is stands elsewhere.
    if any(fold(token.lemma) in _press() for token in around):
        return None
    span = Span(name.document, tokens[first].start, tokens[last].end)
    return None if "\n" in reading.document.quote(span) else span


def _begin(tokens: Sequence[Token], first: int) -> int:
    """Return where the words in front of the name begin that belong to it."""
    at = first
    while at > 0 and first - at < _LONGEST:
        before = tokens[at - 1]
        glued = "-" in (before.text, tokens[at].text) and before.end == tokens[at].start
        # "Five-time winner Odo Fell" has "five" and "-" before "time".
        if not glued and (before.dep not in _BEFORE or before.pos not in _NOMINAL):
            break
        at -= 1
    return at


def _end(tokens: Sequence[Token], last: int) -> int:
    """Return where the words behind the name end that say who he is, ``last`` for none."""
    if last + 2 >= len(tokens) or tokens[last + 1].text != ",":
        return last
    at = last + 2
    if tokens[at].pos not in ("DET", "NOUN", "PROPN", "ADJ") or tokens[at].dep == "nsubj":
        return last
    while at < len(tokens) and at - last < _LONGEST and tokens[at].text.lower() not in _ENDS:
        if tokens[at].pos in ("VERB", "AUX", "PRON") and tokens[at].tag != "PRP$":
            return last
        at += 1
    ended = at < len(tokens) and tokens[at].text.lower() in _ENDS
    return at - 1 if ended else last


def _is_office(token: Token) -> bool:
    word = fold(token.lemma)
    return word in titles() or word in _offices() or fold(token.text) in titles()


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("speaker_nouns") if row["kind"] == "person")


@cache
def _press() -> frozenset[str]:
    """Return nouns for who speaks of news for a living: his word is no news."""
    return words("word_classes", kind="press")
