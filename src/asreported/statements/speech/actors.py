"""Find who without a name just acted, so that "he" goes on with them and not with a name before."""

from bisect import bisect_left

from asreported.model.labels import NOT_WORDS, NOUN_SUBJECTS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import is_human, speaker_kinds
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.person import Person
from asreported.statements.speech.reporting import SPEECH, verb_kinds
from asreported.statements.speech.roles import Roles, role_family
from asreported.statements.speech.sexes import noun_sexes, sex_of

# How many sentences back, of those with words outside of quotations, an actor is looked for.
_REACH = 3
_OUTLET = frozenset({"we", "i"})
_MAIN = frozenset({"ROOT", "conj"})


class Actors:
    """The roles that act in one account."""

    def __init__(self, persons: Persons, roles: Roles) -> None:
        self.persons = persons
        self.tree: Tree = persons.tree
        self.roles = roles
        self._sexes = noun_sexes()
        self._outlet_speaks: list[int] | None = None

    def before(self, pronoun: int) -> int | None:
        """Return the noun of the role that "he" at ``pronoun`` goes on with, None for none.

        It is the subject of the sentence before, or of one before that where "he" alone acts in
        between, and nobody with a name whom "he" might be stands in any of them.
        """
        tokens = self.tree.tokens
        sex = sex_of(tokens[pronoun].text)
        here = self.tree.sentence_number(pronoun)
        if not sex or tokens[pronoun].dep != "nsubj" or self._acting(here, pronoun) is not None:
            return None
        left = _REACH
        told = self._told_sentences()
        for at in range(bisect_left(told, here) - 1, -1, -1):
            number = told[at]
            acting = self._acting(number, self.tree.sentences[number].last)
            if acting is None:
                return None
            if tokens[acting].text.lower() in _OUTLET:
                met = self._met(number)
                return met if met is not None and self._is_role(met, sex) else None
            if sex_of(tokens[acting].text) != sex:
                return (
                    acting if self._is_role(acting, sex) and self._is_alone(acting, sex) else None
                )
            left -= 1
            if not left or self._is_shared(number, acting):
                return None
        return None

    def _told_sentences(self) -> list[int]:
        """Return the numbers of the sentences with words outside of quotations, in text order."""
        if self._outlet_speaks is None:
            self._outlet_speaks = [
                number
                for number, sentence in enumerate(self.tree.sentences)
                if any(map(self._is_told, range(self.tree.sentence_start(number), sentence.last)))
            ]
        return self._outlet_speaks

    def _met(self, number: int) -> int | None:
        """Return the one without a name to whom the outlet spoke: "We met a worker who fled"."""
        sentence = self.tree.sentences[number]
        told = [i for i in range(sentence.first, sentence.last) if self._is_told(i)]
        if any(i in self.persons.at for i in told):
            return None
        met = [
            i
            for i in told
            if is_human(self.tree.tokens[i]) and self._is_new(i)
            if self.tree.tokens[i].dep in ("dobj", "pobj")
        ]
        return met[0] if len(met) == 1 else None

    def _is_shared(self, number: int, acting: int) -> bool:
        """Return whether somebody else acts in a sentence too: "He came, and a judge asked"."""
        sentence = self.tree.sentences[number]
        others = (i for i in range(sentence.first, sentence.last) if i != acting)
        return any(
            self.tree.tokens[i].dep in NOUN_SUBJECTS and self._is_told(i)
            for i in others
            if is_human(self.tree.tokens[i]) or i in self.persons.at
        )

    def _is_told(self, index: int) -> bool:
        """Return whether a word stands outside of quotations."""
        return self.persons.outside[index] and self.tree.tokens[index].pos not in NOT_WORDS

    def _acting(self, number: int, end: int) -> int | None:
        """Return the subject of a main verb, or of one of speech, in a sentence up to ``end``."""
        tokens = self.tree.tokens
        for index in range(self.tree.sentence_start(number), end):
            verb = tokens[tokens[index].head]
            main = verb.dep in _MAIN or verb_kinds().get(verb.lemma.lower()) in SPEECH
            if tokens[index].dep == "nsubj" and main and self._is_told(index):
                return index
        return None

    def may_be(self, noun: int, kind: str) -> bool:
        """Return whether a role may be a speaker of ``kind``: a "person" by name, or "unnamed".

        It has no name where the account names nobody of the role, or it is new ("a", "his mother").
        "The president" of whom it names one may be him and may be another.
        """
        held, new = bool(self._holders(noun)), self._is_new(noun)
        return (kind == "person" and (held or new)) or (kind == "unnamed" and (new or not held))

    def _is_new(self, noun: int) -> bool:
        beside = (self.tree.tokens[i] for i in self.tree.children[noun] if i < noun)
        return any(word.dep == "poss" or word.text.lower() in ("a", "an") for word in beside)

    def _holders(self, noun: int) -> list[Person]:
        """Return the persons whom the account calls by the role, or by one of the same office."""
        held = role_family(self.tree.tokens[noun].lemma.lower())
        found = {id(one): one for _, one in self.persons.heads if one.roles & held}
        return list(found.values())

    def _is_role(self, noun: int, sex: str) -> bool:
        """Return whether ``noun`` is one human being, whom the account names once at most."""
        tokens = self.tree.tokens
        lemma = tokens[noun].lemma.lower()
        bare = tokens[noun].tag == "NNP" and not tokens[noun].entity and noun not in self.persons.at
        common = tokens[noun].tag == "NN" or bare
        person = common and speaker_kinds().get(lemma) == "person"
        if not person or self._sexes.get(lemma, sex) != sex:
            return False
        holders = self._holders(noun)
        one = len(holders) == 1 and lemma in holders[0].roles
        return one or not holders or self._is_new(noun)

    def _is_alone(self, noun: int, sex: str) -> bool:
        """Return whether nobody with a name whom "he" might be stands in the sentence of a role."""
        first, last = self.tree.sentence(noun)
        if any(self._is_acted_on(i, sex) for i in range(first, last)):
            return False  # "An officer asked him": he who answers is another
        if any(self._opens_aside(i) for i in range(noun + 1, self.tree.tokens[noun].head)):
            return False  # "The director, Per Roe, said so": a name, whatever it is taken for
        at = self.persons.at
        told = (i for i in range(first, last) if self.persons.outside[i] and i in at)
        return all(at[i].sex not in (sex, "") or self._owns(i, noun) for i in told)

    def _opens_aside(self, index: int) -> bool:
        """Return whether a capitalised word stands right behind a comma."""
        tokens = self.tree.tokens
        return tokens[index - 1].text == "," and tokens[index].text[:1].isupper()

    def _is_acted_on(self, index: int, sex: str) -> bool:
        """Return whether a pronoun that may be another's than the role's stands at ``index``."""
        token = self.tree.tokens[index]
        same = self._is_told(index) and sex_of(token.text) == sex and token.text[-4:] != "self"
        return same and token.dep not in ("nsubj", "nsubjpass", "poss")

    def _owns(self, name: int, noun: int) -> bool:
        """Return whether a name only tells whose the role is: "Roe's brother"."""
        token = self.tree.tokens[name]
        while token.dep in ("compound", "flat") and token.head in self.persons.at:
            token = self.tree.tokens[token.head]
        return token.dep == "poss" and token.head == noun
