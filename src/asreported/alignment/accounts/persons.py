"""Know whom a word of an account means: by name, by a role that one person has, by "he" or "she".

"The captain" of one account is the Ivo Brandt whom another calls its captain, where no account
gives the role to anybody else. A pronoun goes on with whom the sentence before tells of, where that
is one person.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from asreported.alignment.accounts.bearers import Bearers, office
from asreported.alignment.accounts.grammar import Grammar
from asreported.alignment.accounts.ownvoice import Mouths, read_mouths
from asreported.lexicon.kin import kin
from asreported.lexicon.load import column, words
from asreported.lexicon.names import fold, given_names
from asreported.lexicon.pronouns import pronoun_sexes, pronouns
from asreported.model.labels import NOUN_SUBJECTS, NOUNS, SINGULAR

_SEXES = {w: sex for w, sex in pronoun_sexes().items() if w not in pronouns("reflexive")}
_BESIDE = frozenset({"appos", "compound", "nmod"})
_NAMING = frozenset({"name", "identify", "know", "call"})
_POINTING = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_KIN = kin("parent", "child", "sibling", "spouse")


class Persons:
    """Whom the words of one account mean; a person is an entity's id, or ``role:`` and the role."""

    def __init__(
        self, grammar: Grammar, bearers: Bearers, sole: Mapping[str, str], names: Mapping[str, str]
    ) -> None:
        self._grammar = grammar
        self._bearers = bearers
        self._sole = sole
        self._names = names
        self._mouths: Mouths | None = None
        self._known: dict[int, str] = {}

    def whom(self, at: int | None) -> str:
        """Return whom the word at a token means, "" where nobody can tell or it is no person."""
        if at is None:
            return ""
        if at not in self._known:
            self._known[at] = ""  # What goes on with itself means nobody.
            self._known[at] = self._whom(at)
        return self._known[at]

    def name(self, whom: str) -> str:
        """Return how a question calls the person: by name, or by role and kinship."""
        owner, _, relation = whom.partition(":")
        if owner == "role":
            return f"the {relation}"
        return f"{self._names[owner]}'s {relation}" if relation else self._names[owner]

    def is_quoted(self, at: int) -> bool:
        """Return whether the token stands inside quotation marks."""
        if self._mouths is None:
            self._mouths = read_mouths(self._grammar)
        return self._mouths.is_quoted(self._grammar.tokens[at].start)

    def _whom(self, at: int) -> str:
        grammar = self._grammar
        token = grammar.tokens[at]
        named = self._bearers.person(at)
        if named is not None:
            return named.entity.id
        if grammar.lemma(at) in _SEXES or token.text.lower() in _SEXES:
            return self._pronoun(at)
        if token.pos not in NOUNS or token.tag not in SINGULAR:
            return ""
        beside = named_beside(grammar, self._bearers, at)
        if beside:
            return beside
        kin = office(grammar.lemma(at))
        if kin in _KIN:
            owner = self.whom(grammar.child(at, "poss"))
            return f"{owner}:{kin}" if owner else ""
        role = column("sole_roles", "role").get(grammar.lemma(at), "")
        return self._sole.get(role, "") if role and _is_the(grammar, at) else ""

    def _pronoun(self, at: int) -> str:
        """Return the one person told of before, in the sentence or in the one before it."""
        grammar = self._grammar
        sex = _SEXES[grammar.tokens[at].text.lower()]
        number = grammar.sentence[at]
        sentences = grammar.reading.parse.sentences
        quoted = self.is_quoted(at)
        asked: set[str] = set()
        # "Reed fled, killing him": it is not himself.
        verb = grammar.tokens[at].head
        other = grammar.subject(verb) if grammar.tokens[at].dep == "dobj" else None
        for back in (0, 1):
            if number < back or sentences[number - back].kind != sentences[number].kind:
                break
            first, last = sentences[number - back].first, sentences[number - back].last
            near = range(first, min(last, at))
            told = [i for i in near if self._may_be(i, sex) and self.is_quoted(i) == quoted]
            told = [i for i in told if i != other]
            if back == 0:
                # "The commander said that he fled": he may be whom the sentence before is about.
                asked = {self.whom(i) for i in told if self._speaks(i)}
                told = [i for i in told if not self._speaks(i)]
            meant = self._meant(told)
            if meant:
                return meant if asked <= {"", meant} else ""
            if told:
                return ""
        return asked.pop() if len(asked) == 1 else ""

    def _meant(self, told: Sequence[int]) -> str:
        """Return the one person whom the words mean, of several the one who is a subject.

        Of somebody and his kin it is he; who only says it is not told of.
        """
        own = [i for i in told if self._grammar.tokens[i].dep in NOUN_SUBJECTS]
        for each in (told, [i for i in own if not self._speaks(i)]):
            meant = {self.whom(i).partition(":")[0] for i in each if self.whom(i)}
            unknown = any(not self.whom(i) for i in each)
            if len(meant) == 1 and not unknown and meant != {"role"}:
                return meant.pop()
            if meant == {"role"} and not unknown and len({self.whom(i) for i in each}) == 1:
                return self.whom(each[0])
        return ""

    def _speaks(self, at: int) -> bool:
        """Return whether the word is the subject of a verb of saying."""
        token = self._grammar.tokens[at]
        lemma = self._grammar.lemma(token.head)
        return token.dep == "nsubj" and lemma in words("reporting_verbs", "verb")

    def _may_be(self, at: int, sex: str) -> bool:
        """Return whether the word tells of a person of that sex, or of one whose sex none tells.

        A noun for somebody who cannot be told apart counts too: then it is not the one.
        """
        grammar, token = self._grammar, self._grammar.tokens[at]
        text = token.text.lower()
        if token.pos == "PRON" or text in _SEXES:
            return _SEXES.get(text, "") == sex
        named = self._bearers.person(at)
        if named is not None:
            given = fold(named.entity.name).split()[0]
            return named.head == at and given_names().get(given, sex) == sex
        return (
            token.pos == "NOUN"
            and token.tag == "NN"
            and token.dep not in {"compound", "appos", "amod"}
            and bool(office(grammar.lemma(at)) or grammar.lemma(at) in column("sole_roles", "role"))
        )


def find_persons(
    grammars: Sequence[Grammar], bearers: Mapping[str, Bearers]
) -> Mapping[str, Persons]:
    """Return whom the words of each account mean, by document."""
    holders: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for grammar in grammars:
        known = bearers[grammar.document]
        names.update((bearer.entity.id, bearer.entity.name) for bearer in known.listed)
        for role, entity in _roles(grammar, known):
            holders[role].add(entity)
    roles = frozenset(column("sole_roles", "role").values())
    sole = {role: _one(holders[role]) or f"role:{role}" for role in roles}
    sole = {role: one for role, one in sole.items() if len(holders[role]) < 2}
    return {g.document: Persons(g, bearers[g.document], sole, names) for g in grammars}


def named_beside(grammar: Grammar, bearers: Bearers, at: int) -> str:
    """Return the person named beside the noun: "skipper Ivo Brandt", "a man named Ivo Brandt"."""
    token = grammar.tokens[at]
    near = [c for c in grammar.children[at] if grammar.tokens[c].dep in _BESIDE]
    near += [token.head] if token.dep in _BESIDE else []
    # "The mayor Ivo Brandt": two words beside one another, if the parser does not join them.
    near += [at + 1] if at + 1 < len(grammar.tokens) else []
    for c in grammar.children[at]:
        if grammar.tokens[c].dep == "acl" and grammar.lemma(c) in _NAMING:
            near += grammar.below(c)
    for each in near:
        person = bearers.person(each)
        if person is not None:
            return person.entity.id
    return ""


def _roles(grammar: Grammar, bearers: Bearers) -> Iterator[tuple[str, str]]:
    """Yield each role with whom the account names as having it."""
    known = column("sole_roles", "role")
    for at, lemma in enumerate(grammar.lemmas):
        if lemma in known:
            person = named_beside(grammar, bearers, at)
            if person:
                yield known[lemma], person


def _one(ids: set[str]) -> str:
    return next(iter(ids)) if len(ids) == 1 else ""


def _is_the(grammar: Grammar, at: int) -> bool:
    """Return whether the noun points to one told of: "the captain", "the ferry's captain"."""
    own = [grammar.tokens[c] for c in grammar.children[at]]
    if any(token.dep == "nummod" or token.lemma.lower() in {"other", "another"} for token in own):
        return False
    pointing = any(token.text.lower() in _POINTING or token.dep == "poss" for token in own)
    headline = grammar.kind(at) == "headline" and all(token.dep != "det" for token in own)
    return pointing or headline
