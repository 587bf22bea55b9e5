"""Say who a source is: the fullest name the account gives, the words there, and the kind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from asreported.lexicon.load import words
from asreported.lexicon.pronouns import pronouns
from asreported.model.document import ARTICLE_KINDS, Document
from asreported.model.labels import (
    ADNOMINAL_CLAUSES,
    NOUN_MODIFIERS,
    NOUNS,
    PREPOSITION_OBJECT,
    PREPOSITIONS,
    RELATIVE,
    TIMES,
)
from asreported.model.span import Span
from asreported.model.statement import Mention, Speaker
from asreported.statements.clauses.tree import Tree
from asreported.statements.speech.beings import BEINGS, NAMED, speaker_kinds
from asreported.statements.speech.bodies import Bodies, by_token
from asreported.statements.speech.callings import Callings
from asreported.statements.speech.coreference import Persons
from asreported.statements.speech.naming import find_person, name_end
from asreported.statements.speech.person import Person
from asreported.statements.speech.pronouns import PLURAL, THIRD, Pronouns, Talk
from asreported.statements.speech.reporting import noun_kinds
from asreported.statements.speech.roles import Roles, is_head_of_state, role_family
from asreported.statements.speech.scene import SIGNED
from asreported.statements.speech.sexes import noun_sexes
from asreported.statements.speech.turns import LABELLED, Labels

_TELLS = frozenset({"say", "tell", "add", "explain", "recall", "write", "continue"})
_SELVES = pronouns("reflexive", person="third")
_STATES = frozenset({"say", "state", "read"})
_ANSWERS = frozenset({"answer", "reply", "respond", "retort"})
# How many code points behind a question its answer ends at most.
_REPLY = 160
_ADDS = frozenset({"add", "continue"})
_AGE_ROLE = re.compile(r"\d{1,3}-year-old$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_DASHES = frozenset("—–-")
_OWNER = re.compile(r"['’]s$")
# What leads to the topic in the label of a headline.
_TOPICS = frozenset({"on", "about", "over", "after", "amid", "as"})
_SPACE = re.compile(r"\s+")
# The longest words shown as a speaker that has no name.
_MAX_WORDS = 12
# Words after which something is missing where a name is cut short.
_LEADS_ON = words("place_prepositions") | {"of", "for", "to", "with", "by", "from", "and"}
# How many letters a role and an organisation share: "investigators", "Investigation Branch".
_STEM = 9


class Cast:
    """The persons and organisations of one account, asked for in text order."""

    def __init__(
        self, document: Document, tree: Tree, mentions: Sequence[Mention], inside: Sequence[int]
    ) -> None:
        self.document = document
        self.tree = tree
        self.outside = [place < 0 for place in inside]
        self.persons = Persons(document, tree, mentions, self.outside)
        self.roles = Roles(self.persons)
        self.kinds = speaker_kinds()
        self.mentions = by_token(tree, mentions)
        self.bodies = Bodies(document, tree, mentions)
        self.callings = Callings(document, tree, self.mentions, self.persons, self.bodies)
        self.talk = Talk()
        self._labels = Labels(document, tree, self.persons.at.values())
        self.pronouns = Pronouns(
            document, self.persons, self.roles, self.mentions, self.talk, self._noun
        )

    def speaker(
        self, source: int | None, cue: int | None, how: str, quoted: bool
    ) -> Speaker | None:
        """Return the speaker whose words' head is token ``source``; ``how`` they were found.

        Asked in text order: pronouns go on from the speakers before. Whose words are ``quoted`` is
        nobody where they are called "one" alone and it is not told of whom.
        """
        if source is not None and how == LABELLED:
            return self._labels.speaker(self.tree.tokens[source].end)
        if source is not None and "/" in self.tree.tokens[source].text:
            source -= 1  # an address of the web: "says Ann Roe pic.example.com/x"
            if source not in self.persons.at:
                return None
        if source is None or (quoted and self._is_event(source)):
            return None
        if cue is not None and self._are_several(source):
            joint = self.bodies.joint_text(cue)
            source = source if joint is None else joint
        one = quoted and self.pronouns.is_one(source)
        found = self.pronouns.one_of_several(source, how) if one else None
        found = self._resolve(self._head(source, cue), how, 0) if found is None else found
        if found is None:
            return None
        found = self._gone_on(found, source, cue)
        if cue is not None and self._answers_itself(found, source, cue):
            return None
        person = self._person_of(found)
        place = source if cue is None else max(source, cue)
        if self.tree.tokens[source].dep == "poss":
            return found  # "Roe's plan for ..." tells of no speech
        region = self.tree.sentences[self.tree.sentence_number(place)].kind
        if how == SIGNED and found.kind != "person":
            return replace(found, name=self._signature(source))
        if region == "caption" or how == SIGNED:
            return found  # the text around goes on without it
        if person is not None:
            self.talk.spoke.append((place, person))
        self.talk.last = (place, found)
        if found.kind == "unnamed":
            self.talk.unnamed.append(self.talk.last)
        goes_on = self.talk.several and self.tree.tokens[source].text.lower() in PLURAL
        self.talk.several = goes_on or self._are_several(source)
        if cue is not None and self.tree.tokens[cue].lemma.lower() in _TELLS:
            self.talk.told = self.talk.last if region in ARTICLE_KINDS else self.talk.told
        return found

    def _gone_on(self, found: Speaker, source: int, cue: int | None) -> Speaker:
        """Return the last speaker for a bare role that goes on: "Roe said ... The captain added".

        Who adds has spoken. A role that tells the other sex is another's.
        """
        if cue is None or self.talk.last is None or self.tree.tokens[cue].lemma not in _ADDS:
            return found
        place, last = self.talk.last
        words = found.name.lower().split()
        bare = found.kind == "unnamed" and words[0] == "the" and len(words) == 2
        if not bare or self.talk.several or self.persons.apart(place, source) > 1:
            return found
        sex = noun_sexes().get(words[1], "")
        person = self._person_of(last)
        if person is None or (sex and person.sex not in (sex, "")):
            return found
        return replace(found, name=last.name, kind="person", reason=f"{found.reason}; who adds")

    def _answers_itself(self, found: Speaker, source: int, cue: int) -> bool:
        """Return whether who asked right before would answer, not being named again.

        '"Who are you?" "Your taxi," he answered.': he is another.
        """
        tokens = self.tree.tokens
        if tokens[cue].lemma.lower() not in _ANSWERS or source in self.persons.at:
            return False
        _, end, asked = self.talk.quoted[-1] if self.talk.quoted else (0, 0, None)
        question = self.document.text[end - 1 : end] == "?" and asked is not None
        beside = 0 < tokens[cue].start - end < _REPLY
        return question and beside and asked is not None and asked.name == found.name

    def _are_several(self, source: int) -> bool:
        """Return whether the words of ``source`` name two persons or more, or are a plural."""
        tree = self.tree
        named = [self.persons.at.get(i) for i in range(tree.left[source], tree.right[source])]
        persons = {id(person) for person in named if person is not None}
        return len(persons) > 1 or tree.tokens[source].tag == "NNS"

    def _head(self, source: int, cue: int | None) -> int:
        """Return the noun that ``source`` only describes: "says UK defence secretary"."""
        tokens = self.tree.tokens
        for _ in range(4):
            token = tokens[source]
            describes = token.dep in NOUN_MODIFIERS and token.head > source
            noun = tokens[token.head].pos in NOUNS and "/" not in tokens[token.head].text
            if not describes or not noun:
                break
            if cue is not None and source < cue <= token.head:
                break
            source = token.head
        return source

    def speaks(self, spans: Sequence[tuple[int, int]], speaker: Speaker) -> None:
        """Remember that the words at ``spans`` are this speaker's: "I" in them is the speaker."""
        self.talk.quoted.extend((start, end, speaker) for start, end in spans)

    def can_speak(self, source: int) -> bool:
        """Return whether a noun may be a source: a being, a body, a text; not "the violence"."""
        token = self.tree.tokens[source]
        if self._is_event(source):
            return False
        if token.text.lower() == "one":  # "one of the problems": of what?
            below = self.tree.child(source, PREPOSITIONS)
            of = self.tree.child(below, PREPOSITION_OBJECT) if below is not None else None
            return of is None or self.can_speak(of)
        if token.entity in TIMES and source not in self.mentions:
            return False
        if token.pos != "NOUN" or token.entity or token.lemma.lower() in self.kinds:
            return True
        if token.text.lower().endswith(BEINGS) or "-year-old" in token.text:
            return True
        first, last = self.tree.noun_phrase(source)
        return any(index in self.mentions for index in range(first, last)) or any(
            self.tree.tokens[child].dep == "appos" and child in self.persons.at
            for child in self.tree.children[source]
        )

    def may_be_quoted(self, source: int, speaker: Speaker) -> bool:
        """Return whether words between marks may be this speaker's.

        A person, a body, a document or a role of people; not an estimate, a year or a slogan.
        """
        if self._is_event(source):
            return False
        if speaker.kind not in ("unnamed", "group"):
            return True
        token = self.tree.tokens[source]
        verb = self.tree.tokens[token.head]
        if verb.dep == "relcl" and token.tag in RELATIVE:
            return self.may_be_quoted(verb.head, speaker)
        if token.pos not in ("NOUN", "NUM", "VERB") or token.lemma.lower() in self.kinds:
            return True
        if token.dep == "nsubj" and verb.lemma in _STATES:
            return True  # '"...," the bill says'
        hyphen = source > 1 and self.tree.tokens[source - 1].text == "-"
        if (source - 2 if hyphen else source) in self.mentions or token.entity in NAMED:
            return True  # "Roe Jae-in" too
        return token.text.lower().endswith(BEINGS) and token.lemma.lower() not in noun_kinds()

    def _is_event(self, source: int) -> bool:
        """Return whether the source is named as a storm or a war is: neither speaks."""
        mention = self.mentions.get(source)
        return mention is not None and mention.type == "event"

    def _person_of(self, speaker: Speaker) -> Person | None:
        if speaker.kind != "person":
            return None
        for person in self.persons.at.values():
            if person.name == speaker.name:
                return person
        return None

    def _resolve(self, source: int, how: str, depth: int) -> Speaker | None:
        token = self.tree.tokens[source]
        word = token.text.lower()
        typo = len(word) == 1 and word not in "i" and token.pos != "PROPN"
        if typo or token.tag in ("PRP", "PRP$") or (token.pos == "PRON" and word in THIRD | PLURAL):
            return self.pronouns.resolve(source, how)
        if (token.tag in RELATIVE or (word == "that" and token.pos == "PRON")) and depth < 3:
            return self._antecedent(source, how, depth)
        return self._noun(source, how)

    def _signature(self, last: int) -> str:
        """Return the words between the dash that opens a signature and its word ``last``."""
        tokens = self.tree.tokens
        first = last
        while first and tokens[first - 1].text not in _DASHES:
            first -= 1
        return self.document.text[tokens[first].start : tokens[last].end].removeprefix("The ")

    def _span(self, token: int) -> Span:
        return self.document.span(self.tree.tokens[token].start, self.tree.tokens[token].end)

    def _antecedent(self, source: int, how: str, depth: int) -> Speaker | None:
        """Return who the relative pronoun stands for, with the pronoun's own span."""
        tree = self.tree
        here = source
        for _ in range(6):
            token = tree.tokens[here]
            if token.dep in ADNOMINAL_CLAUSES:
                if self.outside[source] and self._is_called(token.head):
                    return None
                found = self._resolve(token.head, how, depth + 1)
                if tree.tokens[source].text.lower() == "who" and (
                    found is None or found.kind in ("organisation", "document")
                ):
                    break  # "who" is a person: the parser chose the wrong noun
                if found is None:
                    return None
                span = self.document.span(tree.tokens[source].start, tree.tokens[source].end)
                return Speaker(found.name, span, None, found.kind, found.reason)
            if token.head == here:
                break
            here = token.head
        word = tree.tokens[source]
        for index in range(source - 1, max(source - 7, -1), -1):
            before = self.persons.at.get(index)
            if before is not None and word.tag == "WP":
                return Speaker(before.name, self.document.span(word.start, word.end), None,
                               "person", how)  # fmt: skip
        beside = source - 2 if source and tree.tokens[source - 1].text == "," else source - 1
        mention = self.mentions.get(beside)
        if word.tag == "WP" and mention is not None and mention.type == "organisation":
            return replace(self._noun(beside, how), span=self._span(source))  # "the BBC, who said"
        return None

    def _has_lost_article(self, noun: int) -> bool:
        """Return whether "the" before a noun hangs on its verb: "The paper notes: ..."."""
        before = self.tree.tokens[noun - 1] if noun else None
        lost = before is not None and before.text.lower() == "the" and before.head > noun
        return lost and self.tree.tokens[noun].pos == "NOUN"

    def _is_called(self, noun: int) -> bool:
        """Return whether quoted words only call somebody so: "called himself “a guide” who ..."."""
        above = self.tree.tokens[self.tree.tokens[noun].head]
        given = self.tree.tokens[noun].dep in ("oprd", "attr", "ccomp") or above.text == "as"
        return not self.outside[noun] and given

    def _noun(self, source: int, how: str) -> Speaker:
        """Return who the noun is: a person or a body by name, who else is meant, or its words."""
        tree, document = self.tree, self.document
        first, last = self._phrase(source)
        named = find_person(self.persons, source, first, last)
        if named is not None:
            token, person = named
            first, last = min(first, token), max(last, name_end(self.persons, token))
            span = document.span(*tree.span(first, last))
            return Speaker(person.name, span, None, "person", how)
        label = self._is_label(source)
        last = self._topic(source, last) if label else last
        titled = tree.tokens[source].text == "PM" or is_head_of_state(tree, source)
        mention = None if titled else self.mentions.get(source)
        if mention is not None and mention.type != "person":
            return self._mentioned(mention, source, first, last, how)
        kind = "person" if titled else self.kinds.get(tree.tokens[source].lemma.lower(), "")
        return (
            self._body_of(source, first, last, kind, how)
            or self._meant(source, first, last, kind, how, label=label)
            or self._unnamed(source, first, last, kind, how)
        )

    def _phrase(self, source: int) -> tuple[int, int]:
        """Return the first and one past the last token of the words around a noun."""
        first, last = self.tree.noun_phrase(source)
        while first < source and _CLOCK.fullmatch(self.tree.tokens[first].text):
            first += 1  # "14:45 The bank: ..."
        if first == source and self._has_lost_article(source):
            first -= 1
        return first, last

    def _is_label(self, source: int) -> bool:
        """Return whether the words stand in a headline, where a role has no article."""
        kind = self.tree.sentences[self.tree.sentence_number(source)].kind
        return kind in ("headline", "subhead")

    def _mentioned(self, mention: Mention, source: int, first: int, last: int, how: str) -> Speaker:
        """Return a body or a group by name, in as long a form as the account has."""
        span = self.document.span(*self.tree.span(first, last))
        called = self.kinds.get(self.tree.tokens[source].lemma.lower())
        kind = "group" if mention.type == "group" else "organisation"
        if called in ("document", "outlet"):
            kind = called
        if kind == "group" and mention.name.islower():
            return Speaker(self.callings.people(source, first), span, None, kind, how)
        return Speaker(self.bodies.name(mention), span, None, kind, how)

    def _body_of(self, source: int, first: int, last: int, kind: str, how: str) -> Speaker | None:
        """Return the body named beside the noun, or whoever issued the text that it is."""
        span = self.document.span(*self.tree.span(first, last))
        name = self.bodies.apposed(source, kind)
        if name is not None:
            return Speaker(name, span, None, kind if kind == "outlet" else "organisation", how)
        issuer = self.bodies.issuer(source)
        said = self._resolve(issuer, how, 2) if issuer is not None else None
        if issuer is None or said is None or self._spoke_later(issuer, source, said):
            return None
        return Speaker(said.name, span, None, said.kind, f"{said.reason}; whose text it is")

    def _meant(
        self, source: int, first: int, last: int, kind: str, how: str, *, label: bool
    ) -> Speaker | None:
        """Return who is meant by a role, or by a noun for a body: named elsewhere in the account.

        In a headline, whose words ``label`` tells of, a role without an article is a certain one.
        """
        tree = self.tree
        span = self.document.span(*tree.span(first, last))
        lemma = tree.tokens[source].lemma.lower()
        office = len(role_family(lemma)) > 1  # not "Eyewitness: ..."
        named_so = label or (office and how == "the name before the colon")
        definite = tree.tokens[first].text.lower() in ("the", "this", "that") or (
            named_so and tree.tokens[first].pos != "DET"
        )
        singular = tree.tokens[source].tag in ("NN", "NNP", "JJ", "CD")
        is_age = _AGE_ROLE.search(self.document.text[span.start : span.end]) is not None
        if singular and (kind == "person" or is_age):
            meant = self.roles.bearer(source, first, last, definite, self.talk.spoke)
            if meant is not None:
                return Speaker(meant[0].name, span, None, "person", f"{how}; {meant[1]}")
        if kind == "person" and last - first <= 2 and not singular and len(lemma) > _STEM:
            body = self.bodies.of_stem(lemma[:_STEM]) or self._just_spoke(lemma[:_STEM])
            if body is not None:
                return Speaker(body, span, None, "organisation", f"{how}; its name has this word")
        if definite and singular and kind != "person":
            body = self.callings.body_again(source, self.talk.last) or self.bodies.called(source)
            if body is not None:
                return Speaker(body, span, None, "organisation", f"{how}; named so before")
        return None

    def _spoke_later(self, issuer: int, source: int, said: Speaker) -> bool:
        """Return whether another body spoke since the text was told of: whose it is is open."""
        last = self.talk.last
        if last is None or not issuer < last[0] < source or last[1].kind != "organisation":
            return False
        return last[1].name.lower() != said.name.lower() and said.kind == "organisation"

    def _topic(self, source: int, last: int) -> int:
        """Return where a headline turns to what is spoken of: "Police chief on the fire: ..."."""
        for child in self.tree.children[source]:
            if source < child < last and self.tree.tokens[child].text.lower() in _TOPICS:
                return child
        return last

    def _just_spoke(self, stem: str) -> str | None:
        """Return the organisation that spoke last, if its name has a word that begins so."""
        last = self.talk.last[1] if self.talk.last is not None else None
        if last is None or last.kind != "organisation":
            return None
        return last.name if any(w.startswith(stem) for w in last.name.lower().split()) else None

    def _unnamed(self, source: int, first: int, last: int, kind: str, how: str) -> Speaker:
        """Return a source without a name: its role, with the organisation it speaks for."""
        tree, document = self.tree, self.document
        span = document.span(*tree.span(first, last))
        told = self.callings.role(source, first, last).split(" ")[:_MAX_WORDS]
        if told[0] in ("A", "An", "The", "One", "Some", "Many", "Several"):
            told[0] = told[0].lower()
        while len(told) > 1 and told[-1].lower() in _SELVES | _LEADS_ON:
            told = told[:-1]  # "The mayor herself", "a video of" what stands behind a mark.
        told[-1] = _OWNER.sub("", told[-1])
        name = " ".join(self.bodies.long(word) for word in told)
        token = tree.tokens[source]
        bare = last - first <= 2 and kind == "person"
        served = self.callings.serving(source, name, self.talk.last) if bare else None
        if served is not None:
            why = f"{how}; speaks for the organisation before"
            return Speaker(served, span, None, "unnamed", why)
        body = self.callings.body(first, source)
        if body is not None and token.lemma.lower().startswith("spokes"):
            return Speaker(f"{token.text} for {body}", span, None, "unnamed", how)
        begin = source
        out = self.outside[source]
        while (
            begin - 1 >= first
            and tree.tokens[begin - 1].entity == "PERSON"
            and self.outside[begin - 1] == out
        ):
            begin -= 1
        if token.entity == "PERSON" and begin < source:
            named = document.text[tree.tokens[begin].start : token.end]
            return Speaker(_SPACE.sub(" ", named), span, None, "person", how)
        plural = token.tag in ("NNS", "NNPS")
        name = self.callings.again(source, name, self.talk.unnamed)
        if kind in ("organisation", "outlet", "document", "group"):
            return Speaker(name, span, None, kind, how)
        return Speaker(name, span, None, "group" if plural else "unnamed", how)
