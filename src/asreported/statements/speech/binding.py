"""Know whom a pronoun cannot stand for: who is told or named in what it says, and who asks.

In "He told Roe" and "He said Roe would leave" he is not Roe; in "When Roe asked, he replied" Roe is
not who replied.
"""

from collections.abc import Iterator

from asreported.model.labels import AGENT, NOUN_SUBJECTS, PREPOSITION_OBJECT, VERBS
from asreported.statements.clauses.tree import Tree

ASKS = frozenset({"ask", "question", "press"})
"""Verbs by whose subject one is asked."""
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_ACTING = frozenset({"nsubj"})


def find_told_of(tree: Tree, pronoun: int) -> Iterator[int]:
    """Yield the heads of who acts or is acted upon in words that ``pronoun`` closes.

    In "Officials saw Roe there, he said" he is likelier another than Roe.
    """
    tokens = tree.tokens
    verb = tokens[pronoun].head
    if tokens[pronoun].dep not in _ACTING:
        return
    for child in tree.children[verb]:
        if tokens[child].dep == "ccomp" and child < pronoun:
            yield from (c for c in tree.children[child] if tokens[c].dep in _OBJECTS | _ACTING)


def find_others(tree: Tree, pronoun: int) -> Iterator[int]:
    """Yield the heads of what stands beside ``pronoun`` and is somebody else."""
    tokens = tree.tokens
    verb = tokens[pronoun].head
    if tokens[pronoun].dep not in _ACTING or tokens[verb].pos not in VERBS:
        return
    for child in tree.children[verb]:
        word = tokens[child]
        if word.dep in _OBJECTS:
            yield child
        elif word.dep == "ccomp" and child > verb:
            yield from (c for c in tree.children[child] if tokens[c].dep in NOUN_SUBJECTS)
        elif word.dep == "prep" and word.text.lower() in ("to", "with"):
            heard = tree.child(child, PREPOSITION_OBJECT)
            if heard is not None:
                yield heard
        elif word.dep == "advcl" and word.lemma.lower() in ASKS:
            by = tree.child(child, AGENT)
            asks = tree.child(child, _ACTING) if by is None else tree.child(by, PREPOSITION_OBJECT)
            if asks is not None:
                yield asks
