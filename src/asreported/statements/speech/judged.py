"""Find who judges by what stands between marks: who calls a thing so, or whose verdict it is."""

from asreported.model.labels import NOMINALS, POSSESSOR, PREPOSITION_OBJECT, VERBS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.quotes import Quotation
from asreported.statements.speech.reporting import FINITE, NAMING
from asreported.statements.speech.scene import Beside, Scene

# Within how many words before a mark stands the verb of a judgement, and what may open its clause.
_JUDGED = 7
# What may be told to be somebody's behind the mark: '"No," was her reply'.
_VERDICTS = frozenset({"answer", "reply", "response", "retort", "reaction", "comment", "verdict",
                       "conclusion", "message", "advice", "explanation"})  # fmt: skip
_TOLD_AS = frozenset({"attr", "nsubj"})
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


def find_verdict(scene: Scene, quotation: Quotation) -> Beside | None:
    """Return whose reply or verdict the words are: '"No," was Roe's reply'."""
    tree, tokens = scene.tree, scene.tree.tokens
    verb = tree.at(quotation.outer[1] - 1) + 1
    verb += verb < len(tokens) and tokens[verb].text == ","
    if verb >= len(tokens) or tokens[verb].lemma != "be" or tokens[verb].tag not in FINITE:
        return None
    told = (i for i in tree.children[verb] if i > verb and tokens[i].dep in _TOLD_AS)
    noun = next((i for i in told if tokens[i].lemma.lower() in _VERDICTS), None)
    if noun is None:
        return None
    owner = tree.child(noun, POSSESSOR)
    of = next((i for i in tree.children[noun] if tokens[i].text == "of"), None)
    owner = tree.child(of, PREPOSITION_OBJECT) if owner is None and of is not None else owner
    return Beside(verb, owner, "the owner of the words behind the mark") if owner else None
