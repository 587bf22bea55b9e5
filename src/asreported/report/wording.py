"""What a finding is made of: the accounts' names and verbatim excerpts, joined by few words."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from asreported.language.folding import fold, folded_words, spaced, stem
from asreported.lexicon.denials import denies
from asreported.lexicon.load import words
from asreported.model.comparison import UNNAMED, Comparison, Origin, Point
from asreported.model.labels import PREDICATIVES, SUBJECTS
from asreported.model.span import Span
from asreported.model.statement import Clause, Filler, Reading
from asreported.report.accounts import Account, accounts_of
from asreported.report.carried import Carried
from asreported.report.excerpts import FEWEST, LONGEST, excerpt_of, goes_on
from asreported.report.naming import is_described, is_vague, last_word, somebody
from asreported.report.standing import Standing, standing

_VERBATIM = 6
"""Words in a row that two accounts do not have by chance."""
_BESIDE = frozenset({"acl", "relcl", "advcl", "amod", "pcomp"})
"""How verbs hang that are not what a clause tells."""
_HOLLOW = frozenset({"be", "have", "do"})
"""Verbs that what stands beside them fills: that another has those words tells nothing of it."""
_STANDING_IN = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that"})
"""Heads that stand in for somebody or something named elsewhere."""
_ONESELF = frozenset({"i", "my", "me", "we", "our", "us", "i'm", "i’m"})
_SPEAKING = words("reporting_verbs", "verb")


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has a rank."""

    kind: str
    text: str
    refs: tuple[str, ...]
    spans: tuple[Span, ...]


class Wording:
    """Names accounts and quotes their words, for one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        documents = [reading.document for reading in comparison.readings]
        self.accounts: dict[str, Account] = dict(accounts_of(documents))
        self.spans = {statement.id: statement.span for statement in comparison.statements}
        voiced = [(s.id, s.speaker) for s in comparison.statements if s.speaker]
        self._speakers = {key: last_word(speaker.name) for key, speaker in voiced}
        self._persons = {last_word(each.name) for _, each in voiced if each.kind == "person"}
        self._clauses = {
            c.span: (reading, c) for reading in comparison.readings for c in reading.clauses
        }
        self._readings = {reading.document.id: reading for reading in comparison.readings}
        self._answers: dict[str, list[Span]] = {}
        for span in (s for c in comparison.conflicts for side in c.sides for s in side.spans):
            self._answers.setdefault(span.document, []).append(span)
        self.carried = Carried(comparison)
        self.story = comparison.story
        self._spaced: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for account in self.accounts.values():
            name = account.document.label
            # Two accounts of one outlet have one name as origins.
            self._names[name] = name if name in self._names else account.label

    def label(self, document: str) -> str:
        """Return the name of one account."""
        return self.accounts[document].label

    def labels(self, documents: Iterable[str]) -> str:
        """Return the accounts' names in the order they are shown everywhere, joined by commas."""
        wanted = set(documents)
        return ", ".join(a.label for key, a in self.accounts.items() if key in wanted)

    def own_name(self, origin: Origin) -> str:
        """Return what is shown of an origin that is an account, or several of one text.

        "" for who is named in the accounts.
        """
        names = tuple(self._names.get(name, "") for name in origin.names)
        return str(Origin(names)) if all(names) else ""

    def is_person(self, origin: Origin) -> bool:
        """Return whether an origin is somebody whom the accounts let speak, by name."""
        return not self.own_name(origin) and last_word(str(origin)) in self._persons

    def acts_by_pronoun(self, span: Span) -> bool:
        """Return whether who acts in the clause at ``span`` is a pronoun: "he was met"."""
        _, clause = self._clauses.get(span, (None, None))
        doer = (clause.slots.agent or clause.slots.patient) if clause else None
        if clause is not None and clause.slots.passive:
            doer = clause.slots.patient or doer
        return doer is not None and doer.head in _STANDING_IN

    def sources(self, point: Point, shown: Sequence[Span] = ()) -> str:
        """Return "according to the police" where all accounts have it from them, else "".

        So has who tells the very words ``shown`` of what another account puts in a mouth. Whoever
        is named in these words is left out: they tell what he did. Whom a few accounts have it from
        is not told: of twenty such lines in unread stories fifteen named somebody else, or one of
        several.
        """
        told = {word for span in shown for word in folded_words(self.words(span))}
        said = bool(shown) and all(self.repeats(shown[0], each) for each in point.accounts)
        for origin in sorted(point.origins, key=is_described):
            # That somebody unnamed is behind it is no name that a reader could ask.
            if self.own_name(origin) or origin == UNNAMED or is_vague(str(origin)):
                continue
            asking = set() if last_word(str(origin)) in told else set(self._asking(point, origin))
            if asking and (said or asking >= set(point.accounts)):
                return f"according to {somebody(origin)}"
        return ""

    def is_said(self, point: Point) -> bool:
        """Return whether each statement of a point is in somebody's mouth."""
        return all(key in self._speakers for key in point.statements)

    def has_words(self, span: Span, document: str) -> bool:
        """Return whether an account has the very words at ``span``, one after the other."""
        if document not in self._spaced:
            self._spaced[document] = spaced(self.accounts[document].document.text)
        return spaced(self.words(span)) in self._spaced[document]

    def repeats(self, span: Span, document: str) -> bool:
        """Return whether an account has the very words at ``span``, and they are not few."""
        few = spaced(self.words(span)).count(" ") <= _VERBATIM
        return not few and self.has_words(span, document)

    def _asking(self, point: Point, origin: Origin) -> Iterator[str]:
        """Yield the accounts that have a point from an origin, by the last word of its name."""
        for key in point.statements:
            heard = self._speakers.get(key, "")
            if heard and heard == last_word(str(origin)):
                yield self.spans[key].document

    def some(self, documents: Sequence[str], lacking: Collection[str]) -> str:
        """Return "All 5 accounts" or "3 of 5 accounts (A, B, C)", where the rest is ``lacking``.

        Whoever else is not seen to lack it may tell it in words that were not understood.
        """
        total = len(self.accounts)
        if len(set(documents)) == total and total > 2:
            return f"All {total} accounts"
        least = "" if self.accounts.keys() <= {*documents, *lacking} else "At least "
        return f"{least}{len(set(documents))} of {total} accounts ({self.labels(documents)})"

    def reading(self, span: Span) -> Reading:
        """Return the reading of the account that the words are of."""
        return self._readings[span.document]

    def clause(self, span: Span) -> tuple[Reading, Clause] | None:
        """Return the clause at ``span`` and the reading it is of, None where none is."""
        return self._clauses.get(span)

    def standing(self, span: Span) -> Standing:
        """Return how what is shown of the words stands by itself, open where they are no clause."""
        reading, clause = self._clauses.get(span, (None, None))
        if reading is None or clause is None or clause.slots.predicate is None:
            return Standing.OPEN
        shown = any(part.covers(clause.slots.predicate.span) for part in self.excerpt(span))
        told = shown and len(self.words(span).split()) >= FEWEST
        return standing(reading, clause) if told else Standing.OPEN

    def reads_alone(self, span: Span) -> bool:
        """Return whether a reader understands what is shown of the words by itself."""
        return self.standing(span) == Standing.ALONE

    def tells(self, span: Span) -> bool:
        """Return whether somebody or something, and what is told of it, are in what is shown.

        Of a headline any words do: they are parsed badly.
        """
        if self.heads(span):
            return True
        shown = self.excerpt(span)
        tokens = self._readings[span.document].parse.tokens
        return any(
            token.dep in SUBJECTS and any(part.end >= tokens[token.head].end for part in shown)
            for part in shown
            for token in self._readings[span.document].tokens_in(part)
        )

    def heads(self, span: Span) -> bool:
        """Return whether the words are of their account's headline."""
        headline = self.accounts[span.document].document.headline
        return headline is not None and headline.covers(span)

    def telling(self, span: Span) -> Span | None:
        """Return the smallest clause that holds the words and tells of somebody or something."""
        clauses = (c.span for c in self._readings[span.document].clauses if c.span.covers(span))
        return next(filter(self.tells, sorted(clauses, key=lambda s: (len(s), s))), None)

    def one_act(self, spans: Sequence[Span]) -> bool:
        """Return whether the clauses have a verb in common; of what is none it is not known."""
        verbs = map(self._predicate, spans)
        told = [verb.head if verb is not None else "" for verb in verbs]
        return "" in told or len({stem(fold(head)) for head in told}) < len(told)

    def tell_of_others(self, one: Span, other: Span) -> bool:
        """Return whether two clauses tell other acts of others: neither verb nor noun is common.

        Whom "she announced it" tells of stands elsewhere. Two persons by name do two things,
        whatever they do, and "women love Fell" is not "they love our town".
        """
        clauses = [self._clauses[span][1] for span in (one, other) if span in self._clauses]
        doers = {self._person(clause.slots.agent) for clause in clauses}
        if len(doers) > 1 and "" not in doers:
            return True
        if len(clauses) < 2:
            return False
        if self.one_act((one, other)) and self.acts(one):
            return _differ(*(c.slots.agent for c in clauses), standing_in=True) and _differ(
                *(c.slots.patient for c in clauses)
            )
        told = [{f.head for f in (c.slots.agent, c.slots.patient) if f} for c in clauses]
        known = all(heads and heads.isdisjoint(_STANDING_IN) for heads in told)
        return known and told[0].isdisjoint(told[1])

    def _person(self, doer: Filler | None) -> str:
        """Return the last name of the person that the words name, "" where they name none."""
        if doer is None:
            return ""
        named = self._readings[doer.span.document].mentions
        found = (m for m in named if m.type == "person" and doer.span.shared(m.span))
        return next((last_word(m.name) for m in found), "")

    def only_speaks(self, span: Span) -> bool:
        """Return whether the words end on that somebody speaks: what is said stands elsewhere."""
        last = self._readings[span.document].tokens_in(span)[-1]
        return last.pos == "VERB" and last.lemma.lower() in _SPEAKING and not self.heads(span)

    def deny_each_other(self, one: Span, other: Span) -> bool:
        """Return whether one of the two denies what the other has without any denial."""
        return any(
            denied and not self._denied(theirs) and denied & self._asserted(theirs)
            for mine, theirs in ((one, other), (other, one))
            for denied in (self._denied(mine),)
        )

    def _denied(self, span: Span) -> frozenset[str]:
        """Return the verbs that the words deny, or what is said with "be": "is not present"."""
        reading = self._readings[span.document]
        tokens, shown = reading.parse.tokens, reading.tokens_in(span)
        heads = {token.head for token in shown if denies(token, bare=True)}
        said = [token for token in shown if token.head in heads and token.dep in PREDICATIVES]
        verbs = [tokens[at] for at in heads]
        found = {stem(fold(token.lemma)) for token in (*verbs, *said)}
        return frozenset(found - {stem(verb) for verb in _HOLLOW})

    def _asserted(self, span: Span) -> frozenset[str]:
        shown = self._readings[span.document].tokens_in(span)
        # "Those attending the service" are told of in passing.
        told = (token for token in shown if token.dep not in _BESIDE)
        return frozenset(stem(fold(token.lemma)) for token in told)

    def disputed(self, span: Span) -> bool:
        """Return whether the words have an answer that another account gives otherwise."""
        return any(span.shared(answer) for answer in self._answers.get(span.document, ()))

    def acts(self, span: Span) -> bool:
        """Return whether the words are a clause whose verb says something: no "the fire is out"."""
        predicate = self._predicate(span)
        return predicate is not None and predicate.head not in _HOLLOW

    def tells_of_speaking(self, span: Span) -> bool:
        """Return whether the clause at ``span`` tells that somebody spoke, and of nothing said."""
        predicate, clause = self._predicate(span), self._clauses.get(span, (None, None))[1]
        silent = clause is not None and clause.slots.patient is None
        return silent and predicate is not None and predicate.head in _SPEAKING

    def has_act(self, span: Span, other: Span) -> bool:
        """Return whether the other words have the verb of the clause at ``span``, if it tells."""
        predicate = self._predicate(span)
        if predicate is None or predicate.head in _HOLLOW:
            return True
        tokens = self._readings[other.document].tokens_in(other)
        return stem(fold(predicate.head)) in {stem(fold(token.lemma)) for token in tokens}

    def _predicate(self, span: Span) -> Filler | None:
        """Return the verb of the clause at ``span``, None where no clause or verb is."""
        _, clause = self._clauses.get(span, (None, None))
        return clause.slots.predicate if clause else None

    def headline(self, span: Span) -> Span | None:
        """Return the headline that the words at ``span`` are most of, None where they are not."""
        headline = self.accounts[span.document].document.headline
        most = headline is not None and 2 * span.shared(headline) >= len(headline)
        return headline if most else None

    def one_text(self, documents: Iterable[str]) -> bool:
        """Return whether the accounts are one text, so that to share a line is no news."""
        return self.story.texts(documents) == 1

    def words(self, span: Span) -> str:
        """Return the words at ``span`` as they stand."""
        return self.accounts[span.document].document.quote(span)

    def sentence(self, span: Span) -> Span:
        """Return the sentence of the clause at ``span``, where none is ``span`` itself."""
        _, clause = self._clauses.get(span, (None, None))
        return clause.sentence if clause else span

    def excerpt(self, span: Span, longest: int = LONGEST) -> tuple[Span, ...]:
        """Return the parts of ``span`` that are shown: one line, no quotation marks, not too long.

        ``longest`` are the characters that are shown of a clause whose verb comes early.
        """
        account = self.accounts[span.document]
        return excerpt_of(account, span, told=self._told(span), longest=longest)

    def is_cut(self, span: Span, longest: int = LONGEST) -> bool:
        """Return whether not all of the words are shown, but for marks behind them."""
        return goes_on(self.excerpt(span, longest), span)

    def ends_on_verb(self, shown: Span, span: Span) -> bool:
        """Return whether what is shown of a longer clause ends on its verb."""
        predicate = self._predicate(span)
        return shown != span and predicate is not None and predicate.span.end >= shown.end

    def _told(self, span: Span) -> int:
        """Return how many characters of the words hold all of their verb, 0 for none."""
        told = self._predicate(span)
        return 0 if told is None else max(0, told.span.end - span.start)

    def quoted(self, excerpt: Sequence[Span], whole: Span | None = None) -> str:
        """Return the excerpt in quotation marks, with dots where ``whole`` goes on after it."""
        shown = " ".join(f"“{self.words(part)}”" for part in excerpt)
        return f"{shown}{' …' if whole is not None and goes_on(excerpt, whole) else ''}"

    def honest(self, reason: str, spans: Iterable[Span]) -> str:
        """Return ``reason`` with marks left only around words that are the text of a span."""
        verbatim = {self.words(span) for span in spans}

        def kept(match: re.Match[str]) -> str:
            return f"“{match[1]}”" if match[1] in verbatim else match[1]

        return re.sub(r"[\"“]([^\"“”]*)[\"”]", kept, reason)


def _differ(one: Filler | None, other: Filler | None, *, standing_in: bool = False) -> bool:
    """Return whether both are named, and otherwise; ``standing_in``: one of them by a pronoun."""
    if one is None or other is None or one.head == other.head:
        return False
    return len({one.head, other.head} & _STANDING_IN) == standing_in


def is_of_oneself(span: Span, wording: Wording) -> bool:
    """Return whether somebody speaks of himself: "my mother was proud" is missed by nobody."""
    # "US" is a country.
    said = (
        word.lower() for word in wording.words(span).split() if word == "I" or word[1:].islower()
    )
    return not _ONESELF.isdisjoint(said)
