"""Say who "he" or "she" is: the likeliest of the persons named in the sentences before.

A pronoun goes to the nearest person who fits in sex and number, a subject before another word, the
last speaker before all.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from asreported.model.labels import NOUN_SUBJECTS
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.binding import find_others, find_told_of
from asreported.statements.speech.person import Person
from asreported.statements.speech.salience import Salience
from asreported.statements.speech.sexes import is_called_else, sex_of

# How many sentences back a pronoun is followed, and how many at most over what is quoted between.
_REACH = 5
_FARTHEST = 20
# Of those who spoke, how many are asked for: more do not speak within that reach.
_SPEAKERS = 12
_SUBJECTS = frozenset({"he", "she"})
# What a name that stands in quoted words loses for a pronoun outside: who is named there is spoken
# of, and who speaks goes on.
_IN_QUOTES = 1.5
# What who is told of loses for the pronoun that tells it: "Officials saw Roe there, he said".
_TOLD_OF = 0.8
# What it adds to have spoken, and for each place where one is named, up to so many.
_SPOKE, _SPEAKS, _NAMED_AGAIN, _NAMED_OFTEN = 1.2, 1.0, 0.08, 6
# What one loses who is told of by a role only: a name as near is likelier meant.
_BY_ROLE = -0.1
# What it costs that one's sex is unknown, less for who spoke or alone acts in the sentence before.
_UNKNOWN, _ALMOST_KNOWN = 0.8, 0.4
# What one loses whose only name is a given name of the other sex: it may be a surname, too.
_CALLED_ELSE = 1.5
# What one loses who is named in the words that the pronoun says: few call themselves by name.
_NAMED_IN_WORDS = 1.5


class Antecedents:
    """The persons named in one account, for the pronouns that go on with them.

    ``at`` are the persons by the tokens of their names, ``heads`` the heads of the names with the
    persons, in text order.
    """

    def __init__(self, tree: Tree, outside: Sequence[bool]) -> None:
        self.tree = tree
        self.outside = outside
        self.at: dict[int, Person] = {}
        self.heads: list[tuple[int, Person]] = []
        self._order: list[int] = []
        self._salience = Salience(tree, self.at)
        self._followed: list[tuple[int, Person]] = []
        self._called_so: dict[int, Person] = {}
        self._open = [
            index
            for index, token in enumerate(tree.tokens)
            if outside[index] and token.dep in NOUN_SUBJECTS and token.text.lower() in _SUBJECTS
        ]
        self._shouted = self._find_shouted()
        self._told = self._count_told()

    def pronoun(self, token: int, speakers: Sequence[tuple[int, Person]]) -> Person | None:
        """Return who the third-person pronoun ``token`` stands for.

        ``speakers`` are the persons who spoke so far with the tokens of their cues, in text order.
        """
        sex = sex_of(self.tree.tokens[token].text)
        if not sex:
            return None
        self._follow(token, speakers)
        best = self._nearest(token, sex, speakers)
        if best is not None:
            best.sex = sex
        return best

    def note_role(self, noun: int, person: Person) -> None:
        """Note that the role at ``noun`` stands for ``person``: "he" may go on from there."""
        self._called_so[noun] = person

    def apart(self, before: int, token: int) -> int:
        """Return how many sentences with words outside of quotations begin behind ``before``.

        Of what is farther than a pronoun reaches all sentences count.
        """
        first, last = self._sentence_number(before), self._sentence_number(token)
        if last - first > _FARTHEST:
            return last - first
        tokens, told = self.tree.tokens, self.outside
        between = self.tree.sentences[first + 1 : last + 1]
        told_in = (range(sentence.first, sentence.last) for sentence in between)
        return sum(any(told[i] and tokens[i].pos != "PUNCT" for i in one) for one in told_in)

    def last_named(self, person: Person, token: int) -> int:
        """Return the last word before ``token`` that names ``person``, or "he" as a subject."""
        followed = (at for at, who in self._followed if who is person and at < token)
        return max((*(at for at in person.tokens if at < token), *followed), default=-1)

    def _follow(self, token: int, speakers: Sequence[tuple[int, Person]]) -> None:
        """Note whom the pronouns before ``token`` stand for that are subjects: they go on."""
        while self._open and self._open[0] < token:
            at = self._open.pop(0)
            if self._sentence_number(token) - self._sentence_number(at) > 2 * _REACH:
                continue
            person = self._nearest(at, sex_of(self.tree.tokens[at].text), speakers)
            if person is not None and not self._salience.is_of_unnamed(at, self.outside):
                self._followed.append((at, person))

    def _nearest(
        self, token: int, sex: str, speakers: Sequence[tuple[int, Person]]
    ) -> Person | None:
        """Return who of the sentences up to ``token`` is likeliest to be spoken of again."""
        here = self._sentence_number(token)
        steps = self._told if self.outside[token] else None
        best: tuple[float, int, Person] | None = None
        back = max(here - _REACH, 0)
        if steps is not None:
            back = max(bisect_left(steps, steps[here] - _REACH), here - _FARTHEST, 0)
        first = self.tree.sentence_start(back)
        low = bisect_left(self._order, first)
        high = bisect_left(self._order, token)
        places = [(head, person, 0.0) for head, person in self.heads[low:high]]
        places += [(at, who, 0.0) for at, who in self._followed[-_SPEAKERS:] if first <= at < token]
        places += [(at, who, _SPOKE) for at, who in speakers[-_SPEAKERS:] if first <= at < token]
        roles = self._called_so
        places += [(at, who, _BY_ROLE) for at, who in roles.items() if first <= at < token]
        known = {**roles, **self.at} if roles else self.at
        told_of = [id(known[at]) for at in find_told_of(self.tree, token) if at in known]
        others = [id(known[at]) for at in find_others(self.tree, token) if at in known]
        within = self._named_in_words(token)
        shouted = self._shouted - {here}
        for head, person, bonus in places:
            if id(person) in others or self._sentence_number(head) in shouted:
                continue
            distance = here - self._sentence_number(head)
            if steps is not None:
                distance = steps[here] - steps[here - distance]
            if distance > _REACH or (person.sex and person.sex != sex):
                continue
            sure = bonus == _SPOKE or self._is_alone(head, distance)
            score = bonus - distance
            score -= 0.0 if person.sex else _ALMOST_KNOWN if sure else _UNKNOWN
            score += _SPEAKS if bonus == _SPOKE else self._salience.of(head, token, distance == 0)
            score += _NAMED_AGAIN * min(len(person.tokens), _NAMED_OFTEN)
            score -= _CALLED_ELSE if is_called_else(person.name, sex) else 0.0
            score -= _NAMED_IN_WORDS if id(person) in within else 0.0
            score -= _TOLD_OF if distance == 0 and id(person) in told_of else 0.0
            if self.outside[token] and not self.outside[head]:
                if self._sentence_number(head) == here:
                    continue  # who speaks of Roe is not Roe
                score -= _IN_QUOTES
            if best is None or (score, head) > best[:2]:
                best = (score, head, person)
        return best[2] if best is not None else None

    def _named_in_words(self, token: int) -> set[int]:
        """Return who is named between the marks of the sentence of a pronoun outside of them."""
        told = self._named_beside(token) if self.outside[token] else ()
        return {id(person) for head, person in told if not self.outside[head]}

    def _named_beside(self, token: int) -> Sequence[tuple[int, Person]]:
        """Return whom the sentence of ``token`` names, with the heads of the names."""
        sentence = self.tree.sentences[self._sentence_number(token)]
        low, high = (bisect_left(self._order, i) for i in (sentence.first, sentence.last))
        return self.heads[low:high]

    def phrase(self, head: int) -> int:
        """Return the head of the phrase that a name closes: "the owner and veteran Ada Roe"."""
        return self._salience.phrase(head)

    def _is_alone(self, head: int, distance: int) -> bool:
        """Return whether a name acts in the sentence before, and nobody else is named there."""
        token = self.tree.tokens[self.phrase(head)]
        main = token.dep in NOUN_SUBJECTS and self.tree.tokens[token.head].dep == "ROOT"
        return distance == 1 and main and len(self._named_beside(head)) == 1

    def only(self, token: int) -> Person | None:
        """Return the one person of the account who fits "he" or "she", named before or after."""
        sex = sex_of(self.tree.tokens[token].text)
        everyone = list({id(person): person for _, person in self.heads}.values())
        fits = [person for person in everyone if person.sex in (sex, "")]
        return fits[0] if sex and len(fits) == 1 and fits[0].sex == sex else None

    def _sentence_number(self, token: int) -> int:
        return self.tree.sentence_number(token)

    def _count_told(self) -> list[int]:
        """Return for each sentence how many up to it have words outside of quotations.

        What is quoted between "Roe said so." and "..., he added." does not part the two.
        """
        ends = (
            any(self.outside[s.first : s.last]) and number not in self._shouted
            for number, s in enumerate(self.tree.sentences)
        )
        return list(accumulate(ends))

    def _find_shouted(self) -> set[int]:
        """Return the sentences in capitals between others: links to what else an outlet has."""
        words = (
            [t.text for t in self.tree.tokens[s.first : s.last] if t.text.isalpha()]
            for s in self.tree.sentences
        )
        return {n for n, told in enumerate(words) if len(told) > 2 and " ".join(told).isupper()}
