"""Weigh by grammar who of those named is likeliest to be spoken of again as "he" or "she"."""

from collections.abc import Mapping, Sequence

from asreported.model.labels import NOUN_SUBJECTS, NOUNS, OBJECT, VERBS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import is_human, is_personal, role_of
from asreported.statements.speech.binding import ASKS
from asreported.statements.speech.person import Person
from asreported.statements.speech.reporting import NAMING, SPEECH, noun_kinds, verb_kinds

# What a name in a phrase before its verb adds for the pronoun that is its subject: more than to
# have spoken in the sentence before.
_FRONTED = 2.4
# What the subject of a clause before its verb has, or the owner of that subject: a little more than
# who spoke in the sentence before.
_CLAUSE_FRONTED = 2.4
# What the subject of the clause has, told by another, of which the pronoun's clause says when: more
# than to have spoken just before.
_ACTS_ABOVE = 3.2
# What the first name in full adds to a subject: the news turns to who is new.
_NEWLY_NAMED = 0.5
# What it adds that a body told or warned somebody: as much as to act in a clause.
_WARNED = 0.9
# What it adds that words came from somebody: they go on to speak.
_GAVE_WORDS = 2.0
# Who was asked answers.
_ASKED_FIRST = 2.4
# Of whom the parser lost the verb, or whom "it was" sets first.
_LEFT_ALONE, _SINGLED_OUT = 1.3, 1.3
# What a subject has, more where its verb is the sentence's own or tells that somebody speaks.
_ACTS, _ACTS_FIRST = 0.9, 0.4
_WORDS_OF = 0.9
# What the owner of a thing has that is the subject of its sentence: "Roe's attacks ranged widely".
_OWNS_SUBJECT = 1.4
_TOLD_VERBS = frozenset({"ROOT", "ccomp"})
# One who is only acted on or owns something is seldom the next to speak, least in that sentence.
_ACTED_ON, _ACTED_ON_HERE = -1.2, -1.6
_CONDITIONS = frozenset({"if", "unless"})


class Salience:
    """The grammar of one account's names; ``at`` are the persons by their tokens."""

    def __init__(self, tree: Tree, at: Mapping[int, Person]) -> None:
        self.tree = tree
        self.at = at

    def of(self, head: int, token: int, same: bool) -> float:
        """Return what the grammar of a mention adds: subjects are what pronouns go on with."""
        named, head = head, self.phrase(head)
        dep = self.tree.tokens[head].dep
        if dep not in NOUN_SUBJECTS and self._is_left_alone(head):
            return _LEFT_ALONE
        if dep == "nsubjpass" and self.tree.tokens[self.tree.tokens[head].head].lemma in ASKS:
            return _ASKED_FIRST
        if same and self._acts_above(head, token):
            return _ACTS_ABOVE
        if same and self._opens_clause(head, token):
            return _CLAUSE_FRONTED
        if dep in NOUN_SUBJECTS:
            verb = self.tree.tokens[self.tree.tokens[head].head]
            main = verb.dep in ("ROOT", "conj") or verb_kinds().get(verb.lemma) in SPEECH
            main = main or (same and self.tree.under(token, self.tree.tokens[head].head))
            newly = _NEWLY_NAMED if self._is_new(named) else 0.0
            return _ACTS + (_ACTS_FIRST if main else 0.0) + newly
        if self._is_singled_out(head):
            return _SINGLED_OUT + (_NEWLY_NAMED if self._is_new(named) else 0.0)
        if self._is_whose_words(head):
            return _GAVE_WORDS if self._is_told_of(head) else _WORDS_OF
        if self._owns_subject(head) or self._is_agent(head):
            return _OWNS_SUBJECT
        if dep in ("appos", "ROOT"):
            return 0.0
        if same and self._opens(head, token):
            return _FRONTED
        if dep in OBJECT and self._is_warned(head):
            return _WARNED
        return _ACTED_ON_HERE if same else _ACTED_ON

    def is_of_unnamed(self, pronoun: int, outside: Sequence[bool]) -> bool:
        """Return whether only one without a name acts in the sentence before: "The cook nods."."""
        tokens, number = self.tree.tokens, self.tree.sentence_number(pronoun) - 1
        if number < 0:
            return False
        first, last = self.tree.sentence_start(number), self.tree.sentences[number].last
        if any(i in self.at for i in range(first, last)):
            return False
        acts = (i for i in range(first, last) if tokens[i].dep == "nsubj" and outside[i])
        main = next((i for i in acts if tokens[tokens[i].head].dep == "ROOT"), None)
        return main is not None and is_human(tokens[main])

    def _is_singled_out(self, head: int) -> bool:
        """Return whether "it was" sets somebody before what they did: "It was Roe who saw it"."""
        tokens = self.tree.tokens
        verb = tokens[head].head
        acting = self.tree.child(verb, NOUN_SUBJECTS)
        if tokens[head].dep != "attr" or acting is None or tokens[acting].text.lower() != "it":
            return False
        _, end = self.tree.sentence(head)
        return any(tokens[i].text.lower() == "who" for i in range(head + 1, end))

    def _is_warned(self, head: int) -> bool:
        """Return whether a body speaks to the name, so that "he" is nobody else in the sentence."""
        verb = self.tree.tokens[head].head
        acting = self.tree.child(verb, NOUN_SUBJECTS)
        speaks = verb_kinds().get(self.tree.tokens[verb].lemma) in SPEECH
        return speaks and acting is not None and self.tree.tokens[acting].entity in ("ORG", "GPE")

    def _is_new(self, head: int) -> bool:
        """Return whether a name in full stands there for the first time."""
        person = self.at.get(head)
        return person is not None and " " in person.name and person.tokens[0] == head

    def _is_whose_words(self, head: int) -> bool:
        """Return whether the name tells whose words were spoken of: "a rebuke from Roe"."""
        tokens = self.tree.tokens
        preposition = tokens[head].head
        if tokens[head].dep == "poss":
            return self._are_told_words(preposition)
        if tokens[head].dep != "pobj" or tokens[preposition].text.lower() not in ("from", "by"):
            return False
        above = tokens[preposition].head
        said = self.tree.child(above, OBJECT) if tokens[above].pos == "VERB" else above
        return said is not None and tokens[said].lemma.lower() in noun_kinds()

    def _are_told_words(self, words: int) -> bool:
        """Return whether a noun names words, and nobody acts upon them: "Doe rejected his call"."""
        token = self.tree.tokens[words]
        if token.lemma.lower() not in noun_kinds():
            return False
        acting = self.tree.child(token.head, NOUN_SUBJECTS) if token.dep == "dobj" else None
        return acting is None or acting not in self.at

    def _owns_subject(self, head: int) -> bool:
        """Return whether a deed or a thing of the name's is what the sentence is about."""
        owned = self.tree.tokens[self.tree.tokens[head].head]
        main = owned.dep in NOUN_SUBJECTS and self.tree.tokens[owned.head].dep in _TOLD_VERBS
        return self.tree.tokens[head].dep == "poss" and main and not is_personal(owned)

    def _is_agent(self, head: int) -> bool:
        """Return whether the sentence tells what was done by the name: "answered by Roe"."""
        by = self.tree.tokens[self.tree.tokens[head].head]
        return by.dep == "agent" and self.tree.tokens[by.head].dep == "ROOT"

    def _is_told_of(self, head: int) -> bool:
        """Return whether the sentence tells of the words that came from ``head``: its main verb."""
        tokens = self.tree.tokens
        here = tokens[head].head
        if tokens[head].dep == "poss":
            return self._is_echoed(here)
        while tokens[here].pos not in VERBS and tokens[here].head != here:
            here = tokens[here].head
        return tokens[here].dep == "ROOT"

    def _is_echoed(self, words: int) -> bool:
        """Return whether no person acts by the main verb but "in Roe's statement"."""
        tokens = self.tree.tokens
        within = tokens[words].head
        verb = tokens[within].head
        if tokens[words].dep != "pobj" or tokens[within].text.lower() != "in":
            return False
        acting = [i for i in self.tree.children[verb] if tokens[i].dep in NOUN_SUBJECTS]
        persons = any(i in self.at or tokens[i].pos == "PRON" for i in acting)
        return tokens[verb].dep == "ROOT" and bool(acting) and not persons

    def _opens(self, head: int, token: int) -> bool:
        """Return whether the name stands in a phrase before the pronoun's verb.

        "In Roe's speech, he said" is one, and so is "In a letter posted under Roe's name, he said".
        """
        tokens = self.tree.tokens
        verb, here = tokens[token].head, head
        if tokens[token].dep not in NOUN_SUBJECTS:
            return False
        for _ in range(7):
            above = tokens[here].head
            if above == verb:
                return here < head and tokens[here].dep == "prep"
            if tokens[here].dep not in ("poss", "pobj", "compound", "prep", "nmod", "acl"):
                return False
            here = above
        return False

    def _opens_clause(self, head: int, token: int) -> bool:
        """Return whether the name acts, or its owner's does, in a clause before the pronoun's verb.

        "Although Roe's office agreed, he said": he is Roe. What is only supposed is another's.
        """
        tokens = self.tree.tokens
        here = tokens[head].head if tokens[head].dep == "poss" else head
        clause = tokens[here].head
        fronted = tokens[here].dep in NOUN_SUBJECTS and tokens[clause].dep == "advcl"
        fronted = fronted and not any(
            tokens[child].text.lower() in _CONDITIONS for child in self.tree.children[clause]
        )
        acts = tokens[token].dep in NOUN_SUBJECTS and clause < token
        return fronted and acts and tokens[clause].head == tokens[token].head

    def _acts_above(self, head: int, token: int) -> bool:
        """Return whether the name acts in the reported clause that the pronoun's clause belongs to.

        "Doe said that Roe was on the quay when he shouted": Roe shouted.
        """
        tokens = self.tree.tokens
        verb = tokens[token].head
        above = tokens[verb].head
        belongs = (
            tokens[token].dep in NOUN_SUBJECTS and tokens[verb].dep == "advcl" and above < verb
        )
        acts = tokens[head].dep in NOUN_SUBJECTS and tokens[head].head == above
        return belongs and acts and tokens[above].dep == "ccomp"

    def _is_left_alone(self, head: int) -> bool:
        """Return whether a verb without a subject follows the name: the parser lost its way.

        So it has where it takes a name that opens its sentence for a verb: "Field on Monday said";
        or for all that the sentence has, its verb told of an apposition to it.
        """
        tokens = self.tree.tokens
        opens = self.tree.left[head] == self.tree.sentence(head)[0]
        if opens and (tokens[head].pos == "VERB" or tokens[head].dep == "ROOT"):
            return True
        if head + 1 >= len(tokens) or tokens[head + 1].tag not in ("VBD", "VBZ"):
            return False
        below = self.tree.children[head + 1]
        return not any(tokens[child].dep in NOUN_SUBJECTS for child in below)

    def _called_so(self, name: int) -> int:
        """Return the noun that a name is given to: "a mechanic named Ada Roe"; else the name."""
        tokens = self.tree.tokens
        verb = tokens[name].head
        given = tokens[name].dep in ("oprd", "dobj") and tokens[verb].dep == "acl"
        return tokens[verb].head if given and tokens[verb].lemma in NAMING else name

    def phrase(self, head: int) -> int:
        """Return the head of the phrase that a name closes: "the owner and veteran Ada Roe"."""
        tokens = self.tree.tokens
        head = role_of(self.tree, head) or self._called_so(head)
        for _ in range(3):
            token = tokens[head]
            joined = (
                token.dep == "conj" and head not in self.at and tokens[token.head].pos == "NOUN"
            )
            if token.dep not in ("compound", "appos", "nmod", "flat") and not joined:
                break
            one = token.dep == "appos" and tokens[token.head].text.lower() == "one"
            noun = tokens[token.head].pos in NOUNS or one
            if token.head in self.at or not noun:
                break
            head = token.head
        return head
