"""Know the persons of one account: their fullest names, sex and roles, and who "he" is.

A small coreference of our own: names are grouped by surname and given name; roles come from the
words beside a name ("President Ann Smith", "Ann Smith, head of ..."); a pronoun goes to the nearest
person who fits in sex and number, a subject before another word, the last speaker before all.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from asreported.lexicon.kin import kin
from asreported.lexicon.names import (
    ends_in_father,
    fold,
    given_names,
    is_father,
    titles,
)
from asreported.model.document import Document
from asreported.model.labels import NOUN_SUBJECTS, NOUNS
from asreported.model.statement import Mention
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import is_served
from asreported.statements.speech.binding import find_others, find_told_of
from asreported.statements.speech.nameindex import NameIndex
from asreported.statements.speech.namesakes import (
    find_addressed,
    find_namesakes,
    find_owners,
    with_shared_surname,
)
from asreported.statements.speech.person import (
    Person,
    find_introduced,
    opens_title,
    surname_of,
    title_role,
    title_sex,
    without_titles,
)
from asreported.statements.speech.reporting import SPEECH, verb_kinds
from asreported.statements.speech.salience import Salience
from asreported.statements.speech.sexes import (
    is_called_else,
    learn_sexes,
    noun_sexes,
    sex_of,
    unisex_names,
)
from asreported.statements.speech.slips import with_usual_spelling

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
# What it costs that one's sex is unknown, less for who spoke or alone acts in the sentence before.
_UNKNOWN, _ALMOST_KNOWN = 0.8, 0.4
# What one loses whose only name is a given name of the other sex: it may be a surname, too.
_CALLED_ELSE = 1.5
_ATTRIBUTE = frozenset({"attr"})
_DESCRIBING = frozenset({"compound", "appos", "nmod", "amod", "poss", "npadvmod"})
_KIN = kin("parent", "child", "sibling")
_NAMED_WITH = _KIN | kin("spouse")
_TELLS_KIND = NOUNS | {"ADJ"}
"""What stands beside a role and says of what kind it is: "the Norlandic prime minister"."""


class Persons:
    """The persons of one account."""

    def __init__(
        self, document: Document, tree: Tree, mentions: Sequence[Mention], outside: Sequence[bool]
    ) -> None:
        self.tree = tree
        self.outside = outside
        self.at: dict[int, Person] = {}
        self.heads: list[tuple[int, Person]] = []
        self._order: list[int] = []
        self._salience = Salience(tree, self.at)
        self._followed: list[tuple[int, Person]] = []
        self._open = [
            index
            for index, token in enumerate(tree.tokens)
            if outside[index] and token.dep in NOUN_SUBJECTS and token.text.lower() in _SUBJECTS
        ]
        self._told = self._count_told()
        self._sexes = noun_sexes()
        kin = {m.name for m in mentions if self._is_kin(m)}
        full = (fold(m.name).split() for m in mentions if m.type == "person" and " " in m.name)
        surnames = {words[-1] for words in full}
        persons = [
            m
            for m in mentions
            if m.type == "person" or m.name in kin or self._is_surname(m, surnames)
        ]
        persons += list(find_owners(document, mentions))
        bare = [replace(m, name=without_titles(m.name)) for m in persons]
        self._group(document, with_usual_spelling(bare))
        learn_sexes(tree, self.heads, outside)

    def _count_told(self) -> list[int]:
        """Return for each sentence how many up to it have words outside of quotations.

        What is quoted between "Roe said so." and "..., he added." does not part the two.
        """
        ends = (any(self.outside[s.first : s.last]) for s in self.tree.sentences)
        return list(accumulate(ends))

    def _group(self, document: Document, mentions: Sequence[Mention]) -> None:
        """Group the names, the fullest first, then describe each person by the words beside."""
        names = NameIndex()
        for mention in sorted(mentions, key=lambda m: (-len(fold(m.name).split()), m.span)):
            names.add(mention)
        for surname, mention in find_namesakes(self.tree, mentions):
            names.add_surname(surname, Person(mention.name, mention.span.start))
        for mention in mentions:
            words = fold(mention.name).split()
            if not words:
                continue
            found = names.named(words)
            if found is None and len(words) == 1:
                found = self._called(document, mention, names.called(words[0]))
            if found is None:
                found = Person(with_shared_surname(self.tree, mention, words))
                names.keep(words, found)
            self._add(document, mention, found)
        self.heads.sort(key=lambda pair: pair[0])
        self._order = [head for head, _ in self.heads]
        self._name_kin()

    def _called(
        self, document: Document, mention: Mention, bearers: Sequence[Person]
    ) -> Person | None:
        """Return whom a name of one word means of those who bear it, None where that is nobody."""
        several = find_addressed(self.tree, mention, bearers)
        if not is_father(document.text, mention.span.start):
            several = [p for p in several if not ends_in_father(p.name)]
        speaking = self._speaking(several, mention) if len(several) > 1 else None
        found = speaking or find_introduced(several, mention.span.start)
        if found is not None:
            found.bare.append(mention.span.start)
        return found

    def _speaking(self, several: Sequence[Person], mention: Mention) -> Person | None:
        """Return who of those of one surname spoke by full name last, where the surname speaks.

        In "Ada Roe told ...", then "Roe said", the victim Ben Roe says nothing. Where the surname
        alone stood before Ada Roe was named it goes on to mean Ben.
        """
        if not self._speaks(self.tree.at(mention.span.end - 1)):
            return None
        before = [
            (head, place)
            for place, person in enumerate(several)
            for head in person.tokens
            if self.tree.tokens[head].start < mention.span.start and self._speaks(head)
        ]
        if not before:
            return None
        one = several[max(before)[1]]
        spoke = self.tree.tokens[min(head for head, place in before if several[place] is one)].start
        others = (other for other in several if other is not one)
        return None if any(other.bare and other.bare[0] < spoke for other in others) else one

    def _speaks(self, head: int) -> bool:
        token = self.tree.tokens[head]
        if token.dep == "appos":
            token = self.tree.tokens[token.head]  # "Bo's mother, Ada Roe, said"
        verb = self.tree.tokens[token.head].lemma.lower()
        return token.dep == "nsubj" and verb_kinds().get(verb) in SPEECH

    def _is_surname(self, mention: Mention, surnames: Collection[str]) -> bool:
        """Return whether what else is a town's name says something: "London said" of Ada London."""
        return fold(mention.name) in surnames and self._speaks(self.tree.at(mention.span.end - 1))

    def _is_kin(self, mention: Mention) -> bool:
        """Return whether a name is a person's because a word of kinship says so."""
        tokens = self.tree.tokens
        first = self.tree.at(mention.span.start)
        if first < 1 or " " in mention.name:
            return False
        before = tokens[first - 1]
        return before.lemma.lower() in _KIN and first - 1 in (
            tokens[first].head,
            *self.tree.children[first],
        )

    def _name_kin(self) -> None:
        """Give a first name beside a word of kinship the possessor's surname.

        "Her father Pavel" of Vera Roe is Pavel Roe.
        """
        tokens = self.tree.tokens
        for head, person in list(self.heads):
            if " " in person.name or not person.roles & _NAMED_WITH:
                continue
            near = [*self.tree.children[head], *self.tree.children[tokens[head].head]]
            near += [below for child in near for below in self.tree.children[child]]
            # A wife may have kept her name, and "Ada's Mom" may be a name itself.
            beside = [tokens[i].text for i in (*self.tree.children[head], tokens[head].head)]
            beside += [tokens[i].text for i in self.tree.children[tokens[head].head]]
            near = near if person.roles & _KIN & {*beside} else []
            owners = (self._owner(index) for index in near if tokens[index].dep == "poss")
            for owner in (*owners, self._named_with(head)):
                if owner is not None and " " in owner.name and owner is not person:
                    person.name = f"{person.name} {surname_of(owner.name)}"
                    self._speak_for(owner, person)
                    break

    def _owner(self, index: int) -> Person | None:
        """Return whose kin a possessor at ``index`` tells of: by name, or plainly by "her".

        "His father" is of another than the one who fits best where somebody else was named since.
        """
        if index in self.at:
            return self.at[index]
        one = self.pronoun(index, ())
        sex = sex_of(self.tree.tokens[index].text)
        place = bisect_left(self._order, index)
        since = (who for _, who in reversed(self.heads[:place]) if who.sex in (sex, ""))
        return one if one is next(since, None) else None

    def _named_with(self, head: int) -> Person | None:
        """Return of whom a name is the kin that a bare noun before it tells.

        "Ben Roe and wife Ada"; "Ben Roe is still in hospital. Mum Ada said".
        """
        words = [token.text.lower() for token in self.tree.tokens[max(head - 2, 0) : head]]
        if not words or words[-1] not in _NAMED_WITH:
            return None
        if len(words) == 2 and words[0] == "and":
            return self.at.get(head - 3)
        number = self.tree.sentence_number(head)
        opens = number > 0 and self.tree.sentence_start(number) == head - 1
        place = bisect_left(self._order, head)
        near = [(at, who) for at, who in self.heads[:place] if " " in who.name][-1:]
        fresh = near and number - self.tree.sentence_number(near[0][0]) <= 1
        return near[0][1] if opens and fresh else None

    def _speak_for(self, silent: Person, kin: Person) -> None:
        """Give ``kin`` what one of the same surname is said to say who never speaks in full.

        Behind "Ben Roe's brother Olan pleaded ..." it is Olan who is meant by "Roe said".
        """
        bare = {at for at in silent.tokens if self.at.get(at - 1) is not silent}
        if any(self._speaks(at) for at in silent.tokens if at not in bare):
            return
        if not any(self._speaks(self._salience.phrase(at)) for at in kin.tokens):
            return
        for at in sorted(bare):
            if at > kin.tokens[0] and self._speaks(at):
                silent.tokens.remove(at)
                kin.tokens.append(at)
                self.at[at] = kin
                self.heads = [(i, kin if i == at else who) for i, who in self.heads]

    def _add(self, document: Document, mention: Mention, person: Person) -> None:
        tokens = self.tree.tokens
        first = self.tree.at(mention.span.start)
        last = self.tree.at(mention.span.end - 1)
        if first < 0 or tokens[first].start < mention.span.start - 2:
            return
        head = last
        for index in range(first, last + 1):
            self.at[index] = person
            if not first <= tokens[index].head <= last or tokens[index].head == index:
                head = index
        person.tokens.append(head)
        self.heads.append((head, person))
        self._describe(document, person, first, last, head)

    def _describe(
        self, document: Document, person: Person, first: int, last: int, head: int
    ) -> None:
        """Learn what the words beside a mention (tokens ``first`` to ``last``) say of a person."""
        tokens = self.tree.tokens
        opens, _ = self.tree.sentence(first)
        honorific = tokens[first - 1].text.rstrip(".").lower() if first > opens else ""
        self._learn_sex(person, head, honorific)
        self._learn_roles(person, first, last, head)
        if self._is_titled(person, first, honorific) and " " not in person.name:
            begin = first - 1
            while begin > opens and opens_title(tokens[begin - 1].text):
                begin -= 1
            titled = document.text[tokens[begin].start : tokens[last].end]
            person.name = " ".join(titled.split())

    def _learn_sex(self, person: Person, head: int, honorific: str) -> None:
        """Set the sex by what the sentence calls the person, the given name, best the title."""
        person.sex = person.sex or self._sexes.get(self._is_what(head), "")
        given = fold(person.name).split()
        first_name = given[0] if len(given) > 1 else ""
        if len(first_name) == 1 and len(given) > 2:
            first_name = given[1]  # "J. Ada Roe"
        if not person.sex and first_name not in unisex_names():
            person.sex = given_names().get(first_name, "")
        person.sex = title_sex(honorific) or person.sex

    def _learn_roles(self, person: Person, first: int, last: int, head: int) -> None:
        """Add the nouns that describe the person, and the words beside these."""
        tokens = self.tree.tokens
        for index in self._nouns_beside(first, last, head):
            token = tokens[index]
            governed = first - 3 <= token.head <= last and token.dep in _DESCRIBING
            if not governed and index != tokens[head].head:
                continue
            if token.dep == "poss" or is_served(self.tree, index):
                continue
            lemma = token.lemma.lower()
            person.roles |= {lemma, title_role(token.text)}
            if not person.sex and lemma in self._sexes:
                person.sex = self._sexes[lemma]
            person.modifiers |= {
                tokens[modifier].lemma.lower()
                for modifier in self.tree.children[index]
                if tokens[modifier].pos in _TELLS_KIND
            }
            person.modifiers.add(lemma)
        opens, _ = self.tree.sentence(first)
        for index in range(max(opens, first - 4), first):
            beside = tokens[index].head in range(first - 4, last + 1)
            if beside and tokens[index].pos in _TELLS_KIND:
                person.modifiers.add(tokens[index].lemma.lower())
        given = fold(person.name).split()
        for index in range(first, head):  # "Justice" of "Mrs Justice Roe" tells what she is
            token = tokens[index]
            if token.text.lower() in titles("office") and fold(token.text) not in given:
                person.roles |= {token.lemma.lower(), title_role(token.text)}

    def _nouns_beside(self, first: int, last: int, head: int) -> list[int]:
        """Return the nouns under a mention, above it where it explains them, and before it."""
        tokens = self.tree.tokens
        beside = [i for i in self.tree.children[head] if not first <= i <= last]
        explains = tokens[head].dep == "appos" or self._is_office_of(head, first)
        beside += [tokens[head].head] if explains else []
        opens, _ = self.tree.sentence(first)
        beside += range(max(opens, first - 3), first)
        return [i for i in beside if tokens[i].pos in NOUNS]

    def _is_titled(self, person: Person, first: int, honorific: str) -> bool:
        """Return whether a name of one word has a capitalised title before it: "President Roe"."""
        alone = len(fold(person.name).split()) == 1
        title = honorific in titles() and honorific not in _KIN and len(honorific) > 3
        return alone and title and self.tree.tokens[first - 1].text[0].isupper()

    def _is_what(self, head: int) -> str:
        """Return the noun by which a sentence says what a name is: "Roe is the widow of ..."."""
        tokens = self.tree.tokens
        verb = tokens[head].head
        what = self.tree.child(verb, _ATTRIBUTE)
        plain = tokens[head].dep == "nsubj" and tokens[verb].lemma == "be"
        denied = any(tokens[child].dep == "neg" for child in self.tree.children[verb])
        return tokens[what].lemma.lower() if plain and what is not None and not denied else ""

    def _is_office_of(self, head: int, first: int) -> bool:
        """Return whether a comma alone parts a name from an office that the parser joins it to.

        So it does in "the Minister of Health, Dr. Ada Roe, and the chief of police".
        """
        tokens = self.tree.tokens
        office = tokens[head].head
        while first > 0 and fold(tokens[first - 1].text) in titles("honorific"):
            first -= 1
        joined = tokens[head].dep == "conj" and office < first and tokens[first - 1].text == ","
        article = tokens[self.tree.left[office]].text.lower() == "the"
        alone = not any(tokens[i].dep == "cc" for i in self.tree.children[office])
        return joined and article and alone and tokens[office].lemma.lower() in titles("office")

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
        told_of = [id(self.at[at]) for at in find_told_of(self.tree, token) if at in self.at]
        others = [id(self.at[at]) for at in find_others(self.tree, token) if at in self.at]
        for head, person, bonus in places:
            if id(person) in others:
                continue
            distance = here - self._sentence_number(head)
            if steps is not None:
                distance = steps[here] - steps[here - distance]
            if distance > _REACH or (person.sex and person.sex != sex):
                continue
            sure = bonus or self._is_alone(head, distance)
            score = bonus - distance
            score -= 0.0 if person.sex else _ALMOST_KNOWN if sure else _UNKNOWN
            score += _SPEAKS if bonus else self._salience.of(head, token, distance == 0)
            score += _NAMED_AGAIN * min(len(person.tokens), _NAMED_OFTEN)
            score -= _CALLED_ELSE if is_called_else(person.name, sex) else 0.0
            score -= _TOLD_OF if distance == 0 and id(person) in told_of else 0.0
            if self.outside[token] and not self.outside[head]:
                if self._sentence_number(head) == here:
                    continue  # who speaks of Roe is not Roe
                score -= _IN_QUOTES
            if best is None or (score, head) > best[:2]:
                best = (score, head, person)
        return best[2] if best is not None else None

    def phrase(self, head: int) -> int:
        """Return the head of the phrase that a name closes: "the owner and veteran Ada Roe"."""
        return self._salience.phrase(head)

    def _is_alone(self, head: int, distance: int) -> bool:
        """Return whether a name acts in the sentence before, and nobody else is named there."""
        sentence = self.tree.sentences[self._sentence_number(head)]
        token = self.tree.tokens[self.phrase(head)]
        main = token.dep in NOUN_SUBJECTS and self.tree.tokens[token.head].dep == "ROOT"
        low, high = (bisect_left(self._order, i) for i in (sentence.first, sentence.last))
        return distance == 1 and main and high - low == 1

    def only(self, token: int) -> Person | None:
        """Return the one person of the account who fits "he" or "she", named before or after."""
        sex = sex_of(self.tree.tokens[token].text)
        everyone = list({id(person): person for _, person in self.heads}.values())
        fits = [person for person in everyone if person.sex in (sex, "")]
        return fits[0] if sex and len(fits) == 1 and fits[0].sex == sex else None

    def _sentence_number(self, token: int) -> int:
        return self.tree.sentence_number(token)
