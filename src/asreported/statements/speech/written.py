"""Find whose words a sign bears ("signs reading “No”"), or a noun names: "Roe's words “No”".

So does one that tells of words: "Roe's description of it as “a mess”".
"""

import re
from bisect import bisect_left

from asreported.lexicon.load import words
from asreported.model.labels import OBJECT, POSSESSOR, VERBS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.reporting import noun_kinds, verb_kinds
from asreported.statements.speech.scene import Beside, Scene
from asreported.statements.speech.subjects import subject_of

_BEARS = frozenset({"reading", "saying", "proclaiming", "declaring", "demanding"})
_UTTERED = frozenset({"word", "cry", "plea", "chant", "motto", "refrain"})
_SIGNS = words("word_classes", kind="sign")
# Kinds of nouns that tell of words spoken, not of a thought or of a side taken.
_SPOKEN = frozenset({"said", "claimed", "boasted", "admitted", "asked"})
# What such a noun leads to its words by, and how many words stand before them at most.
_ABOUT = frozenset({"about", "for", "on", "regarding"})
_SHORT, _LONG = 6, 12
_SOME = frozenset({"some", "many", "others", "several", "most"})
_LEAD = frozenset({",", ":"})
# What stands between two inscriptions of one sentence.
_AND = re.compile(r",?\s*(?:and|or)?\s*")


def find_written(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return who holds the sign that bears the words, else the sign itself; whose words they are.

    The paper that tells of it is no mouth of theirs.
    """
    tree, tokens = scene.tree, scene.tree.tokens
    at = tree.at(_first_mark(scene, quotation) - 1)
    while at > 0 and tokens[at].text in _LEAD:
        at -= 1
    if at > 0 and tokens[at].lemma.lower() in _UTTERED:
        return _owned(tree, at)
    if at < 1 or tokens[at].text.lower() not in _BEARS or tokens[at].dep != "acl":
        return _told_of(scene, quotation)
    sign = tokens[at].head
    if sign >= at or tokens[sign].lemma.lower() not in _SIGNS:
        return None
    return Beside(at, _holder(tree, sign), "the sign that bears the words")


def _owned(tree: Tree, noun: int) -> Beside | None:
    """Return whose words a quotation gives: "Roe, whose dying words “...” became a cry"."""
    owner = tree.child(noun, POSSESSOR)
    if owner is not None and tree.tokens[owner].tag == "WP$":
        comma = tree.tokens[owner - 1].text == "," if owner > 1 else False
        owner = owner - 2 if comma else None
    named = owner is not None and tree.tokens[owner].entity in ("PERSON", "ORG")
    return Beside(noun, owner, "the words that are called somebody's") if named else None


def _told_of(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the owner of a noun of words that leads to the quotation in its own phrase."""
    tree, tokens = scene.tree, scene.tree.tokens
    at = tree.at(quotation.outer[0] - 1)
    low, _ = tree.sentence(max(at, 0))
    for index in range(at, max(low - 1, at - _LONG), -1):
        if scene.inside[index] >= 0 or tokens[index].text in (",", ";"):
            return None
        if noun_kinds().get(tokens[index].lemma.lower()) not in _SPOKEN or index == low:
            continue
        owner = tree.child(index, POSSESSOR)
        if owner is None or tokens[index].pos != "NOUN" or not _leads(tree, index, at):
            continue
        return Beside(index, owner, "the owner of the words before the mark")
    return None


def _leads(tree: Tree, noun: int, last: int) -> bool:
    """Return whether what stands behind ``noun``, to ``last``, tells that its words follow.

    "Roe's remark about a “mess”", "her description of it as “a mess”", "his claim that it was “a
    mess”"; not "her answer to questions was “firm”".
    """
    between = tree.tokens[noun + 1 : last + 1]
    lead = between[0].text.lower() if between else ""
    if lead == ":":
        return len(between) == 1
    if tree.right[noun] <= last + 1:
        return False  # "Roe's claim that it fell was “a lie”"
    if lead == "that":
        return True
    if tree.tokens[tree.tokens[noun].head].lemma.lower() in verb_kinds():
        return False  # "Doe called Roe's remark about fees “a mess”"
    verbal = any(word.pos in VERBS for word in between)
    if lead == "of":
        return not verbal and any(word.text.lower() == "as" for word in between[-3:])
    return lead in _ABOUT and not verbal and len(between) <= _SHORT


def _first_mark(scene: Scene, quotation: Quotation) -> int:
    """Return where the first of the quotations opens that stand side by side with this one."""
    start = quotation.outer[0]
    place = bisect_left(scene.quotations, start, key=lambda one: one.outer[0])
    while place and _AND.fullmatch(scene.text, scene.quotations[place - 1].outer[1], start):
        place -= 1
        start = scene.quotations[place].outer[0]
    return start


def _holder(tree: Tree, sign: int) -> int:
    """Return who acts upon the sign: "Protesters held signs reading ..."."""
    first = tree.left[sign]
    if tree.tokens[first].text.lower() in _SOME and tree.tokens[sign - 1].tag == "VBN":
        return first  # "Some carried signs": no signs that were carried
    verb = tree.tokens[sign].head
    held = tree.tokens[sign].dep in OBJECT and tree.tokens[verb].pos == "VERB"
    holder = subject_of(tree, verb) if held else None
    return sign if holder is None else holder
