"""Find what is told on somebody's word by a clause with "as": "As the Courier reported, ..."."""

from asreported.lexicon.load import words
from asreported.model.labels import ACTIVE_SUBJECTS, AGENT, PREPOSITION_OBJECT
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import may_be_subject

# Verbs by which the clause says that the sentence is somebody's: "as Roe feared" does not.
_TELLS = words("word_classes", kind="as_told")
# What the verb has where it tells of something of its own: "as Roe said that ...".
_OWN = frozenset({"ccomp", "dobj", "xcomp", "oprd"})


def find_teller(tree: Tree, verb: int) -> tuple[int, int] | None:
    """Return the token of who tells by ``verb``, and "as", None where it is no such clause.

    "It fell, as first reported by the Courier" has one too.
    """
    tokens = tree.tokens
    if tokens[verb].lemma.lower() not in _TELLS or any(
        tokens[child].dep in _OWN and tokens[child].text.lower() != "it"
        for child in tree.children[verb]
    ):
        return None
    first = tree.left[verb]
    if tokens[first].text.lower() != "as" or tokens[first].head != verb:
        return None
    opens = first == tree.sentence(verb)[0]
    if not opens and tokens[first - 1].text not in (",", "(", "–", "—"):
        return None
    by = tree.child(verb, AGENT)
    subject = tree.child(verb, ACTIVE_SUBJECTS)
    teller = subject if by is None else tree.child(by, PREPOSITION_OBJECT)
    if teller is None or not may_be_subject(tree, teller):
        return None
    return (teller, first) if tokens[verb].tag != "VBG" else None
