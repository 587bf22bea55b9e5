"""Decide which candidates are attributions."""

from asreported.statements.cues import Candidate
from asreported.statements.tree import Tree


def accept(tree: Tree, candidate: Candidate) -> bool:
    """Return whether ``candidate`` puts words, thoughts or wishes in a mouth."""
    if not candidate.kind:
        return False
    if candidate.shape == "clause" or candidate.shape == "according":
        return True
    if candidate.shape == "noun":
        return candidate.source is not None
    return candidate.source is not None
