"""Tell whose name stands before the turns of a transcript."""

from collections.abc import Iterable

from asreported.lexicon.names import fold
from asreported.model.document import Document
from asreported.model.statement import Speaker
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.person import Person, without_titles

_QUESTION, _ANSWER = frozenset({"q", "question"}), frozenset({"a", "answer"})

LABELLED = "the label of a turn"
"""How a turn of a transcript is tied to its mouth."""


class Labels:
    """The names before the turns of one transcript, asked for in text order.

    A short one is the longer one before it, or the one person of the text with that surname: "ROE"
    is Ada Roe. What is all capitals or all small is written as names are. "A" is whom the text
    above the first question introduces, where it names one person alone.
    """

    def __init__(self, document: Document, tree: Tree, persons: Iterable[Person]) -> None:
        self._document = document
        self._tree = tree
        self._persons = {id(person): person for person in persons}.values()
        self._first = -1
        self._bearers: dict[str, set[str]] = {}
        for person in self._persons:
            if " " in person.name and not person.name.isupper():
                self._bearers.setdefault(_surname(person.name), set()).add(person.name)
        self._known: dict[str, str] = {}

    def speaker(self, end: int) -> Speaker:
        """Return who is named from the start of the line to code point ``end``."""
        text = self._document.text
        start = text.rfind("\n", 0, end) + 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        words = text[start:end]
        self._first = start if self._first < 0 else self._first
        if words.lower() in _QUESTION | _ANSWER:
            return self._unlabelled(start, end, asks=words.lower() in _QUESTION)
        name = words.title() if words.isupper() or words.islower() else words
        name = without_titles(name) or name
        key = _surname(name)
        bearers = self._bearers.get(key, set())
        if fold(name) == key:
            name = self._known.get(key) or (min(bearers) if len(bearers) == 1 else name)
        else:
            alike = [bearer for bearer in sorted(bearers) if fold(bearer) == fold(name)]
            name = alike[0] if alike else name
            self._known[key] = name
        return Speaker(name, self._document.span(start, end), None, "person", LABELLED)

    def _unlabelled(self, start: int, end: int, *, asks: bool) -> Speaker:
        """Return who asks, or who answers, where only "Q" and "A" stand before the turns."""
        span = self._document.span(start, end)
        if asks:
            return Speaker("the interviewer", span, None, "unnamed", LABELLED)
        authors = {fold(author.name) for author in self._document.authors}
        tokens = self._tree.tokens
        introduced = {
            person.name
            for person in self._persons
            if " " in person.name
            and fold(person.name) not in authors
            and any(tokens[at].start < self._first for at in person.tokens)
        }
        if len(introduced) != 1:
            return Speaker("the interviewee", span, None, "unnamed", LABELLED)
        return Speaker(introduced.pop(), span, None, "person", LABELLED)


def _surname(name: str) -> str:
    return fold(name).split(" ")[-1]
