"""See one account's grammar as roles: who does what to whom, where a phrase begins and ends."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from asreported.model.labels import ADNOMINAL_CLAUSES, NOT_WORDS, SUBJECTS, VERBS
from asreported.model.parse import Token
from asreported.model.span import Span
from asreported.model.statement import Reading

# Dependents that say more about a noun than which one it is; a tight phrase stops before them.
_LOOSE = frozenset({"relcl", "appos", "cc", "conj", "punct", "advcl", "parataxis", "acl", "dep"})
_LONG = 16  # Tokens: a clause beyond that is cut to subject, verb and object.
_DASHES = frozenset({"—", "–", "-", "--"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})

_Reader = Callable[["Grammar", int], Span]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The tokens of one account with their children; token numbers are indices of the parse."""

    reading: Reading
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    sentence: tuple[int, ...]
    """For each token, the index of its sentence in the parse."""
    year: str
    """The year of the telling, "" where no account is dated."""
    starts: tuple[int, ...]
    """Where each token starts, in code points."""
    lemmas: tuple[str, ...]
    """The dictionary form of each token, in lower case."""
    _known: dict[tuple[_Reader, int], Span] = field(default_factory=dict, compare=False, repr=False)
    _cores: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def document(self) -> str:
        """Return the id of the account."""
        return self.reading.document.id

    def lemma(self, at: int) -> str:
        """Return the dictionary form in lower case."""
        return self.lemmas[at]

    def kind(self, at: int) -> str:
        """Return the kind of region that the token stands in."""
        return self.reading.parse.sentences[self.sentence[at]].kind

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens ``first..last``, both within."""
        return Span(self.document, self.tokens[first].start, self.tokens[last].end)

    def within(self, span: Span) -> range:
        """Return the tokens that begin in the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def words(self, span: Span) -> str:
        """Return the words at ``span`` with white space folded."""
        return " ".join(self.reading.document.quote(span).split())

    def entry(self, at: int, known: Container[str]) -> str:
        """Return the word's dictionary form, with that of the word before where both are ``known``.

        Tables join two words to one entry: "tear_gas".
        """
        joined = f"{self.lemma(at - 1)}_{self.lemma(at)}" if at else ""
        return joined if joined in known else self.lemma(at)

    def child(self, at: int, *deps: str) -> int | None:
        """Return the first child with one of the dependency labels."""
        return next((c for c in self.children[at] if self.tokens[c].dep in deps), None)

    def below(self, at: int, without: Iterable[str] = ()) -> list[int]:
        """Return the tokens of the subtree in order, branches labelled ``without`` left out."""
        cut = frozenset(without)
        found = [at]
        for current in found:
            below = self.children[current]
            if below:
                found += [c for c in below if self.tokens[c].dep not in cut]
        return sorted(found)

    def core(self, at: int) -> frozenset[int]:
        """Return the tokens of the clause headed by ``at``, without the clauses that hang on it."""
        found = self._cores.get(at)
        if found is None:
            without = {"advcl", "conj", "ccomp", "parataxis"}
            found = self._cores[at] = frozenset(self.below(at, without))
        return found

    def phrase(self, at: int) -> Span:
        """Return the noun phrase headed by ``at``: its words, without clauses about it."""
        return self._once(Grammar._read_phrase, at)

    def beside(self, at: int, noun: int, most: int) -> Span:
        """Return the words from the token to the noun's phrase, the phrase alone if far apart.

        ``most`` is how many code points they may be together.
        """
        phrase = self.phrase(noun)
        return first_short(most, phrase.joined(self.span(at, at)), phrase)

    def predicate_phrase(self, at: int) -> Span:
        """Return the verb at ``at`` with its objects and phrases, without subject and side clauses.

        The auxiliaries are in it: what was done, not by whom.
        """
        return self._once(Grammar._read_predicate, at)

    def clause(self, at: int) -> Span:
        """Return the clause of the verb at ``at``: subject, verb, objects, phrases.

        The phrases are left out of a long one: its core carries the fact.
        """
        return self._once(Grammar._read_clause, at)

    def _once(self, read: _Reader, at: int) -> Span:
        """Return what ``read`` finds for the token at ``at``; every pair of accounts asks again."""
        found = self._known.get((read, at))
        if found is None:
            found = self._known[read, at] = read(self, at)
        return found

    def _read_phrase(self, at: int) -> Span:
        return self._trim(self._run(at, self.below(at, _LOOSE)))

    def _read_predicate(self, at: int) -> Span:
        cut = _LOOSE | SUBJECTS | {"mark", "ccomp", "preconj"}
        return self._trim(self._run(at, self.below(at, cut)))

    def _read_clause(self, at: int) -> Span:
        cut = (_LOOSE | {"mark", "ccomp"}) - {"acl"}
        run = self._run(at, self.below(at, cut))
        if run[1] - run[0] > _LONG:
            run = self._run(at, self.below(at, cut | {"prep", "acl"}))
        return self._trim(self._after_aside(at, run))

    def statement(self, at: int) -> Span:
        """Return the clause of the verb at ``at`` with what is said in it, where that is short."""
        first, last = self._run(at, self.below(at, (_LOOSE | {"mark"}) - {"acl"}))
        return self._trim((first, last)) if last - first <= _LONG else self.clause(at)

    def upwards(self, at: int) -> Iterator[int]:
        """Yield the token, the word that it hangs on, and so on up to the root of the sentence."""
        yield at
        while self.tokens[at].head != at:
            at = self.tokens[at].head
            yield at

    def verb_over(self, at: int) -> int | None:
        """Return the nearest verb or auxiliary from the token upwards, None where there is none."""
        return next((i for i in self.upwards(at) if self.tokens[i].pos in VERBS), None)

    def clause_head(self, at: int) -> int:
        """Return the verb over the token, the root of its sentence where no verb is."""
        verb = self.verb_over(at)
        return [*self.upwards(at)][-1] if verb is None else verb

    def subject(self, at: int) -> int | None:
        """Return the subject of the verb, through conjunction, relative and participle."""
        seen = 0
        while seen < 6:
            own = self.child(at, *SUBJECTS)
            token = self.tokens[at]
            if own is not None:
                if self.tokens[own].text.lower() in _RELATIVES and token.dep == "relcl":
                    return token.head
                return own
            if token.dep in ADNOMINAL_CLAUSES:
                return token.head
            if token.dep in {"conj", "xcomp", "advcl", "ccomp"} and token.head != at:
                at = token.head
                seen += 1
                continue
            return None
        return None

    def passive(self, at: int) -> bool:
        """Return whether the verb's grammatical subject is what it is done to."""
        if self.child(at, "nsubjpass", "auxpass", "csubjpass") is not None:
            return True
        token = self.tokens[at]
        return token.tag == "VBN" and token.dep in ADNOMINAL_CLAUSES and not self._auxiliary(at)

    def agent(self, at: int) -> int | None:
        """Return who does it."""
        if not self.passive(at):
            return self._after_dash(self.subject(at), at)
        by = self.child(at, "agent")
        return self.child(by, "pobj") if by is not None else None

    def patient(self, at: int) -> int | None:
        """Return to whom or what it is done; what undergoes it where there is no object."""
        if self.passive(at):
            return self.subject(at)
        return self.child(at, "dobj", "obj", "dative")

    def fillers(self, at: int) -> list[tuple[str, int]]:
        """Return the (preposition, noun) pairs of the word, those of its objects among them."""
        pairs = []
        for c in self.children[at]:
            token = self.tokens[c]
            if token.dep in {"prep", "agent"} or (token.dep == "advmod" and self.child(c, "prep")):
                deep = c if token.dep in {"prep", "agent"} else (self.child(c, "prep") or c)
                noun = self.child(deep, "pobj", "pcomp")
                name = token.text.lower() if deep == c else f"{token.text} {self.tokens[deep].text}"
                if noun is not None:
                    pairs.append((name.lower(), noun))
        return pairs

    def negated(self, at: int) -> bool:
        """Return whether the word itself is denied ("not", "never", "no longer")."""
        for c in self.children[at]:
            text = self.tokens[c].text.lower()
            if self.tokens[c].dep == "neg" or text in {"no", "never", "neither", "without"}:
                return True
            if text == "longer" and self.negated(c):
                return True
        above = self.tokens[at].head
        return self.tokens[at].dep == "pcomp" and self.lemma(above) == "without"

    def _after_dash(self, subject: int | None, verb: int) -> int | None:
        """Return the noun after a dash between subject and verb: before it stands a dateline."""
        if subject is None or not self.tokens[subject].dep.startswith("nsubj"):
            return subject
        dash = next((i for i in range(subject, verb) if self.tokens[i].text in _DASHES), None)
        if dash is None:
            return subject
        nouns = [i for i in range(dash + 1, verb) if self.tokens[i].pos in _NOUNS]
        return nouns[-1] if nouns else subject

    def _auxiliary(self, at: int) -> bool:
        return any(self.tokens[c].dep == "aux" for c in self.children[at])

    def _run(self, at: int, tokens: list[int]) -> tuple[int, int]:
        """Return the longest run of ``tokens`` around ``at`` with gaps of marks only."""
        kept = set(tokens)
        first = last = at
        while first - 1 in kept or (first - 2 in kept and self._mark(first - 1)):
            first -= 1 if first - 1 in kept else 2
        while last + 1 in kept or (last + 2 in kept and self._mark(last + 1)):
            last += 1 if last + 1 in kept else 2
        return first, last

    def _mark(self, at: int) -> bool:
        return self.tokens[at].text in {'"', "“", "”", "‘", "’", "'", "-", "–"}

    def _after_aside(self, at: int, run: tuple[int, int]) -> tuple[int, int]:
        """Leave out what a dash parts from the subject: "Good news – the bridge holds"."""
        own = self.child(at, *SUBJECTS)
        if own is None:
            return run
        before = range(run[0], min(self.below(own)))
        return max([run[0], *(i + 1 for i in before if self.tokens[i].text in _DASHES)]), run[1]

    def _trim(self, run: tuple[int, int]) -> Span:
        first, last = run
        while first < last and self._opens_nothing(first):
            first += 1
        while last > first and self.tokens[last].pos in NOT_WORDS:
            last -= 1
        return self.span(first, last)

    def _opens_nothing(self, at: int) -> bool:
        """Return whether the token is a mark, or a short "have" or "is" that hangs on a word."""
        token = self.tokens[at]
        hangs = token.text[0] in "'’" and token.pos in {"AUX", "PART"}
        return hangs or token.pos in NOT_WORDS


def first_short(most: int, *spans: Span) -> Span:
    """Return the first of ``spans`` that has at most so many code points, the last if none has.

    An answer is shown in its clause where that is short, else in a part of it.
    """
    return next((span for span in spans if len(span) <= most), spans[-1])


def read_grammars(readings: Sequence[Reading]) -> tuple[Grammar, ...]:
    """Return the grammars of a story's accounts, in order."""
    year = _year_told(readings)
    return tuple(_grammar(reading, year) for reading in readings)


def _grammar(reading: Reading, year: str) -> Grammar:
    """Return the grammar of one account, told in ``year``."""
    tokens = reading.parse.tokens
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at:
            children[token.head].append(at)
    sentence = [0] * len(tokens)
    for number, each in enumerate(reading.parse.sentences):
        for at in range(each.first, each.last):
            sentence[at] = number
    starts = tuple(token.start for token in tokens)
    lemmas = tuple(token.lemma.lower() for token in tokens)
    listed = tuple(map(tuple, children))
    return Grammar(reading, tokens, listed, tuple(sentence), year, starts, lemmas)


def _year_told(readings: Iterable[Reading]) -> str:
    """Return the year most accounts are written in, the later of equals, "" where none says it.

    Years that a text only names may be long past, or ahead.
    """
    years: Counter[str] = Counter()
    for reading in readings:
        published = reading.document.published
        anchors = [mention.anchor for mention in reading.dates if mention.anchor]
        years.update(day[:4] for day in anchors[:1] or ([published.iso] if published else []))
    return max(years, key=lambda year: (years[year], year), default="")
