"""Say whom a pronoun stands for that speaks: "he", "it", "they", "one", and "I" in words quoted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from asreported.lexicon.pronouns import pronoun_sexes, pronouns
from asreported.model.document import Document
from asreported.model.labels import NOUN_SUBJECTS
from asreported.model.span import Span
from asreported.model.statement import Mention, Speaker
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.actors import Actors
from asreported.statements.speech.beings import is_human, speaker_kinds
from asreported.statements.speech.bodies import find_acting_body
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.person import Person
from asreported.statements.speech.roles import Roles
from asreported.statements.speech.sexes import given_sex, sex_of

THIRD = pronoun_sexes().keys() - pronouns("reflexive")
"""Pronouns that stand for one human being who is spoken of."""
PLURAL = frozenset({"they", "them", "their"})
"""Pronouns that stand for several, or for one whose sex is not told."""
_SINGULAR = frozenset({"it", "its"})
# How many sentences back a role that acts is asked for whom it stands.
_ROLE_REACH = 4
# How many words back "it" is followed to the text or the body that it stands for.
_IT_REACH = 60
# How many sentences behind its speaker "they" goes on, of those with words outside of quotations.
_AGAIN = 3
# What opens the words for several who are told of without "the": "furious mums".
_ADJECTIVE = ("ous", "ful", "gry", "ed", "ing", "ian", "ish", "ese", "ic", "less")
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
# By what a noun only describes: "The note is one page long".
_BESIDE = frozenset({"compound", "npadvmod"})

# Texts that several issue: "The statement said ..., they added".
_OF_SEVERAL = frozenset({"statement", "letter", "filing", "petition"})
# Bodies that are people at work: "it" is none of them.
_PEOPLE = frozenset({"staff", "personnel", "crew", "police"})


@dataclass(slots=True)
class Talk:
    """Who spoke so far in one account, in text order, each with the token of the place.

    ``quoted`` are the code points of quotations with whose they are; ``spoke`` the persons and
    ``unnamed`` those without a name; ``last`` who spoke last, ``told`` the last who plainly said
    something, and ``several`` tells whether a plural noun or two names named the last.
    """

    quoted: list[tuple[int, int, Speaker]] = field(default_factory=list)
    spoke: list[tuple[int, Person]] = field(default_factory=list)
    unnamed: list[tuple[int, Speaker]] = field(default_factory=list)
    last: tuple[int, Speaker] | None = None
    several: bool = False
    told: tuple[int, Speaker] | None = None


class Pronouns:
    """The pronouns of one account; ``noun`` says who the noun at a token is, and how found."""

    def __init__(
        self,
        document: Document,
        persons: Persons,
        roles: Roles,
        mentions: Mapping[int, Mention],
        talk: Talk,
        noun: Callable[[int, str], Speaker],
    ) -> None:
        self.document = document
        self.persons = persons
        self.tree: Tree = persons.tree
        self.outside: Sequence[bool] = persons.outside
        self.roles = roles
        self.kinds = speaker_kinds()
        self.mentions = mentions
        self.talk = talk
        self._noun = noun
        self._actors = Actors(persons, roles)
        self._noted = 0
        self._humans: set[str] = set()  # names of those without one who are a human being each

    def resolve(self, source: int, how: str) -> Speaker | None:
        """Return who the pronoun at token ``source`` stands for, None where that is open."""
        token = self.tree.tokens[source]
        span = self._span(source)
        word = token.text.lower()
        if word in THIRD:
            return self._third(source, how)
        if word in _FIRST:
            speaker = self._quoted_at(token.start)
            if speaker is not None:
                why = f"{how}; speaks in the words quoted"
                return Speaker(speaker.name, span, None, speaker.kind, why)
        if word in _SINGULAR:
            return self._thing(source, how)
        if word == "one":
            return self.one_of_several(source, how)
        known = word in _FIRST or len(word) > 1
        if word in PLURAL:
            several = self.roles.several(
                source, self.talk.last[0] if self.talk.last is not None else -1
            )
            if several is not None:
                return self._noun(several, f'{how}; "{token.text}" goes to the subject before')
        if (word in PLURAL or not known) and self.talk.last is not None:
            return self._again(source, how)
        region = self.tree.sentences[self.tree.sentence_number(source)].kind
        if word in _FIRST and self.outside[source] and region == "body":
            # Without a byline, "I" is more often somebody quoted at length than the author.
            authors = self.document.authors
            if len(authors) == 1:
                name = authors[0].name
                return Speaker(name, span, None, "person", f"{how}; the author's own voice")
        return None

    def _third(self, source: int, how: str) -> Speaker | None:
        """Return who "he" or "she" stands for."""
        token = self.tree.tokens[source]
        span = self._span(source)
        actor = self._actors.before(source)
        if actor is not None:
            found = self._noun(actor, f'{how}; "{token.text}" goes to who acts before')
            if self._actors.may_be(actor, found.kind):
                return replace(found, span=span)
        self._note_roles(source)
        person = self.persons.pronoun(source, self.talk.spoke)
        if person is not None and self._spoke_since(person, source):
            return self._again(source, how)
        quoted = self._quoted_at(token.start)
        if quoted is not None and person is not None and person.name == quoted.name:
            return None  # who is quoted says "I" of themselves
        if person is not None:
            why = f'{how}; "{token.text}" goes to the nearest person who fits'
            return Speaker(person.name, span, None, "person", why)
        last = self.talk.last[1] if self.talk.last is not None else None
        one = last is not None and (last.kind == "person" or self._is_one_person(last))
        if last is not None and one and given_sex(last.name) in (sex_of(token.text), ""):
            return self._again(source, how)
        later = self.persons.only(source)
        if later is not None:
            why = f'{how}; "{token.text}" can be nobody else who is named'
            return Speaker(later.name, span, None, "person", why)
        return None

    def _note_roles(self, source: int) -> None:
        """Learn whom "the president" stands for who acts before ``source``, or whose words do.

        "He" goes on with who acts: "The mayor's attacks ranged widely. He called ...".
        """
        tokens, number = self.tree.tokens, self.tree.sentence_number(source)
        first = max(self._noted, self.tree.sentence_start(max(number - _ROLE_REACH, 0)))
        for index in range(first, source):
            token = tokens[index]
            opens = self.tree.left[index]
            acts = token.dep in NOUN_SUBJECTS or (
                token.dep == "poss" and tokens[token.head].dep in NOUN_SUBJECTS
            )
            if not acts or not self.outside[index] or token.tag not in ("NN", "NNP"):
                continue
            definite = opens < index and tokens[opens].text.lower() == "the"
            if not definite or index in self.persons.at:
                continue
            if self.kinds.get(token.lemma.lower()) != "person":
                continue
            found = self.roles.person(index, opens, index + 1, self.talk.spoke)
            if found is not None:
                self.persons.note_role(index, found[0])
        self._noted = max(self._noted, source)

    def is_one(self, source: int) -> bool:
        """Return whether ``source`` is "one" or "another" with no word more."""
        first, last = self.tree.noun_phrase(source)
        return self.tree.tokens[source].text.lower() in ("one", "another") and last - first == 1

    def one_of_several(self, source: int, how: str) -> Speaker | None:
        """Return one of the people without names who spoke last, or of whom was told just before.

        "Two witnesses ..., one said", "More than 1,000 were led out. One said". Who "another" is
        stays open where nobody is told of.
        """
        last = self.talk.last
        found = None
        word = self.tree.tokens[source].text.lower()
        again = last is not None and last[1].name.startswith("one of ") and word == "another"
        if last is not None and again and self.persons.apart(last[0], source) <= 1:
            name = f"another of {last[1].name.removeprefix('one of ')}"  # "one said ..., another"
            return Speaker(name, self._span(source), None, "unnamed", how)
        if last is not None and self.talk.several and last[1].kind == "group":
            found = self._again(source, how)
        if found is None:
            several = self.roles.several(source, last[0] if last is not None else -1)
            found = self._noun(several, how) if several is not None else None
        if found is None:
            return None
        opens = found.name.split()[0].lower()
        the = "the " if " " not in found.name or opens.endswith(_ADJECTIVE) else ""
        name = f"{word} of {the}{found.name[0].lower()}{found.name[1:]}"
        return replace(found, name=name, span=self._span(source), kind="unnamed")

    def _spoke_since(self, person: Person, source: int) -> bool:
        """Return whether somebody without a name spoke after ``person`` was last spoken of."""
        if self.talk.told is None or self.talk.told[1].kind != "unnamed":
            return False
        place, speaker = self.talk.told
        number = self.tree.sentence_number
        if number(source) - number(place) > 2 or not self._is_one_person(speaker):
            return False
        latest = self.persons.last_named(person, source)
        spoke = max((at for at, who in self.talk.spoke if who is person), default=-1)
        if number(latest) == number(place) and latest > place > spoke:
            # Only in the words that the other says; in "Roe said the driver told him" Roe tells.
            return spoke < self.tree.sentence_start(number(place))
        return number(max(latest, spoke)) < number(place)

    def _is_one_person(self, speaker: Speaker) -> bool:
        """Return whether an unnamed speaker is one human being by the noun of the role."""
        if speaker.span is None or speaker.kind != "unnamed":
            return False
        if speaker.name in self._humans:
            return True  # a pronoun went on from the role
        first = self.tree.at(speaker.span.start)
        last = self.tree.at(speaker.span.end - 1)
        human = any(is_human(self.tree.tokens[i]) for i in range(max(first, 0), last + 1))
        if human:
            self._humans.add(speaker.name)
        return human

    def _is_one(self, speaker: Speaker) -> bool:
        """Return whether "they" cannot be the speaker: a person, or a text that none signed.

        A spokesman speaks for several, and so does a statement.
        """
        words = speaker.name.lower().split()
        if any(word.startswith("spokes") for word in words):
            return False
        if speaker.kind == "document":
            return not _OF_SEVERAL & {*words}
        return (
            speaker.kind == "person" or words[:2] == ["one", "of"] or self._is_one_person(speaker)
        )

    def _quoted_at(self, place: int) -> Speaker | None:
        """Return whose quoted words stand at ``place``."""
        for start, end, speaker in reversed(self.talk.quoted):
            if start <= place < end:
                return speaker
        return None

    def _thing(self, source: int, how: str) -> Speaker | None:
        """Return the body or text that "it" stands for: the last speaker, else the last named."""
        tokens = self.tree.tokens
        token = tokens[source]
        last = self.talk.last
        body = last is not None and last[1].kind in ("organisation", "document", "outlet")
        acting = find_acting_body(self.tree, source)
        if acting is not None:
            return replace(self._noun(acting, how), span=self._span(source))
        if body and not self.talk.several:
            return self._again(source, how)
        before = (index for index in range(source - 1, -1, -1) if self.outside[index])
        for index in islice(before, _IT_REACH):
            word = tokens[index]
            noun = word.pos == "NOUN" and word.tag == "NN"
            if self._acts_as_body(index, source):
                why = f'{how}; "{token.text}" goes to the body that acts before'
                return replace(self._noun(index, why), span=self._span(source))
            kind = self.kinds.get(word.lemma.lower(), "") if noun else ""
            if kind not in ("document", "organisation", "outlet") or word.dep in _BESIDE:
                continue
            if word.lemma.lower() in _PEOPLE:
                continue
            found = self._noun(index, how)
            if found.kind == "person" and kind != "document":
                return None  # a person is no "it", but for "the email ... It said"
            span = self._span(source)
            why = f'{how}; "{token.text}" goes to the last text or body named'
            return Speaker(found.name, span, None, found.kind, why)
        return None

    def _acts_as_body(self, index: int, it: int) -> bool:
        """Return whether a named organisation acts in the sentence before "it"."""
        mention = self.mentions.get(index)
        named = mention is not None and mention.type == "organisation"
        number = self.tree.sentence_number
        near = number(it) - number(index) <= 1
        return named and near and self.tree.tokens[index].dep in NOUN_SUBJECTS

    def _again(self, source: int, how: str) -> Speaker | None:
        """Return the last speaker for a pronoun that has no person to go to."""
        assert self.talk.last is not None
        token = self.tree.tokens[source]
        span = self._span(source)
        last = self.talk.last[1]
        if self.persons.apart(min(self.talk.last[0], source), source) > _AGAIN:
            return None
        if token.text.lower() in PLURAL and not self.talk.several and self._is_one(last):
            return None
        if token.text.lower() in THIRD and last.kind not in ("person", "unnamed"):
            return None
        why = f'{how}; "{token.text}" goes on from the speaker before'
        return Speaker(last.name, span, None, last.kind, why)

    def _span(self, token: int) -> Span:
        return self.document.span(self.tree.tokens[token].start, self.tree.tokens[token].end)
