"""Know the organisations of one account: their fullest names, and who issued "the statement"."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from asreported.lexicon import load
from asreported.lexicon.names import demonyms, fold, head_types
from asreported.model.document import Document
from asreported.model.labels import ACTING, AGENT, POSSESSOR, PREPOSITION_OBJECT, PREPOSITIONS
from asreported.model.statement import Mention
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import may_be_subject
from asreported.statements.speech.subjects import subject_of

_ACRONYM = re.compile(r"\b([A-Z][\w'’.&-]*(?: [\w'’.&-]+){1,7}) \(([A-Z][A-Za-z]{1,6})\)")
# Texts that are nothing but somebody's words: who issued them speaks.
_UTTERANCES = load.words("word_classes", kind="utterance")
_ONE_OF = re.compile(r"\b[Aa]n? $")
_BRANCH_OF = re.compile(r"\b([A-Z]{2,6}) $")
_WORD = re.compile(r"\w+")
# Within how many words before a bare "foreign ministry" a state that acts has it.
_STATE_REACH = 80
_FORCES = frozenset({"army", "military"})
_FROM = frozenset({"from", "by", "of"})
_IN = frozenset({"in", "via", "on", "through"})
# What says of a body where it is or what it is for: "University of Norland".
_WHERE = frozenset({"of", "for", "at", "in", "on"})
# What a body is called in full and not in short: "Norland police", "Norland Police Department".
_OFFICES = frozenset({"department", "force", "service"})
# By what a clause hangs on the noun or verb of the clause around it.
_INNER = frozenset({"relcl", "ccomp", "acl", "appos", "pobj", "prep", "dobj"})
_ISSUES = load.words("word_classes", kind="issue")


class Bodies:
    """The organisations of one account, and the texts they or persons issued."""

    def __init__(self, document: Document, tree: Tree, mentions: Sequence[Mention]) -> None:
        self.tree = tree
        self.text = document.text
        self.short = {m.name for m in mentions if m.type == "organisation" and m.name.isupper()}
        self.listed = [m for m in mentions if m.type in ("organisation", "other")]
        self.named = [m for m in mentions if m.type == "organisation" and " " in m.name]
        self._acronyms = _acronyms(document, mentions)
        self._surnames = {fold(m.name.split()[-1]) for m in mentions if m.type == "person"}
        bodies = [m for m in mentions if m.type == "organisation"]
        written = {self._written(mention) for mention in bodies}
        self._fuller = _fuller([n for n in sorted(written) if not self._is_term(n, written)])
        self._forces = self._one_force(bodies)
        self._texts = [
            (index, token.lemma.lower())
            for index, token in enumerate(tree.tokens)
            if token.pos == "NOUN" and token.lemma.lower() in _UTTERANCES
        ]

    def _is_term(self, name: str, known: Collection[str]) -> bool:
        """Return whether a name tells under whom a body was: "the Roe White House"."""
        under, _, rest = name.partition(" ")
        return rest in known and fold(under) in self._surnames

    def long(self, name: str) -> str:
        """Return the fullest name that the account gives for ``name``."""
        bare = name.rstrip(".,'’")
        known = self._acronyms.get(bare, bare)
        known = self._fuller.get(fold(known), known)
        known = self._forces.get(fold(known), known)
        return known if known != bare else name

    def name(self, mention: Mention) -> str:
        """Return the fullest name of the body or thing that ``mention`` names."""
        known = self.long(self._written(mention))
        if known != mention.name and fold(mention.name) in load.words(
            "name_words", kind="institution"
        ):
            return self._owned(mention, known)
        return known

    def _written(self, mention: Mention) -> str:
        """Return a mention's name, with the owner of a bare head: "the Attorney's Office".

        A body's branch has the body's name before the town's: "HSD Port Verrin".
        """
        before = _BRANCH_OF.search(self.text, max(mention.span.start - 12, 0), mention.span.start)
        if mention.type == "place" and before is not None and before[1] in self.short:
            return f"{before[1]} {mention.name}"
        if fold(mention.name) in load.words("name_words", kind="institution"):
            return self._owned(mention, mention.name)  # "Norland's Foreign Ministry"
        if " " in mention.name or fold(mention.name) not in head_types():
            return mention.name
        tokens = self.tree.tokens
        last = self.tree.at(mention.span.start)
        first = self.tree.left[last] if last >= 0 else last
        while first < last and (tokens[first].pos == "DET" or tokens[first].text.islower()):
            first += 1
        whole = all(token.pos in ("PROPN", "PART", "ADP", "NOUN") for token in tokens[first:last])
        if first < 0 or first >= last or not whole or last - first > 6:
            return mention.name
        return "".join(
            token.text + (" " if token.end < after.start else "")
            for token, after in pairwise([*tokens[first : last + 1], tokens[last]])
        )

    def _owned(self, mention: Mention, known: str) -> str:
        """Return ``known``, what every state has with its owner's name where it is another's.

        "Norland's foreign ministry" is not the "Ardener foreign ministry" that the account names.
        """
        last = self.tree.at(mention.span.end - 1)
        owner = self.tree.child(last, POSSESSOR)
        if owner is None or self.tree.tokens[owner].pos != "PROPN":
            return mention.name if self._is_anothers(last, known) else known
        state, nation = fold(self.tree.tokens[owner].text), fold(known).split()[0]
        if nation == state or fold(demonyms().get(nation, "")) == state:
            return known
        first = self.tree.tokens[self.tree.left[owner]].start
        return self.text[first : mention.span.end].removeprefix("the ")

    def _is_anothers(self, last: int, known: str) -> bool:
        """Return whether the last state that acts before token ``last`` is not in the name.

        In "China called for talks. ..., the foreign ministry said" it is not "Norland's".
        """
        tokens = self.tree.tokens
        for index in range(last - 1, max(last - _STATE_REACH, -1), -1):
            if tokens[index].entity == "GPE" and tokens[index].dep == "nsubj":
                state = fold(tokens[index].text)
                names = {fold(word) for word in re.split(r"['’]s\b|\s", known) if word}
                return not names & {state, *(d for d, s in demonyms().items() if fold(s) == state)}
        return False

    def apposed(self, source: int, kind: str) -> str | None:
        """Return the name in apposition to a noun of ``kind``: "the newspaper Harbour's Daily".

        What may be a person by its noun is a body by its name: "the contractor, Roe Boring,".
        """
        if kind == "document":
            return None
        tree, tokens = self.tree, self.tree.tokens
        for child in tree.children[source]:
            if (
                child < source
                or tokens[child].dep != "appos"
                or not tokens[child].text[0].isupper()
            ):
                continue
            first, last = tree.left[child], tree.right[child]
            named = [m for m in self.listed if first <= tree.at(m.span.start) < last]
            body = kind in ("organisation", "outlet", "group")
            if not body:  # "the contractor, Roe Boring,": the aside is all a name
                named = [m for m in named if tree.at(m.span.end - 1) >= child]
                aside = tokens[first - 1].text == "," and tokens[source].tag == "NN"
                if not aside or [m.type for m in named] != ["organisation"]:
                    return None
            if not named:
                return None
            owned = any(tokens[below].dep == "poss" for below in tree.children[child])
            if len(named) == 1 and tree.at(named[0].span.end - 1) >= child and not owned:
                return self.name(named[0])
            if not body:
                return None
            return self.text[tokens[first].start : tokens[child].end].removeprefix("the ")
        return None

    def of_stem(self, stem: str) -> str | None:
        """Return the one organisation whose name has a word that begins so: "Investigation"."""
        found = {
            self.name(mention)
            for mention in self.named
            if any(word.startswith(stem) for word in mention.name.lower().split())
        }
        return found.pop() if len(found) == 1 else None

    def called(self, source: int) -> str | None:
        """Return the organisation named before whose name has this noun: "the ministry"."""
        noun = self.tree.tokens[source].text.lower()
        if noun in _FORCES and len(set(self._forces.values())) == 1:
            return next(iter(self._forces.values()))
        place = self.tree.tokens[source].start
        fits = [m for m in self.named if m.span.start < place and noun in m.name.lower().split()]
        fits = [m for m in fits if not _ONE_OF.search(self.text, 0, m.span.start)]
        fits = [m for m in fits if _is_head(noun, m.name.lower().split())] or fits
        kind = self._kind_words(source)
        if kind:  # "the safety committee" is no other committee
            fits = [m for m in fits if kind <= set(_WORD.findall(m.name.lower()))]
        return self.name(fits[-1]) if fits else None

    def _kind_words(self, source: int) -> set[str]:
        """Return the nouns before ``source`` that say of what kind it is, lower case."""
        tokens = self.tree.tokens
        beside = (i for i in self.tree.children[source] if tokens[i].dep == "compound")
        return {tokens[i].text.lower() for i in beside if tokens[i].text.isalpha()}

    def _one_force(self, bodies: Sequence[Mention]) -> dict[str, str]:
        """Return the name of the one army that the account calls "the military" too.

        "The Norlandic army said ..., the military said" speaks of the Norlandic military.
        """
        general = any(
            token.text.lower() == "military" and token.pos == "NOUN" and token.dep == "nsubj"
            for token in self.tree.tokens
        )
        names = {m.name for m in bodies if m.name.lower().endswith((" army", " military"))}
        nations = {fold(name.rsplit(" ", 1)[0]) for name in names}
        if not general or len(nations) != 1:
            return {}
        return {fold(name): f"{name.rsplit(' ', 1)[0]} military" for name in names}

    def issuer(self, source: int) -> int | None:
        """Return the token of who issued the text that ``source`` names: "a statement from ..."."""
        lemma = self.tree.tokens[source].lemma.lower()
        if lemma not in _UTTERANCES or self.is_joint(source):
            return None
        first = self.tree.tokens[self.tree.left[source]].text.lower()
        if first in ("his", "her") and self.tree.tokens[source].dep == "nsubj":
            return self.tree.left[source]  # "Her letter speaks of ...": she does
        if first in ("a", "an", "another"):  # a new text: not the one spoken of before
            return self._issuer_at(source)
        before = [at for at, other in self._texts if at <= source and other == lemma]
        for at in reversed(before[-3:]):
            found = self._issuer_at(at)
            if found is not None and found != source:
                return found
        return None

    def joint_text(self, cue: int) -> int | None:
        """Return the text in which several speak as one: "in a joint statement, A and B said"."""
        for child in self.tree.children[cue]:
            if self.tree.tokens[child].dep == "prep":
                text = self.tree.child(child, PREPOSITION_OBJECT)
                if text is not None and self.is_joint(text):
                    return text
        return None

    def is_joint(self, text: int) -> bool:
        """Return whether ``text`` names words that several issue together: none of them speaks."""
        return self.tree.tokens[text].lemma.lower() in _UTTERANCES and any(
            self.tree.tokens[child].text.lower() == "joint" for child in self.tree.children[text]
        )

    def _issuer_at(self, at: int) -> int | None:
        tree, tokens = self.tree, self.tree.tokens
        if self.is_joint(at):
            return None
        said = self._said_in(at)
        if said is not None and tokens[said].pos != "PRON" and may_be_subject(tree, said):
            return said  # "Roe said in a statement published by state media"
        for child in tree.children[at]:
            token = tokens[child]
            found = None
            if token.dep == "poss":
                found = child
            elif token.dep == "prep" and token.text.lower() in _FROM:
                found = tree.child(child, PREPOSITION_OBJECT)
            elif token.dep == "acl" and token.lemma in _ISSUES:  # "a statement issued by ..."
                agent = tree.child(child, AGENT)
                found = tree.child(agent, PREPOSITION_OBJECT) if agent is not None else None
            elif token.dep == "relcl" and token.lemma.lower() == "belong":
                to = tree.child(child, PREPOSITIONS)
                found = tree.child(to, PREPOSITION_OBJECT) if to is not None else None
            if found is not None and may_be_subject(tree, found):
                return found
        head = tokens[at].head
        found = said
        if tokens[at].dep == "dobj" and tokens[head].lemma.lower() in _ISSUES:
            found = subject_of(tree, head)
        return found if found is not None and may_be_subject(tree, found) else None

    def _said_in(self, at: int) -> int | None:
        """Return who says something in the text at token ``at``: "Roe said in a statement"."""
        tokens = self.tree.tokens
        head = tokens[at].head
        verb = tokens[head].head
        within = tokens[at].dep == "pobj" and tokens[head].text.lower() in _IN
        return subject_of(self.tree, verb) if within and tokens[verb].pos == "VERB" else None


def by_token(tree: Tree, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the mention that each token of a name belongs to."""
    found: dict[int, Mention] = {}
    for mention in mentions:
        first, last = tree.at(mention.span.start), tree.at(mention.span.end - 1)
        for index in range(max(first, 0), last + 1):
            found[index] = mention
    return found


def find_acting_body(tree: Tree, it: int) -> int | None:
    """Return the named body or country that acts in the clause around "it".

    In "Norland struck a militia, which it says attacked" Norland says so.
    """
    here = tree.tokens[it].head
    while tree.tokens[here].dep in _INNER:
        here = tree.tokens[here].head
        acting = tree.child(here, ACTING)
        if acting is not None and acting != it:
            named = tree.tokens[acting].entity in ("ORG", "GPE")
            return acting if named and acting < it else None
    return None


def _is_head(noun: str, name: Sequence[str]) -> bool:
    """Return whether a body is called ``noun``: "Norland University", not "University Press"."""
    after = name[name.index(noun) + 1 :]
    return not after or after[0] in _WHERE


def _acronyms(document: Document, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return what the account's acronyms stand for: "RSB" in "Royal Safety Board (RSB)"."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(document.text):
        words, acronym = match.group(1).split(" "), match.group(2)
        for start in range(len(words)):
            named = words[start][:1].isupper()  # not "findings of the Royal Safety Board"
            if named and _initials(words[start:]).upper() == acronym.upper():
                found.setdefault(acronym, " ".join(words[start:]))
                break
    names = sorted({m.name for m in mentions if m.type == "organisation"})
    for name in names:
        if " " in name and len(_initials(name.split(" "))) >= 3:
            short = _initials(name.split(" "))
            if any(short == other for other in names):
                found.setdefault(short, name)
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _fuller(names: Sequence[str]) -> dict[str, str]:
    """Return the one longer name that each short one is a part of: "Met", "Attorney's Office".

    A short name closes the longer one, or what follows says where or for what it is; or it is the
    beginning of its first word.
    """
    folded = {name: fold(name).split() for name in names}
    found: dict[str, str] = {}
    for words in folded.values():
        longer = [
            other
            for other, theirs in folded.items()
            if len(theirs) > len(words) and _is_part(words, theirs)
        ]
        tops = [one for one in longer if not any(_holds(folded, one, two) for two in longer)]
        if len(tops) == 1:
            found[" ".join(words)] = tops[0]
    return found


def _holds(folded: dict[str, list[str]], short: str, long: str) -> bool:
    return short != long and set(folded[short]) < set(folded[long])


def _is_part(words: Sequence[str], longer: Sequence[str]) -> bool:
    if len(words) == 1:
        return 3 <= len(words[0]) < len(longer[0]) and longer[0].startswith(words[0])
    size = len(words)
    closes = list(longer[-size:]) == list(words)
    # "Harbour Force" is not the "Roe Harbour Force Base Office".
    return closes or (list(longer[:size]) == list(words) and longer[size] in _WHERE | _OFFICES)
