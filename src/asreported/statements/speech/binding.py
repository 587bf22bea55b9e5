"""Know whom a pronoun cannot stand for: who is told or named in what it says, and who asks.

In "He told Roe" and "He said Roe would leave" he is not Roe; in "When Roe asked, he replied" Roe is
not who replied, nor the one who tells in "In an interview with Roe he said".
"""

from collections.abc import Iterator

from asreported.model.labels import ACTING, AGENT, NOUN_SUBJECTS, PREPOSITION_OBJECT, VERBS
from asreported.statements.clauses.tree import Tree

ASKS = frozenset({"ask", "question", "press"})
"""Verbs by whose subject one is asked."""
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_TOWARDS = frozenset({"to", "with"})


def find_told_of(tree: Tree, pronoun: int) -> Iterator[int]:
    """Yield the heads of who acts or is acted upon in words that ``pronoun`` closes.

    In "Officials saw Roe there, he said" he is likelier another than Roe.
    """
    tokens = tree.tokens
    verb = tokens[pronoun].head
    if tokens[pronoun].dep not in ACTING:
        return
    for child in tree.children[verb]:
        if tokens[child].dep == "ccomp" and child < pronoun:
            yield from (c for c in tree.children[child] if tokens[c].dep in _OBJECTS | ACTING)


def find_others(tree: Tree, pronoun: int) -> Iterator[int]:
    """Yield the heads of what stands beside ``pronoun`` and is somebody else."""
    tokens = tree.tokens
    verb = tokens[pronoun].head
    if tokens[pronoun].dep not in ACTING or tokens[verb].pos not in VERBS:
        return
    for child in tree.children[verb]:
        word = tokens[child]
        if word.dep in _OBJECTS:
            yield child
        elif word.dep == "ccomp" and child > verb:
            yield from (c for c in tree.children[child] if tokens[c].dep in NOUN_SUBJECTS)
        elif word.dep == "prep" and word.text.lower() in _TOWARDS:
            heard = tree.child(child, PREPOSITION_OBJECT)
            if heard is not None:
                yield heard
        elif word.dep == "prep" and child < pronoun:
            yield from _addressed(tree, child)
        elif word.dep == "advcl" and word.lemma.lower() in ASKS:
            by = tree.child(child, AGENT)
            asks = tree.child(child, ACTING) if by is None else tree.child(by, PREPOSITION_OBJECT)
            if asks is not None:
                yield asks


def _addressed(tree: Tree, opening: int) -> Iterator[int]:
    """Yield to whom or with whom is what a sentence opens with: "In a letter to Roe, he wrote"."""
    occasion = tree.child(opening, PREPOSITION_OBJECT)
    for child in tree.children[occasion] if occasion is not None else ():
        if tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() in _TOWARDS:
            other = tree.child(child, PREPOSITION_OBJECT)
            if other is not None:
                yield other
                yield from (i for i in tree.children[other] if tree.tokens[i].dep == "appos")
