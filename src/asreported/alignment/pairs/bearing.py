"""Tell which units bear a point, and how well each can be read without what is around it."""

from bisect import bisect_left
from enum import IntEnum
from functools import cache

from asreported.alignment.pairs.profile import Profile
from asreported.alignment.pairs.units import Unit
from asreported.lexicon.load import words
from asreported.model.labels import ASKING, FINITE, VERBS

# "it did so", "they said": with fewer words that carry content, figures among them, a clause says
# nothing by itself.
_LEAST_CONTENT = 2
_FIRST_SECOND = frozenset({"i", "we", "you"})
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX", "DT"})
_CUT_SHORT = frozenset({"IN", "CC", "DT", "TO", "POS", "PRP$", "WDT", "WP"})
_ASIDE = 40
"""Characters of a sentence that show whether it is an aside."""
_OBJECTS = frozenset({"dobj", "attr", "oprd", "ccomp", "npadvmod"})
_BEHIND = 6  # Tokens behind a clause in which the object of its last verb may stand.
_MARKS = frozenset('"“”«»')
# Words of a label: fewer are a scrap, more are a paragraph.
_LABEL_WORDS = (6, 30)


class Bearing(IntEnum):
    """How far a unit asserts something that other accounts could assert too.

    A scrap says something only where another account says it much alike: a few words, what is left
    of "X said" when its content is taken out, what is so on a condition. A question says nothing,
    nor does a bare condition, what "I" or "you" do in nobody's mouth or are told to do ("Meet the
    candidates"), or what the page says of itself.
    """

    NOTHING = 0
    SCRAP = 1
    STATEMENT = 2


def bearing(unit: Unit, profile: Profile) -> Bearing:
    """Return how far the unit asserts something that other accounts could assert too."""
    text, span = unit.reading.document.text, unit.clause.sentence
    if text[span.start : span.end].rstrip("\"'”’»)] ").endswith("?"):
        return Bearing.NOTHING
    if unit.tokens[0].text.casefold() in words("modality", kind="conjunction"):
        return Bearing.SCRAP if _goes_on(unit) else Bearing.NOTHING
    if unit.voice is None and _speaks_of_itself(text[span.start : span.start + _ASIDE]):
        return Bearing.NOTHING
    if unit.voice is None and (profile.agent in _FIRST_SECOND or _is_bidding(unit)):
        return Bearing.NOTHING
    if _only_says(unit, profile) or _lacks_object(unit):
        return Bearing.SCRAP
    carried = len(profile.weights) + len(profile.numbers)
    if carried >= _LEAST_CONTENT:
        return Bearing.STATEMENT
    return Bearing.SCRAP if carried else Bearing.NOTHING


def _goes_on(unit: Unit) -> bool:
    """Return whether the clause goes on with what is so then: "If we erred, we will say so"."""
    tokens, span = unit.reading.parse.tokens, unit.clause.span
    verb = tokens[unit.tokens[0].head]
    above = tokens[verb.head]
    if verb.dep != "advcl" or above.pos not in VERBS:
        return False
    # "Whether they can is unclear" tells nothing that is so.
    conditional = words("modality", kind="conjunction", modality="conditional")
    return unit.tokens[0].text.casefold() in conditional and span.start <= above.start < span.end


def _speaks_of_itself(sentence: str) -> bool:
    """Return whether the page speaks of itself: "Following are highlights of the speech"."""
    opening = sentence.casefold().replace("’", "'")
    return opening.startswith(_pointers())


@cache
def _pointers() -> tuple[str, ...]:
    return tuple(sorted(words("pointers", "opening")))


def _is_bidding(unit: Unit) -> bool:
    """Return whether the clause tells the reader what to do: it is a sentence that opens so.

    A quotation mark tells of somebody who said it to others: '"Leave the country," they chanted.'
    """
    clause, text = unit.clause, unit.reading.document.text
    opens = clause.span.start == clause.sentence.start and unit.tokens[0].tag == "VB"
    said = not _MARKS.isdisjoint(text[clause.sentence.start : clause.sentence.end])
    return opens and not said and clause.region != "headline"


def _lacks_object(unit: Unit) -> bool:
    """Return whether the clause ends with a verb whose object stands behind it: "was carrying"."""
    last = unit.tokens[-1]
    if last.pos != "VERB":
        return False
    tokens = unit.reading.parse.tokens
    at = bisect_left(tokens, last.start, key=lambda token: token.start)
    behind = tokens[at + 1 : at + 1 + _BEHIND]
    return any(token.head == at and token.dep in _OBJECTS for token in behind)


def _only_says(unit: Unit, profile: Profile) -> bool:
    """Return whether the clause tells nothing but that somebody says what stands elsewhere.

    "In a surprise visit, she told the crew" tells of a visit and of the crew as well.
    """
    return len(profile.bare) < _LEAST_CONTENT and tells_of_speech(unit)


def tells_of_speech(unit: Unit) -> bool:
    """Return whether the clause only brings in what somebody says in other clauses."""
    predicate, span = unit.clause.slots.predicate, unit.clause.span
    if unit.voice is not None or predicate is None:
        return False
    return any(
        statement.cue is not None
        and statement.cue.shared(predicate.span) > 0
        and not any(span.covers(part) for part in statement.content)
        for statement in unit.reading.statements
        if statement.kind != "own"
    )


def completeness(unit: Unit) -> int:
    """Return 0 to 5: how well the clause can be read without what is around it."""
    agent = unit.clause.slots.agent or unit.clause.slots.patient
    own = agent is not None and unit.clause.span.covers(agent.span)
    head = [
        t for t in unit.tokens if own and agent and agent.span.start <= t.start < agent.span.end
    ]
    named = bool(head) and any(token.tag not in _PRONOUNS for token in head)
    finite = any(token.tag in FINITE for token in unit.tokens)
    first = unit.tokens[0]
    opens = first.tag not in ASKING | {"TO", "IN"} or first.text[0].isupper()
    fits = _LABEL_WORDS[0] <= len(unit.tokens) <= _LABEL_WORDS[1]
    article = unit.clause.region != "headline"
    broken = unit.tokens[-1].tag in _CUT_SHORT
    return max(0, 2 * (own and named) + finite * own + opens + fits * article - 2 * broken)
