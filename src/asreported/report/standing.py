"""Tell which clauses a reader understands by themselves, as a line of a front page.

"To vote for the bill", "where the two will meet" and "even if it rains" are facts inside their
sentence, and no line for a front page.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import IntEnum

from asreported.lexicon.denials import denies
from asreported.lexicon.load import words
from asreported.model.labels import ASKING, AUXILIARIES, FINITE
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Clause, Filler, Reading
from asreported.report.pointing import leans_on_others

_POINTERS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those"}
    | {"who", "which", "what", "there", "one", "other", "both", "another"}
)
"""Heads of subjects that point outside the excerpt."""
_TO_A_HEARER = words("word_classes", kind="hearer")
"""Verbs of speaking whose object is who hears it, and not what is said."""
_WANTING = words("word_classes", kind="wanting")
"""Verbs that say nothing without what follows: "the address comes", "the fine represents"."""
_SHOWN = re.compile(r", (?:(?:second|third|far) (?:from )?)?(?:left|right|cent(?:er|re)),")
"""Where in a picture somebody stands: "Ann Reyes, left, walks with"."""
_MARKS = 3
"""Characters that may stand before the words that open a sentence."""
_WITHIN = frozenset({"advcl", "relcl", "acl", "xcomp", "pcomp", "csubj", "csubjpass"})
"""How a clause hangs on another that does not assert it or that it cannot be read without."""
_CLAIMS = words("word_classes", kind="maybe")
"""Nouns of what may be so: what follows them nobody asserts."""
_SHARING = frozenset({"conj", "acomp", "attr"})
"""How a predicate hangs on the verb that is finite for it: "has gone and come", "is absurd"."""
_CONDITIONS = words("modality", kind="conjunction") | {"until"}
_ASKING_FOR = words("word_classes", kind="asking_for")
"""Verbs of what somebody is to do: "they demand / the crews face a judge"."""
_SUPPOSING = words("word_classes", kind="supposing")
"""Verbs of what is only imagined."""
_BARE = frozenset({"VB", "VBP"})
"""Tags of verbs without an ending, which may be what is asked for."""


class Standing(IntEnum):
    """How a clause stands when it is cut out of its sentence.

    "The gates held, as the crews were working all night" has a clause that says by itself who does
    what, and one told in passing. ``OPEN`` is what names nobody or nothing, and what its sentence
    leaves open: a condition, a question, a purpose.
    """

    OPEN = 0
    IN_PASSING = 1
    ALONE = 2


def standing(reading: Reading, clause: Clause) -> Standing:
    """Return how the clause stands when it is shown without its sentence."""
    predicate = clause.slots.predicate
    if predicate is None or not _names_both(clause, predicate):
        return Standing.OPEN
    if clause.slots.negated and not any(map(denies, reading.tokens_in(clause.span))):
        # Of "does not allege that he sold" the clause alone says the opposite.
        return Standing.OPEN
    if _is_claimed(reading, clause.span):
        # "Allegations that he sold it" are what is told, and not that he did.
        return Standing.OPEN
    if _is_asked(reading, clause):
        return Standing.OPEN
    if clause.region == "headline":
        # Headlines are parsed badly; what opens one is what it says.
        opens = clause.span.start - clause.sentence.start <= _MARKS
        return Standing.ALONE if opens else Standing.IN_PASSING
    # "The papers of the yard show" may have been cut before what they show, and whose yard "his
    # yard" is stands elsewhere.
    ends = predicate.span.end == clause.span.end and not clause.slots.passive
    shown = _SHOWN.search(reading.document.quote(clause.span))
    if shown or leans_on_others(reading, clause.span):
        return Standing.OPEN
    told = _asserted(reading, clause, predicate)
    pictured = clause.region == "caption"
    return min(told, Standing.IN_PASSING) if ends or pictured else told


def _is_asked(reading: Reading, clause: Clause) -> bool:
    """Return whether the words are what is asked or known: "how long the gates had been shut"."""
    opening = next(iter(reading.tokens_in(clause.span)), None)
    return opening is not None and opening.tag == "WRB" and clause.region != "headline"


def _is_claimed(reading: Reading, span: Span) -> bool:
    """Return whether the words in front speak of a claim, a fear, a chance that it is so."""
    tokens = reading.parse.tokens
    at = bisect_left(tokens, (span.start,)) - 1
    if at > 0 and tokens[at].text.lower() == "that":
        at -= 1
    return at >= 0 and tokens[at].pos == "NOUN" and tokens[at].lemma.lower() in _CLAIMS


def _names_both(clause: Clause, predicate: Filler) -> bool:
    """Return whether the clause names of whom it tells, and then what."""
    told_of = clause.slots.agent
    if told_of is None or told_of.span.start > predicate.span.start:
        # "Seven were killed" says of whom; "named by the chief as its head" does not.
        told_of = clause.slots.patient or told_of
    if told_of is None:
        return False
    headed = clause.span.covers(told_of.span) and told_of.span.start < predicate.span.start
    # "The chief told reporters at the gate" says that he spoke, and not what; "the firm added
    # 200 jobs" and "the court ordered a new trial" say what.
    spoken = None if predicate.head in _TO_A_HEARER else clause.slots.patient
    only_speaks = spoken is None and predicate.head in words("reporting_verbs", "verb")
    wanting = predicate.head in _WANTING and predicate.span.end == clause.span.end
    said = not only_speaks and (clause.slots.passive or not wanting)
    return headed and told_of.head not in _POINTERS and said


def _asserted(reading: Reading, clause: Clause, predicate: Filler) -> Standing:
    """Return how far the sentence asserts the clause."""
    tokens = reading.parse.tokens
    at = _token_at(tokens, predicate.span)
    if at is None:
        return Standing.ALONE
    while _is_meant(tokens, at, clause):
        at = tokens[at].head
    heads = {at}
    while tokens[at].dep in _SHARING and tokens[at].head not in heads:
        at = tokens[at].head
        heads.add(at)
    under = [t for t in reading.tokens_in(clause.sentence) if t.head in heads]
    if any(_leaves_open(t) and t.start < tokens[t.head].start for t in under):
        return Standing.OPEN
    above = _beside(reading, tokens[at].head, clause) if tokens[at].dep == "ccomp" else ()
    if any(denies(token, bare=True) for token in above):
        # What "he did not establish" is asserted by nobody.
        return Standing.OPEN
    if tokens[at].dep == "ccomp" and (
        _is_aim(tokens, tokens[at].head) or _is_asked_for(tokens[at], tokens[tokens[at].head])
    ):
        return Standing.OPEN
    # "The town waiting for help", "the name given to it" tell who is meant; with a subject of its
    # own "sank" is no participle, whatever its tag.
    helped = any(t.tag in FINITE and t.dep in AUXILIARIES for t in under)
    did = tokens[at].tag == "VBN" and any(t.dep == "nsubj" for t in under)
    # "They demand that chiefs be heard" asserts nothing of them, whatever its tag.
    finite = tokens[at].tag in FINITE and tokens[at].text.lower() != "be"
    if not (helped or did or finite):
        return Standing.OPEN
    return Standing.IN_PASSING if tokens[at].dep in _WITHIN else Standing.ALONE


def _is_aim(tokens: tuple[Token, ...], at: int) -> bool:
    """Return whether the verb is what somebody is to do: "to ensure / that the gates are shut"."""
    verb = tokens[at]
    speaks = verb.lemma.lower() in words("reporting_verbs", "verb")
    return verb.tag == "VB" and not speaks and any(t.tag == "TO" and t.head == at for t in tokens)


def _is_asked_for(token: Token, above: Token) -> bool:
    """Return whether a verb is what the one above it asks for, or only imagines."""
    lemma = above.lemma.lower()
    asked = lemma in _ASKING_FOR and token.tag in _BARE and token.lemma.lower() != "be"
    return asked or lemma in _SUPPOSING


def _is_meant(tokens: tuple[Token, ...], at: int, clause: Clause) -> bool:
    """Return whether the clause has the verb that says how the deed stands: "intends to meet"."""
    verb = tokens[tokens[at].head]
    within = clause.span.start <= verb.start < tokens[at].start
    return tokens[at].dep == "xcomp" and verb.pos == "VERB" and within


def _beside(reading: Reading, verb: int, clause: Clause) -> Iterator[Token]:
    """Yield the words right under a verb outside the clause."""
    for token in reading.tokens_in(clause.sentence):
        if token.head == verb and not clause.span.start <= token.start < clause.span.end:
            yield token


def _leaves_open(token: Token) -> bool:
    return token.tag in ASKING or token.tag == "TO" or token.lemma.lower() in _CONDITIONS


def _token_at(tokens: tuple[Token, ...], span: Span) -> int | None:
    at = bisect_left(tokens, span.start, key=lambda token: token.start)
    return at if at < len(tokens) and tokens[at].start < span.end else None
