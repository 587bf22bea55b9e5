"""Say who "the minister" is: the person whom the account describes so, or who was just named."""

from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from asreported.lexicon.kin import kin
from asreported.lexicon.load import table, words
from asreported.lexicon.names import demonyms, titles
from asreported.model.labels import NOUN_SUBJECTS, OBJECT
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import speaker_kinds
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.person import Person
from asreported.statements.speech.reporting import SPEECH, verb_kinds
from asreported.statements.speech.sexes import noun_sexes

# What speaks for a person: to be called by the very noun, and each word beside it (1). Against one:
# each sentence between, a country that the role is told without, to be named behind it only.
_EXACT, _A_SENTENCE, _FOREIGN, _AHEAD = 2.0, 0.1, 0.5, 1.0
_CLEARLY = 0.25  # By more than this the best is told from the next.
# Within how many sentences one who acts or speaks is likelier meant by a bare title.
_FRESH = 2
# And how many at most where only quotations lie between.
_FARTHEST = 6
# Within how many sentences behind a title one is named who has not been named before it.
_LATER = 6
# Within how many sentences one who was called by a role is called by the name.
_SOON = 2
# Of these each has one, who is called so by the name of the other.
KIN = kin("parent", "spouse", "widowed")
_KIN_OF_ONE = kin("parent", "child", "sibling", "spouse", "widowed")
_SPOUSES = frozenset({"husband", "wife"})
_BESIDE_NAMES = frozenset({"appos", "attr", "compound"})
# "The former secretary" is who was just spoken of.
_ONCE = frozenset({"former", "ex", "then", "outgoing", "retired", "longtime"})
# What a role may be called by without being told from another.
_SIDES = frozenset({"republican", "democratic", "conservative", "liberal", "state"})
# "Its top general" is one of many, of whom the account may name another.
_RANKING = frozenset({"top", "chief", "senior", "leading", "head", "other"})
# Of these nobody is two: "the minister" is not the president.
_HEADS = frozenset({"president", "minister", "king"})
_CLOSES_AGE = frozenset({",", ")", ".", ";"})
# Who has this before the office does not hold it.
_UNDER = frozenset({"vice"})
# Who is called so is not the one of whom the role was told.
_OTHERS = words("word_classes", kind="another")
# Of these there are several, and the word before says which.
_OF_KINDS = frozenset({"minister", "secretary"})


class _Role(NamedTuple):
    """A definite role: its noun, the kindred nouns, and the words beside, names among them."""

    head: int
    word: str
    lemma: str
    family: Set[str]
    modifiers: Set[str]
    proper: Set[str]


class Roles:
    """The roles of one account's persons."""

    def __init__(self, persons: Persons) -> None:
        self.persons = persons
        self.tree = persons.tree
        self._sexes = noun_sexes()

    def bearer(
        self,
        head: int,
        first: int,
        last: int,
        definite: bool,
        speakers: Sequence[tuple[int, Person]],
    ) -> tuple[Person, str] | None:
        """Return the person for whom the words ``first:last`` of a role stand, and why."""
        if self.tree.tokens[first].tag == "PRP$" and first < head:
            one = self.only(head)
            if one is not None:
                return one, "the only one so described"
        kin = self._kin(head) or self._spouse(head)
        if kin is not None:
            return kin, "the only one so described"
        known = self.person(head, first, last, speakers) if definite else None
        if known is not None:
            return known
        named = self._named_next(head, definite)
        return (named, "who is named next") if named is not None else None

    def person(
        self, head: int, first: int, last: int, speakers: Sequence[tuple[int, Person]]
    ) -> tuple[Person, str] | None:
        """Return the person whom a definite role ("the minister") stands for, and why."""
        asked = self._read(head, first, last)
        if asked.lemma == "old":
            return self._of_age(head, speakers)
        other = self._unnamed(head)
        if asked.modifiers and asked.modifiers <= _SIDES:
            # "The state's Republican governor" is the only governor there is.
            one = self.only(head) if other is None else None
            return (one, f'"{asked.word}" describes this person alone') if one else None
        best: dict[int, tuple[float, Person]] = {}
        for place, person in self.persons.heads:
            if other is not None and self.persons.last_named(person, head) < other:
                continue
            if not self._is_far(person, head) and self._may_hold(person, asked):
                score = self._fit(person, place, asked)
                if id(person) not in best or best[id(person)][0] < score:
                    best[id(person)] = (score, person)
        if best:
            return self._likeliest(sorted(best.values(), key=lambda pair: -pair[0]), asked)
        return self._by_deed(head, first, asked.lemma, speakers) if other is None else None

    def _read(self, head: int, first: int, last: int) -> _Role:
        """Return what the words ``first:last`` with the noun ``head`` say of who is meant."""
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        beside = [tokens[i] for i in range(first, last) if i != head]
        modifiers = {t.lemma.lower() for t in beside if t.pos in ("ADJ", "PROPN", "NOUN")}
        proper = {tokens[i].lemma.lower() for i in range(first, last) if tokens[i].pos == "PROPN"}
        if tokens[head].text == "PM":
            lemma, modifiers = "minister", modifiers | {"prime"}
        elif is_head_of_state(self.tree, head):
            lemma, modifiers, proper = "president", modifiers - {"head", "state"}, set()
        return _Role(
            head, tokens[head].text, lemma, role_family(lemma), modifiers, proper & modifiers
        )

    def _may_hold(self, person: Person, asked: _Role) -> bool:
        """Return whether nothing that is known of the person speaks against the role."""
        sex = self._sexes.get(asked.lemma, "")
        if sex and person.sex and person.sex != sex:
            return False  # "Roe meets Queen": Roe is none
        if not person.roles & asked.family:
            return False
        if asked.modifiers and not asked.modifiers & person.modifiers:
            return False
        if asked.lemma in _HEADS and asked.lemma not in person.roles and person.roles & _HEADS:
            return False
        if (person.modifiers - asked.modifiers) & _UNDER:
            return False  # "the president" is not the vice president
        if (asked.modifiers - person.modifiers) & _RANKING:
            return False
        if asked.lemma in _KIN_OF_ONE and not asked.modifiers <= person.modifiers:
            return False  # "the former president's son" is not "the president's son, Ben Roe"
        if any(self.persons.at.get(i) is person for i in self._acted_on(asked.head)):
            return False  # "The president praised Roe"
        # "The New York Democrat" is not the one of New Jersey.
        return not asked.proper & person.modifiers or asked.proper <= person.modifiers

    def _acted_on(self, head: int) -> Sequence[int]:
        """Return the objects of the verb that ``head`` is the subject of."""
        tokens = self.tree.tokens
        acts = tokens[head].dep == "nsubj"
        below = self.tree.children[tokens[head].head] if acts else ()
        return [i for i in below if tokens[i].dep in OBJECT]

    def _fit(self, person: Person, place: int, asked: _Role) -> float:
        """Return how well the person, named at ``place``, fits the role, by words and nearness."""
        apart = abs(self.tree.sentence_number(asked.head) - self.tree.sentence_number(place))
        exact = _EXACT if asked.lemma in person.roles else 0.0
        score = exact + len(asked.modifiers & person.modifiers) - _A_SENTENCE * apart
        if not asked.modifiers and person.modifiers & demonyms().keys():
            score -= _FOREIGN  # "the president" is not the one who was "the Norlandic president"
        return score - _AHEAD if place > asked.head else score

    def _likeliest(
        self, ranked: Sequence[tuple[float, Person]], asked: _Role
    ) -> tuple[Person, str] | None:
        """Return the best of ``ranked``; of several as good the one who needs no introduction."""
        best = ranked[0][0]
        close = [person for score, person in ranked if score >= best - _CLEARLY]
        if len(close) == 1 and not self._is_foreign(close[0], asked):
            return close[0], f'"{asked.word}" describes this person'
        # Of "President Roe" and "Olan Byrne, a president", one needs no introduction.
        known = [p for p in close if p.name.lower().startswith(f"{asked.lemma} ")]
        acting = known[0] if len(known) == 1 else self._acting(close, asked.head)
        if acting is None:
            return None
        return acting, f'"{asked.word}" describes who acts just before'

    def _is_foreign(self, person: Person, asked: _Role) -> bool:
        """Return whether a bare role may be another's than the person's, told with a country.

        "The president" is not "the Norlandic president" where others are named more often, if she
        does not act just before.
        """
        told = person.modifiers & demonyms().keys() and not asked.modifiers
        most = max(len(one.tokens) for _, one in self.persons.heads)
        return bool(told) and asked.lemma in _HEADS and len(person.tokens) < most

    def _by_deed(
        self, head: int, first: int, lemma: str, speakers: Sequence[tuple[int, Person]]
    ) -> tuple[Person, str] | None:
        """Return who acts just before, by the role with a trait, an epithet or an office."""
        found = self._adorned(head, first) or self._just_named(head, lemma, speakers)
        return found or self._unheld(head, first, lemma, speakers)

    def _unheld(
        self, head: int, first: int, lemma: str, speakers: Sequence[tuple[int, Person]]
    ) -> tuple[Person, str] | None:
        """Return who alone acts and speaks just before an office that the account gives nobody.

        "Ada Roe wrote that ... “It is so,” the president wrote": Roe needs no introduction.
        """
        tokens = self.tree.tokens
        bare = head - first == 1 == self.tree.right[head] - head and tokens[head].tag == "NN"
        bare = bare and lemma in titles("office")
        family = role_family(lemma)
        if not bare or not speakers or any(p.roles & family for _, p in self.persons.heads):
            return None
        place, one = speakers[-1]
        begin = self.tree.sentence_start(self.tree.sentence_number(place))
        before = self.tree.sentence_number(place) < self.tree.sentence_number(head)
        fresh = before and self.persons.apart(place, head) <= 1
        others = [p for at, p in self.persons.heads if begin <= at < head and p is not one]
        again = any(tokens[i].lemma.lower() in family for i in range(begin, head))
        if not fresh or others or again or one.roles & titles("office"):
            return None
        return one, f'"{tokens[head].text}" can be nobody else who acts just before'

    def _adorned(self, head: int, first: int) -> tuple[Person, str] | None:
        """Return who alone holds the role and acts just before, whatever it is adorned with.

        "The modest sergeant" is the one sergeant there is; "the second sergeant" is another.
        """
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        told = [tokens[i] for i in range(first + 1, head)]
        apart = _SIDES | _RANKING | _ONCE | _UNDER | _OTHERS | demonyms().keys()
        adorned = told and all(w.tag == "JJ" and w.lemma.lower() not in apart for w in told)
        holders = {id(p): p for _, p in self.persons.heads if lemma in p.roles}
        if not adorned or len(holders) != 1:
            return None
        acting = self._acting(list(holders.values()), head)
        return (acting, f'"{tokens[head].text}" describes who acts just before') if acting else None

    def _is_far(self, person: Person, head: int) -> bool:
        """Return whether who holds an office is named long after ``head`` only: in years ago."""
        first = person.tokens[0]
        apart = self.tree.sentence_number(first) - self.tree.sentence_number(head)
        return apart > _LATER and self.tree.tokens[head].lemma.lower() in titles("office")

    def _unnamed(self, head: int) -> int | None:
        """Return where somebody without a name was given the same role just before: "a driver"."""
        tokens = self.tree.tokens
        lemma = tokens[head].lemma
        first = self.tree.sentence_start(max(self.tree.sentence_number(head) - _FRESH, 0))
        for index in range(head - 1, first - 1, -1):
            word = tokens[index]
            if word.lemma != lemma or word.tag != "NN" or word.dep in _BESIDE_NAMES:
                continue
            below = self.tree.children[index]
            if any(child in self.persons.at and tokens[child].dep != "poss" for child in below):
                return None
            new = any(tokens[child].lemma in ("a", "another") for child in below)
            return index if new or any(tokens[child].text == "of" for child in below) else None
        return None

    def _acting(self, persons: Sequence[Person], head: int) -> Person | None:
        """Return the only one of ``persons`` named in the sentences before, who acts there."""
        here = self.tree.sentence_number(head)
        near = [
            (place, person)
            for place, person in self.persons.heads
            if place < head
            and here - self.tree.sentence_number(place) <= _FRESH
            and any(person is one for one in persons)
        ]
        if not near or any(person is not near[0][1] for _, person in near):
            return None
        deps = {self.tree.tokens[self.persons.phrase(place)].dep for place, _ in near}
        return near[0][1] if deps & NOUN_SUBJECTS else None

    def only(self, head: int) -> Person | None:
        """Return the one person of the account whom the noun ``head`` describes: "her father"."""
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        found = {id(person): person for _, person in self.persons.heads if lemma in person.roles}
        one = next(iter(found.values())) if len(found) == 1 else None
        kind = tokens[head - 1].lemma.lower() if head - 1 in self.tree.children[head] else ""
        if one is None or (lemma in _OF_KINDS and kind not in one.modifiers):
            return None  # "its foreign minister" is not the prime minister
        above = any(tokens[child].text.lower() in _RANKING for child in self.tree.children[head])
        return None if above else one

    def _kin(self, head: int) -> Person | None:
        """Return who alone is described as one's kin and has the surname: "Roe's wife"."""
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        owner = next((i for i in self.tree.children[head] if tokens[i].dep == "poss"), None)
        whose = self.persons.at.get(owner) if owner is not None else None
        if lemma not in KIN or whose is None:
            return None
        found = self.only(head)
        same = found is not None and found.name.split()[-1] == whose.name.split()[-1]
        return found if same and found is not whose else None

    def _spouse(self, head: int) -> Person | None:
        """Return the only other bearer of the surname: "Her husband said" of "Roe's wife Ada"."""
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        owner = next((i for i in self.tree.children[head] if tokens[i].dep == "poss"), None)
        if lemma not in _SPOUSES or owner is None:
            return None
        whose = self.persons.at.get(owner) or self.persons.pronoun(owner, ())
        if whose is None or " " not in whose.name or not whose.roles & _SPOUSES - {lemma}:
            return None
        surname, sex = whose.name.split()[-1], self._sexes.get(lemma, "")
        others = {
            id(person): person
            for _, person in self.persons.heads
            if person is not whose and " " in person.name and person.name.split()[-1] == surname
        }
        one = next(iter(others.values())) if len(others) == 1 else None
        return one if one is not None and one.sex == sex else None

    def _named_next(self, head: int, definite: bool) -> Person | None:
        """Return who speaks next, if the name comes out of the blue: it is the one of the role.

        "The imam of the mosque said ... Ada Roe told reporters": Roe, of whom the account has said
        nothing before and says no more what she is, is the imam. Of one who is only "a rabbi", the
        title must say so.
        """
        tokens, here = self.tree.tokens, self.tree.sentence_number(head)
        last = min(here + _SOON, len(self.tree.sentences) - 1)
        for number in range(here + 1, last + 1):
            sentence = self.tree.sentences[number]
            told = [i for i in range(sentence.first, sentence.last) if self.persons.outside[i]]
            acting = [i for i in told if tokens[i].dep == "nsubj" and tokens[i].pos != "PRON"]
            named = [i for i in acting if i in self.persons.at]
            if not acting and not any(i in self.persons.at for i in told):
                continue  # words quoted, or "he said"
            one = self.persons.at[named[0]] if named and named[0] == acting[0] else None
            if one is None or not self._is_unknown(one, named[0], head):
                return None
            return one if definite or one.roles else None
        return None

    def _is_unknown(self, person: Person, name: int, role: int) -> bool:
        """Return whether a name in full stands first at ``name``, speaks, and is never described.

        But by the word of the role: "a rabbi ... Rabbi Ada Roe said".
        """
        tokens = self.tree.tokens
        lemma = tokens[role].lemma.lower()
        verb = tokens[name].head
        if tokens[min(name + 1, len(tokens) - 1)].text == ",":
            return False  # "Ada Roe, 24, said"
        speaks = verb_kinds().get(tokens[verb].lemma.lower()) in SPEECH
        first = person.tokens[0] == name and " " in person.name
        sex = self._sexes.get(lemma, "")
        fits = not (sex and person.sex and sex != person.sex)
        return first and speaks and fits and person.roles <= {lemma, ""}

    def several(self, they: int, spoke: int) -> int | None:
        """Return the people who alone act in the sentence before "they", none having spoken there.

        ``spoke`` is the place where somebody spoke last, -1 for none.
        """
        tree = self.tree
        number = tree.sentence_number(they) - 1
        while number >= 0 and not self._is_told(number):
            number -= 1
        if number < 0 or spoke >= tree.sentence_start(number):
            return None
        acting = [
            index
            for index in range(tree.sentence_start(number), they)
            if tree.tokens[index].dep in NOUN_SUBJECTS and self.persons.outside[index]
            if tree.tokens[index].tag == "NNS"
        ]
        kinds = [speaker_kinds().get(tree.tokens[index].lemma.lower()) for index in acting]
        return acting[0] if kinds in (["person"], ["group"]) else None

    def _is_told(self, number: int) -> bool:
        """Return whether a sentence has words outside of quotations."""
        sentence = self.tree.sentences[number]
        words = range(sentence.first, sentence.last)
        return any(self.persons.outside[i] and self.tree.tokens[i].pos != "PUNCT" for i in words)

    def _of_age(
        self, head: int, speakers: Sequence[tuple[int, Person]]
    ) -> tuple[Person, str] | None:
        """Return who is as old as "the 31-year-old": by the age told, else who was just named."""
        tokens = self.tree.tokens
        age = tokens[max(head - 4, 0)].text
        ages = {id(p): (self._age(place), p) for place, p in self.persons.heads if self._age(place)}
        fits = [person for told, person in ages.values() if told == age]
        if len(fits) == 1:
            return fits[0], f"the only one who is {age}"
        just = self._just_named(head, "old", speakers) if not fits else None
        return just if just is not None and id(just[0]) not in ages else None

    def _age(self, place: int) -> str:
        """Return the age told beside the name at ``place``: "Roe, 31,", "Roe (31)"; else ""."""
        tokens, at = self.tree.tokens, self.persons.at
        last = place
        while at.get(last + 1) is not None and at.get(last + 1) is at.get(place):
            last += 1
        after = [token.text for token in tokens[last + 1 : last + 4]]
        if len(after) == 3 and after[0] in (",", "(") and after[1].isdigit():
            return after[1] if after[2] in _CLOSES_AGE else ""
        first = place
        while at.get(first - 1) is not None and at.get(first - 1) is at.get(place):
            first -= 1
        back = [token.text for token in tokens[max(first - 8, 0) : first]]
        olds = [i for i, word in enumerate(back) if word == "old" and i > 3]
        return back[olds[-1] - 4] if olds and back[olds[-1] - 4].isdigit() else ""

    def _just_named(
        self, head: int, lemma: str, speakers: Sequence[tuple[int, Person]]
    ) -> tuple[Person, str] | None:
        """Return the only person who is subject or speaker in the two sentences before."""
        former = any(self.tree.tokens[i].lemma.lower() in _ONCE for i in self.tree.children[head])
        if not self.persons.outside[head]:
            return None  # of whom a quotation tells, it is not who speaks
        epithet = lemma in words("roles", kind="epithet") or self._is_of_several(head)
        if not epithet and lemma != "old" and not former:
            return None
        beside = [self.tree.tokens[i] for i in self.tree.children[head]]
        if any(word.dep == "poss" or word.text.lower() in _RANKING for word in beside):
            return None  # "the victim's mother" is another than who was told of
        here = self.tree.sentence_number(head)
        sex = self._sexes.get(lemma, "")
        near: list[Person] = []
        since: list[int] = []  # who is named last may be who once was something, too
        for place, person in [*self.persons.heads, *speakers]:
            if place >= head or here - self.tree.sentence_number(place) > _FARTHEST:
                continue
            if self.persons.apart(place, head) > _FRESH:
                continue
            subject = self.tree.tokens[place].dep in NOUN_SUBJECTS or self._opens_all(place)
            subject = subject and self.persons.outside[place]
            spoke = any(person is other for _, other in speakers[-1:])
            if sex and person.sex and person.sex != sex:
                continue
            if not (subject or spoke):
                if former and self.tree.sentence_number(place) == here:
                    since.append(place)
                continue
            if all(person is not other for other in near):
                near.append(person)
        if len(near) == 1 and max(since, default=-1) <= self.persons.last_named(near[0], head):
            return near[0], "the only person who acts or speaks in the sentences before"
        return None

    def _is_of_several(self, head: int) -> bool:
        """Return whether a parent's number of children makes an epithet: "the dad-of-three"."""
        behind = [token.text.lower() for token in self.tree.tokens[head + 1 : head + 4]]
        return behind == ["-", "of", "-"]

    def _opens_all(self, name: int) -> bool:
        """Return whether a whole sentence hangs on the name it opens with: "Roe, 41, scraped"."""
        first, _ = self.tree.sentence(name)
        return self.tree.tokens[name].dep == "ROOT" and self.tree.left[name] == first


def is_head_of_state(tree: Tree, head: int) -> bool:
    """Return whether ``head`` opens "head of state", as a president is called."""
    words = [token.text.lower() for token in tree.tokens[head : head + 3]]
    return words == ["head", "of", "state"]


@cache
def role_family(role: str) -> frozenset[str]:
    """Return the nouns that may name the same office as ``role``: "leader" for "president"."""
    rows = [row for row in table("roles") if row["kind"] != "epithet"]
    offices = {row["kind"] for row in rows if row["word"] == role}
    return frozenset({role, *(row["word"] for row in rows if row["kind"] in offices)})
