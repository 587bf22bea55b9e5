"""Say what somebody without a name is called: by the role, and by the body that it belongs to."""

import re
from collections.abc import Mapping

from asreported.model.document import Document
from asreported.model.statement import Mention
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.bodies import Bodies
from asreported.statements.speech.coreference import Persons

_POBJ = frozenset({"pobj"})
# What one is doing belongs to no role, nor does what a clause tells of it: "a crowd of people
# chanting in the road", "the three men who were charged".
_DEED = ("acl", "VBG")
_SPACE = re.compile(r"\s+")


class Callings:
    """The roles of one account as its own words call them."""

    def __init__(
        self,
        document: Document,
        tree: Tree,
        mentions: Mapping[int, Mention],
        persons: Persons,
        bodies: Bodies,
    ) -> None:
        self.text = document.text
        self.tree = tree
        self.mentions = mentions
        self.persons = persons
        self.bodies = bodies

    def role(self, source: int, first: int, last: int) -> str:
        """Return the words of a role, what it belongs to cut to the name.

        "a critic in the left-wing weekly Argus" is "a critic in Argus".
        """
        tree, text = self.tree, self.text
        for child in tree.children[source]:
            if tree.tokens[child].dep != "prep" or not source < child < last:
                continue
            below = tree.child(child, _POBJ)
            if below is None:
                break
            beside = [*tree.children[below], *tree.children[source]]
            heads = [below, *(i for i in beside if tree.tokens[i].dep == "appos" and i > below)]
            named = [self.mentions[i] for i in heads if i in self.mentions]
            role = text[tree.tokens[first].start : tree.tokens[child].end]
            kept = [m for m in named if m.type in ("organisation", "other") and m.name[0].isupper()]
            if below in self.persons.at and tree.tokens[child].text.lower() == "for":
                return _SPACE.sub(" ", f"{role} {self.persons.at[below].name}")
            if kept:
                return _SPACE.sub(" ", f"{role} {self.bodies.name(kept[-1])}")
            break
        after = ((i, tree.tokens[i]) for i in range(source + 1, last))
        told = (tree.left[i] for i, w in after if w.dep == "relcl" or (w.dep, w.tag) == _DEED)
        end = next((i for i in told if i > source), last)
        return _SPACE.sub(" ", text[slice(*tree.span(first, end))]).rstrip(" ,")

    def body(self, first: int, source: int) -> str | None:
        """Return the organisation that stands before a role: "a Harbour Board spokesman"."""
        for index in range(first, source):
            mention = self.mentions.get(index)
            if mention is not None and mention.type != "person":
                return self.bodies.name(mention)
        return None
