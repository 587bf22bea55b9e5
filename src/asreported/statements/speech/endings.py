"""Find where what is said ends, and the outlet or somebody else goes on in the sentence."""

from asreported.lexicon.load import words
from asreported.model.labels import ACTIVE_SUBJECTS, COMPLEMENT_CLAUSES, OBJECT, RELATIVE, SUBJECTS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.reporting import FINITE, SPEECH, verb_kinds
from asreported.statements.speech.subjects import own_subject

# What goes back to what was said, and what then tells of it.
_RETOLD = words("word_classes", kind="retold")
_ARTICLES = frozenset({"a", "an"})
_SETTING_OFF = frozenset({",", "–", "—", "-", "--"})
_TELLING_OF = frozenset({"relcl", "acl", "ccomp"})


def end_of_clause(tree: Tree, verb: int, clause: int, first: int) -> int:
    """Return where the clause that ``verb`` reports, and that starts at ``first``, ends.

    What goes on with it belongs to it; what tells of it, and who says otherwise, does not.
    """
    last = _with_next(tree, verb, clause, before_tag(tree, first, tree.right[clause]))
    return _without_comment(tree, max(first, verb), _without_rival(tree, verb, clause, last))


def _with_next(tree: Tree, verb: int, clause: int, last: int) -> int:
    """Return where what is said ends if the next clause that hangs on ``verb`` goes on with it.

    The parser cuts what is said in two before a mark: 'said that the vests he wore were "toys"'.
    """
    for child in tree.children[verb]:
        if child > clause > verb and tree.tokens[child].dep == "ccomp" and tree.left[child] == last:
            last = tree.right[child]
    return last


def before_tag(tree: Tree, first: int, last: int) -> int:
    """Return where the stretch ends without ", the agency reports" or ", according to ..."."""
    for index in range(last - 1, max(first, last - 16), -1):
        if tree.tokens[index].text.lower() == "according" and tree.tokens[index - 1].text == ",":
            return index - 1 if tree.right[index] >= last - 1 else last
    verb = last - 1
    while verb > first and tree.tokens[verb].text in (".", ",", "”", '"'):
        verb -= 1
    token = tree.tokens[verb]
    if token.tag not in FINITE or token.lemma.lower() not in verb_kinds():
        return last
    subject = own_subject(tree, verb)
    if subject is None or subject > verb or tree.right[subject] != verb:
        return last
    start = tree.left[subject]
    marks = tree.tokens[start - 1].text in (",", "”", '"') if start > first + 1 else False
    return start if marks else last


def _without_comment(tree: Tree, first: int, last: int) -> int:
    """Return where what is said ends without ", a claim that the union denies" at its close."""
    tokens = tree.tokens
    for noun in range(first + 2, last):
        start = tree.left[noun]
        goes_back = tokens[noun].lemma.lower() in _RETOLD and tokens[noun].tag == "NN"
        opens = start > first + 1 and tokens[start - 1].text in _SETTING_OFF
        if not (goes_back and opens and tokens[start].text.lower() in _ARTICLES):
            continue
        told_of = any(c > noun and tokens[c].dep in _TELLING_OF for c in tree.children[noun])
        if told_of and tokens[noun].dep not in SUBJECTS and tree.right[noun] >= last - 1:
            return start - 1
    return last


def _without_rival(tree: Tree, verb: int, clause: int, last: int) -> int:
    """Return where what is said ends without ", but the union told the Courier that ...".

    The parser joins to what one says who says otherwise.
    """
    tokens = tree.tokens
    for child in tree.children[clause]:
        before = tokens[max(child, 1) - 1]
        if tokens[child].dep == "cc" and tokens[child].text.lower() == "but" and before.text == ",":
            other = next((c for c in tree.children[clause] if c > child), None)
            if other is None or tokens[other].dep != "conj" or not verb < child < other < last:
                continue
            speaks = verb_kinds().get(tokens[other].lemma.lower(), "") in SPEECH
            subject = tree.child(other, ACTIVE_SUBJECTS)
            told = tree.child(other, COMPLEMENT_CLAUSES | OBJECT)
            finite = tokens[other].tag in FINITE
            if not (speaks and finite) or subject is None or told is None:
                continue
            # "but not until Roe admits it" is said with the rest.
            at_once = tree.left[subject] == child + 1
            return child - 1 if at_once and tokens[subject].pos != "PRON" else last
    return last


def without_aside(tree: Tree, first: int, last: int, judges: bool) -> int:
    """Return where the stretch ends without a closing ", which ..." or "the fire that killed ...".

    What is told of a thing known that one ``judges`` or claims is the outlet's own.
    """
    tokens = tree.tokens
    for index in range(first + 1, last):
        if tokens[index].text == "," and tokens[min(index + 1, last - 1)].tag in RELATIVE:
            return index
        closes = tokens[index].dep == "relcl" and tree.right[index] >= last
        if judges and closes and tree.left[index] > first and _is_known(tree, tokens[index].head):
            return tree.left[index]
    return last


def _is_known(tree: Tree, noun: int) -> bool:
    """Return whether "the" or "this" stands before a noun."""
    return any(tree.tokens[child].text.lower() in ("the", "this") for child in tree.children[noun])
