"""Know the persons of one account: their fullest names, sex and roles.

A small coreference of our own: names are grouped by surname and given name; roles come from the
words beside a name ("President Ann Smith", "Ann Smith, head of ..."). Whom a pronoun stands for
`antecedents` says.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from asreported.lexicon.kin import kin
from asreported.lexicon.names import (
    ends_in_father,
    fold,
    given_names,
    is_father,
    titles,
)
from asreported.model.document import Document
from asreported.model.labels import NOUNS
from asreported.model.statement import Mention
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.antecedents import Antecedents
from asreported.statements.speech.beings import is_served
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
from asreported.statements.speech.sexes import (
    learn_sexes,
    noun_sexes,
    sex_of,
    unisex_names,
)
from asreported.statements.speech.slips import with_usual_spelling

_ATTRIBUTE = frozenset({"attr"})
# Kinds of verbs by which somebody opens his mouth.
_UTTERED = SPEECH | {"asked", "ordered", "thanked"}
_DESCRIBING = frozenset({"compound", "appos", "nmod", "amod", "poss", "npadvmod"})
_KIN = kin("parent", "child", "sibling")
_NAMED_WITH = _KIN | kin("spouse")
_TELLS_KIND = NOUNS | {"ADJ"}
"""What stands beside a role and says of what kind it is: "the Norlandic prime minister"."""


class Persons(Antecedents):
    """The persons of one account."""

    def __init__(
        self, document: Document, tree: Tree, mentions: Sequence[Mention], outside: Sequence[bool]
    ) -> None:
        super().__init__(tree, outside)
        self._courtesies: dict[int, tuple[str, Person]] = {}
        self._others: dict[str, Person] = {}
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
            self._add(document, mention, self._titled(mention, found))
        self.heads.sort(key=lambda pair: pair[0])
        self._order = [head for head, _ in self.heads]
        self._name_kin()

    def _titled(self, mention: Mention, found: Person) -> Person:
        """Return ``found``, or whoever bears the surname with a title of the other sex.

        "Ms. Roe" is nobody whom the account has called "Mr. Roe" before.
        """
        first = self.tree.at(mention.span.start)
        title = self.tree.tokens[first - 1].text if first > 0 else ""
        sex = title_sex(title)
        if not sex or " " in mention.name:
            return found
        known = self._courtesies.setdefault(id(found), (sex, found))
        if known[0] == sex:
            return found
        name = f"{title} {mention.name}"
        return self._others.setdefault(name, Person(name, mention.span.start))

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
        return token.dep == "nsubj" and verb_kinds().get(verb) in _UTTERED

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
