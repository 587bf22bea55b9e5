"""Find who calls a thing what stands between marks, where the parser loses who does."""

from asreported.model.labels import NOMINALS, VERBS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.reporting import NAMING
from asreported.statements.speech.scene import Beside, Scene

# Within how many words before a mark stands the verb of a judgement, and what may open its clause.
_JUDGED = 7
_OPENS = frozenset({",", "”", '"', "and", "but", "that"})


def find_judged(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return the verb by which somebody judges what stands before the mark, and who does.

    Of 'Roe called the quay "a real catastrophe"' the parser may make a quay that was called so.
    """
    tokens = scene.tree.tokens
    at = scene.tree.at(quotation.outer[0] - 1)
    if not scene.text[quotation.start].islower():
        return None
    for index in range(at, max(at - _JUDGED, 0), -1):
        token = tokens[index]
        if token.pos == "PUNCT" or scene.inside[index] >= 0:
            return None
        if token.pos not in VERBS:
            continue
        judges = token.lemma.lower() in NAMING or scene.verb_kind(index) == "criticized"
        misread = token.tag == "VBN" and token.dep in ("acl", "amod") and at > index
        if judges and misread and tokens[index + 1].text.lower() not in ("by", "for"):
            judge = _judge(scene.tree, index)
            return Beside(index, judge, "the label that somebody gives it") if judge else None
        return None
    return None


def _judge(tree: Tree, verb: int) -> int | None:
    """Return the name right before ``verb``, else the one that the sentence is all about.

    That is Roe in "Roe, a survivor who speaks for others, called ...", whose verb is no participle.
    """
    tokens = tree.tokens
    first, last = tree.sentence(verb)
    if tokens[verb - 1].text[:1].isupper() and tokens[verb - 1].pos in NOMINALS:
        alone = tree.left[verb - 1] == first
        return verb - 1 if alone or tokens[verb - 2].text in _OPENS else None
    root = next((i for i in range(first, last) if tokens[i].dep == "ROOT"), verb)
    named = tokens[root].entity == "PERSON" and tree.left[root] == first
    return root if named and root < verb and tokens[verb - 1].text == "," else None
