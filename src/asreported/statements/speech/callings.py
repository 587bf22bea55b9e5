"""Say what somebody without a name is called: by the role, and by the body that it belongs to."""

import re
from collections.abc import Mapping, Sequence

from asreported.lexicon.load import words
from asreported.lexicon.names import fold, places
from asreported.model.document import Document
from asreported.model.labels import NOUN_MODIFIERS, NOUN_SUBJECTS, PREPOSITION_OBJECT
from asreported.model.statement import Mention, Speaker
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.bodies import Bodies
from asreported.statements.speech.coreference import Persons

_HAD_FROM = frozenset({"per", "via"})
# What one is doing belongs to no role, nor does what a clause tells of it: "a crowd of people
# chanting in the road", "the three men who were charged".
_DEED = ("acl", "VBG")
_SPACE = re.compile(r"\s+")
# What a body is called by that was just named: a business, or people joined.
_BUSINESS = words("bodies", kind="business")
# What stands before such a noun and tells no company from another: "the Arden-based firm".
_SEATED = frozenset({"based", "listed", "owned"})
# What is told of a body just named, by what it sells.
_SORTED = frozenset({"maker", "giant"})
_JOINED = words("bodies", kind="association")
_OF_WORKERS = words("bodies", kind="workers")
_PRESS = words("bodies", kind="press")
# Words of bodies of the state, which are neither.
_OF_STATE = words("bodies", kind="state")
# A role of more words than these is told without what was done to the one who has it.
_LONG = 12
# Within how many sentences outside of quotations a body is gone on with.
_FRESH = 2
# Within how many words it is introduced by the noun.
_INTRODUCED = 150


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
        self._serving: dict[int, str] = {}

    def body_again(self, source: int, last: tuple[int, Speaker] | None) -> str | None:
        """Return the body that "the company" goes on with: who spoke ``last``, else who acts.

        It acted alone in the sentences before.
        """
        lemma = self.tree.tokens[source].lemma.lower()
        if lemma not in _BUSINESS | _JOINED | _PRESS or not self._is_bare(source):
            return None
        bodies = ("organisation", "outlet") if lemma in _PRESS else ("organisation",)
        if last is not None and last[1].kind in bodies and last[0] < source:
            fresh = self.persons.apart(last[0], source) <= _FRESH
            if fresh and self._may_be(last[1].name, lemma):
                return last[1].name
        start = self.tree.sentence_start(max(self.tree.sentence_number(source) - _FRESH, 0))
        acting = {
            self.bodies.name(mention)
            for index in range(start, source)
            if (mention := self.mentions.get(index)) is not None
            and mention.type == "organisation"
            and self.tree.tokens[index].dep in NOUN_SUBJECTS
            and self.persons.outside[index]
        }
        fits = [name for name in acting if self._may_be(name, lemma)]
        if not acting:
            told = self._introduced(source, lemma)
            return self._only_named(source, start, lemma) if told is None else told
        return fits[0] if len(fits) == len(acting) == 1 else None

    def _introduced(self, source: int, lemma: str) -> str | None:
        """Return the body last introduced by the noun: "the Quay Front, an armed group"."""
        tokens = self.tree.tokens
        for index in range(source - 1, max(source - _INTRODUCED, 0), -1):
            token = tokens[index]
            if token.lemma.lower() == lemma and token.dep == "appos" and token.head < index:
                # The parser may hang it on another noun than the name right before the comma.
                mention = self.mentions.get(self.tree.left[index] - 2)
                named = mention is not None and mention.type == "organisation"
                return self.bodies.name(mention) if named and mention is not None else None
        return None

    def _is_bare(self, source: int) -> bool:
        """Return whether an article alone stands before the noun, or where it is based."""
        tokens = self.tree.tokens
        first = self.tree.left[source]
        if tokens[source].lemma.lower() in _SORTED and tokens[source - 1].dep == "compound":
            first += 1  # "the sportswear maker"
        lost = first == source and tokens[max(source - 1, 0)].text.lower() == "the"
        return lost or source - first == 1 or tokens[source - 1].text.lower() in _SEATED

    def _only_named(self, source: int, start: int, lemma: str) -> str | None:
        """Return the one body named from token ``start`` on, else the one that the headline names.

        "Shares in Norvik fell. The Arden-based carrier said": it is Norvik.
        """
        if lemma not in _BUSINESS:
            return None
        headline = [s for s in self.tree.sentences if s.kind == "headline"]
        for stretch in (
            range(start, self.tree.left[source]),
            *(range(s.first, s.last) for s in headline),
        ):
            named = {
                self.bodies.name(self.mentions[i])
                for i in stretch
                if i in self.mentions and self.mentions[i].type == "organisation"
                if self.persons.outside[i]
            }
            if named:
                return named.pop() if len(named) == 1 and self._fits(named, lemma) else None
        return None

    def _fits(self, names: set[str], lemma: str) -> bool:
        return all(self._may_be(name, lemma) for name in names)

    def _may_be(self, name: str, lemma: str) -> bool:
        """Return whether the body ``name`` may be a company or a group; a town is none."""
        parts = set(fold(name).replace("-", " ").split())
        outlet = bool(parts & words("outlet_words"))
        if lemma in _PRESS and not (name.isupper() or outlet):
            return False
        if outlet and lemma not in _PRESS:
            return False  # "the company" is not the newspaper that tells of it
        if lemma == "union" and not name.isupper() and not parts & _OF_WORKERS:
            return False
        return not parts & _OF_STATE and fold(name) not in places() and lemma not in parts

    def serving(self, source: int, name: str, last: tuple[int, Speaker] | None) -> str | None:
        """Return "a spokesman for" the body that spoke ``last``, or "an official of" it.

        An official is one of it only where it spoke in the sentence, or in the one before.
        """
        if source in self._serving:
            return self._serving[source]
        lemma = self.tree.tokens[source].lemma.lower()
        if last is None or last[1].kind != "organisation" or last[0] >= source:
            return None
        if lemma.startswith("spokes"):
            self._serving[source] = f"{name} for {last[1].name}"
            return self._serving[source]
        if fold(last[1].name) in ("authorities", "police"):
            return None  # officials are these
        if lemma != "official" or self.persons.apart(last[0], source) > 1:
            return None
        self._serving[source] = f"{name} of {last[1].name}"
        return self._serving[source]

    def again(self, source: int, name: str, told: Sequence[tuple[int, Speaker]]) -> str:
        """Return the fuller name that one without one was first called by: "a port official".

        ``name`` is the bare "the official"; of two such officials neither is meant for sure.
        """
        lemma = self.tree.tokens[source].lemma.lower()
        if name.lower() != f"the {lemma}":
            return name
        known = {
            speaker.name: place
            for place, speaker in told
            if place < source and speaker.kind == "unnamed" and self._heads(speaker, lemma)
        }
        if len(known) != 1 or self._is_followed(max(known.values()), source, lemma):
            return name
        return next(iter(known))

    def _is_followed(self, place: int, source: int, lemma: str) -> bool:
        """Return whether another of the role is told of since: "a port official", "an official"."""
        tokens = self.tree.tokens
        return any(
            tokens[i].lemma.lower() == lemma
            and tokens[i].tag == "NN"
            and tokens[self.tree.left[i]].text.lower() in ("a", "an", "another")
            for i in range(place + 1, source)
        )

    def _heads(self, speaker: Speaker, lemma: str) -> bool:
        """Return whether a role is called by the noun ``lemma``, with more words."""
        role = re.split(r" (?:of|in|at|for|from|with|who) |,", speaker.name)[0].lower().split()
        return role[-1:] == [lemma] and len(speaker.name.split()) > 2

    def role(self, source: int, first: int, last: int) -> str:
        """Return the words of a role, what it belongs to cut to the name.

        "a critic in the left-wing weekly Argus" is "a critic in Argus".
        """
        tree, text = self.tree, self.text
        for child in tree.children[source]:
            if tree.tokens[child].dep != "prep" or not source < child < last:
                continue
            if tree.tokens[child].text.lower() in _HAD_FROM:
                last = child  # "the spokesman per Harbour News"
                break
            below = tree.child(child, PREPOSITION_OBJECT)
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
        long = last - first > _LONG  # what was done to one too: "a man arrested after a fire in"
        told = (
            tree.left[i]
            for i, w in after
            if w.dep == "relcl" or (w.dep, w.tag) == _DEED or (long and w.dep == "acl")
        )
        end = next((i for i in told if i > source), self._kin(source, last))
        return _SPACE.sub(" ", text[slice(*tree.span(first, end))]).rstrip(" ,")

    def _kin(self, source: int, last: int) -> int:
        """Return the end of "Roe's mother, sister and nephew", ``last`` where one stands alone."""
        tokens = self.tree.tokens
        joined = source
        if not any(tokens[child].dep == "poss" for child in self.tree.children[source]):
            return last
        while True:
            others = [i for i in self.tree.children[joined] if tokens[i].dep == "conj"]
            if not others or tokens[others[0]].tag not in ("NN", "NNS"):
                break
            if any(tokens[i].dep in ("det", "poss") for i in self.tree.children[others[0]]):
                break
            joined = others[0]
        return max(last, joined + 1)

    def people(self, source: int, first: int) -> str:
        """Return the words of a side with what sort it is: "Norlandic activists"."""
        tokens = self.tree.tokens
        while first < source and not self._tells_sort(first):
            first += 1
        plain = all(token.text.isalpha() or token.text == "-" for token in tokens[first:source])
        return _SPACE.sub(
            " ", self.text[slice(*self.tree.span(first if plain else source, source + 1))]
        )

    def _tells_sort(self, word: int) -> bool:
        token = self.tree.tokens[word]
        return token.dep in NOUN_MODIFIERS and token.lemma != "other"

    def body(self, first: int, source: int) -> str | None:
        """Return the organisation that stands before a role: "a Harbour Board spokesman"."""
        for index in range(first, source):
            mention = self.mentions.get(index)
            if mention is not None and mention.type != "person":
                return self.bodies.name(mention)
        return None
