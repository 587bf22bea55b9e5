"""Say of a number of people whether they were on board or made a crowd, or how many there may be.

"Carrying 150 passengers", "with 150 people aboard"; "licensed to carry 80", "room for 80"; "500
supporters gathered", "a crowd of 200".
"""

import re

from asreported.alignment.accounts.grammar import Grammar
from asreported.lexicon.load import words
from asreported.model.labels import NOUN_SUBJECTS

ABOARD = "aboard"
"""What befell those who were in a ship, a train, a bus or an aircraft."""
CAPACITY = "capacity"
"""What is counted where it is said how many a thing can hold."""

CROWD = "crowd"
"""What made a crowd of those who are counted: they gathered, marched, waited outside."""

ALL = "all"
"""What is counted where some of the counted are told of: "two of its nine carriages"."""

_HOLDS = frozenset({"carry", "hold", "seat", "accommodate", "take", "fit", "transport", "house"})
_MAY = words("word_classes", kind="permit")
_CAN = frozenset({"can", "could", "may", "might", "should"})
_ROOMS = frozenset({"room", "capacity", "space", "seat", "limit", "maximum", "berth"})
_CLIMB = 5  # Words from a number up to what may hold so many.
_ON_BOARD = re.compile(r"[^.,;!?]{0,30}?\b(?:on ?board|aboard)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|carrying|carried) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_WAY = 30  # Characters before a number.
_PASSENGERS = frozenset({"passenger"})
_PEOPLE = frozenset({"", "person", "child", "soldier", "migrant", "pupil", "protester", "fan"})
_GATHERS = frozenset(
    {"gather", "rally", "march", "protest", "demonstrate", "assemble", "converge", "throng"}
    | {"flock", "congregate", "turn", "attend", "wait"}
)
_CROWDS = frozenset({"crowd", "mob", "throng", "rally", "march", "demonstration", "turnout"})
_FILLS = frozenset({"fill", "pack", "jam", "crowd", "throng", "flood", "line"})
_FILLED = frozenset({"street", "square", "plaza", "park", "avenue", "road", "route", "boulevard"})
_DRAWS = frozenset({"draw", "attract", "bring"})
_GATHERINGS = _CROWDS | {"vigil", "protest", "parade", "procession", "memorial", "event"}
_PUTS = frozenset({"put", "estimate", "place"})


def headcount(grammar: Grammar, at: int, noun: int | None, kind: str) -> str:
    """Return `CAPACITY`, `ALL`, `ABOARD`, `CROWD` or "": for a number that counts ``noun``."""
    if _is_capacity(grammar, at):
        return CAPACITY
    if noun is not None and _is_all(grammar, at, noun):
        return ALL
    if kind not in _PEOPLE:
        return ""
    text = grammar.reading.document.text
    last = grammar.tokens[at if noun is None else max(at, noun)]
    start = grammar.tokens[at].start
    named = noun is not None and grammar.lemma(noun) in _PASSENGERS
    carried = (named or kind == "person") and _WITH.search(text[max(0, start - _WAY) : start])
    if _ON_BOARD.match(text, last.end) or (named and carried):
        return ABOARD
    return CROWD if _is_crowd(grammar, at, noun) else ""


def _is_all(grammar: Grammar, at: int, noun: int) -> bool:
    """Return whether the clause tells of some of the counted: "the third of its nine coaches"."""
    tokens = grammar.tokens
    of = tokens[noun].head
    if tokens[at].head != noun or tokens[noun].dep != "pobj" or grammar.lemma(of) != "of":
        return False
    known = any(tokens[c].dep in {"poss", "det"} for c in grammar.children[noun])
    some = tokens[of].head
    ordinal = grammar.lemma(some) in words("number_words", role="ordinal")
    return known and (tokens[some].pos == "NUM" or tokens[some].tag == "CD" or ordinal)


def _is_crowd(grammar: Grammar, at: int, noun: int | None) -> bool:
    """Return whether they gathered: "500 people marched", "a crowd of 500"."""
    tokens = grammar.tokens
    head = at if noun is None else noun
    for _ in range(_CLIMB):
        above = tokens[head].head
        if above == head:
            return False
        if tokens[head].dep in NOUN_SUBJECTS:
            return grammar.lemma(above) in _GATHERS or _fills(grammar, above)
        if tokens[head].dep == "dobj":
            if grammar.lemma(above) == "count":
                return any(grammar.lemma(n) in _FILLED for n in _around(grammar, above, head))
            host = grammar.subject(above) if grammar.lemma(above) in _DRAWS else None
            return host is not None and grammar.lemma(host) in _GATHERINGS
        if tokens[head].dep == "pobj" and grammar.lemma(above) == "of":
            return grammar.lemma(tokens[above].head) in _CROWDS
        if tokens[head].dep == "pobj" and grammar.lemma(above) == "at":
            # "Organisers put the crowd at 8,000."
            verb = tokens[above].head
            what = grammar.patient(verb) if grammar.lemma(verb) in _PUTS else None
            return what is not None and grammar.lemma(what) in _CROWDS
        if tokens[head].dep not in {"nummod", "quantmod", "compound", "amod", "nmod", "pobj"}:
            return False
        head = above
    return False


def _around(grammar: Grammar, verb: int, noun: int) -> list[int]:
    """Return the nouns of the phrases of a verb and of its object."""
    return [each for at in (verb, noun) for _, each in grammar.fillers(at)]


def _fills(grammar: Grammar, verb: int) -> bool:
    """Return whether the verb tells that its subject fills a place: "filled the Old Square"."""
    if grammar.lemma(verb) in {"take", "pour", "spill"}:
        return any(grammar.lemma(noun) in _FILLED for _, noun in grammar.fillers(verb))
    where = grammar.patient(verb) if grammar.lemma(verb) in _FILLS else None
    named = where is not None and grammar.tokens[where].pos == "PROPN"
    return where is not None and (named or grammar.lemma(where) in _FILLED)


def _is_capacity(grammar: Grammar, at: int) -> bool:
    """Return whether the number says how many a thing can hold."""
    tokens = grammar.tokens
    above = at
    for _ in range(_CLIMB):
        if grammar.lemma(above) in _ROOMS and above < at:
            return True
        if grammar.lemma(above) in _HOLDS and tokens[above].pos == "VERB":
            return may_hold(grammar, above)
        if tokens[above].head == above:
            return False
        above = tokens[above].head
    return False


def may_hold(grammar: Grammar, verb: int) -> bool:
    """Return whether the verb tells what a thing can hold: "can carry", "built to carry"."""
    tokens = grammar.tokens
    if grammar.lemma(verb) not in _HOLDS:
        return False
    if any(grammar.lemma(child) in _CAN for child in grammar.children[verb]):
        return True
    to = any(tokens[child].text.lower() == "to" for child in grammar.children[verb])
    return to and grammar.lemma(tokens[verb].head) in _MAY
