"""Say who a source is: the fullest name the account gives, the words there, and the kind."""

from collections.abc import Sequence

from asreported.model.document import Document
from asreported.model.statement import Mention, Speaker
from asreported.statements.tree import Tree


class Cast:
    """The persons and organisations of one account."""

    def __init__(self, document: Document, tree: Tree, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.tree = tree

    def speaker(self, source: int | None, how: str) -> Speaker | None:
        """Return the speaker whose words' head is token ``source``."""
        if source is None:
            return None
        first, last = self.tree.noun_phrase(source)
        span = self.document.span(*self.tree.span(first, last))
        return Speaker(self.document.quote(span), span, None, "person", how)
