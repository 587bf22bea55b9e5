"""Know the persons of one account by what they are called: in full, by surname, by given name."""

from collections import defaultdict
from collections.abc import Sequence

from asreported.lexicon.names import fold, given_names, without_suffix
from asreported.model.statement import Mention
from asreported.statements.speech.person import Person, find_same


class NameIndex:
    """The persons whose names are known so far."""

    def __init__(self) -> None:
        self._full: dict[str, Person] = {}
        self._surnames: dict[str, list[Person]] = defaultdict(list)
        self._juniors: dict[str, list[Person]] = defaultdict(list)  # by the surname before "Jr."
        self._givens: dict[str, list[Person]] = defaultdict(list)
        self._middles: dict[str, list[Person]] = defaultdict(list)  # "Roe" of "Ada Roe Byrne"

    def add(self, mention: Mention) -> None:
        """Take up a name in full: of who has been named otherwise, or of a new person."""
        words = fold(mention.name).split()
        if len(words) < 2 or " ".join(words) in self._full:
            return
        known = find_same(words, self._surnames.get(words[-1], []))
        if known is None and " " not in mention.name:
            return  # "the Roe-Doe talks" are held by two
        person = known or Person(mention.name, mention.span.start)
        if words[0] in given_names() and fold(person.name).split()[0] not in given_names():
            person.name = mention.name  # what is told of a film "Find Ada Roe" is of Ada Roe
        person.introduced = min(person.introduced, mention.span.start)
        self._full[" ".join(words)] = person
        if known is None:
            self._surnames[words[-1]].append(person)
            self._juniors[without_suffix(words)[-1]].append(person)
            self._givens[words[0]].append(person)
            for word in words[1:-1]:
                self._middles[word].append(person)

    def add_surname(self, surname: str, person: Person) -> None:
        """Take up one more who bears the surname."""
        self._surnames[surname].append(person)

    def keep(self, words: Sequence[str], person: Person) -> None:
        """Have these words name the person from now on."""
        self._full[" ".join(words)] = person

    def named(self, words: Sequence[str]) -> Person | None:
        """Return whom the words name in full, or as somebody was called before."""
        return self._full.get(" ".join(words))

    def called(self, word: str) -> Sequence[Person]:
        """Return who bears the word: as a surname, else before "Jr.", as a given or middle name."""
        orders = (self._surnames, self._juniors, self._givens, self._middles)
        return next(filter(None, (by.get(word) for by in orders)), [])
