"""Tell which words need what stands around them: "this fact shows", "not only", "people know I".

Reads:   the parse of the account.
"""

from bisect import bisect_left
from collections.abc import Sequence

from asreported.lexicon.load import words
from asreported.lexicon.pronouns import pronouns
from asreported.model.labels import ADNOMINAL_CLAUSES, NOUN_SUBJECTS, NOUNS, PREDICATIVES, TIMES
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading

_WHOSE = pronouns("possessive", person="third")
_POINTING = frozenset({"this", "that", "these", "those"})
_NAMED_BEFORE = frozenset({"issue", "matter", "topic", "subject", "question", "problem"})
"""Nouns that with "the" and nothing behind them stand for what was told before."""
_TURNED = frozenset({"him", "her", "them", "it"})
"""Pronouns as objects: somebody other than who acts."""
_ACTING = frozenset({"i", "he", "she", "we", "they"})
"""Pronouns that act: as the last word of a clause one begins another."""
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_HERE = frozenset({"country", "nation", "state", "city", "town", "world", "administration"})
"""What everybody who speaks has one of: "this country" is understood."""
_NEEDED = frozenset({"ccomp", "xcomp"})
"""How a clause hangs on a verb that says too little without it: "can be seen talking"."""
_VAGUE = words("word_classes", kind="vague")
"""Nouns that tell little before it is told which: "by people / who were never elected"."""
_FEW = 10
"""Words of a clause that tells little beside what one of them stands for."""
_BEHIND = 8
"""Words behind the clause among which its next one is."""


def leans_on_others(reading: Reading, span: Span) -> bool:
    """Return whether a reader of the words alone has to ask whose, whom, which, or what more."""
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    within = range(first, bisect_left(tokens, (span.end,), first))
    opening = [tokens[at].text.lower() for at in within[:2]]
    if opening[0] in _WHOSE or opening == ["not", "only"]:
        return True
    return any(_points_away(at, within, tokens) for at in within) or _is_cut_off(within, tokens)


def is_cut_off(reading: Reading, span: Span) -> bool:
    """Return whether what a word needs follows right behind: "the law will let / the crews in"."""
    tokens = reading.parse.tokens
    first = bisect_left(tokens, (span.start,))
    within = range(first, bisect_left(tokens, (span.end,), first))
    return len(within) > 0 and _is_cut_off(within, tokens)


def _points_away(at: int, within: range, tokens: Sequence[Token]) -> bool:
    """Return whether the word stands for what only words around ``within`` name."""
    token, head = tokens[at], tokens[tokens[at].head]
    word = token.text.lower()
    nouns = [n for n in within if n < at and tokens[n].pos in NOUNS]
    if word in _POINTING and token.dep == "det":
        timed = {token.entity, head.entity} & TIMES
        named = any(tokens[n].lemma == head.lemma for n in nouns)
        told = any(
            tokens[n].dep in ADNOMINAL_CLAUSES and tokens[n].head == token.head for n in within
        )
        return not (timed or named or told or head.lemma.lower() in _HERE)
    if word == "the" and head.lemma.lower() in _NAMED_BEFORE and head.dep in _OBJECTS:
        # "He flew to Zell to discuss the matter with the mayor" tells something all the same.
        return token.head == within[-1] and len(within) <= _FEW
    if word in _POINTING and token.dep in _OBJECTS:
        return not nouns or at == within[-1]  # "No praise can change that."
    if word not in _TURNED or token.dep not in _OBJECTS:
        return False
    # Who acts is not whom he acts upon: "General Brandt cowed them".
    verb = tokens[token.head].head if token.dep == "pobj" else token.head
    if tokens[verb].dep in PREDICATIVES:
        verb = tokens[verb].head  # "The world is safer for it."
    acting = {n for n in nouns if tokens[n].dep in NOUN_SUBJECTS and tokens[n].head == verb}
    acting |= {head.head} if head.dep in ADNOMINAL_CLAUSES else set()
    return all(n in acting or tokens[n].head in acting for n in nouns)


def _is_cut_off(within: range, tokens: Sequence[Token]) -> bool:
    """Return whether what a word needs follows right behind: "can be seen / talking"."""
    if tokens[within[-1]].text.lower() in _ACTING:
        return True
    if _is_measured(within, tokens):
        return True
    for at in range(within.stop, min(within.stop + _BEHIND, len(tokens))):
        token = tokens[at]
        if not token.text[:1].isalnum():
            return False  # A mark parts it from what is told.
        if token.head in within:
            lone = tokens[token.head].lemma.lower() in _VAGUE and token.head == within[-1]
            compared = token.text.lower() == "than"
            return token.dep in _NEEDED or compared or (lone and token.dep in ADNOMINAL_CLAUSES)
    return False


def _is_measured(within: range, tokens: Sequence[Token]) -> bool:
    """Return whether "so" asks for what follows: "so angry at it / they left"."""
    behind = tokens[within.stop] if within.stop < len(tokens) else None
    if behind is None or not behind.text[:1].isalnum():
        return False
    so = (tokens[n] for n in within if tokens[n].text.lower() == "so" and tokens[n].dep == "advmod")
    return any(token.head in within and tokens[token.head].start > token.start for token in so)
