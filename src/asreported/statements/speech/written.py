"""Find whose words a sign bears ("signs reading “No”"), or a noun names: "Roe's words “No”"."""

import re
from bisect import bisect_left

from asreported.lexicon.load import words
from asreported.model.labels import OBJECT, POSSESSOR
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.scene import Beside, Scene
from asreported.statements.speech.subjects import subject_of

_BEARS = frozenset({"reading", "saying", "proclaiming", "declaring", "demanding"})
_UTTERED = frozenset({"word", "cry", "plea", "chant", "motto", "refrain"})
_SIGNS = words("word_classes", kind="sign")
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
        return None
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
